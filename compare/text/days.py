"""What the written forms of a date on the calendar mean, in days since 1970-01-01."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from compare.text.calendar import (
    Days,
    day_number,
    month_days,
    month_number,
    number_of,
    part_of,
    place_in_year,
    season_days,
    year_days,
)

DAY = "day"
WEEKDAY = "weekday"
ANY_YEAR = "day of any year"
FROM_PUBLICATION = "day from publication"

_MONTHS = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*")
_YEARS = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_DAYS = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
SEASON_NAME = re.compile(r"spring|summer|fall|autumn|winter", re.IGNORECASE)
_HOLIDAYS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "boxing day": (12, 26), "halloween": (10, 31),
    "valentine's day": (2, 14), "fourth of july": (7, 4), "independence day": (7, 4),
    "bastille day": (7, 14),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFrame:
    """What a date is resolved against; `future` when the words before it point ahead."""

    published: date | None
    language: str = "en"
    future: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedDays:
    """An interval of days in a unit; `yearless` when the words name no year."""

    low: int
    high: int
    unit: str = DAY
    yearless: bool = False


Match = re.Match[str]


def on_days(days: Days) -> ResolvedDays:
    """An interval of known days."""
    return ResolvedDays(low=days[0], high=days[1])


def iso_date(match: Match, _frame: DateFrame) -> ResolvedDays:
    """The days of "2017-11-28"."""
    year, month, day = (int(part) for part in match.group().split("-"))
    number = number_of(date(year, month, day))
    return on_days((number, number))


def month_and_day(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The days of "Tuesday, Nov. 28", "the 5th of May 2018", "Dec. 25-26"."""
    words = match.group()
    year = _YEARS.search(words)
    rest = words[: year.start()] if year else words
    month = month_number(_month_name(rest))
    days = [int(day) for day in _DAYS.findall(rest)]
    if not days or not all(1 <= day <= 31 for day in days) or days != sorted(days):
        return None
    return _on_days(month, (days[0], days[-1]), int(year.group()) if year else None, frame)


def _month_name(words: str) -> str:
    found = _MONTHS.search(words)
    if found is None:
        raise ValueError(words)
    return found.group()


def _on_days(month: int, days: Days, year: int | None, frame: DateFrame) -> ResolvedDays:
    if year is not None:
        return on_days((day_number(year, month, days[0]), day_number(year, month, days[1])))
    if frame.published is None:
        low, high = place_in_year(month, days[0]), place_in_year(month, days[1])
        return ResolvedDays(low=low, high=high, unit=ANY_YEAR, yearless=True)
    today = number_of(frame.published)
    years = range(frame.published.year - 1, frame.published.year + 2)
    spans = [(day_number(y, month, days[0]), day_number(y, month, days[1])) for y in years]
    if frame.future:
        spans = [span for span in spans if span[1] >= today] or spans
    # News looks back more often than ahead: a day to come has to be twice as near.
    nearest = min(spans, key=lambda span: max(today - span[0], 2 * (span[0] - today)))
    return ResolvedDays(low=nearest[0], high=nearest[1], yearless=True)


