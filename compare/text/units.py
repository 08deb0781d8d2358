"""Units and currencies: their names in news text and their base units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit and what one of it is in the base unit: between `low` and `high`, plus `offset`.

    `low` and `high` differ where the name alone leaves it open, as for the three kinds of ton.
    """

    base: str
    low: Decimal
    high: Decimal
    offset: Decimal = Decimal(0)

    def to_base(self, value: Decimal) -> tuple[Decimal, Decimal]:
        """The least and the greatest value in the base unit."""
        ends = (value * self.low + self.offset, value * self.high + self.offset)
        return min(ends), max(ends)


def _unit(base: str, low: str, high: str | None = None, offset: Decimal = Decimal(0)) -> Unit:
    return Unit(base=base, low=Decimal(low), high=Decimal(high or low), offset=offset)


_FOOT, _MILE, _ACRE = "0.3048", "1609.344", "4046.8564224"
# Factors: International System of Units, US survey units as the international foot; durations in
# hours, where a month has 28 to 31 days and a year 365 or 366.
UNITS: dict[str, Unit] = {
    "km": _unit("metre", "1000"),
    "metre": _unit("metre", "1"),
    "cm": _unit("metre", "0.01"),
    "mm": _unit("metre", "0.001"),
    "mile": _unit("metre", _MILE),
    "nautical mile": _unit("metre", "1852"),
    "yard": _unit("metre", "0.9144"),
    "foot": _unit("metre", _FOOT),
    "inch": _unit("metre", "0.0254"),
    "square km": _unit("square metre", "1000000"),
    "square metre": _unit("square metre", "1"),
    "square mile": _unit("square metre", "2589988.110336"),
    "square foot": _unit("square metre", "0.09290304"),
    "acre": _unit("square metre", _ACRE),
    "hectare": _unit("square metre", "10000"),
    "cubic metre": _unit("cubic metre", "1"),
    "cubic km": _unit("cubic metre", "1000000000"),
    "cubic foot": _unit("cubic metre", "0.028316846592"),
    "cubic yard": _unit("cubic metre", "0.764554857984"),
    "cubic foot a second": _unit("cubic metre/second", "0.028316846592"),
    "acre-foot": _unit("cubic metre", "1233.48183754752"),
    "litre": _unit("cubic metre", "0.001"),
    "gallon": _unit("cubic metre", "0.003785411784", "0.00454609"),
    "barrel": _unit("barrel", "1"),
    "kg": _unit("kilogram", "1"),
    "gram": _unit("kilogram", "0.001"),
    "tonne": _unit("kilogram", "1000"),
    "ton": _unit("kilogram", "907.18474", "1016.0469088"),
    "short ton": _unit("kilogram", "907.18474"),
    "long ton": _unit("kilogram", "1016.0469088"),
    "pound": _unit("kilogram", "0.45359237"),
    "ounce": _unit("kilogram", "0.028349523125"),
    "stone": _unit("kilogram", "6.35029318"),
    "km/h": _unit("metre per second", str(Decimal(1000) / 3600)),
    "mph": _unit("metre per second", "0.44704"),
    "m/s": _unit("metre per second", "1"),
    "knot": _unit("metre per second", str(Decimal(1852) / 3600)),
    "celsius": _unit("degree Celsius", "1"),
    "fahrenheit": _unit("degree Celsius", str(Decimal(5) / 9), offset=Decimal(-160) / 9),
    "degree": _unit("degree", "1"),
    "magnitude": _unit("magnitude", "1"),
    "calibre": _unit("calibre", "1"),
    "watt": _unit("watt", "1"),
    "kW": _unit("watt", "1000"),
    "MW": _unit("watt", "1000000"),
    "GW": _unit("watt", "1000000000"),
    "kWh": _unit("watt-hour", "1000"),
    "MWh": _unit("watt-hour", "1000000"),
    "GWh": _unit("watt-hour", "1000000000"),
    "TWh": _unit("watt-hour", "1000000000000"),
    "MB": _unit("byte", "1000000"),
    "GB": _unit("byte", "1000000000"),
    "TB": _unit("byte", "1000000000000"),
    "second": _unit("hour", str(Decimal(1) / 3600)),
    "minute": _unit("hour", str(Decimal(1) / 60)),
    "hour": _unit("hour", "1"),
    "day": _unit("hour", "24"),
    "week": _unit("hour", "168"),
    "fortnight": _unit("hour", "336"),
    "month": _unit("hour", "672", "744"),
    "year": _unit("hour", "8760", "8784"),
    "decade": _unit("hour", "87600", "87840"),
    "century": _unit("hour", "876000", "878400"),
}
DURATIONS = frozenset(name for name, unit in UNITS.items() if unit.base == "hour")

