"""How the readings of one question stand to each other, and why, in one plain sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.figure_change import (
    are_running_numbers,
    size_of,
    tells_rise,
    time_explains,
    times_of,
)
from compare.findings.figure_readings import DATES, FigureItem
from compare.model.figures import FigureKind, Hedge
from compare.model.findings import FigureRelation
from compare.model.verification import Outcome, Rule
from compare.text.fold import lower_case
from compare.text.nouns import are_one_count
from compare.text.words import stem
from compare.verify.figures import (
    are_of_other_months,
    are_of_other_stages,
    are_other_places,
    day_parts_between,
    is_demanded,
    is_planned,
    verified_clash,
)

# What the other kinds are of need not stand beside them: "$40 million was missing".
_NAMES_ITS_NOUN = (FigureKind.COUNT, FigureKind.ORDINAL, FigureKind.AGE)
# "At least 12" and 14 are one count, "at least 3" and 10 are not.
_FAR = 1.5
_TOLLS = frozenset(("killed", "injured", "missing", "trapped", "rescued", "infected", "evacuated"))
_COUNTED = (FigureKind.COUNT, FigureKind.MONEY, FigureKind.PERCENT)
# Those who still are, and all who ever were.
_STATE = re.compile(r"(?<!\w)(?:still|remain|remains|remained|are\s+now)(?!\w)")
_SUM = re.compile(
    r"(?<!\w)(?:in\s+all|in\s+total|altogether|(?:A|a)\s+total\s+of|have\s+been)(?!\w)"
)
_FAILED = {
    Rule.OTHER_PLACE: "they are for different places",
    Rule.PLAN_AND_REPORT: "one is of a plan, the other of what was reported",
    Rule.OTHER_COUNT: "their words say of what",
}
_THE = frozenset(["the", "a", "an", "of", "polic", "offici", "mr", "ms"])
_WEIGHT = (
    FigureRelation.AGREE,
    FigureRelation.COMPATIBLE,
    FigureRelation.SCOPE,
    FigureRelation.LATER,
    FigureRelation.CLASH,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The relation of two figures and the reason, a plain sentence.

    `rounded` tells that they are compatible because one is a rounded form of the other, `denied`
    that one report says the figure is not the other's. `rules` are those that bear it out,
    `source` one that is named for both of two figures that clash.
    """

    relation: FigureRelation
    why: str
    rounded: bool = False
    denied: bool = False
    rules: tuple[Rule, ...] = ()
    source: str | None = None


def judgement_of(group: Sequence[FigureItem]) -> Judgement:
    """The weightiest relation between any two articles of a group, with its reason.

    An article that gives several readings stands to another as its best fitting reading does.
    """
    by_article: dict[str, list[FigureItem]] = {}
    for item in group:
        by_article.setdefault(item.article.letter, []).append(item)
    moves = any(are_running_numbers(x, y) for x, y in combinations(group, 2)) or any(
        map(tells_rise, group)
    )
    verdicts = [
        min(_verdicts(first, second, moves=moves), key=_weight)
        for first, second in combinations(by_article.values(), 2)
    ]
    return max(verdicts, key=_weight)[0]


def _verdicts(
    first: Sequence[FigureItem], second: Sequence[FigureItem], *, moves: bool
) -> list[tuple[Judgement, float]]:
    """How the readings of two articles stand to each other, and how far they lie apart."""
    return [
        (relation_between(x, y, moves=moves), abs(size_of(x) - size_of(y)))
        for x in first
        for y in second
    ]


