"""What is called a speaker is a name or a description, and no piece of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.verify.speaker_names import is_piece_of_sentence, without_verb
from compare.verify.speakers import with_verified_speakers
from tests.align.small import article


@pytest.mark.parametrize(
    "name",
    [
        "running an ad in coastal towns",
        "appeared on several mailing lists",
        "sent Roe a large part of the letters",
        "Ada Roe endured without complaint a lecture from the mayor",
        "The Harbour Union pushed back on a report",
        "Rather than seeing the toll rise",
        "Even if the ferry no longer sailed",
        "That's the view of engineers",
        "Walking into the hall, the senator",
        "TOLD OF THE FERRY CRISIS",
        "D-Dunmere), one of the sponsors",
        "governor would sign",
        "",
        "…",
    ],
)
def test_a_piece_of_a_sentence_is_no_speaker(name: str) -> None:
    assert is_piece_of_sentence(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ada Roe",
        "May Roe",
        "people briefed on the move",
        "aides who asked not to be named",
        "report released by the institute",
        "retired generals",
        "leading Harbour Party members",
        "elected officials",
        "working mothers",
        "Harbour Times/Dunmere poll conducted in May",
        "Feb. 1 letter from the union obtained by the Harbour Times",
        "those whose homes had burned",
        "United Dockers",
        "A.B. ROE",
        "MAYOR ROE",
        "spokesman for the Ministry of Mines (Coast)",
        "56 percent of voters polled",
    ],
)
def test_names_and_descriptions_stay(name: str) -> None:
    assert not is_piece_of_sentence(name)


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("Roe continued", "Roe"),
        ("Ada Roe said about the article", "Ada Roe"),
        ("Mr. Roe pointed to documents", "Mr. Roe"),
        ("Harbour Watch noted Director Ada Roe", "Harbour Watch"),
        ("Roe campaign officials", "Roe campaign officials"),
        ("United Dockers", "United Dockers"),
        ("officials said", "officials said"),
        ("Ada Roe", "Ada Roe"),
    ],
)
def test_a_verb_behind_a_name_is_no_part_of_it(found: str, name: str) -> None:
    assert without_verb(found) == name


@given(st.text(max_size=60))
def test_any_words_have_an_answer_and_a_name_without_its_verb_stays_so(name: str) -> None:
    assert is_piece_of_sentence(name) in (True, False)
    assert name.startswith(without_verb(name))


@pytest.mark.parametrize(
    "text",
    [
        "The union began running an ad in coastal towns that said the port would close.",
        "The network ran an ad featuring dockers telling the town that the port would close.",
        "The announcement led some to say that the port would close.",
        "The union held a meeting with a banner saying “the port stays open” above it.",
    ],
)
def test_nobody_is_named_where_the_nearest_noun_may_be_who_speaks(text: str) -> None:
    speakers = [
        q.speaker.name for q in with_verified_speakers(article(text, "A")).quotes if q.speaker
    ]
    assert not {"union", "network", "announcement", "The union", "The network"} & set(speakers)


def test_the_subject_before_a_comma_still_speaks() -> None:
    text = "Ida Rowe left the hall at noon, saying that the port would close."
    (quote,) = with_verified_speakers(article(text, "A")).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Ida Rowe"


def test_who_takes_up_the_person_nearest_before_it() -> None:
    text = (
        "Ida Rowe left the hall, echoing a memo from Bo Lund, who said that the port would close."
    )
    names = {q.speaker.name for q in with_verified_speakers(article(text, "A")).quotes if q.speaker}
    assert "Bo Lund" in names
    assert not any(name.startswith("echoing") for name in names)
