from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import BadStory, CompareError, UnreadableSource
from compare.model.articles import AsideKind
from compare.sources.plain import LINE_ENDS, read_markdown, read_plain

FRONT = """---
outlet: The Northern Ledger
headline: "Fire at sea: 'all safe'"
published: 2031-10-14
url: https://northern-ledger.example/fire?a=1#top
author: Julian Averdale
language: en
licence: CC0-1.0
mood: calm
---

The ferry drifted.

Nobody died.
"""


def test_front_matter_fills_the_fields_and_is_no_part_of_the_text() -> None:
    made = read_plain(FRONT, outlet="File", source="fire.txt")
    assert made.text == "The ferry drifted.\n\nNobody died."
    assert made.outlet == "The Northern Ledger"
    assert made.headline == "Fire at sea: 'all safe'"
    assert made.url == "https://northern-ledger.example/fire?a=1#top"
    assert made.byline == "Julian Averdale"
    assert made.licence == "CC0-1.0"
    assert made.source == "fire.txt"


def test_an_unknown_key_is_kept_as_a_note() -> None:
    assert read_plain(FRONT, outlet="File").notes == ("mood: calm",)


def test_what_the_front_matter_says_has_its_provenance() -> None:
    made = read_plain(FRONT, outlet="File", source="fire.txt")
    assert {item.source for item in made.provenance} == {"front matter"}


def test_a_malformed_line_is_an_error_with_its_number() -> None:
    with pytest.raises(BadStory, match=r"line 3 .*no colon here"):
        read_plain("---\noutlet: A\nno colon here\n---\nText.", outlet="File")


def test_front_matter_that_never_ends_is_an_error() -> None:
    with pytest.raises(BadStory, match="closing line"):
        read_plain("---\noutlet: A\nText without an end.", outlet="File")


def test_a_dividing_line_on_top_is_no_front_matter() -> None:
    assert read_plain("---\n\nText.", outlet="File").text == "---\n\nText."


def test_a_wrong_date_in_the_front_matter_names_the_file() -> None:
    with pytest.raises(BadStory, match=r"fire\.txt: published"):
        read_plain("---\npublished: soon\n---\nText.", outlet="File", source="fire.txt")


def test_line_ends_become_line_feeds() -> None:
    assert read_plain("One.\r\n\r\nTwo.\rThree.", outlet="File").text == "One.\n\nTwo.\nThree."


def test_the_outlet_falls_back_to_the_given_one() -> None:
    made = read_plain("One two.", outlet="Harbour Times", source="harbour-times.txt")
    assert made.outlet == "Harbour Times"
    assert made.provenance[0].source == "file name"


def test_a_short_first_line_is_the_headline_and_stays_in_the_text() -> None:
    text = "Ferry adrift after engine fire\n\nThe ferry drifted."
    made = read_plain(text, outlet="File")
    assert (made.headline, made.text) == ("Ferry adrift after engine fire", text)


@pytest.mark.parametrize(
    "first",
    [
        "The ferry drifted for hours.",
        "By Mara Quill",
        "Photo: Ilse Rand",
        "PORT ELLERY, Oct. 14 (Corvid) -",
        "word " * 40,
    ],
)
def test_other_first_lines_are_no_headline(first: str) -> None:
    assert read_plain(f"{first}\n\nThe rest of it.", outlet="File").headline is None


def test_a_text_of_front_matter_alone_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="no text"):
        read_plain("---\noutlet: A\n---\n \n", outlet="File")


def test_a_markdown_title_is_the_headline_and_leaves_the_text() -> None:
    made = read_markdown("# Ferry *adrift*\n\nThe ferry drifted.", outlet="File")
    assert (made.headline, made.text) == ("Ferry adrift", "The ferry drifted.")


def test_a_title_that_differs_from_the_known_headline_stays() -> None:
    text = "# Live updates\n\nThe ferry drifted."
    made = read_markdown(text, outlet="File", headline="Ferry adrift")
    assert made.headline == "Ferry adrift"
    assert made.text == "Live updates\n\nThe ferry drifted."


def test_pictures_of_markdown_go_to_the_captions() -> None:
    made = read_markdown("![Smoke over the ship](a.jpg)\n\nThe ferry drifted.", outlet="File")
    assert made.text == "The ferry drifted."
    assert [(item.kind, item.text) for item in made.extras] == [
        (AsideKind.CAPTION, "Smoke over the ship")
    ]


@settings(deadline=None)
@given(st.text(st.sampled_from("ab:-#*_[]()!`\\> \n\r\t\"'0.\ue000\ue001é")))
def test_any_text_is_read_or_refused_with_an_error_of_ours(text: str) -> None:
    for read in (read_plain, read_markdown):
        try:
            made = read(text, outlet="File")
        except CompareError:
            continue
        assert made.text.strip()
        assert "\r" not in made.text


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="\r-", exclude_categories=["Cs"])))
def test_plain_text_keeps_every_word(text: str) -> None:
    if text.strip():
        made = read_plain(text, outlet="File").text
        assert made.split() == text.split()
        assert made in text.translate(LINE_ENDS)
