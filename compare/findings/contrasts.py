"""Who wrote one word where others wrote another: contrasts of words, each with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from compare.findings.linked_sentences import LinkedPair, LinkedSentences
from compare.findings.substitutions import Swap, swaps
from compare.model.findings import Evidence
from compare.model.letters import ordered_letters
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.model.words import Contrast, ContrastKind, Lexicon, Variant
from compare.text.tone import ToneList, ToneWord
from compare.verify.words import is_same_thing

# A word of meaning that both statements have this near shows that the two words name one thing.
_NEAR = 7


def contrasts(ground: LinkedSentences, lists: Sequence[ToneList]) -> tuple[Contrast, ...]:
    """Contrasts between linked statements: loaded words first, then words in the same place.

    A loaded word is shown only where a linked statement of another article has another word of its
    set, and neither has the other's. Equal contrasts of several facts are one.
    """
    groups = _Groups(ground)
    tones = ground.tones(lists)
    for pair in ground.pairs:
        for one, other in _opposed(ground, pair, tones):
            groups.add(pair, one, other)
    named = groups.contrasts()
    seen = {(e.article, e.span) for c in named for v in c.variants for e in v.evidence}
    placed = _Places(ground)
    for pair in ground.pairs:
        for swap in swaps(ground, pair):
            placed.add(pair, swap)
    return (*named, *(c for c in placed.contrasts() if not _is_told(c, seen)))


def _is_told(contrast: Contrast, seen: Collection[tuple[str, Span]]) -> bool:
    """True when the places of every variant are among those that lists have named."""
    return all(
        any(a == e.article and span.overlaps(e.span) for a, span in seen)
        for variant in contrast.variants
        for e in variant.evidence
    )


def _opposed(
    ground: LinkedSentences, pair: LinkedPair, tones: Mapping[str, list[ToneWord]]
) -> Iterator[tuple[ToneWord, ToneWord]]:
    mine, theirs = (tones[own.sentence.id] for own in (pair.one, pair.other))
    for one in mine:
        for other in theirs:
            if one.group == other.group and one.lemma != other.lemma and one.part != "words" and (
                (one.loaded or other.loaded)
                and _alone(one, mine) and _alone(other, theirs)
                and _is_near(ground, pair, one, other)
                and is_same_thing(
                    ground.use(pair.one, one.first, one.last),
                    ground.use(pair.other, other.first, other.last),
                    event=one.part == "nouns",
                )
            ):  # fmt: skip
                yield one, other


def _alone(word: ToneWord, all_words: Iterable[ToneWord]) -> bool:
    """True when the statement has no other word of the set."""
    return all(w.lemma == word.lemma for w in all_words if w.group == word.group)


def _is_near(ground: LinkedSentences, pair: LinkedPair, one: ToneWord, other: ToneWord) -> bool:
    """True when both statements have a word of meaning in common beside the two words."""
    mine = ground.near(pair.one, one.first, one.last, reach=_NEAR)
    return bool(mine & ground.near(pair.other, other.first, other.last, reach=_NEAR))


@dataclass(slots=True)
class VariantUse:
    """One variant while its uses are collected."""

    loaded: bool = False
    evidence: dict[Evidence, None] = field(default_factory=dict)


class _Groups:
    """Contrasts that lists name, one for each set of words."""

    def __init__(self, ground: LinkedSentences) -> None:
        self.ground = ground
        self.uses: dict[str, dict[str, VariantUse]] = {}
        self.facts: dict[str, set[str]] = {}
        self.lists: dict[str, ToneList] = {}

    def add(self, pair: LinkedPair, one: ToneWord, other: ToneWord) -> None:
        """The two words of a pair, which belong to one set."""
        self.lists[one.group] = one.source
        self.facts.setdefault(one.group, set()).update(pair.facts)
        variants = self.uses.setdefault(one.group, {})
        for own, word in ((pair.one, one), (pair.other, other)):
            use = variants.setdefault(word.lemma, VariantUse(word.loaded))
            use.evidence[self.ground.evidence(own, word.first, word.last)] = None

    def contrasts(self) -> list[Contrast]:
        """The contrasts, those with most evidence first."""
        found = [
            Contrast(
                kind=ContrastKind.LOADED,
                variants=tuple(variants(self.ground, uses)),
                facts=facts_in_order(self.ground, self.facts[group]),
                lexicon=Lexicon(name=self.lists[group].name, source=self.lists[group].source),
                verified_by=(Rule.SAME_THING,),
            )
            for group, uses in self.uses.items()
        ]
        return sorted(found, key=contrast_order)


class _Places:
    """Contrasts that only their place shows, those that share a variant in one fact together."""

    def __init__(self, ground: LinkedSentences) -> None:
        self.ground = ground
        self.groups: list[tuple[set[str], dict[str, VariantUse]]] = []

    def add(self, pair: LinkedPair, swap: Swap) -> None:
        """One pair of words, put to the group that shares a use of one of them."""
        uses = {
            key: VariantUse(False, {self.ground.evidence(own, *place): None})
            for key, own, place in (
                (swap.words[0], pair.one, swap.one),
                (swap.words[1], pair.other, swap.other),
            )
        }
        facts = set(pair.facts)
        rest = []
        for known, variants_ in self.groups:
            if _is_same(known, variants_, facts, uses):
                facts |= known
                uses = _joined(variants_, uses)
            else:
                rest.append((known, variants_))
        self.groups = [*rest, (facts, uses)]

    def contrasts(self) -> list[Contrast]:
        """The contrasts, those with most evidence first."""
        found = [
            Contrast(
                kind=ContrastKind.SUBSTITUTION,
                variants=tuple(variants(self.ground, uses)),
                facts=facts_in_order(self.ground, facts),
                verified_by=(Rule.SAME_PLACE,),
            )
            for facts, uses in self.groups
        ]
        return sorted(found, key=contrast_order)


def _is_same(
    facts: set[str], known: dict[str, VariantUse], others: set[str], new: dict[str, VariantUse]
) -> bool:
    return set(known) == set(new) or bool(facts & others and set(known) & set(new))


def _joined(one: dict[str, VariantUse], other: dict[str, VariantUse]) -> dict[str, VariantUse]:
    joined = {key: VariantUse(use.loaded, dict(use.evidence)) for key, use in one.items()}
    for key, use in other.items():
        joined.setdefault(key, VariantUse(use.loaded)).evidence.update(use.evidence)
    return joined


def variants(ground: LinkedSentences, uses: dict[str, VariantUse]) -> Iterator[Variant]:
    """The variants of a contrast: most articles first, then by the words."""
    made = [
        Variant(
            words=words,
            articles=ordered_letters(e.article for e in use.evidence),
            evidence=tuple(sorted(use.evidence, key=lambda e: (ground.rank[e.article], e.span))),
            loaded=use.loaded,
        )
        for words, use in uses.items()
    ]
    yield from sorted(made, key=lambda v: (-len(v.articles), v.loaded, v.words))


def facts_in_order(ground: LinkedSentences, facts: Iterable[str]) -> tuple[str, ...]:
    """The ids in the order of the facts of the comparison."""
    wanted = set(facts)
    return tuple(fact.id for fact in ground.facts if fact.id in wanted)


def contrast_order(contrast: Contrast) -> tuple[int, int, str]:
    """The order of contrasts: most articles, then most uses, then by the words."""
    articles = {letter for variant in contrast.variants for letter in variant.articles}
    uses = sum(len(variant.evidence) for variant in contrast.variants)
    return (-len(articles), -uses, contrast.variants[0].words)
