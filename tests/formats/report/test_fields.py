"""What is worked out for a page is shown on it: no field of its values is left unread."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import compare
from compare.assets import asset

FORMATS = Path(compare.__file__).resolve().parent / "formats"


def fields() -> set[tuple[str, str]]:
    """Class and name of each field of the values that templates are given."""
    return {
        (node.name, item.target.id)
        for path in FORMATS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id == "Struct" for base in node.bases)
        for item in node.body
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
    }


def read_names() -> set[str]:
    """Every name that a template or a module of the formats reads of a value."""
    templates = asset("templates", ".").rglob("*.j2")
    read = {name for path in templates for name in re.findall(r"\.(\w+)", path.read_text("utf-8"))}
    for path in FORMATS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                read.add(node.attr)
    return read


def test_every_field_of_a_page_is_shown() -> None:
    read = read_names()
    assert sorted(one for one in fields() if one[1] not in read) == []
