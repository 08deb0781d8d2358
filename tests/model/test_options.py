from __future__ import annotations

from dataclasses import Field, fields, replace
from typing import Any

import pytest

from compare.errors import OptionError
from compare.model.options import Options

NUMBERS = [spec for spec in fields(Options) if "low" in spec.metadata]


def test_every_option_has_a_sentence_of_help() -> None:
    assert Options.names() == tuple(spec.name for spec in fields(Options))
    for spec in fields(Options):
        assert spec.metadata["help"].endswith(".")


def with_one(name: str, value: Any) -> Options:
    changed: dict[str, Any] = {name: value}
    return replace(Options(), **changed)


@pytest.mark.parametrize("spec", NUMBERS, ids=lambda spec: spec.name)
def test_both_ends_of_a_range_are_allowed_and_nothing_beyond(spec: Field[Any]) -> None:
    name, low, high = spec.name, spec.metadata["low"], spec.metadata["high"]
    for value in (low, high):
        assert getattr(with_one(name, value), name) == value
    for value in (low - 1, high + 1, float("nan")):
        with pytest.raises(OptionError, match=f"{name} is .* must lie between .*Run 'storydiff"):
            with_one(name, value)


def test_options_are_set_from_text() -> None:
    told = Options().set({"fact_floor": "0.5", "max_articles": "8", "force": "yes"})
    assert told == Options(fact_floor=0.5, max_articles=8, force=True)
    assert Options().set({}) == Options()


def test_an_unknown_option_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(OptionError, match=r"no option 'fact_flor'. Did you mean fact_floor\? Run"):
        Options().set({"fact_flor": "0.5"})


def test_an_option_like_no_other_is_refused_without_a_guess() -> None:
    with pytest.raises(OptionError, match=r"no option 'zzz'. Run 'storydiff options'"):
        Options().set({"zzz": "1"})


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("fact_floor", "high", "fact_floor must be a number, not 'high'"),
        ("max_articles", "3.5", "max_articles must be a number, not '3.5'"),
        ("force", "maybe", "force must be true or false, not 'maybe'"),
        ("fact_floor", "2", "fact_floor is 2.0, but must lie between"),
        ("fact_floor", "nan", "fact_floor is nan, but must lie between"),
    ],
)
def test_a_value_that_is_none_is_refused(name: str, text: str, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        Options().set({name: text})
