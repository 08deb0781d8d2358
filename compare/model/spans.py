"""Character ranges of a text, and the flattening of overlapping marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise


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
    """Cut `length` characters into pieces that tile them, each with every name that covers it.

    >>> marks = [Mark(span=Span(0, 4), names=("quote",)), Mark(span=Span(2, 6), names=("f1",))]
    >>> [(run.span.start, run.span.end, run.names) for run in runs(6, marks)]
    [(0, 2, ('quote',)), (2, 4, ('f1', 'quote')), (4, 6, ('f1',))]
    """
    begin: dict[int, list[str]] = {0: [], length: []}
    finish: dict[int, list[str]] = {}
    for mark in marks:
        if mark.span.end > length:
            raise ValueError(f"mark {mark.span} reaches beyond {length} characters")
        begin.setdefault(mark.span.start, []).extend(mark.names)
        finish.setdefault(mark.span.end, []).extend(mark.names)
    pieces = []
    here: Counter[str] = Counter()
    for start, end in pairwise(sorted(begin.keys() | finish)):
        here.subtract(finish.get(start, ()))
        here.update(begin.get(start, ()))
        here = +here
        pieces.append(Run(span=Span(start, end), names=tuple(sorted(here))))
    return pieces


class SpanIndex:
    """Spans in order; those that overlap a stretch are found without a look at the others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [span.start for span in self.spans]
        # The farthest end so far grows along the list even where spans overlap each other.
        self._reach = list(accumulate((span.end for span in self.spans), max))

    def overlapping(self, start: int, end: int) -> list[Span]:
        """The spans that share a character with `start`:`end`, in order."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [span for span in self.spans[first:last] if span.end > start and span.start < end]
