"""The words of two stretches of text set against each other: the same, changed, or on one side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from compare.model.diff import Edit, EditKind, Words
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.words import STOP, words

_MARK = re.compile(r"\s*\S")
# Equal words between two changes are taken into the change when they are no more than this and
# none of them carries meaning: "of the" in the middle of other words tells a reader nothing.
_STRAY = 2


class EditWord(Struct, frozen=True, gc=False):
    """A word or a mark from `start` to `end`, with the white space behind it.

    `key` is equal for the same word.
    """

    start: int
    end: int
    key: str

    @property
    def carries(self) -> bool:
        """True for a word that carries meaning, false for grammar and marks."""
        return self.key[:1].isalnum() and self.key not in STOP


# An article is set beside many others in one report.
@lru_cache(maxsize=4096)
def tokens(text: str, span: Span) -> tuple[EditWord, ...]:
    """The tokens of a stretch; they tile it."""
    starts = []
    at = span.start
    for word in words(text, span):
        starts += [(m.end() - 1, m.end()) for m in _MARK.finditer(text, at, word.start)]
        starts.append((word.start, word.end))
        at = word.end
    starts += [(m.end() - 1, m.end()) for m in _MARK.finditer(text, at, span.end)]
    if not starts:
        return (EditWord(span.start, span.end, ""),)
    ends = [*(start for start, _ in starts[1:]), span.end]
    found = [
        EditWord(start, end, _key(text[start:core]))
        for (start, core), end in zip(starts, ends, strict=True)
    ]
    found[0] = EditWord(span.start, found[0].end, found[0].key)
    return tuple(found)


def _key(word: str) -> str:
    """The word folded, or itself where folding leaves nothing of it."""
    return folded_text(word) or word


def word_edits(left: str, one: Span | None, right: str, other: Span | None) -> tuple[Edit, ...]:
    """The edits from a stretch of the left text to one of the right text; they tile both.

    Equal runs are those of Ratcliff and Obershelp (difflib); runs that carry no meaning between two
    changes are taken into the change. With None for one side all words are of the other.
    """
    if one is None or other is None:
        return _one_sided(left, one, right, other)
    ours, theirs = tokens(left, one), tokens(right, other)
    edits: list[Edit] = []
    for i, i2, j, j2, equal in _runs(ours, theirs):
        if equal:
            edits += _equal(left, ours[i:i2], right, theirs[j:j2])
        else:
            edits.append(_changed(_words(left, ours[i:i2]), _words(right, theirs[j:j2])))
    return tuple(edits)


def _one_sided(left: str, one: Span | None, right: str, other: Span | None) -> tuple[Edit, ...]:
    if one is not None:
        return (Edit(kind=EditKind.REMOVED, left=Words(span=one, text=one.of(left))),)
    if other is not None:
        return (Edit(kind=EditKind.ADDED, right=Words(span=other, text=other.of(right))),)
    return ()


Run = tuple[int, int, int, int, bool]


def _runs(ours: Sequence[EditWord], theirs: Sequence[EditWord]) -> Iterator[Run]:
    """Runs of equal and of changed tokens in turn; each but the last two numbers are ends."""
    matcher = SequenceMatcher(None, [t.key for t in ours], [t.key for t in theirs], autojunk=False)
    blocks = [(i, j, n) for i, j, n in matcher.get_matching_blocks() if n]
    whole = len(ours), len(theirs)
    blocks = [b for b in blocks if not _is_stray(ours, b, whole)]
    i = j = 0
    for start, start2, n in [*blocks, (*whole, 0)]:
        if (i, j) != (start, start2):
            yield i, start, j, start2, False
        if n:
            yield start, start + n, start2, start2 + n, True
        i, j = start + n, start2 + n


def _is_stray(
    ours: Sequence[EditWord], block: tuple[int, int, int], whole: tuple[int, int]
) -> bool:
    i, j, n = block
    at_an_end = (i, j) == (0, 0) or (i + n, j + n) == whole
    return n <= _STRAY and not at_an_end and not any(t.carries for t in ours[i : i + n])


def _equal(
    left: str, ours: Sequence[EditWord], right: str, theirs: Sequence[EditWord]
) -> Iterator[Edit]:
    """Equal words as few edits as can be: those printed alike apart from those spelt otherwise."""
    at = 0
    alike = [
        left[a.start : a.end] == right[b.start : b.end] for a, b in zip(ours, theirs, strict=True)
    ]
    for end in range(1, len(alike) + 1):
        if end == len(alike) or alike[end] != alike[at]:
            kind = EditKind.SAME if alike[at] else EditKind.RESPELT
            mine, other = _words(left, ours[at:end]), _words(right, theirs[at:end])
            assert mine is not None
            assert other is not None
            yield Edit(kind=kind, left=mine, right=other)
            at = end


def _changed(left: Words | None, right: Words | None) -> Edit:
    if left is None:
        return Edit(kind=EditKind.ADDED, right=right)
    if right is None:
        return Edit(kind=EditKind.REMOVED, left=left)
    return Edit(kind=EditKind.REPLACED, left=left, right=right)


def _words(text: str, run: Sequence[EditWord]) -> Words | None:
    if not run:
        return None
    span = Span(run[0].start, run[-1].end)
    return Words(span=span, text=span.of(text))
