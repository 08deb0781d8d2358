"""An amount and what stands beside it: currency, percent, age, unit, rate."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal

from compare.english.calendar import NOT_MAY, one_of
from compare.model.figures import FigureKind
from compare.text.cardinals import SUFFIXES, Amount
from compare.text.fold import lower_case
from compare.text.units import DURATIONS, currency_after, currency_before, unit_after

_PERCENT = re.compile(r"[-\s\u00a0]*(?:%|(?:per\s?cent|pct|pc)(?!\w))", re.IGNORECASE)
_POINTS = re.compile(
    r"[-\s]*(?:percentage[-\s]points?|%\s?points?|per\s?cent(?:age)?[-\s]points?|pp)(?!\w)",
    re.IGNORECASE,
)
# "A quarter of a percentage point", "half a point", "a quarter-point cut".
_A_POINT = re.compile(
    r"(?:\s+of)?\s+an?\s+(?:percentage[-\s])?point(?!\w)|[-\s](?:percentage[-\s])?points?(?!\w)",
    re.IGNORECASE,
)
_BASIS = re.compile(r"[-\s]*(?P<basis>basis[-\s]points?|bps?)(?!\w)", re.IGNORECASE)
_OLD = re.compile(r"[-\s\u00a0](?P<unit>year|month|week|day)s?[-\s](?:olds?|of\s+age)(?!\w)", re.I)
# "Aged 18 months", "a girl, 18 months,".
_YOUNG = re.compile(r"[-\s\u00a0](?P<unit>month|week|day)s(?:[-\s]old)?(?!\w)", re.I)
_PARTS_OF_YEAR = {"year": 1, "month": 12, "week": 52, "day": 365}
_AGED = re.compile(r"(?<!\w)(?:aged?|ages|turned|turns|turning)(?:\s+of)?\s+$", re.I)
_ADULT = 18
_PERSON = r"(?:boy|girl|man|woman|child|baby|toddler|teenager|pupil|student|driver|victim|suspect)"
_AGE_COMMA = re.compile(
    rf"(?:(?!(?:\w+day|{one_of(NOT_MAY)}|[A-Z][a-z]{{2,3}}\.),)[A-Z][\w.’'-]+|(?<!\w){_PERSON}),\s$"
)
# "Jane Doe, who is 34", "Doe is 34."; and "Jane Doe, a nurse from Leth, 34,".
_AGE_IS = re.compile(
    r"(?:[A-Z][\w’'-]+,?\s(?:who\s)?|(?<!\w)(?:he|she|who)\s)(?:is|was|turned|turns)\s(?:now\s)?$"
)
_AGE_IS_END = re.compile(
    r"[,.;](?:\s|$|[”\"’'])|$|\s(?:when|and|at\s+the\s+time|years?\s+old)(?!\w)"
)
_AGE_BESIDE = re.compile(r"[A-Z][\w’'-]+,\s(?:an?|the)\s[a-z][^,.;:]{2,50},\s$")
_AGE_END = re.compile(r",|$|[.;](?:\s|$)|\s(?:and|who|from)\b|\sof\s[A-Z]")
_AGE_BRACKET = re.compile(r"[A-Z][\w’'-]+\s(?:[A-Z][\w’'-]+|[A-Z]\.)\s\($")
_AGE_OVER = re.compile(r"(?<!\w)(?:is|was|were|are|all|both)\s+(?:well\s+)?(?:over|under)\s+$")
_AGE_OF = re.compile(rf"(?<!\w){_PERSON}\s+of\s+$", re.IGNORECASE)
_AGE_OF_END = re.compile(
    r"[,.;:!?]|$|\s+(?:and|or|who|with|was|were|is|in|from|had|has|died|at|on|when|to|among|[a-z]+ed)\b"
)
_RATE = re.compile(
    r"\s*(?:per|(?:for\s+)?(?:an?|each|every)|/)\s*(?P<per>day|week|month|year|hour|minute|second|night|person"
    r"|gallon|barrel|ounce|share|tonne|ton|litre|liter|household|family|head|pound|mile|kilo)(?!\w)"
)
_OF_WHAT = re.compile(r"\s+of\s+[a-z]+(?=\s+(?:per|an?|each|every)\s)")
_OF = re.compile(r"\s+of(?:\s+(?:an?|the))?(?=\s)|\s+an?(?=\s)")
_MAGNITUDE = re.compile(r"(?<!\w)magnitude(?:[-\s]|:\s)(?:(?:of|at|was|is)\s+)?$", re.I)
_RICHTER = re.compile(r"\s+on\s+the\s+Richter(?!\w)")
_HAS_A = re.compile(r"(?<!\w)(?:an?|his|her)\s$")
_GUN = re.compile(
    r"(?:[-\s]*(?:Magnum\s+)?(?:revolver|pistol|handgun|rifle|gun|[Mm]agnum|shotgun)s?(?!\w))|\s*(?:[.,;:!?”\"]|$)"
)
_METRE = re.compile(r"[-\s]*(?:high|long|tall|deep|wide|above|below|away|from|sprint|race|final)\b")
_COUNTED_YEAR = re.compile(
    r"\s+(?:people|jobs|homes|troops|workers|employees|votes|deaths|cases|soldiers|students|houses)\b"
)
_NOT_ONE = re.compile(
    r"\s+(?:of|another|thing|such|who|that|can|could|is|was|must|should|might|would|has|had|more|last"
    r"|final|way|side|hand|point|and|or|to|by|for|with|from|on|as|but|if|where|will|does|did|may"
    r"|needs?|wants?|gets?|reason|question|wonders?|than|at|time|after|too|it|he|she|they|we|you|I"
    r"|else|major|big|key|important|good|bad|day)\b|\W*$|\s*[.,;:!?)”\"’]|\s+[A-Z]"
)
_DIGITS_S = re.compile(r"['’]?s\b")
_INCHES = re.compile(r"[\s-]?(?P<inches>\d{1,2})[\s-]?(?:in|ins|inch(?:es)?)(?!\w)")
_MM = re.compile(r"MM(?!\w)")
_MINUS = re.compile(r"(?<![\w)])(?:minus\s|[-−–])$", re.I)
_IN_THEIR = re.compile(r"(?<!\w)in\s+(?:his|her|their)\s+(?:(?:early|mid|late)[-\s]+)?$")


@dataclass(slots=True, kw_only=True)
class MeasureCandidate:
    """A number in the making: an amount with the unit found beside it."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    step: Decimal
    amount: Amount
    kind: FigureKind = FigureKind.COUNT
    unit: str | None = None
    rate: str = ""
    joined: bool = False

    @property
    def bare(self) -> bool:
        """True when neither a unit nor a kind was found for it."""
        return self.kind is FigureKind.COUNT and self.unit is None


