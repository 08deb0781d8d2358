"""What must hold before two figures that cannot both be true are put to one question."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.figure_change import (
    are_next_months,
    are_running_numbers,
    are_states_of_one_event,
    has_risen,
    size_of,
)
from compare.findings.figure_disputes import unusual
from compare.findings.figure_readings import DATES, FigureItem, stems_counted
from compare.model.figures import Figure, FigureKind, Hedge
from compare.text.calendar import WEEKDAYS
from compare.text.days import DAY, FROM_PUBLICATION
from compare.text.nouns import are_one_count, is_person, noun_key, says_who
from compare.text.words import stem
from compare.verify.figures import are_other_places, is_of_period_before

_CLOSE_SENTENCES = 0.35
LIKE_SENTENCES = 0.3
_MONTH = 31
CLOSE_BOTH, _CLOSE_VALUES, _NEAR_VALUE = 0.5, 0.35, 1.15
# So much alike must the words be around two values far apart of which none says what it counts.
_SAME_WORDS = 0.8
# What makes a figure beside unusual, and the part and number of words that make statements alike.
_UNUSUAL, _ALIKE, _MATTER = 1.4, 0.6, 2
TIMES = frozenset(
    stem(word) for word in (*WEEKDAYS, "morning", "afternoon", "evening", "night", "next", "last")
)
CLOSE_WORDS, _CLOSER_WORDS = 0.35, 0.4
# The only number of such things in each article: so far apart at most, in words so much alike.
_FAR, _LIKE_CLAUSES = 3, 0.35
_CLOSE_AMOUNTS = 1.5
_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Lord Lady Judge Captain President Mayor".split())
_OF_THINGS = (FigureKind.COUNT, FigureKind.MEASURE, FigureKind.MONEY, FigureKind.PERCENT)
# Nouns that say nothing of what is counted.
_NO_THINGS = frozenset(
    map(
        stem,
        (
            "times",
            "years",
            "months",
            "weeks",
            "days",
            "hours",
            "minutes",
            "points",
            "things",
            "ways",
            "percent",
            "cent",
            "occasions",
        ),
    )
)
# Verbs that tell nothing of what happened at a time.
LIGHT_VERBS = frozenset(("came", "come", "took", "made", "went", "said", "told", "happen", ""))


def have_one_noun(a: FigureItem, b: FigureItem) -> bool:
    """True for the same thing counted; words for people stand for one another."""
    if not a.noun or not b.noun:
        return False
    if a.figure.kind is FigureKind.AGE:
        return not _other_person(a, b)
    return bool(a.nouns & b.nouns) or are_one_count(a.noun, b.noun)


def is_age_of_one(a: FigureItem, b: FigureItem) -> bool:
    """True for the age of one named person; members of a family are told apart by their names."""
    if a.figure.kind is not FigureKind.AGE or a.noun != b.noun or not a.figure.counts[:1].isupper():
        return False
    return not _other_first_names(a, b)


def _other_first_names(a: FigureItem, b: FigureItem) -> bool:
    first = [_first_names(item) for item in (a, b)]
    return bool(first[0] and first[1]) and first[0].isdisjoint(first[1])


def _first_names(item: FigureItem) -> frozenset[str]:
    """The names before the family name of an age in its sentence, or else in the whole article."""
    name = re.compile(rf"([A-Z][\w’'-]+)\s+{re.escape(item.figure.counts.split()[-1])}(?!\w)")
    here = name.findall(item.given.sentence)
    return frozenset(here or name.findall(item.article.document.text)) - _TITLES


def _other_person(a: FigureItem, b: FigureItem) -> bool:
    """True for the ages of two names, or of a girl and a driver; a girl may be the child."""
    if not (a.noun and b.noun):
        return False
    if a.noun == b.noun:
        return a.figure.counts[:1].isupper() and _other_first_names(a, b)
    named = a.figure.counts[:1].isupper() or b.figure.counts[:1].isupper()
    return named or not are_one_count(a.noun, b.noun)


def are_near_one_fact(a: FigureItem, b: FigureItem) -> bool:
    """True where the sentences state one fact, with these words or others."""
    return bool((a.facts | a.around) & (b.facts | b.around))


def are_closely_said(a: FigureItem, b: FigureItem, near: float, whole: float) -> bool:
    """Are the words of two figures that cannot both be true close enough to be of one thing?"""
    if a.figure.kind in DATES:
        least = CLOSE_WORDS if a.nouns & b.nouns else _CLOSER_WORDS
        shared = bool(a.facts & b.facts)
        return shared and whole >= LIKE_SENTENCES and near >= least
    if is_age_of_one(a, b):
        return True
    shared = are_near_one_fact(a, b)
    if not (shared or whole >= _CLOSE_SENTENCES):
        return False
    if (a.fate and a.fate == b.fate) or a.figure.kind is FigureKind.ORDINAL:
        return shared or whole >= _CLOSE_SENTENCES
    if not (a.noun and b.noun) and _are_far(a, b) and near < _SAME_WORDS:
        return False
    least = (
        _CLOSE_VALUES if shared and have_one_noun(a, b) and _are_near_values(a, b) else CLOSE_BOTH
    )
    return whole >= LIKE_SENTENCES / 2 and near + whole >= least


def differ_in_scale(a: FigureItem, b: FigureItem) -> bool:
    """True for one number with another word of scale: 3 million and 3 billion."""
    digits = [re.sub(r"[^\d.]", "", item.printed) for item in (a, b)]
    return digits[0] == digits[1] != "" and a.figure.kind is FigureKind.MONEY


def _are_far(a: FigureItem, b: FigureItem) -> bool:
    """True for values of which one is more than twice the other."""
    small, large = sorted((size_of(a), size_of(b)))
    return large > 2 * small and not differ_in_scale(a, b)


def _are_near_values(a: FigureItem, b: FigureItem) -> bool:
    """True for 212 and 221: numbers so near are hardly of two things that one fact tells."""
    small, large = sorted((size_of(a), size_of(b)))
    return large <= _NEAR_VALUE * small


def have_same_setting(a: FigureItem, b: FigureItem) -> bool:
    """False when the sentences name other people and places, or other times.

    A toll may have risen from one time to the next. For a date it is the other amounts that tell
    of another event.
    """
    if are_running_numbers(a, b):
        one_toll = bool(a.facts & b.facts) and has_risen(a, b)
        return are_states_of_one_event(a, b) and (one_toll or have_same_names(a, b))
    dated = a.figure.kind in DATES
    found = {
        ValueRelation.OVERLAP
        if are_next_months(x, y) or _differ_little(x, y)
        else value_relation(x, y)
        for x in a.beside
        for y in b.beside
        if (x.kind in DATES) != dated and x.kind is y.kind
    }
    same = have_same_names(a, b) or (dated and _same_but_for_names(a, b))
    return same and found - {ValueRelation.UNKNOWN} != {ValueRelation.APART}


def have_other_amounts(a: FigureItem, b: FigureItem) -> bool:
    """True where the other figures of the sentences all differ: a loss in 2029, another in 2030."""
    found = {
        value_relation(x, y)
        for x in a.beside
        for y in b.beside
        if x.kind not in DATES and x.kind is y.kind
    }
    return found - {ValueRelation.UNKNOWN} == {ValueRelation.APART}


def _differ_little(x: Figure, y: Figure) -> bool:
    """True for measures of one thing that two reports round or take in their own way: 8.6, 8.7."""
    if x.kind is not FigureKind.MEASURE or x.quantity.unit != y.quantity.unit:
        return False
    small, large = sorted((x.quantity.low or Decimal(0), y.quantity.low or Decimal(0)))
    return 0 < large <= small * Decimal(str(_NEAR_VALUE))


def is_elsewhere(a: FigureItem, b: FigureItem) -> bool:
    """True where the same is counted for a whole and a part, or for two places, of one fact."""
    same = bool(a.fate) and a.fate == b.fate and have_one_noun(a, b)
    return same and bool(a.facts & b.facts) and are_other_places(a.place, b.place)


def are_only_of_outcome(a: FigureItem, b: FigureItem) -> bool:
    """True where each article gives one number with this outcome: its toll, or its crowd."""
    if not a.fate or a.fate != b.fate or a.part or b.part or are_other_places(a.place, b.place):
        return False
    if not (have_one_noun(a, b) and are_states_of_one_event(a, b)) or _is_past(a) or _is_past(b):
        return False
    return _is_only(a) and _is_only(b)


def are_only_of_noun(a: FigureItem, b: FigureItem, near: float, whole: float) -> bool:
    """True where each article gives one number of such things, in words that are alike."""
    if a.figure.kind not in _OF_THINGS or a.noun in _NO_THINGS:
        return False
    if not (says_who(a.noun) and says_who(b.noun)):
        return False
    if a.fate != b.fate or a.part or b.part or a.whole != b.whole:
        return False
    if not are_one_word(a, b) or not are_states_of_one_event(a, b) or _is_past(a) or _is_past(b):
        return False
    one_fact = are_near_one_fact(a, b)
    if not one_fact and (is_person(a.noun) or (a.names - b.names and b.names - a.names)):
        return False
    small, large = sorted((size_of(a), size_of(b)))
    if large > _FAR * small or near + whole < _LIKE_CLAUSES:
        return False
    return _is_only_of_noun(a) and _is_only_of_noun(b)


def are_one_word(a: FigureItem, b: FigureItem) -> bool:
    """True for one noun, or for two that stand for one thing."""
    return a.noun == b.noun or noun_key(a.noun) == noun_key(b.noun)


def _is_only_of_noun(item: FigureItem) -> bool:
    """True when no other number of the article counts things of this name."""
    return not any(
        value_relation(item.figure, other) is ValueRelation.APART
        for other in item.stated
        if other.kind is item.figure.kind and item.noun in stems_counted(other)
    )


def _is_only(item: FigureItem) -> bool:
    ending = item.figure.counts.split()[-1:]
    return not any(
        value_relation(item.figure, other) is ValueRelation.APART
        for other in item.stated
        if other.kind is item.figure.kind and other.counts.split()[-1:] == ending
    )


def _is_past(item: FigureItem) -> bool:
    """True when the sentence names a year or a time long ago."""
    return any(
        other.kind is FigureKind.DATE
        and (
            (other.quantity.unit == DAY and _length(other) > _MONTH)
            or (other.quantity.unit == FROM_PUBLICATION and (other.quantity.low or 0) < -_MONTH)
        )
        for other in item.beside
    )


def _length(figure: Figure) -> int:
    low, high = figure.quantity.low, figure.quantity.high
    return 0 if low is None or high is None else int(high - low)


def have_same_names(a: FigureItem, b: FigureItem) -> bool:
    """True unless the sentences name other people and places; half of those of one are enough."""
    if not (a.names and b.names) or _same_occasion(a, b):
        return True
    return 2 * len(a.names & b.names) >= min(len(a.names), len(b.names))


def _same_but_for_names(a: FigureItem, b: FigureItem) -> bool:
    """True when the sentences have the same words but for names and times: another town and day."""
    names = frozenset(stem(name) for name in a.names | b.names) | TIMES
    one, other = a.stems - names, b.stems - names
    return len(one) >= _MATTER and one == other


def _same_occasion(a: FigureItem, b: FigureItem) -> bool:
    """True when both sentences give one unusual figure besides, or one day of the calendar."""
    return any(
        value_relation(x, y) is ValueRelation.EQUAL
        and (unusual(x.quantity.low) >= _UNUSUAL if x.kind not in DATES else x.quantity.unit == DAY)
        for x in a.beside
        for y in b.beside
        if x.kind is y.kind
    )


def are_of_one_occasion(a: FigureItem, b: FigureItem) -> bool:
    """True for the only amounts of one unit beside one unusual figure that both sentences give.

    "4.2 metres, the highest since 1947" and "4.7 metres, not seen since 1947".
    """
    unit = a.figure.quantity.unit
    if a.figure.kind not in (FigureKind.MONEY, FigureKind.MEASURE) or unit is None:
        return False
    if not (a.alone and b.alone and a.tied and b.tied) or a.part or b.part:
        return False
    if is_answered(a, b) or is_answered(b, a):
        return False
    if a.noun and b.noun and not have_one_noun(a, b):
        return False
    if are_other_places(a.place, b.place):
        return False
    small, large = sorted((size_of(a), size_of(b)))
    return 0 < large <= _CLOSE_AMOUNTS * small and bool(a.stems & b.stems) and _has_one_beside(a, b)


def _has_one_beside(a: FigureItem, b: FigureItem) -> bool:
    """True when both sentences give one unusual figure or one year besides."""
    return any(
        value_relation(x, y) is ValueRelation.EQUAL
        and (
            (x.kind is FigureKind.DATE and x.quantity.unit == DAY and _length(x) > _MONTH)
            or (x.kind not in DATES and unusual(x.quantity.low) >= _UNUSUAL)
        )
        for x in a.beside
        for y in b.beside
        if x.kind is y.kind
    )


def _of_one_matter(a: FigureItem, b: FigureItem) -> bool:
    """True for figures with most words around them in common, or the only ones of their kind."""
    if not (a.noun and b.noun) or a.noun in b.stems or b.noun in a.stems:
        return (a.alone and b.alone) or _said_alike(a, b) or _singled_out(a, b)
    shared, fewest = len(a.near & b.near), min(len(a.near), len(b.near))
    return shared >= _MATTER and shared >= _ALIKE * fewest


def _singled_out(a: FigureItem, b: FigureItem) -> bool:
    """True when of all figures of a list one is told in the words of the other's clause."""
    mine, theirs = a.clause_of(a.figure), b.clause_of(b.figure)
    shared = len(mine & theirs)
    if shared < min(_MATTER, len(mine), len(theirs)) or not shared:
        return False
    return all(len(rival & theirs) < shared for rival in _rival_clauses(a)) and all(
        len(other & mine) < shared for other in _rival_clauses(b)
    )


