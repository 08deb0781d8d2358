"""What the documentation says can be done, can be done; what can be done is documented."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from html import escape
from pathlib import Path

import click
import pytest

from compare.cli.front import COMMANDS, EXIT_CODES, front
from compare.formats.registry import EVERY_FORMAT
from compare.model.articles import Document
from compare.model.corrections import CorrectionKind
from compare.model.options import Options
from compare.pipeline import compare_story
from compare.sources.article_file import SUFFIXES
from compare.sources.corrections import read_corrections
from compare.sources.load import load_story
from tests.docs.pages import FENCE, PAGES, README, ROOT, anchors, blocks, commands, links, read

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
COMMAND_PAGE = read(ROOT / "docs" / "command.md")
FLAG = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
# Flags of other programs that the pages tell of.
OTHER_PROGRAMS = {
    "python -m tests.gate": {
        "--update",
        "--only",
        "--allow-regression",
        "--eval",
        "--reader-record",
    },
    "python -m tests.fuzz": {"--minutes"},
    "ruff format": {"--check"},
    "mkdocs build": {"--strict"},
    "dask worker": {"--nthreads", "--nworkers"},
    "npm install": {"--no-save"},
    "git diff": {"--word-diff"},
}


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def flags() -> Iterator[str]:
    """Every long flag of every command."""
    yield "--help"
    with click.Context(front, info_name="storydiff") as context:
        for command in [front, *(front.get_command(context, name) for name in COMMANDS)]:
            assert command is not None
            # Not get_params(), which makes a command keep the help flags of the first context.
            for param in command.params:
                if isinstance(param, click.Option):
                    yield from (text for text in param.opts if text.startswith("--"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles that the README has the reader save: pages, and a pasted text."""
    folder = tmp_path_factory.mktemp("desk")
    first, second, third, *_ = load_story(ROOT / "corpora" / "demo")
    (folder / "one.html").write_text(page_of(first), encoding="utf-8")
    (folder / "two.html").write_text(page_of(second), encoding="utf-8")
    (folder / "three.txt").write_text(third.text, encoding="utf-8")
    return folder


def page_of(document: Document) -> str:
    """A document as a browser might save it."""
    headline = escape(document.headline or "")
    paragraphs = "\n".join(f"<p>{escape(p)}</p>" for p in document.text.split("\n\n"))
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{headline}</title>"
        f"<meta property='og:site_name' content='{escape(document.outlet)}'></head>"
        f"<body><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )


def do(line: str, at: Path) -> None:
    """Runs a line of the README; it may send its output to a file."""
    words = shlex.split(line, comments=True)
    output = at / words.pop() if len(words) > 2 and words[-2] == ">" else None
    words = [word for word in words[1:] if word != ">"]
    ran = subprocess.run(
        [sys.executable, "-m", "compare", *words], cwd=at, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()
    if output:
        output.write_bytes(ran.stdout)


def test_the_readme_installs_and_runs_the_bundled_story_in_one_line() -> None:
    line = next(b.code for b in blocks(README) if "storydiff demo" in b.code)
    assert line.count("\n") == 1
    assert "pip install . && storydiff demo" in line


def test_the_readme_runs_the_tests_in_one_line_with_an_extra_that_exists() -> None:
    line = next(b.code for b in blocks(README) if "python -m pytest" in b.code)
    assert line.count("\n") == 1
    (extra,) = re.findall(r"pip install '\.\[(\w+)\]'", line)
    assert any(text.startswith("pytest") for text in PROJECT["optional-dependencies"][extra])


def test_the_lines_of_the_first_minute_run_one_after_the_other(desk: Path) -> None:
    lines = list(commands(README))
    assert len(lines) >= 4
    for line in lines:
        do(line, desk)
    written = {path.name for path in desk.iterdir()}
    named = {
        word for line in lines for word in re.findall(r"-o (\S+)|> (\S+)", line) for word in word
    }
    assert named - {""} <= written


def test_the_python_of_the_readme_runs(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(desk)
    (code,) = [block.code for block in blocks(README) if block.language == "python"]
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out.strip()
    assert (desk / "report.html").exists()


def test_the_readme_tells_the_python_that_is_needed() -> None:
    lowest = PROJECT["requires-python"].removeprefix(">=")
    assert f"Python {lowest} or later" in read(README)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"**`{name}`**" in COMMAND_PAGE


def test_every_format_of_a_result_and_every_file_that_is_read_is_documented() -> None:
    formats = [name for name in EVERY_FORMAT if "." not in name]
    assert [name for name in formats if f".{name}" not in COMMAND_PAGE] == []
    rows = re.findall(r"^\| (`\..*?) \|", read(ROOT / "docs" / "inputs.md"), re.MULTILINE)
    named = {suffix for row in rows for suffix in re.findall(r"`(\.[\w.]+)`", row)}
    assert named - {".warc.gz"} == set(SUFFIXES)


@pytest.mark.parametrize("flag", sorted(set(flags())))
def test_every_flag_is_documented(flag: str) -> None:
    assert re.search(rf"`{flag}[` ]", COMMAND_PAGE)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_flag_that_a_page_names_exists(page: Path) -> None:
    others = {flag for several in OTHER_PROGRAMS.values() for flag in several}
    assert set(FLAG.findall(read(page))) <= set(flags()) | others


@pytest.mark.parametrize("option", [spec.name for spec in fields(Options)])
def test_every_option_is_documented_with_its_default(option: str) -> None:
    default = str(getattr(Options(), option))
    rows = [line for line in COMMAND_PAGE.splitlines() if line.startswith(f"| `{option}`")]
    assert len(rows) == 1
    assert f"| {default.lower()} |" in rows[0]


@pytest.mark.parametrize(("code", "meaning"), EXIT_CODES)
def test_every_exit_code_is_documented_as_the_help_tells_it(code: str, meaning: str) -> None:
    assert f"| {code} | {meaning} |" in COMMAND_PAGE.replace("`", "")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in links(page):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        assert there.is_relative_to(ROOT), target
        if anchor:
            assert anchor in anchors(there), target


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, open_pages = set(), [README]
    while open_pages:
        page = open_pages.pop()
        reached.add(page)
        targets = [
            (page.parent / target.partition("#")[0]).resolve()
            for target in links(page)
            if "://" not in target
        ]
        open_pages += [t for t in targets if t in PAGES and t not in reached]
    assert set(PAGES) <= reached


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_has_one_title_and_no_open_code_block(page: Path) -> None:
    text = FENCE.sub("", read(page))
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert "```" not in text


def test_the_changelog_keeps_its_form() -> None:
    text = read(ROOT / "CHANGELOG.md")
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    form = re.compile(r"\[(?:Unreleased|\d+\.\d+\.\d+)\](?: - (?:Unreleased|\d{4}-\d\d-\d\d))?")
    assert all(form.fullmatch(version) for version in versions)
    assert versions[0].startswith("[Unreleased]") or f"[{PROJECT['version']}]" in versions[0]
    kinds = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert kinds
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_corrections_of_the_documentation_all_match_the_bundled_story(tmp_path: Path) -> None:
    (code,) = [b.code for b in blocks(ROOT / "docs" / "corrections.md") if b.language == "toml"]
    (tmp_path / "mine.toml").write_text(code, encoding="utf-8")
    corrections = read_corrections(tmp_path / "mine.toml")
    result = compare_story(load_story(ROOT / "corpora" / "demo"), corrections=corrections)
    assert result.story.warnings == ()
    assert {one.kind for one in result.story.corrections} == set(CorrectionKind)
    assert len(result.story.corrections) == len(corrections)
