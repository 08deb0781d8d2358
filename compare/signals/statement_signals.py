"""What each signal says of pairs of statements, worked out for whole blocks of pairs at once.

Every signal is a number for a pair of statements: how alike their words are, those of the sentences
they stand in, their figures, voices and places. Words weigh by their rarity in the story (inverse
sentence frequency); "plain" words are those that are no names. `tests/signals/readable_signals.py`
says the same for one pair at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from compare.signals.blocks import (
    Floats,
    Ints,
    KeyTable,
    keys_held,
    letter_runs,
    one_thread,
    shared_sums,
)
from compare.signals.rarity import Rarity
from compare.signals.views import View

SIGNALS = (
    "rare words",
    "containment",
    "overlap",
    "likeness",
    "plain words",
    "plain containment",
    "plain likeness",
    "names",
    "phrases",
    "letters",
    "found in the other sentence",
    "best found in the other sentence",
    "plain words found",
    "best plain words found",
    "share of what the sentences share",
    "sentences: rare words",
    "sentences: containment",
    "sentences: overlap",
    "sentences: likeness",
    "sentences: plain words",
    "sentences: plain containment",
    "sentences: names",
    "sentences: phrases",
    "sentences: letters",
    "length",
    "like length",
    "figures",
    "other figures",
    "figure on one side",
    "days",
    "other days",
    "large numbers",
    "one is negated",
    "same voice",
    "both quoted",
    "same speaker",
    "other speaker",
    "speaker on one side",
    "sentences: same speaker",
    "sentences: other speaker",
    "same place",
    "near the top",
    "same article",
)
"""The names of the signals, in the order of the columns of a table."""

# Pairs whose statements share less weight than the first, and whose sentences share less than the
# second, are not looked at.
_LEAST_SHARED = 0.1
_LEAST_SHARED_BY_SENTENCES = 1.2
# Shared weights at which a growing signal reaches 63 %.
_MANY_WORDS, _MANY_PLAIN, _MANY_PHRASES, _MANY_SENTENCE_PHRASES = 2.5, 1.5, 1.5, 2.0
_MANY_IN_ALL = 4.0
_DEPTH = 8.0
# A stem is a name when so large a part of the sentences that have it print it with a capital.
_MOSTLY_CAPITAL = 0.5
# Weights below these are too small to divide by.
_SMALL, _SMALL_PLAIN = 1e-6, 0.3

_WORDS, _SQUARES, _PLAIN, _PLAIN_SQUARES, _NAMES, _PHRASES, _SPEAKERS, _FIGURES, _DAYS, _LARGE = (
    range(10)
)
# The sums of a statement with the sentence of the other: all words, then plain ones.
_ACROSS = [_WORDS, _PLAIN]


@dataclass(frozen=True, slots=True)
class SignalTable:
    """Pairs of statements, ascending, and the values of all signals: a row a pair."""

    first: Ints
    second: Ints
    values: Floats


@dataclass(frozen=True, slots=True)
class _Side:
    """What statements, or sentences, hold, and the summed weights of each row, a row a kind."""

    held: KeyTable
    totals: Floats


def signal_tables(
    sentences: Sequence[View],
    statements: Sequence[View],
    sentence_of: Sequence[int],
    rarity: Rarity,
) -> Iterator[SignalTable]:
    """Yield the pairs worth looking at with their values, one table for each article.

    Statements come grouped by article, in text order; `sentence_of` gives the number of each one's
    sentence. A table holds the pairs of the statements of one article with each other and with
    those of all later articles; statements of one sentence are no pair.
    """
    if statements:
        with one_thread():
            yield from _Story(sentences, statements, sentence_of, rarity).tables()


class _Story:
    """All statements and sentences of a story, with everything that is worked out once."""

    def __init__(
        self,
        sentences: Sequence[View],
        statements: Sequence[View],
        sentence_of: Sequence[int],
        rarity: Rarity,
    ) -> None:
        names = name_stems(sentences)
        sets, part_sets = [_keys(view) for view in sentences], [_keys(view) for view in statements]
        known = sorted({key for each in (*sets, *part_sets) for key in each})
        numbers = {key: number for number, key in enumerate(known)}
        self.weights = _weights(known, rarity, names)
        self.whole = _side(keys_held(sets, numbers), self.weights)
        self.parts = _side(keys_held(part_sets, numbers), self.weights)
        self.sentence_of = np.array(sentence_of, dtype=np.int64)
        self.document = _column(statements, "document").astype(np.int64)
        self.home = _column(sentences, "document").astype(np.int64)
        self.letters = letter_runs([view.letters for view in statements])
        self.sentence_letters = letter_runs([view.letters for view in sentences])
        self.length = np.array([len(set(view.stems)) for view in statements], dtype=np.float64)
        self.marked = _column(statements, "marked")
        self.negated = _column(statements, "negated")
        self.at = _column(statements, "at")
        self.place = _column(statements, "place")
        self.figures = np.array([bool(view.figures) for view in statements])
        self.days = np.array([bool(view.days) for view in statements])
        self.speaks = np.array([bool(view.speakers) for view in statements])
        self.sentence_speaks = np.array([bool(view.speakers) for view in sentences])

    def tables(self) -> Iterator[SignalTable]:
        """One table for each article, those without any pair left out."""
        for document in range(int(self.document[-1]) + 1):
            low, high = np.searchsorted(self.document, [document, document + 1])
            first, last = np.searchsorted(self.home, [document, document + 1])
            if low < high:
                found = self._table((int(low), int(high)), (int(first), int(last)))
                if len(found.first):
                    yield found

    def _table(self, part: tuple[int, int], whole: tuple[int, int]) -> SignalTable:
        """The pairs of the statements `part[0]` to `part[1]` with each other and all later ones."""
        end, last = len(self.document), len(self.home)
        of_parts, of_wholes, across = self.parts.held, self.whole.held, self.weights[_ACROSS]
        parts = shared_sums(of_parts, of_parts, part, part[0], end, self.weights)
        wholes = shared_sums(of_wholes, of_wholes, whole, whole[0], last, self.weights)
        ours = shared_sums(of_parts, of_wholes, part, whole[0], last, across)
        theirs = shared_sums(of_wholes, of_parts, whole, part[0], end, across)
        rows = self.sentence_of[part[0] : part[1]] - whole[0]
        columns = self.sentence_of[part[0] :] - whole[0]
        wanted = parts[_WORDS] > _LEAST_SHARED
        wanted |= wholes[_WORDS][np.ix_(rows, columns)] > _LEAST_SHARED_BY_SENTENCES
        wanted &= rows[:, None] != columns[None, :]
        i, j = np.nonzero(np.triu(wanted, 1))
        first, second = i + part[0], j + part[0]
        in_parts = parts[:, i, j]
        in_wholes = wholes[:, rows[i], columns[j]]
        mine, other = ours[:, i, columns[j]], theirs[:, rows[i], j]
        columns_found = [
            *self._words_of_statements(first, second, in_parts),
            self.letters.cosines(*part)[i, j],
            *self._found_elsewhere(first, second, mine, other),
            in_parts[_WORDS] / np.maximum(in_wholes[_WORDS], _SMALL_PLAIN),
            *self._words_of_sentences(first, second, in_wholes),
            self.sentence_letters.cosines(*whole)[rows[i], columns[j]],
            *self._rest(first, second, in_parts, in_wholes),
        ]
        values = np.column_stack(columns_found) if len(first) else np.zeros((0, len(SIGNALS)))
        return SignalTable(first, second, values)

    def _words_of_statements(self, a: Ints, b: Ints, shared: Floats) -> Iterator[Floats]:
        totals = self.parts.totals
        yield _growing(shared[_WORDS], _MANY_WORDS)
        yield shared[_WORDS] / np.maximum(_least(totals[_WORDS], a, b), _SMALL)
        yield shared[_WORDS] / np.maximum(_most(totals[_WORDS], a, b), _SMALL)
        yield shared[_SQUARES] / np.maximum(_root(totals[_SQUARES], a, b), _SMALL)
        yield _growing(shared[_PLAIN], _MANY_PLAIN)
        yield shared[_PLAIN] / np.maximum(_least(totals[_PLAIN], a, b), _SMALL_PLAIN)
        yield shared[_PLAIN_SQUARES] / np.maximum(_root(totals[_PLAIN_SQUARES], a, b), 0.1)
        yield _share(shared[_NAMES], _least(totals[_NAMES], a, b))
        yield _growing(shared[_PHRASES], _MANY_PHRASES)

    def _found_elsewhere(self, a: Ints, b: Ints, mine: Floats, other: Floats) -> Iterator[Floats]:
        """The share of each statement's words in the sentence of the other: lesser and greater."""
        totals = self.parts.totals
        for kind, row, small in ((_WORDS, 0, _SMALL), (_PLAIN, 1, _SMALL_PLAIN)):
            of_a = mine[row] / np.maximum(totals[kind][a], small)
            of_b = other[row] / np.maximum(totals[kind][b], small)
            yield np.minimum(of_a, of_b)
            yield np.maximum(of_a, of_b)

    def _words_of_sentences(self, a: Ints, b: Ints, shared: Floats) -> Iterator[Floats]:
        totals = self.whole.totals
        a, b = self.sentence_of[a], self.sentence_of[b]
        yield _growing(shared[_WORDS], _MANY_WORDS)
        yield shared[_WORDS] / np.maximum(_least(totals[_WORDS], a, b), _SMALL)
        yield shared[_WORDS] / np.maximum(_most(totals[_WORDS], a, b), _SMALL)
        yield shared[_SQUARES] / np.maximum(_root(totals[_SQUARES], a, b), _SMALL)
        yield _growing(shared[_PLAIN], _MANY_PLAIN)
        yield shared[_PLAIN] / np.maximum(_least(totals[_PLAIN], a, b), _SMALL_PLAIN)
        yield _share(shared[_NAMES], _least(totals[_NAMES], a, b))
        yield _growing(shared[_PHRASES], _MANY_SENTENCE_PHRASES)

    def _rest(self, a: Ints, b: Ints, shared: Floats, sentences: Floats) -> Iterator[Floats]:
        """Lengths, figures, days, negation, voices, speakers and places."""
        shorter, longer = _least(self.length, a, b), _most(self.length, a, b)
        yield _growing(shorter, _MANY_IN_ALL)
        yield shorter / np.maximum(longer, 1.0)
        common = shared[_FIGURES] > 0
        yield common.astype(np.float64)
        yield (self.figures[a] & self.figures[b] & ~common).astype(np.float64)
        yield (self.figures[a] ^ self.figures[b]).astype(np.float64)
        same_day = shared[_DAYS] > 0
        yield same_day.astype(np.float64)
        yield (self.days[a] & self.days[b] & ~same_day).astype(np.float64)
        yield (shared[_LARGE] > 0).astype(np.float64)
        yield (self.negated[a] != self.negated[b]).astype(np.float64)
        yield 1.0 - np.abs(self.marked[a] - self.marked[b])
        yield _least(self.marked, a, b)
        spoken = shared[_SPEAKERS] > 0
        yield spoken.astype(np.float64)
        yield (self.speaks[a] & self.speaks[b] & ~spoken).astype(np.float64)
        yield (self.speaks[a] ^ self.speaks[b]).astype(np.float64)
        p, q = self.sentence_of[a], self.sentence_of[b]
        spoken = sentences[_SPEAKERS] > 0
        yield spoken.astype(np.float64)
        yield (self.sentence_speaks[p] & self.sentence_speaks[q] & ~spoken).astype(np.float64)
        yield 1.0 - np.abs(self.place[a] - self.place[b])
        yield np.exp(-_most(self.at, a, b) / _DEPTH)
        yield (self.document[a] == self.document[b]).astype(np.float64)