def _rival_clauses(item: FigureItem) -> list[frozenset[str]]:
    """The stems of the clauses of the other values in the sentence of a figure."""
    rivals = [x for x in item.beside if value_relation(item.figure, x) is ValueRelation.APART]
    return [item.clause_of(rival) for rival in rivals]


def _said_alike(a: FigureItem, b: FigureItem) -> bool:
    """True when the sentences have nearly the same words, around the figures and elsewhere."""
    near, whole = len(a.near & b.near), len(a.stems & b.stems)
    return near >= _ALIKE * max(1, len(a.near), len(b.near)) and whole >= _ALIKE * max(
        len(a.stems), len(b.stems)
    )


def is_answered(a: FigureItem, b: FigureItem) -> bool:
    """True when the other sentence or article holds this very figure, of the same noun."""
    if any(
        value_relation(a.figure, other) is ValueRelation.EQUAL and not _counts_else(a, other)
        for other in b.beside
    ):
        return True
    return any(
        value_relation(a.figure, other) is ValueRelation.EQUAL
        for other in b.stated
        if other.kind is a.figure.kind and other.counts == a.figure.counts
    )


def _counts_else(item: FigureItem, other: Figure) -> bool:
    """True where both say what they count, and it is not one thing: a bullet and a gun."""
    heads = [each.counts.split()[-1:] for each in (item.figure, other)]
    return bool(item.noun and all(heads)) and item.noun not in stems_counted(other)


