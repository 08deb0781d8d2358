"""Word files hold the same questions, name nobody in their properties, and print on two sides."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from compare.errors import MissingExtra
from compare.teach.word_files import (
    check_word,
    key_docx,
    large_worksheet_docx,
    worksheet_docx,
)
from tests.bundled import STORIES
from tests.teach.conftest import files_of, lesson_of

WORKSHEET = "students/worksheet.docx"
LARGE = "students/worksheet-large.docx"
KEY = "teacher/key.docx"
WRITERS = {WORKSHEET: worksheet_docx, LARGE: large_worksheet_docx, KEY: key_docx}


def text_of(data: bytes) -> str:
    import docx

    return "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)


def test_the_worksheet_has_every_question_of_the_sheet_and_no_answer() -> None:
    text = text_of(files_of("demo")[WORKSHEET])
    for side in lesson_of("demo").sheet.sides:
        for slot in side:
            assert slot.question.prompt in text
    assert "Answer:" not in text


def test_the_key_has_answers_activities_and_letters() -> None:
    text = text_of(files_of("demo")["teacher/key.docx"])
    made = lesson_of("demo")
    assert all(question.answer in text for question in made.questions)
    assert all(activity.model in text for activity in made.activities)
    assert all(f"{one.letter}: {one.outlet}" in text for one in made.key)


def test_the_properties_name_nobody_and_no_day_of_today() -> None:
    with zipfile.ZipFile(io.BytesIO(files_of("demo")[WORKSHEET])) as packed:
        core = packed.read("docProps/core.xml").decode()
        assert "thumbnail" not in " ".join(packed.namelist())
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", core) == [""]
    assert set(re.findall(r">(\d{4})-", core)) == {"1980"}


def test_a_missing_package_is_told_with_the_command_that_gets_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtra, match=r"pip install 'storydiff\[docx\]'"):
        check_word()


@pytest.mark.parametrize("name", [WORKSHEET, LARGE, KEY])
def test_the_same_lesson_is_the_same_bytes_and_holds_no_part_that_is_not_used(name: str) -> None:
    data = files_of("demo")[name]
    assert WRITERS[name](lesson_of("demo")) == data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = packed.namelist()
        listed = packed.read("[Content_Types].xml").decode()
        relations = packed.read("word/_rels/document.xml.rels").decode()
        assert {(entry.create_system, entry.compress_type) for entry in packed.infolist()} == {
            (3, zipfile.ZIP_STORED)
        }
    assert names[0] == "[Content_Types].xml"
    assert set(re.findall(r'PartName="/([^"]+)"', listed)) <= set(names)
    assert {f"word/{part}" for part in re.findall(r'Target="([^"]+)"', relations)} <= set(names)
    assert len(data) < 80_000


def test_titles_are_headings_that_a_screen_reader_can_go_to() -> None:
    import docx

    paragraphs = docx.Document(io.BytesIO(files_of("demo")[KEY])).paragraphs
    styles = [p.style.name for p in paragraphs if p.style]
    assert styles[0] == "Heading 1"
    assert styles.count("Heading 2") >= len(lesson_of("demo").questions) + 3


def test_a_character_that_xml_cannot_hold_does_not_stop_the_files() -> None:
    made = lesson_of("demo")
    first = replace(made.questions[0], prompt="What is \x07 & \ud800 <this>?", options=())
    slot = replace(made.sheet.sides[0][0], question=first)
    sheet = replace(made.sheet, sides=((slot,),))
    spoilt = replace(made, questions=(first,), sheet=sheet, large=sheet)
    assert "What is \ufffd & \ufffd <this>?" in text_of(worksheet_docx(spoilt))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every Word file of every story as a PDF by way of LibreOffice, the worksheets also on Letter.

    All of them go through one start of the program, which takes longer than the work.
    """
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer-nogui")
    folder = tmp_path_factory.mktemp("word")
    for story in STORIES:
        for name in (WORKSHEET, LARGE, KEY):
            (folder / f"{story} {Path(name).name}").write_bytes(files_of(story)[name])
        (folder / f"{story} letter.docx").write_bytes(on_letter(files_of(story)[WORKSHEET]))
    subprocess.run(
        [office, "--headless", "--convert-to", "pdf", "--outdir", folder, *folder.glob("*.docx")],
        check=True,
        capture_output=True,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
    )
    return {path.stem: path.read_bytes() for path in folder.glob("*.pdf")}


def on_letter(data: bytes) -> bytes:
    import docx
    from docx.shared import Inches

    document = docx.Document(io.BytesIO(data))
    document.sections[0].page_width = Inches(8.5)
    document.sections[0].page_height = Inches(11)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pages(pdf: bytes) -> list[str]:
    """The text of each page, which must stand inside it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    texts: list[str] = []
    for page in document:
        text = page.get_textpage()
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            assert left > 30
            assert bottom > 30
            assert right < page.get_width() - 30
            assert top < page.get_height() - 30
        texts.append(" ".join(text.get_text_range().split()))
    document.close()
    return texts


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("sheet", ["worksheet", "letter"])
def test_the_worksheet_prints_on_two_sides(
    printed: dict[str, bytes], story: str, sheet: str
) -> None:
    sides = pages(printed[f"{story} {sheet}"])
    assert len(sides) == 2
    for side, slots in zip(sides, lesson_of(story).sheet.sides, strict=True):
        for slot in slots:
            assert f"{slot.number}. " in side


@pytest.mark.parametrize("story", STORIES)
def test_large_print_and_the_key_lose_nothing(printed: dict[str, bytes], story: str) -> None:
    made = lesson_of(story)
    large = " ".join(pages(printed[f"{story} worksheet-large"]))
    *answers, letters = pages(printed[f"{story} key"])
    for number, _ in enumerate(made.questions, 1):
        assert f"{number}. " in large
        assert f"{number}. " in " ".join(answers)
    assert all(one.outlet in letters for one in made.key)
    assert not any(f"{one.letter}: {one.outlet}" in " ".join(answers) for one in made.key)
