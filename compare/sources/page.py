"""The element tree of a saved page, and the text of its elements as a reader sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare.errors import NoArticleFound, UnreadableSource

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_DEPTH = 250  # real pages stay below 80; browsers flatten beyond 512
MAX_ELEMENTS = 40_000  # a large news page has 10,000
MAX_LETTERS = 1_000_000  # outside scripts; the longest live pages have a third of it
MAX_TAGS = 200_000  # opening and closing, those in scripts too; more would fill the memory
ADVICE = "Save the page again from the browser, or paste its text into a .txt file"
TOO_MUCH = "it has more markup than an article needs"
# Characters that no markup may hold, in UTF-8, where the first of them are bytes of their own.
CONTROLS = bytes({*range(1, 32), 0x7F} - {*b"\t\n\r"})
NOT_IN_MARKUP = bytes.maketrans(CONTROLS, b" " * len(CONTROLS))
NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff]"
)
NO_WORD = re.compile(r"\W+")
# fmt: off
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "hi", "i", "ins", "kbd", "mark", "q", "ref", "s", "samp", "small", "span", "strong",
    "label", "nobr", "output", "rb", "rp", "rt", "ruby", "strike", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})
# fmt: on
LONGEST_MARKS = 2_000  # letters of a class and an id that are looked at, and kept in memory
UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "object"})


def parse(markup: str, *, source: str) -> HtmlElement:
    """The tree of a page; NoArticleFound or UnreadableSource if there is none we can work on.

    Nothing is fetched and no script runs.
    """
    from lxml import etree, html

    if markup.count("<") > MAX_TAGS:
        raise UnreadableSource(source, TOO_MUCH, ADVICE)
    parser = html.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=True,
        no_network=True,
    )
    # One class for all elements: the classes for forms would be looked for at each, in Python.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    cleaned = markup.encode("utf-8", "replace").translate(NOT_IN_MARKUP)
    if NO_CHARACTERS[0][:2] in cleaned:
        for none in NO_CHARACTERS:
            cleaned = cleaned.replace(none, b" ")
    try:
        tree = html.document_fromstring(cleaned, parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError) as wrong:
        raise NoArticleFound(
            source, "it is no HTML page", "Save the page again, or paste its text into a .txt file"
        ) from wrong
    _check_size(tree, source)
    return tree


def words(element: HtmlElement) -> str:
    """The visible words of an element on one line."""
    if element.tag in UNSEEN:
        return ""
    if _is_inline_inside(element):
        return tidy("".join(element.itertext()))
    return tidy("".join(_pieces(element)))


def tidy(text: str) -> str:
    """The text on one line, without characters that show nothing."""
    return " ".join(INVISIBLE.sub("", text).split())


def fold(text: str) -> str:
    """Only letters and figures, in lower case: equal for texts that differ in typing alone."""
    return NO_WORD.sub("", text.casefold())


def folded_words(element: HtmlElement) -> str:
    """The visible words of an element, folded; the same as fold(words(element)), and faster."""
    if element.tag in UNSEEN:
        return ""
    if _is_inline_inside(element):
        return fold("".join(element.itertext()))
    return fold("".join(_pieces(element)))


def set_apart(element: HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _is_inline_inside(element: HtmlElement) -> bool:
    """True if nothing in the element breaks its line or is not shown."""
    return not len(element) or INLINE.issuperset([inner.tag for inner in element.iterdescendants()])


def _pieces(element: HtmlElement) -> list[str]:
    """Text in document order, with a space where a block or a line break parts it."""
    pieces: list[str] = []
    for event, node in events(element):
        if event == "start" and node.tag not in UNSEEN:
            pieces.append(node.text or "")
        if node.tag not in INLINE:
            pieces.append(" ")
        if event == "end" and node is not element:
            pieces.append(node.tail or "")
    return pieces


def events(element: HtmlElement) -> list[tuple[str, HtmlElement]]:
    """("start" or "end", element) for each visible element, inside out at its end; no recursion."""
    steps: list[tuple[str, HtmlElement]] = []
    stack: list[tuple[str, HtmlElement]] = [("start", element)]
    while stack:
        event, node = stack.pop()
        if not isinstance(node.tag, str):
            continue
        steps.append((event, node))
        if event == "start":
            stack.append(("end", node))
            if node.tag not in UNSEEN:
                stack.extend(("start", child) for child in reversed(node))
    return steps


def _check_size(tree: HtmlElement, source: str) -> None:
    if tree.xpath("count(//*)") > MAX_ELEMENTS:
        raise UnreadableSource(source, TOO_MUCH, ADVICE)
    if tree.xpath(f"boolean({'/*' * (MAX_DEPTH + 1)})"):
        raise UnreadableSource(source, "its markup is nested too deeply", ADVICE)
    if len(tree.xpath("string()")) > MAX_LETTERS and _letters(tree) > MAX_LETTERS:
        raise UnreadableSource(source, "it has more text than an article", ADVICE)


def _letters(tree: HtmlElement) -> int:
    """The letters of a page outside scripts and the like."""
    return sum(
        (0 if node.tag in UNSEEN else len(node.text or "")) + len(node.tail or "")
        for node in tree.iter()
    )
