"""The words that carry a fact, and the part of each statement that states it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from compare.align.groups import Group
from compare.align.story import Story
from compare.annotate.statements import report_frame, smaller_statements
from compare.model.articles import Article
from compare.model.spans import Span
from compare.signals.views import content_of

_BREAK = re.compile(r"(?:[,;:—–]|\.\.\.|…| - |\))\s+|\s+(?=\()")
_JOINING = re.compile(
    r"(?:and|but|while|who|which|that|as|after|before|when|where|adding|saying|although|though)\s",
    re.IGNORECASE,
)
_LINKING = re.compile(
    r"(?:[\s,;:—–-]|(?:and|but|that|who|which|while|where|although|though|as|adding|saying)\s)*",
    re.IGNORECASE,
)
# A piece at either end of a statement that has no more than this share of its words of the fact is
# left out of what is shown.
_NOTHING = 0.05

Core = Mapping[str, float]


def core(story: Story, group: Group) -> dict[str, float]:
    """Return the content stems that statements of two or more articles in the group share, weighed.

    A stem counts its rarity in the story times the share of the group's articles that have it. For
    statements of one article, all their stems are the core.
    """
    articles: Counter[str] = Counter()
    documents = {story.document(number) for number in group}
    for document in documents:
        here = [story.statements[n].view.content for n in group if story.document(n) == document]
        articles.update(frozenset().union(*here))
    least = 2 if len(documents) > 1 else 1
    stems = story.rarity.stems
    return {
        stem: stems.get(stem, 1.0) * count / len(documents)
        for stem, count in sorted(articles.items())
        if count >= least
    }


def weight_of(stems: Iterable[str], of: Core) -> float:
    """Return how much of the core some stems carry."""
    return math.fsum(of.get(stem, 0.0) for stem in set(stems))


def stating_part(article: Article, statement: Span, of: Core) -> tuple[Span, Span | None]:
    """Return the part of a statement that states the fact, and the words that name its source.

    Left out are a report at either end ("Police said"), which comes back as the second span, words
    that only join it to the sentence, and pieces at the ends without a word of the core.
    """
    text = article.document.text
    source = report_frame(article, statement)
    start, end = statement.start, statement.end
    if source and source.start == start and source.end < end:
        start = source.end
    elif source and source.start > start:
        end = source.start
    else:
        source = None
    pieces = smaller_statements(text, Span(start, end)) if start < end else ()
    carried = [weight_of(content_of(piece.of(text)), of) for piece in pieces]
    least = _NOTHING * math.fsum(carried)
    telling = [k for k, weight in enumerate(carried) if weight > least]
    if telling:
        start, end = pieces[telling[0]].start, pieces[telling[-1]].end
    return _tidy(text, Span(start, end), statement), source


def _tidy(text: str, span: Span, whole: Span) -> Span:
    """The span without joining words before it and marks behind it; `whole` if nothing is left."""
    linking = _LINKING.match(text, span.start, span.end)
    start = linking.end() if linking else span.start
    left = text[start : span.end].rstrip(" \t\n,;:—–-")
    return Span(start, start + len(left)) if left.strip() else whole


def own_core(cores: Mapping[Group, Core]) -> dict[Group, Core]:
    """Return the core of each group, a stem weighing the less the more groups have it in theirs."""
    holders = Counter(stem for of in cores.values() for stem in of)
    return {
        group: {stem: weight / math.sqrt(holders[stem]) for stem, weight in of.items()}
        for group, of in cores.items()
    }


def clauses(text: str, sentence: Span) -> list[Span]:
    """Return the sentence cut at commas, colons, dashes and brackets, without the joining words.

    >>> text = "Rain fell, and roads closed."
    >>> [clause.of(text) for clause in clauses(text, Span(0, len(text)))]
    ['Rain fell', 'roads closed.']
    """
    edges = [sentence.start]
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        edges += [match.end()] if match.end() < sentence.end else []
    edges.append(sentence.end)
    pieces = []
    for start, end in pairwise(edges):
        joined = _JOINING.match(text, start, end)
        start = joined.end() if joined and start > sentence.start else start
        piece = text[start:end].rstrip(" ,;:—–-(")
        if piece:
            pieces.append(Span(start, start + len(piece)))
    return pieces


def carriers(story: Story, group: Sequence[int], of: Core) -> dict[int, float]:
    """Return for each statement of the group the share of the core that it carries, 0..1."""
    whole = math.fsum(of.values())
    return {
        number: weight_of(story.statements[number].view.content, of) / whole if whole else 1.0
        for number in group
    }
