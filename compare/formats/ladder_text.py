"""A wording ladder as text: the words in columns, cut into bands that fit the line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from compare.formats.grid import letters
from compare.model.comparison import Comparison
from compare.model.findings import ColumnKind, Rung, Wording

# A cell wider than this is cut in the middle; the whole sentence is told elsewhere.
_WIDEST, _NARROWEST = 34, 9
_GAP = "  "
_FREE = "-"


def wording_of(comparison: Comparison, fact: str) -> Wording | None:
    """The ladder of a fact, None when it has none or nothing in it lines up."""
    found = next((w for w in comparison.wordings if w.fact == fact), None)
    return found if found and any(rung.cells for rung in found.rungs) else None


def ladder(
    comparison: Comparison, wording: Wording, *, width: int, say: Callable[[str], str]
) -> Iterator[str]:
    """The lines of the ladder, none wider than `width` unless one word is.

    Each band has a row for each wording: words that differ stand between bars, shared words
    without, and a dash where a wording has nothing. A blank line parts the bands. `say` puts words
    into what the reader's screen can carry.
    """
    lined = [rung for rung in wording.rungs if rung.cells]
    marks = [letters(rung.articles) for rung in lined]
    left = max((len(mark) for mark in marks), default=0) + len(_GAP)
    room = max(_NARROWEST, min(_WIDEST, width - left - 2))
    columns = [
        [_cell(_short(say(words), room), kind) for words in _column(comparison, lined, n)]
        for n, kind in enumerate(wording.columns)
    ]
    for number, band in enumerate(_bands(columns, width - left)):
        if number:
            yield ""
        for row, mark in enumerate(marks):
            cells = [_padded(columns[n][row], _width(columns[n])) for n in band]
            yield f"{mark.ljust(left)}{_GAP.join(cells)}".rstrip()


def _column(comparison: Comparison, rungs: Sequence[Rung], n: int) -> Iterator[str]:
    for rung in rungs:
        cell = rung.cells[n]
        article = comparison.article(rung.evidence.article)
        yield " ".join(article.words_of(cell).split()) if cell else _FREE


def _short(words: str, room: int) -> str:
    """The words with their middle left out when they need more columns than there is room for."""
    from rich.cells import cell_len

    half = (room - 3) // 2
    while cell_len(words) > room:
        words = f"{words[:half].rstrip()}...{words[-half:].lstrip()}"
        half -= 1
    return words


def _cell(words: str, kind: ColumnKind) -> str:
    return f" {words} " if kind is ColumnKind.SHARED or words == _FREE else f"|{words}|"


def _width(column: Sequence[str]) -> int:
    from rich.cells import cell_len

    return max(cell_len(words) for words in column)


def _padded(words: str, width: int) -> str:
    from rich.cells import cell_len

    return words + " " * (width - cell_len(words))


def _bands(columns: Sequence[Sequence[str]], room: int) -> Iterator[list[int]]:
    """The numbers of the columns, as many in a band as there is room for."""
    band: list[int] = []
    used = 0
    for n, column in enumerate(columns):
        need = _width(column) + len(_GAP)
        if band and used + need > room:
            yield band
            band, used = [], 0
        band.append(n)
        used += need
    if band:
        yield band
