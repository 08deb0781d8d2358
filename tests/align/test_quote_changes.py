"""What an outlet did to a quotation, beside the version of another outlet."""

from __future__ import annotations

import pytest

from compare.align.quotes import quote_groups
from compare.model.findings import QuoteChange, QuoteGroup
from tests.align.small import articles

BEGINS = "The water board closed two gates of the dam above Tessel after the storm on Monday.\n\n"


def group(one: str, other: str) -> QuoteGroup:
    """The one group of quotes of two short articles."""
    found = quote_groups(articles(BEGINS + one, BEGINS + other))
    assert len(found) == 1
    return found[0]


def changes(one: str, other: str) -> list[QuoteChange]:
    """What became of the quotation in the article that does not have it in full."""
    found = group(one, other)
    return [change for m in found.members if m.quote != found.fullest for change in m.changes]


WHOLE = "“The dam will hold for the whole of the winter,” Ida Rowe said."
HALVES = [
    "“The dam,” Ida Rowe said, her voice breaking, “will hold for the whole of the winter.”",
    "“The dam,” said Ida Rowe, 54, wiping her glasses, “will hold for the whole of the winter.”",
    "“The dam,” Ida Rowe, who grew up in Tessel, told reporters, “will hold for the whole of "
    "the winter.”",
    "“The dam,” Ida Rowe said as she left the town hall, “will hold for the whole of the winter.”",
    "“The dam,” Ida Rowe said on Monday after a meeting with the board, “will hold for the "
    "whole of the winter.”",
    "“The dam” — Ida Rowe paused — “will hold for the whole of the winter.”",
    "“The dam,” explained Ida Rowe, pointing to the gate, “will hold for the whole of the winter.”",
    "“The dam,” Ida Rowe told the Alpha Post, her hand on the rail, “will hold for the whole "
    "of the winter.”",
    "“The dam,” Ida Rowe said, adding after a pause, “will hold for the whole of the winter.”",
    "“The dam,” according to Ida Rowe, “will hold for the whole of the winter.”",
]


@pytest.mark.parametrize("text", HALVES)
def test_what_the_outlet_tells_between_two_halves_is_not_said(text: str) -> None:
    assert changes(text, WHOLE) == [QuoteChange.IDENTICAL]


@pytest.mark.parametrize("text", HALVES)
def test_only_words_in_marks_are_words_of_an_interrupted_quotation(text: str) -> None:
    article = articles(text)[0]
    said = [part.of(text) for quote in article.quotes for part in quote.parts]
    assert said == text.replace("“", "”").split("”")[1::2]


KEPT = "“The gate was safe in the winter,” said Ida Rowe."
TURNED = [
    "“I never said that the gate was safe in the winter,” said Ida Rowe.",
    "“It is not true that the gate was safe in the winter,” said Ida Rowe.",
    "“Nobody told me that the gate was safe in the winter,” said Ida Rowe.",
    "“I do not believe that the gate was safe in the winter,” said Ida Rowe.",
    "“There is no evidence that the gate was safe in the winter,” said Ida Rowe.",
    "“It would be wrong to say the gate was safe in the winter,” said Ida Rowe.",
    "“I deny that the gate was safe in the winter,” said Ida Rowe.",
    "“I doubt that the gate was safe in the winter,” said Ida Rowe.",
    "“We cannot say that the gate was safe in the winter,” said Ida Rowe.",
    "“The gate was safe in the winter? Not at all,” said Ida Rowe.",
]
STANDING = [
    "“There is no doubt that the gate was safe in the winter,” said Ida Rowe.",
    "“Without doubt, no less than three boards said the gate was safe in the winter,” said "
    "Ida Rowe.",
    "“Not only was it old, but the gate was safe in the winter,” said Ida Rowe.",
    "“I have never been so proud. The gate was safe in the winter,” said Ida Rowe.",
    "“No one was hurt, and the gate was safe in the winter,” said Ida Rowe.",
    "“I was surprised that the gate was safe in the winter,” said Ida Rowe.",
    "“I did not know that the gate was safe in the winter,” said Ida Rowe.",
    "“It is no secret that the gate was safe in the winter,” said Ida Rowe.",
]


