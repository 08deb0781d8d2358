"""Packs a Word file so that it holds what the page needs and nothing else, the same on any day."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from compare.teach.archive import archive

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


def packed(document: Document) -> bytes:
    """The bytes of a Word file; the same document always gives the same."""
    raw = io.BytesIO()
    _drop_styles(document)
    document.save(raw)
    with zipfile.ZipFile(raw) as made:
        parts = {name: made.read(name) for name in made.namelist() if not _unused(name)}
    for name, data in parts.items():
        if name == CONTENTS or name.endswith(".rels"):
            parts[name] = _without_unused(name, data)
    # Readers want the list of parts first.
    return archive(dict(sorted(parts.items(), key=lambda part: (part[0] != CONTENTS, part[0]))))


def _drop_styles(document: Document) -> None:
    """Leaves the styles that are used: the template brings hundreds."""
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
