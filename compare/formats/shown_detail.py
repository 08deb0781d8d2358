"""One thing of a comparison as text: its name, then blocks of entries under headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.formats.ladder_text import ladder
from compare.formats.outlet_names import outlet_name
from compare.formats.screen import Screen

if TYPE_CHECKING:
    from rich.console import Console

    from compare.model.comparison import Comparison
    from compare.model.findings import Wording

Entries = Iterable[tuple[str, str]]

# Columns from which on there is room for words beside their place.
_BESIDE = 64
# A mark no longer than this takes little room anywhere.
_LETTER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDetail:
    """What is shown of one thing.

    `title` and `about` stand on top; `blocks` are headings, which may be empty, with entries of a
    mark and words; a block without entries is left out. `wording` is drawn word under word.
    """

    title: str
    about: str
    blocks: tuple[tuple[str, Entries], ...]
    wording: Wording | None = None


def detail_text(comparison: Comparison, detail: ShownDetail, screen: Screen) -> str:
    """The detail as lines for the screen; ends with a line end."""
    from rich.text import Text

    console = screen.console()
    console.print(Text(screen.say(detail.title), style="bold"))
    console.print(Text(screen.say(detail.about), style="dim"))
    for heading, entries in detail.blocks:
        _block(console, screen, heading, list(entries))
    if detail.wording is not None:
        console.print()
        console.print(Text("Word by word", style="bold"))
        for line in ladder(comparison, detail.wording, width=console.width, say=screen.say):
            console.print(Text(line), no_wrap=True, crop=False, overflow="ignore")
    text = console.file.getvalue()  # type: ignore[attr-defined]  # it is a StringIO
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"


def outlet_key(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """The letters with the names they stand for."""
    for article in comparison.articles:
        yield article.letter, outlet_name(article)


def _block(console: Console, screen: Screen, heading: str, entries: list[tuple[str, str]]) -> None:
    """Entries of a mark and words, beside each other or, on a narrow screen, below."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    if not entries:
        return
    console.print()
    if heading:
        console.print(Text(screen.say(heading), style="bold"))
    if console.width < _BESIDE and max(len(mark) for mark, _ in entries) > _LETTER:
        for mark, words in entries:
            if mark:
                console.print(Text(screen.say(mark), style="bold"))
            console.print(Padding(Text(screen.say(words)), (0, 0, 0, 2)))
        return
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    for mark, words in entries:
        table.add_row(Text(screen.say(mark)), Text(screen.say(words)))
    console.print(table)
