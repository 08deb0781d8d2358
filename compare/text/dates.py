"""Dates and times of day in a text, resolved against the day on which it was published."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from compare.model.figures import FigureKind, Hedge, Quantity
from compare.model.spans import Span
from compare.text import days, relative_days
from compare.text.clock_times import CLOCK, MINUTE_OF_DAY, clock_minutes, opening_of
from compare.text.date_patterns import DATE_RULES, FUTURE, LEADING_WORDS, LIMITS, NOT_A_DATE
from compare.text.days import DateFrame, ResolvedDays
from compare.text.spoken_times import spoken_times

_RESOLVERS: dict[str, Callable[[re.Match[str], DateFrame], ResolvedDays | None]] = {
    "iso": days.iso_date,
    "month_day": days.month_and_day,
    "day_month": days.month_and_day,
    "numeric": days.numeric_date,
    "month_year": days.month_in_year,
    "season_year": days.season_in_year,
    "share_year": days.share_of_year,
    "months": days.several_months,
    "years": days.several_years,
    "season_years": days.season_years,
    "decade": days.decade,
    "year": days.one_year,
    "month": days.month_alone,
    "holiday": days.holiday,
    "weekday": relative_days.weekday,
    "ago": relative_days.days_ago,
    "end_of": relative_days.end_of_period,
    "stretch": relative_days.stretch,
    "weekend": relative_days.weekend,
    "period": relative_days.period,
    "season": relative_days.season,
    "today": relative_days.today,
}

# How far "shortly before" and "before" reach, in days and in minutes. Without a bound a "by Friday"
# would agree with every earlier day.
_REACH = {
    FigureKind.DATE: (Decimal(1), Decimal(30)),
    FigureKind.TIME: (Decimal(30), Decimal(180)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date or a time of day in a text.

    The unit of the quantity says what it counts: "day" since 1970-01-01; without a publication
    date "weekday" (Monday is 0), "day of any year" (31 to the month) or "day from publication";
    for times "minute of the day", with "UTC" added when a zone is named.
    `yearless` is True when the words name no year and it was worked out or left open.
    """

    span: Span
    quantity: Quantity
    kind: FigureKind
    yearless: bool = False


def dates(
    text: str, published: datetime | date | None = None, *, language: str = "en"
) -> tuple[Moment, ...]:
    """The dates and times of a text in order, not overlapping; never raises."""
    day = published.date() if isinstance(published, datetime) else published
    found = [m for rule in _candidates(text) if (m := _moment(text, rule, day, language))]
    found += _clock_times(text)
    kept: list[Moment] = []
    for moment in sorted(found, key=lambda m: (m.span.start, -m.span.end)):
        if not kept or moment.span.start >= kept[-1].span.end:
            kept.append(moment)
    return tuple(kept)


def _candidates(text: str) -> list[re.Match[str]]:
    return [match for match in DATE_RULES.finditer(text) if not NOT_A_DATE.match(text, match.end())]


def _moment(
    text: str, match: re.Match[str], published: date | None, language: str
) -> Moment | None:
    rule = next(name for name in _RESOLVERS if match[name] is not None)
    lead = LEADING_WORDS.match(match.group())
    frame = DateFrame(published=published, language=language, future=_is_future(text, match))
    try:
        resolved = _RESOLVERS[rule](match, frame)
    except (ValueError, OverflowError):  # the 45th of a month, a year beyond the calendar
        return None
    if resolved is None:
        return None
    moment = Moment(
        span=Span(match.start() + (lead.end() if lead else 0), match.end()),
        quantity=Quantity(
            low=Decimal(resolved.low), high=Decimal(resolved.high), unit=resolved.unit
        ),
        kind=FigureKind.DATE,
        yearless=resolved.yearless,
    )
    return _limited(text, moment)


def _is_future(text: str, match: re.Match[str]) -> bool:
    return FUTURE.search(text, max(0, match.start() - 70), match.start()) is not None


def _limited(text: str, moment: Moment) -> Moment:
    """The moment stretched to what "before", "after", "by" or "around" it leaves open."""
    limit = LIMITS.search(text, max(0, moment.span.start - 16), moment.span.start)
    low, high = moment.quantity.low, moment.quantity.high
    if limit is None or low is None or high is None:
        return moment
    word = limit["limit"].lower()
    reach = _REACH[moment.kind][0 if limit["soon"] else 1]
    hedge = Hedge.ABOUT
    if word in ("before", "by"):
        low, hedge = high - reach, Hedge.AT_MOST if word == "by" else Hedge.LESS_THAN
    elif word == "after":
        high, hedge = low + reach, Hedge.MORE_THAN
    else:
        reach = max((high - low) // 2, _REACH[moment.kind][0])
        low, high = low - reach, high + reach
    span = Span(limit.start(), moment.span.end)
    return replace(
        moment, span=span, quantity=replace(moment.quantity, low=low, high=high, hedge=hedge)
    )


def _clock_times(text: str) -> list[Moment]:
    found = []
    for match in CLOCK.finditer(text):
        minutes = clock_minutes(match)
        if minutes is not None:
            span, unit = Span(match.start(), match.end()), minutes[2]
            first = opening_of(text, match)
            if first is not None:
                span, minutes = Span(first[0], match.end()), (first[1], minutes[1], unit)
            found.append(_limited(text, _time(span, minutes[0], minutes[1], unit)))
    for span, minute in spoken_times(text):
        found.append(_limited(text, _time(span, minute, minute, MINUTE_OF_DAY)))
    return found


def _time(span: Span, low: int, high: int, unit: str) -> Moment:
    return Moment(
        span=span,
        quantity=Quantity(low=Decimal(low), high=Decimal(high), unit=unit),
        kind=FigureKind.TIME,
    )
