"""Is a role given to the one who has it? "The skipper, Wilf Ansty" held against all sources."""

from __future__ import annotations

from compare.checking.cast import Cast, role_beside
from compare.checking.ground import Ground, Place
from compare.checking.matching import Claim
from compare.model.checks import Doubt, DoubtKind
from compare.text.fold import folded
from compare.text.names import NameRun
from compare.text.persons import same_person


def role_of_another(ground: Ground, claim: Claim, run: NameRun, cast: Cast) -> Doubt | None:
    """A role beside a name that the sources give to somebody else, and never to this one."""
    role = role_beside(claim.text, claim.sentence.span, run) if cast.is_person(run) else None
    if role is None:
        return None
    word = folded(role.of(claim.text))
    holders: list[tuple[str, Place]] = []
    for place in ground.places:
        if word not in place.lows:
            continue
        if cast.is_named(run, place):
            return None
        for other in place.names:
            beside = role_beside(place.text, place.span, other) if cast.is_person(other) else None
            if beside and folded(beside.of(place.text)) == word:
                holders.append((" ".join(other.words), place))
    if not holders or any(same_person(" ".join(run.words), name) for name, _ in holders):
        return None
    if _is_near(ground, word, run, cast):
        return None
    other, place = holders[0]
    return Doubt(
        kind=DoubtKind.ROLE,
        span=run.span,
        text=run.span.of(claim.text),
        detail=other,
        evidence=(ground.evidence(place),),
    )


def _is_near(ground: Ground, word: str, run: NameRun, cast: Cast) -> bool:
    """True when the role stands, with nobody named beside it, right before or after the name."""
    for place in ground.places:
        if word in place.lows and not any(cast.is_person(other) for other in place.names):
            if any(cast.is_named(run, near) for near in ground.around(place, 1, 1)):
                return True
    return False
