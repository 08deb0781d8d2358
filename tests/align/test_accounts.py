from __future__ import annotations

import pytest
from hypothesis import given, settings

from compare.align.accounts import accounts
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
            assert (sentence.id in account.aside) == (not sentence.in_story) == (not told)
            assert (sentence.id in account.shared) == any(fact.shared for fact in told)


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
    (account,) = accounts(articles(told), ())
    assert account.quotation == ("A.s1",)
    assert account.only_here == ("A.s2",)
