"""The text of a page, paragraph by paragraph, with what is needed to tell whose each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.sources.page import INLINE, LONGEST_MARKS, UNSEEN, fold, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SKIPPED = UNSEEN | {
    "nav", "footer", "select", "textarea", "button", "figure", "figcaption", "dialog", "menu",
    "audio", "video", "canvas", "map", "fieldset", "noindex",
}  # fmt: skip
# Blocks whose names say that they hold no text of the article.
ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|respond|footer|side-?bar|menu|nav(?:igation|bar)?|bread-?crumbs?|"
    r"author-?(?:bio|box|info|card|details)|bio|byline|about-the-author|caption|credit|cards?|"
    r"teasers?|tease|promo|widget|recirc\w*|carousel|slider|gallery|tags?|topics?|share|sharing|"
    r"social|legal|disclaimer|copyright|cookie\w*|consent|banner|masthead|toolbar|modal|popup|"
    r"login|register|subscri\w*|newsletter\w*|paywall|survey|poll|quiz|player|transcript|ads?|"
    r"advert\w*|sponsor\w*|related\w*|read-?more|more-?(?:stories|news|from|on)|most-?\w+|latest|trending|"
    r"recommend\w*|feed|river|stream|list|listing|archive|headlines?|print-only|timestamps?|meta|"
    r"correction|dateline|kicker|eyebrow|label|tooltip|infobox|fact-?box|poster|feedback)(?:$|[\s_-])",
    re.IGNORECASE,
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
KINDS = {"li": "item", "blockquote": "quote", **dict.fromkeys(HEADINGS, "head")}
LINE_BREAK = "\v"  # no page has one, as control characters are taken out of the markup
PARAGRAPH_BREAK = re.compile(r"\v\s*\v[\s\v]*")
MOST_LINES = 5_000


@dataclass(frozen=True, slots=True)
class PageParagraph:
    """One paragraph as a reader sees it: `key` is its text folded, `holder` the block it is in.

    `linked` is 0..1 how much of it are links; `elsewhere` is True in a block that by its name holds
    none of the article.
    """

    text: str
    key: str
    holder: HtmlElement
    linked: float
    elsewhere: bool

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
        self._elsewhere = False
        self._holder: HtmlElement | None = None

    def read(self, block: HtmlElement) -> None:
        """Reads a block, whose depth is bounded by that of the page."""
        outer, elsewhere = self._holder, self._elsewhere
        self._flush()
        self._holder = block
        if not elsewhere and (block.get("class") or block.get("id")):
            names = f"{block.get('class', '')[:LONGEST_MARKS]} {block.get('id', '')[:LONGEST_MARKS]}"
            self._elsewhere = block.tag not in ("body", "main", "article") and _elsewhere(names)
        self._inside(block)
        self._flush()
        self._holder, self._elsewhere = outer, elsewhere

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
                self.found.append(
                    PageParagraph(text, key, self._holder, share, self._elsewhere)
                )


def _split(text: str) -> Iterator[str]:
    """The paragraphs that empty lines part; single line breaks stay in them as line ends."""
    if LINE_BREAK not in text:
        yield tidy(text)
        return
    for part in PARAGRAPH_BREAK.split(text):
        lines = (tidy(line) for line in part.split(LINE_BREAK))
        if joined := "\n".join(filter(None, lines)):
            yield joined


@lru_cache(maxsize=4_096)
def _elsewhere(names: str) -> bool:
    return bool(ELSEWHERE.search(names))
