"""The text in files of word processors, read in a process of its own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from compare.sources.bounded_reading import RefusedFile
from compare.sources.typed_text import TypedParagraph, TypedText, changes_told
from compare.sources.zip_files import AGAIN, DAMAGED, ZipParts

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOT_READ = (f"{W}p", f"{W}del", f"{W}moveFrom", f"{W}instrText", FALLBACK)
SPLIT = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
SHORT_CELL = 12  # words
MANY = 2
TITLE = re.compile(r"^(?:title|titel|titre|título|headline)", re.IGNORECASE)
HEADING = re.compile(r"^(?:heading|überschrift|titre \d|title \d|subtitle)", re.IGNORECASE)
CAPTION = re.compile(r"^(?:caption|beschriftung|légende)", re.IGNORECASE)
# Parts of an OpenDocument text that are not its words.
UNREAD = frozenset({
    "tracked-changes", "annotation", "annotation-end", "note-citation", "sequence-decls", "forms",
    "table-of-content", "bibliography-mark", "ruby-text", "frame-title", "desc", "title",
})  # fmt: skip


def docx_text(data: bytes) -> TypedText:
    """The paragraphs of a Word file in their order, those of tables and text boxes among them.

    Words that are marked as deleted and hidden ones are left out, inserted ones are read; each text
    box is read once, though files hold it twice. Footnotes and endnotes stand behind, as notes.
    """
    parts = ZipParts(data)
    for name in parts.names:  # whatever python-docx reads is within the bounds
        if name.startswith("word/") and name.endswith(".xml"):
            parts.read(name)
    import docx

    try:
        opened = docx.Document(io.BytesIO(data))
        names = {style.style_id: style.name or "" for style in opened.styles}
        facts, body = opened.core_properties, opened.element.body
    except Exception as wrong:
        raise RefusedFile(DAMAGED, AGAIN) from wrong
    rows = _rows(body, f"{W}tbl", f"{W}tr", (f"{W}p",), lambda p: _word_text(p).strip())
    paragraphs = [
        TypedParagraph(text=text, kind=_kind(names.get(_style_of(element), "")))
        for element in body.iter(f"{W}p")
        if (text := rows.get(element, _word_text(element).strip()))
        and next(element.iterancestors(FALLBACK), None) is None
    ]
    return TypedText(
        paragraphs=[*paragraphs, *_word_notes(parts)],
        title=facts.title or "",
        notes=changes_told(
            deleted=_with_words(body, f"{W}del", f"{W}moveFrom"),
            inserted=_with_words(body, f"{W}ins", f"{W}moveTo"),
            hidden=sum(_is_hidden(run) for run in body.iter(f"{W}r")),
            comments=_count(parts.read("word/comments.xml"), "comment"),
            other=sum(1 for _ in body.iter(f"{W}altChunk")),
        ),
        made=facts.created.isoformat() if facts.created else "",
    )


def odt_text(data: bytes) -> TypedText:
    """The paragraphs and headings of an OpenDocument text in their order, without deleted words."""
    parts = ZipParts(data)
    content, meta = xml_root(parts.read("content.xml")), parts.read("meta.xml")
    if content is None:
        raise RefusedFile(DAMAGED, AGAIN)
    about = xml_root(meta) if meta else None
    facts = (
        {local_name(e): (e.text or "").strip() for e in about.iter()} if about is not None else {}
    )
    styles = {
        e.get(_attribute(e, "name")): e.get(_attribute(e, "parent-style-name")) or ""
        for e in content.iter()
        if local_name(e) == "style"
    }
    table = next((e.tag for e in content.iter() if local_name(e) == "table"), "")
    space = str(table).removesuffix("table")
    texts = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    rows = (
        _rows(content, table, f"{space}table-row", (f"{texts}p", f"{texts}h"), _open_words)
        if table
        else {}
    )
    paragraphs = []
    for element in content.iter():
        if local_name(element) not in ("p", "h") or _inside_unread(element):
            continue
        style = (element.get(_attribute(element, "style-name")) or "").replace("_20_", " ")
        named = f"{style} {styles.get(style, '')}".strip()
        text = rows.get(element, _open_words(element))
        if text:
            kind = "head" if local_name(element) == "h" else _kind(named.split(" ")[-1] or named)
            if any(local_name(outer) == "note-body" for outer in element.iterancestors()):
                kind = "note"
            paragraphs.append(TypedParagraph(text=text, kind=kind))
    return TypedText(
        paragraphs=paragraphs,
        title=facts.get("title", ""),
        made=facts.get("creation-date", ""),
        notes=changes_told(
            deleted=sum(local_name(e) == "deletion" for e in content.iter()),
            inserted=sum(local_name(e) == "insertion" for e in content.iter()),
            comments=sum(local_name(e) == "annotation" for e in content.iter()),
        ),
    )


def _open_words(paragraph: _Element) -> str:
    return "".join(_open_text(paragraph)).strip()


def _rows(
    root: _Element,
    table_name: str,
    row_name: str,
    paragraph_names: Sequence[str],
    words: Callable[[_Element], str],
) -> dict[_Element, str]:
    """The rows of tables of short cells, each as one text at its first paragraph.

    The other paragraphs of such a row are empty. A table that lays out a text is none of them.
    """
    found: dict[_Element, str] = {}
    for table in root.iter(table_name):
        rows = [list(row.iter(*paragraph_names)) for row in table.iter(row_name)]
        cells = [[words(paragraph) for paragraph in row] for row in rows]
        short = all(len(cell.split()) <= SHORT_CELL for row in cells for cell in row)
        if not short or len(rows) < MANY or max(map(len, cells)) < MANY:
            continue
        for row, told in zip(rows, cells, strict=True):
            found.update(dict.fromkeys(row, ""))
            if row:
                found[row[0]] = " | ".join(filter(None, told))
    return found


def _word_notes(parts: ZipParts) -> list[TypedParagraph]:
    """The footnotes and endnotes of a Word file, each as one paragraph."""
    found: list[TypedParagraph] = []
    for kind in ("footnote", "endnote"):
        root = xml_root(parts.read(f"word/{kind}s.xml"))
        for note in () if root is None else root.iter(f"{W}{kind}"):
            lines = [_word_text(paragraph).strip() for paragraph in note.iter(f"{W}p")]
            if note.get(f"{W}type") in (None, "normal") and (text := " ".join(filter(None, lines))):
                found.append(TypedParagraph(text=text, kind="note"))
    return found


def _with_words(body: _Element, *tags: str) -> int:
    """How many elements of these names hold words."""
    words = (f"{W}t", f"{W}delText")
    return sum(
        any((t.text or "").strip() for t in element.iter(*words)) for element in body.iter(*tags)
    )


def _is_hidden(run: _Element) -> bool:
    """True for a run of text that is not shown."""
    mark = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off")


def _count(part: bytes, name: str) -> int:
    root = xml_root(part) if part else None
    return 0 if root is None else sum(local_name(e) == name for e in root.iter())


def _style_of(paragraph: _Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _kind(style: str) -> str:
    if TITLE.match(style) and not HEADING.match(style):
        return "title"
    if HEADING.match(style):
        return "head"
    return "caption" if CAPTION.match(style) else "p"


def _word_text(paragraph: _Element) -> str:
    """The words of a paragraph without those of text boxes in it, which are paragraphs too."""
    pieces: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == f"{W}t":
            pieces.append(element.text or "")
        elif element.tag in SPLIT:
            pieces.append(SPLIT[element.tag])
        elif element.tag not in NOT_READ and not _is_hidden(element):
            stack.extend(reversed(element))
    return "".join(pieces)


def xml_root(data: bytes) -> _Element | None:
    """The root of an XML document, without entities of its own; None for a damaged one."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.LxmlError:
        return None


def local_name(element: _Element) -> str:
    """The name of an element without its namespace; "" for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: _Element, name: str) -> str:
    """The full name of an attribute, whatever its namespace."""
    return next((key for key in element.attrib if key.rpartition("}")[2] == name), name)


def _inside_unread(element: _Element) -> bool:
    return any(local_name(outer) in UNREAD for outer in element.iterancestors())


def _open_text(element: _Element) -> Iterator[str]:
    """The words in an OpenDocument paragraph; paragraphs inside it, as in frames, are apart."""
    stack: list[_Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        name = local_name(item)
        if item is not element and (not name or name in UNREAD or name in ("p", "h", "note-body")):
            continue
        if name == "line-break":
            yield "\n"
        elif name in ("tab", "s"):
            yield " "
        for child in reversed(item):
            stack.append(child.tail or "")
            stack.append(child)
        stack.append(item.text or "")
