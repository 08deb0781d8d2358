"""The student copies: articles whose names are replaced in the text itself, sentences numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.model.articles import Article, Document
from compare.model.comparison import Comparison
from compare.model.spans import Span
from compare.teach.bylines import reporters
from compare.teach.giveaways import (
    Giveaway,
    giveaways_of,
    hidden_words,
    leaks,
    reporter_giveaways,
    self_mentions,
)
from compare.teach.name_use import NameUse
from compare.teach.staff import Name, staff_names
from compare.text.fold import folded_text

REPORTER = "the reporter"
ADDRESS = "[address]"
HIDDEN = "[…]"
THIS_OUTLET = "this outlet"
_ENDINGS = (
    "example|com|org|net|info|news|tv|fm|eu|uk|ie|us|ca|au|nz|in|za|de|at|ch|fr|be|nl|es|pt|it|se|no"
    "|dk|fi|pl|cz|io|co|app|media|press|live|online|social|blog|[a-z]{2,3}[.][a-z]{2}"
)
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w{2,}(?:@[\w.-]*\w)?"
    rf"|(?<![\w.-])(?:[\w-]+\.)*[\w-]{{2,}}\.(?:{_ENDINGS})(?![\w-])(?:/\S*)?"
)
_REPLACED = re.compile(
    rf"\bOutlet [A-Z]+\b|{re.escape(REPORTER)}|{re.escape(THIS_OUTLET)}|{re.escape(HIDDEN)}"
)
_ARTICLE = re.compile(r"(?<![^\W_])(?:an?|the)\s+\Z", re.IGNORECASE)
_LONGEST_ARTICLE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindEdit:
    """Words of an article that students do not see, and what stands there instead."""

    span: Span
    words: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    """A sentence of a student copy; `number` counts from 1 within its article."""

    number: int
    sentence: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentCopy:
    """One article as students see it.

    `paragraphs` hold the lines in order. Bylines, captions, credits and the like are not in them.
    `edits` are the replacements in the text, `left_out` the sentences that were not copied.
    """

    letter: str
    headline: str
    when: str
    paragraphs: tuple[tuple[CopyLine, ...], ...]
    edits: tuple[BlindEdit, ...]
    left_out: tuple[str, ...]

    @property
    def text(self) -> str:
        """Everything of the article that students can read, folded for looking words up."""
        lines = (line.text for paragraph in self.paragraphs for line in paragraph)
        return folded_text(" ".join((self.headline, *lines)))


class Blinder:
    """Replaces the tells of one comparison, in its articles and in any other text."""

    def __init__(self, comparison: Comparison, hide: Iterable[str] = ()) -> None:
        documents = [article.document for article in comparison.articles]
        names = giveaways_of(documents, [document.text for document in documents])
        asked = hidden_words(hide)
        self.hiding = frozenset(tell.what for tell in asked)
        self.known: tuple[Giveaway, ...] = (*names, *asked)
        own, self.unsure = self._staff(documents)
        self.reporters = (*_by_line(documents), *own)
        self.known = (*self.known, *reporter_giveaways(own))
        self._edits = {article.letter: self._of_article(article) for article in comparison.articles}
        self._articles = {article.letter: article for article in comparison.articles}

    def text(self, text: str, letter: str = "") -> str:
        """A text with every tell and every address replaced; that of an article with its letter."""
        while (edits := self._found(text, letter)) and text != (
            blind := _applied(text, edits, 0, len(text))
        ):
            text = blind
        return text

    def words(self, letter: str, span: Span) -> str:
        """The words of a span as they stand in the student copy, white space made plain.

        A replacement that reaches beyond the span is given whole.
        """
        edits = [edit for edit in self._edits[letter] if edit.span.overlaps(span)]
        start = min([span.start, *(edit.span.start for edit in edits)])
        end = max([span.end, *(edit.span.end for edit in edits)])
        text = self._articles[letter].document.text
        return self.text(" ".join(_applied(text, edits, start, end).split()))

    def leaks(self, text: str) -> tuple[str, ...]:
        """What in `text` would give an outlet or a reporter away."""
        return tuple(self.tally(text))

    def tally(self, text: str, *, sure: bool = False) -> Counter[str]:
        """The same, with how often each stands there; only the `sure` ones need no neighbours."""
        known = self.known if not sure else [t for t in self.known if t.use is NameUse.ANY]
        return leaks(text, known)

    def copies(self) -> tuple[StudentCopy, ...]:
        """All articles as students see them, in the order of the comparison."""
        return tuple(self._copy(article) for article in self._articles.values())

    def _staff(self, documents: Sequence[Document]) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        """Whom the articles name as their own, and those of them whom other articles name too."""
        sure: dict[Name, None] = {}
        unsure: dict[Name, None] = {}
        for document in documents:
            extras = "\n".join(extra.text for extra in document.extras)
            blind = self.text(
                f"{document.headline or ''}\n{document.text}\n{extras}", document.letter
            )
            others = [folded_text(other.text) for other in documents if other is not document]
            for name in staff_names(blind):
                shared = any(folded_text(" ".join(name)) in text for text in others)
                (unsure if shared else sure)[name] = None
        return tuple(sure), tuple(unsure)

    def _of_article(self, article: Article) -> tuple[BlindEdit, ...]:
        """Replacements, and the parts of a line that are no part of the story taken out."""
        text = article.document.text
        cut = [
            BlindEdit(span=aside.span, words=aside.span.of(text), instead="")
            for aside in article.asides
        ]
        taken = list(cut)
        for edit in self._found(text, article.letter):
            if not any(edit.span.overlaps(other.span) for other in taken):
                taken.append(edit)
        return tuple(sorted(taken, key=lambda edit: edit.span))

    def _found(self, text: str, letter: str = "") -> tuple[BlindEdit, ...]:
        """The replacements in a text, which is that of an article when a letter is given."""
        edits: list[BlindEdit] = []

        def replace(span: Span, instead: str) -> None:
            if not any(span.overlaps(edit.span) for edit in edits):
                edits.append(BlindEdit(span=span, words=span.of(text), instead=instead))

        for match in _ADDRESS.finditer(text):
            replace(Span(*match.span()), ADDRESS)
        for match in self_mentions(text):
            own = f"Outlet {letter}" if letter else THIS_OUTLET
            replace(Span(*match.span()), own + " " * match.group().endswith(" "))
        # An outlet may be called "A", or "Outlet": what was replaced is not replaced again.
        done = [Span(*match.span()) for match in _REPLACED.finditer(text)]
        known = [tell for tell in self.known if letter or not tell.articles_only]
        found = [(span, tell) for tell in known for span in tell.spans(text)]
        found.sort(key=lambda each: (-(each[0].end - each[0].start), each[1].letter != letter))
        for span, tell in found:
            if not any(own.contains(span) for own in done):
                replace(*self._instead(tell, text, span))
        return tuple(sorted(edits, key=lambda edit: edit.span))

    def _instead(self, tell: Giveaway, text: str, span: Span) -> tuple[Span, str]:
        """The span to replace, with an article before the tell, and what stands there instead."""
        article = _ARTICLE.search(text, max(0, span.start - _LONGEST_ARTICLE), span.start)
        before = article.group().split()[0] if article else ""
        if tell.what in self.hiding:
            return span, HIDDEN
        wider = Span(article.start(), span.end) if article else span
        if not tell.letter:
            return wider, REPORTER
        name = f"Outlet {tell.letter}"
        if before.lower() in ("a", "an"):
            return wider, f"{'An' if before[0] == 'A' else 'an'} {name}"
        return wider, name

    def _copy(self, article: Article) -> StudentCopy:
        document = article.document
        paragraphs: list[list[CopyLine]] = []
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
            paragraphs[-1].append(CopyLine(number=number, sentence=sentence.id, text=shown))
        return StudentCopy(
            letter=article.letter,
            headline=self.text(document.headline or "", article.letter),
            when=_when(article),
            paragraphs=tuple(tuple(lines) for lines in paragraphs),
            edits=self._edits[article.letter],
            left_out=tuple(left_out),
        )


def _by_line(documents: Iterable[Document]) -> tuple[Name, ...]:
    found = (name for document in documents for name in reporters(document.byline or ""))
    return tuple(dict.fromkeys(found))


def _applied(text: str, edits: Sequence[BlindEdit], start: int, end: int) -> str:
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
