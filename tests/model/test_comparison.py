"""Building a comparison walks every reference: what dangles or quotes wrongly is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from compare.model.comparison import Comparison
from compare.model.facts import HeadlineMention, Link, Mention, Mode, Nearest
from compare.model.findings import (
    Absence,
    Citation,
    CitationKind,
    Evidence,
    Passage,
    Placement,
    Reuse,
    Rung,
    Wording,
)
from compare.model.spans import Span
from tests.formats.story import market_hall

GOOD = market_hall()
FAR = Span(0, 100_000)
LATE = Span(99_999, 100_000)
LETTER = "Z"
SENTENCE = "A.s99"
A, B = GOOD.articles[:2]


def evidence(letter: str = "A", start: int = 0, end: int = 3) -> Evidence:
    text = GOOD.article(letter).document.text
    return Evidence(article=letter, span=Span(start, end), text=text[start:end])


def misquoted(right: Evidence) -> Evidence:
    return replace(right, text=right.text + "!")


def first(field: str, **changed: Any) -> dict[str, Any]:
    """The first of a kind with some of its fields changed, the others as they are."""
    one, *others = getattr(GOOD, field)
    return {field: (replace(one, **changed), *others)}


def deeper(field: str, inner: str, **changed: Any) -> dict[str, Any]:
    """As `first`, for the first value inside the first value of a kind that has any."""
    values = list(getattr(GOOD, field))
    at = next(k for k, value in enumerate(values) if getattr(value, inner))
    one, *others = getattr(values[at], inner)
    values[at] = replace(values[at], **{inner: (replace(one, **changed), *others)})
    return {field: tuple(values)}


def linked(**changed: Any) -> dict[str, Any]:
    """The link with its first end changed."""
    link: Link = next(link for fact in GOOD.facts for link in fact.links)
    return deeper("facts", "links", a=replace(link.a, **changed))


def member(**changed: Any) -> dict[str, Any]:
    return deeper("quote_groups", "members", **changed)


def with_headline(letter: str, span: Span) -> dict[str, Any]:
    return first("facts", headlines=(HeadlineMention(article=letter, span=span, score=0.9),))


def reuse(**changed: Any) -> dict[str, Any]:
    whole = Reuse(
        articles=("A", "B"),
        share=0.5,
        evidence=(evidence("A"), evidence("B")),
        shares=(0.5, 0.6),
        passages=(Passage(evidence=(evidence("A"), evidence("B"))),),
    )
    return {"reuse": (replace(whole, **changed),)}


def citation(**changed: Any) -> dict[str, Any]:
    whole = Citation(
        article="A",
        source="a letter",
        kind=CitationKind.DOCUMENT,
        sentences=("A.s1",),
        evidence=evidence("A"),
    )
    return {"citations": (replace(whole, **changed),)}


def absence(**changed: Any) -> dict[str, Any]:
    (whole,) = GOOD.absences
    return {"absences": (replace(whole, **changed),)}


def nearest(sentence: str, span: Span) -> Nearest:
    return Nearest(sentence=sentence, span=span, score=0.1)


def article(**changed: Any) -> dict[str, Any]:
    return {"articles": (replace(A, **changed), *GOOD.articles[1:])}


def account(**changed: Any) -> dict[str, Any]:
    return {"accounts": (replace(GOOD.accounts[0], **changed), *GOOD.accounts[1:])}


def wording(**changed: Any) -> dict[str, Any]:
    rung = Rung(articles=("A",), evidence=evidence("A"), cells=())
    return {"wordings": (Wording(fact=GOOD.facts[0].id, rungs=(replace(rung, **changed),)),)}


def twice(field: str) -> dict[str, Any]:
    values = getattr(GOOD, field)
    return {field: (values[0], *values)}


MENTION = GOOD.facts[0].mentions[0]
OTHER_FIGURE = GOOD.article("B").figures[0]
QUOTE_OF_B = GOOD.article("B").quotes[0].id
HEAD = len(A.document.headline or "")
ROW = GOOD.ledger[0]

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
        "is no sentence of article Z",
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
        "the account of article A does not add up",
    ),
    "a reading of no figure": (
        lambda: deeper("figures", "readings", figure="A.n99"),
        "A.n99 is no figure of article A",
    ),
    "a reading of another article's figure": (
        lambda: deeper("figures", "readings", figure=OTHER_FIGURE.id),
        "B.n1 is no figure of article A",
    ),
    "a reading in no sentence": (
        lambda: deeper("figures", "readings", sentence=SENTENCE),
        "A.s99 is no sentence",
    ),
    "a reading at another place than its figure": (
        lambda: deeper("figures", "readings", span=Span(0, 3)),
        "is not where A.n1 stands|lies outside",
    ),
    "a reading in other words": (
        lambda: deeper("figures", "readings", text="nine"),
        "the words are not those of the article",
    ),
    "a figure group of no fact": (
        lambda: first("figures", facts=("f-000000",)),
        "there is no fact f-000000",
    ),
    "a conflict of no fact": (
        lambda: first("conflicts", fact="f-000000"),
        "there is no fact f-000000",
    ),
    "a conflict with wrong words": (
        lambda: first("conflicts", evidence=(misquoted(evidence()),)),
        "the words are not those of the article",
    ),
    "evidence of no article": (
        lambda: first("conflicts", evidence=(replace(evidence(), article=LETTER),)),
        "there is no article Z",
    ),
    "evidence beyond the text": (
        lambda: first("conflicts", evidence=(replace(evidence(), span=FAR),)),
        "reaches beyond",
    ),
    "a wording of no fact": (
        lambda: {"wordings": (Wording(fact="f-000000", rungs=()),)},
        "there is no fact f-000000",
    ),
    "a wording in wrong words": (
        lambda: wording(evidence=misquoted(evidence())),
        "the words are not those of the article",
    ),
    "a wording used by no article": (
        lambda: wording(articles=("A", LETTER)),
        "there is no article Z",
    ),
    "an absence of no fact": (lambda: absence(fact="f-000000"), "there is no fact f-000000"),
    "an absence in no article": (
        lambda: absence(article=LETTER, nearest=None),
        "there is no article Z",
    ),
    "an absence with one witness": (lambda: absence(said_by=("A",)), "no two witnesses"),
    "an absence that the article itself denies": (
        lambda: absence(said_by=("A", "B", "C")),
        "no two witnesses",
    ),
    "an absence witnessed by no article": (
        lambda: absence(said_by=("A", LETTER)),
        "there is no article Z",
    ),
    "an absence with a nearest sentence elsewhere": (
        lambda: absence(nearest=nearest("A.s1", Span(0, 3))),
        "A.s1 is no sentence of article C",
    ),
    "a digest of no article": (lambda: first("digests", article=LETTER), "there is no article Z"),
    "a digest with no such fact of its own": (
        lambda: first("digests", only_here=("f-000000",)),
        "there is no fact f-000000",
    ),
    "a digest with no such fact elsewhere": (
        lambda: first("digests", elsewhere=("f-000000",)),
        "there is no fact f-000000",
    ),
    "a citation in no article": (
        lambda: citation(article=LETTER, sentences=()),
        "there is no article Z",
    ),
    "a citation with evidence of another article": (
        lambda: citation(evidence=evidence("B")),
        "its evidence is of article B",
    ),
    "a citation in no sentence": (
        lambda: citation(sentences=(SENTENCE,)),
        "A.s99 is none of its sentences",
    ),
    "a citation of no article and no sentence": (
        lambda: citation(article=LETTER, sentences=(SENTENCE,)),
        "there is no article Z",
    ),
    "a citation of no article": (lambda: citation(cited=LETTER), "there is no article Z"),
    "a citation in wrong words": (
        lambda: citation(evidence=misquoted(evidence())),
        "the words are not those of the article",
    ),
    "shared copy of no article": (
        lambda: reuse(articles=("A", LETTER)),
        "there is no article Z",
    ),
    "shared copy with too few shares": (lambda: reuse(shares=(0.5,)), "one share for each"),
    "shared copy in wrong words": (
        lambda: reuse(evidence=(misquoted(evidence()),)),
        "the words are not those of the article",
    ),
    "a shared passage in wrong words": (
        lambda: reuse(passages=(Passage(evidence=(misquoted(evidence()),)),)),
        "the words are not those of the article",
    ),
    "shared copy with words of a third article": (
        lambda: reuse(evidence=(evidence("C"),)),
        "article C is not one of those that share",
    ),
    "a place of no fact": (
        lambda: first("prominence", fact="f-000000"),
        "there is no fact f-000000",
    ),
    "a place in no article": (
        lambda: first("prominence", article=LETTER),
        "there is no article Z",
    ),
    "a place in no paragraph": (
        lambda: first("prominence", paragraph=5),
        "there is no paragraph 5",
    ),
    "a placement of no fact": (
        lambda: {"placements": (Placement(fact="f-000000", high=("A",), low=("B",)),)},
        "there is no fact f-000000",
    ),
    "a placement in no article": (
        lambda: first("placements", low=(LETTER,)),
        "there is no article Z",
    ),
    "the headline of no article": (
        lambda: first("headlines", article=LETTER),
        "there is no article Z",
    ),
    "a headline that rests on no fact": (
        lambda: first("headlines", facts=("f-000000",)),
        "there is no fact f-000000",
    ),
    "a headline shorter than what it lacks": (
        lambda: first("headlines", unsupported=(FAR,)),
        "shorter than a span in it",
    ),
    "a headline with a nearest sentence elsewhere": (
        lambda: first("headlines", nearest=nearest("B.s1", Span(0, 3))),
        "B.s1 is no sentence of article A",
    ),
    "a headline with wrong words": (
        lambda: first("headlines", evidence=(misquoted(evidence()),)),
        "the words are not those of the article",
    ),
    "a member that is no quote": (lambda: member(quote="A.q99"), "there is no quote A.q99"),
    "a member under another letter": (
        lambda: member(article="C"),
        "is no quote of article C",
    ),
    "kept words beyond the fullest version": (lambda: member(kept=(FAR,)), "reach beyond"),
    "lost words beyond the fullest version": (lambda: member(lost=(LATE,)), "reach beyond"),
    "a fullest version outside the group": (
        lambda: first("quote_groups", fullest="A.q99"),
        "the fullest version is not among its members",
    ),
    "a ledger of no quote": (
        lambda: deeper("ledger", "counts", quotes=("A.q99",)),
        "there is no quote A.q99",
    ),
    "a ledger of another article's quote": (
        lambda: deeper("ledger", "counts", quotes=(QUOTE_OF_B,)),
        "is no quote of article A",
    ),
    "a ledger of no article": (
        lambda: deeper("ledger", "counts", article=LETTER, quotes=()),
        "there is no article Z",
    ),
    "a ledger in wrong words": (
        lambda: first("ledger", evidence=misquoted(evidence())),
        "the words are not those of the article",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("broken", "message"), BROKEN.values(), ids=BROKEN)
def test_a_comparison_refuses(broken: Callable[[], dict[str, Any]], message: str) -> None:
    changed = broken()
    with pytest.raises(ValueError, match=message):
        replace(GOOD, **changed)


def test_the_pieces_that_are_broken_here_are_whole_before() -> None:
    for changed in (reuse(), citation(), absence(), wording(), with_headline("A", Span(0, HEAD))):
        assert isinstance(replace(GOOD, **changed), Comparison)


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


def test_an_absence_is_made_for_two_witnesses_at_least() -> None:
    assert isinstance(GOOD.absences[0], Absence)
    assert len(GOOD.absences[0].said_by) >= 2
