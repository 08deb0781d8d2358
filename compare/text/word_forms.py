"""Forms and families of words: resigned and resignation, die and death, acquire and acquisition."""

from __future__ import annotations

from functools import lru_cache

from compare.english.word_lists import line_sections
from compare.text.fold import folded_text
from compare.text.verbs import irregular_verbs
from compare.text.words import stem

# Endings that make a noun, an adjective or an adverb of a word, the longest first.
_ENDINGS = sorted(
    """
    ification ations ation itions ition utions ution ions ion ments ment ances ance ences ence
    ants ant ents ent ened ening ens en ers er ors or ings ing ists ist isms ism ities ity
    ives ive ians ian ans an ese ish less ness ful able ible ally ly al ous ary eries ery ies
    y ed es e s
    """.split(),
    key=len,
    reverse=True,
)
# Endings before which the root has changed, and what it was: explosion, explod-.
_CHANGED = (
    ("uisition", "uir"),
    ("uction", "uc"),
    ("olution", "olv"),
    ("umption", "um"),
    ("iption", "ib"),
    ("ission", "it"),
    ("ession", "ed"),
    ("ersion", "ert"),
    ("sion", "d"),
    ("sive", "d"),
    ("sion", "s"),
)
_SHORTEST = 4
# Endings that a root of four letters is too short for: station is no form of state.
_AFTER_LONG = frozenset(["ion", "ions"])
# Endings of verbs that end in -e: miner, mining, mine.
_VERBAL = frozenset(["er", "ers", "ing", "ed"])


def are_related(one: str, other: str) -> bool:
    """True when two words are forms of one word or belong to one family of words.

    Rather too often true than too seldom: it is asked before words are called different.

    >>> are_related("resigns", "resignation"), are_related("fatal", "fated")
    (True, False)
    """
    return not roots(one).isdisjoint(roots(other))


@lru_cache(maxsize=65536)
def roots(word: str) -> frozenset[str]:
    """What a word can come from; two words that have one of these in common are related."""
    plain = folded_text(word).removesuffix("'s").rstrip("'")
    bases = {plain, *_bases().get(plain, ())}
    found: set[str] = set()
    for base in bases:
        shortest = stem(base)
        found |= {shortest, *_stripped(base), *_stripped(shortest)}
        families = _families()
        found |= {f"family {n}" for n in (*families.get(base, ()), *families.get(shortest, ()))}
    return frozenset(found - {""})


def _stripped(word: str) -> set[str]:
    """The word without each ending it has, of four letters or more."""
    found = {word} if len(word) >= _SHORTEST else set()
    for ending, before in _CHANGED:
        if word.removesuffix("s").endswith(ending):
            found.add(word.removesuffix("s").removesuffix(ending) + before)
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest == word or (ending in _AFTER_LONG and len(rest) == _SHORTEST):
            continue
        if len(rest) > _SHORTEST and rest[-1] == rest[-2] and rest[-1] not in "aeiousl":
            rest = rest[:-1]
        found.add(f"{rest}e" if len(rest) < _SHORTEST and ending in _VERBAL else rest)
    if word.endswith("ian"):
        found.add(word.removesuffix("n"))
    return {root for root in found if len(root) >= _SHORTEST}


@lru_cache(maxsize=1)
def _bases() -> dict[str, tuple[str, ...]]:
    """The base forms of each irregular past and participle."""
    found: dict[str, list[str]] = {}
    for base, done in irregular_verbs().items():
        for form in done:
            found.setdefault(form, []).append(base)
    return {form: tuple(bases) for form, bases in found.items()}


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[int, ...]]:
    """The numbers of the families that a word or stem is listed in."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(line_sections("word-families")[""]):
        for word in line.split():
            for key in {word, stem(word)}:
                found.setdefault(key, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}
