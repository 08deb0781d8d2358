"""Mentions as a table: one row for each place where an article states a fact."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from compare.formats.grid import said_by
from compare.formats.highlights import paragraph_of
from compare.formats.withheld import shown_words
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.text.control_characters import harmless

COLUMNS = (
    "fact",
    "number",
    "label",
    "said_by",
    "article",
    "outlet",
    "place",
    "sentence",
    "paragraph",
    "start",
    "end",
    "mode",
    "extent",
    "words",
)

# A spreadsheet takes a cell that starts so for a formula, or looks behind the white space.
_FORMULA = tuple("=+-@|＝＋－＠｜")
_BLANK = ("\t", "\r", "\n")


def dump(comparison: Comparison) -> bytes:
    """The table as UTF-8 with a byte order mark, which spreadsheets need, and CRLF line ends.

    Cells that a spreadsheet would run as a formula get an apostrophe in front.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for fact in comparison.facts:
        outlets = len(said_by(comparison, fact))
        for cells in (
            *_mentions(comparison, fact, outlets),
            *_headlines(comparison, fact, outlets),
        ):
            writer.writerow([safe(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig", "replace")


def _mentions(comparison: Comparison, fact: Fact, outlets: int) -> Iterator[tuple[object, ...]]:
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


def _headlines(comparison: Comparison, fact: Fact, outlets: int) -> Iterator[tuple[object, ...]]:
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
            "",
            "",
            headline.span.start,
            headline.span.end,
            "",
            "",
            headline.span.of(document.headline or ""),
        )


def safe(cell: object) -> object:
    """The cell, of which a text is made safe for a spreadsheet."""
    return cell_text(cell) if isinstance(cell, str) else cell


def cell_text(text: str) -> str:
    """The text without control characters, after an apostrophe where a spreadsheet would run it."""
    text = harmless(text)
    runs = text.startswith(_BLANK) or text.lstrip().startswith(_FORMULA)
    return f"'{text}" if runs else text
