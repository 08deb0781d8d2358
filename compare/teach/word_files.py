"""The worksheet and the key as Word files, made with python-docx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.formats.archive import xml_text
from compare.formats.word_pack import pack_word_file
from compare.sources.extras import import_extra
from compare.teach.lesson import CANNOT_SEE, RUBRIC, Lesson
from compare.teach.question import Question
from compare.teach.sheet import Sheet, SheetSlot

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_DAY = (1980, 1, 1)
_FONT = "Arial"
_THEME = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    """Sizes in points, how many options stand side by side, and millimetres between ruled lines."""

    text: float
    title: float
    small: float
    columns: int
    rule: float


_USUAL = _Print(text=10.0, title=14.0, small=9.5, columns=2, rule=7.4)
_LARGE = _Print(text=18.0, title=22.0, small=18.0, columns=1, rule=13.0)
_KEY = _Print(text=10.5, title=15.0, small=10.5, columns=1, rule=7.4)


def check_word() -> None:
    """MissingExtra with the pip command when python-docx is not installed."""
    import_extra("docx", extra="docx", what="making Word files")


def worksheet_docx(lesson: Lesson) -> bytes:
    """The worksheet on two sides of A4, in the layout of the HTML one."""
    return _worksheet(lesson, lesson.sheet, _USUAL)


def large_worksheet_docx(lesson: Lesson) -> bytes:
    """The same questions in large print, on as many sides as they need."""
    return _worksheet(lesson, lesson.large, _LARGE)


def _worksheet(lesson: Lesson, sheet: Sheet, size: _Print) -> bytes:
    document = _blank("Worksheet", size)
    _text(document, lesson.title or "Several articles", style="Heading 1")
    _text(document, "Name: ______________________   Class: ____________   Date: ____________")
    _text(document, RUBRIC, size=size.small)
    for at, side in enumerate(sheet.sides):
        for place, slot in enumerate(side):
            first = _slot(document, slot, size)
            first.paragraph_format.page_break_before = at > 0 and place == 0
    if sheet.over:
        _text(document, f"{len(sheet.over)} more on the student page.", size=size.small)
    return pack_word_file(document)


def key_docx(lesson: Lesson) -> bytes:
    """The key: answers with their sentences, activities, timings, limits and the letters."""
    document = _blank("Key", _KEY)
    _text(document, f"{lesson.title or 'Several articles'}: key", style="Heading 1")
    _text(document, RUBRIC)
    for number, question in enumerate(lesson.questions, 1):
        _answer(document, number, question)
    for activity in lesson.activities:
        _text(document, f"{activity.title} ({activity.minutes} min)", style="Heading 2", space=8)
        _text(document, activity.task)
        for cite in activity.cites:
            _text(document, f"{cite.line}: {cite.text}", italic=True)
        _text(document, f"Model answer: {activity.model}")
    _text(document, "One period", style="Heading 2", space=8)
    for minutes, what in lesson.stages:
        _text(document, f"{minutes} min: {what}")
    for reason in lesson.missing:
        _text(document, reason)
    _text(document, "What this tool cannot see", style="Heading 2", space=8)
    for limit in CANNOT_SEE:
        _text(document, f"– {limit}")
    _letters(document, lesson)
    return pack_word_file(document)


def _slot(document: Document, slot: SheetSlot, size: _Print) -> Paragraph:
    ask = f"{slot.number}. {slot.question.prompt}"
    first = _text(document, ask, style="Heading 2", bold=False, space=5)
    texts = [f"☐ {option.text}" for option in slot.question.options]
    step = size.columns if slot.narrow else 1
    for at in range(0, len(texts), step):
        _text(document, "\t".join(texts[at : at + step]), tab=True, together=True)
    for _ in range(slot.lines):
        _rule(document, size.rule)
    _text(document, "Sentences that show it: ____________________", size=size.small)
    return first


def _answer(document: Document, number: int, question: Question) -> None:
    _text(document, f"{number}. {question.prompt}", style="Heading 2", space=8)
    if question.options:
        _text(document, " / ".join(option.text for option in question.options))
    _text(document, f"Answer: {question.answer} {question.why}")
    for cite in question.evidence:
        _text(document, f"{cite.line}: {cite.text}", italic=True)
    _text(document, f"A good answer points at: {question.look_for}")
    _text(document, f"Common misreading: {question.misreading}")


def _letters(document: Document, lesson: Lesson) -> None:
    first = _text(document, "Sealed key: open it at the end of the lesson", style="Heading 2")
    first.paragraph_format.page_break_before = True
    for one in lesson.key:
        by = f", by {one.byline}" if one.byline else ""
        _text(document, f"{one.letter}: {one.outlet}{by}. {one.headline}")


def _blank(title: str, size: _Print) -> Document:
    """An empty A4 document whose properties name nobody and no day of today."""
    from datetime import datetime

    import docx
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(13)
    section.top_margin = section.bottom_margin = Mm(13)
    _styled(document, "Normal", size.text)
    _styled(document, "Heading 1", size.title)
    _styled(document, "Heading 2", size.text)
    known = document.core_properties
    known.title, known.author, known.last_modified_by, known.comments = title, "", "", ""
    known.created = known.modified = datetime(*_DAY)
    return document


def _styled(document: Document, name: str, points: float) -> None:
    """Set a style in black Arial; the template's own fonts come from a theme and would win."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style = document.styles[name]
    style.font.name = _FONT
    style.font.size = Pt(points)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in _THEME:
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    style.paragraph_format.space_after = Pt(1)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.1


def _text(
    document: Document,
    text: str,
    *,
    style: str = "Normal",
    bold: bool | None = None,
    italic: bool | None = None,
    size: float | None = None,
    space: float = 0,
    tab: bool = False,
    together: bool = False,
) -> Paragraph:
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph(style=style)
    run = paragraph.add_run(xml_text(text))
    run.bold, run.italic = bold, italic
    if size is not None:
        run.font.size = Pt(size)
    paragraph.paragraph_format.space_before = Pt(space)
    paragraph.paragraph_format.keep_with_next = together or style != "Normal"
    if tab:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(92))
    return paragraph


def _rule(document: Document, height: float) -> None:
    """A line to write on: an empty paragraph of a height in millimetres with a border below."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Mm(height)
    paragraph.paragraph_format.space_after = Pt(0)
    borders = OxmlElement("w:pBdr")
    # Word draws one border around neighbours that have the same one, unless there is one between.
    for side in ("bottom", "between"):
        border = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "space": "1", "color": "777777"}.items():
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    paragraph._p.get_or_add_pPr().append(borders)