def measure_candidate(text: str, amount: Amount) -> MeasureCandidate | None:
    """The amount with what stands beside it; None when it counts nothing."""
    draft = MeasureCandidate(
        start=amount.start,
        end=amount.end,
        low=amount.low,
        high=amount.high,
        step=amount.step,
        amount=amount,
        kind=FigureKind.PERCENT if amount.share else FigureKind.COUNT,
        unit="percent" if amount.share else None,
    )
    if amount.share:
        return _share(text, draft)
    readers = (_money, _percent, _age, _measure, _vague_of)
    if any(read(text, draft) for read in readers):
        _add_rate(text, draft)
        return draft
    return draft if _may_count(text, amount) and not amount.comma else None


def _share(text: str, draft: MeasureCandidate) -> MeasureCandidate | None:
    """A fraction in words: of something, or of a unit ("half a mile")."""
    of = _OF.match(text, draft.end)
    point = _A_POINT.match(text, draft.end)
    if point is not None:
        draft.low = draft.high = draft.low / 100
        draft.step, draft.unit, draft.end = Decimal("0.01"), "percentage point", point.end()
        draft.amount = replace(draft.amount, share=False)
        return draft
    unit = unit_after(text, of.end()) if of else None
    if unit is not None:
        draft.low, draft.high = draft.low / 100, draft.low / 100
        draft.step = draft.low / 10
        _set_unit(draft, unit)
        return draft
    glued = of is not None and of.group().strip() in ("a", "an")
    return None if glued else draft


