"""Where every sentence went: shared, only here, quotation, or not part of the story."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.mentions import mode_of
from compare.model.articles import Article
from compare.model.comparison import Account
from compare.model.facts import Fact, Mode


def accounts(articles: Sequence[Article], facts: Sequence[Fact]) -> tuple[Account, ...]:
    """One account for each article, in the given order; every sentence is in just one list."""
    shared = {mention.sentence for fact in facts if fact.shared for mention in fact.mentions}
    return tuple(_account(article, shared) for article in articles)


def _account(article: Article, shared: set[str]) -> Account:
    lists: dict[str, list[str]] = {"shared": [], "only_here": [], "quotation": [], "aside": []}
    for sentence in article.sentences:
        if not sentence.in_story:
            name = "aside"
        elif sentence.id in shared:
            name = "shared"
        elif mode_of(article, sentence.span) is Mode.QUOTED:
            name = "quotation"
        else:
            name = "only_here"
        lists[name].append(sentence.id)
    return Account(
        article=article.letter,
        shared=tuple(lists["shared"]),
        only_here=tuple(lists["only_here"]),
        quotation=tuple(lists["quotation"]),
        aside=tuple(lists["aside"]),
    )
