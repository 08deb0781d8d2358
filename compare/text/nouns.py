"""Nouns that outlets use for one thing counted: homes and houses, miners and workers."""

from __future__ import annotations

from functools import lru_cache

from compare.english.word_lists import line_sections
from compare.text.outcomes import GENERIC_PEOPLE, PERSONS
from compare.text.words import stem

# Men may be miners or passengers as well; only of each other they are no count.
_SEXES = (frozenset(map(stem, ("woman", "women"))), frozenset(map(stem, ("man", "men"))))


def noun_key(word: str) -> str:
    """The stem that stands for all words of one thing; the stem itself where no list has it.

    >>> noun_key("hous"), noun_key("bridg")
    ('home', 'bridg')
    """
    return _things().get(word, word)


def is_person(word: str) -> bool:
    """True for the stem of a noun for people."""
    return word in PERSONS or word in _groups()


def are_one_count(one: str, other: str) -> bool:
    """True where the stems of two nouns may be of the same things or the same people.

    "People" and "victims" stand for any people, "miners" for "workers" and not for "passengers".
    """
    if noun_key(one) == noun_key(other):
        return True
    if not (is_person(one) and is_person(other)):
        return False
    if any(one in sex for sex in _SEXES) and any(other in sex for sex in _SEXES):
        return any(one in sex and other in sex for sex in _SEXES)
    if one in GENERIC_PEOPLE or other in GENERIC_PEOPLE:
        return True
    groups = _groups()
    return one not in groups or other not in groups or groups[one] == groups[other]


def says_who(word: str) -> bool:
    """False for the stem of a noun that stands for any people, and for none."""
    return bool(word) and word not in GENERIC_PEOPLE


@lru_cache(maxsize=1)
def _things() -> dict[str, str]:
    lines = line_sections("like-nouns")["things"]
    found: dict[str, str] = {}
    for line in lines:
        first, *others = map(stem, line.split())
        for word in (first, *others):
            found.setdefault(word, found.get(first, first))
    return found


@lru_cache(maxsize=1)
def _groups() -> dict[str, int]:
    lines = line_sections("like-nouns")["people"]
    return {stem(word): place for place, line in enumerate(lines) for word in line.split()}
