"""A story over time: what each article added, changed, corrected, contradicted or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from compare.model.articles import Article
from compare.model.findings import Evidence
from compare.model.story import ToolInfo

FOLLOW_SCHEMA = "urn:storydiff:follow:1.0"


class StepKind(StrEnum):
    """What an article does with a claim or a figure that stands so far."""

    NEW = "new"
    REPEATED = "repeated"
    CORROBORATED = "corroborated"
    CHANGED = "changed"
    CORRECTED = "corrected"
    CONTRADICTED = "contradicted"
    DROPPED = "dropped"


class ClaimState(StrEnum):
    """How a claim stands at the end.

    SAID_ONCE: by one outlet, and nothing later tells whether others take it up. NOT_REPEATED: later
    articles do not have it. CORROBORATED: two outlets or more state it in wordings of their own;
    CORROBORATED_IN_PART: they do, and all but one of them at most state only part of it.
    """

    SAID_ONCE = "said once"
    CORROBORATED = "corroborated independently"
    CORROBORATED_IN_PART = "corroborated in part"
    CONTRADICTED = "contradicted"
    CORRECTED = "corrected"
    NOT_REPEATED = "not repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One article's part in the life of a claim or a figure, with its words.

    `before` are the words that it corrects, changes, contradicts or drops; for what is dropped,
    `evidence` is None, since the article has no words for it. `value` is the figure in plain
    numbers, "" for a claim. `in_part` tells that the article states only part of the claim.
    """

    kind: StepKind
    article: str
    outlet: str
    published: datetime | None
    evidence: Evidence | None
    before: Evidence | None = None
    value: str = ""
    in_part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A fact with its steps in the order of time; `outlets` counts independent wordings."""

    fact: str
    label: str
    state: ClaimState
    steps: tuple[Step, ...]
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLine:
    """One question that articles answer in figures, and the answers in the order of time."""

    id: str
    question: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFigure:
    """A figure of a new article that agrees with none before it."""

    article: str
    outlet: str
    published: datetime | None
    figure: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """A story over time. Building one checks every place.

    `articles` are in the order of time and have their letters in it; those without a time come
    last. `versions` are pairs of letters, an article and a later version of it. `fresh` are the
    letters of the articles that are new: those after `since`, or the newest. `notices` are
    sentences in which an article corrects itself.
    """

    tool: ToolInfo
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    figures: tuple[FigureLine, ...]
    new_figures: tuple[NewFigure, ...]
    versions: tuple[tuple[str, str], ...]
    notices: tuple[Evidence, ...]
    fresh: tuple[str, ...]
    since: datetime | None = None
    warnings: tuple[str, ...] = ()
    schema: str = FOLLOW_SCHEMA
    offset_unit: str = "code point"

    def __post_init__(self) -> None:
        texts = {article.letter: article.document.text for article in self.articles}
        places = [*self.notices, *(new.evidence for new in self.new_figures)]
        for step in self.steps():
            places += [place for place in (step.evidence, step.before) if place]
        for place in places:
            if place.article not in texts:
                raise ValueError(f"there is no article {place.article!r}")
            if place.span.of(texts[place.article]) != place.text:
                raise ValueError(f"the words of {place.article} are not those that are told")

    def steps(self) -> list[Step]:
        """Every step of every claim and figure."""
        found = [step for claim in self.claims for step in claim.steps]
        return [*found, *(step for line in self.figures for step in line.steps)]

    def article(self, letter: str) -> Article:
        """The article with this letter; KeyError if there is none."""
        return {article.letter: article for article in self.articles}[letter]
