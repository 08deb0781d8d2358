"""Where every statement went: shared, only here, quotation, or not part of the story."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.facts import GroupedFact
from compare.align.mentions import mode_of
from compare.align.story import Story
from compare.model.accounts import Account, AccountKind, StatementAccount
from compare.model.articles import Article
from compare.model.facts import Mode
from compare.model.letters import index


def accounts(story: Story, grouped: Sequence[GroupedFact]) -> tuple[Account, ...]:
    """Return one account for each article, in the order of the input.

    Every statement is in just one account, and so is every sentence: it is shared when one of its
    statements is, and nothing but quotation when all of them are.
    """
    home = {number: each for each in grouped for number in each.group}
    home |= {n: each for each in grouped for detail in each.details for n in detail}
    found: dict[str, dict[str, list[StatementAccount]]] = {a.letter: {} for a in story.articles}
    for number, statement in enumerate(story.statements):
        article, sentence = story.articles[statement.view.document], story.sentence_of(number)
        fact = home[number].fact if number in home else None
        if fact and fact.shared:
            kind = AccountKind.SHARED
        elif mode_of(article, statement.span) is Mode.QUOTED:
            kind = AccountKind.QUOTATION
        else:
            kind = AccountKind.ONLY_HERE
        one = StatementAccount(
            sentence=sentence.id, span=statement.span, kind=kind, fact=fact.id if fact else None
        )
        found[article.letter].setdefault(sentence.id, []).append(one)
    ordered = sorted(story.articles, key=lambda article: index(article.letter))
    return tuple(_account(article, found[article.letter]) for article in ordered)


def _account(article: Article, told: dict[str, list[StatementAccount]]) -> Account:
    lists: dict[AccountKind, list[str]] = {kind: [] for kind in AccountKind}
    statements: list[StatementAccount] = []
    for sentence in article.sentences:
        aside = StatementAccount(
            sentence=sentence.id, span=sentence.span, kind=AccountKind.ASIDE, fact=None
        )
        mine = told.get(sentence.id, [aside])
        kinds = {one.kind for one in mine}
        lists[_kind_of_sentence(kinds)].append(sentence.id)
        statements += mine
    return Account(
        article=article.letter,
        shared=tuple(lists[AccountKind.SHARED]),
        only_here=tuple(lists[AccountKind.ONLY_HERE]),
        quotation=tuple(lists[AccountKind.QUOTATION]),
        aside=tuple(lists[AccountKind.ASIDE]),
        statements=tuple(statements),
    )


def _kind_of_sentence(kinds: set[AccountKind]) -> AccountKind:
    if AccountKind.SHARED in kinds:
        return AccountKind.SHARED
    return kinds.pop() if len(kinds) == 1 else AccountKind.ONLY_HERE
