from __future__ import annotations

from hypothesis import given, settings

from compare.align.fact_core import fact_core
from compare.align.mentions import mentions, mode_of, runs_of
from compare.align.story import story_of
from compare.model.facts import Extent, Mode
from compare.model.spans import Span
from compare.model.verification import Outcome, Rule, Verdict
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
def test_there_is_a_mention_of_each_run_of_statements_and_it_lies_in_them(told: list[str]) -> None:
    story = story_of(articles(*told))
    everything = tuple(range(len(story.statements)))
    for group in (everything, everything[::2], *((n,) for n in everything)):
        found = mentions(story, group, fact_core(story, group), {})
        for mention, run in zip(found, runs_of(story, group), strict=True):
            whole = story.articles[story.document(run[0])]
            assert mention.sentence == story.sentence_of(run[0]).id
            assert mention.article == whole.letter
            first, last = story.statements[run[0]].span, story.statements[run[-1]].span
            assert Span(first.start, last.end).contains(mention.span)
            if mention.source is not None:
                assert whole.sentence(mention.sentence).span.contains(mention.source)
                assert not mention.source.overlaps(mention.span)


def test_neighbours_of_one_sentence_are_one_run_and_others_are_not() -> None:
    text = "Rain fell all night, roads closed at noon, and the old bridge fell. Nobody was hurt."
    story = story_of(articles(text))
    assert story.first == (0, 3, 4)
    assert runs_of(story, (0, 1, 3)) == [[0, 1], [3]]
    assert runs_of(story, (0, 2, 3)) == [[0], [2], [3]]


def test_a_mention_tells_who_is_named_as_its_source() -> None:
    one = "The bridge over the Tallow fell on Monday, police said."
    story = story_of(articles(one, "On Monday the bridge over the Tallow fell."))
    first, second = mentions(story, (0, 1), fact_core(story, (0, 1)), {})
    assert first.span.of(one) == "The bridge over the Tallow fell on Monday"
    assert first.source is not None
    assert first.source.of(one).strip(" ,.") == "police said"
    assert first.mode is Mode.ATTRIBUTED
    assert second.source is None


def test_a_sentence_alone_states_its_fact_in_full() -> None:
    story = story_of(articles("The bridge fell on Monday.", "It was so."))
    for number in range(2):
        (mention,) = mentions(story, (number,), fact_core(story, (number,)), {})
        assert mention.extent is Extent.FULL


def test_a_verdict_tells_how_fully_a_statement_states_its_fact() -> None:
    full = "The old bridge over the Tallow fell into the harbour on Monday night."
    story = story_of(articles(full, full, "There was no bridge in the plain before."))
    group = (0, 1, 2)
    kept = Verdict(outcome=Outcome.KEPT, rules=(Rule.FITS_ANOTHER, Rule.LABEL_STATED))
    weak = Verdict(outcome=Outcome.WEAKENED, rules=(Rule.CORE_CARRIED,))
    found = mentions(story, group, fact_core(story, group), {0: kept, 1: kept, 2: weak})
    assert [mention.extent for mention in found] == [Extent.FULL, Extent.FULL, Extent.PARTIAL]
    assert [mention.verified_by for mention in found] == [kept.rules, kept.rules, weak.rules]
