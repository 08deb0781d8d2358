"""Numerals in digits and in words: the bare amounts, before units and hedges are looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from compare.text.fold import lower_case

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
SUFFIXES = {
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mio": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "tln": Decimal(10**12),
    "cr": Decimal(10**7),
}
# No amount has more digits; longer runs are codes or broken input.
_LONGEST = 40
# What a word for an uncertain number is taken to span. Generous on purpose: a reader is told of a
# contradiction only when no usual reading of the word allows the other figure.
VAGUE = {
    "a couple of": (2, 3),
    "several": (2, 20),
    "a few": (2, 12),
    "a handful of": (2, 12),
    "multiple": (2, None),
    "numerous": (3, None),
    "dozens": (20, 200),
    "scores of": (30, 400),
    "hundreds": (150, 3000),
    "thousands": (1500, 50_000),
    "tens of thousands": (15_000, 200_000),
    "hundreds of thousands": (150_000, 2_000_000),
    "millions": (1_500_000, 300_000_000),
    "tens of millions": (15_000_000, 200_000_000),
    "hundreds of millions": (150_000_000, 2_000_000_000),
    "billions": (1_500_000_000, 500_000_000_000),
    "tens of billions": (15 * 10**9, 200 * 10**9),
    "hundreds of billions": (150 * 10**9, 2 * 10**12),
    "trillions": (15 * 10**11, None),
}
FRACTIONS = {
    "half": Decimal(50),
    "third": Decimal(100) / 3,
    "quarter": Decimal(25),
    "fourth": Decimal(25),
    "fifth": Decimal(20),
    "sixth": Decimal(100) / 6,
    "eighth": Decimal("12.5"),
    "tenth": Decimal(10),
}
# Languages that write 1.234.567,89; in all of them a space may also part the thousands.
COMMA_DECIMAL = frozenset(
    ("de", "fr", "es", "it", "nl", "pt", "da", "sv", "nb", "no", "fi", "pl", "cs", "ru", "tr", "el")
)

_SMALL = (
    rf"(?:(?:{'|'.join(TENS)})(?:[-‐‑ ](?:{'|'.join(list(ONES)[1:10])}))?"
    rf"|{'|'.join(reversed(ONES))})"
)
_HUNDREDS = rf"(?:(?:{_SMALL}|an?)\s+hundred(?:\s+(?:and\s+)?{_SMALL})?|{_SMALL})"
_SCALE = r"(?:thousand|million|billion|trillion|lakh|crore)"
_WORDS = (
    rf"(?:(?:{_HUNDREDS}|an?)[-\s]+{_SCALE}(?:,?\s+(?:and\s+)?(?:{_HUNDREDS}[-\s]+{_SCALE}"
    rf"(?:\s+(?:and\s+)?{_HUNDREDS})?|{_HUNDREDS}))?|{_HUNDREDS})"
)
# A comma before one or two digits is taken for a decimal comma where a unit stands beside it.
_ENGLISH_DIGITS = (
    r"\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})*,\d{3}"
    r"|[1-9]\d{0,2}(?:[ '’]\d{3})+(?![\d,]|\.\d)|(?P<comma>\d{1,3},\d{1,2})(?![\d,])|"
)
_EUROPEAN_DIGITS = r"(?P<comma>(?!))|\d{1,3}(?:[.\u00a0\u202f\u2009 ]\d{3})+(?:,\d+)?|\d+,\d+|\d+"
# A longer run of digits is a key or a pattern; nothing that news counts has as many.
_MOST_DIGITS = 40
_SUFFIX = r"(?:k|m|mn|mln|mio|bn?|bln|tn|trn|tln|cr)"
_MIXED = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125"}
_PATTERN = r"""
(?<!\w)(?:
(?<![\w.,/:#@&$€£¥₹-]) (?P<part>(?:a\s+)?half(?:[-\s]+an?)?|an?\s+quarter(?:\s+of\s+an?|-)|
        three[-\s]quarters\s+of\s+an?)[-\s]+(?P<partscale>dozen|hundred|{scale})(?!\w)
| (?<![\w#@&]) (?<!\d[.,/:]) (?:(?<![A-Za-z][-/])|(?<=agnitude-)|(?<=\bmid-))
    (?P<digits>{digits}) (?!\d)
    (?P<mixed>\s?[½¼¾⅓⅔⅛]|[\s\u00a0-][1-7]/[2-8](?![\w/]))?
    (?:(?P<suffix>{suffix})(?!\w)|\s(?P<farsuffix>mn|mln|bn|bln|tn|trn|tln|cr)(?!\w)
        |[-\s\u00a0]*(?P<scale>dozen|hundred|{scale})s?(?!\w)(?:\s+(?P<upscale>million|crore|billion|trillion)s?(?!\w))?)?
| (?<![\w-])(?P<fraction>
        (?:(?:an?|one|two|three|four|nine)[-\s](?:third|quarter|fifth|sixth|tenth|eighth)s?
        |(?<!first\s)(?<!second\s)(?<!latter\s)(?<!other\s)half)
        (?=\s+(?:of|the|its|their|his|her|all|an?)\b|\s+\w+s\b)
        |(?:two|three|four)[-\s](?:thirds|quarters|fifths|tenths|eighths)(?!\w)
        |(?<=\bby\s)(?:an?|one)[-\s](?:third|quarter|fifth|sixth|tenth)(?!\w)
        |(?:an?\s)?(?:quarter|half)(?=[-\s]points?\b|[-\s]percentage[-\s]points?\b))
| (?<![\w-])(?P<tally>{vague})(?:\s+(?P<tallyscale>dozen|hundred|{scale})(?:\s+{scale})?)?(?!\w)
| (?<![\w-]) (?P<words>{words})
    (?P<andhalf>[-\s]+and[-\s]+(?:a[-\s]+half|three[-\s]+quarters|a[-\s]+quarter))?
    (?:[-\s]+(?P<wordscale>dozen|{scale})(?!\w))?(?!\w)
| (?<![\w-]) (?P<dozen>a|one)\s+dozen(?!\w)
| (?<![\w-]) (?P<multi>multi-?\s?(?P<multiscale>hundred|{scale})) (?=\W)
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A bare amount at `start`:`end` of a text.

    `step` is the unit of its last significant digit ("1,200" has 100, "3.5 million" 100,000).
    `share` is True for fractions in words, which are given in percent; `vague` for words that
    name no number; `spelled` when it stands in words; `scaled` when a word like million is in it;
    `factor` is what the scale multiplied by (a million in "1.3m").
    `suffix` is a letter for a scale glued to the digits ("5m"), `comma` True for a decimal comma.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    step: Decimal = Decimal(1)
    factor: Decimal = Decimal(1)
    share: bool = False
    vague: bool = False
    rough: bool = False
    spelled: bool = False
    scaled: bool = False
    suffix: str = ""
    comma: bool = False


def amounts(text: str, language: str = "en") -> Iterator[Amount]:
    """The numerals of a text in order, not overlapping; never raises."""
    for match in _pattern(language.partition("-")[0].lower() in COMMA_DECIMAL).finditer(text):
        amount = _amount(match, language)
        if amount is not None:
            yield amount


def spelled_value(words: str) -> Decimal:
    """The value of a numeral in words: "two hundred and fifty thousand" gives 250000."""
    total, current = Decimal(0), Decimal(0)
    for word in re.findall(r"[a-z]+", lower_case(words)):
        if word == "hundred":
            current = (current or Decimal(1)) * 100
        elif word in SCALES:
            total += (current or Decimal(1)) * SCALES[word]
            current = Decimal(0)
        else:
            current += ONES.get(word, TENS.get(word, 0))
    return total + current


def significant_step(value: Decimal, decimals: int = 0) -> Decimal:
    """The unit of the last significant digit: 100 for 1200, 0.1 for 3.5."""
    if decimals or value != value.to_integral_value():
        return Decimal(1).scaleb(-max(decimals, 1))
    digits = str(int(abs(value)))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if value else Decimal(1)


@cache
def _pattern(comma_decimal: bool) -> re.Pattern[str]:
    digits = _EUROPEAN_DIGITS if comma_decimal else _ENGLISH_DIGITS + r"\d+(?:\.\d+)?|(?<!\d)\.\d+"
    vague = "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(VAGUE, key=len)[::-1]
    )
    pattern = _PATTERN.format(
        scale=_SCALE, digits=digits, suffix=_SUFFIX, words=_WORDS, vague=vague
    )
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _amount(match: re.Match[str], language: str) -> Amount | None:
    reader = {
        "partscale": _part,
        "digits": _digits,
        "fraction": _fraction,
        "tally": _tally,
        "words": _spelled,
        "dozen": _dozen,
        "multi": _multi,
    }
    for name, read in reader.items():
        if match[name] is not None:
            return read(match, language)
    return None


def _part(match: re.Match[str], _language: str) -> Amount:
    head = lower_case(match["part"])
    share = Decimal("0.75") if "three" in head else Decimal("0.25" if "quarter" in head else "0.5")
    scale = lower_case(match["partscale"])
    value = share * (Decimal(12) if scale == "dozen" else SCALES[scale])
    step = value / 10 if scale != "dozen" else Decimal(1)
    return _plain(match, value, step, spelled=True, scaled=True, rough=scale == "dozen")


def _digits(match: re.Match[str], language: str) -> Amount | None:
    if len(match["digits"]) > _MOST_DIGITS:
        return None
    written = re.sub(r"[\u00a0\u202f\u2009 '’]", "", match["digits"])
    european = language.partition("-")[0].lower() in COMMA_DECIMAL
    comma = not european and match["comma"] is not None
    if european or comma:
        written = written.replace(".", "").replace(",", ".")
    else:
        written = written.replace(",", "")
    if len(written) > _LONGEST:
        return None
    value = Decimal(written)
    step = significant_step(value, len(written.partition(".")[2]))
    if match["mixed"]:
        value, step = value + _part_of_one(match["mixed"].strip()), Decimal("0.1")
    scale = lower_case(match["scale"] or "")
    suffix = match["suffix"] or match["farsuffix"] or ""
    factor = Decimal(12) if scale == "dozen" else SCALES.get(scale, Decimal(1))
    factor *= SUFFIXES.get(lower_case(suffix), Decimal(1))
    factor *= SCALES.get(lower_case(match["upscale"] or ""), Decimal(1))
    big = factor != 1
    return _plain(
        match,
        value * factor,
        step * factor,
        factor=factor,
        scaled=big,
        suffix=suffix,
        rough=scale == "dozen",
        comma=comma,
    )


def _part_of_one(printed: str) -> Decimal:
    """The value of "½" or "1/2"."""
    if printed in _MIXED:
        return Decimal(_MIXED[printed])
    upper, _, lower = printed.lstrip("-").partition("/")
    return Decimal(upper) / Decimal(lower)


def _fraction(match: re.Match[str], _language: str) -> Amount:
    words = re.split(r"[-\s]+", lower_case(match["fraction"]))
    share = FRACTIONS[words[-1].rstrip("s") if words[-1] != "half" else "half"]
    times = ONES.get(words[0], 1) if len(words) > 1 else 1
    return _plain(match, share * times, Decimal(2), spelled=True, share=True)


def _tally(match: re.Match[str], _language: str) -> Amount:
    words = re.sub(r"\s+", " ", lower_case(match.group()))
    low, high = VAGUE[re.sub(r"\s+", " ", lower_case(match["tally"]))]
    factor = Decimal(1)
    for word in words.split():
        factor *= Decimal(12) if word == "dozen" else SCALES.get(word, Decimal(1))
    return Amount(
        start=match.start(),
        end=match.end(),
        low=low * factor,
        high=None if high is None else high * factor,
        vague=True,
        spelled=True,
        scaled=factor > 1,
    )


def _spelled(match: re.Match[str], _language: str) -> Amount:
    value = spelled_value(match["words"])
    extra = lower_case(match["andhalf"] or "")
    scale = lower_case(match["wordscale"] or "")
    factor = Decimal(12) if scale == "dozen" else SCALES.get(scale, Decimal(1))
    part = Decimal("0.75" if "three" in extra else "0.25" if "quarter" in extra else "0.5")
    if extra and not scale and value >= 1000:  # "a million and a half"
        factor = next(f for f in sorted(SCALES.values(), reverse=True) if value % f == 0)
        value /= factor
    step = significant_step(value) * factor
    if extra:
        value, step = value + part, factor / 10
    scaled = factor > 1 or value >= 100
    dozens = scale == "dozen"
    return _plain(
        match,
        value * factor,
        Decimal(2) if dozens else step,
        factor=factor,
        spelled=True,
        scaled=scaled,
        rough=dozens,
    )


def _dozen(match: re.Match[str], _language: str) -> Amount:
    return _plain(match, Decimal(12), Decimal(1), spelled=True, rough=True)


def _multi(match: re.Match[str], _language: str) -> Amount:
    low = SCALES[lower_case(match["multiscale"])] * 2
    return Amount(start=match.start(), end=match.end(), low=low, high=None, vague=True, scaled=True)


def _plain(
    match: re.Match[str],
    value: Decimal,
    step: Decimal,
    *,
    factor: Decimal = Decimal(1),
    share: bool = False,
    rough: bool = False,
    spelled: bool = False,
    scaled: bool = False,
    suffix: str = "",
    comma: bool = False,
) -> Amount:
    return Amount(
        start=match.start(),
        end=match.end(),
        low=value,
        high=value,
        step=step,
        factor=factor,
        share=share,
        rough=rough,
        spelled=spelled,
        scaled=scaled,
        suffix=suffix,
        comma=comma,
    )
