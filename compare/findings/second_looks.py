"""Facts looked for once more, statement by statement, where they are said to be missing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.signals.rarity import Rarity, rarity
from compare.signals.views import views
from compare.verify.fact_lines import no_fact
from compare.verify.only import (
    LookedFor,
    Searched,
    SecondLook,
    look_again,
    places_searched,
    sought_statement,
)


class SecondLooks:
    """The articles of one comparison, searched when they are first asked about."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles = {article.letter: article for article in comparison.articles}
        self._searched: dict[str, Searched] = {}

    def is_missing(self, fact: Fact, letters: Iterable[str]) -> bool:
        """True when none of the articles has a place that may state the fact in other words."""
        return all(
            self.look(fact, letter).answer is LookedFor.NOT_FOUND for letter in letters
        ) and not self._is_no_fact(fact)

    def is_alone(self, fact: Fact) -> bool:
        """True when no article but those that state the fact may state it in other words."""
        stated = set(fact.articles)
        return self.is_missing(fact, [one for one in self._articles if one not in stated])

    def look(self, fact: Fact, letter: str) -> SecondLook:
        """The look for a fact in an article: of its statements that which is found best."""
        looks = [
            look_again(
                sought_statement(self._articles[mention.article], mention.span),
                self._of(letter),
                self._weights.stems,
            )
            for mention in fact.mentions
        ]
        return max(looks, key=lambda one: one.share)

    def _is_no_fact(self, fact: Fact) -> bool:
        """True when every statement is a question, a sub-heading or the like."""
        homes = [(self._articles[m.article], m.sentence) for m in fact.mentions]
        return all(no_fact(home, home.sentence(sentence)) for home, sentence in homes)

    def _of(self, letter: str) -> Searched:
        if letter not in self._searched:
            self._searched[letter] = places_searched(self._articles[letter])
        return self._searched[letter]

    @cached_property
    def _weights(self) -> Rarity:
        articles = enumerate(self._articles.values())
        return rarity([view for number, article in articles for view in views(article, number)])
