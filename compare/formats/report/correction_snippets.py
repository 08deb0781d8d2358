"""Lines of a corrections file, to be pasted: what sets a finding aside or takes it apart."""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct

from compare.formats.correction_names import as_toml, quote_name
from compare.formats.fact_names import fact_name
from compare.formats.figure_lines import numbered_figures, question
from compare.formats.quote_versions import UNCHANGED
from compare.formats.report.references import References
from compare.formats.screen import shorten
from compare.model.comparison import Comparison
from compare.model.corrections import UNNAMED
from compare.model.findings import FigureRelation

# So many facts have their lines in the report; 'storydiff show' names the ids of the others.
_MOST_FACTS = 12


class CorrectionSnippets(Struct, frozen=True, kw_only=True, gc=False):
    """Lines of a corrections file, and how many facts of two or more outlets have none.

    `lines` is TOML that is a whole corrections file as it stands: what is not meant is to be
    deleted. A comment over each correction says what it is about. Sentences have their ids, which
    hold for this order of the articles.
    """

    lines: str
    left_out: int


def correction_snippets(comparison: Comparison, refs: References) -> CorrectionSnippets:
    """Return the lines with which a reader can put the comparison right."""
    return CorrectionSnippets(
        lines="\n".join(_blocks(comparison, refs)),
        left_out=max(0, sum(fact.shared for fact in comparison.facts) - _MOST_FACTS),
    )


def _blocks(comparison: Comparison, refs: References) -> Iterator[str]:
    for _, group in numbered_figures(comparison):
        if group.relation is not FigureRelation.AGREE:
            yield _ignore(question(group), "finding", group.id)
    for quotes in comparison.quote_groups:
        if quotes.change not in UNCHANGED:
            yield _ignore(f"Words of {quotes.speaker or 'someone'}", "finding", quotes.id)
            name = as_toml(quote_name(comparison, quotes.fullest))
            about = _comment(f"Said by {quotes.speaker or 'someone'}")
            yield f'# {about}\n[[speaker]]\nquote = {name}\nspeaker = "{UNNAMED}"\n'
    shared = [row.fact for row in refs.rows if row.fact.shared and row.fact.id not in refs.bare]
    for fact in shared[:_MOST_FACTS]:
        first: dict[str, str] = {}
        for mention in fact.mentions:
            first.setdefault(mention.article, mention.sentence)
        sentences = json.dumps([list(first.values())[-1]])
        yield (
            f"# {fact.ordinal} {_comment(fact_name(comparison, fact))}\n"
            f'[[split]]\nfact = "{fact.id}"\nsentences = {sentences}\n'
        )


def _ignore(about: str, key: str, name: str) -> str:
    return f'# {_comment(about)}\n[[ignore]]\n{key} = "{name}"\n'


def _comment(words: str) -> str:
    """Words on one line that TOML allows in a comment."""
    return "".join(char for char in shorten(words, limit=40) if char.isprintable())
