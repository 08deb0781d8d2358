"""Words that hold a statement at arm's length: reportedly, appears to, is believed to."""

from __future__ import annotations

import re

from compare.model.spans import Span

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|presumably|possibly|perhaps"
    r"|alleged|purported|suspected|rumou?red|unconfirmed|so-called"
    r"|(?:appear|seem)(?:s|ed)? to|(?:is|are|was|were) (?:believed|thought|understood|said|alleged"
    r"|reported|suspected|feared|expected) to|(?:may|might|could) (?:have|be)"
    r"|it is (?:believed|thought|understood|alleged) that)\b",
    re.IGNORECASE,
)


def hedges(text: str, span: Span) -> list[Span]:
    """The hedging words inside a span of the text, in order."""
    return [Span(m.start(), m.end()) for m in _HEDGE.finditer(text, span.start, span.end)]
