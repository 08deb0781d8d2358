"""What stands beside the text in typed files: tables, comments, bullets, what passes a mail on."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime
from typing import Any

import pytest

from compare.model.articles import AsideKind, Document
from compare.sources.article_file import read_article_file
from tests.sources.layouts import HEADLINE, STORY
from tests.sources.made_files import docx, mail, odt
from tests.sources.pdf_pages import Line, pdf

CELLS = (("Cable", "Age"), ("North one", "12 years"), ("South two", "9 years"))
ROWS = [" | ".join(row) for row in CELLS]


def read(data: bytes, name: str) -> Document:
    return read_article_file(data, name=name, source=name).documents[0]


def lines(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line]


def _with_table(file: Any) -> None:
    file.add_heading(HEADLINE, level=1)
    file.add_paragraph(STORY[0])
    table = file.add_table(rows=3, cols=2)
    for row, told in zip(table.rows, CELLS, strict=True):
        for cell, words in zip(row.cells, told, strict=True):
            cell.text = words
    file.add_paragraph(STORY[1])


def _laid_out(file: Any) -> None:
    file.add_heading(HEADLINE, level=1)
    table = file.add_table(rows=2, cols=2)
    for cell, words in zip((c for row in table.rows for c in row.cells), STORY, strict=False):
        cell.text = words


OPEN_ROWS = "".join(
    "<table:table-row>"
    + "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in row)
    + "</table:table-row>"
    for row in CELLS
)
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
RICH_ROWS = "".join(
    "\\trowd\\cellx900\\cellx1800 " + "".join(f"{words}\\cell " for words in row) + "\\row "
    for row in CELLS
)
TABLES = {
    "a.docx": docx(_with_table),
    "a.odt": odt(
        f"<text:h>{HEADLINE}</text:h><text:p>{STORY[0]}</text:p>"
        f"<table:table xmlns:table='{TABLE}'>{OPEN_ROWS}</table:table><text:p>{STORY[1]}</text:p>"
    ),
    "a.rtf": (
        f"{{\\rtf1\\ansi {HEADLINE}\\par {STORY[0]}\\par {RICH_ROWS}\\pard {STORY[1]}\\par}}"
    ).encode("ascii"),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_row_of_short_cells_is_one_line(name: str) -> None:
    told = [line for line in lines(read(TABLES[name], name)) if line != HEADLINE]
    assert told == [STORY[0], *ROWS, STORY[1]]


def test_the_cells_of_a_table_that_lays_out_a_text_are_paragraphs() -> None:
    assert lines(read(docx(_laid_out), "a.docx")) == list(STORY[:4])


FORWARDS = {
    "Gmail": "---------- Forwarded message ---------\nFrom: Quay Courier <news@quay.example>\n"
    "Date: Thu, 6 Nov 2031 at 08:00\nSubject: {h}\nTo: <ada@post.example>\n\n{t}",
    "Outlook": "-----Original Message-----\nFrom: Quay Courier <news@quay.example>\n"
    "Sent: 06 November 2031 08:00\nTo: Ada\nSubject: {h}\n\n{t}",
    "Apple": "Begin forwarded message:\n\nFrom: Quay Courier <news@quay.example>\nSubject: {h}\n"
    "Date: 6 November 2031 at 08:00:00\nTo: ada@post.example\n\n{t}",
}


@pytest.mark.parametrize("name", FORWARDS)
@pytest.mark.parametrize("remark", ["", "Have you seen this?\n\n"])
def test_a_mail_that_passes_a_message_on_is_that_message(name: str, remark: str) -> None:
    text = remark + FORWARDS[name].format(
        h=HEADLINE, t="\n\n".join(textwrap.fill(story, 72) for story in STORY)
    )
    data = mail(text=text).replace(b"Subject: " + HEADLINE.encode(), b"Subject: Fwd: look", 1)
    document = read(data, "a.eml")
    assert [" ".join(block.split()) for block in document.text.split("\n\n")] == list(STORY)
    assert (document.outlet, document.headline) == ("Quay Courier", HEADLINE)
    assert document.published is not None
    assert document.published.date() == datetime(2031, 11, 6, tzinfo=UTC).date()
    assert bool(document.notes) is bool(remark)


def test_comments_of_google_docs_are_notes_beside_the_text() -> None:
    text = "".join(f"<p class='c1'><span>{story}</span></p>" for story in STORY)
    page = (
        f"<html><head><meta charset='utf-8'></head><body class='c3 doc-content'><p class='title'>"
        f"<span>{HEADLINE}</span></p>{text}<p><sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>"
        "</p><div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Ask Nell whether this is still "
        "so before it goes out.</span></p></div></body></html>"
    )
    document = read(page.encode(), "a.html")
    assert lines(document) == list(STORY)
    assert document.headline == HEADLINE
    assert [extra.kind for extra in document.extras] == [AsideKind.NOTE]


@pytest.mark.parametrize("title", ["Document1", "Dokument2", "Untitled document", "Page 3", ""])
def test_a_page_that_nobody_named_has_the_title_that_its_text_shows(title: str) -> None:
    item = (
        "<p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>"
        f"{STORY[5]}</p>"
    )
    text = "".join(f"<p class=MsoNormal>{story}</p>" for story in STORY[:5])
    page = (
        f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><p class=MsoTitle>"
        f"{HEADLINE}</p>{text}{item}</body></html>"
    )
    document = read(page.encode(), "a.html")
    assert (document.headline, lines(document)) == (HEADLINE, list(STORY))


@pytest.mark.parametrize(
    ("author", "byline"),
    [("python-docx", None), ("Microsoft Office User", None), ("Ada Pell", "Ada Pell")],
)
def test_a_program_is_no_author_of_a_pdf(author: str, byline: str | None) -> None:
    page = [Line(line[:80], down=28) for line in STORY]
    document = read(pdf([page], info=f"/Author ({author})"), "a.pdf")
    assert document.byline == byline


def test_a_large_headline_over_several_lines_of_a_pdf_is_one() -> None:
    words = ("Footbridge at Sorrel", "Quay closes after a", "cable snaps")
    page = [Line(text, down=34, size=28) for text in words]
    for story in STORY:
        page += [
            Line(text, down=30 if n == 0 else 14) for n, text in enumerate(textwrap.wrap(story, 80))
        ]
    document = read(pdf([page]), "a.pdf")
    assert document.headline == HEADLINE
    assert document.text.split("\n\n") == list(STORY)
