"""What an editor wants named of a diff: changed headlines, figures and quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.diff import Change, ChangeKind, Edit, EditKind, Field, Row, RowKind, Words
from compare.model.figures import Figure, FigureKind
from compare.model.findings import FigureGroup, FigureRelation, QuoteChange, QuoteGroup, QuoteMember
from compare.model.spans import Span

_SAME_VALUE = "the same value in other words"


def version_changes(left: Article, right: Article, rows: Sequence[Row]) -> Iterator[Change]:
    """Headline, figures and quotations that the two versions of an article do not share.

    A figure is named where words were replaced or taken out around it; what went with a whole
    sentence is told by that row. Quotations are named also where they came or went with a sentence.
    """
    for row in rows:
        if row.field is Field.HEADLINE and row.kind is not RowKind.SAME:
            yield headline_change(row)
        elif row.field is Field.TEXT and row.kind is not RowKind.SAME:
            yield from _figures(left, right, row)
            yield from _quotations(left, right, row)


def headline_change(row: Row) -> Change:
    """The change of a headline that stands outside the text."""
    return Change(
        kind=ChangeKind.HEADLINE,
        row=row.id,
        left=_joined(row.words_left()),
        right=_joined(row.words_right()),
    )


def _figures(left: Article, right: Article, row: Row) -> Iterator[Change]:
    if row.kind is not RowKind.CHANGED:
        return
    for edit in row.edits:
        if edit.kind in (EditKind.SAME, EditKind.RESPELT):
            continue
        gone = _touched(left.figures, edit.left)
        put = _touched(right.figures, edit.right)
        for one, other in _side_by_side(gone, put):
            same = one is not None and other is not None and one.quantity == other.quantity
            yield Change(
                kind=ChangeKind.FIGURE,
                row=row.id,
                left=_of(left, one.span) if one else None,
                right=_of(right, other.span) if other else None,
                note=_SAME_VALUE if same else _counted(one, other),
            )


def _touched(figures: Iterable[Figure], words: Words | None) -> list[Figure]:
    return [figure for figure in figures if words and figure.span.overlaps(words.span)]


def _side_by_side(
    gone: Sequence[Figure], put: Sequence[Figure]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    """Figures of one sort in their order; those left over stand alone."""
    rest = list(put)
    for one in gone:
        other = next((each for each in rest if each.kind is one.kind), None)
        if other is not None:
            rest.remove(other)
        yield one, other
    yield from ((None, other) for other in rest)


def _counted(one: Figure | None, other: Figure | None) -> str:
    """What is counted, where both say the same of it; for days and hours what they are."""
    counts = {figure.counts for figure in (one, other) if figure}
    kinds = {figure.kind for figure in (one, other) if figure} & {FigureKind.DATE, FigureKind.TIME}
    known = counts.pop() if len(counts) == 1 else ""
    return known or (kinds.pop().value if kinds else "")


def _quotations(left: Article, right: Article, row: Row) -> Iterator[Change]:
    """Quotations with words that were changed, those of both sides that meet put together."""
    ours = _spoken(left, row.left.span if row.left else None)
    theirs = _spoken(right, row.right.span if row.right else None)
    used: set[Span] = set()
    for span in ours:
        partner = next((o for o in theirs if o not in used and _meet(row.edits, span, o)), None)
        if partner is not None:
            used.add(partner)
        if partner is None or _is_changed(row.edits, span, partner):
            yield Change(
                kind=ChangeKind.QUOTATION,
                row=row.id,
                left=_of(left, span),
                right=_of(right, partner) if partner else None,
            )
    for span in theirs:
        if span not in used:
            yield Change(kind=ChangeKind.QUOTATION, row=row.id, right=_of(right, span))


def _spoken(article: Article, inside: Span | None) -> list[Span]:
    """The stretches in quotation marks that lie in a row."""
    every = (span for quote in article.quotes for span in quote.marked)
    return sorted({span for span in every if inside and inside.contains(span)})


def _meet(edits: Iterable[Edit], span: Span, other: Span) -> bool:
    """True when some words of the two stand against each other."""
    return any(
        edit.left
        and edit.right
        and edit.left.span.overlaps(span)
        and edit.right.span.overlaps(other)
        for edit in edits
    )


def _is_changed(edits: Iterable[Edit], span: Span, other: Span) -> bool:
    return any(
        (edit.left and edit.left.span.overlaps(span))
        or (edit.right and edit.right.span.overlaps(other))
        for edit in edits
        if edit.kind not in (EditKind.SAME, EditKind.RESPELT)
    )


def outlet_changes(
    comparison: Comparison, rows: Sequence[Row], one: str, other: str
) -> Iterator[Change]:
    """Figures and quotations that a comparison found to differ between two of its articles."""
    for row in rows:
        if row.field is Field.HEADLINE and row.kind is RowKind.CHANGED:
            yield headline_change(row)
    for group in comparison.figures:
        if group.relation is not FigureRelation.AGREE:
            yield from _readings(comparison, rows, group, one, other)
    for quotes in comparison.quote_groups:
        yield from _versions(comparison, rows, quotes, one, other)


def _readings(
    comparison: Comparison, rows: Sequence[Row], group: FigureGroup, one: str, other: str
) -> Iterator[Change]:
    mine = next((r for r in group.readings if r.article == one), None)
    theirs = next((r for r in group.readings if r.article == other), None)
    if mine is None or theirs is None or mine.value == theirs.value:
        return
    row = _row_at(rows, mine.span)
    if row is not None:
        yield Change(
            kind=ChangeKind.FIGURE,
            row=row.id,
            left=_of(comparison.article(one), mine.span),
            right=_of(comparison.article(other), theirs.span),
            relation=group.relation if len(group.readings) == 2 else None,
            note=group.question,
        )


def _versions(
    comparison: Comparison, rows: Sequence[Row], group: QuoteGroup, one: str, other: str
) -> Iterator[Change]:
    mine = next((m for m in group.members if m.article == one), None)
    theirs = next((m for m in group.members if m.article == other), None)
    if mine is None or theirs is None:
        return
    left, right = _quoted(comparison, mine), _quoted(comparison, theirs)
    row = _row_at(rows, left.span)
    if row is not None and left.text != right.text:
        told = "; ".join(_what_happened(m) for m in (mine, theirs))
        yield Change(
            kind=ChangeKind.QUOTATION, row=row.id, left=left, right=right,
            note=f"{group.speaker}; {told}" if group.speaker else told,
        )  # fmt: skip


def _what_happened(member: QuoteMember) -> str:
    """Like "fullest in A", or "B: cut at the end"."""
    if member.change is QuoteChange.FULLEST:
        return f"fullest in {member.article}"
    same = member.change is QuoteChange.IDENTICAL
    return f"{member.article}: {'the words quoted are the same' if same else member.change.value}"


def _quoted(comparison: Comparison, member: QuoteMember) -> Words:
    """The words of one version from the first of them to the last."""
    parts = comparison.quote(member.quote).parts
    return _of(comparison.article(member.article), Span(parts[0].start, parts[-1].end))


def _row_at(rows: Sequence[Row], span: Span) -> Row | None:
    """The row of the text whose left side holds the beginning of a stretch."""
    for row in rows:
        if (
            row.field is Field.TEXT
            and row.left
            and row.left.span.start <= span.start < row.left.span.end
        ):
            return row
    return None


def _of(article: Article, span: Span) -> Words:
    return Words(span=span, text=article.words_of(span))


def _joined(words: Sequence[Words]) -> Words | None:
    if not words:
        return None
    span = Span(words[0].span.start, words[-1].span.end)
    return Words(span=span, text="".join(one.text for one in words))
