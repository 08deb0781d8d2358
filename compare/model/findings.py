"""What a reader should look at: one class for each kind of finding, each with its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from compare.model.articles import Part
from compare.model.facts import Nearest
from compare.model.ids import FactId, FigureId, Letter, QuoteId, SentenceId
from compare.model.quotes import SpeakerGroup
from compare.model.spans import Span
from compare.model.verification import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Exact words of one article; `text` is always equal to the span of the document."""

    article: Letter
    span: Span
    text: str


class FigureRelation(StrEnum):
    """How the readings of one question stand to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    LATER = "later"
    SCOPE = "scope"
    CLASH = "clash"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one article gives as the answer to a question; `text` is the figure as printed.

    `verified_by` are the rules that tie it to the question.
    """

    article: Letter
    figure: FigureId
    sentence: SentenceId
    span: Span
    text: str
    value: str
    hedge: str
    source: str | None = None
    published: datetime | None = None
    verified_by: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """One question that two or more articles answer with a figure, and how the answers relate.

    `counts` says in words what is counted ("people killed"), "" where no words tell it.
    `rounded` is true where they are compatible because one is a rounded form of the other.
    `verified_by` are the rules that bear the relation out; `one_source` names the source that is
    given for two of them that cannot both be true.
    """

    id: str
    question: str
    readings: tuple[Reading, ...]
    relation: FigureRelation
    why: str
    facts: tuple[FactId, ...] = ()
    rounded: bool = False
    verified_by: tuple[Rule, ...] = ()
    one_source: str | None = None
    counts: str = ""


class ConflictKind(StrEnum):
    """In what way articles differ in substance.

    ONE_SOURCE: two figures that cannot both be true are both given as the figure of one source.
    WHAT: a detail of one thing, such as its side or its colour.
    """

    CLASH = "clash"
    ONE_SOURCE = "one-source"
    LATER = "later"
    SCOPE = "scope"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    WHAT = "what"
    OPPOSITE = "opposite"
    CERTAINTY = "certainty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Something worth a look: two or more articles that differ, with their words.

    `verified_by` are the rules that bear it out.
    """

    id: str
    kind: ConflictKind
    question: str
    evidence: tuple[Evidence, ...]
    why: str
    fact: FactId | None = None
    verified_by: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """How many conflicts of each sort there are, for a counter that names each by its own name.

    `differ` cannot both be true, `changed` may both have been true in their time, `other_things`
    count or speak of different things, `certainty` is told as sure by one and not by another.
    """

    differ: int
    changed: int
    other_things: int
    certainty: int


def differences(conflicts: Sequence[Conflict]) -> Differences:
    """The conflicts counted by what they are; the four numbers add up to all of them."""
    kinds = [conflict.kind for conflict in conflicts]
    changed, scope, sure = (
        kinds.count(kind)
        for kind in (ConflictKind.LATER, ConflictKind.SCOPE, ConflictKind.CERTAINTY)
    )
    return Differences(
        differ=len(kinds) - changed - scope - sure,
        changed=changed,
        other_things=scope,
        certainty=sure,
    )


class Hint(StrEnum):
    """An innocent reason why an article may not carry a fact."""

    SHORTER = "shorter article"
    EARLIER = "published earlier"
    LOCAL = "local edition"
    FOCUS = "different focus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A fact that two or more articles state and this one does not, with the nearest miss.

    `wordings` is the number of independent wordings among `said_by`, None where not counted.
    """

    fact: FactId
    article: Letter
    said_by: tuple[Letter, ...]
    nearest: Nearest | None
    hints: tuple[Hint, ...] = ()
    wordings: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one article has alone, and what a reader of it alone would miss: ids of facts.

    Both lists have the weightiest first; `elsewhere` is cut to about a paragraph's worth.
    """

    article: Letter
    only_here: tuple[FactId, ...]
    elsewhere: tuple[FactId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prominence:
    """Where one article puts a fact.

    `part` is the highest place it has there. `paragraph` counts from 1 to `paragraphs`, those of
    the story, and is None for a fact that only the headline states. `share` is the part of the
    story's words that stand in the statements of the fact, 0..1.
    """

    fact: FactId
    article: Letter
    part: Part
    paragraph: int | None
    paragraphs: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A fact that some articles lead with and others have only at the end."""

    fact: FactId
    high: tuple[Letter, ...]
    low: tuple[Letter, ...]


