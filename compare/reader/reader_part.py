"""The part of a reader in a comparison: speakers, rows and figures, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.align.facts import GroupedFact
from compare.align.groups import Grouping
from compare.align.scores import Scores
from compare.model.articles import Article
from compare.model.comparison import Findings
from compare.model.findings import FigureRelation
from compare.model.reader import Disagreement, ReaderOutcome, ReaderUse, ReadFigures
from compare.reader.disagreements import figure_disagreements, row_disagreements
from compare.reader.grouping import likeness_of, regroup_statements
from compare.reader.reading import read_story, unused_reading
from compare.reader.rows import named_statements, read_rows
from compare.reader.settings import Reader
from compare.reader.speakers import with_read_speakers

_RELATIONS = {
    1: FigureRelation.AGREE,
    2: FigureRelation.COMPATIBLE,
    3: FigureRelation.LATER,
    4: FigureRelation.SCOPE,
    5: FigureRelation.CLASH,
}


class ReaderPart:
    """What a reader says of a story, and what comes of it.

    `grouping` are its groups, `articles` those of the story in their order, with the speakers that
    it named. Where it could not be used both are as they were, and the rules stand.
    """

    def __init__(self, scores: Scores, rules: Grouping, reader: Reader) -> None:
        reading = read_story(scores.story, reader)
        grouping = rules
        if reading.use.outcome is ReaderOutcome.READ:
            finest, answered = reading.finest, reading.answered
            likeness = likeness_of(scores, finest, named_statements(answered))
            rows = read_rows(finest, answered, likeness)
            if rows.rows:
                grouping = regroup_statements(rules, scores, finest, rows)
            else:
                reading = unused_reading(reading, "it put nothing together")
        speakers = with_read_speakers(scores.story.articles, reading.answered)
        self._reading = reading
        self._rules = rules
        self._speakers = speakers.disagreements
        self.articles = speakers.articles
        self.grouping = _with_articles(grouping, speakers.articles)

    @property
    def figures(self) -> ReadFigures:
        """The pairs of figures of one question, by id, with the relation given.

        Answers that contradict each other on a pair settle nothing.
        """
        found: dict[tuple[str, str], set[int]] = {}
        for request, answer in self._reading.answered:
            for a, b, relation in answer.figures:
                one, other = sorted((request.figures[a - 1], request.figures[b - 1]))
                found.setdefault((one, other), set()).add(relation)
        return {
            pair: _RELATIONS[min(several)] for pair, several in found.items() if len(several) == 1
        }

    def use(self, grouped: Sequence[GroupedFact], seen: Findings) -> ReaderUse:
        """What is told of the reader; `grouped` and `seen` are the facts and findings shown."""
        use = self._reading.use
        if use.outcome is ReaderOutcome.RULES:
            return use
        joined = self.grouping.read.joined
        apart: list[Disagreement] = [
            *row_disagreements(self._rules, self.grouping, grouped),
            *self._speakers,
            *figure_disagreements(self.figures, seen.figures, self.articles),
        ]
        rows = sum(each.fact.shared and not joined.isdisjoint(each.group) for each in grouped)
        return replace(use, rows=rows, disagreements=tuple(apart))


def _with_articles(grouping: Grouping, articles: tuple[Article, ...]) -> Grouping:
    """The same groups over articles that differ in their speakers alone."""
    scores = grouping.scores
    return replace(grouping, scores=replace(scores, story=replace(scores.story, articles=articles)))
