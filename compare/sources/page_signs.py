"""What a page shows of itself: the signs by which one that is no article is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from compare.sources.linked_data import ARTICLE_TYPES
from compare.sources.metadata import Metadata
from compare.sources.page import parse, tidy, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHALLENGE = re.compile(
    r"cf-(?:challenge|chl)|px-captcha|g-recaptcha|h-captcha|captcha-delivery|/_incapsula_|distil_r_captcha",
    re.I,
)
GALLERIES = frozenset({"ImageGallery", "MediaGallery"})
HEADLINE = 4  # words from which a link may be a headline
AFTER = 400  # letters behind the text in which an offer speaks of it


class PageSigns:
    """The signs on a page, each looked for when it is first asked for.

    `text` is what was found on the page, `listed` the number of lines that were told apart
    from it because they lead to other articles.
    """

    def __init__(
        self, markup: str, found: Metadata, text: str, *, listed: int, source: str
    ) -> None:
        self.listed = listed
        self._markup = markup
        self._source = source
        self.text = tidy(text)
        self.paragraphs = text.split("\n\n")
        self.count = len(text.split())
        self.free = found.free
        self.gallery = bool(found.types & GALLERIES)
        self.described = any(map(ARTICLE_TYPES.search, found.types))
        self.article = self.described or found.kind == "article"
        self.film = found.kind.startswith("video") or (
            "VideoObject" in found.types and not self.article
        )

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The title and the main headings."""
        titles = [words(element) for element in self._page.iter("title", "h1")]
        return tuple(title for title in titles if title)[:6]

    @cached_property
    def visible(self) -> str:
        """All words of the page on one line; without any, those for readers without scripts."""
        body = self._page.find("body")
        shown = words(body) if body is not None else ""
        return shown or tidy(
            " ".join(e.text_content() for e in self._page.iter("noscript", "iframe"))
        )

    @cached_property
    def behind(self) -> str:
        """The end of the text and what stands behind it, as far as that may speak of the text."""
        last = tidy(self.paragraphs[-1])
        place = self.visible.rfind(last) if last else -1
        after = self.visible[place + len(last) :][:AFTER] if place >= 0 else ""
        return f"{self.text[-AFTER // 2 :]} {after}"

    @property
    def password(self) -> bool:
        """True if a form asks for a password."""
        return any((f.get("type") or "").lower() == "password" for f in self._page.iter("input"))

    @cached_property
    def links(self) -> int:
        """How many links are long enough for headlines."""
        return sum(1 for _ in _headlines(self._page))

    @property
    def challenge(self) -> bool:
        """True if the page carries a test for whether a person is reading."""
        return bool(CHALLENGE.search(self._markup))

    @property
    def scripted(self) -> bool:
        """True if the page has scripts beside what it states for machines."""
        kinds = ((script.get("type") or "").lower() for script in self._page.iter("script"))
        return any("ld+json" not in kind for kind in kinds)

    def has(self, tag: str, *, more_than: int = 0) -> bool:
        """True if there are more elements of that name."""
        return sum(1 for _ in self._page.iter(tag)) > more_than

    @cached_property
    def _page(self) -> HtmlElement:
        return parse(self._markup, source=self._source)


def _headlines(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Links with the words of a headline."""
    return (link for link in tree.iter("a") if len(words(link).split()) >= HEADLINE)
