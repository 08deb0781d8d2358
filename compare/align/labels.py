"""A label for a fact: the clearest wording some article has for it."""

from __future__ import annotations

import re

from compare.align.core import Core, clauses, weight_of
from compare.align.groups import Group
from compare.align.story import Story
from compare.model.spans import Span
from compare.signals.views import content_of

_LONGEST = 140
# What each character and each flaw costs against a full share of the fact's core.
_PER_CHARACTER = 0.004
_FLAW = 0.25
_UNCLEAR = re.compile(
    r"(?:he|she|it|they|this|that|these|those|his|her|its|their|there|but|and|also|meanwhile"
    r"|i|we|you|our|my)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«»]")


def label(story: Story, group: Group, of: Core) -> str:
    """The best of the group's sentences, or of their opening clauses, as a short line.

    Best is what carries most of the fact in few words, and neither opens with a word that needs
    the sentence before it nor breaks off inside a quotation.
    """
    options = {line for number in group for line in _lines(story, number)}
    whole = sum(of.values()) or 1.0

    def worth(line: str) -> tuple[float, int, str]:
        carried = weight_of(content_of(line), of) / whole
        flaws = bool(_UNCLEAR.match(line)) + bool(_QUOTED.search(line)) + line[:1].islower()
        return (carried - _PER_CHARACTER * len(line) - _FLAW * flaws, -len(line), line)

    return _tidy(max(options, key=worth))


def _lines(story: Story, number: int) -> list[str]:
    """The sentence, and its openings up to each clause that leave enough to read."""
    view = story.sentences[number].view
    article = story.articles[view.document]
    text, span = article.document.text, article.sentences[view.index].span
    dateline = max((a.span.end for a in article.asides if a.span.overlaps(span)), default=0)
    start = max(span.start, dateline)
    start += len(text[start : span.end]) - len(text[start : span.end].lstrip())
    body = Span(start, span.end)
    ends = [piece.end for piece in clauses(text, body)]
    return [" ".join(text[start:end].split()) for end in ends if end - start >= 25] or [
        " ".join(body.of(text).split())
    ]


def _tidy(line: str) -> str:
    """Without marks that stay open at the ends, and cut at a word when it is very long."""
    line = line.strip(" ,;:—–-")
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
    if line.count('"') % 2:
        line = line.replace('"', "")
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + " …"
    if line.endswith(".") and not line.endswith("..") and not re.search(r"\b\w\.\w?\.?$", line):
        line = line[:-1]
    return line[:1].upper() + line[1:] if line else "…"
