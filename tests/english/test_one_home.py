"""A list of words has one home: no two modules hold the same words."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import compare

PACKAGE = Path(compare.__file__).resolve().parent
FEWEST = 8
WORD = re.compile(r"[A-Za-z][a-z’'-]*\Z")


def word_lists_of(path: Path) -> Iterator[frozenset[str]]:
    """Each list of words that a module spells out: as one text, or word by word."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
                words = text.split()
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                words = [str(p.value) for p in parts if isinstance(p, ast.Constant)]
            case _:
                continue
        if len(words) >= FEWEST and all(WORD.match(word) for word in words):
            yield frozenset(word.lower() for word in words)


def test_a_list_of_words_stands_in_one_module() -> None:
    homes: dict[frozenset[str], set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for words in word_lists_of(path):
            homes[words].add(path.relative_to(PACKAGE).as_posix())
    assert {" ".join(sorted(w)): p for w, p in homes.items() if len(p) > 1} == {}


def test_a_list_is_found_in_both_forms(tmp_path: Path) -> None:
    path = tmp_path / "two.py"
    days = "one two three four five six seven eight"
    path.write_text(f"A = {days!r}.split()\nB = {days.split()!r}\n", encoding="utf-8")
    assert [*word_lists_of(path)] == [frozenset(days.split())] * 2
