"""Invented articles whose sentences are linked row by row, for the findings on words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from compare.annotation.article import annotate
from compare.findings.linked_sentences import LinkedSentences
from compare.model.articles import Article, Document
from compare.model.facts import Fact, Link, Mention, Mode, Place, Relation


def articles(texts: Mapping[str, str], headlines: Mapping[str, str] | None = None) -> list[Article]:
    """Each text as an annotated article under its letter."""
    titles = headlines or {}
    return [
        annotate(
            Document(
                text=text, outlet=f"Outlet {letter}", letter=letter, headline=titles.get(letter)
            )
        )
        for letter, text in texts.items()
    ]


def facts(told: list[Article], score: float = 0.9) -> tuple[Fact, ...]:
    """One fact for each row of sentences, all of which are linked."""
    rows = min(len(article.sentences) for article in told)
    return tuple(_fact(told, row, score) for row in range(rows))


def _fact(told: list[Article], row: int, score: float) -> Fact:
    places = [
        Place(
            document=n,
            article=article.letter,
            sentence=article.sentences[row].id,
            span=article.sentences[row].span,
        )
        for n, article in enumerate(told)
    ]
    return Fact(
        id=f"f-{row}",
        ordinal=f"f{row + 1}",
        label=f"row {row}",
        mentions=tuple(
            Mention(article=p.article, sentence=p.sentence, span=p.span, mode=Mode.ASSERTED)
            for p in places
        ),
        links=tuple(
            Link(a=a, b=b, score=score, relation=Relation.SAME, because=())
            for a, b in combinations(places, 2)
        ),
    )


def linked(texts: Mapping[str, str], score: float = 0.9) -> LinkedSentences:
    """The ground of some texts under their letters, every link with this score."""
    told = articles(texts)
    return LinkedSentences(told, facts(told, score))


def ground(**texts: str) -> LinkedSentences:
    """The ground of texts that are surely linked."""
    return linked(texts)
