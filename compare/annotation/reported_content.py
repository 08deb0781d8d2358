"""What follows a verb of saying: the words said, after addressees, times and places."""

from __future__ import annotations

from dataclasses import dataclass

from compare.annotation import grammar
from compare.annotation.cues import Cue
from compare.annotation.lines import Token
from compare.annotation.phrases import Phrase
from compare.text.cardinals import ONES, TENS

_ADDRESSED = frozenset(
    """
    tell remind assure reassure inform warn advise promise ask urge text email message notify
    instruct caution answer write
    """.split()
)
TO_CLAUSE = frozenset("pledge promise vow threaten swear volunteer offer agree".split())
"""Verbs whose infinitive is what was said: promised to go."""

_ASKING = frozenset(["if", "whether", "what", "how", "why", "who", "where", "which"])
_PLACES = frozenset(
    """
    in on at during after via through of from by to about before with over for into outside
    """.split()
)
_OBJECT_PRONOUN = frozenset("him her them me us it you himself herself themselves".split())
_TAKES_NOUN = frozenset(
    """
    find show add answer offer announce report describe promise deny reveal repeat reiterate
    confirm order command demand propose recommend urge ask praise thank greet threaten
    broadcast publish post tweet read cry predict forecast estimate acknowledge explain mention
    dismiss refute rebut disclose pledge vow swear relate signal reflect echo email text message
    address order proclaim relay declare demonstrate indicate detail write pronounce continue
    implore
    """.split()
)
_PASSING = frozenset("also again later recently repeatedly publicly flatly bluntly earlier".split())
_FAR = 18


_TIME_REACH = 8
_TIME_WORDS = (
    grammar.TIME
    | frozenset([*ONES, *TENS])
    | frozenset(
        "on in at late early the of a last this earlier later ago before after days weeks months"
        " hours minutes years day week month hour minute".split()
    )
)


@dataclass(slots=True)
class Complement:
    """Tokens of the words said, how they are joined, and the addressee if one is named.

    `joined` is quote (marks right after), that, bare, asking, to or colon.
    """

    start: int
    joined: str
    addressee: Phrase | None = None


def complement_of(tokens: list[Token], cue: Cue) -> Complement | None:
    """Where the words said begin on the right of a verb, None when none follow."""
    at = _past_time(tokens, _past_adverbs(tokens, cue.last))
    addressee = addressee_of(tokens, cue)
    if addressee:
        at = _past_time(tokens, _past_adverbs(tokens, addressee[1]))
    found = _at(tokens, at, cue) or _further(tokens, at, cue)
    if found:
        found.addressee = addressee
    return found


def addressee_of(tokens: list[Token], cue: Cue) -> Phrase | None:
    """Who is told, after verbs that name a hearer."""
    if cue.lemma not in _ADDRESSED:
        return None
    return _addressee(tokens, _past_adverbs(tokens, cue.last))


