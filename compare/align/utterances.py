"""A quote as words with their places: what is compared when two outlets quote one utterance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from compare.english.hedges import OF_QUOTATIONS
from compare.english.word_lists import sections, word_list
from compare.model.articles import Article
from compare.model.quotes import Quote, QuoteKind
from compare.model.spans import Span
from compare.text.fold import fold, folded_text
from compare.text.spelling import spelling_key
from compare.text.words import STOP, stem

# Characters that no reader sees, which some pages have inside their words.
_UNSEEN = r"[\u00ad\u200b\u200c\u200d\u2060\ufeff]*"
_LETTERED = rf"(?:[^\W_]{_UNSEEN})+"
_TOKEN = re.compile(
    r"\[|\]|(?:\.\s?){3,}|…|%|\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?|\bper\scent\b"
    r"|\b(?:re|co|pre|non|anti|multi|semi|sub|un)[-‐‑](?=[^\W\d_])[^\W_]+"
    rf"|{_LETTERED}(?:\*+|-{{2,}}|[’'.,]{_UNSEEN}){_LETTERED}(?:[’'.,]{_LETTERED})*"
    rf"|{_LETTERED}\*+|{_LETTERED}",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?:[a-z]\.)+[a-z]?$")
_NUMBER = re.compile(r"^\d[\d.,]*$")
_AMOUNTS = frozenset(["hundred", "thousand", "million", "billion", "dozen"])
_FEWEST_SAID = 4
_NEGATIONS = word_list("negations")
# After "no", "not" or "without" these leave the statement as it is.
_AFFIRMED = frozenset(
    """
    doubt doubts only less fewer question exception least wonder matter secret merely just
    """.split()
)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word: its key, its place in the document, in which part, inside brackets or not.

    `low` is the folded word in the one spelling that all houses share, `printed` the folded word.
    """

    low: str
    span: Span
    part: int
    bracketed: bool = False
    marked: bool = True
    printed: str = ""


@dataclass(frozen=True)
class Utterance:
    """A quote of an article with its words; `gaps` are the indexes of words after an ellipsis."""

    article: str
    quote: Quote
    words: tuple[SpokenWord, ...]
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
        return number_keys(self.lows)

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
    """All quotes that can be compared, reports inside reports and scare quotes left out."""
    return [
        utterance(article, quote)
        for article in articles
        for quote in article.quotes
        if ("nested" not in quote.flags or quote.marked)
        and not _is_scare_quote(article.document.text, quote)
    ]


def _is_scare_quote(text: str, quote: Quote) -> bool:
    """True for a word or two in marks that nobody is said to have said."""
    words = sum(len(mark.of(text).split()) for mark in quote.marked)
    if "headline" in quote.flags:
        return False
    return bool(quote.marked) and quote.cue is None and words < _FEWEST_SAID


def utterance(article: Article, quote: Quote) -> Utterance:
    """The words of a quote, part by part."""
    words: list[SpokenWord] = []
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
                printed = _low(piece)
                low = spelling_key(printed)
                words.append(SpokenWord(low, span, number, bracketed, inside, printed))
    said = " ".join(part.of(text) for part in quote.parts)
    return Utterance(article.letter, quote, tuple(words), frozenset(gaps), folded_text(said))


@lru_cache(maxsize=65536)
def _low(piece: str) -> str:
    """Folded; a word with letters hidden by stars or dashes is its first letter and a star."""
    low = fold(piece).text
    if "*" in low or "--" in low:
        return low[0] + "*"
    if _LETTERS.match(low):
        return low.replace(".", "")
    return low.strip(".,-") or low


def number_keys(words: Iterable[str]) -> frozenset[str]:
    """The keys of words that are figures, number words among them."""
    return frozenset(word for word in words if _NUMBER.match(word) or word in _AMOUNTS)


def is_hedged(words: Iterable[str]) -> bool:
    """True when a word leaves the statement open."""
    return any(word in OF_QUOTATIONS for word in words)


def denials(words: Sequence[str]) -> int:
    """How many words negate; "no doubt", "not only" and "no less than" do not."""
    return sum(
        (word in _NEGATIONS or word.endswith("n't"))
        and (words[at + 1] if at + 1 < len(words) else "") not in _AFFIRMED
        for at, word in enumerate(words)
    )


PRONOUNS: frozenset[str] = sections("function-words")["pronoun"]
"""Words that stand for somebody, and change when speech is turned into a report."""
