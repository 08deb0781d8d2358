"""Are the names of a statement those of the sources? Persons, places, and who has which role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.checking.ground import Ground, Place, Token, coverage
from compare.checking.matching import Claim
from compare.model.checks import Doubt, DoubtKind
from compare.model.quotes import SpeakerGroup
from compare.model.spans import Span
from compare.text.fold import folded
from compare.text.names import NameRun, given_names
from compare.text.persons import is_misspelt, same_person
from compare.text.wordlists import word_list
from compare.verify.headlines import Body, has_name

# The words around a name stand in a place that has another name instead: so much of them.
_RIVAL = 0.62
# The place with the name itself has at most this part of what the rival place has.
_LESS = 0.72
# A clause of fewer words of meaning around a name says too little to tell who did it.
_FEWEST = 3
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|off|from|to|outside|around|across|of|for|towards?|into|through|between|on|over)"
    r"(?:\s+the)?(?:\s+(?:town|city|village|port|island|district|region|county|state|suburb)"
    r"(?:\s+of)?)?\s+\Z",
    re.IGNORECASE,
)
_PLACE_ONLY = re.compile(
    r"\b(?:in|at|near|off|outside|around|across|through)(?:\s+the)?(?:\s+(?:town|city|village|port"
    r"|island|district|region|county|state|suburb)(?:\s+of)?)?\s+\Z",
    re.IGNORECASE,
)
_BODIES = frozenset([SpeakerGroup.ORGANISATION, SpeakerGroup.DOCUMENT])
_THINGS = word_list("group-words") | word_list("place-words") | word_list("thing-words")
_TITLES = word_list("titles") | word_list("roles")
# So many words may stand between a role and the name it belongs to.
_BESIDE = 7


@dataclass(frozen=True)
class Cast:
    """Who and what the sources name: the full names of persons, and the names of places."""

    persons: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    bodies: tuple[Body, ...]

    def is_person(self, run: NameRun) -> bool:
        """True for a name that the sources, or its own first word, show to be a person's."""
        if run.titles or (len(run.words) > 1 and run.first in given_names()):
            return True
        return any(same_person(" ".join(run.words), name) for name in self.persons)

    def is_known(self, run: NameRun) -> bool:
        """True when some source has the name, in any form."""
        last = run.words[-1]
        return any(has_name(body, last, run.words) for body in self.bodies)


def cast_of(ground: Ground, bodies: Sequence[Body]) -> Cast:
    """The persons and places that the sources name."""
    persons = {
        quote.speaker.name
        for place in ground.places
        for quote in place.quotes
        if quote.speaker
        and quote.speaker.group not in _BODIES
        and not quote.speaker.anonymous
        and quote.speaker.name[:1].isupper()
    }
    places: set[str] = set()
    for place in ground.places:
        for run in place.names:
            name = " ".join(run.words)
            if run.titles or (len(run.words) > 1 and run.first in given_names()):
                persons.add(name)
            elif _PLACE_ONLY.search(place.text, max(0, run.whole.start - 30), run.whole.start):
                places.add(name)
    surnames = {name.split()[-1] for name in persons}
    return Cast(
        persons=frozenset(persons),
        places=frozenset(n for n in places if n.split()[-1] not in surnames),
        words=frozenset(w for place in ground.places for w in place.name_words),
        bodies=tuple(bodies),
    )


def name_doubts(ground: Ground, claim: Claim, cast: Cast) -> tuple[Doubt, ...]:
    """Hold each name of a statement against the sources.

    A name that no source has is doubtful; so is one in whose place the sources name somebody else,
    and a person whose given name, role or age is that of another.
    """
    found: list[Doubt] = []
    for run in claim.names:
        doubt = (
            _unknown(ground, claim, run, cast)
            or _mixed_name(ground, claim, run, cast)
            or _role_of_another(ground, claim, run, cast)
            or _other_name(ground, claim, run, cast)
        )
        if doubt:
            found.append(doubt)
    return tuple(found)


