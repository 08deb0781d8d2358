"""Tasks of the scorer run on the public names; a missing name is told from a defect."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from compare.errors import MissingExtra
from compare.model.articles import Document
from compare.sources.document import document
from tests.gate.gold import GoldStory
from tests.gate.places import GateError
from tests.gate.tasks import PARSED, Api, GoldApi, load_scorer, run, run_gold, run_parsed

Metrics = Iterator[tuple[str, float]]
PIER = document("The pier is open.", outlet="Weir Gazette", headline="Open", published="2031-04-05")
STORY = GoldStory(marks={"id": "pier", "facts": [], "figures": [], "quotes": []}, documents=(PIER,))


def test_a_name_that_is_not_offered_is_missing_and_not_an_error() -> None:
    api = Api(ModuleType("program"))

    def events(api: Any, _data: Path) -> Metrics:
        yield "events.f1", api.group_events([])

    result = run("events", events, api, Path())
    assert result.missing == "group_events is not offered"
    assert result.metrics == {}


def test_a_defect_inside_the_program_is_raised() -> None:
    api = Api(ModuleType("program"))

    def broken(_api: Any, _data: Path) -> Metrics:
        yield "facts.f1", SimpleNamespace().score

    with pytest.raises(AttributeError):
        run("facts", broken, api, Path())


def test_a_data_file_that_is_not_there_stops_the_gate(tmp_path: Path) -> None:
    def reads(_api: Any, data: Path) -> Metrics:
        yield "pairs.auc", float((data / "pairs.jsonl").read_text())

    with pytest.raises(GateError, match=r"pairs\.jsonl is missing"):
        run("pairs", reads, Api(ModuleType("program")), tmp_path)


def test_documents_of_our_stories_keep_their_times() -> None:
    api = GoldApi(Api(ModuleType("program")), [STORY])
    assert api.document(PIER.text, outlet="Weir Gazette", headline="Open") is PIER


def test_a_story_is_compared_once() -> None:
    calls = []

    def compare_story(documents: list[Document]) -> int:
        calls.append(documents)
        return len(calls)

    api = GoldApi(Api(SimpleNamespace(compare_story=compare_story)), [STORY])
    assert [api.compare_story([PIER]), api.compare_story([PIER])] == [1, 1]


def test_our_stories_are_scored_by_the_scorer_under_our_own_names(tmp_path: Path) -> None:
    scorer = tmp_path / "score.py"
    scorer.write_text(
        "import json\n"
        "def facts_story(api, data):\n"
        "    row = json.loads((data / 'fact_stories.jsonl').read_text())\n"
        "    yield 'facts_story.f1', len(row['articles']) / 4\n"
        "TASKS = {'facts_story': facts_story}\n",
        encoding="utf-8",
    )
    (result,) = run_gold(load_scorer(scorer), Api(ModuleType("program")), [STORY], ["gold_facts"])
    assert (result.task, result.metrics) == ("gold_facts", {"gold_facts.f1": 0.25})


def test_the_row_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(STORY.row()))["articles"][0]["headline"] == "Open"


def test_quotations_are_missing_while_nothing_is_compared() -> None:
    (result,) = run_gold(ModuleType("scorer"), Api(ModuleType("program")), [STORY], ["gold_quotes"])
    assert result.missing == "compare_story is not offered"


def _quotes(api: Any, _data: Path) -> Metrics:
    yield "quotes.f1", api.annotate(api.document("The pier is open."))


@pytest.mark.parametrize("name", PARSED)
def test_a_task_with_a_parser_asks_for_it_and_has_its_own_name(name: str) -> None:
    scorer = SimpleNamespace(TASKS={PARSED[name]: _quotes})
    program = SimpleNamespace(document=str, annotate=lambda _, parse=False: 1.0 if parse else 0.0)
    result = run_parsed(scorer, Api(program), Path(), name)  # type: ignore[arg-type]
    assert result.metrics == {f"{name}.f1": 1.0}


@pytest.mark.parametrize("name", PARSED)
def test_a_parser_that_is_not_installed_is_missing(name: str) -> None:
    def annotate(_document: str, *, parse: bool) -> None:
        raise MissingExtra(f"parse={parse} needs spaCy")

    scorer = SimpleNamespace(TASKS={PARSED[name]: _quotes})
    program = SimpleNamespace(document=str, annotate=annotate)
    result = run_parsed(scorer, Api(program), Path(), name)  # type: ignore[arg-type]
    assert result.missing == "parse=True needs spaCy"
