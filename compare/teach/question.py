"""The questions of a lesson: what is asked, what is right, and what the copies must hold for it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a question trains."""

    FIND = "find it"
    FIGURES = "figures"
    SPEAKS = "who speaks"
    CUT = "the cut"
    WORDING = "wording"
    PLACEMENT = "placement"
    CONFIRMATION = "confirmation"
    PREDICT = "predict"
    LATERAL = "lateral"


class Level(StrEnum):
    """What a student has to do: look it up, set articles side by side, or give reasons."""

    FIND = "find"
    COMPARE = "compare"
    EXPLAIN = "explain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose; `note` tells a student who chose it why it is right or wrong."""

    text: str
    right: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Words of an article, as students see them; `line` is like "B7", or the headline."""

    article: str
    line: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingKind:
    """A kind of question that a story does not give, and why."""

    kind: Kind
    why: str

    @property
    def told(self) -> str:
        """The whole sentence for a teacher."""
        return (
            f"No question of the kind “{self.kind.value}” could be made from this story, "
            f"because {self.why}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCheck:
    """What the student copy of `article` must hold, or must not, for the answer to be right."""

    article: str
    words: str
    there: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with its key.

    `prompt` is in usual, `plain` in plain language. Without `options` it is an open question;
    `several` allows more than one right option. `answer` and `why` are for the key, `look_for` is
    what a good answer points at, `misreading` a mistake to expect. `worth` orders questions of one
    kind, more first.
    """

    id: str
    kind: Kind
    level: Level
    prompt: str
    plain: str
    answer: str
    why: str
    look_for: str
    misreading: str
    evidence: tuple[Cite, ...] = ()
    checks: tuple[AnswerCheck, ...] = ()
    options: tuple[Option, ...] = ()
    several: bool = False
    minutes: int = 3
    worth: float = 0.0

    @property
    def right(self) -> tuple[Option, ...]:
        """The options that are right."""
        return tuple(option for option in self.options if option.right)


def question_id(kind: Kind, *parts: str) -> str:
    """An id that comes from what the question is about and survives a re-run.

    >>> question_id(Kind.CUT, "q1")
    'cut-c75de8'
    """
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:6]
    return f"{_SHORT.get(kind, kind.value)}-{digest}"


# A straight mark at the start of a word opens.
_OPENING = re.compile(r"(?<![^\s(\[—–-])\"(?=\S)")
_SHORT = {Kind.FIND: "find", Kind.SPEAKS: "speaks", Kind.CUT: "cut"}


def list_of(words: Iterable[str], joint: str = "and") -> str:
    """Words as a list in a sentence.

    >>> list_of(["A", "B", "C"])
    'A, B and C'
    """
    several = list(words)
    if len(several) < 2:
        return "".join(several)
    return f"{', '.join(several[:-1])} {joint} {several[-1]}"


def articles_in_words(letters: Iterable[str]) -> str:
    """Letters as students speak of them: "article A", "articles A and B"."""
    several = list(letters)
    return f"article{'s' if len(several) > 1 else ''} {list_of(several)}"


def in_marks(words: str) -> str:
    """Words in quotation marks, with marks of their own turned to single ones.

    >>> in_marks("“Nobody pushed,” she said.")
    '“‘Nobody pushed,’ she said.”'
    """
    inner = _OPENING.sub("‘", words).replace("“", "‘").replace("”", "’").replace('"', "’")
    return f"“{inner}”"


def with_capital(sentence: str) -> str:
    """The same words with a capital at the start and the rest left alone."""
    return sentence[:1].upper() + sentence[1:]
