"""Is it looked for what a text leaves out? Asked before it is said that it leaves out nothing."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model.articles import Article

_FEWEST = 3


def why_not_asked(article: Article, sources: Sequence[Article]) -> str:
    """Why nobody looks for what `article` leaves out of `sources`; "" where it is looked for.

    The sources are those in its language. A text of one or two sentences is a claim, which leaves
    out nothing; with one source nothing is agreed on.
    """
    if len(sources) < 2:
        return "with one source nothing is agreed on"
    if sum(sentence.in_story for sentence in article.sentences) < _FEWEST:
        return "a text of one or two sentences is a claim, which leaves nothing out"
    return ""
