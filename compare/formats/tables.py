"""A comparison as tables: one definition of each, for CSV, frames, Parquet and databases.

A table has fixed columns with a type and a sentence of help; its rows are made of a comparison.
The grid is no table of this kind, as its columns are the outlets; `grid_table` makes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from compare.formats.figure_lines import numbered_figures
from compare.formats.grid import row, rows, said_by
from compare.formats.highlights import paragraph_of
from compare.formats.withheld_words import shown_words, with_filler_noted
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.findings import QuoteGroup, QuoteMember

Cell = str | int | float | bool | None
Rows = Iterator[tuple[Cell, ...]]


class ColumnType(StrEnum):
    """What the cells of a column are; any cell may also be missing."""

    TEXT = "text"
    INTEGER = "integer"
    REAL = "real"
    BOOLEAN = "boolean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table; `help` says in a sentence what it holds."""

    name: str
    type: ColumnType
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHead:
    """The name of a table and its columns; `help` says in a sentence what a row is."""

    name: str
    help: str
    columns: tuple[Column, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(TableHead):
    """A table of a comparison; `rows` gives cells in the order of `columns`."""

    rows: Callable[[Comparison], Rows]


def text(name: str, help: str) -> Column:
    """A column of text."""
    return Column(name=name, type=ColumnType.TEXT, help=help)


def integer(name: str, help: str) -> Column:
    """A column of whole numbers."""
    return Column(name=name, type=ColumnType.INTEGER, help=help)


def real(name: str, help: str) -> Column:
    """A column of numbers."""
    return Column(name=name, type=ColumnType.REAL, help=help)


def boolean(name: str, help: str) -> Column:
    """A column of true and false."""
    return Column(name=name, type=ColumnType.BOOLEAN, help=help)


_FACT = text("fact", "The lasting id of the fact.")
_ARTICLE = text("article", "The letter of the article in its comparison.")
_OUTLET = text("outlet", "The outlet of the article.")
_START = integer("start", "Where the words begin, in code points of the article's text.")
_END = integer("end", "Where the words end, in code points of the article's text.")


def grid_table(comparison: Comparison) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
    """Columns and rows of the grid: a row for each fact, a column for each outlet.

    A cell is the sign of the grid in words, "stated" or "not found". Outlets with more than one
    article have the letter beside their name.
    """
    outlets = [article.document.outlet for article in comparison.articles]
    names = [
        f"{article.document.outlet} ({article.letter})"
        if outlets.count(article.document.outlet) > 1 or article.document.outlet in _GRID_HEAD
        else article.document.outlet
        for article in comparison.articles
    ]
    columns = (
        _FACT,
        text("number", "The number of the fact in this comparison."),
        text("label", "The clearest wording that was found."),
        integer("said_by", "How many articles carry the fact."),
        *(text(name, f"How {name} carries the fact.") for name in names),
    )
    found: list[tuple[Cell, ...]] = [
        (
            one.fact.id,
            one.fact.ordinal,
            with_filler_noted(one.fact.label),
            len(one.said_by),
            *(cell.sign.value for cell in one.cells),
        )
        for one in rows(comparison)
    ]
    return columns, found


_GRID_HEAD = ("fact", "number", "label", "said_by")


def _facts(comparison: Comparison) -> Rows:
    for fact in comparison.facts:
        found = row(comparison, fact)
        yield (
            fact.id,
            fact.ordinal,
            with_filler_noted(fact.label),
            len(found.said_by),
            found.voices,
            len(comparison.articles),
            " ".join(found.said_by),
        )


def _coverage(comparison: Comparison) -> Rows:
    for fact in comparison.facts:
        for article in comparison.articles:
            cell = comparison.cell(fact.id, article.letter)
            yield (
                fact.id,
                article.letter,
                article.document.outlet,
                cell.state.value,
                cell.state.carries,
                cell.first,
            )


def _mentions(comparison: Comparison) -> Rows:
    for fact in comparison.facts:
        outlets = len(said_by(comparison, fact))
        yield from _in_texts(comparison, fact, outlets)
        yield from _in_headlines(comparison, fact, outlets)


def _in_texts(comparison: Comparison, fact: Fact, outlets: int) -> Rows:
    for mention in fact.mentions:
        article = comparison.article(mention.article)
        yield (
            fact.id,
            fact.ordinal,
            fact.label,
            outlets,
            mention.article,
            article.document.outlet,
            "text",
            mention.sentence,
            paragraph_of(article, mention.sentence)[0],
            mention.span.start,
            mention.span.end,
            mention.mode.value,
            mention.extent.value,
            shown_words(article, mention.span),
        )


def _in_headlines(comparison: Comparison, fact: Fact, outlets: int) -> Rows:
    for headline in fact.headlines:
        document = comparison.article(headline.article).document
        yield (
            fact.id,
            fact.ordinal,
            fact.label,
            outlets,
            headline.article,
            document.outlet,
            "headline",
            None,
            None,
            headline.span.start,
            headline.span.end,
            None,
            None,
            headline.span.of(document.headline or ""),
        )


def _figures(comparison: Comparison) -> Rows:
    for number, group in numbered_figures(comparison):
        for reading in group.readings:
            yield (
                group.id,
                number,
                group.question,
                group.relation.value,
                group.why,
                reading.article,
                comparison.article(reading.article).document.outlet,
                with_filler_noted(reading.text),
                reading.value,
                reading.hedge,
                reading.source,
                reading.published.isoformat() if reading.published else None,
                reading.sentence,
                reading.span.start,
                reading.span.end,
                " ".join(group.facts),
            )


def _quotes(comparison: Comparison) -> Rows:
    groups: dict[str, tuple[QuoteGroup, QuoteMember]] = {
        member.quote: (group, member)
        for group in comparison.quote_groups
        for member in group.members
    }
    for article in comparison.articles:
        for quote in article.quotes:
            group, member = groups.get(quote.id, (None, None))
            speaker = quote.speaker
            yield (
                quote.id,
                group.id if group else None,
                member.change.value if member else None,
                article.letter,
                article.document.outlet,
                quote.kind.value,
                speaker.name if speaker else None,
                speaker.role if speaker else None,
                speaker.group.value if speaker else None,
                " … ".join(shown_words(article, part) for part in quote.parts),
                shown_words(article, quote.cue) if quote.cue else None,
                quote.parts[0].start,
                quote.parts[-1].end,
                " ".join(f"{part.start}:{part.end}" for part in quote.parts),
            )


def _conflicts(comparison: Comparison) -> Rows:
    for conflict in comparison.conflicts:
        for evidence in conflict.evidence:
            yield (
                conflict.id,
                conflict.kind.value,
                conflict.question,
                conflict.why,
                conflict.fact,
                evidence.article,
                comparison.article(evidence.article).document.outlet,
                evidence.span.start,
                evidence.span.end,
                with_filler_noted(evidence.text),
            )


FACTS = Table(
    name="facts",
    help="One row for each fact.",
    columns=(
        _FACT,
        text("number", "The number of the fact in this comparison."),
        text("label", "The clearest wording that was found."),
        integer("said_by", "How many articles carry the fact."),
        integer("wordings", "How many independent wordings there are; shared copy counts once."),
        integer("articles", "How many articles were compared."),
        text("letters", "The letters of the articles that carry it."),
    ),
    rows=_facts,
)
COVERAGE = Table(
    name="coverage",
    help="One row for each fact and article: the grid in long form.",
    columns=(
        _FACT,
        _ARTICLE,
        _OUTLET,
        text("state", "How the article carries the fact."),
        boolean("carries", "True when the article surely carries the fact."),
        real("first", "Where it first states the fact, 0 at the top, 1 at the end."),
    ),
    rows=_coverage,
)
MENTIONS = Table(
    name="mentions",
    help="One row for each place where an article states a fact.",
    columns=(
        _FACT,
        text("number", "The number of the fact in this comparison."),
        text("label", "The clearest wording that was found."),
        integer("said_by", "How many articles carry the fact."),
        _ARTICLE,
        _OUTLET,
        text("place", "text, or headline, where positions count in the headline."),
        text("sentence", "The id of the sentence; missing for a headline."),
        integer("paragraph", "The paragraph of the story, from 1; missing for a headline."),
        _START,
        _END,
        text("mode", "asserted, attributed, hedged or quoted; missing for a headline."),
        text("extent", "full or partial; missing for a headline."),
        text("words", "The words that state the fact."),
    ),
    rows=_mentions,
)
FIGURES = Table(
    name="figures",
    help="One row for each article that answers a question with a figure.",
    columns=(
        text("figure", "The lasting id of the question."),
        text("number", "The number of the question in this comparison."),
        text("question", "What two or more articles answer."),
        text("relation", "agree, compatible, later, scope or clash; of all answers together."),
        text("why", "Why the answers stand in this relation."),
        _ARTICLE,
        _OUTLET,
        text("words", "The figure as printed."),
        text("value", "The figure as it was read."),
        text("hedge", "How it is qualified: none, about, at least."),
        text("source", "Who gives the figure, where the article says so."),
        text("published", "When the article was published, ISO 8601."),
        text("sentence", "The id of the sentence."),
        _START,
        _END,
        text("facts", "The ids of the facts that the question belongs to."),
    ),
    rows=_figures,
)
QUOTES = Table(
    name="quotes",
    help="One row for each quotation of each article.",
    columns=(
        text("quote", "The id of the quotation."),
        text("utterance", "The id of the utterance, where two or more articles print it."),
        text("change", "What happened to it against the fullest version of the utterance."),
        _ARTICLE,
        _OUTLET,
        text("kind", "direct, mixed or indirect."),
        text("speaker", "Who is given as the speaker; missing where nothing bears out a name."),
        text("role", "The role of the speaker, as the article has it."),
        text("voice", "official, expert, witness, affected and so on."),
        text("words", "The words said; parts are joined by an ellipsis."),
        text("cue", "The reporting verb or its like."),
        _START,
        _END,
        text("parts", "Start and end of each part, as in 120:164 180:201."),
    ),
    rows=_quotes,
)
CONFLICTS = Table(
    name="conflicts",
    help="One row for each place of each difference that is worth a look.",
    columns=(
        text("conflict", "The lasting id of the difference."),
        text("kind", "clash, later, scope, who, when, where, opposite or certainty."),
        text("question", "What the articles differ in."),
        text("why", "In what way they differ."),
        text("fact", "The fact that it belongs to, where there is one."),
        _ARTICLE,
        _OUTLET,
        _START,
        _END,
        text("words", "The words of the article."),
    ),
    rows=_conflicts,
)

TABLES = {table.name: table for table in (FACTS, COVERAGE, MENTIONS, FIGURES, QUOTES, CONFLICTS)}
