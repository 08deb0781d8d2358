"""Speakers made one across outlets: which quotes of which articles are of the same voice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.english.word_lists import word_list
from compare.model.articles import Article
from compare.model.quotes import Quote, Speaker, SpeakerGroup
from compare.text.persons import is_misspelt, same_person

_NOT_PERSONS = frozenset([SpeakerGroup.ORGANISATION, SpeakerGroup.DOCUMENT, SpeakerGroup.ANONYMOUS])
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_FILLERS = frozenset("the a an of for and in on at to its his her their from said".split())
_PRONOUNS = word_list("function-words")
_ROLES = word_list("roles")
# Many people of one story can be called so.
_COMMON_ROLES = frozenset(
    """
    official officer spokesman spokeswoman spokesperson resident witness survivor victim relative
    passenger neighbour neighbor worker employee man woman person friend colleague expert engineer
    nurse doctor patient lawyer source aide lawmaker politician protester voter volunteer member
    leader partner caller reader listener customer student soldier firefighter policeman driver
    analyst economist mother father son daughter brother sister boy girl reporter journalist
    """.split()
)


@dataclass(frozen=True, slots=True)
class HeardSpeaker:
    """A speaker under the name the articles agree on; `quotes` are (letter, quote) in order."""

    name: str
    quotes: tuple[tuple[str, Quote], ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the quotes."""
        return frozenset(quote.id for _, quote in self.quotes)


@dataclass(slots=True)
class _Name:
    """One name in one article with its quotes."""

    letter: str
    speaker: Speaker
    quotes: list[Quote]


def heard_speakers(articles: Sequence[Article]) -> tuple[HeardSpeaker, ...]:
    """All speakers of a story, sorted by name; a quote without a speaker is in none.

    Where two voices have one name, the one that comes first in the articles comes first.

    A name is joined to a fuller one of another article when only one person of the story fits it,
    so that "Lee" stays apart in a story with two Lees.
    """
    found = [name for article in articles for name in _names(article)]
    groups: list[list[_Name]] = []
    described: list[_Name] = []
    for name in sorted(found, key=_fullness):
        if _by_role(name):
            described.append(name)
            continue
        fits = [group for group in groups if _one_voice(name, group)]
        exact = [g for g in fits if any(n.speaker.name == name.speaker.name for n in g)]
        chosen = exact or fits
        if len(chosen) == 1 and not (len(fits) > 1 and not exact):
            chosen[0].append(name)
        else:
            groups.append([name])
    for name in described:
        fits = [g for g in groups if _one_voice(name, g)] or _with_role(name, groups)
        if len(fits) == 1:
            fits[0].append(name)
        else:
            groups.append([name])
    at = {quote.id: n for n, quote in enumerate(q for a in articles for q in a.quotes)}
    found_voices = [_voice(group, at) for group in groups]
    return tuple(sorted(found_voices, key=lambda v: (v.name, at[v.quotes[0][1].id])))


def _by_role(name: _Name) -> str:
    """The role of "the ferry's mate", "the chief engineer"; "" for a name or for one of several."""
    speaker, words = name.speaker, _WORD.findall(name.speaker.name)
    plain = not (speaker.anonymous or is_named(speaker.name)) and bool(words)
    role = words[-1].lower() if plain else ""
    return role if role in _ROLES and role not in _COMMON_ROLES else ""


def _with_role(name: _Name, groups: Sequence[list[_Name]]) -> list[list[_Name]]:
    """The one named person of other articles with the role, if this article does not quote them."""
    role = _by_role(name)
    holders = [g for g in groups if any(n.speaker.role == role for n in g)]
    if len(holders) != 1 or not any(is_named(n.speaker.name) for n in holders[0]):
        return []
    return holders if _unshared(name, holders[0]) else []


def _names(article: Article) -> list[_Name]:
    found: dict[str, _Name] = {}
    for quote in article.quotes:
        if quote.speaker is None:
            continue
        key = quote.speaker.name
        name = found.setdefault(key, _Name(article.letter, quote.speaker, []))
        name.quotes.append(quote)
    return list(found.values())


def _fullness(name: _Name) -> tuple[int, int, str]:
    """Fullest names first; then by their letters, never by the order of the outlets."""
    words = _WORD.findall(name.speaker.name)
    return (-len(words), -len(name.speaker.name), name.speaker.name)


def _one_voice(name: _Name, group: Sequence[_Name]) -> bool:
    one, other = name.speaker, group[0].speaker
    if one.anonymous or other.anonymous:
        both = one.anonymous and other.anonymous
        return both and _content(one.name) == _content(other.name) and _unshared(name, group)
    if one.name == other.name:
        return not _is_pronoun(one.name)
    if _is_pronoun(one.name) or _is_pronoun(other.name):
        return False
    if one.group in _NOT_PERSONS or other.group in _NOT_PERSONS:
        return _same_body(one.name, other.name)
    if not (is_named(one.name) and is_named(other.name)):
        return _same_body(one.name, other.name)
    if not same_person(one.name, other.name):
        return is_misspelt(one.name, other.name) and _unshared(name, group)
    short = min(len(_content(one.name)), len(_content(other.name))) == 1
    return short or _unshared(name, group)


def _unshared(name: _Name, group: Sequence[_Name]) -> bool:
    """False when the same article already has another name in the group: two different people."""
    return all(n.letter != name.letter for n in group)


def _is_pronoun(name: str) -> bool:
    return name.lower() in _PRONOUNS


@lru_cache(maxsize=4096)
def is_named(name: str) -> bool:
    """True for a proper name, False for a description or a pronoun."""
    words = _WORD.findall(name)
    return bool(words) and words[-1][0].isupper() and not _is_pronoun(name)


@lru_cache(maxsize=4096)
def _content(name: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _WORD.findall(name)) - _FILLERS


def _same_body(one: str, other: str) -> bool:
    """True for equal words, or an acronym and the words it stands for."""
    mine, theirs = _content(one), _content(other)
    if mine == theirs:
        return True
    if (mine <= theirs or theirs <= mine) and one.lower().split()[-1] == other.lower().split()[-1]:
        return True
    short, full = sorted((one, other), key=len)
    return len(short) > 1 and short.replace(".", "") == _initials(full)


@lru_cache(maxsize=4096)
def _initials(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())


def _voice(group: Sequence[_Name], at: Mapping[str, int]) -> HeardSpeaker:
    """`at` gives the place of each quote among all quotes of the story."""
    quotes = sorted(((n.letter, q) for n in group for q in n.quotes), key=lambda one: at[one[1].id])
    return HeardSpeaker(_plainest(group), tuple(quotes))


def _plainest(group: Sequence[_Name]) -> str:
    """The fullest name of a person; of a body the name most articles give it, then the shortest.

    An acronym gives way to the words it stands for.
    """
    named = [n for n in group if is_named(n.speaker.name)] or list(group)
    bodies = [n for n in named if n.speaker.group in _NOT_PERSONS]
    if len(bodies) < len(named) or not bodies:
        return min(named, key=_fullness).speaker.name
    used = Counter(n.speaker.name for n in bodies)
    return min(used, key=lambda name: (name.isupper(), -used[name], len(name), name))
