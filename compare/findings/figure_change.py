"""Can time explain that two figures differ? A toll runs on; what was so at the start stays."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.figure_readings import DATES, FigureItem
from compare.model.figures import Figure, FigureKind
from compare.text.calendar import date_of
from compare.text.days import ANY_YEAR, DAY

# Kinds whose true value can change between two reports.
_MOVING_KINDS = (FigureKind.COUNT, FigureKind.MEASURE, FigureKind.MONEY, FigureKind.PERCENT)
# Stems of what was counted once and for all: those who were on board when it began, seats, votes
# that were cast. A number of dead among them runs on, so an outcome is asked for first.
_COUNTED_ONCE = frozenset({
    "passeng", "crew", "seat", "bed", "vote", "member", "storey", "stori", "floor", "berth",
    "languag", "round", "shot", "vehicl", "car", "carriag", "coach", "page",
})  # fmt: skip
# A crowd is counted on the day; no later report makes it larger.
_ONCE = frozenset(["gathered"])
_ABOARD = re.compile(
    r"(?<!\w)(?:on\s+board|aboard|underground|at\s+work|on\s+(?:the\s+)?shift|when\s+it\s+(?:sailed"
    r"|left|sank|crashed|struck))(?!\w)",
    re.IGNORECASE,
)
# "The area burned", "the share contained" and the like run on without a number of people.
_RUNS = re.compile(
    r"(?<!\w)(?:so\s+far|and\s+counting|had\s+(?:burned|burnt|grown|risen|fallen|dropped|spread"
    r"|registered)|has\s+(?:burned|burnt|grown|risen|fallen|dropped|spread)|contained|spread\s+over"
    r"|under\s+control|stood\s+at|stands\s+at|cancell?ed|cancellations|scrapped|axed|grounded"
    r"|called\s+off|postponed)(?!\w)",
    re.IGNORECASE,
)
_UP_FROM = re.compile(r"(?<!\w)(?:up|down)\s+from(?!\w)", re.IGNORECASE)
# A state of things that is told of another day than this is of another event.
_SAME_EVENT, _MONTH = 14, 27
_DAYS = 31
# Without any sign that a number moves, reports this far apart may still tell of two states.
_LONG, _DAY = timedelta(days=7), timedelta(days=1)
_ESTIMATE = re.compile(
    r"(?<!\w)(?:estimat(?:e|es|ed)|puts?\s+the\s+(?:damage|loss|losses|cost)|(?:damage|loss|losses)"
    r"\s+(?:was|were|is|are)\s+put)(?!\w)",
    re.IGNORECASE,
)


def are_running_numbers(a: FigureItem, b: FigureItem) -> bool:
    """True where both tell of a number that runs on, such as a toll or an area burned."""
    if a.figure.kind not in _MOVING_KINDS or _counted_once(a) or _counted_once(b):
        return False
    return bool(a.fate and a.fate == b.fate) or _runs(a) or _runs(b)


def time_explains(a: FigureItem, b: FigureItem, gap: timedelta | None, *, moves: bool) -> bool:
    """True when the number may have changed between two reports that lie `gap` apart.

    `moves` tells that other reports of the same number show that it runs on.
    """
    if a.figure.kind not in _MOVING_KINDS or _counted_once(a) or _counted_once(b):
        return False
    if _settled(a, b):
        return False
    if gap is not None and gap >= _DAY and (_is_estimate(a) or _is_estimate(b)):
        return True
    return (
        moves
        or are_running_numbers(a, b)
        or a.changing
        or b.changing
        or (gap is not None and gap >= _LONG)
    )


def _is_estimate(item: FigureItem) -> bool:
    """True for a sum of damage or costs that somebody puts at a figure."""
    return item.figure.kind is FigureKind.MONEY and _ESTIMATE.search(_words(item)) is not None


def _settled(a: FigureItem, b: FigureItem) -> bool:
    """True when both are told of one month or year of the calendar: what was so then stays."""
    return any(
        value_relation(x, y) is ValueRelation.EQUAL
        and x.quantity.unit == DAY
        and _length(x) >= _MONTH
        for x in a.beside
        for y in b.beside
        if x.kind is y.kind is FigureKind.DATE
    )


def _length(figure: Figure) -> int:
    low, high = figure.quantity.low, figure.quantity.high
    return 0 if low is None or high is None else int(high - low)


def are_states_of_one_event(a: FigureItem, b: FigureItem) -> bool:
    """True when the dates and times beside two figures can be two moments of one event."""
    return all(
        _near(x, y)
        for x in a.beside
        for y in b.beside
        if x.kind is FigureKind.DATE and y.kind is FigureKind.DATE
    )


def are_next_months(x: Figure, y: Figure) -> bool:
    """True for one month and the next: what was in April here and in May there may be one event."""
    ends = [_month_of(each) for each in (x, y)]
    return None not in ends and abs((ends[0] or 0) - (ends[1] or 0)) == 1


def _month_of(figure: Figure) -> int | None:
    """The month of the year that a date names without a day; None for other dates."""
    low = figure.quantity.low
    if figure.kind is not FigureKind.DATE or low is None or not _MONTH <= _length(figure) < _DAYS:
        return None
    if figure.quantity.unit == ANY_YEAR:
        return int(low) // _DAYS + 1
    return date_of(int(low)).month if figure.quantity.unit == DAY else None


def has_risen(a: FigureItem, b: FigureItem) -> bool:
    """True when the later of two reports gives the higher figure."""
    times = times_of(a, b)
    return times is not None and size_of(times[1][1]) > size_of(times[0][1])


def size_of(item: FigureItem) -> float:
    """The value of a figure, the lower end of an interval where it has one."""
    quantity = item.figure.quantity
    value = quantity.low if quantity.low is not None else quantity.high
    return float(value or 0)


def times_of(
    a: FigureItem, b: FigureItem
) -> tuple[tuple[datetime, FigureItem], tuple[datetime, FigureItem]] | None:
    """The two items with the times of their articles, the earlier first; None if not known."""
    one, other = a.article.document.published, b.article.document.published
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return None
    return ((one, a), (other, b)) if one <= other else ((other, b), (one, a))


def _counted_once(item: FigureItem) -> bool:
    if item.fate in _ONCE:
        return True
    if item.fate or item.figure.kind in DATES:
        return False
    return item.noun in _COUNTED_ONCE or _ABOARD.search(_words(item)) is not None


def tells_rise(item: FigureItem) -> bool:
    """True when the sentence itself gives an older number beside the newer one."""
    return _UP_FROM.search(_words(item)) is not None


def _runs(item: FigureItem) -> bool:
    return _RUNS.search(_words(item)) is not None


def _words(item: FigureItem) -> str:
    return item.sentence.span.of(item.article.document.text)


def _near(x: Figure, y: Figure) -> bool:
    if (
        value_relation(x, y) is not ValueRelation.APART
        or x.quantity.unit != DAY
        or y.quantity.unit != DAY
    ):
        return True
    ends = [x.quantity.low, x.quantity.high, y.quantity.low, y.quantity.high]
    known = [end for end in ends if end is not None]
    return max(known) - min(known) <= _SAME_EVENT
