"""Facts about an article that a page states for machines, in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.sources.document import whole_characters
from compare.sources.markup import unescape_entities

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review)$")
MAX_SCRIPT = 2_000_000
MAX_NODES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """What the page's JSON-LD says; None or empty where it says nothing.

    `body` is the text of the article with its line ends as they are.
    """

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    language: str | None = None
    description: str | None = None
    section: str | None = None
    free: bool | None = None
    body: str | None = None


def linked_data(tree: HtmlElement) -> LinkedData:
    """The first article that the page describes in JSON-LD; broken scripts count as absent."""
    nodes = list(_nodes(tree))
    named = {key: node for node in nodes if isinstance(key := node.get("@id"), str)}
    for node in nodes:
        if any(ARTICLE_TYPES.search(kind) for kind in _strings(node.get("@type"))):
            return LinkedData(
                headline=_first(node.get("headline")) or _first(node.get("name")),
                authors=tuple(dict.fromkeys(_names(node.get("author"), named))),
                published=_time(node.get("datePublished")),
                modified=_time(node.get("dateModified")),
                publisher=next(iter(_names(node.get("publisher"), named)), None),
                language=_first(node.get("inLanguage")),
                description=_first(node.get("description")),
                section=_first(node.get("articleSection")),
                free=_truth(node.get("isAccessibleForFree")),
                body=_text(node.get("articleBody")),
            )
    return LinkedData()


def page_types(tree: HtmlElement) -> frozenset[str]:
    """All types of things that the page describes in JSON-LD, such as "NewsArticle"."""
    return frozenset(kind for node in _nodes(tree) for kind in _strings(node.get("@type")))


def _nodes(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """Every object in the page's JSON-LD, outer ones first, in document order."""
    queue: list[object] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            queue.append(_parsed(script.text or ""))
    for seen, item in enumerate(queue):
        if seen > MAX_NODES:
            return
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(item.get(key) for key in ("@graph", "mainEntity", "itemListElement"))


def _parsed(text: str) -> object:
    text = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text
    )
    if len(text) > MAX_SCRIPT:
        return None
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    texts = (unescape_entities(whole_characters(item)) for item in values if isinstance(item, str))
    lines = (" ".join(text.split()) for text in texts)
    return [line for line in lines if line]


def _first(value: object) -> str | None:
    return next(iter(_strings(value)), None)


def _text(value: object) -> str | None:
    """A text with its line ends; a list of texts is one with a line end between them."""
    parts = value if isinstance(value, list) else [value]
    texts = [whole_characters(part) for part in parts if isinstance(part, str)]
    return "\n\n".join(texts) or None


def _time(value: object) -> str | None:
    """A time as text, also where it is a number of seconds or stands in an object."""
    for item in value if isinstance(value, list) else [value]:
        plain = item.get("@value") if isinstance(item, dict) else item
        if isinstance(plain, int | float) and not isinstance(plain, bool):
            return str(plain)
        if isinstance(plain, str) and plain.strip():
            return _first(plain)
    return None


def _truth(value: object) -> bool | None:
    """True and False, also as the texts that many pages write for them."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower())
    return value if isinstance(value, bool) else None


def _names(value: object, named: dict[str, dict[str, object]]) -> Iterator[str]:
    """The names of persons or organisations, given in any of the ways JSON-LD allows."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield from _strings(item)
        elif isinstance(item, dict):
            key = item.get("@id")
            elsewhere = named.get(key) if isinstance(key, str) and "name" not in item else None
            yield from _strings((elsewhere or item).get("name"))
