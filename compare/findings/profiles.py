"""An article in plain counts, each with what exactly is counted; none of them is a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from compare.english.word_lists import word_list
from compare.findings.source_kinds import kind_of
from compare.model.articles import Article, Part, Sentence
from compare.model.facts import Fact
from compare.model.findings import CitationKind
from compare.model.letters import index
from compare.model.spans import Span
from compare.model.words import Measure, Profile
from compare.text.fold import folded_text
from compare.text.readability import reading_ease, syllables
from compare.text.words import words

_STORY = "the story: the text without headline, captions, bylines, datelines and the like"


def profiles(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Profile, ...]:
    """The counts of each article, articles in the order of the input."""
    by_letter = sorted(articles, key=lambda article: index(article.letter))
    return tuple(_profile(article, facts) for article in by_letter)


def _profile(article: Article, facts: Sequence[Fact]) -> Profile:
    story = [s for s in article.sentences if s.in_story and s.part is not Part.HEADLINE]
    said = _words(article, story)
    return Profile(
        article=article.letter,
        measures=(
            Measure(
                name="words",
                value=float(len(said)),
                unit="words",
                definition=f"Words of {_STORY}.",
                count=len(said),
            ),
            Measure(
                name="sentences",
                value=float(len(story)),
                unit="sentences",
                definition=f"Sentences of {_STORY}.",
                count=len(story),
            ),
            _quoted(article, said),
            _unnamed(article, story),
            _alone(article, facts),
            _ease(article, said, len(story)),
            _adverbs(article, said),
        ),
    )


def _words(article: Article, story: Sequence[Sentence]) -> list[Span]:
    """The words of the story that stand in no aside."""
    text = article.document.text
    asides = [aside.span for aside in article.asides]
    return [
        word
        for sentence in story
        for word in words(text, sentence.span)
        if not any(aside.overlaps(word) for aside in asides)
    ]


def _share(name: str, count: int, of: int, definition: str) -> Measure:
    value = round(100 * count / of, 1) if of else 0.0
    return Measure(name=name, value=value, unit="%", definition=definition, count=count, of=of)


def _quoted(article: Article, said: Sequence[Span]) -> Measure:
    marked = sorted(span for quote in article.quotes for span in quote.marked)
    inside = sum(1 for word in said if any(span.contains(word) for span in marked))
    return _share(
        "quoted words",
        inside,
        len(said),
        "Words inside quotation marks that are given to a speaker, as a share of all words.",
    )


def _unnamed(article: Article, story: Sequence[Sentence]) -> Measure:
    """Sentences in which a source is described but not named."""
    places = [
        quote.speaker_span
        for quote in article.quotes
        if quote.speaker
        and quote.speaker_span
        and kind_of(quote.speaker, article.words_of(quote.speaker_span)) is CitationKind.ANONYMOUS
    ]
    count = sum(1 for s in story if any(s.span.contains(place) for place in places))
    return _share(
        "unnamed sources",
        count,
        len(story),
        "Sentences that give something as the words of a source without a name, such as "
        "“officials” or “two people familiar with the matter”, as a share of all sentences.",
    )


def _alone(article: Article, facts: Sequence[Fact]) -> Measure:
    mine = [f for f in facts if article.letter in f.articles]
    alone = sum(1 for f in mine if not f.shared)
    return _share(
        "facts only here",
        alone,
        len(mine),
        "Facts of the article that were not found in any other article compared, as a share of "
        "its facts. It depends on which articles are compared.",
    )


def _ease(article: Article, said: Sequence[Span], sentences: int) -> Measure:
    text = article.document.text
    ease = reading_ease(len(said), sentences, sum(syllables(w.of(text)) for w in said))
    return Measure(
        name="reading ease",
        value=0.0 if ease is None else ease,
        unit="points",
        definition="Flesch Reading Ease: 206.835 − 1.015 × words per sentence − 84.6 × syllables "
        "per word. Higher is easier; syllables are counted by rule.",
    )


def _adverbs(article: Article, said: Sequence[Span]) -> Measure:
    text = article.document.text
    plain = word_list("ly-words")
    count = sum(1 for w in said if _is_adverb(w.of(text), plain))
    value = round(100 * count / len(said), 1) if said else 0.0
    return Measure(
        name="adverbs in -ly",
        value=value,
        unit="per 100 words",
        definition="Words in -ly in lower case that are no nouns, adjectives or verbs of a list, "
        "for each 100 words. Other adverbs, and adjectives, cannot be counted without a grammar "
        "model and are not.",
        count=count,
        of=len(said),
    )


def _is_adverb(word: str, plain: frozenset[str]) -> bool:
    low = folded_text(word)
    return len(low) > 4 and low.endswith("ly") and word[0].islower() and low not in plain
