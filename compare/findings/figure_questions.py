"""Which figures of different articles answer the same question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.figure_change import are_running_numbers, has_risen
from compare.findings.figure_days import are_of_one_dated_act
from compare.findings.figure_disputes import disputed_pairs, unusual
from compare.findings.figure_grounds import (
    CLOSE_BOTH,
    CLOSE_WORDS,
    LIGHT_VERBS,
    are_closely_said,
    are_of_one_occasion,
    are_only_of_noun,
    are_only_of_outcome,
    are_same_thing,
    differ_in_scale,
    have_same_names,
    have_same_setting,
    is_age_of_one,
    is_answered,
    is_elsewhere,
    is_unsaid,
)
from compare.findings.figure_readings import DATES, FigureItem
from compare.findings.figure_relations import relation_between
from compare.findings.figure_words import WordRarity
from compare.model.figures import FigureKind, Hedge
from compare.model.findings import FigureRelation
from compare.model.reader import NO_FIGURES_READ, ReadFigures
from compare.text.nouns import are_one_count
from compare.verify.figures import (
    are_other_places,
    are_rise_and_part,
    are_single_readings,
    day_parts_between,
    is_capacity,
    is_counted_part,
)

# Points of evidence that two figures answer one question; at zero and above they are taken to.
# Set by hand on invented and hand-marked stories, in round numbers.
BASE, DATE_BASE = -2.6, -2.4
SAME_FACT, ONLY_FIGURE, AROUND_FACT = 1.8, 0.4, 0.8
SAME_NOUN, LIKE_NOUN, OTHER_NOUN = 1.4, 0.6, -1.2
SAME_FATE, ONE_FATE, OTHER_FATE = 1.0, -0.5, -2.5
# What a story gives few of: its areas, winds or magnitudes are often one; its distances are not.
TELLING_UNIT = 0.8
NEAR, SENTENCE = 2.6, 1.6
PART, ELSEWHERE = -1.5, -1.5
# Two figures that cannot both be true need this much more, and one of these signs besides.
APART = -1.2
# Other people and places are named: one thing only if a third report bridges the two.
OTHER_SETTING = -3.0
# One article gives both figures, of two things or as two claims; a third report may bridge them.
ANSWERED = -3.0
# A toll in words of its own that fits the time of its report.
MAY_HAVE_RISEN = -0.5
# "By 7 a.m." agrees with every time before it.
LIMIT = -1.0
# Other words for one act, at one time.
SAME_NAMES = 0.3
# The only toll, or the only crowd, that each of two articles tells of.
ONLY_SUCH = 0.3
LIKE_ACT, OTHER_ACT = 1.35, -0.4
# A report says that the one figure is right and the other is not.
DISPUTED = 1.0
# A reader of the user's own took both for answers to one question.
READ = 1.0
# An open end agrees with everything beyond it; a figure many times as large is no answer to it.
FAR_APART = -2.0
_FAR, _NEARLY = 4, Decimal("1.1")
_SAME_MATTER, _SOME_WORDS = 0.1, 0.2
# Nothing is known of a pair; and: a pair that must not be put together.
_UNKNOWN, _NEVER = -1.5, -9.0

_TELLING_UNITS = frozenset(
    ("square metre", "cubic metre", "cubic metre/second", "metre per second", "magnitude", "watt")
)
_SHORTLY = {FigureKind.DATE: 2, FigureKind.TIME: 60}  # days, minutes
_LIMITS = (Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.MORE_THAN)
# Words for how large a thing is in one direction; a width is no depth.
_SHAPES = frozenset(("wide", "deep", "high", "long", "thick"))


def same_question(a: FigureItem, b: FigureItem, rarity: WordRarity) -> float:
    """Points for two figures of two articles answering one question; below zero they do not."""
    if is_capacity(a.given) != is_capacity(b.given):
        return _NEVER
    if _other_shape(a, b) or _other_hours(a, b) or _other_share(a, b):
        return _NEVER
    if _is_bare(a) and _is_bare(b) and not (a.facts & b.facts or a.acts & b.acts):
        return _UNKNOWN
    alike = value_relation(a.figure, b.figure)
    if alike is ValueRelation.UNKNOWN and a.figure.kind is not FigureKind.DATE:
        return _UNKNOWN
    near, whole = rarity.overlap(a.near, b.near), rarity.cosine(a.stems, b.stems)
    if alike is ValueRelation.UNKNOWN and not _one_time(a, b, near):
        return _UNKNOWN
    points = NEAR * near + SENTENCE * whole + _facts(a, b)
    if a.figure.kind in DATES:
        points += DATE_BASE + _dates(a, b, alike, whole)
    else:
        points += BASE + _amounts(a, b, alike)
        points += SAME_NAMES if len(a.names & b.names) > 1 else 0.0
        if not (a.noun and b.noun) and _like_act(a, b, whole):
            points += LIKE_ACT
    if alike is not ValueRelation.APART:
        return points
    if a.figure.kind is FigureKind.MEASURE and are_single_readings(a.given, b.given):
        return _NEVER
    if are_of_one_dated_act(a, b, whole) or are_of_one_occasion(a, b):
        return max(points, ONLY_SUCH)
    if not are_same_thing(a, b):
        return _UNKNOWN if is_unsaid(a, b) else _NEVER
    close = are_closely_said(a, b, near, whole)
    if is_elsewhere(a, b):
        return points - ELSEWHERE
    if is_answered(a, b) or is_answered(b, a):
        return ANSWERED
    if is_age_of_one(a, b):
        return max(points + APART, ONLY_SUCH)
    if are_only_of_outcome(a, b) and _FAR * min(_middle(a), _middle(b)) >= max(
        _middle(a), _middle(b)
    ):
        return max(points, ONLY_SUCH)
    if not have_same_setting(a, b):
        return OTHER_SETTING
    if are_only_of_noun(a, b, near, whole):
        return max(points, ONLY_SUCH)
    if not close:
        tied = bool(a.fate or a.facts & b.facts)
        return (
            MAY_HAVE_RISEN if tied and are_running_numbers(a, b) and has_risen(a, b) else _UNKNOWN
        )
    return points + APART


def _other_shape(a: FigureItem, b: FigureItem) -> bool:
    return a.noun != b.noun and a.noun in _SHAPES and b.noun in _SHAPES


def _other_share(a: FigureItem, b: FigureItem) -> bool:
    """True for a part of the votes counted against a part of the vote, a rise against a part."""
    if a.figure.kind is not FigureKind.PERCENT:
        return False
    return is_counted_part(a.given) != is_counted_part(b.given) or are_rise_and_part(
        a.given, b.given
    )


def _is_bare(item: FigureItem) -> bool:
    """True for "hours" or "days" without a number: they say little of what they are the length."""
    quantity = item.figure.quantity
    return item.figure.kind is FigureKind.DURATION and quantity.hedge is Hedge.VAGUE


def _other_hours(a: FigureItem, b: FigureItem) -> bool:
    """True for a morning and an evening, unless the same word tells that it is one act."""
    if a.figure.kind is not FigureKind.DATE or a.nouns & b.nouns - LIGHT_VERBS:
        return False
    return day_parts_between(a.given, b.given) > 1


def _facts(a: FigureItem, b: FigureItem) -> float:
    if a.facts & b.facts:
        return SAME_FACT + (ONLY_FIGURE if a.alone and b.alone else 0.0)
    return AROUND_FACT if (a.facts | a.around) & (b.facts | b.around) else 0.0


def _one_time(a: FigureItem, b: FigureItem, near: float) -> bool:
    """True for two dates that cannot be compared but are said of the same act in like words.

    Of "Friday" and "earlier this week" nothing can be said without the date of the article.
    """
    if a.figure.kind is not FigureKind.DATE or not (a.alone and b.alone):
        return False
    if a.acts & b.acts and a.facts & b.facts and near >= _SOME_WORDS:
        return not (_is_weekday_in(a, b) or _is_weekday_in(b, a))
    if not a.nouns & b.nouns:
        return False
    if _is_weekday_in(a, b) or _is_weekday_in(b, a):
        return False
    return near >= CLOSE_WORDS and (near >= CLOSE_BOTH or bool(a.facts & b.facts))


def _is_weekday_in(a: FigureItem, b: FigureItem) -> bool:
    """True for a weekday against some days before an article of unknown date."""
    stretch = b.figure.quantity
    return (
        a.figure.quantity.unit == "weekday"
        and stretch.unit == "day from publication"
        and stretch.low != stretch.high
    )


def _amounts(a: FigureItem, b: FigureItem, alike: ValueRelation) -> float:
    points = _nouns(a, b) + _fates(a, b)
    if not (a.noun and b.noun) and a.figure.quantity.unit in _TELLING_UNITS:
        points += TELLING_UNIT
    points += PART if a.part != b.part else 0.0
    if alike is not ValueRelation.EQUAL and are_other_places(a.place, b.place):
        points += ELSEWHERE
    return points + _agreement(a, b, alike)


def _nouns(a: FigureItem, b: FigureItem) -> float:
    if not a.noun or not b.noun:
        return 0.0
    if a.figure.kind is FigureKind.AGE and a.noun != b.noun:
        named = a.figure.counts[:1].isupper() and b.figure.counts[:1].isupper()
        if named:
            return 2 * OTHER_NOUN
        return LIKE_NOUN if are_one_count(a.noun, b.noun) else 0.0
    if a.noun == b.noun or (a.nouns & b.nouns):
        return SAME_NOUN
    if are_one_count(a.noun, b.noun):
        return LIKE_NOUN
    return OTHER_NOUN


def _fates(a: FigureItem, b: FigureItem) -> float:
    if not a.fate and not b.fate:
        return 0.0
    if not a.fate or not b.fate:
        return ONE_FATE
    return SAME_FATE if a.fate == b.fate else OTHER_FATE


def _agreement(a: FigureItem, b: FigureItem, alike: ValueRelation) -> float:
    """What the values themselves say: an unusual number twice is hardly chance."""
    if Hedge.VAGUE in (a.figure.quantity.hedge, b.figure.quantity.hedge):
        return 0.3 if alike is ValueRelation.EQUAL else 0.0
    if alike is ValueRelation.EQUAL:
        return unusual(a.figure.quantity.low)
    if alike is ValueRelation.ROUNDED:
        return 0.8
    first, second = sorted((_middle(a), _middle(b)))
    far = 0 < first * _FAR < second
    if far and not differ_in_scale(a, b) and not is_elsewhere(a, b):
        return FAR_APART
    if _touching(a, b) or first * _NEARLY >= second:
        return 0.8 * unusual(_middle(a))
    return 0.0


def _middle(item: FigureItem) -> Decimal:
    """The size of a figure: its middle, or the end that is known."""
    quantity = item.figure.quantity
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return abs(sum(ends, Decimal(0)) / max(1, len(ends)))


def _touching(a: FigureItem, b: FigureItem) -> bool:
    """True when one figure lies at the printed value of the other: 50 and more than 50."""
    ends = [{q.low, q.high} - {None} for q in (a.figure.quantity, b.figure.quantity)]
    return bool(ends[0] & ends[1])


def _dates(a: FigureItem, b: FigureItem, alike: ValueRelation, whole: float) -> float:
    same_word = bool(a.nouns & b.nouns - LIGHT_VERBS)
    points = 1.2 if same_word else LIKE_ACT if _like_act(a, b, whole) else 0.0
    if a.acts and b.acts and not a.acts & b.acts and not same_word:
        points += OTHER_ACT
    if alike is ValueRelation.EQUAL:
        return points + (1.2 if a.figure.quantity.unit == "day" else 0.9)
    if _is_limit(a) != _is_limit(b) and not same_word:
        return points + LIMIT
    return points + (0.3 if alike is ValueRelation.OVERLAP else 0.0)


def _like_act(a: FigureItem, b: FigureItem, whole: float) -> bool:
    """True for other words of one act in sentences that are of the same people or places."""
    # The first word of a sentence is no sure name; it may be one in the other.
    named = a.names & b.stems or b.names & a.stems
    known = not (a.names and b.names) or bool(named) or have_same_names(a, b)
    return bool(a.acts & b.acts) and whole >= _SAME_MATTER and known


def _is_limit(item: FigureItem) -> bool:
    """True for "by 7 a.m.", not for "shortly after 7 a.m."."""
    quantity = item.figure.quantity
    if quantity.hedge not in _LIMITS or quantity.low is None or quantity.high is None:
        return False
    return quantity.high - quantity.low > _SHORTLY[item.figure.kind]


def questions(
    items: Sequence[FigureItem], rarity: WordRarity, read: ReadFigures = NO_FIGURES_READ
) -> list[list[FigureItem]]:
    """The items in groups that answer one question, each of two or more articles.

    `read` has the pairs of figures that a reader of the user's own took for answers to one
    question, and how they relate; they are put together where nothing in their words forbids it.

    Pairs are taken best first; two groups are made one when their pairs are on average accepted,
    so that a chain of likenesses does not carry one question into another.
    """
    ordered = sorted(items, key=lambda item: item.key)
    points = _all_points(ordered, rarity)
    borne_out = _read_pairs(ordered, rarity, read)
    points |= {pair: max(points.get(pair, READ), READ) for pair in borne_out}
    evidence = _Evidence(ordered, points)
    group_of = {index: [index] for index in range(len(ordered))}
    for _, a, b in sorted((-value, a, b) for (a, b), value in points.items() if value >= 0):
        left, right = group_of[a], group_of[b]
        if left is not right and evidence.fits(left, right):
            if borne_out and _is_stretched(left, right, ordered, points, borne_out):
                continue
            left += right
            for index in right:
                group_of[index] = left
    groups = {id(group): group for group in group_of.values()}
    found = [[ordered[index] for index in sorted(group)] for group in groups.values()]
    return [group for group in found if len({item.article.letter for item in group}) > 1]


def _all_points(ordered: Sequence[FigureItem], rarity: WordRarity) -> dict[tuple[int, int], float]:
    points: dict[tuple[int, int], float] = {}
    disputed = disputed_pairs(ordered)
    for a, b in _worth_a_look(ordered):
        found = same_question(ordered[a], ordered[b], rarity)
        if found != _UNKNOWN:
            points[a, b] = found
    for pair in disputed:
        if points.get(pair, _UNKNOWN) < DISPUTED:
            points[pair] = DISPUTED
    return points


def _read_pairs(
    ordered: Sequence[FigureItem], rarity: WordRarity, read: ReadFigures
) -> frozenset[tuple[int, int]]:
    """The pairs that a reader put together and that the words bear out."""
    at = {item.figure.id: index for index, item in enumerate(ordered)}
    found = set()
    for (first, second), relation in read.items():
        if first in at and second in at:
            one, other = sorted((at[first], at[second]))
            if _is_borne_out(ordered[one], ordered[other], relation, rarity):
                found.add((one, other))
    return frozenset(found)


def _is_borne_out(a: FigureItem, b: FigureItem, read: FigureRelation, rarity: WordRarity) -> bool:
    """False where the words forbid that two figures answer one question, as a reader has it.

    Figures that cannot both be true need one relation by the reader and by the rules besides: no
    clash is told on the word of one of them.
    """
    if same_question(a, b, rarity) == _NEVER:
        return False
    apart = value_relation(a.figure, b.figure) is ValueRelation.APART
    return not apart or relation_between(a, b).relation is read


def _is_stretched(
    left: Sequence[int],
    right: Sequence[int],
    ordered: Sequence[FigureItem],
    points: Mapping[tuple[int, int], float],
    borne_out: AbstractSet[tuple[int, int]],
) -> bool:
    """True where a reader would bring figures together that cannot both be true and are unread.

    A group that it joins must not tell a clash that neither it nor the words tell.
    """
    pairs = [(min(a, b), max(a, b)) for a in left for b in right if _differ(ordered[a], ordered[b])]
    return not borne_out.isdisjoint(pairs) and any(
        (a, b) not in borne_out
        and points.get((a, b), _UNKNOWN) < 0
        and value_relation(ordered[a].figure, ordered[b].figure) is ValueRelation.APART
        for a, b in pairs
    )


def _worth_a_look(ordered: Sequence[FigureItem]) -> Iterator[tuple[int, int]]:
    """The pairs of figures of one kind in two articles that have something to do with each other.

    Without a fact, an outcome or a word nearby in common only the very same value speaks for it.
    """
    holders: dict[tuple[FigureKind, object], list[int]] = {}
    for b, item in enumerate(ordered):
        quantity = item.figure.quantity
        fates = [("fate", item.fate)] if item.fate else []
        facts, near = (("fact", fact) for fact in item.facts), (("word", w) for w in item.near)
        acts = (("act", act) for act in item.acts) if item.figure.kind in DATES else ()
        met: set[int] = set()
        for held in ((quantity.low, quantity.high), *fates, *facts, *near, *acts):
            others = holders.setdefault((item.figure.kind, held), [])
            met.update(others)
            others.append(b)
        yield from ((a, b) for a in sorted(met) if _differ(ordered[a], item))


def _differ(a: FigureItem, b: FigureItem) -> bool:
    return a.article.letter != b.article.letter


def _kept_apart(a: FigureItem, b: FigureItem) -> bool:
    """True for two figures of one sentence, or two times in one article: it tells of two things."""
    if a.sentence.id == b.sentence.id:
        return True
    return a.figure.kind in DATES and value_relation(a.figure, b.figure) is ValueRelation.APART


class _Evidence:
    """The points of pairs of items; where nothing is known of one, those of others with its values.

    Items are given by their index in `ordered`, the smaller one first in `points`.
    """

    def __init__(
        self, ordered: Sequence[FigureItem], points: Mapping[tuple[int, int], float]
    ) -> None:
        self._ordered, self._points = ordered, points
        self._same: dict[tuple[int, int], bool] = {}
        self._means: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = {}

    def fits(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """True if two groups are on average accepted as one, and no pair of them is ruled out."""
        pairs = [(a, b) for a in left for b in right]
        ordered = self._ordered
        others = [(a, b) for a, b in pairs if _differ(ordered[a], ordered[b])]
        if any(self._of(a, b) <= _NEVER for a, b in others):
            return False
        if len(others) < len(pairs) and any(
            not _differ(ordered[a], ordered[b]) and _kept_apart(ordered[a], ordered[b])
            for a, b in pairs
        ):
            return False
        lefts = {a: tuple(x for x in left if self._has_value_of(a, x)) for a in left}
        rights = {b: tuple(y for y in right if self._has_value_of(b, y)) for b in right}
        known = [
            self._of_values(lefts[a], rights[b]) if (found := self._of(a, b)) == _UNKNOWN else found
            for a, b in others
        ]
        return bool(known) and min(known) > _NEVER and sum(known) / len(known) >= 0

    def _of(self, a: int, b: int) -> float:
        return self._points.get((a, b) if a < b else (b, a), _UNKNOWN)

    def _of_values(self, ones: tuple[int, ...], others: tuple[int, ...]) -> float:
        """The mean of what is known of the pairs of two such sets."""
        key = (ones, others)
        if key not in self._means:
            pairs = ((min(x, y), max(x, y)) for x in ones for y in others)
            known = [self._points[pair] for pair in pairs if pair in self._points]
            self._means[key] = sum(known) / len(known) if known else _UNKNOWN
        return self._means[key]

    def _has_value_of(self, a: int, b: int) -> bool:
        key = (a, b) if a < b else (b, a)
        if key not in self._same:
            one, other = self._ordered[a].figure, self._ordered[b].figure
            self._same[key] = a == b or value_relation(one, other) is ValueRelation.EQUAL
        return self._same[key]
