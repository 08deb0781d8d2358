# ruff: noqa: ARG001 - every way is given the tree and the paragraphs
"""A page with the text of its article set in other ways: in many blocks, slides, posts, data.

Each way takes the tree of a page and the elements with its paragraphs, and changes the tree.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import html

from compare.sources.page import fold, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Way = Callable[["HtmlElement", Sequence["HtmlElement"]], None]
AD = "<div class='ad-slot'><span>Advertisement</span></div>"
LEAST = 30  # letters of a paragraph that is moved


def paragraphs_of(tree: HtmlElement, texts: Sequence[str]) -> list[HtmlElement]:
    """The elements that hold just one of the texts each, in their order on the page."""
    keys = {fold(text) for text in texts if len(fold(text)) >= LEAST}
    found: list[HtmlElement] = []
    for element in tree.iter("p"):
        key = fold(words(element))
        if key in keys:
            keys.remove(key)
            found.append(element)
    return found


def moved(page: bytes, texts: Sequence[str], way: Way) -> bytes:
    """The page with the paragraphs that are these texts set in another way."""
    tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    way(tree, paragraphs_of(tree, texts))
    return bytes(html.tostring(tree, encoding="utf-8", doctype="<!DOCTYPE html>"))


def _wrap(elements: Sequence[HtmlElement], opened: str) -> HtmlElement:
    """Puts neighbours into one new element at the place of the first, and returns it."""
    holder = html.fragment_fromstring(opened)
    inner = holder
    while len(inner):
        inner = inner[-1]
    first = elements[0]
    parent = first.getparent()
    parent.insert(parent.index(first), holder)
    for element in elements:
        element.tail, tail = None, element.tail
        inner.append(element)
        if tail and tail.strip():
            holder.tail = (holder.tail or "") + tail
    return holder


def _ad_behind(element: HtmlElement) -> None:
    element.addnext(html.fragment_fromstring(AD))


def _runs(elements: Sequence[HtmlElement], size: int) -> list[list[HtmlElement]]:
    """The elements in runs of neighbours of at most so many."""
    runs: list[list[HtmlElement]] = []
    for element in elements:
        last = runs[-1] if runs else []
        if last and len(last) < size and element.getprevious() is last[-1]:
            last.append(element)
        else:
            runs.append([element])
    return runs


def in_a_block_each(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for number, paragraph in enumerate(paragraphs):
        _ad_behind(_wrap([paragraph], f"<div class='text-block' id='b{number}'></div>"))


def in_blocks_of_three(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for run in _runs(paragraphs, 3):
        _ad_behind(_wrap(run, "<div class='zn-body__paragraph-group'></div>"))


def in_blocks_of_made_names(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for number, run in enumerate(_runs(paragraphs, 2)):
        _ad_behind(_wrap(run, f"<div class='css-{(number + 7) * 7919 % 99991:x}'></div>"))


def as_blocks_without_paragraphs(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for paragraph in paragraphs:
        paragraph.tag = "div"
        paragraph.attrib.clear()
        paragraph.set("class", "sc-1x2")


def as_spans_in_blocks(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for paragraph in paragraphs:
        paragraph.tag = "span"
        paragraph.attrib.clear()
        _wrap([paragraph], "<div data-component='text-block'></div>")


def deep_in_sections(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for paragraph in paragraphs:
        _ad_behind(
            _wrap([paragraph], "<section><div class='row'><div class='col'></div></div></section>")
        )


def in_slides(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for number, run in enumerate(_runs(paragraphs, 2)):
        slide = _wrap(run, "<div class='gallery-slide'><div class='slide-text'></div></div>")
        figure = (
            "<figure><img src='a.jpg'><figcaption>A picture of the place.</figcaption></figure>"
        )
        slide.insert(0, html.fragment_fromstring(figure))
        slide.insert(0, html.fragment_fromstring(f"<span class='count'>{number + 1} of 9</span>"))


def in_live_posts(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for number, run in enumerate(_runs(paragraphs, 2)):
        post = _wrap(run, "<section class='live-post'><div class='post-body'></div></section>")
        post.insert(0, html.fragment_fromstring(f"<time>1{number % 9}:05</time>"))


def in_article_elements(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for number, run in enumerate(_runs(paragraphs, 2)):
        post = _wrap(run, "<article class='update'></article>")
        post.insert(0, html.fragment_fromstring(f"<time>1{number % 9}:05</time>"))


def in_folds(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for run in _runs(paragraphs, 3)[1:]:
        fold_ = _wrap(run, "<details open></details>")
        fold_.insert(0, html.fragment_fromstring("<summary>Show more</summary>"))


def in_list_items(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for run in _runs(paragraphs, 4):
        _wrap(run, "<ul></ul>")
        for paragraph in run:
            _wrap([paragraph], "<li></li>")


def twice_for_two_screens(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    for run in _runs(paragraphs, 99):
        wide = _wrap(run, "<div class='desktop-view'></div>")
        narrow = deepcopy(wide)
        narrow.tail = None
        narrow.set("class", "mobile-view")
        wide.addnext(narrow)


def first_two_in_the_header(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    first = paragraphs[:2]
    if len(_runs(first, 2)) == 1:
        _wrap(first, "<header class='top'></header>")


def last_third_behind_all(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    runs = _runs(paragraphs, 99)
    last = max(runs, key=len)
    if last and len(last) > 5:
        behind = _wrap(last[-len(last) // 3 :], "<div class='part-2'></div>")
        holder = behind.getparent()
        if holder.tag != "body":
            _ad_behind(holder)
            holder.getnext().addnext(behind)


def in_streamed_elements(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    """Moves the text into the elements that Next.js streams, and leaves the page without it."""
    told = [["$", "p", str(n), {"children": words(p)}] for n, p in enumerate(paragraphs)]
    _stream(tree, paragraphs, ["$", "div", None, {"className": "body", "children": told}])


def in_streamed_properties(tree: HtmlElement, paragraphs: Sequence[HtmlElement]) -> None:
    """Moves the text into the properties of a component that Next.js streams."""
    blocks = [{"type": "paragraph", "text": words(p)} for p in paragraphs]
    story = {"headline": _headline(tree), "slug": "/s/1", "blocks": blocks}
    _stream(tree, paragraphs, ["$", "$L5", None, {"story": story}])


def _stream(tree: HtmlElement, paragraphs: Sequence[HtmlElement], shown: object) -> None:
    head = ["$", "h1", None, {"children": _headline(tree)}]
    rows = [
        '5:I[4437,["880","static/chunks/a.js"],"Story"]\n',
        f"6:{json.dumps(shown, ensure_ascii=False)}\n",
        f"2:{json.dumps(['$', 'main', None, {'children': [head, '$L6']}])}\n",
        '0:["$","html",null,{"children":"$L2"}]\n',
    ]
    stream = "".join(rows)
    body = tree.find("body")
    for start in range(0, len(stream), 700):  # a push ends wherever a packet does
        script = html.fragment_fromstring("<script></script>")
        script.text = f"self.__next_f.push({json.dumps([1, stream[start : start + 700]])})"
        body.append(script)
    for paragraph in paragraphs:
        paragraph.drop_tree()


def _headline(tree: HtmlElement) -> str:
    shown = next(tree.iter("h1"), None)
    title = tree.find(".//title")
    return words(shown) if shown is not None else words(title) if title is not None else ""


WAYS: dict[str, Way] = {
    way.__name__.replace("_", " "): way
    for way in (
        in_a_block_each, in_blocks_of_three, in_blocks_of_made_names, as_blocks_without_paragraphs,
        as_spans_in_blocks, deep_in_sections, in_slides, in_live_posts, in_article_elements,
        in_folds, in_list_items, twice_for_two_screens, first_two_in_the_header,
        last_third_behind_all, in_streamed_elements, in_streamed_properties,
    )
}  # fmt: skip
