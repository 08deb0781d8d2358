from __future__ import annotations

from hypothesis import given, settings

from compare.align.core import core
from compare.align.mentions import mentions, mode_of
from compare.align.story import story_of
from compare.model.facts import Extent, Mode
from compare.model.spans import Span
from tests.align.small import article, articles, stories


def mode(text: str, words: str | None = None) -> Mode:
    """The mode of some words of a text, or of its first sentence."""
    told = article(text, "A")
    if words is None:
        return mode_of(told, told.sentences[0].span)
    start = text.index(words)
    return mode_of(told, Span(start, start + len(words)))


def test_what_an_article_says_itself_is_asserted() -> None:
    assert mode("The bridge over the Tallow fell on Monday.") is Mode.ASSERTED


def test_words_in_marks_are_quoted() -> None:
    text = "“The bridge over the Tallow was never safe for heavy cars,” Ada Roe said."
    assert mode(text, "The bridge over the Tallow was never safe for heavy cars") is Mode.QUOTED
    assert mode(text) is Mode.QUOTED


def test_a_sentence_with_a_few_words_in_marks_is_not_quoted() -> None:
    assert mode("The bridge, which the mayor called “old”, fell on Monday.") is not Mode.QUOTED


def test_what_somebody_is_said_to_have_said_is_attributed() -> None:
    assert mode("Ada Roe said that the bridge over the Tallow fell on Monday.") is Mode.ATTRIBUTED


def test_what_is_doubted_is_hedged() -> None:
    assert mode("The bridge over the Tallow reportedly fell on Monday.") is Mode.HEDGED


@given(stories())
@settings(deadline=None, max_examples=40)
def test_the_span_of_a_mention_lies_in_its_sentence(told: list[str]) -> None:
    story = story_of(articles(*told))
    everything = tuple(range(len(story.sentences)))
    for group in (everything, *((n,) for n in everything)):
        found = mentions(story, group, core(story, group))
        assert len(found) == len(group)
        for mention, number in zip(found, group, strict=True):
            whole = story.articles[story.document(number)]
            sentence = whole.sentence(mention.sentence)
            assert sentence.span.contains(mention.span)
            assert mention.article == whole.letter
            assert whole.index_of(mention.sentence) == story.sentences[number].view.index


def test_a_sentence_alone_states_its_fact_in_full() -> None:
    story = story_of(articles("The bridge fell on Monday.", "It was so."))
    for number in range(2):
        (mention,) = mentions(story, (number,), core(story, (number,)))
        assert mention.extent is Extent.FULL


def test_a_sentence_with_little_of_the_fact_states_it_in_part() -> None:
    full = "The old bridge over the Tallow fell into the harbour on Monday night."
    story = story_of(articles(full, full, "There was no bridge in the plain before."))
    group = (0, 1, 2)
    extents = [mention.extent for mention in mentions(story, group, core(story, group))]
    assert extents == [Extent.FULL, Extent.FULL, Extent.PARTIAL]
