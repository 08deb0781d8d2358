from __future__ import annotations

import pytest

from compare.findings.headlines import headlines
from compare.verify.headlines import Body, has_name, has_word, is_nowhere
from tests.findings.telling import article

BODY = (
    "The Orre Harbour Board fined two firms on Monday after a crane fell in Lower Brae.\n\n"
    "Desmond Arkell, who leads the board, said that 14 dockers were hurt. Four of them, and two "
    "drivers, were taken to the clinic.\n\n"
    "A man of 54 died on Tuesday. The bill came to 40 million crowns."
)


def lacking(headline: str, body: str = BODY, *others: str) -> list[str]:
    homes = [article("A", body, headline=headline)]
    homes += [article(letter, text) for letter, text in zip("BCD", others, strict=False)]
    found = next(one for one in headlines(homes, ()) if one.article == "A")
    return [span.of(found.text) for span in found.unsupported]


@pytest.mark.parametrize(
    ("headline", "other"),
    [
        # An acronym of a name in the text, with small words and with full stops.
        ("OHB fines firms", "The fine of OHB was its first. Lawyers for OHB agreed."),
        ("O.H.B. fines firms", "The fine of O.H.B. was its first. Lawyers for O.H.B. agreed."),
        # Another name of the same person.
        ("Des Arkell fines firms", "The chairman, Des Arkell, spoke. So did Des Arkell."),
        # The place that a town lies in, as another article says.
        ("Tarrow crane kills one", "It fell in Lower Brae, Tarrow. Police in Tarrow came."),
        ("Tarrow crane kills one", "It fell in Lower Brae, a port in Tarrow. Here is Tarrow."),
        # The adjective of a name.
        ("Brae crane falls", "Many in Brae heard it. The streets of Brae were full."),
    ],
)
def test_other_forms_of_a_name_are_not_lacking(headline: str, other: str) -> None:
    assert lacking(headline, BODY, other) == []


@pytest.mark.parametrize(
    "headline",
    [
        "FORTY MILLION! What the crane cost",
        "Crane bill: 40m",
        "20 in crane fall: 14 dockers, four more and two drivers",
        "One dead after crane fall",
        "Death at the docks",
        "Fatal crane fall",
    ],
)
def test_numbers_in_any_form_and_words_of_a_family_are_not_lacking(headline: str) -> None:
    assert lacking(headline) == []


@pytest.mark.parametrize(
    ("headline", "other", "words"),
    [
        ("Harrowby crane kills one", "Many in Harrowby saw it. So did all Harrowby.", ["Harrowby"]),
        ("BRIBES at the docks", "", ["BRIBES"]),
        ("Jail for crane firm", "", ["Jail"]),
        ("Ninety dockers hurt in crane fall", "", ["Ninety"]),
    ],
)
def test_what_the_text_has_in_no_form_is_lacking(
    headline: str, other: str, words: list[str]
) -> None:
    assert lacking(headline, BODY, *([other] if other else [])) == words


def test_a_word_of_attack_against_a_person_is_no_explosion() -> None:
    other = "The board met Ilsa Corran. Nobody saw Corran leave."
    assert "blast" not in lacking("Dockers blast Arkell", BODY, other)


def test_each_finding_keeps_the_rule_that_bore_it_out() -> None:
    home = article("A", BODY, headline="BRIBES: ninety dockers hurt")
    (found,) = headlines((home,), ())
    assert [rule.name for rule in found.verified_by] == ["WORD_NOWHERE", "FIGURE_NOWHERE"]
    (fine,) = headlines((article("A", BODY, headline="Crane falls in Lower Brae"),), ())
    assert fine.verified_by == ()


def test_a_given_name_is_not_missed_where_the_family_name_stands() -> None:
    body = Body(article("A", BODY))
    assert has_name(body, "Donal", ("Donal", "Arkell"))
    assert not has_name(body, "Donal", ("Donal",))


def test_a_word_is_found_in_another_form() -> None:
    body = Body(article("A", BODY))
    assert has_word(body, "fining")
    assert not has_word(body, "riot")


def test_a_headline_is_nowhere_only_when_hardly_a_word_of_it_is() -> None:
    body = Body(article("A", BODY))
    assert is_nowhere(body, ["wheat", "harvest", "ruined"])
    assert not is_nowhere(body, ["wheat", "dockers", "ruined"])
