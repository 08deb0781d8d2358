"""Persons, bodies, places and things that several articles name, made one across them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from compare.align.entity_labels import THINGS, LabelUse, label_uses
from compare.annotation.people import People
from compare.english.word_lists import word_list
from compare.model.articles import Article
from compare.model.quotes import SpeakerGroup
from compare.model.words import EntityKind, LabelForm
from compare.text.names import NameRun, given_names, name_runs
from compare.text.persons import same_person, sound_key

_BODIES = (SpeakerGroup.ORGANISATION, SpeakerGroup.DOCUMENT, SpeakerGroup.ANONYMOUS)
_PLACES = word_list("places")
_GROUPS = word_list("group-words") | word_list("agencies")
_SITES = frozenset(
    """
    street avenue road boulevard square county city state island islands lake mountain river valley
    beach bay cape fort port hill hills park bridge airport station stadium coast gulf sea ocean
    desert forest province region territory village town quay harbour harbor pier dam reservoir
    lane close pass gap
    """.split()
)


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity under its fullest name; `uses` are each article's labels for it, in text order."""

    name: str
    kind: EntityKind
    uses: dict[str, tuple[LabelUse, ...]]


@dataclass(slots=True)
class _Draft:
    """What one article calls by one name."""

    letter: str
    words: tuple[str, ...]
    person: bool
    sure: bool
    roles: frozenset[str]
    speaks: bool
    uses: list[LabelUse] = field(default_factory=list)
    sounds: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        # Two names of one person share the sound of at least one word.
        parts = re.split(r"[\s’'‐‑-]+", self.name)
        self.sounds = frozenset(sound_key(part) for part in parts if part)

    @property
    def name(self) -> str:
        return " ".join(self.words)

    @property
    def key(self) -> str:
        return self.name.lower().replace("’", "'").removeprefix("the ")


def entities(articles: Sequence[Article]) -> tuple[Entity, ...]:
    """Every entity that two or more articles name in their own words, by its fullest name.

    Persons are joined when spelling, titles and initials allow it and only one person fits; others
    by equal words or by an acronym and the words it stands for. Labels with a role and no name
    belong to the only person of the article who has that role.
    """
    drafts = [draft for article in articles for draft in _drafts(article)]
    persons = _persons(drafts)
    groups = [*persons, *_others(drafts, persons)]
    found = [_entity(group) for group in groups]
    several = [entity for entity in found if len(entity.uses) > 1 and _tells(entity)]
    return tuple(sorted(several, key=lambda e: (e.name.lower(), e.name, e.kind.value)))


def _tells(entity: Entity) -> bool:
    """False for a single word that stands for something and is all that is said of it."""
    if entity.kind is EntityKind.PERSON or " " in entity.name:
        return True
    uses = [use for group in entity.uses.values() for use in group]
    return any(use.titles or " " in use.text for use in uses)


def _drafts(article: Article) -> list[_Draft]:
    text = article.document.text
    story = [s.span for s in article.sentences if s.in_story]
    runs = name_runs(text, story)
    people = People(text, runs)
    speakers = set(_speakers(article))
    found: dict[object, _Draft] = {}
    run_of: dict[object, list[NameRun]] = {}
    for run in runs:
        person = people.at(run.span.start)
        key: object = id(person) if person else " ".join(run.words).lower()
        run_of.setdefault(key, []).append(run)
        if key not in found:
            found[key] = _Draft(
                article.letter,
                person.words if person else run.words,
                person is not None,
                bool(person and person.sure),
                frozenset(person.roles) if person else frozenset(),
                " ".join(run.words) in speakers,
            )
    uses = label_uses(article, list(run_of.values()))
    for draft, mine in zip(found.values(), uses, strict=True):
        draft.uses = mine
    return [draft for draft in found.values() if draft.uses]


def _speakers(article: Article) -> Iterator[str]:
    for quote in article.quotes:
        if quote.speaker and quote.speaker.group not in _BODIES:
            yield quote.speaker.name


def _fullness(draft: _Draft) -> tuple[int, int, str]:
    return (-len(draft.words), -len(draft.name), draft.name)


def _persons(drafts: Sequence[_Draft]) -> list[list[_Draft]]:
    """Drafts of persons by person; a short name that fits two is left out."""
    groups: list[list[_Draft]] = []
    for draft in sorted((d for d in drafts if d.person), key=_fullness):
        near = [group for group in groups if draft.sounds & group[0].sounds]
        fits = [group for group in near if same_person(draft.name, group[0].name)]
        exact = [group for group in fits if group[0].key == draft.key]
        chosen = exact or fits
        if len(chosen) == 1:
            chosen[0].append(draft)
        elif not chosen:
            groups.append([draft])
    return [group for group in groups if _is_person(group)]


def _is_person(group: Sequence[_Draft]) -> bool:
    """True for a full name with a given name or a role, or a short one with a title."""
    if any(d.words[-1].lower() in _SITES for d in group) or THINGS.intersection(_heads(group)):
        return False
    full = [d for d in group if len(d.words) > 1]
    given = any(d.words[0].lower() in given_names() for d in full)
    titled = any(use.form is LabelForm.TITLED for d in group for use in d.uses)
    return given or titled or any(d.speaks or (d.sure and d.roles) for d in full)


def _others(drafts: Sequence[_Draft], persons: Sequence[Sequence[_Draft]]) -> list[list[_Draft]]:
    """Drafts that are no persons, by their words; an acronym goes with what it stands for."""
    taken = {id(d) for group in persons for d in group}
    groups: dict[str, list[_Draft]] = {}
    for draft in sorted((d for d in drafts if id(d) not in taken and not d.sure), key=_fullness):
        groups.setdefault(draft.key, []).append(draft)
    for key in sorted(groups):
        full = [k for k in groups if len(k.split()) > 2 and _initials(groups[k][0]) == key]
        if len(full) == 1:
            groups[full[0]] += groups.pop(key)
    return list(groups.values())


def _initials(draft: _Draft) -> str:
    return "".join(word[0] for word in draft.words if word[0].isupper()).lower()


def _entity(group: Sequence[_Draft]) -> Entity:
    best = min(group, key=_fullness)
    uses: dict[str, tuple[LabelUse, ...]] = {}
    for draft in group:
        known = uses.get(draft.letter, ())
        uses[draft.letter] = tuple(sorted({*known, *draft.uses}, key=lambda use: use.span))
    return Entity(best.name, _kind(group, best), uses)


def _kind(group: Sequence[_Draft], best: _Draft) -> EntityKind:
    if _is_person(group) and best.person:
        return EntityKind.PERSON
    low = [word.lower() for word in best.words]
    heads = set(_heads(group))
    if "_".join(low) in _PLACES or low[-1] in _SITES:
        return EntityKind.PLACE
    if heads & _GROUPS or low[-1] in _GROUPS or any(d.name.isupper() for d in group):
        return EntityKind.GROUP
    return EntityKind.THING


def _heads(group: Sequence[_Draft]) -> Iterator[str]:
    for draft in group:
        for use in draft.uses:
            yield from (title.split()[-1].lower() for title in use.titles)
