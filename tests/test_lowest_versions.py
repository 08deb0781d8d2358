"""The lower bounds that the project declares go together, and the cases of robots.txt hold."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_packaging import PROJECT, ROOT, UNREACHABLE

CASES = ("tests/sources/test_robots_time.py", "tests/sources/test_fetch.py")
SECONDS = 120


def lowest() -> list[str]:
    """Each package that the base install needs, at the version named as its lowest."""
    return [text.replace(">=", "==") for text in PROJECT["dependencies"]]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the lowest versions, and whatever they bring."""
    folder = tmp_path_factory.mktemp("lowest")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder)]
    ran = subprocess.run(
        [*command, *lowest()], capture_output=True, text=True, check=False, cwd=folder
    )
    if ran.returncode and UNREACHABLE.search(ran.stderr) and not os.environ.get("CI"):
        pytest.skip(f"no package index can be reached: {ran.stderr.strip().splitlines()[-1]}")
    assert ran.returncode == 0, ran.stderr
    return folder


def test_every_package_names_its_lowest_version() -> None:
    assert all(text.count(">=") == 1 and "==" not in text for text in PROJECT["dependencies"])


def test_the_cases_of_robots_hold_with_the_lowest_versions(packages: Path) -> None:
    names = os.pathsep.join((str(packages), str(ROOT)))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    ran = subprocess.run(
        [*command, "-k", "robots or rules", *CASES],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": names},
        timeout=SECONDS,
    )
    assert ran.returncode == 0, ran.stdout


def test_the_lowest_versions_are_those_that_are_used(packages: Path) -> None:
    program = "import protego, httpx; print(protego.__file__, httpx.__file__)"
    names = os.pathsep.join((str(packages), str(ROOT)))
    used = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": names},
    )
    assert all(Path(name).is_relative_to(packages) for name in used.stdout.split())
