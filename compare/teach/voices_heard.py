"""Who is heard in a story, and what kind of voice the articles' own words make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.model.findings import CitationKind
from compare.model.quotes import SpeakerGroup
from compare.teach.material import Material
from compare.teach.question import Cite
from compare.teach.questions.voices import quoted_people, surname
from compare.text.fold import folded_text
from compare.text.meaning import meaning

KINDS_OF_VOICE = {
    SpeakerGroup.AFFECTED: "people it happened to",
    SpeakerGroup.WITNESS: "witnesses",
    SpeakerGroup.EXPERT: "experts",
    SpeakerGroup.OFFICIAL: "people in charge",
    SpeakerGroup.ORGANISATION: "companies and organisations",
}
MISSING_VOICE = {
    SpeakerGroup.AFFECTED: "somebody it happened to. First question: what do you need now?",
    SpeakerGroup.WITNESS: "somebody who was there. First question: what did you see yourself?",
    SpeakerGroup.EXPERT: "somebody who studies such events and has no part in this one. First "
    "question: how common is this?",
    SpeakerGroup.OFFICIAL: "the office in charge. First question: what did you know, and when?",
    SpeakerGroup.ORGANISATION: "the company or body concerned. First question: what do your "
    "records show?",
}
# An organisation with a name of two and more words, such as "the state Water Resources Authority".
_BODY = re.compile(
    r"(?:[Tt]he )?(?:[a-z]+ )?[A-Z][\w’'-]*(?: (?:of|for|and|the|[a-z]+’s|[A-Z][\w’'-]*))* ?"
    r"[A-Z]?[\w’'-]*[a-z]"
)
# "the owner’s counsel": the word is not about the one who speaks.
_OWNED = re.compile(r"['’]s?\s")
_CAPITAL = re.compile(r"\b[A-Z]")
_FEWEST_CAPITALS = 2


def named_bodies(material: Material) -> Iterator[tuple[str, Cite]]:
    """Organisations with a name that articles rest on: the name as printed, and its sentence."""
    for citation in material.sure(material.c.citations):
        name = material.words(citation.article, citation.evidence.span).rstrip(".,;:")
        cite = material.cite(citation.article, citation.evidence.span)
        named = _BODY.fullmatch(name) and len(_CAPITAL.findall(name)) >= _FEWEST_CAPITALS
        known = citation.kind is CitationKind.ORGANISATION and "Outlet" not in name
        if cite is not None and named and known:
            yield name, cite


def voices_by_kind(material: Material) -> dict[SpeakerGroup, list[str]]:
    """Names by kind of voice, each with the line whose words put it there, each name once."""
    found: dict[SpeakerGroup, dict[str, str]] = {}
    people = quoted_people(material)
    for letter in material.letters:
        for quote in material.quotes(letter):
            speaker = quote.speaker
            if speaker is None or speaker.anonymous or speaker.group_span is None:
                continue
            name = next((p for p in people if surname(p) == surname(speaker.name)), None)
            cite = material.cite(letter, speaker.group_span)
            taken = any(name in names for names in found.values())
            text = material.c.article(letter).document.text
            owned = _OWNED.match(text, speaker.group_span.end) is not None
            if name and cite and not taken and not owned and speaker.group in KINDS_OF_VOICE:
                found.setdefault(speaker.group, {})[name] = cite.line
    for name, cite in named_bodies(material):
        several = found.setdefault(SpeakerGroup.ORGANISATION, {})
        plain = name.removeprefix("the ").removeprefix("The ")
        if not any(meaning(plain) & meaning(other) for other in several):
            several[plain] = cite.line
    return {
        group: [f"{name} ({line})" for name, line in names.items() if folded_text(name)]
        for group, names in found.items()
        if names
    }
