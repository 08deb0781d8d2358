"""What a corpus is to read: the units of every source that was ever given, remembered by source."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from compare.corpus.source_bytes import WEB, is_remote
from compare.corpus.store import Store
from compare.corpus.tasks import WorkItem, digest_of
from compare.corpus.units import units_of

if TYPE_CHECKING:
    from compare.sources.fetch.settings import Fetching

_SOURCES = "sources"


class Intake:
    """The units of the sources of a corpus; `code` is the digest of what reads them."""

    def __init__(self, store: Store, code: str, fetching: Fetching | None) -> None:
        self._store, self._code, self._fetching = store, code, fetching

    def units(self, sources: Sequence[str], given: Sequence[str]) -> list[WorkItem]:
        """The units of every source, each once, in a fixed order.

        Files and folders are looked at again. One that is gone and is not in `given` keeps its
        units of before, and so does an address; a feed in `given` is asked for what is new.
        """
        found = {source: self._units(source, given) for source in sources}
        asked = [source for source in sources if _is_web(source) and self._is_asked(source, found)]
        if asked:
            found |= self._fetched(asked, found)
        for source, units in found.items():
            self._keep(source, units)
        unique = {item.id: item for units in found.values() for item in units}
        return sorted(unique.values(), key=_place)

    def _units(self, source: str, given: Sequence[str]) -> list[WorkItem]:
        known = self._kept(source)
        gone = source not in given and not is_remote(source) and not os.path.lexists(source)
        if _is_web(source) or (known and gone):
            return known
        return list(units_of(source, self._code))

    def _is_asked(self, source: str, found: Mapping[str, Sequence[WorkItem]]) -> bool:
        """True for an address of which nothing good is known, and for feeds."""
        good = [item for item in found[source] if _is_page(item)]
        refresh = self._fetching is not None and self._fetching.refresh
        return refresh or [item.label for item in good] != [source]

    def _fetched(
        self, asked: Sequence[str], found: Mapping[str, Sequence[WorkItem]]
    ) -> dict[str, list[WorkItem]]:
        """The units of addresses and feeds; a feed keeps what it listed before."""
        from compare.corpus.fetching import fetched_units
        from compare.sources.fetch.page_cache import cache_folder
        from compare.sources.fetch.settings import Fetching

        how = self._fetching or Fetching(cache=cache_folder())
        known = {item.label for units in found.values() for item in units if _is_page(item)}
        fresh = {}
        for source, units in fetched_units(asked, known, self._store, self._code, how):
            labels = {item.label for item in units}
            before = [item for item in found[source] if _is_page(item) and item.label not in labels]
            fresh[source] = [*before, *units]
        return fresh

    def _kept(self, source: str) -> list[WorkItem]:
        try:
            tree = json.loads(self._store.read(_name(source)))
        except (FileNotFoundError, ValueError):
            return []
        return [
            WorkItem(id=id, key=digest_of(id, self._code), label=label, work=work, counts=counts)
            for id, label, work, counts in tree["units"]
        ]

    def _keep(self, source: str, units: Sequence[WorkItem]) -> None:
        listed = [[item.id, item.label, item.work, item.counts] for item in units]
        data = json.dumps({"source": source, "units": listed}, indent=0).encode()
        self._store.write(_name(source), data)


def _place(item: WorkItem) -> tuple[str, int]:
    return item.label, int(json.loads(item.work).get("start") or 0)


def _is_web(source: str) -> bool:
    from compare.corpus.fetching import is_list

    return source.lower().startswith(WEB) or is_list(source)


def _is_page(item: WorkItem) -> bool:
    return bool(json.loads(item.work)["kind"] == "page")


def _name(source: str) -> str:
    return f"{_SOURCES}/{digest_of(source)}.json"
