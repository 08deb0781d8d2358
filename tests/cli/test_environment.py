"""A machine, files and flags that are odd: an outcome and a code, never a mistake of ours."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import click
import pytest

from compare.cli import exits, main, reading
from compare.cli.exits import DEFECT, UNREADABLE, UNWRITABLE, USAGE
from compare.cli.front import COMMANDS, EXIT_CODES, front
from compare.teach.pack import write_files
from tests.bundled import CORPORA
from tests.cli.conftest import Command

SHORT = "The ferry Ostrey Star drifted for three hours off Port Ellery on Tuesday after a fire.\n"
# A user that the system does not know, without any variable.
HOMELESS = """
import os, pwd, sys
for name in ("HOME", "XDG_CACHE_HOME", "STORYDIFF_CACHE", "USER", "LOGNAME"):
    os.environ.pop(name, None)
def unknown(*_):
    raise KeyError("getpwuid(): uid not found")
pwd.getpwuid = unknown
from compare.cli import main
main(sys.argv[1:])
"""
# The loading of one module is interrupted.
INTERRUPTED = """
import sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Finder())
from compare.cli import main
main(["demo", "--json"])
"""


# The program says when it loads its first module; what comes before is Python alone.
STARTED = """
import sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "compare.cli.exits":
            print(flush=True)
