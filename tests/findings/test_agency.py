from __future__ import annotations

import pytest

from compare.findings.agency import agency
from compare.model.words import Voice
from tests.findings.ground import ground


def test_one_act_in_four_grammars() -> None:
    (one,) = agency(
        ground(
            A="Police shot a man near the Orlin bank on Monday.",
            B="A man was shot by police near the Orlin bank on Monday.",
            C="A man was shot near the Orlin bank on Monday.",
            D="The shooting of a man near the Orlin bank came on Monday.",
        )
    )
    assert one.act == "shoot"
    assert [telling.voice for telling in one.tellings] == [
        Voice.ACTIVE,
        Voice.PASSIVE,
        Voice.AGENTLESS,
        Voice.NOMINAL,
    ]
    assert [t.actor.text if t.actor else None for t in one.tellings] == [
        "Police",
        "police",
        None,
        None,
    ]


def test_equal_grammar_is_not_worth_showing() -> None:
    assert not agency(
        ground(
            A="A man was shot near the Orlin bank on Monday.",
            B="On Monday a man was shot close to the Orlin bank.",
        )
    )


def test_acts_on_different_things_are_not_one() -> None:
    assert not agency(
        ground(A="Police arrested the mayor of Tessel.", B="Three swimmers were arrested later.")
    )


def test_verbs_for_one_act_belong_together() -> None:
    (one,) = agency(
        ground(
            A="About 30 people were detained at the Orlin camp.",
            B="Police arrested people at the Orlin camp.",
        )
    )
    assert one.act == "arrest"


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("Police arrested nine.", "Nine rioters were arrested."),
        ("Officers arrested nine men.", "Nine rioters were detained."),
        ("The company dismissed 40.", "Forty drivers were fired."),
        ("Soldiers killed twelve.", "Twelve villagers were killed."),
        ("Police evacuated 300.", "Some residents, 300 in all, were evacuated."),
    ],
)
def test_an_act_on_the_same_number_is_put_side_by_side_in_active_and_passive(
    active: str, passive: str
) -> None:
    (one,) = agency(ground(A=active, B=passive))
    assert {telling.voice for telling in one.tellings} == {Voice.ACTIVE, Voice.AGENTLESS}


def test_an_act_on_another_number_is_not_the_same_act() -> None:
    assert not agency(ground(A="Police arrested nine.", B="Eleven rioters were arrested."))
