"""In which sentences a thing worth a look stands, so that no two show the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from compare.model.comparison import Comparison
from compare.model.findings import Evidence
from compare.model.spans import Span


class HighlightKind(StrEnum):
    """What a look is at; its `ref` is then the id of a conflict, a quote group or a fact.

    For a headline it is the letter of the article, for shared copy the letters joined by a space,
    for loaded words the place of the contrast in the list of contrasts.
    """

    CONFLICT = "conflict"
    QUOTE = "quote"
    HEADLINE = "headline"
    NOT_FOUND = "not found"
    PLACED = "placed"
    SHARED_COPY = "shared copy"
    WORDS = "words"
    ONLY_HERE = "only here"


class Places:
    """The sentences of each thing worth a look in one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._conflicts = {one.id: one for one in comparison.conflicts}
        self._groups = {one.id: one for one in comparison.quote_groups}

    def of(self, kind: HighlightKind, ref: str) -> frozenset[str]:
        """The ids of its sentences; none for a headline or for shared copy."""
        if kind in (HighlightKind.NOT_FOUND, HighlightKind.PLACED, HighlightKind.ONLY_HERE):
            return frozenset(m.sentence for m in self._comparison.fact(ref).mentions)
        if kind is HighlightKind.CONFLICT:
            return frozenset(self._of_evidence(self._conflicts[ref].evidence))
        if kind is HighlightKind.WORDS:
            variants = self._comparison.contrasts[int(ref)].variants
            return frozenset(
                one for variant in variants for one in self._of_evidence(variant.evidence)
            )
        return frozenset(self._of_quotes(ref)) if kind is HighlightKind.QUOTE else frozenset()

    def _of_evidence(self, evidence: Iterable[Evidence]) -> Iterator[str]:
        for one in evidence:
            yield from self._sentences(one.article, one.span)

    def _of_quotes(self, ref: str) -> Iterator[str]:
        for member in self._groups[ref].members:
            for part in self._comparison.quote(member.quote).parts:
                yield from self._sentences(member.article, part)

    def _sentences(self, letter: str, span: Span) -> Iterator[str]:
        for sentence in self._comparison.article(letter).sentences:
            if sentence.span.overlaps(span):
                yield sentence.id
