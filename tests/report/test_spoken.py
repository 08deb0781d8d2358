"""What a screen reader is told: names, tables, headings, and the order in which they come."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest

from tests.report.conftest import Opener

stories = pytest.mark.parametrize("name", ["two", "three", "eight"])


@stories
def test_every_control_has_a_name_that_says_something(opened: Opener, name: str) -> None:
    for node in _nodes(opened, name):
        if node["role"]["value"] in ("button", "link", "checkbox", "radio", "DisclosureTriangle"):
            spoken = _name(node)
            assert re.search(r"\w", spoken), node
            assert spoken.strip().lower() not in ("here", "more", "link", "click here")


@stories
def test_the_signs_in_a_row_are_told_apart(opened: Opener, name: str) -> None:
    page = opened(name)
    for row in page.locator(".grid tbody tr:visible").all():
        spoken = [button.inner_text().strip() for button in row.locator(".cell").all()]
        assert len(set(spoken)) == len(spoken)


@stories
def test_regions_and_groups_have_names_of_their_own(opened: Opener, name: str) -> None:
    nodes = _nodes(opened, name)
    for role in ("region", "navigation", "main"):
        names = [_name(node) for node in nodes if node["role"]["value"] == role]
        assert len(set(names)) == len(names)
        assert role == "main" or all(names)


@stories
def test_every_table_has_a_caption_and_headers(opened: Opener, name: str) -> None:
    page = opened(name)
    for table in page.locator("main table").all():
        assert table.locator("> caption").inner_text().strip()
        assert table.locator("tbody th[scope=row]").count() or table.locator("thead th").count()
        assert not table.locator("th:not([scope])").count()
    roles = {node["role"]["value"] for node in _nodes(opened, name)}
    assert {"table", "row", "rowheader", "columnheader", "cell"} <= roles


@stories
def test_headings_never_skip_a_level(opened: Opener, name: str) -> None:
    page = opened(name)
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_drawings_are_silent_and_have_words_beside_them(opened: Opener) -> None:
    nodes = _nodes(opened, "three")
    assert not [node for node in nodes if node["role"]["value"] in ("image", "img", "graphic")]
    spoken = " ".join(_name(node) for node in nodes if node["role"]["value"] == "button")
    for words in ("A stated", "C not found", "A figures differ", "also in B and C"):
        assert words in spoken


def test_sections_are_read_in_the_order_of_their_numbers(opened: Opener) -> None:
    page = opened("three")
    linked = page.locator("nav a").evaluate_all("all => all.map(a => a.hash.slice(1))")
    order = page.locator("main .inside").evaluate_all("all => all.map(one => one.id)")
    assert order == linked
    assert page.locator("main > section").last.get_attribute("id") == "evidence"


def _nodes(opened: Opener, name: str) -> list[dict[str, Any]]:
    page = opened(name)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    nodes: list[dict[str, Any]] = tree["nodes"]
    return [node for node in nodes if not node.get("ignored")]


def _name(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", ""))
