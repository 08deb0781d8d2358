"""Are the names of a statement those of the sources? Persons, places, and names made of two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from compare.checking.known_names import KnownNames
from compare.checking.matching import PreparedClaim
from compare.checking.roles import role_of_another
from compare.checking.source_index import SourceIndex, SourcePlace, SourceWord, covered_share
from compare.english.word_lists import word_list
from compare.model.checks import Doubt, DoubtKind
from compare.text.fold import folded_text
from compare.text.names import NameRun
from compare.text.persons import is_misspelt, same_person
from compare.text.word_forms import roots

# The words around a name stand in a place that has another name instead: so much of them.
_RIVAL = 0.62
# The place with the name itself has at most this part of what the rival place has.
_LESS = 0.72
# A clause of fewer words of meaning around a name says too little to tell who did it.
_FEWEST = 3
# A noun with another place behind it counts where so much of the clause is alike.
_ALIKE = 0.25
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|off|from|to|outside|around|across|of|for|towards?|into|through|between|on|over)"
    r"(?:\s+the)?(?:\s+(?:town|city|village|port|island|district|region|county|state|suburb)"
    r"(?:\s+of)?)?\s+\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*,?\s*(?:[\d ]+)?(?:in|at|near|off|from|to|outside|around|across|of|on)\s+(?:the\s+)?"
    r"(?:(?:town|city|village|port|island|district|region|county|state|suburb)\s+of\s+)?\Z",
    re.IGNORECASE,
)
_SPOTS = word_list("place-words")


def name_doubts(ground: SourceIndex, claim: PreparedClaim, cast: KnownNames) -> tuple[Doubt, ...]:
    """Hold each name of a statement against the sources.

    A name that no source has is doubtful; so is one in whose place the sources name somebody else,
    and a person whose given name, role or age is that of another.
    """
    found: list[Doubt] = []
    for run in claim.names:
        doubt = (
            _mixed_name(ground, claim, run, cast)
            or _mixed_body(ground, claim, run)
            or _unknown(ground, claim, run, cast)
            or role_of_another(ground, claim, run, cast)
            or _other_name(ground, claim, run, cast)
            or _other_place_of(ground, claim, run, cast)
        )
        if doubt:
            found.append(doubt)
    return tuple(found)


def _unknown(
    ground: SourceIndex, claim: PreparedClaim, run: NameRun, cast: KnownNames
) -> Doubt | None:
    """A name that no source has; contradicted where another stands in its place."""
    if cast.is_known(run):
        return None
    kind = _type(claim.text, run, cast)
    rival = _best_rival(ground, claim, run, cast, kind) if kind else None
    if rival and kind:
        return _made(ground, claim, run, kind, *rival)
    near = _other_place_of(ground, claim, run, cast)
    return near or Doubt(kind=DoubtKind.NO_NAME, span=run.span, text=run.span.of(claim.text))


def _mixed_name(
    ground: SourceIndex, claim: PreparedClaim, run: NameRun, cast: KnownNames
) -> Doubt | None:
    """A full name that no source has, whose last word is that of somebody with another name."""
    if len(run.words) < 2 or run.first in _SPOTS or folded_text(run.words[-1]) in _SPOTS:
        return None
    name = " ".join(run.words)
    family = cast.families.get(run.last, ())
    if not family or any(same_person(name, n) or is_misspelt(name, n) for n in family):
        return None
    if any(name in place.words for place in ground.places):
        return None
    known = family[0]
    place = next((p for p in ground.places if known in p.words), None)
    if place is None:
        return None
    return _made(ground, claim, run, DoubtKind.PERSON, known, place)


def _mixed_body(ground: SourceIndex, claim: PreparedClaim, run: NameRun) -> Doubt | None:
    """A body or place, "Kestwick General Hospital", that the sources know by another first name."""
    if len(run.words) < 2 or folded_text(run.words[-1]) not in _SPOTS:
        return None
    first, last = folded_text(run.words[0]), folded_text(run.words[-1])
    known: tuple[str, SourcePlace] | None = None
    for place in ground.places:
        if last not in place.name_words:
            continue
        if first in place.lows:
            return None
        for other in place.names:
            same = [folded_text(w) for w in other.words[1:]] == [
                folded_text(w) for w in run.words[1:]
            ]
            if same and known is None:
                known = (" ".join(other.words), place)
    return _made(ground, claim, run, DoubtKind.PLACE, *known) if known else None


def _type(text: str, run: NameRun, cast: KnownNames) -> DoubtKind | None:
    """Whether a name stands for a person or for a place; None for a body or where it is unclear."""
    if cast.is_person(run):
        return DoubtKind.PERSON
    before = _PLACE_BEFORE.search(text, max(0, run.whole.start - 40), run.whole.start)
    known = " ".join(run.words) in cast.places or folded_text(run.words[-1]) in _SPOTS
    return DoubtKind.PLACE if before and known else None


def _other_name(
    ground: SourceIndex, claim: PreparedClaim, run: NameRun, cast: KnownNames
) -> Doubt | None:
    """A name where the sources, in the same words, have another person or place."""
    kind = _type(claim.text, run, cast)
    speaks = any(q.speaker_span and q.speaker_span.overlaps(run.span) for q in claim.quotes)
    if kind is None or speaks:
        return None
    rival = _best_rival(ground, claim, run, cast, kind)
    return _made(ground, claim, run, kind, *rival) if rival else None


def _best_rival(
    ground: SourceIndex, claim: PreparedClaim, run: NameRun, cast: KnownNames, kind: DoubtKind
) -> tuple[str, SourcePlace] | None:
    """The name that stands instead, and its place, where no place with ours is nearly as like."""
    tokens = _around(claim, run)
    if len(tokens) < _FEWEST:
        return None
    shares = {p.number: covered_share(tokens, [p]) for p in ground.candidates(tokens)}
    own = 0.0
    for number, share in shares.items():
        place = ground.places[number]
        if cast.is_named(run, place):
            own = max(own, share)
        elif share > own:
            # "She" and "the mayor" may be the one named just before.
            before = any(cast.is_named(run, near) for near in ground.around(place, 2, 0))
            if before and not any(_rivals(claim, run, place, cast, kind)):
                own = share
    best: tuple[float, int, str] | None = None
    for number, share in sorted(shares.items()):
        place = ground.places[number]
        if share < _RIVAL or cast.is_named(run, place) or own >= _LESS * share:
            continue
        for other in _rivals(claim, run, place, cast, kind):
            if best is None or share > best[0]:
                best = (share, number, other)
    return (best[2], ground.places[best[1]]) if best else None


def _around(claim: PreparedClaim, run: NameRun) -> list[SourceWord]:
    """The words of meaning of the clause of a name without the name, of the sentence if few."""
    clause = claim.clause_at(run.span)
    tokens = [t for t in clause.tokens if not t.span.overlaps(run.whole)]
    if len(tokens) < _FEWEST:
        tokens = [t for t in claim.tokens if not t.span.overlaps(run.whole)]
    return tokens


def _rivals(
    claim: PreparedClaim, run: NameRun, place: SourcePlace, cast: KnownNames, kind: DoubtKind
) -> Iterator[str]:
    """The names of a place that could stand for ours: of the same kind, and not in the claim."""
    own = " ".join(run.words)
    mine = {folded_text(each.words[-1]) for each in claim.names if " ".join(each.words) != own}
    for other in place.names:
        name = " ".join(other.words)
        if folded_text(other.words[-1]) in mine or folded_text(name) == folded_text(own):
            continue
        if kind is DoubtKind.PERSON and same_person(own, name):
            continue
        if _type(place.text, other, cast) is kind:
            yield name


def _other_place_of(
    ground: SourceIndex, claim: PreparedClaim, run: NameRun, cast: KnownNames
) -> Doubt | None:
    """A place beside a noun, "a laundry in Fennick", where the sources have another one."""
    if cast.is_person(run):
        return None
    for beside in (_noun_before, _noun_behind):
        head = beside(claim.text, run, claim.tokens)
        if head is not None and not head.capital:
            found = _other_beside(ground, claim, run, cast, head, beside)
            if found:
                return _made(ground, claim, run, DoubtKind.PLACE, *found)
    return None


def _other_beside(
    ground: SourceIndex,
    claim: PreparedClaim,
    run: NameRun,
    cast: KnownNames,
    head: SourceWord,
    beside: Callable[[str, NameRun, tuple[SourceWord, ...]], SourceWord | None],
) -> tuple[str, SourcePlace] | None:
    """The place that sources have beside a noun, where none has ours in the same sentence."""
    clause = claim.clause_at(run.span)
    tokens = [t for t in clause.tokens if not t.span.overlaps(run.whole)]
    found: tuple[str, SourcePlace] | None = None
    for place in ground.candidates([head]):
        if folded_text(run.words[-1]) in place.lows:
            return None
        alike = covered_share(tokens, [place]) >= _ALIKE
        for other in place.names if alike and found is None else ():
            noun = beside(place.text, other, place.tokens)
            known = cast.is_person(other) or folded_text(other.words[-1]) in _words(claim)
            if noun and not noun.roots.isdisjoint(head.roots) and not known:
                found = (" ".join(other.words), place)
    return found


def _noun_behind(text: str, run: NameRun, tokens: tuple[SourceWord, ...]) -> SourceWord | None:
    """The word of meaning right behind a name: "the Tallow Lane depot"."""
    behind = [t for t in tokens if t.span.start >= run.whole.end][:1]
    near = behind and text[run.whole.end : behind[0].span.start] == " "
    return behind[0] if near else None


def _words(claim: PreparedClaim) -> frozenset[str]:
    return frozenset(folded_text(w) for each in claim.names for w in each.words)


def _noun_before(text: str, run: NameRun, tokens: tuple[SourceWord, ...]) -> SourceWord | None:
    """The word of meaning with nothing but a preposition between it and a name."""
    before = [t for t in tokens if t.span.end <= run.whole.start][-1:]
    if not before or not _BETWEEN.fullmatch(text, before[0].span.end, run.whole.start):
        return None
    return before[0] if roots(before[0].word) else None


def _made(
    ground: SourceIndex,
    claim: PreparedClaim,
    run: NameRun,
    kind: DoubtKind,
    other: str,
    place: SourcePlace,
) -> Doubt:
    return Doubt(
        kind=kind,
        span=run.span,
        text=run.span.of(claim.text),
        detail=other,
        evidence=(ground.evidence(place),),
    )
