"""Feeds (RSS, Atom, RDF), lists of feeds (OPML) and news sitemaps, always read from bytes.

The feed parsers would open a file or fetch an address that is given to them as a text, so nothing
but bytes is ever handed to them.
"""

from __future__ import annotations

import contextlib
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from compare.errors import UnreadableSource
from compare.sources.candidates import Candidate
from compare.sources.dates import WrittenMoment, read_moment
from compare.sources.metadata import site_name
from compare.sources.page import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ENTRIES = 50_000
MAX_UNPACKED = 50_000_000
LONGEST_SUMMARY = 2_000
TAG = re.compile(r"<[^>]{0,2000}>")
ROOT = re.compile(
    rb"\A[^<]{0,64}(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:\w+:)?(\w+)", re.S
)
SURROGATES = re.compile(rb"(?:&#(?:[xX]0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*5[5-7]\d{3});)+")
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
ADVICE = "Check the address, or open it in your browser to see what it is"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What one document lists: articles, and the addresses of further documents that do."""

    candidates: tuple[Candidate, ...] = ()
    further: tuple[str, ...] = ()


def read_listing(data: bytes, *, source: str) -> Listing:
    """The articles or further lists in a feed, a sitemap or an OPML file.

    Raises UnreadableSource for anything else.
    """
    data = SURROGATES.sub(_joined, _unpacked(data, source))
    found = ROOT.search(data[:65_536])
    root = found[1].decode("ascii", "replace").lower() if found else ""
    if root in ("urlset", "sitemapindex"):
        return _sitemap(data, source)
    if root == "opml":
        return Listing(further=tuple(dict.fromkeys(_feeds_in(data, source))))
    if root in ("rss", "feed", "rdf"):
        return Listing(candidates=tuple(_entries(data, source)))
    raise UnreadableSource(source, "this is no feed, sitemap or list of feeds", ADVICE)


def feeds_of_page(data: bytes, *, url: str) -> tuple[str, ...]:
    """The feeds that a page names for machines."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except etree.LxmlError:  # nothing that the parser takes for a document
        return ()
    named = (
        link.get("href", "")
        for link in tree.iter("link")
        if "alternate" in (link.get("rel") or "").lower()
        and re.search("rss|atom", link.get("type") or "", re.I)
    )
    return tuple(_absolute(url, named))


def _absolute(url: str, references: Iterable[str]) -> Iterator[str]:
    """The addresses that a page refers to, without those that are none."""
    for reference in references:
        with contextlib.suppress(ValueError):
            yield urljoin(url, reference)


def _joined(references: re.Match[bytes]) -> bytes:
    """The characters that references to surrogates mean in pairs; no parser takes them singly."""
    units = [
        int(unit[1:], 16) if unit[:1] in b"xX" else int(unit)
        for unit in re.findall(rb"&#(\w+);", references.group())
    ]
    pairs = b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")
    return "".join(f"&#{ord(character)};" for character in pairs).encode()


