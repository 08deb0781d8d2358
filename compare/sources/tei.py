"""An article encoded in TEI XML, as editions, corpora and extractors write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.sources.bounded_reading import RefusedFile
from compare.sources.office_parts import local_name, xml_root
from compare.sources.typed_text import TypedParagraph, TypedText
from compare.sources.zip_files import AGAIN, DAMAGED

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPHS = {"p": "p", "ab": "p", "head": "head", "item": "p", "l": "p", "row": "p"}
UNREAD = frozenset(
    {"note", "fw", "del", "sic", "orig", "figDesc", "gap", "index", "bibl", "ref-num"}
)
SPOKEN = frozenset({"q", "quote", "said"})
MARKS = '“”"«»„‘'


def tei_text(data: bytes) -> TypedText:
    """The paragraphs of the body, and what the header says of title, author, outlet and day."""
    root = xml_root(data)
    if root is None:
        raise RefusedFile(DAMAGED, AGAIN)
    body = next((e for e in root.iter() if local_name(e) == "body"), None)
    if body is None:
        raise RefusedFile("it holds no text, only a header", "Give the file with the text")
    header = next((e for e in root.iter() if local_name(e) == "teiHeader"), None)
    return TypedText(
        paragraphs=[
            TypedParagraph(text=text, kind=PARAGRAPHS[local_name(element)])
            for element in body.iter()
            if local_name(element) in PARAGRAPHS
            and not _is_inside(element, body)
            and (text := " ".join("".join(_words(element)).split()))
        ],
        title=_fact(header, "title"),
        author=_fact(header, "author"),
        outlet=_fact(header, "publisher"),
        published=_day(header),
        url=_address(header),
        stated=True,
    )


def _is_inside(element: _Element, body: _Element) -> bool:
    """True for a paragraph in another one or in what is not read."""
    for outer in element.iterancestors():
        if outer is body:
            return False
        if local_name(outer) in PARAGRAPHS or local_name(outer) in UNREAD:
            return True
    return False


def _words(element: _Element) -> Iterator[str]:
    """The words of an element; what its markup calls spoken gets marks where it has none."""
    inner = element.text or ""
    pieces = [inner]
    for child in element:
        name = local_name(child)
        if name in ("lb", "pb", "cb", "cell"):
            pieces.append(" ")
        if name and name not in UNREAD:
            said = "".join(_words(child))
            bare = name in SPOKEN and said.strip() and said.strip()[0] not in MARKS
            pieces.append(f"“{said.strip()}”" if bare else said)
        pieces.append(child.tail or "")
    yield from pieces


def _fact(header: _Element | None, name: str) -> str:
    """The first element of that name in the header with words in it, on one line."""
    if header is None:
        return ""
    found = (
        " ".join("".join(e.itertext()).split()) for e in header.iter() if local_name(e) == name
    )
    return next(filter(None, found), "")


def _day(header: _Element | None) -> str:
    """The day in the statement of publication, else the first day that the source is given."""
    if header is None:
        return ""
    for place in ("publicationStmt", "sourceDesc"):
        for outer in header.iter():
            if local_name(outer) == place:
                for e in outer.iter():
                    if local_name(e) == "date" and (
                        when := e.get("when") or (e.text or "").strip()
                    ):
                        return when
    return ""


def _address(header: _Element | None) -> str:
    if header is None:
        return ""
    texts = (
        e.get("target") or (e.text or "").strip()
        for e in header.iter()
        if local_name(e) in ("ptr", "idno", "ref")
    )
    return next((text for text in texts if text.startswith(("http://", "https://"))), "")
