"""The articles of a story in the order of time: versions, copies, and what counts once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from compare.align.reuse import wordings_of
from compare.model.articles import Article, Document
from compare.model.comparison import Comparison
from compare.model.facts import Fact
from compare.model.findings import Reuse
from compare.text.fold import folded_text

# Two articles of one outlet with so much text in common are versions of one article.
_VERSION = 0.4


@dataclass(frozen=True, slots=True)
class Timeline:
    """The articles in the order of time; `version_of` gives the earlier version of a letter."""

    articles: tuple[Article, ...]
    version_of: dict[str, str]
    reuse: tuple[Reuse, ...]

    def outlet(self, letter: str) -> str:
        """The outlet of an article."""
        return self._document(letter).outlet

    def published(self, letter: str) -> datetime | None:
        """When an article was published."""
        return self._document(letter).published

    def is_later(self, one: str, other: str) -> bool:
        """True when the first article is known to have come after the second."""
        a, b = self.published(one), self.published(other)
        return a is not None and b is not None and comparable_moment(a) > comparable_moment(b)

    def voices(self, fact: Fact, letters: Sequence[str]) -> int:
        """How many outlets among some articles state a fact in wordings of their own."""
        first: dict[str, str] = {}
        for letter in letters:
            first.setdefault(folded_text(self.outlet(letter)), letter)
        kept = set(first.values())
        told = tuple(mention for mention in fact.mentions if mention.article in kept)
        return wordings_of(replace(fact, mentions=told, links=()), self.reuse)

    def _document(self, letter: str) -> Document:
        return next(a.document for a in self.articles if a.letter == letter)


def in_order_of_time(documents: Sequence[Document]) -> tuple[list[Document], list[str]]:
    """The documents by time of publication, unknown times last, and warnings.

    The same text of the same outlet counts once. The order of the input decides nothing.
    """
    kept: dict[tuple[str, str], Document] = {}
    warnings: list[str] = []
    for document in sorted(documents, key=_key):
        key = (folded_text(document.outlet), document.sha256)
        if key in kept:
            warnings.append(f"{document.outlet}: the same text is there twice; it counts once.")
        else:
            kept[key] = document
    unknown = [d.outlet for d in kept.values() if d.published is None]
    if unknown:
        warnings.append(
            f"The time of publication is not known for {', '.join(unknown)}; "
            "what comes first is open there."
        )
    return list(kept.values()), warnings


def timeline_of(comparison: Comparison) -> Timeline:
    """The timeline of a comparison whose articles are in the order of time."""
    articles = comparison.articles
    version_of: dict[str, str] = {}
    for at, later in enumerate(articles):
        for earlier in articles[:at]:
            if _is_version(earlier, later, comparison.reuse):
                version_of[later.letter] = earlier.letter
    return Timeline(articles, version_of, comparison.reuse)


def comparable_moment(moment: datetime) -> datetime:
    """A moment that can be compared with every other; one without a zone counts as UTC."""
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=UTC)


def _key(document: Document) -> tuple[bool, datetime, str, str]:
    known = document.published
    moment = comparable_moment(known) if known else datetime.max.replace(tzinfo=UTC)
    return (known is None, moment, document.outlet, document.sha256)


def _is_version(earlier: Article, later: Article, reuse: Sequence[Reuse]) -> bool:
    one, other = earlier.document, later.document
    if folded_text(one.outlet) != folded_text(other.outlet):
        return False
    if one.url and one.url == other.url:
        return True
    pair = {earlier.letter, later.letter}
    return any(pair <= set(each.articles) and each.share >= _VERSION for each in reuse)