class ColumnKind(StrEnum):
    """What stands in one column of a wording ladder."""

    SHARED = "shared"
    DIFFERING = "differing"
    ALONE = "in one wording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One wording of a fact and the articles that use it, word spans in their columns.

    `cells` has one entry for each column of the ladder, None where this wording has no words, and
    is empty when the wording shares too little with the others to be lined up. Spans count in the
    article of `evidence`. `also` are the same words in the other `articles`.
    """

    articles: tuple[Letter, ...]
    evidence: Evidence
    cells: tuple[Span | None, ...]
    also: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The wordings of one fact, aligned word by word; `columns` says what each column holds."""

    fact: FactId
    rungs: tuple[Rung, ...]
    columns: tuple[ColumnKind, ...] = ()


class QuoteChange(StrEnum):
    """What happened to a quotation against its fullest version."""

    FULLEST = "fullest"
    IDENTICAL = "identical"
    RESPELT = "same words, other spelling"
    DIVIDED = "printed in several places"
    CUT_START = "cut at the start"
    CUT_MIDDLE = "cut in the middle"
    CUT_END = "cut at the end"
    ELLIPSIS = "cut with an ellipsis"
    BRACKETED = "bracketed"
    ALTERED = "altered words"
    DROPPED = "words dropped without a mark"
    SPLICED = "spliced"
    REWORDED = "other wording"
    PARAPHRASED = "turned into indirect speech"
    REATTRIBUTED = "given to another speaker"
    NEGATION_LOST = "negation lost"
    HEDGE_LOST = "hedge lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteEdit:
    """One place where a version differs from the fullest one.

    `gone` are the words of the fullest version, in its document, that this one has not, and `put`
    the words it has in their place, in its own document; None where there are none.
    """

    change: QuoteChange
    gone: Span | None = None
    put: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteMember:
    """One version of an utterance.

    `change` is the weightiest of `changes`. `kept` are spans of the fullest version that this one
    keeps, `lost` those it does not, both in the document of the fullest version. `edits` are the
    words removed and replaced, in the order of the fullest version. `verified_by` are the rules
    that the changes were verified by.
    """

    quote: QuoteId
    article: Letter
    change: QuoteChange
    changes: tuple[QuoteChange, ...]
    kept: tuple[Span, ...] = ()
    lost: tuple[Span, ...] = ()
    edits: tuple[QuoteEdit, ...] = ()
    verified_by: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteGroup:
    """Versions of one utterance in two or more articles; `change` is the weightiest of them all."""

    id: str
    speaker: str | None
    fullest: QuoteId
    members: tuple[QuoteMember, ...]
    change: QuoteChange
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerCount:
    """How much one article quotes a speaker; `share` is of all its quoted words, 0..1."""

    article: Letter
    quotes: tuple[QuoteId, ...]
    words: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A speaker, under the name all articles agree on, and how each article quotes them.

    `spellings` are the places where an article writes the name in other letters than most do:
    Harrow for Harlow, Jim for James; not a shorter form of the same name.
    """

    speaker: str
    group: SpeakerGroup
    evidence: Evidence | None
    counts: tuple[SpeakerCount, ...]
    spellings: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One passage that two or more articles share nearly word for word, as each prints it."""

    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Copy that two or more articles share nearly word for word; quotations do not count.

    `share` is the smaller of the articles' shares of words inside shared passages, 0..1; `shares`
    gives that of each article, in the order of `articles`. `evidence` are all the shared words,
    `passages` the same words sorted by what belongs together.
    """

    articles: tuple[Letter, ...]
    share: float
    evidence: tuple[Evidence, ...]
    shares: tuple[float, ...] = ()
    passages: tuple[Passage, ...] = ()


class CitationKind(StrEnum):
    """What a cited source is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    PERSON = "person"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    ORGANISATION = "organisation"
    OWN = "own reporting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source that an article names for what it reports.

    `sentences` are all those that name it, `evidence` are words that name it. `cited` is the
    letter of the compared article that comes from this source, if there is one.
    """

    article: Letter
    source: str
    kind: CitationKind
    sentences: tuple[SentenceId, ...]
    evidence: Evidence
    cited: Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A headline and the facts of the body it rests on; `unmatched` when no fact supports it.

    `unsupported` are names and figures of the headline that the body does not have, as spans of
    `text`; `why` says in one sentence what the body has instead, with its words as `evidence`.
    `verified_by` are the rules that bore these findings out, and is empty where there are none.
    """

    article: Letter
    text: str
    facts: tuple[FactId, ...]
    unmatched: bool
    nearest: Nearest | None = None
    unsupported: tuple[Span, ...] = ()
    why: str = ""
    evidence: tuple[Evidence, ...] = ()
    verified_by: tuple[Rule, ...] = ()
