"""The grid of facts and outlets as a picture for slides: SVG with its words as an alternative."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from msgspec import Struct

from compare.formats.fact_names import fact_name
from compare.formats.grid import Cell, FactRow, Sign, shown_rows
from compare.formats.handout import cell_words
from compare.formats.outlet_names import outlet_name
from compare.formats.screen import shorten
from compare.model.comparison import Comparison

_ROWS = 16
_LABEL_WIDTH = 660
_LABEL_LETTERS = 76
_WIDTH = 1280
_TOP, _ROW = 112, 34
_KEY = 30
_PNG_HEAD = 33  # the signature and the first chunk, behind which a text may stand


class PictureCell(Struct, frozen=True, kw_only=True, gc=False):
    """One cell: where its middle is, the kind of its glyph, and its figure, if it has one."""

    x: int
    sign: str
    figure: str
    clash: bool


class PictureRow(Struct, frozen=True, kw_only=True, gc=False):
    """One fact: where its line of writing is, and its cells."""

    y: int
    label: str
    count: str
    cells: tuple[PictureCell, ...]


class Picture(Struct, frozen=True, kw_only=True, gc=False):
    """The whole picture, in pixels."""

    width: int
    height: int
    title: str
    alternative: str
    heads: tuple[tuple[int, str], ...]
    rows: tuple[PictureRow, ...]
    names: tuple[tuple[int, str], ...]
    left_out: str
    source: str


def grid_svg(comparison: Comparison) -> str:
    """The grid of what two or more outlets report, as SVG that needs nothing but fonts."""
    from compare.formats.html import page_environment

    return page_environment().get_template("grid.svg.j2").render(picture=picture(comparison))


def grid_png(comparison: Comparison) -> bytes:
    """The same as PNG, with the words in it as its description.

    MissingExtra where there is no browser that can draw it.
    """
    from compare.formats.browser import png_of

    made = picture(comparison)
    data = png_of(grid_svg(comparison), made.width, made.height)
    chunks = _text_chunk("Software", made.source) + _text_chunk("Description", made.alternative)
    return data[:_PNG_HEAD] + chunks + data[_PNG_HEAD:]


def picture(comparison: Comparison) -> Picture:
    """The values of the picture: as many facts as fit a slide, those of most outlets first."""
    every = [row for row in shown_rows(comparison) if len(row.said_by) > 1]
    shown = every[:_ROWS]
    count = len(comparison.articles)
    step = max(24, min(96, (_WIDTH - _LABEL_WIDTH - 100) // max(count, 1)))
    xs = [_LABEL_WIDTH + 24 + step // 2 + step * at for at in range(count)]
    names = [f"{a.letter}  {shorten(outlet_name(a), limit=40)}" for a in comparison.articles]
    below = _TOP + _ROW * len(shown) + _KEY
    left = len(every) - len(shown)
    return Picture(
        width=max(_WIDTH, xs[-1] + step + 80),
        height=below + 20 * -(-len(names) // 4) + 60,
        title=shorten(comparison.story.title, limit=80),
        alternative=" ".join(_alternative(comparison, shown, left)),
        heads=tuple(zip(xs, (a.letter for a in comparison.articles), strict=True)),
        rows=tuple(
            PictureRow(
                y=_TOP + _ROW * at + 22,
                label=shorten(fact_name(comparison, row.fact), limit=_LABEL_LETTERS),
                count=row.count,
                cells=tuple(_cell(x, cell) for x, cell in zip(xs, row.cells, strict=True)),
            )
            for at, row in enumerate(shown)
        ),
        names=tuple((below + 20 * (at // 4), name) for at, name in enumerate(names)),
        left_out=f"the first {len(shown)} of {len(every)}" if left else "",
        source=f"{comparison.tool.name} {comparison.tool.version}",
    )


def _cell(x: int, cell: Cell) -> PictureCell:
    return PictureCell(x=x, sign=cell.sign.name, figure=cell.figure or "", clash=cell.clash)


def _alternative(comparison: Comparison, shown: list[FactRow], left: int) -> Iterator[str]:
    """The picture in sentences, for those who hear it read."""
    letters = [article.letter for article in comparison.articles]
    outlets = ", ".join(f"{a.letter} {outlet_name(a)}" for a in comparison.articles)
    yield f"Grid of {len(shown)} facts and {len(letters)} outlets: {outlets}."
    for row in shown:
        told = [
            f"{letter} {'not found' if cell.sign is Sign.NOT_FOUND else cell_words(cell)}"
            for letter, cell in zip(letters, row.cells, strict=True)
        ]
        yield f"{shorten(fact_name(comparison, row.fact))}: {', '.join(told)}."
    if left:
        yield f"{left} more facts are not in the picture."


def _text_chunk(keyword: str, text: str) -> bytes:
    """An international text chunk (iTXt) of a PNG, uncompressed, as PNG 1.2 has it."""
    body = b"iTXt" + keyword.encode() + b"\0\0\0en\0\0" + text.encode("utf-8", "replace")
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
