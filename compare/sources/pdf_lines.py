"""The lines of a PDF put together again: running heads out, broken words whole, paragraphs guessed.

A PDF has no paragraphs, only lines at places. A new paragraph begins where the gap to the line
above is wider than usual, where a line is set in, where the letters change their size, or after a
short line that ends a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

BROKEN = "\ufffe"  # what pdfium writes for a hyphen at the end of a line
BROKEN_WORD = re.compile(rf"([^\W\d_]+){BROKEN}\s*([^\W\d_]+)")
WIDE_GAP = 1.4
SET_IN = 8.0  # points
OTHER_SIZE = 1.15
SHORT_LINE = 0.8
EDGE = 2  # lines at the top and the bottom of a page that can be running heads
ENDED = re.compile(r"[.!?:][\"”’»)]*$")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLine:
    """A line of a page with its place in points from the lower left of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of its letters, at least one point."""
        return max(1.0, self.top - self.bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReading:
    """The paragraphs of a document, and the running heads that were taken out, each once."""

    paragraphs: tuple[str, ...]
    heads: tuple[str, ...]


def read_lines(pages: Sequence[Sequence[PdfLine]]) -> PdfReading:
    """The paragraphs of all pages in order; one that runs over a page's end stays whole."""
    running = _running(pages)
    kept: list[PdfLine] = []
    heads: dict[str, str] = {}
    for page in pages:
        for index, line in enumerate(page):
            key = _key(line)
            if _at_edge(index, page) and key in running:
                heads.setdefault(key, _plain(line.text))
            else:
                kept.append(line)
    paragraphs = [" ".join(line.text for line in group) for group in _grouped(kept)]
    return PdfReading(paragraphs=tuple(_whole_words(paragraphs)), heads=tuple(heads.values()))


def _running(pages: Sequence[Sequence[PdfLine]]) -> frozenset[str]:
    """The lines, figures aside, that stand at the edge of half of the pages or more."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(line) for i, line in enumerate(page) if _at_edge(i, page)})
    least = max(2, len(pages) / 2)
    return frozenset(key for key, count in counts.items() if count >= least)


def _key(line: PdfLine) -> str:
    return re.sub(r"\d+", "#", line.text.casefold()).strip()


def _at_edge(index: int, page: Sequence[PdfLine]) -> bool:
    return index < EDGE or index >= len(page) - EDGE


def _grouped(lines: Sequence[PdfLine]) -> Iterable[list[PdfLine]]:
    gaps = [one.bottom - two.bottom for one, two in pairwise(lines)]
    usual = median([gap for gap in gaps if gap > 0] or [0.0])
    width = max((line.right - line.left for line in lines), default=0.0)
    size = median([line.size for line in lines] or [1.0])
    group: list[PdfLine] = []
    for line in lines:
        if group and _begins(
            group[-1], line, usual=usual * max(1.0, line.size / size), width=width
        ):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(before: PdfLine, line: PdfLine, *, usual: float, width: float) -> bool:
    """True if `line` begins a paragraph after the one before; `usual` is the gap at its size."""
    ended = bool(ENDED.search(before.text))
    if max(before.size, line.size) > OTHER_SIZE * min(before.size, line.size):
        return True
    gap = before.bottom - line.bottom
    if gap <= 0:  # another column or page
        return ended
    if gap > WIDE_GAP * usual:
        return True
    short = before.right - before.left < SHORT_LINE * width
    return ended and (short or line.left - before.left > SET_IN)


def _whole_words(paragraphs: Sequence[str]) -> list[str]:
    """Words broken at line ends made whole, with a hyphen where the document writes one."""
    whole = Counter(
        word.casefold() for text in paragraphs for word in WORD.findall(BROKEN_WORD.sub(" ", text))
    )

    def joined(found: re.Match[str]) -> str:
        left, right = found[1], found[2]
        one, two = (left + right).casefold(), f"{left}-{right}".casefold()
        if whole[two] > whole[one]:
            return f"{left}-{right}"
        apart = not whole[one] and whole[left.casefold()] and whole[right.casefold()]
        return f"{left}-{right}" if apart else left + right

    return [" ".join(_plain(BROKEN_WORD.sub(joined, text)).split()) for text in paragraphs]


def _plain(text: str) -> str:
    return text.replace(BROKEN, "-").replace("\u00ad", "").strip()
