"""A pile of articles told apart into events, with what a reader wants to know of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from compare.align.copies import copies
from compare.align.events import group_events
from compare.model.articles import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class PileEvent:
    """The articles of one event, as indexes into the pile.

    `title` is the headline of the earliest article that has one, "" where none has. `first` and
    `last` are the earliest and the latest time of publication, None where no time is known.
    `copies` are lists of articles that share most of their words.
    """

    articles: tuple[int, ...]
    title: str
    outlets: tuple[str, ...]
    first: datetime | None
    last: datetime | None
    copies: tuple[tuple[int, ...], ...]


def events_of(documents: Sequence[Document]) -> tuple[PileEvent, ...]:
    """The events of a pile, those of the most outlets first; every article is in exactly one."""
    found = [_event(documents, group) for group in group_events(documents)]
    return tuple(sorted(found, key=lambda event: (-len(event.outlets), event.articles)))


def time_of(document: Document) -> datetime | None:
    """When it was published; a time without a zone is taken as UTC."""
    when = document.published
    return when.replace(tzinfo=UTC) if when and not when.tzinfo else when


def _event(documents: Sequence[Document], group: Sequence[int]) -> PileEvent:
    members = [documents[index] for index in group]
    times = sorted(time for time in map(time_of, members) if time)
    titled = [one for one in members if one.headline]
    latest = datetime.max.replace(tzinfo=UTC)
    title = min(
        ((time_of(one) or latest, one.headline or "") for one in titled), default=(latest, "")
    )[1]
    return PileEvent(
        articles=tuple(group),
        title=title,
        outlets=tuple(sorted({one.outlet for one in members})),
        first=times[0] if times else None,
        last=times[-1] if times else None,
        copies=tuple(tuple(group[k] for k in each) for each in copies(members)),
    )
