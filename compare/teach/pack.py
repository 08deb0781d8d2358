"""The files of a lesson: what students get, what the teacher keeps, and a check for leaks."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from compare.errors import CompareError, FormatError, OptionError
from compare.teach.doubtful_words import DoubtfulWords
from compare.teach.exports import gift, kahoot, markdown
from compare.teach.leak_search import tally, without_story
from compare.teach.lesson import Lesson
from compare.teach.pages import (
    large_worksheet_page,
    quiz_page,
    student_page,
    teacher_page,
    worksheet_page,
)
from compare.teach.qti import qti
from compare.teach.question import in_marks
from compare.teach.word_files import (
    check_word,
    key_docx,
    large_worksheet_docx,
    worksheet_docx,
)
from compare.text.control_characters import one_line

STUDENTS = "students"
TEACHER = "teacher"
KEY = "sealed-key.txt"
KEY_HEAD = "Open at the end of the lesson.\n"
Writer = Callable[[Lesson], str | bytes]
# Everything here may come before the eyes of a student, the exports by way of a school's platform.
BLIND: dict[str, Writer] = {
    f"{STUDENTS}/student.html": student_page,
    f"{STUDENTS}/worksheet.html": worksheet_page,
    f"{STUDENTS}/worksheet-large.html": large_worksheet_page,
    f"{STUDENTS}/quiz.html": quiz_page,
    f"{TEACHER}/quiz.gift": gift,
    f"{TEACHER}/quiz-qti.zip": qti,
    # Without the mark before it Excel takes the file for another encoding.
    f"{TEACHER}/quiz-kahoot.csv": lambda lesson: f"\ufeff{kahoot(lesson)}",
    f"{TEACHER}/quiz.md": markdown,
}
NAMED: dict[str, Writer] = {
    f"{TEACHER}/teacher.html": teacher_page,
    f"{TEACHER}/{KEY}": lambda lesson: _sealed(lesson),
}
BLIND_WORD: dict[str, Writer] = {
    f"{STUDENTS}/worksheet.docx": worksheet_docx,
    f"{STUDENTS}/worksheet-large.docx": large_worksheet_docx,
}
NAMED_WORD: dict[str, Writer] = {f"{TEACHER}/key.docx": key_docx}
NAMES = (*BLIND, *NAMED, *BLIND_WORD, *NAMED_WORD)


class Leak(CompareError):
    """A file for students would name an outlet or a reporter; nothing was written."""


class Undecided(OptionError):
    """Words that may give an outlet away are neither hidden nor kept; nothing was written."""

    def __init__(self, doubts: Sequence[DoubtfulWords]) -> None:
        listed = "".join(
            f"[ ] {in_marks(each.words)}: {each.why}. {each.line}: {in_marks(each.around)}\n"
            for each in doubts
        )
        first = json.dumps(doubts[0].words, ensure_ascii=False)
        super().__init__(
            "Nothing was written, because these words may give an outlet away, and only you can "
            f"tell:\n{listed}Put each into hide or keep under [teach] in story.toml, such as "
            f"hide = [{first}], or add --hide {first} or --keep {first} to the command."
        )
        self.doubts = tuple(doubts)


def lesson_files(lesson: Lesson, *, word: bool) -> dict[str, bytes]:
    """Every file of the lesson by its name; with `word` the Word files as well.

    Undecided when the teacher has to decide on words first, Leak when a blind file holds a name,
    MissingExtra when Word files cannot be made.
    """
    if lesson.doubts:
        raise Undecided(lesson.doubts)
    if word:
        check_word()
    blind = BLIND | (BLIND_WORD if word else {})
    named = NAMED | (NAMED_WORD if word else {})
    made = {name: _bytes(writer(lesson)) for name, writer in (blind | named).items()}
    for name, writer in blind.items():
        found = leaks_in(lesson, name, made[name], writer)
        if found:
            raise Leak(
                f"{name} would give away {found[0]!r}. Name the outlet or the reporter in "
                "story.toml as the articles do, or add the word to hide in [teach]."
            )
    return made


def leaks_in(lesson: Lesson, name: str, data: bytes, writer: Writer) -> tuple[str, ...]:
    """The tells in a blind file, apart from words that it has for any story.

    An outlet may be called "The Question", which is a word of every quiz: what stands as often in
    the same file of a lesson without words tells nothing of this one.
    """
    found = tally(lesson.blinder, name, data)
    if not found:
        return ()
    usual = tally(lesson.blinder, name, _bytes(writer(without_story(lesson))))
    return tuple(found - usual)


def write_files(made: dict[str, bytes], folder: Path) -> None:
    """Writes the files into a folder, which is made if need be; FormatError tells what failed.

    They are written beside it first and then moved, so that a full disk leaves no half lesson.
    """
    try:
        there = next(place for place in folder.absolute().parents if place.is_dir())
        place = Path(tempfile.mkdtemp(dir=there, prefix=".storydiff-"))
        try:
            for name, data in made.items():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                (place / name).write_bytes(data)
            _move(place, folder, made)
        finally:
            shutil.rmtree(place, ignore_errors=True)
    except (OSError, ValueError) as wrong:
        reason = getattr(wrong, "strerror", None) or wrong
        raise FormatError(
            f"{folder} could not be written: {reason}. Name another folder with -o."
        ) from wrong


def is_lesson(folder: Path) -> bool:
    """True for a folder that `write_files` filled."""
    try:
        with (folder / TEACHER / KEY).open("rb") as key:
            return key.read(len(KEY_HEAD)) == KEY_HEAD.encode()
    except OSError:
        return False


def _move(place: Path, folder: Path, names: Iterable[str]) -> None:
    """Puts the files of one folder into another; a new folder appears whole."""
    if not os.path.lexists(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        place.chmod(0o755)
        place.rename(folder)
        return
    for name in names:
        if (folder / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(folder / name))
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    for name in names:
        (place / name).replace(folder / name)


def _sealed(lesson: Lesson) -> str:
    lines = [f"{one.letter} = {one_line(one.outlet)}" for one in lesson.key]
    return "\n".join((KEY_HEAD, *lines, ""))


def _bytes(made: str | bytes) -> bytes:
    return made.encode("utf-8", "replace") if isinstance(made, str) else made
