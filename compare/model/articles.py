"""A document as it was read, and the article found in it: paragraphs, sentences and more."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from compare.model.figures import Figure
from compare.model.ids import Letter, SentenceId
from compare.model.quotes import Quote
from compare.model.spans import Span


class AsideKind(StrEnum):
    """Why a stretch of a document is not part of the story."""

    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    DATELINE = "dateline"
    PROMO = "promo"
    RELATED = "related"
    PULL_QUOTE = "pull quote"
    CONTRIBUTORS = "contributors"
    NOTE = "note"


class Part(StrEnum):
    """Where in the article a sentence stands."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    ASIDE = "aside"


class Precision(StrEnum):
    """How exactly a time is known."""

    DAY = "day"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A stretch of the text that is kept and shown, but is not part of the story."""

    span: Span
    kind: AsideKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """Words found on the page beside the article text, such as a caption; never compared."""

    kind: AsideKind
    text: str


class DateCertainty(StrEnum):
    """How sure a time of publication is."""

    STATED = "stated"
    """Given as one: by the page for machines, a feed, a file or whoever gave the text."""
    SHOWN = "shown"
    """Read beside the article on its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a piece of metadata came from, e.g. field "published", source "JSON-LD"."""

    field: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it was read. `text` never changes after loading.

    `letter` is empty until the document enters a comparison. `asides` are the spans of `text` that
    the source itself told apart from the story; plain text is searched for more of them later.
    `canonical` is the address that a page gives as its own, which may be wrong; `free` is False for
    a page that its publisher marks as not free to read, and None where nothing is said.
    `published_guess` is a day that may be the one of publication, as a year in a footer or an
    address suggest; it is shown as a guess, and nothing is worked out from it. `sha256` is
    of the UTF-8 bytes of `text` and is worked out when left empty. With `excerpt`, `text` shows
    some of its sentences and has a filler of the same length for the others, and `sha256` is that
    of the whole text.
    """

    text: str
    outlet: str
    letter: Letter = ""
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    url: str | None = None
    published: datetime | None = None
    published_precision: Precision | None = None
    published_certainty: DateCertainty | None = None
    published_guess: datetime | None = None
    updated: datetime | None = None
    language: str = "en"
    licence: str | None = None
    wire: str | None = None
    section: str | None = None
    canonical: str | None = None
    free: bool | None = None
    source: str | None = None
    invented: bool = False
    asides: tuple[Aside, ...] = ()
    extras: tuple[Extra, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    notes: tuple[str, ...] = ()
    sha256: str = ""
    excerpt: bool = False

    def __post_init__(self) -> None:
        if not (self.excerpt and self.sha256):
            self._check_digest()
        _inside(self.text, [aside.span for aside in self.asides], "aside")

    def _check_digest(self) -> None:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        if self.sha256 and self.sha256 != digest:
            raise ValueError(f"the text of {self.outlet!r} does not match its sha256")
        object.__setattr__(self, "sha256", digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of text between blank lines or line ends; `id` is like "B.p3"."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `id` is like "B.s12", `paragraph` an index into the article's paragraphs.

    `aside` says why the whole sentence is not part of the story, and is None for the story itself.
    """

    id: SentenceId
    span: Span
    paragraph: int
    part: Part
    aside: AsideKind | None = None

    @property
    def in_story(self) -> bool:
        """False for captions, bylines, promotion and the like."""
        return self.aside is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A mention of a named person, group or place, with the words as printed."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document with its sentences, quotes, figures and names found.

    Sentences and paragraphs are in text order, do not overlap, and leave only white space between
    them; each sentence lies in exactly one paragraph and each paragraph holds at least one.
    `asides` holds the document's own and those found in plain text; `figures` are in text order.
    """

    document: Document
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()
    asides: tuple[Aside, ...] = ()
    _sentence_at: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        text = self.document.text
        _tile(text, [p.span for p in self.paragraphs], "paragraph")
        _tile(text, [s.span for s in self.sentences], "sentence")
        self._check_paragraphs()
        _inside(text, [a.span for a in self.asides], "aside")
        self._check_quotes()
        _inside(text, [f.span for f in self.figures], "figure")
        _inside(text, [n.span for n in self.names], "name")
        object.__setattr__(self, "_sentence_at", {s.id: i for i, s in enumerate(self.sentences)})
        if len(self._sentence_at) != len(self.sentences):
            raise ValueError("two sentences share an id")

    def _check_paragraphs(self) -> None:
        held = set()
        for sentence in self.sentences:
            if not 0 <= sentence.paragraph < len(self.paragraphs):
                raise ValueError(
                    f"{sentence.id} is in paragraph {sentence.paragraph}, which is not there"
                )
            if not self.paragraphs[sentence.paragraph].span.contains(sentence.span):
                raise ValueError(f"{sentence.id} reaches out of its paragraph")
            held.add(sentence.paragraph)
        if len(held) != len(self.paragraphs):
            raise ValueError("a paragraph holds no sentence")

    def _check_quotes(self) -> None:
        text = self.document.text
        for quote in self.quotes:
            group = quote.speaker.group_span if quote.speaker else None
            _inside(text, [*quote.parts, *quote.marked], "quote part")
            _inside(text, [span for span in (quote.speaker_span, group) if span], "speaker")
            _inside(text, [quote.cue] if quote.cue else [], "cue")

    @property
    def letter(self) -> str:
        """The letter that stands for this article in the comparison."""
        return self.document.letter

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence with this id; KeyError if it is not in the article."""
        return self.sentences[self._sentence_at[sentence_id]]

    def index_of(self, sentence_id: str) -> int:
        """The place of a sentence in `sentences`; KeyError if it is not in the article."""
        return self._sentence_at[sentence_id]

    def figures_in(self, span: Span) -> tuple[Figure, ...]:
        """The figures that lie inside a span, in order."""
        first = bisect_left(self.figures, span.start, key=lambda figure: figure.span.start)
        last = bisect_left(self.figures, span.end, lo=first, key=lambda figure: figure.span.start)
        return tuple(each for each in self.figures[first:last] if each.span.end <= span.end)

    def words_of(self, span: Span) -> str:
        """The exact words of the document inside a span."""
        return span.of(self.document.text)


def _inside(text: str, spans: list[Span], what: str) -> None:
    for span in spans:
        if span.end > len(text):
            raise ValueError(f"{what} {span.start}:{span.end} reaches beyond the text")


def _tile(text: str, spans: list[Span], what: str) -> None:
    """Spans are in order and everything between them is white space."""
    at = 0
    for span in spans:
        if span.start < at:
            raise ValueError(f"{what} {span.start}:{span.end} overlaps the one before it")
        if text[at : span.start].strip():
            raise ValueError(f"text before {what} {span.start}:{span.end} is in no {what}")
        at = span.end
    if text[at:].strip():
        raise ValueError(f"text after the last {what} is in no {what}")
    _inside(text, spans, what)
