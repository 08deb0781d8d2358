"""Pages kept on disk by address and time, so that a comparison can be repeated offline."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec

from compare.errors import FetchFailed
from compare.sources.dates import EARLIEST, LATEST
from compare.sources.fetch.addresses import key_of, read_address
from compare.sources.fetch.fetched import FetchedPage

SUFFIX = ".page"
STAMP = "%Y%m%dT%H%M%SZ"
LONGEST_HEAD = 1_000_000
LARGEST_BODY = 100_000_000


def cache_folder() -> Path | None:
    """Where this user's programs keep what can be fetched again, with our name in it.

    The variable STORYDIFF_CACHE names another place. None for a user without a home.
    """
    try:
        return _cache_folder()
    except RuntimeError:  # neither the environment nor the system names a home
        return None


def _cache_folder() -> Path:
    if named := os.environ.get("STORYDIFF_CACHE"):
        return Path(named)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        windows = Path(local) if local else Path.home() / "AppData" / "Local"
        return windows / "storydiff" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "storydiff"
    base = os.environ.get("XDG_CACHE_HOME")
    return (
        Path(base) if base and Path(base).is_absolute() else Path.home() / ".cache"
    ) / "storydiff"


class _Head(msgspec.Struct, frozen=True):
    """What the first line of a file says of its page."""

    source: str
    url: str
    status: Annotated[int, msgspec.Meta(ge=100, le=999)]
    headers: tuple[tuple[str, str], ...]
    when: Annotated[datetime, msgspec.Meta(tz=True)]
    chain: tuple[str, ...]
    sha256: str


class PageCache:
    """One file for each version of each page: a line of JSON, then the body as it was unpacked.

    A cache that cannot be read or written is no error: the page is fetched again. The file's own
    time tells when its page was last found unchanged.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def newest(self, url: str) -> FetchedPage | None:
        """The youngest version of the page at an address, or None."""
        return next(self._versions(url), (None, None))[1]

    def checked(self, url: str) -> datetime | None:
        """When the youngest version was last fetched or found unchanged."""
        path = next(self._versions(url), (None, None))[0]
        try:
            return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path else None
        except (OSError, ValueError, OverflowError):
            return None

    def keep(self, url: str, page: FetchedPage) -> None:
        """Writes a version; it is there whole or not at all."""
        if self._folder is None:
            return
        head = {
            "source": page.source,
            "url": page.url,
            "status": page.status,
            "headers": page.headers,
            "when": page.when.isoformat(),
            "chain": page.chain,
            "sha256": hashlib.sha256(page.data).hexdigest(),
        }
        data = json.dumps(head).encode() + b"\n" + page.data
        place = self._place(url) / f"{page.when.strftime(STAMP)}{SUFFIX}"
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write_whole(place, data)
            _set_time(place, page.when)

    def confirm(self, url: str, when: datetime) -> None:
        """Notes that the youngest version was found unchanged."""
        path = next(self._versions(url), (None, None))[0]
        if path:
            with contextlib.suppress(OSError):
                _set_time(path, when)

    def _place(self, url: str) -> Path:
        assert self._folder is not None
        name = hashlib.sha256(key_of(url).encode()).hexdigest()
        return self._folder / "pages" / name[:2] / name[2:34]

    def _versions(self, url: str) -> Iterator[tuple[Path, FetchedPage]]:
        """Readable versions, the youngest first."""
        if self._folder is None:
            return
        try:
            paths = sorted(self._place(url).iterdir(), reverse=True)
        except OSError:
            return
        for path in paths:
            if path.suffix == SUFFIX and (page := _read(path)):
                yield path, page


def _read(path: Path) -> FetchedPage | None:
    """The page in a file, or None if it is damaged or no file of ours."""
    try:
        if not path.is_file():  # a pipe would be waited for
            return None
        with path.open("rb") as stream:
            head = msgspec.json.decode(stream.readline(LONGEST_HEAD), type=_Head)
            data = stream.read(LARGEST_BODY + 1)
        if len(data) > LARGEST_BODY or head.sha256 != hashlib.sha256(data).hexdigest():
            return None
        for url in (head.url, *head.chain):
            read_address(url, source=url, any_port=True)
        return FetchedPage(
            source=head.source,
            url=head.url,
            data=data,
            status=head.status,
            headers=head.headers,
            when=_in_calendar(head.when),
            chain=head.chain,
        )
    except (OSError, ValueError, OverflowError, RecursionError, msgspec.MsgspecError, FetchFailed):
        return None


def _in_calendar(when: datetime) -> datetime:
    """The time in UTC; ValueError for one that cannot be moved between zones."""
    if not EARLIEST <= when.year <= LATEST:
        raise ValueError("the year is out of range")
    return when.astimezone(UTC)


def _write_whole(place: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=place.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _set_time(path: Path, when: datetime) -> None:
    os.utime(path, (when.timestamp(), when.timestamp()))