def _money(text: str, draft: MeasureCandidate) -> bool:
    before = currency_before(text, draft.start)
    after = currency_after(text, draft.end)
    if before is None and after is None:
        return _scaled_pounds(text, draft)
    if before is not None:
        draft.unit, draft.start = before
        _in_millions(text, draft)
    elif after is not None:
        draft.unit, draft.end = after
    draft.kind = FigureKind.MONEY
    return True


def _in_millions(text: str, draft: MeasureCandidate) -> None:
    """ "$1MM": a thousand thousands in the manner of accountants."""
    if not draft.amount.scaled and _MM.match(text, draft.end):
        million = SUFFIXES["m"]
        draft.low, draft.step, draft.end = draft.low * million, draft.step * million, draft.end + 2
        draft.high = draft.low


def _scaled_pounds(text: str, draft: MeasureCandidate) -> bool:
    """Pounds by the million are money; a few pounds may be a weight."""
    unit = unit_after(text, draft.end)
    if unit is None or unit[0] != "pound" or not draft.amount.scaled:
        return False
    draft.kind, draft.unit, draft.end = FigureKind.MONEY, "GBP", unit[1]
    return True


def _percent(text: str, draft: MeasureCandidate) -> bool:
    basis = _BASIS.match(text, draft.end)
    points = _POINTS.match(text, draft.end) or basis
    match = points or _PERCENT.match(text, draft.end)
    if match is None:
        return False
    if basis is not None:
        draft.low, draft.step = draft.low / 100, draft.step / 100
        draft.high = None if draft.high is None else draft.high / 100
    draft.kind = FigureKind.PERCENT
    draft.unit = "percentage point" if points else "percent"
    draft.end = match.end()
    return True


def _age(text: str, draft: MeasureCandidate) -> bool:
    old = _OLD.match(text, draft.end)
    if _in_their_thirties(text, draft):
        return True
    young = _YOUNG.match(text, draft.end)
    if old is None and young is not None and _is_age(text, draft, end=young.end()):
        old = young
    if old is not None:
        draft.end = old.end()
        _in_years(draft, lower_case(old["unit"]))
    elif not _is_age(text, draft, end=draft.end):
        return False
    draft.kind, draft.unit = FigureKind.AGE, "year"
    return True


def _in_years(draft: MeasureCandidate, unit: str) -> None:
    """An age in months, weeks or days in years: 18 months are one full year and a half."""
    parts = _PARTS_OF_YEAR[unit]
    if parts == 1 or draft.high is None:
        return
    draft.low, draft.high = (draft.low / parts).to_integral_value(ROUND_FLOOR), draft.high / parts
    draft.step /= parts


def _in_their_thirties(text: str, draft: MeasureCandidate) -> bool:
    if not _DIGITS_S.match(text, draft.end) or not 10 <= draft.low < 120 or draft.low % 10:
        return False
    lead = _IN_THEIR.search(text, max(0, draft.start - 20), draft.start)
    if lead is None:
        return False
    draft.start, draft.end = lead.start(), draft.end + text[draft.end :].index("s") + 1
    draft.high, draft.kind, draft.unit = draft.low + 9, FigureKind.AGE, "year"
    return True


def _is_age(text: str, draft: MeasureCandidate, *, end: int) -> bool:
    """True when the words around say so; `end` is where the number ends, with its unit."""
    if draft.amount.scaled or not 0 < draft.low < 116 or draft.amount.vague:
        return False
    if _AGED.search(text, max(0, draft.start - 14), draft.start):
        return True
    lead = max(0, draft.start - 20)
    if _AGE_OF.search(text, lead, draft.start) or (
        draft.low >= _ADULT and _AGE_OVER.search(text, lead, draft.start)
    ):
        return _AGE_OF_END.match(text, end) is not None
    if draft.amount.spelled and end == draft.end:
        return False
    if _AGE_IS.search(text, max(0, draft.start - 40), draft.start):
        return _AGE_IS_END.match(text, end) is not None
    if _AGE_BRACKET.search(text, max(0, draft.start - 40), draft.start):
        return text[end : end + 1] == ")"
    named = _AGE_COMMA.search(text, max(0, draft.start - 24), draft.start) or _AGE_BESIDE.search(
        text, max(0, draft.start - 80), draft.start
    )
    return named is not None and bool(_AGE_END.match(text, end))


