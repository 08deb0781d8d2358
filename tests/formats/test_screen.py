"""What a terminal can carry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.formats.grid import Sign
from compare.formats.screen import PIPE, Screen, shorten, unquoted_text
from compare.text.control_characters import one_line


def test_a_stream_that_cannot_carry_the_glyphs_gets_ascii() -> None:
    assert [PIPE.glyph(sign) for sign in Sign] == list("■◪◌▀?–")
    for encoding in ("ascii", "cp1252", "latin-1", "no-such-encoding"):
        assert [Screen(encoding=encoding).glyph(sign) for sign in Sign] == list("#/o^?-")
    assert Screen(encoding="ascii").clash == "!"


def test_only_what_the_stream_cannot_carry_is_put_plainer() -> None:
    said = "“Café” – £5 … ¶2 ≥ 3"
    assert Screen(encoding="utf-8").say(said) == said
    assert Screen(encoding="cp1252").say(said) == "“Café” – £5 … ¶2 >= 3"
    assert Screen(encoding="ascii").say(said) == '"Cafe" - GBP 5 ... par. 2 >= 3'
    assert Screen(encoding="ascii").say("東京") == "??"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("red \x1b[31malert\x1b[0m", "red [31malert[0m"),
        ("bell\x07 and\x08back", "bell andback"),
        ("a\u202eb\u2066c", "abc"),
        ("one\n two\tthree\u00a0four", "one two three four"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
    ],
)
def test_characters_that_steer_a_terminal_are_taken_out(text: str, safe: str) -> None:
    assert one_line(text) == safe


@settings(deadline=None)
@given(st.text(), st.sampled_from(["utf-8", "ascii", "cp1252", "cp437", "shift_jis"]))
def test_what_is_said_can_always_be_encoded_and_stays_on_one_line(text: str, encoding: str) -> None:
    said = Screen(encoding=encoding).say(text)
    said.encode(encoding)
    assert len(said.splitlines()) <= 1
    assert "\x1b" not in said


def test_words_between_our_own_quotation_marks_bring_none() -> None:
    assert unquoted_text('"conspired"') == unquoted_text("“conspired”") == "conspired"
    assert unquoted_text("the  “so-called”\n list") == "the “so-called” list"


def test_nothing_is_cut_inside_a_date_in_brackets() -> None:
    assert shorten("It burned on Tuesday [14 October]", limit=26) == "It burned on Tuesday…"
    assert shorten("It burned on Tuesday [14 October] again", limit=36).endswith("October]…")
