"""A diff as the typed values of a page: one table, its folds, and what stands over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from compare.formats.diff_layout import (
    Fold,
    Pointer,
    alone_in,
    counts,
    fold_line,
    is_loud,
    is_marked,
    layout,
    moved_note,
    note_of,
    pointer_note,
)
from compare.formats.withheld_words import FILLER, with_filler_noted
from compare.model.diff import Diff, DiffKind, Field, Row, RowKind, Side, Words


class DiffPiece(Struct, frozen=True, gc=False):
    """Some words, `marked` where the other side has not the same."""

    text: str
    marked: bool


class DiffCell(Struct, frozen=True, kw_only=True, gc=False):
    """One side of a row: its place like "A ¶2", where that leads, and its words."""

    place: str
    href: str
    pieces: tuple[DiffPiece, ...]


class DiffLine(Struct, frozen=True, kw_only=True, gc=False):
    """A row of the table.

    `sort` is "same", "changed", "left" or "right"; a row of the same words has one cell for both
    sides. `note` stands in the side that is empty, `moved` under the left words.
    """

    id: str
    sort: str
    left: DiffCell | None
    right: DiffCell | None
    note: str
    moved: str


class DiffFold(Struct, frozen=True, kw_only=True, gc=False):
    """Rows behind one line; `href` leads to where they can be read when they are not here."""

    line: str
    rows: tuple[DiffLine, ...]
    href: str = ""


class DiffPointer(Struct, frozen=True, kw_only=True, gc=False):
    """The place on the right of a statement that stands beside the row `href`."""

    line: str
    href: str


DiffBlock = DiffLine | DiffFold | DiffPointer


class DiffTable(Struct, frozen=True, kw_only=True, gc=False):
    """Two texts side by side."""

    id: str
    letters: tuple[str, str]
    names: tuple[str, str]
    versions: bool
    counts: str
    blocks: tuple[DiffBlock, ...]


def diff_table(
    diff: Diff,
    *,
    prefix: str = "",
    linked: bool = False,
    whole: bool = True,
    names: tuple[str, str] | None = None,
) -> DiffTable:
    """The table of a diff; `prefix` comes before the ids of its rows.

    With `linked` places lead to the sentences in the full articles of the same page, else to the
    row itself. Without `whole` the statements that one side has alone are counted, not printed.
    `names` stand over the sides in place of the outlets.
    """
    return DiffTable(
        id=prefix.rstrip("."),
        letters=(diff.left.letter, diff.right.letter),
        names=names or (diff.left.outlet, diff.right.outlet),
        versions=diff.kind is DiffKind.VERSIONS,
        counts=counts(diff),
        blocks=tuple(_Lines(diff, prefix, linked=linked).blocks(whole=whole)),
    )


def has_filler(row: Row) -> bool:
    """True for a row of excerpts of which some words are not shown."""
    return any(FILLER in one.text for one in (*row.words_left(), *row.words_right()))


class _Lines:
    """Makes the lines of one table."""

    def __init__(self, diff: Diff, prefix: str, *, linked: bool) -> None:
        self.diff, self.prefix, self.linked = diff, prefix, linked

    def blocks(self, *, whole: bool) -> Iterator[DiffBlock]:
        if not whole:
            yield from self._counted()
            return
        for block in layout(self.diff):
            match block:
                case Row():
                    yield self.line(block)
                case Pointer():
                    yield self._pointer(block)
                case Fold():
                    rows = tuple(self.line(row) for row in block.rows)
                    yield DiffFold(line=fold_line(self.diff, block), rows=rows)

    def _counted(self) -> Iterator[DiffBlock]:
        """Rows of both sides; those of one are counted behind them, with a way to the article."""
        for row in self.diff.rows:
            if row.field is Field.TEXT and row.left and row.right:
                yield self.line(row)
        for kind, about in (
            (RowKind.REMOVED, self.diff.left),
            (RowKind.ADDED, self.diff.right),
        ):
            number = self.diff.count(kind)
            if number:
                noun = "statement" if number == 1 else "statements"
                line = f"{number} {noun} {alone_in(self.diff, kind)}"
                yield DiffFold(line=line, rows=(), href=f"#{about.letter}")

    def _pointer(self, pointer: Pointer) -> DiffPointer:
        href = f"#{self.prefix}{pointer.row.id}"
        return DiffPointer(line=pointer_note(self.diff, pointer.row), href=href)

    def line(self, row: Row) -> DiffLine:
        """One row; of the same words in the same place the left side stands for both."""
        loud = is_loud(row)
        left = self._cell(row, row.left, self.diff.left.letter, row.words_left())
        right = self._cell(row, row.right, self.diff.right.letter, row.words_right())
        same = left is not None and right is not None and not any(map(is_marked, row.edits))
        # Two stretches of filler are not the same words.
        same = same and not has_filler(row)
        sort = "changed" if left and right else "left" if left else "right"
        return DiffLine(
            id=f"{self.prefix}{row.id}",
            sort="same" if same else sort,
            left=left,
            right=right,
            note="" if left and right else note_of(self.diff, row),
            moved=moved_note(self.diff, row) if row.moved and loud else "",
        )

    def _cell(
        self, row: Row, side: Side | None, letter: str, words: Sequence[Words]
    ) -> DiffCell | None:
        if side is None:
            return None
        marked = {
            id(one) for edit in row.edits if is_marked(edit) for one in (edit.left, edit.right)
        }
        # What an excerpt does not show has filler, which is no word of either side.
        alone = row.kind in (RowKind.REMOVED, RowKind.ADDED) or has_filler(row)
        pieces: list[DiffPiece] = []
        told = [one.text for one in words]
        if has_filler(row):
            words, told = words[:1], [with_filler_noted("".join(told))]
        for one, shown in zip(words, told, strict=True):
            is_new = id(one) in marked and not alone
            if is_new and shown != shown.rstrip():
                # The space behind a changed word is no change.
                pieces.append(DiffPiece(shown.rstrip(), True))
                pieces.append(DiffPiece(shown[len(shown.rstrip()) :], False))
            elif pieces and pieces[-1].marked is is_new:
                pieces[-1] = DiffPiece(pieces[-1].text + shown, is_new)
            else:
                pieces.append(DiffPiece(shown, is_new))
        if pieces:
            # What ends a statement, like an empty line, parts nothing in a cell.
            pieces[-1] = DiffPiece(pieces[-1].text.rstrip(), pieces[-1].marked)
        place = row.field.value if row.field is not Field.TEXT else f"¶{side.paragraph}"
        href = (
            f"#{side.sentences[0]}" if self.linked and side.sentences else f"#{self.prefix}{row.id}"
        )
        return DiffCell(place=f"{letter} {place}", href=href, pieces=tuple(pieces))
