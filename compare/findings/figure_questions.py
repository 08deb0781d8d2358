"""Which figures of different articles answer the same question."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from compare.annotate.figure_values import Likeness, likeness
from compare.findings.figure_readings import PERSONS, Item, Rarity
from compare.model.figures import FigureKind, Hedge

# Points of evidence that two figures answer one question; at zero and above they are taken to.
# Set by hand on invented and hand-marked stories, in round numbers.
BASE, DATE_BASE = -2.6, -2.4
SAME_FACT, ONLY_FIGURE = 1.8, 0.4
SAME_NOUN, LIKE_NOUN, OTHER_NOUN = 1.4, 0.6, -1.2
SAME_FATE, ONE_FATE, OTHER_FATE = 1.0, -0.5, -2.5
NEAR, SENTENCE = 2.6, 1.6
PART = -1.5
# Two figures that cannot both be true need this much more, and one of these signs besides.
APART = -1.2
# Other people and places are named: one thing only if a third report bridges the two.
OTHER_SETTING = -3.0
# An open end agrees with everything beyond it; a figure many times as large is no answer to it.
FAR_APART = -2.0
_FAR, _NEARLY = 4, Decimal("1.1")
_CLOSE_SENTENCES = 0.35
_LIKE_SENTENCES = 0.3
_CLOSE_WORDS = 0.35
_CLOSE_BOTH = 0.5
# Nothing is known of a pair; and: a pair that must not be put together.
_UNKNOWN, _NEVER = -1.5, -9.0

_DATES = (FigureKind.DATE, FigureKind.TIME)


def same_question(a: Item, b: Item, rarity: Rarity) -> float:
    """Points for two figures of two articles answering one question; below zero they do not."""
    alike = likeness(a.figure, b.figure)
    if alike is Likeness.UNKNOWN:
        return _UNKNOWN
    near, whole = rarity.overlap(a.near, b.near), rarity.cosine(a.stems, b.stems)
    points = NEAR * near + SENTENCE * whole
    if a.facts & b.facts:
        points += SAME_FACT + (ONLY_FIGURE if a.alone and b.alone else 0.0)
    if a.figure.kind in _DATES:
        points += DATE_BASE + _dates(a, b, alike)
    else:
        points += BASE + _amounts(a, b, alike)
    if alike is not Likeness.APART:
        return points
    if not _same_thing(a, b) or _answered(a, b) or _answered(b, a):
        return _NEVER
    if not _same_setting(a, b):
        return OTHER_SETTING
    return points + APART if _closely_said(a, b, near, whole) else _UNKNOWN


def _closely_said(a: Item, b: Item, near: float, whole: float) -> bool:
    """Are the words of two figures that cannot both be true close enough to be of one thing?"""
    shared = bool(a.facts & b.facts)
    if not (shared or whole >= _CLOSE_SENTENCES):
        return False
    if a.figure.kind in _DATES:
        return shared and whole >= _LIKE_SENTENCES and near >= _CLOSE_WORDS
    if (a.fate and a.fate == b.fate) or a.figure.kind is FigureKind.ORDINAL:
        return shared or whole >= _CLOSE_SENTENCES
    return whole >= _LIKE_SENTENCES / 2 and near + whole >= _CLOSE_BOTH


def _same_setting(a: Item, b: Item) -> bool:
    """False when the sentences name other people and places, or other times.

    For a date it is the other amounts that tell of another event.
    """
    if a.names and b.names:
        common = len(a.names & b.names)
        if 2 * common < min(len(a.names), len(b.names)):
            return False
    dated = a.figure.kind in _DATES
    found = {
        likeness(x, y)
        for x in a.beside
        for y in b.beside
        if (x.kind in _DATES) != dated and x.kind is y.kind
    }
    return found - {Likeness.UNKNOWN} != {Likeness.APART}


def _answered(a: Item, b: Item) -> bool:
    """True when the other sentence or article holds this very figure, of the same noun."""
    if any(likeness(a.figure, other) is Likeness.EQUAL for other in b.beside):
        return True
    return any(
        likeness(a.figure, other) is Likeness.EQUAL and other.counts == a.figure.counts
        for other in b.article.figures
        if other.kind is a.figure.kind
    )


def _amounts(a: Item, b: Item, alike: Likeness) -> float:
    points = _nouns(a, b) + _fates(a, b)
    points += PART if a.part != b.part else 0.0
    return points + _agreement(a, b, alike)


def _nouns(a: Item, b: Item) -> float:
    if not a.noun or not b.noun:
        return 0.0
    if a.figure.kind is FigureKind.AGE and a.noun != b.noun:
        named = a.figure.counts[:1].isupper() and b.figure.counts[:1].isupper()
        return 2 * OTHER_NOUN if named else 0.0
    if a.noun == b.noun or (a.nouns & b.nouns):
        return SAME_NOUN
    if a.noun in PERSONS and b.noun in PERSONS:
        return LIKE_NOUN
    return OTHER_NOUN


def _fates(a: Item, b: Item) -> float:
    if not a.fate and not b.fate:
        return 0.0
    if not a.fate or not b.fate:
        return ONE_FATE
    return SAME_FATE if a.fate == b.fate else OTHER_FATE


def _agreement(a: Item, b: Item, alike: Likeness) -> float:
    """What the values themselves say: an unusual number twice is hardly chance."""
    if Hedge.VAGUE in (a.figure.quantity.hedge, b.figure.quantity.hedge):
        return 0.3 if alike is Likeness.EQUAL else 0.0
    if alike is Likeness.EQUAL:
        return _unusual(a.figure.quantity.low)
    if alike is Likeness.ROUNDED:
        return 0.8
    first, second = sorted((_middle(a), _middle(b)))
    if first * _FAR < second:
        return FAR_APART
    if _touching(a, b) or first * _NEARLY >= second:
        return 0.8 * _unusual(_middle(a))
    return 0.0


def _middle(item: Item) -> Decimal:
    """The size of a figure: its middle, or the end that is known."""
    quantity = item.figure.quantity
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return abs(sum(ends, Decimal(0)) / max(1, len(ends)))


def _touching(a: Item, b: Item) -> bool:
    """True when one figure lies at the printed value of the other: 50 and more than 50."""
    ends = [{q.low, q.high} - {None} for q in (a.figure.quantity, b.figure.quantity)]
    return bool(ends[0] & ends[1])


def _unusual(value: Decimal | None) -> float:
    digits = len(str(int(abs(value or Decimal(0)))).rstrip("0"))
    return 2.2 if digits >= 3 else 1.4 if (value or 0) > 12 else 0.6


def _dates(a: Item, b: Item, alike: Likeness) -> float:
    same_word = bool(a.nouns & b.nouns)
    points = 1.2 if same_word else 0.0
    if alike is Likeness.EQUAL:
        return points + (1.2 if a.figure.quantity.unit == "day" else 0.9)
    return points + (0.3 if alike is Likeness.OVERLAP else 0.0)


def _same_thing(a: Item, b: Item) -> bool:
    """True when two figures that differ are said of the same, by noun, outcome or verb."""
    if not (a.tied and b.tied) or a.part != b.part or a.whole != b.whole:
        return False
    if a.fate and b.fate and a.fate != b.fate:
        return False
    if a.figure.kind in _DATES:
        return bool(a.nouns & b.nouns) and a.alone and b.alone and _same_clock(a, b)
    if a.figure.kind is FigureKind.ORDINAL:  # the first and the second book are two books
        return bool(a.facts & b.facts) and a.nouns != b.nouns and _nouns(a, b) > 0
    if a.figure.kind is FigureKind.AGE:
        return a.alone and b.alone and not (a.noun and b.noun and a.noun != b.noun)
    if not (a.noun or b.noun):
        return a.alone and b.alone
    return _nouns(a, b) > 0 or bool(a.fate and a.fate == b.fate)


def _same_clock(a: Item, b: Item) -> bool:
    """Times of day can only differ on one day; a limit ("by Friday") differs from nothing."""
    if any(item.figure.quantity.hedge is not Hedge.NONE for item in (a, b)):
        return False
    if a.figure.kind is FigureKind.DATE:
        return True
    one, other = a.article.document.published, b.article.document.published
    return one is not None and other is not None and one.date() == other.date()


def questions(items: Sequence[Item], rarity: Rarity) -> list[list[Item]]:
    """The items in groups that answer one question, each of two or more articles.

    Pairs are taken best first; two groups are made one when their pairs are on average accepted,
    so that a chain of likenesses does not carry one question into another.
    """
    ordered = sorted(items, key=lambda item: item.key)
    points = _all_points(ordered, rarity)
    group_of = {index: [index] for index in range(len(ordered))}
    for _, a, b in sorted((-value, a, b) for (a, b), value in points.items() if value >= 0):
        left, right = group_of[a], group_of[b]
        if left is not right and _fits(left, right, ordered, points):
            left += right
            for index in right:
                group_of[index] = left
    groups = {id(group): group for group in group_of.values()}
    found = [[ordered[index] for index in sorted(group)] for group in groups.values()]
    return [group for group in found if len({item.article.letter for item in group}) > 1]


def _all_points(ordered: Sequence[Item], rarity: Rarity) -> dict[tuple[int, int], float]:
    points: dict[tuple[int, int], float] = {}
    for b, second in enumerate(ordered):
        for a, first in enumerate(ordered[:b]):
            if _worth_a_look(first, second):
                found = same_question(first, second, rarity)
                if found != _UNKNOWN:
                    points[a, b] = found
    return points


def _worth_a_look(a: Item, b: Item) -> bool:
    """False for the many pairs that have nothing to do with each other, found at little cost.

    Without a fact or a word nearby in common only the very same value speaks for one question.
    """
    if a.figure.kind is not b.figure.kind or not _differ(a, b):
        return False
    one, other = a.figure.quantity, b.figure.quantity
    same = (one.low, one.high) == (other.low, other.high)
    return same or not (a.facts.isdisjoint(b.facts) and a.near.isdisjoint(b.near))


def _differ(a: Item, b: Item) -> bool:
    return a.article.letter != b.article.letter


def _fits(
    left: list[int],
    right: list[int],
    ordered: Sequence[Item],
    points: dict[tuple[int, int], float],
) -> bool:
    known: list[float] = []
    for a in left:
        for b in right:
            if _differ(ordered[a], ordered[b]):
                known.append(points.get((min(a, b), max(a, b)), _UNKNOWN))
            elif ordered[a].sentence.id == ordered[b].sentence.id:
                return False
    return bool(known) and min(known) > _NEVER and sum(known) / len(known) >= 0
