from __future__ import annotations

import pytest

from compare.findings.contrary_details import detail_conflicts
from compare.model.findings import Conflict, ConflictKind
from tests.findings.telling import article


def found_in(*texts: str) -> tuple[Conflict, ...]:
    return detail_conflicts(
        [article(letter, text) for letter, text in zip("ABC", texts, strict=False)], ()
    )


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        (
            ConflictKind.WHAT,
            "The robbers of the bank drove off in a white van.",
            "The robbers fled from the bank in a black van.",
        ),
        (
            ConflictKind.WHAT,
            "The jet landed at Brisk after birds got into its left engine.",
            "The jet landed at Brisk when its right engine failed.",
        ),
        (
            ConflictKind.WHAT,
            "Strong winds from the north fanned the flames.",
            "The flames were fanned by strong winds from the south.",
        ),
        (
            ConflictKind.WHERE,
            "Greta Sund, 37, from Aldby, was found in the snow.",
            "Greta Sund, a teacher from Holm, was found alive.",
        ),
        (
            ConflictKind.WHERE,
            "Emil Sorn, of Dorrow, was treated for burns.",
            "Emil Sorn, aged 61, of Pellan, was treated for burns.",
        ),
        (
            ConflictKind.WHO,
            "The fire chief, Robert Lang, called the building safe.",
            "Fire chief Richard Lang said that the building was safe.",
        ),
        (
            ConflictKind.WHO,
            "The captain, Rita Holm, landed the plane.",
            "Captain Per Holm brought the aircraft down.",
        ),
    ],
)
def test_details_of_which_one_can_be_true_are_a_conflict(
    kind: ConflictKind, one: str, other: str
) -> None:
    (found,) = found_in(one, other)
    assert found.kind is kind
    assert [each.article for each in found.evidence] == ["A", "B"]
    (turned,) = found_in(other, one)
    assert turned.why == found.why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another thing of the name, or an article that tells of both.
        ("A white van stood at the pier.", "The robbers of the bank drove off in a black van."),
        (
            "The robbers left the bank in a white van. A black van was found at the bank.",
            "The robbers of the bank drove off in a black van.",
        ),
        # What is denied or only feared.
        (
            "The robbers of the bank did not drive a white van.",
            "The robbers of the bank drove a black van.",
        ),
        (
            "The robbers may have left the bank in a white van.",
            "The robbers left the bank in a black van.",
        ),
        # A state or a country holds the town; both are known to both.
        (
            "Emil Sorn, of Dorrow, was treated for burns.",
            "Emil Sorn, of South Norland, was treated for burns.",
        ),
        (
            "Emil Sorn, of Dorrow, was treated for burns. He was born in Pellan.",
            "Emil Sorn, of Pellan, was treated for burns.",
        ),
        # Two people of one trade, a short name, a spelling, two of one first name.
        ("The fire chief, Robert Lang, was there.", "The fire chief, Rob Lang, was there."),
        ("The strategist Ada Harlow spoke.", "The strategist Ada Weaver spoke."),
        (
            "The fire chief, Robert Lang, was there. Richard Lang came.",
            "Fire chief Richard Lang came.",
        ),
    ],
)
def test_what_may_both_be_so_is_no_conflict(one: str, other: str) -> None:
    assert found_in(one, other) == ()
