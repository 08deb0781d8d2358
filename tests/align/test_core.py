from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.core import carriers, clauses, core, own_core, stating_part, weight_of
from compare.align.story import story_of
from compare.model.spans import Span
from tests.align.small import articles, sentences

ONE = "The bridge over the Tallow fell on Monday, and the mayor will visit a school in the spring."
OTHER = "On Monday the bridge over the Tallow fell, a spokesman said."


def test_the_core_is_what_two_articles_have_in_common() -> None:
    story = story_of(articles(ONE, OTHER))
    assert set(core(story, (0, 1))) == {"bridg", "tallow", "fell", "monday"}


def test_the_core_of_a_sentence_alone_is_all_of_it() -> None:
    story = story_of(articles(ONE, OTHER))
    assert set(core(story, (0,))) == story.sentences[0].view.content


def test_a_stem_weighs_as_many_articles_as_have_it() -> None:
    texts = ("The bridge fell.", "The old bridge fell.", "The bridge was old.")
    of = core(story_of(articles(*texts)), (0, 1, 2))
    assert of["fell"] > of["bridg"] > 0  # all three have the bridge: it says nothing here
    assert set(of) == {"bridg", "fell", "old"}


def test_a_repeated_stem_carries_its_weight_once() -> None:
    assert weight_of(["a", "a", "b"], {"a": 0.5, "c": 1.0}) == 0.5


def test_the_stating_part_leaves_out_what_the_fact_does_not_need() -> None:
    of = core(story_of(articles(ONE, OTHER)), (0, 1))
    part = stating_part(ONE, Span(0, len(ONE)), of)
    assert part.of(ONE) == "The bridge over the Tallow fell on Monday"


def test_the_stating_part_may_end_before_a_clause_that_no_mark_sets_off() -> None:
    text = "Two people are missing after fire swept the car deck of the ferry from Dunmere."
    of = {"two": 0.6, "peopl": 0.4, "miss": 1.0}
    assert stating_part(text, Span(0, len(text)), of).of(text) == "Two people are missing"


def test_what_other_facts_share_weighs_less_in_the_core_of_one() -> None:
    own = own_core({(0, 1): {"bridg": 1.0, "fell": 1.0}, (0, 2): {"bridg": 1.0}})
    assert own[0, 1]["bridg"] < own[0, 1]["fell"] == 1.0


def test_a_cut_that_spares_little_is_not_made() -> None:
    of = core(story_of(articles(ONE, OTHER)), (0, 1))
    assert stating_part("On Monday the bridge over the Tallow fell, he said.", Span(0, 51), of) == (
        Span(0, 51)
    )


def test_a_sentence_that_carries_nothing_of_the_fact_is_not_cut() -> None:
    text = "So it was, he said."
    assert stating_part(text, Span(0, len(text)), {}) == Span(0, len(text))
    assert stating_part(text, Span(0, len(text)), {"bridg": 1.0}) == Span(0, len(text))


@given(st.lists(sentences() | st.text(max_size=40), min_size=1, max_size=3), st.data())
@settings(deadline=None)
def test_clauses_and_the_stating_part_lie_in_the_sentence(
    told: list[str], data: st.DataObject
) -> None:
    text = ", and ".join(told) + "."
    start = data.draw(st.integers(0, len(text) - 1))
    sentence = Span(start, data.draw(st.integers(start + 1, len(text))))
    pieces = clauses(text, sentence)
    assert all(sentence.contains(piece) for piece in pieces)
    assert pieces == sorted(pieces)
    assert not any(a.overlaps(b) for a in pieces for b in pieces if a != b)
    of = {"bridg": 1.0, "mayor": 0.5, "fire": 0.7, "harbour": 0.7}
    assert sentence.contains(stating_part(text, sentence, of))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rain fell, and roads closed.", ["Rain fell", "roads closed."]),
        ("Ada Roe — the mayor — left.", ["Ada Roe", "the mayor", "left."]),
        ("The bridge (built in 1911) fell.", ["The bridge", "(built in 1911)", "fell."]),
        ("Some 1,200 left at 10:30.", ["Some 1,200 left at 10:30."]),
        ("And then it fell.", ["And then it fell."]),
    ],
)
def test_a_sentence_is_cut_at_marks_and_loses_its_joining_words(
    text: str, parts: list[str]
) -> None:
    assert [piece.of(text) for piece in clauses(text, Span(0, len(text)))] == parts


def test_carriers_tell_how_much_of_the_core_each_sentence_has() -> None:
    story = story_of(articles(ONE, OTHER, "The bridge fell."))
    share = carriers(story, (0, 1, 2), core(story, (0, 1, 2)))
    assert share[0] == share[1] == 1.0
    assert 0.0 < share[2] < 1.0
    assert carriers(story, (0,), {}) == {0: 1.0}
