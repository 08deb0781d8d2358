"""Where in the sources a statement of the text may stand: its clauses and the places like them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from compare.annotation.statements import report_frame, statements
from compare.checking.source_index import SourceIndex, SourcePlace, SourceWord, covered_share
from compare.model.articles import Article, Sentence
from compare.model.figures import Figure, FigureKind
from compare.model.quotes import Quote
from compare.model.spans import Span
from compare.text.names import NameRun
from compare.verify.figure_agreement import agrees

# What a clause shares with a place counts so much, what its whole sentence shares the rest.
_CLAUSE, _SENTENCE = 0.65, 0.35
# A place that has a figure of the clause goes before others.
_FIGURE = 0.15
_SMALL_COUNT = 4
# So many places are kept for each clause.
_KEPT = 24
# A place tells what a clause tells with this part of its weight, and not much less than the best.
GOOD, _NEAR_BEST = 0.5, 0.75
# Words that no source has speak against a sentence where they are so much of it.
_STRANGE = 0.33
# What is put together from a place and its neighbours, or from several places, counts a bit less.
_NEIGHBOURS, _SEVERAL, _HELPS = 0.97, 0.9, 0.3


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place with the part of the clause's weight, 0..1, that stands there, and its rank.

    `has_figure` tells that a figure of the clause, no small count, stands there too.
    """

    place: SourcePlace
    share: float
    score: float
    has_figure: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement within a sentence of the text, and the places like it, best first."""

    span: Span
    tokens: tuple[SourceWord, ...]
    matches: tuple[PlaceMatch, ...]
    support: float

    @property
    def good(self) -> list[PlaceMatch]:
        """The places that tell the same, as far as their words show it."""
        if not self.matches:
            return []
        least = _NEAR_BEST * self.matches[0].score
        most = max(m.share for m in self.matches)
        enough = min(GOOD, _NEAR_BEST * most)
        return [m for m in self.matches if m.share >= enough and m.score >= least]


@dataclass(frozen=True, slots=True)
class PreparedClaim:
    """A sentence of the text ready to be checked: its words, clauses, names, figures, quotes.

    `strange` is the part of its weight, 0..1, whose words no source has in any form.
    """

    article: Article
    sentence: Sentence
    tokens: tuple[SourceWord, ...]
    strange: float
    clauses: tuple[Clause, ...]
    names: tuple[NameRun, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]

    @property
    def text(self) -> str:
        """The whole text that is checked; spans count in it."""
        return self.article.document.text

    @property
    def support(self) -> float:
        """How much of the sentence is borne out, 0..1, clauses weighed by their words."""
        whole = math.fsum(_weight(clause.tokens) for clause in self.clauses)
        if whole <= 0:
            return 0.0
        told = (_weight(clause.tokens) * clause.support for clause in self.clauses)
        found = math.fsum(told) / whole
        return found * (1.0 - self.strange) if self.strange >= _STRANGE else found

    def clause_at(self, span: Span) -> Clause:
        """The clause that a span stands in."""
        return next((c for c in self.clauses if c.span.overlaps(span)), self.clauses[0])


def claim_of(
    ground: SourceIndex, article: Article, sentence: Sentence, names: Sequence[NameRun]
) -> PreparedClaim:
    """A sentence of the text with the places of the sources that are like it."""
    text = article.document.text
    figures = tuple(f for f in article.figures if sentence.span.contains(f.span))
    numbers = [f.span for f in figures]
    whole = ground.tokens(text, sentence.span, numbers)
    clauses = tuple(
        _clause(ground, article, span, figures, whole) for span in statements(article, sentence)
    )
    return PreparedClaim(
        article=article,
        sentence=sentence,
        tokens=whole,
        strange=_strange(ground, whole),
        clauses=clauses,
        names=tuple(n for n in names if sentence.span.contains(n.whole)),
        figures=figures,
        quotes=tuple(q for q in article.quotes if any(p.overlaps(sentence.span) for p in q.parts)),
    )


def _strange(ground: SourceIndex, tokens: Sequence[SourceWord]) -> float:
    unknown = [t for t in tokens if not ground.candidates([t])]
    return _weight(unknown) / _weight(tokens) if unknown else 0.0


def _clause(
    ground: SourceIndex,
    article: Article,
    span: Span,
    figures: Sequence[Figure],
    whole: Sequence[SourceWord],
) -> Clause:
    """A clause without the words that only name its source, and the places like it."""
    text = article.document.text
    numbers = [f.span for f in figures]
    frame = report_frame(article, span)
    tokens = ground.tokens(text, span, [*numbers, *([frame] if frame else [])])
    tokens = tokens or ground.tokens(text, span, numbers)
    mine = [f for f in figures if span.contains(f.span) and _is_telling(f)]
    found = []
    for place in ground.candidates(tokens):
        share = covered_share(tokens, [place])
        score = _CLAUSE * share + _SENTENCE * covered_share(whole, [place])
        holds = any(agrees(f, other) for f in mine for other in place.figures)
        found.append(PlaceMatch(place, share, score + (_FIGURE if holds else 0.0), holds))
    found.sort(key=lambda m: (-round(m.score, 9), m.place.number))
    kept = tuple(found[:_KEPT])
    return Clause(span, tokens, kept, _support(ground, tokens, kept))


def _support(
    ground: SourceIndex, tokens: Sequence[SourceWord], matches: Sequence[PlaceMatch]
) -> float:
    """How much of a clause stands in one place, in neighbours, or in several places."""
    if not tokens:
        return 1.0
    best = max((m.share for m in matches), default=0.0)
    for match in matches[:4]:
        near = ground.around(match.place, 1, 1)
        best = max(best, _NEIGHBOURS * covered_share(tokens, near))
    helping = [m.place for m in matches[:6] if m.share >= _HELPS][:3]
    if helping:
        best = max(best, _SEVERAL * covered_share(tokens, helping))
    return min(1.0, best)


def _is_telling(figure: Figure) -> bool:
    """True for a figure that is not found anywhere: no day, no small count."""
    low = figure.quantity.low
    moment = figure.kind in (FigureKind.DATE, FigureKind.TIME)
    return not moment and low is not None and low >= _SMALL_COUNT


def _weight(tokens: Sequence[SourceWord]) -> float:
    return math.fsum(token.weight for token in tokens) or 1e-6
