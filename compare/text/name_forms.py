"""Names that stand for one country, state or office: France, French, Paris; Florida, Miami."""

from __future__ import annotations

from functools import lru_cache

from compare.english.word_lists import line_sections
from compare.text.fold import folded_text


def stands_for(name: str) -> frozenset[int]:
    """The numbers of the countries, states and offices that a name can stand for.

    >>> stands_for("paris") == stands_for("french") != frozenset()
    True
    """
    return _forms().get(folded_text(name).removesuffix("'s"), frozenset())


def named_in(text: str) -> frozenset[int]:
    """The numbers of all countries, states and offices that a text names in any of their forms."""
    spaced = _spaced(folded_text(text))
    # "Fla." keeps its full stop, the last word of a sentence has none of its own.
    padded = f" {spaced} {' '.join(word.rstrip('.') for word in spaced.split())} "
    return frozenset(
        number
        for name, numbers in _forms().items()
        if f" {_spaced(name)} " in padded
        for number in numbers
    )


def _spaced(text: str) -> str:
    """The words with one space between them, the marks at their ends but full stops left out."""
    words = (word.strip(",;:!?()[]\"'").removesuffix("'s") for word in text.split())
    return " ".join(words)


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(line_sections("name-forms")[""]):
        for word in line.split():
            found.setdefault(word.replace("_", " "), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
