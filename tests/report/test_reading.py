"""The report in a real browser: evidence, columns, orders, links, keys and narrow screens."""

from __future__ import annotations

import pytest

from tests.report.conftest import STORIES, Opener

no_script = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@no_script
def test_a_cell_opens_its_sentence_and_escape_closes_it(opened: Opener, script: bool) -> None:
    page = opened("three", java_script_enabled=script)
    page.locator("[id='f-2b00b5-B'] button").click()
    note = page.locator(".note:popover-open")
    assert note.count() == 1
    assert "injuring three" in note.inner_text()
    assert "The Upland Courier" in note.inner_text()
    page.keyboard.press("Escape")
    assert note.count() == 0


@no_script
def test_a_dash_opens_the_nearest_miss(opened: Opener, script: bool) -> None:
    page = opened("three", java_script_enabled=script)
    page.locator("[id='f-3d1ce5'] .no").click()
    words = page.locator(".note:popover-open").inner_text()
    assert "Not found" in words
    assert "C 0.21" in words
    assert "At least two people were hurt" in words


@no_script
def test_a_press_outside_closes_the_evidence(opened: Opener, script: bool) -> None:
    page = opened("three", java_script_enabled=script)
    page.locator(".cell").first.click()
    page.mouse.click(5, 5)
    assert page.locator(".note:popover-open").count() == 0


def test_evidence_lies_within_the_window(opened: Opener) -> None:
    for width, height in ((1280, 900), (390, 700), (320, 568)):
        page = opened("eight", viewport={"width": width, "height": height})
        for number in (0, 5, 11):
            page.locator(".cell:not(.no)").nth(number).click()
            box = page.locator(".note:popover-open").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] >= -1
            assert box["y"] + box["height"] <= height + 1
            page.keyboard.press("Escape")


@no_script
def test_a_check_box_takes_a_column_away(opened: Opener, script: bool) -> None:
    page = opened("eight", java_script_enabled=script)
    cells = page.locator(".grid tbody tr:first-child td:visible")
    before = cells.count()
    page.locator("#show-3").uncheck()
    assert cells.count() == before - 1
    assert not page.locator(".grid thead th:nth-child(4)").first.is_visible()


@no_script
def test_the_rows_take_three_orders(opened: Opener, script: bool) -> None:
    page = opened("three", java_script_enabled=script)

    def first() -> str:
        rows = page.locator(".grid tbody tr:visible")
        tops = [rows.nth(i).bounding_box() for i in range(rows.count())]
        places = [(box["y"], i) for i, box in enumerate(tops) if box]
        return rows.nth(min(places)[1]).locator("th").inner_text()

    said = first()
    page.locator("#by-difference").check()
    differs = first()
    page.locator("#by-story").check()
    assert "market hall" in said
    assert "hospital" in differs
    assert len({said, differs, first()}) >= 2


@no_script
def test_facts_of_one_outlet_come_with_their_check_box(opened: Opener, script: bool) -> None:
    page = opened("eight", java_script_enabled=script)
    single = page.locator(".grid .single").first
    assert not single.is_visible()
    page.locator("#singles").check()
    assert single.is_visible()


@no_script
def test_a_chosen_fact_shows_its_place_in_every_strip(opened: Opener, script: bool) -> None:
    page = opened("three", java_script_enabled=script)
    tick = page.locator(".strip .t2").first
    before = tick.bounding_box()
    page.locator("#tick-2").check()
    after = tick.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"]


@no_script
def test_words_that_headlines_share_are_lined_up_on_demand(opened: Opener, script: bool) -> None:
    page = opened("three", java_script_enabled=script)
    table = page.locator("#headlines table")
    assert not table.is_visible()
    page.locator("#line-up").check()
    assert "roof" in table.inner_text().lower()
    weight = page.locator(".head .sw").first.evaluate("e => getComputedStyle(e).fontWeight")
    assert int(weight) >= 600


@pytest.mark.parametrize("at", ["#f-2b00b5", "#B.s1", "#f-2b00b5-C", "#A.q1"])
def test_a_deep_link_leads_to_what_it_names(opened: Opener, at: str) -> None:
    page = opened("three", at=at, folded=True)
    box = page.locator(f"[id='{at[1:]}']").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