def relation_between(a: FigureItem, b: FigureItem, *, moves: bool = False) -> Judgement:
    """The relation of two figures that answer one question; symmetric.

    `moves` tells that other reports of the same number show that it runs on.
    """
    alike = value_relation(a.figure, b.figure)
    first, second = sorted((a, b), key=lambda item: item.key)
    if alike is ValueRelation.EQUAL:
        return _same_value(first, second)
    if alike in (ValueRelation.OVERLAP, ValueRelation.APART) and _elsewhere(a, b):
        return Judgement(
            relation=FigureRelation.SCOPE,
            why=f"{_name(first)} is for “{first.place}”, {_name(second)} for “{second.place}”.",
            rules=(Rule.OTHER_PLACE,),
        )
    if alike is ValueRelation.OVERLAP and _limits_differ(a, b):
        return _apart(first, second, moves=moves)
    if alike is ValueRelation.OVERLAP and (grown := _grown(a, b) or _outgrown(a, b)):
        return Judgement(relation=FigureRelation.LATER, why=grown, rules=(Rule.TIME_PASSED,))
    if alike is ValueRelation.OVERLAP:
        return _by_hours(first, second) or Judgement(
            relation=FigureRelation.COMPATIBLE,
            why=_both_true(first, second),
            rules=(Rule.BOTH_POSSIBLE,),
        )
    if alike is ValueRelation.ROUNDED:
        return Judgement(
            relation=FigureRelation.COMPATIBLE,
            rounded=True,
            why=f"{_name(first)} and {_name(second)} differ only by rounding.",
            rules=(Rule.ROUNDED,),
        )
    if alike is ValueRelation.UNKNOWN:
        return Judgement(
            relation=FigureRelation.COMPATIBLE,
            why=f"Nothing shows that {_name(first)} and {_name(second)} differ.",
            rules=(Rule.BOTH_POSSIBLE,),
        )
    return _apart(first, second, moves=moves)


def _same_value(a: FigureItem, b: FigureItem) -> Judgement:
    return _by_hours(a, b) or Judgement(
        relation=FigureRelation.AGREE, why="The figures are the same.", rules=(Rule.SAME_VALUE,)
    )


def _by_hours(a: FigureItem, b: FigureItem) -> Judgement | None:
    """What "Tuesday afternoon" and "Tuesday night" are to each other; None where none is named."""
    apart = day_parts_between(a.given, b.given) if a.figure.kind is FigureKind.DATE else 0
    if not apart:
        return None
    both = f"{_name(a)} and {_name(b)}"
    if apart == 1:
        return Judgement(
            relation=FigureRelation.COMPATIBLE,
            why=f"{both} name parts of a day that touch.",
            rules=(Rule.BOTH_POSSIBLE,),
        )
    return Judgement(
        relation=FigureRelation.CLASH,
        why=f"{both} name different parts of the day.",
        rules=(Rule.ONE_ACT, Rule.OTHER_HOURS),
    )


def _elsewhere(a: FigureItem, b: FigureItem) -> bool:
    """True for two places where no times can explain the difference; an open end is one figure."""
    if not are_other_places(a.place, b.place) or times_of(a, b) is not None:
        return False
    return value_relation(a.figure, b.figure) is ValueRelation.APART or bool(_outgrown(a, b))


def _limits_differ(a: FigureItem, b: FigureItem) -> bool:
    """True for two highest numbers of one thing that are not one: up to 300, as many as 400."""
    one, other = a.figure.quantity, b.figure.quantity
    if not one.hedge is other.hedge is Hedge.AT_MOST or a.figure.kind not in _COUNTED:
        return False
    if one.high is None or other.high is None or one.high == other.high:
        return False
    named = a.noun == b.noun and a.fate == b.fate
    return named and (bool(a.facts & b.facts) or a.noun not in ("", "peopl"))


def _weight(verdict: tuple[Judgement, float]) -> tuple[int, bool, bool, bool, float, str]:
    judgement, spread = verdict
    relation, sourced = _WEIGHT.index(judgement.relation), judgement.source is not None
    return relation, judgement.rounded, sourced, judgement.denied, spread, judgement.why


def _name(item: FigureItem) -> str:
    return f"“{' '.join(item.printed.split())}”"


def _both_true(a: FigureItem, b: FigureItem) -> str:
    hedges = {a.figure.quantity.hedge, b.figure.quantity.hedge}
    both = f"{_name(a)} and {_name(b)}"
    if Hedge.VAGUE in hedges:
        return f"Both can be true: {both} differ in how exact they are."
    if hedges != {Hedge.NONE}:
        return f"Both can be true: {both} allow the same value."
    if a.figure.kind in DATES:
        return f"Both can be true: {both} can mean the same time."
    return f"Both can be true: {both} overlap when units and rounding are allowed for."


