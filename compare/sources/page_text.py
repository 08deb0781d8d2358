"""The text of a page, paragraph by paragraph, with what is needed to tell whose each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.sources.page import INLINE, UNSEEN, fold, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SKIPPED = UNSEEN | {
    "nav", "footer", "select", "textarea", "button", "figure", "figcaption", "dialog", "menu",
    "audio", "video", "canvas", "map", "fieldset", "noindex",
}  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
KINDS = {"li": "item", "blockquote": "quote", **dict.fromkeys(HEADINGS, "head")}
LINE_BREAK = "\v"  # no page has one, as control characters are taken out of the markup
PARAGRAPH_BREAK = re.compile(r"\v\s*\v[\s\v]*")
MOST_LINES = 5_000


@dataclass(frozen=True, slots=True)
class PageParagraph:
    """One paragraph as a reader sees it: `key` is its text folded, `holder` the block it is in.

    `linked` is 0..1 how much of it are links.
    """

    text: str
    key: str
    holder: HtmlElement
    linked: float

    @property
    def kind(self) -> str:
        """The kind of block that it would be in an article."""
        return KINDS.get(self.holder.tag, "p")


def page_paragraphs(tree: HtmlElement) -> list[PageParagraph]:
    """The paragraphs of a page in their order, without menus, footers, pictures and the like."""
    body = tree.find("body")
    reader = _Reader()
    if body is not None:
        reader.read(body)
    return reader.found


class _Reader:
    """Walks over the blocks of a page and gathers the text between their beginnings and ends."""

    def __init__(self) -> None:
        self.found: list[PageParagraph] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._holder: HtmlElement | None = None

    def read(self, block: HtmlElement) -> None:
        """Read a block, whose depth is bounded by that of the page."""
        outer = self._holder
        self._flush()
        self._holder = block
        self._inside(block)
        self._flush()
        self._holder = outer

    def _inside(self, element: HtmlElement) -> None:
        if text := element.text:
            self._pieces.append(text)
        for child in element:
            tag = child.tag
            if tag == "br":
                self._pieces.append(LINE_BREAK)
            elif tag in INLINE:
                if tag == "a":
                    self._linked += len("".join(child.itertext()))
                self._inside(child)
            elif tag in SKIPPED:
                self._flush()
            elif isinstance(tag, str):
                self.read(child)
            if tail := child.tail:
                self._pieces.append(tail)

    def _flush(self) -> None:
        if not self._pieces:
            return
        whole = "".join(self._pieces)
        linked = self._linked
        self._pieces, self._linked = [], 0
        if whole.isspace() or self._holder is None or len(self.found) > MOST_LINES:
            return
        share = linked / len(whole)
        for text in _split(whole):
            if key := fold(text):
                self.found.append(PageParagraph(text, key, self._holder, share))


def _split(text: str) -> Iterator[str]:
    """The paragraphs that empty lines part; single line breaks stay in them as line ends."""
    if LINE_BREAK not in text:
        yield tidy(text)
        return
    for part in PARAGRAPH_BREAK.split(text):
        lines = (tidy(line) for line in part.split(LINE_BREAK))
        if joined := "\n".join(filter(None, lines)):
            yield joined
