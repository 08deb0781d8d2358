from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.model.spans import Span
from compare.verify.polarity import Opposition, OppositionKind, opposite_polarity

WORDS = (
    "no one not never denied failed to refused killed dead alive resigned mayor Tessel flood was "
    "were the and or but , . gate open closed people two that if could"
).split()


def between(a: str, b: str, *, one_act: bool = False) -> Opposition | None:
    if not a or not b:
        return None
    return opposite_polarity(a, Span(0, len(a)), b, Span(0, len(b)), one_act=one_act)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "No one was killed when the flood wave swept through Tessel before dawn.",
            "Two people were killed when the flood wave swept through Tessel before dawn.",
        ),
        ("No one was hurt.", "Three people were hurt."),
        ("Nobody died in the fire.", "Two people died in the fire."),
        ("The museum paid nothing for the mask.", "The museum paid 40,000 crowns for the mask."),
        ("Police arrested nobody in the square.", "Police arrested three men in the square."),
        ("An inquiry cleared the driver of the tram.", "An inquiry blamed the driver of the tram."),
        ("Tests of the flour were negative.", "Tests of the flour were positive."),
        ("The barrier at the crossing was up.", "The barrier at the crossing was down."),
        ("The door of the shed was locked.", "The door of the shed was unlocked."),
        ("There were no injuries in the crash.", "Five people were injured in the crash."),
        ("None of the 14 passengers was hurt.", "Three passengers were hurt."),
        ("The mayor refused to resign over the report.", "The mayor resigned over the report."),
        ("Ida Moss will stay on as mayor.", "Ida Moss resigned as mayor."),
        ("The driver was sober, the court heard.", "The driver was drunk, the court heard."),
        ("The girl was found alive in the gatehouse.", "The girl was found dead in the gatehouse."),
        (
            "The concert was cancelled because of the storm.",
            "The concert was postponed because of the storm.",
        ),
        (
            "An inquiry cleared him of blame for the collapse of the wall.",
            "An inquiry blamed him for the collapse of the wall.",
        ),
        (
            "The court found that he was not guilty of fraud.",
            "The court found him guilty of fraud.",
        ),
        ("Otto Brandt pleaded not guilty.", "Otto Brandt pleaded guilty."),
        ("Police ruled out arson at the mill.", "Arson destroyed the mill, police said."),
        (
            "The gate had not been inspected since March.",
            "The gate had been inspected since March.",
        ),
        ("No trains ran on the coast line on Friday.", "Trains ran on the coast line on Friday."),
        ("He denied taking the money from the fund.", "He took the money from the fund."),
        (
            "The council rejected the plan for a new bridge.",
            "The council approved the plan for a new bridge.",
        ),
        ("The man was unarmed when he was shot.", "The man was armed when he was shot."),
        (
            "Everyone survived the sinking of the ferry.",
            "All aboard died in the sinking of the ferry.",
        ),
        ("The bridge wasn’t closed after the storm.", "The bridge was closed after the storm."),
        ("No shots were fired in the square.", "Shots were fired in the square."),
        ("The minister did not meet the strikers.", "The minister met the strikers."),
        ("The match went ahead in heavy rain.", "The match was called off in heavy rain."),
        ("Voss failed to pay the fine.", "Voss paid the fine."),
        ("There were no survivors of the crash.", "Two survivors of the crash were found."),
    ],
)
def test_what_cannot_both_be_true_is_opposed(one: str, other: str) -> None:
    assert between(one, other) is not None
    assert between(other, one) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "No serious injuries were reported in the crash.",
            "Three people suffered slight injuries in the crash.",
        ),
        ("There is no doubt that two people were killed.", "Two people were killed."),
        ("Not only two people were killed in the flood.", "Two people were killed in the flood."),
        (
            "No fewer than two people were killed in the flood.",
            "Two people were killed in the flood.",
        ),
        (
            "No one was killed in the flood on Monday.",
            "Two people were killed in the crash on Tuesday.",
        ),
        ("One man died but no one else was injured.", "The others escaped unharmed."),
        ("No other people were killed in the flood.", "Two people were killed in the flood."),
        (
            "The mayor was urged to resign over the report.",
            "The mayor refused to resign over the report.",
        ),
        ("It was feared that people had been killed.", "No one was killed."),
        ("Smith did not resign.", "Jones resigned."),
        ("The issue was not whether Corran Mills paid.", "The case is against Corran Mills."),
        ("The arbiter is in Sandhaven.", "No arbiter in Dorn had a say over Sandhaven."),
        ("They were without power in Hask.", "The power cooperative in Hask spoke."),
        ("There was never “an order to skip it”.", "An order to skip it was never given."),
        ("The firm used its own data, not that of the board.", "The firm used data of the board."),
        ("No one was killed.", "No one was killed in the flood."),
        ("No passengers were hurt.", "Two crew members were hurt."),
        (
            "The inspectors closed the eastern pier of the viaduct, not the western one.",
            "The inspectors closed the eastern pier of the viaduct.",
        ),
        (
            "The inspectors never said why they closed the eastern pier.",
            "The inspectors closed the eastern pier.",
        ),
        (
            "Nobody was hurt when a lorry met the closed barrier.",
            "The inspectors closed the barrier.",
        ),
        (
            "The school stayed open for families.",
            "Two gates of the dam were closed after the storm.",
        ),
        ("Not all passengers survived the crash.", "Five passengers survived the crash."),
        ("The girl was not seriously hurt in the fall.", "The girl was slightly hurt in the fall."),
        ("The man did not survive the crash.", "The man died in the crash."),
        ("He never failed to pay the fine.", "He paid the fine."),
        (
            "Two people were killed, but no one was hurt on the ferry.",
            "Two people were killed on the ferry.",
        ),
        ("It was not clear whether the mayor had resigned.", "The mayor had resigned."),
        ("The mayor did not say whether he would resign.", "The mayor would not resign."),
        ("Rain fell on the valley on Monday.", "The river rose on Monday in the valley."),
        ("He was not killed by the fall but by the cold.", "He was killed by the cold."),
        ("No one knows who opened the gate.", "The engineer opened the gate."),
    ],
)
def test_what_can_both_be_true_is_not(one: str, other: str) -> None:
    assert between(one, other) is None
    assert between(other, one) is None


