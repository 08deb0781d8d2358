"""Lines that stand between the paragraphs of a story and are not of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import compare
from compare.sources.html import read_html
from compare.text.furniture import is_caption, line_kind
from tests.sources.layouts import H1, STORY, paragraphs, whole_page

LINES = [
    line
    for line in (Path(__file__).parent / "furniture_lines.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
BY_THE_AUTHOR = ("Ines Calder", "INES CALDER")  # known as such only where the page names its author
STORY_LINES = (
    "Listen to the people of the quay, she told the council.",
    "Follow the path along the quay and you come to the bridge.",
    "Contact with the second boat was lost at noon.",
    "Sign language was used at the meeting.",
    "The harbour office receives funding from the state.",
    "Photos of the cable were shown to the council.",
    "Video from the quay shows the deck swaying.",
    "The story of the bridge begins in 2019.",
    "This is a developing country, the minister said.",
    "Developing the quay will cost 4 million.",
    "More details will be given to the council on Monday, the office said.",
    "Email from the engineers warned of rust in May.",
    "The newsletter of the old town had warned of it.",
    "Ines Calder was hurt when the deck swayed.",
    "Nell Varga is the harbour master and has been so since 2024.",
    "Get out, he shouted to those behind him.",
    "Do you know what a cable like that weighs, he asked.",
    "One of 12 cables was found to be worn.",
    "Two of the six cables were new.",
    "On November 6, 2031, the bridge was shut.",
    "November 2031: the bridge is shut after a cable snaps.",
    "At 9:20 a.m. on Thursday the cable snapped.",
    "Published figures show that 340 people cross it each hour.",
    "Updated plans for the quay were shown on Monday.",
    "Support for the petition has grown since the storm.",
    "Watch committees were set up along the quay.",
    "Read the sign, the guard told them.",
    "Related works on the quay were put off as well.",
    "Analysis: it took engineers three days to find the fault in the cable.",
    "Our standards were not met, the maker of the cable said.",
    "Breaking the cable took a force of 90 tonnes.",
    "Have you no shame, a baker asked the council.",
    "Join us, the petitioners called to the crowd.",
    "Reuse of the old cable was ruled out.",
    "Image is everything to the port.",
    "Copyright was not the issue.",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_beside_the_story_is_told_by_its_words(line: str) -> None:
    by_author = line.startswith(BY_THE_AUTHOR)
    assert by_author or line_kind(line) or is_caption(line)


@pytest.mark.parametrize("line", LINES)
def test_on_a_page_such_a_line_is_not_in_the_compared_text(line: str) -> None:
    shown = line.replace("<", "&lt;")
    page = whole_page(f"<article>{H1}{paragraphs(0, 3)}<p>{shown}</p>{paragraphs(3)}</article>")
    article = compare.annotate(read_html(page))
    told = [article.words_of(s.span) for s in article.sentences if s.in_story]
    assert told == list(STORY)


@pytest.mark.parametrize("line", STORY_LINES)
def test_a_sentence_of_the_story_is_no_such_line(line: str) -> None:
    assert line_kind(line) is None
    page = whole_page(f"<article>{H1}{paragraphs(0, 3)}<p>{line}</p>{paragraphs(3)}</article>")
    assert line in read_html(page).text.split("\n\n")


@pytest.mark.parametrize(
    "line",
    ["A" * 500, "Aa " * 160, "We " * 160, "a@" + "a." * 240, "1/" * 250, "By " + "Aa " * 90 + "aa",
     "12:12 " * 80, "( " * 250, "Ab, and " * 60, "do you " * 70, "may 1, " * 70, "+1 " * 160],
)  # fmt: skip
def test_no_line_takes_long_to_tell(line: str) -> None:
    line_kind("warm")
    began = time.process_time()
    for _ in range(5):
        line_kind(line)
    assert time.process_time() - began < 0.5
