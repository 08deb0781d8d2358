"""Is a name that was found for a speaker a name or a description, and no piece of a sentence?"""

from __future__ import annotations

import re

from compare.annotation.grammar import DETERMINER, PREPOSITION, SUBORDINATOR
from compare.text.verbs import irregular_verbs, verb_table

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
# Behind one of these a verb belongs to the description: "the aide who left", "what they had".
_RELATIVE = frozenset("who which that whom whose where what".split())
_FINITE = frozenset(
    "is are was were has had does did will would could can may might must shall should".split()
)
# Pasts, and words that look so, that are no verb in front of a noun or behind a name.
_NO_PASTS = frozenset(
    """
    united red left speed need feed deed seed limited based so-called unnamed polled surveyed
    """.split()
)
_NAMES_IN_CAPITALS = 3
_PARTY_CODE = re.compile(r"[A-Z]{1,3}-[A-Z][\w.]*\)")
_NAME_AND_VERB = re.compile(r"((?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w.'’-]*) ([a-z]+)\b")
_OPENS_CLAUSE = SUBORDINATOR | frozenset("even rather that's it's there's here's".split())
_OBJECT = DETERMINER | PREPOSITION | frozenset("to him her them us me".split())


def is_piece_of_sentence(name: str) -> bool:
    """Return True for words that were taken for a speaker and hold more than one can be called.

    >>> is_piece_of_sentence("Roe walked out early"), is_piece_of_sentence("people briefed on it")
    (True, False)
    """
    printed = [word for word in _WORD.findall(name.replace("’", "'")) if word]
    if not printed:
        return True
    if name.count("(") != name.count(")") or _PARTY_CODE.match(name):
        return True
    if _is_line_in_capitals(printed) or printed[0].casefold() in _OPENS_CLAUSE:
        return True
    return _opens_with_verb(printed) or any(
        _is_verb_of_clause(printed, at) for at in range(1, len(printed))
    )


def without_verb(name: str) -> str:
    """Return "Roe" for "Roe said about it" and "Roe continued", everything else as it is."""
    found = _NAME_AND_VERB.match(name)
    if found is None:
        return name
    speaks = any(form.shape != "base" for form in verb_table("reporting-verbs").get(found[2], ()))
    ends = found.end() == len(name) and found[2].endswith("ed")
    return found[1] if speaks or ends else name


def _is_line_in_capitals(printed: list[str]) -> bool:
    letters = [word for word in printed if word.isalpha()]
    return len(letters) > _NAMES_IN_CAPITALS and all(word.isupper() for word in letters)


def _opens_with_verb(printed: list[str]) -> bool:
    """True for "running an ad" and "appeared on several"; false for "retired generals"."""
    if len(printed) == 1:
        return False
    first, second = printed[0], printed[1].casefold()
    if first.endswith("ing") and second in _OBJECT:
        return True
    if not first[0].islower():
        return False
    if first in _irregular_pasts():
        return True
    return first.endswith("ed") and first not in _NO_PASTS and second in _OBJECT


def _is_verb_of_clause(printed: list[str], at: int) -> bool:
    """True for a finite verb whose subject stands before it in the words."""
    word, before = printed[at], printed[at - 1]
    if not word[0].islower() or word in _NO_PASTS:
        return False
    if not _RELATIVE.isdisjoint(one.casefold() for one in printed[:at]):
        return False
    if word in _FINITE:
        return True
    # "Roe walked", but "people briefed on the move" and "the poll conducted last week".
    behind_name = before[0].isupper() or (before.endswith("ly") and printed[at - 2][0].isupper())
    by_somebody = printed[at + 1 : at + 2] == ["by"]
    past = word in _irregular_pasts() or word.endswith("ed")
    return behind_name and past and not by_somebody


def _irregular_pasts() -> frozenset[str]:
    return frozenset(past for past, done in irregular_verbs().values()) - _NO_PASTS
