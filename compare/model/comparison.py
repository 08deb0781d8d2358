"""The root of a result: articles, facts, the grid, the findings; every reference is checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from compare.model.accounts import Account as Account
from compare.model.accounts import not_tiled
from compare.model.articles import Article, Sentence
from compare.model.corrections import check_corrections
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
    Rung,
    Wording,
    differences,
)
from compare.model.notebook import NotebookMethods
from compare.model.options import Options
from compare.model.quotes import Quote
from compare.model.spans import Span
from compare.model.story import Skipped as Skipped
from compare.model.story import StoryInfo as StoryInfo
from compare.model.story import ToolInfo as ToolInfo
from compare.model.word_places import places
from compare.model.words import Agency, Certainty, Contrast, HeadlineWords, Naming, Profile

K = TypeVar("K")
V = TypeVar("V")

SCHEMA = "urn:storydiff:comparison:1.1"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Comparison(NotebookMethods):
    """Several reports of one event, compared. Building one checks every id and every evidence."""

    tool: ToolInfo
    options: Options
    story: StoryInfo
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]
    coverage: tuple[Coverage, ...]
    accounts: tuple[Account, ...]
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
    schema: str = SCHEMA
    offset_unit: str = "code point"
    _articles: dict[str, Article] = field(init=False, repr=False, compare=False)
    _facts: dict[str, Fact] = field(init=False, repr=False, compare=False)
    _quotes: dict[str, Quote] = field(init=False, repr=False, compare=False)
    _cells: dict[tuple[str, str], Coverage] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        quotes = [quote for article in self.articles for quote in article.quotes]
        indexes = {
            "_articles": _unique(((a.letter, a) for a in self.articles), "article"),
            "_facts": _unique(((f.id, f) for f in self.facts), "fact"),
            "_quotes": _unique(((q.id, q) for q in quotes), "quote"),
            "_cells": _unique((((c.fact, c.article), c) for c in self.coverage), "coverage cell"),
        }
        for name, index in indexes.items():
            object.__setattr__(self, name, index)
        _Checks(self).all()

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
        return self._quotes[quote_id]

    def cell(self, fact_id: str, letter: str) -> Coverage:
        """How the article carries the fact."""
        return self._cells[fact_id, letter]

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence with this id, of whichever article."""
        return self.article(sentence_id.partition(".")[0]).sentence(sentence_id)

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


