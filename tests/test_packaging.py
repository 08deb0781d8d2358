"""The wheel: what travels in it, and that it works where nothing else of ours is installed."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from compare.cli.teach import READY
from tests.sources.test_feeds import RSS

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
UNREACHABLE = re.compile(r"No matching distribution|Could not find a version|ConnectionError|retry")

# Packages that others of ours need and do not bring with every installer.
ONLY_NEEDED_BY_OTHERS = {"lxml_html_clean"}


def declared(requirements: Sequence[str]) -> set[str]:
    """The names of packages, as they are imported."""
    names = {re.split(r"[^\w.-]", text, maxsplit=1)[0].lower() for text in requirements}
    short = (name.replace("-", "_").removesuffix("_py") for name in names)
    return {name.removeprefix("python_") for name in short}


def of_extra(name: str) -> set[str]:
    """What an extra brings, the extras of our own that it names among them."""
    brought: set[str] = set()
    for text in PROJECT["optional-dependencies"][name]:
        own = re.fullmatch(r"storydiff\[([\w,]+)\]", text)
        names = own[1].split(",") if own else []
        brought = brought.union(*map(of_extra, names)) if own else brought | declared([text])
    return brought


def optional() -> set[str]:
    """The packages that only some inputs or an option need, by the names of their imports."""
    ours = ("test", "dev", "docs")
    return set().union(*(of_extra(n) for n in PROJECT["optional-dependencies"] if n not in ours))


def outer_imports(path: Path) -> set[str]:
    """The packages outside the standard library and this checkout that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found - set(sys.stdlib_module_names) - {"compare", "tests", "tools"}


def program_of(home: Path, name: str) -> Path:
    return home / ("Scripts" if os.name == "nt" else "bin") / name


