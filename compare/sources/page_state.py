"""The article in the data that a page's scripts would show it from, where it shows no text itself.

Such data is JSON, as a script of its own (`__NEXT_DATA__`) or set to a variable. Each framework and
each outlet names its fields in its own way, so the text is known by its shape: paragraphs of prose
in one list or one text, in an object that also has the headline of the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from compare.sources.page import fold, tidy
from compare.sources.streamed_page import StreamedPage

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_LETTERS = 5_000_000  # of all scripts together
_MOST_VALUES = 200_000
_SET = re.compile(
    r"(?:^|[;\s])(?:window|self|globalThis|var|let|const)?[\w.$\[\]\"' ]{1,80}=\s*(?=[{\[])"
)
_PARSED = re.compile(r"JSON\.parse\(\s*(\"(?:[^\"\\]|\\.)*\")\s*\)")
_BLOCK_TAG = re.compile(r"<(?:p|h[1-6]|li|div|blockquote)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)
_HEADING_TAG = re.compile(r"h[1-6]$|head|title", re.IGNORECASE)
_ENDED = re.compile(r"[.!?…][\"”’»)\]]*\s*$")
_PROSE = 8  # words of a paragraph
_LEAST = 60  # words of prose in an article
_LONGEST_BLOCK = 600  # words; what is longer is no paragraph
_UP = 4  # objects above the text in which the headline may stand
# What a block shows, in the names that rich-text formats give it.
_SHOWN = ("text", "value", "content", "html", "body", "children", "data", "nodes", "spans")
_TITLED = frozenset(("headline", "headlines", "title"))
_ADDRESSED = frozenset(("url", "slug", "uri", "path", "href", "canonical_url", "webUrl"))
_KIND = ("type", "_type", "nodeType", "name", "tag", "tagName", "style", "kind")
_HEADLINES = ("headline", "headlines", "title", "name", "hed", "heading")


@dataclass(frozen=True, slots=True)
class _Found:
    """A text in the data as HTML, and the words of prose in it."""

    body: str
    prose: int


def state_body(scripts: Sequence[str], headline: str | None) -> str | None:
    """The article's text as HTML out of the data in scripts; None without one by the headline."""
    title = fold(headline or "")
    if not title:
        return None
    best = _Found("", 0)
    for value in (*_values(scripts), *StreamedPage(scripts).rows.values()):
        for found in _texts(value, title):
            if found.prose > best.prose:
                best = found
    return best.body if best.prose >= _LEAST else None


def data_scripts(elements: Sequence[HtmlElement]) -> list[str]:
    """The texts of a page's scripts that may hold data, without those for machines alone."""
    texts = [
        element.text
        for element in elements
        if element.tag == "script"
        and element.text
        and not element.get("src")
        and "ld+json" not in (element.get("type") or "").lower()
    ]
    return texts if sum(map(len, texts)) <= _MOST_LETTERS else []


def _values(scripts: Sequence[str]) -> Iterator[object]:
    """Every JSON value in the scripts."""
    decoder = json.JSONDecoder(strict=False)
    for text in scripts:
        plain = text.strip()
        starts = [0] if plain[:1] in ("{", "[") else [m.end() for m in _SET.finditer(plain)][:20]
        end = 0
        for start in starts:
            if start < end:
                continue
            try:
                value, end = decoder.raw_decode(plain, start)
            except (ValueError, RecursionError):
                continue
            yield value
        for quoted in _PARSED.findall(plain)[:20]:
            try:
                yield json.loads(json.loads(quoted))
            except (ValueError, RecursionError, TypeError):
                continue


def _texts(root: object, title: str) -> Iterator[_Found]:
    """The texts of prose under an object that has the headline, each with its size."""
    stack: list[tuple[object, int]] = [
        (root, 0)
    ]  # with how far above the headline stands; 0: nowhere
    seen = 0
    while stack:
        value, near = stack.pop()
        seen += 1
        if seen > _MOST_VALUES:
            return
        if isinstance(value, dict):
            under = 1 if _has_headline(value, title) else (near + 1 if near else 0)
            stack.extend((inner, under if under <= _UP else 0) for inner in value.values())
        elif isinstance(value, list):
            if near:
                yield _joined(value)
            stack.extend((inner, near) for inner in value)
        elif isinstance(value, str) and near and len(value) > 300:
            yield _written(value)


def _has_headline(value: dict[str, object], title: str) -> bool:
    """True for an object whose headline, or a text in its headlines, is that of the page."""
    for key in _HEADLINES:
        held = value.get(key)
        texts = held.values() if isinstance(held, dict) else [held]
        if any(
            isinstance(text, str) and _is_same(fold(_TAG.sub("", text)), title) for text in texts
        ):
            return True
    return False


def _is_same(one: str, title: str) -> bool:
    return len(one) > 10 and (one == title or title.startswith(one) or one.startswith(title))


def _written(text: str) -> _Found:
    """A text that is HTML, or plain with a line for each paragraph."""
    if _BLOCK_TAG.search(text):
        return _Found(text, _prose([_TAG.sub(" ", part) for part in re.split(r"</p>", text)]))
    lines = [line for line in text.split("\n") if line.strip()]
    return _Found("".join(f"<p>{escape(line)}</p>" for line in lines), _prose(lines))


def _joined(items: Sequence[object]) -> _Found:
    """A list of blocks as paragraphs; what is no block of text is left out."""
    parts: list[str] = []
    shown: list[str] = []
    for item in items:
        if isinstance(item, dict) and _TITLED & item.keys() and _ADDRESSED & item.keys():
            continue  # another article
        text = _shown(item).strip()
        words = tidy(_TAG.sub(" ", text))
        if not words or len(words.split()) > _LONGEST_BLOCK:
            continue
        kinds = item if isinstance(item, dict) else {}
        head = any(_HEADING_TAG.search(str(kinds.get(key, ""))) for key in _KIND)
        tag = "h2" if head and not _ENDED.search(words) else "p"
        if head or tag == "h2" or len(words.split()) >= 3:
            block = text if _BLOCK_TAG.match(text) else f"<{tag}>{_inline(text)}</{tag}>"
            parts.append(block)
            shown.append(words)
    return _Found("".join(parts), _prose(shown))


def _inline(text: str) -> str:
    return text if _TAG.search(text) else escape(text)


def _shown(item: object) -> str:
    """The text that a block shows, out of its own fields and the blocks in it, in their order."""
    pieces: list[str] = []
    stack = [item]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            pieces.append(value)
        elif isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            stack.extend(value[key] for key in reversed(_SHOWN) if key in value)
    return "".join(pieces)


def _prose(paragraphs: Sequence[str]) -> int:
    """The words of the paragraphs that are sentences."""
    counts = (len(text.split()) for text in paragraphs if _ENDED.search(text))
    return sum(count for count in counts if count >= _PROSE)
