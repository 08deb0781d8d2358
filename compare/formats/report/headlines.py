"""The headlines side by side: what each contains, what it rests on, which words they share."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.formats.report.basics import FactRef, NearMiss, OutletColumn, Passage, Ref
from compare.formats.report.headline_chips import HeadlineChips
from compare.formats.report.marked_text import MarkedText
from compare.formats.report.references import References
from compare.formats.report.wording import ReserveLine, reserve
from compare.model.comparison import Comparison
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.words import STOP, stem, words


class HeadlineLine(Struct, frozen=True, kw_only=True, gc=False):
    """One headline: what it contains and the facts it rests on.

    `leads` is the kind of what it leads with (who, what, number, place, quotation, question), in
    the words `opens`; `also` are the other kinds in it. `nearest` is for one that rests on no fact;
    `why` tells what the text has instead of something the headline says, with `refs` to the
    sentences. `own` are words that no other headline has, `reserved` what its text holds at arm's
    length and it does not.
    """

    outlet: OutletColumn
    text: Passage
    length: int
    leads: str
    also: tuple[str, ...]
    facts: tuple[FactRef, ...]
    unmatched: bool
    nearest: NearMiss | None
    why: str
    refs: tuple[Ref, ...]
    opens: str
    own: tuple[str, ...]
    reserved: tuple[ReserveLine, ...]


class SharedWord(Struct, frozen=True, kw_only=True, gc=False):
    """A word of `number` headlines, as each prints it, in column order; empty where it is not."""

    number: int
    cells: tuple[str, ...]


class Headlines(Struct, frozen=True, kw_only=True, gc=False):
    """The headlines and the words that two or more of them have, the most widely used first."""

    lines: tuple[HeadlineLine, ...]
    shared: tuple[SharedWord, ...]


# More shared words than these are no longer taken in at a glance.
_SHARED_WORDS = 12


def headlines(
    comparison: Comparison, marked: MarkedText, refs: References, outlets: Sequence[OutletColumn]
) -> Headlines:
    """One line for each outlet, in column order, and the words that two or more headlines have."""
    shared = _shared(comparison)
    chips = HeadlineChips(comparison)
    return Headlines(
        lines=tuple(_line(comparison, marked, refs, outlet, chips, shared) for outlet in outlets),
        shared=tuple(
            SharedWord(
                number=len(found),
                cells=tuple(
                    found[o.letter].of(_text(comparison, o.letter)) if o.letter in found else ""
                    for o in outlets
                ),
            )
            for found in shared[:_SHARED_WORDS]
        ),
    )


def _line(
    comparison: Comparison,
    marked: MarkedText,
    refs: References,
    outlet: OutletColumn,
    chips: HeadlineChips,
    shared: Sequence[dict[str, Span]],
) -> HeadlineLine:
    text = _text(comparison, outlet.letter)
    headline = next((h for h in comparison.headlines if h.article == outlet.letter), None)
    worded = next((w for w in comparison.headline_words if w.article == outlet.letter), None)
    common = [found[outlet.letter] for found in shared if outlet.letter in found]
    return HeadlineLine(
        outlet=outlet,
        text=marked.headline(outlet.letter, shared=common),
        length=len(text),
        leads=chips.leads(worded) if worded else "",
        also=chips.also(worded) if worded else (),
        facts=tuple(refs.fact(fact) for fact in headline.facts) if headline else (),
        unmatched=headline.unmatched if headline else False,
        nearest=refs.near(outlet.letter, headline.nearest) if headline else None,
        why=headline.why if headline else "",
        refs=refs.each_once(refs.evidence(e) for e in headline.evidence) if headline else (),
        opens=worded.opens.of(worded.text) if worded else "",
        own=tuple(span.of(worded.text) for span in worded.own) if worded else (),
        reserved=tuple(reserve(refs, one) for one in worded.guarded) if worded else (),
    )


def _text(comparison: Comparison, letter: str) -> str:
    return comparison.article(letter).document.headline or ""


def _shared(comparison: Comparison) -> list[dict[str, Span]]:
    """For each word of two or more headlines, in any form, where it first stands in each."""
    found: dict[str, dict[str, Span]] = {}
    for article in comparison.articles:
        text = article.document.headline or ""
        for span in words(text):
            word = span.of(text)
            if folded_text(word) not in STOP:
                found.setdefault(stem(word), {}).setdefault(article.letter, span)
    several = [places for places in found.values() if len(places) > 1]
    return sorted(several, key=lambda places: (-len(places), _mean_place(comparison, places)))


def _mean_place(comparison: Comparison, places: dict[str, Span]) -> float:
    shares = [span.start / len(_text(comparison, letter)) for letter, span in places.items()]
    return sum(sorted(shares)) / len(shares)
