"""A corpus: a folder that takes in articles, tells them apart into events, and compares each."""

from __future__ import annotations

import contextlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.align.events import group_vectors, moment_of
from compare.align.likeness import weighed
from compare.corpus.code_digest import COMPARING, READING, code_digest
from compare.corpus.comparing import compared
from compare.corpus.engines import Engine, HereEngine
from compare.corpus.grouping import grouped
from compare.corpus.places import WEB
from compare.corpus.running import Run, Told, added_up, silent
from compare.corpus.schema import SCHEMA
from compare.corpus.shards import (
    RECEIPTS,
    TERMS,
    Output,
    Receipt,
    Tally,
    read_receipt,
    read_table,
    table_rows,
    write_output,
)
from compare.corpus.store import FolderStore, Store, store_at
from compare.corpus.tasks import Item, Task, chunks, digest_of
from compare.corpus.units import CORPUS_FILE, units_of
from compare.errors import FormatError, OptionError, UnreadableSource
from compare.formats.arrow import pyarrow_module
from compare.model.comparison import Comparison
from compare.model.options import Options

if TYPE_CHECKING:
    from compare.sources.fetch.settings import Fetching

FORMAT = 1
_SOURCES = "sources"
# Articles read by one task, and events compared by one, about.
_READ_AT_ONCE = 250
_COMPARED_AT_ONCE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The articles of one event by their ids, with outlets and the span of time, ISO 8601."""

    id: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What became of the events: every one of them is in exactly one of these numbers."""

    compared: int
    failed: int
    single: int
    older: int


@dataclass(frozen=True, slots=True)
class _Known:
    """What the grouping needs of an article."""

    outlet: str
    published: str | None
    shard: str


