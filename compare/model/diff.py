"""Two texts set side by side: rows that hold every character of both, and what changed."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from compare.model.facts import State
from compare.model.findings import FigureRelation
from compare.model.spans import Span
from compare.model.story import ToolInfo

DIFF_SCHEMA = "urn:storydiff:diff:1.0"


class DiffKind(StrEnum):
    """What is set side by side."""

    VERSIONS = "two versions of one article"
    OUTLETS = "two articles on one event"


class Field(StrEnum):
    """The part of an article that a row is of; spans of the row count in it."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    TEXT = "text"


class EditKind(StrEnum):
    """How some words of the left text stand to those of the right text."""

    SAME = "same"
    RESPELT = "other spelling, marks or spaces"
    REPLACED = "replaced"
    REMOVED = "only left"
    ADDED = "only right"


class RowKind(StrEnum):
    """How the two sides of a row stand to each other."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "only left"
    ADDED = "only right"


class ChangeKind(StrEnum):
    """What sort of thing a change is a change of."""

    HEADLINE = "headline"
    FIGURE = "figure"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A stretch of one of the texts; `text` are exactly the characters of `span`."""

    span: Span
    text: str

    def __post_init__(self) -> None:
        if len(self.text) != self.span.end - self.span.start:
            raise ValueError(f"{self.text!r} does not fill {self.span}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words of the left text and what stands in their place in the right one, None for nothing."""

    kind: EditKind
    left: Words | None = None
    right: Words | None = None

    def __post_init__(self) -> None:
        lacking = {EditKind.REMOVED: (True, False), EditKind.ADDED: (False, True)}
        if (self.left is not None, self.right is not None) != lacking.get(self.kind, (True, True)):
            raise ValueError(f"an edit of kind {self.kind} has the wrong sides")
        same = self.left and self.right and self.left.text == self.right.text
        if (self.kind is EditKind.SAME) is not bool(same):
            raise ValueError(f"the words of an edit belie its kind {self.kind}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Where a side of a row stands: paragraph and sentence, and whether it is part of the story.

    `paragraph` counts from 1; it is 0 for what stands outside the text. `aside` tells why it is no
    part of the story, like "caption", and is empty for the story.
    """

    span: Span
    paragraph: int
    sentences: tuple[str, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Statements that belong together, or one that only one side has.

    The `edits` tile both sides in order. `moved` is true where the right side stands in another
    place than the rows around it; `again` is the id of the row that already says the same, for a
    statement that one side makes twice. `facts` are the ids of the facts of a comparison that
    every side of the row states, and `elsewhere` is how the other article carries the first of
    them, for a row that only one has.
    """

    id: str
    kind: RowKind
    field: Field
    edits: tuple[Edit, ...]
    left: Side | None = None
    right: Side | None = None
    moved: bool = False
    again: str | None = None
    facts: tuple[str, ...] = ()
    elsewhere: State | None = None

    def __post_init__(self) -> None:
        for side, mine in ((self.left, self.words_left()), (self.right, self.words_right())):
            ends = [words.span for words in mine]
            if side is None:
                if ends:
                    raise ValueError(f"row {self.id} has words on a side that it lacks")
                continue
            joined = all(a.end == b.start for a, b in itertools.pairwise(ends))
            if not (joined and ends and Span(ends[0].start, ends[-1].end) == side.span):
                raise ValueError(f"the edits of row {self.id} do not tile its side {side.span}")

    def words_left(self) -> list[Words]:
        """The words of the left side, in order."""
        return [edit.left for edit in self.edits if edit.left]

    def words_right(self) -> list[Words]:
        """The words of the right side, in order."""
        return [edit.right for edit in self.edits if edit.right]

    @property
    def is_quiet(self) -> bool:
        """True when both sides have the same words in the same place."""
        return self.kind is RowKind.SAME and not self.moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A headline, figure or quotation that is not the same on both sides, in the row where it is.

    One side is None where there is nothing in its place. `relation` is how two figures of a
    comparison stand to each other; `note` says more in words.
    """

    kind: ChangeKind
    row: str
    left: Words | None = None
    right: Words | None = None
    relation: FigureRelation | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.left is None and self.right is None:
            raise ValueError(f"a change of kind {self.kind} has no words")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffText:
    """One of the two texts: what is known of it. Its words are in the rows.

    `sha256` is of the UTF-8 bytes of the whole text; with `excerpt` some of it is not shown.
    """

    letter: str
    outlet: str
    sha256: str
    length: int
    headline: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    url: str | None = None
    source: str | None = None
    language: str = "en"
    excerpt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """Two texts side by side; rows are in the order of the left text.

    A row that only the right text has follows the row that it follows there. Building one checks
    that the rows hold every character of both texts exactly once.
    """

    tool: ToolInfo
    kind: DiffKind
    left: DiffText
    right: DiffText
    rows: tuple[Row, ...]
    changes: tuple[Change, ...] = ()
    warnings: tuple[str, ...] = ()
    schema: str = DIFF_SCHEMA
    offset_unit: str = "code point"

    def __post_init__(self) -> None:
        ids = [row.id for row in self.rows]
        if len(set(ids)) != len(ids):
            raise ValueError("two rows share an id")
        for name in (*(change.row for change in self.changes), *filter(None, self._again())):
            if name not in ids:
                raise ValueError(f"there is no row {name}")
        for about, rebuilt in ((self.left, self.left_text()), (self.right, self.right_text())):
            if len(rebuilt) != about.length:
                raise ValueError(f"the rows do not hold the whole text of {about.letter}")
            digest = hashlib.sha256(rebuilt.encode("utf-8", "surrogatepass")).hexdigest()
            if not about.excerpt and digest != about.sha256:
                raise ValueError(f"the rows do not hold the text of {about.letter}")

    def left_text(self) -> str:
        """The whole left text, rebuilt from the rows."""
        return _rebuilt(words for row in self._of_the_text() for words in row.words_left())

    def right_text(self) -> str:
        """The whole right text, rebuilt from the rows."""
        return _rebuilt(words for row in self._of_the_text() for words in row.words_right())

    def count(self, kind: RowKind) -> int:
        """How many rows of the text are of a kind."""
        return sum(row.kind is kind for row in self._of_the_text())

    @property
    def moved(self) -> int:
        """How many rows of the text stand in another place on the right."""
        return sum(row.moved for row in self._of_the_text())

    def _of_the_text(self) -> Iterator[Row]:
        return (row for row in self.rows if row.field is Field.TEXT)

    def _again(self) -> Iterator[str | None]:
        return (row.again for row in self.rows)


def _rebuilt(words: Iterator[Words]) -> str:
    """The words in their order; ValueError where some are missing or stand twice."""
    text, at = [], 0
    for one in sorted(words, key=lambda one: one.span):
        if one.span.start != at:
            raise ValueError(f"the characters {at} to {one.span.start} are in no row, or in two")
        text.append(one.text)
        at = one.span.end
    return "".join(text)
