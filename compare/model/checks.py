"""A text held against articles: its statements, what bears them out, and what does not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.model.articles import Article
from compare.model.findings import Evidence
from compare.model.spans import Span
from compare.model.story import ToolInfo

CHECK_SCHEMA = "urn:storydiff:check:1.0"

TEXT_LETTER = "TEXT"
"""Stands for the text that is checked, where its sources have letters."""


class CheckState(StrEnum):
    """How the sources bear out a statement.

    PARTLY: some of it is not borne out, and is marked. ATTRIBUTED: the sources give it only as said
    by somebody, the text as a fact. NOT_CHECKABLE: a question, an opinion or a heading.
    """

    STATED = "stated"
    PARTLY = "partly"
    ATTRIBUTED = "attributed"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not found"
    NOT_CHECKABLE = "not checkable"


class DoubtKind(StrEnum):
    """What is not borne out in a statement."""

    FIGURE = "other figure"
    UNIT = "other unit"
    DAY = "other day or time"
    PERSON = "other person"
    PLACE = "other place"
    ROLE = "role of somebody else"
    DENIAL = "opposite"
    SPEAKER = "other speaker"
    ATTRIBUTION = "attribution dropped"
    RESERVE = "reserve dropped"
    GENERAL = "too general"
    QUOTE = "quotation not found"
    ALTERED = "quotation altered"
    NO_NAME = "name in no source"
    NO_FIGURE = "figure in no source"
    WORDS = "not found"
    CONNECTION = "not found in this connection"


CONTRADICTING = frozenset(
    [
        DoubtKind.FIGURE,
        DoubtKind.UNIT,
        DoubtKind.DAY,
        DoubtKind.PERSON,
        DoubtKind.PLACE,
        DoubtKind.ROLE,
        DoubtKind.DENIAL,
        DoubtKind.SPEAKER,
    ]
)
"""Doubts for which a source says something else; the others only lack a source."""


class QuoteFate(StrEnum):
    """What became of a quotation in the text, beside the sources."""

    VERBATIM = "verbatim"
    CUT = "cut"
    ALTERED = "altered"
    NOT_FOUND = "not found"
    OTHER_SPEAKER = "other speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Words of a statement that are not borne out: `span` counts in the text that is checked.

    `evidence` are the places of the sources that say it otherwise; none where no source has it.
    `detail` are the words that the sources have in its place, "" where there are none.
    """

    kind: DoubtKind
    span: Span
    text: str
    detail: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedQuote:
    """Words in quotation marks in the text, and what the sources have of them.

    `said_by` is the speaker as the text names it, `source_speaker` as a source does.
    """

    span: Span
    text: str
    fate: QuoteFate
    said_by: str | None = None
    source_speaker: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A place in a source that bears a statement out, or comes nearest to it.

    `share` is the part of the statement's weight, 0..1, whose words stand there; `said_by` names
    who is given as having said it there, None where the article says it in its own voice.
    """

    article: str
    sentence: str
    span: Span
    text: str
    share: float
    said_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedStatement:
    """A sentence of the text with its state; `id` is like "TEXT.s3".

    `evidence` are the places that bear it out or speak against it, `nearest` the closest place for
    what was not found. `stated_by` are the letters of the sources that state it in full. `against`
    are places of other sources that give another figure for what some source bears out. `reason`
    says why a statement is not checkable.
    """

    id: str
    span: Span
    text: str
    state: CheckState
    stated_by: tuple[str, ...] = ()
    evidence: tuple[Bearing, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    quotes: tuple[CheckedQuote, ...] = ()
    against: tuple[Evidence, ...] = ()
    nearest: Bearing | None = None
    reason: str = ""

    @property
    def marks(self) -> tuple[tuple[Span, str], ...]:
        """Where doubts and quotations stand, and their words."""
        doubts = tuple((doubt.span, doubt.text) for doubt in self.doubts)
        return (*doubts, *((quote.span, quote.text) for quote in self.quotes))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What most or all sources report and the text does not: a label, and a place in each."""

    fact: str
    label: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A text held against its sources. Building one checks every span and every reference.

    `article` is the text with its sentences, `sources` the articles in the order of the input.
    """

    tool: ToolInfo
    article: Article
    sources: tuple[Article, ...]
    statements: tuple[CheckedStatement, ...]
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    schema: str = CHECK_SCHEMA
    offset_unit: str = "code point"

    def __post_init__(self) -> None:
        mine = self.article.document.text
        texts = {source.letter: source.document.text for source in self.sources}
        if [one.span for one in self.statements] != [s.span for s in self.article.sentences]:
            raise ValueError("the statements are not the sentences of the text")
        for statement in self.statements:
            _same_words(mine, statement.span, statement.text)
            for span, words in statement.marks:
                _same_words(mine, span, words)
                if not statement.span.contains(span):
                    raise ValueError(f"a mark of {statement.id} lies outside it")
        for place in self._places():
            if place.article not in texts:
                raise ValueError(f"there is no source {place.article!r}")
            _same_words(texts[place.article], place.span, place.text)

    def _places(self) -> list[Evidence | Bearing]:
        """Every place in a source that the check refers to."""
        found: list[Evidence | Bearing] = []
        for statement in self.statements:
            found += statement.evidence
            found += statement.against
            found += [statement.nearest] if statement.nearest else []
            for doubt in statement.doubts:
                found += doubt.evidence
            for quote in statement.quotes:
                found += quote.evidence
        for left in self.left_out:
            found += left.evidence
        return found

    def source(self, letter: str) -> Article:
        """The source with this letter; KeyError if there is none."""
        return {source.letter: source for source in self.sources}[letter]


def _same_words(text: str, span: Span, words: str) -> None:
    if span.of(text) != words:
        raise ValueError(f"the words at {span.start}:{span.end} are not those that are told")
