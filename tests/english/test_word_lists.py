from pathlib import Path

import pytest

import compare.english
from compare.english.word_lists import line_sections, sections, word_list

FOLDER = Path(compare.english.__file__).parent / "lists"


def test_sections_are_told_apart() -> None:
    lists = sections("abbreviations")
    assert "Adm" in lists["title"]
    assert "inc" in lists["word"]
    assert "Gov" not in lists["word"]


def test_comments_are_no_entries() -> None:
    assert not any(word.startswith("#") for word in word_list("starters"))
    assert not any(
        line.startswith("#") for group in line_sections("furniture").values() for line in group
    )


@pytest.mark.parametrize("name", ["abbreviations", "starters", "stop", "furniture"])
def test_the_first_line_names_the_source(name: str) -> None:
    first = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("#")
    assert "source" in first
