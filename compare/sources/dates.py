"""When an article says it was published, read from the ways people and pages write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from compare.english import calendar
from compare.model.articles import Precision

FORMS = (
    "2031-10-14, 2031-10-14T21:05, 2031-10-14T21:05+02:00, 14 October 2031, "
    "October 14, 2031 9:05 p.m. or Tue, 14 Oct 2031 21:05:00 +0000"
)
MONTHS = {
    name: number
    for number, month in enumerate(calendar.MONTHS, 1)
    for name in (month.lower(), month[:3].lower())
} | {"sept": 9}
# Hours east of Greenwich of the zone names that have one meaning in news text.
ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "bst": 1,
    "wet": 0, "west": 1, "akst": -9, "akdt": -8, "hst": -10, "nst": -3.5, "ndt": -2.5, "ast": -4,
    "adt": -3, "aest": 10, "aedt": 11, "acst": 9.5, "acdt": 10.5, "awst": 8, "nzst": 12,
    "nzdt": 13, "kst": 9, "hkt": 8, "sgt": 8, "pht": 8, "wib": 7, "ict": 7, "pkt": 5, "npt": 5.75,
    "sast": 2, "cat": 2, "eat": 3, "wat": 1, "brt": -3, "art": -3, "trt": 3,
}  # fmt: skip
# Names that stand for winter and summer time, by the hours of winter; America changes on Sundays.
SEASONAL = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
BRACKET = re.compile(r"\[([A-Za-z_]+(?:/[A-Za-z_+-]+)*)\]$")
UNREAD_ZONE = re.compile(r"\d\s*\(?([A-Za-z]{1,5})\)?$")
COMPACT = re.compile(r"(20\d{6})(\d{4,6})")
NAMED_ZONE = re.compile(
    r"(?<=[\d.mM])\s*\(?(?P<name>[A-Za-z]{1,5})?(?P<hours>[+-]\d{1,2})?(?::?(?P<minutes>\d{2}))?\)?$"
)
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:,?\s*(?:at\s+|[-–|]\s*)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::\d{2})?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[A-Za-z]{1,4}|[+-]\d{2}:?\d{2})?)?"
)
WRITTEN = tuple(
    re.compile(rf"{_WEEKDAY}{body},?\s+(?P<year>\d{{4}}){_CLOCK}", re.IGNORECASE)
    for body in (rf"{_MONTH}\s+{_DAY}", rf"{_DAY}\s+{_MONTH}")
)
SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?=$|[ T])")
HAS_CLOCK = re.compile(r"\d[T ]\d")


EARLIEST, LATEST = 1000, 9998  # keeps every moment movable between zones


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenMoment:
    """A point in time, always with a zone, and how exactly it is known.

    `zone_given` is False when the writing had a clock time but no zone; it is then taken as UTC.
    """

    when: datetime
    precision: Precision
    zone_given: bool = True

    @property
    def as_read(self) -> date | datetime:
        """A date, or a datetime with or without a zone, that reads as this moment again."""
        if self.precision is Precision.DAY:
            return self.when.date()
        return self.when if self.zone_given else self.when.replace(tzinfo=None)


def read_moment(value: str | date | datetime) -> WrittenMoment:
    """The moment that `value` stands for; ValueError naming the forms that are read."""
    if isinstance(value, date):
        if not EARLIEST <= value.year <= LATEST:
            raise ValueError(f"the year {value.year} is not between {EARLIEST} and {LATEST}")
        return _moment(value) if isinstance(value, datetime) else _day(value)
    text = " ".join(value.split())
    for read in (_seconds, _iso, _written, _zoned, _mail):
        try:
            moment = read(text)
        except (ValueError, OverflowError, IndexError):
            continue
        if moment and EARLIEST <= moment.when.year <= LATEST:
            return moment
    raise ValueError(f"the date {text[:60]!r} cannot be read; write it like {FORMS}")


def _day(value: date) -> WrittenMoment:
    return WrittenMoment(
        when=datetime(value.year, value.month, value.day, tzinfo=UTC), precision=Precision.DAY
    )


def _moment(value: datetime) -> WrittenMoment:
    if value.tzinfo is None or value.utcoffset() is None:
        when = value.replace(tzinfo=UTC)
        return WrittenMoment(when=when, precision=Precision.MINUTE, zone_given=False)
    return WrittenMoment(when=value, precision=Precision.MINUTE)


def _iso(text: str) -> WrittenMoment:
    text = SLASHED.sub(lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}", text)
    value = datetime.fromisoformat(re.sub(r" (?=[+-]\d|Z$|UTC$)", "", text).replace("UTC", "Z"))
    return _moment(value) if HAS_CLOCK.search(text) else _day(value.date())


def _seconds(text: str) -> WrittenMoment | None:
    """A count of seconds or thousandths since 1970."""
    if not SECONDS.fullmatch(text):
        return None
    count = float(text)
    return _moment(datetime.fromtimestamp(count / 1000 if count > 1e11 else count, UTC))


def _zoned(text: str) -> WrittenMoment | None:
    """A time with the name of its zone behind it, or in brackets as programs write it."""
    if bracket := BRACKET.search(text):
        plain = read_moment(text[: bracket.start()])
        return plain if plain.zone_given else _in_place(plain, bracket[1])
    if compact := COMPACT.fullmatch(text):
        return _iso(f"{compact[1]}T{compact[2]}")
    found = NAMED_ZONE.search(text)
    if found is None or not (found["name"] or found["hours"]) or found.start() < len("2031-10-14"):
        return None
    plain = read_moment(text[: found.start()])
    if plain.precision is Precision.DAY or plain.zone_given:
        return None
    zone = _offset(found, plain.when)
    if zone is None:  # a name of many meanings: the day is known, the hour is not
        return _day(plain.when.date())
    return _moment(plain.when.replace(tzinfo=zone))


def _offset(found: re.Match[str], at: datetime) -> timezone | None:
    name = (found["name"] or "utc").lower()
    hours = SEASONAL[name] + _is_summer(at) if name in SEASONAL else ZONES.get(name)
    if hours is None:
        return None
    more = timedelta(hours=int(found["hours"] or 0))
    minutes = timedelta(minutes=int(found["minutes"] or 0))
    if (found["hours"] or "").startswith("-"):
        minutes = -minutes
    return timezone(timedelta(hours=hours) + more + minutes)


def _is_summer(at: datetime) -> bool:
    """True from the second Sunday of March to the first of November, as in the United States."""
    begins, ends = (
        date(at.year, month, first + (6 - date(at.year, month, first).weekday()) % 7)
        for month, first in ((3, 8), (11, 1))
    )
    return begins <= at.date() < ends


def _in_place(plain: WrittenMoment, name: str) -> WrittenMoment:
    """The moment by the clocks of a place such as "Europe/Berlin"; its day if that is unknown."""
    from zoneinfo import ZoneInfo

    try:
        zone = ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return _day(plain.when.date())
    local = plain.when.replace(tzinfo=zone)
    return _moment(local.replace(tzinfo=timezone(local.utcoffset() or timedelta())))


def _mail(text: str) -> WrittenMoment | None:
    if not re.search(r"\d:\d\d", text) or re.search(r"[ap]\.?m\b", text, re.IGNORECASE):
        return None
    named = UNREAD_ZONE.search(text)
    if "(" in text or (named and named[1].lower() not in ("gmt", "utc", "ut", "z", *ZONES)):
        return None
    from email.utils import parsedate_to_datetime

    return _moment(parsedate_to_datetime(text))


def _written(text: str) -> WrittenMoment | None:
    for pattern in WRITTEN:
        if (found := pattern.fullmatch(text)) and (month := MONTHS.get(found["month"].lower())):
            day = date(int(found["year"]), month, int(found["day"]))
            return _day(day) if found["hour"] is None else _at(day, found)
    return None


def _at(day: date, found: re.Match[str]) -> WrittenMoment | None:
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if not half and found["minute"] is None:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    moment = datetime(day.year, day.month, day.day, hour, int(found["minute"] or 0))
    if not found["zone"]:
        return _moment(moment)
    zone = _zone(found["zone"])
    return _moment(moment.replace(tzinfo=zone)) if zone else None


def _zone(name: str) -> timezone | None:
    if name.lower() in ZONES:
        return timezone(timedelta(hours=ZONES[name.lower()]))
    if name[0] in "+-":
        digits = name[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-offset if name[0] == "-" else offset)
    return None


def moment_in_words(when: datetime) -> str:
    """A time as in "14 October 2031, 21:05 UTC"."""
    at = when.astimezone(UTC)
    month = next(name for name, number in MONTHS.items() if number == at.month)
    return f"{at.day} {month.title()} {at.year}, {at.hour:02}:{at.minute:02} UTC"
