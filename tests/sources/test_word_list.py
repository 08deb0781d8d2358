from __future__ import annotations

from pathlib import Path

import pytest

from compare.errors import BadWordList, CompareError
from compare.sources.word_list import read_word_list


def written(folder: Path, text: str, name: str = "mine.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_is_named_after_its_file_and_keeps_its_source(tmp_path: Path) -> None:
    path = written(
        tmp_path, "# Style guide of the desk. CC BY 4.0.\n[nouns]\nferry | rust_bucket\n"
    )
    found = read_word_list(path)
    assert (found.name, found.source) == ("mine", "Style guide of the desk. CC BY 4.0.")
    assert "rust" in found.entries


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[nouns]\nferry | tub\n", "does not say where it comes from"),
        ("# Source. CC0.\n[adjectives]\ngrim\n", r"has \[adjectives\]"),
        ("# Source. CC0.\n", "has no words"),
        ("# Source. CC0.\nferry | tub\n", r"has \[\]"),
        ("# Source. CC0.\n[nouns]\n|\n", r"'\|' under \[nouns\], which is no word"),
        ("# Source. CC0.\n[nouns]\n | \n", r"under \[nouns\], which is no word"),
        ("# Source. CC0.\n[nouns]\nferry | _\n", r"'_' under \[nouns\]"),
        ("# Source. CC0.\n[people]\n- | mob\n", r"'-' under \[people\]"),
        ("# Source. CC0.\n[verbs]\ngo | _storm\n", r"'_storm' under \[verbs\]"),
        ("# Source. CC0.\n[words]\n-- __\n", r"'--' under \[words\]"),
        ("# Source. CC0.\n[words]\n\t\n", r"under \[words\]"),
        ("# Source. CC0.\n[unless]\n   \n", r"under \[unless\]"),
        ("# Source. CC0.\n[nouns]\nferry\n[unless]\n…\n", r"'…' under \[unless\]"),
    ],
)
def test_what_is_wrong_with_a_list_is_told(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(BadWordList, match=why):
        read_word_list(written(tmp_path, text))


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CompareError, match=r"cannot be read: .*Give another file"):
        read_word_list(tmp_path / "none.txt")


def test_a_device_is_no_list() -> None:
    with pytest.raises(BadWordList, match="pipe or a device"):
        read_word_list("/dev/zero")
