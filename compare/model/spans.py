"""Character ranges of a text, and the flattening of overlapping marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open, non-empty range, counted in Unicode code points of one text.

    >>> Span(2, 6).of("👍 Fire")
    'Fire'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}:{self.end} is empty or backwards")

    def of(self, text: str) -> str:
        """The words of `text` inside the span; ValueError if it reaches beyond the text."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}:{self.end} reaches beyond {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True when `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span with the names of what it shows, e.g. a fact id and a state."""

    span: Span
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text under one unchanging set of marks; `names` is sorted and may be empty."""

    span: Span
    names: tuple[str, ...]


def runs(length: int, marks: Iterable[Mark]) -> list[Run]:
    """Cuts `length` characters into pieces that tile them, each with every name that covers it.

    >>> marks = [Mark(span=Span(0, 4), names=("quote",)), Mark(span=Span(2, 6), names=("f1",))]
    >>> [(run.span.start, run.span.end, run.names) for run in runs(6, marks)]
    [(0, 2, ('quote',)), (2, 4, ('f1', 'quote')), (4, 6, ('f1',))]
    """
    known = list(marks)
    edges = {0, length}
    for mark in known:
        if mark.span.end > length:
            raise ValueError(f"mark {mark.span} reaches beyond {length} characters")
        edges.update((mark.span.start, mark.span.end))
    pieces = []
    for start, end in pairwise(sorted(edges)):
        here = Span(start, end)
        names = {name for mark in known if mark.span.contains(here) for name in mark.names}
        pieces.append(Run(span=here, names=tuple(sorted(names))))
    return pieces
