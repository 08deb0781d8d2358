"""Lists of words that colour a statement, each with the plain words for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.english.word_lists import line_sections, source_line
from compare.text.verbs import verb_forms

PARTS = ("people", "nouns", "verbs", "words")
"""The headings under which a list has its words."""

_COUNTERPARTS = (
    "movement", "protest", "force", "armed", "power", "dispute", "misdeed", "disaster",
)  # fmt: skip
_NO_NOUN_AFTER = frozenset(
    """
    to will would can could may might must shall should not n't i we you they he she it who
    didn't don't won't
    """.split()
)
_NO_VERB_AFTER = frozenset("a an the this that these those his her its their our my your".split())
_BASE_AFTER = _NO_NOUN_AFTER - frozenset(["he", "she", "it"])


@dataclass(frozen=True, slots=True)
class ToneList:
    """One list: `name`, the `source` with its licence, and its entries by their first word.

    An entry is the words in one form, the lemma shown for it, the set it belongs to, whether it is
    loaded, and its part of speech. `unless` are runs of words inside which no entry is meant.
    """

    name: str
    source: str
    entries: dict[str, tuple[_Entry, ...]]
    unless: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    lemma: str
    group: str
    loaded: bool
    part: str


@dataclass(frozen=True, slots=True)
class ToneWord:
    """A word of a list found in a row of words: `first` and `last` are its places.

    Words of one `group` are names for one thing; `loaded` tells on which side of the list it is,
    `part` under which heading: people, nouns, verbs or words.
    """

    first: int
    last: int
    lemma: str
    group: str
    loaded: bool
    part: str
    source: ToneList


@lru_cache(maxsize=1)
def counterpart_lists() -> tuple[ToneList, ...]:
    """The lists that ship with the program whose loaded words have plain counterparts."""
    return tuple(_shipped(name) for name in _COUNTERPARTS)


@lru_cache(maxsize=1)
def saying_list() -> ToneList:
    """Verbs of saying, plain and loaded."""
    return _shipped("saying")


@lru_cache(maxsize=1)
def emotive_list() -> ToneList:
    """Words that tell how to feel about a thing; they have no counterpart."""
    return _shipped("emotive")


def _shipped(name: str) -> ToneList:
    return tone_list(name, source_line(f"tone/{name}"), line_sections(f"tone/{name}"))


def tone_list(name: str, source: str, lines: dict[str, tuple[str, ...]]) -> ToneList:
    """A list from the lines of its sections: [people], [nouns], [verbs], [words] and [unless].

    People are nouns that stand for a group of persons. A line holds plain words, a bar, and the
    loaded words for the same thing; without a bar all are loaded. An underscore stands for a
    space.
    """
    entries: dict[str, list[_Entry]] = {}
    for part in PARTS:
        for number, line in enumerate(lines.get(part, ())):
            for entry in _entries(line, f"{name}:{part}:{number}", part):
                entries.setdefault(entry.words[0], []).append(entry)
    longest = {
        word: tuple(sorted(group, key=lambda e: (-len(e.words), e.words, e.group)))
        for word, group in entries.items()
    }
    unless = tuple(tuple(line.split()) for line in lines.get("unless", ()))
    return ToneList(name, source, longest, unless)


def _entries(line: str, group: str, part: str) -> Iterator[_Entry]:
    plain, bar, loaded = line.partition("|")
    if not bar:
        plain, loaded = "", plain
    for side, listed in ((False, plain), (True, loaded)):
        for word in listed.split():
            lemma = word.replace("_", " ")
            for form in _forms(lemma, part):
                if words := tuple(form.replace("-", " ").split()):
                    yield _Entry(words, lemma, group, side, part)


def _forms(lemma: str, part: str) -> Iterator[str]:
    first, _, rest = lemma.partition(" ")
    if part == "verbs":
        yield from (f"{form} {rest}".strip() for form in verb_forms(first))
    elif part in ("nouns", "people"):
        yield from (lemma, plural(lemma))
    else:
        yield lemma


def plural(noun: str) -> str:
    """The regular plural of a noun, or of the last word of a phrase; -man becomes -men."""
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if re.search(r"(?:s|x|z|ch|sh)$", noun):
        return noun + "es"
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def tone_words(words: Sequence[str], lists: Sequence[ToneList]) -> list[ToneWord]:
    """The words of the lists in a row of folded words, the longest entry at each place.

    Passed over: empty words, runs under [unless], and words whose neighbour shows that they are of
    the other part of speech ("to attack" is no noun).
    """
    found: list[ToneWord] = []
    for each in lists:
        places = [at for at, word in enumerate(words) if word in each.entries]
        barred = _barred(words, each) if places else set()
        end = 0
        for at in places:
            entry = next((e for e in each.entries[words[at]] if _is_at(words, at, e)), None)
            if entry is None or at in barred or at < end:
                continue
            end = at + len(entry.words)
            found.append(
                ToneWord(at, end - 1, entry.lemma, entry.group, entry.loaded, entry.part, each)
            )
    return found


def _is_at(words: Sequence[str], at: int, entry: _Entry) -> bool:
    if tuple(words[at : at + len(entry.words)]) != entry.words:
        return False
    before = words[at - 1] if at else ""
    if entry.part in ("nouns", "people"):
        return before not in _NO_NOUN_AFTER
    if entry.part == "verbs":
        base = entry.words[0] == entry.lemma.partition(" ")[0]
        return before not in _NO_VERB_AFTER and (not base or before in _BASE_AFTER)
    return True


def _barred(words: Sequence[str], tones: ToneList) -> set[int]:
    """The places of words inside a run that the list takes out."""
    return {
        place
        for run in tones.unless
        for at in range(len(words) - len(run) + 1)
        if tuple(words[at : at + len(run)]) == run
        for place in range(at, at + len(run))
    }
