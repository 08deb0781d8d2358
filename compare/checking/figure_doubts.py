"""Are the figures of a statement those of the sources? Amounts, units, days and times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.checking.matching import PreparedClaim
from compare.checking.same_matter import is_same_matter
from compare.checking.source_index import SourceIndex, SourcePlace, acts_of, covered_share
from compare.model.checks import Doubt, DoubtKind
from compare.model.figures import Figure, FigureKind, Hedge
from compare.model.findings import Evidence
from compare.text.days import ANY_YEAR, DAY, WEEKDAY
from compare.text.fold import folded_text
from compare.text.names import NameRun
from compare.text.word_forms import roots
from compare.text.words import STOP, stem, words
from compare.verify.figure_agreement import (
    MOMENTS,
    agrees,
    is_other_value,
    is_otherwise,
    printed_number,
)

_KNOWN_DAYS = (DAY, WEEKDAY, ANY_YEAR)
# A place speaks of the same matter with this part of the words around the figure, ...
_SAME_MATTER = 0.35
# ... and another figure there stands in the way of one that is found only where little is alike.
_RIVAL, _MUCH_LESS, _LESS = 0.5, 0.6, 0.85
# A figure that is not small stands for little else: it is enough that a few words are alike.
_TELLING, _FEW_ALIKE, _LITTLE, _LARGE = 13, 0.2, 0.1, 100
# A clause of fewer words of meaning is looked at with its whole sentence.
_FEWEST = 3
# A count of no more than this is found anywhere, or told by a list.
_SMALL = 3
# How far behind a name its age may stand.
_AGE_REACH = 4
_WITHIN = re.compile(r"\b(?:within|inside)(?: the)?\s+\Z", re.IGNORECASE)
# Money that a count may be of, when it is none of the currencies of the world.
_MONEY = frozenset(
    stem(word)
    for word in "marks crowns florins talers dollars pounds euros francs pesos shillings guilders "
    "ducats liras rubles rupees yen cents pence kronor".split()
)


@dataclass(frozen=True, slots=True)
class SeenFigure:
    """A figure of a source, its place, and the part of the words around ours that stands there."""

    figure: Figure
    place: SourcePlace
    share: float
    counts_alike: bool
    counts_same: bool

    @property
    def printed(self) -> str:
        """The figure as the source prints it."""
        return self.figure.span.of(self.place.text)


@dataclass(frozen=True, slots=True)
class FigureFindings:
    """What is doubtful in a statement's figures, and other figures beside those borne out."""

    doubts: tuple[Doubt, ...]
    against: tuple[Evidence, ...]


def figure_findings(ground: SourceIndex, claim: PreparedClaim) -> FigureFindings:
    """Return what is doubtful in the figures of a statement, beside those of the sources.

    A figure is borne out where one that agrees with it stands among the same words. It is
    contradicted where another one stands there instead, and in no source where none agrees.
    """
    doubts: list[Doubt] = []
    against: list[Evidence] = []
    for figure in claim.figures:
        if figure.quantity.hedge is Hedge.VAGUE:
            continue
        person = _aged(claim, figure)
        seen = list(_of_person(ground, person) if person else _seen(ground, claim, figure))
        doubt = _doubt(ground, claim, figure, seen, of_person=person is not None)
        if doubt:
            doubts.append(doubt)
        elif person is None:
            against += _against(ground, claim, figure, seen)
    return FigureFindings(tuple(doubts), tuple(dict.fromkeys(against)))


def _seen(ground: SourceIndex, claim: PreparedClaim, figure: Figure) -> Iterator[SeenFigure]:
    """The figures of the sources with the likeness of the words around them."""
    clause = claim.clause_at(figure.span)
    whole = claim.tokens
    tokens = clause.tokens if len(clause.tokens) >= _FEWEST else whole
    counted = _roots_of(figure.counts)
    known = _known(claim, figure)
    for place in ground.places:
        if place.figures:
            share = covered_share(tokens, [place])
            own = max(share, covered_share(clause.tokens, [place]))
            for other in place.figures:
                theirs = _roots_of(other.counts)
                alike = not counted or not counted.isdisjoint(theirs)
                same = alike and _is_same(other.counts, known)
                yield SeenFigure(other, place, own if agrees(figure, other) else share, alike, same)


def _aged(claim: PreparedClaim, figure: Figure) -> NameRun | None:
    """The name that an age stands behind: "Orla Penhale, 34"."""
    if figure.kind is not FigureKind.AGE:
        return None
    behind = (n for n in claim.names if 0 <= figure.span.start - n.span.end <= _AGE_REACH)
    return next(behind, None)


