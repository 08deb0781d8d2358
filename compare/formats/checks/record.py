"""The shape of a check file, and the file itself as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import msgspec

from compare.errors import FormatError
from compare.model.articles import Article, Sentence
from compare.model.checks import Check, CheckedStatement, LeftOut
from compare.model.story import ToolInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRecord:
    """A text with its sentences: the one that is checked, or a source; spans count in `text`."""

    letter: str
    outlet: str
    sha256: str
    text: str
    sentences: tuple[Sentence, ...]
    headline: str | None = None
    published: datetime | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord:
    """A text held against its sources.

    `statements` are the sentences of the text, each in one state. `left_out` is what all sources,
    or three quarters of four or more, report and the text does not.
    """

    schema: str
    offset_unit: str
    tool: ToolInfo
    text: TextRecord
    sources: tuple[TextRecord, ...]
    statements: tuple[CheckedStatement, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[str, ...] = ()


def check_json(check: Check) -> bytes:
    """The check as UTF-8 JSON, indented, with a line end at the end."""
    record = CheckRecord(
        schema=check.schema,
        offset_unit=check.offset_unit,
        tool=check.tool,
        text=text_record(check.article),
        sources=tuple(text_record(source) for source in check.sources),
        statements=check.statements,
        left_out=check.left_out,
        warnings=check.warnings,
    )
    return encode_record(record)


def encode_record(record: object) -> bytes:
    """A record as indented JSON; FormatError for what JSON cannot carry."""
    try:
        return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
    except UnicodeEncodeError as wrong:
        raise FormatError(
            "A text holds half a character (a lone surrogate), which JSON cannot carry. "
            "Save it as UTF-8 and try again."
        ) from wrong


def text_record(article: Article) -> TextRecord:
    """A text with its sentences and what is known about it."""
    document = article.document
    return TextRecord(
        letter=document.letter,
        outlet=document.outlet,
        sha256=document.sha256,
        text=document.text,
        sentences=article.sentences,
        headline=document.headline,
        published=document.published,
        url=document.url,
    )
