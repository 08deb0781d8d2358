"""The texts of the interface: one catalogue, and nothing beside it."""

from __future__ import annotations

import re

import pytest

from compare.app.pages import words
from compare.assets import asset

PAGES = sorted(asset("templates", "app").glob("*.j2"))
_CODE = re.compile(r"{%.*?%}|{{.*?}}|<[^>]*>|\.(?=<)", re.S)
_SAID = re.compile(r"\bt\.(\w+)\.(\w+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_no_words_of_its_own(page: object) -> None:
    text = asset("templates", f"app/{getattr(page, 'name', '')}").read_text(encoding="utf-8")
    assert re.findall(r"[A-Za-z]{2,}", _CODE.sub(" ", text)) == []


def test_every_text_that_a_page_asks_for_is_there() -> None:
    for page in PAGES:
        for part, name in _SAID.findall(page.read_text(encoding="utf-8")):
            assert words()[part][name]


def test_every_text_is_whole() -> None:
    for part in words().values():
        for text in part.values():
            assert text.strip() == text != ""
            assert text.count("{") == text.count("}") == len(re.findall(r"{\w+}", text))
