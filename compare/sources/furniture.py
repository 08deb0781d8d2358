"""What stands on a page beside the article: captions, pull quotes, related links, promotion.

It is taken out of the tree before the article is looked for, so that none of it is compared, and
kept under its kind, so that it can be shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.model.articles import AsideKind, Extra
from compare.sources.consent_requests import consent_dialogs
from compare.sources.page import INLINE, LONGEST_MARKS, fold, set_apart, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore", re.I)
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
NOTES = re.compile(r"\b(?:doc-)?(?:foot|end|rear)notes?\b", re.IGNORECASE)
CREDIT = re.compile(
    r"(?:^|[\s_-])(?:photo-?|image-?|picture-?)?credits?(?:$|[\s_-])", re.IGNORECASE
)
# Parts of names by which extraction drops a block, and names of blocks that readers write in.
DROPPED = re.compile(
    r"slide|galler|carousel|expand|options|meta|author|rating|viewport|overlay|social|premium|menu|"
    r"bar\b|bar[ _-]|yin|elated|next-|-stories|widget|shar|embed|consent|modal|permission|button|"
    r"banner|teaser|bottom|hid|border|nav|tags|footer|attachment|timestamp|viral|link|live|notloaded|"
    r"newsletter|syndication|cookie|paid|blurred|obfuscated|print|\bad[ -]|-ad-|message",
    re.IGNORECASE,
)
OF_READERS = re.compile(r"comment|repl(?:y|ies)|disqus|respond|forum|review", re.IGNORECASE)
MOST_OF_PROSE = 0.6
FEW_PROSE = 2_500  # letters in paragraphs, below which an article may stand in plain blocks
ENDED = re.compile(r"[.!?…:][\"”’»)\]]*$")
BLOCKS = frozenset({"aside", "div", "section", "ul", "ol", "blockquote", "figure", "p", "nav"})
MAY_BE_SIDE = BLOCKS | {"figcaption"}
LEAST_PROSE = 500  # letters in paragraphs, of a page that uses them
WHOLE = 3  # paragraphs
LEAST_LETTERS = 3  # counters and icons have fewer
SENTENCES = ("p", "li", "blockquote", "h1", "h2", "h3")  # what holds sentences in one piece
NAMES = frozenset({"class", "id", "role", "aria-hidden"})
OWN_WORDS = 12
OWN_LINKED = 0.1
MAX_SHARE = 0.2  # a container with more of the page's prose than this is no side matter


@dataclass(frozen=True, slots=True, kw_only=True)
class SidePiece:
    """One piece of side matter; `place` counts the page's elements in their order."""

    extra: Extra
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """All side matter of a page, and the elements that are left, with their places."""

    pieces: tuple[SidePiece, ...]
    left: tuple[tuple[int, HtmlElement], ...]

    def beside(self, reach: tuple[int, int] | None) -> tuple[Extra, ...]:
        """The pieces that stand within the reach of an article, each text once.

        The furniture of the rest of the page is of no concern to its reader, save the notes to the
        article, which stand at its end.
        """
        first, last = reach or (0, -1)
        near = [
            piece.extra
            for piece in self.pieces
            if first <= piece.place <= last or piece.extra.kind is AsideKind.NOTE
        ]
        return tuple({fold(extra.text): extra for extra in near}.values())


def take_furniture(tree: HtmlElement, elements: Sequence[HtmlElement]) -> Furniture:
    """Take side matter out of the tree and return it in page order.

    `elements` are all elements of the tree in their order. Hidden text is taken out without a
    trace, as no reader of the page sees it. The sources of block quotations, which extraction would
    drop, become paragraphs behind their quotation.
    """
    gone: set[HtmlElement] = set()
    hidden = [e for e in _maybe_hidden(tree, elements) if _is_hidden(e) and not _waits(e)]
    for element in [*hidden, *consent_dialogs(elements)]:
        gone.update(element.iter("*"))
        set_apart(element)
    pieces = _margin_comments(tree, elements, gone)
    _keep_words_in_sentences(tree)
    _keep_posts(tree)
    prose = _prose(tree)
    measure = _prose if prose >= LEAST_PROSE else _letters
    limit = MAX_SHARE * (prose if prose >= LEAST_PROSE else _letters(tree))
    for place, element in enumerate(elements):
        if element.tag in MAY_BE_SIDE and element not in gone:
            for piece, kind in _side_matter(element, limit, measure):
                if len(fold(text := words(piece))) >= LEAST_LETTERS:
                    pieces.append(SidePiece(extra=Extra(kind=kind, text=text), place=place))
                gone.update(piece.iter("*"))
                set_apart(piece)
    _keep_attributions(tree)
    prose = _keep_rows_of_prose(tree)
    if prose < FEW_PROSE:
        _set_blocks_as_paragraphs(tree, prose)
    left = tuple((place, e) for place, e in enumerate(elements) if e not in gone)
    return Furniture(pieces=tuple(pieces), left=left)


