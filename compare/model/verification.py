"""What verified a claim: the rule that held it against the words it opens."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules that a claim can be verified by; a claim keeps those that bore it out."""

    FITS_ANOTHER = "the statement fits one of another article closely"
    LABEL_STATED = "the statement has words of the label"
    PLAIN_WORDS_STATED = "the statement has words of the label that are no names"
    CORE_CARRIED = "it carries what the statements of the fact have in common"
    SHARED_FACT = "the statement states a fact that another reading states"
    LIKE_WORDS = "the words around the figure are those around another reading"
    SAME_VALUE = "the figures have the same value"
    BOTH_POSSIBLE = "the values can both be true"
    ROUNDED = "one value is the other with fewer digits"
    ONE_COUNT = "the statements count the same thing"
    OTHER_COUNT = "the statements count different things"
    ONE_PLACE = "the statements name no different places"
    OTHER_PLACE = "the statements are for different places"
    ONE_KIND_OF_FACT = "both statements report, or both speak of plans"
    PLAN_AND_REPORT = "one statement reports, the other speaks of a plan or a fear"
    TIME_PASSED = "the number may have changed between the reports"
    OTHER_HOURS = "the statements name different parts of a day"
    DENIED = "one statement denies what the other affirms"
    EXCLUDED = "the statements name states that exclude each other"
    ONE_ACT = "the statements are of one act"
    SPEAKER_NAMED = "the words that introduce the speaker hold the name"
    SPEAKER_SHORTENED = "they hold a part of the name that the article gives in full"
    SPEAKER_DESCRIBED = "they describe the source"
    SPEAKER_BY_ROLE = "they hold a role that the article gives to the person named"
    SPEAKER_BY_PRONOUN = "they are a pronoun for the person the article named shortly before"
    SPEAKER_SAME = "the sentence goes on from words of the same speaker"
    SPEAKER_CORRECTED = "the reader names the speaker, and the name stands in the articles"
    RULE_TOO_WEAK = "the rule that found the speaker is right too seldom"
    BOTH_SPEAKERS_NAMED = "both articles name the speaker in full, each by a sure rule"
    WORDS_NOWHERE = "the words cut stand nowhere else in the article"
    WORDS_ELSEWHERE = "the words cut stand elsewhere in the article"
    SHARED_RUN = "both versions have four words in a row in common"
    WORDS_COMPARED = "the words of both versions, in quotation marks, were compared"
    WORD_NOWHERE = "no form, acronym, other name or place of the word stands in the text"
    FIGURE_NOWHERE = "no figure of the text has the value, rounded or as a sum of two"
    RESERVE_ON_CLAIM = "the reserve stands on the clause that makes the claim"
    SAME_PLACE = "the words around both run alike, and the clauses share actor or act"
    SAME_THING = "both words stand on the same word of meaning"
    SAME_SPEAKER = "both verbs bring the same words of the same speaker"
    SAME_ACT = "both clauses tell the same act of the same person or thing"
    NAME_IN_LABEL = "every label has the name, or is the only one of its role"
    NOTHING_NEAR = "no other sentence shares its rare words, not in a quotation or a denial either"
    SAME_COUNT = "both sentences count the same"
    PART_OF_THE_OTHER = "one sentence also has the other number, as a part of its own"
    STANCE_KEPT = "what others allege, attribute or deny is not told as plain fact"
    READ_AS_SAME = "a language model of the user's own put the statements together"
    READ_AS_ONE_QUESTION = "it took the figures for answers to one question"
    READ_AS_NAME = "it took the pronoun for the name"
    TWO_SOURCES = "one report gives both figures, each from a source of its own"
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
