"""Do two words stand for one thing? Contrasts of words held against the clauses they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from compare.english.word_groups import DETERMINERS
from compare.model.quotes import Quote
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.numbers import numbers
from compare.text.quoted_stretches import quoted_stretches
from compare.text.word_forms import are_related, roots
from compare.text.words import STOP, word_texts, words

# Clauses are cut where a new subject or verb begins, not at commas: "a deckhand, Joren Fell, died".
_CLAUSE = re.compile(
    r"[;:—–―]|\b(?:and|but|while|although|though|because|which|who|that|as|when|where)\b"
)
_ORDINALS = frozenset("first second third fourth fifth sixth last next".split())
_DENIED = re.compile(r"\b(?:no|not|never|without|nor|neither|denied|denies|\w+n[’']t)\b", re.I)
# A denial belongs to a word that stands this few characters behind it.
_REACH = 30
# Words between a word and the name it belongs to.
_BESIDE = 3
# Two statements tell one thing when their clauses share this many words of meaning, or, of an
# event that a noun names, the sentences this many.
_SHARED, _SHARED_OF_EVENT = 1, 3
# The words that two verbs of saying bring are the same when the shorter has this part of the other.
_ROUNDING = Decimal("0.05")
_SAME_WORDS, _LEAST_WORDS = 0.5, 2


@dataclass(frozen=True, slots=True)
class WordUse:
    """One word in its sentence: `text` is the article's, spans count in it."""

    text: str
    sentence: Span
    word: Span


def is_same_thing(one: WordUse, other: WordUse, *, event: bool = False) -> bool:
    """True when two words of one set are said of one thing: same actor or object, same polarity.

    Names that stand beside both words must be the same, neither may be denied alone, and their
    clauses must share a word of meaning that is no name, or two words, beside the two; with
    `event`, for nouns that name what happened, it is enough that the sentences share three.
    """
    names = [_names_beside(use) for use in (one, other)]
    if all(names) and not names[0] & names[1]:
        return False
    if is_denied(one) != is_denied(other):
        return False
    shared = _shared(one, other, _clause)
    if len(shared) >= _SHARED and (len(shared) > 1 or not shared <= _names(one)):
        return True
    return event and len(_shared(one, other, lambda use: use.sentence)) >= _SHARED_OF_EVENT


def is_denied(use: WordUse) -> bool:
    """True when a denial stands shortly before the word in its clause."""
    start = max(_clause(use).start, use.word.start - _REACH)
    return _DENIED.search(use.text, start, use.word.start) is not None


def colours_shared_word(coloured: WordUse, text: str, sentence: Span) -> bool:
    """True when what an emotive word colours stands in another statement with no such word.

    What it colours is the next word of meaning ("shivering survivors"); of a participle with a
    preposition behind it ("torn from") also the one before. The other statement must not have
    another adjective before it, and the emotive word must not stand in quotation marks.
    """
    if is_in_marks(coloured):
        return False
    before, after = _neighbours(coloured)
    wanted = [w for w in (after, before if _is_predicate(coloured) else None) if w]
    mine = _content(coloured.text, coloured.sentence)
    theirs = words(text, sentence)
    for word in wanted:
        places = [n for n, span in enumerate(theirs) if are_related(span.of(text), word)]
        if not any(_is_bare(text, theirs, n, mine) for n in places):
            return False
    return bool(wanted)


def is_in_marks(use: WordUse) -> bool:
    """True for a word between quotation marks, which is somebody else's."""
    return any(each.outer.contains(use.word) for each in quoted_stretches(use.text, [use.sentence]))


def brings_same_words(one: Quote, one_text: str, other: Quote, other_text: str) -> bool:
    """True when two quotes or reports of one speaker give half of the same words of meaning.

    A participle before a noun ("the president's alleged demands") brings no words at all.
    """
    for quote, text in ((one, one_text), (other, other_text)):
        if quote.cue is None or _is_attribute(text, quote.cue):
            return False
    mine = [w for part in one.parts for w in _content(one_text, part)]
    theirs = [w for part in other.parts for w in _content(other_text, part)]
    short, long = sorted((mine, theirs), key=len)
    names = _capitals(one_text, other_text)
    plain = [word for word in short if word not in names]
    short = plain if len(plain) >= _LEAST_WORDS else short
    have = frozenset(r for word in long for r in roots(word))
    shared = sum(not roots(word).isdisjoint(have) for word in short)
    # "$6 million" for "$6.3 million" is a shared figure.
    shared += _has_near_figure(one.parts, one_text, other.parts, other_text)
    return shared >= max(_SAME_WORDS * len(short), min(_LEAST_WORDS, len(short)), 1)