@pytest.mark.parametrize("text", TURNED)
def test_a_cut_that_turns_the_meaning_is_named_as_such(text: str) -> None:
    assert QuoteChange.NEGATION_LOST in changes(text, KEPT)


@pytest.mark.parametrize("text", STANDING)
def test_a_cut_that_leaves_the_meaning_is_a_mere_cut(text: str) -> None:
    assert changes(text, KEPT) == [QuoteChange.CUT_START]


@pytest.mark.parametrize(
    "full",
    [
        "“There was no leak. The board opened the two northern gates on Sunday,” said Ida Rowe.",
        "“Nobody fled! The board opened the two northern gates on Sunday,” said Ida Rowe.",
        "“The board opened the two northern gates on Sunday. It never leaked,” said Ida Rowe.",
    ],
)
def test_a_denial_in_another_sentence_is_not_lost_in_a_report(full: str) -> None:
    retold = "Ida Rowe said that the board opened the two northern gates on Sunday."
    assert QuoteChange.NEGATION_LOST not in changes(full, retold)


def test_a_denial_of_the_very_sentence_is_lost_in_a_report() -> None:
    full = "“It rained. The board never opened the two northern gates on Sunday,” said Ida Rowe."
    retold = "Ida Rowe said that the board opened the two northern gates on Sunday."
    found = quote_groups(articles(BEGINS + full, BEGINS + retold))
    assert not found or QuoteChange.NEGATION_LOST in changes(full, retold)


@pytest.mark.parametrize(
    "text",
    [
        "“If the gate was safe in the winter, I would know,” said Ida Rowe.",
        "“The gate was safe in the winter? I wonder,” said Ida Rowe.",
        "“The gate was safe in the winter, unless somebody opened it,” said Ida Rowe.",
        "“Perhaps the gate was safe in the winter,” said Ida Rowe.",
    ],
)
def test_a_cut_that_makes_a_doubt_sure_is_a_lost_hedge(text: str) -> None:
    assert QuoteChange.HEDGE_LOST in changes(text, KEPT)


UNSEEN = [
    (
        "“We had ten min\xadutes to get out of the house,” said Ida Rowe.",
        "“We had ten minutes to get out of the house,” said Ida Rowe.",
    ),
    (
        "“We had ten\u200b minutes to get out of the house,” said Ida Rowe.",
        "“We had ten minutes to get out of the house,” said Ida Rowe.",
    ),
    (
        "“We had ten\xa0minutes to get out of the house,” said Ida\xa0Rowe.",
        "“We had ten minutes to get out of the house,” said Ida Rowe.",
    ),
    (
        "“The o\ufb03ce was told twice about the gate last winter,” said Ida Rowe.",
        "“The office was told twice about the gate last winter,” said Ida Rowe.",
    ),
    (
        "“Some 1,\u200b200 people had to leave the town that night,” said Ida Rowe.",
        "“Some 1,200 people had to leave the town that night,” said Ida Rowe.",
    ),
]
SPELLINGS = [
    (
        "“We had 10 minutes to get out of the house,” said Ida Rowe.",
        "“We had ten minutes to get out of the house,” said Ida Rowe.",
    ),
    (
        "“The colour of the harbour was grey in the evening,” said Ida Rowe.",
        "“The color of the harbor was gray in the evening,” said Ida Rowe.",
    ),
    (
        "“It rose by 20 per cent in a single night in the valley,” said Ida Rowe.",
        "“It rose by 20% in a single night in the valley,” said Ida Rowe.",
    ),
    (
        "“It rose by twenty percent in a single night in the valley,” said Ida Rowe.",
        "“It rose by 20 per cent in a single night in the valley,” said Ida Rowe.",
    ),
    (
        "“We can’t organise a re-opening of the co-operative,” said Ida Rowe.",
        "“We can't organize a reopening of the cooperative,” said Ida Rowe.",
    ),
    (
        "“The Government has travelled this road, and we are OK with it,” said Ida Rowe.",
        "“The government has traveled this road, and we are okay with it,” said Ida Rowe.",
    ),
    (
        "“We need a programme — now — for the defence of the valley,” said Ida Rowe.",
        "“We need a program, now, for the defense of the valley,” said Ida Rowe.",
    ),
    (
        "“It was 1st of May, at 5 p.m., and the gate went,” said Ida Rowe.",
        "“It was first of May, at 5pm, and the gate went,” said Ida Rowe.",
    ),
]


