"""Packs a Word file so that it holds what the page needs and nothing else, the same on any day."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from compare.formats.archive import archive

if TYPE_CHECKING:
    from docx.document import Document

CONTENTS = "[Content_Types].xml"
# Parts of the library's template that no page here uses: a picture of it, its program, its lists.
_UNUSED = (
    "customXml/",
    "docProps/app.xml",
    "docProps/thumbnail",
    "word/numbering.xml",
    "word/stylesWithEffects.xml",
    "word/webSettings.xml",
)
_STYLES = frozenset(
    ("Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Heading1", "Heading2")
)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pack_word_file(document: Document) -> bytes:
    """The bytes of a Word file without lists; the same document always gives the same."""
    _drop_styles(document)
    parts = {name: data for name, data in _parts(document).items() if not _unused(name)}
    for name, data in parts.items():
        if name == CONTENTS or name.endswith(".rels"):
            parts[name] = _without_unused(name, data)
    return _archived(parts)


def packed_with_all_styles(document: Document) -> bytes:
    """The bytes of a Word file with all that the template of the library brings."""
    return _archived(_parts(document))


def _parts(document: Document) -> dict[str, bytes]:
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as made:
        return {name: made.read(name) for name in made.namelist()}


def _archived(parts: dict[str, bytes]) -> bytes:
    """The parts in an order of their own; readers want the list of them first."""
    return archive(dict(sorted(parts.items(), key=lambda part: (part[0] != CONTENTS, part[0]))))


def _drop_styles(document: Document) -> None:
    """Leave the styles that are used: the template brings hundreds."""
    root = document.styles.element
    for child in list(root):
        latent = child.tag == f"{_WORD}latentStyles"
        style = child.tag == f"{_WORD}style" and child.get(f"{_WORD}styleId") not in _STYLES
        if latent or style:
            root.remove(child)
    for link in [*root.iter(f"{_WORD}link"), *root.iter(f"{_WORD}next")]:
        if link.get(f"{_WORD}val") not in _STYLES:
            parent = link.getparent()
            parent.remove(link)


def _without_unused(name: str, data: bytes) -> bytes:
    """A list of parts or of relations that names only what is there."""
    root = etree.fromstring(data)
    folder = re.sub(r"_rels/[^/]*\Z", "", name) if name.endswith(".rels") else ""
    for child in list(root):
        target = (child.get("PartName") or child.get("Target") or "").lstrip("/")
        target = target.removeprefix("../") if target.startswith("../") else f"{folder}{target}"
        if _unused(target):
            root.remove(child)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _unused(part: str) -> bool:
    return part.startswith(_UNUSED)
