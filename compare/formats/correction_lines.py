"""The corrections of the user that are in force, each in one line."""

from __future__ import annotations

from collections.abc import Iterator

from compare.formats.fact_names import fact_name
from compare.formats.grid import letters
from compare.formats.highlights import paragraph_place
from compare.formats.quote_versions import quoted_words
from compare.formats.screen import shorten
from compare.model.comparison import Comparison
from compare.model.corrections import UNNAMED, AppliedCorrection, CorrectionKind
from compare.model.ids import letter_of


def correction_lines(comparison: Comparison) -> Iterator[str]:
    """Like "corrections.toml, pin 1: A ¶1 of 9 “Two died” and B ¶3 of 7 “Two are dead” are one
    fact (f2). Seen by the desk." for each correction.
    """
    for one in comparison.story.corrections:
        note = f" {one.note}" if one.note else ""
        yield f"{one.source}: {_said(comparison, one)}.{note}"


def _said(comparison: Comparison, one: AppliedCorrection) -> str:
    facts = letters(comparison.fact(fact).ordinal for fact in one.facts)
    if one.kind is CorrectionKind.IGNORE:
        named = (_ignored(comparison, name) for name in one.ignored)
        return f"{letters(named)} is not shown as worth a look"
    if one.kind is CorrectionKind.SPEAKER:
        return _spoken(comparison, one)
    if one.kind is CorrectionKind.MERGE:
        label = shorten(fact_name(comparison, comparison.fact(one.facts[0]))) if one.facts else ""
        return f"what was several facts is one ({facts}): {label}"
    sentences = letters(_sentence(comparison, each) for each in one.sentences)
    if one.kind is CorrectionKind.PIN:
        return f"{sentences} are one fact ({facts})"
    if len(one.sentences) == 1:
        return f"{sentences} was taken out of a fact and is in {facts}"
    return f"{sentences} are not one fact"


def _spoken(comparison: Comparison, one: AppliedCorrection) -> str:
    (name,) = one.quotes
    letter = letter_of(name)
    start = comparison.quote(name).parts[0].start
    home = next(s for s in comparison.article(letter).sentences if s.span.end > start)
    spoken = quoted_words(comparison, name, limit=60).strip("“”")
    words = f"{letter} {paragraph_place(comparison, letter, home.id)} “{spoken}”"
    before = f", not of {one.speaker_before}" if one.speaker_before else ""
    if one.speaker == UNNAMED:
        return f"{words} is of nobody who is named{before}"
    return f"{words} is of {one.speaker}{before if one.speaker_before != one.speaker else ''}"


def _sentence(comparison: Comparison, sentence: str) -> str:
    letter = sentence.partition(".")[0]
    words = comparison.article(letter).words_of(comparison.sentence(sentence).span)
    return f"{letter} {paragraph_place(comparison, letter, sentence)} “{shorten(words, limit=60)}”"


def _ignored(comparison: Comparison, name: str) -> str:
    fact = next((fact for fact in comparison.facts if fact.id == name), None)
    return name if fact is None else f"{fact.ordinal} “{shorten(fact_name(comparison, fact))}”"
