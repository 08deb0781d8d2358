"""May "only here" or "not found" be said? A second look at an article, with a lower floor.

Matching sentences to each other wants high likeness, so that what it joins is the same fact. What
it leaves apart may still stand in an article: in a headline, a caption, half of a quotation, or in
other words. This look asks for less: how much of a statement's own weight is in one place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.model.articles import Article, AsideKind, Part
from compare.model.figures import Figure, FigureKind, Hedge
from compare.model.spans import Span
from compare.signals.views import content_of
from compare.text.fold import folded_text
from compare.text.word_forms import roots
from compare.text.words import STOP, word_texts

# A place with this share of a statement's weight states a part of it, ...
_PARTLY = 0.62
# ... and one with this share may state it in other words.
_PERHAPS = 0.36
# A figure of the statement beside fewer of its words says as much.
_WITH_FIGURE = 0.28
# Words beside names that a place must share: names alone stand everywhere in a story. A statement
# of fewer is never stated partly, since one word is found anywhere.
_PLAIN = 2
# A bare count below this one is found anywhere.
_TELLING_COUNT = 4
_AGREE = (ValueRelation.EQUAL, ValueRelation.ROUNDED, ValueRelation.OVERLAP)
_READ = (AsideKind.CAPTION, AsideKind.PULL_QUOTE)


class LookedFor(StrEnum):
    """What a second look found."""

    NOT_FOUND = "not found"
    PERHAPS = "perhaps"
    PARTLY = "stated partly"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoughtStatement:
    """What can be looked for: the stems of a statement, those of names apart, and its figures."""

    stems: frozenset[str]
    names: frozenset[str]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedPlace:
    """A place in an article that can state something: one sentence or two in a row.

    `sentence` is the id of the first one and `span` what is looked at; both are None for the
    headline and the captions that stand beside the text.
    """

    sentence: str | None
    span: Span | None
    part: Part
    roots: frozenset[str]
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The places of an article in text order, and the numbers of those that hold each root."""

    places: tuple[SearchedPlace, ...]
    index: Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """The answer, the place that holds most of the statement, and the share of its weight there.

    `share` is in 0..1; `place` is None for "not found".
    """

    answer: LookedFor
    place: SearchedPlace | None
    share: float


def sought_statement(article: Article, span: Span) -> SoughtStatement:
    """What the words of a span state, ready to be looked for in other articles."""
    text = span.of(article.document.text)
    return SoughtStatement(
        stems=frozenset(content_of(text)),
        names=_names(article, span),
        figures=tuple(f for f in article.figures if span.contains(f.span)),
    )


def places_searched(article: Article) -> Searched:
    """Every place of an article: headline and captions beside it, sentences, sentence pairs."""
    document = article.document
    beside = [document.headline, document.standfirst, *(e.text for e in document.extras)]
    places = (*(_beside(text) for text in beside if text), *_in_text(article))
    index: dict[str, set[int]] = {}
    for number, place in enumerate(places):
        for root in place.roots:
            index.setdefault(root, set()).add(number)
    return Searched(places=places, index={r: frozenset(n) for r, n in index.items()})


def look_again(
    statement: SoughtStatement, article: Searched, weights: Mapping[str, float]
) -> SecondLook:
    """Look for a statement in all places of an article that was not found to state it.

    `weights` are those of the story's stems in 0..1 (`Rarity.stems`); a stem without one weighs 1.
    Of places with equal shares the first one counts, and one sentence before two.
    """
    held: dict[int, list[float]] = {}
    for stem in sorted(statement.stems):
        for number in _places_with(stem, article):
            held.setdefault(number, []).append(weights.get(stem, 1.0))
    if not held:
        return SecondLook(answer=LookedFor.NOT_FOUND, place=None, share=0.0)
    # An exact sum does not depend on the order of the stems.
    sums = {number: math.fsum(found) for number, found in held.items()}
    best = min(sums, key=lambda number: (-sums[number], number))
    share = sums[best] / math.fsum(weights.get(stem, 1.0) for stem in statement.stems)
    answer = _answer(statement, article.places[best], share)
    found = article.places[best] if answer is not LookedFor.NOT_FOUND else None
    return SecondLook(answer=answer, place=found, share=round(share, 3))


def _places_with(stem: str, article: Searched) -> set[int]:
    return {number for root in roots(stem) for number in article.index.get(root, ())}


def _answer(statement: SoughtStatement, place: SearchedPlace, share: float) -> LookedFor:
    shared = [s for s in statement.stems if _is_there(s, place)]
    plain = [s for s in shared if s not in statement.names]
    if share >= _PARTLY and len(plain) >= _PLAIN:
        return LookedFor.PARTLY
    if share >= _PERHAPS and plain:
        return LookedFor.PERHAPS
    figure = any(
        value_relation(own, other) in _AGREE
        for own in statement.figures
        if _is_telling(own)
        for other in place.figures
    )
    return LookedFor.PERHAPS if figure and share >= _WITH_FIGURE and plain else LookedFor.NOT_FOUND


def _is_there(stemmed: str, place: SearchedPlace) -> bool:
    return not roots(stemmed).isdisjoint(place.roots)


def _is_telling(figure: Figure) -> bool:
    """True for a figure that is not found anywhere: no vague one, no one, two or three."""
    low = figure.quantity.low
    few = figure.kind is FigureKind.COUNT and low is not None and low < _TELLING_COUNT
    return figure.quantity.hedge is not Hedge.VAGUE and not few


def _names(article: Article, span: Span) -> frozenset[str]:
    named = (name.span for name in article.names if name.span.overlaps(span))
    return frozenset(stem for one in named for stem in content_of(one.of(article.document.text)))


def _beside(text: str) -> SearchedPlace:
    return SearchedPlace(sentence=None, span=None, part=Part.HEADLINE, roots=_roots([text]))


def _in_text(article: Article) -> Iterator[SearchedPlace]:
    text = article.document.text
    read = [s for s in article.sentences if s.aside is None or s.aside in _READ]
    found = [
        SearchedPlace(
            sentence=sentence.id,
            span=sentence.span,
            part=sentence.part,
            roots=_roots([sentence.span.of(text)]),
            figures=tuple(f for f in article.figures if sentence.span.contains(f.span)),
        )
        for sentence in read
    ]
    yield from found
    for one, other in pairwise(found):
        if one.part is not Part.HEADLINE and one.span and other.span:
            yield SearchedPlace(
                sentence=one.sentence,
                span=Span(one.span.start, other.span.end),
                part=one.part,
                roots=one.roots | other.roots,
                figures=(*one.figures, *other.figures),
            )


def _roots(texts: Iterable[str]) -> frozenset[str]:
    found: set[str] = set()
    for text in texts:
        printed = map(folded_text, word_texts(text))
        found.update(root for word in printed if word not in STOP for root in roots(word))
    return frozenset(found)
