"""The articles in an e-book (EPUB), one or several."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from compare.errors import NoArticleFound, SourceError
from compare.model.articles import Document, Provenance
from compare.sources.bounded_reading import RefusedFile, read_bounded
from compare.sources.dates import read_moment
from compare.sources.encoding import decode
from compare.sources.html import read_html
from compare.sources.isolation import isolate_errors
from compare.sources.office_parts import local_name, xml_root
from compare.sources.page import fold
from compare.sources.records import Records
from compare.sources.zip_files import AGAIN, DAMAGED, ZipParts

BODY = re.compile(r"<body\b[^>]*>(.*)</body\s*>", re.IGNORECASE | re.DOTALL)
TAGS = re.compile(r"<[^>]*>")
HEADING = re.compile(r"<h[12]\b[^>]*>(.*?)</h[12]\s*>", re.IGNORECASE | re.DOTALL)
FEW = 25  # words of a page that is a cover, a title or a table of contents
MOST_PAGES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The pages of an e-book in reading order, without its table of contents, and its facts."""

    pages: list[bytes]
    title: str = ""
    author: str = ""
    outlet: str = ""
    made: str = ""


def read_epub(data: bytes, *, source: str, outlet: str) -> Records:
    """The articles of an e-book: one for each page with a heading of its own, or all pages as one.

    Raises UnreadableSource for a damaged file or one that takes too much memory or time.
    """
    book = read_bounded(book_pages, data, Book, source=source)
    bodies = [
        found[1] for page in book.pages if (found := BODY.search(decode(page, source=source)))
    ]
    bodies = [body for body in bodies if _count(body) >= FEW]
    if not bodies:
        raise NoArticleFound(source, "there is no text in this e-book", "Give its text as .txt")
    articles = _articles(bodies, book.title)
    documents: list[Document] = []
    problems: list[SourceError] = []
    for number, article in enumerate(articles, 1):
        at = source if len(articles) == 1 else f"{source} (part {number})"
        try:
            with isolate_errors(at):
                documents.append(_read(article, book, source=at, outlet=outlet))
        except SourceError as wrong:
            problems.append(wrong)
    return Records(documents=tuple(documents), problems=tuple(problems))


def book_pages(data: bytes) -> Book:
    """The pages that the book's own list names, in its order, within bounds."""
    parts = ZipParts(data)
    container = xml_root(parts.read("META-INF/container.xml"))
    roots = (e.get("full-path") for e in container.iter() if local_name(e) == "rootfile") if (
        container is not None
    ) else iter(())  # fmt: skip
    path = next(filter(None, roots), "")
    package = xml_root(parts.read(path)) if path else None
    if package is None:
        raise RefusedFile(DAMAGED, AGAIN)
    listed = {e.get("id"): e for e in package.iter() if local_name(e) == "item"}
    order = [e.get("idref") for e in package.iter() if local_name(e) == "itemref"]
    pages = []
    for item in (listed[name] for name in order[:MOST_PAGES] if name in listed):
        if "nav" not in (item.get("properties") or "").split():
            name = posixpath.join(posixpath.dirname(path), unquote(item.get("href") or ""))
            pages.append(parts.read(posixpath.normpath(name)))
    facts: dict[str, str] = {}
    for element in package.iter():
        if local_name(element) in ("title", "creator", "publisher", "date") and element.text:
            facts.setdefault(local_name(element), " ".join(element.text.split()))
    return Book(
        pages=[page for page in pages if page.strip()],
        title=facts.get("title", ""),
        author=facts.get("creator", ""),
        outlet=facts.get("publisher", ""),
        made=facts.get("date", ""),
    )


def _articles(bodies: Sequence[str], title: str) -> list[str]:
    """Each page alone where each has a heading of its own, not the book's; else all as one."""
    headings = [
        fold(TAGS.sub(" ", found[1])) if (found := HEADING.search(b)) else "" for b in bodies
    ]
    apart = len(set(headings)) == len(bodies) and "" not in headings and fold(title) not in headings
    return list(bodies) if apart else ["".join(bodies)]


def _read(body: str, book: Book, *, source: str, outlet: str) -> Document:
    title = "" if HEADING.search(body) else f"<h1>{book.title}</h1>"
    page = f"<html><body><article>{title}{body}</article></body></html>".encode()
    found = read_html(page, source=source, outlet=outlet)
    sources = {item.field: item.source for item in found.provenance}
    known: dict[str, object] = {}
    if book.outlet and sources.get("outlet") == "file name":
        known["outlet"], sources["outlet"] = book.outlet, "e-book"
    if book.author and not found.byline:
        known["byline"], sources["byline"] = book.author, "e-book"
    if not found.published and book.made:
        try:
            known["published_guess"] = read_moment(book.made).when
            sources["published_guess"] = "e-book"
        except ValueError:
            pass
    provenance = tuple(Provenance(field=name, source=sources[name]) for name in sorted(sources))
    return replace(found, **known, provenance=provenance)  # type: ignore[arg-type]


def _count(body: str) -> int:
    return len(TAGS.sub(" ", body).split())
