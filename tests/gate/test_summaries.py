"""The summaries with planted errors: well formed, of all kinds, and judged as they should be."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from compare.annotation.article import annotate
from compare.model.checks import CheckedStatement, CheckState, Doubt, DoubtKind
from compare.model.spans import Span
from compare.sources.document import document
from tests.gate.planting import KINDS, persons, planted, reworded
from tests.gate.summaries import CORPORA, DEVELOPED, FOLDER, NAMED, UNSEEN, Judged, scores

FILES = sorted(FOLDER.rglob("*.toml"))
ARTICLE = (
    "At least 42 people were rescued on Tuesday near Port Lessing. Ines Harrow, the mayor, said the"
    " bridge was closed. Most of the roads may be closed for three weeks, said John Marsh. “We "
    "have never seen the river as high as this,” said Alice Brook, 40, who lives near Orre."
)


def rows_of(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["statement"]
    return found


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_planted_sentence_has_a_kind_and_differs_from_the_true_one(path: Path) -> None:
    for row in rows_of(path):
        for kind, text in row["planted"]:
            assert kind in KINDS
            assert text.strip() != row["text"].strip()
    assert (CORPORA / path.stem).is_dir()


def test_every_kind_is_planted_by_hand() -> None:
    counts = Counter(kind for path in FILES for row in rows_of(path) for kind, _ in row["planted"])
    assert set(counts) == set(KINDS) == set(NAMED)
    assert min(counts.values()) >= 8


def test_a_story_is_either_looked_at_or_only_measured() -> None:
    groups = {path.parent.name for path in FILES}
    assert groups == {"developed", "unseen"}
    assert not set(DEVELOPED) & set(UNSEEN)
    assert len({path.stem for path in FILES}) == len(FILES)


def test_rules_plant_one_error_in_a_sentence_of_the_article() -> None:
    article = annotate(document(ARTICLE, outlet="Quay Gazette"))
    found = planted(article, persons([article]), ["nobody will ever believe a word of that"])
    assert {"wrong number", "wrong day", "polarity", "over-general", "dropped hedge"} <= {
        one.kind for one in found
    }
    for one in found:
        assert one.words in ARTICLE
        assert one.text not in ARTICLE


def test_reworded_sentences_say_what_the_article_says() -> None:
    article = annotate(document(ARTICLE, outlet="Quay Gazette"))
    assert all(text.endswith(".") for text in reworded(article))


def statement(state: CheckState, *kinds: DoubtKind) -> CheckedStatement:
    span = Span(0, 4)
    doubts = tuple(Doubt(kind=kind, span=span, text="Nine") for kind in kinds)
    return CheckedStatement(id="TEXT.s1", span=span, text="Nine", state=state, doubts=doubts)


def test_scores_count_alarms_finds_and_names() -> None:
    def judged(kind: str, state: CheckState, *kinds: DoubtKind) -> Judged:
        return Judged(story="pier", kind=kind, statement=statement(state, *kinds))

    found = dict(
        scores(
            "x",
            [
                judged("", CheckState.STATED),
                judged("", CheckState.PARTLY, DoubtKind.UNIT),
                judged("unit", CheckState.CONTRADICTED, DoubtKind.UNIT),
                judged("unit", CheckState.CONTRADICTED, DoubtKind.DENIAL),
                judged("unit", CheckState.STATED),
            ],
        )
    )
    assert found["x.true_statements_kept"] == 0.5
    assert found["x.precision"] == pytest.approx(2 / 3)
    assert found["x.found"] == pytest.approx(2 / 3)
    assert found["x.named"] == pytest.approx(1 / 3)
    assert found["x.unit.precision"] == 0.5
