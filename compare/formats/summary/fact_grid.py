"""The grid for a terminal: a table where there is room, one entry for each fact where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.formats.fact_names import fact_name
from compare.formats.grid import Cell, FactRow, Sign, bare_line, shown_rows
from compare.formats.outlet_names import outlet_name
from compare.formats.screen import Screen, shorten
from compare.model.comparison import Comparison

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_LABEL_LEAST = 28
_LABEL_MOST = 130
_CELL_MOST = 8
_TABLE_OUTLETS = 12
_NAMED = 12
_STYLES = {
    Sign.STATED: "cyan",
    Sign.PARTLY: "cyan",
    Sign.GUARDED: "cyan",
    Sign.HEADLINE: "cyan",
    Sign.PERHAPS: "dim",
    Sign.NOT_FOUND: "dim",
}


def add_grid(console: Console, comparison: Comparison, screen: Screen) -> None:
    """Prints the grid, its key and the outlets' letters to the console."""
    from rich.padding import Padding
    from rich.text import Text

    every = shown_rows(comparison)
    shown = every[: screen.facts]
    if _fits(console, shown, screen):
        _table(console, comparison, shown, screen)
    else:
        _entries(console, comparison, shown, screen)
    left = every[len(shown) :]
    if left:
        console.print(Text(" " + screen.say(_more(left)), style="dim"))
    if bare := bare_line(comparison):
        console.print(Padding(Text(screen.say(bare), style="dim"), (0, 0, 0, 1)))
    console.print()
    _key(console, comparison, shown, screen)


def _fits(console: Console, shown: tuple[FactRow, ...], screen: Screen) -> bool:
    """True when a table leaves enough room for the labels."""
    if not shown or len(shown[0].cells) > _TABLE_OUTLETS:
        return False
    columns = zip(*(row.cells for row in shown), strict=True)
    cells = sum(max(len(_plain(cell, screen)) for cell in column) + 2 for column in columns)
    edges = max(len(row.fact.ordinal) + len(row.count) for row in shown) + 4
    return console.width - cells - edges >= _LABEL_LEAST


def _more(left: tuple[FactRow, ...]) -> str:
    """Like "… and 9 more facts, 2 of them shared: --verbose, or -o report.html"."""
    shared = sum(len(row.said_by) > 1 for row in left)
    noun = "fact" if len(left) == 1 else "facts"
    kinds = f"{shared} of them shared" if shared else "of one outlet each"
    return f"… and {len(left)} more {noun}, {kinds}: --verbose, or -o report.html"


def _table(
    console: Console, comparison: Comparison, shown: tuple[FactRow, ...], screen: Screen
) -> None:
    from rich.box import Box
    from rich.table import Table
    from rich.text import Text

    line = "-" if screen.plain else "─"
    # Eight lines of four: only the third, under the header, is drawn.
    ruled = Box(f"    \n    \n{line * 4}\n" + "    \n" * 5, ascii=screen.plain)
    table = Table(box=ruled, header_style="bold", padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("", no_wrap=True, style="bold")
    table.add_column("Fact")
    for cell in shown[0].cells:
        table.add_column(cell.article, justify="center", no_wrap=True)
    table.add_column("Said by", no_wrap=True)
    for row in shown:
        label = Text(screen.say(shorten(fact_name(comparison, row.fact), limit=_LABEL_MOST)))
        cells = [_cell(cell, screen) for cell in row.cells]
        table.add_row(row.fact.ordinal, label, *cells, Text(row.count))
    console.print(table)


def _entries(
    console: Console, comparison: Comparison, shown: tuple[FactRow, ...], screen: Screen
) -> None:
    """Each fact over its articles, gathered by what their cells show."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    width = max((len(row.fact.ordinal) for row in shown), default=0)
    for row in shown:
        gathered: dict[str, tuple[Cell, list[str]]] = {}
        for cell in row.cells:
            gathered.setdefault(_plain(cell, screen), (cell, []))[1].append(cell.article)
        line = Text("   ").join(
            _cell(cell, screen) + Text(f" {_who(cell, articles, len(row.cells))}", style="none")
            for cell, articles in gathered.values()
        )
        entry = Table.grid(padding=(0, 1, 0, 0))
        entry.add_column(width=width, no_wrap=True, style="bold")
        entry.add_column()
        name = shorten(fact_name(comparison, row.fact), limit=_LABEL_MOST)
        entry.add_row(row.fact.ordinal, screen.say(f"{name} ({row.count})"))
        entry.add_row("", line)
        console.print(Padding(entry, (0, 0, 0, 1)))


def _who(cell: Cell, articles: list[str], outlets: int) -> str:
    """The letters that share a cell; long lists that the rest of the line tells are counted."""
    if len(articles) == outlets > 2:
        return f"all {outlets}"
    if cell.sign is Sign.NOT_FOUND and len(articles) > _NAMED:
        return f"the {len(articles)} others"
    return " ".join(articles)


def _key(
    console: Console, comparison: Comparison, shown: tuple[FactRow, ...], screen: Screen
) -> None:
    """The outlets behind the letters, then the signs that occur."""
    from rich.padding import Padding
    from rich.text import Text

    outlets = [
        Text(f"{a.letter} ", style="bold") + Text(screen.say(outlet_name(a)), style="none")
        for a in comparison.articles
    ]
    cells = [cell for row in shown for cell in row.cells]
    used = {cell.sign for cell in cells if cell.figure is None}
    signs = [Text(f"{screen.glyph(sign)} {sign.value}") for sign in Sign if sign in used]
    if any(cell.clash for cell in cells):
        signs.append(Text(f"{screen.clash} figures differ"))
    for line in (outlets, signs):
        console.print(Padding(_packed(line, console.width - 1), (0, 0, 0, 1)))


def _packed(pieces: list[Text], width: int) -> Text:
    """The pieces three spaces apart, as many on a line as fit, none broken over two lines."""
    from rich.text import Text

    packed, used = Text(), 0
    for piece in pieces:
        if used and used + 3 + piece.cell_len > width:
            packed.append("\n")
            used = 0
        elif used:
            packed.append("   ")
            used += 3
        packed.append_text(piece)
        used += piece.cell_len
    return packed


def _plain(cell: Cell, screen: Screen) -> str:
    """What the cell shows, as text; a figure that is too long gives way to its sign."""
    if cell.figure is None:
        return screen.glyph(cell.sign)
    shown = screen.say(cell.figure)
    if len(shown) > _CELL_MOST - 1:
        return screen.clash if cell.clash else screen.glyph(cell.sign)
    return f"{screen.clash}{shown}" if cell.clash else shown


def _cell(cell: Cell, screen: Screen) -> Text:
    from rich.text import Text

    return Text(_plain(cell, screen), style="bold yellow" if cell.clash else _STYLES[cell.sign])
