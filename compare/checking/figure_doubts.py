"""Are the figures of a statement those of the sources? Amounts, units, days and times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.annotate.figure_values import Likeness, likeness
from compare.checking.ground import Ground, Place, coverage
from compare.checking.matching import Claim
from compare.model.checks import Doubt, DoubtKind
from compare.model.figures import Figure, FigureKind, Hedge
from compare.model.findings import Evidence
from compare.text.fold import folded
from compare.text.meaning import numbers
from compare.text.word_forms import roots
from compare.text.words import STOP, words
from compare.verify.headlines import Body, has_figure

_AGREE = (Likeness.EQUAL, Likeness.ROUNDED, Likeness.OVERLAP)
_MOMENTS = (FigureKind.DATE, FigureKind.TIME)
# A place speaks of the same matter with this part of the words around the figure, ...
_SAME_MATTER = 0.35
# ... and another figure there stands in the way of one that is found only where little is alike.
_RIVAL, _MUCH_LESS = 0.5, 0.6
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_SCALES = frozenset("hundred thousand million billion half".split())


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure of a source, its place, and the part of the words around ours that stands there."""

    figure: Figure
    place: Place
    share: float
    counts_alike: bool


@dataclass(frozen=True, slots=True)
class FigureFindings:
    """What is doubtful in a statement's figures, and other figures beside those borne out."""

    doubts: tuple[Doubt, ...]
    against: tuple[Evidence, ...]


def figure_findings(ground: Ground, claim: Claim, bodies: Sequence[Body]) -> FigureFindings:
    """Hold each figure of a statement against the figures of the sources.

    A figure is borne out where one that agrees with it stands among the same words. It is
    contradicted where another one stands there instead, and in no source where none agrees.
    """
    doubts: list[Doubt] = []
    against: list[Evidence] = []
    for figure in claim.figures:
        if figure.quantity.hedge is Hedge.VAGUE:
            continue
        seen = list(_seen(ground, claim, figure))
        doubt = _doubt(ground, claim, figure, seen, bodies)
        if doubt:
            doubts.append(doubt)
        else:
            against += _against(ground, figure, seen)
    return FigureFindings(tuple(doubts), tuple(dict.fromkeys(against)))


def _seen(ground: Ground, claim: Claim, figure: Figure) -> Iterator[Seen]:
    """The figures of the sources with the likeness of the words around them."""
    clause = claim.clause_at(figure.span)
    tokens = [t for t in clause.tokens if not t.span.overlaps(figure.span)] or list(claim.tokens)
    counted = _roots_of(figure.counts)
    for place in ground.places:
        if place.figures:
            share = coverage(tokens, [place]) if tokens else 0.0
            for other in place.figures:
                alike = not counted or not counted.isdisjoint(_roots_of(other.counts))
                yield Seen(other, place, share, alike)


def _doubt(
    ground: Ground, claim: Claim, figure: Figure, seen: Sequence[Seen], bodies: Sequence[Body]
) -> Doubt | None:
    agreeing = [s for s in seen if likeness(figure, s.figure) in _AGREE]
    rivals = [s for s in seen if _is_rival(figure, s)]
    support = max((_weight(figure, s) for s in agreeing), default=0.0)
    rival = max(rivals, key=lambda s: (s.share, -s.place.number), default=None)
    if agreeing:
        beaten = rival is not None and rival.share >= _RIVAL
        if rival is None or not beaten or support >= _MUCH_LESS * rival.share:
            return None
        if any(s.place.article == rival.place.article and s.place.number == rival.place.number
               for s in agreeing if s.counts_alike):  # fmt: skip
            return None
        return _made(ground, claim, figure, _kind(figure), rival)
    if figure.kind is FigureKind.ORDINAL or _is_unreadable(figure, seen):
        return None
    other_unit = None if figure.kind in _MOMENTS else _other_unit(claim, figure, seen)
    if other_unit:
        return _made(ground, claim, figure, DoubtKind.UNIT, other_unit)
    if figure.kind not in _MOMENTS and any(has_figure(b, figure, ()) for b in bodies):
        return None
    if rival is not None and rival.share >= _SAME_MATTER:
        return _made(ground, claim, figure, _kind(figure), rival)
    return Doubt(
        kind=DoubtKind.NO_FIGURE, span=figure.span, text=figure.span.of(claim.text)
    )


def _is_rival(figure: Figure, seen: Seen) -> bool:
    """True for a figure that cannot be true of the same as ours."""
    if likeness(figure, seen.figure) is not Likeness.APART:
        return False
    return seen.counts_alike or figure.kind is not FigureKind.COUNT


def _weight(figure: Figure, seen: Seen) -> float:
    """How well a place with an agreeing figure bears ours out."""
    if figure.kind is FigureKind.COUNT and not seen.counts_alike:
        return 0.5 * seen.share
    return seen.share


def _kind(figure: Figure) -> DoubtKind:
    return DoubtKind.DAY if figure.kind in _MOMENTS else DoubtKind.FIGURE


def _is_unreadable(figure: Figure, seen: Sequence[Seen]) -> bool:
    """True for "yesterday" in a text without a date: no day of a source can be held against it."""
    if figure.kind is not FigureKind.DATE:
        return False
    return figure.quantity.unit not in ("day", "weekday", "day of any year")


def _other_unit(claim: Claim, figure: Figure, seen: Sequence[Seen]) -> Seen | None:
    """The place, most like ours, with the same number as printed and another unit."""
    number = _printed_number(figure.span.of(claim.text))
    found = [
        s
        for s in seen
        if s.share >= _SAME_MATTER
        and s.figure.kind not in _MOMENTS
        and _printed_number(s.figure.span.of(s.place.text)) == number
        and likeness(figure, s.figure) not in _AGREE
    ]
    return max(found, key=lambda s: (s.share, -s.place.number), default=None) if number else None


def _printed_number(text: str) -> frozenset[str]:
    """The digits and number words of a figure without "million" and the like."""
    digits = frozenset(_NUMBER.findall(text))
    return digits or numbers(text) - _SCALES


def _made(
    ground: Ground, claim: Claim, figure: Figure, kind: DoubtKind, rival: Seen
) -> Doubt:
    return Doubt(
        kind=kind,
        span=figure.span,
        text=figure.span.of(claim.text),
        detail=rival.figure.span.of(rival.place.text),
        evidence=(ground.evidence(rival.place),),
    )


def _against(ground: Ground, figure: Figure, seen: Sequence[Seen]) -> Iterator[Evidence]:
    for one in seen:
        if one.share >= _RIVAL and _is_rival(figure, one):
            yield ground.evidence(one.place, one.figure.span)


def _roots_of(counts: str) -> frozenset[str]:
    found = (span.of(counts) for span in words(counts))
    return frozenset(r for word in found if folded(word) not in STOP for r in roots(word))