def are_same_thing(a: FigureItem, b: FigureItem) -> bool:
    """True when two figures that differ are said of the same, by noun, outcome or verb."""
    if (
        a.anchored
        or b.anchored
        or not (a.tied and b.tied)
        or (a.part != b.part and not _is_sum_of_list(a, b))
        or a.whole != b.whole
        or is_of_period_before(a.given) != is_of_period_before(b.given)
    ):
        return False
    if a.fate and b.fate and a.fate != b.fate:
        return False
    if a.figure.kind in DATES:
        one_act = _one_act(a, b) or _same_but_for_names(a, b)
        return one_act and a.alone and b.alone and have_same_clock(a, b)
    if a.figure.kind is FigureKind.ORDINAL:  # the first and the second book are two books
        return are_near_one_fact(a, b) and a.nouns != b.nouns and _places(a, b)
    alone = (a.alone and b.alone) or _said_alike(a, b) or _singled_out(a, b)
    if a.figure.kind is FigureKind.AGE:
        return alone and not _other_person(a, b)
    if not (a.noun or b.noun or a.fate or b.fate):  # a bare number may count anything
        return alone and a.figure.kind is not FigureKind.COUNT
    if a.figure.kind is not FigureKind.COUNT and not have_one_noun(a, b):
        return bool(a.facts & b.facts) and _of_one_matter(a, b)
    return have_one_noun(a, b) or bool(a.fate and a.fate == b.fate)


