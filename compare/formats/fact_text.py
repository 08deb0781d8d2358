"""One fact as text: every wording with its place, why they were joined, and who lacks it."""

from __future__ import annotations

from collections.abc import Iterator

from compare.errors import UnknownFact
from compare.formats.fact_names import fact_name
from compare.formats.grid import FactRow, figure_of, row
from compare.formats.highlights import paragraph_of, paragraph_place
from compare.formats.ladder_text import wording_of
from compare.formats.reader_lines import is_put_by_reader
from compare.formats.screen import PIPE, Screen
from compare.formats.shown_detail import ShownDetail, detail_text, outlet_key
from compare.formats.withheld_words import is_withheld, shown_words
from compare.model.comparison import Comparison
from compare.model.facts import Coverage, Extent, Fact, Link, Mention, Mode, Place, State

# So many pairs of sentences, and reasons for each, can be read; --verbose tells all.
_PAIRS, _REASONS = 6, 4


def find_fact(comparison: Comparison, name: str) -> Fact:
    """The fact with this number ("f2"), this lasting id, or the only one whose id begins so.

    UnknownFact tells which there are.
    """
    wanted = name.strip().lower()
    for fact in comparison.facts:
        if wanted in (fact.ordinal, fact.id):
            return fact
    begun = [fact for fact in comparison.facts if len(wanted) > 3 and fact.id.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if not comparison.facts:
        raise UnknownFact(
            f"There is no fact {name!r}: no facts were found. Compare other articles."
        )
    first, last = comparison.facts[0].ordinal, comparison.facts[-1].ordinal
    raise UnknownFact(f"There is no fact {name!r}. Choose one from {first} to {last}.")


def fact_text(comparison: Comparison, fact: Fact, screen: Screen = PIPE) -> str:
    """The fact with its words in every article; ends with a line end."""
    whole = row(comparison, fact)
    said = f"said by {len(whole.said_by)} of {len(whole.cells)}{whole.independent}"
    detail = ShownDetail(
        title=f"{fact.ordinal}  {fact_name(comparison, fact)}",
        about=f"{fact.id} · {said}",
        blocks=(
            ("", outlet_key(comparison)),
            ("", _wordings(comparison, fact)),
            ("In finer detail", _finer(comparison, fact)),
            ("Headlines", _headlines(comparison, fact)),
            ("Figures", _figures(comparison, fact)),
            ("Not found", _missing(comparison, whole)),
            ("Joined because", _reasons(comparison, fact, everything=screen.lines is None)),
        ),
        wording=wording_of(comparison, fact.id),
    )
    return detail_text(comparison, detail, screen)


def _wordings(comparison: Comparison, fact: Fact) -> Iterator[tuple[str, str]]:
    for mention in fact.mentions:
        article = comparison.article(mention.article)
        sentence = article.sentence(mention.sentence).span
        where = paragraph_place(comparison, mention.article, mention.sentence)
        yield f"{mention.article} {where}", shown_words(article, sentence)
        if mention.span != sentence and not is_withheld(article, sentence):
            yield "", f"the part that says so: “{comparison.text_of(mention)}”"
        if manner := _manner(mention):
            yield "", manner


def _finer(comparison: Comparison, fact: Fact) -> Iterator[tuple[str, str]]:
    """The finer facts on the words of this one, each with the words that state it."""
    for finer in fact.details:
        yield "", finer.label
        for mention in finer.mentions:
            article = comparison.article(mention.article)
            if not is_withheld(article, mention.span):
                where = paragraph_place(comparison, mention.article, mention.sentence)
                yield f"{mention.article} {where}", f"“{comparison.text_of(mention)}”"


def _manner(mention: Mention) -> str:
    """Like "attributed, in part", or nothing for a plain and full statement."""
    kinds = [] if mention.mode is Mode.ASSERTED else [mention.mode.value]
    if mention.extent is Extent.PARTIAL:
        kinds.append("in part")
    if is_put_by_reader(mention):
        kinds.append("put beside the others by the reader")
    return ", ".join(kinds)


def _headlines(comparison: Comparison, fact: Fact) -> Iterator[tuple[str, str]]:
    for headline in fact.headlines:
        text = comparison.article(headline.article).document.headline or ""
        yield headline.article, f"“{headline.span.of(text)}” (likeness {headline.score:.2f})"


def _figures(comparison: Comparison, fact: Fact) -> Iterator[tuple[str, str]]:
    group = figure_of(comparison, fact)
    if group is None:
        return
    yield "", f"{group.question} ({group.relation.value}). {group.why}"
    for reading in group.readings:
        source = f", according to {reading.source}" if reading.source else ""
        yield reading.article, f"“{reading.text}”, read as {reading.value}{source}"


def _missing(comparison: Comparison, whole: FactRow) -> Iterator[tuple[str, str]]:
    for cell in (comparison.cell(whole.fact.id, cell.article) for cell in whole.cells):
        if not cell.state.carries:
            near = _nearest(comparison, cell)
            yield cell.article, f"perhaps: {near}" if cell.state is State.PERHAPS else near


def _nearest(comparison: Comparison, cell: Coverage) -> str:
    if cell.nearest is None:
        return "nothing comes near"
    words = shown_words(comparison.article(cell.article), cell.nearest.span)
    where = paragraph_place(comparison, cell.article, cell.nearest.sentence)
    return f"nearest, likeness {cell.nearest.score:.2f}, {where}: “{words}”"


def _reasons(comparison: Comparison, fact: Fact, *, everything: bool) -> Iterator[tuple[str, str]]:
    """The pairs of statements that were linked, the likeliest first unless all are told."""
    links = fact.links
    if not everything:
        links = tuple(sorted(links, key=lambda link: -link.score)[:_PAIRS])
    for link in links:
        ends = f"{_end(comparison, link.a)} {_end(comparison, link.b)}"
        yield ends, _because(link, everything=everything)
    if len(links) < len(fact.links):
        yield "", f"… and {len(fact.links) - len(links)} more pairs: --verbose"


def _end(comparison: Comparison, end: Place) -> str:
    number, _ = paragraph_of(comparison.article(end.article), end.sentence)
    return f"{end.article} ¶{number}"


def _because(link: Link, *, everything: bool) -> str:
    """Like "likeness 0.83: wording 0.61 (+1.4), names 1.00 (+0.9); no opinion: figures".

    The weightiest reasons stand first; the weaker ones are counted unless all are told.
    """
    spoke = [reason for reason in link.because if reason.value is not None]
    spoke.sort(key=lambda reason: -abs(reason.points))
    told = spoke if everything or len(spoke) <= _REASONS else spoke[:_REASONS]
    text = f"likeness {link.score:.2f}: " + ", ".join(
        f"{reason.signal} {reason.value:.2f} ({reason.points:+.1f})" for reason in told
    )
    if len(told) < len(spoke):
        return f"{text}, and {len(spoke) - len(told)} weaker reasons"
    silent = [reason.signal for reason in link.because if reason.value is None]
    return f"{text}; no opinion: {', '.join(silent)}" if silent else text
