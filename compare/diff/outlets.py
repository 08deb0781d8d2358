"""Two articles of a comparison: their statements in the order of the left one, words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from compare.diff.changes import outlet_changes
from compare.diff.matching import Pair, with_moves
from compare.diff.rows import RowMaker, RowUnits, Sides, rows_in_order, text_of
from compare.diff.units import DiffUnit, sentence_units, tiling_units
from compare.diff.word_edits import tokens
from compare.model.comparison import Comparison
from compare.model.diff import Diff, DiffKind, Field, Row, RowKind
from compare.model.facts import Fact, State
from compare.model.spans import Span, SpanIndex

# Who wrote it is no difference between two outlets.
_COMPARED = frozenset((Field.HEADLINE, Field.STANDFIRST))


def diff_outlets(comparison: Comparison, left: str, right: str) -> Diff:
    """Return two articles of a comparison, given by their letters, side by side.

    Statements stand beside each other when they state the same fact of the comparison, those that
    fit best where there are several. Sentences whose statements stand beside each other only are
    one row. KeyError when there is no article of a letter.
    """
    return OutletDiffs(comparison).of(left, right)


class OutletDiffs:
    """Any two articles of one comparison side by side; what they share is worked out once."""

    def __init__(self, comparison: Comparison) -> None:
        self.c = comparison
        self._units: dict[str, list[DiffUnit]] = {}
        self._scores = _Scores()

    def of(self, left: str, right: str) -> Diff:
        """Two articles side by side, as `diff_outlets` gives them."""
        sides = Sides(
            self.c.article(left), self.units(left), self.c.article(right), self.units(right)
        )
        found = _of_whole_sentences(sides, [*_pairs(self.c, sides, self._scores)])
        pairs = with_moves(found, lambda pair: pair.left.stop - pair.left.start)
        whole = _with_whole_sentences(
            sides, rows_in_order(len(sides.ours), len(sides.theirs), pairs)
        )
        maker = RowMaker(sides, lambda place: _elsewhere(self.c, sides, place))
        rows = [*maker.outside(_COMPARED), *(maker.row(place) for place in whole)]
        rows = [*_with_repeats(rows)]
        return Diff(
            tool=self.c.tool,
            kind=DiffKind.OUTLETS,
            left=text_of(sides.left.document),
            right=text_of(sides.right.document),
            rows=tuple(rows),
            changes=tuple(outlet_changes(self.c, rows, left, right)),
            warnings=self.c.story.warnings,
        )

    def units(self, letter: str) -> list[DiffUnit]:
        """The statements of an article with their facts."""
        if letter not in self._units:
            self._units[letter] = _units(self.c, letter)
        return self._units[letter]


def _units(comparison: Comparison, letter: str) -> list[DiffUnit]:
    """The statements of an article with their facts; its sentences where none are told."""
    article = comparison.article(letter)
    told = next(each for each in comparison.accounts if each.article == letter).statements
    units = sentence_units(article)
    if told:
        sentences = [article.index_of(one.sentence) for one in told]
        units = tiling_units(article, [one.span for one in told], sentences)
    own = [one.fact for one in told] if told else None
    return [*_with_mentioned_facts(comparison, letter, units, own)]


def _with_mentioned_facts(
    comparison: Comparison, letter: str, units: Sequence[DiffUnit], own: Sequence[str | None] | None
) -> Iterator[DiffUnit]:
    """The units, each with the facts of which a mention stands in it.

    `own` are the facts that statements are counted to. A scrap of a sentence is counted to a fact
    without stating it; it has none here.
    """
    mentions: dict[Span, list[str]] = {}
    for fact in comparison.facts:
        for mention in fact.mentions:
            if mention.article == letter:
                mentions.setdefault(mention.span, []).append(fact.id)
    spans = SpanIndex(mentions)
    for number, unit in enumerate(units):
        inside = spans.overlapping(unit.span.start, unit.span.end)
        stated = dict.fromkeys(fact for span in inside for fact in mentions[span])
        if own is not None:
            stated = {fact: None for fact in stated if fact == own[number]}
        yield replace(unit, facts=tuple(stated))


def _pairs(comparison: Comparison, sides: Sides, scores: _Scores) -> Iterator[Pair]:
    """Statements of one fact, and those that have the same words though they state none.

    What an excerpt does not show would have the same filler.
    """
    free, free2 = _by_fact(sides.ours), _by_fact(sides.theirs)
    taken: set[int] = set()
    taken2: set[int] = set()
    for fact in comparison.facts:
        ours = [i for i in free.get(fact.id, ()) if i not in taken]
        theirs = [j for j in free2.get(fact.id, ()) if j not in taken2]
        for i, j in _best(sides, scores.of(fact), ours, theirs):
            taken.add(i)
            taken2.add(j)
            yield Pair(range(i, i + 1), range(j, j + 1))
    if sides.left.document.excerpt or sides.right.document.excerpt:
        return
    left, right = sides.left.document.text, sides.right.document.text
    same: dict[tuple[str, ...], list[int]] = {}
    for j, unit in enumerate(sides.theirs):
        if not unit.facts and j not in taken2:
            same.setdefault(_keys(right, unit), []).append(j)
    for i, unit in enumerate(sides.ours):
        if not unit.facts and i not in taken and same:
            waiting = same.get(_keys(left, unit), [])
            if waiting:
                j = waiting.pop(0)
                yield Pair(range(i, i + 1), range(j, j + 1))


def _of_whole_sentences(sides: Sides, pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, as one of whole sentences where two sentences go together and with no other."""
    beside: dict[tuple[int, int], set[int]] = {}
    for pair in pairs:
        ours, theirs = _sentences(sides, pair)
        beside.setdefault((0, ours), set()).add(theirs)
        beside.setdefault((1, theirs), set()).add(ours)
    of_sentence = _units_of_sentences(sides.ours), _units_of_sentences(sides.theirs)
    found: dict[tuple[int, int], Pair] = {}
    for pair in pairs:
        ours, theirs = _sentences(sides, pair)
        if len(beside[0, ours]) == len(beside[1, theirs]) == 1:
            whole = Pair(of_sentence[0][ours], of_sentence[1][theirs])
            found[whole.left.start, whole.right.start] = whole
        else:
            found[pair.left.start, pair.right.start] = pair
    return list(found.values())


