"""The sentences of an article that tell something, and the facts that they state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.model.articles import Article, Part, Sentence
from compare.model.facts import Fact
from compare.text.hedges import hedges

_BEHIND_A_MARK = "”\"’' \n"


def told_sentences(article: Article, *, hedged: bool = True) -> Iterator[tuple[Sentence, str]]:
    """Yield the sentences of the story with their words, without headline and questions.

    Unless `hedged`, those that hold what they tell at arm's length are left out as well.

    >>> from compare.annotation.article import annotate
    >>> from compare.sources.document import document
    >>> text = "The bridge fell. Who built it? It may have been rotten."
    >>> told = told_sentences(annotate(document(text, outlet="Quay Gazette")), hedged=False)
    >>> [words for _, words in told]
    ['The bridge fell.']
    """
    text = article.document.text
    for sentence in article.sentences:
        if not sentence.in_story or sentence.part is Part.HEADLINE:
            continue
        words = sentence.span.of(text)
        if words.rstrip(_BEHIND_A_MARK).endswith("?"):
            continue
        if hedged or not hedges(text, sentence.span):
            yield sentence, words


def facts_by_sentence(facts: Sequence[Fact]) -> dict[str, set[str]]:
    """Return the ids of the facts that each sentence states, by its id."""
    stated: dict[str, set[str]] = {}
    for fact in facts:
        for mention in fact.mentions:
            stated.setdefault(mention.sentence, set()).add(fact.id)
    return stated
