"""What a teacher, an editor and a reader do, in a real browser, from the command to the page."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from tests.app.articles import FIRST, SECOND, TEXTS, THIRD, page_of
from tests.report.test_access import check as has_no_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_FOCUSED = "(document.activeElement.ariaLabel ?? document.activeElement.innerText ?? '').trim()"
_FORM = """address => {
  document.body.innerHTML = '<form method="post"><button name="name" value="demo">go</button>';
  document.forms[0].action = address + "/bundled";
}"""
# A comparison takes seconds where many others do, too.
PATIENCE = 40_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, start: Callable[..., str]) -> str:
    return start(tmp_path_factory.mktemp("app") / "library", "--allow-private")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in TEXTS]


class _Sites(BaseHTTPRequestHandler):
    """Three outlets, told apart by the path, and nothing else."""

    pages: ClassVar[dict[str, str]] = {
        "/herald": page_of(FIRST, "Hollen Herald"),
        "/post": page_of(SECOND, "Mill Post"),
        "/radio": page_of(THIRD, "Valley Radio"),
    }

    def do_GET(self) -> None:
        found = self.pages.get(self.path)
        self.send_response(200 if found else 404)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((found or "<h1>Not found</h1>").encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def links() -> Iterator[list[str]]:
    """The addresses of the three articles, each of a host of its own, so that none has to wait."""
    servers = [ThreadingHTTPServer((f"127.0.0.{n}", 0), _Sites) for n in (1, 2, 3)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield [
        f"http://127.0.0.{n}:{server.server_port}{path}"
        for n, server, path in zip((1, 2, 3), servers, _Sites.pages, strict=True)
    ]
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the app; an error on it, or a request to another place, fails the test."""
    contexts = []
    troubles: list[str] = []

    def opener(path: str = "/", **settings: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **settings})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda said: troubles.append(said.text))
        page.on("request", lambda asked: None if asked.url.startswith(address)
                else troubles.append(asked.url))  # fmt: skip
        page.goto(address + path)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert [each for each in troubles if "status of 4" not in each] == []


def waited(page: Page) -> None:
    page.get_by_role("link", name="Read the report").wait_for()


def test_a_teacher_comes_from_three_files_to_a_printed_worksheet_in_few_presses(
    opened: Callable[..., Page], articles: list[Path]
) -> None:
    page = opened()
    page.get_by_label("Articles as files").set_input_files(articles)  # two presses
    assert page.locator(".chosen li").count() == 3
    page.get_by_role("button", name="Compare", exact=True).click()
    waited(page)
    page.get_by_role("link", name="Make a lesson").click()
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Worksheet to print").click()
    sheet = popup.value
    sheet.wait_for_load_state()
    assert "Hollen Herald" not in sheet.content()
    assert sheet.pdf().startswith(b"%PDF")
    # Two for the files, one each for comparing, the lesson, the worksheet and printing.


def test_an_editor_comes_from_three_links_to_a_corrected_report(
    opened: Callable[..., Page], links: list[str]
) -> None:
    page = opened()
    for number, link in enumerate(links, 1):
        page.get_by_label(f"Link or text of article {number}").fill(link)
    page.get_by_role("button", name="Compare", exact=True).click()
    waited(page)
    page.get_by_role("link", name="Correct it").click()
    page.get_by_role("button", name=re.compile("^Set aside:")).first.click()
    page.get_by_text("Set aside:").first.wait_for()
    page.get_by_role("button", name="The ticked facts are one").wait_for()
    assert page.get_by_role("button", name=re.compile("^Take back")).count() == 1
    page.locator(".top-bar a").last.click()
    page.get_by_role("link", name="Read the report").click()
    assert "corrections.toml, ignore 1" in page.content()
    for outlet in ("Hollen Herald", "Mill Post", "Valley Radio"):
        assert outlet in page.content()


