"""What a teacher says of the lesson in the [teach] table of a story file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachPlan:
    """The teacher's wishes; every field is empty where nothing was said.

    `pin` and `drop` are ids of questions, such as "figures-3fa9c1"; pinned ones come first.
    `hide` are further words to take out of the student copies, `keep` words that may stay though
    the program is in doubt about them. `rewrite` pairs the id of a question
    with its new wording, `standards` the name of a skill with the teacher's own standard.
    """

    pin: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    rewrite: tuple[tuple[str, str], ...] = ()
    standards: tuple[tuple[str, str], ...] = ()
