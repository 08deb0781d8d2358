"""The lines of a PDF page in reading order: column by column, in whatever order they were drawn.

A page is cut where a gutter runs between lines of both sides (the XY cut of Nagy and Seth, 1984);
lines that reach over the gutter, such as the headline, stay between the parts above and below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from compare.sources.pdf_lines import PdfLine

LEAST_LINES = 3  # of a column
GUTTER = 6.0  # points
SHARED = 0.5  # of the shorter column, beside which the other one stands
OUT_OF_ORDER = 0.3  # share of lines above the one before them, on a page without columns


def in_reading_order(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines from top to bottom, those of a left column before those of the column beside it."""
    cut = _gutter(lines)
    if cut is None:
        up = sum(two.bottom > one.top for one, two in pairwise(lines))
        drawn_so = up <= OUT_OF_ORDER * len(lines)
        return list(lines) if drawn_so else sorted(lines, key=lambda line: (-line.top, line.left))
    over = sorted((x for x in lines if x.left < cut < x.right), key=lambda line: -line.top)
    bounds = [float("inf"), *(line.top for line in over), float("-inf")]
    ordered: list[PdfLine] = []
    for number, (upper, lower) in enumerate(pairwise(bounds)):
        band = [x for x in lines if x not in over and lower < x.top <= upper]
        for side in ([x for x in band if x.right <= cut], [x for x in band if x.left >= cut]):
            ordered += _again(side)
        ordered += over[number : number + 1]
    return ordered


def _again(side: list[PdfLine]) -> list[PdfLine]:
    """One side of a gutter, which may have columns of its own."""
    if _gutter(side) is None:
        return sorted(side, key=lambda line: (-line.top, line.left))
    return in_reading_order(side)


def _gutter(lines: Sequence[PdfLine]) -> float | None:
    """The place of the widest gap between columns that stand beside each other; None without."""
    edges = sorted({line.left for line in lines})
    best: tuple[float, float] | None = None
    for edge in edges[1:]:
        right = [line for line in lines if line.left >= edge - 1]
        inner = [line for line in lines if line.right < edge - GUTTER]
        across = len(lines) - len(right) - len(inner)
        if len(right) < LEAST_LINES or len(inner) < LEAST_LINES or across > len(lines) / 4:
            continue
        gap = edge - max(line.right for line in inner)
        if _beside(inner, right) and (best is None or gap > best[0]):
            best = (gap, edge - gap / 2)
    return best[1] if best else None


def _beside(one: Sequence[PdfLine], other: Sequence[PdfLine]) -> bool:
    """True for columns of which one stands beside half of the other or more."""
    tops = [max(line.top for line in side) for side in (one, other)]
    ends = [min(line.bottom for line in side) for side in (one, other)]
    shared = min(tops) - max(ends)
    return shared >= SHARED * min(top - end for top, end in zip(tops, ends, strict=True))
