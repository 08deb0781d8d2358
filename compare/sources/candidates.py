"""Articles that may be about an event, by what feeds and search services say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from compare.errors import SourceError
from compare.sources.fetch.addresses import key_of

WORD = re.compile(r"[^\W_]+")
SHORT = 3  # letters that a word needs to count in a query; numbers count always
ENDING = 2  # letters in which two forms of a word may differ: ferry, ferries
LEAST_STEM = 4
LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One article: `seen` is when it was published or found, `summary` what was said of it."""

    url: str
    title: str
    outlet: str
    seen: datetime | None = None
    summary: str = ""
    searched: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCandidates:
    """The best candidates, the best first, and the places that could not be asked."""

    candidates: tuple[Candidate, ...]
    problems: tuple[SourceError, ...]


def best_candidates(
    candidates: Iterable[Candidate], query: str, *, now: datetime, days: int, limit: int
) -> tuple[Candidate, ...]:
    """The candidates of the last `days` that share half of the query's words, each article once.

    Those that share most come first, then the youngest. What a search service found counts as
    found, as it has read the whole article.
    """
    since = now - timedelta(days=days)
    scored: dict[str, tuple[float, Candidate]] = {}
    for candidate in candidates:
        score = share_of(query, f"{candidate.title} {candidate.summary}")
        young = candidate.seen is None or candidate.seen >= since
        if young and (candidate.searched or score >= LEAST_SHARE):
            key = _key(candidate.url)
            if key not in scored or scored[key][0] < score:
                scored[key] = (score, candidate)
    ranked = sorted(scored.values(), key=lambda pair: (-pair[0], -_time(pair[1]), pair[1].url))
    return tuple(candidate for _, candidate in ranked[:limit])


def share_of(query: str, text: str) -> float:
    """0..1 how many of the query's words stand in the text, in whatever form."""
    wanted = [word for word in _words(query) if len(word) >= SHORT or word.isdecimal()]
    present = _words(text)
    if not wanted:
        return 0.0
    return sum(any(_alike(word, other) for other in present) for word in wanted) / len(wanted)


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(WORD.findall(text.casefold())))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    stem = max(LEAST_STEM, min(len(one), len(other)) - ENDING)
    near = abs(len(one) - len(other)) <= ENDING + 1
    return near and len(one) >= stem <= len(other) and one[:stem] == other[:stem]


def _time(candidate: Candidate) -> float:
    return candidate.seen.timestamp() if candidate.seen else 0.0


def _key(url: str) -> str:
    try:
        return key_of(url)
    except ValueError:
        return url
