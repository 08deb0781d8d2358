"""What was fetched, as documents that say where they came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.errors import FetchFailed, SourceError
from compare.model.articles import Document, Provenance
from compare.sources.article_file import read_article_file
from compare.sources.dates import moment_in_words
from compare.sources.isolation import isolate_errors
from compare.sources.metadata import site_name
from compare.sources.records import Records

if TYPE_CHECKING:
    from compare.sources.fetch.fetched import FetchedPage
    from compare.sources.fetch.fetcher import Told
    from compare.sources.fetch.settings import Fetching

FEED_ADVICE = "List its articles with: storydiff find WORDS --from ADDRESS"


def read_pages(
    sources: Sequence[str], fetching: Fetching, *, told: Told | None = None
) -> dict[str, tuple[FetchedPage | None, Records | SourceError]]:
    """For each address what was fetched and the articles in it, or why there are none.

    With `archived` set, pages that are gone or out of reach are looked for in the Wayback Machine;
    what a site refuses or sells is not.
    """
    from compare.sources.fetch.archive import MAY_HELP
    from compare.sources.fetch.pages import fetch_pages

    pages = fetch_pages(sources, fetching, told=told)
    found = {source: _read(page) for source, page in zip(sources, pages, strict=True)}
    lost = [
        source
        for source, (_, result) in found.items()
        if isinstance(result, SourceError) and result.outcome in MAY_HELP
    ]
    if fetching.archived and lost:
        copies = fetch_pages(lost, fetching, told=told, from_archive=True)
        found |= {source: _read(copy) for source, copy in zip(lost, copies, strict=True)}
    return found


def _read(page: FetchedPage | SourceError) -> tuple[FetchedPage | None, Records | SourceError]:
    if isinstance(page, SourceError):
        return None, page
    try:
        with isolate_errors(page.source):
            return page, read_fetched(page)
    except SourceError as wrong:
        return page, wrong


def read_fetched(page: FetchedPage) -> Records:
    """The articles in a page; SourceError if there are none."""
    from compare.sources.fetch.fetched import FetchedKind

    kind = page.kind
    if kind is FetchedKind.FEED:
        reason = "this is a feed or a sitemap, not an article"
        raise FetchFailed(page.source, reason, FEED_ADVICE)
    if not page.data.strip():
        advice = "Check the address, or save the page in your browser"
        raise FetchFailed(page.source, "the page is empty", advice)
    if kind is FetchedKind.PACKED and not page.url.lower().endswith(".warc.gz"):
        reason = "this address leads to a packed file"
        raise FetchFailed(page.source, reason, "Unpack it, and give what is in it")
    name = f"{site_name(page.url) or 'page'}{page.suffix}"
    records = read_article_file(
        page.data, name=name, source=page.source, url=page.url, charset=page.charset
    )
    documents = tuple(_described(document, page) for document in records.documents)
    return Records(documents=documents, problems=records.problems)


def _described(document: Document, page: FetchedPage) -> Document:
    """The document with its address and how its page was got."""
    notes, how = document.notes, "fetched"
    if page.captured:
        taken = moment_in_words(page.captured)
        how = f"Wayback Machine, copy of {taken}"
        notes = (*notes, f"This is an archived copy. {how}.")
    outlet_from = {item.field: item.source for item in document.provenance}
    sources = outlet_from | {"page": how}
    if not document.url:
        sources["url"] = "caller"
    outlet = document.outlet
    if outlet_from.get("outlet") in (None, "file name"):
        outlet, sources["outlet"] = site_name(page.url) or outlet, "address"
    return replace(
        document,
        outlet=outlet,
        url=document.url or page.url,
        notes=notes,
        provenance=tuple(Provenance(field=name, source=sources[name]) for name in sorted(sources)),
    )
