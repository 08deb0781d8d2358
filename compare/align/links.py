"""Pairs of statements as links: the score, the reasons, and which of the two says more."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace

from compare.align.event import document_cosines
from compare.align.groups import Group
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
# Each statement of a fact is linked to those it fits best, in so many other articles.
_MOST_ARTICLES = 3
# Reasons that moved the log-odds by less than this are not told with a link.
_WEIGHTY = 0.5


def link(scores: Scores, a: int, b: int, fuller: Collection[tuple[int, int]] = frozenset()) -> Link:
    """Return the link between two statements, given by their numbers, with its weighty reasons.

    Where their words leave open which of the two says more, `fuller` tells it: pairs of statements
    of which the first does.
    """
    story = scores.story
    reasons = scores.reasons(min(a, b), max(a, b), least=_WEIGHTY)
    if place_of(story, a).document > place_of(story, b).document:
        a, b = b, a
    return Link(
        a=place_of(story, a),
        b=place_of(story, b),
        score=round(scores.of(a, b), 4),
        relation=_relation(story, a, b, fuller),
        because=reasons,
    )


def _relation(story: Story, a: int, b: int, fuller: Collection[tuple[int, int]]) -> Relation:
    found = relation_of(story, a, b)
    if found is not Relation.SAME:
        return found
    if (a, b) in fuller:
        return Relation.A_CONTAINS_B
    return Relation.B_CONTAINS_A if (b, a) in fuller else found


def links_of_group(
    scores: Scores,
    group: Group,
    floor: float,
    fuller: Collection[tuple[int, int]] = frozenset(),
) -> tuple[Link, ...]:
    """Return the links that explain a group, in the order of the input; `fuller` as for `link`.

    Each statement is linked to the one that it fits best in each of the three articles that it fits
    best; links below `floor` are left out.
    """
    document = scores.story.document
    inside = set(group)
    wanted: set[tuple[int, int]] = set()
    for number in group:
        best: dict[int, tuple[float, int]] = {}
        for other, score in scores.partners.get(number, {}).items():
            home = document(other)
            if other in inside and home != document(number) and score >= floor:
                best[home] = max(best.get(home, (0.0, 0)), (score, -other))
        for _, other in sorted(best.values(), reverse=True)[:_MOST_ARTICLES]:
            wanted.add((min(number, -other), max(number, -other)))
    found = [link(scores, a, b, fuller) for a, b in sorted(wanted)]
    return tuple(sorted(found, key=lambda x: (x.a.document, x.b.document, x.a.span, x.b.span)))


def place_of(story: Story, number: int) -> Place:
    """Return where a statement stands; its document is given as the index in the input."""
    statement = story.statements[number]
    article = story.articles[statement.view.document]
    return Place(
        document=index(article.letter),
        article=article.letter,
        sentence=story.sentence_of(number).id,
        span=statement.span,
    )


def relation_of(story: Story, a: int, b: int) -> Relation:
    """Return whether one statement holds all that the other says, and more."""
    one, other = story.statements[a].view.content, story.statements[b].view.content
    rarity = story.rarity
    shared = rarity.of(one & other)
    in_a = shared / rarity.of(one) if one else 0.0
    in_b = shared / rarity.of(other) if other else 0.0
    if in_b >= _CONTAINED and in_a < _CONTAINER:
        return Relation.A_CONTAINS_B
    if in_a >= _CONTAINED and in_b < _CONTAINER:
        return Relation.B_CONTAINS_A
    return Relation.SAME


def links_of(scores: Scores, floor: float) -> list[Link]:
    """Return all pairs of sentences as links, best first, for documents not known to be one event.

    A pair of sentences is linked by the statements of theirs that fit best; its score is the
    probability that any two statements of theirs say the same (noisy or). The log-odds are lowered
    by four times the logarithm of how far the cosine of the two documents falls short of `_ALIKE`;
    look-alike events are told apart by whole articles, not by single sentences. Links below `floor`
    are left out.
    """
    story = scores.story
    alike = document_cosines(_by_document(scores))
    found = []
    for (a, b), score in _best_pairs(scores).items():
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
            found.append(
                replace(
                    plain,
                    a=_whole_sentence(story, plain.a),
                    b=_whole_sentence(story, plain.b),
                    score=round(lowered, 6),
                    because=(*plain.because, event),
                )
            )
    return sorted(found, key=lambda x: (-x.score, x.a.document, x.b.document, x.a.span, x.b.span))


def _whole_sentence(story: Story, end: Place) -> Place:
    article = next(each for each in story.articles if each.letter == end.article)
    return replace(end, span=article.sentence(end.sentence).span)


def _best_pairs(scores: Scores) -> dict[tuple[int, int], float]:
    """For each pair of sentences of different documents the best pair of statements.

    The score of each is that of all pairs of statements of the two sentences.
    """
    story = scores.story
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    doubt: dict[tuple[int, int], float] = {}
    for (a, b), score in scores.score.items():
        if story.document(a) != story.document(b):
            key = (story.statements[a].sentence, story.statements[b].sentence)
            best[key] = max(best.get(key, (0.0, 0, 0)), (score, -a, -b))
            doubt[key] = doubt.get(key, 1.0) * (1.0 - score)
    return {(-a, -b): 1.0 - doubt[key] for key, (_, a, b) in best.items()}


def _by_document(scores: Scores) -> list[list[View]]:
    found: list[list[View]] = [[] for _ in scores.story.articles]
    for view in scores.story.sentences:
        found[view.document].append(view)
    return found


def _shifted(score: float, points: float) -> float:
    """A probability with its log-odds moved by some points."""
    odds = score / max(1e-12, 1 - score) * math.exp(points)
    return odds / (1 + odds)
