"""An invented story of three outlets with something of everything, and a crowd of fifty."""

from __future__ import annotations

from datetime import UTC, datetime

from compare.model.articles import AsideKind
from compare.model.articles import Part as ArticlePart
from compare.model.comparison import Comparison
from compare.model.facts import (
    Extent,
    Fact,
    HeadlineMention,
    Link,
    Mode,
    Place,
    Reason,
    Relation,
    State,
)
from compare.model.figures import Hedge
from compare.model.findings import (
    Absence,
    Citation,
    CitationKind,
    Conflict,
    ConflictKind,
    Digest,
    FigureGroup,
    FigureRelation,
    Headline,
    Hint,
    LedgerRow,
    Placement,
    Prominence,
    QuoteChange,
    QuoteGroup,
    QuoteMember,
    SpeakerCount,
)
from compare.model.options import Options
from compare.model.quotes import QuoteKind, SpeakerGroup
from compare.model.spans import Span
from compare.model.story import Skipped, StoryInfo, ToolInfo
from compare.model.verification import Rule
from tests.formats.builder import Draft, account, find, grid
from tests.formats.words import words


def _at(hour: int, minute: int) -> datetime:
    return datetime(2024, 5, 14, hour, minute, tzinfo=UTC)


def _gazette() -> Draft:
    return Draft(
        "A",
        "Brackwater Gazette",
        "Two hurt as market hall roof falls in",
        [
            [
                "The roof of Brackwater's market hall fell in shortly before noon on Tuesday.",
                "Two people were taken to hospital.",
            ],
            [
                "“It went with one long crack, and then there was only dust. I ran for the "
                "doors and did not look back,” said Ilse Varnham, who sells cheese there.",
            ],
            [
                "The hall was built in 1911 and holds 64 stalls.",
                "Fire officer Tom Ashgrove said 140 people got out unharmed.",
            ],
            ["Photograph: Brackwater Gazette"],
        ],
        _at(14, 5),
        {"Photograph: Brackwater Gazette": AsideKind.CREDIT},
    )


def _courier() -> Draft:
    return Draft(
        "B",
        "The Upland Courier",
        "Council was warned about market roof",
        [
            ["The roof of the market hall in Brackwater collapsed on Tuesday, injuring three."],
            [
                "The council was told in March that two beams were rotten, "
                "a letter seen by the Courier shows.",
            ],
            ["“It went with one long crack, and then there was only dust,” a trader said."],
            ["About 150 people escaped unhurt, the fire service said."],
        ],
        _at(19, 40),
    )


def _channel() -> Draft:
    return Draft(
        "C",
        "Channel Nine Online",
        "Roof down, prices up: market traders fear for summer",
        [
            [
                "At least two people were hurt when the market hall roof came down.",
                "A trader spoke of “one long crack”.",
            ],
            ["Stalls will move to the car park from Saturday, the council said."],
            ["Follow Channel Nine for more."],
        ],
        _at(13, 10),
        {"Follow Channel Nine for more.": AsideKind.PROMO},
    )


def _link(a: Draft, words_a: str, b: Draft, words_b: str, score: float) -> Link:
    letters = "ABC"
    ends = [
        Place(
            document=letters.index(d.letter),
            article=d.letter,
            sentence=d.sentence_id(words),
            span=find(d.text, words),
        )
        for d, words in ((a, words_a), (b, words_b))
    ]
    because = (
        Reason(signal="wording", value=0.61, points=1.4),
        Reason(signal="names", value=1.0, points=0.9),
        Reason(signal="figures", value=None, points=0.0),
    )
    return Link(a=ends[0], b=ends[1], score=score, relation=Relation.SAME, because=because)