def _apart(a: FigureItem, b: FigureItem, *, moves: bool) -> Judgement:
    scope = _scope(a, b)
    if scope:
        return Judgement(relation=FigureRelation.SCOPE, why=scope, rules=(Rule.OTHER_COUNT,))
    if a.figure.kind in DATES and lower_case(a.printed) == lower_case(b.printed):
        return Judgement(
            relation=FigureRelation.COMPATIBLE,
            why=f"Both say {_name(a)}; nothing shows that another one is meant.",
            rules=(Rule.BOTH_POSSIBLE,),
        )
    if a.figure.kind in DATES:
        return Judgement(
            relation=FigureRelation.CLASH, why=_dates_apart(a, b), rules=(Rule.ONE_ACT,)
        )
    denied = _denial(a, b) or _denial(b, a)
    if denied:
        return Judgement(
            relation=FigureRelation.CLASH, why=denied, denied=True, rules=(Rule.DENIED,)
        )
    if is_demanded(a.given) != is_demanded(b.given):
        return Judgement(
            relation=FigureRelation.SCOPE,
            why=f"{_name(a)} and {_name(b)} may be of two things: one is asked for.",
            rules=(Rule.PLAN_AND_REPORT,),
        )
    if a.figure.kind is FigureKind.PERCENT and are_of_other_months(a.given, b.given):
        return Judgement(
            relation=FigureRelation.SCOPE,
            why=f"{_name(a)} and {_name(b)} may be of different months.",
            rules=(Rule.OTHER_COUNT,),
        )
    later = "" if _is_plan_of(a, b) else _later(a, b, moves=moves)
    if later:
        return Judgement(relation=FigureRelation.LATER, why=later, rules=(Rule.TIME_PASSED,))
    return _verified(a, b)


def _is_plan_of(a: FigureItem, b: FigureItem) -> bool:
    """True for jobs or homes planned in one report and told in the other; a toll is no plan."""
    if a.figure.kind is not FigureKind.COUNT or {a.fate, b.fate} & _TOLLS:
        return False
    return is_planned(a.given) != is_planned(b.given)


def _verified(a: FigureItem, b: FigureItem) -> Judgement:
    """The clash of two figures as far as the clauses that give them bear it out."""
    both, verdict = (
        f"{_name(a)} and {_name(b)}",
        verified_clash(a.given, b.given, counts=a.figure.kind is FigureKind.COUNT),
    )
    if verdict.outcome is not Outcome.KEPT:
        failed = verdict.rules[0]
        return Judgement(
            relation=FigureRelation.SCOPE,
            why=f"{both} may count different things: {_FAILED[failed]}.",
            rules=verdict.rules,
        )
    source = _one_source(a, b)
    why = f"{both} cannot both be true of the same thing."
    if source:
        why = f"{both} are both given as the figure of one source, “{source}”."
    return Judgement(
        relation=FigureRelation.CLASH, why=why, rules=verdict.rules, source=source or None
    )


def _one_source(a: FigureItem, b: FigureItem) -> str:
    """The source that both sentences name for two different figures, or nothing."""
    one, other = a.figure.source, b.figure.source
    same = (
        one and other and {stem(w) for w in one.split()} & {stem(w) for w in other.split()} - _THE
    )
    return min(one, other, key=lambda words: (len(words), words)) if same and one and other else ""


def _denial(a: FigureItem, b: FigureItem) -> str:
    """That the sentence of `a` says its figure is not the one that `b` gives, or nothing."""
    if not any(value_relation(denied, b.figure) is ValueRelation.EQUAL for denied in a.denies):
        return ""
    return f"One report gives {_name(a)} and says that it is not {_name(b)}."


def _scope(a: FigureItem, b: FigureItem) -> str:
    """Why the two may count different things, or nothing."""
    both = f"{_name(a)} and {_name(b)}"
    if a.part != b.part:
        return f"{both} may count different things: one is of others or of a part."
    if _state_and_sum(a, b):
        return f"{both} may count different things: one of those who still are, one of all so far."
    if a.fate and b.fate and a.fate != b.fate:
        fates = " and ".join(sorted(f"“{fate}”" for fate in (a.fate, b.fate)))
        return f"{both} count different things: {fates}."
    if a.figure.kind in _NAMES_ITS_NOUN and a.noun and b.noun and not _one_noun(a, b):
        return f"{both} count different things: {_counts(a)} and {_counts(b)}."
    return ""


