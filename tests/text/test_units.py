"""Units and their base units."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compare.text.units import UNITS, currency_after, currency_before, unit_after


@pytest.mark.parametrize(
    ("value", "name", "low", "high"),
    [
        ("32", "fahrenheit", "0", "0"),
        ("212", "fahrenheit", "100", "100"),
        ("100", "km/h", "27.78", "27.78"),
        ("1", "ton", "907.18", "1016.05"),
        ("1", "acre-foot", "1233.48", "1233.48"),
        ("2", "week", "336", "336"),
    ],
)
def test_the_factors_are_those_of_the_handbook(value: str, name: str, low: str, high: str) -> None:
    found = UNITS[name].to_base(Decimal(value))
    assert [round(end, 2) for end in found] == [Decimal(low), Decimal(high)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (" miles per hour", "mph"),
        (" miles", "mile"),
        (" metric tons", "tonne"),
        (" square km", "square km"),
        (" acre-feet", "acre-foot"),
        ("C", "celsius"),
        (" degrees", "degree"),
    ],
)
def test_the_longest_unit_name_is_taken(text: str, key: str) -> None:
    assert unit_after(text, 0) == (key, len(text))


@pytest.mark.parametrize("text", [" people", " m", " C", "C-rated", " milestones"])
def test_a_letter_or_part_of_a_word_is_no_unit(text: str) -> None:
    assert unit_after(text, 0) is None


def test_currencies_stand_before_or_after() -> None:
    assert currency_before("A$5", 2) == ("AUD", 0)
    assert currency_before("BA5", 2) is None
    assert currency_after("5 Swiss francs", 1) == ("CHF", 14)
