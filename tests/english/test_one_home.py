"""A group of words has one home: no two modules hold the same words, as a list or in a pattern."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import compare
from compare.english.calendar import ABBREVIATED_MONTHS, MONTHS, SHORT_MONTHS, WEEKDAYS
from compare.english.numerals import ONE_TO_NINETEEN

PACKAGE = Path(compare.__file__).resolve().parent
FEWEST = 5
WORD = re.compile(r"[A-Za-z][a-z’'-]*\Z")
_WORDS = r"[A-Za-z][A-Za-z’'-]*(?:(?:\\s\+|\\s| )[A-Za-z’'-]+)*(?:\\?\.)?\??"
# Five words or more that stand for each other in a pattern, with nothing that belongs to one alone.
ALTERNATION = re.compile(rf"(?<![\w\\\]?+*)]){_WORDS}(?:\|{_WORDS}){{4,}}(?![\w\[(\\])")
# Of these closed groups no other module spells out so many.
CLOSED = (MONTHS, (*SHORT_MONTHS, *ABBREVIATED_MONTHS), WEEKDAYS, ONE_TO_NINETEEN)
MOST_OF_A_CLOSED_GROUP = 6
HOMES = {"english/calendar.py", "english/numerals.py"}


def word_groups_of(path: Path) -> Iterator[frozenset[str]]:
    """Each group of words that a module spells out: as one text, word by word, or in a pattern."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
                words = text.split()
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                words = [str(p.value) for p in parts if isinstance(p, ast.Constant)]
            case _:
                continue
        if len(words) >= FEWEST and all(WORD.match(word) for word in words):
            yield frozenset(word.lower() for word in words)
    for text in texts_of(tree):
        for found in ALTERNATION.finditer(text):
            yield frozenset(map(plain, found.group().split("|")))


def texts_of(tree: ast.Module) -> Iterator[str]:
    """Every text of a module; what is put into one stands as a mark that is no letter."""
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts.update(map(id, node.values))
            yield "".join(
                str(each.value) if isinstance(each, ast.Constant) else "\0" for each in node.values
            )
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


def plain(words: str) -> str:
    """The words of an alternative without what may be left out at their end."""
    words = re.sub(r"\\s\+?", " ", words)
    return re.sub(r"(?:s\?|\\?\.\??|\?)\Z", "", words).lower()


def test_a_group_of_words_stands_in_one_module() -> None:
    homes: dict[frozenset[str], set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for words in word_groups_of(path):
            homes[words].add(path.relative_to(PACKAGE).as_posix())
    assert {" ".join(sorted(w)): p for w, p in homes.items() if len(p) > 1} == {}


def test_months_weekdays_and_small_numbers_are_spelled_out_in_their_home_alone() -> None:
    closed = [{word.lower() for word in group} for group in CLOSED]
    found = [
        (path.relative_to(PACKAGE).as_posix(), sorted(words & group))
        for path in PACKAGE.rglob("*.py")
        for words in word_groups_of(path)
        for group in closed
        if len(words & group) > MOST_OF_A_CLOSED_GROUP
    ]
    assert [one for one in found if one[0] not in HOMES] == []


def test_a_group_is_found_in_every_form(tmp_path: Path) -> None:
    path = tmp_path / "two.py"
    days = "one two three four five six seven eight"
    pattern = "|".join(days.split())
    path.write_text(
        f"A = {days!r}.split()\nB = {days.split()!r}\nC = r'\\b(?:{pattern})s?'\n"
        f"D = rf'{{A}}(?:{pattern})\\b'\n",
        encoding="utf-8",
    )
    assert [*word_groups_of(path)] == [frozenset(days.split())] * 4
