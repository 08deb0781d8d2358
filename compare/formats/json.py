"""Comparison files: JSON out, and the same comparison back in, checked on the way."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from compare.errors import CompareError, FormatError
from compare.formats.record import ComparisonRecord, comparison_of, record_of
from compare.model.comparison import SCHEMA, Comparison

LARGEST = 256 * 1024 * 1024
"""Bytes that a comparison file may have."""

_SCHEMA_NAME = re.compile(r"urn:storydiff:comparison:(\d{1,9})\.(\d{1,9})")
_MARK = re.compile(rb'"schema"\s*:\s*"urn:storydiff:comparison:')
_EVIDENCE = {"article", "span", "text"}
_WITHOUT_EVIDENCE = {"articles", "facts", "coverage"}
_ARTICLE_WORDS = ("text", "standfirst", "extras")

# Containers at this depth and below are one line each; from the lesser depth on short ones are too.
_LINES, _FIRST_LINES = 4, 2
_SHORT_LINE = 180

# What reading a tree of the wrong shape may raise.
_DAMAGE = (
    msgspec.ValidationError, ValueError, TypeError, LookupError, ArithmeticError, RecursionError,
)  # fmt: skip


def dump(comparison: Comparison) -> bytes:
    """The comparison as UTF-8 JSON, indented, with a line end at the end."""
    return _encoded(_built(comparison))


def dump_without_text(comparison: Comparison) -> bytes:
    """As `dump`, but without article texts, standfirsts, captions, evidence and the lead.

    Labels, headlines, names and figures stay. Every span stays valid for the text whose SHA-256 is
    given, so that `parse` can put the words back from the articles themselves.
    """
    tree = _built(comparison)
    for article in tree["articles"]:
        for name in _ARTICLE_WORDS:
            del article[name]
    del tree["lead"]
    for evidence in _evidence(tree):
        del evidence["text"]
    return _encoded(tree)


def parse(data: bytes, *, texts: Mapping[str, str] | None = None) -> Comparison:
    """The comparison in a JSON file; FormatError says what is wrong and where.

    Fields that are not known are passed over, a file of another major version is refused. `texts`
    gives the article texts by their SHA-256 when the file was written without them.
    """
    tree = _tree(data)
    newer = _check_version(tree)
    try:
        _put_words_back(tree, texts or {})
        return comparison_of(msgspec.convert(tree, ComparisonRecord))
    except FormatError:
        raise
    except (*_DAMAGE, CompareError) as wrong:
        cure = "Install a newer storydiff." if newer else "Compare the articles again."
        raise FormatError(f"The comparison file is damaged: {wrong}. {cure}") from wrong


def read(path: str | os.PathLike[str], *, texts: Mapping[str, str] | None = None) -> Comparison:
    """Return the comparison saved in the JSON file at `path`.

    It equals the one that was written. `texts` gives the article texts by the SHA-256 of their
    UTF-8 bytes, for a file written without them. FormatError names the file and what is wrong.

    >>> import tempfile
    >>> from compare.formats.registry import write
    >>> from compare.pipeline import compare_story
    >>> from compare.sources.document import document
    >>> texts = {"Harbour Times": "Two people died.", "Northern Ledger": "Two people died."}
    >>> result = compare_story([document(text, outlet=name) for name, text in texts.items()])
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(result, Path(folder, "saved.json"))
    ...     read(Path(folder, "saved.json")) == result
    True
    """
    path = Path(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as wrong:
        reason = wrong.strerror or wrong
        raise FormatError(f"{path} cannot be read: {reason}. Give another file.") from wrong
    if len(data) > LARGEST:
        most = f"{LARGEST // 1024**2} MB"
        raise FormatError(f"{path} is larger than {most}. Give a comparison that storydiff wrote.")
    try:
        return parse(data, texts=texts)
    except FormatError as wrong:
        raise FormatError(f"{path}: {wrong}") from wrong


def is_comparison(data: bytes) -> bool:
    """True when the bytes look like a comparison file; they are not checked any further."""
    return data.lstrip()[:1] == b"{" and _MARK.search(data) is not None


def _built(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values; one that had no reader does not speak of any."""
    tree: dict[str, Any] = msgspec.to_builtins(record_of(comparison))
    if comparison.reader is None:
        del tree["reader"]
    return tree


