"""Names of months, days and seasons, and the span of days that each stands for."""

from __future__ import annotations

from datetime import date

from compare.english import calendar

MONTHS = tuple(name[:3].lower() for name in calendar.MONTHS)
WEEKDAYS = tuple(name.lower() for name in calendar.WEEKDAYS)
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EPOCH = date(1970, 1, 1).toordinal()
# First and last month and day. Seasons are given as people use them, with the days on which the
# weather and the almanac disagree inside both.
SEASONS = {
    "spring": ((3, 1), (6, 21)),
    "summer": ((6, 1), (9, 22)),
    "fall": ((9, 1), (12, 21)),
    "autumn": ((9, 1), (12, 21)),
    "winter": ((12, 1), (3, 20)),
}
SOUTHERN = frozenset({"en-au", "en-nz", "en-za"})
_SWAPPED = {"spring": "fall", "fall": "spring", "autumn": "spring", "summer": "winter"}
# Which part of a stretch "early", "mid" and "late" leave open, as shares of it; they overlap.
PARTS = {"early": (0.0, 0.42), "mid": (0.25, 0.75), "late": (0.58, 1.0), "end": (0.75, 1.0)}
_PART_WORDS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "end",
}

Days = tuple[int, int]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01; a day that the month lacks is its last one."""
    last = _LENGTHS[month - 1]
    if month == 2 and not _leap(year):
        last = 28
    return date(year, month, min(day, last)).toordinal() - _EPOCH


def number_of(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def date_of(number: int) -> date:
    """The date so many days after 1970-01-01; the far ends of the calendar where it lies beyond."""
    return date.fromordinal(max(1, min(number + _EPOCH, date.max.toordinal())))


def month_days(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    return day_number(year, month, 1), day_number(year, month, 31)


def year_days(year: int, last: int | None = None) -> Days:
    """The first and the last day of a year, or of several up to `last`."""
    return day_number(year, 1, 1), day_number(last or year, 12, 31)


def season_days(year: int, name: str, language: str = "en") -> Days:
    """The days of a season that begins in `year`."""
    season = name.lower()
    if language.lower() in SOUTHERN:
        season = _SWAPPED.get(season, "summer")
    (first_month, first_day), (last_month, last_day) = SEASONS[season]
    end_year = year + 1 if last_month < first_month else year
    return day_number(year, first_month, first_day), day_number(end_year, last_month, last_day)


def part_of(days: Days, words: str) -> Days:
    """The part of a stretch of days that "early", "mid", "the end of" leave open."""
    for word, part in _PART_WORDS.items():
        if word in words.lower():
            low, high = PARTS[part]
            length = days[1] - days[0]
            return days[0] + round(length * low), days[0] + round(length * high)
    return days


def month_number(name: str) -> int:
    """1 for "Jan.", 12 for "December"."""
    return MONTHS.index(name[:3].lower()) + 1


def place_in_year(month: int, day: int) -> int:
    """A place in any year: 31 to the month, so that both ends of a month are known without it."""
    return (month - 1) * 31 + day - 1


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
