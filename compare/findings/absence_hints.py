"""Innocent reasons why an article may not carry what others do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from statistics import median

from compare.english.word_lists import sections, word_list
from compare.model.articles import Article, Document, Precision
from compare.model.facts import Fact
from compare.model.findings import Hint
from compare.text.fold import folded_text

# An article with less than this part of the words of the others is a shorter one.
_SHORTER = 0.65
_EARLIER = timedelta(minutes=30)
# An article with less than this part of its sentences in shared facts tells another story.
_COMMON_GROUND = 0.4
# A local outlet names its own place this often, and this many times as often as the others do.
_NAMED, _MORE_OFTEN = 2, 2.0
_SHORTEST_PLACE = 4


class Reasons:
    """What is known of each article that may be a reason: length, time, place and focus."""

    def __init__(self, articles: Sequence[Article], facts: Sequence[Fact]) -> None:
        self._articles = {article.letter: article for article in articles}
        self._words = {article.letter: _words(article) for article in articles}
        shared = {m.sentence for fact in facts if fact.shared for m in fact.mentions}
        self._elsewhere = {a.letter for a in articles if _common_ground(a, shared) < _COMMON_GROUND}
        self._local = {article.letter for article in articles if _is_local(article, articles)}

    def of(self, letter: str, said_by: Sequence[str]) -> tuple[Hint, ...]:
        """The reasons that apply to an article, given the articles that carry the fact."""
        return tuple(self._found(letter, said_by))

    def _found(self, letter: str, said_by: Sequence[str]) -> Iterator[Hint]:
        if self._words[letter] < _SHORTER * median(self._words[other] for other in said_by):
            yield Hint.SHORTER
        one = self._articles[letter].document
        if all(_is_earlier(one, self._articles[other].document) for other in said_by):
            yield Hint.EARLIER
        if letter in self._local:
            yield Hint.LOCAL
        if letter in self._elsewhere:
            yield Hint.FOCUS


def hours_earlier(one: Document, other: Document) -> float | None:
    """How many hours before the other a document was published; None when that is not known.

    Days known without a time count as whole days, times without a zone as those of the other.
    """
    if one.published is None or other.published is None:
        return None
    a, b = one.published, other.published
    if Precision.DAY in (one.published_precision, other.published_precision):
        return 24.0 * (b.date() - a.date()).days
    return (_like(b, a) - _like(a, b)).total_seconds() / 3600


def _like(moment: datetime, other: datetime) -> datetime:
    """The moment with the zone of the other, when it has none."""
    return moment if moment.tzinfo else moment.replace(tzinfo=other.tzinfo)


def _is_earlier(one: Document, other: Document) -> bool:
    hours = hours_earlier(one, other)
    return hours is not None and timedelta(hours=hours) >= _EARLIER


def _words(article: Article) -> int:
    return sum(len(article.words_of(s.span).split()) for s in article.sentences if s.in_story)


def _common_ground(article: Article, shared: set[str]) -> float:
    story = [s.id for s in article.sentences if s.in_story]
    return sum(1 for s in story if s in shared) / len(story) if story else 1.0


def _is_local(article: Article, articles: Sequence[Article]) -> bool:
    """True when the article names a place of its outlet's name far more often than others do."""
    others = [other for other in articles if other is not article]
    return any(
        here >= _NAMED and here >= _MORE_OFTEN * _mean(_count(other, place) for other in others)
        for place in _places(article.document.outlet)
        for here in [_count(article, place)]
    )


def _places(outlet: str) -> list[str]:
    """The words of an outlet's name that may be a place: not "Daily", "Post" or "The"."""
    usual = sections("agencies")["outlet"] | word_list("stop") | word_list("masthead-words")
    names = re.findall(r"[A-Z][\w’'-]+", outlet)
    return [w for w in names if folded_text(w) not in usual and len(w) >= _SHORTEST_PLACE]


def _count(article: Article, word: str) -> int:
    """How often the article has the word outside the name of its outlet."""
    text = article.document.text.replace(article.document.outlet, "")
    return len(re.findall(rf"\b{re.escape(word)}\b", text))


def _mean(counts: Iterator[int]) -> float:
    known = list(counts)
    return sum(known) / len(known) if known else 0.0