def test_a_deep_link_shows_a_row_that_is_not_shown_otherwise(opened: Opener) -> None:
    page = opened("eight")
    name = page.locator(".grid .single").first.get_attribute("id")
    assert opened("eight", at=f"#{name}", folded=True).locator(f"[id='{name}']").is_visible()


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("width", [320, 390])
def test_no_phone_scrolls_sideways(opened: Opener, name: str, width: int) -> None:
    page = opened(name, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_three_outlets_need_no_scrolling_at_1280(opened: Opener) -> None:
    page = opened("three")
    wide = page.locator(".scroll").evaluate_all(
        "all => all.filter(b => b.scrollWidth > b.clientWidth + 1).length"
    )
    assert wide == 0


@no_script
def test_a_closed_section_tells_its_result_and_opens_by_a_press(
    opened: Opener, script: bool
) -> None:
    page = opened("three", folded=True, java_script_enabled=script)
    inside = page.locator("#figures")
    assert not inside.is_visible()
    page.locator("summary", has_text="Figures that differ").click()
    assert inside.is_visible()


def test_a_link_to_a_section_opens_it(opened: Opener) -> None:
    page = opened("three", folded=True)
    for link in page.locator("nav a").all():
        link.click()
        target = (link.get_attribute("href") or "")[1:]
        assert page.locator(f"[id='{target}']").is_visible()


def test_a_key_opens_the_section_that_it_leads_to(opened: Opener) -> None:
    page = opened("three", folded=True)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('tr') !== null")
    page.keyboard.press("1")
    assert page.locator("#headlines").is_visible()


@pytest.mark.parametrize("name", STORIES)
def test_print_has_every_section_whether_folded_or_not(opened: Opener, name: str) -> None:
    page = opened(name, media="print", folded=True)
    for target in ("headlines", "figures", "gaps", "quotes", "matrix", "articles", "method"):
        assert page.locator(f"[id='{target}']").bounding_box() is not None


def test_every_cell_of_a_fact_is_named_on_a_phone(opened: Opener) -> None:
    page = opened("three", viewport={"width": 390, "height": 800})
    assert not page.locator(".grid thead").first.is_visible()
    name = page.locator("[id='f-2b00b5-B']").evaluate(
        "cell => getComputedStyle(cell, '::before').content"
    )
    assert name == '"B"'


def test_tab_reaches_every_control_and_leaves_the_page(opened: Opener) -> None:
    page = opened("three")
    reached: set[int | str] = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "() => { const e = document.activeElement; "
            "return e === document.body ? '' : [...document.querySelectorAll('*')].indexOf(e) }"
        )
        if here == "" and reached:
            break
        reached.add(here)
    else:
        pytest.fail("Tab never left the page")
    links = page.locator(".grid a:visible, .grid button:visible, .margin:visible, nav a:visible")
    wanted = links.evaluate_all(
        "all => all.filter(e => e.tagName !== 'SPAN')"
        ".map(e => [...document.querySelectorAll('*')].indexOf(e))"
    )
    assert set(wanted) <= reached


def test_escape_gives_the_focus_back_to_the_sign_that_opened_the_evidence(opened: Opener) -> None:
    page = opened("three")
    for selector in (".cell.cl", ".cell.no", "#figures .ref", "button.margin"):
        sign = page.locator(selector).first
        sign.focus()
        page.keyboard.press("Enter")
        assert page.locator(".note:popover-open").count() == 1
        page.keyboard.press("Escape")
        assert page.locator(".note:popover-open").count() == 0
        assert sign.evaluate("e => e === document.activeElement")


def test_the_focus_can_be_seen_on_every_kind_of_control(opened: Opener) -> None:
    page = opened("eight")
    seen: set[str] = set()
    for _ in range(160):
        page.keyboard.press("Tab")
        kind, line, width = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e); "
            "return [e.tagName + '.' + e.className, s.outlineStyle, parseFloat(s.outlineWidth)] }"
        )
        seen.add(kind)
        assert line != "none", kind
        assert width >= 1, kind
    assert len(seen) >= 5


def test_keys_walk_through_facts_and_open_the_list_of_keys(opened: Opener) -> None:
    page = opened("three")
    page.keyboard.press("j")
    page.keyboard.press("j")
    row = page.evaluate("document.activeElement.closest('tr').id")
    assert row == page.locator(".grid tbody tr").nth(1).get_attribute("id")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    assert page.locator(".note:popover-open").count() == 1
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+C")
    assert not page.locator("#show-3").is_checked()
    page.keyboard.press("?")
    assert "next, previous fact" in page.locator("#keys").inner_text()


def test_single_keys_can_be_switched_off(opened: Opener) -> None:
    page = opened("three")
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+C")
    assert page.locator("#show-3").is_checked()


def test_the_words_of_a_sentence_are_copied_without_marks(opened: Opener) -> None:
    page = opened("three", permissions=["clipboard-read", "clipboard-write"])
    page.locator("[id='f-2b00b5-A'] button").click()
    page.get_by_role("button", name="Copy words").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Two people were taken to hospital."


def test_a_link_in_the_evidence_closes_it_and_leads_on(opened: Opener) -> None:
    page = opened("three")
    page.locator("[id='f-2b00b5-A'] button").click()
    page.get_by_role("link", name="in the full article").click()
    assert page.locator(".note:popover-open").count() == 0
    assert page.url.endswith("#A.s2")


def test_print_shows_the_parts_that_are_folded_on_the_screen(opened: Opener) -> None:
    page = opened("eight", media="print", folded=True)
    assert page.locator("#gaps .halves > :first-child li").last.is_visible()
    assert not page.locator("nav").is_visible()
