"""A diff as a JSON file."""

from __future__ import annotations

from dataclasses import fields

import msgspec

from compare.errors import FormatError
from compare.model.diff import Diff

_FIRST = ("schema", "offset_unit")


def diff_json(diff: Diff) -> bytes:
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
