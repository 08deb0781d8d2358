"""No way out of the program lacks the function that takes control characters out."""

from __future__ import annotations

import ast
import json
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.cli import streams
from compare.cli.flags import Flags
from compare.cli.front import COMMANDS
from compare.cli.progress import fetching_for
from compare.formats.csv import cell_text
from compare.formats.registry import FORMATS, render
from compare.pipeline import compare_story
from compare.sources.fetch.settings import Fetching
from compare.teach.lesson import lesson
from compare.teach.pack import BLIND, NAMED
from compare.text.control_characters import one_line, without_control_characters
from tests.bundled import documents
from tests.cli.conftest import Command
from tests.cli.test_streams import Terminal
from tests.formats.hostile import hostile_story
from tests.hostile.server import Server, answer, serving
from tests.hostile.web import LIMITS, StoppedClock, article, loopback

PACKAGE = Path(streams.__file__).parent.parent
# The clipboard, a cleared screen, a title, C1, NUL, a bell, directions of writing, odd line ends.
STEERS = (
    "\x1b]52;c;aGk=\x07\x1b[2J\x1b]0;title\x1b\\\x9b2J\x9d52;c;aGk=\x9c\x00\x08\x7f"
    "\u202eevil\u2066\u2069\u200e\u061c\ufeff\x85\x0b\x0c\u2028\u2029\U000e0041"
)
# Where a name stands that a file system or a header cannot carry whole.
SOME = "\x1b]52;c;aGk=\x07\x1b[2J\x7f\u202e\u009b2J"
ESCAPED = json.dumps(f"Harbour{STEERS}Times")


def steering(text: str, *, colours: bool = False) -> list[str]:
    """The characters of a text that steer a terminal, but for colours where they are allowed."""
    if colours:
        text = streams._COLOUR.sub("", text)
    bad = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return [
        char
        for char in text
        if unicodedata.category(char) in bad and char not in "\n\t\u200c\u200d"
    ]


@pytest.fixture(autouse=True)
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    def wanted(flags: Flags) -> Fetching:
        found = replace(fetching_for(flags), resolver=loopback, limits=LIMITS, clock=StoppedClock())
        return replace(found, allow_private=True, cache=None)

    monkeypatch.setattr("compare.cli.progress.fetching_for", wanted)
    name = STEERS.replace("\0", "").encode("utf-8", "surrogatepass").decode()
    head = f'<meta property="og:site_name" content="Harbour{name}Times">'
    page = article(head=head, title=f"Ferry {name} adrift")
    feed = (
        "<rss version='2.0'><channel><title>Harbour\u202e\u009b2J Times</title><item><title>Ferry"
        "\u202e\u009b\u2066 adrift</title><link>https://a.example/\u009b2J\u202e</link></item>"
        "</channel></rss>"
    ).encode()
    routes = {"/": answer(page), "/feed": answer(feed, kind="application/rss+xml")}
    with serving(routes) as server:
        yield server


@pytest.fixture(autouse=True)
def here(web: Server) -> None:
    """Articles whose every name from outside steers a terminal, files of such names among them."""
    assert web
    body = "The ferry drifted for three hours. “We lost 12 boats,” Ines Dorr said on Monday."
    records = [
        {"text": f"{body} {n}", "outlet": f"Harbour{STEERS}{n}", "headline": f"A{STEERS}ferry"}
        for n in range(2)
    ]
    Path("records.json").write_text(json.dumps(records))
    Path("one.json").write_text(json.dumps(records[:1]))
    Path(f"bad{SOME}.txt").write_text("")
    Path(f"named{SOME}.txt").write_text(f"---\noutlet: Harbour{SOME}\n---\n{body}")
    Path(f"folder{SOME}").mkdir()
    Path(f"folder{SOME}/story.toml").write_text(f"licence = 1\n{json.dumps(SOME)} = 1\n")
    Path(f"odd{SOME}.toml").write_text(f"{json.dumps('name' + SOME)} = 1\n")
    Path(f"words{SOME}.txt").write_text(f"# Mine{SOME}\n[nouns]\n{SOME}\n")
    Path("stored.json").write_bytes(render(hostile_story(f"Harbour{STEERS}", "other"), "json"))


