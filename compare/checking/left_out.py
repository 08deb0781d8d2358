"""What the sources agree in reporting and the text leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from compare.align.facts import GroupedFact, facts
from compare.align.groups import group_statements
from compare.align.scores import score_pairs
from compare.align.story import story_of
from compare.checking.source_index import SourceIndex, covered_share, source_index_of
from compare.model.articles import Article
from compare.model.checks import LeftOut
from compare.model.facts import Fact, Mention
from compare.model.findings import Evidence
from compare.model.letters import index
from compare.model.options import Options
from compare.verify.left_out import why_not_asked

# Of so many sources or more, three quarters are enough to call a fact reported by most.
_MANY, _MOST = 4, 0.75
# A statement with this part of a fact's own words may tell it after all.
_TOLD = 0.45


def left_out(article: Article, ground: SourceIndex, options: Options) -> tuple[LeftOut, ...]:
    """The facts that all sources state, or three quarters of four or more, and the text does not.

    A fact is left out where no statement of it is found in the text, with the low floor that "not
    found" is looked for everywhere. A text of one or two sentences is a claim, which leaves out
    nothing; with one source nothing is agreed on.
    """
    sources = ground.articles
    if why_not_asked(article, sources):
        return ()
    grouping = group_statements(score_pairs(story_of(sources)), options.fact_floor)
    least = len(sources) if len(sources) < _MANY else _MOST * len(sources)
    shared = [g for g in facts(grouping) if len(letters_of(g.fact)) >= least]
    by_letter = {source.letter: source for source in sources}
    text = source_index_of((article,)).places

    def is_told(mention: Mention) -> bool:
        words = by_letter[mention.article].document.text
        tokens = ground.tokens(words, mention.span)
        return any(covered_share(tokens, text[at : at + 2]) >= _TOLD for at in range(len(text)))

    return tuple(
        _left(each.fact, by_letter)
        for each in _in_order(shared)
        if not any(is_told(mention) for mention in each.fact.mentions)
    )


def letters_of(fact: Fact) -> frozenset[str]:
    """The letters of the articles that state a fact."""
    return frozenset(mention.article for mention in fact.mentions)


def _in_order(found: Sequence[GroupedFact]) -> list[GroupedFact]:
    return sorted(found, key=lambda each: (-len(letters_of(each.fact)), each.fact.id))


def _left(fact: Fact, sources: dict[str, Article]) -> LeftOut:
    first: dict[str, Mention] = {}
    for mention in fact.mentions:
        first.setdefault(mention.article, mention)
    return LeftOut(
        fact=fact.id,
        label=fact.label,
        evidence=tuple(
            Evidence(
                article=letter,
                span=first[letter].span,
                text=sources[letter].words_of(first[letter].span),
            )
            for letter in sorted(first, key=index)
        ),
    )
