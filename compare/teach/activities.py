"""Things to do beside the questions, each from the story's own findings, with a model answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from compare.model.findings import FigureRelation
from compare.model.quotes import QuoteKind, SpeakerGroup
from compare.model.words import ContrastKind
from compare.teach.figure_questions import clear_groups
from compare.teach.material import Material, first_of, meaning, stands_alone
from compare.teach.question import Cite, listed
from compare.teach.quote_questions import said
from compare.text.fold import folded

_VOICES = {
    SpeakerGroup.OFFICIAL: "officials",
    SpeakerGroup.EXPERT: "experts",
    SpeakerGroup.WITNESS: "witnesses",
    SpeakerGroup.AFFECTED: "people it happened to",
    SpeakerGroup.ORGANISATION: "companies and organisations",
    SpeakerGroup.DOCUMENT: "documents",
    SpeakerGroup.ANONYMOUS: "people without a name",
}
_SURE = 0.95
_FEWEST_WORDS = 12
_FEWEST_SENTENCES = 3
_CLOSE = 0.5
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z](?: (?:of|the|and|for|[A-Z][\w’'-]*[a-z]))*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A task for pairs or groups; `cites` are the words it works with, `model` one good answer."""

    title: str
    task: str
    cites: tuple[Cite, ...]
    model: str
    minutes: int


def activities(material: Material) -> tuple[Activity, ...]:
    """Those activities that the story has material for, always in the same order."""
    makers: tuple[Callable[[Material], Activity | None], ...] = (
        neutral_version,
        headline_workshop,
        cut_the_quote,
        who_is_missing,
        lateral_reading,
    )
    made = (maker(material) for maker in makers)
    return tuple(
        activity
        for activity in made
        if activity is not None and not material.blinder.leaks(_seen(activity))
    )


def _seen(activity: Activity) -> str:
    return "\n".join((activity.task, activity.model, *(cite.text for cite in activity.cites)))


def neutral_version(material: Material) -> Activity | None:
    """Merge several sentences on one fact into one that all of their readers could accept."""
    loaded = [
        fact
        for contrast in material.c.contrasts
        if contrast.kind is not ContrastKind.SUBSTITUTION
        for fact in contrast.facts
    ]
    ranked = [*loaded, *(fact.id for fact in material.c.facts if fact.shared)]
    for fact_id in dict.fromkeys(ranked):
        fact = material.c.fact(fact_id)
        firsts = {mention.article: mention for mention in reversed(fact.mentions)}
        letters = [letter for letter in material.letters if letter in firsts]
        cites = material.cites((letter, firsts[letter].span) for letter in letters)
        if fact_id not in material.contested and (made := _merged(material, cites)):
            return made
    return None


def _merged(material: Material, found: tuple[Cite, ...]) -> Activity | None:
    """The task for sentences that are close to a calm one among them; None if there are too few."""
    marked = _loaded_in(material, found)
    plain = [
        cite
        for cite in found
        if stands_alone(cite.text) and not any(word in folded(cite.text) for word in marked)
    ]
    calm = min(plain, key=lambda cite: (-_near(cite, found), cite.line), default=None)
    if calm is None or _near(calm, found) < _FEWEST_SENTENCES:
        return None
    cites = tuple(cite for cite in found if _shared(calm, cite) >= _CLOSE)
    marked = _loaded_in(material, cites)
    avoid = f" It does without {listed([f'“{word}”' for word in marked])}." if marked else ""
    return Activity(
        title="Build the neutral version",
        task="These sentences tell of the same thing. Write one sentence that readers of all the "
        "articles could accept. Keep what can be checked, say who said what, and leave out words "
        "that judge.",
        cites=cites,
        model=f"One possible version stays close to {calm.line}: “{calm.text}”{avoid} "
        "Other versions are as good if every word of them can be found in the articles.",
        minutes=10,
    )


def _near(calm: Cite, cites: tuple[Cite, ...]) -> int:
    return sum(_shared(calm, cite) >= _CLOSE for cite in cites)


def _shared(calm: Cite, other: Cite) -> float:
    """How much of the smaller of two sentences the other has too, 0..1."""
    one, two = meaning(calm.text), meaning(other.text)
    return len(one & two) / max(1, min(len(one), len(two)))


def _loaded_in(material: Material, cites: tuple[Cite, ...]) -> list[str]:
    words = [
        folded(evidence.text)
        for contrast in material.c.contrasts
        for variant in contrast.variants
        if variant.loaded
        for evidence in variant.evidence
    ]
    return first_of([w for w in words if any(w in folded(cite.text) for cite in cites)], 6)