# Every command, with what is right and what is wrong, told at length.
LINES = {
    "compare": (
        ["records.json", f"named{SOME}.txt", "--force", "-v"],
        ["records.json", f"bad{SOME}.txt", "--force"],
        [f"bad{SOME}.txt", f"none{SOME}.txt", f"folder{SOME}"],
        ["one.json"],
        ["one.json", "-v"],
        ["stored.json", "-v"],
        ["stored.json", "--only", "facts,look,figures,quotes,absences,headlines,words,names"],
        ["stored.json", "--format", "md"],
        ["stored.json", "--format", "csv"],
        ["stored.json", "--format", "txt"],
        ["stored.json", "-o", f"out{SOME}.md"],
        ["stored.json", "-o", f"no{SOME}/out.md"],
        ["stored.json", "--format", f"x{SOME}"],
        ["stored.json", "--fail-on", f"x{SOME}"],
        ["stored.json", f"--x{SOME}"],
        ["records.json", "--config", f"odd{SOME}.toml"],
        ["records.json", "--words", f"words{SOME}.txt", "--force"],
        ["records.json", "--set", f"a{SOME}=1"],
        [f"https://{SOME}.example/", "{url}", "-v"],
        ["{url}", "one.json", "--force", "-v"],
        [f"tea{SOME}ch"],
        ["records.json", "--force", "--reader-replay", f"named{SOME}.txt"],
        ["records.json", "--force", "--set", f"reader_budget={SOME}", "--reader", "http://a"],
    ),
    "diff": (
        ["records.json", "--as", "versions"],
        ["records.json", "--as", "outlets", "--force", "-v"],
        ["stored.json", "--split"],
        ["stored.json", "--pair", f"A,{SOME}"],
        ["records.json", "-o", f"out{SOME}.html"],
        ["records.json", "--format", f"x{SOME}"],
        [f"bad{SOME}.txt", f"none{SOME}.txt"],
    ),
    "demo": (["-o", f"out{SOME}.md"], ["-o", f"no{SOME}/x.md"]),
    "show": (
        ["f1", "stored.json"],
        ["q1", "stored.json"],
        ["A", "stored.json"],
        [f"f{SOME}", "stored.json"],
    ),
    "fetch": (["{url}"], ["{url}", "-o", f"kept{SOME}"], [f"http://{SOME}", "{url}"]),
    "find": (
        ["ferry", "--from", "{url}feed"],
        ["ferry", "--from", "{url}feed", "--urls"],
        [f"ferry{SOME}", "--from", f"none{SOME}.xml"],
        ["ferry", "--from", f"bad{SOME}.txt"],
    ),
    "batch": (
        ["records.json", f"named{SOME}.txt", f"bad{SOME}.txt", "-o", "corpus"],
        [f"none{SOME}.txt", "-o", f"corpus{SOME}"],
        ["records.json", "-o", f"folder{SOME}"],
    ),
    "group": (
        ["records.json", f"named{SOME}.txt", f"bad{SOME}.txt", "-v"],
        ["records.json", "-o", f"events{SOME}"],
        ["{url}", "one.json", f"none{SOME}"],
    ),
    "check": (
        [f"named{SOME}.txt", "records.json"],
        [f"named{SOME}.txt", "records.json", "--format", "md"],
        [f"some words {SOME}", "records.json"],
        [f"none{SOME}.txt", "records.json"],
        ["one.txt", "records.json", "--fail-on", f"x{SOME}"],
        ["one.txt", "records.json", "-o", f"out{SOME}.md"],
    ),
    "follow": (
        ["records.json", "--force"],
        ["records.json", "--force", "--format", "md"],
        ["records.json", "--force", "--since", f"x{SOME}"],
        [f"folder{SOME}"],
    ),
    "score": (
        [f"none{SOME}", "one.json"],
        [f"folder{SOME}", "one.json"],
        ["records.json", f"bad{SOME}.txt"],
        ["records.json", "records.json"],
        ["--reader", f"http://{SOME}", "--reader-model", "m"],
        ["--reader", "http://127.0.0.1:1", "--reader-model", f"m{SOME}"],
        ["--reader-replay", f"none{SOME}.jsonl"],
    ),
    "teach": ([f"none{SOME}"], [f"folder{SOME}"], ["demo", "-o", f"lesson{SOME}"]),
    # They serve until they are stopped: here only what they refuse at once.
    "app": (["--port", f"x{SOME}"], [f"x{SOME}"]),
    "serve": (["--users", f"none{SOME}", "--library", "x", "--name", "a"],
              ["--users", "users", "--add-user", f"x{SOME}"], [f"x{SOME}"]),
    "mcp": ([f"x{SOME}"],),
    "schema": ([f"x{SOME}"],),
    "options": ([f"x{SOME}"],),
}  # fmt: skip
RUNS = [(command, arguments) for command, lines in LINES.items() for arguments in lines]


