"""Who says what: the facts as rows, the outlets as columns, in three orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from compare.formats.grid import Cell, FactRow, Sign, bare_line, letters
from compare.formats.report.basics import FactRef
from compare.formats.report.references import References
from compare.formats.word_counts import story_words
from compare.model.comparison import Comparison


class GridCell(Struct, frozen=True, kw_only=True, gc=False):
    """One cell: `sign` names glyph and class, `opens` is a note, `href` leads to a headline."""

    id: str
    sign: str
    spoken: str
    figure: str
    opens: str
    href: str


class GridRow(Struct, frozen=True, kw_only=True, gc=False):
    """One fact over all outlets.

    `voices` is like "2 independent", empty when no copy is shared; `story` and `differs` are the
    places of the row in the other two orders.
    """

    fact: FactRef
    ordinal: str
    cells: tuple[GridCell, ...]
    count: str
    voices: str
    said: int
    story: int
    differs: int
    single: bool


class CopyBracket(Struct, frozen=True, kw_only=True, gc=False):
    """Outlets that share copy: one flag for each column, and how much, like "82 %"."""

    letters: str
    inside: tuple[bool, ...]
    share: str


class ColumnFoot(Struct, frozen=True, kw_only=True, gc=False):
    """Under a column: facts carried, and words in the article."""

    carried: int
    words: int


class Matrix(Struct, frozen=True, kw_only=True, gc=False):
    """Who says what: `left_out` counts facts of one outlet that are only listed under the gaps.

    `bare` is a sentence on those that are not shown at all, empty when there are none.
    """

    rows: tuple[GridRow, ...]
    brackets: tuple[CopyBracket, ...]
    feet: tuple[ColumnFoot, ...]
    singles: int
    show_singles: bool
    left_out: int
    bare: str


# Up to so many outlets facts of one outlet have rows too: an empty row of fifty says little.
SINGLE_ROWS = 12
# So few rows of one outlet each do not get in the way and are shown from the start.
FEW_SINGLES = 12
# Longer figures, such as dates, would be broken over lines.
_FIGURE_MOST = 7
# Copy that makes up less of a text is a passage in common, told under the sources.
_BRACKET_FROM = 0.1

_CODES = {
    Sign.STATED: "st",
    Sign.PARTLY: "pt",
    Sign.GUARDED: "gd",
    Sign.HEADLINE: "hl",
    Sign.PERHAPS: "ph",
    Sign.NOT_FOUND: "nf",
}


def matrix(comparison: Comparison, refs: References) -> Matrix:
    """The grid with its feet and the brackets of shared copy."""
    every = refs.rows
    singles = [row for row in every if len(row.said_by) < 2]
    with_singles = len(comparison.articles) <= SINGLE_ROWS
    shown = [row for row in singles if with_singles and row.fact.id not in refs.bare]
    return Matrix(
        rows=_ordered(comparison, refs, [*(r for r in every if len(r.said_by) > 1), *shown]),
        brackets=_brackets(comparison),
        feet=tuple(
            ColumnFoot(carried=sum(a.letter in row.said_by for row in every), words=story_words(a))
            for a in comparison.articles
        ),
        singles=len(shown),
        show_singles=len(shown) <= FEW_SINGLES,
        left_out=0 if with_singles else len(singles) - len(refs.bare),
        bare=bare_line(comparison),
    )


def mean_place(comparison: Comparison, row: FactRow) -> float:
    """Where the articles state a fact on average: 0.0 at the top, 1.0 at the end."""
    firsts = [
        first
        for letter in row.said_by
        if (first := comparison.cell(row.fact.id, letter).first) is not None
    ]
    return sum(firsts) / len(firsts) if firsts else 0.0


def _ordered(
    comparison: Comparison, refs: References, shown: Sequence[FactRow]
) -> tuple[GridRow, ...]:
    places = {row.fact.id: mean_place(comparison, row) for row in shown}

    def by_said(row: FactRow) -> tuple[float, ...]:
        return (-len(row.said_by), places[row.fact.id])

    def by_story(row: FactRow) -> tuple[float, ...]:
        return (places[row.fact.id],)

    def by_difference(row: FactRow) -> tuple[float, ...]:
        return (_likeness(row), *by_said(row))

    in_order = sorted(shown, key=by_said)
    story, differs = _ranks(in_order, by_story), _ranks(in_order, by_difference)
    return tuple(
        GridRow(
            fact=refs.fact(row.fact.id),
            ordinal=row.fact.ordinal,
            cells=tuple(_cell(refs, row, cell) for cell in row.cells),
            count=row.count,
            voices=f"{row.voices} independent" if row.independent else "",
            said=len(row.said_by),
            story=story[row.fact.id],
            differs=differs[row.fact.id],
            single=len(row.said_by) < 2,
        )
        for row in in_order
    )


def _ranks(shown: Sequence[FactRow], key: Callable[[FactRow], tuple[float, ...]]) -> dict[str, int]:
    return {row.fact.id: rank for rank, row in enumerate(sorted(shown, key=key))}


def _likeness(row: FactRow) -> int:
    """0 for facts whose figures differ, 1 for other figures that are not alike, 2 for the rest."""
    if any(cell.clash for cell in row.cells):
        return 0
    figures = {cell.figure for cell in row.cells if cell.figure is not None}
    return 1 if len(figures) > 1 else 2


def _cell(refs: References, row: FactRow, cell: Cell) -> GridCell:
    code, spoken = _CODES[cell.sign], cell.sign.value
    if cell.clash:
        code, spoken = "cl", "figures differ"
    elif len(row.said_by) < 2 and cell.sign.carries:
        code, spoken = "on", "only in this article"
    mention = next((m for m in row.fact.mentions if m.article == cell.article), None)
    opens = refs.sentence(mention.sentence).note if mention else ""
    if not cell.sign.carries and len(row.said_by) > 1:
        opens = f"n-{row.fact.id}"
    return GridCell(
        id=f"{row.fact.id}-{cell.article}",
        sign=code,
        spoken=spoken,
        figure=cell.figure if cell.figure and len(cell.figure) <= _FIGURE_MOST else "",
        opens=opens,
        href=f"#{cell.article}.h" if cell.sign is Sign.HEADLINE else "",
    )


def _brackets(comparison: Comparison) -> tuple[CopyBracket, ...]:
    return tuple(
        CopyBracket(
            letters=letters(reuse.articles),
            inside=tuple(a.letter in reuse.articles for a in comparison.articles),
            share=f"{reuse.share:.0%}",
        )
        for reuse in comparison.reuse
        if reuse.share >= _BRACKET_FROM
    )
