"""A comparison cut down to the sentences that stand as evidence, for texts under copyright."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from compare.formats.grid import said_by
from compare.formats.highlights import paragraph_place
from compare.formats.marked_sentences import marked_sentences
from compare.formats.withheld_words import NOT_SHOWN, mask_words, words_shown
from compare.model.articles import Article, Document
from compare.model.comparison import Comparison
from compare.model.facts import Fact, Mention
from compare.model.findings import Evidence, Reading, Wording
from compare.model.spans import Span

T = TypeVar("T")

# So many words in a row are an expression of the author's; names and figures are shorter.
_RUN = 6
_WORD = re.compile(r"\w+")
# These hold no words of an article.
_WORDLESS = ("tool", "options", "coverage", "accounts", "prominence", "placements", "profiles")


def excerpt_of(comparison: Comparison) -> Comparison:
    """The comparison with the words of its marked sentences only; everything else is filler.

    Spans, ids, counts and accounts stay as they are. An excerpt is given back unchanged.
    """
    if any(article.document.excerpt for article in comparison.articles):
        return comparison
    return _Cut(comparison).comparison()


class _Cut:
    """The cutting of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.c = comparison
        self._marked = marked_sentences(comparison)
        self._texts = {a.letter: self._text(a) for a in comparison.articles}
        self._secret = self._runs_not_shown()

    def comparison(self) -> Comparison:
        """The excerpt, with a sentence on how much it shows among the warnings."""
        done: dict[str, Any] = {
            "articles": tuple(self._article(article) for article in self.c.articles),
            "facts": tuple(self._fact(fact) for fact in self.c.facts),
            "wordings": tuple(self._wordings()),
        }
        for spec in fields(self.c):
            if spec.init and spec.name not in (*done, *_WORDLESS):
                done[spec.name] = self._clean(getattr(self.c, spec.name))
        return _with_warning(replace(self.c, **done))

    def _text(self, article: Article) -> str:
        """The text with filler in place of each sentence that is not marked."""
        text = article.document.text
        for sentence in article.sentences:
            span = sentence.span
            if sentence.id not in self._marked:
                text = text[: span.start] + mask_words(span.of(text)) + text[span.end :]
        return text

    def _runs_not_shown(self) -> frozenset[tuple[str, ...]]:
        """The runs of words that stand in sentences not shown and in nothing that is shown."""
        shown: set[tuple[str, ...]] = set()
        secret: set[tuple[str, ...]] = set()
        for article in self.c.articles:
            shown.update(_runs(article.document.headline or ""))
            for sentence in article.sentences:
                where = shown if sentence.id in self._marked else secret
                where.update(_runs(article.words_of(sentence.span)))
        return frozenset(secret - shown)

    def _article(self, article: Article) -> Article:
        document = article.document
        cut: Document = self._clean(replace(document, text="", sha256="", asides=(), extras=()))
        cut = replace(
            cut,
            text=self._texts[article.letter],
            sha256=document.sha256,
            excerpt=True,
            asides=document.asides,
            standfirst=NOT_SHOWN if document.standfirst else document.standfirst,
            extras=tuple(replace(extra, text=NOT_SHOWN) for extra in document.extras),
        )
        return replace(
            article,
            document=cut,
            quotes=self._clean(article.quotes),
            figures=self._clean(article.figures),
            names=self._clean(article.names),
        )

    def _fact(self, fact: Fact) -> Fact:
        fact = replace(fact, details=self._clean(fact.details))
        if self._is_clean(fact.label) and self._has_label(fact):
            return fact
        shown = next((m for m in fact.mentions if m.sentence in self._marked), None)
        return replace(fact, label=self._words(shown) if shown else self._place(fact))

    def _has_label(self, fact: Fact) -> bool:
        """True when the label comes from a sentence that is shown."""
        label = set(_words(fact.label))
        shown = (m.sentence for m in fact.mentions if m.sentence in self._marked)
        return any(label.issubset(_words(self._sentence(sentence))) for sentence in shown)

    def _sentence(self, sentence: str) -> str:
        article = self.c.article(sentence.partition(".")[0])
        return article.words_of(article.sentence(sentence).span)

    def _words(self, mention: Mention) -> str:
        return " ".join(self.c.text_of(mention).split())

    def _place(self, fact: Fact) -> str:
        """Like "(not shown: B ¶4 of 11)"."""
        first = fact.mentions[0]
        where = f"{first.article} {paragraph_place(self.c, first.article, first.sentence)}"
        more = f" and {len(said_by(self.c, fact)) - 1} more" if fact.shared else ""
        return f"{NOT_SHOWN[:-1]}: {where}{more})"

    def _wordings(self) -> Iterator[Wording]:
        """The wordings with two or more rows that are shown."""
        for wording in self.c.wordings:
            rungs = tuple(r for r in wording.rungs if self._is_shown(r.evidence))
            if len(rungs) > 1:
                yield self._clean(replace(wording, rungs=rungs))

    def _is_shown(self, evidence: Evidence) -> bool:
        return evidence.text == evidence.span.of(self._texts[evidence.article])

    def _clean(self, value: T) -> T:
        """The value with filler for words of places, and nothing in any text that is not shown."""
        return cast("T", self._cleaned(value))

    def _cleaned(self, value: object) -> object:
        if type(value) is str:
            return value if self._is_clean(value) else NOT_SHOWN
        if isinstance(value, tuple):
            return tuple(self._cleaned(one) for one in value)
        if isinstance(value, Span) or not is_dataclass(value) or isinstance(value, type):
            return value
        parts = {
            spec.name: self._cleaned(getattr(value, spec.name))
            for spec in fields(value)
            if spec.init
        }
        if isinstance(value, Evidence | Reading):
            parts["text"] = value.span.of(self._texts[value.article])
        return replace(value, **parts)

    def _is_clean(self, text: str) -> bool:
        return self._secret.isdisjoint(_runs(text))


def _with_warning(comparison: Comparison) -> Comparison:
    counts = [words_shown(article) for article in comparison.articles]
    shown, whole = sum(some for some, _ in counts), sum(every for _, every in counts)
    told = (
        f"These are excerpts: {shown:,} of {whole:,} words are shown, those that stand as "
        "evidence. Read the articles at the outlets."
    )
    story = replace(comparison.story, warnings=(*comparison.story.warnings, told))
    return replace(comparison, story=story)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    """Every run of so many words of the text that it makes up an expression."""
    words = _words(text)
    return zip(*(words[start:] for start in range(_RUN)), strict=False)
