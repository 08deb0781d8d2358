"""No byte of a file for students names an outlet; a leak stops everything."""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from compare.errors import FormatError
from compare.model.comparison import StoryInfo
from compare.model.teaching import TeachPlan
from compare.pipeline import compare_story
from compare.teach.lesson import Lesson, lesson
from compare.teach.pack import BLIND, BLIND_WORD, NAMED, NAMED_WORD, Leak, lesson_files, write_files
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
    assert lesson_files(lesson(comparison("demo")), word=True) == files_of("demo")


def leaking(made: Lesson) -> Lesson:
    return replace(made, title="As the Harbour Times tells it")


def test_a_leak_stops_the_lesson_and_says_what_to_do() -> None:
    with pytest.raises(Leak, match=r"students/student\.html would give away .* story\.toml"):
        lesson_files(leaking(lesson_of("demo")), word=False)


@dataclass(frozen=True)
class Disguise:
    """An outlet of a nasty story: what its article says of itself, and what nobody may find."""

    outlet: str
    byline: str
    url: str
    source: str
    says: str
    seek: str


NASTY = (
    Disguise(
        outlet="The Post",
        byline="By Ana de la Cruz in Port Ellery",
        url="https://www.the-post.example/news/1",
        source="inbox/the-post_final.txt",
        says="The mate told the Post so. POST EXCLUSIVE: see thepost.example or @ThePost. A Post "
        "reporter, Ana de la Cruz, was there. This newspaper has seen the log. The post office "
        "and the Post Office stayed shut, and post-war wrecks lie near.",
        seek=r"\bthe post\b(?! office)|\bpost (?:reporter|exclusive)|the-post|thepost|cruz",
    ),
    Disguise(
        outlet="Mail on Sunday",
        byline="Éric Blanc | Senior Correspondent",
        url="https://mail-on-sunday.example/a",
        source="mos.txt",
        says="The Mail on Sunday can reveal that the mail boat was late on Sunday. MoS readers and "
        "the Mail’s own photographer, Eric Blanc, saw it. Write to tips@mailonsunday.example.",
        seek=r"mail on sunday|\bmos\b|the mail(?! boat)|mail.?on.?sunday|blanc",
    ),
    Disguise(
        outlet="Channel 6",
        byline="Newsroom",
        url="https://channel6.example/b",
        source="channel-6.txt",
        says="Channel Six viewers sent pictures. A man told Channel\u00a06 that six boats in the "
        "English Channel turned back. #Channel6 and Chan\u00adnel 6 were told.",
        seek=r"channel.{0,2}(?:6|six)|chan\xadnel",
    ),
    Disguise(
        outlet="Metro",
        byline="",
        url="https://metro.example/c",
        source="metro.html",
        says="Metro understands that the metro to the port was full. A Metro reader told Metro so. "
        "Metro Vancouver is far away.",
        seek=r"metro understands|metro reader|told metro|metro\.(?:example|html)",
    ),
)
KEPT = (
    "The post office and the Post Office stayed shut, and post-war wrecks lie near.",
    "the mail boat was late on Sunday",
    "six boats in the English Channel turned back",
    "the metro to the port was full",
    "Metro Vancouver is far away.",
)


@cache
def nasty() -> Lesson:
    """A lesson of the bundled story, told by outlets whose names are ordinary words."""
    told = [
        replace(
            document,
            outlet=disguise.outlet,
            byline=disguise.byline,
            url=disguise.url,
            source=disguise.source,
            headline=f"{disguise.outlet}: {document.headline}",
            text=f"{document.text}\n\n{disguise.says}",
            sha256="",
        )
        for document, disguise in zip(documents("demo"), NASTY, strict=True)
    ]
    story = StoryInfo(title="What the Post and Channel 6 tell", notice="From the Mail on Sunday.")
    # The last article tells of words that somebody said to its old name.
    return lesson(compare_story(told, story=story), plan=TeachPlan(keep=("The Daily Lantern",)))


@cache
def nasty_files() -> dict[str, bytes]:
    return lesson_files(nasty(), word=True)


@pytest.mark.parametrize("name", [*BLIND, *BLIND_WORD])
@pytest.mark.parametrize("disguise", NASTY, ids=lambda disguise: disguise.outlet)
def test_a_clever_student_finds_no_name_in_disguise(name: str, disguise: Disguise) -> None:
    for data in unpacked(nasty_files()[name]):
        text = data.decode("utf-8", "replace")
        for reading in (text, html.unescape(text), html.unescape(re.sub(r"<[^>]*>", "", text))):
            found = re.search(disguise.seek, reading, re.IGNORECASE)
            assert found is None, reading[max(0, found.start() - 60) : found.end() + 60]


def test_ordinary_words_of_a_nasty_story_are_left() -> None:
    shown = " ".join(
        line.text for copy in nasty().copies for lines in copy.paragraphs for line in lines
    )
    assert [words for words in KEPT if words not in shown] == []
    assert nasty().title == "What Outlet A and Outlet C tell"


@pytest.mark.parametrize("outlet", ["The Question", "Name", "The Key"])
def test_an_outlet_may_be_called_like_a_word_of_the_pages(outlet: str) -> None:
    first, *rest = documents("demo")
    text = f"{first.text}\n\nHe told the {outlet.removeprefix('The ')} so."
    told = [replace(first, outlet=outlet, text=text, sha256="", url=None, source=None), *rest]
    made = lesson(compare_story(told))
    assert lesson_files(made, word=True)
    shown = made.copies[0].paragraphs[-1][-1].text
    assert shown == "He told Outlet A so."


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(FormatError, match="-o"):
        write_files({"a.txt": b"x"}, tmp_path / "taken")


def test_words_of_an_article_never_become_markup() -> None:
    made = lesson_of("demo")
    first = replace(made.questions[0], prompt="<script>alert(1)</script>")
    spoilt = replace(made, questions=(first, *made.questions[1:]))
    page = lesson_files(spoilt, word=False)["students/student.html"].decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