@pytest.mark.parametrize(("one", "other"), UNSEEN)
def test_characters_that_nobody_sees_change_no_word(one: str, other: str) -> None:
    assert changes(one, other) == [QuoteChange.IDENTICAL]


@pytest.mark.parametrize(("one", "other"), SPELLINGS)
def test_house_style_is_the_same_words_in_another_spelling(one: str, other: str) -> None:
    assert changes(one, other) == [QuoteChange.RESPELT]


def test_the_words_spelt_in_another_way_are_listed_with_their_places() -> None:
    one = "“The colour of the harbour was black that night,” said Ida Rowe."
    other = "“The color of the harbor was black that night,” said Ida Rowe."
    found = group(one, other)
    texts = {"A": BEGINS + one, "B": BEGINS + other}
    home = found.fullest[0]
    edits = next(m for m in found.members if m.quote != found.fullest)
    pairs = [
        {e.gone.of(texts[home]), e.put.of(texts[edits.article])}
        for e in edits.edits
        if e.gone and e.put
    ]
    assert pairs == [{"colour", "color"}, {"harbour", "harbor"}]


def test_words_removed_and_replaced_are_in_the_data() -> None:
    full = "“We warned the board twice about the old gate in March,” said Ida Rowe."
    less = "“We warned the council twice about the gate in March,” said Ida Rowe."
    member = next(m for m in group(full, less).members if m.article == "B")
    page = {"A": BEGINS + full, "B": BEGINS + less}
    shown = [(e.gone and e.gone.of(page["A"]), e.put and e.put.of(page["B"])) for e in member.edits]
    assert shown == [("board", "council"), ("old", None)]


NAMES = [
    ("Ida Harlow", "Ida Harrow"),
    ("James Roe", "Jim Roe"),
    ("William Lund", "Bill Lund"),
    ("Robert Ansty", "Bob Ansty"),
    ("Katherine Moss", "Katharine Moss"),
    ("Ida Bernstein", "Ida Bernstien"),
    ("Elizabeth Rowe", "Liz Rowe"),
    ("Yuri Orlov", "Yury Orlov"),
    ("Ida Macdonald", "Ida McDonald"),
    ("Ida Petersen", "Ida Peterson"),
]


@pytest.mark.parametrize(("one", "other"), NAMES)
def test_a_name_in_another_spelling_is_no_other_speaker(one: str, other: str) -> None:
    words = "“The dam will hold for the whole of the winter,” said {}, the mayor."
    assert changes(words.format(one), words.format(other)) == [QuoteChange.IDENTICAL]


SOMEBODY_ELSE = [
    ("said the water board", "said Ida Rowe"),
    ("said Ida Rowe", "he said"),
    ("said Ida Rowe", "said a spokesman for the board"),
    ("said the mayor", "said Ida Rowe"),
    ("said Ida Rowe", "the Tessel News Agency quoted Ida Rowe as saying"),
    ("said Ida Rowe", "said Peter Rowe"),
    ("said Tessel", "said the Tessel government"),
    ("said Ida Rowe’s lawyer, Peter Lund", "said Ida Rowe"),
    ("said Rowe", "said Lund"),
    ("said two residents", "said Ida Rowe"),
]


@pytest.mark.parametrize(("one", "other"), SOMEBODY_ELSE)
def test_a_body_a_role_a_relay_or_a_relative_is_no_other_speaker(one: str, other: str) -> None:
    words = "“The dam will hold for the whole of the long winter,” {}."
    told = changes(words.format(one), words.format(other))
    assert QuoteChange.REATTRIBUTED not in told


def test_words_of_one_person_given_to_another_by_full_name_are_told() -> None:
    words = "“The dam will hold for the whole of the long winter,” said {}."
    told = changes(words.format("Ida Rowe"), words.format("Peter Lund"))
    assert told == [QuoteChange.REATTRIBUTED]
