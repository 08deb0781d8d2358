"""One run of the grouping: the events of all articles of a corpus, written beside what changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np

from compare.align.events import group_vectors, microseconds_of
from compare.align.likeness import Numbers, Vectors, weighed_terms
from compare.corpus.code_digest import READING, code_digest
from compare.corpus.grouping import name_events
from compare.corpus.shards import (
    KNOWN,
    TERMS,
    Output,
    Row,
    Tally,
    read_rows,
    read_table,
    write_output,
)
from compare.corpus.store import Store
from compare.corpus.tasks import digest_of
from compare.errors import UnreadableSource


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """What the grouping needs of an article: `shard` is the file that holds it."""

    outlet: str
    published: str | None
    shard: str


def new_run(
    store: Store,
    known: Mapping[str, KnownArticle],
    runs: Sequence[Mapping[str, Any]],
    *,
    done: bool,
) -> dict[str, Any] | None:
    """Write events and changes, and return what is to be remembered of the run.

    None where the last of `runs` was of the same articles and its result is `done`. A run that was
    interrupted writes the same files again.
    """
    code, articles = code_digest(READING), digest_of(list(known))
    last = runs[-1] if runs else None
    same = last is not None and (last["articles"], last["code"]) == (articles, code)
    if done and same:
        return None
    before = _before(store)
    if last and same:
        rows: list[Row] = [(event, one, run) for one, (event, run) in before.items()]
        _write(store, "grouping", "events", last["key"], len(runs), sorted(rows, key=str))
        return None
    number = len(runs) + 1
    found = name_events(_groups(store, known), before, number)
    if len(found.events) != len(known):
        raise AssertionError(f"{len(known)} articles came in, {len(found.events)} went out")
    key = digest_of(number, articles, code, [run["key"] for run in runs])
    _write(store, "changes", "changes", key, number, found.changes)
    _write(store, "grouping", "events", key, number, found.events)
    return {"key": key, "articles": articles, "code": code}


def _write(
    store: Store, stage: str, table: str, key: str, number: int, rows: Sequence[Row]
) -> None:
    tally = Tally(came_in=len(rows), went_out=len(rows), failed=0)
    output = Output(items={f"{stage} {number}": tally})
    output.add(table, rows)
    write_output(store, stage, key, output)


def _before(store: Store) -> dict[str, tuple[str, int]]:
    """Event and run of each article, from the events or, where they are damaged, their copy."""
    try:
        rows = [row for name in store.names("events") for row in read_rows(store, name)]
    except UnreadableSource:
        rows = []
    if not rows:
        rows = [row for name in store.names(KNOWN) for row in read_rows(store, name)]
    return {str(row[1]): (str(row[0]), int(row[2] or 0)) for row in rows}


def _groups(store: Store, known: Mapping[str, KnownArticle]) -> list[list[str]]:
    ids = list(known)
    times = (known[one].published for one in ids)
    moments = [microseconds_of(datetime.fromisoformat(time) if time else None) for time in times]
    groups = group_vectors(_vectors(store, ids), moments)
    return [[ids[index] for index in group] for group in groups]


def _vectors(store: Store, ids: Sequence[str]) -> Vectors:
    """The weighed words of the articles, in the order of their ids."""
    number: dict[str, int] = {}
    found: dict[str, tuple[Numbers, Numbers]] = {}
    for name in store.names(TERMS):
        for batch in read_table(store, name, ["article_id", "stems", "counts"]).to_batches():
            listed, stems, counts = batch.columns
            words = stems.flatten().dictionary_encode()
            known = [number.setdefault(w, len(number)) for w in words.dictionary.to_pylist()]
            terms = np.array(known, dtype=np.int64)[words.indices.to_numpy()]
            often = counts.flatten().to_numpy().astype(np.int64)
            ends = np.cumsum(stems.value_lengths().to_numpy())[:-1]
            rows = zip(np.split(terms, ends), np.split(often, ends), strict=True)
            found.update(zip(listed.to_pylist(), rows, strict=True))
    terms_of, counts_of = ([found[one][at] for one in ids] for at in (0, 1))
    return weighed_terms(list(number), terms_of, counts_of)
