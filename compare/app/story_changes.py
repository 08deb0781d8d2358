"""What a comparison has that the last one of the same story had not, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compare.formats.fact_names import fact_name
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.findings import Conflict
from compare.model.ids import letter_of
from compare.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedItem:
    """A fact or a difference with the exact words of each article that it rests on.

    `words` are pairs of an outlet and its words.
    """

    label: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SinceLast:
    """What changed between two comparisons of a story.

    `added` and `gone` are outlets. `changed` are letters, in the last comparison and in this one,
    of articles of one outlet whose text is another now. A sentence is new where the last text of
    its outlet has it not. `facts` are stated by new sentences alone, `wider` by new sentences of
    further outlets. `lost` are facts of which no sentence is left. `differences` are new or have
    words of new sentences; of those that are `settled` no two sentences stand against each other
    any more.
    """

    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    facts: tuple[ChangedItem, ...]
    wider: tuple[ChangedItem, ...]
    lost: tuple[ChangedItem, ...]
    differences: tuple[ChangedItem, ...]
    settled: tuple[ChangedItem, ...]


# A sentence, wherever it stands: the letter that its article has now, and its words.
Said = tuple[str, str]


def since_last(last: Comparison, now: Comparison) -> SinceLast:
    """Return what changed; everything rests on sentences, which no alignment moves."""
    here = {a.document.text: a.letter for a in now.articles}
    texts = {a.document.text for a in last.articles}
    missed = [a.letter for a in last.articles if a.document.text not in here]
    fresh = [a.letter for a in now.articles if a.document.text not in texts]
    changed = dict(_changed(missed, fresh, last, now))
    letters = {a.letter: here.get(a.document.text, "") for a in last.articles} | changed
    before = _Sentences(last, letters)
    after = _Sentences(now, {a.letter: a.letter for a in now.articles})
    new, wider = [], []
    for fact in now.facts:
        old = after.of_fact(fact) & before.every
        if not old:
            new.append(_told_fact(now, fact))
            continue
        spoke = {letter for letter, _ in old} | before.letters_with(old)
        if came := tuple(letter for letter in fact.articles if letter not in spoke):
            wider.append(_told_fact(now, fact, came))
    arrived = [letter for letter in fresh if letter not in changed.values()]
    return SinceLast(
        added=tuple(now.article(letter).document.outlet for letter in arrived),
        gone=tuple(last.article(one).document.outlet for one in missed if one not in changed),
        changed=tuple(sorted(changed.items())),
        facts=tuple(new),
        wider=tuple(wider),
        lost=tuple(
            _told_fact(last, fact)
            for fact in last.facts
            if before.of_fact(fact).isdisjoint(after.every)
        ),
        differences=tuple(
            _told_conflict(now, one)
            for one, places in after.conflicts
            if not places <= before.every or not before.has_difference(places)
        ),
        settled=tuple(
            _told_conflict(last, one)
            for one, places in before.conflicts
            if not after.has_difference(places)
        ),
    )


class _Sentences:
    """The sentences of a comparison under the letters that their articles have now."""

    def __init__(self, comparison: Comparison, letters: Mapping[str, str]) -> None:
        self._comparison = comparison
        self._letters = letters
        sentences = (s.id for a in comparison.articles for s in a.sentences)
        self.every = frozenset(map(self._said, sentences))
        self.conflicts = [
            (one, frozenset(self._around(e.article, e.span) for e in one.evidence))
            for one in comparison.conflicts
        ]

    def of_fact(self, fact: Fact) -> frozenset[Said]:
        """The sentences that state a fact."""
        return frozenset(self._said(one.sentence) for one in fact.mentions)

    def letters_with(self, some: frozenset[Said]) -> set[str]:
        """The articles that state a fact which one of these sentences states."""
        facts = (self.of_fact(fact) for fact in self._comparison.facts)
        return {letter for said in facts if not said.isdisjoint(some) for letter, _ in said}

    def has_difference(self, places: frozenset[Said]) -> bool:
        """True where two of the sentences stand against each other."""
        return any(len(places & other) > 1 for _, other in self.conflicts)

    def _said(self, sentence: str) -> Said:
        letter = letter_of(sentence)
        span = self._comparison.sentence(sentence).span
        return self._letters[letter], self._comparison.article(letter).words_of(span)

    def _around(self, letter: str, span: Span) -> Said:
        article = self._comparison.article(letter)
        home = next(s for s in article.sentences if s.span.end > span.start)
        return self._said(home.id)


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


def _told_fact(comparison: Comparison, fact: Fact, letters: tuple[str, ...] = ()) -> ChangedItem:
    """The fact with the first words of each article, or of these alone."""
    first: dict[str, Span] = {}
    for one in fact.mentions:
        if one.article in (letters or fact.articles):
            first.setdefault(one.article, one.span)
    words = tuple(_words(comparison, letter, span) for letter, span in first.items())
    return ChangedItem(label=fact_name(comparison, fact), words=words)


def _told_conflict(comparison: Comparison, one: Conflict) -> ChangedItem:
    words = tuple(_words(comparison, e.article, e.span) for e in one.evidence)
    return ChangedItem(label=one.question, words=words)


def _words(comparison: Comparison, letter: str, span: Span) -> tuple[str, str]:
    article = comparison.article(letter)
    return article.document.outlet, article.words_of(span)