def _measure(text: str, draft: MeasureCandidate) -> bool:
    if _MAGNITUDE.search(text, max(0, draft.start - 14), draft.start) or _RICHTER.match(
        text, draft.end
    ):
        _set_unit(draft, ("magnitude", draft.end))
        return True
    if draft.amount.suffix == "m" and _METRE.match(text, draft.end):
        draft.low /= draft.amount.factor
        draft.high, draft.step = draft.low, draft.step / draft.amount.factor
        _set_unit(draft, ("metre", draft.end))
        return True
    if _is_bare_calibre(text, draft):
        _set_unit(draft, ("calibre", draft.end))
        return True
    unit = unit_after(text, draft.end)
    if unit is None:
        return False
    _set_unit(draft, unit)
    _set_calibre(draft)
    _add_inches(text, draft)
    _set_sign(text, draft)
    return True


def _is_bare_calibre(text: str, draft: MeasureCandidate) -> bool:
    """True for a gun called by its calibre: "a .38", "his .22 rifle"."""
    return (
        text[draft.start : draft.start + 1] == "."
        and _HAS_A.search(text, max(0, draft.start - 6), draft.start) is not None
        and _GUN.match(text, draft.end) is not None
    )


def _set_calibre(draft: MeasureCandidate) -> None:
    """A calibre in inches, which is printed with a point or without: .38, 38, 357."""
    if draft.unit != "calibre" or draft.high is None:
        return
    while draft.low >= 1:
        draft.low, draft.high, draft.step = draft.low / 10, draft.high / 10, draft.step / 10


def _add_inches(text: str, draft: MeasureCandidate) -> None:
    """Six foot two: the inches after the feet."""
    inches = _INCHES.match(text, draft.end) if draft.unit == "foot" else None
    if inches is not None and draft.high is not None:
        draft.low += Decimal(inches["inches"]) / 12
        draft.high, draft.step, draft.end = draft.low, Decimal(1) / 12, inches.end()


def _set_sign(text: str, draft: MeasureCandidate) -> None:
    """Temperatures may be below zero."""
    if draft.unit not in ("celsius", "fahrenheit", "degree") or draft.high is None:
        return
    minus = _MINUS.search(text, max(0, draft.start - 6), draft.start)
    if minus is not None:
        draft.low, draft.high, draft.start = -draft.high, -draft.low, minus.start()


def _vague_of(text: str, draft: MeasureCandidate) -> bool:
    """Dozens of miles, millions of dollars."""
    of = _OF.match(text, draft.end)
    if of is None or not draft.amount.vague:
        return False
    currency = currency_after(text, of.end())
    unit = unit_after(text, of.end())
    if currency is not None:
        draft.kind, (draft.unit, draft.end) = FigureKind.MONEY, currency
    elif unit is not None:
        _set_unit(draft, unit)
    return currency is not None or unit is not None


def _set_unit(draft: MeasureCandidate, unit: tuple[str, int]) -> None:
    draft.unit, draft.end = unit
    draft.kind = FigureKind.DURATION if draft.unit in DURATIONS else FigureKind.MEASURE


def _add_rate(text: str, draft: MeasureCandidate) -> None:
    of = _OF_WHAT.match(text, draft.end) if draft.kind is FigureKind.MEASURE else None
    rate = _RATE.match(text, of.end() if of else draft.end)
    if rate is not None and draft.kind is not FigureKind.AGE:
        draft.rate, draft.end = f"/{rate['per']}", rate.end()


def _may_count(text: str, amount: Amount) -> bool:
    """Is a bare amount a count? Years, pronouns and glued letters are not."""
    following = text[amount.end : amount.end + 1]
    if following.isalpha() or _DIGITS_S.match(text, amount.end):
        return False
    if amount.spelled and amount.low == 1 and not amount.scaled:
        return _NOT_ONE.match(text, amount.end) is None
    printed = text[amount.start : amount.end]
    if len(printed) == 4 and printed.isdigit() and 1800 <= amount.low <= 2100:
        return _COUNTED_YEAR.match(text, amount.end) is not None
    return not (amount.suffix.lower() in ("b", "k") and following == " " and amount.low < 1000)
