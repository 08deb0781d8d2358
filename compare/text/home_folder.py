"""A home folder for packages that ask for one when they are loaded, and have no use for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def with_home_folder() -> Iterator[None]:
    """Name some folder as the user's home inside the block where the system names none.

    The downloader of nltk, of which nothing is used, is loaded with any part of nltk and ends with
    a ValueError for a user without a home.
    """
    if os.path.expanduser("~") != "~":  # noqa: PTH111 - Path.expanduser raises where there is none
        yield
        return
    os.environ["HOME"] = os.sep
    try:
        yield
    finally:
        del os.environ["HOME"]
