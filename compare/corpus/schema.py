"""The tables of a corpus: one definition for Parquet, SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass

from compare.formats.tables import TABLES, TableHead, integer, text


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusTable(TableHead):
    """A table whose first column names the item of work that a row comes from.

    `index` are columns that are looked things up by, `search` those whose words can be searched.
    """

    index: tuple[str, ...] = ()
    search: tuple[str, ...] = ()


_EVENT = text("event", "The lasting id of the event.")
_ID = text("article_id", "The lasting id of the article.")

ARTICLES = CorpusTable(
    name="articles",
    help="One row for each article that was read; one that was given twice has one row a time.",
    columns=(
        text("unit", "What it was read from: the digest of a file, a page or a piece of a file."),
        _ID,
        text("outlet", "The outlet."),
        text("headline", "The headline."),
        text("byline", "The byline."),
        text("url", "The address."),
        text("published", "When it was published, ISO 8601 with its zone; a day as midnight."),
        text("language", "The language."),
        text("licence", "The licence, where one is known."),
        text("source", "The file, page or address."),
        integer("words", "How many words the text has."),
        text("sha256", "The SHA-256 of the text."),
        text("text", "The text; every position counts in it."),
        text("document", "The other fields of the document, as JSON."),
    ),
    index=("article_id", "outlet", "published"),
    search=("headline", "text"),
)
EVENTS = CorpusTable(
    name="events",
    help="One row for each article: the event that it belongs to.",
    columns=(
        _EVENT,
        _ID,
        integer("run", "The run in which the article came to the event, from 1."),
    ),
    index=("event", "article_id"),
)
CHANGES = CorpusTable(
    name="changes",
    help="What each run changed: events that are new, grew, split, merged or ended.",
    columns=(
        integer("run", "The run, from 1."),
        text("kind", "new, grown, split, merged or ended."),
        _EVENT,
        text("other", "split: the event that it was part of; merged: the event that went into it."),
        text("article_id", "grown: the article that came to it."),
    ),
    index=("event",),
)
COPIES = CorpusTable(
    name="copies",
    help="One row for each article that shares most of its words with others of its event.",
    columns=(
        _EVENT,
        text("copy", "The first article of the group, by time."),
        _ID,
    ),
    index=("event", "article_id"),
)
COMPARISONS = CorpusTable(
    name="comparisons",
    help="One row for each event that was compared.",
    columns=(
        _EVENT,
        text("title", "The headline of the earliest article."),
        integer("articles", "How many articles were compared."),
        integer("outlets", "How many outlets they are of."),
        integer("left_out", "How many articles of the event were not compared: copies."),
        integer("facts", "How many facts were found."),
        integer("shared", "How many of them two or more articles state."),
        integer("differences", "How many differences are worth a look."),
        text("first", "When the earliest article was published."),
        text("last", "When the latest article was published."),
        text("warnings", "What a reader must know, a sentence a line."),
    ),
    index=("event",),
    search=("title",),
)
FAILURES = CorpusTable(
    name="failures",
    help="One row for each document or event that could not be done, with the reason.",
    columns=(
        text("item", "The unit or the event."),
        text("stage", "reading or comparing."),
        text("source", "The file, page, address or event."),
        text("kind", "The name of the error."),
        text("message", "What is wrong and what to do."),
    ),
)

_SEARCHED = {"facts": ("label",), "mentions": ("words",), "quotes": ("speaker", "words")}


def _of_event(name: str) -> CorpusTable:
    """A table of one comparison, with the event before its columns and the article behind them."""
    table = TABLES[name]
    has_article = "article" in table.header
    return CorpusTable(
        name=name,
        help=table.help,
        columns=(_EVENT, *table.columns, *((_ID,) if has_article else ())),
        index=("event", *(("article_id",) if has_article else ())),
        search=_SEARCHED.get(name, ()),
    )


OF_A_COMPARISON = tuple(TABLES)
SCHEMA = {
    table.name: table
    for table in (
        ARTICLES,
        EVENTS,
        CHANGES,
        COPIES,
        COMPARISONS,
        *map(_of_event, OF_A_COMPARISON),
        FAILURES,
    )
}
