"""Do two printed names name one person? Spelling, titles, initials and the order of the parts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from compare.english.name_parts import PARTICLES, SUFFIXES
from compare.english.titles import SEXES
from compare.english.word_lists import word_list
from compare.text.names import given_names
from compare.text.titles import title_words

_PART = re.compile(r"[^\W_]+(?:['’‐‑-][^\W_]+)*")
_ARTICLE = re.compile(r"^(?:al|el|ul|d|o|mc)[-'’]")
_SPELLED = (
    "sch:sh ph:f ck:k kh:h ts:c tz:c iy:i yi:i ii:i ij:i ey:e ei:e ie:i ou:u oo:u ee:i q:k c:k "
    "w:v y:i j:i"
)
_SOUNDS = tuple(pair.split(":") for pair in _SPELLED.split())
_LONG_NAME = 5


def same_person(a: str, b: str) -> bool:
    """True when two names agree: family names alike, given names alike or left out.

    Yuri and Yury, Mohamed and Muhammad, J. and John, Jim and James, Kim Sun-hee and Sun-hee Kim
    agree; John and
    Ann, a father and his "Jr.", or two names without a common family name, do not.
    """
    one, other = _parts(a), _parts(b)
    if not one or not other or _junior(a) != _junior(b) or _courtesy(a, b):
        return False
    if len(one) == 1 or len(other) == 1:
        short, full = (one, other) if len(one) == 1 else (other, one)
        return _alike(short[0], full[-1]) or (
            _alike(short[0], full[0]) and given_names().get(full[0], "any") == "any"
        )
    if _alike(one[-1], other[-1]):
        return _given(one[:-1], other[:-1])
    return len(one) == len(other) and {sound_key(p) for p in one} == {sound_key(p) for p in other}


def is_misspelt(a: str, b: str) -> bool:
    """True for full names that differ in one letter: Ida Harlow and Ida Harrow.

    One of the names is the same in both, the other has five letters or more and one of them left
    out, added, changed or changed round. It is for the caller to know that both are one person.
    """
    from rapidfuzz.distance import OSA

    one, other = _parts(a), _parts(b)
    if len(one) != len(other) or len(one) < 2 or _junior(a) != _junior(b):
        return False
    differing = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if len(differing) != 1:
        return False
    x, y = differing[0]
    return min(len(x), len(y)) >= _LONG_NAME and OSA.distance(x, y) == 1


def is_spelt_alike(a: str, b: str) -> bool:
    """True when two names of one person differ only by what one leaves out: J. Roe, Roe."""
    one, other = _parts(a), _parts(b)
    short, full = sorted((one, other), key=len)
    if len(short) == len(full):
        return all(
            x == y or (min(len(x), len(y)) == 1 and x[0] == y[0])
            for x, y in zip(one, other, strict=True)
        )
    return set(short) <= set(full)


def _courtesy(a: str, b: str) -> bool:
    """True when one is a man by Mr and the other a woman by Mrs or Ms, or one is a couple."""
    sexes = [SEXES.get(name.partition(" ")[0].lower().rstrip("."), "") for name in (a, b)]
    couple = [" and " in name for name in (a, b)]
    return couple[0] != couple[1] or (all(sexes) and sexes[0] != sexes[1])


def _junior(name: str) -> bool:
    return name.lower().rstrip(". ").endswith((" jr", " ii", " iii", " iv"))


@lru_cache(maxsize=8192)
def sound_key(word: str) -> str:
    """A spelling that ignores accents, doubled letters and how vowels were carried over."""
    plain = unicodedata.normalize("NFKD", word.lower())
    plain = "".join(c for c in plain if c.isalpha() and not unicodedata.combining(c))
    for written, spoken in _SOUNDS:
        plain = plain.replace(written, spoken)
    return re.sub(r"(.)\1+", r"\1", plain)


def _alike(one: str, other: str) -> bool:
    if sound_key(one) == sound_key(other):
        return True
    first, second = _ARTICLE.sub("", one), _ARTICLE.sub("", other)
    return (first, second) != (one, other) and sound_key(first) == sound_key(second)


def _given(one: list[str], other: list[str]) -> bool:
    """True when no given name contradicts: equal, an initial, a short form, or skeletons alike."""
    first, second = one[0], other[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return (
        _alike(first, second)
        or second in _short_forms().get(first, ())
        or first in _short_forms().get(second, ())
        or first.startswith(second)
        or second.startswith(first)
        or (len(first) > 3 and _skeleton(first) == _skeleton(second))
    )


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    """From a given name to the short forms that people go by."""
    groups = (entry.split("/") for entry in sorted(word_list("short-names")))
    found: dict[str, frozenset[str]] = {}
    for name, *short in groups:
        found[name] = found.get(name, frozenset()) | frozenset(short)
    return found


def _skeleton(word: str) -> str:
    plain = sound_key(word)
    return plain[0] + re.sub(r"[aeiou]", "", plain[1:])


@lru_cache(maxsize=8192)
def _parts_of(name: str) -> tuple[str, ...]:
    titles = title_words()
    words = [w.lower() for w in _PART.findall(name.replace("\u00ad", ""))]
    named = [w for w in words if w not in PARTICLES and w not in SUFFIXES]
    while len(named) > 1 and named[0] in titles and named[0] not in given_names():
        named = named[1:]
    return tuple(named)


def _parts(name: str) -> list[str]:
    return list(_parts_of(name))
