"""No output of any command touches what is read, or what belongs to a story."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest

from compare.cli.flags import Flags
from compare.cli.front import COMMANDS, front
from compare.cli.progress import fetching_for
from compare.formats.json import dump
from compare.sources.fetch.settings import Fetching
from tests.bundled import CORPORA
from tests.cli.conftest import Command
from tests.formats.story import market_hall
from tests.hostile.server import Server, answer, serving
from tests.hostile.web import LIMITS, StoppedClock, article, loopback
from tests.sources.test_feeds import RSS

# What each command may read here, and "{out}" where it may be told to write.
COMMAND_LINES = {
    "compare a file": "compare one.txt two.txt {with} -o {out} --format json",
    "compare a folder": "story {with} -o {out} --format md",
    "compare a plain folder": "plain {with} -o {out} --format csv",
    "compare a comparison file": "stored.json -o {out} --format html",
    "compare into two files": "story {with} -o other.html -o {out} --format txt",
    "diff": "diff one.txt two.txt {with} -o {out} --format json",
    "demo": "demo -o {out} --format json",
    "check": "check one.txt story --config mine.toml -o {out} --format md",
    "follow": "follow story --config mine.toml -o {out} --format json",
    "fetch": "fetch {url} --warc {out}",
    "fetch both": "fetch {url} -o kept --warc {out}",
}
READING = (
    "--config mine.toml --words words.txt --corrections mine-corrections.toml "
    "--reader-replay answers.jsonl"
)
# Flags of every command that name a file or a folder: whether it is written to.
WRITES = {
    ("compare", "outputs"): True,
    ("compare", "config"): False,
    ("compare", "words"): False,
    ("compare", "corrections"): False,
    ("compare", "reader_replay"): False,
    ("diff", "outputs"): True,
    ("diff", "config"): False,
    ("diff", "words"): False,
    ("diff", "corrections"): False,
    ("diff", "reader_replay"): False,
    ("demo", "outputs"): True,
    ("show", "config"): False,
    ("show", "words"): False,
    ("show", "corrections"): False,
    ("show", "reader_replay"): False,
    ("group", "output"): True,
    ("check", "outputs"): True,
    ("check", "config"): False,
    ("follow", "outputs"): True,
    ("follow", "config"): False,
    ("app", "library"): True,
    ("serve", "library"): True,
    ("serve", "users"): True,
    ("batch", "output"): True,
    ("batch", "config"): False,
    ("fetch", "output"): True,
    ("fetch", "warc"): True,
    ("find", "places"): False,
    ("score", "config"): False,
    ("score", "reader_replay"): False,
    ("teach", "output"): True,
    ("teach", "config"): False,
    ("teach", "words"): False,
    ("teach", "corrections"): False,
    ("teach", "reader_replay"): False,
}
IN_STORIES = (
    "story/story.toml",
    "story/corrections.toml",
    "story/harbour-times.txt",
    "story/of-another-tool.html",
    "story/pictures/map.svg",
)
READ_ALWAYS = ("one.txt", "plain/a.txt", "plain/sub/b.md")
READ_BY_FLAG = (
    "mine.toml",
    "words.txt",
    "mine-corrections.toml",
    "answers.jsonl",
    "storydiff.toml",
)
READ_BY = {
    "compare a file": ("one.txt", "two.txt", *READ_BY_FLAG),
    "compare a folder": READ_BY_FLAG,
    "compare a plain folder": ("plain/a.txt", "plain/sub/b.md", *READ_BY_FLAG),
    "compare a comparison file": ("stored.json",),
    "compare into two files": READ_BY_FLAG,
    "diff": ("one.txt", "two.txt", *READ_BY_FLAG),
    "demo": ("storydiff.toml",),
    "check": ("one.txt", "mine.toml", "storydiff.toml"),
    "follow": ("mine.toml", "storydiff.toml"),
    "fetch": (),
    "fetch both": (),
}
CASES = [
    (name, target) for name, own in READ_BY.items() for target in dict.fromkeys((*IN_STORIES, *own))
]


def by_link(target: Path) -> str:
    Path("link").symlink_to(target)
    return "link"


def by_hard_link(target: Path) -> str:
    Path("hard").hardlink_to(target)
    return "hard"


def by_folder_link(target: Path) -> str:
    Path("way").symlink_to(target.parent)
    return f"way/{target.name}"


WAYS: dict[str, Callable[[Path], str]] = {
    "by name": lambda target: os.path.relpath(target),
    "by full name": str,
    "by a detour": lambda target: f"plain/../{os.path.relpath(target)}",
    "by a link": by_link,
    "by a hard link": by_hard_link,
    "by a link to its folder": by_folder_link,
}


def params() -> Iterator[tuple[str, click.Parameter]]:
    """Every parameter of every command that names a file or a folder."""
    with click.Context(front) as context:
        for name in COMMANDS:
            command = front.get_command(context, name)
            assert command is not None
            for param in command.params:
                if param.metavar in ("FILE", "FOLDER", "PLACE"):
                    yield name, param


def test_every_flag_that_names_a_file_is_in_the_table() -> None:
    assert {(name, param.name) for name, param in params()} == set(WRITES)


def test_every_command_that_writes_is_tried() -> None:
    tried = {line.split()[0] for line in COMMAND_LINES.values()}
    writing = {command for (command, _), writes in WRITES.items() if writes}
    # A lesson is a folder and is tried below; events go into new folders alone, like pages, and the
    # page of this machine has tests of its own library.
    assert writing - {"app", "serve", "teach", "group", "batch"} <= tried


@pytest.fixture(autouse=True)
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    def wanted(flags: Flags) -> Fetching:
        found = replace(fetching_for(flags), resolver=loopback, limits=LIMITS, clock=StoppedClock())
        return replace(found, allow_private=True, cache=None)

    monkeypatch.setattr("compare.cli.progress.fetching_for", wanted)
    with serving({"/": answer(article())}) as server:
        yield server


@pytest.fixture(autouse=True)
def here(tmp_path: Path) -> Path:
    """A story folder, a plain folder, single files, and all that flags read."""
    shutil.copytree(CORPORA / "demo", "story")
    Path("story/corrections.toml").write_text("# None yet.\n")
    Path("story/of-another-tool.html").write_text("<p>Not a result of storydiff.</p>")
    Path("story/pictures").mkdir()
    Path("story/pictures/map.svg").write_text("<svg/>")
    Path("plain/sub").mkdir(parents=True)
    texts = sorted(path for path in Path("story").glob("*.txt"))
    shutil.copy(texts[0], "one.txt")
    shutil.copy(texts[1], "two.txt")
    shutil.copy(texts[0], "plain/a.txt")
    shutil.copy(texts[1], "plain/b.txt")
    shutil.copy(texts[1], "plain/sub/b.md")
    Path("mine.toml").write_text("fact_floor = 0.65\n")
    Path("storydiff.toml").write_text("fact_floor = 0.65\n")
    Path("words.txt").write_text("# Mine. CC0.\n[nouns]\nferry | tub\n")
    Path("mine-corrections.toml").write_text("# None yet.\n")
    Path("answers.jsonl").write_text('{"schema":"urn:storydiff:reader:1.0"}\n')
    Path("feed.xml").write_bytes(RSS)
    Path("stored.json").write_bytes(dump(market_hall()))
    return tmp_path


def snapshot() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


def line(name: str, out: str, server: Server) -> list[str]:
    """The words of a command line of the table."""
    words = COMMAND_LINES[name].replace("{with}", READING).split()
    return [word.format(out=out, url=server.url()) for word in words]


@pytest.mark.parametrize(("name", "target"), CASES)
def test_what_is_read_or_belongs_to_a_story_is_left_alone(
    name: str, target: str, storydiff: Command, web: Server
) -> None:
    before = snapshot()
    assert target in before
    result = storydiff(*line(name, target, web))
    assert (result.code, result.out) == (2, "")
    assert target in result.err
    assert snapshot() == before
    assert web.asked == []


@pytest.mark.parametrize(
    ("name", "target", "way"),
    [
        (name, target, way)
        for name, target in (
            ("compare a file", "one.txt"),
            ("compare a folder", "story/harbour-times.txt"),
            ("compare a plain folder", "plain/a.txt"),
            ("demo", "story/story.toml"),
            ("fetch", "story/story.toml"),
        )
        for way in WAYS
        # Another name outside a story that is not read is a file of its own, and is replaced.
        if way != "by a hard link" or name == "compare a file"
    ],
)
def test_no_other_name_leads_to_it(
    name: str, target: str, way: str, storydiff: Command, web: Server
) -> None:
    out = WAYS[way](Path(target).absolute())
    before = snapshot()
    assert storydiff(*line(name, out, web)).code == 2
    assert snapshot() == before


@pytest.mark.parametrize("reserved", ["story.toml", "corrections.toml", "storydiff.toml"])
@pytest.mark.parametrize("folder", [".", "plain", "new"])
def test_a_name_that_is_read_by_itself_is_no_output(
    reserved: str, folder: str, storydiff: Command
) -> None:
    Path("new").mkdir()
    before = snapshot()
    assert storydiff("plain", "-o", f"{folder}/{reserved}", "--format", "json").code == 2
    assert snapshot() == before


@pytest.mark.parametrize("name", ["html", "json", "md", "csv", "txt"])
def test_a_result_in_a_story_folder_can_be_made_anew(name: str, storydiff: Command) -> None:
    before = snapshot()
    for _ in range(2):
        assert storydiff("story", "-q", "-o", f"story/result.{name}").code == 0
    made = snapshot()
    assert made.pop(f"story/result.{name}")
    assert made == before


def test_the_page_of_the_demo_spares_a_file_of_a_story(
    storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("story/storydiff-demo.html").write_text("<p>An article of that name.</p>")
    monkeypatch.chdir("story")
    before = snapshot()
    result = storydiff("demo")
    assert result.code == 0
    assert "storydiff-demo.html" in result.err
    assert snapshot() == before


def test_the_page_of_open_spares_a_source(storydiff: Command) -> None:
    shutil.copy("one.txt", "storydiff-report.html")
    before = snapshot()
    assert storydiff("storydiff-report.html", "two.txt", "--open").code == 2
    assert snapshot() == before


@pytest.mark.parametrize(
    ("sources", "target"),
    [
        (["story"], "story"),
        (["plain"], "plain"),
        (["plain"], "."),
        (["one.txt", "two.txt"], "story"),
        (["lesson/teacher/quiz.md", "two.txt"], "lesson"),
    ],
)
def test_a_lesson_spares_what_is_read_and_what_belongs_to_a_story(
    sources: list[str], target: str, storydiff: Command
) -> None:
    for folder in ("story", "plain", ".", "lesson"):
        for name in ("students/quiz.html", "teacher/quiz.md", "teacher/sealed-key.txt.part"):
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy("one.txt", path)
    before = snapshot()
    result = storydiff("teach", *sources, "-o", target)
    made = snapshot()
    assert {name: made.get(name) for name in before} == before or target == "."
    if target == ".":  # no story is there, but the parts of another program are
        assert made["teacher/sealed-key.txt.part"] == before["teacher/sealed-key.txt.part"]
    else:
        assert (result.code, result.out) == (2, "")
        assert made == before


def test_a_lesson_in_a_story_folder_can_be_made_anew(storydiff: Command) -> None:
    before = snapshot()
    for _ in range(2):
        assert storydiff("teach", "story", "-q", "-o", "story/lesson").code == 0
    made = snapshot()
    assert {name: made[name] for name in before} == before
    assert "story/lesson/teacher/sealed-key.txt" in made


@pytest.mark.parametrize("target", ["one.txt", "plain/a.txt", "feed.xml", "packed.gz"])
def test_an_archive_takes_the_place_of_no_other_file(
    target: str, storydiff: Command, web: Server
) -> None:
    Path("packed.gz").write_bytes(gzip.compress(b"Not an archive."))
    before = snapshot()
    assert storydiff("fetch", web.url(), "--warc", target).code == 2
    assert snapshot() == before
    Path("empty.warc.gz").touch()
    for _ in range(2):  # a new file, and then an archive of its own
        assert storydiff("fetch", web.url(), "--warc", "empty.warc.gz").code == 0


@pytest.mark.parametrize("target", ["story", "plain", "one.txt", "story/pictures"])
def test_fetched_pages_go_into_no_folder_that_holds_something(
    target: str, storydiff: Command, web: Server
) -> None:
    before = snapshot()
    assert storydiff("fetch", web.url(), "-o", target).code == 5
    assert snapshot() == before


@pytest.mark.parametrize(
    "arguments",
    ["one.txt two.txt {}", "story {}", "show f1 story {}", "show f1 stored.json", "schema"],
)
def test_a_command_that_is_told_no_place_writes_nothing(arguments: str, storydiff: Command) -> None:
    before = snapshot()
    assert storydiff(*arguments.format(READING).split()).code == 0
    assert storydiff("find", "ferry", "--from", "feed.xml").code == 0
    assert storydiff("options").code == 0
    assert snapshot() == before


@pytest.mark.parametrize("source", ["one.txt", "mine.toml", "stored.json"])
def test_standard_output_that_is_appended_to_a_source_is_refused(
    source: str, storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot()
    sources = ["stored.json"] if source == "stored.json" else ["one.txt", "two.txt"]
    with Path(source).open("a", encoding="utf-8") as appended:  # as a shell does for >>
        monkeypatch.setattr(sys, "stdout", appended)
        assert storydiff(*sources, "--config", "mine.toml").code == 2
    assert snapshot() == before


@pytest.mark.parametrize("name", ["x" * 300, "ж" * 200, "x" * 300 + ".html", "a/" * 2_500 + "b"])
@pytest.mark.parametrize("flag", ["-o", "--warc"])
def test_a_name_that_no_disk_takes_is_told_before_any_work(
    name: str, flag: str, storydiff: Command, web: Server
) -> None:
    before = snapshot()
    words = ["story", "--format", "json"] if flag == "-o" else ["fetch", web.url()]
    result = storydiff(*words, flag, name)
    assert (result.code, result.out) == (5, "")
    assert "could not be written" in result.err
    assert snapshot() == before
    assert web.asked == []
