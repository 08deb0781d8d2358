"""Every mark of our own stories stands on words that can be found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from compare.annotation.article import annotate
from compare.sources.document import document
from tests.gate.gold import GoldStory, problems, read_gold
from tests.gate.places import Places
from tests.gate.quotes import SAME

PLACES = Places()
RELATIONS = {"agree", "compatible", "conflict", "later_count", "different_scope"}
TEXT = "The bridge fell. Nobody was hurt, the mayor said. The bridge was new."


def story(*words: str, outlet: str = "Weir Gazette") -> GoldStory:
    facts = [{"id": "F1", "label": "", "strict": True, "members": {outlet: list(words)}}]
    marks = {"id": "bridge", "facts": facts, "figures": [], "quotes": []}
    return GoldStory(marks=marks, documents=(document(TEXT, outlet="Weir Gazette"),))


def test_words_found_once_in_one_sentence_are_no_problem() -> None:
    assert problems(story("bridge fell", "Nobody was hurt"), annotate) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("The bridge", "found 2 times, not once"),
        ("the tunnel", "found 0 times, not once"),
        ("fell. Nobody", "not inside one sentence"),
    ],
)
def test_words_that_mark_no_one_sentence_are_told(words: str, why: str) -> None:
    (text,) = problems(story(words), annotate)
    assert text == f"bridge F1: Weir Gazette: {words!r}: {why}"


def test_an_outlet_that_the_story_does_not_have_is_told() -> None:
    (text,) = problems(story("bridge fell", outlet="Weir Globe"), annotate)
    assert text.endswith("the story has no such outlet")


def test_the_row_has_the_articles_beside_the_marks() -> None:
    row = story("bridge fell").row()
    assert row["articles"] == [{"outlet": "Weir Gazette", "headline": None, "text": TEXT}]
    assert row["facts"] == story("bridge fell").marks["facts"]


def test_keys_of_figures_and_quotes_are_checked_too() -> None:
    marked = story("bridge fell")
    reading = {"outlet": "Weir Gazette", "key": "two years"}
    version = {"outlet": "Weir Gazette", "key": "not ours"}
    marks = {
        **marked.marks,
        "figures": [{"what": "age", "readings": [reading]}],
        "quotes": [{"id": "Q1", "versions": [version]}],
    }
    found = problems(replace(marked, marks=marks), annotate)
    assert [text.split(":")[0] for text in found] == ["bridge age", "bridge Q1"]


@pytest.mark.parametrize("path", PLACES.gold, ids=lambda path: path.stem)
def test_each_key_of_a_marked_story_is_found_once_inside_one_sentence(path: Path) -> None:
    marked = read_gold(path, corpora=PLACES.corpora)
    assert marked.name == path.stem
    assert problems(marked, annotate) == []


@pytest.mark.parametrize("path", PLACES.gold, ids=lambda path: path.stem)
def test_each_group_of_quotations_has_two_outlets_and_words_in_quotation_marks(path: Path) -> None:
    for group in read_gold(path, corpora=PLACES.corpora).marks["quotes"]:
        assert group["edit"] in SAME, group["id"]
        assert len({version["outlet"] for version in group["versions"]}) > 1, group["id"]
        assert {version["form"] for version in group["versions"]} & {"direct", "partial"}


@pytest.mark.parametrize("path", PLACES.gold, ids=lambda path: path.stem)
def test_each_figure_has_two_readings_a_known_relation_and_a_marked_fact(path: Path) -> None:
    marks = read_gold(path, corpora=PLACES.corpora).marks
    facts = {fact["id"] for fact in marks["facts"]}
    assert len(facts) == len(marks["facts"])
    for figure in marks["figures"]:
        assert figure["relation"] in RELATIONS, figure["what"]
        assert len(figure["readings"]) > 1, figure["what"]
        assert figure["fact"] is None or figure["fact"] in facts, figure["what"]


def test_at_least_four_stories_are_marked() -> None:
    assert len(PLACES.gold) >= 4
