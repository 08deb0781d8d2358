"""How outlets word what they share: contrasts, names, grammar, certainty and plain counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.model.findings import Evidence
from compare.model.ids import FactId, Letter
from compare.model.spans import Span
from compare.model.verification import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """A list of words that named a word: its name, and its source with the licence."""

    name: str
    source: str


class ContrastKind(StrEnum):
    """What makes two wordings of one statement a contrast."""

    SUBSTITUTION = "other words in the same place"
    LOADED = "loaded word against another word"
    EMOTIVE = "emotive word that others do without"
    SAYING = "other verb of saying for the same speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One of the words that stand for each other: who uses it and where.

    `words` are in the form a dictionary has when a list named them, else as first printed; empty
    for the statements that do without. `loaded` is true only where a list says so.
    """

    words: str
    articles: tuple[Letter, ...]
    evidence: tuple[Evidence, ...]
    loaded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Different words of two or more articles for the same, in the statements of `facts`.

    `lexicon` is the list that named a variant; None for words that only their place sets against
    each other.
    """

    kind: ContrastKind
    variants: tuple[Variant, ...]
    facts: tuple[FactId, ...]
    lexicon: Lexicon | None = None
    verified_by: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        if not self.facts:
            raise ValueError("a contrast of words stands in no fact")


class EntityKind(StrEnum):
    """What a label names."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"
    THING = "thing"


class LabelForm(StrEnum):
    """How a label names somebody or something."""

    FULL = "full name"
    SHORT = "short name"
    TITLED = "title and name"
    INITIALS = "initials"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One label of an article for an entity: how often it stands there, and where first."""

    text: str
    form: LabelForm
    count: int
    first: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletNaming:
    """How one article names an entity.

    `labels` come in the order of first use; `mentions` counts them all. `titles` are the titles and
    roles the article gives beside the name, `introduced` the words of the first mention with them.
    """

    article: Letter
    mentions: int
    labels: tuple[Label, ...]
    introduced: Evidence
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A person, group, place or thing that two or more articles name.

    `differs` is true when they use different labels for it, spelling and short forms aside, or only
    some give a title. `lexicon` is the list that knows the labels of a group without a name.
    """

    name: str
    kind: EntityKind
    outlets: tuple[OutletNaming, ...]
    differs: bool
    lexicon: Lexicon | None = None
    verified_by: tuple[Rule, ...] = ()


class Voice(StrEnum):
    """How the grammar of a clause presents an act."""

    ACTIVE = "active"
    PASSIVE = "passive"
    AGENTLESS = "passive without actor"
    NOMINAL = "noun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one article tells an act: the words of the act, and of the actor where one is named."""

    article: Letter
    voice: Voice
    act: Evidence
    clause: Evidence
    actor: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One act that articles tell in different grammar; `act` is its verb in the base form."""

    fact: FactId
    act: str
    tellings: tuple[Telling, ...]
    verified_by: tuple[Rule, ...] = ()


class CertaintyKind(StrEnum):
    """In what respect one article is more certain than another."""

    ATTRIBUTION = "asserted or attributed"
    HEDGE = "with or without a hedge"
    SCARE_QUOTES = "in or without quotation marks"
    CONDITION = "with or without a condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A guarded statement: `mark` are the words that hold it at arm's length.

    `verified_by` are the rules that held the mark against the statement.
    """

    statement: Evidence
    mark: Evidence
    verified_by: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """The same fact stated with reserve by some articles and plainly by others."""

    fact: FactId
    kind: CertaintyKind
    guarded: tuple[Guarded, ...]
    plain: tuple[Evidence, ...]
    verified_by: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One plain count of an article: `value` in `unit`, and what exactly is counted.

    `of` is the whole a share is taken from, None where there is none or nothing to divide by.
    """

    name: str
    value: float
    unit: str
    definition: str
    count: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The plain counts of one article, always the same ones in the same order."""

    article: Letter
    measures: tuple[Measure, ...]


class HeadlineForm(StrEnum):
    """What a headline is besides a statement."""

    QUESTION = "question"
    QUOTE = "quote"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineWords:
    """A headline beside the others; spans count in `text`.

    `opens` are the words it leads with, `own` the words of meaning that no other headline has,
    `guarded` what its own text holds at arm's length though the headline does not.
    """

    article: Letter
    text: str
    forms: tuple[HeadlineForm, ...]
    opens: Span
    own: tuple[Span, ...]
    guarded: tuple[Guarded, ...] = ()
