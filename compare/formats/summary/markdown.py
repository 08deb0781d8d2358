"""The comparison as a Markdown report; no word of an article can turn into markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields

from compare.formats.fact_names import fact_name
from compare.formats.grid import Cell, Sign, bare_line, copy_lines, shared_count, shown_rows
from compare.formats.highlights import nothing_found
from compare.formats.ladder_text import ladder
from compare.formats.summary.sections import Section, chosen_sections
from compare.model.comparison import Comparison
from compare.model.findings import Wording
from compare.text.control_characters import one_line

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!$^&])")
# At the start of a block these make lists, headings, rules and quotes.
_OPENING = re.compile(r"^(\d+)([.)])(?= |$)|^([-+=])")
# Addresses that some readers turn into links by themselves.
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)")
# Columns of a wording ladder, which stands in a block of its own.
_LADDER = 100
_SIGNS = {
    Sign.STATED: "■",
    Sign.PARTLY: "◪",
    Sign.GUARDED: "◌",
    Sign.HEADLINE: "▀",
    Sign.PERHAPS: "?",
    Sign.NOT_FOUND: "–",
}


def dump(comparison: Comparison, *, only: Sequence[str] = (), brief: bool = False) -> bytes:
    """Return the report, its brief form, or the sections named in `only`, as UTF-8.

    OptionError when one is unknown.
    """
    blocks = [*_top(comparison)]
    for section in chosen_sections(only, brief=brief):
        blocks += _facts(comparison) if section.entries is None else _section(comparison, section)
    if "notes" in only or not (only or brief):
        blocks += _made(comparison)
    return ("\n".join(blocks).rstrip("\n") + "\n").encode("utf-8", "replace")


def escape_markdown(text: str) -> str:
    """The text on one line, with everything that Markdown would read as markup taken literally."""
    safe = _MARKUP.sub(r"\\\1", one_line(text))
    safe = _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)
    return _ADDRESS.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", safe)


def _top(comparison: Comparison) -> Iterator[str]:
    story = comparison.story
    yield f"# {escape_markdown(story.title)}\n"
    shared = shared_count(comparison)
    yield f"{len(comparison.articles)} outlets, {len(comparison.facts)} facts, {shared} shared.\n"
    for line in filter(None, (story.notice, f"Licence: {story.licence}" if story.licence else "")):
        yield f"{escape_markdown(line)}\n"


def _facts(comparison: Comparison) -> Iterator[str]:
    yield "## Who says what\n"
    named = [article.letter for article in comparison.articles]
    yield _cells(["", "Fact", *named, "Said by"])
    yield "|---|---|" + ":-:|" * len(named) + "---|"
    for row in shown_rows(comparison):
        cells = [_cell(cell) for cell in row.cells]
        label = escape_markdown(fact_name(comparison, row.fact))
        said_by = f"{row.count}{row.independent}"
        yield _cells([row.fact.ordinal, label, *cells, said_by])
    key = ", ".join(f"{_SIGNS[sign]} {sign.value}" for sign in Sign)
    yield f"\n{key}; ▲ figures differ.\n"
    for line in filter(None, (*copy_lines(comparison), bare_line(comparison))):
        yield f"{line}\n"


def _cell(cell: Cell) -> str:
    if cell.figure is None:
        return _SIGNS[cell.sign]
    return escape_markdown(f"▲ {cell.figure}" if cell.clash else cell.figure)


def _section(comparison: Comparison, section: Section) -> Iterator[str]:
    entries = tuple(section.entries(comparison)) if section.entries else ()
    if not entries and not section.none_found:
        return
    yield f"## {section.heading}\n"
    for entry in entries:
        mark = f"**{escape_markdown(entry.mark)}** " if entry.mark else ""
        if entry.wording is None:
            yield f"- {mark}{escape_markdown(entry.head)}"
            yield from (f"  - {escape_markdown(more)}" for more in entry.more)
        else:
            yield f"{mark}{escape_markdown(entry.head)}\n"
            yield from _ladder(comparison, entry.wording)
    yield "" if entries else f"{nothing_found(comparison, section.none_found)}\n"


def _ladder(comparison: Comparison, wording: Wording) -> Iterator[str]:
    lines = list(ladder(comparison, wording, width=_LADDER, say=one_line))
    # A fence must be longer than any row of the same marks inside.
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", "\n".join(lines))), default=0))
    yield from (f"{fence}text", *lines, f"{fence}\n")


def _made(comparison: Comparison) -> Iterator[str]:
    yield "## How this was made\n"
    yield (
        "Differences are not errors. An article can leave a fact out because it was short, early, "
        "or written for other readers.\n"
    )
    tool = comparison.tool
    yield f"{escape_markdown(tool.name)} {escape_markdown(tool.version)} with these options:\n"
    for option in fields(comparison.options):
        value = str(getattr(comparison.options, option.name))
        yield f"- {escape_markdown(option.name)}: {escape_markdown(value)}"


def _cells(cells: Sequence[str] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
