"""Articles in JSON: one object, a list, {"articles": [...]}, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NoReturn

from compare.errors import BadStory, SourceError, UnreadableSource
from compare.model.articles import Document, Provenance
from compare.sources.document import document
from compare.sources.isolation import isolate_errors
from compare.sources.plain import line_ends

# The names under which each field of a document may stand, the first one found counts.
FIELDS = {
    "text": ("text", "body"),
    "headline": ("headline", "title"),
    "outlet": ("outlet",),
    "published": ("published", "published_at", "date"),
    "updated": ("updated", "updated_at"),
    "url": ("url",),
    "byline": ("byline", "author", "authors"),
    "standfirst": ("standfirst",),
    "language": ("language", "lang"),
    "licence": ("licence", "license"),
    "wire": ("wire",),
}
NEED_TEXT = 'Give each article a "text" and an "outlet"; docs/inputs.md lists the fields'


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The articles of one file, and one error for each record that is none."""

    documents: tuple[Document, ...]
    problems: tuple[SourceError, ...] = ()


def read_records(text: str, *, source: str, lines: bool, first_line: int = 1) -> Records:
    """The articles in JSON text, `lines` for one object a line, the first being `first_line`.

    A wrong record is an error of its own, with its place, key and reason, and takes no other record
    with it. Text that is no JSON at all raises BadStory.
    """
    documents: list[Document] = []
    problems: list[SourceError] = []
    for place, value in (
        _json_lines(text, first_line) if lines else _items(_parsed(text, source), source)
    ):
        try:
            with isolate_errors(source):
                documents.append(_document(value, place, source))
        except SourceError as wrong:
            problems.append(wrong)
    if not documents and not problems:
        raise UnreadableSource(source, "it holds no articles", NEED_TEXT)
    return Records(documents=tuple(documents), problems=tuple(problems))


def _json_lines(text: str, first: int) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(text.split("\n"), first):
        if line.strip():
            try:
                yield f"line {number}", json.loads(line)
            except (ValueError, RecursionError) as wrong:
                yield f"line {number}", wrong


def _parsed(text: str, source: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as wrong:
        reason = f"line {wrong.lineno}, column {wrong.colno}: this is no JSON ({wrong.msg})"
        advice = "Correct it; several objects, one a line, belong in a .jsonl file"
        raise BadStory(source, reason, advice) from wrong
    except (ValueError, RecursionError) as wrong:
        raise BadStory(source, "this JSON cannot be read", "Correct the file") from wrong


def _items(value: object, source: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict) and isinstance(value.get("schema"), str) and "coverage" in value:
        advice = "Give the articles themselves"
        raise BadStory(source, "this is a finished comparison, not an article", advice)
    inner = value.get("articles") if isinstance(value, dict) else value
    if isinstance(inner, list):
        yield from ((f"article {number}", item) for number, item in enumerate(inner, 1))
    else:
        yield "article 1", value


def _document(value: object, place: str, source: str) -> Document:
    if isinstance(value, Exception):
        _refuse(source, f"{place}: this is no JSON ({value})", "Correct the line")
    if not isinstance(value, dict):
        _refuse(source, f"{place}: an article must be an object with keys", NEED_TEXT)
    fields = {name: _text(value, keys, place, source) for name, keys in FIELDS.items()}
    text, outlet, where = fields["text"], fields["outlet"], "record"
    if not text or not text.strip():
        _refuse(source, f'{place}: "text" is missing or empty', NEED_TEXT)
    if not outlet and fields["url"]:
        from compare.sources.metadata import site_name

        outlet, where = site_name(fields["url"]), "address"
    if not outlet:
        _refuse(source, f'{place}: "outlet" is missing', NEED_TEXT)
    sources = {name: "record" for name, content in fields.items() if content} | {"outlet": where}
    try:
        return document(
            line_ends(text),
            outlet=outlet,
            headline=fields["headline"],
            published=fields["published"],
            updated=fields["updated"],
            url=fields["url"],
            byline=fields["byline"],
            standfirst=fields["standfirst"],
            language=fields["language"] or "en",
            licence=fields["licence"],
            wire=fields["wire"],
            source=source,
            provenance=[
                Provenance(field=name, source=sources[name])
                for name in sorted(sources)
                if name != "text"
            ],
        )
    except SourceError as wrong:
        raise type(wrong)(source, f"{place}: {wrong.reason}", wrong.advice) from wrong


def _text(
    value: Mapping[str, object], keys: tuple[str, ...], place: str, source: str
) -> str | None:
    """The string under the first of `keys` that is there; lists of strings are joined."""
    key = next((key for key in keys if value.get(key) is not None), None)
    content = value[key] if key else None
    if isinstance(content, list) and all(isinstance(item, str) for item in content):
        content = ", ".join(content)
    if content is not None and not isinstance(content, str):
        _refuse(
            source,
            f'{place}: "{key}" must be text, not {type(content).__name__}',
            "Put the value in quotation marks",
        )
    return content


def _refuse(source: str, reason: str, advice: str) -> NoReturn:
    raise BadStory(source, reason, advice)
