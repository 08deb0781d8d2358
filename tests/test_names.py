"""Names and docstrings: what one can guess, each name for one thing, each call with an example."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import compare

PACKAGE = Path(compare.__file__).resolve().parent
MODULES = sorted(PACKAGE.rglob("*.py"))
# Participles that do not end in -ed, and verbs that do.
IRREGULAR = frozenset(
    "begun borne born bought bound broken brought built chosen done drawn fallen found given gone "
    "grown heard held hidden kept known laid led left lent lost made meant met paid said seen sent "
    "shown sold spent spoken stood sworn taken thought told torn understood won worn wound "
    "written".split()
)
VERBS = frozenset({"embed", "feed", "heed", "need", "seed", "speed"})
# Calls that take any text.
CANNOT_FAIL = {"annotate", "group_events", "links", "similarity"}


@cache
def body_of(path: Path) -> tuple[ast.stmt, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")).body)


def is_participle(name: str) -> bool:
    return name in IRREGULAR or (name.endswith("ed") and "_" not in name and name not in VERBS)


def participles() -> Iterator[tuple[str, str]]:
    """Module and name of each public function that is named by a participle alone."""
    for path in MODULES:
        for node in body_of(path):
            match node:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) if is_participle(
                    name
                ):
                    yield path.relative_to(PACKAGE).as_posix(), name


def shared_class_names() -> dict[str, list[str]]:
    """Each public name that two classes have, with the modules they are in."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in MODULES:
        for node in body_of(path):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(PACKAGE).as_posix())
    return {name: places for name, places in found.items() if len(places) > 1}


@pytest.mark.parametrize(
    ("name", "participle"),
    [("told", True), ("numbered", True), ("embed", False), ("numbered_figures", False)],
)
def test_a_participle_is_told_from_a_name_of_two_words(name: str, participle: bool) -> None:
    assert is_participle(name) is participle


def test_no_public_function_is_named_by_a_bare_participle() -> None:
    assert [*participles()] == []


def test_a_class_name_stands_for_one_thing() -> None:
    assert shared_class_names() == {}


# A docstring says "Write the file" or what comes back, not "Writes the file".
THIRD_PERSON = frozenset(
    "Adds Compares Cuts Drops Ends Gives Holds Leaves Lets Makes Marks Opens Parts Prints Puts "
    "Reads Says Sets Shows Sorts Takes Turns Waits Writes".split()
)


def test_a_docstring_opens_with_an_imperative_or_with_what_comes_back() -> None:
    opened = {
        f"{path.relative_to(PACKAGE)}:{node.lineno}": words.split()[0]
        for path in MODULES
        for statement in body_of(path)
        for node in ast.walk(statement)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (words := ast.get_docstring(node))
    }
    assert {place: word for place, word in opened.items() if word in THIRD_PERSON} == {}


FUNCTIONS = [name for name in compare.__all__ if inspect.isfunction(getattr(compare, name))]


def words_of(name: str) -> str:
    """The docstring of a public name without its example."""
    return (inspect.getdoc(getattr(compare, name)) or "").partition(">>> ")[0]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_docstring_of_a_call_opens_with_what_it_does_or_returns(name: str) -> None:
    first = words_of(name).partition(" ")[0]
    assert first in {"Return", "Read", "Write", "Compare", "Hold"}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_docstring_of_a_call_names_every_parameter(name: str) -> None:
    function = getattr(compare, name)
    told = set(re.findall(r"`(\w+)`", words_of(name)))
    # A call that makes a value may name its parameters after the fields.
    if "named as its fields" in words_of(name):
        told |= {field.name for field in dataclasses.fields(compare.Document)}
    assert set(inspect.signature(function).parameters) <= told


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_docstring_of_a_call_that_can_fail_names_the_error(name: str) -> None:
    if name in CANNOT_FAIL:
        return
    errors = {each for each, value in vars(compare.errors).items() if inspect.isclass(value)}
    named = set(re.findall(r"\b[A-Z]\w+\b", words_of(name)))
    assert named & errors or re.search("errors are those of|Raises as", words_of(name))
