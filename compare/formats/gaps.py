"""Common ground and gaps: what all state, what one article lacks, what one alone states."""

from __future__ import annotations

from collections.abc import Sequence

from compare.formats.fact_matrix import SINGLE_ROWS, mean_place
from compare.formats.grid import Row, letters, rows
from compare.formats.page_basics import Outlet
from compare.formats.page_findings import Gap, Missed, OnlyHere, Shared, SharedFact
from compare.formats.references import References
from compare.model.comparison import Comparison
from compare.model.findings import Absence

# Where no fact is in all articles, so many of the most widely stated are shown instead.
_MOST_SHARED = 5


def shared(comparison: Comparison, refs: References) -> Shared:
    """The facts of all outlets, in story order; failing that, the most widely stated."""
    every = [row for row in rows(comparison) if len(row.said_by) > 1]
    common = [row for row in every if len(row.said_by) == len(comparison.articles)]
    if common:
        chosen = sorted(common, key=lambda row: mean_place(comparison, row))
    else:
        chosen = sorted(every, key=lambda row: -len(row.said_by))[:_MOST_SHARED]
    return Shared(by_all=bool(common), facts=tuple(_shared(refs, row) for row in chosen))


def gaps(comparison: Comparison, refs: References, outlets: Sequence[Outlet]) -> tuple[Gap, ...]:
    """For each outlet, the facts that were not found in it and those only it states."""
    every = rows(comparison)
    return tuple(
        Gap(
            outlet=outlet,
            missed=tuple(
                _missed(refs, absence) for absence in _missed_by(comparison, outlet.letter)
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


def _missed_by(comparison: Comparison, letter: str) -> list[Absence]:
    """The absences of an article, the most widely stated facts first."""
    mine = [absence for absence in comparison.absences if absence.article == letter]
    return sorted(mine, key=lambda absence: -len(absence.said_by))


def _missed(refs: References, absence: Absence) -> Missed:
    return Missed(
        fact=refs.fact(absence.fact),
        said_by=letters(absence.said_by),
        nearest=refs.near(absence.article, absence.nearest),
        hints=", ".join(hint.value for hint in absence.hints),
    )


def _only_here(comparison: Comparison, refs: References, row: Row) -> OnlyHere:
    in_matrix = len(comparison.articles) <= SINGLE_ROWS
    return OnlyHere(
        id="" if in_matrix else row.fact.id,
        fact=refs.fact(row.fact.id),
        ref=refs.sentence(row.fact.mentions[0].sentence),
    )
