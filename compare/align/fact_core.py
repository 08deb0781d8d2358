"""The words that carry a fact, and the part of each statement that states it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from compare.align.groups import Group
from compare.align.story import Story
from compare.annotation.statements import clauses, report_frame
from compare.model.articles import Article
from compare.model.spans import Span
from compare.signals.views import fact_stems
from compare.text.fold import folded_text
from compare.text.verbs import has_verb
from compare.text.words import word_texts

_LINKING = re.compile(
    r"(?:[\s,;:—–―-]|(?:and|but|that|who|which|while|where|although|though|as|adding|saying)\s)*",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"(?:[\s,;:—–―-]|\s(?:and|but|that|who|which|while|or)(?=[\s,;:]*$))+$", re.I
)
# A part of a statement must carry this much of what all of it has of the fact.
_ENOUGH = 0.7
# A cut that spares less than this part of the statement is not worth the stump it makes.
_WORTH_CUTTING = 0.9
# Runs of more clauses are not tried: what a fact needs so many of is the whole statement.
_MOST_CLAUSES = 6

Core = Mapping[str, float]


def fact_core(story: Story, group: Group) -> dict[str, float]:
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

    Left out are a report at either end ("Police said"), which comes back as the second span, and
    words that only join it to the sentence. Of what remains it is the shortest run of clauses with
    most of its words of the core.
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
    return _tidy(text, _telling(text, Span(start, end), of), statement), source


def _telling(text: str, said: Span, of: Core) -> Span:
    """The shortest run of clauses with most of the core, if a cut is worth making."""
    pieces = clauses(text, said)
    needed = _ENOUGH * weight_of(fact_stems(said.of(text)), of)
    best = said
    if not needed or len(pieces) < 2:
        return said
    for first in range(len(pieces)):
        for last in range(first, min(len(pieces), first + _MOST_CLAUSES)):
            span = Span(pieces[first].start, pieces[last].end)
            shorter = span.end - span.start < best.end - best.start
            if shorter and _says_something(span.of(text), of, needed):
                best = span
    worth = best.end - best.start <= _WORTH_CUTTING * (said.end - said.start)
    return best if worth else said


def _says_something(piece: str, of: Core, needed: float) -> bool:
    """True for a clause with a verb, or a number, that has enough of the core."""
    if weight_of(fact_stems(piece), of) < needed:
        return False
    lowered = [folded_text(word) for word in word_texts(piece)]
    return has_verb(["", *lowered]) or any(word[0].isdigit() for word in lowered)


def _tidy(text: str, span: Span, whole: Span) -> Span:
    """The span without joining words before it and marks behind it; `whole` if nothing is left."""
    linking = _LINKING.match(text, span.start, span.end)
    start = linking.end() if linking else span.start
    left = _LEFT_OPEN.sub("", text[start : span.end])
    return Span(start, start + len(left)) if left.strip() else whole


def distinctive_cores(cores: Mapping[Group, Core]) -> dict[Group, Core]:
    """Return the core of each group, a stem weighing the less the more groups have it in theirs."""
    holders = Counter(stem for of in cores.values() for stem in of)
    return {
        group: {stem: weight / math.sqrt(holders[stem]) for stem, weight in of.items()}
        for group, of in cores.items()
    }
