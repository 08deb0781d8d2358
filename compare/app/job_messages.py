"""What is said between the app and the process that does the heavy work: one JSON object a line."""

from __future__ import annotations

import msgspec

from compare.app.reading import Problem

COMPARE, CHECK, FOLLOW, DIFF = "compare", "check", "follow", "diff"


class Job(msgspec.Struct):
    """What is to be done with one story; `text` is what is to be checked.

    `out` is the file for the result of a check or of following, in `format`.
    """

    kind: str
    folder: str
    cache: str = ""
    allow_private: bool = False
    offline: bool = False
    text: str = ""
    out: str = ""
    format: str = "html"


class ProgressLine(msgspec.Struct):
    """One line of progress; the last one has `done`, with the reason where it failed."""

    source: str = ""
    state: str = ""
    done: bool = False
    failure: Problem | None = None
