"""Where each outlet puts a fact, and facts that one leads with and another has at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from compare.model.articles import Article, Part
from compare.model.facts import Fact, Mention
from compare.model.findings import Headline, Placement, Prominence
from compare.model.letters import index

# A fact stands at the end when it first comes after this part of the paragraphs of the story.
_END = 0.75
# Shorter stories have no end to speak of.
_FEWEST_PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class _Layout:
    """A story's paragraphs by sentence id, counted from 1 without headline and asides."""

    paragraph: dict[str, int]
    part: dict[str, Part]
    paragraphs: int
    words: int


def prominence(
    articles: Sequence[Article], facts: Sequence[Fact], titles: Sequence[Headline]
) -> tuple[Prominence, ...]:
    """Where each article that states a fact puts it, by fact and then by letter.

    A fact is in the headline when `titles` say that the headline rests on it.
    """
    layouts = {article.letter: _layout(article) for article in articles}
    titled = {(title.article, fact) for title in titles for fact in title.facts}
    return tuple(
        place
        for fact in facts
        for article in sorted(articles, key=lambda each: index(each.letter))
        if (place := _place(article, layouts[article.letter], fact, titled)) is not None
    )


def placements(places: Sequence[Prominence]) -> tuple[Placement, ...]:
    """Facts that some outlets have in headline or lead and others only near the end.

    Those with the most outlets on both sides come first, then in the order of `places`.
    """
    by_fact: dict[str, list[Prominence]] = {}
    for place in places:
        by_fact.setdefault(place.fact, []).append(place)
    found = [_placement(fact, those) for fact, those in by_fact.items()]
    kept = [one for one in found if one.high and one.low]
    return tuple(sorted(kept, key=lambda one: -min(len(one.high), len(one.low))))


def is_high(place: Prominence) -> bool:
    """True for a fact in the headline or the lead."""
    return place.part in (Part.HEADLINE, Part.LEAD)


def is_low(place: Prominence) -> bool:
    """True for a fact that comes only in the last paragraphs of a story of some length."""
    return (
        place.part is Part.BODY
        and place.paragraph is not None
        and place.paragraphs >= _FEWEST_PARAGRAPHS
        and place.paragraph > _END * place.paragraphs
    )


def _placement(fact: str, places: Sequence[Prominence]) -> Placement:
    return Placement(
        fact=fact,
        high=tuple(place.article for place in places if is_high(place)),
        low=tuple(place.article for place in places if is_low(place)),
    )


def _layout(article: Article) -> _Layout:
    story = [s for s in article.sentences if s.in_story]
    body = [s for s in story if s.part is not Part.HEADLINE]
    order = {index: n for n, index in enumerate(dict.fromkeys(s.paragraph for s in body), 1)}
    return _Layout(
        paragraph={s.id: order[s.paragraph] for s in body},
        part={s.id: s.part for s in story},
        paragraphs=len(order),
        words=sum(len(article.words_of(s.span).split()) for s in body),
    )


def _place(
    article: Article, layout: _Layout, fact: Fact, titled: Set[tuple[str, str]]
) -> Prominence | None:
    mentions = [m for m in fact.mentions if m.article == article.letter]
    if not mentions:
        return None
    inside = sorted(n for m in mentions if (n := layout.paragraph.get(m.sentence)) is not None)
    return Prominence(
        fact=fact.id,
        article=article.letter,
        part=Part.HEADLINE
        if (article.letter, fact.id) in titled
        else _part([layout.part[m.sentence] for m in mentions]),
        paragraph=inside[0] if inside else None,
        paragraphs=layout.paragraphs,
        share=_share(article, layout, mentions),
    )


def _part(parts: Sequence[Part]) -> Part:
    if Part.HEADLINE in parts:
        return Part.HEADLINE
    return Part.LEAD if Part.LEAD in parts else Part.BODY


def _share(article: Article, layout: _Layout, mentions: Sequence[Mention]) -> float:
    """The part of the story's words in the statements, overlapping ones counted once."""
    words = sum(len(piece.split()) for piece in _pieces(article, layout, mentions))
    return round(min(1.0, words / layout.words), 3) if layout.words else 0.0


def _pieces(article: Article, layout: _Layout, mentions: Sequence[Mention]) -> Iterator[str]:
    at = 0
    for span in sorted(m.span for m in mentions if m.sentence in layout.paragraph):
        if span.end > at:
            yield article.document.text[max(at, span.start) : span.end]
            at = span.end
