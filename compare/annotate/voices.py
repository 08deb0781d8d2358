"""What kind of voice a speaker is, with the words of the article that show it."""

from __future__ import annotations

import re

from compare.annotate import grammar
from compare.annotate.people import Person
from compare.annotate.resolve import Resolved
from compare.model.quotes import SpeakerGroup
from compare.model.spans import Span
from compare.text.wordlists import sections

_GROUPS = {
    "official": SpeakerGroup.OFFICIAL,
    "expert": SpeakerGroup.EXPERT,
    "witness": SpeakerGroup.WITNESS,
    "affected": SpeakerGroup.AFFECTED,
}
_ROLES = {role: name for name in reversed(_GROUPS) for role in sections("roles")[name]}
_OTHER = sections("roles")["other"]
_OFFICES = frozenset(
    """
    sen rep gov prime vice foreign interior defence defense finance secretary press police sgt
    lt col gen adm det deputy attorney
    """.split()
)
_PAPERS = "statement letter document memo polls reports surveys studies records".split()
_DOCUMENTS = frozenset(
    [*sections("speech-nouns")["report"], *sections("speech-nouns")["court filing"], *_PAPERS]
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

Voice = tuple[SpeakerGroup, Span | None]


def voice(text: str, found: Resolved, span: Span) -> Voice:
    """The group of a speaker and where the article shows it; `span` are the words that name it."""
    if found.anonymous:
        return SpeakerGroup.ANONYMOUS, span
    if found.person:
        return _of_person(found.person)
    return _of_words(text, span)


def _of_person(person: Person) -> Voice:
    """By the first role that tells; a plain "doctor" counts less than "minister"."""
    for role, place in person.roles.items():
        if role in _OFFICES:
            return SpeakerGroup.OFFICIAL, place
    for name, group in _GROUPS.items():
        for role, place in person.roles.items():
            if _ROLES.get(role) == name and role not in _OTHER:
                return group, place
    for role, place in person.roles.items():
        if role in _ROLES:
            return _GROUPS[_ROLES[role]], place
    return SpeakerGroup.OTHER, None


def _of_words(text: str, span: Span) -> Voice:
    words = [
        (m.group().lower(), Span(m.start(), m.end()))
        for m in _WORD.finditer(text, span.start, span.end)
    ]
    for word, place in words:
        singular = word if word in _ROLES else word.removesuffix("s")
        if singular in _ROLES:
            return _GROUPS[_ROLES[singular]], place
    for word, place in words:
        if word in _DOCUMENTS:
            return SpeakerGroup.DOCUMENT, place
    for word, place in words:
        if word in grammar.GROUP or word.removesuffix("s") in grammar.GROUP:
            return SpeakerGroup.ORGANISATION, place
    capital = any(text[place.start].isupper() for _, place in words[1:]) or (
        bool(words) and text[words[0][1].start].isupper() and words[0][0] not in grammar.PRONOUN
    )  # fmt: skip
    return (SpeakerGroup.ORGANISATION, span) if capital else (SpeakerGroup.OTHER, None)
