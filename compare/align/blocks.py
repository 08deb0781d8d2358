"""The columns of a table of wordings drawn together: shared words, differing words, single ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.align.collation import CollationRow
from compare.model.findings import ColumnKind

Columns = Sequence[tuple[int | None, ...]]


@dataclass(frozen=True, slots=True)
class SharedBlock:
    """Neighbouring columns that belong together.

    `words` gives for each row the first and the last of its words here, or None.
    """

    kind: ColumnKind
    words: tuple[tuple[int, int] | None, ...]


def column_blocks(columns: Columns, rows: Sequence[CollationRow]) -> list[SharedBlock]:
    """The columns in order, each stretch with the same rows agreeing made one block."""
    found: list[SharedBlock] = []
    start = 0
    marks = _held_up(columns, rows, [_agreeing(column, rows) for column in columns])
    for at in range(1, len(columns) + 1):
        if at == len(columns) or marks[at] != marks[start]:
            found.append(_block(columns[start:at], marks[start]))
            start = at
    return found


Agreement = frozenset[tuple[int, ...]]
"""The sets of two and more rows that have the same word in a column."""


def _agreeing(column: tuple[int | None, ...], rows: Sequence[CollationRow]) -> Agreement:
    by_key: dict[str, list[int]] = {}
    for number, word in enumerate(column):
        if word is not None:
            by_key.setdefault(rows[number].keys[word], []).append(number)
    groups = [tuple(group) for group in by_key.values()]
    if all(len(group) < 2 for group in groups):
        return frozenset()
    # Rows that stand alone here are part of the pattern: "camp, camp, site" is not "camp, camp".
    return frozenset(groups)


def _held_up(
    columns: Columns, rows: Sequence[CollationRow], marks: Sequence[Agreement]
) -> list[Agreement]:
    """The marks without those of function words that agree beside no agreeing word of meaning."""
    kept = [
        mark if mark and _carries(column, rows) else frozenset[tuple[int, ...]]()
        for column, mark in zip(columns, marks, strict=True)
    ]
    for order in (range(1, len(marks)), range(len(marks) - 2, -1, -1)):
        for at in order:
            near = kept[at - 1 if order.step > 0 else at + 1]
            if not kept[at] and _same_rows(marks[at], near):
                kept[at] = marks[at]
    return kept


def _carries(column: tuple[int | None, ...], rows: Sequence[CollationRow]) -> bool:
    """True when a word of meaning is in the column."""
    return any(word is not None and rows[n].carries[word] for n, word in enumerate(column))


def _same_rows(mark: Agreement, near: Agreement) -> bool:
    """True when rows that agree here agree next to it as well."""
    groups = [frozenset(group) for group in near]
    return any(len(mine) > 1 and any(group >= set(mine) for group in groups) for mine in mark)


def _block(columns: Columns, mark: Agreement) -> SharedBlock:
    ranges: list[tuple[int, int] | None] = []
    for number in range(len(columns[0])):
        words = [w for column in columns if (w := column[number]) is not None]
        ranges.append((words[0], words[-1]) if words else None)
    if sum(1 for each in ranges if each is not None) == 1:
        kind = ColumnKind.ALONE
    else:
        kind = ColumnKind.SHARED if len(mark) == 1 else ColumnKind.DIFFERING
    return SharedBlock(kind, tuple(ranges))
