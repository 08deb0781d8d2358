"""The part of a reader in a comparison: speakers, rows and figures, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.align.facts import Grouped
from compare.align.groups import Grouping
from compare.align.scores import Scores
from compare.align.story import Story
from compare.model.comparison import Findings
from compare.model.findings import FigureRelation
from compare.model.reader import Disagreement, ReaderOutcome, ReaderUse, ReadFigures
from compare.reader.disagreements import figure_disagreements, row_disagreements
from compare.reader.grouping import likeness_of, regrouped
from compare.reader.reading import read_story, unused
from compare.reader.rows import read_rows
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
    """What the reader says of a story, in the order in which a comparison asks for it.

    `story` is the one given, its articles with the speakers that the reader named. Where the
    reader could not be used, all is as the rules have it.
    """

    def __init__(self, story: Story, reader: Reader) -> None:
        self._reading = read_story(story, reader)
        self._rules: Grouping | None = None
        self._grouping: Grouping | None = None
        speakers = with_read_speakers(story.articles, self._reading.answered)
        self._speakers = speakers.disagreements
        self.story = replace(story, articles=speakers.articles)

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

    def grouping(self, rules: Grouping, scores: Scores) -> Grouping:
        """The groups of the reader; `rules` where it could not be used."""
        reading = self._reading
        if reading.use.outcome is ReaderOutcome.RULES:
            return rules
        rows = read_rows(reading.finest, reading.answered, likeness_of(scores, reading.finest))
        if not rows.rows:
            self._reading = unused(reading, "it put nothing together")
            return rules
        self._rules = rules
        self._grouping = regrouped(rules, scores, reading.finest, rows)
        return self._grouping

    def use(self, grouped: Sequence[Grouped], seen: Findings) -> ReaderUse:
        """What is told of the reader; `grouped` and `seen` are the facts and findings shown."""
        use = self._reading.use
        if self._rules is None or self._grouping is None:
            return use
        joined = self._grouping.read.joined
        apart: list[Disagreement] = [
            *row_disagreements(self._rules, self._grouping, grouped),
            *self._speakers,
            *figure_disagreements(self.figures, seen.figures, self.story.articles),
        ]
        rows = sum(each.fact.shared and not joined.isdisjoint(each.group) for each in grouped)
        return replace(use, rows=rows, disagreements=tuple(apart))
