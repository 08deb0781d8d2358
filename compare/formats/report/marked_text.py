"""Sentences cut into pieces, each under the marks of what it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from compare.formats.grid import said_by
from compare.formats.report.basics import Passage, Piece
from compare.formats.withheld_words import NOT_SHOWN, is_withheld
from compare.model.comparison import Comparison
from compare.model.facts import Extent, Mention, Mode
from compare.model.figures import Quantity, compatible
from compare.model.findings import FigureGroup, FigureRelation, Reading
from compare.model.spans import Mark, Span, runs

Amounts = dict[str, Quantity]

_ANCHOR = "#"


class MarkedText:
    """The marks of a comparison by sentence.

    Classes: `st` stated, `pt` partly stated, `gd` attributed, hedged or quoted, `on` only here,
    `cl` a figure that another outlet's excludes, `fg` a figure that differs and may still agree.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.c = comparison
        self._marks: dict[str, list[Mark]] = {}
        for fact in comparison.facts:
            alone = len(said_by(comparison, fact)) < 2
            for mention in fact.mentions:
                name = "on" if alone else _class_of(mention)
                self._add(mention.sentence, mention.span, name)
        amounts = amounts_of(comparison)
        for group in comparison.figures:
            for reading, name in _readings(amounts, group):
                self._add(reading.sentence, reading.span, name)

    def pieces(self, sentence_id: str) -> Passage:
        """The words of the sentence, in pieces that join to exactly its text."""
        return self._cut(sentence_id, self._of(sentence_id))

    def pieces_with_anchors(self, sentence_id: str) -> Passage:
        """The same, with the ids of the quotations that begin in the sentence."""
        return self._cut(sentence_id, [*self._of(sentence_id), *self._quotes(sentence_id)])

    def headline(self, letter: str, shared: Sequence[Span] = ()) -> Passage:
        """The headline with the words that state a fact of some article's text.

        `shared` are words that other headlines have too; they get the class `sw`.
        """
        text = self.c.article(letter).document.headline or ""
        if not text:
            return ()
        marks = [
            Mark(span=mention.span, names=("st",))
            for fact in self.c.facts
            for mention in fact.headlines
            if mention.article == letter
        ]
        marks += (Mark(span=span, names=("sw",)) for span in shared)
        return _pieces(text, marks, 0, len(text))

    def _add(self, sentence_id: str, span: Span, name: str) -> None:
        self._marks.setdefault(sentence_id, []).append(Mark(span=span, names=(name,)))

    def _of(self, sentence_id: str) -> list[Mark]:
        return self._marks.get(sentence_id, [])

    def _cut(self, sentence_id: str, marks: list[Mark]) -> Passage:
        article = self.c.article(sentence_id.partition(".")[0])
        span = article.sentence(sentence_id).span
        if is_withheld(article, span):
            return (Piece(text=NOT_SHOWN),)
        return _pieces(article.document.text, marks, span.start, span.end)

    def _quotes(self, sentence_id: str) -> Iterator[Mark]:
        article = self.c.article(sentence_id.partition(".")[0])
        sentence = article.sentence(sentence_id).span
        for quote in article.quotes:
            first = quote.parts[0]
            if sentence.start <= first.start < sentence.end:
                inside = Span(first.start, min(first.end, sentence.end))
                yield Mark(span=inside, names=(f"{_ANCHOR}{quote.id}",))


def amounts_of(comparison: Comparison) -> Amounts:
    """The quantity of each figure by its id."""
    return {f.id: f.quantity for a in comparison.articles for f in a.figures}


def is_excluded(amounts: Amounts, reading: Reading, group: FigureGroup) -> bool:
    """True when another answer to the question cannot be true together with this one."""
    if group.relation is not FigureRelation.CLASH:
        return False
    mine = amounts[reading.figure]
    return not all(compatible(mine, amounts[other.figure]) for other in group.readings)


def _readings(amounts: Amounts, group: FigureGroup) -> Iterator[tuple[Reading, str]]:
    if group.relation is FigureRelation.AGREE:
        return
    for reading in group.readings:
        yield reading, "cl" if is_excluded(amounts, reading, group) else "fg"


def _class_of(mention: Mention) -> str:
    if mention.mode is not Mode.ASSERTED:
        return "gd"
    return "pt" if mention.extent is Extent.PARTIAL else "st"


def _pieces(text: str, marks: list[Mark], start: int, end: int) -> Passage:
    if not marks:
        return (Piece(text=text[start:end]),)
    shifted = [
        Mark(span=Span(m.span.start - start, m.span.end - start), names=m.names) for m in marks
    ]
    seen: set[str] = set()
    pieces: list[Piece] = []
    for run in runs(end - start, shifted):
        anchors = tuple(n[1:] for n in run.names if n.startswith(_ANCHOR) and n not in seen)
        seen.update(run.names)
        classes = " ".join(n for n in run.names if not n.startswith(_ANCHOR))
        words = text[start + run.span.start : start + run.span.end]
        if pieces and pieces[-1].marks == classes and not anchors:
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text + words)
        else:
            pieces.append(Piece(text=words, marks=classes, anchors=anchors))
    return tuple(pieces)
