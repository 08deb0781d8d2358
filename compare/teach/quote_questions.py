"""Questions on quotations that one article prints in full and another in part: "the cut"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.findings import QuoteChange, QuoteGroup, QuoteMember
from compare.model.quotes import QuoteKind
from compare.model.spans import Span
from compare.teach.material import Material, first_of, whole_word
from compare.teach.question import Check, Cite, Kind, Level, Option, Question, question_id
from compare.text.fold import folded

_SURE = 0.95
_CUTS = (
    QuoteChange.CUT_START,
    QuoteChange.CUT_MIDDLE,
    QuoteChange.CUT_END,
    QuoteChange.ELLIPSIS,
)
_PAUSE = re.compile(r"(?<=[.;:!?,])\s+|\s+–\s+|\s+—\s+")
_FEWEST = 3
_EDGES = " ,;:.–—-…‘’“”\"'"


def the_cut(material: Material) -> Iterator[Question]:
    """Which words are not in the shorter version? And, open, does that change the meaning?"""
    for group in material.c.quote_groups:
        if (
            group.confidence < _SURE
            or group.id in material.contested
            or not _direct(material, group)
        ):
            continue
        for member in group.members:
            lost = _lost(material, group, member)
            kept = _kept(material, group, member)
            evidence = _evidence(material, group, member)
            if lost and len(kept) > 1 and evidence:
                yield _which_words(material, group, member, (lost, kept), evidence)
            if lost and evidence:
                yield _does_it_matter(material, group, member, lost, evidence)


def _direct(material: Material, group: QuoteGroup) -> bool:
    return material.c.quote(group.fullest).kind is QuoteKind.DIRECT


def _full_letter(group: QuoteGroup) -> str:
    return group.fullest.partition(".")[0]


def _lost(material: Material, group: QuoteGroup, member: QuoteMember) -> list[str]:
    """Whole stretches of three and more words that the article surely prints nowhere."""
    if member.change not in _CUTS or not set(member.changes) <= set(_CUTS):
        return []
    letter = _full_letter(group)
    text = material.texts[member.article]
    stretches = [material.words(letter, span).strip(_EDGES) for span in member.lost]
    pieces = [piece for each in stretches for piece in _pieces(each)]
    long = [piece for piece in pieces if len(piece.split()) >= _FEWEST]
    return [piece for piece in long if folded(piece) not in text]


def _kept(material: Material, group: QuoteGroup, member: QuoteMember) -> list[str]:
    """Pieces of the fullest version that the shorter one prints as well, word for word."""
    letter = _full_letter(group)
    whole = [material.words(letter, span) for span in material.c.quote(group.fullest).parts]
    pieces = [piece for each in whole for piece in _pieces(each)]
    text = material.texts[member.article]
    long = [piece for piece in pieces if len(piece.split()) >= _FEWEST]
    return first_of([piece for piece in long if whole_word(piece, text)], 3)


def _pieces(text: str) -> list[str]:
    return [piece.strip(_EDGES) for piece in _PAUSE.split(text) if piece.strip(_EDGES)]


def _evidence(material: Material, group: QuoteGroup, member: QuoteMember) -> tuple[Cite, ...]:
    full = material.c.quote(group.fullest)
    short = material.c.quote(member.quote)
    places: list[tuple[str, Span]] = [(_full_letter(group), part) for part in full.parts]
    return material.cites([*places, *((member.article, part) for part in short.parts)])


def said(material: Material, letter: str, quote_id: str) -> str:
    """The words of a quotation as students see them, in one piece."""
    parts = material.c.quote(quote_id).parts
    return " … ".join(material.words(letter, part).rstrip(",") for part in parts)


def _ask(material: Material, group: QuoteGroup, member: QuoteMember) -> str:
    letter = _full_letter(group)
    full = said(material, letter, group.fullest)
    short = said(material, member.article, member.quote)
    other = member.article
    return f"Article {letter} prints this quotation: “{full}” Article {other} prints: “{short}”"


def _lines(evidence: tuple[Cite, ...], letter: str) -> str:
    return ", ".join(cite.line for cite in evidence if cite.article == letter)


def _which_words(
    material: Material,
    group: QuoteGroup,
    member: QuoteMember,
    pieces: tuple[list[str], list[str]],
    evidence: tuple[Cite, ...],
) -> Question:
    letter = _full_letter(group)
    lost, kept = pieces
    right = max(lost, key=len)
    key = question_id(
        Kind.CUT, folded(said(material, member.article, member.quote)), member.article
    )
    where = f"{_lines(evidence, letter)} and {_lines(evidence, member.article)}"
    speaker = f" of {group.speaker}" if group.speaker else ""
    ask = (
        f"Articles {letter} and {member.article} print the same quotation{speaker} ({where}), "
        f"article {member.article} a shorter piece of it."
    )
    return Question(
        id=key,
        kind=Kind.CUT,
        level=Level.FIND,
        prompt=f"{ask} Which of these words are not in article {member.article}?",
        plain=f"{ask} Which words are gone in article {member.article}?",
        answer=f"“{right}”",
        why=f"Not found in article {member.article}: “{'”, “'.join(lost)}”.",
        look_for="Both sentence numbers, and the words that stand in only one of them.",
        misreading="Calling a shorter quotation false. Cutting is allowed; the meaning must stay.",
        evidence=evidence,
        checks=(
            Check(article=letter, words=right),
            Check(article=member.article, words=right, there=False),
            *(Check(article=member.article, words=piece) for piece in kept),
        ),
        options=tuple(
            Option(text=f"“{text}”", right=text == right, note=f"Compare {where}.")
            for text in material.shuffled((right, *kept), key)
        ),
        worth=0.9,
    )


def _does_it_matter(
    material: Material,
    group: QuoteGroup,
    member: QuoteMember,
    lost: list[str],
    evidence: tuple[Cite, ...],
) -> Question:
    letter = _full_letter(group)
    ask = _ask(material, group, member)
    return Question(
        id=question_id(Kind.CUT, folded(ask), "meaning"),
        kind=Kind.CUT,
        level=Level.EXPLAIN,
        prompt=f"{ask} Does a reader of article {member.article} come away with another meaning? "
        "Point at the words that decide it.",
        plain=f"{ask} Is the meaning still the same? Which words show it?",
        answer=f"Open. Not found in article {member.article}: “{'”, “'.join(lost)}”.",
        why="Ask of each missing piece: would the speaker object to the shorter version?",
        look_for="The missing words, and what a reader would think with and without them.",
        misreading="Counting words instead of weighing the meaning.",
        evidence=evidence,
        checks=(
            Check(article=letter, words=lost[0]),
            Check(article=member.article, words=lost[0], there=False),
        ),
        minutes=5,
        worth=0.8,
    )
