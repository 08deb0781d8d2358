"""Figures in words for the reader: the value that was understood, and the question it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from compare.english.calendar import MONTHS
from compare.findings.figure_readings import FigureItem
from compare.model.figures import Figure, FigureKind, Hedge, Quantity
from compare.text.calendar import WEEKDAYS, date_of
from compare.text.days import ANY_YEAR, DAY, FROM_PUBLICATION, WEEKDAY
from compare.text.nouns import is_person
from compare.text.outcomes import OUTCOMES
from compare.text.words import STOP, stem

_ASKED = {
    FigureKind.COUNT: "How many",
    FigureKind.ORDINAL: "Which one",
    FigureKind.PERCENT: "What share",
    FigureKind.MONEY: "How much money",
    FigureKind.MEASURE: "How much",
    FigureKind.AGE: "How old",
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
    "calibre": "What calibre",
    "cubic metre/second": "What flow",
    "watt": "How much power",
    "watt-hour": "How much energy",
}
# What became of those counted, as the end of a question.
_BECAME = {
    "gathered": "gathered", "registered": "registered", "missing": "are missing",
    "trapped": "were trapped", "destroyed": "were damaged or destroyed",
    "evacuated": "left or had to leave", "fired": "lost their jobs", "hired": "were hired",
}  # fmt: skip
_BECAME_OF_THINGS = {"fired": "were fired", "hired": "were hired", "registered": "were registered"}
_MANY = frozenset(("people", "men", "women", "children", "police", "troops", "cattle", "staff"))
# A unit, or "people", says nothing of what is counted; nor does a verb that tells of anything.
_SAY_NOTHING = frozenset(
    "percent|per cent|people|person|times|said|told|says|came|went|took|made|had".split("|")
)
_SHAPES = frozenset({"deep", "high", "tall", "wide", "thick", "long"})
# Commas and points inside numbers and "p.m." end no clause.
_CLAUSE_END = re.compile(r"[,;:.!?](?=[\s”’\"')]|$)|[()\[\]—–“”\"]")
_WORDS_SHOWN, _WORDS_LED, _FEWEST = 6, 8, 4
_JOINING = frozenset("and but or while whereas when after before that which who as".split())
# With so many words before a date they tell what it is the date of.
_LEAD = 2
_DETERMINERS = frozenset(("a", "an", "the", "its", "his", "her", "their"))
_NAMED_BEFORE = (FigureKind.DATE, FigureKind.TIME, FigureKind.MONEY)
_OUTCOMES = frozenset(OUTCOMES.values())
# Hours in each unit of time, the longest first, and the part of one from which on it is used.
_STRETCHES = (
    (Decimal(8766), "year"),
    (Decimal(708), "month"),
    (Decimal(24), "day"),
    (Decimal(1), "hour"),
    (Decimal(1) / 60, "minute"),
    (Decimal(1) / 3600, "second"),
)
_MOST, _NEARLY_WHOLE, _GROWN = Decimal("0.95"), Decimal("0.09"), 5
# Days from which on a span is told in months.
_SHORT_SPAN = 27


def question_of(group: list[FigureItem]) -> str:
    """What the figures of a group answer, in English: "How many people were killed?".

    Where nothing tells what is counted, and for dates, words of one article stand for it: "When:
    “a gate of the dam failed on Tuesday”".
    """
    figure = group[0].figure
    asked = _MEASURED.get(figure.quantity.unit or "", _ASKED[figure.kind])
    if figure.counts == "times":
        asked = "How often"
    counted = _as_printed(_commonest([item.figure.counts for item in group]), group)
    named = _of_what(figure.kind, counted) if counted else ""
    if named:
        return named
    return f"{asked}: “{_with_words(min(group, key=_fullest))}”"


def counted_by(group: Sequence[FigureItem]) -> str:
    """What a group of counts counts, in words; "" for other kinds and where nothing tells it."""
    if group[0].figure.kind is not FigureKind.COUNT:
        return ""
    return _commonest([item.figure.counts for item in group])


def _commonest(counts: Sequence[str]) -> str:
    """What most of the readings count, in words; nothing where they say nothing of it."""
    said = [words for words in counts if words and words not in _SAY_NOTHING]
    return min(said, key=lambda words: (-said.count(words), len(words), words), default="")


def _as_printed(counted: str, group: Sequence[FigureItem]) -> str:
    """The words with the capitals of a name among them: "African countries"."""
    texts = [item.sentence.span.of(item.article.document.text) for item in group]
    return " ".join(_with_capital(word, texts) for word in counted.split())


def _with_capital(word: str, texts: Sequence[str]) -> str:
    title = word[:1].upper() + word[1:]
    named = any(re.search(rf"(?<=[\w,] ){re.escape(title)}(?!\w)", text) for text in texts)
    plain = any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for text in texts)
    return title if named and not plain else word


def _of_what(kind: FigureKind, counted: str) -> str:
    """The question that names what is counted; nothing where the words would not be English."""
    *what, last = counted.split()
    if last in _SHAPES and what:
        return f"How {last} is the {' '.join(what)}?"
    if kind is FigureKind.AGE:
        if last[:1].isupper():
            return f"How old is {counted}?"
        return f"How old {'are' if _is_plural(last) else 'is'} the {counted}?"
    if kind is not FigureKind.COUNT:
        return ""
    fates = [word for word in counted.replace(" or ", " ").split() if word in _OUTCOMES]
    noun = [word for word in counted.split() if word not in _OUTCOMES and word != "or"]
    if not noun or not _is_plural(noun[-1]) or any("." in word for word in noun):
        return "" if noun not in (["person"], []) or not fates else _asked_of("people", fates)
    return _asked_of(" ".join(noun), fates)


def _asked_of(noun: str, fates: Sequence[str]) -> str:
    if not fates:
        return f"How many {noun}?"
    thing = stem(noun.split()[-1])
    became = [
        _BECAME_OF_THINGS[fate]
        if fate in _BECAME_OF_THINGS and not is_person(thing)
        else _BECAME.get(fate, f"were {fate}")
        for fate in fates
    ]
    if noun in ("jobs", "posts") and "fired" in fates:
        became = ["are to go"]
    return f"How many {noun} {' or '.join(became)}?"


def _is_plural(noun: str) -> bool:
    return noun in _MANY or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))


def _fullest(item: FigureItem) -> tuple[int, tuple[str, int, str]]:
    """The reading with the most words of its clause first, so that a statement is shown."""
    before, after = _clause_beside(item)
    return -min(len(before) + len(after), _WORDS_SHOWN), item.key


def _clause_beside(item: FigureItem) -> tuple[list[str], list[str]]:
    """The words of the clause before and behind a figure, or of the sentence where it has few."""
    text, span, sentence = item.article.document.text, item.figure.span, item.sentence.span
    left, right = text[sentence.start : span.start], text[span.end : sentence.end]
    before, after = _CLAUSE_END.split(left)[-1].split(), _CLAUSE_END.split(right)[0].split()
    if len(before) + len(after) < _FEWEST:
        before, after = left.split(), _CLAUSE_END.split(right)[0].split()
    return before, after


def _with_words(item: FigureItem) -> str:
    """The figure with words of its clause: for a date those before it, else those behind it."""
    text, span = item.article.document.text, item.figure.span
    before, after = _clause_beside(item)
    printed = " ".join(item.printed.split())
    glued = text[span.end : span.end + 1].strip() != "" and bool(after)
    if glued and text[span.end].isalnum() | (text[span.end] in "-’'"):
        printed, after = printed + after[0], after[1:]
    shown = after[:_WORDS_SHOWN]
    for at, word in enumerate(shown):
        if at and word.casefold() in _JOINING:
            shown = shown[:at]
            break
    while shown and (shown[-1].casefold() in STOP or shown[-1][:1].isdigit()):
        shown.pop()
    leads = len(before) >= _LEAD and item.figure.kind in _NAMED_BEFORE
    if shown and item.figure.counts.split()[:1] == shown[0].casefold().split():
        leads = False  # "the 2016 election"
    if len(shown) > 1 and not leads:
        return " ".join([*_led_by(before[-2 * _LEAD :]), printed, *shown])
    return " ".join([*_led_by(before), printed, *(shown if len(before) < _LEAD else ())])


def _led_by(before: list[str]) -> list[str]:
    """The words that lead to a figure, from a place where a phrase may begin."""
    first = max(0, len(before) - _WORDS_LED)
    for at in range(len(before) - _LEAD, first, -1):
        if before[at].casefold() in _JOINING and len(before) - at > _LEAD + 1:
            first = at + 1
            break
    while first < len(before) - 1 and (
        before[first].casefold() in STOP - _DETERMINERS
        or not before[first][:1].isalnum()
        or before[max(0, first - 1)].casefold() == "per"
    ):
        first += 1
    return before[first:]


def value_of(figure: Figure) -> str:
    """The value as understood: "1,100 to 1,300", "12 or more", "2017-12-01", "Friday"."""
    quantity = figure.quantity
    if figure.kind is FigureKind.SCORE and quantity.low is not None:
        larger = int(quantity.low)
        return f"{larger}-{int((quantity.low - larger) * 1000)}"
    if figure.kind is FigureKind.DATE and (span := _span_of_days(quantity)):
        return span
    if figure.kind is FigureKind.AGE and quantity.low != quantity.high and quantity.high:
        return _young(quantity.low or Decimal(0), quantity.high)
    if figure.kind is FigureKind.DURATION and quantity.unit == "hour":
        return _stretch(quantity)
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


def _young(low: Decimal, high: Decimal) -> str:
    """An age told in months, or a span of years: "18 months", "50 to 59 years"."""
    if high < _GROWN:
        months = round(high * 12, 1)
        return f"{_number(months)} month{'s' if months != 1 else ''}"
    return f"{_number(low)} to {_number(high)} years"


def _stretch(quantity: Quantity) -> str:
    """A stretch of time in the unit that suits its length: "20 minutes", "2.5 years"."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    middle = sum(ends, Decimal(0)) / len(ends)
    fitting = [each for each in _STRETCHES if middle >= each[0] * _MOST] or [_STRETCHES[-1]]
    exact = quantity.hedge is Hedge.NONE or None in (quantity.low, quantity.high)
    whole = [each for each in fitting if exact and _is_whole(middle / each[0])]
    size, name = (whole or fitting)[0]

    def told(hours: Decimal) -> str:
        amount = round(hours / size, 1)
        return f"{_number(amount)} {name}{'s' if amount != 1 else ''}"

    if quantity.low is None or quantity.high is None:
        limit, widened = (
            ("up to {}", Decimal("1.05")) if quantity.low is None else ("{} or more", _MOST)
        )
        amount = _as_set(middle / size, widened)
        return limit.format(f"{_number(amount)} {name}{'s' if amount != 1 else ''}")
    if quantity.hedge is Hedge.NONE:
        return told(middle)
    return f"{_number(round(quantity.low / size, 1))} to {told(quantity.high)}"


def _as_set(amount: Decimal, widened: Decimal) -> Decimal:
    """A limit as it was set: what is read is wider, by a twentieth or by half a unit."""
    plain = round(amount / widened, 1)
    if plain == plain.to_integral_value():
        return plain
    whole = Decimal(int(amount)) if widened > 1 else Decimal(int(amount)) + 1
    return whole if abs(amount - whole) <= Decimal("0.55") and whole else round(amount, 1)


def _is_whole(amount: Decimal) -> bool:
    """True for a number near a whole or a half one."""
    return abs(amount * 2 - round(amount * 2)) <= _NEARLY_WHOLE


def _unit(figure: Figure) -> str:
    if figure.kind in (FigureKind.DATE, FigureKind.TIME):
        return ""
    unit = figure.quantity.unit
    return " years" if unit == "year" else f" {unit}" if unit else ""


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
        return f"{MONTHS[month]} {day + 1}"
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
    start, end = (f"{MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    return start if start == end else f"{start} to {end}"


def _number(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return format(round(value, 2 if abs(value) >= 1 else 4).normalize(), "f")
