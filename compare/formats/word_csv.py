"""The findings on words as a table: one row for each place in an article."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from compare.formats.csv import safe_cell
from compare.formats.withheld_words import with_filler_noted
from compare.formats.word_lines import WORD_SECTIONS, measure_text
from compare.model.comparison import Comparison
from compare.model.findings import Evidence

COLUMNS = (
    "section",
    "number",
    "fact",
    "kind",
    "article",
    "outlet",
    "what",
    "words",
    "start",
    "end",
    "note",
)
Row = tuple[str, str, str, Evidence | None, str]
"""Fact id, kind, what the words are, the words, and a note."""


def is_asked(only: Sequence[str]) -> bool:
    """True when the sections asked for are all on words, so that this table is meant."""
    return bool(only) and all(name in WORD_SECTIONS for name in only)


def dump(comparison: Comparison, only: Sequence[str]) -> bytes:
    """The table of the named sections, as UTF-8 with a byte order mark and CRLF line ends."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for section in only:
        for number, letter, row in _ROWS[section](comparison):
            fact, kind, what, evidence, note = row
            cells = (
                section,
                number,
                fact,
                kind,
                letter,
                comparison.article(letter).document.outlet,
                what,
                with_filler_noted(evidence.text) if evidence else "",
                evidence.span.start if evidence else "",
                evidence.span.end if evidence else "",
                note,
            )
            writer.writerow([safe_cell(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig", "replace")


_Rows = Iterator[tuple[int, str, Row]]


def _contrasts(comparison: Comparison) -> _Rows:
    for number, contrast in enumerate(comparison.contrasts, 1):
        lexicon = f"{contrast.lexicon.name}: {contrast.lexicon.source}" if contrast.lexicon else ""
        for variant in contrast.variants:
            what = f"{variant.words or 'no such word'}{' (loaded)' if variant.loaded else ''}"
            for evidence in variant.evidence:
                row = (contrast.facts[0], contrast.kind.value, what, evidence, lexicon)
                yield number, evidence.article, row


def _naming(comparison: Comparison) -> _Rows:
    for number, naming in enumerate(comparison.naming, 1):
        for outlet in naming.outlets:
            for label in outlet.labels:
                first = with_filler_noted(outlet.introduced.text)
                note = f"{label.count} of {outlet.mentions}; first as {first}"
                row = ("", naming.kind.value, f"{naming.name}: {label.text}", label.first, note)
                yield number, outlet.article, row


def _agency(comparison: Comparison) -> _Rows:
    for number, agency in enumerate(comparison.agency, 1):
        for telling in agency.tellings:
            actor = telling.actor.text if telling.actor else "not named"
            row = (agency.fact, telling.voice.value, agency.act, telling.clause, f"actor: {actor}")
            yield number, telling.article, row


def _certainty(comparison: Comparison) -> _Rows:
    for number, one in enumerate(comparison.certainty, 1):
        for guarded in one.guarded:
            row = (one.fact, one.kind.value, "guarded", guarded.statement, guarded.mark.text)
            yield number, guarded.statement.article, row
        for plain in one.plain:
            yield number, plain.article, (one.fact, one.kind.value, "plain", plain, "")


def _profiles(comparison: Comparison) -> _Rows:
    for number, profile in enumerate(comparison.profiles, 1):
        for measure in profile.measures:
            row = ("", measure.name, measure_text(measure), None, measure.definition)
            yield number, profile.article, row


_ROWS = {
    "words": _contrasts,
    "names": _naming,
    "acts": _agency,
    "certainty": _certainty,
    "profile": _profiles,
}