def test_every_command_is_tried() -> None:
    assert set(LINES) == set(COMMANDS)


@pytest.mark.parametrize(("command", "arguments"), RUNS)
def test_nothing_that_a_command_says_steers_a_terminal(
    command: str, arguments: list[str], storydiff: Command, web: Server
) -> None:
    given = [argument.replace("{url}", web.url()) for argument in arguments]
    result = storydiff(command, *given)
    assert result.code != 70, result.err
    assert result.out or result.err
    # Tables for spreadsheets end their lines with two characters.
    assert steering(result.out.replace("\r\n", "\n").removeprefix("\ufeff")) == []
    assert steering(result.err) == []


@pytest.mark.parametrize(("command", "arguments"), [run for run in RUNS if "stored.json" in run[1]])
def test_a_terminal_gets_colours_and_nothing_else_that_steers(
    command: str, arguments: list[str], storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, err = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    storydiff(command, *arguments)
    assert steering(out.getvalue(), colours=True) == []
    assert steering(err.getvalue(), colours=True) == []


@pytest.mark.parametrize("name", ["html", "json"])
def test_bytes_on_a_terminal_steer_nothing_and_in_a_pipe_stay_as_they_are(
    name: str, storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = render(hostile_story(f"Harbour{STEERS}", "other"), name)
    assert storydiff("stored.json", "--format", name).out.encode() == whole
    out = Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    storydiff("stored.json", "--format", name)
    assert steering(out.getvalue(), colours=True) == []


def test_a_live_line_of_progress_steers_nothing() -> None:
    from rich.console import Console

    from compare.cli.progress import _table

    console = Console(file=Terminal(), width=200)
    console.print(_table({f"https://a.example/{STEERS}": f"again: {STEERS}"}))
    assert isinstance(console.file, Terminal)
    assert steering(console.file.getvalue(), colours=True) == []


def test_a_trace_steers_nothing(storydiff: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError(STEERS)

    monkeypatch.setattr("compare.cli.reading.compare_sources", broken)
    for flags in ([], ["-v"]):
        result = storydiff("a.txt", "b.txt", *flags)
        assert result.code == 70
        assert steering(result.err) == []


# Files that no one prints to a terminal: they keep every character, or are no text at all.
FOR_PROGRAMS = {"html", "json", "jsonld", "xml"} | {
    name for name in FORMATS if name.endswith(("parquet", "arrow"))
}


@pytest.mark.parametrize("name", sorted(set(FORMATS) - FOR_PROGRAMS))
def test_no_file_for_reading_holds_what_steers(name: str) -> None:
    data = render(hostile_story(f"Harbour{STEERS}", f"=other{STEERS}"), name)
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    assert steering(text) == []


@cache
def hostile_lesson() -> dict[str, bytes]:
    """The files of a lesson in which every name from outside, and every sentence, steers."""
    told = [
        replace(
            document,
            text=document.text.replace(" the ", f" {SOME}the "),
            sha256="",
            outlet=f"{document.outlet}{STEERS}",
            headline=f"{document.headline}{STEERS}",
        )
        for document in documents("demo")
    ]
    made = lesson(compare_story(told))
    writers = BLIND | NAMED
    results = {name: writer(made) for name, writer in writers.items()}
    return {
        n: r.encode("utf-8", "replace") if isinstance(r, str) else r for n, r in results.items()
    }


@pytest.mark.parametrize("name", [n for n in (*BLIND, *NAMED) if not n.endswith((".html", ".zip"))])
def test_no_text_of_a_lesson_holds_what_steers(name: str) -> None:
    text = hostile_lesson()[name].decode("utf-8-sig").replace("\r\n", "\n")
    assert len(text) > 40
    assert steering(text) == []


# The functions in which a stream may be written to.
DOORS = {
    ("cli/streams.py", "print_result"),
    ("cli/streams.py", "print_note"),
    ("cli/streams.py", "show"),
    ("cli/streams.py", "show_working"),
    ("cli/front.py", "_print_version"),
    ("cli/__init__.py", "main"),
    # A line of stage names and numbers; nothing in it comes from outside.
    ("cli/batch.py", "tell"),
    ("cli/batch.py", "end"),
}
WRITERS = frozenset(
    "print echo secho echo_via_pager print_exception print_exc print_json writelines".split()
)


def ways_out(source: str) -> Iterator[str]:
    """The innermost functions of a module in which something writes to a stream of the process."""
    tree = ast.parse(source)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        name = called.rpartition(".")[2]
        streams_named = called.startswith(("sys.stdout.", "sys.stderr.", "sys.__std"))
        recorded = called == "console.print"  # into a text, which goes through put
        if (name in WRITERS and not recorded) or (streams_named and name.startswith("write")):
            around = [f for f in functions if f.lineno <= node.lineno <= (f.end_lineno or 0)]
            yield max(around, key=lambda f: f.lineno).name if around else "the module"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("def f():\n    print('x')", ["f"]),
        ("def f():\n    click.echo('x')", ["f"]),
        ("def f():\n    def g():\n        sys.stderr.write('x')", ["g"]),
        ("sys.stdout.buffer.write(b'x')", ["the module"]),
        ("def f():\n    traceback.print_exception(e)", ["f"]),
        ("def f():\n    Console(stderr=True).print('x')", ["f"]),
        ("def f():\n    put('x')\n    note('x')\n    stream.write('x')", []),
    ],
)
def test_a_way_out_is_seen(line: str, found: list[str]) -> None:
    assert list(ways_out(line)) == found


def test_there_is_no_way_out_but_the_known_ones() -> None:
    found = {
        (path.relative_to(PACKAGE).as_posix(), function)
        for path in PACKAGE.rglob("*.py")
        for function in ways_out(path.read_text(encoding="utf-8"))
    }
    assert found == DOORS


@settings(deadline=None, max_examples=300)
@given(st.text())
def test_harmless_text_keeps_all_that_can_be_seen(text: str) -> None:
    shown = without_control_characters(text)
    assert steering(shown) == []
    assert without_control_characters(shown) == shown
    assert one_line(shown) == one_line(text)
    assert [c for c in shown if c.isprintable()] != [] or not any(
        c.isprintable() and not c.isspace() for c in text
    )


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("|cmd", "'|cmd"),
        ("  |cmd", "'  |cmd"),
        ("｜cmd", "'｜cmd"),
        ("=1+1", "'=1+1"),
        ("\u200b=1", "'=1"),
        ("\ufeff@x", "'@x"),
        ("\u00a0+1", "'\u00a0+1"),
        ("\u3000-1", "'\u3000-1"),
        ("\x1b|x", "'|x"),
        ("\n=1", "'\n=1"),
        ("\ttext", "'\ttext"),
        ("a|b", "a|b"),
        ("two\nlines", "two\nlines"),
        ("a\r\nb\rc", "a\nb c"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_no_cell_is_run_by_a_spreadsheet(cell: str, shown: str) -> None:
    assert cell_text(cell) == shown
