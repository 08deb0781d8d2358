"""Corrections by clicking: entries of a story's corrections.toml, added and taken back."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from compare.app.interface_texts import refusal
from compare.errors import BadCorrections
from compare.formats.registry import write_bytes
from compare.model.corrections import Correction, CorrectionKind
from compare.sources.corrections import CORRECTIONS_FILE, corrections_beside
from compare.sources.files import read_file
from compare.sources.story import path_inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One correction of the file; `kind` and `number`, from 1, name its place in it."""

    kind: str
    number: int
    correction: Correction


def entries(folder: Path) -> tuple[Entry, ...]:
    """The corrections of a story; BadCorrections tells what is wrong with the file."""
    counts: dict[str, int] = {}
    found = []
    for one in corrections_beside(folder):
        kind = one.kind.value
        counts[kind] = counts.get(kind, 0) + 1
        found.append(Entry(kind=kind, number=counts[kind], correction=one))
    return tuple(found)


def version_of(folder: Path) -> str:
    """A mark of the file, to tell when another tab or program changed it."""
    path = folder / CORRECTIONS_FILE
    data = path.read_bytes() if path.is_file() else b""
    return hashlib.sha256(data).hexdigest()[:16]


def add(folder: Path, kind: CorrectionKind, values: Mapping[str, object]) -> None:
    """Put a correction at the end of those of its kind; the file stays readable or as it was."""
    table = _table(folder)
    if kind.value not in table:
        table[kind.value] = tomlkit.aot()
    entry = tomlkit.table()
    for key, value in values.items():
        entry[key] = value
    table[kind.value].append(entry)
    _write(folder, table)


def take_back(folder: Path, kind: str, number: int) -> None:
    """Take one correction out of the file; nothing happens when it is not there any more."""
    table = _table(folder)
    several = table.get(kind, [])
    if 1 <= number <= len(several):
        del several[number - 1]
        if not several:
            del table[kind]
        _write(folder, table)


def _table(folder: Path) -> MutableMapping[str, Any]:
    path = folder / CORRECTIONS_FILE
    if not os.path.lexists(path):
        return tomlkit.document()
    data = read_file(
        path_inside(folder, CORRECTIONS_FILE, CORRECTIONS_FILE),
        source=CORRECTIONS_FILE,
        may_be_empty=True,
    )
    try:
        return tomlkit.parse(data.decode("utf-8", "replace"))
    except (TOMLKitError, RecursionError, ValueError) as wrong:
        raise BadCorrections(
            refusal("bad_corrections", file=CORRECTIONS_FILE, why=str(wrong)[:250])
        ) from wrong


def _write(folder: Path, table: MutableMapping[str, Any]) -> None:
    """Write the file, or none where nothing is left in it, and see that it can be read again."""
    path = folder / CORRECTIONS_FILE
    before = path.read_bytes() if path.is_file() else None
    text = tomlkit.dumps(table)
    if not text.strip():
        path.unlink(missing_ok=True)
        return
    write_bytes(text.encode(), path)
    try:
        corrections_beside(folder)
    except BadCorrections:
        if before is None:
            path.unlink()
        else:
            write_bytes(before, path)
        raise
