"""Pairs of sentences as links: the score, the reasons, and which of the two says more."""

from __future__ import annotations

from compare.align.scores import Scores
from compare.align.story import Story
from compare.model.facts import Link, Place, Relation
from compare.model.letters import index

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
