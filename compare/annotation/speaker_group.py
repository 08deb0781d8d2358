"""What kind of voice a speaker is, with the words of the article that show it."""

from __future__ import annotations

import re

from compare.annotation import grammar
from compare.annotation.people import Person
from compare.annotation.speaker_resolution import ResolvedSpeaker
from compare.english.word_lists import sections
from compare.model.quotes import SpeakerGroup
from compare.model.spans import Span

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
_PAPERS = (
    "statement letter document memo polls reports surveys studies records audit log review filings"
    " report notice alert bulletin minutes transcript dossier file files inquiry"
).split()
_DOCUMENTS = frozenset(
    [*sections("speech-nouns")["report"], *sections("speech-nouns")["court filing"], *_PAPERS]
)
_OTHER_VOICE = SpeakerGroup.OTHER
_AFTER_NOUN = frozenset(
    "seen obtained reviewed published released issued dated filed who that".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

GroupAndPlace = tuple[SpeakerGroup, Span | None]
_NOBODY_KNOWN: GroupAndPlace = (SpeakerGroup.OTHER, None)


def speaker_group_of(text: str, found: ResolvedSpeaker, span: Span) -> GroupAndPlace:
    """The group of a speaker and where the article shows it; `span` are the words that name it."""
    if found.anonymous:
        return SpeakerGroup.ANONYMOUS, span
    if found.person:
        return _of_person(found.person)
    return _of_words(text, span)


def _of_person(person: Person) -> GroupAndPlace:
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


def _of_words(text: str, span: Span) -> GroupAndPlace:
    words = [
        (m.group().lower(), Span(m.start(), m.end()))
        for m in _WORD.finditer(text, span.start, span.end)
    ]
    body = _body_spoken_for(words)
    if body is not None:
        return SpeakerGroup.ORGANISATION, body
    head = _head(words)
    if head is not None and head[0] in _DOCUMENTS:
        return SpeakerGroup.DOCUMENT, head[1]
    for word, place in words:
        singular = word if word in _ROLES else word.removesuffix("s")
        if singular in _ROLES:
            return _GROUPS[_ROLES[singular]], place
    if any(word.removesuffix("s") in _OTHER for word, _ in words[-1:]):
        return SpeakerGroup.OTHER, None
    for word, place in words:
        if word in _DOCUMENTS:
            return SpeakerGroup.DOCUMENT, place
    for word, place in words:
        if word in grammar.GROUP or word.removesuffix("s") in grammar.GROUP:
            return SpeakerGroup.ORGANISATION, place
    return (SpeakerGroup.ORGANISATION, span) if _has_name(text, words) else _NOBODY_KNOWN


def _body_spoken_for(words: list[tuple[str, Span]]) -> Span | None:
    """The body of "a spokesman for the directorate": whose words they are."""
    for at, (word, _) in enumerate(words[:-2]):
        if word.startswith(("spokes", "lawyer", "solicitor")) and words[at + 1][0] == "for":
            for other, place in words[at + 2 :]:
                if other in grammar.GROUP or other.removesuffix("s") in grammar.GROUP:
                    return place
    return None


def _head(words: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """The noun that heads a phrase: the last word before a preposition or a participle."""
    for at, (word, _) in enumerate(words):
        if at and (word in grammar.PREPOSITION or word in _AFTER_NOUN):
            return words[at - 1]
    return words[-1] if words else None


def _has_name(text: str, words: list[tuple[str, Span]]) -> bool:
    """True for a capital that is not merely the first of a sentence."""
    if any(text[place.start].isupper() for _, place in words[1:]):
        return True
    if not words or not text[words[0][1].start].isupper() or words[0][0] in grammar.PRONOUN:
        return False
    before = text[: words[0][1].start].rstrip(" \u00a0“”‘’\"'")
    opens = not before or before[-1] in ".!?:\n—–―"
    return not opens or not words[0][0].endswith("s") or len(words) > 1
