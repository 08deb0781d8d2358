"""Word classes of closed lists, and tests on tokens that need no tagger."""

from __future__ import annotations

from compare.annotation.lines import Token
from compare.english.word_lists import sections, word_list
from compare.text.titles import title_words
from compare.text.verbs import VerbForm, irregular_verbs, verb_table

_CLOSED = sections("function-words")
AUXILIARY = _CLOSED["auxiliary"]
BEING = _CLOSED["being"]
PREPOSITION = _CLOSED["preposition"]
SUBORDINATOR = _CLOSED["subordinator"]
RELATIVE = _CLOSED["relative"]
SUBJECT_PRONOUN = _CLOSED["subject pronoun"]
PRONOUN = _CLOSED["pronoun"]
DETERMINER = _CLOSED["determiner"]
ADVERB = _CLOSED["adverb"]
CONJUNCTION = _CLOSED["conjunction"]
NEGATION = word_list("negations")
TIME = word_list("time-words")
TITLE = title_words()
ROLE = word_list("roles")
GROUP = word_list("group-words")
SPEECH = verb_table("reporting-verbs")
FINDING = verb_table("finding-verbs")
NAMING = verb_table("naming-verbs")
_PAST = {past for past, done in irregular_verbs().values()} - {"read", "set", "let", "put", "cost"}
_PAST_ONLY = {past for past, done in irregular_verbs().values() if past != done}
_SHORT = frozenset(["died", "lied", "used", "tied", "owed", "aged", "eyed"])
_POSSESSIVE = frozenset(["his", "her", "their", "its", "my", "our", "your", "'s"])


def is_adverb(token: Token) -> bool:
    """Words that may stand between a subject and its verb."""
    if not token.word:
        return False
    return token.low in ADVERB or token.low in TIME or (
        token.low.endswith("ly") and len(token.low) > 4 and not token.capital
    )  # fmt: skip


def is_negation(token: Token) -> bool:
    """not, never, n't and the like."""
    return token.low in NEGATION or token.low.endswith("n't")


def is_finite(token: Token) -> bool:
    """Verbs that cannot be part of a noun phrase: was, will, went."""
    return (token.low in AUXILIARY and token.low != "'s") or token.low in _PAST_ONLY


def may_be_past(token: Token) -> bool:
    """Any word that looks like a past tense: was, went, made, voted."""
    low = token.low
    return (
        is_finite(token) or low in _PAST or (low.endswith("ed") and (len(low) > 4 or low in _SHORT))
    )


def opens_noun_phrase(token: Token) -> bool:
    """The, his, he, Smith, 12: words a noun phrase may begin with."""
    return token.word and (
        token.low in DETERMINER or token.low in PRONOUN or token.capital or token.low[0].isdigit()
    )


def is_possessive(token: Token) -> bool:
    """His, their, and the 's of a name."""
    return token.low in _POSSESSIVE


def speech_forms(token: Token) -> tuple[VerbForm, ...]:
    """The readings of a word as a verb of saying or of finding; naming verbs are apart."""
    return SPEECH.get(token.low, ()) or FINDING.get(token.low, ())


def is_speech(token: Token) -> bool:
    """True for any form of a verb of saying or finding."""
    return token.low in SPEECH or token.low in FINDING
