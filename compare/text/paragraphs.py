"""Paragraph spans: lines, or blocks of lines where the text was wrapped at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise

from compare.model.spans import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"(?:[•⁃▪‣◦●*–—-]|\(?\w{1,3}[.)])\s")
_NARROWEST, _WIDEST = 45, 100
_RAGGED = 22


def paragraphs(text: str) -> list[Span]:
    """The paragraphs in order, trimmed of white space; only white space is left between them.

    Each line with words is a paragraph, unless the text is wrapped by hand: then blank lines,
    indents and bullets divide it, and the lines of a block belong together.
    """
    blocks = _blocks(text)
    if not _is_wrapped(text, blocks):
        return [line for block in blocks for line in block]
    return [part for block in blocks for part in _joined(text, block)]


def _blocks(text: str) -> list[list[Span]]:
    """Lines with words, trimmed, grouped by the blank lines between them."""
    blocks: list[list[Span]] = []
    last_end: int | None = None
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        span = Span(start, match.start() + len(line.rstrip()))
        if last_end is None or len(_BREAK.findall(text, last_end, start)) > 1:
            blocks.append([])
        blocks[-1].append(span)
        last_end = span.end
    return blocks


def _is_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """True when lines break at an even width in mid-sentence."""
    pairs = [(a, b) for block in blocks for a, b in pairwise(block)]
    if not pairs:
        return False
    widths = [a.end - a.start for a, _ in pairs]
    widest = max(line.end - line.start for block in blocks for line in block)
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    even = sum(width >= widest - _RAGGED for width in widths)
    running = sum(text[b.start].islower() for _, b in pairs)
    return even >= 0.8 * len(pairs) and running >= 0.4 * len(pairs)


def _joined(text: str, block: list[Span]) -> list[Span]:
    parts = [block[0]]
    for before, line in pairwise(block):
        indent = _BREAK.split(text[before.end : line.start])[-1]
        if len(indent) > 1 or "\t" in indent or _ITEM.match(text, line.start):
            parts.append(line)
        else:
            parts[-1] = Span(parts[-1].start, line.end)
    return parts