def _is_sum_of_list(a: FigureItem, b: FigureItem) -> bool:
    """True for a sum of a list that the other article gives by itself: "another $980 is gone"."""
    return a.figure.kind is FigureKind.MONEY and _singled_out(a, b)


def is_unsaid(a: FigureItem, b: FigureItem) -> bool:
    """True where one of two figures says nothing of what it counts, and nothing else parts them."""
    if a.figure.kind in DATES or (a.noun and b.noun):
        return False
    return a.part == b.part and not (a.anchored or b.anchored) and a.tied and b.tied


def _one_act(a: FigureItem, b: FigureItem) -> bool:
    """Do the verbs allow one act? A verb such as "came" tells of any; a day needs the same word."""
    if a.nouns & b.nouns:
        return True
    light = a.noun in LIGHT_VERBS or b.noun in LIGHT_VERBS
    return light and a.figure.kind is FigureKind.TIME


def _places(a: FigureItem, b: FigureItem) -> bool:
    """True for two places in an order of people: the first official, the fourth person."""
    return have_one_noun(a, b) or bool(a.fate and a.fate == b.fate)


def have_same_clock(a: FigureItem, b: FigureItem) -> bool:
    """Times of day can only differ on one day; a limit ("by Friday") differs from nothing."""
    if any(item.figure.quantity.hedge is not Hedge.NONE for item in (a, b)):
        return False
    if a.figure.kind is FigureKind.DATE:
        return True
    days = [
        value_relation(x, y)
        for x in a.beside
        for y in b.beside
        if x.kind is FigureKind.DATE and y.kind is FigureKind.DATE
    ]
    if days:
        return any(day in (ValueRelation.EQUAL, ValueRelation.OVERLAP) for day in days)
    one, other = a.article.document.published, b.article.document.published
    return one is not None and other is not None and one.date() == other.date()
