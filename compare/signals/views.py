"""Sentences prepared for comparison: everything that is looked at twice is worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from compare.english.word_lists import word_list
from compare.model.articles import Article
from compare.model.figures import Figure, FigureKind
from compare.model.quotes import Quote
from compare.model.spans import Span
from compare.text.fold import folded_text
from compare.text.numbers import numbers
from compare.text.words import STOP, folded_word_texts, stem, word_texts

FigureKey = tuple[str, str, Decimal | None, Decimal | None]
_ON_THE_CLOCK = (FigureKind.DATE.value, FigureKind.TIME.value)

# Equal numbers from this one on are seldom equal by chance.
_LARGE = 10
PLAIN_SPEECH = word_list("plain-speech")
_COUNTS_AND_DAYS = word_list("counts-and-days")
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\w+n[’']t|denied|denies|deny"
    r"|denying|refused|refuses|refuse|failed|declined)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A sentence ready to be compared; all words are folded, stems are content words only.

    `content` holds the stems of the sentence and of those whose words it gives, so that "she" and
    "Ms Roe" weigh the same.

    `at` is the place of the sentence among those of the story, `of` how many there are, `index` its
    place in `Article.sentences`. `marked` is the share of it that stands in quotation marks, 0..1,
    `speakers` holds the stems of the names of those whose words it gives, `negated` tells of a word
    such as "not" or "denied". `days` holds the days and hours, which are no `figures`: much happens
    on one "Friday", `large` the values of exact figures from 10 on, whatever they count.
    """

    document: int
    index: int
    at: int
    of: int
    plain: str
    stems: tuple[str, ...]
    content: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    figures: frozenset[FigureKey]
    days: frozenset[FigureKey]
    large: frozenset[Decimal | None]
    letters: frozenset[str]
    marked: float
    speakers: frozenset[str]
    negated: bool

    @property
    def place(self) -> float:
        """Where the sentence stands in the story: 0.0 at the top, 1.0 at the end."""
        return self.at / (self.of - 1) if self.of > 1 else 0.0


def views(article: Article, document: int) -> tuple[View, ...]:
    """The sentences of an article's story, prepared; asides are left out, datelines masked."""
    story = [(i, s) for i, s in enumerate(article.sentences) if s.in_story]
    return tuple(
        _of_span(article, sentence.span, document=document, index=index, at=at, of=len(story))
        for at, (index, sentence) in enumerate(story)
    )


def statement_view(article: Article, statement: Span, sentence: View) -> View:
    """A statement of a sentence, prepared; it stands where its sentence stands."""
    if statement == article.sentences[sentence.index].span:
        return sentence
    return _of_span(
        article,
        statement,
        document=sentence.document,
        index=sentence.index,
        at=sentence.at,
        of=sentence.of,
    )


def view_of(text: str, *, in_story: bool = False) -> View:
    """A text on its own, prepared as if it were the only sentence of its article.

    With `in_story` it is to be compared with statements, so that numbers and days are no content.
    """
    figures = [
        (number.kind.value, number.quantity.unit or "", number.quantity.low, number.quantity.high)
        for number in numbers(text)
    ]
    left_out = _COUNTS_AND_DAYS if in_story else frozenset()
    return _view(text, document=0, index=0, at=0, of=1, figures=figures, left_out=left_out)


def _of_span(article: Article, span: Span, *, document: int, index: int, at: int, of: int) -> View:
    text = article.document.text
    masked = _masked(text, span, [aside.span for aside in article.asides])
    here = [quote for quote in article.quotes if any(part.overlaps(span) for part in quote.parts)]
    marked = [part for quote in here for part in quote.marked if part.overlaps(span)]
    return _view(
        masked,
        document=document,
        index=index,
        at=at,
        of=of,
        figures=[key for figure in article.figures_in(span) for key in _figure_keys(figure)],
        left_out=_COUNTS_AND_DAYS,
        marked=_share(span, marked),
        speakers=_speakers(here),
    )


def _share(span: Span, parts: Iterable[Span]) -> float:
    """The share of the characters of the span that lie in the parts, which do not overlap."""
    inside = sum(min(part.end, span.end) - max(part.start, span.start) for part in parts)
    return min(1.0, inside / (span.end - span.start))


