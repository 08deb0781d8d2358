"""Who and what the sources name: persons, places, families."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.checking.source_index import SourceIndex, SourcePlace
from compare.english.word_lists import word_list
from compare.model.quotes import SpeakerGroup
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.names import NameRun, given_names
from compare.text.persons import same_person
from compare.verify.headlines import Body, has_name

_BODIES = frozenset([SpeakerGroup.ORGANISATION, SpeakerGroup.DOCUMENT])
_THINGS = word_list("group-words") | word_list("place-words") | word_list("thing-words")
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,2}\b")
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s+\Z")
_WHO = re.compile(r",\s+(?:who|whose)\b")
_PLACE_ONLY = re.compile(
    r"\b(?:in|at|near|off|outside|around|across|through)(?:\s+the)?(?:\s+(?:town|city|village|port"
    r"|island|district|region|county|state|suburb)(?:\s+of)?)?\s+\Z",
    re.IGNORECASE,
)

_ROLES = word_list("roles") | word_list("titles")
# Many people of one story can be called so, or so is everybody.
_COMMON = frozenset(
    """
    mr mrs ms miss dr sir dame lady lord resident witness survivor victim relative passenger
    neighbour neighbor worker employee man woman person friend colleague expert official member
    leader partner player supporter fan driver student pupil officer boss chief head president
    """.split()
)
_BEFORE = re.compile(r"([A-Za-z][\w-]*)[ ,]+\Z")
_BEFORE_REACH = 25
_AFTER = re.compile(
    r",\s+(?:the|an?|its|their|her|his|who (?:is|was) (?:the|an?))\s+"
    r"((?:[\w’'-]+\s+){0,3}?[\w’'-]+)(?=,|\s+(?:of|for|at|who|in|said|with)\b|\.)"
)
_WHOSE = re.compile(r"\bwhose\s+([a-z-]+)\s+(?:is|was)\s+\Z")


@dataclass(frozen=True)
class KnownNames:
    """The full names of persons, the names of places, and full names by their last words."""

    persons: frozenset[str]
    places: frozenset[str]
    families: Mapping[str, tuple[str, ...]]
    outlets: frozenset[str]
    bodies: tuple[Body, ...]

    def is_person(self, run: NameRun) -> bool:
        """True for a name that the sources, or its own words, show to be a person's."""
        name = " ".join(run.words)
        if folded_text(run.words[-1]) in _THINGS:
            return False
        if run.titles or _has_given_name(run):
            return True
        return any(_is_one(run, name, known) for known in self.persons)

    def is_known(self, run: NameRun) -> bool:
        """True when some source has the name, in any form."""
        last = run.words[-1]
        if {folded_text(word) for word in run.words} <= self.outlets:
            return True
        parts = [folded_text(part) for part in re.split(r"[-‐‑]", last)]
        return any(
            has_name(body, last, run.words) or (len(parts) > 1 and body.words.issuperset(parts))
            for body in self.bodies
        )

    def is_named(self, run: NameRun, place: SourcePlace) -> bool:
        """True when a place has the last word of a name, or all of it in small letters."""
        last = folded_text(run.words[-1]).removesuffix("'s")
        return last in place.name_words or (len(run.words) == 1 and last in place.lows)


def known_names_of(ground: SourceIndex, bodies: Sequence[Body]) -> KnownNames:
    """The persons, places and families that the sources name."""
    persons: set[str] = set()
    places: set[str] = set()
    families: dict[str, list[str]] = {}
    for place in ground.places:
        persons.update(_speakers(place))
        for run in place.names:
            name = " ".join(run.words)
            if len(run.words) > 1 and folded_text(run.words[-1]) not in _THINGS:
                known = families.setdefault(run.last, [])
                known += [name] if name not in known else []
            if _is_shown_person(place.text, place.span, run):
                persons.add(name)
            elif _PLACE_ONLY.search(place.text, max(0, run.whole.start - 30), run.whole.start):
                places.add(name)
    surnames = {name.split()[-1] for name in persons}
    return KnownNames(
        persons=frozenset(persons),
        places=frozenset(name for name in places if name.split()[-1] not in surnames),
        families={last: tuple(names) for last, names in families.items()},
        outlets=ground.outlets,
        bodies=tuple(bodies),
    )


def _is_shown_person(text: str, sentence: Span, run: NameRun) -> bool:
    """True for a name with a title, a given name, a courtesy, an age or a role beside it."""
    if folded_text(run.words[-1]) in _THINGS:
        return False
    courtesy = _COURTESY.search(text, max(0, run.span.start - 8), run.span.start)
    aged = len(run.words) > 1 and _AGE.match(text, run.span.end)
    if run.titles or courtesy or aged or _has_given_name(run):
        return True
    whole = 2 <= len(run.words) <= 3
    described = _WHO.match(text, run.span.end) or role_beside(text, sentence, run)
    return whole and bool(described)


def _has_given_name(run: NameRun) -> bool:
    thing = folded_text(run.words[-1]) in _THINGS
    return len(run.words) > 1 and run.first in given_names() and not thing


def _speakers(place: SourcePlace) -> list[str]:
    """The full names of persons who are quoted in a place."""
    found = []
    for quote in place.quotes:
        speaker = quote.speaker
        if speaker is None or speaker.anonymous or speaker.group in _BODIES:
            continue
        parts = speaker.name.split()
        whole = 2 <= len(parts) <= 3 and all(part[:1].isupper() for part in parts)
        if whole and not {folded_text(part) for part in parts} & _THINGS:
            found.append(speaker.name)
    return found


def _is_one(run: NameRun, name: str, known: str) -> bool:
    if len(run.words) == 1:
        return folded_text(known.split()[-1]) == folded_text(run.words[0])
    return same_person(name, known)


def role_beside(text: str, sentence: Span, run: NameRun) -> Span | None:
    """The noun for a role right before or after a name: "skipper Wilf Ansty", "Roe, the mayor"."""
    start = max(sentence.start, run.span.start - _BEFORE_REACH)
    whose = _WHOSE.search(text, start, run.span.start)
    before = whose or _BEFORE.search(text, start, run.span.start)
    if before and _is_role(before[1]):
        return Span(before.start(1), before.end(1))
    after = _AFTER.match(text, run.span.end, sentence.end)
    if after:
        last = after[1].rfind(" ") + 1
        if _is_role(after[1][last:]):
            return Span(after.start(1) + last, after.end(1))
    return None


def _is_role(word: str) -> bool:
    plain = folded_text(word).rstrip(".")
    return plain in _ROLES and plain not in _COMMON
