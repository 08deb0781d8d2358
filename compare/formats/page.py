"""What the report's templates are given: plain, typed values, with no markup in them."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.page_basics import Outlet
from compare.formats.page_findings import Figures, Gap, Headlines, Matrix, Shared, Voices
from compare.formats.page_texts import AccountLine, FullText, Note, NotFound, Order, Sources
from compare.formats.page_words import Counts, Wordings
from compare.formats.side_by_side import SideBySide


class Count(Struct, frozen=True, kw_only=True, gc=False):
    """A number of the first screen, with the words that follow it and where it leads.

    `kind` is all, some, one or figures; `share` is its part of all facts in per cent, empty for
    what is no number of facts.
    """

    kind: str
    share: str
    value: int
    label: str
    href: str


class Look(Struct, frozen=True, kw_only=True, gc=False):
    """One thing worth a look, and where to look."""

    head: str
    more: tuple[str, ...]
    href: str


class SkippedLine(Struct, frozen=True, kw_only=True, gc=False):
    """A source that was not used, why, and what to do."""

    source: str
    reason: str
    advice: str


class Top(Struct, frozen=True, kw_only=True, gc=False):
    """The first screen."""

    title: str
    kicker: str
    notice: str
    counts: tuple[Count, ...]
    looks: tuple[Look, ...]
    warnings: tuple[str, ...]
    skipped: tuple[SkippedLine, ...]


class Method(Struct, frozen=True, kw_only=True, gc=False):
    """What was used to make the page; `corrections` are those of the user, a line each.

    `mark_lines` are lines of a corrections file to paste, and `marks_left_out` counts the facts
    that have none. `excerpts` tells for each outlet how many words are shown and of how many, if
    not all are.
    """

    tool: str
    corrections: tuple[str, ...]
    mark_lines: str
    marks_left_out: int
    options: tuple[tuple[str, str, str], ...]
    accounts: tuple[AccountLine, ...]
    counts: Counts
    licence: str
    excerpts: tuple[tuple[Outlet, int, int], ...]


class Report(Struct, frozen=True, kw_only=True, gc=False):
    """The whole page, one value for each section."""

    outlets: tuple[Outlet, ...]
    top: Top
    headlines: Headlines
    shared: Shared
    matrix: Matrix
    figures: Figures
    gaps: tuple[Gap, ...]
    wording: Wordings
    voices: Voices
    order: Order
    sources: Sources
    sides: SideBySide
    articles: tuple[FullText, ...]
    not_found: tuple[NotFound, ...]
    notes: tuple[Note, ...]
    method: Method
