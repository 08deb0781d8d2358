"""The sentences and statements of a story: all there, in order, each in one row."""

from __future__ import annotations

from hypothesis import given, settings

from compare.align.story import is_apart, recut, story_of
from compare.model.spans import Span
from tests.align.small import article, articles, stories

TWO = "The old bridge fell on Monday, and divers will search the river in the spring."


@given(stories())
@settings(deadline=None, max_examples=40)
def test_statements_come_in_order_and_tile_the_sentences_of_the_story(told: list[str]) -> None:
    known = articles(*told)
    story = story_of(known)
    ids = [s.id for article in known for s in article.sentences if s.in_story]
    assert len(story.sentences) == len(ids)
    assert (story.first[0], story.first[-1]) == (0, len(story.statements))
    for sentence, name in enumerate(ids):
        numbers = story.statements_of(sentence)
        assert len(numbers) > 0
        assert {story.statements[n].sentence for n in numbers} == {sentence}
        whole = story.sentence_of(numbers[0])
        assert whole.id == name
        text = known[story.document(numbers[0])].document.text
        at = whole.span.start
        for number in numbers:
            span = story.statements[number].span
            assert not text[at : span.start].strip()
            assert story.words_of(number) == span.of(text)
            at = span.end
        assert not text[at : whole.span.end].strip()


@given(stories())
@settings(deadline=None, max_examples=30)
def test_a_statement_stands_where_its_sentence_stands(told: list[str]) -> None:
    story = story_of(articles(*told))
    for number, statement in enumerate(story.statements):
        whole = story.sentences[statement.sentence]
        view = statement.view
        assert (view.document, view.index, view.at) == (whole.document, whole.index, whole.at)
        assert story.document(number) == whole.document


def test_a_sentence_of_two_statements_has_two_rows() -> None:
    story = story_of(articles(TWO, "Rain fell."))
    assert story.first == (0, 2, 3)
    assert [story.words_of(n) for n in range(3)] == [
        "The old bridge fell on Monday,",
        "and divers will search the river in the spring.",
        "Rain fell.",
    ]


def test_a_statement_can_be_cut_once_more_and_the_others_stay() -> None:
    story = story_of(articles(TWO, "Rain fell."))
    whole = story.statements[0].span
    pieces = (Span(whole.start, whole.start + 14), Span(whole.start + 15, whole.end))
    again = recut(story, {0: pieces})
    assert tuple(one.span for one in again.statements[:2]) == pieces
    assert again.statements[2:] == story.statements[1:]
    assert again.first == (0, 3, 4)
    assert again.rarity == story.rarity


def test_a_headline_that_stands_apart_is_a_document_of_its_own_without_names() -> None:
    known = [article(TWO, "A"), article(TWO, "B", "Old Bridge Falls in Dunmere")]
    story = story_of(known)
    assert list(story.headlines) == [1]
    assert story.headlines[1].document not in range(2)
    assert story.headlines[1].content >= {"bridg", "dunmer"}
    assert story.headlines[1].names == frozenset()


def test_a_headline_of_the_text_or_an_empty_one_does_not_stand_apart() -> None:
    assert not is_apart(article(TWO, "A"))
    assert not is_apart(article(TWO, "A", "  "))
    assert not is_apart(article(f"Old bridge falls\n\n{TWO}", "A", "Old bridge falls"))
    assert is_apart(article(TWO, "A", "Old bridge falls"))


def test_a_story_of_no_articles_is_empty() -> None:
    story = story_of([])
    assert (story.sentences, story.statements, story.first) == ((), (), (0,))
