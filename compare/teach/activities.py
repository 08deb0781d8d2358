"""Things to do beside the questions, each from the story's own findings, with a model answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from compare.model.findings import QuoteGroup, QuoteMember
from compare.model.ids import letter_of
from compare.model.quotes import QuoteKind
from compare.teach.check_summary import faulty_summary
from compare.teach.material import Material, first_of
from compare.teach.merging import MergeTask, best_merge
from compare.teach.question import Cite, in_marks, list_of
from compare.teach.questions.beyond import open_matters
from compare.teach.questions.quotations import (
    lost_pieces,
    quotation_of,
    what_to_weigh,
    with_full_stop,
)
from compare.teach.voices_heard import KINDS_OF_VOICE, MISSING_VOICE, voices_by_kind
from compare.text.meaning import meaning
from compare.text.words import words

_SURE = 0.95
_FEWEST_WORDS = 10
_MOST_SAFE = 6


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
    made = (maker(material) for maker, _, _ in _MAKERS)
    return tuple(
        activity
        for activity in made
        if activity is not None and not material.blinder.leaks(_seen(activity))
    )


def missing_activities(made: Iterable[Activity]) -> tuple[str, ...]:
    """For each activity that was not made a sentence that tells why."""
    missing = missing_titles(made)
    return tuple(
        f"No activity {in_marks(title)} could be made from this story, because {why}."
        for _, title, why in _MAKERS
        if title in missing
    )


def missing_titles(made: Iterable[Activity]) -> tuple[str, ...]:
    """The titles of the activities that were not made."""
    titles = {activity.title for activity in made}
    return tuple(title for _, title, _ in _MAKERS if title not in titles)


def _seen(activity: Activity) -> str:
    return "\n".join((activity.task, activity.model, *(cite.text for cite in activity.cites)))


def neutral_version(material: Material) -> Activity | None:
    """Merge several sentences on one fact into one that all of their readers could accept."""
    found = best_merge(material)
    if found is None:
        return None
    avoid = list_of(in_marks(word) for word in found.loaded)
    return Activity(
        title=_NEUTRAL,
        task=f"These {len(found.cites)} sentences tell of the same thing. Write one sentence that "
        "readers of all these articles could accept. Keep what can be checked, say who said what, "
        "and leave out words that judge.",
        cites=found.cites,
        model=f"One possible version stays close to {found.calm.line}: {in_marks(found.words)}"
        f"{f' It does without {avoid}.' if avoid else ''} Other versions are as good if every "
        "statement in them can be found in the sentences above.",
        minutes=10,
    )


def headline_workshop(material: Material) -> Activity | None:
    """Compare the headlines and write one that every article supports."""
    shown = {copy.letter: copy.headline for copy in material.copies if copy.headline}
    if len(shown) < 2:
        return None
    cites = tuple(
        Cite(article=letter, line=f"Headline of {letter}", text=text)
        for letter, text in shown.items()
    )
    alone = [
        f"{letter}: {', '.join(in_marks(word) for word in wanting)}"
        for letter, text in shown.items()
        if (wanting := [word for word in _said(text) if not _everywhere(material, word)])
    ]
    every = _one_of_each([w for text in shown.values() for w in _said(text)])
    safe = [in_marks(word) for word in every if _everywhere(material, word)][:_MOST_SAFE]
    found = best_merge(material)
    return Activity(
        title=_HEADLINE,
        task="Read the headlines. Look each word up in the other articles: which words does not "
        "every article bear out? Write a headline of at most ten words that all of them support.",
        cites=cites,
        model=f"Words that not every article has – {'; '.join(alone) or 'none'}. "
        f"{f'Every article has {list_of(safe)}. ' if safe else 'Every article has none of them. '}"
        f"{_cut_down(found)}The program looks for words; another word for the same thing is for "
        "you to judge.",
        minutes=8,
    )


def _said(headline: str) -> list[str]:
    """The words of a headline that are more than grammar, in order."""
    found = [span.of(headline) for span in words(headline)]
    return first_of([word for word in found if meaning(word)], 99)


def _one_of_each(several: list[str]) -> list[str]:
    """The first form of each word: "burned" and no "BURN" after it."""
    return list({meaning(word): word for word in reversed(several)}.values())[::-1]


def _everywhere(material: Material, word: str) -> bool:
    """True when every article has the word itself, or another of its forms."""
    stems = meaning(word)
    return all(stems <= meaning(copy.text) for copy in material.copies)


def _cut_down(found: MergeTask | None) -> str:
    """Where a headline can be cut from; empty where no sentence says what others say too."""
    if found is None:
        return ""
    lines = [cite.line for cite in found.cites if cite != found.calm]
    bear = "bears it out" if len(lines) == 1 else "bear it out"
    return f"One headline can be cut from {found.calm.line}; {list_of(lines)} {bear}. "


def cut_the_quote(material: Material) -> Activity | None:
    """Shorten a quotation step by step until its meaning turns."""
    fit = [
        (group, member)
        for group in material.sure(material.c.quote_groups)
        if group.confidence >= _SURE and group.id not in material.contested
        for member in group.members
        if _is_cut(material, group, member)
    ]
    if not fit:
        return None
    group, member = min(fit, key=lambda pair: _order(material, *pair))
    letter = letter_of(group.fullest)
    lost = lost_pieces(material, group, member)
    shorter = material.passage(member.article, material.c.quote(member.quote).parts)
    lines = f" ({list_of(cite.line for cite in shorter)})" if shorter else ""
    whole = with_full_stop(quotation_of(material, letter, group.fullest))
    return Activity(
        title=_QUOTE,
        task=f"Here is what {group.speaker or 'a speaker'} says, as article {letter} prints it: "
        f"{whole} Cross out one word or clause after the other. Stop where the meaning turns. "
        "Compare with your neighbour: where did you stop, and why?",
        cites=material.passage(letter, material.c.quote(group.fullest).parts),
        model=f"Article {member.article}{lines} prints it without {list_of(map(in_marks, lost))}."
        f"{what_to_weigh(lost)} The meaning has turned where the speaker would say "
        "“I did not say that”: often where a “not”, an “if” or a “but” goes, or the half of a "
        "sentence that limits the other half.",
        minutes=8,
    )


def _is_cut(material: Material, group: QuoteGroup, member: QuoteMember) -> bool:
    full, letter = material.c.quote(group.fullest), letter_of(group.fullest)
    long = len(quotation_of(material, letter, group.fullest).split()) >= _FEWEST_WORDS
    whole = full.kind is QuoteKind.DIRECT and material.passage(letter, full.parts)
    lost = lost_pieces(material, group, member)
    return bool(long and whole and lost and member.article != letter)


def _order(material: Material, group: QuoteGroup, member: QuoteMember) -> tuple[bool, int, str]:
    """First those that lack a word by which a meaning turns, then those that lack most."""
    lost = lost_pieces(material, group, member)
    return (
        not what_to_weigh(lost),
        -sum(len(each) for each in lost),
        f"{group.id}{member.article}",
    )


def who_is_missing(material: Material) -> Activity | None:
    """Count the voices by their kind; what is not there is the point."""
    found = voices_by_kind(material)
    if not found:
        return None
    heard = "; ".join(
        f"{words}: {list_of(found[group][:3])}"
        for group, words in KINDS_OF_VOICE.items()
        if group in found
    )
    absent = [group for group in KINDS_OF_VOICE if group not in found]
    gap = (
        f"The program puts nobody under {list_of((KINDS_OF_VOICE[g] for g in absent), 'or')}; "
        f"would you? One good choice: {MISSING_VOICE[absent[0]]}"
        if absent
        else "Every kind of voice is heard somewhere; look at each article alone."
    )
    return Activity(
        title=_VOICES,
        task="List everybody whose words are given, article by article. Sort them: people it "
        "happened to, witnesses, experts, people in charge, companies and organisations. Which "
        "kind is not heard? Whom would you call, and what would you ask first?",
        cites=(),
        model=f"The program sorts some of the voices, by what the lines in brackets call them – "
        f"{heard}. Correct it where you see it otherwise. {gap}",
        minutes=8,
    )


def lateral_reading(material: Material) -> Activity | None:
    """Leave the page: what to look for elsewhere, and where."""
    matter = next(open_matters(material), None)
    if matter is None:
        return None
    return Activity(
        title=_LATERAL,
        task=f"{matter.told} Without reading the articles again: where would you look, in which "
        "order, and what words would you search for? Stop after three places.",
        cites=matter.evidence,
        model="First whoever has to keep the record (an authority, a court, a register, the "
        "company itself), then a report of a later day, then somebody who was there. Search for "
        "the place, the day and the thing that is counted or named in the sentence above.",
        minutes=8,
    )


def check_this_summary(material: Material) -> Activity | None:
    """Find the two wrong sentences of a summary; the key names the lines that show it."""
    found = faulty_summary(material)
    if found is None:
        return None
    told = " ".join(f"({number}) {text}" for number, text in enumerate(found.sentences, 1))
    wrong = " ".join(
        f"Sentence {number} has {one.wrong} where {one.taken.line} has {one.right}."
        for number, one in found.errors
    )
    bad = {number for number, _ in found.errors}
    right = [
        f"sentence {number} by {line}"
        for number, line in enumerate(found.lines, 1)
        if number not in bad
    ]
    return Activity(
        title=_SUMMARY,
        task="A machine wrote this summary of the articles. Two of its sentences are wrong. Find "
        "them: for each sentence give the line that bears it out, or the line that speaks against "
        f"it. {told}",
        cites=(),
        model=f"{wrong} The others are borne out: {list_of(right)}.",
        minutes=10,
    )


_SUMMARY = "Check this summary"
_NEUTRAL, _HEADLINE, _QUOTE = "Build the neutral version", "Headline workshop", "Cut the quote"
_VOICES, _LATERAL = "Who is missing?", "Lateral reading"
_MAKERS: tuple[tuple[Callable[[Material], Activity | None], str, str], ...] = (
    (neutral_version, _NEUTRAL, "no two articles surely say the same thing in different sentences"),
    (headline_workshop, _HEADLINE, "fewer than two articles have a headline"),
    (cut_the_quote, _QUOTE, "no quotation is surely printed longer in one article than in another"),
    (who_is_missing, _VOICES, "no article names a speaker together with what he or she is"),
    (lateral_reading, _LATERAL, "nothing with a number stands in one article alone or differs"),
    (check_this_summary, _SUMMARY, "too few sentences stand alone and tell what others tell too"),
)
