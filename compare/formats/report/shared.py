"""What all agree on."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.grid import Row
from compare.formats.report.basics import FactRef, Ref
from compare.formats.report.matrix import mean_place
from compare.formats.report.references import References
from compare.model.comparison import Comparison

# Where no fact is in all articles, so many of the most widely stated are shown instead.
_MOST_SHARED = 5


class SharedFact(Struct, frozen=True, kw_only=True, gc=False):
    """A fact of the common ground, with the sentence of each outlet that states it."""

    fact: FactRef
    count: str
    independent: str
    refs: tuple[Ref, ...]


class Shared(Struct, frozen=True, kw_only=True, gc=False):
    """The facts all outlets state, or, when there are none, those that most of them do."""

    by_all: bool
    facts: tuple[SharedFact, ...]


def shared(comparison: Comparison, refs: References) -> Shared:
    """The facts of all outlets, in story order; failing that, the most widely stated."""
    every = [row for row in refs.rows if len(row.said_by) > 1]
    common = [row for row in every if len(row.said_by) == len(comparison.articles)]
    if common:
        chosen = sorted(common, key=lambda row: mean_place(comparison, row))
    else:
        chosen = sorted(every, key=lambda row: -len(row.said_by))[:_MOST_SHARED]
    return Shared(by_all=bool(common), facts=tuple(_shared(refs, row) for row in chosen))


def _shared(refs: References, row: Row) -> SharedFact:
    return SharedFact(
        fact=refs.fact(row.fact.id),
        count=row.count,
        independent=row.independent,
        refs=tuple(
            {m.article: refs.sentence(m.sentence) for m in reversed(row.fact.mentions)}.values()
        )[::-1],
    )
