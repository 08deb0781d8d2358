"""Where facts are placed: each outlet's length as a strip with a tick for each fact."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.formats.grid import FactRow, letters
from compare.formats.report.basics import FactRef, OutletColumn, Ref
from compare.formats.report.matrix import mean_place
from compare.formats.report.references import References
from compare.model.articles import Article, Part
from compare.model.comparison import Comparison


class Tick(Struct, frozen=True, kw_only=True, gc=False):
    """Where an outlet first states a fact: `fact` counts from 1, `at` is per cent of its story."""

    fact: int
    at: str


class Strip(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet's length as a bar; `lead` is the width of its first paragraph in per cent."""

    outlet: OutletColumn
    lead: str
    ticks: tuple[Tick, ...]


class Placing(Struct, frozen=True, kw_only=True, gc=False):
    """Where each outlet states one fact, None where it does not."""

    number: int
    fact: FactRef
    refs: tuple[Ref | None, ...]


class OrderContrast(Struct, frozen=True, kw_only=True, gc=False):
    """A fact that some outlets lead with and others have only at the end, in their letters."""

    fact: FactRef
    high: str
    low: str


class Order(Struct, frozen=True, kw_only=True, gc=False):
    """Where facts are placed."""

    contrasts: tuple[OrderContrast, ...]
    strips: tuple[Strip, ...]
    placings: tuple[Placing, ...]


# More facts to choose from than a reader can hold in one list help nobody.
_CHOICE = 12


def order(comparison: Comparison, refs: References, outlets: Sequence[OutletColumn]) -> Order:
    """The most widely stated facts and where each outlet first states them."""
    every = [row for row in refs.rows if len(row.said_by) > 1]
    widest = sorted(every, key=lambda row: -len(row.said_by))[:_CHOICE]
    chosen = sorted(widest, key=lambda row: mean_place(comparison, row))
    return Order(
        contrasts=tuple(
            OrderContrast(
                fact=refs.fact(placement.fact),
                high=letters(placement.high),
                low=letters(placement.low),
            )
            for placement in comparison.placements
        ),
        strips=tuple(_strip(comparison, outlet, chosen) for outlet in outlets) if chosen else (),
        placings=tuple(
            _placing(comparison, refs, number, row) for number, row in enumerate(chosen, 1)
        ),
    )


def _strip(comparison: Comparison, outlet: OutletColumn, chosen: Sequence[FactRow]) -> Strip:
    ticks = []
    for number, row in enumerate(chosen, 1):
        first = comparison.cell(row.fact.id, outlet.letter).first
        if first is not None:
            ticks.append(Tick(fact=number, at=f"{100 * first:.1f}"))
    return Strip(
        outlet=outlet, lead=_lead_share(comparison.article(outlet.letter)), ticks=tuple(ticks)
    )


def _lead_share(article: Article) -> str:
    """How much of the text the lead takes, in per cent."""
    lead = [s.span for s in article.sentences if s.part is Part.LEAD]
    if not lead:
        return "0"
    return f"{100 * sum(s.end - s.start for s in lead) / len(article.document.text):.1f}"


def _placing(comparison: Comparison, refs: References, number: int, row: FactRow) -> Placing:
    first = {m.article: m.sentence for m in reversed(row.fact.mentions)}
    return Placing(
        number=number,
        fact=refs.fact(row.fact.id),
        refs=tuple(
            refs.sentence(first[a.letter]) if a.letter in first else None
            for a in comparison.articles
        ),
    )
