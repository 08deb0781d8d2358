"""How each statement of a fact states it: which words, how fully, in whose voice."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from compare.align.fact_core import Core, stating_part
from compare.align.groups import Group
from compare.align.story import Story
from compare.model.articles import Article
from compare.model.facts import Extent, Mention, Mode
from compare.model.quotes import Quote, QuoteKind
from compare.model.spans import Span
from compare.model.verification import Outcome, Verdict
from compare.text.hedges import hedges

# Words in marks, or of a reported clause, must fill this part of the statement to own it.
_MOSTLY = 0.7


def mentions(
    story: Story, group: Group, own: Core, verdicts: Mapping[int, Verdict]
) -> tuple[Mention, ...]:
    """Return one mention for each run of statements of the group, in its order.

    How fully it states the fact is told by `verdicts`; which of its words do so by `own`, the words
    that carry the fact without what it shares with other facts. A fact of one article alone is
    stated by all the words of its statements.
    """
    alone = len({story.document(number) for number in group}) == 1
    found = []
    for run in runs_of(story, group):
        article, sentence = story.articles[story.document(run[0])], story.sentence_of(run[0])
        whole = Span(story.statements[run[0]].span.start, story.statements[run[-1]].span.end)
        span, source = (whole, None) if alone else stating_part(article, whole, own)
        found_so = [verdicts[number] for number in run if number in verdicts]
        full = alone or any(verdict.outcome is Outcome.KEPT for verdict in found_so)
        found.append(
            Mention(
                article=article.letter,
                sentence=sentence.id,
                span=span,
                mode=mode_of(article, span),
                extent=Extent.FULL if full else Extent.PARTIAL,
                source=source,
                verified_by=tuple(dict.fromkeys(rule for v in found_so for rule in v.rules)),
            )
        )
    return tuple(found)


def runs_of(story: Story, group: Group) -> list[list[int]]:
    """Return the numbers of a group in runs that follow each other within one sentence."""

    def key(pair: tuple[int, int]) -> tuple[int, int]:
        place, number = pair
        return story.statements[number].sentence, number - place

    return [[n for _, n in run] for _, run in groupby(enumerate(sorted(group)), key=key)]


def mode_of(article: Article, span: Span) -> Mode:
    """Return quoted when nearly all of it stands in marks; else attributed, hedged or asserted."""
    marked = [part for quote in article.quotes for part in quote.marked or _marked(quote)]
    if _covered(span, marked) >= _MOSTLY:
        return Mode.QUOTED
    if hedges(article.document.text, span):
        return Mode.HEDGED
    reported = [part for quote in article.quotes for part in quote.parts]
    return Mode.ATTRIBUTED if _covered(span, reported) >= _MOSTLY / 2 else Mode.ASSERTED


def _marked(quote: Quote) -> tuple[Span, ...]:
    return quote.parts if quote.kind is QuoteKind.DIRECT else ()


def _covered(span: Span, parts: list[Span]) -> float:
    """The share of the span's characters that lie in one of the parts, 0..1."""
    inside = {
        at
        for part in parts
        if part.overlaps(span)
        for at in range(max(part.start, span.start), min(part.end, span.end))
    }
    return len(inside) / (span.end - span.start)