def _side_matter(
    element: HtmlElement, limit: float, measure: Callable[[HtmlElement], int]
) -> Sequence[tuple[HtmlElement, AsideKind]]:
    if element.tag == "figcaption":
        credits = [e for e in element.iterdescendants("*") if CREDIT.search(_marks(e))]
        outer = [e for e in credits if not any(a in credits for a in e.iterancestors())]
        return [*((credit, AsideKind.CREDIT) for credit in outer), (element, AsideKind.CAPTION)]
    part = element.get("epub:type") or element.get("role")
    if part and NOTES.search(part):
        return ((element, AsideKind.NOTE),)
    named = element.get("class", "")[:LONGEST_MARKS], element.get("id", "")[:LONGEST_MARKS]
    kind = _named(*named)
    if kind is AsideKind.RELATED and _is_own_prose(element):
        # Extraction drops blocks of such names; this one only unfolds the rest of a text.
        for name in NAMES:
            element.attrib.pop(name, None)
        return ()
    if kind and measure(element) <= limit and not _has_headline(element):
        return ((element, kind),)
    return ()


def _is_own_prose(element: HtmlElement) -> bool:
    """True for a block of paragraphs with hardly a link in them, which leads to no other page."""
    paragraphs = [text for each in element.iter("p", "div") if not len(each.findall(".//p"))
                  and len((text := words(each)).split()) >= OWN_WORDS]  # fmt: skip
    linked = sum(len(words(link)) for link in element.iter("a"))
    return len(paragraphs) > 1 and linked < OWN_LINKED * sum(map(len, paragraphs))


@lru_cache(maxsize=4_096)
def _named(classes: str, name: str) -> AsideKind | None:
    """What a block with such a class and id is, if they say so."""
    marks = f"{classes} {name}"
    for pattern, kind in (
        (PULL_QUOTE, AsideKind.PULL_QUOTE),
        (RELATED, AsideKind.RELATED),
        (PROMO, AsideKind.PROMO),
    ):
        if pattern.search(marks):
            return kind
    return None


