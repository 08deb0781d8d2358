"""The texts of the interface: one catalogue, and nothing beside it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import compare.app
from compare.app.interface_texts import interface_words
from compare.assets import asset
from compare.model.corrections import CorrectionKind

PAGES = sorted(asset("templates", "app").glob("*.j2"))
# The answers of its tools are for programs, as is what they say of themselves.
MODULES = sorted(
    path
    for path in Path(str(compare.app.__file__)).parent.glob("*.py")
    if path.name != "tool_server.py"
)
KINDS = {f"kind_{kind.value}" for kind in CorrectionKind}
_CODE = re.compile(r"{%.*?%}|{{.*?}}|<[^>]*>|\.(?=<)", re.S)
_ATTRIBUTE = re.compile(r'\b(?:aria-label|placeholder|title|alt)="([^"]*(?:"[^"}]*"[^"]*)*?)"[\s>]')
_SAID = re.compile(r"\bt\.(\w+)\.(\w+)")
_TEXT = re.compile(r"[^\W\d_]{2,} [a-z]{2,}")
# Questions to the index of texts, and the advice of the command that is told in other words here.
_NO_TEXT = re.compile(
    r"(?:SELECT|CREATE|INSERT|DELETE) |Run it once |(?:, or )?(?:add|try) --|Add a file, "
)


def texts_in(module: Path) -> Iterator[str]:
    """What a module has in quotation marks, without docstrings."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings:
            yield str(getattr(node, "value", ""))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_module_has_no_texts_of_the_interface(module: Path) -> None:
    assert [t for t in texts_in(module) if _TEXT.search(t) and not _NO_TEXT.match(t)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_no_words_of_its_own(page: object) -> None:
    text = asset("templates", f"app/{getattr(page, 'name', '')}").read_text(encoding="utf-8")
    assert re.findall(r"[A-Za-z]{2,}", _CODE.sub(" ", text)) == []
    said = " ".join(_ATTRIBUTE.findall(text))
    assert re.findall(r"[A-Za-z]{2,}", _CODE.sub(" ", said)) == []


def test_the_script_has_no_words_of_its_own() -> None:
    script = asset("templates", "app/app.js").read_text(encoding="utf-8")
    script = script.replace('"use strict"', "")
    assert [t for t in re.findall(r'"([^"\n]*)"', script) if re.search(r"[a-z] [a-z]", t)] == []


def test_every_text_that_a_page_asks_for_is_there() -> None:
    for page in PAGES:
        for part, name in _SAID.findall(page.read_text(encoding="utf-8")):
            assert interface_words()[part][name]


def test_every_text_is_whole_and_used() -> None:
    sources = [*PAGES, *MODULES]
    used = set(re.findall(r"[\w-]+", "\n".join(one.read_text(encoding="utf-8") for one in sources)))
    for texts in interface_words().values():
        for name, text in texts.items():
            assert text.strip() == text != ""
            assert text.count("{") == text.count("}") == len(re.findall(r"{\w+}", text))
            assert {name, name.removesuffix("_do")} & used or name in KINDS, name


def test_every_kind_of_correction_has_its_text() -> None:
    assert set(interface_words()["correct"]) >= KINDS
