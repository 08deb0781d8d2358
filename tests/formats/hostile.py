"""A story with one text in every field that can come from outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from compare.model.comparison import Comparison
from compare.model.facts import Fact, HeadlineMention, Link, Place, Reason, Relation
from compare.model.findings import (
    Citation,
    CitationKind,
    FigureGroup,
    FigureRelation,
    Headline,
    LedgerRow,
    QuoteChange,
    QuoteGroup,
    QuoteMember,
    SpeakerCount,
)
from compare.model.quotes import SpeakerGroup
from compare.model.spans import Span
from compare.model.story import Skipped, StoryInfo
from tests.formats.builder import Draft, plain


def hostile_story(text: str, other: str) -> Comparison:
    """Two articles with the given text in every field that can come from outside."""
    said = f"{text} {other}."
    drafts = [
        Draft(letter, text, said, [[said]], datetime(2024, 5, 14, 8, tzinfo=UTC)) for letter in "AB"
    ]
    whole = Span(0, len(said))
    quotes = [draft.quote(said, speaker=text) for draft in drafts]
    readings = tuple(
        replace(draft.reading(said, "2", "2", text, counts=text), source=other) for draft in drafts
    )
    ends = [
        Place(document=i, article=d.letter, sentence=f"{d.letter}.s1", span=whole)
        for i, d in enumerate(drafts)
    ]
    because = (
        Reason(signal=text, value=0.5, points=1.0),
        Reason(signal=other, value=0.1, points=-1.0),
    )
    fact = Fact(
        id="f-badbad",
        ordinal="f1",
        label=text,
        mentions=tuple(draft.mention(said) for draft in drafts),
        links=(Link(a=ends[0], b=ends[1], score=0.5, relation=Relation.SAME, because=because),),
        headlines=(HeadlineMention(article="A", span=whole, score=0.5),),
    )
    story = plain(drafts, [fact], title=text)
    evidence = drafts[0].evidence(said)
    return replace(
        story,
        story=StoryInfo(
            title=text,
            licence=other,
            notice=other,
            warnings=(text,),
            skipped=(Skipped(source=text, reason=other, advice=text),),
        ),
        articles=tuple(
            replace(
                a,
                document=replace(
                    a.document,
                    url=other if a.letter == "A" else f"https://a.test/{other}",
                    byline=text,
                    standfirst=other,
                    licence=text,
                    wire=other,
                    source=text,
                    notes=(other,),
                    language=text,
                ),
            )
            for a in story.articles
        ),
        figures=(
            FigureGroup(
                id="n1",
                question=text,
                readings=readings,
                relation=FigureRelation.CLASH,
                why=other,
                facts=(fact.id,),
            ),
        ),
        quote_groups=(
            QuoteGroup(
                id="q1",
                speaker=text,
                fullest="A.q1",
                members=tuple(
                    QuoteMember(
                        quote=quote.id,
                        article=quote.id[0],
                        change=QuoteChange.ALTERED,
                        changes=(QuoteChange.ALTERED,),
                        lost=(whole,),
                    )
                    for quote in quotes
                ),
                change=QuoteChange.ALTERED,
                confidence=0.5,
            ),
        ),
        ledger=(
            LedgerRow(
                speaker=other,
                group=SpeakerGroup.OTHER,
                evidence=evidence,
                counts=(SpeakerCount(article="A", quotes=("A.q1",), words=2, share=1.0),),
            ),
        ),
        citations=(
            Citation(
                article="A",
                source=text,
                kind=CitationKind.PERSON,
                sentences=("A.s1",),
                evidence=evidence,
            ),
        ),
        headlines=(Headline(article="A", text=said, facts=(fact.id,), unmatched=True, why=other),),
    )
