"""The wordings of one fact under one another, their words in columns as in a collation table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.formats.grid import letters
from compare.formats.report.basics import FactRef, Ref
from compare.formats.report.references import References
from compare.formats.screen import unquoted_text
from compare.model.comparison import Comparison
from compare.model.findings import Evidence, Rung, Wording
from compare.model.words import Voice


class RungLine(Struct, frozen=True, kw_only=True, gc=False):
    """One wording: its words in columns, each with a flag for words that another has there too.

    A wording too different to be lined up has no cells but its `words` as a whole. `chips` name
    the grammar of an act told in it, and what holds it at arm's length.
    """

    letters: str
    ref: Ref
    cells: tuple[tuple[str, bool], ...]
    words: str
    chips: tuple[str, ...]


class Ladder(Struct, frozen=True, kw_only=True, gc=False):
    """The wordings of one fact in `width` columns; `chips` tells whether any has some.

    `flows` is true where there are too many columns to stand beside each other.
    """

    fact: FactRef
    width: int
    flows: bool
    rungs: tuple[RungLine, ...]
    chips: bool


# More rows than these can no longer be read against each other.
_RUNGS = 8
# More columns than these no longer fit beside each other; the wordings then stand as lines of text.
_COLUMNS = 12


def ladders(comparison: Comparison, refs: References) -> tuple[Ladder, ...]:
    """One ladder for each fact whose wordings were lined up, those that only repeat others last."""
    found = [one for one in comparison.wordings if any(rung.cells for rung in one.rungs)]
    seen: set[frozenset[Evidence]] = set()
    first: list[Wording] = []
    last: list[Wording] = []
    for wording in found:
        lined_up = frozenset(rung.evidence for rung in wording.rungs if rung.cells)
        (last if lined_up in seen else first).append(wording)
        seen.add(lined_up)
    return tuple(_ladder(comparison, refs, wording) for wording in (*first, *last))


def _ladder(comparison: Comparison, refs: References, wording: Wording) -> Ladder:
    lined_up = [rung for rung in wording.rungs if rung.cells][:_RUNGS]
    apart = [rung for rung in wording.rungs if not rung.cells][:_RUNGS]
    table = [_cells(comparison, rung) for rung in lined_up]
    width = max(len(cells) for cells in table)
    padded = [cells + [""] * (width - len(cells)) for cells in table]
    shared = [_shared(column) for column in zip(*padded, strict=True)]
    marked = _merged(
        [
            [(words, words.casefold() in same) for words, same in zip(cells, shared, strict=True)]
            for cells in padded
        ]
    )
    rungs = tuple(
        RungLine(
            letters=letters(rung.articles),
            ref=refs.evidence(rung.evidence),
            cells=tuple(cells),
            words="",
            chips=tuple(dict.fromkeys(_chips(comparison, wording.fact, rung))),
        )
        for rung, cells in zip(lined_up, marked, strict=True)
    ) + tuple(
        RungLine(
            letters=letters(rung.articles),
            ref=refs.evidence(rung.evidence),
            cells=(),
            words=rung.evidence.text,
            chips=tuple(dict.fromkeys(_chips(comparison, wording.fact, rung))),
        )
        for rung in apart
    )
    return Ladder(
        fact=refs.fact(wording.fact),
        width=len(marked[0]),
        flows=len(marked[0]) > _COLUMNS,
        rungs=rungs,
        chips=any(rung.chips for rung in rungs),
    )


def _chips(comparison: Comparison, fact: str, rung: Rung) -> Iterator[str]:
    """The grammar of an act told in the wording, and the words that hold it at arm's length."""
    for agency in comparison.agency:
        for telling in agency.tellings:
            if agency.fact == fact and _stands_in(telling.act, rung):
                # This voice says already that nobody is named.
                known = telling.actor is not None or telling.voice is Voice.AGENTLESS
                actor = ", actor named" if telling.actor else "" if known else ", actor not named"
                yield f"{agency.act}: {telling.voice.value}{actor}"
    for one in comparison.certainty:
        for guarded in one.guarded:
            if one.fact == fact and _stands_in(guarded.mark, rung):
                yield f"“{unquoted_text(guarded.mark.text)}”"


def _stands_in(words: Evidence, rung: Rung) -> bool:
    return any(
        words.article == one.article and one.span.contains(words.span)
        for one in (rung.evidence, *rung.also)
    )


def _cells(comparison: Comparison, rung: Rung) -> list[str]:
    article = comparison.article(rung.evidence.article)
    return [article.words_of(span) if span is not None else "" for span in rung.cells]


def _merged(rows: list[list[tuple[str, bool]]]) -> list[list[tuple[str, bool]]]:
    """The rows with neighbouring columns put together where no row tells them apart."""
    columns: list[list[tuple[str, bool]]] = []
    for column in map(list, zip(*rows, strict=True)):
        if columns and all(
            bool(one[0]) == bool(before[0]) and one[1] == before[1]
            for before, one in zip(columns[-1], column, strict=True)
        ):
            columns[-1] = [
                (f"{before[0]} {one[0]}".strip(), one[1])
                for before, one in zip(columns[-1], column, strict=True)
            ]
        else:
            columns.append(column)
    return [list(row) for row in zip(*columns, strict=True)]


def _shared(column: Sequence[str]) -> set[str]:
    """The words, folded, that two or more wordings have in a column."""
    counted = Counter(words.casefold() for words in column if words)
    return {words for words, times in counted.items() if times > 1}
