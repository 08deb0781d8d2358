"""The command as a process of its own: the installed script, interruption, the bundled story."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.interrupts import hear_interrupts
from tools.json_schemas import comparison_schema

COMMAND = [sys.executable, "-m", "compare"]
SCRIPT = Path(sysconfig.get_path("scripts")) / "storydiff"


Done = subprocess.CompletedProcess[bytes]


@dataclass(frozen=True)
class Demo:
    """What the demo left."""

    folder: Path
    summary: Done
    stored: Done


def run(*arguments: str, folder: Path | None = None, **variables: str) -> Done:
    """One run of the command, in the working folder unless another is given."""
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        check=False,
        cwd=folder,
        env={**os.environ, **variables},
    )


def test_the_installed_script_and_the_module_are_the_same_program() -> None:
    script = subprocess.run([SCRIPT, "--help"], capture_output=True, check=True)
    assert script.stdout == run("--help").stdout
    assert script.stderr == b""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo, run once for its summary and its page and once for its file."""
    folder = tmp_path_factory.mktemp("demo")
    summary = run("demo", folder=folder, HTTPS_PROXY="http://127.0.0.1:9")
    stored = run("demo", "--json", folder=folder, PYTHONHASHSEED="1")
    return Demo(folder=folder, summary=summary, stored=stored)


def test_the_demo_prints_a_summary_and_leaves_a_page(demo: Demo) -> None:
    assert demo.summary.returncode == 0
    assert "Worth a look" in demo.summary.stdout.decode()
    page = (demo.folder / "storydiff-demo.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")


def test_the_bundled_story_is_compared_into_valid_json(demo: Demo) -> None:
    assert (demo.stored.returncode, demo.stored.stderr) == (0, b"")
    tree = json.loads(demo.stored.stdout)
    Draft202012Validator(comparison_schema()).validate(tree)
    assert len(tree["articles"]) >= 3
    assert all(article["source"].startswith("demo/") for article in tree["articles"])
    assert any(len(fact["mentions"]) > 1 for fact in tree["facts"])


def test_the_same_articles_give_the_same_bytes_in_every_process(demo: Demo) -> None:
    assert run("demo", "--json", PYTHONHASHSEED="2").stdout == demo.stored.stdout


def test_a_stored_demo_gives_the_summary_and_the_facts_of_the_demo(demo: Demo) -> None:
    Path("demo.json").write_bytes(demo.stored.stdout)
    assert run("demo.json").stdout == demo.summary.stdout
    assert run("show", "f1", "demo.json").stdout == run("show", "f1").stdout != b""


def test_an_interruption_ends_the_run_quietly_with_its_own_code() -> None:
    process = subprocess.Popen(
        [*COMMAND, "-", "missing.txt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_interrupts,
    )
    assert process.stdin is not None
    # More than a pipe holds: once it is written, the program is reading.
    process.stdin.write(b"One more line of an article.\n" * 20_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert b"Interrupted" in err
    assert b"Traceback" not in err
