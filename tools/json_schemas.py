"""The JSON Schemas that ship with the package: made of its types, completed by notes kept here.

`python -m tools.json_schemas` writes them to `compare/schema`.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from compare.assets import PACKAGE
from compare.formats.checks.record import CheckRecord
from compare.formats.follows.record import FollowRecord
from compare.formats.record import ComparisonRecord
from compare.model.checks import CHECK_SCHEMA
from compare.model.comparison import SCHEMA
from compare.model.diff import DIFF_SCHEMA, Diff
from compare.model.follows import FOLLOW_SCHEMA

FOLDER = PACKAGE / "schema"
_SHARE = {"minimum": 0, "maximum": 1}
_ID_OF = "One of the ids in "

# By "Type.field"; each is merged into what the field's type gives.
_NOTES: dict[str, dict[str, Any]] = {
    "Span.start": {"minimum": 0, "description": "The first code point inside."},
    "Span.end": {"minimum": 1, "description": "The first code point after; more than `start`."},
    "Comparison.schema": {
        "pattern": r"^urn:storydiff:comparison:1\.[0-9]+$",
        "description": "Name and version of this format. Minor versions only add.",
    },
    "Comparison.offset_unit": {
        "const": "code point",
        "description": "Spans count Unicode code points, not bytes and not UTF-16 units.",
    },
    "Comparison.options": {"description": "Every setting used, the defaults too."},
    "Comparison.articles": {"minItems": 2, "description": "In input order."},
    "Comparison.coverage": {"description": "The full grid: one cell for each fact and article."},
    "Comparison.figures": {"description": "Questions that two or more articles answer in figures."},
    "Comparison.conflicts": {"description": "Where articles differ in substance."},
    "Comparison.ledger": {"description": "Who is quoted, and how much, in each article."},
    "Comparison.lead": {
        "description": "The story in three to six sentences; left out by --no-text and absent "
        "from files before 1.2."
    },
    "Comparison.reader": {
        "description": "The language model of the user that put rows together; absent without one."
    },
    "ReaderUse.prompts": {"pattern": "^[0-9a-f]{64}$"},
    "LeadSentence.sentences": {"description": "Ids of the sentences it rests on."},
    "LeadSentence.findings": {
        "description": "Ids of the facts, figures, conflicts and quotations it rests on."
    },
    "Article.letter": {"pattern": "^[A-Z]+$", "description": "Stands for the article everywhere."},
    "Article.sha256": {
        "pattern": "^[0-9a-f]{64}$",
        "description": "Of the UTF-8 bytes of the whole text of the article.",
    },
    "Article.text": {
        "description": "The text all spans count in, unchanged; left out by --no-text."
    },
    "Article.excerpt": {
        "description": "True when `text` has filler of the same length (░ and spaces) in place of "
        "the sentences that stand as evidence for nothing; written by --excerpts."
    },
    "Article.published": {"format": "date-time", "description": "RFC 3339."},
    "Article.published_certainty": {"description": "How sure `published` is; null without one."},
    "Article.published_guess": {
        "format": "date-time",
        "description": "A day that may be the one of publication. Nothing is worked out from it.",
    },
    "Article.updated": {"format": "date-time", "description": "RFC 3339."},
    "Article.extras": {"description": "Words found beside the text, never compared."},
    "Article.asides": {"description": "Stretches of the text that are not part of the story."},
    "Article.source_asides": {"description": "Those of `asides` that the source itself marked."},
    "Article.account": {"description": "Where each sentence of the article went."},
    "Sentence.paragraph": {"minimum": 0, "description": "Index into the article's paragraphs."},
    "Quantity.low": {"description": "A decimal number in text; null when the end is open."},
    "Quantity.high": {"description": "A decimal number in text; null when the end is open."},
    "Reading.published": {"format": "date-time", "description": "RFC 3339."},
    "Reading.verified_by": {"description": "The rules that tie the figure to the question."},
    "FigureGroup.verified_by": {"description": "The rules that bear the relation out."},
    "FigureGroup.one_source": {
        "description": "The source that is named for two figures that clash; null without one."
    },
    "Conflict.verified_by": {
        "description": "The rules that bear it out; empty where none is kept."
    },
    "Reading.figure": {"description": _ID_OF + "the figures of the article."},
    "Coverage.first": {**_SHARE, "description": "0 at the top of the story, 1 at its end."},
    "Coverage.nearest": {
        "description": "Given only where the fact was not found, or stands perhaps."
    },
    "Account.statements": {"description": "In text order; absent from files before 1.1."},
    "Mention.source": {"description": "The words of the sentence that name its source."},
    "Link.score": _SHARE,
    "Nearest.score": _SHARE,
    "HeadlineMention.score": _SHARE,
    "HeadlineMention.span": {"description": "Counts in the headline, not in the text."},
    "Place.document": {"minimum": 0, "description": "Index into `articles`."},
    "Fact.mentions": {"minItems": 1},
    "Absence.said_by": {"minItems": 2, "description": "Letters of the articles that state it."},
    "QuoteGroup.fullest": {"description": _ID_OF + "quotes: the version with the most words."},
    "QuoteMember.quote": {"description": _ID_OF + "quotes."},
    "QuoteMember.lost": {"description": "In the text that holds the fullest version."},
    "QuoteEdit.gone": {"description": "In the text that holds the fullest version."},
    "QuoteEdit.put": {"description": "In the text of the version itself."},
    "QuoteMember.kept": {"description": "In the text that holds the fullest version."},
    "SpeakerCount.share": _SHARE,
    "Reuse.share": _SHARE,
    "Prominence.share": _SHARE,
    "Prominence.paragraph": {"description": "Counted from 1; null for a headline alone."},
    "Comparison.contrasts": {"description": "Different words for the same, with their source."},
    "Comparison.naming": {"description": "What each article calls whom; those that differ first."},
    "Comparison.profiles": {"description": "Plain counts of each article; none is a verdict."},
    "Variant.words": {"description": "Empty for statements that do without the word."},
    "Telling.actor": {"description": "The words that name who acts; null when nobody is named."},
    "Label.count": {"minimum": 1},
    "HeadlineWords.opens": {"description": "Counts in `text`."},
    "HeadlineWords.own": {"description": "Count in `text`."},
    "Rung.cells": {"description": "One for each column; empty when not lined up."},
    "Headline.unsupported": {"description": "Counts in the headline, not in the text."},
    "Citation.cited": {"description": "Letter of the compared article from this source."},
    "Evidence.text": {"description": "The words of the span; left out by --no-text."},
}

# A minor version may add to these lists; a reader must be ready for values it does not know.
_OPEN = (
    "AsideKind",
    "Channel",
    "CertaintyKind",
    "CitationKind",
    "ColumnKind",
    "ConflictKind",
    "ContrastKind",
    "DisagreementKind",
    "EntityKind",
    "FigureKind",
    "HeadlineForm",
    "Hint",
    "LabelForm",
    "QuoteChange",
    "ReaderOutcome",
    "Rule",
    "SpeakerGroup",
    "Voice",
)


_OPEN_IN_DIFFS = ("EditKind", "RowKind", "ChangeKind", "Field", "DiffKind")
_DIFF_HEAD = {
    "schema": {
        "type": "string",
        "pattern": r"^urn:storydiff:diff:1\.[0-9]+$",
        "description": "Name and version of this format. Minor versions only add.",
    },
    "offset_unit": {
        "const": "code point",
        "description": "Spans count Unicode code points, not bytes and not UTF-16 units.",
    },
}


def comparison_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a comparison file, the same on every run."""
    root, types = _root_and_types(ComparisonRecord)
    types["Evidence"]["required"].remove("text")
    for option in types["Options"]["properties"].values():
        # A default may be tuned from one release to the next; the form of the file stays.
        del option["default"]
    for place, note in _NOTES.items():
        name, _, field = place.partition(".")
        body = root if name == "Comparison" else types[name]
        body["properties"][field] = _noted(body["properties"][field], note)
    return _schema(SCHEMA, root, types, open_lists=_OPEN)


