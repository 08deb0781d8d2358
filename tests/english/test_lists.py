"""What is said of the language is said once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compare.english import calendar, hedges, titles
from compare.model.spans import Span
from compare.text.calendar import month_number
from compare.text.fold import folded_text
from compare.text.full_stops import is_abbreviation
from compare.text.quotation_marks import (
    DOUBLE,
    DOUBLE_EITHER,
    DOUBLED,
    LIKE_SINGLE,
    OPENING,
    SINGLE,
    any_of,
)
from compare.text.quoted_stretches import quoted_stretches
from compare.text.titles import title_forms, title_words

COMPARE = Path(__file__).resolve().parents[2] / "compare"
# One list of months, of titles and of quotation marks; what may name them beside it, and why.
ONCE = {
    r"\bJanuary\b": {"english/calendar.py", "formats/moments.py", "text/days.py"},
    r"\bMessrs\b": {"english/titles.py"},
    r"“”„": {"text/quotation_marks.py", "formats/screen.py"},
    r"\bpurportedly\b": {"english/hedges.py"},
}


@pytest.mark.parametrize("word", ONCE)
def test_a_list_is_written_in_one_module(word: str) -> None:
    holding = {
        path.relative_to(COMPARE).as_posix()
        for path in COMPARE.rglob("*.py")
        if re.search(word, path.read_text(encoding="utf-8"))
    }
    moved = {path for path in holding if path.startswith("formats/")}
    assert holding - moved <= ONCE[word]


def test_every_short_month_is_the_start_of_a_month() -> None:
    assert [month_number(name) for name in calendar.MONTHS] == list(range(1, 13))
    for short in calendar.SHORT_MONTHS:
        assert calendar.MONTHS[month_number(short) - 1].startswith(short[:3])
    assert set(calendar.ABBREVIATED_MONTHS) <= set(calendar.SHORT_MONTHS)


def test_titles_of_courtesy_are_formal_titles_too() -> None:
    assert titles.COURTESY < titles.FORMAL
    assert {"Mr", "Mrs", "Ms"} <= set(titles.ABBREVIATED)


def test_the_words_of_narrow_lists_of_hedges_are_found_by_the_wide_one() -> None:
    assert all(hedges.HEDGE.fullmatch(word) for word in hedges.ADVERBS)


@pytest.mark.parametrize("mark", DOUBLE)
def test_every_double_mark_is_folded_to_the_straight_one(mark: str) -> None:
    assert folded_text(f"a{mark}b") == 'a"b'


@pytest.mark.parametrize("mark", SINGLE + LIKE_SINGLE)
def test_every_single_mark_is_folded_to_the_straight_one(mark: str) -> None:
    assert folded_text(f"a{mark}b") == "a'b"


@pytest.mark.parametrize("pair", ["“”", "„“", "«»", '""', "‘’", "‹›"])
def test_words_between_marks_of_a_pair_are_found(pair: str) -> None:
    text = f"She said {pair[0]}the ferry burned for hours{pair[1]} on Tuesday."
    (found,) = quoted_stretches(text, [Span(0, len(text))])
    assert found.inner.of(text) == "the ferry burned for hours"


def test_marks_are_made_safe_for_a_class_of_a_pattern() -> None:
    everything = DOUBLE + SINGLE + LIKE_SINGLE
    assert re.fullmatch(f"[{any_of(everything)}]+", everything)
    assert set(OPENING) | set(DOUBLE_EITHER) < set(DOUBLE + SINGLE)
    assert all(set(two) <= set(SINGLE) for two in DOUBLED)


@pytest.mark.parametrize("short", titles.ROLE_OF_SHORT)
def test_a_short_title_is_known_wherever_titles_matter(short: str) -> None:
    assert is_abbreviation(short)
    assert short.lower() in title_words()
    assert title_forms()[short.lower()] == titles.ROLE_OF_SHORT[short]
    assert titles.ROLE_OF_SHORT[short] in title_words()
