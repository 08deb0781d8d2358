"""Where it comes from: shared copy, cited sources, and the lines between outlets and sources."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.formats.grid import letters
from compare.formats.report.basics import DifferenceSide, OutletColumn, Ref
from compare.formats.report.figures import sides
from compare.formats.report.references import References
from compare.formats.withheld_words import is_withheld
from compare.model.comparison import Comparison
from compare.model.findings import Citation, Evidence


class SourceLine(Struct, frozen=True, kw_only=True, gc=False):
    """A source and the outlets that name it, with the sentences."""

    source: str
    kind: str
    refs: tuple[Ref, ...]


class GraphLine(Struct, frozen=True, kw_only=True, gc=False):
    """A line of the source graph, in its own units; `width` grows with the sentences."""

    y1: int
    y2: int
    width: str


class Graph(Struct, frozen=True, kw_only=True, gc=False):
    """Outlets left, sources right, lines between."""

    outlets: tuple[OutletColumn, ...]
    sources: tuple[str, ...]
    lines: tuple[GraphLine, ...]
    height: int


class SharedCopy(Struct, frozen=True, kw_only=True, gc=False):
    """Articles that share copy nearly word for word, with the passages."""

    letters: str
    share: str
    passages: tuple[DifferenceSide, ...]


class Sources(Struct, frozen=True, kw_only=True, gc=False):
    """Where it comes from."""

    copies: tuple[SharedCopy, ...]
    lines: tuple[SourceLine, ...]
    graph: Graph | None


# More lines than these cross too often to be followed; the table tells the same.
_LINES = 25
# The height of one row of the graph in its own units.
ROW = 40


def sources(comparison: Comparison, refs: References, outlets: Sequence[OutletColumn]) -> Sources:
    """Shared copy, the table of sources, and the graph where it can be read."""
    by_source: dict[str, list[Citation]] = {}
    for citation in comparison.citations:
        by_source.setdefault(citation.source, []).append(citation)
    in_order = sorted(by_source.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Sources(
        copies=tuple(
            SharedCopy(
                letters=letters(reuse.articles),
                share=f"{reuse.share:.0%}",
                passages=sides(refs, _shown(comparison, reuse.evidence)),
            )
            for reuse in comparison.reuse
        ),
        lines=tuple(
            SourceLine(
                source=source,
                kind=cited[0].kind.value,
                refs=refs.each_once(
                    refs.sentence(sentence) for c in cited for sentence in c.sentences
                ),
            )
            for source, cited in in_order
        ),
        graph=_graph(comparison, outlets),
    )


def _shown(comparison: Comparison, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The evidence without what an excerpt does not show."""
    return tuple(e for e in evidence if not is_withheld(comparison.article(e.article), e.span))


def _graph(comparison: Comparison, outlets: Sequence[OutletColumn]) -> Graph | None:
    weights: dict[tuple[str, str], int] = {}
    for citation in comparison.citations:
        key = (citation.article, citation.source)
        weights[key] = weights.get(key, 0) + max(len(citation.sentences), 1)
    if not 0 < len(weights) <= _LINES:
        return None
    left = {outlet.letter: outlet.number - 1 for outlet in outlets}
    right = _untangled(weights, left)
    height = max(len(left), len(right)) * ROW
    return Graph(
        outlets=tuple(outlets),
        sources=tuple(right),
        lines=tuple(
            GraphLine(
                y1=_middle(left[letter], len(left), height),
                y2=_middle(right.index(source), len(right), height),
                width=f"{min(1 + number, 6)}",
            )
            for (letter, source), number in sorted(weights.items())
        ),
        height=height,
    )


def _middle(row: int, rows: int, height: int) -> int:
    """The middle of a row when so many share the height alike."""
    return round((row + 0.5) * height / rows)


def _untangled(weights: dict[tuple[str, str], int], left: dict[str, int]) -> list[str]:
    """The sources by the mean row of their outlets, which keeps crossings few (barycentre)."""
    rows: dict[str, list[int]] = {}
    for letter, source in weights:
        rows.setdefault(source, []).append(left[letter])
    return sorted(rows, key=lambda source: (sum(rows[source]) / len(rows[source]), source))
