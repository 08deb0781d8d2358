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

from compare.align.events import microseconds_of
from compare.corpus.code_digest import COMPARING, READING, code_digest
from compare.corpus.comparing import compare_articles
from compare.corpus.engines import Engine, LocalEngine
from compare.corpus.event_runs import KnownArticle, new_run
from compare.corpus.intake import Intake
from compare.corpus.schema import SCHEMA
from compare.corpus.shards import (
    RECEIPTS,
    WORK,
    Receipt,
    Tally,
    read_receipt,
    read_table,
    table_rows,
)
from compare.corpus.source_bytes import WEB, is_remote
from compare.corpus.stage_runs import StageRun, Told, sum_receipts, tell_nobody
from compare.corpus.store import FolderStore, Store, store_at
from compare.corpus.tasks import Task, WorkItem, chunks, digest_of
from compare.corpus.units import CORPUS_FILE
from compare.errors import FormatError, OptionError, UnreadableSource
from compare.formats.arrow import pyarrow_module
from compare.model.comparison import Comparison
from compare.model.options import Options

if TYPE_CHECKING:
    from compare.sources.fetch.settings import Fetching

FORMAT = 1
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
    def store(self) -> Store:
        """The files of the corpus."""
        return self._store

    def shards(self, table: str) -> list[str]:
        """The names of the Parquet files of a table, in order."""
        return self._store.names(table)

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
        told: Told = tell_nobody,
    ) -> Tally:
        """Read the articles of the sources that are not read yet; how many rows came of all so far.

        A source is a file, a folder with all in it, an address, or a feed. Sources given before are
        looked at again; one that is gone keeps what was read of it. What cannot be read is a
        failure. FormatError where the corpus cannot be written.
        """
        several = [sources] if isinstance(sources, str | os.PathLike) else list(sources)
        given = [_named(str(os.fspath(source))) for source in several]
        with self._alone():
            code = code_digest(READING)
            every = list(dict.fromkeys([*self._state["sources"], *given]))
            self._save(sources=every)
            units = Intake(self._store, code, fetching).units(every, given)
            receipts = self._run("reading", units, _READ_AT_ONCE, READING, engine, told)
            self._clean()
        return sum_receipts(receipts)

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
        told: Told = tell_nobody,
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
        tally = sum_receipts(receipts)
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
            raise OptionError(
                f"There is no event {event} of two articles. List them with events()."
            )
        return compare_articles(self._store, sorted(articles), self.options)[0]

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

    def _run(
        self,
        stage: str,
        items: Sequence[WorkItem],
        most: int,
        parts: tuple[str, ...],
        engine: Engine | None,
        told: Told,
    ) -> list[Receipt]:
        """The receipts of a stage; what it made of other items before is taken away."""
        code = code_digest(parts)
        earlier = {key: receipt.key for receipt in self._done(stage) for key in receipt.items}
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
        receipts = StageRun(self._store, engine or LocalEngine(), told).receipts(stage, tasks)
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
        for table in (*SCHEMA, *WORK):
            for name in self._store.names(table):
                if name not in kept:
                    self._store.remove(name)
        if isinstance(self._store, FolderStore):
            self._store.remove_parts()

    def _articles(self) -> dict[str, KnownArticle]:
        """Every article by its id, once, with the shard that holds it; in the order of the ids."""
        known: dict[str, KnownArticle] = {}
        for name in self._store.names("articles"):
            table = read_table(self._store, name, ["article_id", "outlet", "published"])
            for row in table.to_pylist():
                known.setdefault(
                    row["article_id"], KnownArticle(row["outlet"], row["published"], name)
                )
        return dict(sorted(known.items()))

    def _group(self, known: Mapping[str, KnownArticle]) -> None:
        """Write the events of all articles, unless those of the last run are of the same ones."""
        runs = self._state["runs"]
        fresh = new_run(self._store, known, runs, done=bool(self._done("grouping")))
        if fresh is None:
            return
        self._save(runs=[*runs, fresh])
        for name in self._store.names(RECEIPTS):
            if name.startswith(f"{RECEIPTS}/grouping-") and not name.endswith(
                f"{fresh['key']}.json"
            ):
                self._store.remove(name)
        self._clean()

    def _item(self, event: Event, known: Mapping[str, KnownArticle]) -> WorkItem:
        options = asdict(self.options)
        articles = [[one, known[one].shard] for one in event.articles]
        key = digest_of(event.id, event.articles, options, code_digest(COMPARING))
        work = json.dumps({"articles": articles, "options": options}, sort_keys=True)
        return WorkItem(id=event.id, key=key, label=event.id, work=work)

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


def _named(source: str) -> str:
    """The source by a name that means the same in any folder and for every worker."""
    remote = is_remote(source) or source.lower().startswith(WEB)
    return source if remote else os.path.abspath(source)  # noqa: PTH100 - links are kept


def _event(name: str, articles: Sequence[str], known: Mapping[str, KnownArticle]) -> Event:
    members = [known[one] for one in articles]
    times = sorted(
        (microseconds_of(_moment(one.published)) or 0, one.published)
        for one in members
        if one.published
    )
    return Event(
        id=name,
        articles=tuple(sorted(articles)),
        outlets=tuple(sorted({one.outlet for one in members})),
        first=times[0][1] if times else None,
        last=times[-1][1] if times else None,
    )


def _is_wanted(
    event: Event, wanted: set[str] | None, since: date | None, known: Mapping[str, KnownArticle]
) -> bool:
    if wanted is not None and event.id not in wanted:
        return False
    days = [_day(known[one].published) for one in event.articles]
    return since is None or any(day is None or day >= since for day in days)


def _day(published: str | None) -> date | None:
    """The day in UTC."""
    moment = _moment(published)
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).date()


def _moment(published: str | None) -> datetime | None:
    return datetime.fromisoformat(published) if published else None
