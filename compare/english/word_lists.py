"""Reads the plain lists in `lists/`, whose first line names the source of each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "lists"


@lru_cache(maxsize=64)
def word_list(name: str) -> frozenset[str]:
    """All words of `lists/NAME.txt`, whatever their section."""
    return frozenset(word for group in sections(name).values() for word in group)


@lru_cache(maxsize=64)
def sections(name: str) -> dict[str, frozenset[str]]:
    """The words of `lists/NAME.txt` by section; those before the first heading under ""."""
    lines = line_sections(name)
    return {heading: frozenset(" ".join(group).split()) for heading, group in lines.items()}


def line_sections(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of `lists/NAME.txt` by section."""
    return lines_of((_FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def lines_of(text: str) -> dict[str, tuple[str, ...]]:
    """The lines of a list by section; a `[heading]` opens one, `#` is a comment."""
    found: dict[str, list[str]] = {"": []}
    group = found[""]
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]") and "\\" not in line:
            group = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            group.append(line)
    return {heading: tuple(lines) for heading, lines in found.items()}


def source_line(name: str) -> str:
    """The first line of `lists/NAME.txt`: where the list comes from and its licence."""
    first = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("\n")[0]
    return first.lstrip("# ")
