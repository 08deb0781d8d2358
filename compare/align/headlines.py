"""Which facts a headline states that stands apart from the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.align.fact_core import fact_core, weight_of
from compare.align.facts import GroupedFact
from compare.align.scores import Scores
from compare.model.facts import HeadlineMention
from compare.model.letters import index
from compare.model.spans import Span

# Mean likeness to the statements of a fact that a headline needs to be taken for a statement of it,
# and the share of the words which carry the fact that it must have.
_FLOOR = 0.3
_CARRIED = 0.4
# So many of the statements that fit a headline best speak for the fact.
_BEST = 2


def with_headlines(scores: Scores, grouped: Sequence[GroupedFact]) -> tuple[GroupedFact, ...]:
    """Return the facts, each with the headlines that state it.

    Only headlines outside the text are looked at; one that is a sentence of the text is a mention
    like any other. A headline must state the fact as its own article or another one does.
    """
    return tuple(_with(scores, each) for each in grouped)


def _with(scores: Scores, each: GroupedFact) -> GroupedFact:
    story = scores.story
    of = fact_core(story, each.group)
    needed = _CARRIED * sum(of.values())
    found = []
    for document, fits in scores.headlines.items():
        best = sorted((fits[n] for n in each.group if n in fits), reverse=True)[:_BEST]
        score = sum(best) / len(best) if best else 0.0
        if score >= _FLOOR and weight_of(story.headlines[document].content, of) >= needed:
            article = story.articles[document]
            span = _whole(article.document.headline or "")
            found.append(HeadlineMention(article=article.letter, span=span, score=round(score, 4)))
    found.sort(key=lambda mention: index(mention.article))
    return replace(each, fact=replace(each.fact, headlines=tuple(found)))


def _whole(headline: str) -> Span:
    start = len(headline) - len(headline.lstrip())
    return Span(start, start + len(headline.strip()))
