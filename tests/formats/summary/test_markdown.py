"""The Markdown report: every section, and no word of an article as markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from compare.errors import OptionError
from compare.formats.summary.markdown import dump, escape_markdown
from compare.formats.summary.sections import SECTIONS
from compare.text.control_characters import one_line
from tests.formats.crowd import crowd
from tests.formats.story import market_hall

STRUCTURE = "*_`<>[]()#!|~\\-+=.:&$\n "
texts = st.text(st.sampled_from(STRUCTURE) | st.characters(exclude_categories=["Cs"]), max_size=40)


def render(markdown: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


def visible(html: str) -> str:
    bare = re.sub(r"<[^>]*>", "", html)
    for name, char in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("amp", "&")):
        bare = bare.replace(f"&{name};", char)
    return bare.strip()


@settings(deadline=None, max_examples=300)
@given(texts)
def test_no_text_turns_into_markup(text: str) -> None:
    html = render(f"- {escape_markdown(text)}\n")
    tags = re.findall(r"<(\w+)", html)
    assert tags in (["ul", "li"], ["ul", "li", "p"])
    assert visible(html) == one_line(text)


@settings(deadline=None, max_examples=200)
@given(texts)
def test_no_text_breaks_a_table(text: str) -> None:
    html = render(f"| a | b |\n|---|---|\n| {escape_markdown(text)} | end |\n")
    cells = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    assert len(cells) == 2
    assert cells[1] == "end"
    assert visible(cells[0]) == one_line(text)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("1. first", "1\\. first"),
        ("- item", "\\- item"),
        ("<script>", "\\<script\\>"),
        ("see https://a.test", "see https\\://a.test"),
        ("see www.a.test", "see www\\.a.test"),
        ("3.5 million", "3.5 million"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_is_escaped(text: str, safe: str) -> None:
    assert escape_markdown(text) == safe


def test_every_section_has_a_heading_even_when_there_is_nothing_to_show() -> None:
    empty = replace(crowd(2, 1), reuse=())
    headings = re.findall(r"^## (.+)$", dump(empty).decode(), re.MULTILINE)
    never_empty = [one.heading for one in SECTIONS if one.entries is None or one.none_found]
    found = [one.heading for one in SECTIONS if one.entries and tuple(one.entries(empty))]
    assert [one for one in headings if one in never_empty] == never_empty
    assert set(found) <= set(headings)
    assert headings[-1] == "How this was made"
    assert "Nothing stands out" in dump(empty).decode()


def test_only_the_sections_asked_for_are_written() -> None:
    report = dump(market_hall(), only=["figures"]).decode()
    assert re.findall(r"^## (.+)$", report, re.MULTILINE) == ["Figures"]


def test_an_unknown_section_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(OptionError, match="Choose from lead"):
        dump(market_hall(), only=["figure"])


def test_skipped_sources_and_warnings_are_told() -> None:
    report = dump(market_hall()).decode()
    assert "notes.txt: 9 words: too short to be an article. Give the whole text." in report
    assert "C was published before A" in report
