import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model.spans import Span
from compare.text.paragraphs import paragraphs
from compare.text.sentences import sentences


def split(text: str) -> list[str]:
    return [s.of(text) for block in paragraphs(text) for s in sentences(text, block)]


def whole(text: str) -> bool:
    return split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate met U.S. officials in Port Ellery.",
        "Gov. Ana Reyes and Lt. Col. Tom Hale met Sen. Will Park.",
        "The crew left at 5 a.m. Monday and was back by 7 p.m. EDT.",
        "At 5 a.m. Mr. Hale called the coastguard.",
        "Berth No. 5 was closed, and so were Nos. 7 and 8.",
        "The speaker was J. R. Okafor, not John Q. Okafor Jr. of the port.",
        "Rep. Ana Reyes (D-Minn.) voted no, as did R. Park, R-S.C., and others.",
        "Prices rose 2.5 percent to $1.75 at noon.",
        "Hale & Sons Inc. and Reyes Co. of Port Ellery share the berth.",
        "It cost approx. 40 pounds (i.e. a week's pay), etc. and more.",
        "The inquiry ends on Dec. 31, 2011.",
        "He has a Ph.D. in history and Ph.D.-level maths.",
        "The aide met officials … to continue the talks.",
        "The aide met [National Security Adviser Jon] Bell on Monday.",
        "She said (he had asked her twice. She refused) that it was over.",
        "Mail Jane.Doe@example.com or see https://www.example.com/a.b/Page.html for more.",
        "She works at Yahoo! in Port Ellery.",
        "The site example.Harbour.com is down.",
        "“Did he say that?” Reyes asked.",
        "“Is it over?” she said.",
        "“Stop that!” shouted the crowd.",
        "Get out! he shouted.",
        "The claim was repeated in a study (Okafor, 55).",
        "The Rock! festival draws thousands.",
        "She told the USA Today reporter that the port was shut.",
    ],
)
def test_this_stays_one_sentence(text: str) -> None:
    assert whole(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He lives in the U.S.", "The family left in May."),
        ("The bridge closed at 6 p.m.", "Mr. Hale walked home."),
        ("They sold it to Hale & Co.", "It closed a year later."),
        ("You and I.", "Did you see it?"),
        ("He has $100.00.", "It is his."),
        ("She met Tom Hale Jr.", "He smiled."),
        ("He said no.", "She said yes."),
        ("“This is great.”", "She held the book out."),
        ("“A good day.", "But a long one,” he said."),
        ("It is over!", "They cheered."),
        ("Is it over?!", "Nobody knew."),
        ("I never meant that....", "She left."),
        ("We waited …", "But nobody came."),
        ("The port is shut.", "(The ferry is not.)"),
        ("The port is shut.", "[The ferry is not.]"),
        ("call them at noon.", "they are in."),
        ("It was in 2014.", "2015 was worse."),
        ("The saint was a martyr.[1]", "The emperor was not."),
        ("Hello there :)", "We are home."),
    ],
)
def test_this_is_two_sentences(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


def test_a_quote_that_ends_a_sentence_before_a_capital_closes_it() -> None:
    text = "He called it “open to such proposals. We are ready.” He then left."
    assert split(text) == [
        "He called it “open to such proposals.",
        "We are ready.”",
        "He then left.",
    ]


def test_sentences_without_a_space_between_them_are_divided() -> None:
    assert split("Hello world.Today is Tuesday.It cost 1,000.That is a lot.") == [
        "Hello world.",
        "Today is Tuesday.",
        "It cost 1,000.",
        "That is a lot.",
    ]


def test_numbered_items_on_one_line_are_divided() -> None:
    assert split("1) The first item 2) The second item") == [
        "1) The first item",
        "2) The second item",
    ]
    assert split("a. The first item b. The second item") == [
        "a. The first item",
        "b. The second item",
    ]


def test_numbers_inside_a_sentence_are_no_list() -> None:
    assert whole("The plan would 1) cut fares, 2) add ferries and 3) open the pier.")
    assert whole("As payment for 1. above and for 2. above, no fee is due.")


def test_bullets_open_a_sentence() -> None:
    assert split("• 9. The first item • 10. The second item") == [
        "• 9. The first item",
        "• 10. The second item",
    ]


def test_a_headline_without_a_full_stop_is_a_sentence() -> None:
    assert split("Ferry strikes wall\n\nThe ferry struck a wall. All are safe.") == [
        "Ferry strikes wall",
        "The ferry struck a wall.",
        "All are safe.",
    ]


def test_a_sentence_that_follows_without_any_mark_is_found() -> None:
    assert split("Thanks for the ride We have a new boat") == [
        "Thanks for the ride",
        "We have a new boat",
    ]


def test_loose_marks_are_no_sentence_of_their_own() -> None:
    assert whole("What does he know about it . . . ”")
    assert whole("The end. *")


def test_only_the_given_span_is_read() -> None:
    text = "One. Two. Three."
    assert [s.of(text) for s in sentences(text, Span(5, 16))] == ["Two.", "Three."]


MARKS = st.sampled_from(
    [
        "a",
        "B",
        " ",
        ".",
        "?",
        "!",
        "…",
        "”",
        "“",
        "'",
        '"',
        "(",
        ")",
        "U.S.",
        "Mr.",
        "5",
        "\n",
        "1)",
        "•",
    ]
)


@settings(deadline=None)
@given(st.lists(st.one_of(MARKS, st.characters()), max_size=60).map("".join))
def test_no_character_is_lost_and_none_is_used_twice(text: str) -> None:
    for block in paragraphs(text):
        at = block.start
        found = sentences(text, block)
        assert found
        for span in found:
            assert block.contains(span)
            assert span.of(text) == span.of(text).strip()
            assert span.start >= at
            assert not text[at : span.start].strip()
            at = span.end
        assert not text[at : block.end].strip()


@pytest.mark.parametrize(
    "piece",
    [
        "Harn 3 Bexley 2, ",
        "1 ",
        "word ",
        "Harn 3; ",
        "so it was: ",
        "\u00a0a",
        "1,",
        "a" * 999 + " ",
    ],
)
def test_a_list_without_full_stops_is_cut_behind_a_comma_or_a_word(piece: str) -> None:
    text = (piece * 9_000)[:9_000].strip()
    found = sentences(text, Span(0, len(text)))
    assert len(found) > 1
    shown = "".join(span.of(text) for span in found)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(span.end - span.start <= 4_000 for span in found)
    if ", " in piece:
        assert all(span.of(text).endswith(",") for span in found[:-1])
    if " " in piece:
        assert all(span.end - span.start <= 1_000 for span in found)


def test_a_long_sentence_of_prose_stays_whole() -> None:
    text = "The mayor said " + "that the ferry had left the port, " * 28 + "and that was all."
    assert 900 < len(text) < 1_000
    assert sentences(text, Span(0, len(text))) == [Span(0, len(text))]
