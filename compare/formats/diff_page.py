"""A diff as one HTML file that needs no network and no script."""

from __future__ import annotations

from msgspec import Struct

from compare.align.languages import not_looked_at_in
from compare.formats.diff_layout import change_line, title
from compare.formats.diff_table import DiffTable, diff_table
from compare.formats.moments import clock, day
from compare.formats.report.web_links import web_address
from compare.model.diff import Diff, DiffKind, DiffText


class PageText(Struct, frozen=True, kw_only=True, gc=False):
    """One of the two texts over the table."""

    letter: str
    name: str
    headline: str
    when: str
    source: str
    url: str | None


class PageChange(Struct, frozen=True, kw_only=True, gc=False):
    """A named change with a link to its row."""

    kind: str
    line: str
    href: str


class DiffPage(Struct, frozen=True, kw_only=True, gc=False):
    """The whole page."""

    tool: str
    title: str
    heading: str
    texts: tuple[PageText, PageText]
    changes: tuple[PageChange, ...]
    warnings: tuple[str, ...]
    unread: str
    table: DiffTable
    digests: tuple[str, str]


def diff_page(diff: Diff) -> str:
    """The page; the same diff always gives the same text."""
    from compare.formats.html import compact, page_environment

    page = DiffPage(
        tool=f"{diff.tool.name} {diff.tool.version}",
        title=title(diff),
        heading=_heading(diff),
        texts=(_text(diff.left), _text(diff.right)),
        changes=tuple(
            PageChange(kind=one.kind.value, line=change_line(diff, one), href=f"#r-{one.row}")
            for one in diff.changes
        ),
        warnings=diff.warnings,
        unread=not_looked_at_in({t.letter: t.language for t in (diff.left, diff.right)}),
        table=diff_table(diff, prefix="r-"),
        digests=(diff.left.sha256, diff.right.sha256),
    )
    return compact(page_environment().get_template("diff.html.j2").render(page=page))


def _heading(diff: Diff) -> str:
    """The headline of two versions, as the later one has it, or the names of two outlets."""
    if diff.kind is DiffKind.VERSIONS:
        return diff.right.headline or diff.left.headline or diff.left.outlet
    return f"{diff.left.outlet} beside {diff.right.outlet}"


def _text(about: DiffText) -> PageText:
    moments = [
        f"{word}{day(moment)}, {clock(moment)}"
        for word, moment in (("", about.published), ("updated ", about.updated))
        if moment is not None
    ]
    return PageText(
        letter=about.letter,
        name=about.outlet,
        headline=about.headline or "",
        when=" · ".join(moments),
        source=about.source or "",
        url=web_address(about.url),
    )
