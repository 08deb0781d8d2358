"""The headlines under one another, with what each contains and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.formats.marked_text import MarkedText
from compare.formats.page_basics import Outlet
from compare.formats.page_findings import HeadlineLine
from compare.formats.references import References
from compare.formats.wording_board import reserve
from compare.model.comparison import Comparison

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|dozens?|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“”„«»\"]|(?<!\w)['‘].+['’](?!\w)")


def headlines(
    comparison: Comparison, marked: MarkedText, refs: References, outlets: Sequence[Outlet]
) -> tuple[HeadlineLine, ...]:
    """One line for each outlet, in column order."""
    found = {headline.article: headline for headline in comparison.headlines}
    worded = {words.article: words for words in comparison.headline_words}
    lines = []
    for outlet in outlets:
        text = comparison.article(outlet.letter).document.headline or ""
        headline = found.get(outlet.letter)
        words = worded.get(outlet.letter)
        lines.append(
            HeadlineLine(
                outlet=outlet,
                text=marked.headline(outlet.letter),
                length=len(text),
                chips=tuple(_chips(text)),
                facts=tuple(refs.fact(fact) for fact in headline.facts) if headline else (),
                unmatched=headline.unmatched if headline else False,
                nearest=refs.near(outlet.letter, headline.nearest) if headline else None,
                why=headline.why if headline else "",
                refs=refs.each_once(refs.evidence(e) for e in headline.evidence)
                if headline
                else (),
                opens=words.opens.of(words.text) if words else "",
                own=tuple(span.of(words.text) for span in words.own) if words else (),
                reserved=tuple(reserve(refs, one) for one in words.guarded) if words else (),
            )
        )
    return tuple(lines)


def _chips(text: str) -> Iterator[str]:
    """What the words of a headline contain, as far as they show it themselves."""
    if _NUMBER.search(text):
        yield "number"
    if _QUOTE.search(text):
        yield "quotation"
    if "?" in text:
        yield "question"
