"""Words that tell one act: "arrested" and "abducted", "interview" and "met"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from compare.text.verbs import forms
from compare.text.wordlists import line_sections
from compare.text.words import stem


@lru_cache(maxsize=1)
def _lines() -> dict[str, frozenset[int]]:
    """The lines of `like-acts.txt` that hold a word, by the stems of all its forms."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(line_sections("like-acts")[""]):
        for word in line.split():
            for form in (word, *forms(word)):
                found.setdefault(stem(form), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def acts_told(stems: Iterable[str]) -> frozenset[int]:
    """The acts that stems of words may tell, as numbers; two that share one may be one act."""
    known = _lines()
    return frozenset(number for word in stems for number in known.get(word, ()))
