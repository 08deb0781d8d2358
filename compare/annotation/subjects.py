"""Whose verb is it? The noun phrase that a verb of saying belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from compare.annotation import grammar, phrases
from compare.annotation.cues import Cue
from compare.annotation.lines import Token
from compare.annotation.phrases import Phrase
from compare.annotation.quote_rules import QuoteRule
from compare.english.word_lists import sections

_WRITTEN = sections("speech-nouns")["statement"] | sections("speech-nouns")["letter"] | (
    sections("speech-nouns")["post"]
)  # fmt: skip
_ISSUED = frozenset(
    """
    issued released sent published posted put read made wrote signed circulated tweeted
    distributed shared delivered gave
    """.split()
)
_JOINING = frozenset(["and", "but", "then", "or", "yet"])


@dataclass(slots=True)
class Subject:
    """The phrase that names the speaker; `rule` tells by what rule.

    `start` is the first token that belongs to subject and verb together.
    """

    phrase: Phrase
    rule: QuoteRule
    start: int


def subject_of(tokens: list[Token], cue: Cue, low: int = 0) -> Subject | None:
    """The subject on the left of a verb of saying, None when there is none.

    `low` is the first token of the clause that may be looked at.
    """
    if cue.shape == "ing":
        return _of_participle(tokens, cue, low)
    if cue.shape == "to":
        return _as(
            phrases.leading_subject(tokens, _clause(tokens, cue.first, low), cue.first),
            QuoteRule.CUE_BEFORE_FAR,
        )
    if cue.first <= low:
        return None
    before = tokens[cue.first - 1]
    if before.low in grammar.RELATIVE:
        return _of_relative(tokens, cue.first - 1, low)
    if before.low in _JOINING:
        return _as(phrases.leading_subject(tokens, low, cue.first - 1), QuoteRule.CUE_BEFORE_JOINED)
    if before.text == "," or before.text in ("—", "–", "-", "--", ")"):
        return _past_comma(tokens, cue, low)
    return _as(
        _restricted(tokens, cue.first, low) or phrases.phrase_before(tokens, cue.first, low),
        QuoteRule.CUE_BEFORE,
    )


def _restricted(tokens: list[Token], end: int, low: int) -> Phrase | None:
    """The aides of "two aides who asked not to be named said"."""
    for at in range(end - 1, max(low, end - 12), -1):
        token = tokens[at]
        if not token.word or token.low in ("and", "but", "that", "if", "as", "when", "because"):
            return None
        if token.low == "who":
            whole = at + 1 < end and not tokens[at + 1].capital
            return phrases.phrase_before(tokens, at, low) if whole else None
    return None


def _as(phrase: Phrase | None, rule: QuoteRule) -> Subject | None:
    return Subject(phrase, rule, phrase[0]) if phrase else None


def _past_comma(tokens: list[Token], cue: Cue, low: int) -> Subject | None:
    if tokens[cue.first - 1].text == ")":
        return _as(phrases.phrase_before(tokens, cue.first, low), QuoteRule.CUE_BEFORE)
    return _as(
        phrases.parenthetical_subject(tokens, cue.first - 1, low), QuoteRule.CUE_BEFORE_COMMA
    )


def _of_relative(tokens: list[Token], at: int, low: int) -> Subject | None:
    """The noun before who, which or that."""
    end = at
    while end > low and (tokens[end - 1].text == "," or tokens[end - 1].low in ("of", "whom")):
        end -= 1
    phrase = phrases.antecedent_of(tokens, end, low)
    if phrase is None and tokens[at].low == "that":
        return None
    if phrase is None:
        return None
    if tokens[at].low == "who":
        start = _nearest_person(tokens, phrase)
        return Subject((start, at + 1), QuoteRule.CUE_BEFORE_WHO, at)
    start = _nearest_thing(tokens, phrase)
    return Subject((start, at + 1), QuoteRule.CUE_BEFORE_THING, at)


def _nearest_person(tokens: list[Token], phrase: Phrase) -> int:
    """Where the person before "who" begins: Roe in "echoing a memo from Roe, who"."""
    first = tokens[phrase[0]]
    if not (first.low.endswith("ing") and not first.capital):
        return phrase[0]
    governed = grammar.PREPOSITION | {"by"}
    last = max((k for k in range(*phrase) if tokens[k].low in governed), default=phrase[0])
    return min(last + 1, phrase[1] - 1)


def _nearest_thing(tokens: list[Token], phrase: Phrase) -> int:
    """Where the noun right before "that" begins: the story in "his rival for the story that"."""
    someone = any(tokens[k].low in grammar.ROLE for k in range(*phrase))
    last = max(
        (k for k in range(*phrase) if tokens[k].low in grammar.PREPOSITION), default=phrase[0] - 1
    )
    return last + 1 if someone and last + 1 < phrase[1] else phrase[0]


def _of_participle(tokens: list[Token], cue: Cue, low: int) -> Subject | None:
    """Who was "saying": the issuer of a statement, or the subject of the clause around it."""
    if cue.first > low + 1 and tokens[cue.first - 1].low == "as":
        return _quoted_as(tokens, cue, low)
    if cue.first > low and tokens[cue.first - 1].word:
        noun = _after_with(tokens, phrases.phrase_before(tokens, cue.first, low))
        if noun and tokens[cue.first - 1].low in _WRITTEN:
            return _issuer(tokens, noun, low)
        if noun and noun[0] > low and tokens[noun[0] - 1].low == "with":
            return Subject(noun, QuoteRule.CUE_BEFORE, noun[0])
        if noun and _stands_alone(tokens, noun):
            return Subject(noun, QuoteRule.CUE_BEFORE, noun[0])
    clause = _clause(tokens, cue.first, low)
    phrase = phrases.leading_subject(tokens, clause, cue.first)
    # Behind a word, and not behind a comma, the nearest noun may be who speaks: "an ad saying".
    far = cue.first > low and tokens[cue.first - 1].word
    rule = QuoteRule.CUE_BEFORE_FAR if far else QuoteRule.CUE_BEFORE_LEADING
    return Subject(phrase, rule, cue.first) if phrase else None


def _after_with(tokens: list[Token], noun: Phrase | None) -> Phrase | None:
    """The half of the voters of "with half of the voters saying"."""
    if noun is None:
        return None
    last = max((k for k in range(*noun) if tokens[k].low == "with"), default=-1)
    return (last + 1, noun[1]) if noun[0] <= last < noun[1] - 1 else noun


def _stands_alone(tokens: list[Token], noun: Phrase) -> bool:
    """True for "a poll showing" and the like: a noun that can itself say something."""
    head = tokens[noun[1] - 1].low
    return any(head in group for name, group in sections("speech-nouns").items() if name)


def _quoted_as(tokens: list[Token], cue: Cue, low: int) -> Subject | None:
    """X was quoted as saying; an agency quoted X as saying."""
    for at in range(cue.first - 2, max(low, cue.first - 12), -1):
        if tokens[at].low in ("quoted", "cited", "quotes", "cites", "reported"):
            first = at
            if at + 1 < cue.first - 1 and tokens[at + 1].low != "by":
                return Subject((at + 1, cue.first - 1), QuoteRule.CUE_BEFORE_QUOTED, at + 1)
            while first > low and (
                tokens[first - 1].low in grammar.AUXILIARY or grammar.is_adverb(tokens[first - 1])
            ):
                first -= 1
            return _as(phrases.phrase_before(tokens, first, low), QuoteRule.CUE_BEFORE)
    return None


def _issuer(tokens: list[Token], noun: Phrase, low: int) -> Subject | None:
    """Who issued the statement; the statement itself when nobody is named."""
    for at in range(noun[0], low, -1):
        if tokens[at].low in _ISSUED:
            first = at
            while first > low and tokens[first - 1].low in grammar.AUXILIARY:
                first -= 1
            owner = phrases.phrase_before(tokens, first, low) or phrases.leading_subject(
                tokens, low, first
            )
            if owner:
                return Subject(owner, QuoteRule.CUE_BEFORE_ISSUER, noun[0])
    return Subject(noun, QuoteRule.CUE_BEFORE, noun[0])


def _clause(tokens: list[Token], end: int, low: int) -> int:
    """The start of the clause around a participle: after a semicolon or colon."""
    for at in range(end - 1, low - 1, -1):
        if tokens[at].text in (";", ":"):
            return at + 1
    return low
