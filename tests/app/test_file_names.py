"""Names that a user or an archive gives."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.app.file_names import OWN_FILES, folder_name, safe_name

HOSTILE = ["../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "..", ".", "", "a\0b", ".hidden", "con",
           "CON.txt", "a" * 500, "story.toml", "STORY.TOML", "x/../story.toml", "\u202etxt.exe",
           "  ", "-", "<b>.html"]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_in_its_folder_and_hides_nothing(name: str, tmp_path: Path) -> None:
    made = safe_name(name)
    (tmp_path / made).write_text("x", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == [made]
    assert not made.startswith(".")
    assert made.casefold() not in OWN_FILES


@given(st.text(max_size=300), st.lists(st.text(max_size=9), max_size=4))
def test_every_name_is_plain_new_and_short(name: str, taken: list[str]) -> None:
    for made in (safe_name(name, taken), folder_name(name, taken)):
        assert made
        assert not set(made) & set('/\\\0<>:"|?*')
        assert made not in (*taken, *OWN_FILES, ".", "..")
        assert len(made.encode()) <= 400
        assert not made.startswith((".", " "))
