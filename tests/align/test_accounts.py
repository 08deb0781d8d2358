from __future__ import annotations

import pytest
from hypothesis import given, settings

from compare.align.accounts import accounts
from compare.align.story import story_of
from compare.model.accounts import Account, AccountKind, not_tiled
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.pipeline import compare_story
from tests import bundled
from tests.align.small import articles, stories


def assert_each_sentence_is_in_its_list(comparison: Comparison) -> None:
    for account, article in zip(comparison.accounts, comparison.articles, strict=True):
        lists = (account.shared, account.only_here, account.quotation, account.aside)
        listed = [one for found in lists for one in found]
        assert sorted(listed) == sorted(sentence.id for sentence in article.sentences)
        assert account.total == len(article.sentences)
        for sentence in article.sentences:
            told = [
                fact
                for fact in comparison.facts
                if any(mention.sentence == sentence.id for mention in fact.mentions)
            ]
            told += [
                fact
                for fact in comparison.facts
                for detail in fact.details
                if any(mention.sentence == sentence.id for mention in detail.mentions)
            ]
            assert (sentence.id in account.aside) == (not sentence.in_story) == (not told)
            assert (sentence.id in account.shared) == any(fact.shared for fact in told)
        assert_each_statement_is_in_one_account(comparison, account)


def assert_each_statement_is_in_one_account(comparison: Comparison, account: Account) -> None:
    """The statements tile the article's sentences, and their facts bear out their kinds."""
    article = comparison.article(account.article)
    assert not_tiled(account, article) is None
    told = [(one.span, one.sentence) for one in account.statements]
    assert told == sorted(set(told))
    kinds: dict[str, set[AccountKind]] = {}
    for one in account.statements:
        kinds.setdefault(one.sentence, set()).add(one.kind)
        fact = comparison.fact(one.fact) if one.fact else None
        assert (one.kind is AccountKind.SHARED) == (fact is not None and fact.shared)
        if one.kind is AccountKind.ASIDE:
            assert fact is None
        mine = (fact.mentions, *(d.mentions for d in fact.details)) if fact else ()
        assert fact is None or any(m.sentence == one.sentence for found in mine for m in found)
    for sentence in article.sentences:
        assert (AccountKind.SHARED in kinds[sentence.id]) == (sentence.id in account.shared)
        assert (kinds[sentence.id] == {AccountKind.QUOTATION}) == (sentence.id in account.quotation)


@pytest.mark.parametrize("story", bundled.STORIES)
def test_accounts_of_the_collection_add_up(story: str) -> None:
    assert_each_sentence_is_in_its_list(bundled.comparison(story))


@given(stories(4))
@settings(deadline=None, max_examples=40)
def test_accounts_of_any_story_add_up(told: list[str]) -> None:
    documents = [Document(text=text, outlet=f"Outlet {n}") for n, text in enumerate(told)]
    assert_each_sentence_is_in_its_list(compare_story(documents, Options(force=True)))


def test_a_quotation_that_nobody_else_has_is_counted_as_one() -> None:
    told = "“The bridge was never safe for anybody,” Ada Roe said. Growers sold their wheat."
    (account,) = accounts(story_of(articles(told)), ())
    assert account.quotation == ("A.s1",)
    assert account.only_here == ("A.s2",)
    assert [one.kind for one in account.statements] == [
        AccountKind.QUOTATION,
        AccountKind.ONLY_HERE,
    ]


def test_a_sentence_is_shared_by_one_of_its_statements_and_the_rest_is_only_here() -> None:
    one = "The old bridge over the Tallow fell on Monday, and growers sold their wheat at a loss."
    other = "On Monday the old bridge over the Tallow fell."
    documents = [Document(text=text, outlet=text[:5]) for text in (one, other)]
    account = compare_story(documents, Options(force=True)).accounts[0]
    assert (account.shared, account.only_here) == (("A.s1",), ())
    assert [(s.span.of(one), s.kind) for s in account.statements] == [
        ("The old bridge over the Tallow fell on Monday,", AccountKind.SHARED),
        ("and growers sold their wheat at a loss.", AccountKind.ONLY_HERE),
    ]
