"""The summary of a comparison as text for a terminal, a pipe or a plain file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare.formats.grid import copy_lines, shared_count
from compare.formats.highlights import nothing_found
from compare.formats.ladder_text import ladder
from compare.formats.screen import PIPE, Screen
from compare.formats.summary.fact_grid import add_grid
from compare.formats.summary.sections import Section, chosen_sections
from compare.formats.word_lines import SectionEntry
from compare.model.comparison import Comparison
from compare.model.findings import Wording

if TYPE_CHECKING:
    from rich.console import Console


def summary(
    comparison: Comparison,
    screen: Screen = PIPE,
    *,
    only: Sequence[str] = (),
    brief: bool = False,
) -> str:
    """Return the usual sections, those of the brief form, or those named in `only`.

    The text ends with a line end; without colour no line ends in spaces. OptionError when a name
    is no section.
    """
    sections = [one for one in chosen_sections(only, brief=brief) if only or brief or one.usual]
    console = screen.console()
    _title(console, comparison, screen)
    for section in sections:
        if section.entries is None:
            _facts(console, comparison, screen)
        else:
            _section(console, comparison, screen, section, tuple(section.entries(comparison)))
    text = console.file.getvalue()  # type: ignore[attr-defined]  # it is a StringIO
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"


def _title(console: Console, comparison: Comparison, screen: Screen) -> None:
    from rich.text import Text

    shared = shared_count(comparison)
    count = screen.say(
        f"{len(comparison.articles)} outlets · {len(comparison.facts)} facts, {shared} shared"
    )
    title = screen.say(comparison.story.title)
    room = console.width - len(count) - Text(title).cell_len
    console.print(Text(title, style="bold"), end="" if room >= 2 else "\n")
    console.print(Text(" " * room + count if room >= 2 else count, style="dim"))
    if comparison.story.notice:
        console.print(Text(screen.say(comparison.story.notice), style="dim"))


def _facts(console: Console, comparison: Comparison, screen: Screen) -> None:
    console.print()
    add_grid(console, comparison, screen)
    for line in copy_lines(comparison):
        _line(console, screen, line)


def _section(
    console: Console,
    comparison: Comparison,
    screen: Screen,
    section: Section,
    entries: tuple[SectionEntry, ...],
) -> None:
    """What is worth a look stops where its lines are used up, the weightiest being first."""
    if not entries and not section.none_found:
        return
    _heading(console, screen, section.heading)
    bullet = "•" if section.name == "look" else ""
    width = max((len(entry.mark or bullet) for entry in entries), default=0)
    shown = entries
    if section.name == "look" and screen.lines is not None:
        shown = entries[: _fitting(console, screen, entries, width)]
    for entry in shown:
        mark = entry.mark or bullet
        _line(
            console, screen, entry.head, mark=mark.ljust(width) if entry.wording is None else mark
        )
        for more in entry.more:
            _line(console, screen, more, mark=" " * (width or 1))
        if entry.wording is not None:
            _ladder(console, comparison, screen, entry.wording)
    if len(shown) < len(entries):
        left = f"… and {len(entries) - len(shown)} more: --verbose, or -o report.html"
        _line(console, screen, left, mark=" " * width)
    if not entries:
        _line(console, screen, nothing_found(comparison, section.none_found))


def _ladder(console: Console, comparison: Comparison, screen: Screen, wording: Wording) -> None:
    from rich.text import Text

    lines = ladder(comparison, wording, width=console.width - 2, say=screen.say)
    for line in lines:
        console.print(Text(f"  {line}"), no_wrap=True, crop=False, overflow="ignore")
    console.print()


def _fitting(
    console: Console, screen: Screen, entries: tuple[SectionEntry, ...], width: int
) -> int:
    """Return how many entries fit into the lines there are, the first always among them."""
    used = 0
    for number, entry in enumerate(entries):
        used += sum(_height(console, screen, text, width) for text in (entry.head, *entry.more))
        if number and screen.lines is not None and used > screen.lines:
            return number
    return len(entries)


def _height(console: Console, screen: Screen, words: str, mark: int) -> int:
    """How many lines an entry takes beside a mark of so many columns."""
    from rich.text import Text

    room = max(1, console.width - 2 - (mark + 2 if mark else 0))
    return len(Text(screen.say(words)).wrap(console, room))


def _heading(console: Console, screen: Screen, words: str) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(screen.say(words), style="bold"))


def _line(console: Console, screen: Screen, words: str, *, mark: str = "") -> None:
    """One entry, indented by two and hanging under its first word when it wraps."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    if not mark:
        console.print(Padding(Text(screen.say(words)), (0, 0, 0, 2)))
        return
    entry = Table.grid(padding=(0, 2, 0, 0))
    entry.add_column(width=len(mark), no_wrap=True)
    entry.add_column()
    sign = screen.say(mark).ljust(len(mark))
    entry.add_row(Text(sign), Text(screen.say(words)))
    console.print(Padding(entry, (0, 0, 0, 2)))
