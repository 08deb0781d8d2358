"""How the app is set up: where the stories lie, who may ask, and what it takes at most."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from compare.sources.fetch.page_cache import cache_folder

if TYPE_CHECKING:
    from compare.app.sign_in import Users

LIBRARY = "storydiff-stories"
LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AppLimits:
    """Sizes in bytes, times in seconds, and how many of a thing.

    The last three are for each user: `stories`, the bytes of all that is `stored`, and comparisons
    that are `waiting`; None sets no bound, as for the one user of a machine of one's own.
    """

    body: int = 80_000_000
    text: int = 2_000_000
    files: int = 60
    fields: int = 600
    silence: float = 20.0
    job: float = 600.0
    queue: int = 100
    stories: int | None = None
    stored: int | None = None
    waiting: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppSettings:
    """What one app works with.

    `library` is the folder of story folders. `hosts` are the names under which it may be asked,
    without a port; any other is refused. `allow_private` lets links lead to this machine and its
    network, as the flag of the command does. `cache` keeps fetched pages. `workers` is how many
    comparisons run at once. `class_address` is where class links listen, if not at the address of
    this machine in its own network; with users there are none without it. `users` tells who asks;
    each has a library of their own, a folder in `library`. Without, whoever asks has all of it.
    """

    library: Path
    hosts: frozenset[str] = LOCAL
    allow_private: bool = False
    offline: bool = False
    cache: Path | None = field(default_factory=cache_folder)
    workers: int = 1
    class_address: str = ""
    users: Users | None = None
    limits: AppLimits = field(default_factory=AppLimits)


def usual_library() -> Path:
    """The folder of stories where the user named none."""
    return Path.home() / LIBRARY
