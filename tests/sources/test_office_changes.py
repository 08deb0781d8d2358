# ruff: noqa: E501 - the cases read best one a line
"""Footnotes, text boxes, tracked changes, comments and hidden words of files people write in."""

from __future__ import annotations

from html import escape
from pathlib import PurePath
from typing import Any

import pytest

from compare.model.articles import AsideKind, Document
from compare.sources.article_file import read_article_file
from compare.sources.office_parts import docx_text, odt_text
from compare.sources.rich_text import rtf_text
from compare.sources.typed_text import typed_document
from tests.sources.layouts import H1, HEADLINE, STORY, paragraphs
from tests.sources.made_files import HEAD, docx, epub, odt, rtf, zipped

NOTE = "The state counted 9,000 vehicles a day in 2029."
BOX = "The bridge in figures: 340 people an hour, six cables."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(*, inside: str = "", parts: dict[str, str] | None = None) -> bytes:
    """The story with some markup in its first paragraph, and further parts of the file."""
    import io
    import zipfile

    def fill(file: Any) -> None:
        from docx.oxml import parse_xml

        file.add_heading(HEADLINE, level=1)
        first = f"<w:p {W}><w:r><w:t>{escape(STORY[0])}</w:t></w:r>{inside}</w:p>"
        file.element.body.append(parse_xml(first))
        for text in STORY[1:]:
            file.add_paragraph(text)

    with zipfile.ZipFile(io.BytesIO(docx(fill))) as archive:
        held: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**held, **(parts or {})})


def notes_part(kind: str) -> dict[str, str]:
    note = f"<w:p><w:r><w:t>{NOTE}</w:t></w:r></w:p>"
    apart = f"<w:{kind} w:type='separator' w:id='0'><w:p><w:r><w:t>---</w:t></w:r></w:p></w:{kind}>"
    return {
        f"word/{kind}s.xml": f"<w:{kind}s {W}>{apart}<w:{kind} w:id='1'>{note}</w:{kind}></w:{kind}s>"
    }


def rich_text(inside: str) -> bytes:
    return rtf(lambda line: line.encode("ascii", "ignore").decode()).replace(
        b"\\par\n", f"{inside}\\par\n".encode(), 2
    )


P = "".join(f"<text:p>{escape(text)}</text:p>" for text in STORY)
CHANGED = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion>"
    "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
)
NOTES = {
    "footnote.docx": word_file(inside="<w:r><w:footnoteReference w:id='1'/></w:r>", parts=notes_part("footnote")),
    "endnote.docx": word_file(inside="<w:r><w:endnoteReference w:id='1'/></w:r>", parts=notes_part("endnote")),
    "note.odt": odt(HEAD + P.replace("</text:p>", f"<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note></text:p>", 1)),
    "note.rtf": rich_text(f"{{\\super\\chftn{{\\footnote\\ftnalt {{\\super\\chftn}} {NOTE}}}}}").replace(b"\\par}", b"\\par}", 1),
    "note.epub": epub(H1 + paragraphs(0, 1) + f"<aside epub:type='footnote' id='n1'><p>{NOTE}</p></aside>" + paragraphs(1)),
    "doc-note.epub": epub(H1 + paragraphs() + f"<section role='doc-endnotes'><ol><li role='doc-endnote'><p>{NOTE}</p></li></ol></section>"),
}  # fmt: skip
TOLD = {
    "deleted.docx": (word_file(inside="<w:del w:id='1'><w:r><w:delText>Gone.</w:delText></w:r></w:del>"), "tracked changes", "1 deleted"),
    "moved.docx": (word_file(inside="<w:moveFrom w:id='1'><w:r><w:t>Gone.</w:t></w:r></w:moveFrom>"), "tracked changes", "1 deleted"),
    "hidden.docx": (word_file(inside="<w:r><w:rPr><w:vanish/></w:rPr><w:t>Gone.</w:t></w:r>"), "hidden stretches (1)", "Not read"),
    "comment.docx": (word_file(parts={"word/comments.xml": f"<w:comments {W}><w:comment w:id='1'><w:p><w:r><w:t>Gone.</w:t></w:r></w:p></w:comment></w:comments>"}), "comments (1)", "Not read"),
    "changed.odt": (odt(CHANGED + HEAD + P), "tracked changes", "1 inserted"),
    "comment.odt": (odt(HEAD + P.replace("</text:p>", "<office:annotation><text:p>Gone.</text:p></office:annotation></text:p>", 1)), "comments (1)", "Not read"),
    "deleted.rtf": (rich_text("{\\deleted Gone.}"), "tracked changes", "2 deleted"),
    "hidden.rtf": (rich_text("{\\v Gone.}"), "hidden stretches (2)", "Not read"),
    "comment.rtf": (rich_text("{\\*\\annotation {\\pard Gone.\\par}}"), "comments (2)", "Not read"),
}  # fmt: skip
BOXES = {
    "box.docx": word_file(inside=f"<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{BOX}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"),
    "box.odt": odt(HEAD + P.replace("</text:p>", f"<draw:frame><draw:text-box><text:p>{BOX}</text:p></draw:text-box></draw:frame></text:p>", 1)),
    "box.rtf": rtf(lambda line: line.encode("ascii", "ignore").decode()).replace(b"\\par\n", f"{{\\shp{{\\*\\shpinst\\shpleft0{{\\shptxt \\pard {BOX}\\par}}}}{{\\shprslt {BOX}}}}}\\par\n".encode(), 1),
}  # fmt: skip


READERS = {".docx": docx_text, ".odt": odt_text, ".rtf": rtf_text}


def read(name: str, data: bytes) -> Document:
    """The article in a file, without the process of its own in which such files are read."""
    reader = READERS.get(PurePath(name).suffix)
    if reader is None:
        return read_article_file(data, name=name, source=name).documents[0]
    return typed_document(reader(data), form="file", source=name, outlet="Quay Courier")


@pytest.mark.parametrize("name", NOTES)
def test_a_note_stands_beside_the_text_and_in_no_sentence_of_it(name: str) -> None:
    document = read(name, NOTES[name])
    assert [e.text for e in document.extras if e.kind is AsideKind.NOTE][:1] == [NOTE]
    assert NOTE not in document.text


@pytest.mark.parametrize("name", TOLD)
def test_what_is_not_read_of_a_file_is_told(name: str) -> None:
    data, what, count = TOLD[name]
    document = read(name, data)
    assert "Gone." not in document.text
    assert any(what in note and count in note for note in document.notes)


@pytest.mark.parametrize("name", BOXES)
def test_a_text_box_is_read_once(name: str) -> None:
    assert read(name, BOXES[name]).text.count(BOX) == 1


def test_the_number_of_a_note_is_no_word_of_its_sentence() -> None:
    mark = "morning rush<a epub:type='noteref' href='#n1'>1</a>"
    page = epub(H1 + paragraphs().replace("morning rush", mark))
    assert "morning rush, the" in read("marked.epub", page).text
