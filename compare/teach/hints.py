"""What the student copies still show of the names of outlets, for the teacher to judge."""

from __future__ import annotations

from dataclasses import dataclass

from compare.teach.blind import StudentCopy
from compare.teach.lesson import Lesson
from compare.teach.name_use import is_ordinary_word
from compare.teach.spelling import WORD


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHint:
    """A word of the name of outlet `letter` that stands in the copies of articles `shown`."""

    word: str
    letter: str
    shown: tuple[str, ...]


def places_in_names(lesson: Lesson) -> tuple[NameHint, ...]:
    """Words with a capital that an outlet's name and the copies share, mostly names of places.

    They belong to the story and stay, but a student who knows the papers of a place may guess.
    """
    seen = {copy.letter: _words_of(copy) for copy in lesson.copies}
    found: list[NameHint] = []
    for one in lesson.key:
        for word in dict.fromkeys(WORD.findall(one.outlet)):
            shown = tuple(letter for letter, words in seen.items() if word in words)
            if word[0].isupper() and shown and not is_ordinary_word(word):
                found.append(NameHint(word=word, letter=one.letter, shown=shown))
    return tuple(found)


def _words_of(copy: StudentCopy) -> frozenset[str]:
    lines = (line.text for paragraph in copy.paragraphs for line in paragraph)
    return frozenset(WORD.findall(" ".join((copy.headline, *lines))))
