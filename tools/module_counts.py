"""The size and the shape of the package, to set two trees side by side.

`python -m tools.module_counts [FOLDER]` counts the modules below `FOLDER/compare`: their lines, how
many others import each, and the arrows between modules of one package.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

SHORT = 60
"""A module of fewer lines is a small one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is counted of one tree; `importers` says how many modules import each."""

    lines: dict[str, int]
    importers: Counter[str]
    inside: Counter[str]

    def table(self) -> str:
        """Return the counts as lines of text: the whole, then each package."""
        sizes = list(self.lines.values())
        single = [name for name in self.lines if self.importers[name] == 1]
        whole = (
            f"modules {len(sizes)}, lines {sum(sizes)}, median {median(sizes):.0f}, "
            f"longest {max(sizes)}, under {SHORT} lines {sum(s < SHORT for s in sizes)}, "
            f"imported by one other {len(single)}, "
            f"of these under 40 lines {sum(self.lines[name] < 40 for name in single)}"
        )
        packages: dict[str, list[int]] = defaultdict(list)
        for name, size in self.lines.items():
            packages[_package(name)].append(size)
        rows = (
            f"{name:<12} modules {len(each):>3}, lines {sum(each):>6}, arrows inside "
            f"{self.inside[name]:>3}"
            for name, each in sorted(packages.items())
        )
        return "\n".join((whole, *rows))


def count(root: Path) -> Counts:
    """Return the counts of the package `compare` below a folder; empty `__init__` files apart."""
    texts = {
        _name(path, root): path.read_text(encoding="utf-8")
        for path in sorted((root / "compare").rglob("*.py"))
    }
    lines = {name: len(text.splitlines()) for name, text in texts.items()}
    importers: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for name, text in texts.items():
        for target in _imports(text) & texts.keys() - {name}:
            importers[target] += 1
            inside[_package(name)] += _package(name) == _package(target)
    modules = {name: size for name, size in lines.items() if not name.endswith("__init__")}
    return Counts(lines=modules, importers=importers, inside=inside)


def _imports(text: str) -> set[str]:
    """The names of modules, and of what may be modules, that a text imports."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _name(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts)


def _package(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 2 else "(top)"


def main(arguments: Sequence[str]) -> int:
    """Print the counts of the tree in the folder that is named, or in this one."""
    sys.stdout.write(f"{count(Path(arguments[0] if arguments else '.')).table()}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