def test_the_spans_hold_the_words_that_exclude_each_other() -> None:
    before = "Crews worked on. "
    no, yes = "No one was killed in the flood.", "Two people were killed in the flood."
    text = before + no
    found = opposite_polarity(text, Span(len(before), len(text)), yes, Span(0, len(yes)))
    assert found is not None
    assert found.a.of(text) == "No one was killed"
    assert found.b.of(yes) == "killed"
    assert found.kind is OppositionKind.DENIED
    assert found.shared == {"flood"}


def test_a_denial_by_somebody_is_disputed_and_a_state_excluded() -> None:
    found = between("He denied taking the money.", "He took the money.")
    assert found is not None
    assert found.kind is OppositionKind.DISPUTED
    found = between("The man was found alive.", "The man was found dead.")
    assert found is not None
    assert found.kind is OppositionKind.EXCLUDED


@pytest.mark.parametrize("denial", ["The board has not yet met.", "The board no longer met."])
def test_what_holds_for_its_hour_is_marked_so(denial: str) -> None:
    found = between(denial, "The board met.")
    assert found is not None
    assert found.so_far


def test_an_act_that_is_known_to_be_one_needs_no_words_in_common() -> None:
    one, other = (
        "No one was hurt in the blaze at the mill.",
        "Three were hurt as fire swept a loft.",
    )
    assert between(one, other) is None
    assert between(one, other, one_act=True) is not None


@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
)
def test_opposition_is_symmetric_and_its_spans_lie_inside(a: str, b: str) -> None:
    found, turned = between(a, b), between(b, a)
    assert (found is None) == (turned is None)
    if found is not None and turned is not None:
        assert found.shared == turned.shared
        assert 0 <= found.a.start < found.a.end <= len(a)
        assert 0 <= found.b.start < found.b.end <= len(b)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_no_statement_is_opposed_to_itself(text: str) -> None:
    assert between(text, text) is None


def test_a_very_long_statement_is_read_in_linear_time() -> None:
    long = "no one was killed and the gate was open or closed " * 500
    start = time.process_time()
    between(long, long + "x")
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There is nothing you can do, folks, about the port.",
         "There is nothing you can do folks about the port."),
        ("She does not have a port licence or has not shown it.",
         "Let us say there is no port licence."),
        ("Roe ruled out running for the harbour board.",
         "Roe considered making a run for the harbour board before opting against it."),
        ("The new rule troubles crews of the 37 ports that do not recognize their papers.",
         "The ministry will recognize the papers of all crews in every one of the ports."),
        ("The crews' union has endorsed Bo Lund for the harbour board.",
         "The harbour board campaign of the mayor has endorsed none of this."),
        ("The vote in two harbour wards remained too close to call.",
         "Fifty captains of the harbour wards signed an open letter on the vote."),
        ("The council did not think the port would open on Monday.",
         "No port would open on Monday, the council thought."),
    ],
)  # fmt: skip
def test_what_is_not_affirmed_of_the_same_is_no_opposite(one: str, other: str) -> None:
    assert opposite_polarity(one, Span(0, len(one)), other, Span(0, len(other))) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The port of Dunmere was open on Monday.", "The port of Dunmere was closed on Monday."),
        ("The papers were false, the court found.", "The papers were true, the court found."),
        ("The council did not close the port.", "The council closed the port."),
    ],
)
def test_what_is_said_of_the_same_stays_one(one: str, other: str) -> None:
    assert opposite_polarity(one, Span(0, len(one)), other, Span(0, len(other))) is not None
