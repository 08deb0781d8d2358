"""The report in other looks: the reader's own colours, print, zoom, right to left, hard texts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.report.conftest import STORIES, Opener

_WIDE = "document.documentElement.scrollWidth"
# A4 and Letter without margins of 14 mm, in CSS pixels.
PAPERS = {"A4": 688, "Letter": 710}


@pytest.mark.parametrize(
    "look",
    [
        {"forced_colors": "active"},
        {"forced_colors": "active", "color_scheme": "dark"},
        {"contrast": "more"},
        {"color_scheme": "dark"},
    ],
    ids=["forced", "forced dark", "contrast", "dark"],
)
def test_lines_and_shapes_can_be_seen_in_every_look(opened: Opener, look: dict[str, Any]) -> None:
    page = opened("three", **look)
    marks = page.locator("mark.cl, mark.st, mark.pt").evaluate_all(
        "all => all.map(e => { const s = getComputedStyle(e); "
        "return [s.textDecorationLine, s.textDecorationColor, s.backgroundColor] })"
    )
    assert marks
    for line, ink, ground in marks:
        assert line == "underline"
        assert ink != ground
    page_colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    drawn = page.locator(".cover .all, .dot:not(.hollow):not(.range)").evaluate_all(
        "all => all.map(e => getComputedStyle(e).backgroundColor)"
    )
    assert drawn
    assert page_colour not in drawn


def test_tints_go_where_the_reader_chose_the_colours(opened: Opener) -> None:
    page = opened("three", forced_colors="active")
    grounds = page.locator("mark").evaluate_all(
        "all => [...new Set(all.map(e => getComputedStyle(e).backgroundColor))]"
    )
    assert grounds == [page.evaluate("getComputedStyle(document.body).backgroundColor")]


def test_nothing_moves(opened: Opener) -> None:
    page = opened("three", reduced_motion="reduce")
    page.locator(".cell").first.click()
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("size", [(640, 450), (320, 225)], ids=["200 %", "400 %"])
def test_a_zoomed_page_needs_no_scrolling_sideways(
    opened: Opener, name: str, size: tuple[int, int]
) -> None:
    width, height = size
    page = opened(name, viewport={"width": width, "height": height})
    assert page.evaluate(_WIDE) <= width


def test_nothing_sticks_in_a_low_window(opened: Opener) -> None:
    page = opened("eight", viewport={"width": 320, "height": 225})
    sticky = page.locator("main *, nav").evaluate_all(
        "all => all.filter(e => getComputedStyle(e).position === 'sticky')"
        ".filter(e => !e.closest('.note')).map(e => e.className || e.tagName)"
    )
    assert sticky == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["two", "three", "demo", "eight", "twenty", "extremes"])
def test_print_fits_on_paper(opened: Opener, name: str, paper: str) -> None:
    page = opened(name, media="print", viewport={"width": PAPERS[paper], "height": 900})
    assert page.evaluate(_WIDE) <= PAPERS[paper]
    wide = page.locator("main table").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
        ".map(e => e.className + ' ' + e.caption?.textContent)"
    )
    assert wide == []
    assert page.pdf(format=paper).startswith(b"%PDF")


def test_print_shows_every_section_and_the_places_of_facts(opened: Opener) -> None:
    page = opened("three", media="print")
    for heading in page.locator("main h2").all():
        if heading.inner_text() != "Evidence":
            assert heading.is_visible()
    assert page.locator("#order table").is_visible()
    assert not page.locator("#order input").first.is_visible()


def test_text_from_right_to_left_runs_that_way(opened: Opener) -> None:
    page = opened("extremes")
    for letter, way in (("A", "rtl"), ("B", "rtl"), ("C", "ltr")):
        article = page.locator(f"article[id='{letter}']")
        for inside in (article.locator("h3"), article.locator(".words p").first):
            assert inside.evaluate("e => getComputedStyle(e).direction") == way
    assert page.locator("article[id='A'] .words").get_attribute("lang") == "ar"


def test_letters_beside_a_text_from_right_to_left_cover_nothing(opened: Opener) -> None:
    page = opened("extremes")
    article = page.locator("article[id='A']")
    margin = article.locator(".margin").first.bounding_box()
    about = article.locator(".about").bounding_box()
    assert margin is not None
    assert about is not None
    assert margin["x"] >= about["x"] + about["width"]


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_words_without_end_and_huge_headlines_stay_inside(opened: Opener, width: int) -> None:
    page = opened("extremes", viewport={"width": width, "height": 800})
    assert page.evaluate(_WIDE) <= width
