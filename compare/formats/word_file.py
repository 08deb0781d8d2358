"""A handout as a Word file, made with python-docx; the same handout always gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.formats.archive import xml_text
from compare.formats.handout import Handout, HandoutGrid, HandoutSection
from compare.formats.word_pack import packed_with_all_styles
from compare.sources.extras import import_extra

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Row

_DAY = (1980, 1, 1)


def word_file(handout: Handout) -> bytes:
    """The handout on A4 with real headings, lists and a table, which a screen reader can read.

    MissingExtra names the pip command when python-docx is not installed.
    """
    import_extra("docx", extra="docx", what="making Word files")
    document = _blank(handout.title)
    document.add_heading(xml_text(handout.title), 0)
    if handout.notice:
        document.add_paragraph(xml_text(handout.notice))
    for section in handout.sections:
        _add_section(document, section)
    _add_grid(document, handout.grid)
    document.add_paragraph(xml_text(handout.source))
    return packed_with_all_styles(document)


def _blank(title: str) -> Document:
    """An empty A4 document whose properties name the program alone, and no day of today."""
    from datetime import datetime

    import docx
    from docx.shared import Mm

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(18)
    known = document.core_properties
    known.title, known.author, known.last_modified_by = xml_text(title)[:255], "storydiff", ""
    known.comments, known.language = "", "en"
    known.created = known.modified = datetime(*_DAY)
    return document


def _add_section(document: Document, section: HandoutSection) -> None:
    document.add_heading(xml_text(section.heading), 1)
    for entry in section.entries:
        document.add_paragraph(
            xml_text(" ".join(filter(None, (entry.mark, entry.head)))), style="List Bullet"
        )
        for line in entry.more:
            document.add_paragraph(xml_text(line), style="List Continue")
    if not section.entries:
        document.add_paragraph(xml_text(section.none_found))


def _add_grid(document: Document, grid: HandoutGrid) -> None:
    document.add_heading("Who says what", 1)
    if not grid.rows:
        document.add_paragraph("No fact stands in two articles.")
        return
    table = document.add_table(rows=1, cols=len(grid.letters) + 1, style="Table Grid")
    _fill(table.rows[0], ("Fact", *grid.letters))
    _mark_as_header(table.rows[0])
    for label, cells in grid.rows:
        _fill(table.add_row(), (label, *cells))
    if grid.left_out:
        document.add_paragraph(xml_text(grid.left_out))


def _fill(row: _Row, words: tuple[str, ...]) -> None:
    for cell, text in zip(row.cells, words, strict=True):
        cell.text = xml_text(text)


def _mark_as_header(row: _Row) -> None:
    """The row is repeated on each page and read out as the heading of its columns."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
