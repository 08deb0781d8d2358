"""A PDF file as a document, with less trust in its paragraphs than in those of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from compare.errors import NoArticleFound, UnreadableSource
from compare.model.articles import AsideKind, Document, Extra, Provenance
from compare.sources.document import document
from compare.sources.extras import needed
from compare.sources.page import INVISIBLE
from compare.sources.pdf_lines import BROKEN, Line, read_lines

MAX_PAGES = 100
MAX_CHARACTERS = 2_000_000
LEAST_WORDS = 25
NOTE = "Read from a PDF: where its paragraphs begin is a guess."
DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
PASTE = "Paste its text into a .txt file and give that"


def read_pdf(data: bytes, *, source: str, outlet: str) -> Document:
    """The text of a PDF as one article; the headline is its title if its first lines bear it out.

    Running heads and page numbers are kept as notes beside the text. Raises UnreadableSource for a
    damaged or locked file or without pypdfium2, and NoArticleFound if it holds hardly
    any text, such as a scan.
    """
    pdfium = needed("pypdfium2", extra="pdf", what="reading PDF files", source=source)
    try:
        with pdfium.PdfDocument(data) as file:
            if len(file) > MAX_PAGES:
                reason = f"it has {len(file)} pages, more than an article"
                raise UnreadableSource(source, reason, PASTE)
            facts = file.get_metadata_dict()
            pages = [list(_lines(page)) for page in file]
    except pdfium.PdfiumError as wrong:
        locked = "password" in str(wrong).lower()
        reason = "this PDF is locked" if locked else "this PDF is damaged"
        raise UnreadableSource(source, reason, PASTE) from wrong
    reading = read_lines(pages)
    return _document(reading.paragraphs, reading.heads, facts, source=source, outlet=outlet)


def _document(
    paragraphs: tuple[str, ...],
    heads: tuple[str, ...],
    facts: dict[str, str],
    *,
    source: str,
    outlet: str,
) -> Document:
    title = _line(facts.get("Title", ""))
    if title and any(_same(title, paragraph) for paragraph in paragraphs[:4]):
        paragraphs = tuple(p for p in paragraphs if not _same(title, p))
    elif paragraphs and len(paragraphs[0].split()) <= 20 and paragraphs[0][-1:].isalnum():
        title, *rest = paragraphs
        paragraphs = tuple(rest)
    else:
        title = ""
    text = "\n\n".join(paragraphs)
    if len(text.split()) < LEAST_WORDS:
        raise NoArticleFound(source, "there is hardly any text in this PDF", PASTE)
    day = DATE.match(facts.get("CreationDate", ""))
    author = _line(facts.get("Author", ""))
    known = {"headline": title, "byline": author, "published": day}
    sources = {name: "PDF" for name, value in known.items() if value} | {"outlet": "file name"}
    return document(
        text,
        outlet=outlet,
        headline=title or None,
        byline=author or None,
        published=_day(day),
        source=source,
        extras=[Extra(kind=AsideKind.NOTE, text=head) for head in heads if head],
        provenance=[Provenance(field=name, source=sources[name]) for name in sorted(sources)],
        notes=[NOTE],
    )


def _lines(page: Any) -> Iterator[Line]:  # noqa: ANN401 - pypdfium2 comes with no types
    """The lines of a page as pdfium orders them, with the boxes of their first and last letters."""
    textpage = page.get_textpage()
    text = textpage.get_text_range()[:MAX_CHARACTERS]
    start = 0
    for line in text.split("\r\n"):
        words = _line(line)
        if words:
            first = start + len(line) - len(line.lstrip())
            boxes = [textpage.get_charbox(at) for at in (first, start + len(line.rstrip()) - 1)]
            # The box of the whole letter, not of its ink, tells the line's place and size.
            loose = textpage.get_charbox(first, loose=True)
            yield Line(
                text=words, left=boxes[0][0], right=boxes[1][2], top=loose[3], bottom=loose[1]
            )
        start += len(line) + 2


def _line(text: str) -> str:
    return " ".join(INVISIBLE.sub("", text).split()) if BROKEN not in text else text.strip()


def _same(title: str, paragraph: str) -> bool:
    return re.findall(r"\w+", title.casefold()) == re.findall(r"\w+", paragraph.casefold())


def _day(found: re.Match[str] | None) -> str | None:
    """The day in a PDF's own notation, if there is such a day."""
    if found is None:
        return None
    from datetime import date

    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None