def _of_person(ground: SourceIndex, run: NameRun) -> Iterator[SeenFigure]:
    """The ages that the sources print right behind a name."""
    for place in ground.places:
        for name in place.names:
            if name.last != run.last:
                continue
            for figure in place.figures:
                near = 0 <= figure.span.start - name.span.end <= _AGE_REACH
                if near and figure.kind is FigureKind.AGE:
                    yield SeenFigure(figure, place, 1.0, counts_alike=True, counts_same=True)


def _doubt(
    ground: SourceIndex,
    claim: PreparedClaim,
    figure: Figure,
    seen: Sequence[SeenFigure],
    *,
    of_person: bool,
) -> Doubt | None:
    printed = figure.span.of(claim.text)
    if _is_unreadable(figure):
        other = _other_span_of_time(printed, seen)
        return _made(ground, claim, figure, DoubtKind.UNIT, other) if other else None
    agreeing = [s for s in seen if agrees(figure, s.figure) and _is_ground(figure, s)]
    exact = [s for s in agreeing if not is_other_value(figure, s.figure)]
    if figure.kind not in MOMENTS and not of_person and not exact:
        unit = _other_unit(figure, printed, seen)
        if unit:
            return _made(ground, claim, figure, DoubtKind.UNIT, unit)
    money = _other_money(figure, agreeing)
    if money:
        return _made(ground, claim, figure, DoubtKind.UNIT, money)
    others = [f for f in claim.figures if f is not figure]
    rivals = [
        s for s in seen if _is_rival(figure, s) and not any(agrees(f, s.figure) for f in others)
    ]
    below = any(_is_below(s.figure, figure) and s.share >= _SAME_MATTER for s in rivals)
    if below and _WITHIN.search(claim.text[: figure.span.start]):
        return None
    worded = printed.isalpha()
    rival = max(
        rivals,
        key=lambda s: (s.share, s.printed.isalpha() is worded, -s.place.number),
        default=None,
    )
    if agreeing:
        return _beaten(ground, claim, figure, agreeing, rival)
    if figure.kind is FigureKind.ORDINAL or _is_sum(figure, seen):
        return None
    if rival is not None and rival.share >= _SAME_MATTER:
        return _made(ground, claim, figure, _kind(figure), rival)
    if of_person and not seen:
        return None
    low = figure.quantity.low
    if figure.kind is FigureKind.COUNT and low is not None and low <= _SMALL:
        return None
    return Doubt(kind=DoubtKind.NO_FIGURE, span=figure.span, text=printed)


def _is_ground(figure: Figure, seen: SeenFigure) -> bool:
    """True for an agreeing figure that has anything to do with ours."""
    if figure.kind in MOMENTS or seen.share >= _LITTLE:
        return True
    equal = value_relation(figure, seen.figure) is ValueRelation.EQUAL
    low = figure.quantity.low or Decimal(0)
    return equal and (seen.counts_alike or seen.share > 0 or low >= _LARGE)


def _beaten(
    ground: SourceIndex,
    claim: PreparedClaim,
    figure: Figure,
    agreeing: Sequence[SeenFigure],
    rival: SeenFigure | None,
) -> Doubt | None:
    """A figure that agrees with one elsewhere, where its own matter has another one."""
    if rival is None or rival.share < _RIVAL:
        return None
    for one in agreeing:
        alike = one.counts_alike or figure.kind is not FigureKind.COUNT
        weight = one.share if alike else 0.5 * one.share
        equal = value_relation(figure, one.figure) is ValueRelation.EQUAL
        if weight >= (_MUCH_LESS if equal else _LESS) * rival.share:
            return None
        if equal and _is_telling(figure, one.printed) and one.share >= _FEW_ALIKE:
            return None
        if one.counts_alike and one.place.number == rival.place.number:
            return None
    return _made(ground, claim, figure, _kind(figure), rival)


def _is_telling(figure: Figure, printed: str) -> bool:
    """True for a number that is not small, which stands for little else in a story."""
    low = figure.quantity.low
    digits = [int(each) for each in printed_number(printed) if each.isdigit()]
    large = (low is not None and low >= _TELLING) or max(digits, default=0) >= _TELLING
    return figure.kind not in MOMENTS and large


def _is_rival(figure: Figure, seen: SeenFigure) -> bool:
    """True for a figure that cannot be true of the same as ours."""
    if not is_otherwise(figure, seen.figure):
        return False
    return seen.counts_same or figure.kind is not FigureKind.COUNT


def _is_below(one: Figure, other: Figure) -> bool:
    """True for the smaller of two figures: "within an hour" holds for 40 minutes."""
    low, high = one.quantity.low, other.quantity.high
    return low is not None and high is not None and low <= high


def _kind(figure: Figure) -> DoubtKind:
    return DoubtKind.DAY if figure.kind in MOMENTS else DoubtKind.FIGURE


