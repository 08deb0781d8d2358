"""The lines of a PDF file with their places, and its facts, as pdfium reads them.

Everything that touches the file itself is here, so that it can run in a process of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from compare.sources.bounded_reading import RefusedFile
from compare.sources.pdf_columns import in_reading_order
from compare.sources.pdf_lines import PdfLine

MAX_PAGES = 100
MAX_CHARACTERS = 2_000_000
WORD = re.compile(r"\S+")
WIDE = 1.8  # times the height of the letters' ink; the gaps of justified lines are narrower
PASTE = "Paste its text into a .txt file and give that"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPages:
    """The lines of each page from top to bottom, and the information dictionary."""

    pages: list[list[PdfLine]]
    facts: dict[str, str]


def pdf_pages(data: bytes) -> PdfPages:
    """The pages of a PDF; Refused for a damaged or locked file, or one that is no article."""
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(data) as file:
            if len(file) > MAX_PAGES:
                raise RefusedFile(f"it has {len(file)} pages, more than an article", PASTE)
            facts = file.get_metadata_dict()
            pages: list[list[PdfLine]] = []
            left = MAX_CHARACTERS
            for page in file:
                text = page.get_textpage()
                left -= text.count_chars()
                if left < 0:
                    raise RefusedFile("it holds more text than an article", PASTE)
                pages.append(in_reading_order(list(_lines(text))))
    except pdfium.PdfiumError as wrong:
        locked = "password" in str(wrong).lower()
        raise RefusedFile(
            "this PDF is locked" if locked else "this PDF is damaged", PASTE
        ) from wrong
    return PdfPages(pages=pages, facts=facts)


def _lines(page: Any) -> Iterator[PdfLine]:  # noqa: ANN401 - pypdfium2 comes with no types
    """The lines of a page as pdfium orders them, with the boxes of their first and last letters.

    A line that runs over a gap as wide as between columns is two.
    """
    start = 0
    for line in page.get_text_range().split("\r\n"):
        for begin, end in _parts(page, line, start):
            boxes = [page.get_charbox(at) for at in (start + begin, start + end - 1)]
            # The box of the whole letter, not of its ink, tells the line's place and size.
            loose = page.get_charbox(start + begin, loose=True)
            yield PdfLine(
                text=line[begin:end],
                left=boxes[0][0],
                right=boxes[1][2],
                top=loose[3],
                bottom=loose[1],
            )
        start += len(line) + 2


def _parts(page: Any, line: str, start: int) -> list[tuple[int, int]]:  # noqa: ANN401 - as above
    """Where the parts of a line between wide gaps begin and end in it."""
    words = [found.span() for found in WORD.finditer(line)]
    if not words:
        return []
    parts = [words[0]]
    for (_, end), (begin, last) in pairwise(words):
        before, after = page.get_charbox(start + end - 1), page.get_charbox(start + begin)
        height = max(before[3] - before[1], after[3] - after[1], 1.0)
        if after[0] - before[2] > WIDE * height or after[0] < before[0] - height:
            parts.append((begin, last))
        else:
            parts[-1] = (parts[-1][0], last)
    return parts
