"""Headline, author, date, outlet and address of a saved page, each with where it was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from compare.model.articles import DateCertainty, Precision, Provenance
from compare.sources.dates import WrittenMoment, read_moment
from compare.sources.extraction import page_author, page_date
from compare.sources.linked_data import LinkedData, linked_data, page_types
from compare.sources.page import fold, tidy, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PUBLISHED_TAGS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "article:published",
    "citation_publication_date",
    "citation_date",
    "rnews:datepublished",
    "date",
)
UPDATED_TAGS = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "article:modified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
    "revised",
)
# What word processors call a page that nobody has named, and the class of a title in them.
UNTITLED = re.compile(
    r"(?:document|dokument|untitled|page|doc)(?: document)?\s?\d*(?:\.\w+)?|", re.I
)
TITLE_CLASSES = frozenset(("MsoTitle", "title", "Title"))
SITE_PART = re.compile(r"\s+[|–—·•:»«-]{1,2}\s+")
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s>]+) -->")
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+", re.IGNORECASE)
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?$", re.IGNORECASE)
NO_AUTHOR = re.compile(
    r"^(?:admin|administrator|editor|staff|webmaster|none|null|unknown)$|//|@", re.I
)
BY = re.compile(r"^by\s+(?=\S)", re.IGNORECASE)
AGENCIES = frozenset(
    fold(name)
    for name in (
        "AP", "Associated Press", "The Associated Press", "Reuters", "AFP", "Agence France-Presse",
        "UPI", "United Press International", "dpa", "PA Media", "Press Association", "ANSA", "EFE",
        "Kyodo News", "PTI", "Press Trust of India", "IANS", "ANI", "TASS", "Interfax", "Xinhua",
        "Canadian Press", "The Canadian Press", "AAP", "Australian Associated Press", "Bloomberg",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page says about its article; None where it says nothing.

    `url` is where the page was fetched or saved from if that is known, and else what it names;
    `canonical` is what it names, which sites often set wrongly. `free` is False where a page marks
    its article as not free to read. `types` and `kind` are what it calls itself in JSON-LD and in
    og:type; `body` is the article's text as JSON-LD has it. `guess` is a
    day of publication that the page bears out too little to be used.
    """

    headline: str | None
    byline: str | None
    published: WrittenMoment | None
    updated: WrittenMoment | None
    outlet: str | None
    url: str | None
    language: str
    wire: str | None
    provenance: tuple[Provenance, ...]
    canonical: str | None = None
    section: str | None = None
    free: bool | None = None
    types: frozenset[str] = frozenset()
    kind: str = ""
    body: str | None = None
    certainty: DateCertainty | None = None
    guess: WrittenMoment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value and the name of its source."""

    value: str
    source: str


def read_metadata(tree: HtmlElement, *, url: str | None, markup: str) -> Metadata:
    """The metadata of a page, from its tree and its markup."""
    data, tags = linked_data(tree), _meta_tags(tree)
    address = _address(tree, tags, url, markup)
    outlet = _outlet(data, tags, address)
    published, source = _published(data, tags)
    found = {
        "headline": headline(tree, data, tags, outlet),
        "byline": _byline(data, tree, outlet),
        "outlet": outlet,
        "url": address,
    }
    values = {name: item.value if item else None for name, item in found.items()}
    sources = {name: item.source for name, item in found.items() if item}
    if published:
        sources["published"] = source
    if updated := _updated(data, tags, published):
        sources["updated"] = "JSON-LD" if _moment(data.modified) else "meta tag"
    return Metadata(
        headline=values["headline"],
        byline=values["byline"],
        outlet=values["outlet"],
        url=values["url"],
        published=published,
        updated=updated,
        certainty=DateCertainty.STATED if published else None,
        language=_language(tree, data),
        wire=_wire(data, outlet),
        canonical=_canonical(tree),
        section=tidy(data.section or tags.get("article:section", "")) or None,
        free=data.free,
        body=data.body,
        types=page_types(tree),
        kind=tags.get("og:type", "").lower(),
        provenance=tuple(Provenance(field=name, source=sources[name]) for name in sorted(sources)),
    )


def guessed_day(tree: HtmlElement, *, url: str | None) -> WrittenMoment | None:
    """A day anywhere on a page or in its address that may be the one of publication."""
    return _moment(page_date(tree, url=url))


def headline(
    tree: HtmlElement, data: LinkedData, tags: dict[str, str], outlet: Found | None
) -> Found | None:
    """The headline that a reader of the page sees.

    A heading of the first level counts when the page's own descriptions bear it out; with none of
    these the descriptions that agree with each other, and at last the likeliest of them alone.
    """
    title = tidy(words(element)) if (element := tree.find(".//title")) is not None else ""
    title = _typed_title(tree) if UNTITLED.fullmatch(title) else title
    site = outlet.value if outlet else ""
    stated = [
        Found(value=value, source=source)
        for value, source in (
            (_without_site(tags.get("og:title", ""), site), "og:title"),
            (tidy(data.headline or ""), "JSON-LD"),
            (_without_site(tags.get("twitter:title", ""), site), "twitter:title"),
            (_without_site(title, site), "title"),
        )
        if fold(value)
    ]
    shown = [text for element in tree.iter("h1") if 2 < len(text := words(element)) <= 300]
    scored = [(sum(_likeness(text, item.value) for item in stated), text) for text in shown]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    if best[0] >= 0.8 or (
        best[1] and (not stated or len(shown) == 1) and fold(best[1]) != fold(site)
    ):
        return Found(value=best[1], source="h1")
    agreeing = [
        item
        for item in stated
        if sum(fold(item.value) == fold(other.value) for other in stated) > 1
    ]
    return next(iter(agreeing or stated), None)


def _typed_title(tree: HtmlElement) -> str:
    """The paragraph that a word processor sets as the title; "" without one."""
    titles = (
        p for p in tree.iter("p") if not TITLE_CLASSES.isdisjoint((p.get("class") or "").split())
    )
    return next((text for p in titles if (text := words(p))), "")


def _likeness(text: str, other: str) -> float:
    """0..1 how much two wordings of a headline are one, by rapidfuzz; below .8 counts as not."""
    from rapidfuzz import fuzz

    one, two = text.casefold(), other.casefold()
    score = max(fuzz.ratio(one, two), 0.9 * fuzz.partial_ratio(one, two) if len(one) > 20 else 0)
    return score / 100 if score >= 80 else 0.0


def _without_site(title: str, site: str) -> str:
    """The title without the site's name before or behind it."""
    title = tidy(title)
    parts = SITE_PART.split(title)
    if len(parts) < 2:
        return title
    for name, rest in ((parts[-1], title[: title.rindex(parts[-1])]), (parts[0], "")):
        if site and (fold(name) in fold(site) or fold(site) in fold(name)):
            return (
                SITE_PART.sub(" ", rest).strip() if len(parts) == 2 and rest else _cut(title, name)
            )
    return (
        title if len(parts[-1].split()) > 4 or len(parts[0].split()) < 4 else _cut(title, parts[-1])
    )


