"""A reader of one's own scored on the marked stories by the same tasks, beside the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any

from compare.model.articles import Document
from compare.model.reader import ReaderOutcome, ReaderUse
from compare.reader.settings import Reader
from tests.gate import tasks
from tests.gate.floors import Measured
from tests.gate.gold import GoldStory

# Our tasks, and those of the scorer that look at rows as a person sees them.
TASKS = {**tasks.REUSED, "gold_rows": "rows_story"}


class ReadingApi:
    """The public names of the program, each comparison made with a reader."""

    def __init__(self, api: Any, reader: Reader) -> None:
        self._api = api
        self._reader = reader
        self.uses: list[ReaderUse] = []

    def __getattr__(self, name: str) -> Any:
        """The public name of the program."""
        return getattr(self._api, name)

    def compare_story(self, documents: Sequence[Document]) -> Any:
        """The comparison with the reader; the part that it had is kept."""
        comparison = self._api.compare_story(documents, reader=self._reader)
        self.uses.append(comparison.reader)
        return comparison


def score_reader(
    scorer: ModuleType, api: tasks.Api, stories: Sequence[GoldStory], reader: Reader
) -> list[str]:
    """A line for each measure, with the rules and the reader side by side, then what it cost."""
    reading = ReadingApi(api, reader)
    names = [name for name, base in TASKS.items() if base in scorer.TASKS]
    rules = list(tasks.run_gold(scorer, api, stories, names, reused=TASKS))
    read = list(tasks.run_gold(scorer, tasks.Api(reading), stories, names, reused=TASKS))
    lines = [f"{'':42} {'rules':>8} {'reader':>8}"]
    for one, other in zip(rules, read, strict=True):
        lines += [
            f"{metric:42} {value:8.4f} {other.metrics[metric]:8.4f}"
            for metric, value in one.metrics.items()
        ]
    lines.append(f"{'seconds':42} {_seconds(rules):8.1f} {_seconds(read):8.1f}")
    return [*lines, *_cost(reading.uses)]


def _seconds(measured: Iterable[Measured]) -> float:
    return sum(one.seconds for one in measured)


def _cost(uses: Sequence[ReaderUse]) -> list[str]:
    tokens = sum((use.tokens_in or 0) + (use.tokens_out or 0) for use in uses)
    answers, dropped = sum(use.answers for use in uses), sum(use.dropped for use in uses)
    failed = [use.why for use in uses if use.outcome is ReaderOutcome.RULES]
    lines = [f"{len(uses)} stories, {answers} answers, {tokens:,} tokens, {dropped} dropped"]
    lines += (
        [f"{len(failed)} stories were not read, the first because {failed[0]}"] if failed else []
    )
    return lines
