"""What the lead tells of figures: those that differ, those that changed, those that agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from compare.align.languages import not_looked_at
from compare.findings.highlight_places import HighlightKind
from compare.findings.rank import RankedHighlight
from compare.formats.fact_names import DIFFERING, counted_in, topic_of
from compare.formats.grid import letters
from compare.formats.highlights import letters_by_wording
from compare.formats.moments import publication_order
from compare.formats.screen import shorten, unquoted_text
from compare.model.comparison import Comparison
from compare.model.findings import FigureGroup, FigureRelation, Reading
from compare.model.lead import LeadKind, LeadSentence

_CLASHES, _CHANGES, _ALIKE = 2, 2, 2
# Characters of a statement: the lead is read aloud.
_STATEMENT = 90
# Figures that are asked about first, by what is counted.
_TOLL = ("killed", "dead")
_ASKED = (*_TOLL, "missing", "injured", "infected", "arrested", "people")


def figure_sentences(
    comparison: Comparison, looks: Sequence[RankedHighlight]
) -> Iterator[LeadSentence]:
    """Yield the figures that cannot both be true and those that changed with time.

    Where there are none, another difference; where there is none of those either, figures that
    agree. A number of dead that does not differ is told beside others that do.
    """
    ids = [look.ref for look in looks if look.kind is HighlightKind.CONFLICT]
    conflicts = [next(one for one in comparison.conflicts if one.id == ref) for ref in ids]
    groups = {question.question: question for question in comparison.figures}
    ranked = [groups[one.question] for one in conflicts if one.question in groups]
    clashes = [one for one in ranked if one.relation is FigureRelation.CLASH][:_CLASHES]
    changes = [one for one in ranked if one.relation is FigureRelation.LATER]
    changes = sorted(changes, key=_asked_first)[: 1 if clashes else _CHANGES]
    agreed = _toll(comparison) if clashes or changes else ""
    if clashes:
        told = "; ".join(f"{_asked(one)} – {_values(one.readings)}" for one in clashes)
        text = f"Figures differ: {told}.{'' if changes else agreed}"
        yield _on_figures(LeadKind.FIGURES, text, clashes)
    if changes:
        told = "; ".join(f"{_asked(one)} – {_in_time(comparison, one)}" for one in changes)
        text = f"Later reports have other figures: {told}.{agreed}"
        yield _on_figures(LeadKind.CHANGED, text, changes)
    others = [one for one in conflicts if one.question not in groups]
    others = [] if clashes and changes else others[:1]
    for one in others:
        said = "; ".join(
            f"{letters(who)} “{unquoted_text(shorten(words, limit=_STATEMENT))}”"
            for who, words in letters_by_wording((e.article, e.text) for e in one.evidence)
        )
        yield LeadSentence(
            kind=LeadKind.FIGURES,
            # Where words are cut, the ones that differ may be among those not shown.
            text=f"They differ in substance: {said}.{f' {one.why}' if '…' in said else ''}",
            sentences=tuple(
                sentence.id
                for e in one.evidence
                for sentence in comparison.article(e.article).sentences
                if sentence.span.overlaps(e.span)
            ),
            findings=(one.id,),
        )
    if not (clashes or changes or others):
        alike = _alike(comparison)
        told = "; ".join(f"{_asked(one)} – {_values(one.readings)}" for one in alike)
        unread = not_looked_at(comparison.articles)
        if unread:
            text = f"They agree on {told}. {unread}" if told else unread
        else:
            text = f"No figures differ; they agree on {told}." if told else "No figures differ."
        yield _on_figures(LeadKind.FIGURES, text, alike)


def _alike(comparison: Comparison) -> list[FigureGroup]:
    """Figures that do not differ, what became of people first, then what most articles tell."""
    found = [
        group
        for group in comparison.figures
        if group.relation not in DIFFERING
        and topic_of(group) != group.question
        and _says_something(group)
    ]
    return sorted(found, key=_asked_first)[:_ALIKE]


def _says_something(group: FigureGroup) -> bool:
    """False for "one word" and "several packages", on which it is no news to agree."""
    topic = topic_of(group).casefold()
    return any(word in topic for word in _ASKED) or any(
        character.isdigit() for reading in group.readings for character in reading.text
    )


def _asked_first(group: FigureGroup) -> tuple[int, int]:
    """Sort what became of people before other figures, then what most articles tell."""
    topic = topic_of(group).casefold()
    asked = (n for n, word in enumerate(_ASKED) if word in topic)
    return next(asked, len(_ASKED)), -len({one.article for one in group.readings})


def _on_figures(kind: LeadKind, text: str, groups: Sequence[FigureGroup]) -> LeadSentence:
    return LeadSentence(
        kind=kind,
        text=text,
        sentences=tuple(dict.fromkeys(r.sentence for one in groups for r in one.readings)),
        findings=tuple(one.id for one in groups),
    )


def _toll(comparison: Comparison) -> str:
    """A sentence on a number of dead that does not differ; empty where there is none."""
    for group in _alike(comparison)[:1]:
        if any(word in topic_of(group).casefold() for word in _TOLL):
            return f" Told alike: {_asked(group)} – {_values(group.readings)}."
    return ""


def _asked(group: FigureGroup) -> str:
    """What is asked, inside a sentence: "people killed", "how wide is the hole"."""
    counted = counted_in(group)
    if counted == group.question:
        counted = counted[:1].lower() + counted[1:].rstrip("?")
    return counted


def _values(those: Iterable[Reading], between: str = ", ") -> str:
    """Like "A and C “212”, D “221”", each value once, in the order of its first reading."""
    by_value: dict[str, tuple[str, list[str]]] = {}
    for one in those:
        words = " ".join(one.text.split())
        by_value.setdefault(words.casefold(), (words, []))[1].append(one.article)
    return between.join(
        f"{letters(dict.fromkeys(who))} “{words}”" for words, who in by_value.values()
    )


def _in_time(comparison: Comparison, group: FigureGroup) -> str:
    """Like "C “At least 12”, then A and B “Fourteen”", in the order of publication."""
    return _values(sorted(group.readings, key=lambda one: _published(comparison, one)), ", then ")


def _published(comparison: Comparison, reading: Reading) -> tuple[bool, datetime]:
    return publication_order(comparison.article(reading.article).document)
