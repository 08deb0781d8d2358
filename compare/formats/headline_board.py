"""The headlines side by side: what each contains, what it rests on, which words they share."""

from __future__ import annotations

from collections.abc import Sequence

from compare.formats.headline_chips import HeadlineChips
from compare.formats.marked_text import MarkedText
from compare.formats.page_basics import Outlet
from compare.formats.page_findings import HeadlineLine, Headlines, SharedWord
from compare.formats.references import References
from compare.formats.wording_board import reserve
from compare.model.comparison import Comparison
from compare.model.spans import Span
from compare.text.fold import folded
from compare.text.words import STOP, stem, words

# More shared words than these are no longer taken in at a glance.
_SHARED_WORDS = 12


def headlines(
    comparison: Comparison, marked: MarkedText, refs: References, outlets: Sequence[Outlet]
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
    outlet: Outlet,
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
            if folded(word) not in STOP:
                found.setdefault(stem(word), {}).setdefault(article.letter, span)
    several = [places for places in found.values() if len(places) > 1]
    return sorted(several, key=lambda places: (-len(places), _mean_place(comparison, places)))


def _mean_place(comparison: Comparison, places: dict[str, Span]) -> float:
    shares = [span.start / len(_text(comparison, letter)) for letter, span in places.items()]
    return sum(sorted(shares)) / len(shares)
