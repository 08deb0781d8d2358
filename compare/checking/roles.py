"""Is a role given to the one who has it? "The skipper, Wilf Ansty" held against all sources."""

from __future__ import annotations

from compare.checking.known_names import KnownNames, role_beside
from compare.checking.matching import PreparedClaim
from compare.checking.source_index import SourceIndex, SourcePlace
from compare.model.checks import Doubt, DoubtKind
from compare.text.fold import folded_text
from compare.text.names import NameRun
from compare.text.persons import same_person

# Where the role also stands in one sentence with our name, so many must have it by name.
_SURE = 2


def role_of_another(
    ground: SourceIndex, claim: PreparedClaim, run: NameRun, cast: KnownNames
) -> Doubt | None:
    """A role beside a name that the sources give to somebody else, and never to this one."""
    role = role_beside(claim.text, claim.sentence.span, run) if cast.is_person(run) else None
    if role is None:
        return None
    word = folded_text(role.of(claim.text))
    holders: list[tuple[str, SourcePlace]] = []
    unclear = False
    for place in ground.places:
        if word not in place.lows:
            continue
        here = [
            other
            for other in place.names
            if cast.is_person(other) and _has_role(place, other, word)
        ]
        if any(same_person(" ".join(run.words), " ".join(other.words)) for other in here):
            return None
        holders += [(" ".join(other.words), place) for other in here]
        unclear = unclear or (not here and cast.is_named(run, place))
    enough = _SURE if unclear else 1
    if len(holders) < enough or _is_near(ground, word, run, cast):
        return None
    other, place = holders[0]
    return Doubt(
        kind=DoubtKind.ROLE,
        span=run.span,
        text=run.span.of(claim.text),
        detail=other,
        evidence=(ground.evidence(place),),
    )


def _has_role(place: SourcePlace, run: NameRun, word: str) -> bool:
    """True when a role stands right beside a name."""
    beside = role_beside(place.text, place.span, run)
    return beside is not None and folded_text(beside.of(place.text)) == word


def _is_near(ground: SourceIndex, word: str, run: NameRun, cast: KnownNames) -> bool:
    """True when the role stands, with nobody named beside it, right before or after the name."""
    alone = (
        place
        for place in ground.places
        if word in place.lows and not any(cast.is_person(other) for other in place.names)
    )
    return any(cast.is_named(run, near) for place in alone for near in ground.around(place, 1, 1))
