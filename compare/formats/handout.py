"""A comparison for people who do not read HTML: a page or two of plain sections and the grid.

A handout is a list of sections with entries, whoever chose them; Word and PDF files are made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.formats.fact_names import fact_name
from compare.formats.figure_lines import answers, numbered_figures, question, relation_reason
from compare.formats.grid import Cell, Sign, copy_lines, shown_rows
from compare.formats.highlights import nothing_found, skipped_text
from compare.formats.quote_versions import UNCHANGED, change_of, quoted_words
from compare.formats.screen import shorten
from compare.formats.summary.sections import chosen_sections
from compare.formats.word_lines import SectionEntry
from compare.model.comparison import Comparison
from compare.model.findings import FigureRelation

_FACTS = 20
_QUOTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSection:
    """Entries under a heading; `none_found` is said where there are none."""

    heading: str
    entries: tuple[SectionEntry, ...]
    none_found: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutGrid:
    """Facts with what each outlet has of them in words or a figure, as rows of a table.

    `left_out` tells of facts that have no row, and is empty where all have one.
    """

    letters: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    left_out: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """The whole; `source` names the program."""

    title: str
    notice: str
    sections: tuple[HandoutSection, ...]
    grid: HandoutGrid
    source: str


def handout(comparison: Comparison) -> Handout:
    """The brief form of a summary, then figures and quotations that differ, and the grid."""
    return Handout(
        title=comparison.story.title,
        notice=comparison.story.notice or "",
        sections=(
            *_brief(comparison),
            HandoutSection(
                heading="Figures",
                entries=tuple(_figures(comparison)),
                none_found=nothing_found(
                    comparison, "No question is answered with different figures."
                ),
            ),
            HandoutSection(
                heading="Quotations that were changed",
                entries=tuple(_quotes(comparison))[:_QUOTES],
                none_found=nothing_found(comparison, "No quotation was found changed."),
            ),
            HandoutSection(
                heading="Keep in mind",
                entries=tuple(SectionEntry(head=line) for line in _care(comparison)),
                none_found="Differences are not errors.",
            ),
        ),
        grid=_grid(comparison),
        source=f"Made by {comparison.tool.name} {comparison.tool.version}.",
    )


def _brief(comparison: Comparison) -> Iterator[HandoutSection]:
    """The sections of the brief form but its notes, which the handout has at its end."""
    for section in chosen_sections((), brief=True):
        if section.entries is not None and section.name != "notes":
            yield HandoutSection(
                heading=section.heading,
                entries=tuple(section.entries(comparison)),
                none_found=nothing_found(comparison, section.none_found),
            )


def _figures(comparison: Comparison) -> Iterator[SectionEntry]:
    for _, group in numbered_figures(comparison):
        if group.relation is not FigureRelation.AGREE:
            told = "; ".join(f"{letter} {words}" for letter, words in answers(comparison, group))
            yield SectionEntry(
                head=f"{question(group)} {told}", more=tuple(filter(None, [relation_reason(group)]))
            )


def _quotes(comparison: Comparison) -> Iterator[SectionEntry]:
    for group in comparison.quote_groups:
        if group.change not in UNCHANGED:
            yield SectionEntry(
                head=group.speaker or "Unnamed speaker",
                more=tuple(
                    f"{m.article}: {change_of(comparison, group, m)}: "
                    f"{quoted_words(comparison, m.quote)}"
                    for m in group.members
                ),
            )


def _care(comparison: Comparison) -> Iterator[str]:
    yield "Differences are not errors: an article may be short, early, or for other readers."
    yield from copy_lines(comparison)
    yield from comparison.story.warnings
    yield from map(skipped_text, comparison.story.skipped)


def _grid(comparison: Comparison) -> HandoutGrid:
    every = [row for row in shown_rows(comparison) if len(row.said_by) > 1]
    left = len(every) - len(every[:_FACTS])
    return HandoutGrid(
        letters=tuple(article.letter for article in comparison.articles),
        rows=tuple(
            (shorten(fact_name(comparison, row.fact)), tuple(map(cell_words, row.cells)))
            for row in every[:_FACTS]
        ),
        left_out=f"{left} more facts stand in two or more articles." if left else "",
    )


def cell_words(cell: Cell) -> str:
    """What an outlet has of a fact: its figure, or in a word how it carries the fact."""
    if cell.figure:
        return f"{cell.figure} (differs)" if cell.clash else cell.figure
    return {
        Sign.STATED: "yes",
        Sign.PARTLY: "partly",
        Sign.GUARDED: "attributed",
        Sign.HEADLINE: "headline",
        Sign.PERHAPS: "perhaps",
        Sign.NOT_FOUND: "–",
    }[cell.sign]
