"""Times of publication in words, and how long after the first report an article came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from compare.english.calendar import MONTHS
from compare.model.articles import Article, Document, Precision


def day(moment: datetime) -> str:
    """Like "14 October 2031"."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def clock(moment: datetime) -> str:
    """Like "21:05 UTC" or "21:05 +02:00"; a time without a zone is given bare."""
    offset = moment.utcoffset()
    if offset is None:
        return f"{moment:%H:%M}"
    return f"{moment:%H:%M} UTC" if not offset else f"{moment:%H:%M} {moment.isoformat()[-6:]}"


def publication_moment(document: Document) -> str:
    """When the document was published, as exactly as it is known; empty when it is not."""
    if document.published is None:
        guess = document.published_guess
        return f"perhaps {day(guess)}, a guess" if guess else ""
    if document.published_precision is Precision.MINUTE:
        return f"{day(document.published)}, {clock(document.published)}"
    return day(document.published)


def days(articles: Sequence[Article]) -> str:
    """The day of publication, or the first and the last; empty when none is known."""
    known = sorted(
        (a.document.published for a in articles if a.document.published is not None), key=_instant
    )
    if not known:
        return ""
    first, last = day(known[0]), day(known[-1])
    if first == last:
        return first
    shared = 2 if (known[0].year, known[0].month) == (known[-1].year, known[-1].month) else 0
    shared = shared or (1 if known[0].year == known[-1].year else 0)
    return f"{' '.join(first.split()[: 3 - shared])} to {last}"


def since_first(articles: Sequence[Article]) -> dict[str, str]:
    """For each letter, like "1 h 25 min after C", "first" or nothing where no minute is known."""
    timed = {
        a.letter: _instant(a.document.published)
        for a in articles
        if a.document.published is not None and a.document.published_precision is Precision.MINUTE
    }
    if len(timed) < 2:
        return {}
    first = min(timed, key=lambda letter: timed[letter])
    return {
        letter: "first" if at == timed[first] else f"{_length(at - timed[first])} after {first}"
        for letter, at in timed.items()
    }


def publication_order(document: Document) -> tuple[bool, datetime]:
    """Return what sorts documents by time of publication, those without one last."""
    if document.published is None:
        return True, datetime.min.replace(tzinfo=UTC)
    return False, _instant(document.published)


def _instant(moment: datetime) -> datetime:
    """A moment that can be compared with every other; one without a zone counts as UTC."""
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=UTC)


def _length(gap: timedelta) -> str:
    minutes = int(gap.total_seconds() // 60)
    whole_days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    if whole_days:
        return f"{whole_days} d {hours} h" if hours else f"{whole_days} d"
    if hours:
        return f"{hours} h {left} min" if left else f"{hours} h"
    return f"{left} min"
