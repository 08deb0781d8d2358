"""A text with its headings and lists, out of a word processor or an edition, as a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.errors import NoArticleFound
from compare.model.articles import AsideKind, Document, Extra, Provenance
from compare.sources.dates import WrittenMoment, read_moment
from compare.sources.document import document, whole_characters
from compare.sources.page import fold, tidy
from compare.sources.plain import first_line_headline

NEAR_TOP = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedParagraph:
    """One paragraph; `kind` is "title", "head", "caption", "note" or "p"."""

    text: str
    kind: str = "p"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedText:
    """The paragraphs of a file and what it says of itself; empty where it says nothing.

    `published` is a time that the file gives as that of publication, `made` that of its making.
    `stated` is True where the title is surely the headline, also where the text does not show it.
    `notes` are sentences on what of the file is not in the paragraphs.
    """

    paragraphs: list[TypedParagraph]
    title: str = ""
    author: str = ""
    outlet: str = ""
    published: str = ""
    made: str = ""
    url: str = ""
    language: str = ""
    stated: bool = False
    notes: list[str] = field(default_factory=list)


def changes_told(
    *, deleted: int = 0, inserted: int = 0, hidden: int = 0, comments: int = 0, other: int = 0
) -> list[str]:
    """Sentences on tracked changes, hidden words, comments and foreign parts of a file."""
    told = []
    if deleted or inserted:
        told.append(
            f"The file has tracked changes; its {inserted:,} inserted stretches are read, its "
            f"{deleted:,} deleted ones are not."
        )
    left = {"hidden stretches": hidden, "comments": comments, "embedded parts": other}
    if named := [f"{what} ({count:,})" for what, count in left.items() if count]:
        told.append(f"Not read of the file: {', '.join(named)}.")
    return told


def typed_document(typed: TypedText, *, form: str, source: str, outlet: str) -> Document:
    """The document of a typed text; `form` names where its facts come from, as in "Word file".

    The headline is the paragraph set as the title or the one that the file names as such, or else
    the first heading or short line. Captions and notes stand beside the text.
    """
    shown = [p for p in typed.paragraphs if p.text.strip()]
    headline, body = _headline(typed, shown)
    text = "\n\n".join(whole_characters(p.text) for p in body if p.kind in ("p", "head", "title"))
    if not text.strip():
        raise NoArticleFound(source, "there is no text in this file", "Paste its text into a .txt")
    beside = {"caption": AsideKind.CAPTION, "note": AsideKind.NOTE}
    published, made = _moment(typed.published), _moment(typed.made)
    known = {
        "headline": headline,
        "byline": tidy(typed.author),
        "published": published,
        "published_guess": None if published else made,
        "url": typed.url,
        "outlet": typed.outlet,
    }
    sources = {name: form for name, value in known.items() if value}
    sources.setdefault("outlet", "file name")
    return document(
        text,
        outlet=tidy(typed.outlet) or outlet,
        headline=headline or first_line_headline(text),
        byline=tidy(typed.author) or None,
        published=published.as_read if published else None,
        guess=made.when if made else None,
        url=typed.url or None,
        language=typed.language or "en",
        source=source,
        notes=tuple(typed.notes),
        extras=[Extra(kind=beside[p.kind], text=p.text) for p in body if p.kind in beside],
        provenance=[Provenance(field=name, source=sources[name]) for name in sorted(sources)],
    )


def _headline(
    typed: TypedText, shown: Sequence[TypedParagraph]
) -> tuple[str, Sequence[TypedParagraph]]:
    """The headline, and the paragraphs without it."""
    named = fold(typed.title)
    for i, paragraph in enumerate(shown[:NEAR_TOP]):
        if paragraph.kind == "title" or (named and fold(paragraph.text) == named):
            return tidy(paragraph.text), [*shown[:i], *shown[i + 1 :]]
    if shown and shown[0].kind == "head" and not typed.stated:
        return tidy(shown[0].text), shown[1:]
    return tidy(typed.title) if typed.stated else "", shown


def _moment(text: str) -> WrittenMoment | None:
    try:
        return read_moment(text) if text else None
    except ValueError:
        return None
