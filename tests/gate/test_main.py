"""The gate as a whole, on a story, a scorer and a program made up for the test."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from compare.annotation.article import annotate
from compare.sources.document import document
from tests.gate.__main__ import main
from tests.gate.floors import read
from tests.gate.places import Places

SCORER = """
def facts_story(api, data):
    yield "facts_story.f1", api.quality

def figures_story(api, data):
    yield "figures_story.found", 1.0

def events(api, data):
    yield "events.b3_f1", api.group_events()

TASKS = {"facts_story": facts_story, "figures_story": figures_story, "events": events}
"""
STORY = """
title = "The pier"
licence = "CC0-1.0"
[[articles]]
file = "gazette.txt"
outlet = "Weir Gazette"
"""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    corpora, evaluation = tmp_path / "corpora", tmp_path / "eval"
    (corpora / "gold").mkdir(parents=True)
    (corpora / "pier").mkdir()
    (evaluation / "data").mkdir(parents=True)
    key = {"id": "F1", "label": "", "strict": True, "members": {"Weir Gazette": ["pier is open"]}}
    marks = {"id": "pier", "facts": [key], "figures": [], "quotes": []}
    (corpora / "gold" / "pier.json").write_text(json.dumps(marks), encoding="utf-8")
    (corpora / "pier" / "story.toml").write_text(STORY, encoding="utf-8")
    (corpora / "pier" / "gazette.txt").write_text("The pier is open again.", encoding="utf-8")
    (evaluation / "score.py").write_text(SCORER, encoding="utf-8")
    (evaluation / "data" / "facts.jsonl").write_text("{}", encoding="utf-8")
    return Places(corpora=corpora, evaluation=evaluation, floors=tmp_path / "floors.toml")


def program(quality: float) -> Any:
    empty = SimpleNamespace(
        articles=[SimpleNamespace(document=SimpleNamespace(letter="A"), quotes=())]
    )
    empty.quote_groups = ()
    return SimpleNamespace(
        quality=quality, annotate=annotate, document=document, compare_story=lambda _: empty
    )


def gate(places: Places, *arguments: str, quality: float = 0.7) -> int:
    api = program(quality)
    return main(arguments, places=places, api=api)


@pytest.fixture
def pinned(places: Places, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setattr("tests.gate.__main__.OURS", ("gold_quotes",))
    assert gate(places, "--update") == 0
    return places


def test_an_update_pins_floors_and_digests_and_the_same_run_holds(pinned: Places) -> None:
    assert read(pinned.floors).floors["facts_story"] == {"facts_story.f1": 0.698}
    assert gate(pinned) == 0


def test_a_part_that_is_not_offered_is_listed_and_does_not_fail(
    pinned: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate(pinned) == 0
    assert "events: not yet offered (group_events is not offered)" in capsys.readouterr().out


def test_a_fall_below_a_floor_fails_and_an_update_refuses_it(
    pinned: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    before = pinned.floors.read_bytes()
    assert gate(pinned, quality=0.6) == 1
    assert "FAILED facts_story.f1 is 0.6000, below its floor 0.698" in capsys.readouterr().out
    assert gate(pinned, "--update", quality=0.6) == 2
    assert pinned.floors.read_bytes() == before


def test_a_fall_is_taken_over_when_the_metric_is_named(pinned: Places) -> None:
    assert gate(pinned, "--update", "--allow-regression", "facts_story.f1", quality=0.6) == 0
    assert read(pinned.floors).floors["facts_story"] == {"facts_story.f1": 0.598}


def test_missing_data_fails_with_its_name(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    places.scorer.unlink()
    assert gate(places) == 2
    assert "score.py is missing" in capsys.readouterr().err


def test_empty_data_fails(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    (places.data / "facts.jsonl").unlink()
    assert gate(places) == 2
    assert "data is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "name"), [("eval/data/facts.jsonl", "eval"), ("corpora/pier/gazette.txt", "gold")]
)
def test_changed_data_fails_until_it_is_pinned_anew(
    pinned: Places, capsys: pytest.CaptureFixture[str], path: str, name: str
) -> None:
    changed = pinned.floors.parent / path
    changed.write_bytes(changed.read_bytes() + b" ")
    assert gate(pinned) == 1
    assert f"the {name} data is not what the floors were measured on" in capsys.readouterr().out
    assert gate(pinned, "--update", "--only", "facts_story") == 2
    assert gate(pinned, "--update") == 0
    assert gate(pinned) == 0


def test_one_task_can_be_run_alone(pinned: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate(pinned, "--only", "figures_story", quality=0.1) == 0
    assert "facts_story.f1" not in capsys.readouterr().out
    assert gate(pinned, "--only", "figure_story") == 2


def test_a_task_that_the_scorer_lost_fails(
    pinned: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = pinned.floors.read_text(encoding="utf-8")
    pinned.floors.write_text(floors + '\n[floors.pairs]\n"pairs.auc" = 0.5\n', encoding="utf-8")
    assert gate(pinned) == 1
    assert "pairs.auc has the floor 0.500 but is MISSING" in capsys.readouterr().out


def test_a_key_that_is_not_in_its_article_fails(
    places: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.gate.__main__.OURS", ())
    (places.corpora / "pier" / "gazette.txt").write_text("The pier is shut.", encoding="utf-8")
    assert gate(places, "--update") == 1
    assert "found 0 times, not once" in capsys.readouterr().out
    assert not places.floors.exists()
