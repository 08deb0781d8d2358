"""Two outlets side by side in the report: by links without script, chosen with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compare.diff.outlets import OutletDiffs
from compare.formats.diff_table import DiffLine, diff_table
from compare.formats.html import html
from compare.formats.report.side_by_side import side_by_side
from tests.formats.press import press
from tests.report.conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Browser

no_script = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@no_script
def test_the_first_pair_is_shown_and_no_other(opened: Opener, script: bool) -> None:
    page = opened("three", java_script_enabled=script)
    assert page.locator(".pair:visible").evaluate_all("all => all.map(one => one.id)") == ["A-B"]


def test_every_pair_can_be_reached_by_a_link_without_script(opened: Opener) -> None:
    page = opened("eight", java_script_enabled=False)
    links = page.locator(".pairs-of-outlets a")
    assert links.count() == 28
    links.filter(has_text="C and F").click()
    assert page.locator(".pair:visible").evaluate_all("all => all.map(one => one.id)") == ["C-F"]


def test_any_two_are_chosen_with_script(opened: Opener) -> None:
    page = opened("eight")
    assert page.locator(".pairs-of-outlets").count() == 0
    page.get_by_label("outlet", exact=True).select_option("F")
    page.get_by_label("beside", exact=True).select_option("C")
    page.locator("#C-F").wait_for(state="visible")
    assert page.url.endswith("#C-F")
    assert page.locator(".pair:visible").count() == 1
    page.get_by_label("beside", exact=True).select_option("F")
    assert "Choose two outlets" in page.locator(".choose-pair").inner_text()


@no_script
def test_a_link_to_a_row_shows_its_pair(opened: Opener, script: bool) -> None:
    page = opened("demo")
    row = page.locator("[id='B-D'] tr[id]").nth(3).get_attribute("id")
    linked = opened("demo", at=f"#{row}", java_script_enabled=script)
    assert linked.locator(f"[id='{row}']").is_visible()
    assert linked.locator(".pair:visible").count() == 1


@no_script
def test_a_chosen_pair_stays_when_evidence_is_opened(opened: Opener, script: bool) -> None:
    page = opened("three", at="#A-C", java_script_enabled=script)
    page.locator(".cell").first.click()
    page.keyboard.press("Escape")
    assert page.locator("#A-C").is_visible()


def test_a_chosen_pair_stays_when_a_link_leads_elsewhere(opened: Opener) -> None:
    page = opened("three", at="#A-C")
    page.locator("#A-C td > a").first.click()
    assert page.locator("#A-C").is_visible()


@no_script
def test_unified_puts_one_text_under_the_other(opened: Opener, script: bool) -> None:
    page = opened("two", java_script_enabled=script)
    cells = page.locator(".df tr.ch").first.locator("td")
    one, other = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert one is not None
    assert other is not None
    assert one["y"] == other["y"]
    page.locator("#unified").check()
    one, other = cells.nth(0).bounding_box(), cells.nth(1).bounding_box()
    assert one is not None
    assert other is not None
    assert one["y"] < other["y"]
    assert one["x"] == other["x"]


@no_script
def test_a_folded_stretch_opens_with_its_box_and_all_with_one(opened: Opener, script: bool) -> None:
    page = opened("demo", java_script_enabled=script)
    folded = page.locator(".pair:visible .folded")
    assert folded.count() >= 2
    assert not folded.first.is_visible()
    page.locator(".pair:visible .fd input").first.check()
    assert folded.first.is_visible()
    assert not folded.nth(1).is_visible()
    page.locator("#unfold").check()
    assert folded.nth(1).is_visible()


def test_the_buttons_lead_from_one_difference_to_the_next(opened: Opener) -> None:
    page = opened("demo")
    page.get_by_role("button", name="Next difference").click()
    first = page.evaluate("document.activeElement.closest('tr').id")
    page.get_by_role("button", name="Next difference").click()
    assert first.startswith("A-B.")
    # A press takes the focus to the button, so the second step begins anew or goes on.
    assert page.evaluate("document.activeElement.closest('tr').id").startswith("A-B.")


def test_only_the_pair_that_is_shown_is_printed(opened: Opener) -> None:
    page = opened("demo", at="#A-D", media="print")
    assert page.locator(".pair:visible").evaluate_all("all => all.map(one => one.id)") == ["A-D"]
    assert page.locator("#A-D .df tr").first.is_visible()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of more outlets than there is room to write all pairs out."""
    page = tmp_path_factory.mktemp("crowded") / "report.html"
    page.write_text(html(press(24, shared=60, own=3)), encoding="utf-8")
    return page


def test_a_pair_for_which_there_is_no_room_is_built_as_it_would_be_written(
    browser: Browser, crowded: Path
) -> None:
    story = press(24, shared=60, own=3)
    page = browser.new_page()
    page.goto(f"{crowded.as_uri()}#reader")
    written = set(page.locator(".pair").evaluate_all("all => all.map(one => one.id)"))
    sides = side_by_side(story)
    assert written == {table.id for table in sides.tables}
    wanted = next(iter(sides.more))
    assert wanted not in written
    one, other = wanted.split("-")
    page.get_by_label("outlet", exact=True).select_option(other)
    page.get_by_label("beside", exact=True).select_option(one)
    page.locator(f"[id='{wanted}']").wait_for(state="visible")
    assert page.locator(".pair:visible").count() == 1
    table = diff_table(OutletDiffs(story).of(one, other), linked=True, whole=False)
    lines = [block for block in table.blocks if isinstance(block, DiffLine)]
    rows = page.locator(f"[id='{wanted}'] tbody tr")
    assert rows.count() == len(lines)
    for at, line in enumerate(lines):
        for side, cell in enumerate((line.left, line.right)):
            assert cell is not None
            shown = rows.nth(at).locator("td").nth(side)
            words = "".join(piece.text for piece in cell.pieces)
            assert shown.inner_text().split() == [*cell.place.split(), *words.split()]
            marked = [piece.text.strip() for piece in cell.pieces if piece.marked]
            assert [m.strip() for m in shown.locator("mark").all_inner_texts()] == marked
    page.close()


def test_a_link_to_a_pair_that_is_built_leads_to_it(browser: Browser, crowded: Path) -> None:
    wanted = next(iter(side_by_side(press(24, shared=60, own=3)).more))
    page = browser.new_page()
    page.goto(f"{crowded.as_uri()}#{wanted}")
    assert page.locator(f"[id='{wanted}']").is_visible()
    page.close()