def _maybe_hidden(tree: HtmlElement, elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """The elements with anything about them that may hide them, which most have not."""
    marked = frozenset(tree.xpath("//*[@style or @hidden]"))
    return [
        element
        for element in elements
        if element in marked
        or ((classes := element.get("class")) and _hides(classes[:LONGEST_MARKS]))
    ]


def _is_hidden(element: HtmlElement) -> bool:
    get = element.get
    if get("hidden", "until-found") != "until-found":
        return element.tag not in ("html", "body")
    if (style := get("style")) and HIDDEN_STYLE.search(style):
        whole = element.tag in ("html", "body", "article")
        return not whole and element.find(".//article") is None
    return _hides(get("class", "")[:LONGEST_MARKS]) and element.tag not in ("html", "body")


@lru_cache(maxsize=4_096)
def _hides(classes: str) -> bool:
    return bool(HIDDEN_CLASS.search(classes))


def _keep_words_in_sentences(tree: HtmlElement) -> None:
    """Take class and id off inline elements in paragraphs.

    Extraction drops spans and links by such names; inside a paragraph that would cut words out of
    the middle of a sentence.
    """
    for element in tree.iter(*(INLINE - {"sup"})):
        if (
            not NAMES.isdisjoint(element.keys())
            and next(element.iterancestors(*SENTENCES), None) is not None
            and INLINE.issuperset([inner.tag for inner in element.iterdescendants()])
        ):
            for name in NAMES:
                element.attrib.pop(name, None)


def _margin_comments(
    tree: HtmlElement, elements: Sequence[HtmlElement], gone: set[HtmlElement]
) -> list[SidePiece]:
    """Take out the comments that Google Docs writes behind a text, and the marks of them in it."""
    body = tree.find("body")
    if body is None or "doc-content" not in (body.get("class") or ""):
        return []
    pieces: list[SidePiece] = []
    for place, element in enumerate(elements):
        name = (element.get("id") or "") if element.tag == "a" else ""
        if not name.startswith("cmnt") or element in gone:
            continue
        if name.startswith("cmnt_ref"):
            outer = element.getparent()
            set_apart(outer if outer is not None and outer.tag == "sup" else element)
            continue
        comment = next(element.iterancestors("div"), element)
        pieces.append(SidePiece(extra=Extra(kind=AsideKind.NOTE, text=words(comment)), place=place))
        gone.update(comment.iter("*"))
        set_apart(comment)
    return pieces


def _keep_rows_of_prose(tree: HtmlElement) -> int:
    """Take the names off blocks of one name that together hold most of the prose.

    Extraction drops slides, folds and much else by such names, even where the article is in them.
    The letters of all prose in paragraphs come back.
    """
    total = 0
    rows: defaultdict[tuple[str, str], int] = defaultdict(int)
    blocks: defaultdict[tuple[str, str], set[HtmlElement]] = defaultdict(set)
    for paragraph in tree.iter("p"):
        text = words(paragraph)
        if len(text.split()) < OWN_WORDS:
            continue
        total += len(text)
        for element in (paragraph, *paragraph.iterancestors("div", "section", "header", "ul")):
            marks = _marks(element)
            if marks != " " and _is_dropped_name(marks):
                row = element.tag, marks
                rows[row] += len(text)
                blocks[row].add(element)
    for row, size in rows.items():
        if size > MOST_OF_PROSE * total:
            for element in blocks[row]:
                for name in NAMES:
                    element.attrib.pop(name, None)
    return total


def _set_blocks_as_paragraphs(tree: HtmlElement, prose: int) -> None:
    """Make paragraphs of plain blocks of prose where these are most of a page's prose.

    `prose` are the letters in its paragraphs. Extraction looks for paragraphs first, and would
    take the teasers beside such an article.
    """
    blocks = [
        (block, len(text))
        for block in tree.iter("div")
        if INLINE.issuperset([inner.tag for inner in block.iterdescendants()])
        and not _is_row_of_spans(block)
        and len((text := words(block)).split()) >= OWN_WORDS
        and ENDED.search(text)
        and sum(len(words(link)) for link in block.iter("a")) < len(text) / 2
    ]
    if sum(size for _, size in blocks) > prose:
        for block, _ in blocks:
            block.tag = "p"


def _is_row_of_spans(block: HtmlElement) -> bool:
    """True for a block with no words but those of several spans, which may be paragraphs."""
    between = [block.text, *(child.tail for child in block)]
    return len(block) > 1 and not any(text and text.strip() for text in between)


@lru_cache(maxsize=4_096)
def _is_dropped_name(marks: str) -> bool:
    return bool(DROPPED.search(marks)) and not OF_READERS.search(marks)


def _keep_posts(tree: HtmlElement) -> None:
    """Take the names off embedded posts and their wrappers, as extraction drops "embed"s.

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


def _marks(element: HtmlElement) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"[:LONGEST_MARKS]


def _prose(element: HtmlElement) -> int:
    """Letters in paragraphs, for how much of the page an element holds."""
    return sum(len(words(paragraph)) for paragraph in element.iter("p"))


def _letters(element: HtmlElement) -> int:
    """All letters of an element, for pages that set their text without paragraph elements."""
    return len(words(element))


def _waits(element: HtmlElement) -> bool:
    """True for a block that holds the whole article and is hidden until a script has run."""
    return _has_headline(element) and len(element.findall(".//p")) >= WHOLE


def _has_headline(element: HtmlElement) -> bool:
    return next(element.iter("h1"), None) is not None
