"""The result of each section in one line, which stands on it while it is closed."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.languages import not_looked_at
from compare.formats.report.basics import OutletColumn
from compare.formats.report.changes import Changes
from compare.formats.report.figures import Figures
from compare.formats.report.gaps import Gap
from compare.formats.report.headlines import Headlines
from compare.formats.report.order import Order
from compare.formats.report.quotes import Voices
from compare.formats.report.references import References
from compare.formats.report.side_by_side import SideBySide
from compare.formats.report.sources import Sources
from compare.formats.report.wording import Wordings
from compare.model.comparison import Comparison

# So many outlets have a number each in a line.
_EACH = 6


def of_headlines(headlines: Headlines) -> str:
    """Like "4 headlines, 1 says what its text does not"."""
    flagged = sum(bool(line.why or line.reserved) for line in headlines.lines)
    told = counted_noun(sum(bool(line.text) for line in headlines.lines), "headline")
    return f"{told}, {flagged} unlike its text" if flagged else told


def of_figures(comparison: Comparison, figures: Figures) -> str:
    """Like "1 differs, 2 changed over time", the numbers of `Comparison.differences`."""
    found = comparison.differences
    parts = (
        f"{found.differ} {'differs' if found.differ == 1 else 'differ'}" if found.differ else "",
        f"{found.changed} changed over time" if found.changed else "",
        f"{found.other_things} of other things" if found.other_things else "",
        f"{found.certainty} surer in one" if found.certainty else "",
    )
    told = ", ".join(filter(None, parts))
    alike = f", {len(figures.agreed)} alike" if figures.agreed else ""
    none = "not looked at" if not_looked_at(comparison.articles) else "none differs"
    return told or f"{none}{alike}"


def of_changes(changes: Changes) -> str:
    """Like "C first, 3 figures moved"."""
    if not changes.reports:
        return "no times to compare"
    moved = counted_noun(len(changes.courses), "figure")
    first = f"{changes.reports[0].letter} first"
    return f"{first}, {moved} moved" if changes.courses else first


def of_gaps(gaps: Sequence[Gap]) -> str:
    """Like "only here: A 12, B 9"."""
    if len(gaps) > _EACH:
        return f"{counted_noun(sum(len(gap.only_here) for gap in gaps), 'fact')} of one outlet each"
    return f"only in {', '.join(f'{gap.outlet.letter} {len(gap.only_here)}' for gap in gaps)}"


def of_quotes(comparison: Comparison, voices: Voices) -> str:
    """Like "4 changed, 2 the same, 14 speakers"."""
    changed, same = len(voices.changed), len(voices.unchanged)
    parts = (
        f"{changed} changed" if changed else "",
        f"{same} the same" if same else "",
        _some(len(voices.ledger), "speaker"),
    )
    none = "not looked at" if not_looked_at(comparison.articles) else "no quotation in two articles"
    return ", ".join(filter(None, parts)) or none


def of_matrix(refs: References, outlets: int) -> str:
    """Like "2 facts in all 4, 27 in some, 40 in one"."""
    carried = [len(row.said_by) for row in refs.rows]
    whole = "both" if outlets == 2 else f"all {outlets}"
    some = sum(1 < number < outlets for number in carried)
    parts = (
        f"{counted_noun(carried.count(outlets), 'fact')} in {whole}",
        f"{some} in some" if outlets > 2 else "",
        f"{carried.count(1)} in one",
    )
    return ", ".join(filter(None, parts))


def of_wording(wording: Wordings) -> str:
    """Like "8 word pairs, 5 names, 2 acts"."""
    parts = (
        _some(len(wording.contrasts), "word pair"),
        _some(len(wording.naming), "name"),
        _some(len(wording.acts), "act"),
        _some(len(wording.certainty), "doubt"),
    )
    ladders = _some(len(wording.ladders), "fact")
    found = ", ".join(filter(None, parts)) or (f"{ladders} word by word" if ladders else "")
    return found or "none found"


def of_order(order: Order) -> str:
    """Like "1 fact high here, low there"."""
    if not order.contrasts:
        return "no fact high here and low there"
    return f"{counted_noun(len(order.contrasts), 'fact')} high here, low there"


def of_sources(sources: Sources) -> str:
    """Like "A and B share copy; 9 sources named"."""
    copies = "; ".join(f"{copy.letters} share copy" for copy in sources.copies)
    named = f"; {counted_noun(len(sources.lines), 'source')} named" if sources.lines else ""
    return f"{copies or 'no shared copy'}{named}"


def of_side_by_side(sides: SideBySide) -> str:
    """Like "any two of 4 outlets, 6 pairs"; of two outlets what stands in each."""
    if len(sides.tables) == 1 and not sides.unwritten:
        return sides.tables[0].counts.rstrip(".")
    pairs = len(sides.tables) + sides.unwritten
    return f"any two outlets, {counted_noun(pairs, 'pair')}"


def of_articles(outlets: Sequence[OutletColumn]) -> str:
    """Like "1,630 words"."""
    return f"{sum(outlet.words for outlet in outlets):,} words"


def counted_noun(number: int, noun: str) -> str:
    """Like "1 fact" or "3 facts"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _some(number: int, noun: str) -> str:
    return counted_noun(number, noun) if number else ""
