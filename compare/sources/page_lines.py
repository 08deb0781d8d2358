"""The lines of a page: where each stands, which are links, and which a linked headline leads in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from compare.sources.page import fold, folded_words, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LINES = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "div", "td"})
# What has one of these in it is no line but holds some.
BLOCKS = ("p", "li", "div", "ul", "ol", "h2", "h3", "h4")
BEGIN = 6  # letters
LINK_SHARE = 0.9
HEADLINE = 4  # words from which a link may be the headline of another article
LABEL = re.compile(r"[^\s.!?:]+(?: [^\s.!?:]+){0,3} ?[:|»›>–—-]\s*")
TEASER = 8  # words from which a line may be the teaser of one


class PageLines:
    """The lines of a page that `texts` stand in, the paragraphs which were found on it.

    `elements` are those of the page, each with its place among all of them, in their order.
    """

    def __init__(self, elements: Iterable[tuple[int, HtmlElement]], texts: Sequence[str]) -> None:
        self._keys = [(fold(text), len(text.split())) for text in texts]
        begins = {key[:BEGIN] for key, _ in self._keys}
        self._lines: defaultdict[str, list[tuple[int, HtmlElement]]] = defaultdict(list)
        self._headings: list[int] = []
        self._headlines: list[int] = []
        for place, element in elements:
            tag = element.tag
            if tag in LINES:
                if _is_line(element) and _begin(element) in begins:
                    self._lines[folded_words(element)].append((place, element))
            elif tag == "a":
                if _is_headline(element):
                    self._headlines.append(place)
            elif tag == "h1":
                self._headings.append(place)

    def reach(self, texts: Sequence[str]) -> tuple[int, int] | None:
        """From the heading above the first of some of the texts to the last; None without any."""
        places = [place for text in texts if (place := self._place(fold(text))) is not None]
        if not places:
            return None
        first = min(places)
        return max((h for h in self._headings if h < first), default=first), max(places)

    def linked(self) -> frozenset[str]:
        """Those of the texts, folded, that are nothing but links somewhere on the page."""
        return frozenset(
            key
            for key in dict(self._keys)
            if key and any(_is_linked(line, key) for _, line in self._lines.get(key, ()))
        )

    def labelled(self) -> frozenset[str]:
        """Those of the texts, folded, that are a label and a headline: "Earlier: <a>...</a>"."""
        return frozenset(
            key
            for key in dict(self._keys)
            if key and any(_is_labelled_link(line) for _, line in self._lines.get(key, ()))
        )

    def teasers(self) -> frozenset[str]:
        """The longer texts, folded, between which and the text before stands a linked headline."""
        keys = [key for key, count in self._keys if count >= TEASER and key in self._lines]
        spans = [(self._span(key), key) for key in keys]
        first = min(spans, default=((0, 0), ""))[0][0]
        before = max((h for h in self._headings if h < first), default=first)
        found: set[str] = set()
        for (start, end), key in spans:
            if start > before:
                if bisect_right(self._headlines, end) > bisect_left(self._headlines, before):
                    found.add(key)
                before = end
        return frozenset(found)

    def _place(self, key: str) -> int | None:
        """Where the line stands; of several the last, as teasers stand above articles."""
        return self._lines[key][-1][0] if key in self._lines else None

    def _span(self, key: str) -> tuple[int, int]:
        """The places of a line and of the last element in it."""
        place, line = self._lines[key][-1]
        return place, place + sum(1 for _ in line.iterdescendants("*"))


def _is_line(element: HtmlElement) -> bool:
    """True if it holds no other line."""
    return not len(element) or next(element.iterdescendants(*BLOCKS), None) is None


def _begin(element: HtmlElement) -> str:
    """The first letters of a line, by which most lines are told apart from all texts."""
    text = (element.text or "").lstrip()
    if len(text) < 4 * BEGIN:
        text = "".join(element.itertext()).lstrip()
    return fold(text[: 4 * BEGIN])[:BEGIN]


def _is_linked(line: HtmlElement, key: str) -> bool:
    if next(line.iterancestors("a"), None) is not None:
        return True
    linked = sum(len(folded_words(link)) for link in line.iter("a"))
    return linked >= LINK_SHARE * len(key)


def _is_labelled_link(line: HtmlElement) -> bool:
    """True for a line of a few words, a colon or the like, and a link with all the rest."""
    link = next(line.iter("a"), None)
    if link is None or len(words(link).split()) < HEADLINE or not (link.get("href") or "").strip():
        return False
    whole, own = words(line), words(link)
    label = whole.removesuffix(own)
    return label != whole and LABEL.fullmatch(label) is not None


def _is_headline(link: HtmlElement) -> bool:
    """True for a link to another page with the words of a headline, not set into a sentence."""
    address = (link.get("href") or "#").strip()
    if address.startswith("#") or len((text := "".join(link.itertext())).split()) < HEADLINE:
        return False
    line = next(link.iterancestors("p", "li", "div"), None)
    if line is None or next(line.iterdescendants(*BLOCKS), None) is not None:
        return True
    whole, own = "".join(line.itertext()).strip(), text.strip()
    if line.tag == "div":  # a card has a time or a section beside the headline, a paragraph more
        return len(whole.split()) < len(own.split()) + TEASER
    return whole == own if line.tag == "p" else whole.startswith(own)
