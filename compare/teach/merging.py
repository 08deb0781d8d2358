"""Sentences of several articles that say the same, and a calm one among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.model.facts import Fact, Mode
from compare.model.verification import Outcome
from compare.teach.material import (
    Material,
    first_of,
    likeness_of,
    share_of_words,
    stands_alone,
    whole_word,
)
from compare.teach.question import Cite
from compare.text.fold import folded_text
from compare.text.meaning import meaning, number_words, without_names, word_beginnings
from compare.text.verbs import has_verb
from compare.text.words import words as words_of
from compare.verify.answers import is_reserve_word, verify_stance

# So much of the calm sentence another one has when it bears it out.
_BEARS_OUT = 0.75
# Above this two sentences are the same, and there is nothing to merge.
_SAME = 0.8
_FEWEST = 5
_DIGITS = 2
_COMMON = 1
_HALF = 0.5
_DAYS = frozenset("today tonight yesterday tomorrow now".split())
_FEWEST_ROOTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeTask:
    """Sentences to merge: `calm` is one of them, `words` what of it the others bear out.

    `loaded` are words of the others that tell how to feel about it.
    """

    calm: Cite
    words: str
    cites: tuple[Cite, ...]
    loaded: tuple[str, ...]


def best_merge(material: Material) -> MergeTask | None:
    """The best sentences of a story to merge: with loaded words, then from most articles."""
    found = [
        each
        for fact in material.sure(material.c.facts)
        if fact.shared and material.is_open(fact)
        for each in _mergers(material, fact)
    ]
    return min(
        found,
        key=lambda each: (
            not each.loaded,
            -len(each.cites),
            -round(_borne_out(each), 1),
            -min(len(cite.text) for cite in each.cites),
            each.calm.line,
        ),
        default=None,
    )


def _borne_out(found: MergeTask) -> float:
    """How much of the calm words the others have on average, 0..1."""
    others = [cite for cite in found.cites if cite != found.calm]
    return sum(share_of_words(found.words, cite.text) for cite in others) / len(others)


def _mergers(material: Material, fact: Fact) -> Iterator[MergeTask]:
    told = [
        (mention, cite)
        for mention in fact.mentions
        if mention.mode is not Mode.QUOTED
        and (cite := material.cite(mention.article, mention.span))
    ]
    for mention, calm in told:
        whole = _statement(material.words(mention.article, mention.span), calm.text)
        told_so = len(word_beginnings(meaning(without_names(whole)))) >= _FEWEST_ROOTS
        dated = not _DAYS & set(folded_text(whole).rstrip(".").split())
        spoken = [folded_text(span.of(whole)) for span in words_of(whole)]
        alone = stands_alone(whole, least=_FEWEST) and told_so and dated and has_verb(spoken)
        if not alone:
            continue
        others = {
            cite.article: cite
            for _, cite in reversed(told)
            if cite.article != calm.article and _bears_out(whole, cite.text)
        }
        told_by = [cite.text for cite in others.values()]
        fair = verify_stance(whole, told_by).outcome is Outcome.KEPT
        if others and fair and not _judges(material, calm.text, told_by):
            cites = tuple(sorted((calm, *others.values()), key=lambda cite: cite.article))
            marked = [
                word
                for cite in cites
                for word in _loaded(material, cite.text)
                if not is_reserve_word(word)
                and not word_beginnings(meaning(word)) & word_beginnings(meaning(whole))
            ]
            yield MergeTask(calm=calm, words=whole, cites=cites, loaded=tuple(first_of(marked, 6)))


def _statement(words: str, sentence: str) -> str:
    """A whole sentence, or the first half of one with a semicolon; empty for other pieces."""
    half, mark, _ = sentence.partition(";")
    if words == sentence or (mark and sentence.startswith(words)):
        return f"{half}." if mark else sentence
    return ""


def _bears_out(calm: str, other: str) -> bool:
    """True when the other sentence surely says it, but not in the same words."""
    if likeness_of(calm, other) >= _SAME or not number_words(calm) <= number_words(other):
        return False
    exact = [n for n in number_words(calm) if sum(c.isdigit() for c in n) >= _DIGITS]
    plain = word_beginnings(meaning(without_names(calm))) - word_beginnings(number_words(calm))
    common = plain & word_beginnings(meaning(without_names(other)))
    share = share_of_words(calm, other)
    return share >= _BEARS_OUT or (share >= _HALF and bool(exact) and len(common) >= _COMMON)


def _judges(material: Material, calm: str, others: list[str]) -> bool:
    """True when a sentence has a loaded word that not all others have as well.

    Words such as "alleging" are no judgement: a version without them would claim more.
    """
    every = [word_beginnings(meaning(other)) for other in others]
    return any(
        not is_reserve_word(word)
        and not all(word_beginnings(meaning(word)) <= each for each in every)
        for word in _loaded(material, calm)
    )


def _loaded(material: Material, text: str) -> list[str]:
    """Words of a text that some list of the program knows as loaded, as printed."""
    found = [
        folded_text(evidence.text)
        for contrast in material.sure(material.c.contrasts)
        for variant in contrast.variants
        if variant.loaded
        for evidence in variant.evidence
    ]
    return first_of([word for word in found if whole_word(word, folded_text(text))], 6)
