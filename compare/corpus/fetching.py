"""Addresses and feeds of a corpus: fetched once, kept as they came, read like any other unit."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from compare.corpus.store import Store
from compare.corpus.tasks import WorkItem
from compare.corpus.units import unit_of, unreadable_unit
from compare.errors import NoArticleFound, SourceError
from compare.sources.feeds import ROOT

if TYPE_CHECKING:
    from compare.sources.fetch.fetched import FetchedPage
    from compare.sources.fetch.settings import Fetching

PAGES = "pages"
_EMPTY = ("this list names no article", "Give another feed or sitemap, or the articles")
_LISTS = frozenset((b"rss", b"feed", b"rdf", b"opml", b"urlset", b"sitemapindex"))
_HEAD = 65_536


def is_list(source: str) -> bool:
    """True for a file that is a feed, a list of feeds or a sitemap."""
    path = Path(source)
    if path.suffix.lower() not in (".xml", ".rss", ".atom", ".rdf", ".opml") or not path.is_file():
        return False
    with path.open("rb") as stream:
        found = ROOT.search(stream.read(_HEAD))
    return found is not None and found[1].lower() in _LISTS


def fetched_units(
    sources: Sequence[str], known: set[str], store: Store, code: str, fetching: Fetching
) -> Iterator[tuple[str, list[WorkItem]]]:
    """For each address or feed the units of what it leads to.

    Addresses in `known` are in the corpus already and are not fetched again, unless `fetching`
    asks for it. Each page is kept in the store as it came.
    """
    from compare.sources.discovery import list_articles
    from compare.sources.fetch.fetched import FetchedKind
    from compare.sources.fetch.pages import fetch_pages

    addresses = [source for source in sources if not is_list(source)]
    answers = dict(zip(addresses, fetch_pages(addresses, fetching), strict=True))
    for source in sources:
        answer = answers.get(source)
        if isinstance(answer, SourceError):
            yield source, [unreadable_unit(answer, code)]
        elif answer is not None and _kind(answer) is not FetchedKind.FEED:
            yield source, [_kept(answer, store, code)]
        else:
            found = list_articles([source], fetching)
            wanted = [c.url for c in found.candidates if fetching.refresh or c.url not in known]
            pages = fetch_pages(wanted, fetching)
            units = [unreadable_unit(wrong, code) for wrong in found.problems]
            if not found.candidates and not units:
                units = [unreadable_unit(NoArticleFound(source, *_EMPTY), code)]
            for page in pages:
                if isinstance(page, SourceError):
                    units.append(unreadable_unit(page, code))
                else:
                    units.append(_kept(page, store, code))
            yield source, units


def _kind(page: FetchedPage) -> str | None:
    try:
        return page.kind
    except SourceError:
        return None


def _kept(page: FetchedPage, store: Store, code: str) -> WorkItem:
    """The unit of a page whose bytes are put into the store."""
    digest = hashlib.sha256(page.data).hexdigest()
    name = f"{PAGES}/{digest[:32]}"
    store.write(name, page.data)
    return unit_of(
        page.source,
        digest,
        code,
        kind="page",
        file=name,
        url=page.url,
        status=page.status,
        headers=[list(header) for header in page.headers],
        when=page.when.isoformat(),
        captured=page.captured.isoformat() if page.captured else None,
    )
