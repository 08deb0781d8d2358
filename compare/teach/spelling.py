"""How a name may be spelled in running text, as regular expressions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from compare.english.numerals import ONE_TO_NINETEEN

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Characters that no reader sees and that may stand inside a word.
UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BETWEEN = f"[{UNSEEN}]*"
_DASH = "-‐-―_"
GAP = rf"(?:[\s{UNSEEN}]+|[\s{UNSEEN}]*[{_DASH}][\s{UNSEEN}]*|\.|)"
_JOINED = rf"[\s.’'{UNSEEN}{_DASH[1:]}-]?"
_LONGEST_INITIALS = 5
_COUNTED = {str(number): word for number, word in enumerate(ONE_TO_NINETEEN[:11], 1)}
_NUMBERS = {word: number for number, word in _COUNTED.items()}


def whole_word_pattern(core: str) -> str:
    """A pattern for what `core` finds where it is no part of a longer word."""
    return rf"(?<![^\W_])(?:{core})(?![^\W_])"


def any_case(words: Sequence[str]) -> str:
    """The words in any case, with a space, a hyphen, a full stop or nothing between them."""
    return f"(?i:{_gapped([_spelled(word) for word in words])})"


def with_capitals(words: Sequence[str]) -> str:
    """The same, each word that has a capital only with one: "Daily Mail", not "daily mail"."""
    return _gapped([_capital_first(word) for word in words])


def as_given(word: str) -> str:
    """One word as it is given, and in capitals; "BBC" also as "B.B.C."."""
    forms = [_spelled(word), _spelled(word.upper())]
    if word.isupper() and 1 < len(word) <= _LONGEST_INITIALS:
        forms.append(initials_pattern(word))
    return f"(?:{'|'.join(dict.fromkeys(forms))})"


def run_together(label: str) -> str:
    """The letters of "harbourtimes" in any case, also as "Harbour Times", which needs a capital."""
    first, rest = label[0], label[1:]
    parted = _JOINED.join(re.escape(character) for character in rest)
    return rf"(?i:{re.escape(label)})|{re.escape(first.upper())}{_JOINED}(?i:{parted})"


def initials_pattern(letters: str) -> str:
    """Initials, with full stops or without."""
    return rf"{letters}|{''.join(rf'{letter}[.]' for letter in letters)}"


def is_number(word: str) -> bool:
    """True for a small number, in digits or as a word."""
    return word in _COUNTED or word.lower() in _NUMBERS


def as_digits(word: str) -> str:
    """A number in digits, small ones also from their words; empty for any other word."""
    return word if word.isdigit() else str(_NUMBERS.get(word.lower(), ""))


def spelled_number(number: str) -> str:
    """A small number as a word with a capital; empty for any other."""
    return _COUNTED.get(number, "").title()


def plain_letters(word: str) -> str:
    """The word without its accents, as it is often typed."""
    parts = unicodedata.normalize("NFKD", word)
    bare = "".join(character for character in parts if not unicodedata.combining(character))
    return bare.replace("’", "'")


def _gapped(spelled: Sequence[str]) -> str:
    return rf"{GAP}(?:(?:&|[Aa]nd|AND){GAP})?".join(spelled)


def _spelled(word: str) -> str:
    """A word, with either apostrophe, and small numbers in digits and in words."""
    number = _COUNTED.get(word) or _NUMBERS.get(word.lower())
    letters = _BETWEEN.join("['’]" if each in "'’" else re.escape(each) for each in word)
    return f"(?:{letters}|{number.title()}|{number})" if number else letters


def _capital_first(word: str) -> str:
    if not word[:1].isupper():
        return f"(?i:{_spelled(word)})"
    rest = _spelled(word[1:])
    return f"{re.escape(word[0])}{_BETWEEN}(?i:{rest})" if rest else re.escape(word[0])
