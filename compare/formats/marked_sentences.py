"""Which sentences stand as evidence, so that an excerpt may show them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from compare.formats.grid import said_by
from compare.formats.word_counts import story_words, words_in
from compare.model.articles import Article, Part
from compare.model.comparison import Comparison
from compare.model.findings import Evidence
from compare.model.spans import Span

# An excerpt quotes at most so much of the words of a story; differences are shown in any case.
_MOST = 2 / 3
# Of what one outlet alone states, so many facts are shown, the weightiest.
_ALONE = 3


def marked_sentences(comparison: Comparison) -> frozenset[str]:
    """The ids of the sentences that an excerpt shows.

    Those in which figures, quotations, words or the substance differ are always among them, and so
    is a headline that only the text itself has, as every other headline is shown. Then come the
    statements of facts of two or more outlets, the most widely stated first, and the weightiest
    facts of one outlet, until two thirds of the words of an article are reached.
    """
    index = {article.letter: _Index(article) for article in comparison.articles}
    for letter, span in (*_headlines(comparison), *_differences(comparison)):
        index[letter].take(span)
    for letter, span in (*_shared(comparison), *_alone(comparison)):
        index[letter].take_if_room(span)
    return frozenset(sentence for one in index.values() for sentence in one.taken)


class _Index:
    """The sentences of one article, and those taken from it so far."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts = [sentence.span.start for sentence in article.sentences]
        self._ends = [sentence.span.end for sentence in article.sentences]
        self._room = _MOST * story_words(article)
        self.taken: set[str] = set()

    def take(self, span: Span) -> None:
        """Take every sentence that the span touches."""
        first = bisect_right(self._ends, span.start)
        for sentence in self._article.sentences[first : bisect_left(self._starts, span.end)]:
            if sentence.id not in self.taken:
                self.taken.add(sentence.id)
                self._room -= words_in(self._article, (sentence.span,))

    def take_if_room(self, span: Span) -> None:
        """The same, as long as the share of the article allows it."""
        if words_in(self._article, (span,)) <= self._room:
            self.take(span)


def _headlines(comparison: Comparison) -> Iterator[tuple[str, Span]]:
    for article in comparison.articles:
        if not article.document.headline:
            tops = (s for s in article.sentences if s.part is Part.HEADLINE)
            yield from ((article.letter, sentence.span) for sentence in tops)


def _differences(comparison: Comparison) -> Iterator[tuple[str, Span]]:
    for group in comparison.figures:
        yield from ((reading.article, reading.span) for reading in group.readings)
    yield from _quotations(comparison)
    yield from ((evidence.article, evidence.span) for evidence in _evidence(comparison))


def _quotations(comparison: Comparison) -> Iterator[tuple[str, Span]]:
    for group in comparison.quote_groups:
        for member in group.members:
            parts = comparison.quote(member.quote).parts
            yield from ((member.article, part) for part in parts)


def _evidence(comparison: Comparison) -> Iterator[Evidence]:
    """The words of every finding on substance and wording."""
    for conflict in comparison.conflicts:
        yield from conflict.evidence
    for contrast in comparison.contrasts:
        yield from (evidence for variant in contrast.variants for evidence in variant.evidence)
    for agency in comparison.agency:
        yield from (telling.clause for telling in agency.tellings)
    for certainty in comparison.certainty:
        yield from (*(guarded.statement for guarded in certainty.guarded), *certainty.plain)
    for headline in comparison.headlines:
        yield from headline.evidence
    for words in comparison.headline_words:
        yield from (guarded.statement for guarded in words.guarded)


def _shared(comparison: Comparison) -> Iterator[tuple[str, Span]]:
    """The sentences of facts of two or more outlets, the most widely stated facts first."""
    carried = ((len(said_by(comparison, fact)), fact) for fact in comparison.facts)
    for number, fact in sorted(carried, key=lambda pair: (-pair[0], pair[1].id)):
        if number > 1:
            yield from _sentences(comparison, (mention.sentence for mention in fact.mentions))


def _alone(comparison: Comparison) -> Iterator[tuple[str, Span]]:
    for digest in comparison.digests:
        for fact in digest.only_here[:_ALONE]:
            mentions = comparison.fact(fact).mentions
            yield from _sentences(comparison, (mention.sentence for mention in mentions))


def _sentences(comparison: Comparison, ids: Iterable[str]) -> Iterator[tuple[str, Span]]:
    for sentence in dict.fromkeys(ids):
        yield sentence.partition(".")[0], comparison.sentence(sentence).span
