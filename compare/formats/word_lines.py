"""The findings on words as lines of text, the same for the terminal and for Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compare.formats.grid import letters
from compare.formats.screen import shorten, unquoted_text
from compare.formats.withheld_words import NOT_SHOWN
from compare.model.comparison import Comparison
from compare.model.findings import Evidence, Wording
from compare.model.words import (
    Agency,
    Contrast,
    ContrastKind,
    Guarded,
    HeadlineWords,
    Measure,
    OutletNaming,
    Variant,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEntry:
    """One finding: `mark` is what to ask for, `head` a line, `more` lines that belong to it.

    `about` tells what kind of finding it is; `wording` is to be drawn word under word.
    """

    head: str
    mark: str = ""
    more: tuple[str, ...] = ()
    about: str = ""
    wording: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSection:
    """A section on words: its heading, its entries, and what to say when there are none."""

    heading: str
    entries: Callable[[Comparison], Iterator[SectionEntry]]
    none: str


def contrasts(comparison: Comparison) -> Iterator[SectionEntry]:
    """Words that stand for each other, numbered as in "w3"."""
    for number, contrast in enumerate(comparison.contrasts, 1):
        heads = [_variant(variant) for variant in contrast.variants]
        facts = _ordinals(comparison, contrast.facts)
        yield SectionEntry(
            mark=f"w{number}",
            head=f"{'; '.join(heads)} ({facts})",
            more=(*_where(comparison, contrast), *_lexicon(contrast)),
            about=contrast.kind.value,
        )


def _variant(variant: Variant) -> str:
    words = f"“{variant.words}”" if variant.words else "no such word"
    return f"{letters(variant.articles)} {words}{', loaded' if variant.loaded else ''}"


def _where(comparison: Comparison, contrast: Contrast) -> Iterator[str]:
    for variant in contrast.variants:
        if contrast.kind is ContrastKind.EMOTIVE and not variant.words:
            yield from (f"{e.article}: “{shorten(e.text)}”" for e in variant.evidence[:1])
        else:
            yield from (f"{e.article}: “{around(comparison, e)}”" for e in firsts(variant))


def firsts(variant: Variant) -> Iterator[Evidence]:
    """The first evidence of each article."""
    seen: set[str] = set()
    for evidence in variant.evidence:
        if evidence.article not in seen:
            seen.add(evidence.article)
            yield evidence


def around(comparison: Comparison, evidence: Evidence, *, room: int = 40) -> str:
    """The words with a little of what stands around them in their sentence, on one line."""
    return "".join(surroundings(comparison, evidence, room=room))


def surroundings(
    comparison: Comparison, evidence: Evidence, *, room: int = 40
) -> tuple[str, str, str]:
    """What stands before the words in their sentence, the words, and what stands after them."""
    article = comparison.article(evidence.article)
    home = next(s.span for s in article.sentences if s.span.contains(evidence.span))
    text = article.document.text
    start, end = max(home.start, evidence.span.start - room), evidence.span.end + room
    before, after = text[start : evidence.span.start], text[evidence.span.end : min(home.end, end)]
    if start > home.start:
        before = "…" + before.partition(" ")[2]
    if end < home.end:
        after = after.rpartition(" ")[0] + "…"
    return _on_one_line(before).lstrip(), _on_one_line(evidence.text), _on_one_line(after).rstrip()


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _lexicon(contrast: Contrast) -> Iterator[str]:
    if contrast.lexicon is not None:
        yield f"list “{contrast.lexicon.name}”: {contrast.lexicon.source}"


def _ordinals(comparison: Comparison, facts: tuple[str, ...]) -> str:
    return letters(comparison.fact(fact).ordinal for fact in facts[:1])


def _naming(comparison: Comparison) -> Iterator[SectionEntry]:
    for naming in comparison.naming:
        if naming.differs:
            yield SectionEntry(
                head=f"{naming.name} ({naming.kind.value})",
                more=tuple(_outlet(outlet) for outlet in naming.outlets),
            )


def _outlet(outlet: OutletNaming) -> str:
    labels = ", ".join(f"“{label.text}” {label.count}×" for label in outlet.labels)
    first = shorten(outlet.introduced.text)
    if first == NOT_SHOWN or any(label.text == first for label in outlet.labels):
        return f"{outlet.article}: {labels}"
    return f"{outlet.article}: {labels}; first as “{first}”"


def _agency(comparison: Comparison) -> Iterator[SectionEntry]:
    for agency in comparison.agency:
        yield SectionEntry(
            mark=_ordinals(comparison, (agency.fact,)),
            head=f"to {agency.act}",
            more=tuple(_tellings(agency)),
        )


def _tellings(agency: Agency) -> Iterator[str]:
    for telling in agency.tellings:
        actor = f"by “{telling.actor.text}”" if telling.actor else "actor not named"
        words = " ".join(telling.clause.text.split())
        yield f"{telling.article}: {telling.voice.value}, {actor}: “…{words}…”"


def _certainty(comparison: Comparison) -> Iterator[SectionEntry]:
    for one in comparison.certainty:
        yield SectionEntry(
            mark=_ordinals(comparison, (one.fact,)),
            head=one.kind.value,
            more=(
                *(_guarded(guarded) for guarded in one.guarded),
                *(f"{e.article}, plainly: “{shorten(e.text)}”" for e in one.plain),
            ),
        )


def _guarded(one: Guarded) -> str:
    said = shorten(one.statement.text)
    return f"{one.statement.article}, “{unquoted_text(one.mark.text)}”: “{said}”"


def _profiles(comparison: Comparison) -> Iterator[SectionEntry]:
    """One entry for each measure, with the value of each article, then its definition."""
    if not comparison.profiles:
        return
    for n, measure in enumerate(comparison.profiles[0].measures):
        values = (
            f"{profile.article} {measure_text(profile.measures[n])}"
            for profile in comparison.profiles
        )
        yield SectionEntry(head=f"{measure.name}: {', '.join(values)}", more=(measure.definition,))


def measure_text(measure: Measure) -> str:
    """Like "12.5 % (31 of 248)" or "61.0 points"."""
    if measure.unit in ("words", "sentences"):
        return f"{measure.value:.0f}"
    unit = "%" if measure.unit == "%" else f" {measure.unit}"
    whole = f" ({measure.count} of {measure.of})" if measure.of is not None else ""
    return f"{measure.value:.1f}{unit}{whole}"


def headline_lines(comparison: Comparison, letter: str) -> tuple[str, ...]:
    """What sets one headline apart: its form, what it opens with, words only it has, reserve."""
    words = next((h for h in comparison.headline_words if h.article == letter), None)
    return () if words is None else tuple(_headline(words))


def _headline(words: HeadlineWords) -> Iterator[str]:
    opens = f"opens with “{words.opens.of(words.text)}”"
    yield "; ".join([opens, *(form.value for form in words.forms)])
    if words.own:
        own = ", ".join(f"“{span.of(words.text)}”" for span in words.own)
        yield f"words no other headline has: {own}"
    for guarded in words.guarded:
        yield f"the text holds it at arm’s length: {_guarded(guarded)}"


WORD_SECTIONS: dict[str, WordSection] = {
    "words": WordSection(
        heading="Same fact, other words",
        entries=contrasts,
        none="No words were found that stand for each other.",
    ),
    "names": WordSection(
        heading="Who is called what",
        entries=_naming,
        none="No person, group or thing is named in different ways.",
    ),
    "acts": WordSection(
        heading="Who did it",
        entries=_agency,
        none="No act is told in different grammar.",
    ),
    "certainty": WordSection(
        heading="How certain",
        entries=_certainty,
        none="No fact is stated with reserve here and plainly there.",
    ),
    "profile": WordSection(
        heading="Each article in numbers",
        entries=_profiles,
        none="No article was counted.",
    ),
}
