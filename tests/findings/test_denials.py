from __future__ import annotations

import pytest

from compare.findings.denials import denial_conflicts
from compare.findings.figures import figure_conflicts, figure_groups
from compare.model.findings import Conflict, ConflictKind
from compare.model.verification import Rule
from tests.findings.telling import article, fact, mention


def found_in(
    one: str, other: str, hours: tuple[int, int] = (9, 9), *, joined: bool = True
) -> tuple[Conflict, ...]:
    """The denials between two articles of one sentence each; `joined` by a fact or not."""
    a, b = article("A", one, hour=hours[0]), article("B", other, hour=hours[1])
    facts = (fact("f", mention(a, one), mention(b, other)),) if joined else ()
    return denial_conflicts((a, b), facts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor refused to resign over the report.", "The mayor resigned over the report."),
        ("The girl was found alive in the mill.", "The girl was found dead in the mill."),
        ("The driver was sober on the bridge.", "The driver was drunk on the bridge."),
        ("The fair at Tessel was cancelled.", "The fair at Tessel was postponed."),
        ("The judge cleared her of the theft.", "The judge found her guilty of the theft."),
        ("The gate was not inspected in March.", "The gate was inspected in March."),
        ("The council never approved the lease.", "The council approved the lease."),
        ("The council approved the lease.", "The council rejected the lease."),
        ("The bridge stayed open in the storm.", "The bridge was closed in the storm."),
        ("No trains ran to Dorn in the strike.", "Trains ran to Dorn in the strike."),
        ("Her condition was stable, doctors said.", "Doctors described her condition as critical."),
        ("Carl Brede was charged with arson.", "Carl Brede was released without charge."),
        ("His brother, Denis Pask, was not charged.", "His brother, Denis Pask, was charged."),
        (
            "Ida Moss was released from hospital in Orle.",
            "Ida Moss was still in hospital in Orle.",
        ),
        ("Pask was expelled from the council.", "Pask resigned from the council."),
    ],
)
def test_what_cannot_both_be_so_is_a_conflict(one: str, other: str) -> None:
    (found,) = found_in(one, other)
    assert found.kind is ConflictKind.OPPOSITE
    assert Rule.ONE_ACT in found.verified_by
    assert [each.article for each in found.evidence] == ["A", "B"]


def test_it_is_found_where_no_fact_joins_the_sentences() -> None:
    one = "The board had not inspected the hinges of the northern gate before the flood."
    other = "The board had inspected the hinges of the northern gate before the flood."
    (found,) = found_in(one, other, joined=False)
    assert found.fact is None


def test_little_in_common_is_no_ground_where_no_fact_joins_the_sentences() -> None:
    assert not found_in("The gate was not closed.", "A shop in Dorn closed.", joined=False)


def test_no_arrest_excludes_every_arrest_of_the_story() -> None:
    one = "No one has been arrested."
    (found,) = found_in(one, "A man was arrested near the mill.", joined=False)
    assert found.kind is ConflictKind.OPPOSITE
    assert found_in("No one in Orle has been arrested.", "A man was arrested.", joined=False) == ()


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("No gate was closed at the dam.", "Two gates were closed at the dam."),
        ("The mayor refused to resign over it.", "The mayor resigned over it."),
        ("The man was alive in the clinic.", "The man died in the clinic."),
    ],
)
def test_an_older_denial_is_told_as_later_with_both_times(early: str, late: str) -> None:
    found = found_in(early, late, (8, 11))
    if found:
        assert found[0].kind is ConflictKind.LATER
        assert "08:00" in found[0].why
        assert "11:00" in found[0].why


def test_the_denial_of_a_person_makes_the_statement_uncertain() -> None:
    (found,) = found_in("He denied taking the relief money.", "He took the relief money.")
    assert found.kind is ConflictKind.CERTAINTY


@pytest.mark.parametrize(
    "denial",
    [
        "The board has not yet closed the gate at Tessel.",
        "The board allegedly never closed the gate at Tessel.",
        "Ida Moss said the board never closed the gate at Tessel.",
        "“The board never closed the gate at Tessel,” said Ida Moss.",
    ],
)
def test_what_both_can_say_is_no_conflict(denial: str) -> None:
    assert not found_in("The board closed the gate at Tessel.", denial)


