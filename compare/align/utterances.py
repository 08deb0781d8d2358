"""A quote as words with their places: what is compared when two outlets quote one utterance."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from compare.model.articles import Article
from compare.model.quotes import Quote, QuoteKind
from compare.model.spans import Span
from compare.text.fold import fold, folded
from compare.text.wordlists import sections, word_list
from compare.text.words import STOP, stem

_TOKEN = re.compile(
    r"\[|\]|(?:\.\s?){3,}|…|[^\W_]+(?:\*+|-{2,}|[’'.,])[^\W_*]+(?:[’'.,][^\W_]+)*|[^\W_]+\*+|[^\W_]+"
)
_LETTERS = re.compile(r"(?:[a-z]\.)+[a-z]?$")
_NUMBER = re.compile(r"^\d[\d.,]*$")
_SMALL = frozenset(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
    thousand million billion dozen
    """.split()
)
_DIGITS = {w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine ten "
                                           "eleven twelve".split())}  # fmt: skip
_NEGATIONS = word_list("negations")
_HEDGES = frozenset(
    """
    may might could perhaps probably possibly maybe likely apparently allegedly reportedly
    seemingly almost nearly unlikely potentially supposedly hopefully somewhat
    """.split()
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One word: folded text, its place in the document, in which part, inside brackets or not."""

    low: str
    span: Span
    part: int
    bracketed: bool = False
    marked: bool = True


@dataclass(frozen=True)
class Utterance:
    """A quote of an article with its words; `gaps` are the indexes of words after an ellipsis."""

    article: str
    quote: Quote
    words: tuple[Spoken, ...]
    gaps: frozenset[int]
    text: str

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The folded words in order."""
        return tuple(w.low for w in self.words)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the words that carry meaning."""
        return frozenset(stem(w) for w in self.lows if w not in STOP and len(w) > 1)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures said, in digits where they are small."""
        return numbers(self.lows)

    @cached_property
    def negated(self) -> bool:
        """True when the words, or the verb that reports them, deny."""
        return (denials(self.lows) > 0) != self.quote.negated

    @cached_property
    def in_marks(self) -> Utterance:
        """The same quote without its words outside quotation marks."""
        words = tuple(w for w in self.words if w.marked)
        if not words:
            return self
        text = " ".join(w.low for w in words)
        return Utterance(self.article, self.quote, words, frozenset(), text)

    @property
    def kind(self) -> QuoteKind:
        """Direct, mixed or indirect."""
        return self.quote.kind


def utterances(articles: Iterable[Article]) -> list[Utterance]:
    """All quotes that can be compared, nested reports left out."""
    return [
        utterance(article, quote)
        for article in articles
        for quote in article.quotes
        if "nested" not in quote.flags or quote.marked
    ]


def utterance(article: Article, quote: Quote) -> Utterance:
    """The words of a quote, part by part."""
    words: list[Spoken] = []
    gaps: set[int] = set()
    text = article.document.text
    for number, part in enumerate(quote.parts):
        bracketed = False
        for token in _TOKEN.finditer(text, part.start, part.end):
            piece = token.group()
            if piece in "[]":
                bracketed = piece == "["
            elif piece[0] in ".…":
                gaps.add(len(words))
            else:
                span = Span(token.start(), token.end())
                inside = any(m.contains(span) for m in quote.marked)
                words.append(Spoken(_low(piece), span, number, bracketed, inside))
    said = " ".join(part.of(text) for part in quote.parts)
    return Utterance(article.letter, quote, tuple(words), frozenset(gaps), folded(said))


@lru_cache(maxsize=65536)
def _low(piece: str) -> str:
    """Folded; a word with letters hidden by stars or dashes is its first letter and a star."""
    low = fold(piece).text
    if "*" in low or "--" in low:
        return low[0] + "*"
    if _LETTERS.match(low):
        return low.replace(".", "")
    return low.strip(".,-") or low


def numbers(words: Iterable[str]) -> frozenset[str]:
    """The words that are figures: digits as they stand, small number words as digits."""
    found = set()
    for word in words:
        if _NUMBER.match(word):
            found.add(word.replace(",", ""))
        elif word in _SMALL:
            found.add(_DIGITS.get(word, word))
    return frozenset(found)


def hedged(words: Iterable[str]) -> bool:
    """True when a word leaves the statement open."""
    return any(word in _HEDGES for word in words)


def denials(words: Iterable[str]) -> int:
    """How many words negate."""
    return sum(w in _NEGATIONS or w.endswith("n't") for w in words)


PRONOUNS: frozenset[str] = sections("function-words")["pronoun"]
"""Words that stand for somebody, and change when speech is turned into a report."""
