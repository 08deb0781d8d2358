"""What questions are made from: a comparison with its student copies, and what is sure in it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from compare.model.articles import Sentence
from compare.model.comparison import Comparison
from compare.model.corrections import ignored_ids
from compare.model.facts import Fact
from compare.model.quotes import Quote, QuoteKind
from compare.model.spans import Span
from compare.teach.blind import Blinder, StudentCopy
from compare.teach.question import Cite
from compare.text.fold import folded_text
from compare.text.meaning import meaning, without_names, word_beginnings
from compare.text.words import words
from compare.verify.answers import HeardSentence, is_verified

C = TypeVar("C")

# Shares of the words of meaning of a statement that a sentence has: with the first it says the
# same if the program also found it to be the same fact, below the second it cannot say it.
SAYS = 0.6
CANNOT_SAY = 0.34
# With so many words a share of them means something.
_FEWEST_ROOTS = 3
_FEWEST_COMMON = 3
# A last word this short with a capital may be an abbreviation, and the sentence may go on.
_ABBREVIATED = 4
_OPENERS = frozenset(
    "he she it they we i his her its their this that these those there but and so or also then "
    "however meanwhile such another other others both neither either as by in here now among "
    "yet still nor who which what when where why how you your our my one".split()
)
# Words that point to another sentence, unless an organisation says something of itself.
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|he|him|his|she|her|there)\b"
    r"|\b(?:of|in|at|for|on|by) (?:that|this)\b"
)
# A large number at the end does not say what it counts.
_BARE_NUMBER = re.compile(r"\d,\d{3}[.!]$")
_OWN_SUBJECT = re.compile(r"The (?:[A-Z]\w+ )+said it would\b")


class Material:
    """A comparison as the makers of questions use it; all words come as students see them."""

    def __init__(self, comparison: Comparison, blinder: Blinder, *, seed: int) -> None:
        self.c = comparison
        self.blinder = blinder
        self.seed = seed
        self.copies: tuple[StudentCopy, ...] = blinder.copies()
        self._words: dict[tuple[str, Span], str] = {}
        self.letters = tuple(copy.letter for copy in self.copies)
        self.texts = {copy.letter: copy.text for copy in self.copies}
        self._numbers = {
            line.sentence: line.number
            for copy in self.copies
            for paragraph in copy.paragraphs
            for line in paragraph
        }

    @cached_property
    def contested(self) -> frozenset[str]:
        """Ids of facts and findings that a user has corrected or set aside."""
        corrections = self.c.story.corrections
        return ignored_ids(corrections) | {fact for one in corrections for fact in one.facts}

    @cached_property
    def contested_quotes(self) -> frozenset[str]:
        """Ids of the quotations in findings that a user has set aside."""
        return frozenset(
            member.quote
            for group in self.c.quote_groups
            if group.id in self.contested
            for member in group.members
        )

    def sure(self, claims: Iterable[C]) -> Iterator[C]:
        """The claims that were verified; no other one may give a key."""
        return (claim for claim in claims if is_verified(claim))

    def is_open(self, fact: Fact) -> bool:
        """True for a verified fact that no user has corrected or set aside."""
        return is_verified(fact) and fact.id not in self.contested

    def quotes(self, letter: str) -> Iterator[Quote]:
        """The verified quotations of an article."""
        return self.sure(self.c.article(letter).quotes)

    def heard(self, letter: str) -> tuple[HeardSentence, ...]:
        """What students read of an article, headline first, and where somebody is quoted."""
        spoken = [
            part
            for quote in self.c.article(letter).quotes
            if quote.kind is not QuoteKind.INDIRECT
            for part in quote.parts
        ]
        said = {
            sentence.id
            for sentence in self.c.article(letter).sentences
            if any(sentence.span.overlaps(part) for part in spoken)
        }
        copy = self.copy(letter)
        lines = (line for paragraph in copy.paragraphs for line in paragraph)
        told = (HeardSentence(text=line.text, spoken=line.sentence in said) for line in lines)
        return (HeardSentence(text=copy.headline), *told)

    @cached_property
    def common(self) -> frozenset[str]:
        """The roots of words that more than half of the articles have, and three at the least."""
        found = Counter(
            root for text in self.texts.values() for root in word_beginnings(meaning(text))
        )
        most = max(_FEWEST_COMMON, len(self.texts) // 2 + 1)
        return frozenset(root for root, count in found.items() if count >= most)

    def drawn(self, key: str) -> str:
        """A value that orders things by the seed and by what they are, and by nothing else."""
        return hashlib.sha256(f"{self.seed}\x1f{key}".encode()).hexdigest()

    def shuffled(self, several: Iterable[str], key: str) -> list[str]:
        """Texts in an order that the seed draws."""
        return sorted(several, key=lambda text: self.drawn(f"{key}\x1f{text}"))

    def copy(self, letter: str) -> StudentCopy:
        """The student copy of an article."""
        return self.copies[self.letters.index(letter)]

    def words(self, letter: str, span: Span) -> str:
        """The words of a span as students see them."""
        if (letter, span) not in self._words:
            self._words[letter, span] = self.blinder.words(letter, span)
        return self._words[letter, span]

    def line(self, sentence_id: str) -> str:
        """How students cite a sentence, like "B7"; empty when it is not in their copy."""
        number = self._numbers.get(sentence_id)
        return f"{sentence_id.partition('.')[0]}{number}" if number else ""

    def paragraph_of(self, letter: str, number: int) -> int:
        """The paragraph of a student copy, from 1, that holds a sentence by its number."""
        for place, lines in enumerate(self.copy(letter).paragraphs, 1):
            if any(line.number == number for line in lines):
                return place
        raise KeyError(f"{letter}{number}")

    def sentence_at(self, letter: str, span: Span) -> Sentence | None:
        """The sentence of an article in which a span begins."""
        for sentence in self.c.article(letter).sentences:
            if sentence.span.start <= span.start < sentence.span.end:
                return sentence
        return None

    def cite(self, letter: str, span: Span) -> Cite | None:
        """The whole sentence around a span; None when students do not see it."""
        sentence = self.sentence_at(letter, span)
        if sentence is None or not (line := self.line(sentence.id)):
            return None
        return Cite(article=letter, line=line, text=self.words(letter, sentence.span))

    def cites(self, places: Iterable[tuple[str, Span]]) -> tuple[Cite, ...]:
        """The sentences around spans, each once; empty when students do not see one of them."""
        found = [self.cite(letter, span) for letter, span in places]
        if None in found:
            return ()
        return tuple(dict.fromkeys(cite for cite in found if cite is not None))

    def passage(self, letter: str, spans: Iterable[Span]) -> tuple[Cite, ...]:
        """Every sentence that spans reach into, in reading order; empty as in `cites`."""
        wanted = tuple(spans)
        sentences = [
            sentence
            for sentence in self.c.article(letter).sentences
            if any(sentence.span.overlaps(span) for span in wanted)
        ]
        return self.cites((letter, sentence.span) for sentence in sentences)

    def recall(self, statement: str, letter: str, upto: int | None = None) -> float:
        """How near any sentence of an article comes to a statement, 0..1.

        The larger share of its words of meaning, with and without its names, that one sentence has;
        two neighbouring sentences count as one, and words that begin alike as the same word.
        `upto` ends the search before that line.
        """
        lines = self._roots[letter][: None if upto is None else upto - 1]
        near = [frozenset().union(*lines[at : at + 2]) for at in range(len(lines))]
        whole, bare = (
            word_beginnings(meaning(statement)),
            word_beginnings(meaning(without_names(statement))),
        )
        wanted = [each for each in (whole, bare) if len(each) >= _FEWEST_ROOTS]
        return max((len(each & pair) / len(each) for each in wanted for pair in near), default=0.0)

    @cached_property
    def _roots(self) -> dict[str, list[frozenset[str]]]:
        return {
            copy.letter: [
                word_beginnings(meaning(line.text)) for p in copy.paragraphs for line in p
            ]
            for copy in self.copies
        }


def share_of_words(statement: str, text: str) -> float:
    """The smaller share of the statement's words, with and without names, that a text has, 0..1."""
    has = word_beginnings(meaning(text))
    whole, bare = (
        word_beginnings(meaning(statement)),
        word_beginnings(meaning(without_names(statement))),
    )
    return min((len(each & has) / len(each) for each in (whole, bare) if each), default=0.0)