sys.meta_path.insert(0, Finder())
from compare.cli import main
main(["demo", "--json"])
"""


def child(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture
def articles() -> tuple[str, str]:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(SHORT + name)
    return "a.txt", "b.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no list of users there")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["a.txt", "b.txt", "--force"], 0),
        (["show", "A", "a.txt", "b.txt", "--force"], 0),
        (["fetch", "https://a.example/", "--offline"], 3),
        (["https://a.example/", "https://b.example/", "--offline"], 3),
        (["find", "ferry", "--from", "https://a.example/feed", "--offline"], 3),
    ],
)
@pytest.mark.usefixtures("articles")
def test_a_user_without_a_home_gets_what_any_other_gets(arguments: list[str], code: int) -> None:
    done = child(HOMELESS, *arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "module",
    ["click", "compare.cli.exits", "compare.cli.front", "compare.cli.demo", "compare.pipeline"],
)
def test_an_interruption_while_modules_load_is_an_interruption(module: str) -> None:
    done = child(INTERRUPTED, module)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.strip().startswith("Interrupted; ")
    assert done.stderr.strip().count("\n") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")
def test_an_interruption_at_any_moment_of_the_start_leaves_no_trace() -> None:
    for delay in (0.0, 0.01, 0.05, 0.1, 0.2):
        process = subprocess.Popen(
            [sys.executable, "-c", STARTED],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        assert process.stdout is not None
        process.stdout.readline()
        timer = threading.Timer(delay, process.send_signal, (signal.SIGINT,))
        timer.start()
        _, err = process.communicate(timeout=60)
        timer.join()
        assert process.returncode in (0, 130)
        assert "Traceback" not in err


def test_every_exit_code_stands_in_the_help(storydiff: Command) -> None:
    told = {int(code) for code, _ in EXIT_CODES}
    named = {value for name, value in vars(exits).items() if name.isupper() and type(value) is int}
    assert named | {0} == told
    help_text = storydiff("--help").out
    assert all(f"  {code} " in help_text for code in told)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_mistake_names_no_flag_that_the_command_lacks(
    command: str, storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with click.Context(front) as context:
        found = front.get_command(context, command)
    assert found is not None

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(found, "invoke", broken)
    needed = {
        "show": ["f1"],
        "fetch": ["https://a.example"],
        "teach": ["demo"],
        "check": ["x", "y"],
        "diff": ["x", "y"],
        "follow": ["x"],
        "group": ["x"],
        "batch": ["x", "-o", "y"],
    }
    arguments = needed.get(command, ["x", "--from", "x"] if command == "find" else [])
    result = storydiff(command, *arguments)
    assert result.code == DEFECT
    has_verbose = any("-v" in param.opts for param in found.params)
    assert ("-v" in result.err) is has_verbose
    assert "ZeroDivisionError: by nothing" in result.err


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "x"), UNWRITABLE),
        (OSError(errno.EIO, "Input/output error", "x"), UNWRITABLE),
        (FileNotFoundError(errno.ENOENT, "No such file or directory", b"x"), UNWRITABLE),
        (OSError(errno.EMFILE, "Too many open files", 3), UNWRITABLE),
        (OSError(errno.ENOSPC, "No space left on device"), UNWRITABLE),
        (MemoryError(), UNREADABLE),
        (RecursionError("maximum recursion depth exceeded"), UNREADABLE),
    ],
)
def test_what_the_system_refuses_is_no_mistake_of_the_program(
    raised: Exception, code: int, storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise raised

    monkeypatch.setattr(reading, "compare_sources", refused)
    result = storydiff("a.txt", "b.txt")
    assert (result.code, result.out) == (code, "")
    assert "mistake" not in result.err
    assert result.err.strip().endswith(".")


ODD_CONFIGS = {
    "brackets": b"link_floor = " + b"[" * 5_000,
    "closed brackets": b"link_floor = " + b"[" * 5_000 + b"]" * 5_000,
    "braces": b"link_floor = " + b"{a=" * 3_000,
    "dots": b".".join([b"a"] * 5_000) + b" = 1",
    "digits": b"max_articles = " + b"9" * 5_000,
    "infinite": b"link_floor = inf",
    "not a number": b"link_floor = nan",
    "a date": b"link_floor = 9999-12-31T23:59:59-12:00",
    "a year of five digits": b"link_floor = 10000-01-01",
    "no UTF-8": b"link_floor = \xff",
    "a mark in front": b"\xef\xbb\xbflink_floor = 0.3",
    "UTF-16": "link_floor = 0.3".encode("utf-16"),
    "NUL": b"link_floor = 0\0",
    "surrogate": b'link_floor = "\\ud800"',
}


@pytest.mark.parametrize("data", ODD_CONFIGS.values(), ids=ODD_CONFIGS)
def test_an_odd_file_of_options_is_wrong_usage(
    data: bytes, storydiff: Command, articles: tuple[str, str]
) -> None:
    Path("odd.toml").write_bytes(data)
    result = storydiff(*articles, "--config", "odd.toml")
    assert (result.code, result.out) == (USAGE, "")
    assert "odd.toml" in result.err


@pytest.mark.parametrize("flag", ["--config", "--words", "--corrections", "--from"])
@pytest.mark.parametrize("name", ["none", "folder", "pipe", "loop", "x" * 300, "no\ud800"])
def test_a_flag_that_names_no_file_is_told(
    flag: str, name: str, storydiff: Command, articles: tuple[str, str]
) -> None:
    Path("folder").mkdir()
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    if flag == "--words" and name == "pipe":
        name = "none"  # how lists of words are read is held by their own tests
    words = ["find", "ferry"] if flag == "--from" else [*articles, "--force"]
    result = storydiff(*words, flag, name)
    assert result.code == (UNREADABLE if flag == "--from" else USAGE)
    assert result.out == ""


@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + ".json", "a/" * 3_000, "ж" * 200])
@pytest.mark.parametrize("command", ["compare", "teach", "show"])
def test_a_source_of_a_name_that_no_file_has_is_told(
    command: str, name: str, storydiff: Command, articles: tuple[str, str]
) -> None:
    words = {"compare": ["compare"], "teach": ["teach"], "show": ["show", "f1"]}[command]
    assert storydiff(*words, name).code == UNREADABLE
    assert storydiff(*words, name, articles[0]).code == UNREADABLE


@pytest.mark.parametrize("word", ["-" + "x" * 300, "--" + "x" * 5_000, "-ж", "-\ud800"])
def test_a_flag_of_any_length_is_wrong_usage(word: str, storydiff: Command) -> None:
    assert storydiff("a.txt", word).code == USAGE


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("teahc", "teach"),
        ("tech", "teach"),
        ("fnd", "find"),
        ("Find", "find"),
        ("finde", "find"),
        ("fecth", "fetch"),
        ("shwo", "show"),
        ("dmeo", "demo"),
        ("DEMO", "demo"),
        ("comapre", "compare"),
        ("shema", "schema"),
        ("option", "options"),
    ],
)
def test_a_word_that_is_nearly_a_command_gets_a_suggestion(
    word: str, meant: str, storydiff: Command
) -> None:
    result = storydiff(word, "demo")
    assert (result.code, result.out) == (USAGE, "")
    assert f"Did you mean 'storydiff {meant}'? " in result.err


@pytest.mark.parametrize("word", ["teahc", "demos", "finde"])
def test_a_file_of_nearly_the_name_of_a_command_is_a_source(word: str, storydiff: Command) -> None:
    Path(word).write_text(SHORT)
    Path("b.txt").write_text(SHORT + "More.")
    assert storydiff(word, "b.txt", "--force").code == 0


@pytest.mark.parametrize(
    "word", ["a.txt", "teach.txt", "./teahc", "article", "-", "www.demo.example"]
)
def test_a_source_is_not_taken_for_a_command(word: str, storydiff: Command) -> None:
    assert "Did you mean 'storydiff" not in storydiff(word, "b.txt").err


@pytest.mark.parametrize("at", [0, 1, 3, 6, 9])
@pytest.mark.parametrize("earlier", [False, True], ids=["new", "again"])
def test_a_full_disk_leaves_no_half_lesson(
    at: int, earlier: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {f"students/{n}.html": b"new" for n in range(5)}
    made |= {f"teacher/{n}.txt": b"new" for n in range(5)}
    if earlier:
        write_files(dict.fromkeys(made, b"old"), Path("out/lesson"))
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    count = 0

    def full(_self: Path, _data: bytes) -> int:
        nonlocal count
        count += 1
        if count > at:
            raise OSError(errno.ENOSPC, "No space left on device")
        return 0

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(Exception, match="No space left on device"):
            write_files(made, Path("out/lesson"))
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
    assert Path("out").exists() is earlier
    write_files(made, Path("out/lesson"))
    assert all((Path("out/lesson") / name).read_bytes() == b"new" for name in made)


@pytest.mark.parametrize("command", ["compare", "show", "teach"])
@pytest.mark.parametrize("name", ["story.toml", "corrections.toml"])
def test_a_story_file_outside_the_folder_is_not_read(
    name: str, command: str, storydiff: Command
) -> None:
    shutil.copytree(CORPORA / "demo", "story")
    secret = Path("secret.toml")
    secret.write_text('password = "hush"\n')
    Path("story", name).unlink(missing_ok=True)
    Path("story", name).symlink_to(secret.absolute())
    words = {"compare": [], "show": ["show", "f1"], "teach": ["teach"]}[command]
    result = storydiff(*words, "story")
    assert result.code in (USAGE, UNREADABLE)
    assert "lies outside the story folder" in result.err
    assert "password" not in result.err


def test_a_story_file_by_a_link_inside_the_folder_is_read(storydiff: Command) -> None:
    shutil.copytree(CORPORA / "demo", "story")
    Path("story/story.toml").rename("story/of-today.toml")
    Path("story/story.toml").symlink_to("of-today.toml")
    assert storydiff("show", "f1", "story").code == 0


@pytest.mark.parametrize("year", ["0001", "0999", "9999"])
@pytest.mark.parametrize("zone", ["", "Z", "+14:00", "-12:00", "+23:59", "-23:59"])
@pytest.mark.parametrize("key", ["published", "updated", "fetched", "captured"])
def test_a_year_at_the_end_of_the_calendar_is_an_outcome(
    year: str, zone: str, key: str, storydiff: Command
) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(SHORT + name)
    articles = '[[articles]]\nfile = "a.txt"\n[[articles]]\nfile = "b.txt"\n'
    when = f"{year}-01-01T00:00:00{zone}" if year != "9999" else f"9999-12-31T23:59:59{zone}"
    Path("story.toml").write_text(f'licence = "CC0-1.0"\n{articles}{key} = {when}\n')
    result = storydiff(".")
    assert result.code == UNREADABLE
    assert key in result.err
    assert "between" in result.err


def test_the_door_ends_the_process_with_the_code(storydiff: Command) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["teahc"])
    assert ended.value.code == USAGE
    assert storydiff("teahc").code == USAGE