def _unknown(ground: Ground, claim: Claim, run: NameRun, cast: Cast) -> Doubt | None:
    """A name that no source has; contradicted where another stands in its place."""
    if cast.is_known(run):
        return None
    kind = _type(claim.text, run, cast)
    rival = _best_rival(ground, claim, run, cast, kind) if kind else None
    if rival and kind:
        other, place = rival
        return _made(ground, claim, run, kind, other, place)
    return Doubt(kind=DoubtKind.NO_NAME, span=run.span, text=run.span.of(claim.text))


def _mixed_name(ground: Ground, claim: Claim, run: NameRun, cast: Cast) -> Doubt | None:
    """A full name that no source has, where each of two persons has one part of it."""
    if len(run.words) < 2 or not cast.is_person(run):
        return None
    name = " ".join(run.words)
    family = [n for n in sorted(cast.persons) if len(n.split()) > 1 and _family(n) == run.last]
    if not family or any(same_person(name, n) or is_misspelt(name, n) for n in family):
        return None
    known = family[0]
    place = next((p for p in ground.places if known in p.words), None)
    if place is None:
        return None
    return _made(ground, claim, run, DoubtKind.PERSON, known, place)


def _family(name: str) -> str:
    return folded(name.split()[-1])


def _type(text: str, run: NameRun, cast: Cast) -> DoubtKind | None:
    """Whether a name stands for a person or for a place; None for a body or where it is unclear."""
    if folded(run.words[-1]) in word_list("group-words"):
        return None
    if cast.is_person(run):
        return DoubtKind.PERSON
    before = _PLACE_BEFORE.search(text, max(0, run.whole.start - 40), run.whole.start)
    if before and (" ".join(run.words) in cast.places or _PLACE_ONLY.search(
        text, max(0, run.whole.start - 40), run.whole.start
    )):  # fmt: skip
        return DoubtKind.PLACE
    return None


def _other_name(ground: Ground, claim: Claim, run: NameRun, cast: Cast) -> Doubt | None:
    """A name where the sources, in the same words, have another person or place."""
    kind = _type(claim.text, run, cast)
    if kind is None:
        return None
    rival = _best_rival(ground, claim, run, cast, kind)
    if rival is None:
        return None
    return _made(ground, claim, run, kind, *rival)


def _best_rival(
    ground: Ground, claim: Claim, run: NameRun, cast: Cast, kind: DoubtKind
) -> tuple[str, Place] | None:
    """The name that stands instead, and its place, where no place with ours is nearly as like."""
    tokens = _around(claim, run)
    if len(tokens) < _FEWEST:
        return None
    shares = {p.number: coverage(tokens, [p]) for p in ground.candidates(tokens)}
    own = 0.0
    for number, share in shares.items():
        place = ground.places[number]
        if _is_named(run, place):
            own = max(own, share)
        elif share > own and any(_is_named(run, near) for near in ground.around(place, 2, 0)):
            # "She" and "the mayor" may be the one named just before.
            if not _rivals(claim, run, place, cast, kind):
                own = share
    best: tuple[float, int, str] | None = None
    for number, share in sorted(shares.items()):
        place = ground.places[number]
        if share < _RIVAL or _is_named(run, place) or own >= _LESS * share:
            continue
        for other in _rivals(claim, run, place, cast, kind):
            if best is None or share > best[0]:
                best = (share, number, other)
    return (best[2], ground.places[best[1]]) if best else None


def _around(claim: Claim, run: NameRun) -> list[Token]:
    """The words of meaning of the clause of a name without the name, of the sentence if few."""
    clause = claim.clause_at(run.span)
    tokens = [t for t in clause.tokens if not t.span.overlaps(run.whole)]
    if len(tokens) < _FEWEST:
        tokens = [t for t in claim.tokens if not t.span.overlaps(run.whole)]
    return tokens


