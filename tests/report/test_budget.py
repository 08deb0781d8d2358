"""How much the report shows at first, how long it is, and how many pages it prints to."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import compare
from compare.assets import asset
from compare.formats.html import brief, html
from compare.model.comparison import Comparison
from tests.formats.press import press

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def _demo() -> Comparison:
    return compare.compare_story(compare.load_story(asset("corpora", "demo")))


STORIES: dict[str, Callable[[], Comparison]] = {
    "demo": _demo,
    "2": lambda: press(2, shared=8, own=3),
    "4": lambda: press(4, shared=10, own=3),
    "8": lambda: press(8, shared=14, own=3),
    "20": lambda: press(20, shared=16, own=2),
    "50": lambda: press(50, shared=16, own=2),
}
# Words shown on opening, screens of 1280 x 900 and of 390 x 844, pages of A4. What is printed of
# many outlets is mostly their articles.
BUDGETS = {
    "demo": (450, 2, 8, 10),
    "2": (450, 2, 8, 10),
    "4": (450, 2, 8, 12),
    "8": (650, 2.5, 8, 20),
    "20": (450, 2, 8, 40),
    "50": (450, 2, 8, 90),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """The full report and the brief form of each story, as files."""
    folder = tmp_path_factory.mktemp("budgets")
    found = {}
    for name, make in STORIES.items():
        story = make()
        whole, short = folder / f"{name}.html", folder / f"{name}-brief.html"
        whole.write_text(html(story), encoding="utf-8")
        short.write_text(brief(story), encoding="utf-8")
        found[name] = (whole, short)
    return found


def _opened(browser: Browser, path: Path, width: int, height: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(path.as_uri())
    return page


def _printed_pages(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


@pytest.mark.parametrize("name", STORIES)
def test_the_report_opens_within_its_budget(
    browser: Browser, pages: dict[str, tuple[Path, Path]], name: str
) -> None:
    words, screens, phones, printed = BUDGETS[name]
    page = _opened(browser, pages[name][0], 1280, 900)
    assert len(page.inner_text("body").split()) <= words
    assert page.evaluate("document.documentElement.scrollHeight") <= screens * 900
    assert _printed_pages(page) <= printed
    page.close()
    phone = _opened(browser, pages[name][0], 390, 844)
    assert phone.evaluate("document.documentElement.scrollHeight") <= phones * 844
    phone.close()


@pytest.mark.parametrize("name", ["demo", "2", "4", "8"])
def test_the_brief_form_is_one_screen_and_one_printed_page(
    browser: Browser, pages: dict[str, tuple[Path, Path]], name: str
) -> None:
    page = _opened(browser, pages[name][1], 1280, 900)
    assert _printed_pages(page) == 1
    assert page.evaluate("document.documentElement.scrollHeight") <= 1.4 * 900
    page.close()


def test_the_brief_form_needs_no_script_no_style_sheet_and_no_network(
    browser: Browser, pages: dict[str, tuple[Path, Path]]
) -> None:
    """What mail programs take away is not in it."""
    text = pages["demo"][1].read_text(encoding="utf-8")
    assert not re.search(r"<(script|style|link|img|form|button|details|svg)\b", text)
    assert "url(" not in text
    page = _opened(browser, pages["demo"][1], 390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
