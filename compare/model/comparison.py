"""The root of a result: articles, facts, the grid, the findings; every reference is checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import TypeVar

from compare.model.accounts import Account as Account
from compare.model.articles import Article, Sentence
from compare.model.consistency import check_consistency, check_whole
from compare.model.facts import Coverage, Fact, Mention
from compare.model.findings import (
    Absence,
    Citation,
    Conflict,
    Differences,
    Digest,
    Evidence,
    FigureGroup,
    Headline,
    LedgerRow,
    Placement,
    Prominence,
    QuoteGroup,
    Reading,
    Reuse,
    Wording,
    differences,
)
from compare.model.notebook import NotebookMethods
from compare.model.options import Options
from compare.model.quotes import Quote
from compare.model.reader import ReaderUse
from compare.model.references import Names, check_references
from compare.model.story import Skipped as Skipped
from compare.model.story import StoryInfo as StoryInfo
from compare.model.story import ToolInfo as ToolInfo
from compare.model.words import Agency, Certainty, Contrast, HeadlineWords, Naming, Profile

K = TypeVar("K")
V = TypeVar("V")

SCHEMA = "urn:storydiff:comparison:1.2"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Findings:
    """What a reader should look at, kind by kind; the one list of the kinds.

    A comparison, its file and the step that finds all of it have these fields. What a finding
    refers to is checked by the types of its fields (`model.references`).
    """

    figures: tuple[FigureGroup, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    absences: tuple[Absence, ...] = ()
    wordings: tuple[Wording, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    naming: tuple[Naming, ...] = ()
    agency: tuple[Agency, ...] = ()
    certainty: tuple[Certainty, ...] = ()
    headline_words: tuple[HeadlineWords, ...] = ()
    profiles: tuple[Profile, ...] = ()
    quote_groups: tuple[QuoteGroup, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    citations: tuple[Citation, ...] = ()
    headlines: tuple[Headline, ...] = ()
    prominence: tuple[Prominence, ...] = ()
    placements: tuple[Placement, ...] = ()
    digests: tuple[Digest, ...] = ()


@dataclass(frozen=True, slots=True, weakref_slot=True, kw_only=True, repr=False)
class Comparison(Findings, NotebookMethods):
    """Several reports of one event, compared. Building one checks every id and every evidence."""

    tool: ToolInfo
    options: Options
    story: StoryInfo
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    coverage: tuple[Coverage, ...]
    accounts: tuple[Account, ...]
    reader: ReaderUse | None = None
    schema: str = SCHEMA
    offset_unit: str = "code point"
    _articles: dict[str, Article] = field(init=False, repr=False, compare=False)
    _facts: dict[str, Fact] = field(init=False, repr=False, compare=False)
    _quotes: dict[str, tuple[str, Quote]] = field(init=False, repr=False, compare=False)
    _sentences: dict[str, tuple[str, Sentence]] = field(init=False, repr=False, compare=False)
    _cells: dict[tuple[str, str], Coverage] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        quotes = ((q.id, (a.letter, q)) for a in self.articles for q in a.quotes)
        sentences = ((s.id, (a.letter, s)) for a in self.articles for s in a.sentences)
        indexes = {
            "_articles": _unique(((a.letter, a) for a in self.articles), "article"),
            "_facts": _unique(((f.id, f) for f in self.facts), "fact"),
            "_quotes": _unique(quotes, "quote"),
            "_cells": _unique((((c.fact, c.article), c) for c in self.coverage), "coverage cell"),
            "_sentences": dict(sentences),
        }
        for name, index in indexes.items():
            object.__setattr__(self, name, index)
        self._check()

    def _check(self) -> None:
        """Raise ValueError, with its path, for the first id or evidence that is wrong."""
        figures = ((f.id, a.letter) for a in self.articles for f in a.figures)
        names = Names(
            articles=self._articles,
            facts=self._facts,
            sentences=self._sentences,
            quotes={name: letter for name, (letter, _) in self._quotes.items()},
            figures=_unique(figures, "figure"),
        )
        _unique(((fact.ordinal, fact) for fact in self.facts), "ordinal")
        _unique(((group.id, group) for group in self.figures), "figure group")
        _unique(((conflict.id, conflict) for conflict in self.conflicts), "conflict")
        _unique(((group.id, group) for group in self.quote_groups), "quote group")
        check_whole(self)
        for name in _CHECKED:
            for number, value in enumerate(getattr(self, name)):
                where = f"{name}[{number}]"
                check_references(value, names, where)
                check_consistency(self, value, where)
        for number, correction in enumerate(self.story.corrections):
            check_references(correction, names, f"story.corrections[{number}]")
        for number, one in enumerate(self.reader.disagreements if self.reader else ()):
            check_references(one, names, f"reader.disagreements[{number}]")

    @property
    def differences(self) -> Differences:
        """How many conflicts differ, changed with time, or speak of different things."""
        return differences(self.conflicts)

    def article(self, letter: str) -> Article:
        """The article with this letter; KeyError if there is none."""
        return self._articles[letter]

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id; KeyError if there is none."""
        return self._facts[fact_id]

    def quote(self, quote_id: str) -> Quote:
        """The quote with this id; KeyError if there is none."""
        return self._quotes[quote_id][1]

    def article_of(self, quote_id: str) -> Article:
        """The article that prints this quote; KeyError if there is none."""
        return self.article(self._quotes[quote_id][0])

    def cell(self, fact_id: str, letter: str) -> Coverage:
        """How the article carries the fact."""
        return self._cells[fact_id, letter]

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence with this id, of whichever article; KeyError if there is none."""
        return self._sentences[sentence_id][1]

    def text_of(self, place: Mention | Evidence | Reading) -> str:
        """The exact words of a mention, of evidence or of a reading."""
        return self.article(place.article).words_of(place.span)


def _unique(pairs: Iterable[tuple[K, V]], what: str) -> dict[K, V]:
    index: dict[K, V] = {}
    for key, value in pairs:
        if key in index:
            raise ValueError(f"two of kind {what} share the id {key}")
        index[key] = value
    return index


_CHECKED = ("facts", "coverage", "accounts", *(spec.name for spec in fields(Findings)))
