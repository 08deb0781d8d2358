"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import re

from compare.model.articles import AsideKind, Document, Extra, Provenance
from compare.sources.document import check_text, document
from compare.sources.front_matter import FrontMatter, split_front_matter
from compare.sources.markdown import readable

LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
HEADLINE_WORDS = 25  # longer first lines are sentences, not headlines
NOT_A_HEADLINE = re.compile(
    r"(?i:by)\s+[A-Z]|(?i:photo|image|picture|file)\b.*[:/]|.*[.:;,]$|[A-Z .]{3,}[,(].*\s[-–—]",
)


def read_plain(text: str, *, outlet: str, source: str | None = None) -> Document:
    """A plain text as a Document: its words as they are, without front matter and blank ends.

    `outlet` is used when the front matter names none. A short first line with a blank line after it
    is taken for the headline and stays in the text.
    """
    front = split_front_matter(line_ends(text), source=source or outlet)
    body = _trimmed(front.body)
    check_text(body, source=source or outlet)
    headline = front.fields.get("headline") or first_line_headline(body)
    return _document(body, front, outlet=outlet, headline=headline, source=source)


def read_markdown(
    text: str, *, outlet: str, source: str | None = None, headline: str | None = None
) -> Document:
    """A Markdown text as a Document whose text is what a reader sees, without the marks.

    A heading of the first level on top is the headline and not part of the text, unless another
    `headline` is given here or in the front matter; the heading then stays in the text.
    """
    front = split_front_matter(line_ends(text), source=source or outlet)
    shown = readable(front.body)
    headline = headline or front.fields.get("headline")
    body = shown.text
    if shown.title and headline and not _alike(shown.title, headline):
        body = f"{shown.title}\n\n{body}"
    check_text(body, source=source or outlet)
    captions = [Extra(kind=AsideKind.CAPTION, text=words) for words in shown.captions]
    headline = headline or shown.title or first_line_headline(body)
    return _document(body, front, outlet=outlet, headline=headline, source=source, extras=captions)


def line_ends(text: str) -> str:
    """The text with every line end as a line feed, before any offset is counted.

    What word processors put on the clipboard between lines and pages counts as one too.
    """
    return text.replace("\r\n", "\n").translate(LINE_ENDS)


def first_line_headline(text: str) -> str | None:
    """The first line, if it stands alone on top of a text and looks like a headline."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    alone = rest[:1] == "\n" and bool(rest.strip())
    short = 2 <= len(first.split()) <= HEADLINE_WORDS
    return first if alone and short and not NOT_A_HEADLINE.match(first) else None


def _document(
    body: str,
    front: FrontMatter,
    *,
    outlet: str,
    headline: str | None,
    source: str | None,
    extras: list[Extra] | None = None,
) -> Document:
    fields = {key: value for key, value in front.fields.items() if key != "headline"}
    sources = dict.fromkeys(front.fields, "front matter")
    sources.setdefault("outlet", "file name" if source else "caller")
    if headline:
        sources.setdefault("headline", "first line")
    return document(
        body,
        outlet=fields.get("outlet") or outlet,
        headline=headline,
        published=fields.get("published"),
        updated=fields.get("updated"),
        url=fields.get("url"),
        language=fields.get("language") or "en",
        byline=fields.get("byline"),
        standfirst=fields.get("standfirst"),
        licence=fields.get("licence"),
        wire=fields.get("wire"),
        source=source,
        extras=extras or (),
        provenance=[Provenance(field=key, source=sources[key]) for key in sorted(sources)],
        notes=[f"{key}: {value}" for key, value in front.unknown.items()],
    )


def _trimmed(text: str) -> str:
    """The text without blank lines on top and white space at the end."""
    return re.sub(r"\A(?:[^\S\n]*\n)+", "", text).rstrip()


def _alike(one: str, other: str) -> bool:
    return re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())
