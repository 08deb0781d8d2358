"""The worksheet and the key as Word files, made with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING

from compare.sources.extras import needed
from compare.teach.lesson import CANNOT_SEE, RUBRIC, STAGES, Lesson
from compare.teach.question import Question
from compare.teach.sheet import Slot

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_DAY = (1980, 1, 1, 0, 0, 0)
_FONT = "Arial"
_COLUMNS = 2
_PICTURE = re.compile(rb"<Relationship [^>]*thumbnail[^>]*/>")


def check_word() -> None:
    """MissingExtra with the pip command when python-docx is not installed."""
    needed("docx", extra="docx", what="making Word files")


def worksheet_docx(lesson: Lesson) -> bytes:
    """The worksheet on two sides of A4, in the layout of the HTML one."""
    document = _blank("Worksheet", points=10.0)
    _text(document, lesson.title or "Several articles", bold=True, size=14)
    _text(document, "Name: ______________________   Class: ____________   Date: ____________")
    _text(document, RUBRIC, size=9.5)
    for at, side in enumerate(lesson.sheet.sides):
        for place, slot in enumerate(side):
            first = _slot(document, slot)
            first.paragraph_format.page_break_before = at > 0 and place == 0
    if lesson.sheet.over:
        _text(document, f"{len(lesson.sheet.over)} more on the student page.", size=9.5)
    return _bytes(document)


def key_docx(lesson: Lesson) -> bytes:
    """The key: answers with their sentences, activities, timings, limits and the letters."""
    document = _blank("Key", points=10.5)
    _text(document, f"{lesson.title or 'Several articles'}: key", bold=True, size=15)
    _text(document, RUBRIC)
    for number, question in enumerate(lesson.questions, 1):
        _answer(document, number, question)
    for activity in lesson.activities:
        _text(document, f"{activity.title} ({activity.minutes} min)", bold=True, space=8)
        _text(document, activity.task)
        for cite in activity.cites:
            _text(document, f"{cite.line}: {cite.text}", italic=True)
        _text(document, f"Model answer: {activity.model}")
    _text(document, "One period", bold=True, space=8)
    for minutes, what in STAGES:
        _text(document, f"{minutes} min: {what}")
    _text(document, "What this tool cannot see", bold=True, space=8)
    for limit in CANNOT_SEE:
        _text(document, f"– {limit}")
    _letters(document, lesson)
    return _bytes(document)


def _slot(document: Document, slot: Slot) -> Paragraph:
    first = _text(document, f"{slot.number}. {slot.question.prompt}", space=5, together=True)
    texts = [f"☐ {option.text}" for option in slot.question.options]
    step = _COLUMNS if slot.narrow else 1
    for at in range(0, len(texts), step):
        _text(document, "\t".join(texts[at : at + step]), tab=True, together=True)
    for _ in range(slot.lines):
        _rule(document)
    _text(document, "Sentences that show it: ____________________", size=9)
    return first


def _answer(document: Document, number: int, question: Question) -> None:
    _text(document, f"{number}. {question.prompt}", bold=True, space=8, together=True)
    if question.options:
        _text(document, " / ".join(option.text for option in question.options))
    _text(document, f"Answer: {question.answer} {question.why}")
    for cite in question.evidence:
        _text(document, f"{cite.line}: {cite.text}", italic=True)
    _text(document, f"A good answer points at: {question.look_for}")
    _text(document, f"Common misreading: {question.misreading}")


def _letters(document: Document, lesson: Lesson) -> None:
    first = _text(document, "Sealed key: open it at the end of the lesson", bold=True)
    first.paragraph_format.page_break_before = True
    for one in lesson.key:
        by = f", by {one.byline}" if one.byline else ""
        _text(document, f"{one.letter}: {one.outlet}{by}. {one.headline}")


def _blank(title: str, *, points: float) -> Document:
    """An empty A4 document whose properties name nobody and no day of today."""
    from datetime import datetime

    import docx
    from docx.shared import Mm, Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(13)
    section.top_margin = section.bottom_margin = Mm(13)
    style = document.styles["Normal"]
    style.font.name = _FONT
    style.font.size = Pt(points)
    style.paragraph_format.space_after = Pt(1)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.1
    known = document.core_properties
    known.title, known.author, known.last_modified_by, known.comments = title, "", "", ""
    known.created = known.modified = datetime(*_DAY)
    return document


def _text(
    document: Document,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
    space: float = 0,
    tab: bool = False,
    together: bool = False,
) -> Paragraph:
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if size is not None:
        run.font.size = Pt(size)
    paragraph.paragraph_format.space_before = Pt(space)
    paragraph.paragraph_format.keep_with_next = together
    if tab:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(92))
    return paragraph


def _rule(document: Document) -> None:
    """A line to write on: an empty paragraph 8 mm high with a border below."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Mm(7.4)
    paragraph.paragraph_format.space_after = Pt(0)
    borders = OxmlElement("w:pBdr")
    # Word draws one border around neighbours that have the same one, unless there is one between.
    for side in ("bottom", "between"):
        border = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "space": "1", "color": "777777"}.items():
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    paragraph._p.get_or_add_pPr().append(borders)


def _bytes(document: Document) -> bytes:
    """The file, the same bytes on any day; without the picture that the library's template has."""
    raw = io.BytesIO()
    document.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out, "w") as packed:
        for name in _in_order(made.namelist()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            data = made.read(name)
            packed.writestr(entry, _PICTURE.sub(b"", data) if name.endswith(".rels") else data)
    return out.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """The list of parts first, as readers want it, the rest by name."""
    kept = (name for name in names if not name.endswith("thumbnail.jpeg"))
    return sorted(kept, key=lambda name: (name != "[Content_Types].xml", name))
