"""The grid facts x articles: how each article carries each fact, and the nearest miss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.align.facts import GroupedFact
from compare.align.links import place_of
from compare.align.scores import Scores
from compare.model.facts import Coverage, Extent, Fact, Mode, Nearest, State
from compare.model.letters import index

# A statement that fits the statements of a fact this well, on average, may state it after all; so
# may one that fits any statement of a fact that one article has alone.
_PERHAPS, _PERHAPS_ALONE = 0.1, 0.15
# A statement that fits so little has nothing of the fact; no one gains from looking it up.
_NEAR_AT_ALL = 0.03


def coverage(scores: Scores, grouped: Sequence[GroupedFact]) -> tuple[Coverage, ...]:
    """Return a cell for each fact and article, facts in their order, articles as in the input."""
    story = scores.story
    order = sorted(range(len(story.articles)), key=lambda k: index(story.articles[k].letter))
    return tuple(cell for each in grouped for cell in _row(scores, each, order))


def _row(scores: Scores, each: GroupedFact, order: Sequence[int]) -> Iterator[Coverage]:
    story, fact = scores.story, each.fact
    least = _PERHAPS if fact.shared else _PERHAPS_ALONE
    nearest = _nearest(scores, each)
    places: dict[int, list[float]] = {}
    for number in each.group:
        places.setdefault(story.document(number), []).append(story.statements[number].view.place)
    told = {one.article for held in (fact.mentions, fact.headlines) for one in held}
    for document in order:
        letter = story.articles[document].letter
        state = state_of(fact, letter) if letter in told else State.NOT_FOUND
        near = nearest.get(document)
        if state is State.NOT_FOUND and near and near.score >= least:
            state = State.PERHAPS
        yield Coverage(
            fact=fact.id,
            article=letter,
            state=state,
            first=round(min(places[document]), 4) if document in places else None,
            nearest=near if state in (State.NOT_FOUND, State.PERHAPS) else None,
        )


def state_of(fact: Fact, letter: str) -> State:
    """Return how an article carries a fact, by the fullest of its mentions."""
    here = [mention for mention in fact.mentions if mention.article == letter]
    plain = [mention for mention in here if mention.mode is not Mode.QUOTED]
    if plain:
        full = any(mention.extent is Extent.FULL for mention in plain)
        return State.STATED if full else State.PARTLY
    if here:
        return State.QUOTED
    if any(headline.article == letter for headline in fact.headlines):
        return State.HEADLINE
    return State.NOT_FOUND


def _nearest(scores: Scores, each: GroupedFact) -> dict[int, Nearest]:
    """For each article outside the group, the statement that comes closest to the fact.

    Its score is the mean over the statements of the fact, or the best one where the fact is of one
    article alone, whose statements need not say the same. An article of which no statement shares
    anything to speak of with the fact has none.
    """
    story = scores.story
    inside = {story.document(number) for number in each.group}
    found: dict[int, list[float]] = {}
    for member in each.group:
        for other, score in scores.partners.get(member, {}).items():
            if story.statements[other].view.document not in inside:
                found.setdefault(other, []).append(score)
    best: dict[int, tuple[float, int]] = {}
    shared = each.fact.shared
    for number, known in found.items():
        score = sum(known) / len(each.group) if shared else max(known)
        document = story.document(number)
        if (score, -number) > best.get(document, (0.0, 0)):
            best[document] = (score, -number)
    return {
        d: _as_nearest(scores, -n, score) for d, (score, n) in best.items() if score >= _NEAR_AT_ALL
    }


def _as_nearest(scores: Scores, number: int, score: float) -> Nearest:
    spot = place_of(scores.story, number)
    return Nearest(sentence=spot.sentence, span=spot.span, score=round(score, 4))
