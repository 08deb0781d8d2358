"""A checked text and a followed story as JSON, Markdown, text and page."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import compare
from compare.errors import FormatError
from compare.formats.checks.page import check_html, check_page
from compare.formats.checks.text import check_text
from compare.formats.checks.wording import GLYPHS, PLAIN_GLYPHS, STATE_NAMES
from compare.formats.follows.page import follow_html
from compare.formats.follows.text import follow_text
from compare.formats.follows.wording import NEWS_HEADS, STATE_HEADS, STEP_WORDS
from compare.formats.result_registry import CHECK_FORMATS, FOLLOW_FORMATS
from compare.formats.screen import FILE, Screen
from compare.model.checks import Check, CheckState
from compare.model.follows import ClaimState, Follow, StepKind
from tests.checking.small import ROWS, checked
from tests.following.test_follow import followed
from tools.json_schemas import check_schema, follow_schema

TEXT = "\n\n".join(row["text"] for row in ROWS)


@cache
def check() -> Check:
    return checked(TEXT)


@cache
def story() -> Follow:
    return followed()


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with no room for fields it does not name."""
    for body in (schema, *schema["$defs"].values()):
        if "properties" in body:
            body["additionalProperties"] = False
    return schema


def test_json_is_valid_and_has_no_field_the_schema_does_not_name() -> None:
    for data, schema in (
        (CHECK_FORMATS.render(check(), "json"), check_schema()),
        (FOLLOW_FORMATS.render(story(), "json"), follow_schema()),
    ):
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(closed(schema)).validate(json.loads(data))


def test_spans_of_the_json_give_the_words_back() -> None:
    tree = json.loads(CHECK_FORMATS.render(check(), "json"))
    texts = {source["letter"]: source["text"] for source in tree["sources"]}
    assert tree["offset_unit"] == "code point"
    for statement in tree["statements"]:
        span = statement["span"]
        assert tree["text"]["text"][span["start"] : span["end"]] == statement["text"]
        assert statement["state"] in set(CheckState)
        for place in statement["evidence"]:
            span = place["span"]
            assert texts[place["article"]][span["start"] : span["end"]] == place["text"]


def test_every_state_kind_and_step_has_words() -> None:
    assert set(STATE_NAMES) == set(GLYPHS) == set(PLAIN_GLYPHS) == set(CheckState)
    assert set(STATE_HEADS) == set(ClaimState)
    assert set(STEP_WORDS) == set(StepKind)
    assert set(NEWS_HEADS) == set(StepKind) - {StepKind.REPEATED}


@pytest.mark.parametrize("name", ["md", "txt", "html"])
def test_every_statement_stands_in_every_output_once_and_in_order(name: str) -> None:
    told = CHECK_FORMATS.render(check(), name).decode()
    plain = re.sub(r"<[^>]+>|\\(?=\W)", "", told) if name != "txt" else told
    flat = " ".join(plain.replace("&#39;", "'").split())
    places = [flat.find(" ".join(one.text.split())) for one in check().statements]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("width", [30, 48, 96])
def test_no_line_of_the_text_is_wider_than_the_screen(width: int) -> None:
    for told in (
        check_text(check(), Screen(width=width)),
        follow_text(story(), Screen(width=width)),
    ):
        assert max(len(line) for line in told.splitlines()) <= max(width, 30)


def test_a_stream_of_plain_characters_gets_plain_glyphs() -> None:
    told = check_text(check(), Screen(encoding="ascii"))
    assert told.isascii()
    assert " x contradicted" in told


def test_marks_never_change_the_words_of_a_statement() -> None:
    for row, statement in zip(check_page(check()).rows, check().statements, strict=True):
        assert "".join(piece.text for piece in row.pieces) == statement.text


def test_every_link_of_a_page_leads_to_a_place_on_it() -> None:
    for page in (check_html(check()), follow_html(story())):
        there = set(re.findall(r'\bid="?([^">\s]+)', page))
        links = re.findall(r'href="?#([^">\s]+)', page)
        assert len(links) > 5
        assert set(links) <= there


def test_a_page_asks_the_network_for_nothing_and_has_no_script() -> None:
    for page in (check_html(check()), follow_html(story())):
        assert not re.search(r"<script|(?:src|srcset|poster)\s*=|url\(|@import|<link", page)


def test_words_that_look_like_markup_stay_words() -> None:
    odd = "Nine people <b>were</b> hurt & a crane fell <script>alert(1)</script> on Tuesday."
    sources = [compare.document(f"{odd} It was late.", outlet="A <i>Gazette</i>")]
    page = check_html(compare.check(odd, sources))
    assert "<script>" not in page
    assert "<i>Gazette" not in page
    assert "&lt;script&gt;" in page


def test_the_whole_text_of_every_source_is_on_the_page() -> None:
    page = re.sub(r"<[^>]+>", " ", check_html(check()))
    flat = " ".join(page.replace("&#39;", "'").split())
    for source in check().sources:
        for sentence in source.sentences:
            assert " ".join(source.words_of(sentence.span).split()) in flat


def test_an_unknown_format_names_those_that_there_are() -> None:
    with pytest.raises(FormatError, match="html, json, md, txt"):
        CHECK_FORMATS.render(check(), "csv")
    with pytest.raises(FormatError, match="html, json, md, txt"):
        FOLLOW_FORMATS.render(story(), "csv")
    assert set(CHECK_FORMATS.writers) == set(FOLLOW_FORMATS.writers)


@pytest.mark.parametrize("name", ["html", "json", "md", "txt"])
def test_the_front_door_writes_both_by_the_suffix(tmp_path: Path, name: str) -> None:
    compare.write(check(), tmp_path / f"check.{name}")
    compare.write(story(), tmp_path / f"story.{name}")
    assert (tmp_path / f"check.{name}").read_bytes() == CHECK_FORMATS.render(check(), name)
    assert (tmp_path / f"story.{name}").read_bytes() == FOLLOW_FORMATS.render(story(), name)


def test_a_file_has_all_that_a_screen_only_counts() -> None:
    whole = follow_text(story(), FILE)
    assert "show them all" not in whole
    assert all(line.question.rstrip("?") in whole for line in story().figures)
