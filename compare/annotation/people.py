"""The people of an article: every name of a person, tied to the fullest one, with their roles."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.english.name_parts import SUFFIXES
from compare.english.word_lists import sections, word_list
from compare.model.spans import Span
from compare.text.names import NameRun, given_names
from compare.text.titles import title_words

_ROLES = word_list("roles")
_PLACES = word_list("place-words")
_KNOWN_PLACES = word_list("places")
_GROUPS = word_list("group-words")
_SEXED = {title: sex for sex in ("man", "woman") for title in sections("titles")[sex]}
_WOMEN = re.compile(
    r"woman$|women$|^(?:actress|mother|wife|widow|daughter|sister|queen|princess|aunt|niece|nun|girl"
    r"|grandmother|mum|mom|midwife|lady)$"
)
_MEN = re.compile(
    r"(?<!wo)man$|^(?:actor|father|husband|widower|son|brother|king|prince|uncle|nephew|boy"
    r"|grandfather|dad)$"
)
_BEFORE = re.compile(r"((?:[^\W\d_]+(?:-[^\W\d_]+)*[ \u00a0]){1,3})$")
_AFTER = re.compile(r",\s*(?:\d\d,\s*)?(?!and\b|but\b|or\b|said\b|told\b)[^.,;:“”\"()—]{3,90}")
_COURTESY = re.compile(r"\b((?:Mr|Mrs|Ms|Miss)\.?)[ \u00a0]$")
_PARTY = re.compile(r"\s*[(,]\s*(R|D)(?:[-‑–]|epublican|emocrat)")
_BEYOND = re.compile(
    r"\b(?:whose|which|with|from|for|of|in|at|on|to|and|as|by|when|after|who(?! is| was))\b"
)
_LEAD_IN = re.compile(r"([^.,;:“”\"()—]{3,60}),\s$")
_LONGEST = 5


@dataclass(slots=True)
class Person:
    """Somebody the article names; `words` is the fullest form of the name.

    `roles` maps each role or title, in lower case, to where it stands.
    """

    words: tuple[str, ...]
    roles: dict[str, Span] = field(default_factory=dict)
    sexes: Counter[str] = field(default_factory=Counter)
    mentions: list[int] = field(default_factory=list)
    printed: set[str] = field(default_factory=set)
    sure: bool = False
    courtesy: str = ""

    @property
    def name(self) -> str:
        """The fullest name in one string; with Mr, Mrs or Ms where no given name is known."""
        name = " ".join(self.words)
        return f"{self.courtesy} {name}" if self.courtesy and len(self.words) == 1 else name

    @property
    def last(self) -> str:
        """The last word of the name, in lower case."""
        return _last(self.words)

    @property
    def first(self) -> str:
        """The first word of the name, in lower case."""
        return self.words[0].lower().rstrip(".")

    def may_be(self, sex: str) -> bool:
        """False only when the article or the name says otherwise."""
        known = self.sexes.most_common(1)
        return not known or known[0][0] == sex


def _last(words: Sequence[str]) -> str:
    plain = [w.lower().rstrip(".") for w in words]
    while len(plain) > 1 and plain[-1] in SUFFIXES:
        plain.pop()
    return plain[-1]


class People:
    """All persons of an article, found by the place of any mention."""

    def __init__(self, text: str, runs: Sequence[NameRun]) -> None:
        self.text = text
        self.runs = runs
        self.persons: list[Person] = []
        self._named: dict[str, list[Person]] = {}
        self._found_by: set[tuple[str, int]] = set()
        self._starts = [run.span.start for run in runs]
        self._at: dict[int, Person] = {}
        self._in_full: list[tuple[int, Person]] = []
        self._bare: dict[str, Person] = {}
        self._unclear: dict[tuple[str, str], Person] = {}
        for run in runs:
            if len(run.words) > 1 and self._is_person(run):
                self._place(run, self._known_in_full(run) or self._new(run))
                self._in_full.append((run.span.start, self._at[run.span.start]))
        for run in runs:
            if len(run.words) == 1 and not self._is_place(run):
                self._place(run, self._known_in_short(run) or self._new(run))

    def at(self, start: int) -> Person | None:
        """The person named by the run that begins here."""
        return self._at.get(start)

    def inside(self, span: Span) -> list[tuple[NameRun, Person | None]]:
        """The names inside a span, each with its person if it is one."""
        first, last = (bisect_left(self._starts, at) for at in (span.start, span.end))
        near = (run for run in self.runs[first:last] if span.contains(run.span))
        return [(run, self._at.get(run.span.start)) for run in near]

    def _is_person(self, run: NameRun) -> bool:
        low = [w.lower() for w in run.words]
        if "_".join(low) in _KNOWN_PLACES or (
            low[0] in _KNOWN_PLACES and low[0] not in given_names()
        ):
            return False
        if len(low) > _LONGEST or "of" in low or any("&" in w or w.isdigit() for w in low):
            return False
        if run.titles or low[0] in given_names():
            return low[-1] not in _PLACES or bool(run.titles)
        shouted = run.words[0].isupper() and len(low[0]) > 2
        return not (shouted or any(w in _PLACES or w in _GROUPS for w in low))

    def _is_place(self, run: NameRun) -> bool:
        """True for a single word that names a place or a body, or an acronym."""
        low = run.words[0].lower()
        acronym = run.words[0].isupper() and len(low) > 1
        known = low in _KNOWN_PLACES or low in _PLACES or low in _GROUPS
        return not run.titles and (known or acronym)

    def _known_in_full(self, run: NameRun) -> Person | None:
        for person in self._named.get(run.last, ()):
            junior = run.words[-1].lower().rstrip(".") in ("jr", "ii", "iii", "iv")
            if junior != _is_junior(person):
                continue
            if person.last == run.last and len(person.words) > 1 and _fits(person.first, run.first):
                return person
        return None

    def _known_in_short(self, run: NameRun) -> Person | None:
        """Who is meant by one word: by family name, else by first name; titles tell apart."""
        word = run.last
        unclear = list(self._unclear.values())
        sex = next((_SEXED[t] for t in run.titles if t in _SEXED), None)
        for key in ("last", "first"):
            fits = [p for p in self._named.get(word, ()) if getattr(p, key) == word]
            fits = [p for p in fits if p not in unclear]
            fits = [p for p in fits if sex is None or p.may_be(sex)]
            if key == "first" and run.titles:
                fits = [p for p in fits if word not in given_names()]
            if any(_is_junior(p) for p in fits):
                fits = [p for p in fits if not _is_junior(p) or p.mentions[0] < run.span.start]
                fits = [p for p in fits if not _is_junior(p)] or fits
            if len(fits) > 1 and run.titles:
                fits = [p for p in fits if set(run.titles) & set(p.roles)] or fits
            if key == "last" and len(fits) > 1:
                return self._told_apart(fits, run) or self._one_of_several(run)
            before = [p for p in fits if p.mentions[0] < run.span.start]
            if before or fits:
                return max(before or fits, key=lambda p: _latest(p, run.span.start))
        return None

    def _told_apart(self, fits: Sequence[Person], run: NameRun) -> Person | None:
        """Which of several with one family name is meant, None when nothing says so.

        The only one named so far; who was called so before the others came; the only one whose full
        name stands in the paragraph before the place.
        """
        start = run.span.start
        named = [p for p in fits if any(at < start and q is p for at, q in self._in_full)]
        if len(named) == 1:
            return self._bare.setdefault(run.last, named[0])
        if self._bare.get(run.last) in named:
            return self._bare[run.last]
        paragraph = self.text.rfind("\n\n", 0, start)
        near = {id(q): q for at, q in self._in_full if paragraph < at < start and q in named}
        return next(iter(near.values())) if len(near) == 1 else None

    def _one_of_several(self, run: NameRun) -> Person:
        """Somebody of the family, under no more than the family name."""
        courtesy = _COURTESY.search(self.text, max(0, run.span.start - 6), run.span.start)
        key = (run.last, courtesy.group(1) if courtesy else "")
        if key not in self._unclear:
            self._unclear[key] = self._new(run)
        return self._unclear[key]

    def _new(self, run: NameRun) -> Person:
        person = Person(run.words)
        self.persons.append(person)
        self._know(person)
        return person

    def _know(self, person: Person) -> None:
        """Let a person be found by the last and the first word of the name."""
        for word in (person.last, person.first):
            if (word, id(person)) not in self._found_by:
                self._found_by.add((word, id(person)))
                self._named.setdefault(word, []).append(person)

    def _place(self, run: NameRun, person: Person) -> None:
        self._at[run.span.start] = person
        insort(person.mentions, run.span.start)
        person.printed.add(run.span.of(self.text))
        if len(run.words) > len(person.words):
            person.words = run.words
            self._know(person)
        courtesy = _COURTESY.search(self.text, max(0, run.span.start - 6), run.span.start)
        person.courtesy = person.courtesy or (courtesy.group(1) if courtesy else "")
        person.sexes.update(_SEXED[t] for t in run.titles if t in _SEXED)
        if run.first in given_names() and len(run.words) > 1:
            sex = given_names()[run.first]
            person.sexes.update({sex: 2} if sex != "any" else {})
        person.sure |= bool(run.titles) or (len(run.words) > 1 and run.first in given_names())
        self._learn(run, person)

    def _learn(self, run: NameRun, person: Person) -> None:
        """Titles and roles beside the name: before it, after a comma, or as "the mayor, X"."""
        start, end = run.span.start, run.span.end
        before = self.text[max(0, start - 60) : start]
        if run.titles:
            _learn_roles(person, self.text[run.whole.start : start], run.whole.start)
        places = [(m.group(1), start - len(m.group(1))) for m in [_BEFORE.search(before)] if m]
        after = _AFTER.match(self.text, end)
        if after:
            head = _BEYOND.split(after.group(), maxsplit=1)[0]
            places.append((head, after.start()))
        lead = _LEAD_IN.search(before) if self.text[end : end + 1] == "," else None
        if lead:
            places.append((lead.group(1), start - len(lead.group()) + lead.start(1) - lead.start()))
        for words, at in places:
            _learn_roles(person, words, at)
        party = _PARTY.match(self.text, end)
        if party:
            role = "republican" if party.group(1) == "R" else "democrat"
            person.roles.setdefault(role, Span(party.start(1), party.end(1)))
            person.sure = True


def _is_junior(person: Person) -> bool:
    return person.words[-1].lower().rstrip(".") in ("jr", "ii", "iii", "iv")


def _fits(known: str, other: str) -> bool:
    """Sam and Samuel, J. and John; not Ann and John."""
    return known.startswith(other) or other.startswith(known) or known[:3] == other[:3]


def _latest(person: Person, at: int) -> int:
    place = bisect_left(person.mentions, at)
    return person.mentions[place - 1] if place else -1


def _learn_roles(person: Person, words: str, at: int) -> None:
    for match in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", words):
        low = match.group().lower()
        if low in _ROLES or low in title_words():
            place = Span(at + match.start(), at + match.end())
            person.roles.setdefault(low, place)
            person.sure = True
            if _WOMEN.search(low):
                person.sexes["woman"] += 1
            elif _MEN.search(low):
                person.sexes["man"] += 1
