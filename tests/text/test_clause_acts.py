from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.text.clause_acts import ClauseAct, are_one_act, clause_act

WORDS = (
    "the a Tessel mill fire burned began in on by March 1961 Tuesday , . ( and when was second "
    "council met will to open"
).split()


def act(sentence: str, words: str) -> ClauseAct:
    start = sentence.index(words)
    return clause_act(sentence, start, start + len(words))


def are_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return are_one_act(act(*one), act(*other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("The truce, if it comes, will begin on 1 June and last 90 days.", "1 June"),
            ("The 90-day truce will start on 11 June.", "11 June"),
        ),
        (
            ("The envoy, Dorit Hale, met rebel leaders in Karlow on Tuesday.", "Tuesday"),
            ("Rebel leaders had a meeting with Dorit Hale in Dorn on Wednesday.", "Wednesday"),
        ),
        (("Work will begin in January.", "January"), ("Work is to begin in March.", "March")),
        (
            ("The crane had been inspected in January.", "January"),
            ("The crane was last inspected in August.", "August"),
        ),
        (
            ("The mill has been open since 1987.", "1987"),
            ("The mill, which opened in 1978, employs two dozen people.", "1978"),
        ),
    ],
)
def test_one_act_is_known_in_other_words(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("The first meeting of the council was held on Monday.", "Monday"),
            ("The second meeting of the council was held on Tuesday.", "Tuesday"),
        ),
        (
            ("The opera house of Kelm was opened on Saturday.", "Saturday"),
            ("The old opera house of Kelm was opened in 1911.", "1911"),
        ),
        (
            ("The fire destroyed the mill on Monday.", "Monday"),
            ("The mill opened again on Friday.", "Friday"),
        ),
        (
            ("Ida Moss opened the bridge in Orle on Monday.", "Monday"),
            ("Rolf Aske opened a clinic in Leth on Friday.", "Friday"),
        ),
        (
            ("The council said on Monday that the dam leaked.", "Monday"),
            ("The council said on Friday that the dam leaked.", "Friday"),
        ),
    ],
)
def test_other_acts_are_not_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not are_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("A quake shook the town of Tarn at 3.14 on Monday.", "3.14"),
            ("An earthquake struck Tarn at 3.41 on Monday.", "3.41"),
        ),
        (
            ("The roof of the school at Tarn fell in at 2.05 on Monday.", "2.05"),
            ("The roof of the school at Tarn came down at 2.50 on Monday.", "2.50"),
        ),
    ],
)
def test_of_one_hour_fewer_words_are_enough(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert not are_one(one, other)
    assert are_one_act(act(*one), act(*other), one_hour=True)


def test_the_march_of_a_league_is_no_month() -> None:
    assert "march" in act("The march was organised by the Free Roads League.", "the Free").people


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.integers(0, 11))
def test_any_words_have_an_act_whose_verb_stands_among_them(words: list[str], at: int) -> None:
    sentence = " ".join(words)
    word = words[at % len(words)]
    start = len(" ".join(words[: at % len(words)])) + (at % len(words) > 0)
    found = clause_act(sentence, start, start + len(word))
    if found.verb is not None:
        assert found.verb.of(sentence) in words
    assert are_one_act(found, found) in (True, False)
