"""The names of reporters in a byline such as "By Dr Hester Quince and Odo Vane, Health Editor"."""

from __future__ import annotations

import re

from compare.english.name_parts import PARTICLES

_SEPARATORS = re.compile(r",|;|/|\||·|•|&|\s[-–—]\s|\b(?:and|with|und|et|y)\b")
_ENDS = re.compile(r"\b(?:in|at|for|from|on|reports?|reporting)\b.*|[(@<].*", re.IGNORECASE)
_NO_NAME = frozenset(
    "the a an by of dr mr mrs ms miss prof professor sir dame words story text exclusive special "
    "staff report reporter reporters newsroom editor editors chief senior junior deputy assistant "
    "correspondent writer writers columnist desk news agency agencies health political politics "
    "crime sports sport science business education environment foreign national local our own "
    "updated edited additional contributed photographs pictures".split()
)


def reporters(byline: str) -> tuple[tuple[str, ...], ...]:
    """The names of persons in a byline, each as its words; roles and desks are no names."""
    found: list[tuple[str, ...]] = []
    for piece in _SEPARATORS.split(byline):
        words = tuple(word for word in _ENDS.sub("", piece).split() if _in_a_name(word))
        if len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper():
            found.append(words)
    return tuple(found)


def _in_a_name(word: str) -> bool:
    small = word.lower().strip(".:")
    return small not in _NO_NAME and (word[:1].isupper() or small in PARTICLES)
