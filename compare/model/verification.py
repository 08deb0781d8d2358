"""What verified a claim: the rule that held it against the words it opens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules that a claim can be verified by; a claim keeps those that bore it out."""

    WORDS_STATED = "the statement carries the words of the claim"
    SPEAKER_NAMED = "the words that introduce the speaker hold the name"
    SPEAKER_SHORTENED = "they hold a part of the name that the article gives in full"
    SPEAKER_DESCRIBED = "they describe the source"
    SPEAKER_BY_ROLE = "they hold a role that the article gives to the person named"
    SPEAKER_BY_PRONOUN = "they are a pronoun for the person the article named shortly before"
    SPEAKER_SAME = "the sentence goes on from words of the same speaker"
    RULE_TOO_WEAK = "the rule that found the speaker is right too seldom"
    BOTH_SPEAKERS_NAMED = "both articles name the speaker in full, each by a sure rule"
    WORDS_NOWHERE = "the words cut stand nowhere else in the article"
    WORDS_ELSEWHERE = "the words cut stand elsewhere in the article"
    WORDS_COMPARED = "the words of both versions, in quotation marks, were compared"


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
