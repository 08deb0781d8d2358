"""The articles in the bytes of one file, read by its suffix or, without one, by its beginning."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Protocol

from compare.errors import NoArticleFound, UnreadableSource
from compare.model.articles import Document
from compare.sources.bounded_reading import read_bounded
from compare.sources.document import whole_characters
from compare.sources.encoding import decode
from compare.sources.epub import read_epub
from compare.sources.extras import import_extra
from compare.sources.html import read_html
from compare.sources.mail import is_mail, read_mail
from compare.sources.mhtml import is_mhtml, saved_page
from compare.sources.no_article import refuse_no_article, refuse_own_result
from compare.sources.office_parts import docx_text, odt_text
from compare.sources.other_files import refuse_other_file, xml_root_name
from compare.sources.pdf import read_pdf
from compare.sources.plain import read_markdown, read_plain
from compare.sources.records import Records, read_records
from compare.sources.rich_text import rtf_text
from compare.sources.tei import tei_text
from compare.sources.typed_text import TypedText, typed_document
from compare.sources.warc import is_warc, read_wacz, read_warc
from compare.sources.zip_files import ZipKind, zip_kind

SUFFIXES = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".mhtml": "page",
    ".mht": "page",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".pdf": "pdf",
    ".warc": "archive",
    ".wacz": "zip",
    ".docx": "zip",
    ".odt": "zip",
    ".epub": "zip",
    ".rtf": "rtf",
    ".eml": "mail",
    ".emlx": "mail",
    ".tei": "tei",
    ".xml": "xml",
}
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.S | re.I
)
PEEK = 65_536
VOWEL = re.compile("[aeiouy]", re.IGNORECASE)


def read_article_file(
    data: bytes,
    *,
    name: str,
    source: str,
    headline: str | None = None,
    url: str | None = None,
    charset: str | None = None,
) -> Records:
    """The articles in `data`, each with `source`, and the errors of single records.

    `name` is the file's name: its suffix tells the form and, where the file names no outlet, the
    rest of it stands for one. A `headline` that is known from elsewhere keeps a heading in a
    Markdown text where it says something else. `url` is where a page was fetched from, `charset`
    what its server said of it.
    """
    kind = SUFFIXES.get(PurePath(name).suffix.lower(), "")
    outlet = outlet_of(name)
    refuse_own_result(data, source=source)
    for begins, read in BY_BEGINNING:
        if begins(data):
            return read(data, source=source, outlet=outlet)
    if kind == "archive" or name.lower().endswith(".warc.gz"):
        return read_warc(data, source=source)
    if kind in ("", "plain", "page") and is_mhtml(data):
        return _one(_read_mhtml(data, source=source, outlet=outlet))
    if kind in ("", "plain", "mail") and is_mail(data):
        return _one(read_mail(data, source=source, outlet=outlet))
    if kind == "page":
        head = decode(data[:PEEK], source=source, charset=charset)
        refuse_other_file(head, name=name, source=source)
        return _one(read_html(data, url, source=source, outlet=outlet, charset=charset))
    text = decode(data, source=source, charset=charset, markup=kind in ("xml", "tei"))
    if xml_root_name(text).lower() in ("tei", "teicorpus"):
        return _one(_read_typed(tei_text, data, "TEI", source=source, outlet=outlet))
    refuse_no_article(text, source=source)
    refuse_other_file(text, name=name, source=source)
    if kind in ("json", "lines"):
        return read_records(text, source=source, lines=kind == "lines")
    if kind != "markdown" and PAGE.match(text[:4096]):
        return _one(read_html(data, url, source=source, outlet=outlet, charset=charset))
    if kind == "markdown":
        return _one(read_markdown(text, outlet=outlet, source=source, headline=headline))
    return _one(read_plain(text, outlet=outlet, source=source))


class FormReader(Protocol):
    """What reads the bytes of one form."""

    def __call__(self, data: bytes, *, source: str, outlet: str) -> Records:
        """The articles in the bytes."""


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-")


def _is_zip(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04")


def _is_rich_text(data: bytes) -> bool:
    return data.lstrip()[:5] == b"{\\rtf"


def _read_pdf(data: bytes, *, source: str, outlet: str) -> Records:
    return _one(read_pdf(data, source=source, outlet=outlet))


def _read_archive(data: bytes, *, source: str, outlet: str) -> Records:  # noqa: ARG001
    return read_warc(data, source=source)


def _read_rich_text(data: bytes, *, source: str, outlet: str) -> Records:
    return _one(_read_typed(rtf_text, data, "rich text", source=source, outlet=outlet))


def _read_zip(data: bytes, *, source: str, outlet: str) -> Records:
    kind = zip_kind(data)
    if kind is ZipKind.DOCX:
        import_extra("docx", extra="docx", what="reading Word files", source=source)
        return _one(_read_typed(docx_text, data, "Word file", source=source, outlet=outlet))
    if kind is ZipKind.ODT:
        return _one(_read_typed(odt_text, data, "OpenDocument", source=source, outlet=outlet))
    if kind is ZipKind.EPUB:
        return read_epub(data, source=source, outlet=outlet)
    if kind is ZipKind.WACZ:
        return read_wacz(data, source=source)
    advice = "Unpack it" if kind is ZipKind.OTHER else "Save its text as .txt and give that"
    raise UnreadableSource(source, f"this is {kind.value}, not an article", advice)


def _read_typed(
    reader: Callable[[bytes], TypedText], data: bytes, form: str, *, source: str, outlet: str
) -> Document:
    typed = read_bounded(reader, data, TypedText, source=source)
    return typed_document(typed, form=form, source=source, outlet=outlet)


# Forms that are known by their first bytes, whatever the file is called.
BY_BEGINNING: tuple[tuple[Callable[[bytes], bool], FormReader], ...] = (
    (_is_pdf, _read_pdf),
    (is_warc, _read_archive),
    (_is_zip, _read_zip),
    (_is_rich_text, _read_rich_text),
)


def outlet_of(name: str) -> str:
    """A readable form of a file name: "harbour-times.txt" gives "Harbour Times"."""
    path = PurePath(whole_characters(name))
    stem = path.stem if path.suffix.lower() in SUFFIXES else path.name
    return " ".join(_capital(word) for word in re.split(r"[\s_-]+", stem) if word) or path.name


def _capital(word: str) -> str:
    """Lower-case words with a capital; short ones without a vowel are initials."""
    if not word.islower():
        return word
    return word.upper() if len(word) <= 4 and not VOWEL.search(word) else word.capitalize()


def _one(document: Document) -> Records:
    return Records(documents=(document,))


def _read_mhtml(data: bytes, *, source: str, outlet: str) -> Document:
    page = saved_page(data, source=source)
    if page is None:
        advice = "Save it again as a complete web page"
        raise NoArticleFound(source, "there is no page in this archive", advice)
    return read_html(page.data, page.url, source=source, outlet=outlet, charset=page.charset)
