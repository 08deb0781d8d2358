"""Building a comparison walks every reference: what dangles is refused, facts and grid first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from compare.model.facts import Mention, Mode
from compare.model.spans import Span
from tests.model.broken import (
    FAR,
    GOOD,
    HEAD,
    LATE,
    LETTER,
    SENTENCE,
    A,
    B,
    account,
    article,
    deeper,
    evidence,
    first,
    linked,
    nearest,
    twice,
    with_headline,
)

MENTION = GOOD.facts[0].mentions[0]
QUOTE_OF_B = GOOD.article("B").quotes[0].id

BROKEN: dict[str, tuple[Callable[[], dict[str, Any]], str]] = {
    "two articles of one letter": (
        lambda: {"articles": (A, *GOOD.articles)},
        "two of kind article share the id A",
    ),
    "a sentence under the letter of another article": (
        lambda: article(sentences=(replace(A.sentences[0], id="B.s1"), *A.sentences[1:])),
        "sentence B.s1 does not carry the letter",
    ),
    "two figures of one id": (
        lambda: article(figures=(*A.figures, replace(A.figures[0], span=Span(0, 3)))),
        "two of kind figure share the id A.n1",
    ),
    "two quotes of one id": (
        lambda: article(quotes=(*A.quotes, *A.quotes[:1])),
        "two of kind quote share the id",
    ),
    "two facts of one id": (lambda: twice("facts"), "two of kind fact share the id"),
    "two facts of one number": (
        lambda: first("facts", ordinal=GOOD.facts[1].ordinal),
        "two of kind ordinal share the id",
    ),
    "a cell of the grid twice": (
        lambda: twice("coverage"),
        "two of kind coverage cell share the id",
    ),
    "two figure groups of one id": (
        lambda: twice("figures"),
        "two of kind figure group share the id",
    ),
    "two conflicts of one id": (lambda: twice("conflicts"), "two of kind conflict share the id"),
    "two quote groups of one id": (
        lambda: twice("quote_groups"),
        "two of kind quote group share the id",
    ),
    "a mention in no article": (
        lambda: deeper("facts", "mentions", article=LETTER),
        r"facts\[0\].mentions\[0\].article: there is no article Z",
    ),
    "a mention in no sentence": (
        lambda: deeper("facts", "mentions", sentence=SENTENCE),
        "A.s99 is no sentence of article A",
    ),
    "a mention in a sentence of another article": (
        lambda: deeper("facts", "mentions", sentence="B.s1"),
        "B.s1 is no sentence of article A",
    ),
    "a mention outside its sentence": (
        lambda: deeper("facts", "mentions", span=Span(0, MENTION.span.end + 5)),
        "lies outside A.s1",
    ),
    "a link to no sentence": (lambda: linked(sentence=SENTENCE), "A.s99 is no sentence"),
    "a link outside its sentence": (lambda: linked(span=FAR), "lies outside"),
    "a link to a document of another place": (
        lambda: linked(document=2),
        "document 2 is not article A",
    ),
    "a headline of no article": (
        lambda: with_headline(LETTER, Span(0, 1)),
        "there is no article Z",
    ),
    "a headline shorter than its mention": (
        lambda: with_headline("A", Span(0, HEAD + 1)),
        "the headline of A is shorter",
    ),
    "a grid with a hole": (lambda: {"coverage": GOOD.coverage[1:]}, "not the full grid"),
    "a grid with no row for a fact": (lambda: {"facts": GOOD.facts[:-1]}, "not the full grid"),
    "a cell of no article": (
        lambda: first("coverage", article=LETTER),
        "not the full grid",
    ),
    "a nearest sentence of another article": (
        lambda: first("coverage", nearest=nearest("B.s1", Span(0, 3))),
        "B.s1 is no sentence of article A",
    ),
    "a nearest miss outside its sentence": (
        lambda: first("coverage", nearest=nearest("A.s1", LATE)),
        "lies outside A.s1",
    ),
    "an article without an account": (
        lambda: {"accounts": GOOD.accounts[1:]},
        "not one account for each article",
    ),
    "accounts in another order": (
        lambda: {"accounts": GOOD.accounts[::-1]},
        "not one account for each article",
    ),
    "a sentence in no list": (
        lambda: account(shared=GOOD.accounts[0].shared[1:]),
        "the account of article A does not add up",
    ),
    "a sentence in two lists": (
        lambda: account(quotation=GOOD.accounts[0].shared[:1]),
        "the account of article A does not add up",
    ),
    "a sentence that the article does not have": (
        lambda: account(quotation=(SENTENCE,)),
        "A.s99 is no sentence of article A",
    ),
}


@pytest.mark.parametrize(("broken", "message"), BROKEN.values(), ids=BROKEN)
def test_a_comparison_refuses(broken: Callable[[], dict[str, Any]], message: str) -> None:
    changed = broken()
    with pytest.raises(ValueError, match=message):
        replace(GOOD, **changed)


def test_everything_is_found_by_its_id() -> None:
    fact = GOOD.facts[0]
    assert GOOD.fact(fact.id) is fact
    assert GOOD.article("B") is B
    assert GOOD.cell(fact.id, "B").article == "B"
    assert GOOD.quote(QUOTE_OF_B).id == QUOTE_OF_B
    assert GOOD.sentence("B.s2") is B.sentences[1]
    assert GOOD.text_of(evidence("B")) == evidence("B").text
    assert GOOD.text_of(MENTION) == MENTION.span.of(A.document.text)


@pytest.mark.parametrize(
    "look_up",
    [
        lambda: GOOD.fact("f-000000"),
        lambda: GOOD.article(LETTER),
        lambda: GOOD.cell(GOOD.facts[0].id, LETTER),
        lambda: GOOD.quote("A.q99"),
        lambda: GOOD.sentence(SENTENCE),
        lambda: GOOD.sentence("nonsense"),
    ],
)
def test_an_id_that_is_not_there_is_a_key_error(look_up: Callable[[], object]) -> None:
    with pytest.raises(KeyError):
        look_up()


def test_an_account_counts_its_sentences() -> None:
    for one, of in zip(GOOD.accounts, GOOD.articles, strict=True):
        assert one.total == len(of.sentences)


def test_a_fact_is_stated_somewhere() -> None:
    with pytest.raises(ValueError, match="is stated nowhere"):
        replace(GOOD.facts[0], mentions=())


def test_a_fact_names_its_articles_once_in_order() -> None:
    twice_told = Mention(article="A", sentence="A.s2", span=A.sentences[1].span, mode=Mode.ASSERTED)
    one = replace(GOOD.facts[0], mentions=(MENTION, twice_told))
    assert one.articles == ("A",)
    assert not one.shared
    assert replace(one, mentions=(MENTION, replace(twice_told, article="B"))).shared


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan")])
def test_the_score_of_a_link_lies_between_0_and_1(score: float) -> None:
    link = next(link for fact in GOOD.facts for link in fact.links)
    with pytest.raises(ValueError, match=r"outside 0\.\.1"):
        replace(link, score=score)


def test_a_link_joins_two_documents() -> None:
    link = next(link for fact in GOOD.facts for link in fact.links)
    with pytest.raises(ValueError, match="joins two documents"):
        replace(link, a=link.b)
