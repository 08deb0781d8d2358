"""A whole comparison, and tools to break one piece of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from compare.model.facts import HeadlineMention, Link, Nearest
from compare.model.findings import (
    Citation,
    CitationKind,
    Evidence,
    Passage,
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


HEAD = len(A.document.headline or "")
