"""Verbs that report speech, found in a line with the auxiliaries and adverbs around them."""

from __future__ import annotations

from dataclasses import dataclass

from compare.annotation import grammar, phrases
from compare.annotation.lines import Line, Token
from compare.text.verbs import VerbForm

_HAVE = frozenset("has have had having 've hasn't haven't hadn't 'd".split())
_GOVERN = frozenset(
    """
    on continued proceeded quick went rushed hastened careful keen eager moved wrote returned
    paused stopped added turned spoke used twitter facebook
    """.split()
)
_JUDGED = frozenset(
    """
    soon early hard difficult fair safe easy enough way nothing anything something need reason
    time right wrong possible impossible
    """.split()
)
_REFUSE = frozenset(
    """
    declined refused failed neglected reluctant unwilling unable declining
    """.split()
)
_PLURAL = frozenset(
    """
    people police percent half others some many both critics i we they you who most few others
    men women all these those that which and several
    """.split()
)
_COUNTED = frozenset(
    """
    i we they you many several few these those most some all more no
    """.split()
)
_NOUNLIKE = frozenset(
    """
    tweet state report claim comment question answer text email blog message signal estimate
    forecast promise order offer post pledge vow note
    """.split()
)


@dataclass(slots=True)
class Cue:
    """A verb of saying: `first`:`last` are the tokens of the whole group, `at` the verb itself.

    `shape` is past, s, base, ing (after a comma or noun), to (an infinitive) or passive.
    """

    at: int
    first: int
    last: int
    lemma: str
    shape: str
    negated: bool = False
    naming: bool = False


def cues(line: Line, words: dict[str, tuple[VerbForm, ...]] | None = None) -> list[Cue]:
    """All verbs of saying and finding of a line, or the verbs of another table, left to right."""
    found = (cue_at(line, at, words) for at in range(len(line.tokens)))
    return [cue for cue in found if cue]


def cue_at(line: Line, at: int, words: dict[str, tuple[VerbForm, ...]] | None = None) -> Cue | None:
    """The verb of saying at a token, or None when the word is something else there."""
    token = line.tokens[at]
    if not token.word or (token.capital and at > 0 and not line.capitals) or at in line.nouns:
        return None
    readings = grammar.speech_forms(token) if words is None else words.get(token.low, ())
    for reading in sorted(readings, key=lambda r: "_" not in r.lemma):
        particle = _particle(line.tokens, at, reading)
        if particle is not None:
            return _grouped(line.tokens, at, reading, particle)
    return None


def _particle(tokens: list[Token], at: int, reading: VerbForm) -> int | None:
    """The end of the verb with its particle; None when the particle is not there."""
    particle = reading.lemma.partition("_")[2]
    if not particle:
        return at + 1
    ahead = [t.low for t in tokens[at + 1 : at + 3]]
    return at + 2 if ahead[:1] == [particle] and ahead[1:] != ["to"] else None


def _grouped(tokens: list[Token], at: int, reading: VerbForm, last: int) -> Cue | None:
    first, auxiliaries, negated = _auxiliaries(tokens, at)
    shape = _shape(tokens, at, first, reading, auxiliaries)
    if shape is None:
        return None
    if shape == "to":
        governor = tokens[first - 1].low if first else ""
        if governor in _JUDGED:
            return None
        negated = negated or governor in _REFUSE
    return Cue(at, first, last, reading.lemma, shape, negated)


def _auxiliaries(tokens: list[Token], at: int) -> tuple[int, list[str], bool]:
    """Where the verb group begins, its auxiliaries and whether it is negated."""
    first, found, negated = at, list[str](), False
    k = at - 1
    while k >= 0:
        token = tokens[k]
        if token.low in grammar.AUXILIARY or token.low == "to":
            if token.low == "'s" and found[-1:] == ["to"]:
                break
            found.append(token.low)
            negated = negated or grammar.is_negation(token)
            first = k
            if token.low == "to":
                break
        elif grammar.is_adverb(token) or grammar.is_negation(token):
            negated = negated or grammar.is_negation(token)
        else:
            break
        k -= 1
    return _first_adverb(tokens, first), found, negated


def _first_adverb(tokens: list[Token], first: int) -> int:
    """Adverbs right before the verb belong to its group, time words do not."""
    while first > 0 and grammar.is_adverb(tokens[first - 1]):
        if (
            tokens[first - 1].low in grammar.TIME | {"ago"}
            or tokens[first - 1].low in grammar.PRONOUN
        ):
            break
        first -= 1
    return first


def _shape(
    tokens: list[Token], at: int, first: int, reading: VerbForm, auxiliaries: list[str]
) -> str | None:
    """What the verb is in its place, None when it is a noun or an adjective."""
    nearest = auxiliaries[0] if auxiliaries else ""
    before = tokens[first - 1] if first else None
    word = tokens[at].low
    if reading.shape == "ing":
        return "past" if nearest in grammar.BEING else "ing"
    if nearest in grammar.BEING and nearest != "'s" and reading.shape != "base":
        return "passive"
    if nearest == "'s" and before and before.capital and reading.shape in ("s", "base"):
        return None
    if nearest == "to":
        return "to" if reading.shape == "base" or word == reading.lemma else None
    if nearest:
        return "past"
    if reading.shape in ("past", "done"):
        return None if before and _closes_out(before) else "past"
    if before is None or not (
        _can_be_subject(before, reading.shape) or _plural_head(tokens, first, reading.shape)
    ):  # fmt: skip
        return None
    if before.low in grammar.RELATIVE and reading.shape == "base" and not (
        first > 1 and _can_be_subject(tokens[first - 2], "base")
    ):  # fmt: skip
        return None
    if before.text == "," and reading.lemma in _NOUNLIKE:
        return None
    return reading.shape


def _closes_out(before: Token) -> bool:
    """A determiner or a possessive right before makes an adjective of a past form."""
    articles = {"the", "a", "an", "his", "her", "their", "its", "my", "our", "your", "'s", "of"}
    return before.low in articles


def _plural_head(tokens: list[Token], first: int, shape: str) -> bool:
    """True for "bosses at the company insist": the noun before the preposition is plural."""
    phrase = phrases.phrase_before(tokens, first, 0) if shape == "base" else None
    if phrase is None or not tokens[first - 1].capital:
        return False
    for at in range(phrase[0] + 1, phrase[1]):
        if tokens[at].low in grammar.PREPOSITION:
            return _can_be_subject(tokens[at - 1], shape)
    return False


def _can_be_subject(before: Token, shape: str) -> bool:
    if before.quote or not before.word:
        return before.text in ",)—–―-”" or before.quote is not None
    low = before.low
    if grammar.may_be_past(before) and not before.capital:
        return False
    if low in grammar.PREPOSITION or grammar.is_possessive(before):
        return False
    if low in grammar.DETERMINER and low not in grammar.PRONOUN:
        return False
    if shape == "s":
        return low not in _COUNTED and not low.isdigit()
    return low in _PLURAL or (low.endswith("s") and not low.endswith("ss") and low != "his")
