"""The article's text as a page states it for machines, where it is more than the page shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from compare.errors import SourceError
from compare.sources.markup import unescape_entities
from compare.sources.page import fold, parse, tidy
from compare.sources.page_body import FEW_LETTERS, PageBlock
from compare.sources.page_text import page_paragraphs

MORE = 1.15  # times the letters of the page from which the stated text counts as longer
FAR_MORE = 2.5  # times the letters of another text on the page
SHOWN = 0.6  # share of the page's text that has to stand in the stated one
LEAST = 150  # letters
SAME = 95  # of 100, by rapidfuzz
LONGEST = 50_000
MARKUP = re.compile(r"</?(?:p|br|div|li|h[1-6])\b[^>]{0,400}>", re.IGNORECASE)
BREAKS = re.compile(r"(?:\s*(?:\r\n|[\n\r\u2028\u2029]|\\r\\n|\\n)\s*)+")
WIDE = re.compile(r"(?<=[.!?”\"’)…])[ \u00a0]{2,}(?=\S)")
GLUED = re.compile(r"(?<=[a-z\d)][.!?])(?=[A-Z“])|(?<=[.!?][”\"])(?=[A-Z“])")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedBody:
    """The paragraphs to use, and a sentence for the reader where they are not those of the page."""

    blocks: tuple[PageBlock, ...]
    note: str = ""


def with_stated_body(
    blocks: Sequence[PageBlock], body: str | None, *, free: bool | None, own: bool = False
) -> StatedBody:
    """The paragraphs of the page, or those of the text that it states where these are more.

    `own` tells that the text stands under the headline of the page in the data for its scripts:
    then it is the article even where the page shows another text, such as a list or comments. Any
    other is where it is far longer than such a text.
    What a page marks as not free to read is not taken from its data; the reader is told of it.
    """
    shown = StatedBody(blocks=tuple(blocks))
    if not body or len(body) < LEAST:
        return shown
    paragraphs = stated_paragraphs(body)
    keys = [fold(block.text) for block in blocks]
    whole, size = fold("".join(paragraphs)), sum(map(len, keys))
    within = sum(len(key) for key in keys if key in whole)
    if within < SHOWN * size and size >= FEW_LETTERS and not _same("".join(keys), whole):
        more = len(whole) > (1 if own else FAR_MORE) * size
        return _other(paragraphs, blocks, free=free) if more else shown
    if len(whole) <= MORE * size:
        finer = len(paragraphs) > 2 * len(blocks) and _same("".join(keys), whole)
        return StatedBody(blocks=_blocks(paragraphs, blocks)) if finer else shown
    count = sum(len(text.split()) for text in paragraphs) - sum(
        len(block.text.split()) for block in blocks
    )
    if free is False and blocks:
        told = (
            f"The page's data for machines holds {count:,} more words, marked as not free to "
            "read; they are left out."
        )
        return StatedBody(blocks=tuple(blocks), note=told)
    note = f"The page shows {count:,} words less than this text, which its data for machines holds."
    return StatedBody(blocks=_blocks(paragraphs, blocks), note=note if blocks else "")


def _other(
    paragraphs: Sequence[str], blocks: Sequence[PageBlock], *, free: bool | None
) -> StatedBody:
    """The text in the data of a page that shows another, unless it is not free to read."""
    if free is False:
        return StatedBody(blocks=tuple(blocks))
    note = (
        "The page shows another text than this one, which its data for machines holds as its "
        "article."
    )
    return StatedBody(blocks=_blocks(paragraphs, blocks), note=note)


def as_markup(blocks: Sequence[PageBlock]) -> str:
    """The paragraphs as HTML, headings apart."""
    tags = (("h2" if block.kind == "head" else "p", block) for block in blocks)
    return "".join(f"<{tag}>{escape(block.text)}</{tag}>" for tag, block in tags)


def _same(one: str, other: str) -> bool:
    """True for two folded texts that differ in a few letters at most."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one[:LONGEST], other[:LONGEST], score_cutoff=SAME) > 0


def stated_paragraphs(body: str) -> list[str]:
    """The paragraphs of a text in JSON-LD, however they are kept apart there."""
    text = unescape_entities(body)
    if MARKUP.search(text):
        try:
            tree = parse(f"<html><body>{text}</body></html>", source="JSON-LD")
        except SourceError:
            return [tidy(MARKUP.sub(" ", text))]
        return [line for found in page_paragraphs(tree) for line in found.text.split("\n")]
    for breaks in (BREAKS, WIDE, GLUED):
        parts = [tidy(part) for part in breaks.split(text.strip())]
        if len(parts) > 2 or (breaks is BREAKS and len(parts) > 1):
            return [part for part in parts if part]
    return [tidy(text)]


def _blocks(paragraphs: Sequence[str], blocks: Sequence[PageBlock]) -> tuple[PageBlock, ...]:
    """The stated paragraphs, of the kind that the page shows them as."""
    kinds = {fold(block.text): block.kind for block in blocks}
    return tuple(PageBlock(kind=kinds.get(fold(text), "p"), text=text) for text in paragraphs)
