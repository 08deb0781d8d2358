"""A reader is scored beside the rules by the tasks of the gate, with what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from compare.model.articles import Document
from compare.model.reader import ReaderOutcome, ReaderUse
from compare.reader.settings import Reader
from tests.gate.gold import GoldStory
from tests.gate.reader import score_reader
from tests.gate.tasks import Api, load_scorer

STORY = GoldStory(
    marks={"id": "pier", "facts": [], "figures": [], "quotes": []},
    documents=(Document(text="The pier is open.", outlet="Weir Gazette"),),
)
SCORER = """
def rows_story(api, data):
    yield "rows_story.f1", api.compare_story([]).quality

TASKS = {"rows_story": rows_story}
"""


def use(outcome: ReaderOutcome, why: str | None = None) -> ReaderUse:
    return ReaderUse(
        model="m", host="localhost", here=True, sent=True, outcome=outcome, why=why, questions=3,
        answers=3, tokens_in=1_000, tokens_out=200, dropped=2, prompts="0" * 64,
    )  # fmt: skip


def program(part: ReaderUse) -> Api:
    def compare_story(_documents: Sequence[Document], reader: Reader | None = None) -> Any:
        return SimpleNamespace(quality=0.9 if reader else 0.6, reader=part if reader else None)

    return Api(SimpleNamespace(compare_story=compare_story))


def lines(tmp_path: Path, part: ReaderUse) -> list[str]:
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    reader = Reader(url="http://localhost", model="m")
    return score_reader(load_scorer(tmp_path / "score.py"), program(part), [STORY], reader)


def test_each_measure_has_the_rules_and_the_reader_side_by_side(tmp_path: Path) -> None:
    told = lines(tmp_path, use(ReaderOutcome.READ))
    assert told[1].split() == ["gold_rows.f1", "0.6000", "0.9000"]
    assert told[-1] == "1 stories, 3 answers, 1,200 tokens, 2 dropped"


def test_a_story_that_was_not_read_is_told(tmp_path: Path) -> None:
    told = lines(tmp_path, use(ReaderOutcome.RULES, "it did not answer in time"))
    assert told[-1] == "1 stories were not read, the first because it did not answer in time"
