"""The pages in a browser: no barrier, the keyboard alone, answers that stay, two sides of A4."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml.html import fromstring

from compare.teach.lesson import Lesson, lesson
from compare.teach.pages import quiz_page, student_page, worksheet_page
from compare.teach.question_choice import Wish
from tests.bundled import STORIES, comparison
from tests.report.browser import AXE
from tests.teach.conftest import lesson_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

STUDENT = "students/student.html"
QUIZ = "students/quiz.html"
PAGES = (
    STUDENT,
    QUIZ,
    "students/worksheet.html",
    "students/worksheet-large.html",
    "teacher/teacher.html",
)
BROKEN_STORE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("not from a file", "SecurityError"); } })"""


def sides(page: Page, paper: str = "A4") -> int:
    """How many sheets of paper the page prints on."""
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "13mm")
    pdf = page.pdf(format=paper, margin=margin)  # type: ignore[arg-type] # the four sides
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def reload_until(page: Page, shown: str) -> None:
    """Loads the page anew; what one process of the browser keeps may reach the next a bit later."""
    for _ in range(8):
        page.reload()
        if page.locator(shown).count():
            return


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("look", ["light", "dark", "print"])
def test_axe_finds_nothing(page: Page, pack: Path, name: str, look: str) -> None:
    if not AXE.is_file():
        pytest.skip(f"axe-core is not at {AXE}: npm install axe-core, or set AXE_CORE")
    page.emulate_media(
        color_scheme="dark" if look == "dark" else "light",
        media="print" if look == "print" else "screen",
    )
    page.goto((pack / name).as_uri())
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations', 'passes']})")
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found["violations"]] == []
    assert len(found["passes"]) > 15


# The usual sheet of every story, and of every fourth one a sheet with more than fits.
@pytest.mark.parametrize(
    ("story", "count"),
    [*((story, 9) for story in STORIES), *((story, 12) for story in STORIES[::4])],
)
def test_the_worksheet_prints_on_two_sides(
    page: Page, tmp_path: Path, story: str, count: int
) -> None:
    made = lesson_of(story) if count == 9 else lesson(comparison(story), Wish(count=count))
    path = tmp_path / "worksheet.html"
    path.write_text(worksheet_page(made), encoding="utf-8")
    page.goto(path.as_uri())
    assert sides(page) == 2
    assert sides(page, "Letter") == 2
    placed = sum(map(len, made.sheet.sides))
    assert page.locator("li.q").count() == placed
    told = f"{len(made.sheet.over)} more on the student page."
    assert page.get_by_text(told).count() == bool(made.sheet.over)


