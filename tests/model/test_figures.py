from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model.figures import Quantity, compatible

ENDS = st.none() | st.integers(-20, 20).map(Decimal)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(low=low, high=high)


def whole_numbers(quantity: Quantity) -> set[int]:
    """The whole numbers from -21 to 21 that a quantity allows."""
    low = -21 if quantity.low is None else int(quantity.low)
    high = 21 if quantity.high is None else int(quantity.high)
    return set(range(low, high + 1))


@given(quantities(), quantities())
def test_two_quantities_are_compatible_when_one_value_fits_both(a: Quantity, b: Quantity) -> None:
    assert compatible(a, b) == compatible(b, a) == bool(whole_numbers(a) & whole_numbers(b))


def test_an_interval_is_not_backwards() -> None:
    with pytest.raises(ValueError, match=r"3\.\.2 is backwards"):
        Quantity(low=Decimal(3), high=Decimal(2))
