"""`storydiff demo`: the first minute."""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path

import pytest

from compare.cli import reading
from compare.errors import FormatError
from compare.formats import registry
from compare.formats.summary.terminal import summary
from tests.cli.conftest import Command
from tests.formats.story import market_hall

PAGE = Path("storydiff-demo.html")


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small story and a small page stand in for the real ones."""
    monkeypatch.setattr(reading, "compare_bundled", lambda _: market_hall())
    monkeypatch.setitem(registry.EVERY_FORMAT, "html", lambda *_: b"page")


def test_the_demo_needs_no_flag_and_leaves_a_page(storydiff: Command) -> None:
    result = storydiff("demo")
    assert (result.code, result.out) == (0, summary(market_hall()))
    assert PAGE.read_bytes() == b"page"
    assert "Written: storydiff-demo.html" in result.err
    assert "storydiff show f2" in result.err


@pytest.mark.parametrize("flags", [["--json"], ["-o", "mine.md"], ["--format", "csv"]])
def test_the_demo_leaves_no_page_when_something_else_is_asked_for(
    flags: list[str], storydiff: Command
) -> None:
    result = storydiff("demo", *flags)
    assert result.code == 0
    assert not PAGE.exists()
    if flags == ["--json"]:
        assert json.loads(result.out)["articles"][0]["letter"] == "A"


def test_a_folder_that_cannot_be_written_to_does_not_spoil_the_demo(
    storydiff: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_data: bytes, path: Path) -> None:
        raise FormatError(f"{path} could not be written: Read-only file system. Choose another.")

    monkeypatch.setattr(registry, "write_bytes", refuses)
    result = storydiff("demo")
    assert (result.code, result.out) == (0, summary(market_hall()))
    assert "Read-only file system" in result.err
    assert "storydiff demo -o FILE.html" in result.err


def test_the_demo_can_open_its_page(storydiff: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def browser(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", browser)
    storydiff("demo", "--open")
    storydiff("demo", "--open", "-o", "mine.html")
    storydiff("demo", "--open", "--json")
    names = [address.rpartition("/")[2] for address in opened]
    assert names == ["storydiff-demo.html", "mine.html", "storydiff-report.html"]


def test_quiet_says_nothing_beside_the_summary(storydiff: Command) -> None:
    result = storydiff("demo", "-q")
    assert (result.out, result.err) == (summary(market_hall()), "")
    assert PAGE.exists()