def test_no_question_of_large_print_is_cut_at_the_end_of_a_page(page: Page, pack: Path) -> None:
    page.goto((pack / "students/worksheet-large.html").as_uri())
    page.emulate_media(media="print")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.q p, .q .options span, .cite')]"
        ".map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 20
    heights = page.evaluate(
        "[...document.querySelectorAll('.q')].map(e => e.getBoundingClientRect().height)"
    )
    assert max(heights) < 900
    assert sides(page) > 2


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(page: Page, pack: Path, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto((pack / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("write", [student_page, quiz_page])
def test_a_cited_number_is_the_one_before_that_sentence(
    story: str, write: Callable[[Lesson], str]
) -> None:
    made = lesson_of(story)
    tree = fromstring(write(made))
    shown = {}
    for element in tree.find_class("s"):
        number, _, sentence = " ".join(element.text_content().split()).partition(" ")
        shown[number] = sentence
    cited = [each for question in made.questions for each in question.evidence]
    cited += [each for activity in made.activities for each in activity.cites]
    lines = [each for each in cited if not each.line.startswith("Headline")]
    assert lines
    for each in lines:
        assert each.text in shown[each.line]
    heads = [" ".join(head.text_content().split()) for head in tree.iter("h2", "h3", "h4")]
    for copy in made.copies:
        assert sum(f"Article {copy.letter}" in head for head in heads) <= 1
    asked = " ".join(question.prompt for question in made.questions)
    assert set(re.findall(r"\b[A-H]\d{1,2}\b", asked)) <= set(shown)


def test_a_sentence_is_marked_with_the_keyboard_and_stays_marked(page: Page, pack: Path) -> None:
    page.goto((pack / STUDENT).as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.line") == "A1"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    assert page.locator(".s.marked .n").all_inner_texts() == ["A2"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.line") == "B1"
    reload_until(page, ".s.marked")
    assert page.locator(".s.marked .n").all_inner_texts() == ["A2"]


def test_answers_stay_until_they_are_deleted(page: Page, pack: Path) -> None:
    page.goto((pack / STUDENT).as_uri())
    page.locator("textarea").first.fill("a guess")
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Fix my guess").first.press("Enter")
    reload_until(page, "textarea[readonly]")
    assert page.locator("textarea").first.input_value() == "a guess"
    assert page.locator("input[type=radio]").first.is_checked()
    assert page.locator("textarea[readonly]").count() == 1
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Delete my answers").press("Enter")
    reload_until(page, "form:not(:has(textarea[readonly]))")
    assert page.locator("textarea").first.input_value() == ""
    assert page.locator("textarea[readonly]").count() == 0


def test_answers_can_be_saved_as_a_file(page: Page, pack: Path) -> None:
    page.goto((pack / STUDENT).as_uri())
    page.locator("input[type=text]").first.fill("B7")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my answers").press("Enter")
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "Sentences: B7" in text
    assert text.count("Question ") >= len(lesson_of("demo").questions)


def test_a_long_answer_is_printed_whole(page: Page, pack: Path) -> None:
    page.goto((pack / STUDENT).as_uri())
    field = page.locator("textarea").first
    field.fill("Because the words differ. " * 60)
    assert field.evaluate("e => e.scrollHeight - e.clientHeight") <= 0
    assert field.evaluate("e => e.clientHeight") > 200


def test_where_the_browser_keeps_nothing_answers_can_still_be_saved(page: Page, pack: Path) -> None:
    page.add_init_script(BROKEN_STORE)
    page.goto((pack / STUDENT).as_uri())
    page.locator("input[type=text]").first.fill("B7")
    assert "does not keep answers" in page.get_by_role("status").inner_text()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save my answers").press("Enter")
    assert "Sentences: B7" in Path(waiting.value.path()).read_text(encoding="utf-8")


def test_paper_shows_answers_of_the_quiz_only_where_they_were_opened(
    page: Page, pack: Path
) -> None:
    page.goto((pack / QUIZ).as_uri())
    page.get_by_text("Answer to question 2", exact=True).click()
    page.emulate_media(media="print")
    seen = page.locator(".answer").evaluate_all("all => all.map(e => e.checkVisibility())")
    assert [at for at, visible in enumerate(seen, 1) if visible] == [2]


def test_the_quiz_is_done_with_the_keyboard_and_counts_what_is_right(
    page: Page, pack: Path
) -> None:
    page.goto((pack / QUIZ).as_uri())
    questions = lesson_of("demo").closed
    for number, _ in enumerate(questions, 1):
        form = page.locator("form").nth(number - 1)
        for right in form.locator("[data-right=yes]").all():
            right.focus()
            page.keyboard.press("Space")
        form.get_by_role("button").press("Enter")
        assert form.get_by_role("status").inner_text() == "Right."
    score = page.locator("#score")
    assert score.inner_text().startswith(f"{len(questions)} of {len(questions)} right")
    page.get_by_role("button", name="Start again").press("Enter")
    assert score.inner_text() == ""
    assert page.locator("input:checked").count() == 0


def test_a_wrong_answer_is_told_and_no_answer_is_asked_for(page: Page, pack: Path) -> None:
    page.goto((pack / QUIZ).as_uri())
    form = page.locator("form").first
    form.get_by_role("button").press("Enter")
    assert form.get_by_role("status").inner_text() == "Choose an answer first."
    form.locator("[data-right=no]").first.check()
    form.get_by_role("button").press("Enter")
    assert form.get_by_role("status").inner_text().startswith("Not right.")


@pytest.mark.parametrize("name", [STUDENT, QUIZ])
def test_without_script_the_page_can_be_read_and_filled_in(
    pack: Path, name: str, browser: object
) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto((pack / name).as_uri())
    assert page.locator("input[type=radio]").first.is_enabled()
    assert page.get_by_role("button", name="Save my answers").count() == 0
    context.close()
