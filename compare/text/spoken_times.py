"""Times of day with words for the half of the day: "twenty to six in the morning", "at 3.14 on
Monday morning", "six o'clock"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.spans import Span
from compare.text.cardinals import ONES, spelled_value
from compare.text.fold import lower_case

_HOURS = "|".join(sorted((word for word, n in ONES.items() if 1 <= n <= 12), key=len, reverse=True))
_HOUR = rf"(?:{_HOURS}|1[0-2]|[1-9])"
_PART = (
    r"(?P<part>half|(?:an?\s+)?quarter|twenty[-\s]five|five|ten|twenty|[1-9]|[1-5]\d)"
    r"(?P<minutes>\s+minutes?)?"
)
# A day that follows is a figure of its own and stays outside.
_DAYPART = (
    r"(?:\s+in\s+the\s+(?:early\s+)?(?P<daypart>morning|afternoon|evening)|\s+at\s+(?P<night>night)"
    r"|\s?(?P<half>[ap])\.?m(?!\w)\.?"
    r"|(?=,?\s+(?:on\s+\w+day|\w+day|this|yesterday)\s+(?P<ofday>morning|afternoon|evening|night)))"
)
_SPOKEN = re.compile(
    rf"(?<![\w-])(?:{_PART}\s+(?P<side>past|to|after)\s+(?P<hour>{_HOUR})(?:\s+o[’']clock)?"
    rf"|(?P<even>{_HOUR})\s+o[’']clock)(?![\w-]|[.:,]\d){_DAYPART}?",
    re.IGNORECASE,
)
# "3.14 on Monday morning", "at 8 in the evening", "on Monday morning at 3.14".
_DIGITAL = re.compile(
    rf"(?<![\w.,:$€£/-])(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d)|(?<=\bat\s\d)"
    rf"|(?<=\bat\s\d\d))(?![\d%]|[.:,]\d){_DAYPART}?",
    re.IGNORECASE,
)
# "At 14.05" names its half of the day itself.
_LATE = re.compile(
    r"(?<=\bat\s)(?P<hour>1[3-9]|2[0-3])\.(?P<minute>[0-5]\d)"
    r"(?=[,;]|\W*$|\s+(?:on|and|when|after|before|yesterday|today|local|[A-Z]\w+day)(?!\w))"
)
_LED = re.compile(
    r"(?<!\w)(?:at|by|from|until|till|before|after|about|around|since|past)\s+$", re.IGNORECASE
)
_DAY_BEFORE = re.compile(
    r"(?<!\w)(?P<part>morning|afternoon|evening|night),?\s+at\s+$", re.IGNORECASE
)
_MINUTES = {"half": 30, "quarter": 15}
_HALF_DAY, _DAY = 12 * 60, 24 * 60
_SMALL_HOURS = 6 * 60


def spoken_times(text: str) -> Iterator[tuple[Span, int]]:
    """Where each such time stands, and its minute of the day.

    Left out are those that name no half of the day: "half past six" may be in the morning.
    """
    for match in _SPOKEN.finditer(text):
        morning = _is_morning(match)
        if morning is not None:
            yield Span(match.start(), match.end()), _minute(match) + (0 if morning else _HALF_DAY)
    yield from _digital_times(text)


def _digital_times(text: str) -> Iterator[tuple[Span, int]]:
    """Times in digits whose half of the day a word beside them tells, or the hour itself."""
    for match in _DIGITAL.finditer(text):
        beside = match["daypart"] or match["ofday"] or match["night"]
        before = _DAY_BEFORE.search(text, max(0, match.start() - 16), match.start())
        part = lower_case(beside or (before["part"] if before else ""))
        led = _LED.search(text, max(0, match.start() - 10), match.start())
        if led is None or not part or match["half"]:
            continue  # an index may fall 3.14 on Monday morning
        minute = int(match["hour"]) % 12 * 60 + int(match["minute"] or 0)
        late = minute >= _SMALL_HOURS if part == "night" else part != "morning"
        yield Span(match.start(), match.end()), minute + (_HALF_DAY if late else 0)
    for match in _LATE.finditer(text):
        yield (
            Span(match.start(), match.end()),
            int(match["hour"]) * 60 + int(match["minute"]),
        )


def unsure_times(text: str) -> Iterator[Span]:
    """Where a time is spoken of that may be in the morning or in the evening.

    Its words count nothing. "Ten to six" is left out: it may be a vote.
    """
    for match in _SPOKEN.finditer(text):
        part = lower_case(match["part"] or "")
        if match["even"] or match["minutes"] or part.endswith(("half", "quarter")):
            yield Span(match.start(), match.end())


def _is_morning(match: re.Match[str]) -> bool | None:
    """None where the words do not tell; the night is before noon from midnight on."""
    part = lower_case(match["daypart"] or match["ofday"] or match["night"] or "")
    if match["half"]:
        return lower_case(match["half"]) == "a"
    if part == "night":
        return _minute(match) < _SMALL_HOURS
    return part == "morning" if part else None


def _minute(match: re.Match[str]) -> int:
    """Minutes since noon or midnight."""
    minute = _number(match["hour"] or match["even"]) % 12 * 60
    part = lower_case(match["part"] or "")
    if part:
        away = _MINUTES.get(part.split()[-1]) or _number(part)
        minute += -away if lower_case(match["side"]) == "to" else away
    return minute % _HALF_DAY


def _number(words: str) -> int:
    return int(words) if words.isdigit() else int(spelled_value(words))
