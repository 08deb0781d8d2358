"""Runs the tasks of the scorer, on its own data and on our marked stories."""

from __future__ import annotations

import importlib.util
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from compare.errors import MissingExtra
from compare.model.articles import Document
from tests.gate.floors import Measured
from tests.gate.gold import GoldStory
from tests.gate.places import GateError
from tests.gate.quotes import score_quotes
from tests.gate.summaries import score_articles, score_summaries

Task = Callable[[Any, Path], Iterable[tuple[str, float]]]

# Our tasks by name, and the task of the scorer whose logic each runs.
REUSED = {"gold_facts": "facts_story", "gold_figures": "figures_story"}
QUOTES = "gold_quotes"
# True summaries and summaries with planted errors, held against our stories.
SUMMARIES = "summaries"
# True articles, each held against the others of its event.
ARTICLES = "checked_articles"
# The same tasks with articles that spaCy has read as well.
PARSED = {"parsed_quotes": "quotes_polnear"}


class NotOffered(Exception):
    """The program does not offer a name yet."""


class Api:
    """The public names of a module, which tell a name that is missing from a defect."""

    def __init__(self, module: Any) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        """The public name of the module."""
        if not hasattr(self._module, name):
            raise NotOffered(f"{name} is not offered")
        return getattr(self._module, name)


class ParsingApi:
    """Documents and articles of an api, the articles read with spaCy as well."""

    def __init__(self, api: Any) -> None:
        self._api = api
        self.document = api.document

    def annotate(self, document: Document) -> Any:
        """The article of a document."""
        return self._api.annotate(document, parse=True)


class GoldApi:
    """The public names of the program, with the documents of our stories as they were loaded.

    The scorer makes documents of bare texts. These keep what the story file tells beside the text:
    times of publication, and what the page itself set apart. A story is compared once.
    """

    def __init__(self, api: Api, stories: Sequence[GoldStory]) -> None:
        self._api = api
        self._loaded = {(d.outlet, d.text): d for story in stories for d in story.documents}
        self._compared: dict[tuple[Document, ...], Any] = {}

    def document(self, text: str, *, outlet: str, headline: str | None = None) -> Document:
        """The loaded document with this text."""
        document = self._loaded[outlet, text]
        if document.headline != headline:
            raise ValueError(f"{outlet} has another headline")
        return document

    def compare_story(self, documents: Sequence[Document]) -> Any:
        """The comparison, made the first time it is asked for."""
        key = tuple(documents)
        if key not in self._compared:
            self._compared[key] = self._api.compare_story(documents)
        return self._compared[key]


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("storydiff_scorer", path)
    if spec is None or spec.loader is None:
        raise GateError(f"{path} is no Python file. Restore the scorer.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(task: str, function: Task, api: Api | GoldApi | ParsingApi, data: Path) -> Measured:
    """The metrics of a task; `missing` when a name that it asks for or an extra is not there.

    Any other mistake of the program is raised, so that a defect never passes for a missing part.
    """
    began = time.perf_counter()
    try:
        metrics = {metric: float(value) for metric, value in function(api, data)}
    except (NotOffered, MissingExtra) as wrong:
        return Measured(task=task, missing=str(wrong))
    except FileNotFoundError as wrong:
        raise GateError(f"{wrong.filename} is missing. Put the labelled data there.") from wrong
    return Measured(task=task, metrics=metrics, seconds=time.perf_counter() - began)


def run_parsed(scorer: ModuleType, api: Any, data: Path, name: str) -> Measured:
    """The metrics of a task of PARSED; `missing` where spaCy or a model is not installed."""
    return run(name, _renamed(scorer.TASKS[PARSED[name]], name), ParsingApi(api), data)


def run_articles(api: Api, data: Path) -> Measured:
    """How rarely true articles of one event are said to contradict each other."""
    return run(ARTICLES, score_articles, api, data)


def run_gold(
    scorer: ModuleType,
    api: Api,
    stories: Sequence[GoldStory],
    names: Iterable[str],
    *,
    reused: Mapping[str, str] = REUSED,
) -> Iterator[Measured]:
    """Our own tasks among `names`; `reused` has the task of the scorer that each of them runs."""
    gold_api = GoldApi(api, stories)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        lines = (json.dumps(story.row(), ensure_ascii=False) + "\n" for story in stories)
        (data / "fact_stories.jsonl").write_text("".join(lines), encoding="utf-8")
        for name in names:
            if name == QUOTES:
                yield run(name, _quotes(stories), gold_api, data)
            elif name == SUMMARIES:
                yield run(name, lambda program, _data: score_summaries(program), api, data)
            else:
                yield run(name, _renamed(scorer.TASKS[reused[name]], name), gold_api, data)


def _quotes(stories: Sequence[GoldStory]) -> Task:
    return lambda api, _data: score_quotes(api, stories)


def _renamed(function: Task, name: str) -> Task:
    """The task with its metrics under another name."""
    return lambda api, data: (
        (f"{name}.{metric.split('.', 1)[1]}", value) for metric, value in function(api, data)
    )
