"""What a reader of the user's own had to do with a comparison: which, where, at what cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from compare.model.findings import Evidence, FigureRelation
from compare.model.ids import FactId

RECORD_FILE = "reader.jsonl"
"""The file beside a story that questions to a reader and its answers are kept in."""


ReadFigures = Mapping[tuple[str, str], FigureRelation]
"""Pairs of figures, by their ids in order, that a reader put together, and how they relate."""

NO_FIGURES_READ: ReadFigures = MappingProxyType({})


class ReaderOutcome(StrEnum):
    """Whose rows a comparison shows."""

    READ = "rows of the reader, verified by the rules"
    RULES = "rows of the rules alone"


class DisagreementKind(StrEnum):
    """Where a reader and the rules differ, and which of the two is shown."""

    READER_ALONE = "put together by the reader alone: shown"
    RULES_ALONE = "put together by the rules alone: not shown"
    DENIED = "put together by the reader, held apart because one denies the other"
    OTHER_SPEAKER = "given to another speaker by the reader: that of the rules is shown"
    OTHER_QUESTION = "figures of one question for the reader alone: not shown"
    OTHER_RELATION = "figures in another relation for the reader: that of the rules is shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One place where a reader and the rules differ, with the words that it is about.

    `fact` is the fact that the words are shown under, where they are shown under one.
    """

    kind: DisagreementKind
    evidence: tuple[Evidence, ...]
    fact: FactId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderUse:
    """The part that a reader had in a comparison.

    `host` is the one that reads, `here` tells that it is this machine itself, `sent` that questions
    with words of the articles went to it.
    `why` says why the rows are those of the rules, where they are. `questions` were to be asked and
    `answers` came and could be read; `tokens_in` and `tokens_out` are those of the answers, None
    where a server did not count. `dropped` counts the numbers in the answers that were unknown,
    doubled or against a rule. `prompts` is the SHA-256 of all questions in their order: two
    comparisons that share it asked the same.
    """

    model: str
    host: str
    here: bool
    sent: bool
    outcome: ReaderOutcome
    why: str | None = None
    questions: int
    answers: int
    tokens_in: int | None = None
    tokens_out: int | None = None
    dropped: int = 0
    rows: int = 0
    prompts: str
    disagreements: tuple[Disagreement, ...] = ()
