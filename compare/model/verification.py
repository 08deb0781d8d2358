"""What verified a claim: the rule that held it against the words it opens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules that a claim can be verified by; a claim keeps those that bore it out."""

    WORDS_STATED = "the statement carries the words of the claim"
    NOTHING_NEAR = "no other sentence shares its rare words, not in a quotation or a denial either"
    SAME_COUNT = "both sentences count the same"
    PART_OF_THE_OTHER = "one sentence also has the other number, as a part of its own"
    STANCE_KEPT = "what others allege, attribute or deny is not told as plain fact"
    EVEN_ANSWERS = "the right answer does not stand out by its length"


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
