"""Small hand tools to put a Comparison together from sentences written in a test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from compare.model.articles import Article, Aside, AsideKind, Document, Paragraph, Part, Precision
from compare.model.articles import Sentence as SentenceOf
from compare.model.comparison import Account, Comparison
from compare.model.facts import Coverage, Extent, Fact, Mention, Mode, Nearest, State
from compare.model.figures import Figure, FigureKind, Hedge, Quantity
from compare.model.findings import Evidence, Reading
from compare.model.options import Options
from compare.model.quotes import Quote, QuoteKind, Speaker
from compare.model.spans import Span
from compare.model.story import StoryInfo, ToolInfo


def find(text: str, words: str) -> Span:
    """The only place of `words` in `text`."""
    assert text.count(words) == 1, f"{words!r} is there {text.count(words)} times"
    start = text.index(words)
    return Span(start, start + len(words))


@dataclass
class Draft:
    """One article in the making: blocks of sentences, and what was found in them."""

    letter: str
    outlet: str
    headline: str | None
    blocks: Sequence[Sequence[str]]
    published: datetime | None = None
    asides: Mapping[str, AsideKind] = field(default_factory=dict)
    quotes: list[Quote] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(" ".join(block) for block in self.blocks)

    @property
    def sentences(self) -> list[str]:
        return [sentence for block in self.blocks for sentence in block]

    def sentence_id(self, words: str) -> str:
        """The id of the only sentence that holds the words."""
        holding = [i for i, sentence in enumerate(self.sentences, 1) if words in sentence]
        assert len(holding) == 1, f"{words!r} is in {len(holding)} sentences of {self.letter}"
        return f"{self.letter}.s{holding[0]}"

    def mention(
        self, words: str, mode: Mode = Mode.ASSERTED, extent: Extent = Extent.FULL
    ) -> Mention:
        span = find(self.text, words)
        return Mention(
            article=self.letter,
            sentence=self.sentence_id(words),
            span=span,
            mode=mode,
            extent=extent,
        )

    def evidence(self, words: str) -> Evidence:
        return Evidence(article=self.letter, span=find(self.text, words), text=words)

    def near(self, words: str, score: float) -> Nearest:
        return Nearest(sentence=self.sentence_id(words), span=find(self.text, words), score=score)

    def quote(self, *words: str, speaker: str | None, kind: QuoteKind = QuoteKind.DIRECT) -> Quote:
        quote = Quote(
            id=f"{self.letter}.q{len(self.quotes) + 1}",
            parts=tuple(find(self.text, part) for part in words),
            kind=kind,
            speaker=Speaker(name=speaker) if speaker else None,
            speaker_span=None,
        )
        self.quotes.append(quote)
        return quote

    def reading(
        self,
        words: str,
        low: str,
        high: str | None,
        value: str,
        *,
        counts: str,
        hedge: Hedge = Hedge.NONE,
    ) -> Reading:
        figure = Figure(
            id=f"{self.letter}.n{len(self.figures) + 1}",
            span=find(self.text, words),
            quantity=Quantity(low=Decimal(low), high=Decimal(high) if high else None, hedge=hedge),
            kind=FigureKind.COUNT,
            counts=counts,
        )
        self.figures.append(figure)
        return Reading(
            article=self.letter,
            figure=figure.id,
            sentence=self.sentence_id(words),
            span=figure.span,
            text=words,
            value=value,
            hedge=hedge.value,
            published=self.published,
        )

    def article(self) -> Article:
        spans, at, paragraphs, sentences = [], 0, [], []
        for index, block in enumerate(self.blocks):
            first = at
            for words in block:
                spans.append(Span(at, at + len(words)))
                kind = self.asides.get(words)
                part = Part.ASIDE if kind else Part.LEAD if index == 0 else Part.BODY
                sentences.append(
                    SentenceOf(
                        id=f"{self.letter}.s{len(spans)}",
                        span=spans[-1],
                        paragraph=index,
                        part=part,
                        aside=kind,
                    )
                )
                at += len(words) + 1
            paragraphs.append(Paragraph(id=f"{self.letter}.p{index + 1}", span=Span(first, at - 1)))
            at += 1
        document = Document(
            text=self.text,
            outlet=self.outlet,
            letter=self.letter,
            headline=self.headline,
            published=self.published,
            published_precision=Precision.MINUTE if self.published else None,
            url=f"https://{self.letter.lower()}.test/story",
            invented=True,
        )
        return Article(
            document=document,
            paragraphs=tuple(paragraphs),
            sentences=tuple(sentences),
            quotes=tuple(self.quotes),
            figures=tuple(self.figures),
            asides=tuple(
                Aside(span=find(self.text, words), kind=kind) for words, kind in self.asides.items()
            ),
        )


def grid(
    drafts: Sequence[Draft],
    facts: Sequence[Fact],
    *,
    states: Mapping[tuple[str, str], State],
    nearest: Mapping[tuple[str, str], Nearest],
) -> tuple[Coverage, ...]:
    """The full grid: `states` by (ordinal, letter) where a mention alone does not settle it."""
    cells = []
    for fact in facts:
        for draft in drafts:
            key = (fact.ordinal, draft.letter)
            mention = next((m for m in fact.mentions if m.article == draft.letter), None)
            default = State.STATED if mention else State.NOT_FOUND
            cells.append(
                Coverage(
                    fact=fact.id,
                    article=draft.letter,
                    state=states.get(key, default),
                    first=round(mention.span.start / len(draft.text), 3) if mention else None,
                    nearest=nearest.get(key),
                )
            )
    return tuple(cells)


def account(draft: Draft, facts: Sequence[Fact]) -> Account:
    """Sentences sorted by the rule of the model; quoted ones are left to `only_here`."""
    shared = {m.sentence for f in facts if f.shared for m in f.mentions}
    lists: dict[str, list[str]] = {"shared": [], "only_here": [], "aside": []}
    for sentence in draft.article().sentences:
        name = "aside" if sentence.aside else "shared" if sentence.id in shared else "only_here"
        lists[name].append(sentence.id)
    return Account(
        article=draft.letter,
        shared=tuple(lists["shared"]),
        only_here=tuple(lists["only_here"]),
        quotation=(),
        aside=tuple(lists["aside"]),
    )


def plain(
    drafts: Sequence[Draft], facts: Sequence[Fact], *, title: str = "A test story"
) -> Comparison:
    """A comparison with facts and nothing else found."""
    return Comparison(
        tool=ToolInfo(name="storydiff", version="0.0.0"),
        options=Options(),
        story=StoryInfo(title=title, invented=True),
        articles=tuple(draft.article() for draft in drafts),
        facts=tuple(facts),
        coverage=grid(drafts, facts, states={}, nearest={}),
        accounts=tuple(account(draft, facts) for draft in drafts),
    )