def _is_named(run: NameRun, place: Place) -> bool:
    words = [folded(w).removesuffix("'s") for w in run.words]
    return words[-1] in place.name_words or (
        len(words) == 1 and any(words[0] == w for w in place.lows)
    )


def _rivals(
    claim: Claim, run: NameRun, place: Place, cast: Cast, kind: DoubtKind
) -> Iterator[str]:
    """The names of a place that could stand for ours: of the same kind, and not in the claim."""
    mine = {folded(w) for each in claim.names for w in each.words}
    for other in place.names:
        name = " ".join(other.words)
        if folded(other.words[-1]) in mine or same_person(" ".join(run.words), name):
            continue
        if kind is DoubtKind.PERSON and cast.is_person(other):
            yield name
        elif kind is DoubtKind.PLACE and _type(place.text, other, cast) is DoubtKind.PLACE:
            yield name


def _role_of_another(ground: Ground, claim: Claim, run: NameRun, cast: Cast) -> Doubt | None:
    """A role or age beside a name that the sources give to somebody else, and never to this one."""
    if not cast.is_person(run):
        return None
    role = _role_beside(claim.text, claim.sentence.span, run)
    if role is None:
        return None
    word = folded(role.of(claim.text))
    holders: list[tuple[str, Place]] = []
    for place in ground.places:
        if word not in place.lows:
            continue
        if _is_named(run, place):
            return None
        for other in place.names:
            beside = cast.is_person(other) and _role_beside(place.text, place.span, other)
            if beside and folded(beside.of(place.text)) == word:
                holders.append((" ".join(other.words), place))
        if any(_is_named(run, near) for near in ground.around(place, 1, 1)) and not holders:
            return None
    if not holders:
        return None
    other, place = holders[0]
    if any(same_person(" ".join(run.words), name) for name, _ in holders):
        return None
    return Doubt(
        kind=DoubtKind.ROLE,
        span=run.span,
        text=run.span.of(claim.text),
        detail=other,
        evidence=(ground.evidence(place),),
    )


_BEFORE_NAME = re.compile(r"([A-Za-z][\w-]*)[ ,]+\Z")
_AFTER_NAME = re.compile(r",\s+(?:the|an?|who (?:is|was) (?:the|an?))?\s*((?:[\w’'-]+\s+){0,4}?)")


def _role_beside(text: str, sentence: Span, run: NameRun) -> Span | None:
    """The noun for a role or the age right before or after a name: "skipper Wilf Ansty, 66"."""
    roles = word_list("roles") | word_list("titles")
    before = _BEFORE_NAME.search(text, max(sentence.start, run.span.start - 25), run.span.start)
    if before and folded(before[1]) in roles and not _is_courtesy(before[1]):
        return Span(before.start(1), before.end(1))
    age = re.compile(r",\s+(\d{1,3})\b(?=,|\s|\.)").match(text, run.span.end, sentence.end)
    if age:
        return Span(age.start(1), age.end(1))
    after = re.compile(
        r",\s+(?:the|an?|its|their|her|his)\s+((?:[\w’'-]+\s+){0,3}?[\w’'-]+)(?=,|\s+(?:of|for|at|who|in|said)|\.)"
    ).match(text, run.span.end, sentence.end)
    if after:
        last = max(after[1].rfind(" ") + 1, 0)
        if folded(after[1][last:]) in roles:
            return Span(after.start(1) + last, after.end(1))
    return None


def _is_courtesy(word: str) -> bool:
    return folded(word).rstrip(".") in ("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord")


def _made(
    ground: Ground, claim: Claim, run: NameRun, kind: DoubtKind, other: str, place: Place
) -> Doubt:
    return Doubt(
        kind=kind,
        span=run.span,
        text=run.span.of(claim.text),
        detail=other,
        evidence=(ground.evidence(place),),
    )
