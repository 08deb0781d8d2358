"""Which facts a headline states that stands apart from the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.align.core import core, weight_of
from compare.align.facts import Grouped
from compare.align.story import Story
from compare.model.articles import Article, Part
from compare.model.facts import HeadlineMention
from compare.model.letters import index
from compare.model.spans import Span
from compare.signals.pairs import pair
from compare.signals.rarity import Weighed, weigh
from compare.signals.scale import local_values, scale
from compare.signals.views import view_of

# Mean likeness to the sentences of a fact that a headline needs to be taken for a statement of it,
# and the share of the words which carry the fact that it must have.
_FLOOR = 0.6
_CARRIED = 0.4


def with_headlines(story: Story, grouped: Sequence[Grouped]) -> tuple[Grouped, ...]:
    """The facts, each with the headlines that state it.

    Only headlines outside the text are looked at; one that is a sentence of the text is a mention
    like any other. A headline must state the fact as its own article or another one does.
    """
    apart = [article for article in story.articles if is_apart(article)]
    titles = [
        (article, weigh(view_of(article.document.headline or ""), story.rarity))
        for article in apart
    ]
    return tuple(_with(story, each, titles) for each in grouped)


def is_apart(article: Article) -> bool:
    """True for an article whose headline is known but is not a sentence of its text."""
    known = article.document.headline is not None and article.document.headline.strip() != ""
    return known and all(s.part is not Part.HEADLINE for s in article.sentences)


def _with(story: Story, each: Grouped, titles: Sequence[tuple[Article, Weighed]]) -> Grouped:
    found = []
    of = core(story, each.group)
    needed = _CARRIED * sum(of.values())
    for article, title in titles:
        score = _likeness(story, each, title)
        if score >= _FLOOR and weight_of(title.view.content, of) >= needed:
            span = _whole(article.document.headline or "")
            found.append(HeadlineMention(article=article.letter, span=span, score=round(score, 4)))
    found.sort(key=lambda mention: index(mention.article))
    return Grouped(replace(each.fact, headlines=tuple(found)), each.group)


def _likeness(story: Story, each: Grouped, title: Weighed) -> float:
    """The mean of the two best scores of the headline with sentences of the fact."""
    shares = [n for n in each.group if story.sentences[n].view.content & title.view.content]
    scores = sorted(
        (
            scale("local").score(local_values(pair(title, story.sentences[n], story.rarity)))
            for n in shares
        ),
        reverse=True,
    )[:2]
    return sum(scores) / len(scores) if scores else 0.0


def _whole(headline: str) -> Span:
    start = len(headline) - len(headline.lstrip())
    return Span(start, start + len(headline.strip()))
