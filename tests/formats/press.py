"""A large invented story of newspaper length, to see what the report weighs."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from compare.model.comparison import Comparison
from compare.model.facts import Fact, Link, Nearest, Place, Reason, Relation, State
from tests.formats.builder import Draft, plain
from tests.formats.crowd import letters

_SIGNALS = ("rare words", "names", "clauses", "overlap", "third outlet", "word order", "figures")


def press(outlets: int, *, shared: int, own: int, spread: int = 3) -> Comparison:
    """`shared` facts, each in about one outlet of `spread`, and `own` sentences in each outlet."""
    names = letters(outlets)
    drafts = [Draft(x, f"The Quarter Day {x}", f"Bridge closed, says {x}", []) for x in names]
    mentioned: dict[int, list[Draft]] = {
        k: [d for i, d in enumerate(drafts) if (i + k) % spread == 0] or drafts[:2]
        for k in range(shared)
    }
    for draft in drafts:
        told = [_shared(k, draft.letter) for k, holders in mentioned.items() if draft in holders]
        alone = [_own(k, draft.letter) for k in range(own)]
        said = told + alone
        draft.blocks = [said[i : i + 3] for i in range(0, len(said), 3)]
    facts = [
        _fact(k, [(d, _shared(k, d.letter)) for d in holders], names)
        for k, holders in mentioned.items()
    ]
    for draft in drafts:
        for k in range(own):
            facts.append(_fact(len(facts), [(draft, _own(k, draft.letter))], names))
    return _with_near_misses(plain(drafts, facts, title="The bridge at Quarter Day"))


def _shared(k: int, letter: str) -> str:
    return (
        f"According to the report of {letter}, pillar number {k} of the bridge was found cracked "
        f"on Monday by two divers, who told the mayor at once."
    )


def _own(k: int, letter: str) -> str:
    return (
        f"Reader number {k} of {letter} remembers the day when the bridge was opened and the band "
        f"of the ferrymen refused to play until the rain had stopped."
    )


def _fact(number: int, said: list[tuple[Draft, str]], names: list[str]) -> Fact:
    mentions = tuple(draft.mention(words) for draft, words in said)
    ends = [
        Place(document=names.index(m.article), article=m.article, sentence=m.sentence, span=m.span)
        for m in mentions
    ]
    because = tuple(
        Reason(signal=name, value=0.5 + i / 20, points=1.1 - i / 2)
        for i, name in enumerate(_SIGNALS)
    )
    return Fact(
        id=f"f-{number:06x}",
        ordinal=f"f{number + 1}",
        label=said[0][1][: 90 + number % 40],
        mentions=mentions,
        links=tuple(
            Link(a=a, b=b, score=0.8, relation=Relation.SAME, because=because)
            for a, b in combinations(ends, 2)
        ),
    )


def _with_near_misses(comparison: Comparison) -> Comparison:
    """Every dash gets the first sentence of its article as the nearest."""
    first = {a.letter: a.sentences[0] for a in comparison.articles}
    return replace(
        comparison,
        coverage=tuple(
            replace(
                cell,
                nearest=Nearest(
                    sentence=first[cell.article].id, span=first[cell.article].span, score=0.21
                ),
            )
            if cell.state is State.NOT_FOUND
            else cell
            for cell in comparison.coverage
        ),
    )
