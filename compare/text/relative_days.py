"""What dates told from the day of publication mean: weekdays, "last week", "two years ago"."""

from __future__ import annotations

import re

from compare.text.calendar import (
    WEEKDAYS,
    Days,
    date_of,
    month_days,
    number_of,
    part_of,
    place_in_year,
    season_days,
    year_days,
)
from compare.text.days import (
    ANY_YEAR,
    FROM_PUBLICATION,
    SEASON_NAME,
    WEEKDAY,
    DateFrame,
    Match,
    ResolvedDays,
    on_days,
)

_NAMED_DAYS = re.compile("|".join(WEEKDAYS), re.IGNORECASE)
_COUNTS = {
    "a": (1, 1), "an": (1, 1), "one": (1, 1), "two": (2, 2), "three": (3, 3), "four": (4, 4),
    "five": (5, 5), "six": (6, 6), "seven": (7, 7), "eight": (8, 8), "nine": (9, 9),
    "ten": (10, 10), "eleven": (11, 11), "twelve": (12, 12), "several": (2, 12),
    "a few": (2, 10), "some": (2, 12), "a couple of": (2, 4), "many": (3, 40),
}  # fmt: skip
# A stretch of time before the publication, in days; months and years are rounded in speech.
_LENGTHS = {"minute": 0, "hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}


def weekday(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The day of "last Tuesday", "Friday evening": a past one unless one to come is meant."""
    words = match.group().lower()
    named = _NAMED_DAYS.search(words)
    if named is None:
        return None
    wanted = WEEKDAYS.index(named.group())
    if frame.published is None:
        return ResolvedDays(low=wanted, high=wanted, unit=WEEKDAY, yearless=True)
    return on_days(_resolved_weekday(words, wanted, frame))


def _resolved_weekday(words: str, wanted: int, frame: DateFrame) -> Days:
    assert frame.published is not None  # callers have looked
    today = number_of(frame.published)
    back = (frame.published.weekday() - wanted) % 7
    ahead = (wanted - frame.published.weekday()) % 7
    if words.endswith("last week"):
        monday = today - frame.published.weekday() - 7
        return monday + wanted, monday + wanted
    if words.startswith("last"):  # on a Friday, "last Tuesday" is four or eleven days ago
        recent = today - (back or 7)
        return (recent - 7, recent) if back else (recent, recent)
    if words.startswith("next"):
        return today + (ahead or 7), today + (ahead or 7) + 7
    if words.endswith("next week") or frame.future or "coming" in words or "later" in words:
        step = 7 if words.endswith("next week") and ahead + frame.published.weekday() < 7 else 0
        return today + ahead + step, today + ahead + step
    return today - back, today - back


def days_ago(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The days of "two years ago", "several days ago"."""
    words = re.sub(r"\s+", " ", match.group().lower())
    unit = next((name for name in _LENGTHS if re.search(rf"\b{name}s? ago", words)), None)
    if unit is None:
        return None
    least, most = _count_in(words)
    size = _LENGTHS[unit]
    loose = {"minute": 1, "hour": 1, "day": 0, "week": 3, "month": 15, "year": 200, "decade": 1000}
    low, high = -most * size - loose[unit], -least * size + (loose[unit] if size > 1 else 0)
    if re.match(r"(?:more than|over) ", words):
        low -= size * max(1, most // 4)
    if re.match(r"(?:about|around|nearly|almost|some) ", words):
        low, high = low - size, min(high + size, 0)
    return _relative((low, high), frame)


def _count_in(words: str) -> tuple[int, int]:
    for count in sorted(_COUNTS, key=len, reverse=True):
        if re.search(rf"(?:^| ){count} (?:minute|hour|day|week|month|year|decade)", words):
            return _COUNTS[count]
    digits = re.search(r"\d+", words)
    number = int(digits.group()) if digits else 1
    return number, number


def _relative(days: Days, frame: DateFrame) -> ResolvedDays:
    """Days counted from the publication, turned into dates when it is known."""
    if frame.published is None:
        return ResolvedDays(low=days[0], high=days[1], unit=FROM_PUBLICATION, yearless=True)
    today = number_of(frame.published)
    return on_days((today + days[0], today + days[1]))


def end_of_period(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The days of "the end of the year"; without a publication date within a year from then."""
    words = match.group().lower()
    if frame.published is None and "next" not in words and "last" not in words:
        size = 7 if "week" in words else 31 if "month" in words else 366
        return _relative((0, size), frame)
    period = _period_days(words, frame)
    return None if period is None else on_days(part_of(period, words))


def _period_days(words: str, frame: DateFrame) -> Days | None:
    """The calendar week, month or year that "last", "this" or "next" points at."""
    here = frame.published
    if here is None:
        return None
    step = -1 if "last" in words else 1 if "next" in words else 0
    if "week" in words:
        # Weeks begin on Sunday for some and on Monday for others, so both ends are inside.
        monday = number_of(here) - here.weekday() + 7 * step
        return monday - 1, monday + 6
    if "month" in words:
        index = here.year * 12 + here.month - 1 + step
        return month_days(index // 12, index % 12 + 1)
    return year_days(here.year + step)


def period(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The days of "last week", "earlier this month", "next year"."""
    words = match.group().lower()
    if frame.published is None:
        return _period_from_publication(words)
    days = _period_days(words, frame)
    if days is None:
        return None
    today = number_of(frame.published)
    if "earlier" in words:
        return on_days((days[0], max(days[0], today - 1)))
    if "later" in words:
        return on_days((min(today, days[1]), days[1]))
    if "past" in words:
        return on_days((today - (days[1] - days[0]) - 1, today))
    return on_days(days)


def _period_from_publication(words: str) -> ResolvedDays:
    size = 7 if "week" in words else 31 if "month" in words else 366
    low, high = (
        (-2 * size, 0) if "last" in words else (0, 2 * size) if "next" in words else (-size, size)
    )
    if "earlier" in words or "past" in words:
        low, high = -size, 0
    if "later" in words:
        low, high = 0, size
    return ResolvedDays(low=low, high=high, unit=FROM_PUBLICATION, yearless=True)


def stretch(match: Match, frame: DateFrame) -> ResolvedDays:
    """The days of "over the past week": up to the publication, not the calendar week."""
    words = match.group()
    size = 7 if "week" in words else 31 if "month" in words else 366
    return _relative((-size, 0), frame)


def weekend(match: Match, frame: DateFrame) -> ResolvedDays:
    """The days of "over the weekend", Friday night counted in."""
    words = match.group().lower()
    if frame.published is None:
        return ResolvedDays(low=4, high=6, unit=WEEKDAY, yearless=True)
    today = number_of(frame.published)
    saturday = today - (frame.published.weekday() - 5) % 7
    if "next" in words or "coming" in words or frame.future:
        saturday += 7
    if "last" in words:
        return on_days((saturday - 8, saturday + 1))
    return on_days((saturday - 1, saturday + 1))


def season(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The days of "this fall", "last winter"; the season of any year without a publication date."""
    words = match.group().lower()
    season = SEASON_NAME.search(words)
    if season is None:
        return None
    if frame.published is None:
        return _season_of_any_year(season.group(), frame.language)
    here = frame.published
    today = number_of(here)
    spans = [
        season_days(here.year + step, season.group(), frame.language) for step in (-2, -1, 0, 1)
    ]
    if "last" in words:
        return on_days([span for span in spans if span[1] < today][-1])
    if "next" in words or "later" in words or frame.future:
        return on_days(next((span for span in spans if span[1] >= today), spans[-1]))
    if "this" in words:
        winter = season.group().lower() == "winter" and here.month <= 3
        return on_days(spans[1 if winter else 2])
    return on_days([span for span in spans if span[0] <= today][-1])


def _season_of_any_year(name: str, language: str) -> ResolvedDays | None:
    """None for a season that runs over the turn of the year."""
    first, last = (date_of(day) for day in season_days(2001, name, language))
    if first.year != last.year:
        return None
    low, high = place_in_year(first.month, first.day), place_in_year(last.month, last.day)
    return ResolvedDays(low=low, high=high, unit=ANY_YEAR, yearless=True)


def today(match: Match, frame: DateFrame) -> ResolvedDays:
    """The days of "yesterday evening", "overnight"."""
    words = match.group().lower()
    if "yesterday" in words or "last night" in words:
        return _relative((-1, -1), frame)
    if "overnight" in words:
        return _relative((-1, 0), frame)
    if "tomorrow" in words:
        return _relative((1, 1), frame)
    return _relative((0, 0), frame)
