"""What verified a claim: the rule that held it against the words it opens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules that a claim can be verified by; a claim keeps those that bore it out."""

    WORDS_STATED = "the statement carries the words of the claim"
    WORD_NOWHERE = "no form, acronym, other name or place of the word stands in the text"
    FIGURE_NOWHERE = "no figure of the text has the value, rounded or as a sum of two"
    RESERVE_ON_CLAIM = "the reserve stands on the clause that makes the claim"
    SAME_PLACE = "the words around both run alike, and the clauses share actor or act"
    SAME_THING = "both words stand on the same word of meaning"
    SAME_SPEAKER = "both verbs bring the same words of the same speaker"
    SAME_ACT = "both clauses tell the same act of the same person or thing"
    NAME_IN_LABEL = "every label has the name, or is the only one of its role"


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