def _encoded(tree: object) -> bytes:
    try:
        return _laid_out(tree, 0) + b"\n"
    except UnicodeEncodeError as wrong:
        raise FormatError(
            "An article holds half a character (a lone surrogate), which JSON cannot carry. "
            "Save the article as UTF-8 and compare again."
        ) from wrong


def _tree(data: bytes) -> dict[str, Any]:
    try:
        tree = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise FormatError(f"This is not JSON: {wrong}. Give a file made by --json.") from wrong
    if not isinstance(tree, dict):
        raise FormatError("This JSON is not a comparison. Give a file made by --json.")
    return tree


def _check_version(tree: Mapping[str, Any]) -> bool:
    """True when the file is of a newer minor version; FormatError when it cannot be read."""
    named = _SCHEMA_NAME.fullmatch(str(tree.get("schema", "")))
    ours = _SCHEMA_NAME.fullmatch(SCHEMA)
    if named is None:
        raise FormatError("This JSON is not a comparison. Give a file made by --json.")
    if ours is not None and named[1] != ours[1]:
        raise FormatError(
            f"The file is a comparison of version {named[1]}.{named[2]}; this program reads "
            f"version {ours[1]}. Use a storydiff that writes version {named[1]}."
        )
    if tree.get("offset_unit") != "code point":
        raise FormatError(
            "The file does not count offsets in code points. Compare the articles again."
        )
    return ours is not None and int(named[2]) > int(ours[2])


def _laid_out(value: object, depth: int) -> bytes:
    """JSON with one record a line: what is short or deep is not broken into lines.

    Indenting every field would double the size of a large comparison and be harder to read.
    """
    whole = msgspec.json.encode(value) if depth >= _FIRST_LINES else b""
    if depth >= _LINES or (whole and len(whole) <= _SHORT_LINE) or not value:
        return whole or msgspec.json.encode(value)
    margin = b"\n" + b" " * (depth + 1)
    if isinstance(value, dict):
        found = [
            msgspec.json.encode(name) + b": " + _laid_out(each, depth + 1)
            for name, each in value.items()
        ]
        return b"{" + margin + (b"," + margin).join(found) + margin[:-1] + b"}"
    if isinstance(value, list | tuple):
        found = [_laid_out(each, depth + 1) for each in value]
        return b"[" + margin + (b"," + margin).join(found) + margin[:-1] + b"]"
    return msgspec.json.encode(value)


def _evidence(tree: object) -> Iterator[dict[str, Any]]:
    """Every object in the tree that is evidence, with or without its words."""
    if isinstance(tree, dict):
        if _EVIDENCE - {"text"} <= tree.keys() <= _EVIDENCE:
            yield tree
        for name, value in tree.items():
            if name not in _WITHOUT_EVIDENCE:
                yield from _evidence(value)
    elif isinstance(tree, list | tuple):
        for value in tree:
            yield from _evidence(value)


def _put_words_back(tree: dict[str, Any], texts: Mapping[str, str]) -> None:
    """Give articles and evidence written without their words the words of `texts`.

    Whatever does not have the right shape is left for the conversion to name with its path.
    """
    articles = tree.get("articles")
    known = {}
    for article in articles if isinstance(articles, list) else ():
        if isinstance(article, dict):
            if article.get("text") is None:
                article["text"] = _supplied(article, texts)
                article["excerpt"] = False
            known[article.get("letter")] = article["text"]
    for evidence in _evidence(tree):
        match evidence:
            case {"text": _}:
                continue
            case {"article": str(letter), "span": {"start": int(start), "end": int(end)}}:
                if isinstance(text := known.get(letter), str):
                    evidence["text"] = text[start:end]


def _supplied(article: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    digest = str(article.get("sha256"))
    if digest not in texts:
        raise FormatError(
            f"The file was written without the text of article {article.get('letter')}. "
            "Compare the articles again, or write the file without --no-text."
        )
    return texts[digest]
