"""The page of `storydiff diff` in a browser: versions and outlets, with and without script."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from compare.diff.outlets import diff_outlets
from compare.diff.versions import diff_versions
from compare.formats.diff_page import diff_page
from compare.model.diff import Diff
from tests.bundled import comparison
from tests.diff.random_edits import articles, edited
from tests.report.test_access import check as has_no_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


def versions() -> Diff:
    old = articles()[3]
    return diff_versions(old, edited(old, random.Random(11), 9))


PAGES: dict[str, Callable[[], Diff]] = {
    "versions": versions,
    "outlets": lambda: diff_outlets(comparison("demo"), "A", "D"),
}
Opener = Callable[..., "Page"]
every_page = pytest.mark.parametrize("name", PAGES)
no_script = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@pytest.fixture(scope="module")
def diffs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("diffs")
    for name, diff in PAGES.items():
        (folder / f"{name}.html").write_text(diff_page(diff()), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


@pytest.fixture
def page_of(browser: Browser, diffs: dict[str, Path]) -> Iterator[Opener]:
    """Opens a page by its name; errors on it and requests beyond its file fail the test."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []
    asked: list[str] = []

    def opener(name: str, *, at: str = "", media: Any = None, **settings: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        if media:
            page.emulate_media(**media)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(diffs[name].as_uri() + at)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert not troubles
    assert {url.partition("#")[0] for url in asked} <= {p.as_uri() for p in diffs.values()}


@every_page
@pytest.mark.parametrize("look", ["light", "dark", "print", "phone", "unified"])
def test_there_are_no_violations(page_of: Opener, name: str, look: str) -> None:
    page = page_of(
        name,
        color_scheme="dark" if look == "dark" else "light",
        media={"media": "print"} if look == "print" else None,
        viewport={"width": 390 if look == "phone" else 1280, "height": 900},
    )
    if look == "unified":
        page.locator("#unified").check()
    has_no_violations(page, least=15)


@every_page
@pytest.mark.parametrize("width", [320, 390])
def test_no_phone_scrolls_sideways(page_of: Opener, name: str, width: int) -> None:
    page = page_of(name, viewport={"width": width, "height": 800})
    page.locator("#unfold").check()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@no_script
@every_page
def test_all_words_of_both_texts_are_on_the_page(page_of: Opener, name: str, script: bool) -> None:
    page = page_of(name, java_script_enabled=script)
    page.locator("#unfold").check()
    shown = "".join(page.locator(".df").inner_text().split())
    for row in PAGES[name]().rows:
        for words in (*row.words_left(), *([] if row.is_quiet else row.words_right())):
            assert "".join(words.text.split()) in shown


def test_n_and_p_step_through_the_differences(page_of: Opener) -> None:
    page = page_of("versions")
    here = "document.activeElement.closest('tr').id"
    page.keyboard.press("n")
    first = page.evaluate(here)
    page.keyboard.press("n")
    second = page.evaluate(here)
    page.keyboard.press("p")
    assert first != second
    assert page.evaluate(here) == first
    loud = page.locator(".df tr[id][class]").evaluate_all("all => all.map(one => one.id)")
    assert [first, second] == loud[:2]


@no_script
def test_a_named_change_leads_to_its_row_even_in_a_fold(page_of: Opener, script: bool) -> None:
    page = page_of("outlets", java_script_enabled=script)
    for link in page.locator("#changes a").all():
        target = (link.get_attribute("href") or "")[1:]
        link.click()
        assert page.locator(f"[id='{target}']").is_visible()
    folded = page.locator(".folded tr").first.get_attribute("id")
    deep = page_of("outlets", at=f"#{folded}", java_script_enabled=script)
    assert deep.locator(f"[id='{folded}']").is_visible()


def test_tab_reaches_every_control_and_link(page_of: Opener) -> None:
    page = page_of("versions")
    wanted = page.locator("a:visible, input:visible, button:visible").count()
    reached = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
        )
    # One of the two radio buttons is passed by; the arrow keys lead to it.
    assert len(reached) >= wanted - 1


@every_page
def test_changed_words_keep_their_line_where_the_reader_chose_the_colours(
    page_of: Opener, name: str
) -> None:
    page = page_of(name, media={"forced_colors": "active"})
    mark = page.locator(".df :is(mark, ins, del)").first
    assert mark.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"


@every_page
def test_print_keeps_rows_and_marks(page_of: Opener, name: str) -> None:
    page = page_of(name, media={"media": "print"})
    assert page.locator(".df tr.ch").first.is_visible()
    line = page.locator(".df :is(mark, ins, del)").first
    assert line.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"


def test_the_page_loads_nothing_and_is_the_same_each_time() -> None:
    for make in PAGES.values():
        page = diff_page(make())
        assert page == diff_page(make())
        assert "url(" not in page
        assert "@import" not in page