def run(*command: str | Path, at: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program away from the checkout, with nothing of this environment but its settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=at,
        env=kept,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def pip(home: Path, *arguments: str, at: Path) -> None:
    """Runs pip; without a package index the test is skipped, save where it has to run."""
    ran = run(program_of(home, "python"), "-m", "pip", *arguments, at=at)
    if ran.returncode and UNREACHABLE.search(ran.stderr) and not os.environ.get("CI"):
        pytest.skip(f"no package index can be reached: {ran.stderr.strip().splitlines()[-1]}")
    assert ran.returncode == 0, ran.stderr


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with pip and nothing else."""
    path = tmp_path_factory.mktemp("wheel") / "venv"
    venv.create(path, with_pip=True)
    return path


@pytest.fixture(scope="module")
def wheel(home: Path) -> Path:
    pip(home, "wheel", "--quiet", "--no-deps", "-w", str(home.parent), str(ROOT), at=home.parent)
    (path,) = home.parent.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(home: Path, wheel: Path) -> Path:
    """The environment with the wheel and what it declares."""
    pip(home, "install", "--quiet", str(wheel), at=home.parent)
    return home


def test_templates_and_the_bundled_stories_travel_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"compare/_corpora/gold/{story}.json" for story in READY} <= names
    for folder in ("templates", *(f"corpora/{story}" for story in READY)):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        assert files
        assert {f"compare/_{path.relative_to(ROOT).as_posix()}" for path in files} <= names


def test_the_bundled_stories_are_small(wheel: Path) -> None:
    entries = zipfile.ZipFile(wheel).infolist()
    packed = [each.compress_size for each in entries if "/_corpora/" in each.filename]
    assert sum(packed) < 60_000


def test_every_file_of_the_package_travels_and_nothing_else_does(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = [
        p for p in (ROOT / "compare").rglob("*") if p.is_file() and "__pycache__" not in p.parts
    ]
    assert {path.relative_to(ROOT).as_posix() for path in ours} <= names
    assert {"compare/py.typed", "compare/schema/comparison-1.json"} <= names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"compare", f"storydiff-{PROJECT['version']}.dist-info"}
    stories = {name.split("/")[2] for name in names if name.startswith("compare/_corpora/")}
    assert stories == {*READY, "gold"}


@pytest.mark.parametrize("story", READY)
def test_a_ready_lesson_is_made_where_only_the_wheel_is_installed(
    installed: Path, tmp_path: Path, story: str
) -> None:
    ran = run(program_of(installed, "storydiff"), "teach", story, at=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "pip install 'storydiff[docx]'" in ran.stderr
    made = {path.name for path in (tmp_path / "storydiff-lesson").rglob("*.*")}
    assert {"student.html", "worksheet.html", "quiz.html", "teacher.html", "quiz.gift"} <= made


def test_the_demo_runs_where_only_the_wheel_is_installed(installed: Path, tmp_path: Path) -> None:
    ran = run(program_of(installed, "storydiff"), "demo", "--json", at=tmp_path)
    assert ran.returncode == 0, ran.stderr
    result = json.loads(ran.stdout)
    assert result["schema"].startswith("urn:storydiff:comparison:1.")
    assert len(result["articles"]) == 4
    assert any(len({m["article"] for m in fact["mentions"]}) > 1 for fact in result["facts"])


def test_the_report_is_written_where_only_the_wheel_is_installed(
    installed: Path, tmp_path: Path
) -> None:
    ran = run(program_of(installed, "storydiff"), "demo", at=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert "</html>" in (tmp_path / "storydiff-demo.html").read_text(encoding="utf-8")


def test_saved_pages_are_read_where_only_the_wheel_is_installed(
    installed: Path, tmp_path: Path
) -> None:
    story = ROOT / "corpora" / "dam-evacuation"
    assert list(story.glob("*.html"))
    ran = run(program_of(installed, "storydiff"), story, "--strict", "--json", at=tmp_path)
    assert ran.returncode == 0, ran.stderr


def test_articles_are_found_in_a_feed_where_only_the_wheel_is_installed(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "feed.xml").write_bytes(RSS)
    found = run(
        program_of(installed, "storydiff"), "find", "ferry", "--from", "feed.xml", at=tmp_path
    )
    assert found.returncode == 0, found.stderr


def test_the_wheel_brings_no_development_package(installed: Path, tmp_path: Path) -> None:
    ran = run(program_of(installed, "python"), "-m", "pip", "list", "--format=json", at=tmp_path)
    present = {entry["name"].lower().replace("-", "_") for entry in json.loads(ran.stdout)}
    ours = set().union(*map(of_extra, PROJECT["optional-dependencies"]))
    assert present & (ours - declared(PROJECT["dependencies"])) == set()
    assert "storydiff" in present


def test_the_version_is_that_of_the_project(installed: Path, tmp_path: Path) -> None:
    ran = run(program_of(installed, "storydiff"), "--version", at=tmp_path)
    assert ran.stdout.split() == ["storydiff", PROJECT["version"]]


def test_the_package_declares_exactly_what_it_imports() -> None:
    used = {name for path in (ROOT / "compare").rglob("*.py") for name in outer_imports(path)}
    assert used - optional() == declared(PROJECT["dependencies"]) - ONLY_NEEDED_BY_OTHERS


def test_an_optional_package_is_imported_where_its_lack_is_told() -> None:
    named = set()
    for path in (ROOT / "compare").rglob("*.py"):
        named |= set(re.findall(r'import_extra\(\s*"(\w+)"', path.read_text(encoding="utf-8")))
    # Brotli's lack is told beside the one page that needs it; the archive is read all the same.
    # The package python-multipart brings two names for one module, of which the first is old.
    assert named | {"brotli", "multipart"} == optional() | {"python_multipart"}


def test_the_tests_need_no_more_than_the_test_extra_declares() -> None:
    used = {name for path in (ROOT / "tests").rglob("*.py") for name in outer_imports(path)}
    # Without the dev extra there is no browser, and what others make of our files is not tried.
    dev = {"playwright", "pyarrow", "adbc_driver_postgresql"}
    assert dev <= of_extra("dev")
    assert used <= declared(PROJECT["dependencies"]) | of_extra("test") | dev
