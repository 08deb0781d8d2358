"""Pairs of sentences as links: the score, the reasons, and which of the two says more."""

from __future__ import annotations

import math
from dataclasses import replace

from compare.align.event import document_cosines
from compare.align.scores import Scores
from compare.align.story import Story
from compare.model.facts import Link, Place, Reason, Relation
from compare.model.letters import index
from compare.signals.views import View

# Documents of one event reach this cosine; fitted on pairs of look-alike events.
_ALIKE = 0.2
_LEAST = 0.02
_PULL = 4.0
# A contains B when B's words are nearly all in A, and A has a good deal more.
_CONTAINED = 0.7
_CONTAINER = 0.5


def link(scores: Scores, a: int, b: int) -> Link:
    """The link between two sentences, given by their numbers."""
    story = scores.story
    if place(story, a).document > place(story, b).document:
        a, b = b, a
    return Link(
        a=place(story, a),
        b=place(story, b),
        score=round(scores.of(a, b), 4),
        relation=relation(story, a, b),
        because=scores.reasons(min(a, b), max(a, b)),
    )


def place(story: Story, number: int) -> Place:
    """Where a sentence stands; its document is given as the index in the input."""
    view = story.sentences[number].view
    article = story.articles[view.document]
    sentence = article.sentences[view.index]
    return Place(
        document=index(article.letter),
        article=article.letter,
        sentence=sentence.id,
        span=sentence.span,
    )


def relation(story: Story, a: int, b: int) -> Relation:
    """Whether one statement holds all that the other says, and more."""
    one, other = story.sentences[a], story.sentences[b]
    shared = story.rarity.of(one.view.content & other.view.content)
    in_a = shared / one.weight if one.weight else 0.0
    in_b = shared / other.weight if other.weight else 0.0
    if in_b >= _CONTAINED and in_a < _CONTAINER:
        return Relation.A_CONTAINS_B
    if in_a >= _CONTAINED and in_b < _CONTAINER:
        return Relation.B_CONTAINS_A
    return Relation.SAME


def links_of(scores: Scores, floor: float) -> list[Link]:
    """All pairs as links, best first, for documents that need not be about one event.

    The log-odds of a pair are lowered by four times the logarithm of how far the cosine of its two
    documents falls short of `_ALIKE`; look-alike events are told apart by whole articles, not by
    single sentences. Links below `floor` are left out.
    """
    story = scores.story
    alike = document_cosines(_by_document(scores))
    found = []
    for (a, b), score in scores.score.items():
        cosine = alike[story.document(a), story.document(b)]
        points = min(0.0, _PULL * math.log((cosine + _LEAST) / _ALIKE))
        lowered = _shifted(score, points)
        if lowered >= floor:
            event = Reason(
                signal="same event",
                value=round(min(1.0, cosine / _ALIKE), 4),
                points=round(points, 4),
            )
            plain = link(scores, a, b)
            found.append(replace(plain, score=round(lowered, 6), because=(*plain.because, event)))
    return sorted(found, key=lambda x: (-x.score, x.a.document, x.b.document, x.a.span, x.b.span))


def _by_document(scores: Scores) -> list[list[View]]:
    found: list[list[View]] = [[] for _ in scores.story.articles]
    for sentence in scores.story.sentences:
        found[sentence.view.document].append(sentence.view)
    return found


def _shifted(score: float, points: float) -> float:
    """A probability with its log-odds moved by some points."""
    odds = score / max(1e-12, 1 - score) * math.exp(points)
    return odds / (1 + odds)
