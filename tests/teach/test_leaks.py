"""No byte of a file for students names an outlet; a leak stops everything."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from compare.errors import FormatError
from compare.teach.lesson import Lesson, lesson
from compare.teach.pack import BLIND, BLIND_WORD, NAMED, NAMED_WORD, Leak, files, write_files
from tests.bundled import STORIES, comparison, documents
from tests.teach.conftest import files_of, lesson_of


def unpacked(data: bytes) -> list[bytes]:
    """The bytes of a file, and of every file packed in it."""
    if not data.startswith(b"PK"):
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return [data, *(name.encode() + b"\n" + packed.read(name) for name in packed.namelist())]


def names_of(story: str) -> set[str]:
    """What the story file says of its outlets: whole names, hosts, bylines, names of files."""
    found: set[str] = set()
    for document in documents(story):
        found |= {document.outlet, document.outlet.removeprefix("The "), document.url or ""}
        found.add((document.url or "").split("//")[-1].split("/")[0])
        found.add(Path(document.source or "").name)
        found |= {p for p in re.split(r",| and ", document.byline or "") if len(p.split()) > 1}
    return {name.strip() for name in found if name.strip()}


@pytest.mark.parametrize("story", STORIES)
def test_no_byte_of_a_blind_file_names_an_outlet(story: str) -> None:
    made = files_of(story)
    for name in (*BLIND, *BLIND_WORD):
        for data in unpacked(made[name]):
            low = data.decode("utf-8", "replace").casefold()
            # "Staff report" and "Health Editor" are no names.
            told = {n for n in names_of(story) if n.casefold() in low and n[-1:] != "t"}
            assert told - {"Health Editor"} == set(), name


@pytest.mark.parametrize("story", ["demo", "mayor-resigns"])
def test_the_teacher_has_the_names(story: str) -> None:
    made = files_of(story)
    key = made["teacher/sealed-key.txt"].decode()
    for letter, document in zip("ABCDEF", documents(story), strict=False):
        assert f"{letter} = {document.outlet}" in key
    assert set(made) == {*BLIND, *NAMED, *BLIND_WORD, *NAMED_WORD}


def test_the_same_story_gives_the_same_bytes() -> None:
    assert files(lesson(comparison("demo")), word=True) == files_of("demo")


def leaking(made: Lesson) -> Lesson:
    return replace(made, title="As the Harbour Times tells it")


def test_a_leak_stops_the_lesson_and_says_what_to_do() -> None:
    with pytest.raises(Leak, match=r"students/student\.html would give away .* story\.toml"):
        files(leaking(lesson_of("demo")), word=False)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(FormatError, match="-o"):
        write_files({"a.txt": b"x"}, tmp_path / "taken")


def test_words_of_an_article_never_become_markup() -> None:
    made = lesson_of("demo")
    first = replace(made.questions[0], prompt="<script>alert(1)</script>")
    spoilt = replace(made, questions=(first, *made.questions[1:]))
    page = files(spoilt, word=False)["students/student.html"].decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