def headline_workshop(material: Material) -> Activity | None:
    """Compare the headlines and write one that every article supports."""
    cites = tuple(
        Cite(article=copy.letter, line=f"Headline of {copy.letter}", text=copy.headline)
        for copy in material.copies
        if copy.headline
    )
    own = {
        each.article: [
            material.blinder.text(span.of(each.text))
            for span in each.own
            if span.end - span.start > 1
        ]
        for each in material.c.headline_words
    }
    own = {letter: words for letter, words in own.items() if letter in {c.article for c in cites}}
    if len(cites) < 2 or not own:
        return None
    alone = "; ".join(
        f"{letter}: {', '.join(f'“{word}”' for word in words)}"
        for letter, words in own.items()
        if words
    )
    calm = min(own, key=lambda letter: (len(own[letter]), letter))
    line = next(cite for cite in cites if cite.article == calm)
    return Activity(
        title="Headline workshop",
        task="Read the headlines. Which words stand in only one of them? Write a headline of at "
        "most ten words that all of the articles support.",
        cites=cites,
        model=f"Words that only one headline has – {alone or 'none'}. The headline of article "
        f"{calm} has the fewest of them: “{line.text}” A good headline of your own states only "
        "what all articles report.",
        minutes=8,
    )


def cut_the_quote(material: Material) -> Activity | None:
    """Shorten a quotation step by step until its meaning turns."""
    for group in material.c.quote_groups:
        full = material.c.quote(group.fullest)
        letter = group.fullest.partition(".")[0]
        words = said(material, letter, group.fullest)
        cites = material.cites((letter, part) for part in full.parts)
        sure = group.confidence >= _SURE and full.kind is QuoteKind.DIRECT
        others = [member for member in group.members if member.lost and member.article != letter]
        if not sure or not cites or not others or len(words.split()) < _FEWEST_WORDS:
            continue
        if group.id in material.contested:
            continue
        shorter = min(others, key=lambda member: (-len(member.lost), member.article))
        lost = [f"“{material.words(letter, span)}”" for span in shorter.lost]
        return Activity(
            title="Cut the quote",
            task=f"Here is what {group.speaker or 'a speaker'} says, as article {letter} prints "
            f"it: “{words}” Cross out one word or clause after the other. Stop where the meaning "
            "turns. Compare with your neighbour: where did you stop, and why?",
            cites=cites,
            model=f"Article {shorter.article} prints it without {listed(lost)}. Words that say "
            "“not”, “if”, “but”, “only” or “perhaps” turn the meaning when they go; so does the "
            "half of a sentence that takes back what the first half says.",
            minutes=8,
        )
    return None


def who_is_missing(material: Material) -> Activity | None:
    """Count the voices by their kind; what is not there is the point."""
    found: dict[SpeakerGroup, list[str]] = {}
    for row in material.c.ledger:
        name = material.blinder.text(row.speaker)
        shown = _NAME.fullmatch(name) or row.group is SpeakerGroup.ANONYMOUS
        if row.group in _VOICES and name == row.speaker and shown:
            found.setdefault(row.group, []).append(name)
    if not found:
        return None
    heard = [
        f"{words}: {listed(first_of(found[group], 3))}"
        for group, words in _VOICES.items()
        if group in found
    ]
    absent = [words for group, words in _VOICES.items() if group not in found]
    gap = (
        f"The program put nobody under {listed(absent, 'or')}. Would you?"
        if absent
        else "Every kind of voice is heard somewhere; look at each article alone."
    )
    return Activity(
        title="Who is missing?",
        task="List everybody whose words are given, article by article. Sort them: officials, "
        "experts, witnesses, people it happened to, companies, documents, people without a name. "
        "Which kind is not heard? Whom would you call, and what would you ask first?",
        cites=(),
        model=f"The program sorts some of the voices so – {'; '.join(heard)}. {gap}",
        minutes=8,
    )


def lateral_reading(material: Material) -> Activity | None:
    """Leave the page: what to look for elsewhere, and where."""
    differ = (FigureRelation.CLASH, FigureRelation.LATER)
    for group, _ in clear_groups(material):
        places = {reading.value: (reading.article, reading.span) for reading in group.readings}
        cites = material.cites(places.values())
        if group.relation in differ and len(cites) > 1:
            numbers = listed([f"“{r.text}”" for r in {r.value: r for r in group.readings}.values()])
            return Activity(
                title="Lateral reading",
                task=f"The articles give {numbers}. Without reading the articles again: where "
                "would you look, in which order, and what words would you search for? Stop after "
                "three places.",
                cites=cites,
                model="First whoever has to keep the record (an authority, a court, a register), "
                "then a report of a later day, then somebody who was there. Search for the place, "
                "the day and what is counted. A later figure is more likely to be complete.",
                minutes=8,
            )
    return None
