"""Names of outlets and reporters are found in every form; words that look alike are left."""

from __future__ import annotations

import pytest

from compare.model.articles import Document
from compare.teach.giveaways import giveaways_of, leaks

GAZETTE = Document(
    text="x",
    outlet="The Lowmoor Gazette",
    letter="A",
    byline="By Dr Hester Quince and Odo Vane, Health Editor",
    url="https://www.lowmoor-gazette.example/a/b",
    source="stories/lowmoor_gazette.txt",
)
AGENCY = Document(text="x", outlet="Tarn News Agency", letter="B", byline="Staff reporter")
SUN = Document(text="x", outlet="The Beacon", letter="C")
KNOWN = giveaways_of([GAZETTE, AGENCY, SUN])


@pytest.mark.parametrize(
    "text",
    [
        "told the Lowmoor Gazette on Monday",
        "LOWMOOR GAZETTE",
        "lowmoor gazette",
        "Lowmoor-Gazette",
        "the Gazette has seen",
        "Gazette readers",
        "see lowmoor-gazette.example",
        "write to tips@lowmoorgazette.example",
        "lowmoor_gazette.txt",
        "by Hester Quince",
        "Ms Quince writes",
        "ODO VANE",
        "ASKERBY (Tarn) -",
        "the Beacon understands",
        "BEACON EXCLUSIVE",
    ],
)
def test_a_name_is_found_in_any_form(text: str) -> None:
    assert leaks(text, KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "The council of Lowmoor met.",
        "a beacon was lit on the hill",
        "the agency said",
        "a staff reporter of the court",
        "Gazetteer",
        "A health editor is a person.",
        "the tarns froze",
    ],
)
def test_a_word_that_only_looks_alike_is_left(text: str) -> None:
    assert not leaks(text, KNOWN)


def test_a_last_word_that_the_story_writes_small_is_a_name_only_after_the() -> None:
    courier = Document(text="x", outlet="Askerby Courier", letter="A")
    known = giveaways_of([courier], ["A courier came by night."])
    assert leaks("told the Courier", known) == {"the Courier": 1}
    assert not leaks("Courier services stopped.", known)
