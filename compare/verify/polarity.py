"""Do two statements have opposite polarity on the same act: denied here, affirmed there?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.model.spans import Span
from compare.text.assertions import AssertedWord, Assertions, Denial, assertions
from compare.text.outcomes import PERSONS
from compare.text.words import stem

# What is published when it is released, as stems.
_PUBLISHED = frozenset(
    map(
        stem,
        "statement report result figure video photo footage document data album film record study"
        " poll survey list name detail transcript tape letter".split(),
    )
)
# The part of the words of the shorter statement that two statements of one act have in common.
_SHARED_PART = 0.3


class OppositionKind(StrEnum):
    """In what way two statements exclude each other.

    DENIED: the one says that what the other affirms was not so. DISPUTED: the one tells of
    somebody who denies it, or that nothing shows it. EXCLUDED: they name two states of which only
    one can be true.
    """

    DENIED = "denied"
    DISPUTED = "disputed"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Opposition:
    """How two statements exclude each other, and the words that do, each in its own text.

    `a` and `b` run from the first to the last of these words; a denial holds the denying word.
    `shared` are the stems that both have besides, `matched` is the number of words of meaning that
    are denied here and affirmed there. `so_far` tells that the denial holds for its
    hour only ("not yet", "no longer"), so that both may be true one after the other. `same_head`
    tells that one noun stands right before the words on both sides: "the door".
    """

    kind: OppositionKind
    a: Span
    b: Span
    shared: frozenset[str]
    so_far: bool = False
    matched: int = 1
    same_head: bool = False


def opposite_polarity(
    a_text: str, a_span: Span, b_text: str, b_span: Span, *, one_act: bool = False
) -> Opposition | None:
    """The opposition between two statements on the same act, or None; symmetric.

    "No one was killed" and "two people were killed" are opposed, as are "alive" and "dead",
    "refused to resign" and "resigned"; "no serious injuries" and "three slight injuries" are not,
    nor is what may be, is feared or asked for. The act is taken to be one when the statements share
    a third of the words of the shorter one, name no other days, people or places, or when one of
    them says nothing besides; `one_act` tells that this is known already. Linear in the words; the
    readings of a statement are kept, so that holding it against many costs little.
    """
    one, other = assertions(a_span.of(a_text)), assertions(b_span.of(b_text))
    found = _opposed(one, other, one_act=one_act)
    turned = _opposed(other, one, one_act=one_act)
    if turned and (found is None or b_span.of(b_text) < a_span.of(a_text)):
        found = (turned[0], turned[2], turned[1], turned[3])
    found = found or _excluded(one, other)
    if found is None:
        return None
    kind, mine, theirs, so_far = found
    told = {word.stem for word in (*mine, *theirs)}
    shared = (one.context & other.context) - told
    if not (one_act or _one_act(one, other, told)):
        return None
    return Opposition(
        kind=kind,
        a=_around(mine, a_span.start),
        b=_around(theirs, b_span.start),
        shared=frozenset(shared),
        so_far=so_far,
        matched=min(sum(1 for word in words if word.stem) for words in (mine, theirs)),
        same_head=_has_same_head(mine, theirs),
    )


def _has_same_head(mine: tuple[AssertedWord, ...], theirs: tuple[AssertedWord, ...]) -> bool:
    """True when the same noun stands right before the words on both sides."""
    heads = [{word.head for word in words if word.head} for words in (mine, theirs)]
    return bool(heads[0] & heads[1])


_Found = tuple[OppositionKind, tuple[AssertedWord, ...], tuple[AssertedWord, ...], bool]


def _opposed(no: Assertions, yes: Assertions, *, one_act: bool) -> _Found | None:
    """A denial of `no` of which `yes` affirms every word, without denying any of them itself."""
    if not no.denials or not yes.affirmed:
        return None
    affirmed = {word.concept: word for word in yes.affirmed}
    refused = {word.concept for denial in yes.denials for word in denial.words}
    mine = {word.concept for word in no.affirmed}
    for denial in no.denials:
        # "No residents were hurt" denies also that "two people were hurt".
        concepts = {word.concept for word in denial.words if yes.people or word.stem not in PERSONS}
        if not concepts or not concepts <= affirmed.keys() or concepts & refused:
            continue
        if not one_act and {word.stem for word in denial.words} <= no.names:
            continue  # a name is no act
        if concepts <= mine:
            continue
        if not one_act and _other_subject(denial, affirmed[min(concepts)], no, yes):
            continue
        disputed = denial.own and not yes.admits
        kind = OppositionKind.DISPUTED if disputed else OppositionKind.DENIED
        cue = AssertedWord("", None, denial.cue, frozenset())
        said = tuple(affirmed[concept] for concept in sorted(concepts))
        return kind, (cue, *denial.words), said, no.so_far or yes.so_far
    return None


def _other_subject(denial: Denial, word: AssertedWord, no: Assertions, yes: Assertions) -> bool:
    """True when each statement names a subject before the act that the other does not know."""
    mine, theirs = denial.subject, word.subject
    if all(word.stem != mine_too.stem for mine_too in denial.words):  # one state in other words
        return bool(mine and theirs) and mine.isdisjoint(theirs)
    if mine and theirs and mine.isdisjoint(yes.context) and theirs.isdisjoint(no.context):
        return True
    heads = denial.words[0].head, word.head
    return all(heads) and heads[0] not in yes.context and heads[1] not in no.context


def _excluded(one: Assertions, other: Assertions) -> _Found | None:
    """Two states of one heading of which each statement affirms only its own."""
    mine, theirs = _states(one), _states(other)
    for heading in sorted(mine.keys() & theirs.keys()):
        a, b = mine[heading], theirs[heading]
        if heading == "liberty" and not _PUBLISHED.isdisjoint((a[0].head, b[0].head)):
            continue
        if not (_knows_head(a[0], one, other) and _knows_head(b[0], other, one)):
            continue  # a statement released, an actor released
        values = [{word.state for word in words} for words in (a, b)]
        if len(values[0]) == len(values[1]) == 1 and values[0] != values[1]:
            return OppositionKind.EXCLUDED, (a[0],), (b[0],), _passes(one) or _passes(other)
    return None


def _passes(told: Assertions) -> bool:
    """True for a state that holds for its hour only, or that comes back."""
    return told.so_far or told.again


def _knows_head(state: AssertedWord, own: Assertions, other: Assertions) -> bool:
    """True unless the word right before a state names a thing that the other does not speak of.

    A name may stand here for what has none there.
    """
    if not state.head or state.head in other.context:
        return True
    return state.head in own.names and bool(state.subject & other.context)


def _states(one: Assertions) -> dict[str, list[AssertedWord]]:
    """The states affirmed, by heading; what is denied anywhere in the statement is left out."""
    found: dict[str, list[AssertedWord]] = {}
    denied = {word.state[0] for denial in one.denials for word in denial.words if word.state}
    for word in one.affirmed:
        if word.state and word.state[0] not in denied:
            found.setdefault(word.state[0], []).append(word)
    return found


def _one_act(one: Assertions, other: Assertions, told: set[str]) -> bool:
    if one.times and other.times and not one.times & other.times:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    # A name that only one of them has is mostly that of who says it.
    mine, theirs = (
        each.context - told - each.people - (each.names - beside.context)
        for each, beside in ((one, other), (other, one))
    )
    if not mine or not theirs:
        return True
    shared = len(mine & theirs)
    return shared >= 1 and shared >= _SHARED_PART * min(len(mine), len(theirs))


def _around(words: tuple[AssertedWord, ...], offset: int) -> Span:
    start = min(word.span.start for word in words)
    return Span(start + offset, max(word.span.end for word in words) + offset)
