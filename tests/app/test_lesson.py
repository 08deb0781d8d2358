"""A lesson by clicking, and the link for a class."""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from asyncio import TimerHandle as Timer
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from starlette.testclient import TestClient

from compare.app.class_link import ClassApp, ClassLinks, ClassPages
from tests.app.conftest import finished as compared
from tests.loops import finished
from tests.report.test_access import check as has_no_violations

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OUTLETS = ("Harbour Times", "Northern Ledger", "Channel 6", "Daily Lantern")


@pytest.fixture(scope="module")
def demo(shared: TestClient) -> str:
    location = str(shared.post("/bundled", data={"name": "demo"}).headers["location"])
    slug = location.rpartition("/")[2]
    compared(shared, slug)
    return slug


def questions_in(page: str) -> list[str]:
    return re.findall(r'value="drop ([\w-]+)"', page)


def test_questions_are_chosen_replaced_and_dropped_with_one_press(
    shared: TestClient, demo: str, library: Path
) -> None:
    here = f"/stories/{demo}/lesson"
    first = questions_in(shared.get(f"{here}?count=6").text)
    assert len(first) == 6
    got = shared.post(f"{here}/plan?count=6", data={"do": f"replace {first[2]}"})
    second = questions_in(shared.get(got.headers["location"]).text)
    assert len(second) == 6
    assert first[2] not in second
    got = shared.post(f"{here}/plan?count=6", data={"do": f"drop {second[0]}"})
    third = shared.get(got.headers["location"]).text
    assert len(questions_in(third)) == 5
    assert "2 questions were dropped." in third
    assert "drop = [" in (library / demo / "story.toml").read_text(encoding="utf-8")
    shared.post(f"{here}/plan", data={"do": "restore"})
    assert questions_in(shared.get(f"{here}?count=6").text) == first


def test_a_level_and_a_title_are_kept_in_the_address(shared: TestClient, demo: str) -> None:
    query = "level=find&count=3&title=Ferry&class=8b&plain=yes"
    page = shared.get(f"/stories/{demo}/lesson?{query}").text
    assert len(questions_in(page)) <= 3
    sheet = shared.get(f"/stories/{demo}/lesson/file/students/worksheet.html?{query}").text
    assert "Ferry – 8b" in sheet


def test_a_title_that_names_an_outlet_is_not_given_out(shared: TestClient, demo: str) -> None:
    name = "students/worksheet.html"
    got = shared.get(f"/stories/{demo}/lesson/file/{name}?title=What the Harbour Times said")
    assert got.status_code == 400
    assert "would give away" in got.text


@pytest.mark.parametrize("do", ["drop nothing-1", "hide x", "keep x", "", "restore-all", "pin a"])
def test_a_plan_takes_only_what_the_page_offers(shared: TestClient, demo: str, do: str) -> None:
    assert shared.post(f"/stories/{demo}/lesson/plan", data={"do": do}).status_code == 400


def test_everything_comes_in_one_file(shared: TestClient, demo: str) -> None:
    data = shared.get(f"/stories/{demo}/lesson/pack").content
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert {"students/student.html", "students/worksheet.docx", "teacher/teacher.html"} <= set(
        names
    )


def test_no_other_file_can_be_had(shared: TestClient, demo: str) -> None:
    for name in ("teacher/sealed-key.txt", "../story.toml", "%2e%2e/story.toml", "students/x.html"):
        got = shared.get(f"/stories/{demo}/lesson/file/{name}")
        assert got.status_code == 404


def test_a_class_link_shows_blind_pages_for_the_code_and_goes_off(
    shared: TestClient, demo: str
) -> None:
    here = f"/stories/{demo}/lesson"
    shared.post(f"{here}/share", data={"do": "on"})
    page = shared.get(here).text
    address = re.findall(r'class="address">([^<]+)<', page)[0]
    code = re.findall(r'class="code">(\w+)<', page)[0]
    with httpx.Client(base_url=address, trust_env=False) as student:
        assert "Code from your teacher" in student.get("/").text
        assert student.get("/?code=WRONG1").status_code == 403
        opened = student.get(f"/?code={code.lower()}")
        assert opened.status_code == 200
        links = re.findall(r'href="([^"]+)"', opened.text)
        assert len(links) == 3
        for link in links:
            text = student.get(link).text
            assert "<h1" in text
            assert not any(outlet in text for outlet in OUTLETS)
        for path in (f"/{code}/teacher.html", f"/{code}/../teacher/teacher.html", "/stories/demo",
                     "/api/v1/stories", f"/{code}/sealed-key.txt"):  # fmt: skip
            assert student.get(path).status_code in (403, 404)
        assert student.post(f"/{code}", data={"x": "y"}).status_code == 405
        assert student.get("/", headers={"host": "evil.example"}).status_code == 421
        shared.post(f"{here}/share", data={"do": "off"})
        with pytest.raises(httpx.HTTPError):
            student.get("/")
    assert "Switch on for 60 minutes" in shared.get(here).text


def test_the_pages_of_a_class_have_no_violations(
    shared: TestClient, demo: str, browser: Browser
) -> None:
    here = f"/stories/{demo}/lesson"
    shared.post(f"{here}/share", data={"do": "on"})
    text = shared.get(here).text
    address = re.findall(r'class="address">([^<]+)<', text)[0]
    page = browser.new_page()
    page.goto(address)
    has_no_violations(page, least=15)
    page.get_by_label("Code from your teacher").fill(re.findall(r'class="code">(\w+)<', text)[0])
    page.get_by_role("button", name="Open").click()
    page.get_by_role("link", name="Worksheet").wait_for()
    has_no_violations(page, least=10)
    page.close()
    shared.post(f"{here}/share", data={"do": "off"})


def test_a_class_link_goes_off_by_itself() -> None:
    clocks: list[tuple[float, Callable[[], None], Timer]] = []

    def later(seconds: float, act: Callable[[], None]) -> Timer:
        timer = Timer(0, act, [], asyncio.get_running_loop())
        clocks.append((seconds, act, timer))
        return timer

    async def story() -> None:
        links = ClassLinks(lambda: datetime(2031, 3, 4, 9, 30), later)
        pages = ClassPages(ask=b"ask", wrong=b"wrong", opened=b"opened", files={})
        share = await links.switch_on("one", lambda _: pages, address="127.0.0.1", minutes=45)
        assert share.until == "10:15"
        async with httpx.AsyncClient(base_url=share.address, trust_env=False) as student:
            assert (await student.get(f"/{share.code}")).text == "opened"
            ((seconds, act, timer),) = clocks
            assert (seconds, links.get("one")) == (45 * 60, share)
            act()
            while links.get("one"):
                await asyncio.sleep(0)
            with pytest.raises(httpx.HTTPError):
                await student.get(f"/{share.code}")
        assert timer.cancelled()

    finished(story())


def test_codes_cannot_be_tried_one_after_the_other() -> None:
    pages = ClassPages(ask=b"ask", wrong=b"wrong", opened=b"opened", files={})
    app = ClassApp(pages, "ABC234", "10.0.0.5:1")
    client = TestClient(app, base_url="http://10.0.0.5:1")
    codes = [client.get(f"/AAAA{number:02}").status_code for number in range(62)]
    assert (codes[0], codes[-1]) == (403, 429)
    assert client.get("/ABC234").status_code == 429
