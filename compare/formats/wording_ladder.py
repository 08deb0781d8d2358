"""The wordings of one fact under one another, their words in columns as in a collation table."""

from __future__ import annotations

from compare.formats.grid import letters
from compare.formats.page_findings import Ladder, RungLine
from compare.formats.references import References
from compare.model.comparison import Comparison
from compare.model.findings import Rung, Wording

# More rows than these can no longer be read against each other.
_RUNGS = 8


def ladders(comparison: Comparison, refs: References) -> tuple[Ladder, ...]:
    """One ladder for each fact whose wordings were lined up."""
    return tuple(_ladder(comparison, refs, wording) for wording in comparison.wordings)


def _ladder(comparison: Comparison, refs: References, wording: Wording) -> Ladder:
    rungs = wording.rungs[:_RUNGS]
    table = [_cells(comparison, rung) for rung in rungs]
    width = max(len(cells) for cells in table)
    padded = [cells + [""] * (width - len(cells)) for cells in table]
    same = [len({cell.casefold() for cell in column}) == 1 for column in zip(*padded, strict=True)]
    return Ladder(
        fact=refs.fact(wording.fact),
        rungs=tuple(
            RungLine(
                letters=letters(rung.articles),
                ref=refs.evidence(rung.evidence),
                cells=tuple(zip(cells, same, strict=True)),
            )
            for rung, cells in zip(rungs, padded, strict=True)
        ),
    )


def _cells(comparison: Comparison, rung: Rung) -> list[str]:
    article = comparison.article(rung.evidence.article)
    return [article.words_of(span) if span is not None else "" for span in rung.cells]
