"""Every reference and every word that a finding gives is checked when a comparison is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from compare.model.comparison import Comparison
from compare.model.findings import (
    Conflict,
    ConflictKind,
    Passage,
    Placement,
    QuoteMember,
    Wording,
    differences,
)
from compare.model.spans import Span
from tests.model.broken import (
    FAR,
    GOOD,
    HEAD,
    LATE,
    LETTER,
    SENTENCE,
    absence,
    citation,
    deeper,
    evidence,
    first,
    member,
    misquoted,
    nearest,
    reuse,
    with_headline,
    wording,
)

OTHER_FIGURE = GOOD.article("B").figures[0]
QUOTE_OF_B = GOOD.article("B").quotes[0].id


def without_the_fullest() -> tuple[QuoteMember, ...]:
    group = GOOD.quote_groups[0]
    return tuple(member for member in group.members if member.quote != group.fullest)


BROKEN: dict[str, tuple[Callable[[], dict[str, Any]], str]] = {
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
        "article B is none of A",
    ),
    "a citation in no sentence": (
        lambda: citation(sentences=(SENTENCE,)),
        "A.s99 is no sentence of article A",
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
        "article C is none of A, B",
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
    "a member that is no quote": (lambda: member(quote="A.q99"), "A.q99 is no quote of article A"),
    "a member under another letter": (
        lambda: member(article="C"),
        "is no quote of article C",
    ),
    "kept words beyond the fullest version": (lambda: member(kept=(FAR,)), "reach beyond"),
    "lost words beyond the fullest version": (lambda: member(lost=(LATE,)), "reach beyond"),
    "a fullest version outside the group": (
        lambda: first("quote_groups", members=without_the_fullest()),
        "the fullest version is not among its members",
    ),
    "a ledger of no quote": (
        lambda: deeper("ledger", "counts", quotes=("A.q99",)),
        "A.q99 is no quote of article A",
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


def test_the_counter_names_each_sort_of_difference_and_adds_up_to_all() -> None:
    kinds = list(ConflictKind)
    conflicts = [
        Conflict(id=f"c-{n}", kind=kind, question="", evidence=(), why="")
        for n, kind in enumerate(kinds)
    ]
    found = differences(conflicts)
    assert (found.changed, found.other_things, found.certainty) == (1, 1, 1)
    assert found.differ == len(kinds) - 3
