"""The words that carry a fact, and the part of each sentence that states it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from compare.align.groups import Group
from compare.align.statements import joints
from compare.align.story import Story
from compare.model.spans import Span
from compare.signals.views import content_of

_BREAK = re.compile(r"(?:[,;:—–]|\.\.\.|…| - |\))\s+|\s+(?=\()")
_JOINING = re.compile(
    r"(?:and|but|while|who|which|that|as|after|before|when|where|adding|saying|although|though)\s",
    re.IGNORECASE,
)
# A part of a sentence must carry this much of what the whole sentence has of the fact.
_ENOUGH = 0.8
# A cut that spares less than this part of the sentence is not worth the stump it makes.
_WORTH_CUTTING = 0.7

Core = Mapping[str, float]


def core(story: Story, group: Group) -> dict[str, float]:
    """The content stems that sentences of two or more articles in the group share, weighed.

    A stem counts its rarity in the story times the share of the group's articles that have it.
    For a sentence alone, all its stems are the core.
    """
    articles: Counter[str] = Counter()
    documents = {story.document(number) for number in group}
    for document in documents:
        here = [story.sentences[n].view.content for n in group if story.document(n) == document]
        articles.update(frozenset().union(*here))
    least = 2 if len(documents) > 1 else 1
    stems = story.rarity.stems
    return {
        stem: stems[stem] * count / len(documents)
        for stem, count in sorted(articles.items())
        if count >= least
    }


def weight_of(stems: Iterable[str], of: Core) -> float:
    """How much of the core some stems carry."""
    return math.fsum(of.get(stem, 0.0) for stem in set(stems))


def stating_part(text: str, sentence: Span, of: Core) -> Span:
    """The shortest run of clauses that carries the fact as well as the whole sentence does.

    The sentence itself, when a cut would spare little or lose much, or when it carries nothing.
    """
    pieces = [part for clause in clauses(text, sentence) for part in _parts(text, clause)]
    carried = [weight_of(content_of(piece.of(text)), of) for piece in pieces]
    whole = weight_of(content_of(sentence.of(text)), of)
    if not whole:
        return sentence
    best = sentence
    for first in range(len(pieces)):
        for last in range(first, len(pieces)):
            span = Span(pieces[first].start, pieces[last].end)
            if sum(carried[first : last + 1]) >= _ENOUGH * whole and _shorter(span, best):
                best = span
    return best if _shorter(best, sentence, _WORTH_CUTTING) else sentence


def _shorter(a: Span, b: Span, part: float = 1.0) -> bool:
    return a.end - a.start < part * (b.end - b.start)


def _parts(text: str, clause: Span) -> list[Span]:
    """A clause cut at the words that join two clauses without a mark, and without those words."""
    edges = [clause.start, clause.end]
    for joint in joints(text, clause):
        edges[-1:-1] = [joint.start, joint.end]
    found = zip(edges[::2], edges[1::2], strict=True)
    return [Span(start, end) for start, end in found if start < end]


def own_core(cores: Mapping[Group, Core]) -> dict[Group, Core]:
    """The core of each group, a stem weighing the less the more groups have it in theirs."""
    holders = Counter(stem for of in cores.values() for stem in of)
    return {
        group: {stem: weight / math.sqrt(holders[stem]) for stem, weight in of.items()}
        for group, of in cores.items()
    }


def clauses(text: str, sentence: Span) -> list[Span]:
    """The sentence cut at commas, colons, dashes and brackets, without the joining words.

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
    """For each sentence of the group, the share of the core that it carries, 0..1."""
    whole = sum(of.values())
    return {
        number: weight_of(story.sentences[number].view.content, of) / whole if whole else 1.0
        for number in group
    }
