"""The shape of the code: imports point down, files stay short, and only the command prints."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "compare"
LAYERS = {
    "errors": 0,
    "assets": 0,
    "model": 1,
    "english": 1,
    "text": 2,
    "sources": 3,
    "annotation": 4,
    "signals": 5,
    "verify": 6,
    "align": 7,
    "findings": 8,
    "reader": 8,
    "diff": 9,
    "pipeline": 9,
    "checking": 10,
    "following": 10,
    "formats": 10,
    "teach": 11,
    "corpus": 11,
    "app": 12,
    "cli": 13,
}
# The front door stands above every layer; `python -m compare` is a second one.
DOORS = {"__init__", "__main__"}
# Names that do not say what a module is about.
BANNED = {"utils", "util", "helpers", "common", "manager", "handler", "misc"}
LONGEST_FILE = 500
# Layers that any program can read: values, and words of the language.
PLAIN = {"model", "english"}
NETWORK = ("httpx", "httpcore", "urllib.request", "socket", "ssl.")
# Folders of a module, and the module itself.
# These wait for a browser of this machine, or of a class; they ask nobody.
LISTENERS = (PACKAGE / "cli" / "app.py", PACKAGE / "app" / "class_link.py")
DEEPEST = 4
# A function is named by a verb and its object, or by what comes back.
PARTICIPLES = {"told", "held", "made", "fronted", "given", "found", "taken", "done", "left"}

MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = sorted([*MODULES, *(ROOT / "tests").rglob("*.py")])


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part_of(path: Path) -> str:
    """The folder or top module of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a file imports, also inside functions and for types only."""
    here = list(path.relative_to(ROOT).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = here[: -node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def wrong_imports(path: Path) -> list[str]:
    """The imports of a module that point up, sideways to another part, or at the front door."""
    mine = part_of(path)
    found = []
    for line, name in imports_of(path):
        if name.split(".")[0] != "compare":
            continue
        target = [*name.split("."), ""][1]
        below = target in LAYERS and LAYERS[target] < LAYERS[mine]
        beside = target == mine or (target in LAYERS and LAYERS[target] == 0 == LAYERS[mine])
        if not (below or beside):
            found.append(f"{name_of(path)}:{line} imports {name}")
    return found


def test_every_part_of_the_package_has_a_layer() -> None:
    assert {part_of(path) for path in MODULES} - DOORS <= set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down_or_to_a_module_of_the_same_folder(path: Path) -> None:
    if part_of(path) not in DOORS:
        assert wrong_imports(path) == []


@pytest.mark.parametrize(
    ("where", "line", "right"),
    [
        ("align/facts.py", "from compare.signals.base import Signal", True),
        ("align/facts.py", "from compare.align.links import link", True),
        ("align/facts.py", "from compare import errors", True),
        ("align/facts.py", "from .links import link", True),
        ("align/facts.py", "from compare.findings.rank import rank", False),
        ("align/facts.py", "from ..findings import rank", False),
        ("align/facts.py", "import compare.cli.front", False),
        ("align/facts.py", "import compare", False),
        ("align/facts.py", "from compare import Comparison", False),
        ("align/facts.py", "def f():\n    from compare.formats.json import write", False),
        ("assets.py", "from compare.errors import CompareError", True),
        ("errors.py", "from compare.model.spans import Span", False),
        ("pipeline.py", "from compare.findings.rank import rank", True),
    ],
)
def test_an_import_is_judged_by_the_layers_of_both_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, line: str, right: bool
) -> None:
    monkeypatch.setattr("tests.test_layers.ROOT", tmp_path)
    monkeypatch.setattr("tests.test_layers.PACKAGE", tmp_path / "compare")
    path = tmp_path / "compare" / where
    path.parent.mkdir(parents=True)
    path.write_text(line, encoding="utf-8")
    assert (wrong_imports(path) == []) is right


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_file_is_longer_than_it_can_be_read_in_one_go(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_named_for_what_it_is_about(path: Path) -> None:
    assert path.stem not in BANNED


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) in PLAIN], ids=name_of)
def test_values_and_words_need_nothing_but_the_standard_library(path: Path) -> None:
    tops = {name.split(".")[0] for _, name in imports_of(path)}
    assert tops <= {"compare", *sys.stdlib_module_names}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_fetching_opens_the_network(path: Path) -> None:
    wanted = {name for _, name in imports_of(path) if name.startswith(NETWORK)}
    listens = path in LISTENERS and wanted == {"socket"}
    assert not wanted or listens or path.is_relative_to(PACKAGE / "sources" / "fetch")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_lies_deeper_than_three_folders(path: Path) -> None:
    assert len(path.relative_to(ROOT).parts) <= DEEPEST


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_public_function_is_named_by_a_bare_participle(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert not names & PARTICIPLES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_prints_or_exits(path: Path) -> None:
    if part_of(path) in {"cli", "__main__"}:
        return
    calls = [
        node.func
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    assert [c.lineno for c in calls if isinstance(c, ast.Name) and c.id in {"print", "exit"}] == []
    assert [c.lineno for c in calls if ast.unparse(c) in {"sys.exit", "os._exit"}] == []
