"""Hand tools: annotated articles from a text, and facts put together from their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from compare.annotation.article import annotate
from compare.model.articles import Article, Document, Precision
from compare.model.facts import Coverage, Extent, Fact, HeadlineMention, Mention, Mode, Nearest
from compare.model.facts import State as S
from compare.model.spans import Span


def article(
    letter: str,
    text: str,
    *,
    outlet: str = "",
    headline: str | None = None,
    hour: int | None = None,
) -> Article:
    """An annotated article; `hour` is that of its publication on one and the same day."""
    published = None if hour is None else datetime(2031, 5, 6, hour, tzinfo=UTC)
    return annotate(
        Document(
            text=text,
            outlet=outlet or f"Outlet {letter}",
            letter=letter,
            headline=headline,
            published=published,
            published_precision=Precision.MINUTE if published else None,
        )
    )


def mention(
    home: Article, words: str, mode: Mode = Mode.ASSERTED, extent: Extent = Extent.FULL
) -> Mention:
    """The only place of some words in an article, as a mention."""
    text = home.document.text
    assert text.count(words) == 1, f"{words!r} is there {text.count(words)} times"
    start = text.index(words)
    span = Span(start, start + len(words))
    sentence = next(s for s in home.sentences if s.span.contains(span))
    return Mention(article=home.letter, sentence=sentence.id, span=span, mode=mode, extent=extent)


def fact(
    name: str,
    *mentions: Mention,
    label: str = "something that happened in the town today",
    headlines: Sequence[str] = (),
) -> Fact:
    """A fact with these mentions; `headlines` are letters of the headlines that have it."""
    ordered = tuple(sorted(mentions, key=lambda m: (m.article, m.span)))
    titled = tuple(
        HeadlineMention(article=letter, span=Span(0, 1), score=0.9) for letter in headlines
    )
    return Fact(id=name, ordinal=name, label=label, mentions=ordered, headlines=titled)


def grid(
    articles: Sequence[Article],
    facts: Sequence[Fact],
    near: Mapping[tuple[str, str], float] | None = None,
) -> tuple[Coverage, ...]:
    """Coverage for these facts; `near` has the score of the nearest sentence by fact and letter."""
    scores = near or {}
    return tuple(
        _cell(home, one, scores.get((one.id, home.letter))) for one in facts for home in articles
    )


def _cell(home: Article, one: Fact, score: float | None) -> Coverage:
    here = [m for m in one.mentions if m.article == home.letter]
    order = {s.id: n / len(home.sentences) for n, s in enumerate(home.sentences)}
    state = S.STATED if here else S.NOT_FOUND
    if here and all(m.mode is Mode.QUOTED for m in here):
        state = S.QUOTED
    if here and all(m.extent is Extent.PARTIAL for m in here):
        state = S.PARTLY
    nearest = None
    if score is not None and not here:
        first = home.sentences[0]
        nearest = Nearest(sentence=first.id, span=first.span, score=score)
        state = S.PERHAPS if score >= (0.1 if one.shared else 0.15) else state
    return Coverage(
        fact=one.id,
        article=home.letter,
        state=state,
        first=min(order[m.sentence] for m in here) if here else None,
        nearest=nearest,
    )