def _is_unreadable(figure: Figure) -> bool:
    """True for "yesterday" in a text without a date: no day of a source can be held against it."""
    return figure.kind is FigureKind.DATE and figure.quantity.unit not in _KNOWN_DAYS


def _other_span_of_time(printed: str, seen: Sequence[SeenFigure]) -> SeenFigure | None:
    """The same number of other units of time: "four months ago" for "four days ago"."""
    number = printed_number(printed)
    if not number or any(folded_text(s.printed) == folded_text(printed) for s in seen):
        return None
    found = [s for s in seen if s.share >= _SAME_MATTER and printed_number(s.printed) == number]
    return max(found, key=lambda s: (s.share, -s.place.number), default=None)


def _is_sum(figure: Figure, seen: Sequence[SeenFigure]) -> bool:
    """True for the sum of two counts that stand in one place of the same matter."""
    if figure.kind is not FigureKind.COUNT:
        return False
    counts: dict[int, list[Decimal]] = {}
    for one in seen:
        low = one.figure.quantity.low
        if one.figure.kind is FigureKind.COUNT and low is not None and one.share >= _FEW_ALIKE:
            counts.setdefault(one.place.number, []).append(low)
    return any(
        a + b == figure.quantity.low
        for values in counts.values()
        for a, b in combinations(values, 2)
    )


def _other_unit(figure: Figure, printed: str, seen: Sequence[SeenFigure]) -> SeenFigure | None:
    """The place, most like ours, with the same number as printed and another unit."""
    number = printed_number(printed)
    least = _LITTLE if _is_telling(figure, printed) else _SAME_MATTER
    found = [
        s
        for s in seen
        if s.share >= least
        and s.figure.kind not in MOMENTS
        and printed_number(s.printed) == number
        and not (agrees(figure, s.figure) and not is_other_value(figure, s.figure))
        and (s.figure.quantity.unit or figure.quantity.unit)
    ]
    return max(found, key=lambda s: (s.share, -s.place.number), default=None) if number else None


def _other_money(figure: Figure, agreeing: Sequence[SeenFigure]) -> SeenFigure | None:
    """A sum of the same number in another money, where no source has it in this one."""
    mine = _money(figure)
    if mine is None:
        return None
    theirs = [(s, _money(s.figure)) for s in agreeing if s.share >= _SAME_MATTER]
    if any(money in (mine, None) for _, money in theirs):
        return None
    return max((s for s, _ in theirs), key=lambda s: (s.share, -s.place.number), default=None)


def _money(figure: Figure) -> str | None:
    """The money that a count is of, None where it is of something else."""
    last = figure.counts.split()[-1:] if figure.kind is FigureKind.COUNT else []
    found = [stem(word) for word in last]
    return found[0] if found and found[0] in _MONEY else None


def _made(
    ground: SourceIndex, claim: PreparedClaim, figure: Figure, kind: DoubtKind, rival: SeenFigure
) -> Doubt:
    return Doubt(
        kind=kind,
        span=figure.span,
        text=figure.span.of(claim.text),
        detail=rival.printed,
        evidence=(ground.evidence(rival.place),),
    )


def _against(
    ground: SourceIndex, claim: PreparedClaim, figure: Figure, seen: Sequence[SeenFigure]
) -> Iterator[Evidence]:
    """The places that give another figure for the same, and not this one as well."""
    for one in seen:
        if one.share < _RIVAL or not _is_rival(figure, one):
            continue
        both = any(agrees(figure, each) for each in one.place.figures)
        if not both and is_same_matter(claim, figure.span, one.place, one.figure.span):
            yield ground.evidence(one.place)


def _known(claim: PreparedClaim, figure: Figure) -> tuple[frozenset[str], frozenset[int]]:
    """The roots of the clause and of what is counted, and the acts that they can name."""
    clause = claim.clause_at(figure.span).tokens
    here = frozenset(r for token in clause for r in token.roots) | _roots_of(figure.counts)
    counted = (span.of(figure.counts) for span in words(figure.counts))
    acts = {act for word in counted for act in acts_of(word)}
    return here, frozenset(acts | {act for token in clause for act in token.acts})


def _is_same(counts: str, known: tuple[frozenset[str], frozenset[int]]) -> bool:
    """True when the clause speaks of all that a source's figure counts: "people killed"."""
    here, acts = known
    found = [word for span in words(counts) if folded_text(word := span.of(counts)) not in STOP]
    return all(not roots(w).isdisjoint(here) or not acts_of(w).isdisjoint(acts) for w in found)


def _roots_of(counts: str) -> frozenset[str]:
    found = (span.of(counts) for span in words(counts))
    return frozenset(r for word in found if folded_text(word) not in STOP for r in roots(word))
