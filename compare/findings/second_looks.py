"""Facts looked for once more, statement by statement, where they are said to be missing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from weakref import ref

from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.signals.rarity import Rarity, rarity
from compare.signals.views import fact_stems, views
from compare.verify.fact_lines import no_fact
from compare.verify.only_here import (
    LookedFor,
    Searched,
    SecondLook,
    SoughtStatement,
    look_again,
    places_searched,
    sought_statement,
)

# So large a part of a label that others state too makes it no label of one article alone.
_OF_OTHERS = 0.25

_latest: list[tuple[ref[Comparison], SecondLooks]] = []


def second_looks(comparison: Comparison) -> SecondLooks:
    """The second looks at a comparison; those at the last one asked about are kept with it.

    Every part of every output asks about the same facts.
    """
    for known, looks in _latest:
        if known() is comparison:
            return looks
    looks = SecondLooks(comparison)
    _latest[:] = [(ref(comparison), looks)]
    return looks


class SecondLooks:
    """The articles of one comparison, searched when they are first asked about."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles = {article.letter: article for article in comparison.articles}
        self._facts = comparison.facts
        self._searched: dict[str, Searched] = {}
        self._sought: dict[str, tuple[SoughtStatement, ...]] = {}
        self._looks: dict[tuple[str, str], SecondLook] = {}

    def is_missing(self, fact: Fact, letters: Iterable[str]) -> bool:
        """True when none of the articles has a place that may state the fact in other words."""
        return all(
            self.look(fact, letter).answer is LookedFor.NOT_FOUND for letter in letters
        ) and not self._is_no_fact(fact)

    def is_alone(self, fact: Fact) -> bool:
        """True when no article but those that state the fact may state it in other words.

        Nor may its label say much of what others state.
        """
        stated = set(fact.articles)
        others = [one for one in self._articles if one not in stated]
        return self.is_missing(fact, others) and not self._is_of_others(fact)

    def look(self, fact: Fact, letter: str) -> SecondLook:
        """The look for a fact in an article: of its statements that which is found best."""
        if (fact.id, letter) not in self._looks:
            looks = [
                look_again(sought, self._of(letter), self._weights.stems)
                for sought in self._statements(fact)
            ]
            self._looks[fact.id, letter] = max(looks, key=lambda one: one.share)
        return self._looks[fact.id, letter]

    def _statements(self, fact: Fact) -> tuple[SoughtStatement, ...]:
        if fact.id not in self._sought:
            self._sought[fact.id] = tuple(
                sought_statement(self._articles[one.article], one.span) for one in fact.mentions
            )
        return self._sought[fact.id]

    def _is_of_others(self, fact: Fact) -> bool:
        """True for a label of which a quarter is what its sentence shares with other articles."""
        label, first = fact_stems(fact.label), fact.mentions[0]
        told = self._shared.get(first.sentence, frozenset())
        return len(label & told) > _OF_OTHERS * len(label)

    def _is_no_fact(self, fact: Fact) -> bool:
        """True when every statement is a question, a sub-heading or the like."""
        homes = [(self._articles[m.article], m.sentence) for m in fact.mentions]
        return all(no_fact(home, home.sentence(sentence)) for home, sentence in homes)

    def _of(self, letter: str) -> Searched:
        if letter not in self._searched:
            self._searched[letter] = places_searched(self._articles[letter])
        return self._searched[letter]

    @cached_property
    def _shared(self) -> dict[str, frozenset[str]]:
        """The stems of each sentence, by its id, that state a fact which several articles state."""
        stems: dict[str, frozenset[str]] = {}
        for fact in self._facts:
            for mention in fact.mentions if fact.shared else ():
                words = self._articles[mention.article].words_of(mention.span)
                known = stems.get(mention.sentence, frozenset())
                stems[mention.sentence] = known | fact_stems(words)
        return stems

    @cached_property
    def _weights(self) -> Rarity:
        articles = enumerate(self._articles.values())
        return rarity([view for number, article in articles for view in views(article, number)])