def test_none_against_a_number_is_told_once() -> None:
    one, other = "No one was killed in the flood.", "Two people were killed in the flood."
    a, b = article("A", one, hour=9), article("B", other, hour=10)
    both = (fact("f", mention(a, one), mention(b, other)),)
    groups = figure_groups((a, b), both)
    assert [each.kind for each in figure_conflicts(groups, (a, b))] == [ConflictKind.LATER]
    assert denial_conflicts((a, b), both)
    assert denial_conflicts((a, b), both, groups) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Joss Arden, 52, was sober when the tram left the depot.",
            "Joss Arden, 53, was drunk when the tram left the depot.",
        ),
        (
            "The mayor refused to resign on Friday over the bridge that cost 41 million crowns.",
            "The mayor resigned on Friday over the bridge that cost 14 million crowns.",
        ),
    ],
)
def test_a_figure_beside_tells_nothing_of_what_is_denied(one: str, other: str) -> None:
    a, b = article("A", one), article("B", other)
    both = (fact("f", mention(a, one), mention(b, other)),)
    groups = figure_groups((a, b), both)
    assert groups
    (found,) = denial_conflicts((a, b), both, groups)
    assert found.kind is ConflictKind.OPPOSITE


@pytest.mark.parametrize(
    ("denial", "affirmed"),
    [
        (
            "Polling went on in Tessel because there was nothing for people to vote with.",
            "The people of Tessel were still voting at ten.",
        ),
        ("There was nothing to repair at the gate in Tessel.", "Crews repair the gate in Tessel."),
        (
            "“You do not close a gate in a flood at Tessel,” said Ida Moss.",
            "“They close a gate in a flood at Tessel,” said Ida Moss.",
        ),
        (
            "“You can't repair a gate in the dark at Tessel,” said Ida Moss.",
            "“They repair a gate in the dark at Tessel,” said Ida Moss.",
        ),
    ],
)
def test_what_is_lacking_or_told_of_anybody_denies_no_act(denial: str, affirmed: str) -> None:
    assert not found_in(denial, affirmed)


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        (
            "The board closed the gate at Tessel.",
            "Neighbours said the board never closed the gate at Tessel.",
            "eighbours",
        ),
        (
            "The kitchen of the bakery passed its last inspection.",
            "The kitchen of the bakery failed its last inspection, the health office said.",
            "health office",
        ),
        (
            "Tests of the flour were negative.",
            "Tests of the flour were positive, the health office said.",
            "health office",
        ),
        (
            "The council had inspected the well, its clerk said.",
            "The well had never been inspected by the council, neighbours said.",
            "neighbours",
        ),
    ],
)
def test_who_is_reported_to_say_it_is_named(one: str, other: str, named: str) -> None:
    (found,) = found_in(one, other)
    assert found.kind is ConflictKind.OPPOSITE
    assert named in found.why


def test_an_article_that_tells_both_sides_differs_from_no_one() -> None:
    one = "The council had inspected the well, its clerk said."
    other = "The council had never inspected the well, neighbours said."
    a = article("A", one)
    b = article("B", f"{other} The council had inspected the well, the mayor said.")
    assert not denial_conflicts((a, b), ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The railway kept its airport line open in the strike.",
            "Lines 1, 3 and 4 of the railway were closed in the strike.",
        ),
        (
            "The strait opens to the boats of Orle again in June.",
            "The strait, shut to the boats of Orle for three months, was mined.",
        ),
        ("Korvel would take the islets to the court at Orle.", "No court at Orle ruled on Korvel."),
        ("Why were the gates at Tessel closed?", "The gates at Tessel were open."),
    ],
)
def test_what_is_of_another_thing_or_time_is_no_conflict(one: str, other: str) -> None:
    assert not found_in(one, other)


@pytest.mark.parametrize(
    "denial", ["He denied taking the relief money.", "He had never taken the relief money."]
)
def test_what_was_denied_of_the_past_is_not_overtaken(denial: str) -> None:
    found = found_in(denial, "He admitted that he took the relief money.", (8, 11))
    assert [each.kind for each in found] == [ConflictKind.OPPOSITE]
