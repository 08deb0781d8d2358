from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.spans import Span
from compare.text.names import NameRun, name_runs
from compare.text.paragraphs import paragraphs
from compare.text.sentences import sentences


def runs(text: str) -> tuple[NameRun, ...]:
    return name_runs(text, [s for p in paragraphs(text) for s in sentences(text, p)])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday the Ruvian President Ilya Marsh met Ada Lund.", ["Ilya Marsh", "Ada Lund"]),
        ("She wrote to Abu Bakr al-Rashid in May.", ["Abu Bakr al-Rashid"]),
        ("They met Ana de la Cruz and Ludo van Aken.", ["Ana de la Cruz", "Ludo van Aken"]),
        (
            "He joined the Bank of Tallow and the Ministry of Mines.",
            ["Bank of Tallow", "Ministry of Mines"],
        ),
        ("We saw Kim Sun-hee and J. K. Roe.", ["Kim Sun-hee", "J. K. Roe"]),
        ("They asked Roe's Kremlin friends.", ["Roe", "Kremlin"]),
        ("Meanwhile the sea rose. Officials left.", []),
        ("Her father, Jan Lund, came on Jan. 5 with Jun Kato.", ["Jan Lund", "Jun Kato"]),
        ("The town knew that Ada Lund QUIT in May.", ["Ada Lund"]),
        ("It was Yuri\u00a0Ush\u00adakov who called.", ["Yuri\u00a0Ush\u00adakov"]),
    ],
)
def test_runs_of_capitals_are_names_without_their_titles(text: str, names: list[str]) -> None:
    assert [run.span.of(text) for run in runs(text)] == names


def test_titles_and_possessives_are_told_apart() -> None:
    first, second = runs("It was Prime Minister Ada Lund and Mr. Roe's dog.")
    assert first.titles == ("prime", "minister")
    assert second.titles == ("mr",)
    assert (first.possessive, second.possessive) == (False, True)


def test_invisible_characters_are_left_out_of_the_words() -> None:
    (only,) = runs("It was Ush\u00adakov who called.")
    assert only.words == ("Ushakov",)


def test_a_line_of_capitals_holds_only_names_the_text_has_too() -> None:
    text = "Lund Warns Council Over Flooded Bridge\n\nThe mayor, Ada Lund, warned the council."
    assert [run.span.of(text) for run in runs(text)] == ["Lund", "Ada Lund"]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_names_inside_it(text: str) -> None:
    whole = [Span(0, len(text))] if text else []
    for run in name_runs(text, whole):
        assert run.words
        assert run.span.end <= len(text)