class Corpus:
    """Articles, events and comparisons in one place; `root` is a folder or an address.

    Each step does only what is not done yet and what has changed. Open one with
    `compare.corpus.open`.
    """

    def __init__(self, store: Store, state: dict[str, Any]) -> None:
        self._store, self._state = store, state

    @property
    def root(self) -> str:
        """Where the corpus lies."""
        return self._store.root

    @property
    def options(self) -> Options:
        """The options that its events are compared with."""
        return Options(**self._state["options"])

    def add(
        self,
        sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]] = (),
        *,
        engine: Engine | None = None,
        fetching: Fetching | None = None,
        told: Told = silent,
    ) -> Tally:
        """Read the articles of the sources that are not read yet; how many rows came of all so far.

        A source is a file, a folder with all in it, an address, or a feed. Sources given before are
        looked at again; one that is gone keeps what was read of it. What cannot be read is a
        failure. FormatError where the corpus cannot be written.
        """
        one = isinstance(sources, str | os.PathLike)
        given = [os.fspath(s) for s in ([sources] if one else sources)]  # type: ignore[list-item]
        with self._alone():
            code = code_digest(READING)
            units = self._units(given, code, fetching)
            receipts = self._run("reading", units, _READ_AT_ONCE, READING, engine, told)
            self._clean()
        return added_up(receipts)

    def events(self) -> tuple[Event, ...]:
        """The events of all articles, those of the most outlets first.

        They are grouped anew when there are articles that were not there before; an event keeps
        its id as long as most of its articles stay together.
        """
        known = self._articles()
        with self._alone():
            self._group(known)
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row in table_rows(self._store, "events"):
            found[row["event"]].append(row["article_id"])
        events = [_event(name, articles, known) for name, articles in found.items()]
        return tuple(sorted(events, key=lambda e: (-len(e.outlets), -len(e.articles), e.id)))

    def compare(
        self,
        events: Iterable[str] | None = None,
        *,
        since: date | None = None,
        engine: Engine | None = None,
        told: Told = silent,
    ) -> Compared:
        """Compare the events of two or more articles that are not compared yet or have changed.

        With `events` only those, with `since` only those with an article of that day or later (UTC)
        or of an unknown day; others keep what was made of them as long as their articles stay.
        """
        every = self.events()
        known = self._articles()
        wanted = None if events is None else set(events)
        if wanted is not None and (strange := sorted(wanted - {event.id for event in every})):
            raise OptionError(f"There is no event {strange[0]}. List them with events().")
        several = [event for event in every if len(event.articles) > 1]
        items = {event.id: self._item(event, known) for event in several}
        with self._alone():
            done = {key for receipt in self._done("comparing") for key in receipt.items}
            chosen = [
                items[event.id]
                for event in sorted(several, key=lambda event: event.id)
                if items[event.id].key in done or _is_wanted(event, wanted, since, known)
            ]
            receipts = self._run("comparing", chosen, _COMPARED_AT_ONCE, COMPARING, engine, told)
            self._clean()
        tally = added_up(receipts)
        if tally.came_in != len(chosen):
            raise AssertionError(f"{len(chosen)} events came in, {tally.came_in} were counted")
        return Compared(
            compared=tally.went_out,
            failed=tally.failed,
            single=len(every) - len(several),
            older=len(several) - len(chosen),
        )

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of a table as dictionaries; OptionError where there is no such table."""
        if table not in SCHEMA:
            raise OptionError(f"There is no table {table!r}. Use one of {', '.join(SCHEMA)}.")
        return table_rows(self._store, table)

    def facts(self) -> Iterator[dict[str, Any]]:
        """A row for each fact of each event."""
        return self.rows("facts")

    def figures(self) -> Iterator[dict[str, Any]]:
        """A row for each figure that answers a question of an event."""
        return self.rows("figures")

    def quotes(self) -> Iterator[dict[str, Any]]:
        """A row for each quotation of an article that was compared."""
        return self.rows("quotes")

    def failures(self) -> Iterator[dict[str, Any]]:
        """A row for each document or event that could not be done, with the reason."""
        return self.rows("failures")

    def comparison(self, event: str) -> Comparison:
        """The whole comparison of one event, made again; OptionError where there is none."""
        known = self._articles()
        articles = [
            (row["article_id"], known[row["article_id"]].shard)
            for row in table_rows(self._store, "events")
            if row["event"] == event
        ]
        if len(articles) < 2:
            raise OptionError(f"There is no event {event} of two articles. List them with events().")
        return compared(self._store, sorted(articles), self.options)[0]

    def index(self) -> Path | str:
        """The SQLite database of all tables, made of the shards when they have changed."""
        from compare.corpus.sqlite import DATABASE, database

        with self._alone():
            files = sorted(name for table in SCHEMA for name in self._store.names(table))
            receipts = [self._store.read(name) for name in self._store.names(RECEIPTS)]
            key = digest_of(files, [data.decode() for data in receipts], code_digest(COMPARING))
            there = DATABASE in [name.rpartition("/")[2] for name in self._store.names(".")]
            if self._state.get("index") != key or not there:
                self._store.write(DATABASE, database(self._store))
                self._save(index=key)
        return f"{self.root}/{DATABASE}"

    def _units(self, given: Sequence[str], code: str, fetching: Fetching | None) -> list[Item]:
        """The units of every source, those of before included, each once."""
        sources = list(dict.fromkeys([*self._state["sources"], *given]))
        self._save(sources=sources)
        found: dict[str, list[Item]] = {}
        web = [source for source in sources if _is_web(source)]
        for source in sources:
            known = self._kept_units(source, code)
            if source in web:
                found[source] = known
            elif known and source not in given and not os.path.lexists(source):
                found[source] = known
            else:
                found[source] = list(units_of(source, code))
        asked = [
            source
            for source in web
            if source in given or not found[source]
            if not found[source] or _is_feed(found[source], source) or _refresh(fetching)
        ]
        if asked:
            found |= self._fetched(asked, found, code, fetching)
        for source, units in found.items():
            self._keep_units(source, units)
        unique = {item.id: item for units in found.values() for item in units}
        return sorted(unique.values(), key=_place)

    def _fetched(
        self,
        sources: Sequence[str],
        found: Mapping[str, list[Item]],
        code: str,
        fetching: Fetching | None,
    ) -> dict[str, list[Item]]:
        """The units of addresses and feeds; a feed keeps what it listed before."""
        from compare.corpus.fetching import fetched_units
        from compare.sources.fetch.page_cache import cache_folder
        from compare.sources.fetch.settings import Fetching as Settings

        how = fetching or Settings(cache=cache_folder())
        known = {item.label for units in found.values() for item in units if _is_page(item)}
        fresh = {}
        for source, units in fetched_units(sources, known, self._store, code, how):
            before = [item for item in found[source] if _is_page(item)]
            labels = {item.label for item in units}
            fresh[source] = [*(item for item in before if item.label not in labels), *units]
        return fresh

    def _kept_units(self, source: str, code: str) -> list[Item]:
        try:
            tree = json.loads(self._store.read(_source_name(source)))
        except (FileNotFoundError, ValueError):
            return []
        return [
            Item(id=id, key=digest_of(id, code), label=label, work=work, counts=counts)
            for id, label, work, counts in tree["units"]
        ]

    def _keep_units(self, source: str, units: Sequence[Item]) -> None:
        listed = [[item.id, item.label, item.work, item.counts] for item in units]
        data = json.dumps({"source": source, "units": listed}, indent=0).encode()
        self._store.write(_source_name(source), data)

    def _run(
        self,
        stage: str,
        items: Sequence[Item],
        most: int,
        parts: tuple[str, ...],
        engine: Engine | None,
        told: Told,
    ) -> list[Receipt]:
        """The receipts of a stage; what it made of other items before is taken away."""
        code = code_digest(parts)
        earlier = {
            key: receipt.key for receipt in self._done(stage) for key in receipt.items
        }
        tasks = [
            Task(
                stage=stage,
                root=self.root,
                items=chunk,
                parts=parts,
                code=code,
                reuse={item.key: earlier[item.key] for item in chunk if item.key in earlier},
            )
            for chunk in chunks(items, most=most)
        ]
        receipts = Run(self._store, engine or HereEngine(), told).receipts(stage, tasks)
        planned = {receipt.name for receipt in receipts}
        for name in self._store.names(RECEIPTS):
            if name.startswith(f"{RECEIPTS}/{stage}-") and name not in planned:
                self._store.remove(name)
        return receipts

    def _done(self, stage: str) -> list[Receipt]:
        names = [n for n in self._store.names(RECEIPTS) if n.startswith(f"{RECEIPTS}/{stage}-")]
        found = (read_receipt(self._store, name) for name in names)
        return [receipt for receipt in found if receipt]

    def _clean(self) -> None:
        """Take away the shards that belong to no receipt, such as those of a killed worker."""
        kept = {
            name
            for receipt in self._store.names(RECEIPTS)
            for name in json.loads(self._store.read(receipt))["files"]
        }
        for table in (*SCHEMA, TERMS):
            for name in self._store.names(table):
                if name not in kept:
                    self._store.remove(name)
        if isinstance(self._store, FolderStore):
            self._store.remove_parts()

    def _articles(self) -> dict[str, _Known]:
        """Every article by its id, once, with the shard that holds it; in the order of the ids."""
        known: dict[str, _Known] = {}
        for name in self._store.names("articles"):
            table = read_table(self._store, name).select(["article_id", "outlet", "published"])
            for row in table.to_pylist():
                known.setdefault(row["article_id"], _Known(row["outlet"], row["published"], name))
        return dict(sorted(known.items()))

    def _group(self, known: Mapping[str, _Known]) -> None:
        """Write the events of all articles, unless those of the last run are of the same ones."""
        code = code_digest(READING)
        runs = self._state["runs"]
        articles = digest_of(list(known))
        last = runs[-1] if runs else {}
        there = bool(last) and bool(self._done("grouping"))
        if there and (last["articles"], last["code"]) == (articles, code):
            return
        before = {
            row["article_id"]: (row["event"], row["run"])
            for row in table_rows(self._store, "events")
        }
        number = len(runs) + 1
        found = grouped(self._groups(known), before, number)
        if len(found.events) != len(known):
            raise AssertionError(f"{len(known)} articles came in, {len(found.events)} went out")
        key = digest_of(number, articles, code, [run["key"] for run in runs])
        tally = Tally(came_in=len(known), went_out=len(known), failed=0)
        for stage, table, rows in (
            ("changes", "changes", found.changes),
            ("grouping", "events", found.events),
        ):
            output = Output(items={f"{stage} {number}": tally})
            output.add(table, rows)
            write_output(self._store, stage, key, output)
        self._save(runs=[*runs, {"key": key, "articles": articles, "code": code}])
        for name in self._store.names(RECEIPTS):
            if name.startswith(f"{RECEIPTS}/grouping-") and not name.endswith(f"{key}.json"):
                self._store.remove(name)
        self._clean()

    def _groups(self, known: Mapping[str, _Known]) -> list[list[str]]:
        counts: dict[str, dict[str, int]] = {}
        for name in self._store.names(TERMS):
            for row in read_table(self._store, name).to_pylist():
                counts[row["article_id"]] = dict(zip(row["stems"], row["counts"], strict=True))
        ids = list(known)
        moments = [moment_of(_moment(known[one].published)) for one in ids]
        groups = group_vectors(weighed([counts[one] for one in ids]), moments)
        return [[ids[index] for index in group] for group in groups]

    def _item(self, event: Event, known: Mapping[str, _Known]) -> Item:
        options = asdict(self.options)
        articles = [[one, known[one].shard] for one in event.articles]
        key = digest_of(event.id, event.articles, options, code_digest(COMPARING))
        work = json.dumps({"articles": articles, "options": options}, sort_keys=True)
        return Item(id=event.id, key=key, label=event.id, work=work)

    def _save(self, **changed: object) -> None:
        self._state |= changed
        data = json.dumps(self._state, indent=1, sort_keys=True).encode() + b"\n"
        self._store.write(CORPUS_FILE, data)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Raise FormatError when another program works on the same folder."""
        if not isinstance(self._store, FolderStore):
            yield
            return
        try:
            import fcntl
        except ImportError:  # a system without such locks
            yield
            return
        with (self._store.folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as wrong:
                raise FormatError(
                    f"Another storydiff works on {self.root}. Wait for it, or name another folder."
                ) from wrong
            yield


def open_corpus(root: str | os.PathLike[str], options: Options | None = None) -> Corpus:
    """The corpus in a folder or at an address such as "s3://bucket/corpus"; a new one if none is.

    `options` are kept and used from now on; without them those of before. FormatError for a folder
    that holds something else or was made by a newer program. MissingExtra without pyarrow.
    """
    pyarrow_module()
    store = store_at(root)
    try:
        state = json.loads(store.read(CORPUS_FILE))
    except FileNotFoundError:
        if store.names("."):
            raise FormatError(
                f"{store.root} holds something else than a corpus. Name a new folder."
            ) from None
        state = {"format": FORMAT, "options": asdict(Options()), "sources": [], "runs": []}
    except (OSError, ValueError) as wrong:
        source = f"{store.root}/{CORPUS_FILE}"
        raise UnreadableSource(source, "it is damaged", "Make the corpus again") from wrong
    if state["format"] != FORMAT:
        raise FormatError(f"{store.root} was made by a newer storydiff. Install that version.")
    corpus = Corpus(store, state)
    if options is not None or "index" not in state:
        corpus._save(options=asdict(options or corpus.options), index=state.get("index"))
    return corpus


def _event(name: str, articles: Sequence[str], known: Mapping[str, _Known]) -> Event:
    members = [known[one] for one in articles]
    times = sorted(
        (moment_of(_moment(one.published)) or 0, one.published) for one in members if one.published
    )
    return Event(
        id=name,
        articles=tuple(sorted(articles)),
        outlets=tuple(sorted({one.outlet for one in members})),
        first=times[0][1] if times else None,
        last=times[-1][1] if times else None,
    )


def _is_wanted(
    event: Event, wanted: set[str] | None, since: date | None, known: Mapping[str, _Known]
) -> bool:
    if wanted is not None and event.id not in wanted:
        return False
    moments = [_moment(known[one].published) for one in event.articles]
    return since is None or any(
        moment is None or (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).date() >= since
        for moment in moments
    )


def _moment(published: str | None) -> datetime | None:
    return datetime.fromisoformat(published) if published else None


def _place(item: Item) -> tuple[str, int]:
    return item.label, int(json.loads(item.work).get("start") or 0)


def _is_web(source: str) -> bool:
    from compare.corpus.fetching import is_list

    return source.lower().startswith(WEB) or is_list(source)


def _is_page(item: Item) -> bool:
    return bool(json.loads(item.work)["kind"] == "page")


def _is_feed(units: Sequence[Item], source: str) -> bool:
    """True for a source whose pages have other addresses than its own, or which failed."""
    return any(item.label != source or not _is_page(item) for item in units)


def _refresh(fetching: Fetching | None) -> bool:
    return fetching is not None and fetching.refresh


def _source_name(source: str) -> str:
    return f"{_SOURCES}/{digest_of(source)}.json"
