"""The sentences side by side: one row for each fact, one column for each outlet."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.grid import Row
from compare.formats.report.basics import FactRef, Passage, Ref
from compare.formats.report.marked_text import MarkedText
from compare.formats.report.matrix import FEW_SINGLES, mean_place
from compare.formats.report.references import SPREAD_SINGLES, References
from compare.model.comparison import Comparison


class SpreadCell(Struct, frozen=True, kw_only=True, gc=False):
    """The words of one outlet on a fact; several when several of its sentences state it."""

    said: tuple[tuple[Passage, Ref], ...]
    note: str


class SpreadRow(Struct, frozen=True, kw_only=True, gc=False):
    """One fact, side by side; `carriers` names its columns by their numbers, like "h1 h3"."""

    id: str
    fact: FactRef
    count: str
    single: bool
    carriers: str
    cells: tuple[SpreadCell, ...]


class Spread(Struct, frozen=True, kw_only=True, gc=False):
    """The sentences side by side; `shown` are the columns shown at first, counted from 1.

    `singles` counts the rows of facts that one outlet alone states.
    """

    rows: tuple[SpreadRow, ...]
    shown: tuple[int, ...]
    singles: int
    show_singles: bool
    pick_columns: bool


# So many columns can be read side by side; the others wait behind their check boxes.
_COLUMNS = 3


def spread(comparison: Comparison, marked: MarkedText, refs: References) -> Spread:
    """All facts of two or more outlets in story order; with few outlets, the others as well."""
    with_singles = len(comparison.articles) <= SPREAD_SINGLES
    shown = [row for row in refs.rows if row.fact.id not in refs.bare]
    chosen = [row for row in shown if with_singles or len(row.said_by) > 1]
    in_order = sorted(chosen, key=lambda row: mean_place(comparison, row))
    count = len(comparison.articles)
    singles = sum(len(row.said_by) < 2 for row in in_order)
    return Spread(
        rows=tuple(_row(comparison, marked, refs, row) for row in in_order),
        shown=tuple(range(1, (count if with_singles else _COLUMNS) + 1)),
        singles=singles,
        show_singles=count == 2 or singles <= FEW_SINGLES,
        pick_columns=count > 2,
    )


def _row(comparison: Comparison, marked: MarkedText, refs: References, row: Row) -> SpreadRow:
    return SpreadRow(
        id=f"r-{row.fact.id}",
        fact=refs.fact(row.fact.id),
        count=row.count,
        single=len(row.said_by) < 2,
        carriers=" ".join(
            f"h{number}"
            for number, article in enumerate(comparison.articles, 1)
            if article.letter in row.said_by
        ),
        cells=tuple(_cell(comparison, marked, refs, row, a.letter) for a in comparison.articles),
    )


def _cell(
    comparison: Comparison, marked: MarkedText, refs: References, row: Row, letter: str
) -> SpreadCell:
    said = dict.fromkeys(m.sentence for m in row.fact.mentions if m.article == letter)
    if said:
        pairs = ((marked.pieces_of_fact(s, row.fact.id), refs.sentence(s)) for s in said)
        return SpreadCell(said=tuple(pairs), note="")
    state = comparison.cell(row.fact.id, letter).state
    return SpreadCell(said=(), note=state.value)
