"""Is a role given to the one who has it? "The skipper, Wilf Ansty" held against all sources."""

from __future__ import annotations

import re

from compare.checking.cast import Cast
from compare.checking.ground import Ground, Place
from compare.checking.matching import Claim
from compare.model.checks import Doubt, DoubtKind
from compare.model.spans import Span
from compare.text.fold import folded
from compare.text.names import NameRun
from compare.text.persons import same_person
from compare.text.wordlists import word_list

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
    plain = folded(word).rstrip(".")
    return plain in _ROLES and plain not in _COMMON
