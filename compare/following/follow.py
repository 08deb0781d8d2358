"""Follow a story: its articles and their versions in the order of time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import version

from compare.following.claims import claims
from compare.following.figures import figure_lines, new_figures
from compare.following.timeline import Timeline, comparable_moment, in_order_of_time, timeline_of
from compare.model.articles import Document
from compare.model.findings import Evidence
from compare.model.follows import Follow
from compare.model.options import Options
from compare.model.story import ToolInfo
from compare.pipeline import compare_story

_NOTICE = re.compile(
    r"\b(?:earlier version of this|this (?:article|story|report) (?:was|has been)"
    r" (?:amended|corrected|updated to correct)|correction\s*:|corrected on"
    r"|we (?:wrongly|incorrectly)"
    r"|previously (?:said|stated|reported) (?:incorrectly|wrongly)|misstated|should have said)",
    re.IGNORECASE,
)


def follow(
    documents: Sequence[Document],
    *,
    since: datetime | None = None,
    options: Options | None = None,
) -> Follow:
    """Return what each article of a story added, changed, corrected, contradicted or dropped.

    `documents` are taken in the order of their publication, later versions of one article too;
    copies of one text count once. What is new are the articles after `since`, or without it the
    newest one. `options` and errors are those of `compare_story`.

    >>> from datetime import UTC
    >>> from compare.sources.document import document
    >>> told = ["Twelve people died when the ferry burned.", "Fourteen people died on the ferry."]
    >>> days = [datetime(2031, 5, day, tzinfo=UTC) for day in (1, 2)]
    >>> found = follow([
    ...     document(text, outlet=f"Outlet {day.day}", published=day)
    ...     for text, day in zip(told, days, strict=True)
    ... ])
    >>> [one.question for one in found.figures]
    ['How many people were killed?']
    """
    ordered, warnings = in_order_of_time(documents)
    options = options or Options()
    comparison = compare_story(ordered, options)
    line = timeline_of(comparison)
    fresh = _fresh(line, since)
    notices = _notices(line)
    return Follow(
        tool=ToolInfo(name="storydiff", version=version("storydiff")),
        articles=comparison.articles,
        claims=claims(comparison, line, notices),
        figures=figure_lines(comparison, line, notices),
        new_figures=new_figures(line, fresh),
        versions=tuple(sorted((earlier, later) for later, earlier in line.version_of.items())),
        notices=tuple(notice for each in notices.values() for notice in each),
        fresh=fresh,
        since=since,
        warnings=(*warnings, *comparison.story.warnings),
    )


def _fresh(line: Timeline, since: datetime | None) -> tuple[str, ...]:
    """The letters of the articles after a time, or of the newest ones."""
    known = {a.letter: comparable_moment(p) for a in line.articles if (p := a.document.published)}
    if not known:
        return ()
    if since is None:
        newest = max(known.values())
        return tuple(letter for letter, moment in known.items() if moment == newest)
    return tuple(letter for letter, moment in known.items() if moment > comparable_moment(since))


def _notices(line: Timeline) -> dict[str, tuple[Evidence, ...]]:
    """The sentences in which an article corrects itself, and what follows in their paragraph."""
    found: dict[str, tuple[Evidence, ...]] = {}
    for article in line.articles:
        spans = []
        paragraph = -1
        for sentence in article.sentences:
            if _NOTICE.search(article.words_of(sentence.span)):
                paragraph = sentence.paragraph
            spans += [sentence.span] if sentence.paragraph == paragraph else []
        if spans:
            found[article.letter] = tuple(
                Evidence(article=article.letter, span=span, text=article.words_of(span))
                for span in spans
            )
    return found
