"""Finds the files that travel with the package: templates and the bundled stories."""

from __future__ import annotations

from pathlib import Path

from compare.errors import CompareError

PACKAGE = Path(__file__).resolve().parent


def asset(kind: str, name: str = "") -> Path:
    """The path of a bundled file or folder; `kind` is "templates" or "corpora".

    A wheel carries them inside the package; a checkout keeps them beside it.
    """
    packed = PACKAGE / f"_{kind}" / name
    checkout = PACKAGE.parent / kind / name
    for path in (packed, checkout):
        if path.exists():
            return path
    raise CompareError(
        f"The installation is incomplete: neither {packed} nor {checkout} exists. "
        "Install storydiff again."
    )