def numeric_date(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The days of "5/6/2017": both orders where the language does not settle it."""
    first, second, year = (int(part) for part in re.split(r"[/.]", match.group()))
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    orders = [(first, second), (second, first)]
    if frame.language.lower() not in ("en", "en-us"):
        orders = [(second, first)]
    elif frame.language.lower() == "en-us":
        orders = [(first, second)]
    dated = sorted(number_of(date(year, m, d)) for m, d in orders if m <= 12 and 1 <= d <= 31)
    return on_days((dated[0], dated[-1])) if dated else None


def month_in_year(match: Match, _frame: DateFrame) -> ResolvedDays:
    """The days of "early July 2016"."""
    words = match.group()
    month = month_number(_month_name(words))
    return on_days(
        part_of(month_days(_year_in(words), month), words[: words.index(_month_name(words))])
    )


def _year_in(words: str) -> int:
    found = _YEARS.search(words)
    if found is None:
        raise ValueError(words)
    return int(found.group())


def season_in_year(match: Match, frame: DateFrame) -> ResolvedDays:
    """The days of "the spring of 2015"."""
    words = match.group()
    season = SEASON_NAME.search(words)
    assert season is not None  # the pattern demands one
    days = season_days(_year_in(words), season.group(), frame.language)
    if season.group().lower() == "winter":  # "winter 2016" may be either end of the year
        days = (day_number(_year_in(words), 1, 1), days[1])
    return on_days(part_of(days, words[: season.start()]))


def share_of_year(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The days of "the first half of 2016"; None when the year is left open."""
    words = match.group().lower()
    year = _whole_year(words, frame)
    if year is None:
        return None
    half = "half" in words
    order = {
        "first": 0,
        "second": 1,
        "third": 2,
        "fourth": 3,
        "latter": 1,
        "last": 1 if half else 3,
    }
    place = next(order[w] for w in order if w in words)
    months = 6 if half else 3
    first = place * months + 1
    return on_days((day_number(year, first, 1), day_number(year, first + months - 1, 31)))


def _whole_year(words: str, frame: DateFrame) -> int | None:
    named = _YEARS.search(words)
    if named is not None:
        return int(named.group())
    if frame.published is None:
        return None
    return frame.published.year + {"last year": -1, "next year": 1}.get(words[-9:], 0)


def several_months(match: Match, _frame: DateFrame) -> ResolvedDays | None:
    """The days of "between January 2016 and March 2018"."""
    words = match.group()
    years = [int(year) for year in _YEARS.findall(words)]
    months = [month_number(name) for name in _MONTHS.findall(words)]
    if len(years) != 2 or len(months) != 2:
        return None
    low, high = month_days(years[0], months[0])[0], month_days(years[1], months[1])[1]
    return on_days((low, high)) if low <= high else None


def several_years(match: Match, _frame: DateFrame) -> ResolvedDays | None:
    """The days of "between 2010 and 2012"."""
    first, last = (int(year) for year in _YEARS.findall(match.group()))
    return on_days(year_days(first, last)) if first <= last else None


def season_years(match: Match, _frame: DateFrame) -> ResolvedDays | None:
    """The days of "2016-17"."""
    first, last = int(match.group()[:4]), int(match.group()[-2:])
    last += first // 100 * 100
    return on_days(year_days(first, last)) if first < last else None


def decade(match: Match, _frame: DateFrame) -> ResolvedDays:
    """The days of "the late 1990s"."""
    digits = re.findall(r"\d+", match.group())[-1]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return on_days(part_of(year_days(first, first + 9), match.group()))


def one_year(match: Match, _frame: DateFrame) -> ResolvedDays:
    """The days of "mid-2016"."""
    return on_days(part_of(year_days(_year_in(match.group())), match.group()))


def month_alone(match: Match, frame: DateFrame) -> ResolvedDays:
    """The days of "early July", in the year that is meant."""
    words = match.group()
    name = _month_name(words)
    month, lead = month_number(name), words[: words.index(name)].lower()
    if frame.published is None:
        low, high = part_of((place_in_year(month, 1), place_in_year(month, 31)), lead)
        return ResolvedDays(low=low, high=high, unit=ANY_YEAR, yearless=True)
    year = _year_of_month(month, lead, frame)
    low, high = part_of(month_days(year, month), lead)
    return ResolvedDays(low=low, high=high, yearless=True)


def _year_of_month(month: int, lead: str, frame: DateFrame) -> int:
    assert frame.published is not None  # callers have looked
    here = frame.published
    if "this" in lead:
        return here.year
    if "next" in lead or (frame.future and month >= here.month):
        return here.year + (1 if month <= here.month and "next" in lead else 0)
    if frame.future:
        return here.year + 1
    return here.year if month <= here.month - ("last" in lead) else here.year - 1


def holiday(match: Match, frame: DateFrame) -> ResolvedDays | None:
    """The days of "Christmas Eve", in the year that is meant."""
    words = re.sub(r"\s+", " ", match.group().lower().replace("’", "'")).removeprefix("the ")
    month, day = _HOLIDAYS[words]
    return _on_days(month, (day, day), None, frame)
