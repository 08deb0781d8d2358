"""Words that make a grave claim, and the words that carry such a claim."""

from __future__ import annotations

from functools import lru_cache

from compare.english.word_lists import line_sections
from compare.text.words import stem

_Table = dict[str, frozenset[int]]


def claims_made(stemmed: str) -> frozenset[int]:
    """The numbers of the grave claims that a word, given as its stem, makes."""
    return _tables()[0].get(stemmed, frozenset())


def claims_carried(stemmed: str) -> frozenset[int]:
    """The numbers of the grave claims that a word, given as its stem, carries."""
    return _tables()[1].get(stemmed, frozenset())


@lru_cache(maxsize=1)
def _tables() -> tuple[_Table, _Table]:
    making: dict[str, set[int]] = {}
    carrying: dict[str, set[int]] = {}
    for number, line in enumerate(line_sections("grave-words")[""]):
        makers, _, carriers = line.partition("|")
        for word in makers.split():
            making.setdefault(stem(word), set()).add(number)
        for word in (*makers.split(), *carriers.split()):
            carrying.setdefault(stem(word), set()).add(number)
    return _frozen(making), _frozen(carrying)


def _frozen(table: dict[str, set[int]]) -> _Table:
    return {word: frozenset(numbers) for word, numbers in table.items()}
