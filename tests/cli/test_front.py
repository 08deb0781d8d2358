"""The front door: help, commands, and everything else as sources."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from compare.cli.front import COMMANDS, EXAMPLES, EXIT_CODES, front
from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]
DOCUMENTATION = (ROOT / "docs" / "command.md").read_text(encoding="utf-8")


def commands() -> dict[str, click.Command]:
    with click.Context(front) as context:
        found = {name: front.get_command(context, name) for name in COMMANDS}
    return {name: command for name, command in found.items() if command is not None}


def test_the_help_shows_three_examples_before_any_flag(storydiff: Command) -> None:
    help_text = storydiff("--help").out
    assert len(EXAMPLES) == 3
    first_flag = help_text.index("\nFlags:")
    for example, _ in EXAMPLES:
        assert help_text.index(example) < first_flag


def test_the_help_lists_every_command_flag_and_exit_code(storydiff: Command) -> None:
    help_text = storydiff("-h").out
    for name in [*COMMANDS, *(code for code, _ in EXIT_CODES)]:
        assert re.search(rf"^  {name}  ", help_text, re.MULTILINE)
    for param in commands()["compare"].params:
        if isinstance(param, click.Option):
            assert all(name in help_text for name in param.opts)


def test_without_arguments_the_help_goes_to_standard_error_as_wrong_usage(
    storydiff: Command,
) -> None:
    result = storydiff()
    assert (result.code, result.out) == (2, "")
    assert "Usage: storydiff SOURCE" in result.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, storydiff: Command) -> None:
    result = storydiff(name, "--help")
    assert result.code == 0
    assert result.out.startswith(f"Usage: storydiff {name}")


def test_the_version_is_that_of_the_installed_package(storydiff: Command) -> None:
    assert storydiff("--version").out == f"storydiff {version('storydiff')}\n"


def test_every_command_flag_and_exit_code_is_documented() -> None:
    flags = [
        name
        for command in commands().values()
        for param in command.params
        if isinstance(param, click.Option)
        for name in param.opts
    ]
    missing = [name for name in {*flags, "--version", "--help"} if f"`{name}" not in DOCUMENTATION]
    assert missing == []
    assert [name for name in COMMANDS if f"**`{name}`**" not in DOCUMENTATION] == []
    for code, meaning in EXIT_CODES:
        plain = DOCUMENTATION.replace("`", "")
        assert f"| {code} | {meaning} |" in plain


def test_an_unknown_flag_is_wrong_usage_with_a_suggestion(storydiff: Command) -> None:
    result = storydiff("--jsno", "a.txt")
    assert result.code == 2
    assert "--json" in result.err
    assert "storydiff compare --help" in result.err


def test_a_file_that_was_taken_for_a_flag_is_told_how_to_be_named(storydiff: Command) -> None:
    Path("-ferry.txt").write_text("The ferry drifted.")
    result = storydiff("-ferry.txt", "a.txt")
    assert (result.code, result.out) == (2, "")
    assert "Write ./-ferry.txt for the file of that name." in result.err


def test_a_word_that_is_no_command_is_a_source(storydiff: Command, stored: str) -> None:
    assert storydiff(stored).out == storydiff("compare", stored).out != ""


def test_the_help_needs_no_heavy_import() -> None:
    code = (
        "import sys\n"
        "from compare.cli.exits import run\n"
        "run(['--help'])\n"
        "heavy = {'msgspec', 'rich', 'nltk', 'httpx', 'jinja2', 'trafilatura', 'lxml', 'rapidfuzz',"
        " 'compare.model.comparison'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
