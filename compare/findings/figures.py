"""The figures ledger: one row for each question that two or more articles answer."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from compare.findings.figure_questions import questions
from compare.findings.figure_readings import FigureItem, story_items
from compare.findings.figure_relations import judgement_of
from compare.findings.figure_ties import tying_rules
from compare.findings.figure_wording import counted_by, question_of, value_of
from compare.model.articles import Article
from compare.model.facts import Fact
from compare.model.figures import FigureKind
from compare.model.findings import (
    Conflict,
    ConflictKind,
    Evidence,
    FigureGroup,
    FigureRelation,
    Reading,
)
from compare.model.ids import conflict_id_of
from compare.model.letters import index
from compare.model.reader import NO_FIGURES_READ, ReadFigures
from compare.model.verification import Rule

_WORTH_A_LOOK = {
    FigureRelation.CLASH: ConflictKind.CLASH,
    FigureRelation.LATER: ConflictKind.LATER,
    FigureRelation.SCOPE: ConflictKind.SCOPE,
}
_DATES = (FigureKind.DATE, FigureKind.TIME)


def figure_groups(
    articles: Sequence[Article],
    facts: Sequence[Fact],
    read: ReadFigures = NO_FIGURES_READ,
) -> tuple[FigureGroup, ...]:
    """The questions that two or more articles answer with a figure, in the order of the story.

    Readings stand in the order of the input. The result depends on the texts alone, not on
    letters; articles are expected in their canonical order. `read` are pairs that a reader of the
    user's own took for answers to one question.
    """
    items, rarity = story_items(articles, facts)
    groups = [_tied(group, read) for group in questions(items, rarity, read)]
    groups = [group for group in groups if len({item.article.letter for item in group}) > 1]
    return tuple(_group(group, read) for group in sorted(groups, key=_place))


def figure_conflicts(
    groups: Sequence[FigureGroup], articles: Sequence[Article]
) -> tuple[Conflict, ...]:
    """What is worth a look among the groups: figures that clash, rose later or differ in scope.

    Dates and times that cannot both be true have the kind `when`, two figures of one source the
    kind `one-source`. Every reading is evidence.
    """
    held = {article.letter: article for article in articles}
    kinds = {figure.id: figure.kind for article in articles for figure in article.figures}
    return tuple(
        _conflict(group, held, kinds) for group in groups if group.relation in _WORTH_A_LOOK
    )


def _tied(group: Sequence[FigureItem], read: ReadFigures) -> list[FigureItem]:
    """The readings that at least one rule ties to another article's."""
    return [item for item in group if tying_rules(item, group, read)]


def _place(group: Sequence[FigureItem]) -> tuple[float, tuple[str, int, str]]:
    """How far down its article a group first stands; its content where two stand alike."""
    first = min(
        round(item.figure.span.start / max(1, len(item.article.document.text)), 6) for item in group
    )
    return first, min(item.key for item in group)


def _group(group: list[FigureItem], read: ReadFigures) -> FigureGroup:
    placed = sorted(group, key=lambda i: (index(i.article.letter), i.figure.span))
    judgement = judgement_of(group)
    return FigureGroup(
        id=_group_id(group),
        question=question_of(group),
        readings=tuple(_reading(item, tying_rules(item, group, read)) for item in placed),
        relation=judgement.relation,
        why=judgement.why,
        facts=_shared_facts(group),
        rounded=judgement.rounded,
        verified_by=judgement.rules,
        one_source=judgement.source,
        counts=counted_by(group),
    )


def _group_id(group: Sequence[FigureItem]) -> str:
    """An id from the wording of the readings, so that a re-run keeps it."""
    words = "\n".join(f"{text} {start} {sha}" for text, start, sha in sorted(i.key for i in group))
    return f"n-{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _shared_facts(group: Sequence[FigureItem]) -> tuple[str, ...]:
    """The facts that two or more of the articles state with one of the figures."""
    stated: dict[str, set[str]] = {}
    for item in group:
        for fact in item.facts:
            stated.setdefault(fact, set()).add(item.article.letter)
    return tuple(sorted(fact for fact, letters in stated.items() if len(letters) > 1))


def _reading(item: FigureItem, rules: tuple[Rule, ...]) -> Reading:
    return Reading(
        article=item.article.letter,
        figure=item.figure.id,
        sentence=item.sentence.id,
        span=item.figure.span,
        text=item.printed,
        value=value_of(item.figure),
        hedge=item.figure.quantity.hedge.value,
        source=item.figure.source,
        published=item.article.document.published,
        verified_by=rules,
    )


def _conflict(
    group: FigureGroup, articles: dict[str, Article], kinds: dict[str, FigureKind]
) -> Conflict:
    kind = _WORTH_A_LOOK[group.relation]
    if kind is ConflictKind.CLASH and kinds[group.readings[0].figure] in _DATES:
        kind = ConflictKind.WHEN
    elif kind is ConflictKind.CLASH and group.one_source:
        kind = ConflictKind.ONE_SOURCE
    return Conflict(
        id=conflict_id_of(group.id),
        kind=kind,
        question=group.question,
        evidence=tuple(_evidence(reading, articles) for reading in group.readings),
        why=group.why,
        fact=group.facts[0] if group.facts else None,
        verified_by=group.verified_by,
    )


def _evidence(reading: Reading, articles: dict[str, Article]) -> Evidence:
    """The sentence of a reading, so that the figure is seen with its words."""
    article = articles[reading.article]
    span = article.sentence(reading.sentence).span
    return Evidence(article=reading.article, span=span, text=article.words_of(span))