def _past_adverbs(tokens: list[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].word and _is_when(tokens, at):
        at += 1
    return at


def _past_time(tokens: list[Token], at: int) -> int:
    """The place of "that" behind nothing but a time ("late on Monday", "on Jan. 6"), else `at`."""
    for k in range(at, min(len(tokens), at + _TIME_REACH)):
        token = tokens[k]
        if token.low == "that":
            timed = any(t.low in grammar.TIME or t.text[:1].isdigit() for t in tokens[at:k])
            return k if timed else at
        of_time = token.low.rstrip(".") in _TIME_WORDS or token.low in grammar.TIME
        if not (of_time or token.text[:1].isdigit() or token.text in (".", ",")):
            return at
    return at


def _is_when(tokens: list[Token], at: int) -> bool:
    """True for "Tuesday", "on Tuesday", "last month", "repeatedly"."""
    low = tokens[at].low
    timed = at + 1 < len(tokens) and tokens[at + 1].low in grammar.TIME
    return (
        (low in grammar.TIME and low != "may")
        or low in _PASSING
        or (timed and low in ("on", "last", "this", "late", "early"))
    )


def _addressee(tokens: list[Token], at: int) -> Phrase | None:
    """The one who is told: a pronoun, a name, or a noun with its article."""
    if at >= len(tokens) or not tokens[at].word:
        return None
    if tokens[at].low in _OBJECT_PRONOUN:
        return at, at + 1
    if tokens[at].low in grammar.SUBORDINATOR or tokens[at].low in grammar.SUBJECT_PRONOUN:
        return None
    end = at
    if tokens[at].capital and tokens[at].low not in grammar.DETERMINER:
        while end < len(tokens) and (tokens[end].capital or tokens[end].low in ("of", "'s", "and")):
            end += 1
        while end < len(tokens) and tokens[end].word and _is_plural_noun(tokens[end]):
            end += 1
        return at, end
    while end < len(tokens) and end - at < 8 and _in_addressee(tokens, at, end):
        end += 1
    return (at, end) if end > at else None


def _is_plural_noun(token: Token) -> bool:
    plural = token.low.endswith("s") and not token.capital and len(token.low) > 3
    return plural and not grammar.is_finite(token) and token.low not in grammar.TIME


def _in_addressee(tokens: list[Token], start: int, at: int) -> bool:
    token = tokens[at]
    if not token.word or token.low in grammar.SUBORDINATOR - {"and"} or grammar.is_finite(token):
        return False
    if at > start and token.low in grammar.SUBJECT_PRONOUN | {"to"}:
        return False
    fresh = token.low in grammar.DETERMINER and tokens[at - 1].low not in grammar.PREPOSITION
    if at > start and fresh:
        return False
    return at == start or not token.capital or tokens[at - 1].low in grammar.PREPOSITION or (
        tokens[at - 1].capital or tokens[at - 1].low in grammar.DETERMINER
    )  # fmt: skip


def _at(tokens: list[Token], at: int, cue: Cue) -> Complement | None:
    """Words said that begin at the token itself."""
    if at < len(tokens) and tokens[at].text in (",", ":"):
        if at + 1 < len(tokens) and tokens[at + 1].quote:
            return Complement(at + 1, "quote")
        if tokens[at].text == ":" and at + 1 < len(tokens):
            return Complement(at + 1, "colon")
        return None
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.quote:
        return Complement(at, "quote")
    if token.low == "that" and _is_clause(tokens, at + 1):
        return Complement(at + 1, "that")
    if token.low in _ASKING and cue.lemma != "show":
        return Complement(at, "asking")
    if token.low == "to" and cue.lemma in TO_CLAUSE:
        return Complement(at, "to")
    if cue.shape == "to" and cue.lemma not in ("say", "note", "tell", "point_out"):
        return None
    strict = cue.lemma in _TAKES_NOUN
    if _opens_clause(token) and (_surely(tokens, at) if strict else _is_clause(tokens, at)):
        return Complement(at, "bare")
    return None


def _surely(tokens: list[Token], start: int) -> bool:
    """True when a subject and a verb that can be nothing else follow: he has, the vote was."""
    for at in range(start, min(len(tokens), start + 14)):
        token = tokens[at]
        if token.quote or (not token.word and token.text not in ".$%£€") or (
            token.low in grammar.SUBORDINATOR - {"and", "or", "it"}
        ):  # fmt: skip
            return False
        if at > start and (grammar.is_finite(token) or token.low in ("'s", "'d", "'ll")) and (
            token.low != "'s" or tokens[at - 1].low in grammar.SUBJECT_PRONOUN
        ):  # fmt: skip
            return True
        if token.low in grammar.SUBJECT_PRONOUN - {"it", "you"} and at == start:
            return _verb_near(tokens, at + 1)
    return False


def _opens_clause(token: Token) -> bool:
    if token.low in grammar.PREPOSITION or token.low in grammar.SUBORDINATOR:
        return False
    if token.low in _OBJECT_PRONOUN - {"it", "you", "her"}:
        return False
    return token.word and not token.low.endswith("ing")


def _is_clause(tokens: list[Token], start: int) -> bool:
    """True when a finite verb follows before the stretch breaks off, or words in marks."""
    if start < len(tokens) and tokens[start].quote:
        return True
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.quote and at > start:
            return True
        if token.text in (";", ":"):
            return False
        if at > start and token.word and (grammar.may_be_past(token) or token.low in ("'s", "'d")):
            return True
        if token.low in grammar.SUBJECT_PRONOUN - {"it", "you"} and at + 1 < len(tokens):
            return True
    return start < len(tokens) and any(t.word and t.low.endswith("s") and not t.capital
                                       for t in tokens[start + 1 :])  # fmt: skip


def _further(tokens: list[Token], at: int, cue: Cue) -> Complement | None:
    """Words said that begin after "in an interview on Monday" and the like."""
    if at >= len(tokens) or tokens[at].low not in _PLACES:
        return _interrupted(tokens, at)
    for k in range(at + 1, min(len(tokens), at + _FAR)):
        token = tokens[k]
        if token.quote:
            direct = tokens[k - 1].text in (",", ":") or token.text[:1].isupper()
            return Complement(k, "quote") if direct else None
        if token.low == "that" and tokens[k - 1].low not in ("in", "of", "at", "on"):
            return Complement(k + 1, "that") if _is_clause(tokens, k + 1) else None
        if token.low in ("he", "she", "they", "it", "we", "i") and _verb_near(tokens, k + 1):
            return Complement(k, "bare")
        if token.text == ":":
            return Complement(k + 1, "colon") if k + 1 < len(tokens) else None
        if token.text in (",", ";") and not (k + 1 < len(tokens) and (
            tokens[k + 1].quote or tokens[k + 1].capital)):  # fmt: skip
            return None
        if grammar.is_finite(token) and cue.lemma != "say":
            return None
    return None


def _verb_near(tokens: list[Token], at: int) -> bool:
    ahead = [t for t in tokens[at : at + 3] if t.word]
    return any(grammar.may_be_past(t) or t.low.endswith("s") for t in ahead)


def _interrupted(tokens: list[Token], at: int) -> Complement | None:
    """said, however, that ...; said - twice - that ..."""
    if at >= len(tokens) or tokens[at].text not in (",", "—", "–", "-"):
        return None
    for k in range(at + 1, min(len(tokens), at + 14)):
        if grammar.is_speech(tokens[k]) or (tokens[k].word and grammar.is_finite(tokens[k])):
            return None
        if tokens[k].low == "that" and tokens[k - 1].text in (",", "—", "–", "-"):
            return Complement(k + 1, "that")
        if tokens[k].quote:
            return Complement(k, "quote") if tokens[k - 1].text in (",", ":") else None
    return None
