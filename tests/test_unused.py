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


def defined_and_used(texts: dict[str, str]) -> tuple[dict[str, str], Counter[str]]:
    """The place of each function and class of some modules, and how often each name is used."""
    defined: dict[str, str] = {}
    used: Counter[str] = Counter()
    for name, text in texts.items():
        tree = ast.parse(text)
        for made in tree.body:
            if isinstance(made, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                defined[made.name] = f"{name}:{made.lineno}"
        for node in ast.walk(tree):
            match node:
                case ast.Name(id=word) | ast.Attribute(attr=word) | ast.alias(name=word):
                    used[word] += 1
                case ast.Constant(value=str(word)) if WORD.match(word):
                    used[word] += 1
    return defined, used


def unused(texts: dict[str, str]) -> dict[str, str]:
    """What nothing names but its own definition."""
    defined, used = defined_and_used(texts)
    return {name: place for name, place in defined.items() if not used[name]}


def test_every_function_and_class_of_the_package_is_used() -> None:
    texts = {
        path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
    }
    assert unused(texts).keys() - CALLED_FROM_OUTSIDE == set()


def test_a_function_that_a_table_forgot_is_found() -> None:
    table = "def html():\n    pass\n\n\ndef words():\n    pass\n\n\nFORMATS = {'html': html}\n"
    assert unused({"registry.py": table}) == {"words": "registry.py:5"}
