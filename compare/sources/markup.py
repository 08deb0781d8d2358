"""What the markup of a page means for its words, written as text or as plainer markup.

Extraction knows the elements that most pages use. Quotation elements, struck words, footnote marks,
elements with names of their own and tables that only lay out a page are made into those here, so
that no word is lost and no two paragraphs run together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from compare.model.articles import AsideKind, Extra
from compare.sources.page import INLINE, UNSEEN, set_apart, tidy, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ESCAPED_TWICE = re.compile(
    r"&amp;(?:amp;)*(#\d{2,6}|#[xX][\da-fA-F]{2,5}|[A-Za-z][A-Za-z\d]{1,8});"
)
STRUCK = frozenset({"del", "s", "strike"})
# Elements inside a sentence that extraction drops with their words, and any named by a site.
SPANS = frozenset({
    "time", "button", "label", "output", "data", "meter", "progress", "mark", "abbr", "acronym",
    "dfn", "bdi", "bdo", "cite", "q", "ins", "big", "small", "ruby", "rb", "legend", "summary",
    "code", "kbd", "samp", "tt", "var", "nobr", "font", "address", "details", "blink", "marquee",
})  # fmt: skip
SENTENCES = ("p", "li", "blockquote", "h1", "h2", "h3", "h4", "dd", "td", "q", "figcaption")
FOOTNOTE = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3}|note\s*\d*)\s*[\])]?", re.IGNORECASE)
REFERENCE = re.compile(r"(?:foot|end)-?note|\bref(?:erence)?s?\b|\bcit(?:e|ation)\b|noteref", re.I)
UNIT = re.compile(r"(?:^|[\s\d/(])(?:[kcmd]?m|ft|mi|in|yd|sq)$")
TEN = re.compile(r"(?<![\d.,])10$")
POWERS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
MARKS = '“”"«»„'
OPENING = ("“", "„", "«", '"')
BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|table|grid)", re.IGNORECASE)
CELL_PARTS = frozenset(
    {"p", "h1", "h2", "div", "table", "article", "section", "blockquote", "font"}
)
LONG_CELL = 200  # letters; the cells of tables that hold facts are shorter
MAY_HOLD_TEXT = frozenset({"div", "section", "article", "main", "body", "td", "center", "form"})
ENDED = re.compile(r"[.!?…][\"”’»)\]]*$")


def once_escaped(markup: str) -> str:
    """The markup with each entity that was escaped twice or more escaped once."""
    if "&amp;" not in markup:
        return markup
    return ESCAPED_TWICE.sub(_once, markup)


def unescape_entities(text: str) -> str:
    """A text of machine-readable data without the entities that do not belong in one."""
    for _ in range(3):
        if "&" not in text or (plain := unescape(text)) == text:
            break
        text = plain
    return text


def make_plain(elements: Iterable[HtmlElement]) -> tuple[Extra, ...]:
    """Change the elements of a page, given in their order; the words struck out come back."""
    elements = list(elements)
    for element in elements:
        if element.tag == "q":
            _mark(element)
    struck: list[Extra] = []
    # What is true of a holder is looked up for each of its many elements.
    lengths: dict[HtmlElement, int] = {}
    rows: dict[HtmlElement, bool] = {}
    for element in elements:
        tag = element.tag
        if tag in STRUCK:
            if text := words(element):
                struck.append(Extra(kind=AsideKind.NOTE, text=f"Struck out on the page: {text}"))
            set_apart(element)
            continue
        if tag == "sup":
            _raise(element)
        elif tag in ("rt", "rp") or (tag == "a" and _is_note_mark(element)):
            set_apart(element)
            continue
        elif tag == "table":
            _unfold(element)
        elif tag == "span":
            _part(element, rows)
        elif tag == "pre":
            _fill(element)
        elif tag == "blockquote":
            _quote(element)
        if "-" in tag or ":" in tag:
            _rename(element, lengths)
        elif tag in SPANS and _in_sentence(element, lengths):
            moment = element.get("datetime")
            element.tag = "span"
            element.attrib.clear()
            if moment:
                element.set("datetime", moment)
    return tuple(struck)


def _is_note_mark(link: HtmlElement) -> bool:
    """True for the number that leads to a note."""
    part = link.get("epub:type") or link.get("role")
    return bool(part) and "noteref" in part


def _once(found: re.Match[str]) -> str:
    known = found[1].startswith("#") or f"{found[1]};" in html5
    return f"&{found[1]};" if known else found[0]


def _mark(quotation: HtmlElement) -> None:
    """Write the marks that browsers show around a quotation, unless the page has its own."""
    text = tidy("".join(quotation.itertext()))
    if not text or text[0] in MARKS or _text_before(quotation).rstrip()[-1:] in OPENING:
        return
    depth = sum(1 for _ in quotation.iterancestors("q"))
    opening, closing = ("‘", "’") if depth % 2 else ("“", "”")
    quotation.text = opening + (quotation.text or "").lstrip()
    if len(quotation):
        last = quotation[-1]
        last.tail = (last.tail or "").rstrip() + closing
    else:
        quotation.text = quotation.text.rstrip() + closing


def _quote(quotation: HtmlElement) -> None:
    """Mark a block quotation that a colon leads in, as its setting is the only sign of speech."""
    text = tidy("".join(quotation.itertext()))
    before = quotation.getprevious()
    if not text or any(mark in text for mark in MARKS) or before is None or before.tail:
        return
    if before.tag not in ("p", "div") or not tidy("".join(before.itertext())).endswith(":"):
        return
    said = [e for e in quotation.iter("p") if e.getparent() is quotation and words(e)]
    source = quotation.find(".//footer"), quotation.find("./cite")
    said = [e for e in said if e not in source]
    if said:
        for paragraph in said:
            paragraph.text = "“" + (paragraph.text or "").lstrip()
        _append(said[-1], "”")
    elif source == (None, None):
        quotation.text = "“" + (quotation.text or "").lstrip()
        _append(quotation, "”")


def _append(element: HtmlElement, mark: str) -> None:
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "").rstrip() + mark
    else:
        element.text = (element.text or "").rstrip() + mark


def _raise(element: HtmlElement) -> None:
    """Take the number of a footnote out; a power becomes a character of its own."""
    text = tidy("".join(element.itertext()))
    before = _text_before(element)
    if text.isdecimal() and not element.findall(".//a") and (
        (UNIT.search(before) and text in ("2", "3")) or TEN.search(before)
    ):  # fmt: skip
        for inner in list(element):
            element.remove(inner)
        element.text = text.translate(POWERS)
        element.tag = "span"
        return
    linked = element.find(".//a") is not None or element.getparent().tag == "a"
    named = REFERENCE.search(f"{element.get('class', '')} {element.get('id', '')}")
    if FOOTNOTE.fullmatch(text) and (linked or named or not text.isalpha()):
        set_apart(element)
    element.attrib.clear()


def _text_before(element: HtmlElement) -> str:
    before = element.getprevious()
    if before is not None:
        return before.tail or "".join(before.itertext())
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def _unfold(table: HtmlElement) -> None:
    """Make the cells of a table blocks where the table lays out the page."""
    cells = [e for e in table.iter("td", "th") if next(e.iterancestors("table")) is table]
    lays_out = any(
        len("".join(cell.itertext())) >= LONG_CELL or any(inner.tag in CELL_PARTS for inner in cell)
        for cell in cells
    )
    single = not any(
        sum(1 for cell in row if cell.tag in ("td", "th")) > 1 for row in table.iter("tr")
    )
    if not (lays_out or single):
        return
    inner = [e for e in table.iter("tr", "tbody", "thead", "tfoot") if _owner(e) is table]
    for element in [table, *inner]:
        element.tag = "div"
    for cell in cells:
        cell.tag = "div"
        _wrap_text(cell)


def _owner(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterancestors("table"), None)


def _wrap_text(cell: HtmlElement) -> None:
    """Make a cell that holds one paragraph of text that paragraph."""
    if tidy(cell.text or "") and INLINE.issuperset([e.tag for e in cell.iterdescendants()]):
        cell.tag = "p"


def _part(span: HtmlElement, rows: dict[HtmlElement, bool]) -> None:
    """Make a span a paragraph where it is shown as a block or stands for one."""
    parent = span.getparent()
    if parent is None or parent.tag not in MAY_HOLD_TEXT:
        return
    if BLOCK_STYLE.search(span.get("style") or ""):
        span.tag = "p"
        return
    after = span.getnext()
    alone = not tidy(parent.text or "") and len(parent) > 1
    joined = after is None or (after.tag == "span" and not span.tail)
    if not alone or not joined or not ENDED.search(tidy("".join(span.itertext()))[-8:]):
        return
    if parent not in rows:
        rows[parent] = all(e.tag in ("span", "p") and not tidy(e.tail or "") for e in parent)
    if rows[parent]:
        span.tag = "p"


def _fill(pre: HtmlElement) -> None:
    """Make text that was typed with blank lines or as long lines paragraphs."""
    if len(pre) or not (text := pre.text) or "\n" not in text.strip():
        return
    parts = re.split(r"\n\s*\n", text.strip()) if re.search(r"\n\s*\n", text.strip()) else None
    if parts is None:
        parts = text.strip().split("\n")
        if min(len(part.split()) for part in parts) < 8:
            return
    pre.tag = "div"
    pre.text = None
    for part in parts:
        paragraph = pre.makeelement("p")
        paragraph.text = part
        pre.append(paragraph)


def _rename(element: HtmlElement, lengths: dict[HtmlElement, int]) -> None:
    """Give an element with a name of the site's own the tag that its content calls for."""
    plain = INLINE.issuperset([e.tag for e in element.iterdescendants() if isinstance(e.tag, str)])
    if _in_sentence(element, lengths):
        element.tag = "span"
        element.attrib.clear()
    elif plain and len(tidy("".join(element.itertext())).split()) >= 4:
        element.tag = "p"
    else:
        element.tag = "div"


def _in_sentence(element: HtmlElement, lengths: dict[HtmlElement, int]) -> bool:
    """True for an element with words of its own paragraph beside it and nothing but words in it."""
    holder = next(element.iterancestors(*SENTENCES), None)
    if holder is None or any(e.tag in UNSEEN for e in element.iterdescendants()):
        return False
    if element.tag == "q":
        return True
    own = len(tidy("".join(element.itertext())))
    if holder not in lengths:
        lengths[holder] = len(tidy("".join(holder.itertext())))
    return lengths[holder] > own > 0
