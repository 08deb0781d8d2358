"""A figure in the few characters of a grid cell."""

from __future__ import annotations

from decimal import Decimal

from compare.model.figures import Figure, FigureKind, Hedge

_SIGNS = {
    Hedge.NONE: "",
    Hedge.AT_LEAST: "≥",
    Hedge.MORE_THAN: ">",
    Hedge.AT_MOST: "≤",
    Hedge.LESS_THAN: "<",
    Hedge.ABOUT: "~",
    Hedge.NEARLY: "~",
}
# Dates, times and scores are not amounts that could be shortened.
_AS_UNDERSTOOD = (FigureKind.DATE, FigureKind.TIME, FigureKind.SCORE)
_WITH_UNIT = (FigureKind.MEASURE, FigureKind.DURATION)
_LARGE = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


def short_figure(figure: Figure, understood: str, printed: str) -> str:
    """The amount with a sign for its hedge, like "≥12", "~1,200", "3.5m" or "40%".

    `understood` is the value in words, which stands for dates, times and scores. What has a unit is
    shown as `printed`, for its value is in the base unit, which nobody wrote. So are a vague word,
    a share in words and an age in months: no number stands for "several" or "more than a third".
    """
    if figure.kind in _WITH_UNIT or figure.quantity.hedge is Hedge.VAGUE:
        return " ".join(printed.split())
    if figure.kind in _AS_UNDERSTOOD:
        return understood
    in_words = not any(character.isdigit() for character in printed)
    if (figure.kind is FigureKind.PERCENT and in_words) or _is_in_months(figure):
        return " ".join(printed.split())
    number = _number(figure)
    percent = "%" if figure.kind is FigureKind.PERCENT else ""
    return f"{_SIGNS[figure.quantity.hedge]}{number}{percent}"


def _is_in_months(figure: Figure) -> bool:
    quantity = figure.quantity
    return figure.kind is FigureKind.AGE and quantity.low != quantity.high


def _number(figure: Figure) -> str:
    low, high, hedge = figure.quantity.low, figure.quantity.high, figure.quantity.hedge
    if low is None or high is None:
        return "".join(_short(end) for end in (low, high) if end is not None)
    if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN, Hedge.NEARLY):
        return _short(high)
    if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) or low == high:
        return _short(low)
    if hedge is Hedge.NONE:
        return f"{_short(low)}–{_short(high)}"
    return _short((low + high) / 2)


# Larger numbers have more digits than are reckoned with; nothing that news counts is as large.
_BEYOND_COUNTING = Decimal(10) ** 24


def _short(value: Decimal) -> str:
    """The number with thousands apart; whole hundredths of a million and more are shortened."""
    if abs(value) >= _BEYOND_COUNTING:
        return f"{value:.2E}"
    for size, name in _LARGE:
        parts = value / size
        if abs(parts) >= 1 and parts == round(parts, 2):
            return f"{parts.normalize():f}{name}"
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{round(value, 2).normalize():f}"