def _cut(title: str, part: str) -> str:
    """The title without a part at its start or end and the mark between them."""
    rest = title[len(part) :] if title.startswith(part) else title[: len(title) - len(part)]
    return re.sub(r"^[\s|–—·•:»«-]+|[\s|–—·•:»«-]+$", "", rest)


def _byline(data: LinkedData, tree: HtmlElement, outlet: Found | None) -> Found | None:
    site = fold(outlet.value) if outlet else ""
    names = [name for name in data.authors if not NO_AUTHOR.search(name) and fold(name) != site]
    if names:
        return Found(value=BY.sub("", ", ".join(names)), source="JSON-LD")
    shown = page_author(tree)
    if shown and not NO_AUTHOR.search(shown):
        return Found(value=BY.sub("", shown.replace("; ", ", ")), source="page")
    return None


def _published(data: LinkedData, tags: dict[str, str]) -> tuple[WrittenMoment | None, str]:
    """The first publication: JSON-LD when it has a time, a tag with a time, then any with a day."""
    tag = next((tags[name] for name in PUBLISHED_TAGS if name in tags), None)
    found = [
        (moment, source)
        for text, source in ((data.published, "JSON-LD"), (tag, "meta tag"))
        if (moment := _moment(text))
    ]
    exact = [pair for pair in found if pair[0].precision is Precision.MINUTE]
    return next(iter(exact or found), (None, ""))


def _updated(
    data: LinkedData, tags: dict[str, str], published: WrittenMoment | None
) -> WrittenMoment | None:
    """The last change, when it is later than the publication."""
    tag = next((tags[name] for name in UPDATED_TAGS if name in tags), None)
    moment = _moment(data.modified) or _moment(tag)
    if moment and published and moment.when <= published.when:
        return None
    return moment


def _moment(text: str | None) -> WrittenMoment | None:
    try:
        return read_moment(text) if text else None
    except ValueError:
        return None


def _outlet(data: LinkedData, tags: dict[str, str], address: Found | None) -> Found | None:
    """The publisher; an agency counts on its own site only, as its copy runs on many."""
    host = site_name(address.value) if address else None
    publisher = data.publisher
    if publisher and tags.get("og:site_name") and fold(publisher) in AGENCIES:
        publisher = publisher if fold(publisher) == fold(tags["og:site_name"]) else None
    for value, source in (
        (publisher, "JSON-LD"),
        (tags.get("og:site_name"), "og:site_name"),
        (host, "address"),
    ):
        name = SITE_PART.split(tidy(value or ""))[0].removeprefix("@")
        if fold(name) and not name.startswith("http"):
            return Found(value=name, source=source)
    return None


def _wire(data: LinkedData, outlet: Found | None) -> str | None:
    """The agency that the page gives as the publisher of its copy."""
    publisher = data.publisher
    if publisher and fold(publisher) in AGENCIES and outlet and outlet.value != publisher:
        return publisher
    return None


def site_name(url: str) -> str | None:
    """The host of an address without "www.", or None if there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp|mobile)\.", "", host) or None


def _address(tree: HtmlElement, tags: dict[str, str], url: str | None, markup: str) -> Found | None:
    saved = SAVED_FROM.search(markup[:4096])
    for value, source in (
        (url, "caller"),
        (_canonical(tree), "canonical link"),
        (tags.get("og:url"), "og:url"),
        (saved[1] if saved else None, "browser's note"),
    ):
        if value and (source == "caller" or ADDRESS.match(value.strip())):
            return Found(value=value.strip(), source=source)
    return None


def _canonical(tree: HtmlElement) -> str | None:
    """The address that the page names as its own."""
    links = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    named = (next(iter(links), None) or "").strip()
    return named if ADDRESS.match(named) else None


def _language(tree: HtmlElement, data: LinkedData) -> str:
    for value in (tree.get("lang"), data.language):
        if value and (found := LANGUAGE.match(value.strip())):
            return found[1].lower()
    return "en"


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """The page's meta tags and machine-readable dates, by lower-case name; the first one counts."""
    return dict(reversed(list(_tags(tree))))


def _tags(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for tag in tree.iter("meta", "time"):
        names: Iterable[str | None] = (tag.get("property"), tag.get("name"), tag.get("itemprop"))
        value = tag.get("content") or tag.get("datetime")
        for name in names:
            if name and value and value.strip():
                yield name.strip().lower(), value.strip()
