"""Figures in words for the reader: the value that was understood, and the question it answers."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.findings.figure_readings import Item
from compare.model.figures import Figure, FigureKind, Hedge, Quantity
from compare.text.calendar import WEEKDAYS, date_of
from compare.text.days import ANY_YEAR, DAY, FROM_PUBLICATION, WEEKDAY
from compare.text.words import STOP

_ASKED = {
    FigureKind.COUNT: "How many",
    FigureKind.ORDINAL: "Which place",
    FigureKind.PERCENT: "What share",
    FigureKind.MONEY: "How much money",
    FigureKind.MEASURE: "How much",
    FigureKind.AGE: "What age",
    FigureKind.SCORE: "What score or vote",
    FigureKind.DATE: "When",
    FigureKind.TIME: "At what time",
    FigureKind.DURATION: "How long",
}
# For a measure the question depends on what its unit measures.
_MEASURED = {
    "metre": "What distance or length",
    "square metre": "How large",
    "cubic metre": "What volume",
    "kilogram": "How heavy",
    "metre per second": "How fast",
    "degree Celsius": "What temperature",
    "magnitude": "What magnitude",
    "cubic metre/second": "What flow",
    "watt": "How much power",
    "watt-hour": "How much energy",
}
# A unit, or "people", says nothing of what is counted; nor does a verb that tells of anything.
_SAY_NOTHING = frozenset(
    "percent|per cent|people|person|times|said|told|says|came|went|took|made|had".split("|")
)
_SHAPES = frozenset({"deep", "high", "tall", "wide", "thick", "long"})
# Commas and points inside numbers and "p.m." end no clause.
_CLAUSE_END = re.compile(r"[,;:.!?](?=[\s”’\"')]|$)|[()\[\]—–“”\"]")
_WORDS_SHOWN = 5
# Days from which on a span is told in months.
_SHORT_SPAN = 27
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def question_of(group: list[Item]) -> str:
    """What the figures of a group answer, as "How many: people killed".

    Where nothing tells what is counted, words of one article stand for it: "How long: “four hours
    after the fire”".
    """
    figure = group[0].figure
    asked = _MEASURED.get(figure.quantity.unit or "", _ASKED[figure.kind])
    counts: dict[str, int] = {}
    for item in group:
        if item.figure.counts and item.figure.counts not in _SAY_NOTHING:
            counts[item.figure.counts] = counts.get(item.figure.counts, 0) + 1
    if figure.counts == "times":
        asked = "How often"
    if not counts:
        return f"{asked}: “{_with_words(min(group, key=lambda item: item.key))}”"
    commonest = min(counts, key=lambda words: (-counts[words], len(words), words))
    *what, last = commonest.split()
    if last in _SHAPES:
        return f"How {last}: {' '.join(what)}" if what else f"How {last}"
    return f"{asked}: {commonest}"


def _with_words(item: Item) -> str:
    """The figure with the words after it, or before it when it ends its clause."""
    text, span, sentence = item.article.document.text, item.figure.span, item.sentence.span
    after = _CLAUSE_END.split(text[span.end : sentence.end])[0].split()
    before = _CLAUSE_END.split(text[sentence.start : span.start])[-1].split()
    shown = after[:_WORDS_SHOWN]
    while shown and shown[-1].casefold() in STOP:
        shown.pop()
    if shown:
        return " ".join([*item.printed.split(), *shown])
    return " ".join([*before[-_WORDS_SHOWN:], *item.printed.split()])


def value_of(figure: Figure) -> str:
    """The value as understood: "1,100 to 1,300", "12 or more", "2017-12-01", "Friday"."""
    quantity = figure.quantity
    if figure.kind is FigureKind.SCORE and quantity.low is not None:
        larger = int(quantity.low)
        return f"{larger}-{int((quantity.low - larger) * 1000)}"
    if figure.kind is FigureKind.DATE and (span := _span_of_days(quantity)):
        return span
    low, high = (_end(figure, value) for value in (quantity.low, quantity.high))
    unit = _unit(figure)
    if low == high:
        return f"{low}{unit}"
    if high is None:
        more = "more than " if quantity.hedge is Hedge.MORE_THAN else ""
        return f"{more}{low}{unit}" if more else f"{low}{unit} or more"
    if low is None:
        return f"up to {high}{unit}"
    return f"{low} to {high}{unit}"


def _unit(figure: Figure) -> str:
    if figure.kind in (FigureKind.DATE, FigureKind.TIME):
        return ""
    unit = figure.quantity.unit
    return f" {unit}" if unit else ""


def _end(figure: Figure, value: Decimal | None) -> str | None:
    if value is None:
        return None
    if figure.kind is FigureKind.DATE:
        return _day(figure.quantity.unit or DAY, int(value))
    if figure.kind is FigureKind.TIME:
        minutes = int(value) % 1440
        zone = " UTC" if (figure.quantity.unit or "").endswith("UTC") else ""
        return f"{minutes // 60:02}:{minutes % 60:02}{zone}"
    return _number(value)


def _day(unit: str, value: int) -> str:
    if unit == WEEKDAY:
        return WEEKDAYS[value % 7].capitalize()
    if unit == ANY_YEAR:
        month, day = divmod(max(0, min(value, 371)), 31)
        return f"{_MONTHS[month]} {day + 1}"
    if unit == FROM_PUBLICATION:
        if value == 0:
            return "the day of publication"
        side = "before" if value < 0 else "after"
        return f"{abs(value)} day{'s' if abs(value) != 1 else ''} {side} publication"
    return date_of(value).isoformat()


def _span_of_days(quantity: Quantity) -> str:
    """A long span in months or years: "2027", "March 2031", "March 2027 to April 2028"; else ""."""
    if quantity.unit != DAY or quantity.low is None or quantity.high is None:
        return ""
    first, last = date_of(int(quantity.low)), date_of(int(quantity.high))
    if (last - first).days < _SHORT_SPAN:
        return ""
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    start, end = (f"{_MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return start if start == end else f"{start} to {end}"


def _number(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return format(round(value, 2 if abs(value) >= 1 else 4).normalize(), "f")
