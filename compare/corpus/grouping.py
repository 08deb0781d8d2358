"""Articles of a corpus as events whose names last from run to run."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare.corpus.shards import Row

# Names are short for people; a longer one is taken where a shorter is in use.
_NAME = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEvents:
    """The rows of one run: each article with its event, and what the run changed."""

    events: list[Row]
    changes: list[Row]


def name_events(
    groups: Sequence[Sequence[str]], before: Mapping[str, tuple[str, int]], run: int
) -> NamedEvents:
    """Events for groups of article ids; `before` gives event and run of each article known before.

    A group takes over the name of the event that it shares the most articles with; the largest
    overlap chooses first. An event that goes on in several groups was split, one whose articles
    went into another was merged, one without articles has ended.
    """
    fresh = [sorted(group) for group in groups]
    taken = _taken_over(fresh, before)
    used = {event for event, _ in before.values()} | set(taken.values())
    events: list[Row] = []
    names: dict[int, str] = {}
    for at, group in enumerate(fresh):
        name = taken.get(at) or _new_name(group, used)
        used.add(name)
        names[at] = name
        for article in group:
            known = before.get(article)
            came = known[1] if known and known[0] == name else run
            events.append((name, article, came))
    return NamedEvents(
        events=sorted(events, key=str), changes=sorted(_changes(fresh, names, before, run), key=str)
    )


def _taken_over(
    groups: Sequence[Sequence[str]], before: Mapping[str, tuple[str, int]]
) -> dict[int, str]:
    """Which group goes on with which event of before, one to one."""
    overlaps = [
        (-count, event, at)
        for at, group in enumerate(groups)
        for event, count in Counter(
            before[article][0] for article in group if article in before
        ).items()
    ]
    order = {at: group[0] for at, group in enumerate(groups)}
    taken: dict[int, str] = {}
    used: set[str] = set()
    for _, event, at in sorted(overlaps, key=lambda one: (one[0], one[1], order[one[2]])):
        if at not in taken and event not in used:
            taken[at] = event
            used.add(event)
    return taken


def _new_name(group: Sequence[str], used: set[str]) -> str:
    digest = hashlib.sha256(" ".join(group).encode()).hexdigest()
    names = (f"e-{digest[:length]}" for length in range(_NAME, len(digest)))
    return next(name for name in names if name not in used)


def _changes(
    groups: Sequence[Sequence[str]],
    names: Mapping[int, str],
    before: Mapping[str, tuple[str, int]],
    run: int,
) -> Iterator[Row]:
    old = {event for event, _ in before.values()}
    now: defaultdict[str, set[str]] = defaultdict(set)
    for at, group in enumerate(groups):
        name = names[at]
        if name not in old:
            yield (run, "new", name, None, None)
        for article in group:
            if article not in before:
                yield from [(run, "grown", name, None, article)] if name in old else []
            else:
                now[before[article][0]].add(name)
    for event in sorted(old):
        others = sorted(now[event] - {event})
        if event in now[event]:
            yield from ((run, "split", other, event, None) for other in others)
        elif others:
            yield from ((run, "merged", other, event, None) for other in others)
        else:
            yield (run, "ended", event, None, None)
