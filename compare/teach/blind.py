"""The student copies: articles whose names are replaced in the text itself, sentences numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.spans import Span
from compare.teach.tells import Tell, hidden, leaks, tells
from compare.text.fold import folded

REPORTER = "the reporter"
ADDRESS = "[address]"
HIDDEN = "[…]"
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w{2,}"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:example|com|org|net|news|info|tv|co\.\w\w)(?!\w)(?:/\S*)?"
)
_VOWEL = frozenset("AEFHILMNORSX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words of an article that students do not see, and what stands there instead."""

    span: Span
    words: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence of a student copy; `number` counts from 1 within its article."""

    number: int
    sentence: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One article as students see it.

    `paragraphs` hold the lines in order. Bylines, captions, credits and the like are not in them.
    `edits` are the replacements in the text, `left_out` the sentences that were not copied.
    """

    letter: str
    headline: str
    when: str
    paragraphs: tuple[tuple[Line, ...], ...]
    edits: tuple[Edit, ...]
    left_out: tuple[str, ...]

    @property
    def text(self) -> str:
        """Everything of the article that students can read, folded for looking words up."""
        lines = (line.text for paragraph in self.paragraphs for line in paragraph)
        return folded(" ".join((self.headline, *lines)))


class Blinder:
    """Replaces the tells of one comparison, in its articles and in any other text."""

    def __init__(self, comparison: Comparison, hide: Iterable[str] = ()) -> None:
        documents = [article.document for article in comparison.articles]
        names = tells(documents, [document.text for document in documents])
        asked = hidden(hide)
        self.hiding = frozenset(tell.what for tell in asked)
        self.known: tuple[Tell, ...] = (*names, *asked)
        self._edits = {article.letter: self._of_article(article) for article in comparison.articles}
        self._articles = {article.letter: article for article in comparison.articles}

    def text(self, text: str) -> str:
        """A text with every tell and every address replaced."""
        return _applied(text, self._found(text), 0, len(text))

    def words(self, letter: str, span: Span) -> str:
        """The words of a span as they stand in the student copy, white space made plain.

        A replacement that reaches beyond the span is given whole.
        """
        edits = [edit for edit in self._edits[letter] if edit.span.overlaps(span)]
        start = min([span.start, *(edit.span.start for edit in edits)])
        end = max([span.end, *(edit.span.end for edit in edits)])
        text = self._articles[letter].document.text
        return " ".join(_applied(text, edits, start, end).split())

    def leaks(self, text: str) -> tuple[str, ...]:
        """What in `text` would give an outlet or a reporter away."""
        return leaks(text, self.known)

    def copies(self) -> tuple[Copy, ...]:
        """All articles as students see them, in the order of the comparison."""
        return tuple(self._copy(article) for article in self._articles.values())

    def _of_article(self, article: Article) -> tuple[Edit, ...]:
        """Replacements, and the parts of a line that are no part of the story taken out."""
        text = article.document.text
        cut = [
            Edit(span=aside.span, words=aside.span.of(text), instead="") for aside in article.asides
        ]
        taken = list(cut)
        for edit in self._found(text):
            if not any(edit.span.overlaps(other.span) for other in taken):
                taken.append(edit)
        return tuple(sorted(taken, key=lambda edit: edit.span))

    def _found(self, text: str) -> tuple[Edit, ...]:
        edits: list[Edit] = []
        for match in _ADDRESS.finditer(text):
            span = Span(*match.span())
            edits.append(Edit(span=span, words=match.group(), instead=ADDRESS))
        for tell in self.known:
            for match in tell.pattern.finditer(text):
                span = Span(*match.span())
                if not any(span.overlaps(edit.span) for edit in edits):
                    edits.append(
                        Edit(span=span, words=match.group(), instead=self._for(tell, match))
                    )
        return tuple(sorted(edits, key=lambda edit: edit.span))

    def _for(self, tell: Tell, match: re.Match[str]) -> str:
        words = match.group()
        first = words.split()[0]
        if tell.what in self.hiding:
            before = first + " " if first.lower() in ("a", "an", "the") else ""
            return before + HIDDEN
        if not tell.letter:
            return REPORTER
        name = f"Outlet {tell.letter}"
        if first.lower() in ("a", "an") and len(words.split()) > 1:
            return f"{'An' if first[0] == 'A' else 'an'} {name}"
        return name

    def _copy(self, article: Article) -> Copy:
        document = article.document
        paragraphs: list[list[Line]] = []
        left_out: list[str] = []
        at = -1
        number = 0
        for sentence in article.sentences:
            shown = self.words(article.letter, sentence.span) if sentence.in_story else ""
            if not any(character.isalnum() for character in shown):
                left_out.append(sentence.span.of(document.text))
                continue
            if sentence.paragraph != at:
                paragraphs.append([])
                at = sentence.paragraph
            number += 1
            paragraphs[-1].append(Line(number=number, sentence=sentence.id, text=shown))
        return Copy(
            letter=article.letter,
            headline=self.text(document.headline or ""),
            when=_when(article),
            paragraphs=tuple(tuple(lines) for lines in paragraphs),
            edits=self._edits[article.letter],
            left_out=tuple(left_out),
        )


def _applied(text: str, edits: Sequence[Edit], start: int, end: int) -> str:
    pieces: list[str] = []
    at = start
    for edit in edits:
        pieces += [text[at : edit.span.start], edit.instead]
        at = edit.span.end
    return "".join([*pieces, text[at:end]])


def _when(article: Article) -> str:
    published = article.document.published
    if published is None:
        return ""
    day = f"{published.day} {published:%B %Y}"
    minute = article.document.published_precision
    return f"{day}, {published:%H:%M}" if minute is None or minute == "minute" else day
