"""Figures that a set phrase stands for: "twice", "in his fifties", "no one", "hours after"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from compare.english.calendar import SPAN_OF_TIME, one_of
from compare.english.numerals import ONE_TO_TWELVE
from compare.model.figures import FigureKind
from compare.model.spans import Span
from compare.text.fold import lower_case
from compare.text.outcomes import outcome

# "Twice as big" and "twice the size" compare, "twice a week" and "twice-married" do not count.
_TWICE = re.compile(
    r"(?<![\w-])twice(?![\w-])(?!\s+(?:as|that|the|its|his|her|their|our|what|an?|over|daily|weekly"
    r"|monthly|yearly)(?!\w))",
    re.IGNORECASE,
)
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_IN_THEIR = re.compile(
    r"(?<!\w)in\s+(?:his|her|their|my|your)\s+(?:(?:early|mid|late)[-\s]+)?"
    rf"(?P<decade>{'|'.join(_DECADES)})(?!\w)",
    re.IGNORECASE,
)


# "Hours after the raid", "for days": what the bare plural is taken to span, in its own unit.
_STRETCHES = {
    "seconds": (2, 90), "minutes": (2, 90), "hours": (2, 36), "days": (2, 13), "weeks": (2, 9),
    "months": (2, 23),
}  # fmt: skip
_STRETCH = re.compile(
    r"(?<![\w-])(?:(?P<unit>seconds|minutes|hours|days|weeks)(?=\s+(?:after|before|later|earlier"
    r"|leading\s+up|ahead\s+of)(?!\w))|(?<=\bfor\s)[“\"]?(?P<long>hours|days|weeks|months)(?!\w))",
    re.IGNORECASE,
)
# "Within a year", "for a week".
_ONE = re.compile(
    r"(?<![\w-])(?:within|for|lasted|lasting|over|nearly|almost|about|after|took|takes|take)\s+(?P<one>an?\s"
    rf"(?P<unit>{SPAN_OF_TIME}))(?!\s+(?:ago|earlier|later|before|after|and\s)|[\w’'-])"
)
_COUNTED = re.compile(
    rf"(?:\w+ty|\w+teen|\d|{one_of(ONE_TO_TWELVE)}|few|several|dozen|dozens|couple|hundreds?|thousands?|many|some|half)[-\s]+$",
    re.IGNORECASE,
)
# "No one was killed", "no deaths": none, where an outcome is told and the words say that it stays.
_NONE = re.compile(
    r"(?<![\w-])(?:no\s+one|nobody|none(?=\s+of\s)|no(?=\s+(?:people|persons?|passengers?|residents?"
    r"|workers?|children|injur(?:y|ies)|deaths?|casualt(?:y|ies)|fatalit(?:y|ies)|arrests?|survivors?)"
    r"(?!\w)))(?!\s+(?:else|other|more|knows?|knew|said|says))(?!\w)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"(?<!\w)(?:yet|immediate(?:ly)?|if|whether|initially)(?!\w)", re.IGNORECASE)
_CLAUSE = 90


def set_phrases(text: str) -> Iterator[tuple[Span, Decimal, Decimal, FigureKind, str | None]]:
    """Where such a phrase stands, its least and greatest value, its kind and unit.

    Ages are in years. A bare plural such as "hours" has its own name for the unit.
    """
    for match in _NONE.finditer(text):
        near = text[max(0, match.start() - _CLAUSE // 3) : match.end() + _CLAUSE]
        if outcome(text, match.start(), match.end()) and not _NOT_YET.search(near):
            yield Span(match.start(), match.end()), Decimal(0), Decimal(0), FigureKind.COUNT, None
    for match in _STRETCH.finditer(text):
        if _COUNTED.search(text, max(0, match.start() - 12), match.start()):
            continue
        name = "unit" if match["unit"] else "long"
        unit = match[name].lower()
        fewest, most = _STRETCHES[unit]
        span = Span(match.start(name), match.end(name))
        yield span, Decimal(fewest), Decimal(most), FigureKind.DURATION, unit.removesuffix("s")
    for match in _ONE.finditer(text):
        span = Span(match.start("one"), match.end("one"))
        yield span, Decimal(1), Decimal(1), FigureKind.DURATION, match["unit"]
    for match in _TWICE.finditer(text):
        yield Span(match.start(), match.end()), Decimal(2), Decimal(2), FigureKind.COUNT, None
    for match in _IN_THEIR.finditer(text):
        low = Decimal(_DECADES[lower_case(match["decade"])])
        yield Span(match.start(), match.end()), low, low + 9, FigureKind.AGE, "year"
