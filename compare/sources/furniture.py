"""What stands on a page beside the article: captions, pull quotes, related links, promotion.

It is taken out of the tree before the article is looked for, so that none of it is compared, and
kept under its kind, so that it can be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.model.articles import AsideKind, Extra
from compare.sources.page import INLINE, fold, set_apart, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:visually-?hidden|sr-only|screen-?reader(?:-text)?|"
    r"(?:tool-?tip|pop-?over|roll-?over|hover-?card)(?:-\w+)?-?(?:text|content|block|body|box))"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
PULL_QUOTE = re.compile(r"(?:^|[\s_-])(?:pull-?quote|pull-?ed-?quote|callout-quote)", re.IGNORECASE)
RELATED = re.compile(
    r"(?:^|[\s_-])(?:related|read-?(?:more|next|also)|see-?also|more-(?:on|from|stories|news)|"
    r"recommend(?:ed|ations?)?|most-?(?:read|popular|viewed)|trending|also-?(?:read|like)|"
    r"outbrain|taboola|rec-list|further-reading)(?:$|[\s_-])",
    re.IGNORECASE,
)
PROMO = re.compile(
    r"(?:^|[\s_-])(?:news-?letter|sign-?up|subscri(?:be|ption)|donate|donation|promo(?:tion)?|"
    r"advert(?:isement|ising)?|sponsor(?:ed)?|share-?(?:bar|buttons?|tools?)|social-?(?:share|links?|"
    r"media|bar)|app-download|membership|cookie-?(?:banner|notice|bar)|paywall-?prompt)(?:$|[\s_-])",
    re.IGNORECASE,
)
POST = re.compile(
    r"twitter-tweet|twitter-video|instagram-media|bluesky-embed|mastodon-embed|tiktok-embed"
)
CREDIT = re.compile(
    r"(?:^|[\s_-])(?:photo-?|image-?|picture-?)?credits?(?:$|[\s_-])", re.IGNORECASE
)
BLOCKS = frozenset({"aside", "div", "section", "ul", "ol", "blockquote", "figure", "p", "nav"})
MAY_BE_SIDE = BLOCKS | {"figcaption"}
LEAST_LETTERS = 3  # counters and icons have fewer
LINES = frozenset({"p", "li", "h2", "h3", "h4"})
MAX_SHARE = 0.2  # a container with more of the page's prose than this is no side matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of side matter; `place` counts the page's elements in their order."""

    extra: Extra
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """All side matter of a page, and the places of its lines by their folded text."""

    pieces: tuple[Piece, ...]
    lines: dict[str, int]
    headings: tuple[int, ...]

    def beside(self, texts: Sequence[str]) -> tuple[Extra, ...]:
        """The pieces that stand among the paragraphs of an article, each text once.

        The article reaches from the heading above its first paragraph to its last paragraph; the
        furniture of the rest of the page is of no concern to its reader.
        """
        places = [self.lines[key] for text in texts if (key := fold(text)) in self.lines]
        if not places:
            return ()
        top = max((place for place in self.headings if place < min(places)), default=min(places))
        near = [piece.extra for piece in self.pieces if top <= piece.place <= max(places)]
        return tuple({fold(extra.text): extra for extra in near}.values())


def take_furniture(tree: HtmlElement) -> Furniture:
    """Takes side matter out of the tree and returns it in page order.

    Hidden text is taken out without a trace, as no reader of the page sees it. The sources of
    block quotations, which extraction would drop, become paragraphs behind their quotation.
    """
    for element in list(tree.iter()):
        if _is_hidden(element):
            set_apart(element)
    _keep_words_in_sentences(tree)
    _keep_posts(tree)
    limit = MAX_SHARE * _prose(tree)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    lines = {fold(words(e)): place for place, e in enumerate(elements) if _is_line(e)}
    pieces: list[Piece] = []
    for place, element in enumerate(elements):
        if element.tag in MAY_BE_SIDE and _root(element) is tree:
            for piece, kind in _side_matter(element, limit):
                if len(fold(text := words(piece))) >= LEAST_LETTERS:
                    pieces.append(Piece(extra=Extra(kind=kind, text=text), place=place))
                set_apart(piece)
    _keep_attributions(tree)
    headings = tuple(place for place, element in enumerate(elements) if element.tag == "h1")
    return Furniture(pieces=tuple(pieces), lines=lines, headings=headings)


def _side_matter(element: HtmlElement, limit: float) -> Iterator[tuple[HtmlElement, AsideKind]]:
    tag, marks = element.tag, _marks(element)
    if tag == "figcaption":
        for credit in [inner for inner in element.iter() if inner is not element]:
            if CREDIT.search(_marks(credit)) and _root(credit) is not credit:
                yield credit, AsideKind.CREDIT
        yield element, AsideKind.CAPTION
    elif tag in BLOCKS:
        for pattern, kind in (
            (PULL_QUOTE, AsideKind.PULL_QUOTE),
            (RELATED, AsideKind.RELATED),
            (PROMO, AsideKind.PROMO),
        ):
            if pattern.search(marks) and _prose(element) <= limit and not _has_headline(element):
                yield element, kind
                return


def _is_hidden(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("html", "body"):
        return False
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if HIDDEN_STYLE.search(element.get("style") or ""):
        return element.tag != "article" and element.find(".//article") is None
    return bool(HIDDEN_CLASS.search(element.get("class") or ""))


def _keep_words_in_sentences(tree: HtmlElement) -> None:
    """Takes class and id off inline elements in paragraphs.

    Extraction drops spans and links by such names; inside a paragraph that would cut words out of
    the middle of a sentence.
    """
    for paragraph in tree.iter("p", "li", "blockquote", "h1", "h2", "h3"):
        for element in paragraph.iterdescendants():
            if element.tag in INLINE and not any(
                inner.tag not in INLINE for inner in element.iter()
            ):
                for name in ("class", "id", "role", "aria-hidden"):
                    element.attrib.pop(name, None)


def _keep_posts(tree: HtmlElement) -> None:
    """Takes the names off embedded posts and their wrappers, as extraction drops "embed"s.

    A post that the outlet sets into its article is a quotation like any other.
    """
    for post in tree.iter("blockquote"):
        if POST.search(post.get("class") or ""):
            element: HtmlElement | None = post
            while (
                element is not None and len(element) <= 2 and element.tag in ("blockquote", "div")
            ):
                element.attrib.clear()
                element = element.getparent()


def _keep_attributions(tree: HtmlElement) -> None:
    for quotation in tree.iter("blockquote"):
        for source in quotation.iter("footer", "cite"):
            if source.tag == "footer" or source.getparent() is quotation:
                source.tag = "p"
                source.attrib.clear()


def _is_line(element: HtmlElement) -> bool:
    """True for an element that holds text and no other such element."""
    return element.tag in LINES and next(element.iterdescendants(*LINES), None) is None


def _marks(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _prose(element: HtmlElement) -> int:
    """Letters in paragraphs, for how much of the page an element holds."""
    return sum(len(words(paragraph)) for paragraph in element.iter("p"))


def _has_headline(element: HtmlElement) -> bool:
    return next(element.iter("h1"), None) is not None


def _root(element: HtmlElement) -> HtmlElement:
    while (parent := element.getparent()) is not None:
        element = parent
    return element
