"""Pairs of units put into rows: in the order of the left text, nothing left out, nothing twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

from compare.align.story import is_apart
from compare.diff.matching import Pair
from compare.diff.units import DiffUnit, side_of
from compare.diff.word_edits import word_edits
from compare.model.articles import Article, Document
from compare.model.diff import DiffText, Edit, EditKind, Field, Row, RowKind, Side
from compare.model.facts import State
from compare.model.spans import Span

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Sides:
    """The two articles with their units."""

    left: Article
    ours: Sequence[DiffUnit]
    right: Article
    theirs: Sequence[DiffUnit]


@dataclass(frozen=True, slots=True)
class RowUnits:
    """The units of one row, as indexes; one of the ranges may be empty."""

    left: range
    right: range
    moved: bool = False


def rows_in_order(count: int, count2: int, pairs: Sequence[Pair]) -> Iterator[RowUnits]:
    """All units in rows of one unit or pair each, in the order of the left text.

    Units of the right text alone follow what they follow there. `pairs` are in the order of the
    left text, and those not moved are in that of the right text as well.
    """
    of_left = {i: pair for pair in pairs for i in pair.left}
    taken = {j for pair in pairs for j in pair.right}
    i = j = 0
    for pair in [
        *(p for p in pairs if not p.moved),
        Pair(range(count, count), range(count2, count2)),
    ]:
        while i < pair.left.start:
            mine = of_left.get(i)
            yield (
                RowUnits(mine.left, mine.right, True)
                if mine
                else RowUnits(range(i, i + 1), range(0))
            )
            i = mine.left.stop if mine else i + 1
        yield from (
            RowUnits(range(0), range(k, k + 1))
            for k in range(j, pair.right.start)
            if k not in taken
        )
        if pair.left:
            yield RowUnits(pair.left, pair.right)
        i, j = pair.left.stop, pair.right.stop


class RowMaker:
    """Makes the rows of one diff, each with an id of its words."""

    def __init__(self, sides: Sides, elsewhere: Callable[[RowUnits], State | None]) -> None:
        self.sides = sides
        self._elsewhere = elsewhere
        self._known: dict[str, int] = {}

    def row(self, place: RowUnits) -> Row:
        """The row of some units of both sides or of one."""
        s = self.sides
        ours = [s.ours[i] for i in place.left]
        theirs = [s.theirs[j] for j in place.right]
        left, right = side_of(s.left, ours), side_of(s.right, theirs)
        edits = word_edits(
            s.left.document.text,
            left.span if left else None,
            s.right.document.text,
            right.span if right else None,
        )
        stated = [[f for unit in units for f in unit.facts] for units in (ours, theirs) if units]
        facts = [fact for fact in stated[0] if all(fact in those for those in stated)]
        return self._made(
            Field.TEXT,
            edits,
            left,
            right,
            moved=place.moved,
            facts=tuple(dict.fromkeys(facts)),
            elsewhere=self._elsewhere(place),
        )

    def outside(self, fields: Container[Field]) -> Iterator[Row]:
        """A row for each of `fields` that stands outside the text: headline, standfirst, byline."""
        one, other = self.sides.left.document, self.sides.right.document
        for field, mine, theirs in (
            (Field.HEADLINE, _apart(self.sides.left), _apart(self.sides.right)),
            (Field.STANDFIRST, one.standfirst, other.standfirst),
            (Field.BYLINE, one.byline, other.byline),
        ):
            if field in fields and (mine or theirs):
                left, right = _whole(mine), _whole(theirs)
                edits = word_edits(
                    mine or "", left.span if left else None,
                    theirs or "", right.span if right else None,
                )  # fmt: skip
                yield self._made(field, edits, left, right)

    def _made(
        self,
        field: Field,
        edits: tuple[Edit, ...],
        left: Side | None,
        right: Side | None,
        *,
        moved: bool = False,
        facts: tuple[str, ...] = (),
        elsewhere: State | None = None,
    ) -> Row:
        return Row(
            id=self._id(field, edits),
            kind=_kind(edits),
            field=field,
            edits=edits,
            left=left,
            right=right,
            moved=moved,
            facts=facts,
            elsewhere=elsewhere,
        )

    def _id(self, field: Field, edits: Sequence[Edit]) -> str:
        """Six hexadecimal digits of the words; "-2" follows where the same words come again."""
        words = [field.value]
        words += (edit.left.text for edit in edits if edit.left)
        words.append("\n")
        words += (edit.right.text for edit in edits if edit.right)
        joined = " ".join(" ".join(words).split())
        digest = hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
        self._known[digest] = self._known.get(digest, 0) + 1
        return digest if self._known[digest] == 1 else f"{digest}-{self._known[digest]}"


def text_of(document: Document) -> DiffText:
    """What a diff says of one of its texts."""
    return DiffText(
        letter=document.letter,
        outlet=document.outlet,
        sha256=document.sha256,
        length=len(document.text),
        headline=document.headline,
        published=document.published,
        updated=document.updated,
        url=document.url,
        source=document.source,
        language=document.language,
        excerpt=document.excerpt,
    )


def _apart(article: Article) -> str | None:
    """The headline of an article where it is no sentence of its text."""
    return article.document.headline if is_apart(article) else None


def _whole(text: str | None) -> Side | None:
    return Side(span=Span(0, len(text)), paragraph=0) if text else None


def _kind(edits: Sequence[Edit]) -> RowKind:
    kinds = {edit.kind for edit in edits}
    if kinds <= {EditKind.SAME, EditKind.RESPELT}:
        return RowKind.SAME
    if kinds == {EditKind.REMOVED} and not any(edit.right for edit in edits):
        return RowKind.REMOVED
    if kinds == {EditKind.ADDED} and not any(edit.left for edit in edits):
        return RowKind.ADDED
    return RowKind.CHANGED
