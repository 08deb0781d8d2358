"""The name behind "he", "the aide" and "Mr. Roe"."""

from __future__ import annotations

import pytest

from tests.annotation.quoted import only, quotes_of, said

NAMED = [
    ("Ada Lund opened the hall on Monday. She said it was late.", "Ada Lund"),
    ("Mayor Erik Roe opened the hall. The mayor said it was late.", "Erik Roe"),
    ("Erik Roe, an aide to the duke, left. The aide said it was late.", "Erik Roe"),
    ("Erik Roe opened the hall. Mr. Roe said it was late.", "Erik Roe"),
    ("Erik Roe met Ada Lund. She said it was late.", "Ada Lund"),
    ("Sen. Ada Lund spoke first. The senator said it was late.", "Ada Lund"),
    ("Kim Sun-hee spoke first. Kim said it was late.", "Kim Sun-hee"),
    ("Abu Bakr al-Rashid spoke first. Al-Rashid said it was late.", "Abu Bakr al-Rashid"),
    ("The Ministry of Mines was shut. The ministry said it was late.", "Ministry of Mines"),
    ("Erik Roe spoke in Tallow, Ohio. He said it was late.", "Erik Roe"),
    ("Its spokesman, Dmitri Orlov, said it was late.", "Dmitri Orlov"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_speaker_gets_the_fullest_name_of_the_article(text: str, name: str) -> None:
    assert said(text)[-1][0] == name


def test_two_people_who_share_a_noun_stay_apart() -> None:
    text = (
        "President Ada Lund said the law was dead. "
        "The president's spokesman later said she had been misheard."
    )
    assert [name for name, _ in said(text)] == ["Ada Lund", "president's spokesman"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A witness against murder suspect Jory Tam said it was late.",
         "witness against murder suspect Jory Tam"),
        ("The father of murdered teenager Jory Tam said it was late.",
         "father of murdered teenager Jory Tam"),
        ("A lawyer for former minister Jory Tam said it was late.",
         "lawyer for former minister Jory Tam"),
        ("A friend of the late singer Jory Tam said it was late.",
         "friend of the late singer Jory Tam"),
        ("Neighbours of bus driver Jory Tam said it was late.",
         "neighbours of bus driver Jory Tam"),
        ("The head of research Jory Tam said it was late.", "Jory Tam"),
        ("The director of the harbour, Jory Tam, said it was late.", "Jory Tam"),
        ("Mayor Jory Tam late Thursday said it was late.", "Jory Tam"),
        ("Mayor Jory Tam early on Thursday said it was late.", "Jory Tam"),
    ],
)  # fmt: skip
def test_who_stands_behind_a_role_beside_somebody_else_is_not_who_speaks(
    text: str, name: str
) -> None:
    assert said(text)[0][0] == name


def test_a_couple_and_one_of_them_stay_apart() -> None:
    text = "Mr. and Mrs. Adeyi said they had left. Mrs. Adeyi added that it was late."
    assert [name for name, _ in said(text)] == ["Mr. and Mrs. Adeyi", "Mrs. Adeyi"]


def test_a_seat_of_power_its_city_and_its_spokesman_stay_apart() -> None:
    text = (
        "The Kremlin said it was ready. Moscow said it was not. "
        "Dmitri Orlov, its spokesman, said the plan was dead."
    )
    assert [name for name, _ in said(text)] == ["Kremlin", "Moscow", "Dmitri Orlov"]


@pytest.mark.parametrize(
    "text",
    [
        "Erik Roe, an official, left. One of the officials, who was not named, said it was late.",
        "Erik Roe, an aide, left. A source close to the talks said it was late.",
        "Erik Roe, an aide, left. Two aides who asked not to be named said it was late.",
    ],
)
def test_an_anonymous_source_never_gets_a_name(text: str) -> None:
    speaker = quotes_of(text)[-1].speaker
    assert speaker is not None
    assert speaker.anonymous
    assert "Roe" not in speaker.name


def test_a_father_and_his_junior_stay_apart() -> None:
    text = (
        "Tom Roe Jr. spoke first. President Tom Roe said it was late. Roe said no more would come."
    )
    assert [name for name, _ in said(text)] == ["Tom Roe", "Tom Roe"]


def test_a_place_is_never_the_one_meant_by_he() -> None:
    text = "The train reached Tallow, Indiana. He said it was late."
    assert said(text) == [("He", ["it was late"])]


def test_the_way_a_name_was_found_is_kept() -> None:
    text = "Ada Lund opened the hall. She said it was late. Lund said it was dark."
    assert [q.speaker.how for q in quotes_of(text) if q.speaker] == ["pronoun", "alias"]


def test_joint_subjects_are_named_together() -> None:
    assert said("Ada Lund and Erik Roe said it was late.")[0][0] == "Ada Lund and Erik Roe"


def test_the_span_of_a_speaker_are_the_words_of_the_text() -> None:
    text = 'Ada Lund opened the hall. "It was late," she said.'
    span = only(text).speaker_span
    assert span is not None
    assert span.of(text) == "she"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She blamed her rival for the Ledger story that alleged a fraud at the mill.", "Ledger"),
        ("According to records seen by the Ledger, the mill had failed a test.", "records"),
    ],
)
def test_a_name_ends_where_its_noun_ends(text: str, name: str) -> None:
    found = [speaker for speaker, _ in said(text) if speaker]
    assert all("rival" not in speaker and "seen" not in speaker for speaker in found)
    assert not found or name in found[0]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("A spokesman for the directorate said it was late.", "organisation"),
        ("Surveyors said the pumps were old.", "expert"),
        ("The official report said the pumps were old.", "document"),
        ("Erik Roe, the first mate, said the pumps were old.", "witness"),
        ("Callers said the pumps were old.", "other"),
    ],
)
def test_the_kind_of_a_voice_follows_its_noun(text: str, group: str) -> None:
    speaker = only(text).speaker
    assert speaker is not None
    assert speaker.group == group
