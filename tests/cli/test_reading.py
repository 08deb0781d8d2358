"""From sources to a comparison, with what was read and skipped told on the way."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from compare.annotation.article import annotate
from compare.formats.json import dump_without_text
from compare.formats.summary.terminal import summary
from compare.model.articles import Article, Document
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.model.story import StoryInfo
from tests.align.test_mixed_piles import MOLVEN, SARN
from tests.cli.conftest import Command
from tests.formats.story import market_hall

ARTICLE = """The roof of the market hall in {town} collapsed on Tuesday, injuring three people.

The council was told in March that two beams were rotten, a letter shows. The hall was built in
1911 and holds 64 stalls, most of which sell food from the farms of the valley around the town.

Fire officers said that 140 people got out unharmed and that nobody is missing under the beams.
"""


class Pipeline:
    """Stands in for the comparison and keeps what it was given."""

    def __init__(self) -> None:
        self.documents: tuple[Document, ...] = ()
        self.options = Options()
        self.story: StoryInfo | None = None

    def __call__(
        self,
        documents: Sequence[Document],
        options: Options,
        *,
        story: StoryInfo | None,
        **_more: object,
    ) -> Comparison:
        self.documents, self.options, self.story = tuple(documents), options, story
        return market_hall()


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    stand_in = Pipeline()
    module: Any = ModuleType("compare.pipeline")
    module.compare_story = stand_in
    monkeypatch.setitem(sys.modules, "compare.pipeline", module)
    return stand_in


@pytest.fixture
def articles() -> list[str]:
    names = ["harbour.txt", "valley.txt"]
    for name in names:
        Path(name).write_text(ARTICLE.format(town=name[:-4].title()), encoding="utf-8")
    return names


def test_articles_are_compared_in_the_order_given(
    storydiff: Command, pipeline: Pipeline, articles: list[str]
) -> None:
    result = storydiff(*reversed(articles))
    assert (result.code, result.out) == (0, summary(market_hall()))
    assert ["Valley" in document.text for document in pipeline.documents] == [True, False]
    assert pipeline.options == Options()


def test_options_reach_the_comparison(
    storydiff: Command, pipeline: Pipeline, articles: list[str]
) -> None:
    assert storydiff(*articles, "--force", "--set", "fact_floor=0.7").code == 0
    assert pipeline.options == Options(force=True, fact_floor=0.7)


def test_a_source_that_cannot_be_read_is_named_and_the_others_go_on(
    storydiff: Command, pipeline: Pipeline, articles: list[str]
) -> None:
    result = storydiff(*articles, "missing.txt")
    assert result.code == 0
    assert "✗ missing.txt: " in result.err
    assert len(pipeline.documents) == 2
    assert pipeline.story is not None
    assert [skipped.source for skipped in pipeline.story.skipped] == ["missing.txt"]
    assert storydiff(*articles, "missing.txt", "-q").err == ""


def test_with_strict_such_a_source_ends_the_run(
    storydiff: Command, pipeline: Pipeline, articles: list[str]
) -> None:
    result = storydiff(*articles, "missing.txt", "--strict")
    assert (result.code, result.out) == (3, "")
    assert "1 source could not be read." in result.err
    assert pipeline.documents == ()
    assert storydiff(*articles, "--strict").code == 0


def test_fewer_than_two_articles_are_told_with_what_was_read(
    storydiff: Command, articles: list[str]
) -> None:
    result = storydiff(articles[0], "missing.txt")
    assert (result.code, result.out) == (3, "")
    good, bad, last = result.err.splitlines()
    assert good.startswith("✓ ")
    assert good.endswith(" words")
    assert bad.startswith("✗ missing.txt: ")
    assert last.startswith("1 article could be read; two are needed.")


def test_verbose_tells_what_was_read(
    storydiff: Command, pipeline: Pipeline, articles: list[str]
) -> None:
    lines = storydiff(*articles, "-v").err.splitlines()
    assert sum(line.startswith("✓ ") for line in lines) == len(pipeline.documents) == 2


def test_a_damaged_comparison_file_is_a_source_that_cannot_be_read(
    storydiff: Command, stored: str
) -> None:
    data = Path(stored).read_bytes()
    Path("newer.json").write_bytes(data.replace(b":comparison:1.2", b":comparison:3.0"))
    Path("bare.json").write_bytes(dump_without_text(market_hall()))
    for name, message in (("newer.json", "version 3.0"), ("bare.json", "without the text")):
        result = storydiff(name)
        assert (result.code, result.out) == (3, "")
        assert result.err.startswith(f"{name}: ")
        assert message in result.err


def mixed(*texts: str) -> list[str]:
    names = [f"{letter}.txt" for letter in "abcdefgh"[: len(texts)]]
    for name, text in zip(names, texts, strict=True):
        Path(name).write_text(text, encoding="utf-8")
    return names


def test_a_mixed_pile_is_refused_with_its_events_and_the_next_command(storydiff: Command) -> None:
    names = mixed(SARN[0], MOLVEN[0], SARN[1], SARN[2], MOLVEN[1])
    result = storydiff(*names)
    assert (result.code, result.out) == (4, "")
    assert "A (A), C (C) and D (D) are about one; B (B) and E (E) about another." in result.err
    assert result.err.endswith(
        " Compare them apart: storydiff a.txt c.txt d.txt (or add --force to compare them all "
        "the same).\n"
    )
    assert storydiff("-q", "a.txt", "c.txt", "d.txt").code == 0


def test_the_next_command_quotes_a_name_with_a_space(storydiff: Command) -> None:
    mixed(SARN[0], MOLVEN[0], SARN[1], MOLVEN[1])
    Path("a.txt").rename("my a.txt")
    result = storydiff("my a.txt", "b.txt", "c.txt", "d.txt")
    assert "Compare them apart: storydiff 'my a.txt' c.txt (or" in result.err


def test_articles_of_one_file_have_no_command_of_their_own(storydiff: Command) -> None:
    records = [{"text": text, "outlet": f"Outlet {n}"} for n, text in enumerate(SARN + MOLVEN)]
    Path("pile.json").write_text(json.dumps(records), encoding="utf-8")
    result = storydiff("pile.json")
    assert result.code == 4
    assert "Compare them apart" not in result.err
    assert result.err.endswith("or add --force to compare them all the same.\n")


def test_a_mixed_pile_is_compared_with_force(storydiff: Command) -> None:
    names = mixed(SARN[0], MOLVEN[0], SARN[1], MOLVEN[1])
    result = storydiff(*names, "--force", "--set", "event_floor=0.3")
    assert result.code == 0
    assert "The articles do not seem to be about one event" in result.out


def breaking(wrong: Exception, town: str) -> Callable[..., Article]:
    """An analysis that fails for the articles of one town."""

    def analysed(document: Document, *, parse: bool = False) -> Article:
        if town in document.text:
            raise wrong
        return annotate(document, parse=parse)

    return analysed


@pytest.mark.parametrize("wrong", [KeyError("x"), RecursionError(), ValueError("4300 digits")])
def test_an_article_that_breaks_its_analysis_leaves_the_others(
    wrong: Exception, storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, town in (("a", "Askerby"), ("b", "Lowmoor"), ("c", "Askerby")):
        Path(f"{name}.txt").write_text(ARTICLE.format(town=town))
    for home in ("compare.pipeline", "compare.annotation.article"):
        monkeypatch.setattr(importlib.import_module(home), "annotate", breaking(wrong, "Lowmoor"))
    result = storydiff("a.txt", "b.txt", "c.txt", "--json")
    assert result.code == 0
    tree = json.loads(result.out)
    assert [article["source"] for article in tree["articles"]] == ["a.txt", "c.txt"]
    assert [skipped["source"] for skipped in tree["story"]["skipped"]] == ["b.txt"]
    assert result.err.count("b.txt") == 1
    assert storydiff("a.txt", "b.txt", "c.txt", "--strict").code == 3
    assert storydiff("a.txt", "b.txt").code == 3


def test_a_comparison_that_breaks_for_no_single_article_is_a_mistake(
    storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        Path(f"{name}.txt").write_text(ARTICLE.format(town="Askerby"))

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("compare.pipeline.compare_story", broken)
    assert storydiff("a.txt", "b.txt").code == 70
