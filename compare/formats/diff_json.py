"""Diff files: JSON out, and the same diff back in, checked on the way."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import msgspec

from compare.assets import PACKAGE
from compare.errors import FormatError
from compare.model.diff import DIFF_SCHEMA, Diff

DIFF_SCHEMA_FILE = PACKAGE / "schema" / "diff-1.json"
_FIRST = ("schema", "offset_unit")


def dump_diff(diff: Diff) -> bytes:
    """The diff as UTF-8 JSON, indented, with a line end at the end; `schema` comes first."""
    tree = msgspec.to_builtins(diff)
    names = [*_FIRST, *(spec.name for spec in fields(diff) if spec.name not in _FIRST)]
    try:
        encoded = msgspec.json.encode({name: tree[name] for name in names})
    except UnicodeEncodeError as wrong:
        raise FormatError(
            "An article holds half a character (a lone surrogate), which JSON cannot carry. "
            "Save the article as UTF-8 and compare again."
        ) from wrong
    return msgspec.json.format(encoded, indent=2) + b"\n"


def parse_diff(data: bytes) -> Diff:
    """The diff in a JSON file; FormatError says what is wrong with it.

    What is read back holds every character of both texts, or it is refused.
    """
    try:
        diff = msgspec.json.decode(data, type=Diff)
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as wrong:
        raise FormatError(
            f"This is no diff: {wrong}. Give a file made by storydiff diff."
        ) from wrong
    if diff.schema.rpartition(".")[0] != DIFF_SCHEMA.rpartition(".")[0]:
        raise FormatError(
            f"This file is of {diff.schema or 'no schema'}; this program reads {DIFF_SCHEMA}. "
            "Give a file made by storydiff diff."
        )
    return diff


def read_diff(path: Path) -> Diff:
    """The diff in the file at `path`; FormatError names the file and what is wrong."""
    try:
        return parse_diff(path.read_bytes())
    except OSError as wrong:
        reason = wrong.strerror or wrong
        raise FormatError(f"{path} cannot be read: {reason}. Give another file.") from wrong
    except FormatError as wrong:
        raise FormatError(f"{path}: {wrong}") from wrong


def diff_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a diff file, the same on every run."""
    from compare.formats.schema import rename_records

    made = msgspec.json.schema(Diff)
    types = {name: rename_records(body) for name, body in made["$defs"].items()}
    root = types.pop("Diff")
    root["properties"]["schema"] = {
        "type": "string",
        "pattern": r"^urn:storydiff:diff:1\.[0-9]+$",
        "description": "Name and version of this format. Minor versions only add.",
    }
    root["properties"]["offset_unit"] = {
        "const": "code point",
        "description": "Spans count Unicode code points, not bytes and not UTF-16 units.",
    }
    for name in ("EditKind", "RowKind", "ChangeKind", "Field", "DiffKind"):
        types[name]["description"] += " Open: minor versions may add values."
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": DIFF_SCHEMA,
        **root,
        "$defs": dict(sorted(types.items())),
    }


def diff_schema_text() -> str:
    """The schema as it stands in its file."""
    encoded = msgspec.json.format(msgspec.json.encode(diff_schema()), indent=2)
    return encoded.decode("utf-8") + "\n"