def test_a_reader_with_a_broken_source_sees_which_and_mends_it(
    opened: Callable[..., Page], links: list[str]
) -> None:
    page = opened()
    broken = links[1].replace("/post", "/gone")
    page.get_by_label("Link or text of article 1").fill(f"{links[0]} {broken}")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_text("These articles were not compared.").wait_for()
    box = page.locator(".box.broken")
    assert box.count() == 1
    assert "/gone" in box.inner_text()
    assert "there is no such page" in box.inner_text()
    box.get_by_label("Paste the text of this article here instead").fill(SECOND)
    box.get_by_label("Outlet of").fill("Mill Post")
    page.get_by_role("button", name="Save and compare again").click()
    waited(page)
    assert page.locator(".box.broken").count() == 0


def test_everything_can_be_done_by_keyboard_alone(opened: Callable[..., Page]) -> None:
    page = opened()

    def press_until(name: str) -> None:
        """Go on with the Tab key until something of this name has the focus, then press it."""
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate(_FOCUSED) == name:
                page.keyboard.press("Enter")
                return
        raise AssertionError(f"{name} cannot be reached")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    press_until("A ferry fire, four outlets")
    waited(page)
    press_until("Make a lesson")
    page.get_by_role("heading", name="questions, about").wait_for()
    press_until("Another one for question 2")
    page.get_by_text("1 question was dropped.").wait_for()
    page.go_back()
    page.goto(page.url.partition("/lesson")[0])
    press_until("Correct it")
    page.get_by_role("heading", name="What several outlets say").wait_for()
    page.goto(page.url.removesuffix("/correct"))
    press_until("Read the report")
    page.get_by_role("heading", level=1).wait_for()
    assert "/report" in page.url


def test_everything_can_be_done_without_script(opened: Callable[..., Page]) -> None:
    page = opened(java_script_enabled=False)
    page.get_by_label("Link or text of article 1").fill(FIRST)
    page.get_by_label("Outlet of article 1").fill("Hollen Herald")
    page.get_by_label("Link or text of article 2").fill(SECOND)
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_role("heading", name="Comparing").wait_for()
    waited(page)
    page.get_by_text("Add a later article").click()
    page.locator("#add-text").fill(THIRD)
    page.get_by_role("button", name="Add and compare").click()
    waited(page)
    assert page.locator(".box-name").count() == 3
    page.get_by_role("link", name="Correct it").click()
    page.get_by_role("button", name=re.compile("^Set aside:")).first.click()
    page.get_by_role("button", name=re.compile("^Take back")).click()
    page.get_by_text("None yet.").wait_for()


@pytest.fixture(scope="module")
def story(browser: Browser, address: str) -> str:
    """The path of a bundled story that is compared."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.get_by_role("button", name="A mayor resigns, six outlets").click()
    waited(page)
    found = page.url.removeprefix(address)
    page.close()
    return found


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    opened: Callable[..., Page], story: str, look: str
) -> None:
    width = 390 if look == "phone" else 1280
    page = opened(
        "/",
        color_scheme="dark" if look == "dark" else "light",
        viewport={"width": width, "height": 844},
    )
    root = page.url.rstrip("/")
    for path in ("/", story, f"{story}/correct", f"{story}/lesson", "/search?q=mayor", "/none"):
        page.goto(root + path)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        has_no_violations(page, least=20)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_text_in_articles_never_runs(opened: Callable[..., Page]) -> None:
    page = opened()
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    page.on("dialog", lambda _: pytest.fail("text of an article ran"))
    page.get_by_label("Link or text of article 1").fill(f"{hostile}\n\n{FIRST}\n\n{hostile}")
    page.get_by_label("Outlet of article 1").fill(hostile)
    page.get_by_label("Link or text of article 2").fill(SECOND)
    page.get_by_role("button", name="Compare", exact=True).click()
    waited(page)
    here = page.url
    for path in ("/report", "/brief", "/correct", "/lesson", ""):
        page.goto(here + path)
        assert page.locator("img").count() == 0


def test_another_site_can_send_nothing_here(
    browser: Browser, address: str, links: list[str]
) -> None:
    page = browser.new_page()
    page.goto(links[0])
    page.evaluate(_FORM, address)
    page.get_by_role("button", name="go").click()
    page.get_by_text("This was sent from another site.").wait_for()
    page.goto(links[0])
    seen = page.evaluate(
        "address => fetch(address + '/api/v1/stories').then(() => 'read', () => 'refused')", address
    )
    assert seen == "refused"
    page.close()
