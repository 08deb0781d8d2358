from __future__ import annotations

import pytest

from compare.findings.grammatical_voice import Act, acts_of
from compare.model.words import Voice
from tests.findings.ground import ground


def told(sentence: str) -> list[tuple[str, Voice, str | None]]:
    own = next(iter(ground(A=sentence, B=sentence).own.values()))
    return [(act.lemma, act.voice, actor(own.words, act)) for act in acts_of(sentence, own)]


def actor(words: tuple[str, ...], act: Act) -> str | None:
    return " ".join(words[act.actor[0] : act.actor[1] + 1]) if act.actor else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Police shot a man on Monday.", ("shoot", Voice.ACTIVE, "police")),
        ("Two officers have arrested the men.", ("arrest", Voice.ACTIVE, "two officers")),
        ("A man was shot by police.", ("shoot", Voice.PASSIVE, "police")),
        ("A man was shot on Monday.", ("shoot", Voice.AGENTLESS, None)),
        ("The men had been quickly detained.", ("arrest", Voice.AGENTLESS, None)),
        ("The killing of a clerk shook Orlin.", ("kill", Voice.NOMINAL, None)),
        ("The shooting on Quay Street lasted an hour.", ("shoot", Voice.NOMINAL, None)),
        ("Police made three arrests.", ("arrest", Voice.NOMINAL, "police")),
        ("There were three arrests in Orlin.", ("arrest", Voice.NOMINAL, None)),
    ],
)
def test_the_voice_and_the_actor_of_an_act(
    sentence: str, expected: tuple[str, Voice, str | None]
) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The migrants were moved by bus.",
        "The camp was cleared by noon.",
        "The men were arrested by accident.",
    ],
)
def test_by_a_means_or_a_time_names_no_actor(sentence: str) -> None:
    assert [voice for _, voice, _ in told(sentence)] == [Voice.AGENTLESS]


@pytest.mark.parametrize(
    "sentence",
    [
        "The couple found dead on Monday ran a shop.",
        "A damaged roof let in the rain.",
        "The fire that followed had infected nobody.",
        "They want to release it.",
    ],
)
def test_what_the_grammar_does_not_show_clearly_is_left_out(sentence: str) -> None:
    assert told(sentence) == []
