"""The grid facts x articles as rows of signs and figures, for every format that prints it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from compare.align.reuse import is_dependent, wordings_of
from compare.formats.brief_figure import short_figure
from compare.formats.withheld_words import is_fact_withheld
from compare.model.comparison import Comparison
from compare.model.facts import Fact, Mode, State
from compare.model.figures import Figure, FigureKind, compatible
from compare.model.findings import FigureGroup, FigureRelation, Reading


class Sign(StrEnum):
    """What a cell of the grid shows, in the words of its key."""

    STATED = "stated"
    PARTLY = "partly stated"
    GUARDED = "attributed, hedged or quoted"
    HEADLINE = "only in the headline"
    PERHAPS = "perhaps"
    NOT_FOUND = "not found"

    @property
    def carries(self) -> bool:
        """True for the signs of an article that surely carries the fact."""
        return self not in (Sign.PERHAPS, Sign.NOT_FOUND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How one article carries a fact.

    `figure` is its answer where the fact has a figure; `clash` tells that another article's answer
    cannot be true together with it.
    """

    article: str
    sign: Sign
    figure: str | None = None
    clash: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One fact over all articles; `said_by` are the articles that carry it in any way.

    `voices` counts articles as one that state it in copy they share.
    """

    fact: Fact
    cells: tuple[Cell, ...]
    said_by: tuple[str, ...]
    voices: int

    @property
    def count(self) -> str:
        """Like "2 of 3", or "only B"."""
        if len(self.said_by) == 1:
            return f"only {self.said_by[0]}"
        return f"{len(self.said_by)} of {len(self.cells)}"

    @property
    def independent(self) -> str:
        """Like ", in 2 independent wordings", or nothing when no copy is shared."""
        if self.voices >= len(self.said_by):
            return ""
        noun = "wording" if self.voices == 1 else "wordings"
        return f", in {self.voices} independent {noun}"


_SIGNS = {
    State.STATED: Sign.STATED,
    State.PARTLY: Sign.PARTLY,
    State.QUOTED: Sign.GUARDED,
    State.HEADLINE: Sign.HEADLINE,
    State.PERHAPS: Sign.PERHAPS,
    State.NOT_FOUND: Sign.NOT_FOUND,
}

# Which of several figures of one fact its row shows: the one with most to see.
_SHOWN = (
    FigureRelation.CLASH,
    FigureRelation.LATER,
    FigureRelation.SCOPE,
    FigureRelation.COMPATIBLE,
    FigureRelation.AGREE,
)

_AMOUNTS = (
    FigureKind.COUNT,
    FigureKind.PERCENT,
    FigureKind.MONEY,
    FigureKind.MEASURE,
    FigureKind.SCORE,
)


def rows(comparison: Comparison) -> tuple[FactRow, ...]:
    """One row for each fact: those of two or more articles first, otherwise in their order."""
    made = [row(comparison, fact) for fact in comparison.facts]
    return tuple(sorted(made, key=lambda row: len(row.said_by) < 2))


def shown_rows(comparison: Comparison) -> tuple[FactRow, ...]:
    """The rows without those of facts of one outlet whose words an excerpt does not show."""
    bare = {fact.id for fact in bare_facts(comparison)}
    return tuple(row for row in rows(comparison) if row.fact.id not in bare)


def bare_facts(comparison: Comparison) -> tuple[Fact, ...]:
    """The facts of one outlet of which an excerpt shows no words."""
    if not any(article.document.excerpt for article in comparison.articles):
        return ()
    return tuple(
        fact
        for fact in comparison.facts
        if is_fact_withheld(comparison, fact) and len(said_by(comparison, fact)) < 2
    )


def bare_line(comparison: Comparison) -> str:
    """A sentence on the facts that have no row in an excerpt; empty when all have one."""
    bare = len(bare_facts(comparison))
    if not bare:
        return ""
    facts = "1 fact of one outlet is" if bare == 1 else f"{bare} facts of one outlet each are"
    return f"{facts} not shown in these excerpts; read the articles at the outlets."


def row(comparison: Comparison, fact: Fact) -> FactRow:
    """The row of one fact."""
    group = figure_of(comparison, fact)
    cells = tuple(_cell(comparison, fact, a.letter, group) for a in comparison.articles)
    carried = said_by(comparison, fact)
    return FactRow(
        fact=fact,
        cells=cells,
        said_by=carried,
        voices=wordings_of(fact, comparison.reuse) + _by_headline(fact, carried),
    )


def said_by(comparison: Comparison, fact: Fact) -> tuple[str, ...]:
    """The letters of the articles that carry the fact in any way, its headline included."""
    return tuple(
        article.letter
        for article in comparison.articles
        if comparison.cell(fact.id, article.letter).state.carries
    )


def shared_count(comparison: Comparison) -> int:
    """How many facts two or more articles carry."""
    return sum(len(said_by(comparison, fact)) > 1 for fact in comparison.facts)


def figure_of(comparison: Comparison, fact: Fact) -> FigureGroup | None:
    """The figures that the row of a fact shows: those its label speaks of, if there are any.

    A sentence often holds figures of several facts; a row must not show that of another one.
    """
    label = fact.label.casefold()
    groups = [
        group
        for group in comparison.figures
        if fact.id in group.facts
        and any(r.text.casefold() in label for r in group.readings)
        and (group.relation is not FigureRelation.AGREE or _is_amount(comparison, group))
    ]
    return min(groups, key=lambda group: _SHOWN.index(group.relation), default=None)


def copy_lines(comparison: Comparison) -> list[str]:
    """A sentence for each group of articles that share so much copy that they are one voice."""
    return [
        f"{letters(one.articles)} share copy (at least {one.share:.0%} of their words); "
        "count them as one voice."
        for one in comparison.reuse
        if is_dependent(one)
    ]


def _is_amount(comparison: Comparison, group: FigureGroup) -> bool:
    """True for counts and sums; an age or an hour that all agree on says little in a cell."""
    return _figure(comparison, group.readings[0]).kind in _AMOUNTS


def letters(names: Iterable[str], *, limit: int = 8, last: str = "and") -> str:
    """Like "A, B and C"; the rest is counted when there are more than `limit`."""
    named = list(names)
    if len(named) > limit:
        return f"{', '.join(named[:limit])} and {len(named) - limit} more"
    if len(named) < 2:
        return "".join(named)
    return f"{', '.join(named[:-1])} {last} {named[-1]}"


def _cell(comparison: Comparison, fact: Fact, letter: str, group: FigureGroup | None) -> Cell:
    sign = _SIGNS[comparison.cell(fact.id, letter).state]
    modes = {mention.mode for mention in fact.mentions if mention.article == letter}
    if sign is Sign.STATED and modes and Mode.ASSERTED not in modes:
        sign = Sign.GUARDED
    readings = group.readings if group else ()
    mine = [reading for reading in readings if reading.article == letter]
    if not sign.carries or group is None or not mine:
        return Cell(article=letter, sign=sign)
    clash = group.relation is FigureRelation.CLASH and _excluded(comparison, mine[0], readings)
    shown = short_figure(_figure(comparison, mine[0]), mine[0].value, mine[0].text)
    return Cell(article=letter, sign=sign, figure=shown, clash=clash)


def _excluded(comparison: Comparison, mine: Reading, readings: Iterable[Reading]) -> bool:
    """True when another reading cannot be true together with this one."""
    amount = _figure(comparison, mine).quantity
    others = (_figure(comparison, other).quantity for other in readings)
    return not all(compatible(amount, other) for other in others)


def _figure(comparison: Comparison, reading: Reading) -> Figure:
    figures = comparison.article(reading.article).figures
    return next(figure for figure in figures if figure.id == reading.figure)


def _by_headline(fact: Fact, carried: tuple[str, ...]) -> int:
    """How many articles carry the fact in their headline only; each has its own wording."""
    return len(set(carried) - set(fact.articles))
