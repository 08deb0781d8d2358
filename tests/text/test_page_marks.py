"""Lines that speak of their page or to their reader, told by what comes together in them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.text.page_marks import ENOUGH, PERSONAL, page_marks, speaks_to_reader
from tests.sources.layouts import STORY

LINES = [
    line
    for line in (Path(__file__).parent / "page_lines.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
STORY_LINES = (
    "The paper said the story was wrong and that it would print a correction.",
    "The video shows the bridge swaying for a minute.",
    "Readers of the newspaper sent in photos of the flood.",
    "“Share your photos with us,” the mayor told the crowd.",
    "You could hear the cable from the far bank, a fisherman said.",
    "We want the bridge back, said the baker, who closed her shop.",
    "The grant was made by the Harbour Fund in 2029.",
    "The foundation gave the newsroom $2 million for coverage of the coast.",
    "An app for ferry tickets was sold to a firm in Sorn.",
    "Support for the plan has fallen since March.",
    "Email threats closed four schools in Ellery.",
    "Share prices fell by a tenth.",
    "Report: City lost four million on the bridge.",
    "Poll: Mayor well ahead before the vote.",
    "Why did the editor resign? Nobody at the paper would say.",
    "The editor of the Courier, who had read the letter, left in May.",
    "1. Walk below your means",
    "June 14 -- Anchor Hall, Port Ellery",
    "— Ada Pell (@adapell) November 18, 2031",
    "And more.",
    "The last picture",
    "Check with your airline before you set off.",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_speaks_of_its_page_has_marks_enough(line: str) -> None:
    assert page_marks(line) >= ENOUGH


@pytest.mark.parametrize("line", STORY_LINES)
def test_a_sentence_of_a_story_has_not(line: str) -> None:
    assert page_marks(line, outlet=("quay", "courier")) < ENOUGH


def test_such_a_line_is_in_the_account_of_the_article_and_not_compared() -> None:
    line = "Story narrated by computer"
    text = "\n\n".join([*STORY[:2], line, *STORY[2:]])
    article = compare.annotate(compare.document(text, outlet="Quay Courier"))
    told = {article.words_of(s.span): s.in_story for s in article.sentences}
    assert told[line] is False
    assert [words for words, in_story in told.items() if in_story] == list(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "Quay Courier is part of the Sorn Group.",
        "Ada Pell, Quay Courier",
        "ADA PELL Quay Courier",
        "Coverage of schools in the Quay Courier is paid for by donors.",
        "Elsewhere in the Courier",
    ],
)
def test_what_an_outlet_says_of_itself_is_told_by_its_name(line: str) -> None:
    assert page_marks(line, outlet=("quay", "courier")) >= ENOUGH > page_marks(line)


@pytest.mark.parametrize(
    "line", ["The Quay Courier has learned that he resigned.", "Quay Courier reporters saw him."]
)
def test_what_an_outlet_found_out_itself_is_of_the_story(line: str) -> None:
    assert page_marks(line, outlet=("quay", "courier")) < ENOUGH


def test_an_article_that_speaks_to_its_reader_keeps_its_advice() -> None:
    advice = "Keep the form and send your photos to the office by email before the end of May."
    told = [f"You should keep note {n} of what you pay, so that you can prove it." for n in "abcd"]
    assert page_marks(advice) >= ENOUGH > page_marks(advice, but=PERSONAL)
    article = compare.annotate(compare.document("\n\n".join([*told, advice]), outlet="Courier"))
    assert all(s.in_story for s in article.sentences)


def test_words_said_do_not_make_an_article_speak_to_its_reader() -> None:
    assert speaks_to_reader("You should keep it.")
    assert not speaks_to_reader("“You should keep it,” he said.")


@pytest.mark.parametrize("line", ["a@" * 250, "our " * 60, "Read. " * 60, "1:11 " * 60, "| " * 250])
def test_no_line_takes_long(line: str) -> None:
    page_marks("warm")
    began = time.process_time()
    for _ in range(5):
        page_marks(line)
    assert time.process_time() - began < 0.25


@given(st.text(alphabet="aA sS:|•·.,!?—“”'\"15@#", max_size=40))
def test_any_line_has_a_number_of_marks(line: str) -> None:
    assert page_marks(line, outlet=("outlet", "a")) >= -20
    assert speaks_to_reader(line) in (True, False)


def test_one_letter_of_a_name_is_no_sign_of_the_outlet() -> None:
    line = "A town in mourning"
    assert page_marks(line, outlet=("outlet", "a")) == page_marks(line) < ENOUGH


@pytest.mark.parametrize(
    "line",
    [
        "Two formal complaints about the conduct of the mate were lodged with the port in 2035, "
        "long before the ferry was taken off the route, Call Sheet has learned.",
        "Call Sheet understands that the port was told of the complaints about conduct.",
        "Complaints about the conduct of the crew were made to the port, Call Sheet can reveal.",
    ],
)
def test_a_scoop_that_names_its_outlet_is_of_the_story(line: str) -> None:
    assert page_marks(line, outlet=("call", "sheet")) < ENOUGH


def test_a_line_of_several_sentences_of_which_one_tells_is_of_the_story() -> None:
    line = (
        "The Ferry Post can reveal that the mail boat was late on Sunday. Ferry Post readers saw "
        "it too. Write to tips@ferrypost.example."
    )
    assert page_marks(line, outlet=("the", "ferry", "post")) < ENOUGH


@pytest.mark.parametrize("line", ["claim", "Claim", "Support", "listen,", "Share!"])
def test_a_line_of_one_word_has_a_number_of_marks(line: str) -> None:
    assert page_marks(line) >= -20


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("For more on the inquiry, read our guide to the report.", ()),
        ("Keep independent journalism alive: become a member for €5 a month.", ()),
        ("Send your letters to letters@quaycourier.example before Friday.", ("quay", "courier")),
        ("Video report by Ada Pell and Sam Orr", ()),
        ("Distributed by Ellery Content Agency, LLC.", ()),
        ("Ada Pell is a fellow with the Quay Courier.", ("quay", "courier")),
        ("Coverage of schools is paid for by a grant from the Sorn Trust.", ()),
    ],
)
def test_what_comes_together_in_a_line_makes_it_one_of_the_page(
    line: str, outlet: tuple[str, ...]
) -> None:
    assert page_marks(line, outlet=outlet) >= ENOUGH


@pytest.mark.parametrize(
    "line",
    [
        "Print runs were cut in half.",
        "Download speeds fell by half during the outage.",
        "Follow the money, the auditor told the committee.",
        "Support our troops, the banner read.",
        "The Quay Courier was fined for its reporting of the case.",
        "A grant of $2 million paid for the new lifeboat.",
    ],
)
def test_a_noun_or_words_that_were_said_ask_for_nothing(line: str) -> None:
    assert page_marks(line, outlet=("quay", "courier")) < ENOUGH
