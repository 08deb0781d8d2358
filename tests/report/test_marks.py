"""Marks of one's own in the report become a corrections file that the program reads."""

from __future__ import annotations

from pathlib import Path

import pytest

import compare
from compare.assets import asset
from compare.model.comparison import Comparison
from compare.model.corrections import CorrectionKind
from tests.report.conftest import Opener


def compared_with(text: str, folder: Path) -> Comparison:
    """The bundled story compared with these corrections; none of them may be without effect."""
    (folder / "corrections.toml").write_text(text, encoding="utf-8")
    corrections = compare.read_corrections(folder / "corrections.toml")
    found = compare.compare_story(
        compare.load_story(asset("corpora", "demo")), corrections=corrections
    )
    assert found.story.warnings == ()
    assert len(found.story.corrections) == len(corrections) > 0
    return found


def test_marks_made_in_the_page_are_in_force_in_the_next_comparison(
    opened: Opener, tmp_path: Path
) -> None:
    page = opened("demo")
    row = page.locator(".grid tbody tr").first
    fact = row.get_attribute("id")
    row.locator("td button:not(.no)").nth(1).click()
    note = page.locator(".note:popover-open")
    sentence = (note.get_attribute("id") or "")[2:]
    note.get_by_role("button", name="not the same").first.click()
    page.keyboard.press("Escape")
    page.locator(".question").first.get_by_role("button", name="set aside").click()
    utterance = page.locator(".utterance").first
    utterance.get_by_role("button", name="wrong speaker").click()
    utterance.get_by_label("Said by").fill("Wendy Nobody")
    utterance.get_by_role("button", name="Note it").click()
    assert "No article has this name" in utterance.inner_text()
    utterance.get_by_label("Said by").fill("Ansel Corrie")
    utterance.get_by_label("In which article").select_option(index=2)
    utterance.get_by_role("button", name="Note it").click()
    found = compared_with(page.locator(".my-marks textarea").input_value(), tmp_path)
    kinds = [one.kind for one in found.story.corrections]
    assert sorted(kinds) == [CorrectionKind.IGNORE, CorrectionKind.SPEAKER, CorrectionKind.SPLIT]
    spoken = next(one for one in found.story.corrections if one.kind is CorrectionKind.SPEAKER)
    speaker = found.quote(spoken.quotes[0]).speaker
    assert speaker is not None
    assert speaker.name == "Ansel Corrie"
    assert fact is not None
    # The others of the fact are still together; its id comes from its words and may change.
    stated = [f for f in found.facts if any(m.sentence == sentence for m in f.mentions)]
    assert all(len(f.articles) < 4 for f in stated)


def test_two_sentences_are_put_under_one_fact(opened: Opener, tmp_path: Path) -> None:
    page = opened("demo")
    chosen = ["A.s4", "C.s6"]
    for sentence in chosen:
        page.evaluate("id => document.getElementById(id).showPopover()", f"e-{sentence}")
        page.locator(".note:popover-open").get_by_role("button", name="same fact").click()
        page.keyboard.press("Escape")
    found = compared_with(page.locator(".my-marks textarea").input_value(), tmp_path)
    (pin,) = found.story.corrections
    assert pin.kind is CorrectionKind.PIN
    assert list(pin.sentences) == chosen


def test_the_file_is_saved_under_the_name_that_is_read(opened: Opener) -> None:
    page = opened("demo")
    page.locator(".question").first.get_by_role("button", name="set aside").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save corrections.toml").click()
    assert saved.value.suggested_filename == "corrections.toml"
    assert Path(saved.value.path()).read_text(encoding="utf-8").startswith("[[ignore]]\nfinding")


def test_the_last_mark_is_undone_and_a_mark_is_made_once(opened: Opener) -> None:
    page = opened("demo")
    mark = page.locator(".question").first.get_by_role("button", name="set aside")
    mark.click()
    assert mark.is_disabled()
    assert "1 mark so far" in page.locator(".my-marks [role=status]").inner_text()
    page.get_by_role("button", name="Undo").click()
    assert page.locator(".my-marks textarea").input_value() == ""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_lines_to_paste_are_a_corrections_file_as_they_stand(
    opened: Opener, tmp_path: Path, script: bool
) -> None:
    page = opened("demo", java_script_enabled=script)
    page.locator("summary", has_text="Lines to paste").click()
    lines = page.locator("#method pre")
    assert lines.is_visible()
    blocks = lines.inner_text().split("\n\n")
    # Sentences taken out of a fact may take its question away, so each kind is tried by itself.
    for kind in (CorrectionKind.IGNORE, CorrectionKind.SPLIT, CorrectionKind.SPEAKER):
        mine = [block for block in blocks if f"[[{kind.value}]]" in block]
        found = compared_with("\n\n".join(mine), tmp_path)
        assert {one.kind for one in found.story.corrections} == {kind}
    assert page.locator(".my-marks").is_visible() is script
