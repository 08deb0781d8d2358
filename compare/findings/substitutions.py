"""Words that stand in the same place of two sentences that run alike around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.align.own_words import OwnWords
from compare.align.slots import Slot, slots
from compare.english.word_lists import word_list
from compare.findings.linked_sentences import LinkedPair, LinkedSentences
from compare.text.fold import folded_text
from compare.text.hedges import hedges
from compare.text.quotation_marks import DOUBLE
from compare.text.word_forms import are_related
from compare.text.words import STOP

# Words that must match right before and right after, and in all.
_SIDE, _CONTEXT = 1, 4
# A place holds this many words at most, more between long stretches that match.
_WORDS, _MORE_WORDS, _LONG = 2, 3, 3
# Spelling this like is another form of the same word.
_SPELLING = 70
_ARTICLES = frozenset(["a", "an", "the"])
_PUNCTUATION = frozenset(",;:.()[]—–―!?" + DOUBLE)
_SILENT = word_list("plain-speech") | word_list("time-words")


@dataclass(frozen=True, slots=True)
class Swap:
    """Two stretches of words for one place: `one` and `other` are (first, last) word places."""

    words: tuple[str, str]
    one: tuple[int, int]
    other: tuple[int, int]


def swaps(ground: LinkedSentences, pair: LinkedPair) -> Iterator[Swap]:
    """The swapped words of a linked pair; names, numbers and times are no other words."""
    for slot in slots(ground.matches(pair)):
        if min(slot.left, slot.right) < _SIDE or slot.left + slot.right < _CONTEXT:
            continue
        one = _phrase(ground, pair.one, slot.one, slot)
        other = _phrase(ground, pair.other, slot.other, slot)
        if one and other and _same_edges(ground, pair, slot) and _differ(pair, one, other):
            words = tuple(
                " ".join(own.words[place[0] : place[1] + 1])
                for own, place in ((pair.one, one), (pair.other, other))
            )
            yield Swap((words[0], words[1]), one, other)


def _phrase(
    ground: LinkedSentences, own: OwnWords, place: tuple[int, int], slot: Slot
) -> tuple[int, int] | None:
    """The place without articles at its ends, or None when its words cannot be swapped."""
    first, last = place
    text = ground.text_of(own)
    if set(text[own.spans[first].start : own.spans[last].end]) & _PUNCTUATION:
        return None
    while first < last and own.words[first] in _ARTICLES:
        first += 1
    while last > first and own.words[last] in _ARTICLES:
        last -= 1
    count = last - first + 1
    most = _MORE_WORDS if min(slot.left, slot.right) >= _LONG else _WORDS
    said = [own.words[at] for at in range(first, last + 1)]
    if count > most or not all(map(_is_swappable, said)) or all(w in STOP for w in said):
        return None
    if ground.has_figure(own, first, last):
        return None
    named = any(text[own.spans[at].start].isupper() for at in range(first, last + 1))
    doubted = any(own.spans[at].overlaps(h) for at in range(first, last + 1)
                  for h in hedges(text, own.sentence.span))  # fmt: skip
    return None if named or doubted else (first, last)


def _same_edges(ground: LinkedSentences, pair: LinkedPair, slot: Slot) -> bool:
    """True when the same marks stand between the words and what matches on either side."""
    return _edges(ground, pair.one, slot.one) == _edges(ground, pair.other, slot.other)


def _edges(ground: LinkedSentences, own: OwnWords, place: tuple[int, int]) -> tuple[str, str]:
    text, spans = ground.text_of(own), own.spans
    first, last = place
    left = text[spans[first - 1].end : spans[first].start]
    right = text[spans[last].end : spans[last + 1].start]
    return folded_text(left), folded_text(right)


def _is_swappable(word: str) -> bool:
    return bool(word) and word not in _SILENT and not any(c.isdigit() for c in word)


def _differ(pair: LinkedPair, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True when the two have no word in common, not even in another form."""
    from rapidfuzz import fuzz

    mine = _content(pair.one, one)
    theirs = _content(pair.other, other)
    if any(are_related(a, b) for a in mine for b in theirs):
        return False
    return fuzz.ratio(" ".join(mine), " ".join(theirs)) < _SPELLING


def _content(own: OwnWords, place: tuple[int, int]) -> list[str]:
    return [w for w in own.words[place[0] : place[1] + 1] if w not in STOP]
