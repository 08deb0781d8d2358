"""A PDF file as a document, with less trust in its paragraphs than in those of a page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

from compare.errors import NoArticleFound
from compare.model.articles import AsideKind, Document, Extra, Provenance
from compare.sources.bounded_reading import read_bounded
from compare.sources.document import document
from compare.sources.extras import import_extra
from compare.sources.page import INVISIBLE
from compare.sources.pdf_lines import BROKEN, read_lines
from compare.sources.pdf_pages import PASTE, PdfPages, pdf_pages

LEAST_WORDS = 25
NOTE = "Read from a PDF: where its paragraphs begin is a guess."
# What programs write for the author of a file, who is no writer of the article.
MADE_BY = re.compile(
    r"docx|office|word\b|admin|^users?$|windows|acrobat|libre|openoffice|unknown|anonymous|@",
    re.IGNORECASE,
)
DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read_pdf(data: bytes, *, source: str, outlet: str) -> Document:
    """The text of a PDF as one article; the headline is its title if its first lines bear it out.

    Running heads and page numbers are kept as notes beside the text. Raises UnreadableSource for a
    damaged or locked file, for one that takes too much memory or time, or without pypdfium2, and
    NoArticleFound if it holds hardly any text, such as a scan.
    """
    import_extra("pypdfium2", extra="pdf", what="reading PDF files", source=source)
    held = read_bounded(pdf_pages, data, PdfPages, source=source)
    pages = [[replace(line, text=_line(line.text)) for line in page] for page in held.pages]
    reading = read_lines([[line for line in page if line.text] for page in pages])
    return _document(reading.paragraphs, reading.heads, held.facts, source=source, outlet=outlet)


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
    author = "" if MADE_BY.search(facts.get("Author", "")) else _line(facts.get("Author", ""))
    known = {"headline": title, "byline": author, "published_guess": day}
    sources = {name: "PDF" for name, value in known.items() if value} | {"outlet": "file name"}
    return document(
        text,
        outlet=outlet,
        headline=title or None,
        byline=author or None,
        guess=_day(day),
        source=source,
        extras=[Extra(kind=AsideKind.NOTE, text=head) for head in heads if head],
        provenance=[Provenance(field=name, source=sources[name]) for name in sorted(sources)],
        notes=[NOTE],
    )


def _line(text: str) -> str:
    return " ".join(INVISIBLE.sub("", text).split()) if BROKEN not in text else text.strip()


def _same(title: str, paragraph: str) -> bool:
    return re.findall(r"\w+", title.casefold()) == re.findall(r"\w+", paragraph.casefold())


def _day(found: re.Match[str] | None) -> datetime | None:
    """The day in a PDF's own notation, if there is such a day."""
    if found is None:
        return None
    try:
        return datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC)
    except ValueError:
        return None
