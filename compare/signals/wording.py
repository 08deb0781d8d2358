"""How much of their wording two sentences have in common."""

from __future__ import annotations

import math
from collections.abc import Sequence

from compare.signals.pairs import Pair

# Weight at which a sum of shared rare words counts for 63 %; set on the marked stories.
_MANY_WORDS = 2.5
_MANY_PLAIN_WORDS = 1.5
# A clause must share this much weight before its likeness counts in full.
_CLAUSE_WEIGHT = 1.5
# A run of so many words that the other text lacks leaves 37 % of its likeness.
_LONG_RUN = 6


def rare_words(pair: Pair) -> float:
    """How much rare vocabulary is shared in all; grows towards 1 and ignores length."""
    return 1 - math.exp(-pair.weight / _MANY_WORDS)


def containment(pair: Pair) -> float:
    """The share of the shorter statement's words, by weight, that the other one has too."""
    shorter = min(pair.one.weight, pair.other.weight)
    return pair.weight / shorter if shorter else 0.0


def overlap(pair: Pair) -> float:
    """Shared words as a part of all words of both, by weight (weighted Jaccard)."""
    either = pair.one.weight + pair.other.weight - pair.weight
    return pair.weight / either if either else 0.0


def phrases(pair: Pair) -> float:
    """How many pairs of neighbouring content words are shared; grows towards 1."""
    return 1 - math.exp(-len(pair.a.pairs & pair.b.pairs) / 2)


def plain_words(pair: Pair) -> float:
    """Shared rare words that are not names: the verbs and nouns that say what happened."""
    plain = pair.shared - pair.a.names - pair.b.names
    return 1 - math.exp(-pair.rarity.of(plain) / _MANY_PLAIN_WORDS)


def letters(pair: Pair) -> float:
    """Cosine of the weighted runs of four letters: likeness beyond equal stems."""
    norm = pair.one.letters * pair.other.letters
    if not norm:
        return 0.0
    # A product of two roots may fall short of their square by its last digit.
    return min(1.0, pair.rarity.of_letters(pair.a.letters & pair.b.letters) / norm)


def clauses(pair: Pair) -> float:
    """The best cosine of a clause of one with a clause of the other, damped for scant overlap."""
    best = 0.0
    ours = [(clause & pair.shared, weight) for clause, weight in pair.one.clauses]
    for mine, weight in ours:
        if not mine:
            continue
        for other, other_weight in pair.other.clauses:
            common = mine & other
            if common:
                both = pair.rarity.of(common)
                damping = min(1.0, both / _CLAUSE_WEIGHT)
                best = max(best, both / math.sqrt(weight * other_weight) * damping)
    return best


def word_order(pair: Pair) -> float:
    """Token set ratio of the folded words: equal words in whatever order, and near-equal ones."""
    from rapidfuzz import fuzz

    return float(fuzz.token_set_ratio(pair.a.plain, pair.b.plain)) / 100


def spelling(pair: Pair) -> float:
    """Edit similarity of the folded words in their order (normalised Indel)."""
    from rapidfuzz import fuzz

    return float(fuzz.ratio(pair.a.plain, pair.b.plain)) / 100


def sequence(pair: Pair) -> float:
    """The longest common subsequence of the words, stop words too, as a part of the longer text."""
    from rapidfuzz.distance import LCSseq

    return float(LCSseq.normalized_similarity(pair.a.plain.split(), pair.b.plain.split()))


def unbroken(pair: Pair) -> float:
    """1 when neither has a word of its own, falling with the longest run of words only one has.

    Words that differ here and there are another wording; words that differ in one run are a
    statement that the other text does not make.
    """
    a, b = pair.a.plain.split(), pair.b.plain.split()
    longest = max(_longest_run(a, frozenset(b)), _longest_run(b, frozenset(a)))
    return math.exp(-longest / _LONG_RUN)


def _longest_run(said: Sequence[str], elsewhere: frozenset[str]) -> int:
    longest = run = 0
    for word in said:
        run = 0 if word in elsewhere else run + 1
        longest = max(longest, run)
    return longest
