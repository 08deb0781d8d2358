from __future__ import annotations

import pytest

from compare.findings.doers_and_places import act_conflicts
from compare.model.findings import Conflict, ConflictKind
from compare.model.verification import Rule
from tests.findings.telling import article


def found_in(*texts: str) -> tuple[Conflict, ...]:
    return act_conflicts(
        [article(letter, text) for letter, text in zip("ABC", texts, strict=False)], ()
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The envoy, Dorit Hale, met rebel leaders in Karlow.",
            "Rebel leaders met the envoy Dorit Hale in Dorn.",
        ),
        (
            "Piet Vorm, the bishop, was robbed of his ring in Bell Lane.",
            "The bishop Piet Vorm was robbed of a ring in Tanner Street.",
        ),
        (
            "The driver was found in a shed on Phillip Road, where he hid.",
            "The driver was found in a shed on Philips Street.",
        ),
        (
            "The envoy Dorit Hale will meet rebel leaders in Karlow.",
            "The envoy Dorit Hale is to meet rebel leaders in Dorn.",
        ),
        (
            "Nine rioters were arrested by police in Sandgate.",
            "Police arrested the rioters in Marlow after the march.",
        ),
    ],
)
def test_one_act_in_two_places_is_a_conflict_of_where(one: str, other: str) -> None:
    (found,) = found_in(one, other)
    assert found.kind is ConflictKind.WHERE
    assert found.verified_by == (Rule.ONE_ACT,)
    assert [each.article for each in found.evidence] == ["A", "B"]
    assert found_in(other, one)[0].why == found.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The march was organised by the Free Roads League.",
            "The march in the rain was organised by the Carters’ Union.",
        ),
        (
            "The bill was moved by the treasurer, Kaja Noll.",
            "The bill was moved by the transport minister, Olav Stenn.",
        ),
        (
            "Kaja Noll moved the bill on tolls.",
            "The bill on tolls was moved by Olav Stenn.",
        ),
        (
            "Greta Sund was found by a rescue dog.",
            "Greta Sund, 37, was spotted by a helicopter crew.",
        ),
        (
            "The alarm was raised by two cyclists.",
            "A shepherd, Luca Moreni, raised the alarm.",
        ),
        (
            "The guard, Jan Velt, was tied up. A colleague found him at noon.",
            "The guard, Jan Velt, was tied to a chair. He was found by a cleaner at noon.",
        ),
        (
            "Two villagers were shot by soldiers at the mill of Orle.",
            "The villagers at the mill of Orle were shot by rebels.",
        ),
    ],
)
def test_one_act_of_two_doers_is_a_conflict_of_who(one: str, other: str) -> None:
    (found,) = found_in(one, other)
    assert found.kind is ConflictKind.WHO


def test_three_articles_with_two_places_are_one_conflict() -> None:
    (found,) = found_in(
        "The envoy, Dorit Hale, met rebel leaders in Karlow.",
        "Rebel leaders met the envoy Dorit Hale in Dorn.",
        "Dorit Hale, the envoy, met the leaders of the rebels in Karlow.",
    )
    assert [each.article for each in found.evidence] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The one place may lie in the other, or both are known to both.
        (
            "The envoy Dorit Hale met rebel leaders in Karlow.",
            "The envoy Dorit Hale met rebel leaders in Karlow County.",
        ),
        (
            "The envoy Dorit Hale met rebel leaders in Karlow.",
            "The envoy Dorit Hale met rebel leaders in Norway.",
        ),
        (
            "The envoy Dorit Hale met rebel leaders in Karlow.",
            "The envoy Dorit Hale met rebel leaders in Bell Street.",
        ),
        (
            "The envoy Dorit Hale met rebel leaders in Karlow.",
            "The envoy Dorit Hale met rebel leaders in Dorn, a suburb of Karlow.",
        ),
        # Another act, one that is planned or denied, or one that many do.
        ("Dorit Hale met the rebels in Karlow.", "Dorit Hale met the bishop of Tessel in Dorn."),
        ("Dorit Hale met the rebels in Karlow.", "Dorit Hale will meet the rebels in Dorn."),
        ("Dorit Hale met the rebels in Karlow.", "Dorit Hale never met the rebels in Dorn."),
        ("The bill was praised by Kaja Noll.", "The bill was praised by Olav Stenn."),
        # Other words for one doer, or another number of them.
        ("Two masked men robbed the bank.", "Three masked men robbed the bank."),
        ("The bill was moved by Kaja Noll.", "The bill was moved by the treasurer."),
        ("The bill was moved by the United Farmers’ Front.", "The bill was moved by the UFF."),
        ("Two men were shot by police in Orle.", "Two men were shot by officers in Orle."),
        ("The mask was returned by hand to the museum.", "The mask was returned by Otto Vane."),
    ],
)
def test_what_may_be_one_is_no_conflict(one: str, other: str) -> None:
    assert found_in(one, other) == ()
