"""One act in different grammar: who did it, said outright, in the passive, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.own_words import OwnWords
from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.grammatical_voice import Act, acts_of
from compare.findings.linked_sentences import LinkedPair, LinkedSentences
from compare.model.figures import Figure, FigureKind
from compare.model.letters import index
from compare.model.spans import Span
from compare.model.words import Agency, Telling

# Two sentences tell one act when they share this many words of meaning this near to it, or that
# part of the words of the one that has fewer.
_SHARED, _NEAR, _PART = 2, 8, 0.34


def agency(ground: LinkedSentences) -> tuple[Agency, ...]:
    """Acts that linked statements of two articles tell in different grammar, facts in their order.

    Each article is there once for an act, with the telling that is linked best.
    """
    known = {sid: acts_of(ground.text_of(own), own) for sid, own in ground.own.items()}
    found: dict[tuple[str, str], dict[str, tuple[float, Telling]]] = {}
    for pair in ground.pairs:
        for one, other in _same(ground, pair, known):
            tellings = found.setdefault((pair.facts[0], one.lemma), {})
            for own, act in ((pair.one, one), (pair.other, other)):
                letter = ground.article_of(own.sentence.id).letter
                if letter not in tellings or tellings[letter][0] < pair.score:
                    tellings[letter] = (pair.score, _telling(ground, own, act))
    rank = {fact.id: n for n, fact in enumerate(ground.facts)}
    made = [
        Agency(
            fact=fact,
            act=act,
            tellings=tuple(tellings[letter][1] for letter in sorted(tellings, key=index)),
        )
        for (fact, act), tellings in sorted(found.items(), key=lambda i: (rank[i[0][0]], i[0][1]))
    ]
    return tuple(each for each in made if _differs(each))


def _same(
    ground: LinkedSentences, pair: LinkedPair, known: dict[str, list[Act]]
) -> list[tuple[Act, Act]]:
    """Acts that both sentences tell once, with words in common around them."""
    one, other = known[pair.one.sentence.id], known[pair.other.sentence.id]
    found = []
    for mine in one:
        theirs = [act for act in other if act.lemma == mine.lemma]
        once = len(theirs) == 1 == sum(1 for act in one if act.lemma == mine.lemma)
        if once and (
            _is_one(_near(ground, pair.one, mine), _near(ground, pair.other, theirs[0]))
            or _one_count(ground, pair, mine, theirs[0])
        ):
            found.append((mine, theirs[0]))
    return found


def _near(ground: LinkedSentences, own: OwnWords, act: Act) -> set[str]:
    return ground.near(own, act.at, act.at, reach=_NEAR)


def _is_one(one: set[str], other: set[str]) -> bool:
    shared = len(one & other)
    return shared >= _SHARED or 0 < shared >= _PART * min(len(one), len(other))


def _one_count(ground: LinkedSentences, pair: LinkedPair, mine: Act, theirs: Act) -> bool:
    """True when both tell the act of the same number: "arrested nine", "nine were arrested"."""
    return any(
        value_relation(a, b) is ValueRelation.EQUAL
        for a in _counts(ground, pair.one, mine)
        for b in _counts(ground, pair.other, theirs)
    )


def _counts(ground: LinkedSentences, own: OwnWords, act: Act) -> list[Figure]:
    """The numbers above one in the reach of an act."""
    first, last = max(0, act.at - _NEAR), min(len(own.spans) - 1, act.at + _NEAR)
    reach = Span(own.spans[first].start, own.spans[last].end)
    return [
        figure
        for figure in ground.article_of(own.sentence.id).figures
        if figure.kind is FigureKind.COUNT
        and reach.contains(figure.span)
        and (figure.quantity.low or 0) > 1
    ]


def _telling(ground: LinkedSentences, own: OwnWords, act: Act) -> Telling:
    first, last = _clause(own, act)
    return Telling(
        article=ground.article_of(own.sentence.id).letter,
        voice=act.voice,
        act=ground.evidence(own, act.at, act.at),
        clause=ground.evidence(own, first, last),
        actor=ground.evidence(own, *act.actor) if act.actor else None,
    )


def _clause(own: OwnWords, act: Act) -> Sequence[int]:
    """The words around an act that show it, its actor among them."""
    places = [act.at, *(act.actor or ())]
    first = max(0, min(places) - 4)
    last = min(len(own.words) - 1, max(places) + 5)
    return first, last


def _differs(each: Agency) -> bool:
    """True when the voices are not all one, or only some tellings name the actor."""
    told = {(telling.voice, telling.actor is not None) for telling in each.tellings}
    return len(told) > 1
