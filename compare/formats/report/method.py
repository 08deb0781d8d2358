"""How the page was made: options, corrections, and where every sentence went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

from msgspec import Struct

from compare.formats.correction_lines import correction_lines
from compare.formats.reader_lines import reader_lines
from compare.formats.report.articles import AccountLine, account_line
from compare.formats.report.basics import OutletColumn
from compare.formats.report.correction_snippets import CorrectionSnippets, correction_snippets
from compare.formats.report.references import References
from compare.formats.report.wording import Counts, counts
from compare.formats.withheld_words import words_shown
from compare.model.comparison import Comparison


class Method(Struct, frozen=True, kw_only=True, gc=False):
    """What was used to make the page; `corrections` are those of the user, `reader` where a
    language model of theirs and the rules differ, a line each.

    `excerpts` tells for each outlet how many words are shown and of how many, if not all are.
    """

    tool: str
    corrections: tuple[str, ...]
    reader: tuple[str, ...]
    marks: CorrectionSnippets
    options: tuple[tuple[str, str, str], ...]
    accounts: tuple[AccountLine, ...]
    counts: Counts
    licence: str
    excerpts: tuple[tuple[OutletColumn, int, int], ...]


def method(comparison: Comparison, refs: References, outlets: Sequence[OutletColumn]) -> Method:
    """Return what was used to make the page of the comparison."""
    return Method(
        tool=f"{comparison.tool.name} {comparison.tool.version}",
        corrections=tuple(correction_lines(comparison)),
        reader=tuple(reader_lines(comparison)),
        marks=correction_snippets(comparison, refs),
        options=tuple(
            (spec.name, str(getattr(comparison.options, spec.name)), spec.metadata["help"])
            for spec in fields(comparison.options)
        ),
        accounts=tuple(
            account_line(account, outlet)
            for account, outlet in zip(comparison.accounts, outlets, strict=True)
        ),
        counts=counts(comparison),
        licence=comparison.story.licence or "",
        excerpts=tuple(
            (outlet, *words_shown(article))
            for outlet, article in zip(outlets, comparison.articles, strict=True)
            if article.document.excerpt
        ),
    )
