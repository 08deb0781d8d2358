"""The command as a process of its own: the installed script, interruption, the bundled story."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

from jsonschema import Draft202012Validator

from compare.formats.schema import comparison_schema

COMMAND = [sys.executable, "-m", "compare"]
SCRIPT = Path(sysconfig.get_path("scripts")) / "storydiff"


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **variables}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, env=environment)


def test_the_installed_script_and_the_module_are_the_same_program() -> None:
    script = subprocess.run([SCRIPT, "--help"], capture_output=True, check=True)
    assert script.stdout == run("--help").stdout
    assert script.stderr == b""


def test_the_bundled_story_is_compared_offline_into_valid_json() -> None:
    done = run("demo", "--json", HTTPS_PROXY="http://127.0.0.1:9")
    assert (done.returncode, done.stderr) == (0, b"")
    tree = json.loads(done.stdout)
    Draft202012Validator(comparison_schema()).validate(tree)
    assert len(tree["articles"]) >= 3
    assert any(len(fact["mentions"]) > 1 for fact in tree["facts"])


def test_the_same_articles_give_the_same_bytes_in_every_process() -> None:
    first, second = (
        run("demo", "--format", "json", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
    )
    assert first == second != b""


def test_the_demo_prints_a_summary_and_leaves_a_page() -> None:
    done = run("demo")
    assert done.returncode == 0
    assert "Worth a look" in done.stdout.decode()
    assert Path("storydiff-demo.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_stored_demo_gives_the_summary_and_the_facts_of_the_demo() -> None:
    assert run("demo", "-q", "-o", "demo.json").returncode == 0
    assert run("demo.json").stdout == run("demo").stdout
    assert run("show", "f1", "demo.json").stdout == run("show", "f1").stdout != b""


def test_an_interruption_ends_the_run_quietly_with_its_own_code() -> None:
    process = subprocess.Popen(
        [*COMMAND, "-", "missing.txt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
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
