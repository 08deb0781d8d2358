"""axe-core finds nothing to object to."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.report.browser import AXE
from tests.report.conftest import Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

_RUN = "rules => axe.run(document, {resultTypes: ['violations', 'passes'], ...rules})"


@cache
def _axe() -> str:
    if not AXE.is_file():
        pytest.skip(f"axe-core is not at {AXE}: npm install axe-core, or set AXE_CORE")
    return AXE.read_text(encoding="utf-8")


# What stands on a page depends on the story; its colours and what is printed only on the look.
CASES = [(name, "light") for name in ("two", "three", "eight", "twenty")]
CASES += [("three", "dark"), ("three", "print"), ("three", "phone"), ("twenty", "phone")]


@pytest.mark.parametrize(("name", "look"), CASES)
def test_there_are_no_violations(opened: Opener, name: str, look: str) -> None:
    page = opened(
        name,
        color_scheme="dark" if look == "dark" else "light",
        media="print" if look == "print" else None,
        viewport={"width": 390 if look == "phone" else 1280, "height": 900},
    )
    check(page)


@pytest.mark.parametrize("name", ["two", "twenty"])
def test_the_page_as_it_opens_has_no_violations(opened: Opener, name: str) -> None:
    check(opened(name, folded=True))


def test_open_evidence_has_no_violations(opened: Opener) -> None:
    page = opened("three")
    page.locator(".cell").first.click()
    check(page)


def check(page: Page, *, least: int = 30, only: tuple[str, ...] = ()) -> None:
    """Fails with what axe-core objects to; it must have passed more than `least` rules.

    `only` names the rules that are tried, where it is not all of them.
    """
    page.evaluate(_axe())
    result = page.evaluate(_RUN, {"runOnly": list(only)} if only else {})
    found = [
        f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes']][:3]}"
        for one in result["violations"]
    ]
    assert not found
    assert len(result["passes"]) > least
