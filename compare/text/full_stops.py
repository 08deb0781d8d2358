"""Does a full stop after this word end a sentence? Abbreviations, initials, numbers, times.

Clear cases are decided by the class of the abbreviation; the rest by the Punkt decision of nltk
(Kiss and Strunk 2006), fed with our own lists, since nltk carries no data.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.english.titles import ROLE_OF_SHORT
from compare.english.word_lists import sections, word_list
from compare.text.home_folder import with_home_folder

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,3}")
_CLOCK = re.compile(r"(?:\d[\d:.]*)?[ap]\.?m", re.IGNORECASE)
_NEVER_LAST = frozenset({"e.g", "i.e", "f.e", "eg", "ie", "c.f", "a.k.a", "p.s", "ps"})
_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Jan|Feb|March\b|Apr|May\b|June\b|July\b|Aug|Sep|Oct|Nov|Dec)|"
    r"[ECMPG][DMSE]?T\b|UTC\b|BST\b|CEST\b|AES?T\b|IST\b|"
    r"(?:Eastern|Central|Mountain|Pacific|Greenwich|Moscow|Local)\b"
)
_OPENING = re.compile(
    r"\W*(?:at|by|around|about|on|since|until|from|before|after|shortly|just|\W|\d)*\W*", re.I
)


def full_stop_ends(word: str, following: str, *, before: str) -> bool:
    """True when the full stop after `word` ends a sentence.

    `word` comes without its full stop, `following` is the next token without opening quotation
    marks, `before` is the sentence so far, up to `word`.
    """
    kind = _kind(word)
    if kind == "title" or word.lower() in _NEVER_LAST:
        return False
    if kind == "number":
        return not following[:1].isdigit()
    if kind == "date" and following[:1].isdigit():
        return False
    if word[-3:].isdigit() and len(word) > 2 and following[:1].islower():
        return True
    if _CLOCK.fullmatch(word):
        return _clock_ends(following, before)
    if kind == "plain" and len(word) != 1 and not word[-1:].isdigit():
        return True
    return _punkt_ends("u.s" if kind == "dotted" else word, following)


def is_abbreviation(word: str) -> bool:
    """True when `word`, without its full stop, is known or built as an abbreviation."""
    return _kind(word) in {"title", "date", "word", "dotted"}


def is_name_with_mark(word: str) -> bool:
    """True for names that end in an exclamation mark, given with it."""
    return word in sections("abbreviations")["name"]


def is_starter(word: str) -> bool:
    """True when a capital on `word` shows that it opens a sentence."""
    return word[:1].isupper() and word.replace("’", "'").lower() in word_list("starters")


@lru_cache(maxsize=4096)
def _kind(word: str) -> str:
    last = word.rpartition("-")[2]
    if len(last) == 1 and last.isupper():
        return "plain"
    if last in ROLE_OF_SHORT:
        return "title"
    for kind, entries in sections("abbreviations").items():
        if last in entries or last.lower() in entries:
            return kind
    return "dotted" if _DOTTED.fullmatch(last) else "plain"


def _clock_ends(following: str, before: str) -> bool:
    if not following[:1].isupper() or _AFTER_CLOCK.match(following):
        return False
    return not _OPENING.fullmatch(before)


@lru_cache(maxsize=4096)
def _punkt_ends(word: str, following: str) -> bool:
    return bool(_punkt().text_contains_sentbreak(f"{word}. {following}"))


@lru_cache(maxsize=1)
def _punkt() -> PunktSentenceTokenizer:
    """Punkt with our abbreviations and with the starters as words that are lower case elsewhere."""
    with with_home_folder():
        from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    lists = sections("abbreviations")
    parameters = PunktParameters()
    parameters.abbrev_types.update(e.lower() for k in ("date", "word") for e in lists[k])
    parameters.abbrev_types.add("u.s")
    parameters.sent_starters.update(word_list("starters"))
    seen_in_lower_case = 1 << 5
    for starter in word_list("starters"):
        parameters.ortho_context[starter] = seen_in_lower_case
    return PunktSentenceTokenizer(parameters)
