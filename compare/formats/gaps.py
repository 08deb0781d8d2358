"""Common ground and gaps: what all state, what one article lacks, what one alone states."""

from __future__ import annotations

from collections.abc import Sequence

from compare.formats.fact_matrix import SINGLE_ROWS, mean_place
from compare.formats.grid import Row, letters
from compare.formats.page_basics import Outlet
from compare.formats.page_findings import Gap, Missed, OnlyHere, Shared, SharedFact
from compare.formats.references import References
from compare.model.comparison import Comparison

# Where no fact is in all articles, so many of the most widely stated are shown instead.
_MOST_SHARED = 5


def shared(comparison: Comparison, refs: References) -> Shared:
    """The facts of all outlets, in story order; failing that, the most widely stated."""
    every = [row for row in refs.rows if len(row.said_by) > 1]
    common = [row for row in every if len(row.said_by) == len(comparison.articles)]
    if common:
        chosen = sorted(common, key=lambda row: mean_place(comparison, row))
    else:
        chosen = sorted(every, key=lambda row: -len(row.said_by))[:_MOST_SHARED]
    return Shared(by_all=bool(common), facts=tuple(_shared(refs, row) for row in chosen))


def gaps(comparison: Comparison, refs: References, outlets: Sequence[Outlet]) -> tuple[Gap, ...]:
    """For each outlet, the facts that were not found in it and those only it states."""
    every = refs.rows
    return tuple(
        Gap(
            outlet=outlet,
            missed=tuple(
                _missed(comparison, refs, row, outlet.letter)
                for row in sorted(every, key=lambda row: -len(row.said_by))
                if len(row.said_by) > 1 and outlet.letter not in row.said_by
            ),
            only_here=tuple(
                _only_here(comparison, refs, row)
                for row in every
                if row.said_by == (outlet.letter,)
            ),
        )
        for outlet in outlets
    )


def _shared(refs: References, row: Row) -> SharedFact:
    return SharedFact(
        fact=refs.fact(row.fact.id),
        count=row.count,
        independent=row.independent,
        refs=tuple(
            {m.article: refs.sentence(m.sentence) for m in reversed(row.fact.mentions)}.values()
        )[::-1],
    )


def _missed(comparison: Comparison, refs: References, row: Row, letter: str) -> Missed:
    cell = comparison.cell(row.fact.id, letter)
    return Missed(
        fact=refs.fact(row.fact.id),
        said_by=f"{letters(row.said_by)}{row.independent}",
        nearest=refs.near(letter, cell.nearest),
        hints=refs.hints(row.fact.id, letter),
    )


def _only_here(comparison: Comparison, refs: References, row: Row) -> OnlyHere:
    sentence = row.fact.mentions[0].sentence
    in_matrix = len(comparison.articles) <= SINGLE_ROWS
    return OnlyHere(
        id="" if in_matrix else row.fact.id,
        fact=refs.fact(row.fact.id),
        sentence=sentence,
        place=f"¶{refs.paragraph(sentence)[0]}",
    )