def _unpacked(data: bytes, source: str) -> bytes:
    """The data itself, or what a gzip file holds, within a bound."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        plain = zlib.decompressobj(47).decompress(data, MAX_UNPACKED + 1)
    except zlib.error as wrong:
        raise UnreadableSource(source, "its packing is damaged", ADVICE) from wrong
    if len(plain) > MAX_UNPACKED:
        reason = f"it is larger than {MAX_UNPACKED // 1_000_000} MB when unpacked"
        raise UnreadableSource(source, reason, "Give a smaller list")
    return plain


def _entries(data: bytes, source: str) -> Iterator[Candidate]:
    """The articles of a feed, by the fast parser and, where that fails, by the patient one."""
    feed = _parsed(data, source)
    outlet = tidy(str(feed.feed.get("title") or "")) or site_name(source) or source
    entries = feed.entries[:MAX_ENTRIES]
    links = [tidy(str(entry.get("link") or "")) for entry in entries]
    if any(link and not ADDRESS.match(link) for link in links):
        links = _resolved(data, links, source)
    for entry, url in zip(entries, links, strict=True):
        if url.lower().startswith(("http://", "https://")):
            moment = _moment(entry.get("published") or entry.get("updated"))
            yield Candidate(
                url=url,
                title=_line(entry.get("title")),
                outlet=outlet,
                seen=moment.when if moment else None,
                summary=_line(entry.get("description") or entry.get("summary")),
            )


def _resolved(data: bytes, links: list[str], source: str) -> list[str]:
    """The links of a feed's entries with their bases: xml:base, the site's address, the feed's own.

    The parsers give the entries in the order of the document, so that each is known by its place.
    """
    site, own = "", ""
    bases: list[str] = []
    for element in _elements(data, source, "link", "item", "entry"):
        name, parent = _name(element), element.getparent()
        if name in ("item", "entry"):
            bases.append(own or element.base or "")
            own = ""
        elif parent is not None and _name(parent) in ("item", "entry"):
            if element.get("rel", "alternate") == "alternate":
                own = element.base or ""
        elif parent is not None and _name(parent) in ("channel", "feed", "RDF"):
            target = element.get("href") or (element.text or "").strip()
            if ADDRESS.match(target) and not (site and element.get("rel") == "self"):
                site = target
    whole = site or (source if ADDRESS.match(source) else "")
    if len(bases) != len(links):
        bases = [""] * len(links)
    return [
        urljoin(urljoin(whole, base) if base else whole, link) if link else ""
        for base, link in zip(bases, links, strict=True)
    ]


def _parsed(data: bytes, source: str) -> Any:  # noqa: ANN401 - the feed of either parser
    import fastfeedparser
    import feedparser

    # Feeds are hostile input, and the parsers raise whatever their parts raise.
    with contextlib.suppress(Exception):
        return fastfeedparser.parse(data)
    with contextlib.suppress(Exception):
        feed = feedparser.parse(io.BytesIO(data))
        if feed.entries:
            return feed
    raise UnreadableSource(source, "this feed is damaged", ADVICE)


def _feeds_in(data: bytes, source: str) -> Iterator[str]:
    for element in _elements(data, source, "outline"):
        url = element.get("xmlUrl") or element.get("xmlurl") or ""
        if url.lower().startswith(("http://", "https://")):
            yield url.strip()


def _sitemap(data: bytes, source: str) -> Listing:
    candidates: list[Candidate] = []
    further: list[str] = []
    for element in _elements(data, source, "url", "sitemap"):
        fields = {_name(child): tidy(child.text or "") for child in element.iterdescendants()}
        url = fields.get("loc", "")
        if not url.lower().startswith(("http://", "https://")):
            continue
        if _name(element) == "sitemap":
            further.append(url)
            continue
        moment = _moment(fields.get("publication_date") or fields.get("lastmod"))
        candidates.append(
            Candidate(
                url=url,
                title=fields.get("title", ""),
                outlet=fields.get("name") or site_name(url) or source,
                seen=moment.when if moment else None,
                summary="" if fields.get("title") else _words_of(url),
            )
        )
    # The maps of the last two days carry "news" in their names; they are asked for first.
    further.sort(key=lambda url: "news" not in url.lower())
    return Listing(candidates=tuple(candidates), further=tuple(further))


def _elements(data: bytes, source: str, *names: str) -> Iterator[_Element]:
    """The elements of these names, each freed after use; nothing is fetched or multiplied."""
    from lxml import etree

    steps = etree.iterparse(
        io.BytesIO(data),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        recover=True,
    )
    try:
        for count, (_, element) in enumerate(steps):
            if count >= MAX_ENTRIES:
                return
            yield element
            if element.getparent() is not None and _name(element) != "outline":
                element.clear()
    except etree.LxmlError as wrong:
        raise UnreadableSource(source, "this list is damaged", ADVICE) from wrong


def _name(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _words_of(url: str) -> str:
    """The words in an address, which stand for a title where a sitemap has none."""
    return re.sub(r"[^\w]+|_", " ", re.sub(r"^https?://[^/]*", "", url))


def _moment(value: object) -> WrittenMoment | None:
    try:
        return read_moment(str(value)) if value else None
    except ValueError:
        return None


def _line(value: object) -> str:
    return tidy(TAG.sub(" ", str(value or ""))[:LONGEST_SUMMARY])
