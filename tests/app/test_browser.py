"""What a teacher, an editor and a reader do, in a real browser, from the command to the page."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import httpx
import pytest

from tests.app.articles import FIRST, SECOND, TEXTS, THIRD, page_of
from tests.report.browser import CHROMIUM, LIGHTHOUSE
from tests.report.test_access import check as has_no_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_NODE = shutil.which("node")
_FOCUSED = """() => {
  const one = document.activeElement;
  return (one.ariaLabel ?? one.labels?.[0]?.innerText ?? one.innerText ?? '').trim();
}"""
_FORM = """address => {
  document.body.innerHTML = '<form method="post"><button name="name" value="demo">go</button>';
  document.forms[0].action = address + "/bundled";
}"""
_COUNT = """addEventListener('click', () => {
  localStorage.presses = 1 + Number(localStorage.presses || 0);
}, true);"""
_DROP = """files => {
  const all = new DataTransfer();
  for (const [name, text] of files) all.items.add(new File([text], name));
  document.querySelector('[data-drop]').dispatchEvent(
    new DragEvent('drop', {dataTransfer: all, bubbles: true, cancelable: true}));
}"""
# A comparison takes seconds where many others do, too.
PATIENCE = 40_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, start: Callable[..., str]) -> str:
    return start(tmp_path_factory.mktemp("app") / "library", "--allow-private")


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
    opened: Callable[..., Page],
) -> None:
    page = opened()
    page.context.add_init_script(_COUNT)
    page.reload()
    page.evaluate(_DROP, list(TEXTS.items()))  # one press: dragged and let go
    assert page.locator(".chosen li").all_inner_texts() == list(TEXTS)
    page.get_by_role("button", name="Compare", exact=True).click()
    waited(page)
    page.get_by_role("link", name="Make a lesson").click()
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Worksheet to print").click()
    sheet = popup.value
    sheet.wait_for_load_state()
    assert "Hollen Herald" not in sheet.content()
    assert sheet.pdf().startswith(b"%PDF")
    dropped, printed = 1, 2
    assert page.evaluate("+localStorage.presses") == 3
    assert dropped + page.evaluate("+localStorage.presses") + printed < 12


def test_an_editor_comes_from_three_links_to_a_corrected_report(
    opened: Callable[..., Page], links: list[str]
) -> None:
    page = opened()
    for number, link in enumerate(links, 1):
        page.get_by_label(f"Link or text of article {number}").fill(link)
    page.get_by_role("button", name="Compare", exact=True).click()
    waited(page)
    page.get_by_role("link", name="Correct it").click()
    page.get_by_label(re.compile("^Another name for who said: We heard a bang")).first.fill("Tilda")
    page.get_by_role("button", name=re.compile("^Wrong speaker: We heard a bang")).first.click()
    page.locator("section[aria-labelledby=yours]").get_by_text("said by Tilda").wait_for()
    page.get_by_role("button", name=re.compile("^Set aside:")).first.click()
    page.get_by_text("Set aside:").first.wait_for()
    page.get_by_role("button", name="The ticked facts are one").wait_for()
    assert page.get_by_role("button", name=re.compile("^Take back")).count() == 2
    page.locator(".top-bar a").last.click()
    page.get_by_role("link", name="Read the report").click()
    assert "corrections.toml, ignore 1" in page.content()
    assert "corrections.toml, speaker 1" in page.content()
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

    def go_to(name: str) -> None:
        """Go on with the Tab key until something of this name has the focus."""
        for _ in range(120):
            page.keyboard.press("Tab")
            if re.match(name, page.evaluate(_FOCUSED)):
                return
        raise AssertionError(f"{name} cannot be reached")

    def press(name: str, key: str = "Enter") -> None:
        go_to(name)
        page.keyboard.press(key)

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for number, text in enumerate((FIRST, SECOND), 1):
        go_to(f"Link or text of article {number}")
        page.keyboard.insert_text(text)
    press("Compare$")
    waited(page)
    press("Two of them side by side")
    press("Set side by side")
    page.wait_for_url("**/diff?a=A&b=B")
    page.go_back()
    waited(page)
    press("Correct it")
    page.wait_for_url("**/correct")
    page.get_by_role("heading", name="Who says what").wait_for()
    go_to("Another name for who said")
    page.keyboard.insert_text("Orlen")
    page.keyboard.press("Enter")
    mine = page.locator("section[aria-labelledby=yours]")
    mine.get_by_text("said by Orlen").wait_for()
    page.get_by_role("button", name="The ticked facts are one").wait_for()
    press("Tick f1", "Space")
    press("Tick f2", "Space")
    page.evaluate("document.querySelector('.skip').focus()")
    press("The ticked facts are one")
    page.get_by_text("Facts made one:").wait_for()
    page.get_by_role("button", name="The ticked facts are one").wait_for()
    press("Take back")
    mine.get_by_text("said by Orlen").wait_for(state="hidden")
    page.get_by_role("button", name="The ticked facts are one").wait_for()
    page.evaluate("document.querySelector('.skip').focus()")
    press("Bakery fire closes Mill Street")
    waited(page)
    press("Make a lesson")
    page.get_by_role("heading", name="questions, about").wait_for()
    press("Another one for question 2")
    page.get_by_text("1 question was dropped.").wait_for()
    press("Bakery fire closes Mill Street")
    waited(page)
    press("Title, and deleting")
    press("Delete this story")
    page.get_by_text("was deleted.").wait_for()
    press("Undo")
    waited(page)
    press("Read the report")
    page.wait_for_url("**/report")


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
    page.get_by_role("link", name="Since last time").click()
    page.get_by_role("heading", name="Facts that new sentences alone state").wait_for()
    page.go_back()
    page.get_by_role("link", name="Correct it").click()
    page.get_by_role("button", name=re.compile("^Set aside:")).first.click()
    page.get_by_role("button", name=re.compile("^Take back")).click()
    page.get_by_text("None yet.").wait_for()
    page.get_by_role("button", name="The ticked facts are one").wait_for()
    page.locator(".top-bar a").last.click()
    page.get_by_role("link", name="Make a lesson").click()
    page.get_by_role("button", name="Drop question 1").click()
    page.get_by_text("1 question was dropped.").wait_for()
    page.get_by_role("link", name="Your stories").click()
    page.get_by_label("Search in all stories").fill("overheated")
    page.get_by_role("button", name="Search").click()
    page.get_by_text("have “overheated”").or_(page.get_by_text("has “overheated”")).wait_for()
    page.locator(".list a").first.click()
    page.get_by_text("Title, and deleting").click()
    page.get_by_role("button", name="Delete this story").click()
    page.get_by_role("button", name="Undo").click()
    waited(page)


@pytest.fixture(scope="module")
def places(address: str) -> list[str]:
    """The paths of every page that the app has, in each state that looks otherwise."""
    headers = {"origin": address}
    with httpx.Client(base_url=address, headers=headers, trust_env=False, timeout=60) as client:

        def sent(path: str, **form: str) -> str:
            """The place where a form leads, once all that it starts is done."""
            place = client.post(path, data=form).headers["location"]
            if place.startswith("/stories/"):
                client.get(f"/stories/{place.split('/')[2].partition('?')[0]}/progress/compare")
            return place

        here = sent("/bundled", name="demo")
        version = re.findall(r'name="version" value="(\w+)"', client.get(here).text)[0]
        sent(f"{here}/articles", version=version, out="daily-lantern.txt")
        fact = re.findall(r'name="fact" value="(f-\w+)"', client.get(f"{here}/correct").text)[0]
        sent(f"{here}/correct", do=f"aside {fact}")
        while doubts := re.findall(r'value="(keep [^"]+)"', client.get(f"{here}/lesson").text):
            sent(f"{here}/lesson/plan", do=html.unescape(doubts[0]))
        broken, deleted = (sent("/stories", text=FIRST[:40]) for _ in range(2))
        deleted = sent(f"{deleted}/delete")
    more = ("", "/correct", "/lesson", "/since", "/diff?a=A&b=B")
    return [deleted, broken, *(here + one for one in more), "/search?q=ferry", "/none"]


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    opened: Callable[..., Page], places: list[str]
) -> None:
    page = opened("/")
    root = page.url.rstrip("/")
    for path in places:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")
        page.goto(root + path)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        has_no_violations(page, least=20)
        page.emulate_media(color_scheme="dark")
        has_no_violations(page, least=0, only=("color-contrast",))
        page.set_viewport_size({"width": 390, "height": 844})
        has_no_violations(page, least=0, only=("target-size", "color-contrast"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path


def test_lighthouse_gives_every_page_full_marks(address: str, places: list[str]) -> None:
    if _NODE is None or not LIGHTHOUSE.is_file():
        pytest.skip(
            f"Lighthouse is not at {LIGHTHOUSE}: npm install lighthouse@12, or set LIGHTHOUSE"
        )
    found = subprocess.run(
        [_NODE, str(Path(__file__).with_name("lighthouse.mjs")), *(address + p for p in places)],
        env={**os.environ, "LIGHTHOUSE": str(LIGHTHOUSE), "CHROMIUM": str(CHROMIUM)},
        capture_output=True,
        text=True,
        check=True,
    )
    scores = json.loads(found.stdout)
    assert [each["path"] for each in scores] == [address + path for path in places]
    for each in scores:
        assert (each["accessibility"], each["best-practices"]) == (1, 1), each


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
