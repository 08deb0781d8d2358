"""The pages of a checked text and of a followed story, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from compare.formats.checks.page import check_html
from compare.formats.follows.page import follow_html
from tests.checking.small import ROWS, checked
from tests.following.test_follow import followed
from tests.report.test_access import check as has_no_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = ("check", "follow")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = (check_html(checked("\n\n".join(row["text"] for row in ROWS))), follow_html(followed()))
    for name, page in zip(PAGES, made, strict=True):
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


def page_of(browser: Browser, path: Path, **settings: Any) -> Page:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text))
    page.on("request", lambda request: troubles.append(request.url) if request.url[:5] != "file:"
            else None)  # fmt: skip
    page.goto(path.as_uri())
    assert troubles == []
    return page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_nothing(browser: Browser, files: dict[str, Path], name: str, look: str) -> None:
    page = page_of(
        browser,
        files[name],
        color_scheme="dark" if look == "dark" else "light",
        viewport={"width": 390 if look == "phone" else 1280, "height": 900},
    )
    has_no_violations(page)
    for summary in page.locator("summary").all()[:6]:
        summary.click()
    has_no_violations(page)
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_never_scrolls_sideways(
    browser: Browser, files: dict[str, Path], name: str
) -> None:
    page = page_of(browser, files[name], viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.context.close()


def test_the_keyboard_leads_from_a_statement_to_its_place_and_back(
    browser: Browser, files: dict[str, Path]
) -> None:
    page = page_of(browser, files["check"], java_script_enabled=False)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the statements"
    first = page.locator("#t1 summary")
    first.focus()
    page.keyboard.press("Enter")
    link = page.locator("#t1 details a").first
    assert link.is_visible()
    link.press("Enter")
    place = page.locator(".sentence:target")
    assert place.count() == 1
    back = place.locator("xpath=following-sibling::a[@class='back']").first
    back.press("Enter")
    assert page.locator(".row:target").count() == 1
    page.context.close()


def test_the_states_are_told_in_words_and_not_by_colour_alone(
    browser: Browser, files: dict[str, Path]
) -> None:
    page = page_of(browser, files["check"])
    for row in page.locator(".row").all():
        assert row.locator(".state").inner_text().strip()
    page.context.close()