def _has_near_figure(
    parts: Iterable[Span], text: str, others: Iterable[Span], other_text: str
) -> bool:
    """True when some figures of both are unequal and within a rounding of each other."""
    mine, theirs = (
        [n.quantity.low for p in spans for n in numbers(p.of(whole)) if n.quantity.low]
        for spans, whole in ((parts, text), (others, other_text))
    )
    return any(a != b and abs(a - b) <= _ROUNDING * max(a, b) for a in mine for b in theirs)


def _is_attribute(text: str, cue: Span) -> bool:
    before = text[max(0, cue.start - 4) : cue.start] + text[cue.start : cue.end][:2]
    return re.search(r"[’']s\s?|\b(?:the|an?|his|her|its)\s", before) is not None


def _shared(one: WordUse, other: WordUse, part: Callable[[WordUse], Span]) -> set[str]:
    mine, theirs = (
        {w for w in _content(use.text, part(use)) if not are_related(w, use.word.of(use.text))}
        for use in (one, other)
    )
    have = frozenset(root for word in theirs for root in roots(word))
    return {word for word in mine if not roots(word).isdisjoint(have)}


def _names(use: WordUse) -> set[str]:
    """The words of a sentence with a capital, its first one left out."""
    spans = words(use.text, use.sentence)[1:]
    return {folded_text(w) for span in spans if (w := span.of(use.text))[0].isupper()}


def _capitals(*texts: str) -> frozenset[str]:
    """The words that texts write with a capital and never small."""
    capital, small = zip(*map(_by_capital, texts), strict=True)
    return frozenset().union(*capital).difference(*small)


@lru_cache(maxsize=128)
def _by_capital(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words, folded, that a text writes with a capital, and those that it writes small."""
    printed = word_texts(text)
    small = frozenset(word for word in printed if word[0].islower())
    return frozenset(folded_text(w) for w in printed if w[0].isupper()), small


def _clause(use: WordUse) -> Span:
    start, end = use.sentence.start, use.sentence.end
    for mark in _CLAUSE.finditer(use.text, start, end):
        if mark.end() <= use.word.start:
            start = mark.end()
        elif mark.start() >= use.word.end:
            end = mark.start()
            break
    return Span(start, end)


def _names_beside(use: WordUse) -> set[str]:
    """The words with a capital right beside a word: "President Korvell", "Ilse Roe, the boss"."""
    spans = words(use.text, use.sentence)
    at = [n for n, span in enumerate(spans) if span.overlaps(use.word)]
    if not at:
        return set()
    after = spans[at[-1] + 1 : at[-1] + 1 + _BESIDE]
    before = spans[max(0, at[0] - _BESIDE) : at[0]]
    # "head of the Sleep Group" has no name behind it, "Roe, the head" has one before it.
    for near, passed in ((after, frozenset[str]()), (before[::-1], DETERMINERS)):
        found = _run_of_names(use, near, passed)
        if found:
            return found
    return set()


def _run_of_names(use: WordUse, near: Sequence[Span], passed: frozenset[str]) -> set[str]:
    found: set[str] = set()
    for span in near:
        word = span.of(use.text)
        if word[0].isupper() and span.start != use.sentence.start:
            found.add(folded_text(word))
        elif found or (folded_text(word) in STOP and folded_text(word) not in passed):
            break
    return found


def _neighbours(use: WordUse) -> tuple[str | None, str | None]:
    spans = words(use.text, _clause(use))
    before = [w for s in spans if s.end <= use.word.start and (w := s.of(use.text))]
    after = [w for s in spans if s.start >= use.word.end and (w := s.of(use.text))]
    told = [[w for w in side if folded_text(w) not in STOP] for side in (before[::-1], after)]
    return (told[0][0] if told[0] else None), (told[1][0] if told[1] else None)


def _is_predicate(use: WordUse) -> bool:
    """True when a function word or nothing follows: "was torn from", "was a hero"."""
    following = words(use.text, Span(use.word.end, _clause(use).end))[:1]
    return not following or folded_text(following[0].of(use.text)) in STOP


def _is_bare(text: str, spans: Sequence[Span], at: int, mine: Iterable[str]) -> bool:
    """True when no further describing word stands right before a word, other than mine."""
    if at == 0:
        return True
    gap = text[spans[at - 1].end : spans[at].start]
    before = spans[at - 1].of(text)
    if gap.strip(" -‐‑") or before[0].isupper() or not before[0].isalpha():
        return True
    plain = folded_text(before)
    counted = plain in _ORDINALS or bool(numbers(before))
    return plain in STOP or counted or any(are_related(plain, word) for word in mine)


def _content(text: str, span: Span) -> list[str]:
    found = map(folded_text, word_texts(text, span))
    return [word for word in found if word not in STOP]
