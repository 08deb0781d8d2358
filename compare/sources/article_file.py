"""The articles in the bytes of one file, read by its suffix or, without one, by its beginning."""

from __future__ import annotations

import re
from pathlib import PurePath

from compare.errors import NoArticleFound
from compare.model.articles import Document
from compare.sources.document import whole_characters
from compare.sources.encoding import decode
from compare.sources.html import read_html
from compare.sources.mhtml import is_mhtml, saved_page
from compare.sources.no_article import refuse_no_article, refuse_own_result
from compare.sources.pdf import read_pdf
from compare.sources.plain import read_markdown, read_plain
from compare.sources.records import Records, read_records
from compare.sources.warc import read_warc

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
}
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.S | re.I
)
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
    if data.startswith(b"%PDF-"):
        return _one(read_pdf(data, source=source, outlet=outlet))
    if kind == "archive" or name.lower().endswith(".warc.gz") or data.startswith(b"WARC/"):
        return read_warc(data, source=source)
    if kind in ("", "plain", "page") and is_mhtml(data):
        return _one(_read_mhtml(data, source=source, outlet=outlet))
    if kind == "page":
        return _one(read_html(data, url, source=source, outlet=outlet, charset=charset))
    text = decode(data, source=source, charset=charset)
    if kind in ("json", "lines"):
        return read_records(text, source=source, lines=kind == "lines")
    if kind != "markdown" and PAGE.match(text[:4096]):
        return _one(read_html(data, url, source=source, outlet=outlet, charset=charset))
    refuse_no_article(text, source=source)
    if kind == "markdown":
        return _one(read_markdown(text, outlet=outlet, source=source, headline=headline))
    return _one(read_plain(text, outlet=outlet, source=source))


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
