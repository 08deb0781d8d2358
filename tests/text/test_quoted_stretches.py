"""Quotation marks are paired by kind and context; each case is one that breaks counting."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.text.paragraphs import paragraphs
from compare.text.quoted_stretches import QuotedStretch, quoted_stretches


def found(text: str) -> tuple[QuotedStretch, ...]:
    return quoted_stretches(text, paragraphs(text))


def inner(text: str, depth: int = 0) -> list[str]:
    return [m.inner.of(text) for m in found(text) if m.depth == depth]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We leave at dawn," Ortega said.', ["We leave at dawn,"]),
        ("“It held,” said the engineer.", ["It held,"]),
        ("''It held,'' said the engineer.", ["It held,"]),
        ("``It held,'' said the engineer.", ["It held,"]),
        ("‘‘It held,’’ said the engineer.", ["It held,"]),
        ("«It held», said the engineer.", ["It held"]),
        ("„It held“, said the engineer.", ["It held"]),
        ("“It held,“ said the engineer. “Just.“", ["It held,", "Just."]),
        ("She said:\u00a0“It held.”\u00a0Nobody spoke.", ["It held."]),
        ('" It held, " he said. "Just."', [" It held, ", "Just."]),
        ("'It's the miners' choice,' she said.", ["It's the miners' choice,"]),
        ("‘It’s the miners’ choice,’ she said.", ["It’s the miners’ choice,"]),
        ('The 6\'2" guard said "no comment."', ["no comment."]),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
        ("Rock 'n' roll in the '90s was not 'quiet'.", ["quiet"]),
        ("The farmers' market and the dogs' home", []),
        ("“[The] dam—“it” said—held.”", ["[The] dam—“it” said—held."]),
    ],
)
def test_marks_of_every_kind_are_paired(text: str, words: list[str]) -> None:
    assert inner(text) == words


def test_nested_marks_keep_their_depth() -> None:
    text = "\"He told me 'never again' and left,\" Rao said."
    assert inner(text) == ["He told me 'never again' and left,"]
    assert inner(text, depth=1) == ["never again"]


def test_curly_marks_may_nest_in_their_own_kind() -> None:
    text = "“Then he said “go” and left,” Rao said."
    assert inner(text) == ["Then he said “go” and left,"]
    assert inner(text, depth=1) == ["go"]


def test_three_straight_marks_close_a_single_and_a_double() -> None:
    text = "''They call it 'home,''' she said."
    assert inner(text) == ["They call it 'home,'"]
    assert inner(text, depth=1) == ["home,"]


def test_a_lost_closing_mark_ends_before_the_words_that_tell_who_spoke() -> None:
    text = '"The bridge is safe, the mayor said.'
    (only,) = found(text)
    assert only.inner.of(text) == "The bridge is safe,"
    assert only.opened
    assert not only.closed


def test_a_lost_opening_mark_begins_with_the_paragraph() -> None:
    text = 'He left.\n\nThe bridge is safe," the mayor said.'
    (only,) = found(text)
    assert only.inner.of(text) == "The bridge is safe,"
    assert not only.opened
    assert only.closed


def test_a_mark_at_the_head_of_the_next_paragraph_continues_the_quotation() -> None:
    text = '"Prices rose.\n\n"They will rise again," Lund said.'
    first, second = found(text)
    assert first.runs_on
    assert second.continues
    assert [first.inner.of(text), second.inner.of(text)] == [
        "Prices rose.",
        "They will rise again,",
    ]


def test_a_quotation_over_paragraphs_without_marks_at_their_heads_is_followed_to_its_end() -> None:
    text = "She wrote: “We tried.\n\nWe failed.\n\nWe will try again!”\n\nNobody answered."
    assert inner(text) == ["We tried.", "We failed.", "We will try again!"]
    assert [m.continues for m in found(text)] == [False, True, True]


def test_a_new_opening_mark_ends_a_quotation_whose_closing_mark_was_lost() -> None:
    text = '"I saw it, Ito said. "It fell," Lund said.'
    assert inner(text) == ["I saw it,", "It fell,"]


MARKS = st.text(alphabet="“”„‟\"'‘’`«»‹›″ab .,!?\n\u00a0-—[]6I", max_size=60)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=80), MARKS))
def test_any_text_is_paired_without_an_error_and_with_exact_spans(text: str) -> None:
    for mark in found(text):
        assert mark.outer.contains(mark.inner)
        assert mark.outer.end <= len(text)
        assert mark.inner.of(text).strip()


@settings(deadline=None)
@given(MARKS)
def test_top_level_pairs_do_not_overlap(text: str) -> None:
    spans = [m.outer for m in found(text) if m.depth == 0 and not m.single]
    for one, other in pairwise(spans):
        assert one.end <= other.start
