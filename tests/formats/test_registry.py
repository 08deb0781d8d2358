"""Formats by name and suffix, and files that appear whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from compare.errors import FormatError
from compare.formats.registry import FORMATS, FormatOptions, format_of, render, write, write_bytes
from tests.formats.crowd import crowd
from tests.formats.story import market_hall

PLAIN_FORMATS = ["json", "md", "csv", "txt"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("a.json", "json"),
        ("a.md", "md"),
        ("a.markdown", "md"),
        ("a.b.csv", "csv"),
        ("a.txt", "txt"),
    ],
)
def test_the_suffix_names_the_format(name: str, known: str) -> None:
    assert format_of(Path(name)) == known


@pytest.mark.parametrize("name", ["a.odt", "a", ".json", "a."])
def test_an_unknown_suffix_is_an_error_that_lists_the_known_ones(name: str) -> None:
    with pytest.raises(FormatError, match=r"\.html, \.json, \.md, \.csv, \.txt"):
        format_of(Path(name))


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(FormatError, match="There is no format 'odt'"):
        render(market_hall(), "odt")


@pytest.mark.parametrize("name", PLAIN_FORMATS)
def test_a_file_holds_what_the_format_renders(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"story.{name}"
    write(market_hall(), path)
    assert path.read_bytes() == render(market_hall(), name)
    assert set(PLAIN_FORMATS) < set(FORMATS)


def test_a_text_file_leaves_nothing_out() -> None:
    text = render(crowd(8), "txt").decode()
    assert text.count("Statement number") >= len(crowd(8).facts)
    assert "more facts" not in text
    assert "… and" not in text


def test_a_format_can_be_named_where_the_suffix_says_nothing(tmp_path: Path) -> None:
    write(market_hall(), tmp_path / "story", format="csv")
    assert (tmp_path / "story").read_bytes() == render(market_hall(), "csv")


def test_writing_leaves_nothing_else_behind_and_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("old")
    path.chmod(0o640)
    write(market_hall(), path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["story.md"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write(market_hall(), tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == render(market_hall(), "md")


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_bytes(b"nothing", Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", ["missing/story.md", "folder"])
def test_what_cannot_be_written_is_an_error_that_names_the_path(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FormatError, match=f"{name} could not be written: .* Choose another place"):
        write_bytes(b"text", tmp_path / name)
    assert [entry.name for entry in tmp_path.rglob("*")] == ["folder"]


def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.md"
    path.write_text("old")

    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FormatError, match="No space left"):
        write_bytes(b"new", path)
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_the_brief_form_is_a_page_without_a_script() -> None:
    page = render(market_hall(), "html", options=FormatOptions(brief=True)).decode()
    assert "In short" in page
    assert "<script" not in page
