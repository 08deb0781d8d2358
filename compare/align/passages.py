"""Sentences of different articles that share copy, and the exact words they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.align.own_words import OwnWords
from compare.align.tiles import Tile, tiles
from compare.model.spans import Span

Place = tuple[int, int]
"""A sentence: the index of its article and its index among the article's own words."""

# Sentences with no run of this many words in common are not looked at.
_SHINGLE = 4
# Names and function words prove nothing: any report of the event has them.
_PLAIN, _SURE_PLAIN = 4, 5
_WORDS = 8
_SURE_RUN, _LONG_RUN = 6, 9
_SURE_WORDS = 10
_MOST = 0.6
# Articles with this many surely shared sentences share the likely ones too.
_SURE_PAIRS = 2
# Shared runs this near to each other, in words, are one run with a word or two rewritten.
_GAP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSentences:
    """Two sentences that share copy, and the stretches of each that the other has too."""

    one: Place
    other: Place
    words: int
    one_spans: tuple[Span, ...]
    other_spans: tuple[Span, ...]


def shared_sentences(articles: Sequence[Sequence[OwnWords]]) -> list[SharedSentences]:
    """All pairs of sentences of different articles that share copy, by place.

    A pair is sure when it shares a long run, or most of its words; where two articles have two sure
    pairs, pairs that share less are believed too.
    """
    by_articles: dict[tuple[int, int], list[tuple[SharedSentences, bool]]] = defaultdict(list)
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Tile]] = {}
    for one, other in sorted(_candidates(articles)):
        a, b = articles[one[0]][one[1]], articles[other[0]][other[1]]
        key = (a.words, b.words)
        if key not in known:
            known[key] = tiles(*key)
        found = known[key]
        if _is_likely(a, b, found):
            pair = _pair(one, other, (a, b), found)
            by_articles[one[0], other[0]].append((pair, _is_sure(a, b, found)))
    return [
        pair
        for pairs in by_articles.values()
        for pair, sure in pairs
        if sure or sum(flag for _, flag in pairs) >= _SURE_PAIRS
    ]


def _candidates(articles: Sequence[Sequence[OwnWords]]) -> set[tuple[Place, Place]]:
    """Pairs of places that share a run of words with a plain word in it."""
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for number, sentences in enumerate(articles):
        for at, sentence in enumerate(sentences):
            for run in _shingles(sentence):
                places[run].append((number, at))
    return {
        (one, other)
        for found in places.values()
        for one, other in combinations(found, 2)
        if one[0] != other[0]
    }


def _shingles(sentence: OwnWords) -> Iterator[tuple[str, ...]]:
    words = sentence.words
    gap = plain = -1
    for end, word in enumerate(words):
        if not word:
            gap = end
        elif sentence.plain[end]:
            plain = end
        start = end - _SHINGLE + 1
        if gap < start <= plain and start >= 0:
            yield words[start : end + 1]


def _is_likely(a: OwnWords, b: OwnWords, found: Sequence[Tile]) -> bool:
    words, plain = _counts(a, b, found)
    return words >= _WORDS and plain >= _PLAIN


def _is_sure(a: OwnWords, b: OwnWords, found: Sequence[Tile]) -> bool:
    words, plain = _counts(a, b, found)
    longest = found[0].size
    return (
        longest >= _LONG_RUN
        or (longest >= _SURE_RUN and words >= _SURE_WORDS and plain >= _SURE_PLAIN)
        or (plain >= _SURE_PLAIN and words >= _MOST * min(a.own, b.own))
    )


def _counts(a: OwnWords, b: OwnWords, found: Iterable[Tile]) -> tuple[int, int]:
    """How many words the tiles hold, and how many of those are plain in both sentences."""
    words = plain = 0
    for size, at_a, at_b in found:
        words += size
        both = zip(a.plain[at_a : at_a + size], b.plain[at_b : at_b + size], strict=True)
        plain += sum(1 for pair in both if all(pair))
    return words, plain


def _pair(
    one: Place, other: Place, sentences: tuple[OwnWords, OwnWords], found: Sequence[Tile]
) -> SharedSentences:
    a, b = sentences
    return SharedSentences(
        one=one,
        other=other,
        words=sum(tile.size for tile in found),
        one_spans=join_runs(a, ((t.a, t.a + t.size) for t in found)),
        other_spans=join_runs(b, ((t.b, t.b + t.size) for t in found)),
    )


def join_runs(sentence: OwnWords, runs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The spans of runs of words, given as half-open word numbers; near runs become one."""
    merged: list[list[int]] = []
    for start, end in sorted(runs):
        if merged and start - merged[-1][1] <= _GAP and all(sentence.words[merged[-1][1] : start]):
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    spans = sentence.spans
    return tuple(Span(spans[start].start, spans[end - 1].end) for start, end in merged)
