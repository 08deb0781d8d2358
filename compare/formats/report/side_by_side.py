"""Any two outlets side by side in the report: a diff of every pair, as far as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from compare.diff.outlets import OutletDiffs
from compare.formats.diff_layout import is_marked
from compare.formats.diff_table import DiffTable, diff_table
from compare.formats.outlet_names import outlet_name
from compare.formats.withheld_words import FILLER
from compare.model.comparison import Comparison
from compare.model.diff import Diff, Edit, Field, Side, Words
from compare.model.letters import ordered_letters

Pair = tuple[str, str]
PlacedRow = tuple[int, int, tuple[int, ...], int, int, tuple[int, ...], int]
# Up to so many outlets, and with so many characters in all pairs together, each pair has all words
# of both; else the statements that only one of the two has are counted, and stand in the articles.
_FEW_OUTLETS = 4
_FEW_CHARACTERS = 120_000
# Characters of articles that the pairs may take for each outlet; enough for all pairs of eight
# outlets in the largest report that the budgets of the bench know.
_ROOM = 7_500
# Beyond these, rows are given as places in the full articles, from which script takes the words.
_MOST_WRITTEN = 60_000


class SideBySide(Struct, frozen=True, kw_only=True, gc=False):
    """The pairs that are written out, and how many of all are not.

    `whole` is true when the tables have all words of both. `more` has the rows of the other pairs
    by the id of the pair, as places in the full articles. `places` has for each fact the id of the
    row that has it first.
    """

    tables: tuple[DiffTable, ...]
    whole: bool
    unwritten: int
    more: dict[str, tuple[PlacedRow, ...]]
    places: dict[str, str]


def side_by_side(comparison: Comparison) -> SideBySide:
    """All pairs in the order of their letters; where there is no room, those that share most."""
    whole = _has_room_for_all(comparison)
    pairs = list(combinations([article.letter for article in comparison.articles], 2))
    weights = _weights(comparison, pairs)
    room = min(_ROOM * len(comparison.articles), _MOST_WRITTEN)
    chosen = set(pairs if whole else _chosen(weights, room))
    diffs = OutletDiffs(comparison)
    made: list[Diff] = []
    tables: list[DiffTable] = []
    more: dict[str, tuple[PlacedRow, ...]] = {}
    for pair in pairs:
        if pair in chosen and not weights[pair] and not whole:
            tables.append(_nothing_shared(comparison, *pair))
        elif pair in chosen:
            made.append(diffs.of(*pair))
            prefix = f"{_name(made[-1])}."
            over = _names(comparison, pair)
            tables.append(diff_table(made[-1], prefix=prefix, linked=True, whole=whole, names=over))
        elif weights[pair]:
            more["-".join(pair)] = tuple(_placed(comparison, diffs.of(*pair)))
    return SideBySide(
        tables=tuple(tables),
        whole=whole,
        unwritten=len(pairs) - len(tables),
        more=more,
        places=dict(_places(made, whole=whole)),
    )


def _placed(comparison: Comparison, diff: Diff) -> Iterator[PlacedRow]:
    """The rows of both sides, each side as its sentence, where it begins there, and its runs."""
    for row in diff.rows:
        if row.field is Field.TEXT and row.left and row.right:
            one, other = (
                _runs(comparison, about.letter, side, edits)
                for about, side, edits in (
                    (diff.left, row.left, [(edit, edit.left) for edit in row.edits]),
                    (diff.right, row.right, [(edit, edit.right) for edit in row.edits]),
                )
            )
            yield (*one, *other, int(row.moved))


def _runs(
    comparison: Comparison, letter: str, side: Side, edits: Sequence[tuple[Edit, Words | None]]
) -> tuple[int, int, tuple[int, ...]]:
    """The number of the sentence, the place in it, and lengths, quiet and marked in turn."""
    sentence = comparison.article(letter).sentence(side.sentences[0])
    begin = max(side.span.start, sentence.span.start)
    lengths, at_mark = [0], False
    for edit, words in edits:
        if words is not None and words.span.end > begin:
            marked = is_marked(edit) and FILLER not in words.text
            if marked is not at_mark:
                lengths.append(0)
                at_mark = marked
            lengths[-1] += words.span.end - max(words.span.start, begin)
    number = int(sentence.id.rpartition(".s")[2])
    return number, begin - sentence.span.start, tuple(lengths)


def _has_room_for_all(comparison: Comparison) -> bool:
    count = len(comparison.articles)
    total = sum(len(article.document.text) for article in comparison.articles)
    return count <= _FEW_OUTLETS or total * (count - 1) <= _FEW_CHARACTERS


def _names(comparison: Comparison, pair: Pair) -> tuple[str, str]:
    left, right = (outlet_name(comparison.article(letter)) for letter in pair)
    return left, right


def _nothing_shared(comparison: Comparison, left: str, right: str) -> DiffTable:
    """The table of two articles of which no statement is the same."""
    return DiffTable(
        id=f"{left}-{right}",
        letters=(left, right),
        names=_names(comparison, (left, right)),
        versions=False,
        counts=f"No statement of {left} was found in {right}.",
        blocks=(),
    )


def _weights(comparison: Comparison, pairs: Sequence[Pair]) -> dict[Pair, list[int]]:
    """For each pair how many characters each of the facts takes that both state."""
    weights: dict[Pair, list[int]] = {pair: [] for pair in pairs}
    for held in _sizes(comparison):
        for pair in combinations(held, 2):
            weights[pair].append(sum(held[letter] for letter in pair))
    return weights


def _chosen(weights: Mapping[Pair, Sequence[int]], room: int) -> Iterator[Pair]:
    """The pairs that share most facts, as many as there is room for."""
    for pair in sorted(weights, key=lambda pair: -len(weights[pair])):
        room -= sum(weights[pair])
        if room < 0:
            return
        yield pair


def _sizes(comparison: Comparison) -> Iterator[dict[str, int]]:
    """For each fact how many characters its statements take in each article, by letter."""
    for fact in comparison.facts:
        held = dict.fromkeys(ordered_letters(fact.articles), 0)
        for mention in fact.mentions:
            held[mention.article] += mention.span.end - mention.span.start
        yield held


def _places(diffs: Sequence[Diff], *, whole: bool) -> Iterator[tuple[str, str]]:
    """Facts with their rows, the one to go to last: of two sides where there is one."""
    rows = [(diff, row) for diff in diffs for row in diff.rows]
    rows.reverse()
    for both in (False, True):
        for diff, row in rows:
            if bool(row.left and row.right) is both and (both or whole):
                yield from ((fact, f"{_name(diff)}.{row.id}") for fact in row.facts)


def _name(diff: Diff) -> str:
    return f"{diff.left.letter}-{diff.right.letter}"
