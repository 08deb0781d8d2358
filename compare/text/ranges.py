"""Two numbers that make one: ranges, votes and scores, "one in five"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from compare.model.figures import FigureKind
from compare.text.measure_candidates import MeasureCandidate

_HYPHEN = re.compile(r"\s?[-‐‑–—]\s?$")
_TO = re.compile(r"\s+(?:votes?\s+)?to\s+(?:about\s+|around\s+|as\s+many\s+as\s+)?$")
_AND = re.compile(r"\s+(?:and|to)\s+$")
_OR = re.compile(r"\s+or\s+$")
_IN = re.compile(r"\s+in\s+(?:every\s+)?$|\s+out\s+of\s+(?:every\s+)?$")
# "One tram in ten", but not "two people in ten homes".
_NOUN_IN = re.compile(r"\s+[a-z]+\s+(?:in|out\s+of)\s+(?:every\s+)?$")
_COUNTED_BEHIND = re.compile(r"\s+[a-z]{3,}")
_VERB_BEHIND = re.compile(r"\s+(?:was|were|is|are|had|has|have|on|at|in|said|did|ran|failed)(?!\w)")
_BETWEEN = re.compile(r"(?<!\w)(?:between|rang(?:e|es|ed|ing)\s+from)\s+$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)from\s+$", re.IGNORECASE)
_CONTEST = re.compile(
    r"(?<!\w)(?:vot(?:e|es|ed|ing)|w[io]ns?|winning|beat(?:en|ing|s)?|lost|loses?|losing|scor(?:e|ed"
    r"|ing)|defeat(?:ed|s)?|leads?|led|draw|drew|tied?|margin|rul(?:e|ed|ing)|decision|split|pass(?:ed"
    r"|es)?|approv(?:ed|al|es)|reject(?:ed|s)?|party-line|trail(?:ed|s|ing)?|victory|majority|match"
    r"|goals?|verdict|ballot|senators?|justices|council|committee|aggregate|half-time)(?!\w)",
    re.IGNORECASE,
)
# A unit before the first number holds for the second: $5-10 million, aged 20 to 30.
_LENDERS = (FigureKind.MONEY, FigureKind.AGE)
_NEAR = 60
_THOUSAND = 1000
# Shares in small numbers are roundings: one in five may be 21 %.
_SHARE_SLACK = Decimal(2)


def joined_ranges(text: str, drafts: Sequence[MeasureCandidate]) -> list[MeasureCandidate]:
    """The drafts with those that belong together made one; the others unchanged."""
    joined: list[MeasureCandidate] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is None or not _join(text, before, draft):
            joined.append(draft)
    return joined


def _join(text: str, left: MeasureCandidate, right: MeasureCandidate) -> bool:
    """Grow `left` over `right` when the two are one figure."""
    gap = text[left.end : right.start]
    if left.joined or len(gap) > 24 or left.amount.vague or right.amount.vague or left.rate:
        return False
    if left.amount.share or right.amount.share or left.high is None or right.high is None:
        return False
    if _FROM.search(text, max(0, left.start - 6), left.start) and _TO.match(gap) and left.bare:
        left.unit, left.kind, left.rate = right.unit, right.kind, right.rate
        return False
    return (
        _join_ratio(text, gap, left, right)
        or _join_score(text, gap, left, right)
        or _join_range(text, gap, left, right)
    )


def _join_ratio(text: str, gap: str, left: MeasureCandidate, right: MeasureCandidate) -> bool:
    """One in five, nine out of 10, one tram in ten."""
    counted = _COUNTED_BEHIND.match(text, right.end) and not _VERB_BEHIND.match(text, right.end)
    ratio = _IN.match(gap) or (_NOUN_IN.match(gap) and not counted)
    if not (ratio and left.bare and right.bare and 0 < left.low < right.low):
        return False
    if "out" not in gap and not (left.low < 10 and (right.low <= 10 or right.low % 10 == 0)):
        return False
    share = left.low / right.low * 100
    left.low, left.high = share - _SHARE_SLACK, share + _SHARE_SLACK
    left.kind, left.unit = FigureKind.PERCENT, "percent"
    return _grown(left, right)


def _join_score(text: str, gap: str, left: MeasureCandidate, right: MeasureCandidate) -> bool:
    """A vote or a score: the larger number, and the smaller one as thousandths."""
    plain = left.bare and right.bare and left.low < 1000 and right.low < 1000
    if not plain or not (_HYPHEN.match(gap) or _TO.match(gap)):
        return False
    near = text[max(0, left.start - _NEAR) : right.end + _NEAR // 2]
    contest = _CONTEST.search(near) is not None
    hyphen = _HYPHEN.match(gap) is not None
    if not (contest if left.low <= right.low or not hyphen else True):
        return False
    if _FROM.search(text, max(0, left.start - 6), left.start):
        return False
    larger, smaller = max(left.low, right.low), min(left.low, right.low)
    left.low = left.high = larger + smaller / 1000
    left.kind, left.unit = FigureKind.SCORE, "score"
    return _grown(left, right)


def _join_range(text: str, gap: str, left: MeasureCandidate, right: MeasureCandidate) -> bool:
    between = _BETWEEN.search(text, max(0, left.start - 16), left.start)
    tied = _HYPHEN.match(gap) or _TO.match(gap) or (between and _AND.match(gap))
    choice = _OR.match(gap)
    if not (tied or choice) or not _same_unit(left, right):
        return False
    if _FROM.search(text, max(0, left.start - 6), left.start) and not between:
        return False
    low = left.low
    if right.amount.factor > left.amount.factor and low * right.amount.factor < right.low:
        low *= right.amount.factor
    low *= _thousands(gap, left, right)
    if low >= right.low or (choice and right.low > low * 3):
        return False
    left.low, left.high, left.step = low, right.high, right.step
    if right.unit is not None:
        left.unit, left.kind, left.rate = right.unit, right.kind, right.rate
    if between:
        left.start = between.start()
    return _grown(left, right)


def _thousands(gap: str, left: MeasureCandidate, right: MeasureCandidate) -> int:
    """A thousand for "5-8,000", where the first number leaves its thousands to the second."""
    plain = left.amount.factor == right.amount.factor == 1 and left.low < _THOUSAND <= right.low
    short = plain and left.low * _THOUSAND < right.low and right.low % _THOUSAND == 0
    return _THOUSAND if short and _HYPHEN.match(gap) else 1


def _same_unit(left: MeasureCandidate, right: MeasureCandidate) -> bool:
    return left.unit == right.unit or left.bare or (right.bare and left.kind in _LENDERS)


def _grown(left: MeasureCandidate, right: MeasureCandidate) -> bool:
    left.end, left.joined = right.end, True
    return True
