from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.reader.numbering import sentences_of, stretches_of
from tests.reader.stories import BEACH, PIER, SHORE, finest

STORY = finest(PIER, SHORE, BEACH)


def test_the_finest_statements_leave_nothing_but_white_space_between_them() -> None:
    for sentence, view in enumerate(STORY.sentences):
        article = STORY.articles[view.document]
        whole = article.sentences[view.index].span
        spans = [STORY.statements[n].span for n in STORY.statements_of(sentence)]
        assert "".join("".join(span.of(article.document.text).split()) for span in spans) == (
            "".join(whole.of(article.document.text).split())
        )


def test_a_clause_with_two_facts_has_a_number_for_each() -> None:
    words = [STORY.words_of(n) for n in range(len(STORY.statements))]
    assert "The harbour master closed the landing stage" in words
    assert "on Monday." in words


def test_no_name_is_cut() -> None:
    story = finest("The Bank of Upper Weir shut on Monday.", SHORE)
    assert any("Bank of Upper Weir" in story.words_of(n) for n in range(len(story.statements)))


@given(st.integers(1, 400))
@settings(max_examples=40, deadline=None)
def test_stretches_hold_every_statement_and_overlap(longest: int) -> None:
    for document, stretches in enumerate(stretches_of(STORY, longest)):
        held = {n for stretch in stretches for n in stretch.numbers}
        assert held == {n for n in range(len(STORY.statements)) if STORY.document(n) == document}
        for before, after in pairwise(stretches):
            assert after.numbers[0] > before.numbers[0]
            of_before = len(list(sentences_of(STORY, before)))
            assert of_before < 3 or set(before.numbers) & set(after.numbers)


def test_a_short_article_is_one_stretch() -> None:
    assert [len(stretches) for stretches in stretches_of(STORY, 6000)] == [1, 1, 1]