def likeness_of(one: str, other: str) -> float:
    """Words of meaning that two texts have in common, of all they have, 0..1."""
    a, b = meaning(one), meaning(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def stands_alone(statement: str, *, least: int = 6, most: int = 26) -> bool:
    """True for a whole sentence that can be understood without those before it."""
    found = [span.of(statement) for span in words(statement)]
    if not least <= len(found) <= most or "…" in statement or not statement[:1].isupper():
        return False
    if any(mark in statement for mark in '“”"‘[]') or statement.count("'") > 1:
        return False
    if found[-1][:1].isupper() and len(found[-1]) <= _ABBREVIATED:
        return False
    if found[0].lower() in _OPENERS or statement.rstrip()[-1:] not in ".!" or ":" in statement:
        return False
    if _BARE_NUMBER.search(statement):
        return False
    pronoun = _POINTS_BACK.search(statement)
    return pronoun is None or _OWN_SUBJECT.match(statement) is not None


def whole_word(word: str, text: str) -> bool:
    """True when the words stand in a folded text, not as a part of longer ones."""
    sought = folded_text(word)
    at = text.find(sought)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(sought) : at + len(sought) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(sought, at + 1)
    return False


def first_of(several: Sequence[str], count: int) -> list[str]:
    """The first different texts of a list."""
    return list({folded_text(text): text for text in reversed(several)}.values())[::-1][:count]
