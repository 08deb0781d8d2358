from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.sources.markdown import readable


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**At least 12** died.", "At least 12 died."),
        ("*She* said __no__ and _left_.", "She said no and left."),
        ("A [statement](https://a.example/x_(1)) said so.", "A statement said so."),
        ("“[The] ship [sic] sank.”", "“[The] ship [sic] sank.”"),
        ("See [the ruling][1].\n\n[1]: https://a.example", "See the ruling."),
        ("See [it][1].\n\n[1]: <https://a.example> (The ruling)", "See it."),
        ("[Editor's note]: the bridge is closed.", "[Editor's note]: the bridge is closed."),
        (
            '[1]: https://a.example "The ruling" of May',
            '[1]: https://a.example "The ruling" of May',
        ),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        (r"\*not emphasis\* and \# no heading", "*not emphasis* and # no heading"),
        ("`code` stays", "code stays"),
        ("<https://a.example>", "https://a.example"),
        ("A wrapped\nline is one.", "A wrapped line is one."),
        ("A hard  \nbreak stays.", "A hard\nbreak stays."),
        ("- one\n- two\n  more", "one\n\ntwo more"),
        ("1. one\n", "1. one"),
        ("Text\n## Sub head ##\nmore", "Text\n\nSub head\n\nmore"),
        ("> Quoted\n> words", "Quoted words"),
        ("One\n\n***\n\nTwo", "One\n\nTwo"),
        ("Born in\n1980. She left.", "Born in 1980. She left."),
    ],
)
def test_marks_go_and_words_stay(source: str, text: str) -> None:
    assert readable(source).text == text


@pytest.mark.parametrize("source", ["# Title\n\nText", "Title\n=====\n\nText", "# Title #\nText"])
def test_a_heading_on_top_is_the_title(source: str) -> None:
    found = readable(source)
    assert (found.title, found.text) == ("Title", "Text")


def test_a_lower_heading_on_top_is_no_title() -> None:
    assert readable("## Part\n\nText").title is None


@settings(deadline=None)
@given(st.lists(st.from_regex(r"[A-Za-z]{1,8}", fullmatch=True), min_size=1, max_size=12))
def test_plain_words_pass_through(words: list[str]) -> None:
    assert readable(" ".join(words)).text == " ".join(words)


@settings(deadline=None)
@given(st.text(st.sampled_from("a *_[]()`\\\n\ue000\ue0015")))
def test_letters_and_figures_are_never_lost_or_made(source: str) -> None:
    found = readable(source)
    letters = [char for char in source if char in "a5\ue000\ue001"]
    if "](" not in source and "][" not in source and "]:" not in source and "![" not in source:
        assert [char for char in found.text if char in "a5\ue000\ue001"] == letters


def test_a_long_paragraph_of_many_lines_is_read_as_one() -> None:
    lines = [f"line {number}" for number in range(5_000)]
    assert readable("\n".join(lines)).text == " ".join(lines)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One  \ntwo\nthree", "One\ntwo three"),
        ("One\\\ntwo", "One\ntwo"),
        ("Words   \n\nmore", "Words\n\nmore"),
        ("Title\n-----\nwords", "Title\n\nwords"),
        ("Two\nlines\n-----\nwords", "Two lines\n\nwords"),
        ("One  \ntwo\n-----\nwords", "One\ntwo\n\nwords"),
        ("## Title ##  \nwords", "Title\n\nwords"),
        ("## Title #1 of C#\nwords", "Title #1 of C#\n\nwords"),
        ("## Title" + " " * 9_000 + "##\nwords", "Title\n\nwords"),
    ],
)
def test_breaks_and_headings_keep_their_words(source: str, text: str) -> None:
    assert readable(source).text == text
