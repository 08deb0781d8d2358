from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from compare.findings.contradictions import statement_conflicts
from compare.findings.denials import denial_conflicts
from compare.model.articles import Article
from compare.model.facts import Fact, Mode
from compare.model.findings import Conflict, ConflictKind
from tests.findings.telling import article, fact, mention

SURE = "The inspectors closed the eastern pier of the Orre viaduct on Monday."
NOT = "The inspectors never closed the eastern pier of the Orre viaduct on Monday."


def between(
    one: str, other: str, modes: str = "AA", *, hours: tuple[int, int] = (9, 9), more: str = ""
) -> tuple[Conflict, ...]:
    """The conflicts of two articles; modes are A(sserted), T for attributed and H(edged)."""
    known = {"A": Mode.ASSERTED, "T": Mode.ATTRIBUTED, "H": Mode.HEDGED}
    a = article("A", f"{one}\n\n{more}".strip(), hour=hours[0])
    b = article("B", f"{other}\n\n{more}".strip(), hour=hours[1])
    both = fact(
        "f",
        mention(a, one, known[modes[0]]),
        mention(b, other, known[modes[1]]),
        label="The inspectors closed the pier",
    )
    return found_in((a, b), (both,))


def found_in(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Conflict, ...]:
    """All conflicts between statements: of names and certainty, and denials."""
    return (*denial_conflicts(articles, facts), *statement_conflicts(articles, facts))


def kinds(*found: Conflict) -> list[ConflictKind]:
    return [one.kind for one in found]


def test_a_denied_and_an_affirmed_statement_in_like_words_are_opposite() -> None:
    (found,) = between(SURE, NOT)
    assert found.kind is ConflictKind.OPPOSITE
    assert found.fact == "f"
    assert [e.article for e in found.evidence] == ["A", "B"]
    assert "closed" in found.why


@pytest.mark.parametrize(
    "other",
    [
        "The inspectors have not closed the eastern pier of the Orre viaduct.",
        "Inspectors didn’t close the eastern pier of the Orre viaduct on Monday.",
    ],
)
def test_every_form_of_negation_counts(other: str) -> None:
    assert kinds(*between(SURE, other)) == [ConflictKind.OPPOSITE]


@pytest.mark.parametrize(
    "other",
    [
        "The inspectors closed the eastern pier of the Orre viaduct, not the western one.",
        "The inspectors have not yet closed the eastern pier of the Orre viaduct.",
        "The inspectors never said why they closed the eastern pier of the Orre viaduct, nor when.",
        "Nobody was hurt when a lorry met the closed barrier on Monday.",
    ],
)
def test_a_negation_of_something_else_is_no_opposite(other: str) -> None:
    assert between(SURE, other) == ()


def test_a_denial_that_is_hours_older_has_been_overtaken() -> None:
    (found,) = between(NOT, SURE, hours=(6, 12))
    assert found.kind is ConflictKind.LATER
    assert "06:00" in found.why
    assert "12:00" in found.why
    assert kinds(*between(NOT, SURE, hours=(12, 6))) == [ConflictKind.OPPOSITE]


def test_the_denial_of_a_person_does_not_contradict_what_an_outlet_states() -> None:
    said = "The inspectors never closed the eastern pier of the Orre viaduct, Ada Fenn said."
    assert between(SURE, said, "AT") == ()


def test_two_outlets_that_give_one_person_opposite_words_conflict() -> None:
    one = "Ada Fenn said the inspectors closed the eastern pier of the Orre viaduct on Monday."
    other = "Ada Fenn said the inspectors never closed the eastern pier of the Orre viaduct."
    third = "Rolf Aske said the inspectors never closed the eastern pier of the Orre viaduct."
    assert kinds(*between(one, other, "TT")) == [ConflictKind.OPPOSITE]
    assert between(one, third, "TT") == ()


def test_doubted_by_one_and_stated_by_another_differ_in_certainty() -> None:
    doubted = "The inspectors allegedly closed the eastern pier of the Orre viaduct on Monday."
    (found,) = between(SURE, doubted, "AH")
    assert found.kind is ConflictKind.CERTAINTY
    assert "allegedly" in found.why


@pytest.mark.parametrize(
    "sure",
    [
        "The inspectors are accused of having closed the eastern pier of the Orre viaduct.",
        "The inspectors reportedly closed the eastern pier of the Orre viaduct.",
    ],
)
def test_a_charge_or_another_doubt_is_not_surer(sure: str) -> None:
    doubted = "The inspectors allegedly closed the eastern pier of the Orre viaduct on Monday."
    assert between(sure, doubted, "AH") == ()


def test_what_may_come_is_no_doubt_of_what_happened() -> None:
    future = "The inspectors are expected to have closed the eastern pier of the Orre viaduct."
    assert between(SURE, future, "AH") == ()


NAMES = "Tilda Marsh and Rolf Aske met in Brae and in Tarnby."


def test_the_same_act_of_two_people_whom_both_articles_know_is_a_conflict() -> None:
    one = "Tilda Marsh signed the closing order for the eastern pier before breakfast."
    other = "Rolf Aske signed the closing order for the eastern pier before breakfast."
    (found,) = between(one, other, more=NAMES)
    assert found.kind is ConflictKind.WHO
    assert between(one, other) == ()


def test_the_same_act_in_two_places_that_both_articles_know_is_a_conflict() -> None:
    one = "The closing order for the eastern pier was signed before breakfast in Brae."
    other = "The closing order for the eastern pier was signed before breakfast in Tarnby."
    (found,) = between(one, other, more=NAMES)
    assert found.kind is ConflictKind.WHERE
    assert between(one, other) == ()


@pytest.mark.parametrize(
    "other",
    [
        "Marsh signed the closing order for the eastern pier before breakfast.",
        "She signed the closing order for the eastern pier before breakfast.",
        "The engineer signed the closing order for the eastern pier before breakfast.",
    ],
)
def test_a_person_under_another_name_is_the_same_person(other: str) -> None:
    one = "Tilda Marsh signed the closing order for the eastern pier before breakfast."
    assert between(one, other, more="The engineer is Tilda Marsh, and She is a magazine.") == ()


def test_statements_with_little_in_common_are_never_set_against_each_other() -> None:
    assert between(SURE, "The inspectors never ate lunch at the pier in those days.") == ()


def test_a_kind_of_conflict_is_told_once_for_a_fact() -> None:
    homes = [article("ABC"[n], text) for n, text in enumerate((SURE, NOT, f"{NOT[:-1]} either."))]
    both = fact("f", *(mention(home, home.document.text) for home in homes))
    found = found_in(homes, (both,))
    assert kinds(*found) == [ConflictKind.OPPOSITE]


def test_letters_are_only_labels() -> None:
    seen = set()
    for order in permutations("AB"):
        a, b = (article(letter, text) for letter, text in zip(order, (SURE, NOT), strict=True))
        both = fact("f", mention(a, SURE), mention(b, NOT))
        (found,) = found_in((a, b), (both,))
        assert [e.article for e in found.evidence] == ["A", "B"]
        seen.add((found.id, found.why, frozenset(e.text for e in found.evidence)))
    assert len(seen) == 1


def test_the_same_words_under_two_facts_are_told_once() -> None:
    a, b = article("A", SURE), article("B", NOT)
    facts = [fact(name, mention(a, SURE), mention(b, NOT)) for name in ("f1", "f2")]
    (found,) = found_in((a, b), facts)
    assert found.fact == "f1"
