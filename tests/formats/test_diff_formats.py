"""A diff in its formats: text that can be read without colour, JSON that can be read back."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import msgspec
import pytest

from compare.diff.outlets import diff_outlets
from compare.diff.versions import diff_versions
from compare.formats.diff_layout import Fold, Pointer, layout
from compare.formats.diff_text import diff_text
from compare.formats.result_registry import DIFF_FORMATS
from compare.formats.screen import FILE, Screen
from compare.model.articles import Document
from compare.model.diff import Diff, Row
from tests.bundled import comparison
from tests.diff.random_edits import articles, edited
from tools.json_schemas import schema_text

OLD = (
    "Two people were hurt when a bridge fell on Monday. The mayor had seen no crack.\n\n“We will "
    "find out why,” Ines Dorr said. It was built in 1931. It carried 40 trains a day. Nobody was "
    "on it when it fell at noon. A second bridge stays open."
)
NEW = (
    "Three people were hurt when a bridge fell on Monday. The mayor had seen no crack.\n\n“We will "
    "ask the builder why,” Ines Dorr said. It was built in 1931. It carried 40 trains a day. A "
    "second bridge stays open. A fund was opened. Nobody was on it when it fell at noon."
)


def small() -> Diff:
    one = Document(text=OLD, outlet="Harbour Times", headline="Bridge falls")
    return diff_versions(
        one, replace(one, text=NEW, sha256="", headline="Bridge falls, three hurt")
    )


def random_diff(number: int) -> Diff:
    old = articles()[number % len(articles())]
    return diff_versions(old, edited(old, random.Random(number), 8))


def test_the_text_of_a_small_diff_word_for_word() -> None:
    assert diff_text(small(), Screen(width=80)) == (
        "Two versions of one article\n"
        "A Harbour Times\n"
        "B Harbour Times\n"
        "2 sentences changed, 1 only in version B, 1 in another place, 5 with the same\n"
        "words.\n"
        "\n"
        "What changed\n"
        "  headline   A “Bridge falls”; B “Bridge falls, three hurt”\n"
        "  figure     A “Two”; B “Three” – people injured\n"
        "  quotation  A “We will find out why”; B “We will ask the builder why”\n"
        "\n"
        "- headline: Bridge falls\n"
        "+ headline: Bridge falls{+, three hurt+}\n"
        "- ¶1 [-Two-] people were hurt when a bridge fell on Monday.\n"
        "+ ¶1 {+Three+} people were hurt when a bridge fell on Monday.\n"
        "  ¶1 The mayor had seen no crack.\n"
        "- ¶2 “We will [-find out-] why,” Ines Dorr said.\n"
        "+ ¶2 “We will {+ask the builder+} why,” Ines Dorr said.\n"
        "  ¶2 It was built in 1931.\n"
        "  ¶2 It carried 40 trains a day.\n"
        "> ¶2 Nobody was on it when it fell at noon.  (in another place: B ¶2)\n"
        "  ¶2 A second bridge stays open.\n"
        "+ ¶2 A fund was opened.  (only in version B)\n"
        "  > B ¶2 is set beside A ¶2\n"
    )


def test_two_columns_hold_the_words_of_both() -> None:
    text = diff_text(small(), Screen(width=100), split=True)
    line = next(line for line in text.splitlines() if "[-Two-]" in line)
    assert "{+Three+}" in line
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.parametrize("width", [24, 48, 96])
@pytest.mark.parametrize("split", [False, True])
def test_no_line_is_wider_than_the_screen(width: int, split: bool) -> None:
    for diff in (small(), diff_outlets(comparison("demo"), "A", "D")):
        text = diff_text(diff, Screen(width=width), split=split)
        assert max(map(len, text.splitlines())) <= width
        assert not re.search(r" $", text, re.MULTILINE)


def test_colours_take_the_place_of_the_marks() -> None:
    text = diff_text(small(), Screen(colour=True))
    assert "\x1b[1;4;31m" in text
    assert "[-" not in text


def test_a_plain_stream_gets_plain_characters() -> None:
    assert diff_text(small(), Screen(encoding="ascii")).isascii()


@pytest.mark.parametrize("number", range(6))
def test_a_file_holds_every_word_and_folds_nothing(number: int) -> None:
    diff = random_diff(number)
    text = "".join(re.sub(r"\[-|-\]|\{\+|\+\}", "", diff_text(diff, FILE)).split())
    for row in diff.rows:
        for words in row.words_left():
            for word in words.text.split():
                assert word in text


@pytest.mark.parametrize("number", range(12))
def test_the_layout_leaves_no_row_out_and_shows_none_twice(number: int) -> None:
    diff = random_diff(number) if number % 2 else diff_outlets(comparison("demo"), "A", "C")
    rows: list[Row] = []
    pointed: list[Row] = []
    for block in layout(diff):
        match block:
            case Fold(folded):
                rows += folded
            case Pointer(row):
                pointed.append(row)
            case row:
                rows.append(row)
    assert rows == list(diff.rows)
    assert sorted(row.id for row in pointed) == sorted(row.id for row in diff.rows if row.moved)


@pytest.mark.parametrize("number", range(4))
def test_json_follows_its_schema_and_is_read_back_whole(number: int) -> None:
    diff = random_diff(number) if number else diff_outlets(comparison("demo"), "B", "D")
    data = DIFF_FORMATS.render(diff, "json")
    jsonschema.validate(json.loads(data), json.loads(schema_text("diff")))
    again = msgspec.json.decode(data, type=Diff)
    assert again == diff
    assert again.right_text() == diff.right_text()
    assert next(iter(json.loads(data))) == "schema"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda tree: tree["rows"].pop(), "whole text|in no row"),
        (lambda tree: tree["rows"][1]["edits"].pop(), "tile"),
        (lambda tree: tree.pop("left"), "left"),
    ],
)
def test_rows_that_do_not_hold_both_texts_are_no_diff(
    change: Callable[[Any], object], said: str
) -> None:
    tree = json.loads(DIFF_FORMATS.render(small(), "json"))
    change(tree)
    with pytest.raises(msgspec.ValidationError, match=said):
        msgspec.json.decode(json.dumps(tree), type=Diff)
