"""A diff as text for a terminal, a pipe or a plain file: unified with marks, or in two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from compare.formats.diff_layout import (
    Block,
    Fold,
    Pointer,
    change_line,
    counts,
    fold_line,
    is_marked,
    layout,
    moved_note,
    note_of,
    pointer_note,
    title,
)
from compare.formats.moments import clock, day
from compare.formats.screen import PIPE, Screen
from compare.formats.withheld_words import with_filler_noted
from compare.model.diff import Diff, DiffKind, DiffText, Field, Row, RowKind

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_LEFT, _RIGHT, _QUIET = "red", "green", "dim"
_MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}")}


def diff_text(diff: Diff, screen: Screen = PIPE, *, split: bool = False) -> str:
    """The diff in lines, ending with a line end.

    Words that only one side has are in colour, and without colours between [-…-] and {+…+}, the
    marks of `git diff --word-diff`. `split` sets the two texts side by side in columns. With
    `screen.lines` None nothing is folded.
    """
    console = screen.console()
    writer = _Writer(diff, screen, console)
    writer.head()
    blocks: Sequence[Block] = layout(diff)
    if screen.lines is None:
        blocks = [
            one for block in blocks for one in (block.rows if isinstance(block, Fold) else [block])
        ]
    if split:
        writer.split(blocks)
    else:
        for block in blocks:
            writer.unified(block)
    text = console.file.getvalue()  # type: ignore[attr-defined]  # it is a StringIO
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"


class _Writer:
    """Writes one diff to one console."""

    def __init__(self, diff: Diff, screen: Screen, console: Console) -> None:
        self.diff, self.screen, self.console = diff, screen, console
        # In two columns the note on what the other side lacks stands in that side.
        self.told = True

    def head(self) -> None:
        """What is compared, how much of it differs, and what an editor looks for first."""
        console, versions = self.console, self.diff.kind is DiffKind.VERSIONS
        self._line("", title(self.diff), style="bold")
        for about in (self.diff.left, self.diff.right):
            self._line("", f"{about.letter}  {_about(about, with_source=versions)}")
        self._line("", counts(self.diff))
        for warning in self.diff.warnings:
            self._line("", f"Keep in mind: {warning}", style=_QUIET)
        if self.diff.changes:
            console.print()
            self._line(
                "",
                "What changed" if versions else "What differs",
                style="bold",
            )
            width = max(len(change.kind.value) for change in self.diff.changes)
            for change in self.diff.changes:
                self._line(f"  {change.kind.value.ljust(width)}  ", change_line(self.diff, change))
        console.print()

    def unified(self, block: Block) -> None:
        """A block in one column: what only the left has behind -, only the right behind +."""
        match block:
            case Fold():
                self._line("  ", f"… {fold_line(self.diff, block)}", style=_QUIET)
            case Pointer():
                self._line("  ", f"> {pointer_note(self.diff, block.row)}", style=_QUIET)
            case Row():
                for sign, words in self._sides(block):
                    self._line(sign, words)

    def _sides(self, row: Row) -> Iterator[tuple[str, Text]]:
        if not any(map(is_marked, row.edits)):
            yield self._sign(" ", row), self._words(row, "")
            return
        if row.left:
            yield self._sign("-", row), self._words(row, "-")
        if row.right:
            yield ("+" if row.left else self._sign("+", row)).ljust(2), self._words(row, "+")

    def _sign(self, sign: str, row: Row) -> str:
        return f"{'>' if row.moved and sign == ' ' else sign} "

    def split(self, blocks: Sequence[Block]) -> None:
        """All blocks as a table of two columns."""
        from rich.table import Table

        self.told = False
        console = self.console
        table = Table.grid(padding=(0, 2), expand=True)
        table.add_column(ratio=1)
        table.add_column(ratio=1)
        table.add_row(*(self._plain(t.letter, "bold") for t in (self.diff.left, self.diff.right)))
        for block in blocks:
            match block:
                case Fold():
                    table.add_row(self._plain(f"… {fold_line(self.diff, block)}", _QUIET), "")
                case Pointer():
                    table.add_row(
                        "", self._plain(f"> {pointer_note(self.diff, block.row)}", _QUIET)
                    )
                case Row():
                    table.add_row(
                        self._words(block, "-") if block.left else self._note(block),
                        self._words(block, "+") if block.right else self._note(block),
                    )
        console.print(table)

    def _note(self, row: Row) -> Text:
        return self._plain(f"({note_of(self.diff, row)})", _QUIET)

    def _words(self, row: Row, side: str) -> Text:
        """The words of one side with their place, those marked that the other side has not.

        An empty side stands for both where nothing is marked.
        """
        text = self._plain("")
        text.append(f"{self.screen.say(self._place(row, side))} ", style=_QUIET)
        for edit in row.edits:
            words = edit.right if side == "+" else edit.left
            if words is None:
                continue
            shown = self.screen.say(with_filler_noted(words.text))
            if is_marked(edit) and side and not self._is_alone(row):
                self._mark(text, shown, side)
            else:
                style = {"-": _LEFT, "+": _RIGHT}.get(side, "") if self._is_alone(row) else ""
                text.append(shown, style=style)
            text.append(" " if words.text[-1:].isspace() else "")
        notes = [moved_note(self.diff, row)] if row.moved and side in ("-", "") else []
        notes += [note_of(self.diff, row)] if self._is_alone(row) and self.told else []
        for note in notes:
            text.rstrip()
            text.append(f"  {self.screen.say(f'({note})')}", style=_QUIET)
        text.rstrip()
        return text

    def _is_alone(self, row: Row) -> bool:
        return row.kind in (RowKind.REMOVED, RowKind.ADDED)

    def _mark(self, text: Text, shown: str, side: str) -> None:
        if self.screen.colour:
            style = _LEFT if side == "-" else _RIGHT
            text.append(shown, style=f"bold underline {style}")
        else:
            begin, end = _MARKS[side]
            text.append(f"{begin}{shown}{end}")

    def _place(self, row: Row, side: str) -> str:
        if row.field is not Field.TEXT:
            return f"{row.field.value}:"
        here = row.right if side == "+" else row.left
        return f"¶{here.paragraph}" if here else ""

    def _plain(self, words: str, style: str = "") -> Text:
        from rich.text import Text

        return Text(self.screen.say(words) + (" " if words.endswith(" ") else ""), style=style)

    def _line(self, sign: str, words: str | Text, *, style: str = "") -> None:
        """Words behind a sign, wrapped beside it; the sign is not copied into the words."""
        from rich.table import Table
        from rich.text import Text

        console = self.console
        shown = words if isinstance(words, Text) else self._plain(words, style)
        if not sign:
            console.print(shown)
            return
        table = Table.grid()
        table.add_column(width=len(sign), no_wrap=True)
        table.add_column()
        colour = {"-": _LEFT, "+": _RIGHT}.get(sign.strip(), "")
        table.add_row(Text(sign, style=colour), shown)
        console.print(table)


def _about(about: DiffText, *, with_source: bool) -> str:
    """The outlet, when it was published, and from where it was read."""
    moments = [
        f"{word} {day(moment)}, {clock(moment)}"
        for word, moment in (("", about.published), ("updated", about.updated))
        if moment is not None
    ]
    return " · ".join(
        [
            about.outlet,
            *(moment.strip() for moment in moments),
            *filter(None, [about.source if with_source else None]),
        ]
    )
