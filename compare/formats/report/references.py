"""Where a reader can go from a finding: sentences, facts, near misses, and what was asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from compare.formats.fact_names import fact_name
from compare.formats.grid import bare_facts, rows
from compare.formats.highlights import paragraph_of
from compare.formats.outlet_names import outlet_name
from compare.formats.report.basics import FactRef, NearMiss, Ref
from compare.formats.screen import shorten
from compare.model.comparison import Comparison
from compare.model.facts import Fact, Nearest
from compare.model.findings import Evidence

# Two lines of a table on a small screen.
_LABEL = 90
# Enough to know a fact again by; its label stands in the table and over its wordings.
_BRIEF = 60
# Enough to see what a sentence is about; the whole of it is one press away.
_NEAR = 40


class References:
    """Makes references into one comparison and remembers which sentences need evidence.

    `rows` are the rows of the grid, worked out once for all sections; `bare` are the facts among
    them of which an excerpt shows no words. `places` has the rows of facts that stand side by side.
    """

    def __init__(self, comparison: Comparison, places: Mapping[str, str] | None = None) -> None:
        self.c = comparison
        self._places = places or {}
        self._starts = {a.letter: [s.span.start for s in a.sentences] for a in comparison.articles}
        self.rows = rows(comparison)
        self.bare = frozenset(fact.id for fact in bare_facts(comparison))
        self._carriers = {row.fact.id: row.said_by for row in self.rows}
        self._hints = {
            (absence.fact, absence.article): tuple(hint.value for hint in absence.hints)
            for absence in comparison.absences
        }
        self._names: dict[str, str] = {}
        self._asked: set[str] = set()
        self._paragraphs: dict[str, tuple[int, int]] = {}

    def carriers(self, fact: Fact) -> tuple[str, ...]:
        """The letters of the articles that carry the fact."""
        return self._carriers[fact.id]

    def asked(self) -> tuple[str, ...]:
        """The ids of the sentences referred to so far, in the order of the articles."""
        return tuple(s.id for a in self.c.articles for s in a.sentences if s.id in self._asked)

    def sentence(self, sentence_id: str) -> Ref:
        """A reference to a sentence."""
        self._asked.add(sentence_id)
        letter = sentence_id.partition(".")[0]
        return Ref(
            letter=letter,
            outlet=outlet_name(self.c.article(letter)),
            sentence=sentence_id,
            note=f"e-{sentence_id}",
            place=f"¶{self.paragraph(sentence_id)[0]}",
        )

    def paragraph(self, sentence_id: str) -> tuple[int, int]:
        """The number of the sentence's paragraph, from 1, and of how many of the story."""
        if sentence_id not in self._paragraphs:
            article = self.c.article(sentence_id.partition(".")[0])
            self._paragraphs[sentence_id] = paragraph_of(article, sentence_id)
        return self._paragraphs[sentence_id]

    def evidence(self, evidence: Evidence) -> Ref:
        """A reference to the sentence in which the evidence begins."""
        return self.position(evidence.article, evidence.span.start)

    def quote(self, quote_id: str) -> Ref:
        """A reference to the sentence in which the quoted words begin."""
        letter = quote_id.partition(".")[0]
        return self.position(letter, self.c.quote(quote_id).parts[0].start)

    def position(self, letter: str, at: int) -> Ref:
        """A reference to the sentence that holds a place of the text."""
        index = max(bisect_right(self._starts[letter], at) - 1, 0)
        return self.sentence(self.c.article(letter).sentences[index].id)

    def each_once(self, refs: Iterable[Ref]) -> tuple[Ref, ...]:
        """The references in their order, without repeats."""
        return tuple({ref.sentence: ref for ref in refs}.values())

    def fact(self, fact_id: str) -> FactRef:
        """A fact with a link to its wordings side by side, or to the sentence that has it alone."""
        fact = self.c.fact(fact_id)
        name = self._name(fact)
        target = fact.mentions[0].sentence
        if fact_id not in self.bare:
            target = self._places.get(fact_id, target)
        return FactRef(
            id=fact.id,
            label=shorten(name, limit=_LABEL),
            brief=shorten(name, limit=_BRIEF),
            href=f"#{target}",
        )

    def _name(self, fact: Fact) -> str:
        if fact.id not in self._names:
            self._names[fact.id] = fact_name(self.c, fact)
        return self._names[fact.id]

    def hints(self, fact_id: str, letter: str) -> tuple[str, ...]:
        """Innocent reasons why the article may not carry the fact, if any were found."""
        return self._hints.get((fact_id, letter), ())

    def near(self, letter: str, nearest: Nearest | None) -> NearMiss | None:
        """The near miss of an article as the reader sees it."""
        if nearest is None:
            return None
        return NearMiss(
            ref=self.sentence(nearest.sentence),
            words=shorten(self.c.article(letter).words_of(nearest.span), limit=_NEAR),
            score=f"{nearest.score:.2f}",
        )
