"""Addresses that may become links, and links that find a sentence on a live page."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from compare.formats.withheld_words import is_withheld
from compare.model.articles import Article

# Words of a long sentence that name its beginning and its end in a text fragment.
_EDGE = 3


def web_address(address: str | None) -> str | None:
    """The address if it is one of http or https with a host and no odd characters, else None."""
    if not address or any(ord(c) <= 32 or ord(c) == 127 or c in "<>\"'`\\" for c in address):
        return None
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname)
    except ValueError:
        return None
    return address if named and parts.scheme.lower() in ("http", "https") else None


def at_words(address: str | None, words: str) -> str | None:
    """A link to these words on a page, by text fragment (WICG Scroll To Text Fragment)."""
    safe = web_address(address)
    if safe is None:
        return None
    split = words.split()
    if len(split) > 2 * _EDGE:
        text = f"{_escaped(split[:_EDGE])},{_escaped(split[-_EDGE:])}"
    else:
        text = _escaped(split)
    return f"{safe}{'' if '#' in safe else '#'}:~:text={text}"


def at_sentence(article: Article, sentence_id: str) -> str | None:
    """A link to a sentence on the page of its outlet, or to the page where it is not shown."""
    span = article.sentence(sentence_id).span
    if is_withheld(article, span):
        return web_address(article.document.url)
    return at_words(article.document.url, article.words_of(span))


def _escaped(words: list[str]) -> str:
    # A hyphen has a meaning of its own in a text fragment and quote() leaves it alone.
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
