"""The stories as reports in files, opened in the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import compare
from compare.assets import asset
from compare.formats.html import html
from compare.model.comparison import Comparison
from tests.formats.crowd import crowd
from tests.formats.extremes import extremes
from tests.formats.press import press
from tests.formats.story import market_hall

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


def _demo() -> Comparison:
    return compare.compare_story(compare.load_story(asset("corpora", "demo")))


STORIES: dict[str, Callable[[], Comparison]] = {
    "two": lambda: press(2, shared=6, own=3, spread=1),
    "three": market_hall,
    "eight": lambda: press(8, shared=14, own=2),
    "twenty": lambda: press(20, shared=10, own=1),
    "crowd": lambda: crowd(8, 20),
    "demo": _demo,
    "extremes": extremes,
}

Opener = Callable[..., "Page"]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    for name, story in STORIES.items():
        (folder / f"{name}.html").write_text(html(story()), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in STORIES}


@pytest.fixture
def opened(browser: Browser, reports: dict[str, Path]) -> Iterator[Opener]:
    """Opens a report by the name of its story; keyword arguments are those of a context.

    Its sections are unfolded, unless `folded` asks for them as the page has them at first. Errors
    on the page and requests for anything but the file fail the test.
    """
    contexts: list[BrowserContext] = []
    troubles: list[str] = []
    asked: list[str] = []

    def opener(
        name: str, *, at: str = "", media: Any = None, folded: bool = False, **settings: Any
    ) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        if media:
            page.emulate_media(media=media)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text))
        page.on("request", lambda request: asked.append(request.url))
        page.set_default_timeout(10_000)
        page.goto(reports[name].as_uri() + at)
        if not folded:
            page.locator(".fold").evaluate_all("all => all.forEach(one => { one.open = true })")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert not troubles
    assert {url.partition("#")[0] for url in asked} <= {p.as_uri() for p in reports.values()}
