"""The rows of the reader in place of those of the rules, as groups of the statements of a story."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from compare.align.groups import Group, Grouping, ReadStatements, cut_statements, strength
from compare.align.scores import Scores, score_pairs
from compare.align.story import Statement, Story
from compare.model.spans import Span
from compare.reader.rows import Pair, ReadRows

# A row of the rules that the reader does not have stays where its statements fit each other this
# well and are in no row of the reader: of such marks .94 are right, and a model tires of lists.
_SURE = 0.85


def likeness_of(scores: Scores, finest: Story, named: AbstractSet[int]) -> dict[Pair, float]:
    """Return how alike the words of some finest statements of different articles are.

    They are as alike as the statements that they were cut from.
    """
    pieces = [
        tuple(part for part in parts if part in named)
        for parts in pieces_by_statement(scores.story, finest)
    ]
    return {
        (x, y): score
        for (a, b), score in scores.score.items()
        if scores.story.document(a) != scores.story.document(b)
        for x in pieces[a]
        for y in pieces[b]
    }


def regroup_statements(rules: Grouping, scores: Scores, finest: Story, read: ReadRows) -> Grouping:
    """Return the groups that the reader found, with those of the rules that are sure beside them.

    `scores` are those of the story before `rules` cut anything. A statement whose parts are in one
    row stays whole; one whose parts are in several is cut between them, a part that is in no row
    going with the part before it. No statement is in two groups.
    """
    rows = [*read.rows, *_sure_rows(rules, finest, read)]
    pieces = pieces_by_statement(scores.story, finest)
    home = {number: at for at, row in enumerate(rows) for number in row}
    groups: list[list[int]] = [[] for _ in rows]
    cut: dict[int, list[tuple[Span, int]]] = {}
    for statement, parts in enumerate(pieces):
        homes = {home[part] for part in parts if part in home}
        if len(homes) == 1:
            groups[homes.pop()].append(statement)
        elif homes:
            cut[statement] = _cut(finest, parts, home)
    fresh, found = cut_statements(scores, [tuple(group) for group in groups], cut)
    if cut:  # a part that was cut off fits by its own words, not by those that it left
        fresh = score_pairs(fresh.story)
    fuller = {
        (
            _holding(fresh.story, finest.statements[a]),
            _holding(fresh.story, finest.statements[b]),
        )
        for a, b in read.fuller
    }
    return Grouping(
        scores=fresh,
        groups=tuple(sorted(found)),
        details={},
        read=ReadStatements(
            joined=frozenset(n for group in found[: len(read.rows)] for n in group),
            fuller=frozenset(pair for pair in fuller if pair[0] != pair[1]),
        ),
    )


def pieces_by_statement(story: Story, finest: Story) -> list[tuple[int, ...]]:
    """Return for each statement of a story the numbers of those of the finest one that begin in it.

    The story may be cut in other places than the finest one.
    """
    found: list[list[int]] = [[] for _ in story.statements]
    for number, piece in enumerate(finest.statements):
        found[_holding(story, piece)].append(number)
    return [tuple(parts) for parts in found]


def _holding(story: Story, piece: Statement) -> int:
    """The number of the statement of a story in which a piece begins."""
    inside = story.statements_of(piece.sentence)
    starts = [story.statements[number].span.start for number in inside]
    return inside[max(0, bisect_right(starts, piece.span.start) - 1)]


def _cut(finest: Story, parts: Sequence[int], home: Mapping[int, int]) -> list[tuple[Span, int]]:
    """The pieces of a statement, each with its row; what has none goes with what is before it."""
    found: list[tuple[Span, int]] = []
    row = next(home[part] for part in parts if part in home)
    for part in parts:
        span = finest.statements[part].span
        row = home.get(part, row)
        if found and found[-1][1] == row:
            found[-1] = (Span(found[-1][0].start, span.end), row)
        else:
            found.append((span, row))
    return found


def _sure_rows(rules: Grouping, finest: Story, read: ReadRows) -> list[Group]:
    """The rows of the rules that fit very well and share no statement with a row of the reader."""
    taken = {number for row in read.rows for number in row}
    pieces = pieces_by_statement(rules.scores.story, finest)
    found = []
    for group in rules.groups:
        row = tuple(part for number in group for part in pieces[number])
        if strength(rules.scores, group) >= _SURE and taken.isdisjoint(row):
            found.append(row)
    return found
