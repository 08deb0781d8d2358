"""Common ground and gaps: what all state, what one article lacks, what one alone states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from compare.findings.prominence import is_high
from compare.formats.grid import FactRow, letters
from compare.formats.report.basics import FactRef, NearMiss, OutletColumn
from compare.formats.report.matrix import SINGLE_ROWS, mean_place
from compare.formats.report.references import References
from compare.model.comparison import Comparison
from compare.text.fold import folded_text
from compare.text.words import words


class MissedFact(Struct, frozen=True, kw_only=True, gc=False):
    """A fact others state that was not found in an article."""

    fact: FactRef
    said_by: str
    nearest: NearMiss | None
    hints: str


class OnlyHere(Struct, frozen=True, kw_only=True, gc=False):
    """A fact that one article alone states; `id` is its anchor unless the matrix holds it."""

    id: str
    fact: FactRef
    sentence: str
    place: str


class Gap(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet: what others state and it does not, and what it alone states.

    `bare` counts facts that it alone states and that are not shown; `hints` are innocent reasons
    that hold for all that was missed.
    """

    outlet: OutletColumn
    missed: tuple[MissedFact, ...]
    only_here: tuple[OnlyHere, ...]
    bare: int
    hints: str


# So many letters can be read at a glance.
_NAMED = 8
# A label that has this part of the words of another says little that is new.
_REPEATED = 0.7
# The outlet has a sentence so like the fact that it may well state it.
_NEAR = 0.5


def gaps(
    comparison: Comparison, refs: References, outlets: Sequence[OutletColumn]
) -> tuple[Gap, ...]:
    """For each outlet, the facts that were not found in it and those only it states.

    What most outlets have in headline or lead comes first; what has nearly the words of something
    above it, or of the nearest sentence of the outlet itself, comes last.
    """
    weights = _weights(comparison, refs)
    every = sorted(refs.rows, key=lambda row: weights[row.fact.id])
    return tuple(_gap(comparison, refs, every, outlet) for outlet in outlets)


def _gap(
    comparison: Comparison, refs: References, every: Sequence[FactRow], outlet: OutletColumn
) -> Gap:
    letter = outlet.letter
    missed = [row for row in every if len(row.said_by) > 1 and letter not in row.said_by]
    alone = [row for row in every if row.said_by == (letter,)]
    told = [row for row in alone if row.fact.id not in refs.bare]
    hints = _hints_of_all(refs, missed, letter)
    return Gap(
        outlet=outlet,
        missed=tuple(
            _missed(comparison, refs, row, letter, hints)
            for row in _repeats_last(missed, lambda row: _is_near(comparison, row, letter))
        ),
        only_here=tuple(
            _only_here(comparison, refs, row) for row in _repeats_last(told, lambda _: False)
        ),
        bare=len(alone) - len(told),
        hints=", ".join(hints),
    )


def _hints_of_all(refs: References, missed: Sequence[FactRow], letter: str) -> tuple[str, ...]:
    """The hints that hold for everything that was not found in the article."""
    hints = [refs.hints(row.fact.id, letter) for row in missed]
    return tuple(h for h in hints[0] if all(h in those for those in hints)) if hints else ()


def _weights(comparison: Comparison, refs: References) -> dict[str, tuple[float, ...]]:
    """Sorts facts by how many outlets have them at the top, state them, and how far up."""
    tops = Counter(place.fact for place in comparison.prominence if is_high(place))
    return {
        row.fact.id: (-tops[row.fact.id], -len(row.said_by), mean_place(comparison, row))
        for row in refs.rows
    }


def _repeats_last(those: Iterable[FactRow], is_weak: Callable[[FactRow], bool]) -> list[FactRow]:
    first: list[FactRow] = []
    last: list[FactRow] = []
    told: list[frozenset[str]] = []
    for row in those:
        said = _folded_words(row.fact.label)
        if is_weak(row) or any(_is_repeat(said, other) for other in told):
            last.append(row)
        else:
            first.append(row)
            told.append(said)
    return first + last


@lru_cache(maxsize=4096)
def _folded_words(label: str) -> frozenset[str]:
    return frozenset(folded_text(span.of(label)) for span in words(label))


def _is_repeat(said: frozenset[str], other: frozenset[str]) -> bool:
    return len(said & other) >= _REPEATED * min(len(said), len(other))


def _is_near(comparison: Comparison, row: FactRow, letter: str) -> bool:
    nearest = comparison.cell(row.fact.id, letter).nearest
    return nearest is not None and nearest.score >= _NEAR


def _said_by(row: FactRow) -> str:
    """The letters, or how many there are where a list of them would be long."""
    return letters(row.said_by) if len(row.said_by) <= _NAMED else row.count


def _missed(
    comparison: Comparison, refs: References, row: FactRow, letter: str, known: Sequence[str]
) -> MissedFact:
    cell = comparison.cell(row.fact.id, letter)
    return MissedFact(
        fact=refs.fact(row.fact.id),
        said_by=f"{_said_by(row)}{row.independent}",
        nearest=refs.near(letter, cell.nearest),
        hints=", ".join(h for h in refs.hints(row.fact.id, letter) if h not in known),
    )


def _only_here(comparison: Comparison, refs: References, row: FactRow) -> OnlyHere:
    sentence = row.fact.mentions[0].sentence
    in_matrix = len(comparison.articles) <= SINGLE_ROWS
    return OnlyHere(
        id="" if in_matrix else row.fact.id,
        fact=refs.fact(row.fact.id),
        sentence=sentence,
        place=f"¶{refs.paragraph(sentence)[0]}",
    )
