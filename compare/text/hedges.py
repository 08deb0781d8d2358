"""Words that hold a statement at arm's length: reportedly, appears to, is believed to."""

from __future__ import annotations

from compare.english.hedges import HEDGE
from compare.model.spans import Span


def hedges(text: str, span: Span) -> list[Span]:
    """The hedging words inside a span of the text, in order."""
    return [Span(m.start(), m.end()) for m in HEDGE.finditer(text, span.start, span.end)]