def _facts(a: Draft, b: Draft, c: Draft) -> list[Fact]:
    fell = "The roof of Brackwater's market hall fell in shortly before noon on Tuesday."
    collapsed = "The roof of the market hall in Brackwater collapsed on Tuesday"
    came_down = "the market hall roof came down"
    rotten = (
        "The council was told in March that two beams were rotten, "
        "a letter seen by the Courier shows."
    )
    return [
        Fact(
            id="f-1c0ffe",
            ordinal="f1",
            label=collapsed,
            mentions=(
                a.mention(fell),
                b.mention(collapsed),
                c.mention(came_down, extent=Extent.PARTIAL),
            ),
            links=(
                _link(a, fell, b, collapsed, 0.83),
                _link(a, fell, c, came_down, 0.57),
            ),
            headlines=(HeadlineMention(article="A", span=Span(12, 37), score=0.71),),
        ),
        Fact(
            id="f-2b00b5",
            ordinal="f2",
            label="Two people were taken to hospital.",
            mentions=(
                a.mention("Two people were taken to hospital."),
                b.mention("injuring three"),
                c.mention("At least two people were hurt"),
            ),
        ),
        Fact(
            id="f-3d1ce5",
            ordinal="f3",
            label="140 people got out unharmed",
            mentions=(
                a.mention("140 people got out unharmed", mode=Mode.ATTRIBUTED),
                b.mention("About 150 people escaped unhurt", mode=Mode.ATTRIBUTED),
            ),
        ),
        Fact(
            id="f-4e77e4",
            ordinal="f4",
            label="Stalls will move to the car park from Saturday",
            mentions=(c.mention("Stalls will move to the car park from Saturday"),),
        ),
        Fact(id="f-5afe57", ordinal="f5", label=rotten, mentions=(b.mention(rotten),)),
        Fact(
            id="f-6ea512",
            ordinal="f6",
            label="The hall was built in 1911 and holds 64 stalls.",
            mentions=(a.mention("The hall was built in 1911 and holds 64 stalls."),),
        ),
    ]


def _figures(a: Draft, b: Draft, c: Draft) -> tuple[FigureGroup, ...]:
    hurt, out = "people hurt", "people who got out"
    return (
        FigureGroup(
            id="n-1a2b3c4d",
            question="How many: people hurt",
            readings=(
                a.reading("Two", "2", "2", "2", counts=hurt),
                b.reading("three", "3", "3", "3", counts=hurt),
                c.reading(
                    "At least two", "2", None, "2 or more", counts=hurt, hedge=Hedge.AT_LEAST
                ),
            ),
            relation=FigureRelation.CLASH,
            why="2 (A) and 3 (B) cannot both be true of the same thing.",
            facts=("f-2b00b5",),
        ),
        FigureGroup(
            id="n-2b3c4d5e",
            question="How many: people who got out",
            readings=(
                a.reading("140", "140", "140", "140", counts=out),
                b.reading("About 150", "140", "160", "140 to 160", counts=out, hedge=Hedge.ABOUT),
            ),
            relation=FigureRelation.COMPATIBLE,
            rounded=True,
            why="140 (A) and 140 to 160 (B) differ only by rounding.",
            facts=("f-3d1ce5",),
        ),
    )


def _quotes(a: Draft, b: Draft, c: Draft) -> tuple[QuoteGroup, ...]:
    whole = (
        "It went with one long crack, and then there was only dust. "
        "I ran for the doors and did not look back"
    )
    first = "It went with one long crack, and then there was only dust"
    quotes = [
        a.quote(whole, speaker="Ilse Varnham"),
        b.quote(first, speaker="a trader"),
        c.quote("one long crack", speaker="A trader", kind=QuoteKind.MIXED),
    ]
    lost = find(a.text, "I ran for the doors and did not look back")
    return (
        QuoteGroup(
            id="q-4d5e6f70",
            speaker="Ilse Varnham",
            fullest="A.q1",
            members=(
                QuoteMember(
                    quote=quotes[0].id,
                    article="A",
                    change=QuoteChange.FULLEST,
                    changes=(QuoteChange.FULLEST,),
                ),
                QuoteMember(
                    quote=quotes[1].id,
                    article="B",
                    change=QuoteChange.CUT_END,
                    changes=(QuoteChange.CUT_END,),
                    kept=(find(a.text, first),),
                    lost=(lost,),
                ),
                QuoteMember(
                    quote=quotes[2].id,
                    article="C",
                    change=QuoteChange.CUT_END,
                    changes=(QuoteChange.CUT_END, QuoteChange.CUT_START),
                    kept=(find(a.text, "one long crack"),),
                    lost=(find(a.text, "It went with"), lost),
                ),
            ),
            change=QuoteChange.CUT_END,
            confidence=0.93,
        ),
    )


