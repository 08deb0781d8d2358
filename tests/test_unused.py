"""What is written is used: a function or class that a table forgot is found here."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import compare

PACKAGE = Path(compare.__file__).resolve().parent
# Called by the language, and by a process of its own.
CALLED_FROM_OUTSIDE = {"__getattr__", "__dir__", "serve_reader"}
WORD = re.compile(r"[A-Za-z_]\w*\Z")


def uses_in(tree: ast.Module) -> Counter[str]:
    """How often a module names each thing, its definition apart."""
    used: Counter[str] = Counter()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=word) | ast.Attribute(attr=word) | ast.alias(name=word):
                used[word] += 1
            case ast.Constant(value=str(word)) if WORD.match(word):
                used[word] += 1
    return used


def unused(texts: dict[str, str]) -> dict[str, str]:
    """The place of what nothing names but its own definition; a private name counts in its file."""
    trees = {name: ast.parse(text) for name, text in texts.items()}
    uses = {name: uses_in(tree) for name, tree in trees.items()}
    everywhere = sum(uses.values(), Counter[str]())
    return {
        made.name: f"{name}:{made.lineno}"
        for name, tree in trees.items()
        for made in tree.body
        if isinstance(made, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not (uses[name] if made.name.startswith("_") else everywhere)[made.name]
    }


def test_every_function_and_class_of_the_package_is_used() -> None:
    texts = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
    }
    assert unused(texts).keys() - CALLED_FROM_OUTSIDE == set()


def test_a_function_that_a_table_forgot_is_found() -> None:
    table = "def html():\n    pass\n\n\ndef _words():\n    pass\n\n\nFORMATS = {'html': html}\n"
    other = "print(FORMATS, _words)\n"
    assert unused({"registry.py": table, "other.py": other}) == {"_words": "registry.py:5"}
