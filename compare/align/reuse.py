"""Who shares copy with whom, and how many independent wordings stand behind a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from compare.align.own_words import OwnWords, own_words
from compare.align.passages import Place, SharedSentences, shared_sentences
from compare.model.articles import Article
from compare.model.facts import Fact
from compare.model.findings import Evidence, Passage, Reuse
from compare.model.letters import index
from compare.model.spans import Span

Item = TypeVar("Item", bound=Hashable)

# Two articles depend on each other when one has this share of its own words from the other, ...
_DEPENDENT = 0.15
# ... and the shared sentences hold at least this many words.
_DEPENDENT_WORDS = 30
# An article with this share of its words in shared copy is a reprint in all it states.
_REPRINT = 0.5


def reuse(
    articles: Sequence[Article], own: Sequence[Sequence[OwnWords]] | None = None
) -> tuple[Reuse, ...]:
    """Copy that outlets share nearly word for word, the most first.

    Found by runs of words (shingles) grown to whole passages, so moved, trimmed and lightly
    rewritten passages are found too. Quotations, asides and stock phrases of the trade are left
    out: two outlets that carry the same public words have not shared copy. Articles are grouped
    when one has a good part of its words from the other; what else is shared comes after, one
    entry for each set of articles. `articles` come in canonical order; `own` are the own words of
    each, where they are known.
    """
    own = [own_words(article) for article in articles] if own is None else own
    pairs = shared_sentences(own)
    passages = _Passages(articles, own, pairs)
    groups = _groups(own, pairs)
    return tuple(sorted(passages.reuses(groups), key=_weight))


def count_independent(letters: Iterable[str], found: Iterable[Reuse]) -> int:
    """How many independent wordings stand behind a set of outlets.

    Outlets of one group with shared copy count once, even when only the outlet they both have it
    from joins them.
    """
    asked = list(dict.fromkeys(letters))
    groups = [one.articles for one in found if is_dependent(one)]
    roots = _roots([*asked, *(letter for group in groups for letter in group)], groups)
    return len({roots[letter] for letter in asked})


def is_dependent(one: Reuse) -> bool:
    """True for copy of such an amount that the outlets are not independent of each other."""
    return max((one.share, *one.shares)) >= _DEPENDENT


def wordings_of(fact: Fact, found: Iterable[Reuse]) -> int:
    """How many independent wordings of one fact there are among the outlets that state it.

    Outlets count once together where they state the fact in a passage they share, or where they
    belong to one group and each has at least half of its words in shared copy. An outlet that
    states the fact in words of its own counts by itself, whatever else it shares.
    """
    stated = fact.articles
    joined: list[tuple[str, ...]] = []
    for one in found:
        if len(set(one.articles) & set(stated)) > 1:
            joined += [_stating(fact, passage) for passage in one.passages]
            joined.append(_reprints(one))
    roots = _roots([*stated, *(letter for group in joined for letter in group)], joined)
    return len({roots[letter] for letter in stated})


def _stating(fact: Fact, passage: Passage) -> tuple[str, ...]:
    """The outlets whose statement of the fact lies in the passage, wholly or in part."""
    return tuple(
        dict.fromkeys(
            evidence.article
            for evidence in passage.evidence
            for mention in fact.mentions
            if mention.article == evidence.article and mention.span.overlaps(evidence.span)
        )
    )


def _reprints(one: Reuse) -> tuple[str, ...]:
    pairs = zip(one.articles, one.shares, strict=False)
    return tuple(letter for letter, share in pairs if share >= _REPRINT)


def _weight(one: Reuse) -> tuple[bool, int]:
    """Dependent groups first, then by the number of shared characters."""
    return not is_dependent(one), -sum(len(evidence.text) for evidence in one.evidence)


class _Passages:
    """Sentences of any number of articles that hang together by the copy they share."""

    def __init__(
        self,
        articles: Sequence[Article],
        own: Sequence[Sequence[OwnWords]],
        pairs: Sequence[SharedSentences],
    ) -> None:
        self.articles, self.own = articles, own
        self.spans: dict[Place, set[Span]] = defaultdict(set)
        for pair in pairs:
            self.spans[pair.one].update(pair.one_spans)
            self.spans[pair.other].update(pair.other_spans)
        roots = _roots(sorted(self.spans), [(pair.one, pair.other) for pair in pairs])
        members: dict[Place, list[Place]] = defaultdict(list)
        for place in sorted(self.spans):
            members[roots[place]].append(place)
        self.members = sorted(members.values())

    def reuses(self, groups: Sequence[frozenset[int]]) -> list[Reuse]:
        """One entry for each group, and for each other set of articles that share a passage."""
        by_articles: dict[frozenset[int], list[list[Place]]] = defaultdict(list)
        for places in self.members:
            here = frozenset(number for number, _ in places)
            group = next((group for group in groups if here <= group), here)
            by_articles[group].append(places)
        return [self._reuse(numbers, found) for numbers, found in by_articles.items()]

    def _reuse(self, numbers: Iterable[int], found: Sequence[Sequence[Place]]) -> Reuse:
        passages = tuple(Passage(evidence=self._evidence(places)) for places in found)
        numbers = sorted(numbers, key=lambda number: index(self.articles[number].letter))
        shares = tuple(self._share(number, found) for number in numbers)
        return Reuse(
            articles=tuple(self.articles[number].letter for number in numbers),
            share=min(shares),
            shares=shares,
            passages=passages,
            evidence=self._evidence([place for places in found for place in places]),
        )

    def _by_letter(self, place: Place) -> tuple[int, int]:
        number, at = place
        return index(self.articles[number].letter), at

    def _evidence(self, places: Sequence[Place]) -> tuple[Evidence, ...]:
        found = []
        for number, at in sorted(places, key=self._by_letter):
            article = self.articles[number]
            for span in _merged(self.spans[number, at]):
                words = article.words_of(span)
                found.append(Evidence(article=article.letter, span=span, text=words))
        return tuple(found)

    def _share(self, number: int, found: Sequence[Sequence[Place]]) -> float:
        """The part of the article's own words that lies in the passages, to three digits."""
        total = sum(sentence.own for sentence in self.own[number])
        shared = sum(
            self._shared_words(place) for places in found for place in places if place[0] == number
        )
        return round(shared / total, 3)

    def _shared_words(self, place: Place) -> int:
        sentence = self.own[place[0]][place[1]]
        runs = _merged(self.spans[place])
        words = zip(sentence.words, sentence.spans, strict=True)
        return sum(1 for word, span in words if word and any(run.contains(span) for run in runs))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters in spans that do not overlap, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _groups(
    own: Sequence[Sequence[OwnWords]], pairs: Sequence[SharedSentences]
) -> list[frozenset[int]]:
    """Articles that hang together because one has a good part of its words from the other."""
    totals = [sum(sentence.own for sentence in sentences) for sentences in own]
    best: dict[tuple[int, int], dict[Place, int]] = defaultdict(dict)
    for pair in pairs:
        at = best[pair.one[0], pair.other[0]]
        at[pair.one] = max(at.get(pair.one, 0), pair.words)
    edges = []
    for (one, other), shared in best.items():
        words = sum(shared.values())
        if words >= _DEPENDENT_WORDS and words >= _DEPENDENT * min(totals[one], totals[other]):
            edges.append((one, other))
    roots = _roots(range(len(own)), edges)
    members: dict[int, set[int]] = defaultdict(set)
    for number, root in roots.items():
        members[root].add(number)
    return [frozenset(found) for found in members.values() if len(found) > 1]


def _roots(items: Iterable[Item], groups: Iterable[Sequence[Item]]) -> dict[Item, Item]:
    """For each item one item that stands for all it hangs together with (union-find)."""
    parent = {item: item for item in items}

    def root(item: Item) -> Item:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for group in groups:
        for one, other in combinations(group, 2):
            parent[root(other)] = root(one)
    return {item: root(item) for item in parent}
