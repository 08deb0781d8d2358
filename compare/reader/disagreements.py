"""Where the reader and the rules differ: rows, denials and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare.align.facts import GroupedFact
from compare.align.groups import Group, Grouping
from compare.align.scores import Scores
from compare.align.story import Story
from compare.align.verified_marks import with_verified_marks, without_opposing_camps
from compare.model.articles import Article
from compare.model.facts import Fact
from compare.model.findings import Evidence, FigureGroup, FigureRelation
from compare.model.reader import Disagreement, DisagreementKind, ReadFigures
from compare.model.spans import Span

# Two rows are one where they have half of their sentences in common (Jaccard).
_ONE_ROW = 0.5
_NO_CONFLICT = frozenset({FigureRelation.AGREE, FigureRelation.COMPATIBLE})


def row_disagreements(
    rules: Grouping, read: Grouping, grouped: Sequence[GroupedFact]
) -> tuple[Disagreement, ...]:
    """Return where the rows of the rules and those of the reader differ.

    `rules` and `read` are the groups before they were verified, `grouped` the facts as shown.
    """
    verified = with_verified_marks(rules)
    ours = [_sentences(verified.scores.story, group) for group in verified.groups]
    shown = [each for each in grouped if each.fact.shared]
    theirs = [_sentences(read.scores.story, each.group) for each in shown]
    found = [
        Disagreement(
            kind=DisagreementKind.READER_ALONE,
            evidence=tuple(_mentions(read.scores.story, each)),
            fact=each.fact.id,
        )
        for each, row in zip(shown, theirs, strict=True)
        if not read.read.joined.isdisjoint(each.group) and not _is_among(row, ours)
    ]
    found += [
        Disagreement(
            kind=DisagreementKind.RULES_ALONE,
            evidence=_statements(verified.scores.story, group),
        )
        for group, row in zip(verified.groups, ours, strict=True)
        if not _is_among(row, theirs)
    ]
    return (*found, *_denials(read.scores, read.groups))


def figure_disagreements(
    pairs: ReadFigures,
    groups: Sequence[FigureGroup],
    articles: Sequence[Article],
) -> tuple[Disagreement, ...]:
    """Return where the reader takes figures for one question, or relates them, as no rule does.

    `pairs` have the ids of two figures and the relation that the reader gives them.
    """
    held = {figure.id: (article, figure) for article in articles for figure in article.figures}
    home = {reading.figure: group for group in groups for reading in group.readings}
    found = []
    for (a, b), relation in sorted(pairs.items()):
        group = home.get(a)
        if group is None or group is not home.get(b):
            kind = DisagreementKind.OTHER_QUESTION
        elif len(group.readings) == 2 and not _agree(group.relation, relation):
            kind = DisagreementKind.OTHER_RELATION
        else:
            continue
        words = []
        for name in (a, b):
            article, figure = held[name]
            sentence = next(s for s in article.sentences if s.span.contains(figure.span))
            words.append(_evidence(article, sentence.span.start, sentence.span.end))
        found.append(Disagreement(kind=kind, evidence=tuple(words)))
    return tuple(found)


def _agree(one: FigureRelation, other: FigureRelation) -> bool:
    """True for one relation, and for two that both say that nothing is at odds."""
    return one is other or {one, other} <= _NO_CONFLICT


def _denials(scores: Scores, groups: Iterable[Group]) -> Iterator[Disagreement]:
    """The statements of a row that deny another one of it, with the first that stays."""
    for group in groups:
        kept = next(iter(without_opposing_camps(scores, group)), ())
        gone = [number for number in group if number not in kept]
        if gone and kept:
            yield Disagreement(
                kind=DisagreementKind.DENIED,
                evidence=_statements(scores.story, (kept[0], *gone)),
            )


def _is_among(row: frozenset[int], rows: Iterable[frozenset[int]]) -> bool:
    return any(len(row & other) >= _ONE_ROW * len(row | other) for other in rows)


def _sentences(story: Story, group: Iterable[int]) -> frozenset[int]:
    return frozenset(story.statements[number].sentence for number in group)


def _mentions(story: Story, each: GroupedFact) -> Iterator[Evidence]:
    fact: Fact = each.fact
    articles = {article.letter: article for article in story.articles}
    for mention in fact.mentions:
        yield _evidence(articles[mention.article], mention.span.start, mention.span.end)


def _statements(story: Story, group: Iterable[int]) -> tuple[Evidence, ...]:
    found = []
    for number in group:
        one = story.statements[number]
        article = story.articles[one.view.document]
        found.append(_evidence(article, one.span.start, one.span.end))
    return tuple(found)


def _evidence(article: Article, start: int, end: int) -> Evidence:
    span = Span(start, end)
    return Evidence(article=article.letter, span=span, text=article.words_of(span))
