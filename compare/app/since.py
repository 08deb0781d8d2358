"""What a comparison has that the last one of the same story had not, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compare.formats.fact_names import fact_name
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact or a difference with the exact words of each article that it rests on.

    `words` are pairs of an outlet and its words.
    """

    label: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceLast:
    """What changed between two comparisons of a story.

    `added` and `gone` are outlets. `changed` are letters, in the last comparison and in this one,
    of articles of one outlet whose text is another now. `facts` are stated by no article that was
    compared last time; `wider` were stated then, by other outlets. `lost` are facts of which no
    words are left. `differences` and `settled` are those that came and went.
    """

    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    facts: tuple[Told, ...]
    wider: tuple[Told, ...]
    lost: tuple[Told, ...]
    differences: tuple[Told, ...]
    settled: tuple[Told, ...]


# A place of words: the letter that the article has in this comparison, and the words.
Places = frozenset[tuple[str, str]]


def since_last(last: Comparison, now: Comparison) -> SinceLast:
    """Return what changed; facts are the same where an article states both in the same words."""
    here = {a.document.text: a.letter for a in now.articles}
    texts = {a.document.text for a in last.articles}
    missed = [a.letter for a in last.articles if a.document.text not in here]
    fresh = [a.letter for a in now.articles if a.document.text not in texts]
    changed = dict(_changed(missed, fresh, last, now))
    letters = {a.letter: here.get(a.document.text, "") for a in last.articles} | changed
    before = {fact.id: _places(last, fact, letters) for fact in last.facts}
    known = frozenset(place for places in before.values() for place in places)
    after = frozenset(place for fact in now.facts for place in _places(now, fact))
    new, wider = [], []
    for fact in now.facts:
        told = {letter for letter, words in _places(now, fact) if (letter, words) in known}
        came = tuple(letter for letter in fact.articles if letter not in told)
        if not told:
            new.append(_told_fact(now, fact))
        elif came:
            wider.append(_told_fact(now, fact, came))
    conflicts = {one.id for one in last.conflicts}, {one.id for one in now.conflicts}
    arrived = [letter for letter in fresh if letter not in changed.values()]
    return SinceLast(
        added=tuple(now.article(letter).document.outlet for letter in arrived),
        gone=tuple(last.article(one).document.outlet for one in missed if one not in changed),
        changed=tuple(sorted(changed.items())),
        facts=tuple(new),
        wider=tuple(wider),
        lost=tuple(
            _told_fact(last, fact) for fact in last.facts if before[fact.id].isdisjoint(after)
        ),
        differences=tuple(_told_conflicts(now, conflicts[0])),
        settled=tuple(_told_conflicts(last, conflicts[1])),
    )


def _changed(
    missed: list[str], fresh: list[str], last: Comparison, now: Comparison
) -> Iterator[tuple[str, str]]:
    """Pairs of articles of one outlet, where it has no more than one in each comparison."""
    old = _alone({letter: last.article(letter).document.outlet for letter in missed})
    new = _alone({letter: now.article(letter).document.outlet for letter in fresh})
    for outlet in old.keys() & new.keys():
        yield old[outlet], new[outlet]


def _alone(outlets: Mapping[str, str]) -> dict[str, str]:
    several = list(outlets.values())
    return {outlet: letter for letter, outlet in outlets.items() if several.count(outlet) == 1}


def _places(comparison: Comparison, fact: Fact, letters: Mapping[str, str] | None = None) -> Places:
    """The words of a fact, each with its article; `letters` are those of this comparison."""
    return frozenset(
        (
            letters[one.article] if letters else one.article,
            comparison.article(one.article).words_of(one.span),
        )
        for one in fact.mentions
    )


def _told_fact(comparison: Comparison, fact: Fact, letters: tuple[str, ...] = ()) -> Told:
    """The fact with the first words of each article, or of these alone."""
    first: dict[str, Span] = {}
    for one in fact.mentions:
        if one.article in (letters or fact.articles):
            first.setdefault(one.article, one.span)
    words = tuple(_words(comparison, letter, span) for letter, span in first.items())
    return Told(label=fact_name(comparison, fact), words=words)


def _told_conflicts(comparison: Comparison, known: set[str]) -> Iterator[Told]:
    for one in comparison.conflicts:
        if one.id not in known:
            words = tuple(_words(comparison, e.article, e.span) for e in one.evidence)
            yield Told(label=one.question, words=words)


def _words(comparison: Comparison, letter: str, span: Span) -> tuple[str, str]:
    article = comparison.article(letter)
    return article.document.outlet, article.words_of(span)
