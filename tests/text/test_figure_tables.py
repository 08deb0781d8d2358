"""The tricky table: what is read as a figure, and how two figures stand to each other."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from compare.annotation.figure_values import value_relation
from compare.model.figures import Figure
from compare.text.dates import dates
from compare.text.numbers import numbers

HERE = Path(__file__).parent
PAIRS = tomllib.loads((HERE / "figure_pairs.toml").read_text("utf-8"))
READINGS = tomllib.loads((HERE / "figure_readings.toml").read_text("utf-8"))


def figures_of(text: str, published: date | None = None, language: str = "en") -> list[Figure]:
    moments = dates(text, published, language=language)
    amounts = numbers(text, [moment.span for moment in moments], language=language)
    found = [(m.span, m.quantity, m.kind) for m in moments]
    found += [(a.span, a.quantity, a.kind) for a in amounts]
    return [
        Figure(id=f"A.n{place}", span=span, quantity=quantity, kind=kind)
        for place, (span, quantity, kind) in enumerate(sorted(found, key=lambda item: item[0]), 1)
    ]


def table_rows() -> list[Any]:
    rows = []
    for name, section in PAIRS.items():
        first, second = section.get("published", (None, None))
        rows += [
            pytest.param(a, b, relation, first, second, id=f"{name}: {a} / {b}")
            for a, b, relation in section["pairs"]
        ]
    return rows


def reading_rows() -> list[Any]:
    return [
        pytest.param(text, printed, section.get("language", "en"), id=text)
        for section in READINGS.values()
        for text, printed in section["readings"]
    ]


def verdicts(a: list[Figure], b: list[Figure]) -> set[str]:
    return {value_relation(x, y).value for x in a for y in b} or {"unknown"}


@pytest.mark.parametrize(("a", "b", "relation", "first", "second"), table_rows())
def test_two_figures_stand_to_each_other_as_the_table_says(
    a: str, b: str, relation: str, first: date | None, second: date | None
) -> None:
    left, right = figures_of(a, first), figures_of(b, second)
    assert verdicts(left, right) == {relation}
    assert verdicts(right, left) == {relation}


@pytest.mark.parametrize(("text", "printed", "language"), reading_rows())
def test_the_figures_of_a_phrase_are_those_of_the_table(
    text: str, printed: list[str], language: str
) -> None:
    found = [f.span.of(text) for f in figures_of(text, date(2031, 3, 5), language)]
    assert found == printed


def test_the_table_holds_at_least_two_hundred_pairs() -> None:
    assert sum(len(section["pairs"]) for section in PAIRS.values()) >= 200