def name_stems(sentences: Sequence[View]) -> frozenset[str]:
    """Return the stems that at least half of their sentences print as a name."""
    held: dict[str, int] = {}
    named: dict[str, int] = {}
    for view in sentences:
        for stem in view.content:
            held[stem] = held.get(stem, 0) + 1
        for stem in view.names:
            named[stem] = named.get(stem, 0) + 1
    return frozenset(
        stem for stem, count in held.items() if named.get(stem, 0) >= _MOSTLY_CAPITAL * count
    )


def _keys(view: View) -> set[str]:
    """What a statement or sentence holds: words, phrases, speakers, figures, told apart."""
    return {
        *(f"w {stem}" for stem in view.content),
        *(f"p {one} {two}" for one, two in view.pairs),
        *(f"s {stem}" for stem in view.speakers),
        *(f"f {figure!r}" for figure in view.figures),
        *(f"d {day!r}" for day in view.days),
        *(f"n {number}" for number in view.large),
    }


def _weights(keys: Sequence[str], rarity: Rarity, names: frozenset[str]) -> Floats:
    """What each key adds to each kind of sum: a row a kind, a column a key."""
    weights = np.zeros((10, len(keys)))
    for number, key in enumerate(keys):
        kind, _, name = key.partition(" ")
        if kind == "w":
            weight = rarity.stems.get(name, 1.0)
            weights[_WORDS, number], weights[_SQUARES, number] = weight, weight * weight
            if name in names:
                weights[_NAMES, number] = 1.0
            else:
                weights[_PLAIN, number] = weight
                weights[_PLAIN_SQUARES, number] = weight * weight
        else:
            weights[
                {"p": _PHRASES, "s": _SPEAKERS, "f": _FIGURES, "d": _DAYS, "n": _LARGE}[kind],
                number,
            ] = 1.0
    return weights


def _side(of: KeyTable, weights: Floats) -> _Side:
    rows = np.repeat(np.arange(of.count), np.diff(of.first))
    totals = [np.bincount(rows, weights=kind[of.keys], minlength=of.count) for kind in weights]
    return _Side(of, np.array(totals))


def _column(views: Sequence[View], name: str) -> Floats:
    return np.array([getattr(view, name) for view in views], dtype=np.float64)


def _growing(sums: Floats, many: float) -> Floats:
    """0 for nothing, 63 % for `many`, towards 1 for more."""
    return np.asarray(1.0 - np.exp(-sums / many))


def _least(values: Floats, a: Ints, b: Ints) -> Floats:
    return np.minimum(values[a], values[b])


def _most(values: Floats, a: Ints, b: Ints) -> Floats:
    return np.maximum(values[a], values[b])


def _root(values: Floats, a: Ints, b: Ints) -> Floats:
    return np.asarray(np.sqrt(values[a] * values[b]))


def _share(part: Floats, of: Floats) -> Floats:
    """The share, nan where there is nothing to share: the signal is silent."""
    found: npt.NDArray[np.float64] = np.full(len(part), np.nan)
    return np.divide(part, of, out=found, where=of > 0)
