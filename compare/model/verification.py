"""What verified a claim: the rule that held it against the words it opens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules that a claim can be verified by; a claim keeps those that bore it out."""

    FITS_ANOTHER = "the statement fits one of another article closely"
    LABEL_STATED = "its sentence has the words of the label"
    CORE_CARRIED = "it carries what the statements of the fact have in common"


class Outcome(StrEnum):
    """What becomes of a claim that was held against its evidence."""

    KEPT = "kept"
    WEAKENED = "weakened"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome for one claim, and the rules that it rests on or that it failed."""

    outcome: Outcome
    rules: tuple[Rule, ...]