def _sentences(sides: Sides, pair: Pair) -> tuple[int, int]:
    return sides.ours[pair.left.start].sentence, sides.theirs[pair.right.start].sentence


def _units_of_sentences(units: Sequence[DiffUnit]) -> dict[int, range]:
    found: dict[int, range] = {}
    for at, unit in enumerate(units):
        first = found[unit.sentence].start if unit.sentence in found else at
        found[unit.sentence] = range(first, at + 1)
    return found


def _by_fact(units: Sequence[DiffUnit]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        for fact in unit.facts:
            found.setdefault(fact, []).append(number)
    return found


class _Scores:
    """How well two spans of one fact fit, by its links; worked out once for each fact."""

    def __init__(self) -> None:
        self._known: dict[str, dict[tuple[Span, Span], float]] = {}

    def of(self, fact: Fact) -> Mapping[tuple[Span, Span], float]:
        """The scores of the links of a fact, by their spans in either order."""
        if fact.id not in self._known:
            scores: dict[tuple[Span, Span], float] = {}
            for link in fact.links:
                scores[link.a.span, link.b.span] = scores[link.b.span, link.a.span] = link.score
            self._known[fact.id] = scores
        return self._known[fact.id]


def _best(
    sides: Sides,
    linked: Mapping[tuple[Span, Span], float],
    ours: Sequence[int],
    theirs: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """Statements of one fact two by two, those that fit best first.

    How well two fit is the score of their link in the comparison, or else how alike their words
    are, which counts for less.
    """
    if not ours or not theirs:
        return
    if len(ours) == len(theirs) == 1:
        yield ours[0], theirs[0]
        return
    left, right = sides.left.document.text, sides.right.document.text
    mine = [(i, _bare(left, u), _keys(left, u)) for i in ours for u in [sides.ours[i]]]
    other = [(j, _bare(right, u), _keys(right, u)) for j in theirs for u in [sides.theirs[j]]]
    ranked = [
        (-linked.get((span, span2), 0.0), -Indel.normalized_similarity(keys, keys2), i, j)
        for i, span, keys in mine
        for j, span2, keys2 in other
    ]
    used: set[int] = set()
    used2: set[int] = set()
    for *_, i, j in sorted(ranked):
        if i not in used and j not in used2:
            used.add(i)
            used2.add(j)
            yield i, j


def _keys(text: str, unit: DiffUnit) -> tuple[str, ...]:
    return tuple(token.key for token in tokens(text, unit.span))


def _bare(text: str, unit: DiffUnit) -> Span:
    """The span without the white space behind it."""
    words = unit.span.of(text)
    before = len(words) - len(words.lstrip())
    bare = len(words.rstrip())
    return Span(unit.span.start + before, unit.span.start + bare) if bare > before else unit.span


def _with_whole_sentences(sides: Sides, found: Iterable[RowUnits]) -> Iterator[RowUnits]:
    """The places with those put together that are pieces of one sentence on each side.

    A scrap that states no fact goes to the piece of its sentence beside it, so that "police said"
    is no difference of its own.
    """
    waiting: RowUnits | None = None
    for place in found:
        joined = _joined(sides, waiting, place) if waiting else None
        if waiting and joined is None:
            yield waiting
        waiting = joined or place
    if waiting:
        yield waiting


def _joined(sides: Sides, first: RowUnits, second: RowUnits) -> RowUnits | None:
    """The two as one, None where they do not belong together."""
    if first.moved is not second.moved and first.left and second.left and second.right:
        return None
    left = _follow(sides.ours, first.left, second.left)
    right = _follow(sides.theirs, first.right, second.right)
    if left is None or right is None:
        return None
    # What only one has stays apart from what both have, unless it says nothing of its own.
    for mine, theirs in ((first, second), (second, first)):
        alone = not (mine.left and mine.right)
        if alone and theirs.left and theirs.right and not _is_scrap(sides, mine):
            return None
    if bool(first.left) != bool(second.left) and not (first.right and second.right):
        return None
    return RowUnits(left, right, first.moved or second.moved)


def _follow(units: Sequence[DiffUnit], first: range, second: range) -> range | None:
    """One range of both, None unless the second follows the first in one sentence."""
    if not first or not second:
        return first or second
    goes_on = first.stop == second.start
    if goes_on and units[first.stop - 1].sentence == units[second.start].sentence:
        return range(first.start, second.stop)
    return None


def _is_scrap(sides: Sides, place: RowUnits) -> bool:
    units = [sides.ours[i] for i in place.left] + [sides.theirs[j] for j in place.right]
    return not any(unit.facts for unit in units)


def _elsewhere(comparison: Comparison, sides: Sides, place: RowUnits) -> State | None:
    """How the other article carries the first fact of a row that only one has."""
    if place.left and place.right:
        return None
    units = [sides.ours[i] for i in place.left] + [sides.theirs[j] for j in place.right]
    fact = next((fact for unit in units for fact in unit.facts), None)
    if fact is None:
        return None
    other = sides.right if place.left else sides.left
    return comparison.cell(fact, other.letter).state


def _with_repeats(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, those that state a fact once more told to say the same as another row."""
    said: dict[str, str] = {}
    for row in rows:
        if row.left and row.right:
            for fact in row.facts:
                said.setdefault(fact, row.id)
    for row in rows:
        alone = row.kind in (RowKind.REMOVED, RowKind.ADDED)
        again = [said.get(fact) for fact in row.facts]
        yield replace(row, again=again[0]) if alone and again and all(again) else row
