"""A diff as it is read: long stretches folded, and a pointer where a moved statement stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from compare.model.diff import (
    Change,
    ChangeKind,
    Diff,
    DiffKind,
    Edit,
    EditKind,
    Field,
    Row,
    RowKind,
)
from compare.model.facts import State

# So many rows of one kind in a row are folded, but for the first and the last of the same words,
# which show where a change stands.
_LONG = 4
_CONTEXT = 1


@dataclass(frozen=True, slots=True)
class Fold:
    """Rows of one kind that follow each other, shown as one line until they are asked for."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """The place on the right where a moved statement stands; its words are in its row."""

    row: Row


Block = Row | Fold | Pointer


def layout(diff: Diff) -> tuple[Block, ...]:
    """The rows with their folds and pointers, in the order of reading; no row is left out."""
    found: list[Block] = []
    for loud, several in groupby(_with_pointers(diff.rows), key=_sort):
        blocks = list(several)
        rows = [block for block in blocks if isinstance(block, Row)]
        if not loud or len(rows) < _LONG:
            found += blocks
        elif loud == RowKind.SAME.value:
            first, last = bool(found), rows[-1] is not diff.rows[-1]
            inner = rows[_CONTEXT if first else 0 : len(rows) - (_CONTEXT if last else 0)]
            found += rows[:_CONTEXT] if first else []
            found.append(Fold(tuple(inner)))
            found += rows[-_CONTEXT:] if last else []
        else:
            found.append(Fold(tuple(rows)))
    return tuple(found)


def _sort(block: Block) -> str:
    """What may be folded together; "" for what is always shown."""
    if isinstance(block, Row) and block.field is Field.TEXT and (block.is_quiet or _alone(block)):
        return block.kind.value
    return ""


def _alone(row: Row) -> bool:
    return row.kind in (RowKind.REMOVED, RowKind.ADDED)


def _with_pointers(rows: Sequence[Row]) -> Iterator[Row | Pointer]:
    """The rows, each moved one pointed to from behind what it follows on the right."""
    in_place = [row for row in rows if row.right and not row.moved and row.field is Field.TEXT]
    after: dict[str, list[Row]] = {}
    for row in rows:
        if row.moved and row.right:
            start = row.right.span.start
            before = [r for r in in_place if r.right and r.right.span.start < start]
            last = max(before, key=lambda r: r.right.span.start if r.right else 0, default=None)
            after.setdefault(last.id if last else "", []).append(row)
    yield from _pointers(after.get("", ()))
    for row in rows:
        yield row
        yield from _pointers(after.get(row.id, ()))


def _pointers(rows: Iterable[Row]) -> list[Pointer]:
    return [Pointer(r) for r in sorted(rows, key=lambda r: r.right.span.start if r.right else 0)]


def is_marked(edit: Edit) -> bool:
    """True for words that a reader should see as different; other white space alone is not."""
    if edit.kind is EditKind.RESPELT and edit.left and edit.right:
        return edit.left.text.split() != edit.right.text.split()
    return edit.kind is not EditKind.SAME


def is_loud(row: Row) -> bool:
    """True for a row with words marked, moved, or on one side only."""
    return row.moved or any(map(is_marked, row.edits))


def title(diff: Diff) -> str:
    """What is set side by side, with a capital."""
    return diff.kind.value[0].upper() + diff.kind.value[1:]


def counts(diff: Diff) -> str:
    """Like "12 sentences changed, 3 only in version A, 1 in another place, 20 the same."

    Of two outlets a statement that stands alone may be told elsewhere, so that none is said to be
    only in one of them.
    """
    versions = diff.kind is DiffKind.VERSIONS
    unit = "sentence" if versions else "statement"
    told = [
        (diff.count(RowKind.CHANGED), "changed" if versions else "in other words"),
        (diff.count(RowKind.REMOVED), alone_in(diff, RowKind.REMOVED)),
        (diff.count(RowKind.ADDED), alone_in(diff, RowKind.ADDED)),
        (diff.moved, "in another place"),
        (diff.count(RowKind.SAME), "with the same words"),
    ]
    shown = [(number, words) for number, words in told if number]
    if not shown:
        return "There is nothing to set side by side."
    number, words = shown[0]
    head = f"{number} {unit if number == 1 else unit + 's'} {words}"
    return ", ".join([head, *(f"{number} {words}" for number, words in shown[1:])]) + "."


def alone_in(diff: Diff, kind: RowKind) -> str:
    """What rows of one side are called, like "only in version A" or "of A alone"."""
    about = diff.left if kind is RowKind.REMOVED else diff.right
    if diff.kind is DiffKind.VERSIONS:
        return f"only in version {about.letter}"
    return f"of {about.letter} alone"


def fold_line(diff: Diff, fold: Fold) -> str:
    """Like "6 statements of A alone, ¶4 to ¶7"."""
    row = fold.rows[0]
    side = row.left or row.right
    last = fold.rows[-1].left or fold.rows[-1].right
    where = ""
    if side and last and side.paragraph:
        first, end = f"¶{side.paragraph}", f"¶{last.paragraph}"
        where = f", {first}" if first == end else f", {first} to {end}"
    unit = "statements" if diff.kind is DiffKind.OUTLETS else "sentences"
    what = "with the same words" if row.kind is RowKind.SAME else alone_in(diff, row.kind)
    return f"{len(fold.rows)} {unit} {what}{where}"


def note_of(diff: Diff, row: Row) -> str:
    """What stands in the empty side of a row, in words that claim no more than is known."""
    here, other = (diff.left, diff.right) if row.left else (diff.right, diff.left)
    if row.field is not Field.TEXT:
        return f"{other.letter} has no {row.field.value}"
    if diff.kind is DiffKind.VERSIONS:
        return f"only in version {here.letter}"
    side = row.left or row.right
    if side and side.aside:
        return f"{side.aside} of {here.letter}"
    if row.again:
        return f"{here.letter} says this more than once"
    return {
        None: f"only in {here.letter}",
        State.NOT_FOUND: f"not found in {other.letter}",
        State.PERHAPS: f"perhaps in {other.letter}",
        State.HEADLINE: f"only in the headline of {other.letter}",
    }.get(row.elsewhere, f"elsewhere in {other.letter}")


def moved_note(diff: Diff, row: Row) -> str:
    """Where the right side of a moved row stands, like "in another place: B ¶9"."""
    assert row.right is not None
    return f"in another place: {diff.right.letter} ¶{row.right.paragraph}"


def pointer_note(diff: Diff, row: Row) -> str:
    """Like "B ¶9 is set beside A ¶2"."""
    assert row.left is not None
    assert row.right is not None
    letters = diff.left.letter, diff.right.letter
    return f"{letters[1]} ¶{row.right.paragraph} is set beside {letters[0]} ¶{row.left.paragraph}"


def change_line(diff: Diff, change: Change) -> str:
    """Like "A “14”; B “15” – How many people were killed?", without the name of its kind."""
    one, other = diff.left.letter, diff.right.letter
    gone = f"{one} “{_flat(change.left.text)}”" if change.left else f"{one} has none here"
    put = f"{other} “{_flat(change.right.text)}”" if change.right else f"{other} has none here"
    note = f" – {change.note}" if change.note else ""
    if change.relation is not None and change.kind is ChangeKind.FIGURE:
        note += f" ({change.relation.value})"
    return f"{gone}; {put}{note}"


def _flat(text: str) -> str:
    return " ".join(text.split()).strip("“”\"'‘’,")