def _ledger(a: Draft) -> tuple[LedgerRow, ...]:
    return (
        LedgerRow(
            speaker="Ilse Varnham",
            group=SpeakerGroup.WITNESS,
            evidence=a.evidence("who sells cheese there"),
            counts=(
                SpeakerCount(article="A", quotes=("A.q1",), words=21, share=1.0),
                SpeakerCount(article="B", quotes=("B.q1",), words=11, share=1.0),
            ),
        ),
    )


def market_hall() -> Comparison:
    """Three outlets: a clash, a rounded figure, a cut quote, a skipped file."""
    a, b, c = _gazette(), _courier(), _channel()
    facts = _facts(a, b, c)
    figures, quote_groups = _figures(a, b, c), _quotes(a, b, c)
    drafts = [a, b, c]
    return Comparison(
        tool=ToolInfo(name="storydiff", version="0.0.0"),
        options=Options(),
        story=StoryInfo(
            title="Market hall roof in Brackwater",
            invented=True,
            licence="CC0-1.0",
            notice="Every person, place and outlet in this story is invented.",
            skipped=(
                Skipped(
                    source="notes.txt",
                    reason="9 words: too short to be an article",
                    advice="Give the whole text",
                ),
            ),
            warnings=("C was published before A; later reports can know more.",),
        ),
        articles=tuple(draft.article() for draft in drafts),
        facts=tuple(facts),
        coverage=grid(
            drafts,
            facts,
            states={("f1", "C"): State.PARTLY, ("f5", "B"): State.STATED},
            nearest={("f3", "C"): c.near("At least two people were hurt", 0.21)},
        ),
        accounts=tuple(account(draft, facts) for draft in drafts),
        figures=figures,
        conflicts=(
            Conflict(
                id="c-1a2b3c4d",
                kind=ConflictKind.CLASH,
                question="How many: people hurt",
                evidence=(
                    a.evidence("Two people were taken to hospital."),
                    b.evidence(b.sentences[0]),
                    c.evidence(c.sentences[0]),
                ),
                why="2 (A) and 3 (B) cannot both be true of the same thing.",
                fact="f-2b00b5",
                verified_by=(Rule.ONE_COUNT, Rule.ONE_PLACE),
            ),
            Conflict(
                id="c-3c4d5e6f",
                kind=ConflictKind.WHO,
                question="Who speaks of the crack",
                evidence=(
                    a.evidence("said Ilse Varnham, who sells cheese there"),
                    b.evidence("a trader said"),
                ),
                why="A names the speaker, B does not.",
                verified_by=(Rule.LIKE_WORDS,),
            ),
        ),
        absences=(
            Absence(
                fact="f-3d1ce5",
                article="C",
                said_by=("A", "B"),
                nearest=c.near("At least two people were hurt", 0.21),
                hints=(Hint.SHORTER, Hint.EARLIER),
            ),
        ),
        **words(a, b, c),
        quote_groups=quote_groups,
        ledger=_ledger(a),
        reuse=(),
        citations=(
            Citation(
                article="B",
                source="a letter",
                kind=CitationKind.DOCUMENT,
                sentences=("B.s2",),
                evidence=b.evidence("a letter seen by the Courier"),
            ),
        ),
        placements=(Placement(fact="f-3d1ce5", high=("A",), low=("B",)),),
        digests=(
            Digest(article="A", only_here=("f-6ea512",), elsewhere=("f-5afe57",)),
            Digest(article="B", only_here=("f-5afe57",), elsewhere=()),
            Digest(article="C", only_here=("f-4e77e4",), elsewhere=("f-3d1ce5",)),
        ),
        prominence=(
            Prominence(
                fact="f-5afe57",
                article="B",
                part=ArticlePart.BODY,
                paragraph=2,
                paragraphs=4,
                share=0.32,
            ),
        ),
        headlines=(
            Headline(article="A", text=a.headline or "", facts=("f-1c0ffe",), unmatched=False),
            Headline(
                article="C",
                text=c.headline or "",
                facts=(),
                unmatched=True,
                unsupported=(find(c.headline or "", "prices"),),
                why="The text does not speak of prices.",
                verified_by=(Rule.WORD_NOWHERE,),
                nearest=c.near("the market hall roof came down", 0.33),
            ),
        ),
    )
