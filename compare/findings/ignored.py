"""Findings without those that the user has set aside."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from compare.model.comparison import Findings
from compare.model.ids import conflict_id_of


def without_ignored(seen: Findings, ignored: AbstractSet[str]) -> Findings:
    """The findings without figures that are not one question, and without ignored conflicts.

    Facts and quotes stay where they are; they are only not shown as worth a look.
    """
    if not ignored:
        return seen
    gone = ignored | {conflict_id_of(name) for name in ignored}
    return replace(
        seen,
        figures=tuple(group for group in seen.figures if group.id not in ignored),
        conflicts=tuple(one for one in seen.conflicts if one.id not in gone),
    )


def finding_ids(seen: Findings) -> tuple[str, ...]:
    """The ids of all figures, conflicts and quotes that can be set aside."""
    return tuple(
        one.id for found in (seen.figures, seen.conflicts, seen.quote_groups) for one in found
    )