def _state_and_sum(a: FigureItem, b: FigureItem) -> bool:
    """True where one counts those who still are and the other all who ever were."""
    one, other = (i.given.clause for i in (a, b))
    return any(
        _STATE.search(x) and not _SUM.search(x) and _SUM.search(y) and not _STATE.search(y)
        for x, y in ((one, other), (other, one))
    )


def _one_noun(a: FigureItem, b: FigureItem) -> bool:
    """Whole noun phrases for a place in an order: the first official may be the fourth person."""
    if a.figure.kind is FigureKind.ORDINAL:
        return a.nouns == b.nouns
    return are_one_count(a.noun, b.noun)


def _counts(item: FigureItem) -> str:
    return f"“{item.figure.counts}”"


def _grown(a: FigureItem, b: FigureItem) -> str:
    """That "at least two" became three: both can be true, and the later report knows more."""
    times = times_of(a, b)
    if times is None or times[0][0] == times[1][0] or not a.fate or a.fate != b.fate:
        return ""
    first, second = times[0][1], times[1][1]
    open_end = first.figure.quantity.hedge is Hedge.AT_LEAST
    if not open_end or second.figure.quantity.hedge not in (Hedge.NONE, Hedge.AT_LEAST):
        return ""
    if size_of(second) <= size_of(first) or a.part != b.part:
        return ""
    return f"The later report gives the higher figure: {_name(first)}, then {_name(second)}."


def _outgrown(a: FigureItem, b: FigureItem) -> str:
    """That "at least three" is far from 24, where no times are known: both may have been true."""
    if times_of(a, b) is not None or not a.fate or a.fate != b.fate or a.part != b.part:
        return ""
    low, high = sorted((a, b), key=size_of)
    open_end = low.figure.quantity.hedge is Hedge.AT_LEAST
    vague = low.figure.quantity.hedge is Hedge.VAGUE and _beyond(low, high)
    far = size_of(high) >= _FAR * max(size_of(low), 1)
    if not (vague or (open_end and far and high.figure.quantity.hedge is not Hedge.VAGUE)):
        return ""
    if not time_explains(a, b, None, moves=False):
        return ""
    return f"{_name(low)} and {_name(high)} may be counts of different times; no times are known."


def _beyond(vague: FigureItem, other: FigureItem) -> bool:
    """True when the other figure begins where the reach of a vague word ends."""
    top, bottom = vague.figure.quantity.high, other.figure.quantity.low
    return top is not None and bottom is not None and bottom >= top


def _later(a: FigureItem, b: FigureItem, *, moves: bool) -> str:
    """Why one may be the newer state of the other, or nothing."""
    both = f"{_name(a)} and {_name(b)}"
    if are_of_other_stages(a.given, b.given):
        return f"{both} are of two stages of one count."
    times = times_of(a, b)
    if times is None:
        if not time_explains(a, b, None, moves=moves):
            return ""
        return f"{both} may be counts of different times; no times are known."
    (early, first), (late, second) = times
    rose = size_of(second) > size_of(first)
    if early == late or not time_explains(a, b, late - early, moves=moves):
        return ""
    if not (rose or a.changing or b.changing or not a.fate):
        return ""  # the dead do not become fewer
    higher = "higher" if rose else "lower"
    return f"The later report gives the {higher} figure: {_name(first)}, then {_name(second)}."


def _dates_apart(a: FigureItem, b: FigureItem) -> str:
    both = f"{_name(a)} and {_name(b)}"
    if a.figure.kind is FigureKind.DATE and _gap(a, b) == 1:
        return f"{both} are a day apart; a time zone may be the reason."
    return f"{both} cannot both be the time of the same thing."


def _gap(a: FigureItem, b: FigureItem) -> int | None:
    """Days between two dates of one unit that are known to the day."""
    one, other = a.figure.quantity, b.figure.quantity
    if one.unit != other.unit or one.low is None or other.low is None:
        return None
    if one.low != one.high or other.low != other.high:
        return None
    return int(abs(one.low - other.low))
