"""The large invented story with findings of every kind, as many as a real one may have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.facts import Fact, Mention, State
from compare.model.figures import Figure, FigureKind, Quantity
from compare.model.findings import (
    Absence,
    Citation,
    CitationKind,
    ColumnKind,
    Conflict,
    ConflictKind,
    Evidence,
    FigureGroup,
    FigureRelation,
    Hint,
    LedgerRow,
    QuoteChange,
    QuoteGroup,
    QuoteMember,
    Reading,
    Rung,
    SpeakerCount,
    Wording,
)
from compare.model.quotes import Quote, QuoteKind, Speaker, SpeakerGroup
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.model.words import (
    Agency,
    Certainty,
    CertaintyKind,
    Contrast,
    ContrastKind,
    Guarded,
    Lexicon,
    Telling,
    Variant,
    Voice,
)
from tests.formats.press import press

_LIST = Lexicon(name="disaster", source="A list made for these tests. CC0.")


def full_press(outlets: int, *, shared: int, own: int) -> Comparison:
    """The story of `press`, with a contrast for each shared fact and everything else for some."""
    base = press(outlets, shared=shared, own=own)
    told = [fact for fact in base.facts if len(fact.mentions) > 1]
    articles = tuple(_article(article, told) for article in base.articles)
    whole = replace(base, articles=articles)
    quotes = tuple(_quote_group(whole, fact) for fact in told[::6])
    return replace(
        whole,
        figures=tuple(_figures(whole, number, fact) for number, fact in enumerate(told[::5])),
        conflicts=tuple(_conflict(whole, fact) for fact in told[1::10]),
        absences=tuple(_absences(whole, told)),
        contrasts=tuple(_contrast(whole, fact) for fact in told),
        wordings=tuple(_wording(whole, fact) for fact in told[::4]),
        certainty=tuple(_certainty(whole, fact) for fact in told[::6]),
        agency=tuple(_agency(whole, fact) for fact in told[1::10]),
        quote_groups=quotes,
        ledger=(_ledger(articles),),
        citations=tuple(_citations(whole, told)),
    )


def _words(comparison: Comparison, mention: Mention, words: str) -> Evidence:
    """Some words of the sentence of a mention."""
    text = comparison.article(mention.article).document.text
    start = text.index(words, mention.span.start, mention.span.end)
    return Evidence(article=mention.article, span=Span(start, start + len(words)), text=words)


def _article(article: Article, told: list[Fact]) -> Article:
    """The article with "two" as a figure and "at once" as a quotation in each shared statement."""
    mine = [m for fact in told for m in fact.mentions if m.article == article.letter]
    text = article.document.text
    figures, quotes = [], []
    for number, mention in enumerate(mine, 1):
        two = text.index("two divers", mention.span.start)
        said = text.index("who told", mention.span.start)
        figures.append(
            Figure(
                id=f"{article.letter}.n{number}",
                span=Span(two, two + 3),
                quantity=Quantity(low=Decimal(number), high=Decimal(number)),
                kind=FigureKind.COUNT,
                counts="divers",
            )
        )
        quotes.append(
            Quote(
                id=f"{article.letter}.q{number}",
                parts=(Span(said, mention.span.end - 1),),
                kind=QuoteKind.DIRECT,
                speaker=Speaker(name="Mara Quill"),
            )
        )
    return replace(article, figures=tuple(figures), quotes=tuple(quotes))


def _inside(article: Article, mention: Mention) -> tuple[Figure, Quote]:
    """The figure and the quotation in the sentence of a mention."""
    figure = next(f for f in article.figures if mention.span.contains(f.span))
    quote = next(q for q in article.quotes if mention.span.contains(q.parts[0]))
    return figure, quote


def _figures(comparison: Comparison, number: int, fact: Fact) -> FigureGroup:
    readings = []
    for mention in fact.mentions:
        figure, _ = _inside(comparison.article(mention.article), mention)
        readings.append(
            Reading(
                article=mention.article,
                figure=figure.id,
                sentence=mention.sentence,
                span=figure.span,
                text="two",
                value="2",
                hedge="none",
            )
        )
    return FigureGroup(
        id=f"n-{number:06x}",
        question=f"How many: divers at pillar {number}",
        readings=tuple(readings),
        relation=FigureRelation.CLASH if number % 2 else FigureRelation.AGREE,
        why="Both cannot be true.",
        facts=(fact.id,),
    )


def _conflict(comparison: Comparison, fact: Fact) -> Conflict:
    return Conflict(
        id=f"k-{fact.id[2:]}",
        kind=ConflictKind.WHO,
        question="Who found it",
        evidence=tuple(_words(comparison, m, "by two divers") for m in fact.mentions[:2]),
        why="They name others.",
        fact=fact.id,
    )


def _absences(comparison: Comparison, told: list[Fact]) -> Iterator[Absence]:
    for fact in told:
        for article in comparison.articles:
            cell = comparison.cell(fact.id, article.letter)
            if cell.state is State.NOT_FOUND:
                yield Absence(
                    fact=fact.id,
                    article=article.letter,
                    said_by=fact.articles,
                    nearest=cell.nearest,
                    hints=(Hint.SHORTER, Hint.EARLIER),
                )


def _contrast(comparison: Comparison, fact: Fact) -> Contrast:
    half = len(fact.mentions) // 2
    return Contrast(
        kind=ContrastKind.LOADED,
        variants=tuple(
            Variant(
                words=words,
                articles=tuple(m.article for m in those),
                evidence=tuple(_words(comparison, m, "cracked") for m in those),
                loaded=words == "shattered",
            )
            for words, those in (
                ("shattered", fact.mentions[:half]),
                ("cracked", fact.mentions[half:]),
            )
        ),
        facts=(fact.id,),
        lexicon=_LIST,
        verified_by=(Rule.SAME_THING,),
    )


def _wording(comparison: Comparison, fact: Fact) -> Wording:
    parts = ("pillar number", "of the bridge was found", "cracked on Monday")
    return Wording(
        fact=fact.id,
        rungs=tuple(
            Rung(
                articles=(mention.article,),
                evidence=Evidence(
                    article=mention.article, span=mention.span, text=comparison.text_of(mention)
                ),
                cells=tuple(_words(comparison, mention, part).span for part in parts),
            )
            for mention in fact.mentions[:8]
        ),
        columns=(ColumnKind.SHARED, ColumnKind.SHARED, ColumnKind.DIFFERING),
    )


def _certainty(comparison: Comparison, fact: Fact) -> Certainty:
    first, *others = fact.mentions
    statement = Evidence(article=first.article, span=first.span, text=comparison.text_of(first))
    return Certainty(
        fact=fact.id,
        kind=CertaintyKind.ATTRIBUTION,
        guarded=(Guarded(statement=statement, mark=_words(comparison, first, "According to")),),
        plain=tuple(_words(comparison, m, "was found cracked on Monday") for m in others[:3]),
    )


def _agency(comparison: Comparison, fact: Fact) -> Agency:
    return Agency(
        fact=fact.id,
        act="find",
        tellings=tuple(
            Telling(
                article=mention.article,
                voice=Voice.PASSIVE,
                act=_words(comparison, mention, "found"),
                clause=_words(comparison, mention, "found cracked on Monday"),
                actor=_words(comparison, mention, "two divers"),
            )
            for mention in fact.mentions
        ),
    )


def _quote_group(comparison: Comparison, fact: Fact) -> QuoteGroup:
    quotes = [(m.article, _inside(comparison.article(m.article), m)[1]) for m in fact.mentions]
    fullest = quotes[0][1]
    part = fullest.parts[0]
    lost = Span(part.start, part.start + 8)
    return QuoteGroup(
        id=f"q-{fact.id[2:]}",
        speaker="Mara Quill",
        fullest=fullest.id,
        members=tuple(
            QuoteMember(
                quote=quote.id,
                article=letter,
                change=QuoteChange.CUT_START if quote is not fullest else QuoteChange.FULLEST,
                changes=(QuoteChange.CUT_START if quote is not fullest else QuoteChange.FULLEST,),
                kept=(part,) if quote is fullest else (Span(lost.end, part.end),),
                lost=() if quote is fullest else (lost,),
            )
            for letter, quote in quotes
        ),
        change=QuoteChange.CUT_START,
        confidence=0.9,
    )


def _ledger(articles: tuple[Article, ...]) -> LedgerRow:
    return LedgerRow(
        speaker="Mara Quill",
        group=SpeakerGroup.EXPERT,
        evidence=None,
        counts=tuple(
            SpeakerCount(
                article=article.letter,
                quotes=tuple(quote.id for quote in article.quotes[:8]),
                words=6 * len(article.quotes[:8]),
                share=1.0,
            )
            for article in articles
        ),
    )


def _citations(comparison: Comparison, told: list[Fact]) -> Iterator[Citation]:
    for fact in told[::3]:
        for mention in fact.mentions[:4]:
            yield Citation(
                article=mention.article,
                source=f"report number {fact.ordinal}",
                kind=CitationKind.DOCUMENT,
                sentences=(mention.sentence,),
                evidence=_words(comparison, mention, "According to the report"),
            )
