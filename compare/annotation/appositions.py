"""Names and places beside a noun: "the mayor of Tor, Ada Lund", "in Dover, N.H., on Monday"."""

from __future__ import annotations

from compare.annotation import grammar
from compare.annotation.lines import Token
from compare.english.word_lists import sections, word_list

_SEVERAL = frozenset(["two", "three", "four", "five", "several", "many", "some", "both"])
_KNOWN_PLACES = word_list("places")
_STATES = frozenset(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
    """.split()
)
WRITTEN = frozenset(
    noun
    for kind in ("statement", "letter", "report", "court filing")
    for noun in sections("speech-nouns")[kind]
)


def phrase_with_name(tokens: list[Token], start: int, end: int) -> int:
    """Takes in the name of "her skipper, Wilf Ansty" and of "the mayor of Tor, Ada Lund"."""
    named = any(t.capital and t.low not in grammar.DETERMINER for t in tokens[start:end])
    if named and not _is_role(tokens, start, end):
        return end
    comma = _past_place(tokens, end) if _is_role(tokens, start, end) else end
    if comma + 1 >= len(tokens) or tokens[comma].text != "," or not tokens[comma + 1].capital:
        return end
    at = comma + 1
    while at < len(tokens) and (tokens[at].capital or tokens[at].text == "."):
        at += 1
    words = [t for t in tokens[comma + 1 : at] if t.word]
    if named and (len(words) < 2 or is_known_place(words) or words[0].low in grammar.TIME):
        return end
    return at


def _is_role(tokens: list[Token], start: int, end: int) -> bool:
    """True when a noun for one person heads the phrase: the mayor of Tor, Lund's lawyer."""
    head = next((k for k in range(start + 1, end) if _opens_place(tokens[k])), end) - 1
    return tokens[head].low in grammar.ROLE | grammar.TITLE and tokens[start].low not in _SEVERAL


def _opens_place(token: Token) -> bool:
    return token.low in grammar.PREPOSITION and not token.capital


def _past_place(tokens: list[Token], at: int) -> int:
    """Past "in Tor" and "for the north", where a comma and a name may follow."""
    if at >= len(tokens) or tokens[at].low not in ("in", "at", "for", "on", "with"):
        return at
    k = at + 1
    while k < min(len(tokens), at + 7) and tokens[k].word and not grammar.is_finite(tokens[k]):
        k += 1
    return k if k < len(tokens) and tokens[k].text == "," else at


def is_known_place(words: list[Token]) -> bool:
    """True for a well-known place: Ohio, New Jersey."""
    low = [t.low for t in words]
    return "_".join(low) in _KNOWN_PLACES or low[0] in _KNOWN_PLACES or low[-1] in _KNOWN_PLACES


def is_state(tokens: list[Token], start: int, stop: int) -> bool:
    """True for the state in "in Dover, N.H., on Monday" and "Aspen, Colo.,"."""
    words = [t for t in tokens[start:stop] if t.word]
    if start < 2 or stop - start > 3 or tokens[start - 1].text != "," or not words:
        return False
    short = words[0].text.rstrip(".") in _STATES or "." in words[0].text
    return tokens[start - 2].capital and (short or "_".join(t.low for t in words) in _KNOWN_PLACES)