# Pattern of the name after a number -> key of UNITS. The longer names come first.
_NAMES: tuple[tuple[str, str], ...] = (
    (
        r"(?:km/h|kph|kmh|kmph|kilomet(?:er|re)s?[ -](?:per|an)[ -]hour|km[ ](?:per|an)[ ]hour)",
        "km/h",
    ),
    (r"(?:mph|miles?[ -](?:per|an)[ -]hour)", "mph"),
    (r"(?:m/s|met(?:er|re)s?[ -](?:per|a)[ -]second)", "m/s"),
    (r"(?:knots?|kts?)", "knot"),
    (r"(?:square|sq\.?)[ -](?:kilomet(?:er|re)s?|kms?)|km(?:²|2)", "square km"),
    (r"(?:square|sq\.?)[ -](?:miles?|mi)", "square mile"),
    (r"(?:square|sq\.?)[ -](?:feet|foot|ft)", "square foot"),
    (r"(?:square|sq\.?)[ -](?:met(?:er|re)s?|m)|m²", "square metre"),
    (r"cubic[ -](?:kilomet(?:er|re)s?|km)", "cubic km"),
    (r"cubic[ -](?:met(?:er|re)s?|m)|m³", "cubic metre"),
    (r"(?:cfs|cusecs?)", "cubic foot a second"),
    (r"cubic[ -](?:feet|foot|ft)", "cubic foot"),
    (r"cubic[ -]yards?", "cubic yard"),
    (r"acre[- ](?:feet|foot)", "acre-foot"),
    (r"nautical[ -]miles?", "nautical mile"),
    (r"(?:kilomet(?:er|re)s?|kms?)", "km"),
    (r"(?:centimet(?:er|re)s?|cms?)", "cm"),
    (r"(?:millimet(?:er|re)s?|mm)", "mm"),
    (r"(?:met(?:er|re)s?|m)", "metre"),
    (r"(?:miles?|MILES|mi)", "mile"),
    (r"(?:yards?|yds?)", "yard"),
    (r"(?:feet|foot|ft)", "foot"),
    (r"(?:inch(?:es)?)", "inch"),
    (r"acres?", "acre"),
    (r"(?:hectares?|ha)", "hectare"),
    (r"(?:lit(?:er|re)s?)", "litre"),
    (r"gallons?", "gallon"),
    (r"barrels?", "barrel"),
    (r"(?:kilogram(?:me)?s?|kilos?|kgs?)", "kg"),
    (r"(?:gram(?:me)?s?|g)", "gram"),
    (r"(?:metric[ -]tons?|tonnes?)", "tonne"),
    (r"short[ -]tons?", "short ton"),
    (r"(?:long|imperial)[ -]tons?", "long ton"),
    (r"tons?", "ton"),
    (r"(?:pounds?|lbs?)", "pound"),
    (r"(?:ounces?|oz)", "ounce"),
    (r"stone", "stone"),
    (r"(?:°[ ]?C|degrees?[ -](?:Celsius|Centigrade|C)|C|Celsius)", "celsius"),
    (r"(?:°[ ]?F|degrees?[ -](?:Fahrenheit|F)|F|Fahrenheit)", "fahrenheit"),
    (r"(?:degrees?|°)", "degree"),
    (r"magnitude", "magnitude"),
    (r"calib(?:er|re)", "calibre"),
    (r"(?:kilowatt|kW)[- ]?(?:hours?|h)", "kWh"),
    (r"(?:megawatt|MW)[- ]?(?:hours?|h)", "MWh"),
    (r"(?:gigawatt|GW)[- ]?(?:hours?|h)", "GWh"),
    (r"(?:terawatt|TW)[- ]?(?:hours?|h)", "TWh"),
    (r"(?:kilowatts?|kW)", "kW"),
    (r"(?:megawatts?|MW)", "MW"),
    (r"(?:gigawatts?|GW)", "GW"),
    (r"watts?", "watt"),
    (r"(?:megabytes?|MB)", "MB"),
    (r"(?:gigabytes?|GB)", "GB"),
    (r"(?:terabytes?|TB)", "TB"),
    (r"(?:seconds?|secs?)", "second"),
    (r"(?:minutes?|mins?|MINUTES)", "minute"),
    (r"(?:hours?|hrs?|HOURS)", "hour"),
    (r"(?:days?|DAYS)", "day"),
    (r"(?:weeks?|WEEKS)", "week"),
    (r"fortnights?", "fortnight"),
    (r"(?:months?|MONTHS)", "month"),
    (r"(?:years?|yrs?|YEARS)", "year"),
    (r"decades?", "decade"),
    (r"centur(?:y|ies)", "century"),
)
_UNIT_KEYS = tuple(key for _, key in _NAMES)
_UNIT_NAME = re.compile(
    r"(?:[-\s\u00a0]*)(?:"
    + "|".join(f"({name})" for name, _ in _NAMES)
    + r")(?![\w²³]|-[a-z]+ed\b)",
)
# One letter after a space is a unit only when it is glued on or a temperature: "5 m" is rare.
_LETTER = re.compile(r"\s[gCFm]\b")

_SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "$": "dollar", "£": "GBP", "€": "EUR",
    "¥": "JPY", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS",
    "₺": "TRY", "₦": "NGN", "₱": "PHP", "₫": "VND", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
    "CHF": "CHF", "CAD": "CAD", "AUD": "AUD", "JPY": "JPY", "INR": "INR", "CNY": "CNY",
    "Fr.": "CHF", "SFr": "CHF",
}  # fmt: skip
_MONEY_BEFORE = re.compile(
    r"(?<![A-Za-z])(?P<symbol>"
    + "|".join(re.escape(symbol) for symbol in sorted(_SYMBOLS, key=len, reverse=True))
    + r")\s?$"
)
_MONEY_NAMES: tuple[tuple[str, str], ...] = (
    (r"(?:U\.?S\.?|American)[ -]dollars?|USD", "USD"),
    (r"Canadian[ -]dollars?|CAD", "CAD"),
    (r"Australian[ -]dollars?|AUD", "AUD"),
    (r"Hong Kong[ -]dollars?|HKD", "HKD"),
    (r"[Dd]ollars?|bucks?|\$", "dollar"),
    (r"[Ee]uros?|EUR|€", "EUR"),
    (r"pounds?[ ]sterling|quid|GBP|£", "GBP"),
    (r"yen|JPY", "JPY"),
    (r"yuan|renminbi|RMB|CNY", "CNY"),
    (r"(?:Indian[ ])?rupees?|INR", "INR"),
    (r"(?:Russian[ ])?rou?bles?|RUB", "RUB"),
    (r"(?:Swiss[ ])?francs?|CHF", "CHF"),
    (r"(?:South Korean[ ])?won(?=[ ](?:\(|in|to|a|per))", "KRW"),
    (r"shekels?", "ILS"),
    (r"(?:Turkish[ ])?lira", "TRY"),
    (r"rand", "ZAR"),
    (r"naira", "NGN"),
    (r"reais", "BRL"),
    (r"(?:Mexican[ ])?pesos?", "MXN"),
    (r"(?:Swedish[ ])kron(?:or|a)", "SEK"),
    (r"kron(?:er|or|e|a)|kr", "krone"),
    (r"crowns?", "crown"),
    (r"cents?|¢", "cent"),
    (r"pence|p", "penny"),
)
_MONEY_KEYS = tuple(key for _, key in _MONEY_NAMES)
_MONEY_AFTER = re.compile(
    r"[-\s\u00a0]*(?:" + "|".join(f"({name})" for name, _ in _MONEY_NAMES) + r")(?!\w)"
)
# Any of these may be meant by a bare dollar sign or word.
DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})


def unit_after(text: str, at: int) -> tuple[str, int] | None:
    """The key of the unit named at `at` and where its name ends, or None."""
    match = _UNIT_NAME.match(text, at)
    if match is None or _LETTER.match(text, at):
        return None
    return _UNIT_KEYS[(match.lastindex or 1) - 1], match.end()


def currency_before(text: str, at: int) -> tuple[str, int] | None:
    """The currency whose sign ends at `at` and where the sign starts, or None."""
    match = _MONEY_BEFORE.search(text, max(0, at - 5), at)
    return None if match is None else (_SYMBOLS[match["symbol"]], match.start())


def currency_after(text: str, at: int) -> tuple[str, int] | None:
    """The currency named at `at` and where its name ends, or None."""
    match = _MONEY_AFTER.match(text, at)
    return None if match is None else (_MONEY_KEYS[(match.lastindex or 1) - 1], match.end())