def _speakers(quotes: Iterable[Quote]) -> frozenset[str]:
    """The stems of the names of all speakers, also where the sentence says "she"."""
    named = (q.speaker.name for q in quotes if q.speaker and not q.speaker.anonymous)
    printed = (word for name in named for word in word_texts(name))
    return frozenset(_content(folded_text(word) for word in printed if word[0].isupper()))


def _view(
    text: str,
    *,
    document: int,
    index: int,
    at: int,
    of: int,
    figures: Iterable[FigureKey],
    left_out: frozenset[str],
    marked: float = 0.0,
    speakers: frozenset[str] = frozenset(),
) -> View:
    told = tuple(figures)
    lowered = folded_word_texts(text)
    stems = tuple(_content(word for word in lowered if word not in left_out))
    return View(
        document=document,
        index=index,
        at=at,
        of=of,
        plain=" ".join(lowered),
        stems=stems,
        content=speakers.union(stems),
        pairs=frozenset(pairwise(stems)),
        names=_names(text),
        figures=frozenset(key for key in told if key[0] not in _ON_THE_CLOCK),
        days=frozenset(key for key in told if key[0] in _ON_THE_CLOCK),
        large=frozenset(key[2] for key in told if _is_large(key)),
        letters=_letters(lowered),
        marked=marked,
        speakers=speakers,
        negated=_NEGATION.search(text) is not None,
    )


def _is_large(key: FigureKey) -> bool:
    kind, _, low, high = key
    return low is not None and low == high and low >= _LARGE and kind not in _ON_THE_CLOCK


@lru_cache(maxsize=8192)
def content_of(text: str) -> tuple[str, ...]:
    """The stems of the content words of a text, in order.

    >>> content_of("The mayor said that two bridges had fallen.")
    ('mayor', 'two', 'bridg', 'fallen')
    """
    return tuple(_content(folded_word_texts(text)))


@lru_cache(maxsize=8192)
def fact_stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that can carry a fact: content words, no number, no day.

    Two statements that share a "three" or a "Tuesday" need not speak of one thing; figures are
    compared as figures.
    """
    return frozenset(
        _content(word for word in folded_word_texts(text) if word not in _COUNTS_AND_DAYS)
    )


def _content(lowered: Iterable[str]) -> list[str]:
    """Stems without stop words and reporting verbs, which say nothing of the fact itself."""
    kept = (w for w in lowered if w not in STOP and w not in PLAIN_SPEECH)
    return [s for s in map(stem, kept) if s]


def _names(text: str) -> frozenset[str]:
    """Stems of capitalised words that do not owe their capital to the start of the sentence."""
    found = list(zip(word_texts(text), folded_word_texts(text), strict=True))
    return frozenset(stem(word) for word, low in found[1:] if word[0].isupper() and low not in STOP)


def _figure_keys(figure: Figure) -> Iterator[FigureKey]:
    """What makes two figures the same: the value and, for a count, a word for what is counted."""
    quantity = figure.quantity
    counted = content_of(figure.counts) if figure.kind is FigureKind.COUNT else ()
    for unit in counted or (quantity.unit or "",):
        yield (figure.kind.value, unit, quantity.low, quantity.high)


def _letters(lowered: Iterable[str]) -> frozenset[str]:
    """The runs of four letters of each word, with its edges: likeness beyond equal stems."""
    return frozenset(run for word in set(lowered) for run in _runs_of(word))


@lru_cache(maxsize=16384)
def _runs_of(word: str) -> tuple[str, ...]:
    edged = f" {word} "
    return tuple(edged[i : i + 4] for i in range(max(1, len(edged) - 3)))


def _masked(text: str, span: Span, asides: Sequence[Span]) -> str:
    """The words of the sentence with every aside inside it blanked out."""
    piece = span.of(text)
    for aside in asides:
        if aside.overlaps(span):
            start, end = max(aside.start, span.start) - span.start, min(aside.end, span.end)
            piece = piece[:start] + " " * (end - span.start - start) + piece[end - span.start :]
    return piece
