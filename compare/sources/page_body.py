"""The paragraphs of the article on a page, in order and by their kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.sources.extraction import all_paragraphs, article_body
from compare.sources.page import events, tidy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEW_LETTERS = 250
MARKEDLY = 1.2
# Elements that hold paragraphs; all others are one paragraph each.
HOLDERS = frozenset({"body", "list", "table", "div", "article", "section", "details", "main"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """One paragraph; `kind` is "head", "p", "quote", "item", "row" or another element name."""

    kind: str
    text: str


def body_blocks(tree: HtmlElement, *, url: str | None) -> tuple[PageBlock, ...]:
    """The article's paragraphs in order; empty if nothing on the page looks like an article.

    The precise way of extraction is used; only when it finds next to nothing, the standard way and
    then the plain one follow, and count when they find markedly more.
    """
    ways: tuple[Callable[[], HtmlElement | None], ...] = (
        lambda: article_body(tree, url=url, precise=True),
        lambda: article_body(tree, url=url, precise=False),
        lambda: all_paragraphs(tree),
    )
    best: tuple[PageBlock, ...] = ()
    for way in ways:
        holder = way()
        found = tuple(_blocks(holder)) if holder is not None else ()
        if _letters(found) > MARKEDLY * _letters(best):
            best = found
        if _letters(best) >= FEW_LETTERS:
            break
    return best


def _letters(blocks: tuple[PageBlock, ...]) -> int:
    return sum(len(block.text) for block in blocks)


def _blocks(holder: HtmlElement) -> list[PageBlock]:
    blocks: list[PageBlock] = []
    for element in holder:
        if element.tag == "row":
            cells = [text for cell in element if (text := tidy("".join(cell.itertext())))]
            blocks.append(PageBlock(kind="row", text=" | ".join(cells)))
        elif element.tag in HOLDERS or any(child.tag in ("p", "list") for child in element):
            if text := tidy(element.text or ""):
                blocks.append(PageBlock(kind=element.tag, text=text))
            blocks += _blocks(element)
        else:
            blocks.append(PageBlock(kind=element.tag, text=_paragraph(element)))
        if text := tidy(element.tail or ""):
            blocks.append(PageBlock(kind="p", text=text))
    return [block for block in blocks if block.text]


def _paragraph(element: HtmlElement) -> str:
    """The text of one paragraph, with the line ends that the page shows and no empty lines."""
    lines = [""]
    for event, inner in events(element):
        if inner.tag == "lb" and event == "start":
            lines.append("")
        if event == "start":
            lines[-1] += inner.text or ""
        elif inner is not element:
            lines[-1] += inner.tail or ""
    return "\n".join(filter(None, (tidy(line) for line in lines)))
