"""The shape of the code: imports point down, files stay short, and only the command prints."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
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
# Folders of a module, and the module itself.
DEEPEST = 4

MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = sorted([*MODULES, *(ROOT / "tests").rglob("*.py")])


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def nodes_of(path: Path) -> tuple[ast.Import | ast.ImportFrom | ast.Call, ...]:
    """What a file imports and calls, read once for all rules."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.Import, ast.ImportFrom, ast.Call)
    return tuple(node for node in ast.walk(tree) if isinstance(node, kinds))


def part_of(path: Path) -> str:
    """The folder or top module of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imports_of(path: Path) -> tuple[tuple[int, str], ...]:
    """Line and full name of everything a file imports, also inside functions and for types only."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    here = list(path.relative_to(ROOT).with_suffix("").parts)
    for node in nodes_of(path):
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


def test_imports_point_down_or_to_a_module_of_the_same_folder() -> None:
    judged = [path for path in MODULES if part_of(path) not in DOORS]
    assert [wrong for path in judged for wrong in wrong_imports(path)] == []


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


def test_no_file_is_longer_than_it_can_be_read_in_one_go() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_a_module_is_named_for_what_it_is_about() -> None:
    assert [name_of(path) for path in MODULES if path.stem in BANNED] == []


def test_values_and_words_need_nothing_but_the_standard_library() -> None:
    plain = [path for path in MODULES if part_of(path) in PLAIN]
    tops = {(name.split(".")[0], name_of(path)) for path in plain for _, name in imports_of(path)}
    assert {
        (top, name) for top, name in tops if top not in {"compare", *sys.stdlib_module_names}
    } == set()


def test_only_fetching_opens_the_network() -> None:
    wrong = []
    for path in MODULES:
        wanted = {name for _, name in imports_of(path) if name.startswith(NETWORK)}
        listens = path in LISTENERS and wanted == {"socket"}
        if wanted and not listens and not path.is_relative_to(PACKAGE / "sources" / "fetch"):
            wrong.append((name_of(path), wanted))
    assert wrong == []


def test_no_module_lies_deeper_than_three_folders() -> None:
    deep = [path for path in MODULES if len(path.relative_to(ROOT).parts) > DEEPEST]
    assert [name_of(path) for path in deep] == []


def calls_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module calls."""
    for node in nodes_of(path):
        match node:
            case ast.Call(func=ast.Name(id=name)):
                yield node.lineno, name
            case ast.Call(func=ast.Attribute(value=ast.Name(id=module), attr=name)):
                yield node.lineno, f"{module}.{name}"


def test_only_the_command_prints_or_exits() -> None:
    others = [path for path in MODULES if part_of(path) not in {"cli", "__main__"}]
    calls = [(f"{name_of(path)}:{line}", name) for path in others for line, name in calls_of(path)]
    assert [call for call in calls if call[1] in {"print", "exit", "sys.exit", "os._exit"}] == []
