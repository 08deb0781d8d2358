"""Word files hold the same questions, name nobody in their properties, and print on two sides."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from compare.errors import MissingExtra
from compare.teach.word_files import check_word
from tests.teach.conftest import files_of, lesson_of

WORKSHEET = "students/worksheet.docx"


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


@pytest.mark.parametrize("story", ["demo", "hospital-outbreak"])
def test_the_worksheet_prints_on_two_sides(story: str, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer")
    path = tmp_path / "worksheet.docx"
    path.write_bytes(files_of(story)[WORKSHEET])
    subprocess.run(
        [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True,
        capture_output=True,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    pages = re.findall(rb"/Type\s*/Page\b(?!s)", path.with_suffix(".pdf").read_bytes())
    assert len(pages) == 2