def diff_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a diff file."""
    root, types = _root_and_types(Diff)
    root["properties"] |= _DIFF_HEAD
    return _schema(DIFF_SCHEMA, root, types, open_lists=_OPEN_IN_DIFFS)


def check_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file of a checked text."""
    return _schema(CHECK_SCHEMA, *_root_and_types(CheckRecord))


def follow_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the file of a followed story."""
    return _schema(FOLLOW_SCHEMA, *_root_and_types(FollowRecord))


SCHEMAS = {
    "comparison": comparison_schema,
    "diff": diff_schema,
    "check": check_schema,
    "follow": follow_schema,
}
"""What makes each schema, by the beginning of the name of its file."""


def schema_text(name: str) -> str:
    """Return the schema of this name as it stands in its file."""
    return msgspec.json.format(msgspec.json.encode(SCHEMAS[name]()), indent=2).decode() + "\n"


def _root_and_types(record: type) -> tuple[dict[str, Any], dict[str, Any]]:
    made = msgspec.json.schema(record)
    types = {_named(name): _in_words_of_the_file(body) for name, body in made["$defs"].items()}
    return types.pop(_named(record.__name__)), types


def _schema(
    identity: str, root: dict[str, Any], types: dict[str, Any], open_lists: tuple[str, ...] = ()
) -> dict[str, Any]:
    for name in open_lists:
        types[name]["description"] += " Open: minor versions may add values."
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identity,
        **root,
        "$defs": dict(sorted(types.items())),
    }


def _named(name: str) -> str:
    """The name of a type with each record called after what it holds."""
    return re.sub(r"Record\b", "", name)


def _in_words_of_the_file(body: Any) -> Any:  # noqa: ANN401 - a JSON value
    """The value with the records called after what they hold, and descriptions in one line."""
    if isinstance(body, dict):
        return {
            key: " ".join(value.split()) if key == "description" else _in_words_of_the_file(value)
            for key, value in body.items()
        }
    if isinstance(body, list | tuple):
        return [_in_words_of_the_file(value) for value in body]
    return _named(body) if isinstance(body, str) else body


def _noted(body: dict[str, Any], note: dict[str, Any]) -> dict[str, Any]:
    """The field with the note; what limits the value goes to the branch that is not null."""
    words = {key: value for key, value in note.items() if key == "description"}
    limits = {key: value for key, value in note.items() if key != "description"}
    if "anyOf" in body and limits:
        branches = [
            branch if branch == {"type": "null"} else {**branch, **limits}
            for branch in body["anyOf"]
        ]
        return {**body, "anyOf": branches, **words}
    return {**body, **limits, **words}


def main() -> int:
    """Write every schema to its file."""
    for name in SCHEMAS:
        (FOLDER / f"{name}-1.json").write_text(schema_text(name), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
