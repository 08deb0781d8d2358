"""Texts read without their invisible characters, and every place found put back into the originals.

A soft hyphen or a zero-width space inside a word would make it another word to every rule that
reads text. So the rules are given texts without them, and what they find is moved at the end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from compare.model.accounts import StatementAccount
from compare.model.articles import Article, Aside, Document, Name, Paragraph, Sentence
from compare.model.facts import HeadlineMention
from compare.model.findings import Evidence, Headline, QuoteEdit, QuoteGroup, Reading, Rung
from compare.model.spans import Span
from compare.model.words import HeadlineWords
from compare.text.invisible import VisibleText, visible_text

T = TypeVar("T")

_COUNT_IN_HEADLINE = (Headline, HeadlineMention, HeadlineWords)


class Originals:
    """Documents and the same documents without invisible characters, known by their letters."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._shown: dict[str, VisibleText] = {}
        self._originals: dict[str, Document] = {}
        plain = []
        for document in documents:
            shown = visible_text(document.text)
            if shown is None or not shown.text.strip():
                plain.append(document)
                continue
            self._shown[document.letter], self._originals[document.letter] = shown, document
            plain.append(_plain(document, shown))
        self.plain: tuple[Document, ...] = tuple(plain)

    def restored(self, found: T) -> T:
        """A comparison, an article or any part of one, with its places in the original texts."""
        return self._moved(found, "") if self._shown else found

    def _moved(self, value: Any, letter: str) -> Any:  # noqa: ANN401 - any part of a comparison
        if isinstance(value, Span):
            return self._shown[letter].original(value) if letter in self._shown else value
        if isinstance(value, tuple):
            return tuple(self._moved(item, letter) for item in value)
        if isinstance(value, Article):
            return self._article(value)
        if not is_dataclass(value) or isinstance(value, type | Document):
            return value
        if isinstance(value, QuoteGroup):
            return self._versions(value)
        if isinstance(value, StatementAccount) and _letter_of(value) in self._shown:
            # The statements of a sentence leave nothing of it between them.
            return replace(value, span=self._shown[_letter_of(value)].covering(value.span))
        return self._parts(value, _letter_of(value) or letter)

    def _parts(self, value: Any, letter: str) -> Any:  # noqa: ANN401 - any part of a comparison
        bare = isinstance(value, _COUNT_IN_HEADLINE)
        changed = {}
        for spec in fields(value):
            old = getattr(value, spec.name)
            if spec.init and not (bare and _is_spans(old)):
                new = self._moved(old, letter)
                if new is not old:
                    changed[spec.name] = new
        moved = replace(value, **changed) if changed else value
        if isinstance(moved, Evidence | Reading) and letter in self._shown:
            return replace(moved, text=moved.span.of(self._originals[letter].text))
        return moved

    def _versions(self, group: QuoteGroup) -> QuoteGroup:
        """The versions of an utterance, whose places are partly those of the fullest one."""
        fullest = group.fullest.partition(".")[0]
        members = tuple(
            replace(
                member,
                kept=self._moved(member.kept, fullest),
                lost=self._moved(member.lost, fullest),
                edits=tuple(self._edit(edit, fullest, member.article) for edit in member.edits),
            )
            for member in group.members
        )
        return replace(group, members=members)

    def _edit(self, edit: QuoteEdit, fullest: str, own: str) -> QuoteEdit:
        gone, put = self._moved(edit.gone, fullest), self._moved(edit.put, own)
        return replace(edit, gone=gone, put=put)

    def _article(self, article: Article) -> Article:
        letter = article.letter
        if letter not in self._shown:
            return article
        shown, document = self._shown[letter], self._originals[letter]

        def whole(part: Paragraph | Sentence | Aside) -> Any:  # noqa: ANN401 - the same kind
            return replace(part, span=shown.covering(part.span))

        def tight(part: T) -> T:
            return self._parts(part, letter)  # type: ignore[no-any-return]

        lines = {paragraph.span for paragraph in article.paragraphs}
        names: tuple[Name, ...] = tuple(map(tight, article.names))
        return Article(
            document=document,
            paragraphs=tuple(map(whole, article.paragraphs)),
            sentences=tuple(map(whole, article.sentences)),
            asides=tuple(whole(a) if a.span in lines else tight(a) for a in article.asides),
            quotes=tuple(map(tight, article.quotes)),
            figures=tuple(map(tight, article.figures)),
            names=tuple(replace(name, text=name.span.of(document.text)) for name in names),
        )


def _plain(document: Document, shown: VisibleText) -> Document:
    """The document without invisible characters, its own asides in their places."""

    def place(at: int) -> int:
        return min(bisect_left(shown.places, at), len(shown.text) - 1)

    asides = tuple(
        replace(a, span=Span(place(a.span.start), max(place(a.span.end), place(a.span.start) + 1)))
        for a in document.asides
    )
    return replace(document, text=shown.text, sha256="", excerpt=False, asides=asides)


def _letter_of(value: object) -> str:
    """The letter of the article in whose text the spans of a value count; "" where it has none."""
    if isinstance(value, Rung):
        return value.evidence.article
    article = getattr(value, "article", None)
    if isinstance(article, str):
        return article
    sentence = getattr(value, "sentence", None)
    return sentence.partition(".")[0] if isinstance(sentence, str) else ""


def _is_spans(value: object) -> bool:
    return isinstance(value, Span) or (
        isinstance(value, tuple) and any(isinstance(item, Span) for item in value)
    )
