"""A saved page as a Document: the article's own words, and apart from them what stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from compare.errors import NoArticleFound, SourceError
from compare.model.articles import DateCertainty, Document, Extra, Provenance
from compare.sources.document import document
from compare.sources.encoding import decode
from compare.sources.furniture import take_furniture
from compare.sources.margins import trim
from compare.sources.markup import make_plain, once_escaped
from compare.sources.metadata import Metadata, guessed_day, read_metadata
from compare.sources.outcomes import STUB, notes_on, refusal
from compare.sources.page import parse
from compare.sources.page_body import PageBlock, body_blocks
from compare.sources.page_lines import PageLines
from compare.sources.page_signs import PageSigns
from compare.sources.page_state import data_scripts, state_body
from compare.sources.page_text import PageParagraph, page_paragraphs
from compare.sources.shown_dates import ShownDates, dates_near
from compare.sources.stated_body import as_markup, with_stated_body
from compare.sources.streamed_page import STREAM, StreamedPage
from compare.sources.whole_article import WholeArticle, whole_article
from compare.text.page_marks import ENOUGH, page_marks

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNNAMED = "Unnamed outlet"
RUN = re.compile(r"[A-Za-z][A-Za-z ,]*")
PLAIN = 8  # letters of a headline that is looked for in scripts
TOLD_WORDS = 20  # words left out from which a reader is told


def read_html(
    data: bytes,
    url: str | None = None,
    *,
    source: str | None = None,
    outlet: str | None = None,
    charset: str | None = None,
) -> Document:
    """Return the article on a saved page; nothing is ever fetched.

    `data` are the bytes of the page, `url` its address, and `source` its name in errors. The text
    holds the article's paragraphs, headings and list items with a blank line between them.
    Captions, pull quotes, related links and promotion are in `extras`. `outlet` is used when the
    page names none, `charset` is that of an HTTP header. Raises NoArticleFound when the page has no
    article, and UnreadableSource when the bytes are no page at all.

    >>> told = (
    ...     "The ferry burned for six hours off Port Ellery before tugs could reach it.",
    ...     "Fourteen people were dead by nightfall, the coastguard said on Tuesday evening.",
    ...     "Two lifeboats and a helicopter brought 214 passengers and crew back to the quay.",
    ... )
    >>> page = f"<title>Ferry burns</title><article><p>{'</p><p>'.join(told)}</p></article>"
    >>> read_html(page.encode(), outlet="Harbour Times").text.startswith(told[0])
    True
    """
    label = source or url or "page"
    markup = decode(data, source=label, charset=charset, markup=True)
    try:
        return _read(markup, url=url, source=source, label=label, outlet=outlet)
    except RecursionError as wrong:
        advice = "Save the page again from the browser, or paste its text into a .txt file"
        raise NoArticleFound(label, "its markup is nested too deeply", advice) from wrong


def _read(
    markup: str, *, url: str | None, source: str | None, label: str, outlet: str | None
) -> Document:
    markup = once_escaped(markup)
    tree = parse(markup, source=label)
    # An element that nobody holds is made anew each time it is met, and each is met often.
    elements = list(tree.iter("*"))
    found = read_metadata(tree, url=url, markup=markup)
    furniture = take_furniture(tree, elements)
    struck = make_plain(element for _, element in furniture.left)
    page = page_paragraphs(tree)
    whole = whole_article(body_blocks(tree, url=url), page, headline=found.headline)
    found = _with_dates(found, page, whole.reach, tree, url=url)
    enough = found.body is not None and len(found.body.split()) >= STUB
    scripted = None if enough else _body_in_scripts(elements, whole.blocks, found.headline)
    stated = with_stated_body(
        whole.blocks, scripted or found.body, free=found.free, own=scripted is not None
    )
    blocks = stated.blocks
    lines = PageLines(furniture.left, [block.text for block in blocks])
    article = trim(
        blocks,
        headline=found.headline,
        links=lines.linked(),
        labelled=lines.labelled(),
        teasers=lines.teasers(),
        byline=found.byline,
    )
    text = "\n\n".join(block.text for block in article.blocks)
    signs = PageSigns(markup, found, text, listed=article.listed, source=label)
    if wrong := refusal(signs, source=label, address=url or found.url):
        raise wrong
    beside = furniture.beside(lines.reach([block.text for block in article.blocks]))
    extras = (*beside, *article.extras, *struck)
    notes = (*notes_on(found, signs), *filter(None, (stated.note, _left_out(whole))))
    return _document(
        text,
        found,
        extras,
        notes=notes,
        outlet=outlet,
        source=source,
        standfirst=next(iter(whole.above), None),
    )


def _body_in_scripts(
    elements: Sequence[HtmlElement], blocks: Sequence[PageBlock], headline: str | None
) -> str | None:
    """The article as HTML from the data for scripts, where the page itself does not show it."""
    scripts = data_scripts(elements)
    shown = sum(len(block.text.split()) for block in blocks)
    if shown >= STUB:
        scripts = _with_other_text(scripts, blocks, headline)
    if not scripts:
        return None
    body = state_body(scripts, headline)
    markup = "" if body else StreamedPage(scripts).markup()
    if not markup:
        return body
    try:
        tree = parse(markup, source="stream")
    except SourceError:
        return None
    streamed = whole_article(body_blocks(tree, url=None), page_paragraphs(tree), headline=headline)
    return as_markup(streamed.blocks)


def _with_other_text(
    scripts: Sequence[str], blocks: Sequence[PageBlock], headline: str | None
) -> list[str]:
    """The scripts that stream a page, or those with its headline if none has the text shown."""
    title = _plainest(headline or "")
    if len(title) < PLAIN:
        return []
    if streams := [text for text in scripts if STREAM in text]:
        return streams  # a headline may be cut by the end of any of them
    titled = [text for text in scripts if title in text]
    longest = _plainest(max(blocks, key=lambda block: len(block.text)).text)
    return [] if any(longest in text for text in scripts) else titled


def _plainest(text: str) -> str:
    """The longest run of plain letters and spaces, which no script writes in another way."""
    return max(RUN.findall(text), key=len, default="")


def _with_dates(
    found: Metadata,
    page: Sequence[PageParagraph],
    reach: tuple[int, int, int] | None,
    tree: HtmlElement,
    *,
    url: str | None,
) -> Metadata:
    """What is known of a page with the dates that it shows, or a guess where it shows none."""
    if found.published:
        return found
    shown = dates_near(page, reach) if reach else ShownDates()
    if shown.published:
        later = [m for m in (found.updated, shown.updated) if m and m.when > shown.published.when]
        sources = [*found.provenance, Provenance(field="published", source="page")]
        return replace(
            found,
            published=shown.published,
            certainty=DateCertainty.SHOWN,
            updated=next(iter(later), None),
            provenance=tuple(sources),
        )
    guess = guessed_day(tree, url=found.canonical or url)
    sources = [
        *found.provenance,
        *([Provenance(field="published_guess", source="page")] * bool(guess)),
    ]
    return replace(
        found, guess=guess, updated=found.updated or shown.updated, provenance=tuple(sources)
    )


def _left_out(whole: WholeArticle) -> str:
    """A sentence on text around the article that may be of it, or nothing where it is short.

    The first paragraph above is the standfirst, which the document has.
    """
    told = (_left_out_at(place, texts) for place, texts in (
        ("above", whole.above[1:]), ("behind", whole.behind)))  # fmt: skip
    return " ".join(filter(None, told))


def _left_out_at(place: str, texts: Sequence[str]) -> str:
    texts = [text for text in texts if page_marks(text) < ENOUGH]
    count = sum(len(text.split()) for text in texts)
    if count < TOLD_WORDS:
        return ""
    first = " ".join(texts[0].split()[:8])
    return f"{count:,} words {place} the article were left out; they begin: “{first} …”."


def _document(
    text: str,
    found: Metadata,
    extras: tuple[Extra, ...],
    *,
    notes: tuple[str, ...],
    outlet: str | None,
    source: str | None,
    standfirst: str | None,
) -> Document:
    provenance = list(found.provenance)
    if not found.outlet:
        provenance.append(Provenance(field="outlet", source="file name" if source else "none"))
    return document(
        text,
        outlet=found.outlet or outlet or UNNAMED,
        headline=found.headline,
        standfirst=standfirst,
        published=found.published.as_read if found.published else None,
        certainty=found.certainty or DateCertainty.STATED,
        guess=found.guess.when if found.guess else None,
        updated=found.updated.as_read if found.updated else None,
        url=found.url,
        language=found.language,
        byline=found.byline,
        wire=found.wire,
        section=found.section,
        canonical=found.canonical,
        free=found.free,
        source=source,
        extras=extras,
        notes=notes,
        provenance=sorted(provenance, key=lambda item: item.field),
    )
