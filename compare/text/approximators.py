"""Words that qualify a figure ("at least", "about", "or more") and what they do to its interval."""

from __future__ import annotations

import re
from decimal import Decimal

from compare.model.figures import Hedge

_BEFORE: tuple[tuple[Hedge, str], ...] = (
    (
        Hedge.AT_LEAST,
        r"at\s+least|at\s+the\s+(?:very\s+)?least|no(?:t)?\s+(?:fewer|less)\s+than"
        r"|a\s+minimum\s+of|a\s+total\s+of\s+at\s+least|minimum",
    ),
    (
        Hedge.AT_MOST,
        r"up\s+to|upto|at\s+(?:the\s+)?most|as\s+(?:many|much|high|few|little|long)\s+as"
        r"|no(?:t)?\s+more\s+than|a\s+maximum\s+of",
    ),
    (
        Hedge.ABOUT,
        r"(?:just|slightly|a\s+little|a\s+bit)\s+(?:over|more\s+than|above)|about|around|roughly"
        r"|approximately|approx\.?|an?\s+estimated|estimated|some|circa|ca\.|~|somewhere\s+around"
        r"|in\s+the\s+region\s+of|more\s+or\s+less|an?\s+(?:reported|rough)|or\s+so",
    ),
    (
        Hedge.NEARLY,
        r"nearly|almost|close\s+to|approaching|nearing|just\s+(?:under|below|short\s+of|shy\s+of)"
        r"|(?:slightly|a\s+little)\s+(?:less|fewer)\s+than|not\s+quite|the\s+best\s+part\s+of",
    ),
    (
        Hedge.MORE_THAN,
        r"(?:well\s+|far\s+|much\s+|significantly\s+)?(?:more\s+than|over|above)|in\s+excess\s+of"
        r"|upwards?\s+of|exceed(?:s|ed|ing)|topp(?:ed|ing)|surpass(?:ed|es|ing)|north\s+of"
        r"|greater\s+than|higher\s+than|more\s+that",
    ),
    (
        Hedge.LESS_THAN,
        r"(?:far\s+|much\s+|well\s+)?(?:less\s+than|fewer\s+than|under|below)|short\s+of"
        r"|lower\s+than|south\s+of",
    ),
)
_HEDGE_BEFORE = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"({words})" for _, words in _BEFORE)
    + r")(?:\s+(?:the|these|those|another|a\s+further|an\s+additional|their))?[\s\u00a0]*$",
    re.IGNORECASE,
)
_AFTER: tuple[tuple[Hedge, str], ...] = (
    (
        Hedge.AT_LEAST,
        r"\s+or\s+more\b|\s*-?plus\b(?!\s+\d)|\+|\s+and\s+counting\b|\s+or\s+higher\b",
    ),
    (Hedge.AT_MOST, r"\s+or\s+(?:less|fewer|under)\b"),
    (Hedge.ABOUT, r"\s+or\s+so\b|\s*-odd\b|-ish\b|,?\s+give\s+or\s+take\b|\s+or\s+thereabouts\b"),
)
_HEDGE_AFTER = re.compile("|".join(f"({words})" for _, words in _AFTER), re.IGNORECASE)
_JUST_OVER = re.compile(r"(?:just|slightly|little|bit)\s+(?:over|more|above)", re.IGNORECASE)
_REACH = 32

_WITHIN = re.compile(r"(?<!\w)within(?:\s+the)?(?:\s+next)?[\s\u00a0]+$", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:over|under|above|below)[\s\u00a0]*$", re.IGNORECASE)

# No hedge widens a figure by more than a fifth: "about 100" is not "anything up to 200".
_WIDEST = Decimal("0.2")


def hedge_before(text: str, start: int) -> tuple[Hedge, int, bool] | None:
    """The hedge right before `start`, where it begins, and whether it is "just over"."""
    match = _HEDGE_BEFORE.search(text, max(0, start - _REACH), start)
    if match is None:
        return None
    hedge = _BEFORE[(match.lastindex or 1) - 1][0]
    return hedge, match.start(), _JUST_OVER.match(match.group().lstrip("a ")) is not None


def is_place(text: str, start: int) -> bool:
    """True when the word before `start` may tell a place as well: "over two ridges"."""
    return _PREPOSITION.search(text, max(0, start - 8), start) is not None


def is_within(text: str, start: int) -> bool:
    """True for a stretch of time that is a limit: "within six months"."""
    return _WITHIN.search(text, max(0, start - 14), start) is not None


def hedge_after(text: str, end: int) -> tuple[Hedge, int] | None:
    """The hedge right after `end`, and where it ends."""
    match = _HEDGE_AFTER.match(text, end)
    return None if match is None else (_AFTER[(match.lastindex or 1) - 1][0], match.end())


def rounding_slack(value: Decimal, step: Decimal) -> Decimal:
    """How far a rough word reaches: one unit of the last significant digit, at most a fifth."""
    return step if abs(value) < 10 else min(step, abs(value) * _WIDEST)


def hedged_interval(
    low: Decimal, high: Decimal | None, hedge: Hedge, *, step: Decimal, just_over: bool = False
) -> tuple[Decimal | None, Decimal | None]:
    """The interval that a figure between `low` and `high` means under a hedge; None is open."""
    top = high if high is not None else low
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN):
        return low, None
    if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN):
        return None, high
    if hedge is Hedge.NEARLY:
        return low - rounding_slack(low, step), high
    if hedge is Hedge.ABOUT:
        below = Decimal(0) if just_over else rounding_slack(low, step)
        return low - below, None if high is None else top + rounding_slack(top, step)
    return low, high
