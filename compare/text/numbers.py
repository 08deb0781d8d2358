"""Every quantity of a text in digits or words: its span, its interval, its unit and its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal

from compare.model.figures import FigureKind, Hedge, Quantity
from compare.model.spans import Span, SpanIndex
from compare.text.approximators import (
    hedge_after,
    hedge_before,
    hedged_interval,
    is_place,
    is_within,
)
from compare.text.cardinals import amounts
from compare.text.measure_candidates import MeasureCandidate, measure_candidate
from compare.text.not_amounts import not_amounts
from compare.text.ordinals import Ordinal, ordinals
from compare.text.ranges import joined_ranges
from compare.text.set_phrases import set_phrases
from compare.text.spoken_times import unsure_times
from compare.text.units import UNITS

# A measure is never more exact than half a unit of its last significant digit; beyond a twentieth
# of the value a rounding would be a different figure.
_ROUNDING = Decimal("0.05")
_FEW = 10
_CONTEXT = Context(prec=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A quantity in a text. `span` holds the hedge, the currency and the unit too.

    `step` is the unit of the last significant digit of the value, in the unit of the quantity.
    """

    span: Span
    quantity: Quantity
    kind: FigureKind
    step: Decimal = Decimal(1)


def numbers(text: str, taken: Iterable[Span] = (), *, language: str = "en") -> tuple[Number, ...]:
    """The quantities of a text in order, none inside a `taken` span (dates, say); never raises.

    `language` decides whether 1.234 is a thousand (de, fr, es ...) or not.
    """
    candidates, places = list(amounts(text, language)), list(ordinals(text))
    phrases = list(set_phrases(text))
    if not (candidates or places or phrases):
        return ()
    closed = SpanIndex([*taken, *not_amounts(text), *unsure_times(text)])
    drafts = []
    for amount in candidates:
        if not closed.overlapping(amount.start, amount.end):
            draft = measure_candidate(text, amount)
            if draft is not None:
                drafts.append(draft)
    found = [_number(text, draft) for draft in joined_ranges(text, drafts)]
    for span, low, high, kind, unit in phrases:
        none = high == 0  # "no one" holds the "one" that is no number
        if none or not closed.overlapping(span.start, span.end):
            found.append(_phrased(span, low, high, kind, unit, within=is_within(text, span.start)))
    for ordinal in places:
        if not closed.overlapping(ordinal.start, ordinal.end):
            found.append(_placed(ordinal))
    return _apart(found)


def _number(text: str, draft: MeasureCandidate) -> Number:
    hedge, just_over = _take_hedge(text, draft)
    step = draft.step
    low, high = hedged_interval(draft.low, draft.high, hedge, step=step, just_over=just_over)
    unit = draft.unit
    if unit in UNITS and draft.kind in (FigureKind.MEASURE, FigureKind.DURATION):
        low, high, step, unit = _in_base(low, high, step, unit)
    if draft.kind is FigureKind.COUNT and draft.amount.share:
        draft.kind = FigureKind.PERCENT
    return Number(
        span=Span(draft.start, draft.end),
        quantity=Quantity(
            low=_tidy(low),
            high=_tidy(high),
            unit=f"{unit}{draft.rate}" if unit else None,
            hedge=hedge,
        ),
        kind=draft.kind,
        step=step,
    )


def _tidy(value: Decimal | None) -> Decimal | None:
    """Without trailing zeros, exponents or more digits than any measure has."""
    if value is None:
        return None
    return Decimal(format(_CONTEXT.plus(value).normalize(), "f"))


def _take_hedge(text: str, draft: MeasureCandidate) -> tuple[Hedge, bool]:
    """The hedge of a draft; the draft grows over its words."""
    before = hedge_before(text, draft.start)
    if draft.bare and draft.low < _FEW and is_place(text, draft.start):
        before = None
    after = hedge_after(text, draft.end)
    if before is not None:
        draft.start = before[1]
        return before[0], before[2]
    if after is not None:
        draft.end = after[1]
        return after[0], False
    if draft.amount.vague:
        return Hedge.VAGUE, False
    if draft.kind is FigureKind.DURATION and is_within(text, draft.start):
        return Hedge.AT_MOST, False
    rough = draft.amount.rough or draft.amount.share
    return (Hedge.ABOUT if rough else Hedge.NONE), False


def _in_base(
    low: Decimal | None, high: Decimal | None, step: Decimal, name: str
) -> tuple[Decimal | None, Decimal | None, Decimal, str]:
    """The interval in the base unit, widened by the rounding of the printed value."""
    unit = UNITS[name]
    bottom = None if low is None else unit.to_base(low - _rounding(low, step))[0]
    top = None if high is None else unit.to_base(high + _rounding(high, step))[1]
    return bottom, top, step * unit.high, unit.base


def _rounding(value: Decimal, step: Decimal) -> Decimal:
    return min(step / 2, max(abs(value) * _ROUNDING, Decimal("0.05")))


def _phrased(
    span: Span,
    low: Decimal,
    high: Decimal,
    kind: FigureKind,
    unit: str | None,
    *,
    within: bool,
) -> Number:
    if kind is FigureKind.DURATION and unit is not None:
        hedge = Hedge.VAGUE if low < high else Hedge.NONE
        first, last, _, unit = _in_base(low, high, Decimal(1), unit)
        if within and low == high:
            first, hedge = None, Hedge.AT_MOST
        stretch = Quantity(low=_tidy(first), high=_tidy(last), unit=unit, hedge=hedge)
        return Number(span=span, quantity=stretch, kind=kind)
    return Number(span=span, quantity=Quantity(low=low, high=high, unit=unit), kind=kind)


def _placed(ordinal: Ordinal) -> Number:
    value = Decimal(ordinal.value)
    return Number(
        span=Span(ordinal.start, ordinal.end),
        quantity=Quantity(low=value, high=value, unit="place"),
        kind=FigureKind.ORDINAL,
    )


def _apart(found: list[Number]) -> tuple[Number, ...]:
    """The numbers in order, the earlier and longer one kept where two overlap."""
    kept: list[Number] = []
    for number in sorted(found, key=lambda n: (n.span.start, -n.span.end)):
        if not kept or number.span.start >= kept[-1].span.end:
            kept.append(number)
    return tuple(kept)
