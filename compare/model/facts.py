"""Facts: what statements of several articles say alike, and which article states what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.model.ids import FactId, Letter, SentenceId
from compare.model.spans import Span
from compare.model.verification import Rule


class Mode(StrEnum):
    """How an article stands behind a statement."""

    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    QUOTED = "quoted"


class Extent(StrEnum):
    """How much of the fact a mention states."""

    FULL = "full"
    PARTIAL = "partial"


class Relation(StrEnum):
    """How two linked statements stand to each other."""

    SAME = "same"
    A_CONTAINS_B = "a contains b"
    B_CONTAINS_A = "b contains a"


class State(StrEnum):
    """How an article carries a fact."""

    STATED = "stated"
    PARTLY = "partly stated"
    QUOTED = "only in a quotation"
    HEADLINE = "only in the headline"
    PERHAPS = "perhaps"
    NOT_FOUND = "not found"

    @property
    def carries(self) -> bool:
        """True when the article surely carries the fact, be it in its headline only."""
        return self not in (State.PERHAPS, State.NOT_FOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What one signal said of a pair: `value` in 0..1, or None when it had no opinion.

    `points` is what the signal added to or took from the log-odds of the score.
    """

    signal: str
    value: float | None
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A statement in one of the compared documents; `document` is its index in the input."""

    document: int
    article: Letter
    sentence: SentenceId
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two statements of different documents that seem to say the same, and why."""

    a: Place
    b: Place
    score: float
    relation: Relation
    because: tuple[Reason, ...]

    def __post_init__(self) -> None:
        if not 0.0 <= self.score <= 1.0:
            raise ValueError(f"link score {self.score} is outside 0..1")
        if self.a.document == self.b.document:
            raise ValueError("a link joins two documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A statement of a fact; `span` is the words of the sentence that make it.

    `source` is the words of the same sentence that name its source ("police said"), where they
    stand beside the statement. `verified_by` names the rules that held it against the label.
    """

    article: Letter
    sentence: SentenceId
    span: Span
    mode: Mode
    extent: Extent = Extent.FULL
    source: Span | None = None
    verified_by: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A finer fact on the words of another one, which it stands under."""

    label: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineMention:
    """A headline, kept outside the text, that states a fact; `span` counts in the headline."""

    article: Letter
    span: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something at least one article states; `id` comes from its words and survives a re-run.

    `ordinal` ("f3") is its number in this comparison only. `label` is the clearest wording found,
    cut from one of the mentions. Mentions are sorted by article and place. `details` are finer
    facts on the same sentences.
    """

    id: FactId
    ordinal: str
    label: str
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...] = ()
    headlines: tuple[HeadlineMention, ...] = ()
    details: tuple[Detail, ...] = ()

    def __post_init__(self) -> None:
        if not self.mentions:
            raise ValueError(f"fact {self.id} is stated nowhere")

    @property
    def articles(self) -> tuple[str, ...]:
        """The letters of the articles whose text states the fact, in order, each once."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

    @property
    def shared(self) -> bool:
        """True when two or more articles state it."""
        first = self.mentions[0].article
        return any(mention.article != first for mention in self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The closest statement of an article that does not state a fact, and how close it came."""

    sentence: SentenceId
    span: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """One cell of the grid facts x articles.

    `first` is where the article first states the fact, 0.0 at the top and 1.0 at the end of its
    story; `nearest` is given only where the fact was not found, or stands there perhaps.
    """

    fact: FactId
    article: Letter
    state: State
    first: float | None = None
    nearest: Nearest | None = None