class _Checks:
    """The walk over all references; raises ValueError with the path of the first wrong one."""

    def __init__(self, comparison: Comparison) -> None:
        self.c = comparison
        self.letters = [article.letter for article in comparison.articles]
        self.order = {letter: place for place, letter in enumerate(self.letters)}
        self.sentences = {s.id: a for a in comparison.articles for s in a.sentences}
        figures = ((f.id, (a.letter, f.span)) for a in comparison.articles for f in a.figures)
        self.figures = _unique(figures, "figure")
        self.quoted = {q.id: a.letter for a in comparison.articles for q in a.quotes}

    def all(self) -> None:
        self.ids()
        self.facts()
        self.grid()
        self.accounts()
        self.findings()
        self.quotes()
        check_corrections(self.c.story.corrections, self.c._facts, self.sentences)

    def fail(self, why: str) -> None:
        raise ValueError(why)

    def ids(self) -> None:
        """Sentences carry the letter of their article; no two findings of a kind share an id."""
        for article in self.c.articles:
            for sentence in article.sentences:
                if not sentence.id.startswith(f"{article.letter}."):
                    self.fail(f"sentence {sentence.id} does not carry the letter {article.letter}")
        _unique(((fact.ordinal, fact) for fact in self.c.facts), "ordinal")
        _unique(((group.id, group) for group in self.c.figures), "figure group")
        _unique(((conflict.id, conflict) for conflict in self.c.conflicts), "conflict")
        _unique(((group.id, group) for group in self.c.quote_groups), "quote group")
        measured = {tuple(m.name for m in profile.measures) for profile in self.c.profiles}
        if len(measured) > 1:
            self.fail("the profiles do not count the same")

    def place(self, where: str, letter: str, sentence: str, span: Span) -> None:
        """The sentence belongs to the article and holds the span."""
        article = self.sentences.get(sentence)
        if article is None or article.letter != letter:
            self.fail(f"{where}: {sentence} is no sentence of article {letter}")
        elif not article.sentence(sentence).span.contains(span):
            self.fail(f"{where}: {span} lies outside {sentence}")

    def evidence(self, where: str, evidence: Evidence) -> None:
        if evidence.article not in self.letters:
            self.fail(f"{where}: there is no article {evidence.article}")
        if self.c.article(evidence.article).words_of(evidence.span) != evidence.text:
            self.fail(f"{where}: the words are not those of the article")

    def fact_id(self, where: str, fact: str | None) -> None:
        if fact is not None and fact not in self.c._facts:
            self.fail(f"{where}: there is no fact {fact}")

    def facts(self) -> None:
        for fact in self.c.facts:
            for mention in (*fact.mentions, *(m for d in fact.details for m in d.mentions)):
                self.place(fact.id, mention.article, mention.sentence, mention.span)
                if mention.source:
                    self.place(fact.id, mention.article, mention.sentence, mention.source)
            for link in fact.links:
                for end in (link.a, link.b):
                    self.place(fact.id, end.article, end.sentence, end.span)
                    if self.order[end.article] != end.document:
                        self.fail(
                            f"{fact.id}: document {end.document} is not article {end.article}"
                        )
            for headline in fact.headlines:
                self.letter(fact.id, headline.article)
                text = self.c.article(headline.article).document.headline or ""
                if headline.span.end > len(text):
                    self.fail(f"{fact.id}: the headline of {headline.article} is shorter")

    def grid(self) -> None:
        wanted = {(fact.id, letter) for fact in self.c.facts for letter in self.letters}
        if set(self.c._cells) != wanted:
            self.fail("coverage is not the full grid of facts and articles")
        for cell in self.c.coverage:
            if cell.nearest is not None:
                near = cell.nearest
                self.place(f"coverage of {cell.fact}", cell.article, near.sentence, near.span)

    def accounts(self) -> None:
        if [account.article for account in self.c.accounts] != self.letters:
            self.fail("there is not one account for each article")
        for account in self.c.accounts:
            listed = [*account.shared, *account.only_here, *account.quotation, *account.aside]
            have = [s.id for s in self.c.article(account.article).sentences]
            if sorted(listed) != sorted(have):
                self.fail(f"the account of article {account.article} does not add up")
            self.statements(account)

    def statements(self, account: Account) -> None:
        """The statements tile the sentences; accounts written before statements have none."""
        for one in account.statements:
            self.place(f"account of {account.article}", account.article, one.sentence, one.span)
            self.fact_id(f"account of {account.article}", one.fact)
        wrong = not_tiled(account, self.c.article(account.article))
        if wrong is not None:
            self.fail(f"the statements of {wrong} do not add up to it")

    def letter(self, where: str, *letters: str) -> None:
        for letter in letters:
            if letter not in self.c._articles:
                self.fail(f"{where}: there is no article {letter}")

    def findings(self) -> None:
        for group in self.c.figures:
            for reading in group.readings:
                self.reading(group.id, reading)
            for fact in group.facts:
                self.fact_id(group.id, fact)
        for conflict in self.c.conflicts:
            self.fact_id(conflict.id, conflict.fact)
            for evidence in conflict.evidence:
                self.evidence(conflict.id, evidence)
        for wording in self.c.wordings:
            self.fact_id("wording", wording.fact)
            for rung in wording.rungs:
                self.rung(wording, rung)
        self.gaps()
        self.sources()
        self.places()
        self.headlines()
        self.words()

    def reading(self, where: str, reading: Reading) -> None:
        """The figure is one of the article and stands at the place given, in these words."""
        self.place(where, reading.article, reading.sentence, reading.span)
        letter, span = self.figures.get(reading.figure, (None, None))
        if letter != reading.article:
            self.fail(f"{where}: {reading.figure} is no figure of article {reading.article}")
        if span != reading.span:
            self.fail(f"{where}: {reading.span} is not where {reading.figure} stands")
        if self.c.text_of(reading) != reading.text:
            self.fail(f"{where}: the words are not those of the article")

    def words(self) -> None:
        c = self.c
        found = (c.contrasts, c.naming, c.agency, c.certainty, c.headline_words, c.profiles)
        for place in places(one for kind in found for one in kind):
            self.letter(place.where, *place.letters)
            for fact in place.facts:
                self.fact_id(place.where, fact)
            for evidence in place.evidence:
                self.evidence(place.where, evidence)

    def rung(self, wording: Wording, rung: Rung) -> None:
        where = f"wording of {wording.fact}"
        for evidence in (rung.evidence, *rung.also):
            self.evidence(where, evidence)
            self.letter(where, *rung.articles)
        if wording.columns and rung.cells and len(rung.cells) != len(wording.columns):
            self.fail(f"{where}: a row has not one cell for each column")
        if not all(rung.evidence.span.contains(cell) for cell in rung.cells if cell):
            self.fail(f"{where}: a cell lies outside its wording")

    def gaps(self) -> None:
        for absence in self.c.absences:
            where = f"absence of {absence.fact} in {absence.article}"
            self.fact_id(where, absence.fact)
            self.letter(where, absence.article, *absence.said_by)
            if len(absence.said_by) < 2 or absence.article in absence.said_by:
                self.fail(f"{where} has no two witnesses")
            if absence.nearest is not None:
                near = absence.nearest
                self.place(where, absence.article, near.sentence, near.span)
        for digest in self.c.digests:
            self.letter("digest", digest.article)
            for fact in (*digest.only_here, *digest.elsewhere):
                self.fact_id(f"digest of {digest.article}", fact)

    def sources(self) -> None:
        for citation in self.c.citations:
            where = f"citation in {citation.article}"
            self.evidence(where, citation.evidence)
            self.letter(where, citation.article, *([citation.cited] if citation.cited else []))
            if citation.evidence.article != citation.article:
                self.fail(f"{where}: its evidence is of article {citation.evidence.article}")
            for sentence in citation.sentences:
                if self.sentences.get(sentence) is not self.c._articles.get(citation.article):
                    self.fail(f"{where}: {sentence} is none of its sentences")
        for reuse in self.c.reuse:
            self.letter("reuse", *reuse.articles)
            if reuse.shares and len(reuse.shares) != len(reuse.articles):
                self.fail("reuse: there is not one share for each article")
            for evidence in (*reuse.evidence, *(e for p in reuse.passages for e in p.evidence)):
                self.evidence("reuse", evidence)
                if evidence.article not in reuse.articles:
                    self.fail(f"reuse: article {evidence.article} is not one of those that share")

    def places(self) -> None:
        for place in self.c.prominence:
            where = f"prominence of {place.fact} in {place.article}"
            self.fact_id(where, place.fact)
            self.letter(where, place.article)
            if place.paragraph is not None and not 1 <= place.paragraph <= place.paragraphs:
                self.fail(f"{where}: there is no paragraph {place.paragraph}")
        for placement in self.c.placements:
            self.fact_id("placement", placement.fact)
            self.letter(f"placement of {placement.fact}", *placement.high, *placement.low)

    def headlines(self) -> None:
        for headline in self.c.headlines:
            where = f"headline of {headline.article}"
            self.letter(where, headline.article)
            for fact in headline.facts:
                self.fact_id(where, fact)
            if any(span.end > len(headline.text) for span in headline.unsupported):
                self.fail(f"{where}: it is shorter than a span in it")
            for evidence in headline.evidence:
                self.evidence(where, evidence)
            if headline.nearest is not None:
                near = headline.nearest
                self.place(where, headline.article, near.sentence, near.span)

    def quote_of(self, where: str, quote: str, letter: str) -> None:
        if quote not in self.quoted:
            self.fail(f"{where}: there is no quote {quote}")
        if self.quoted[quote] != letter:
            self.fail(f"{where}: {quote} is no quote of article {letter}")

    def quotes(self) -> None:
        for group in self.c.quote_groups:
            for member in group.members:
                self.quote_of(group.id, member.quote, member.article)
            if group.fullest not in [member.quote for member in group.members]:
                self.fail(f"{group.id}: the fullest version is not among its members")
            text = self.c.article(self.quoted[group.fullest]).document.text
            for span in (s for member in group.members for s in (*member.kept, *member.lost)):
                if span.end > len(text):
                    self.fail(f"{group.id}: words kept or lost reach beyond the fullest version")
        for row in self.c.ledger:
            where = f"ledger of {row.speaker}"
            if row.evidence is not None:
                self.evidence(where, row.evidence)
            for count in row.counts:
                self.letter(where, count.article)
                for quote in count.quotes:
                    self.quote_of(where, quote, count.article)
