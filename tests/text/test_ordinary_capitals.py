"""Words in capitals, odd letters and long runs of digits are read like any others."""

from __future__ import annotations

from decimal import Decimal

import pytest

from compare.model.figures import FigureKind
from compare.text.fold import lower_case
from compare.text.numbers import numbers
from compare.text.outcomes import outcome
from compare.text.spoken_times import spoken_times


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("A 29-YEAR-OLD MAN WAS HELD", 29),
        ("A 29-Year-Old Man Was Held", 29),
        ("TWO-YEAR-OLD TWINS", 2),
        ("A 29 YEARS OLD CREW", 29),
        ("HE IS 61 YEARS OF AGE", 61),
        ("A 29-YEAR-OLDS’ HOME", 29),
        ("A 29\u00a0YEAR OLD MAN", 29),
        ("A 29-yEaR-oLd man", 29),
    ],
)
def test_an_age_in_capitals_is_an_age(text: str, years: int) -> None:
    (age, *_) = numbers(text)
    assert age.kind is FigureKind.AGE
    assert age.quantity.low == years


def test_a_baby_in_capitals_has_its_age_in_months() -> None:
    (age,) = numbers("A SIX-MONTH-OLD BABY")
    assert age.kind is FigureKind.AGE
    assert age.quantity.high == Decimal("0.5")


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("ſeveral people", 2),
        ("ſeven people", 7),
        ("ſcores of people", 30),
        ("half a thouſand homes", 500),
        ("3 mİllion homes", 3_000_000),
        ("fİve mıllion homes", 5_000_000),
        ("DOZENS OF HOMES", 20),
        ("HALF A MILLION HOMES", 500_000),
        ("5K homes", 5_000),
        ("in hİs fıftieſ", 50),
    ],
)
def test_letters_that_a_pattern_takes_for_others_are_looked_up_as_those(
    text: str, low: int
) -> None:
    (number,) = numbers(text)
    assert number.quantity.low == low


def test_times_and_fates_are_read_in_any_letters_and_case() -> None:
    assert [minute for _, minute in spoken_times("HALF PAST SİX IN THE MORNİNG")] == [390]
    assert outcome("12 were mıſſing", 0, 2) == "missing"
    assert outcome("12 FELL ILL.", 0, 2) == "infected"


@pytest.mark.parametrize(
    "digits",
    [
        "7" * 4_301,
        "7" * 100_000,
        "1" + ",000" * 2_000,
        "1" + "\u00a0000" * 2_000,
        "0." + "7" * 5_000,
        "𝟟" * 5_000,
        "٣" * 5_000,
        "$" + "7" * 5_000,
        "7" * 5_000 + "th",
        "7" * 5_000 + " million",
    ],
)
def test_a_run_of_digits_longer_than_any_amount_counts_nothing(digits: str) -> None:
    found = [number.quantity.low for number in numbers(f"The key {digits} opens 3 doors.")]
    assert found[-1] == 3
    assert all(low is not None and low < 10**12 for low in found)


def test_such_a_run_counts_nothing_where_a_comma_is_the_decimal_mark() -> None:
    assert not numbers("Nummer " + "7" * 5_000 + " heute", language="de")


def test_lower_case_is_what_a_pattern_that_ignores_case_took_a_word_for() -> None:
    assert lower_case("ſEVEN MİLLION KILOS") == "seven million kilos"
