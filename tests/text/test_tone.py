from __future__ import annotations

from pathlib import Path

import pytest

import compare.english
from compare.text.tone import (
    counterpart_lists,
    emotive_list,
    plural,
    saying_list,
    tone_list,
    tone_words,
)

FOLDER = Path(compare.english.__file__).parent / "lists" / "tone"
MINE = tone_list(
    "mine",
    "A list of these tests. CC0.",
    {
        "people": ("migrant asylum_seeker | illegal_alien",),
        "nouns": ("attack | onslaught",),
        "verbs": ("criticise | slam lash_out",),
        "words": ("grim",),
        "unless": ("heart attack",),
    },
)


def found(text: str) -> list[tuple[str, bool]]:
    return [(word.lemma, word.loaded) for word in tone_words(text.split(), [MINE])]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_every_list_names_its_source_and_licence_on_the_first_line(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert "CC0" in first


def test_every_list_in_the_folder_is_read() -> None:
    read = {each.name for each in (*counterpart_lists(), emotive_list(), saying_list())}
    assert read == {path.stem for path in FOLDER.glob("*.txt")}


@pytest.mark.parametrize("each", [*counterpart_lists(), saying_list()], ids=lambda each: each.name)
def test_no_word_of_a_set_is_plain_and_loaded(each: object) -> None:
    sides: dict[tuple[str, str], set[bool]] = {}
    for entries in each.entries.values():  # type: ignore[attr-defined]
        for entry in entries:
            sides.setdefault((entry.group, entry.lemma), set()).add(entry.loaded)
    assert [key for key, loaded in sides.items() if len(loaded) > 1] == []


def test_plurals_and_forms_of_verbs_are_found_under_their_lemma() -> None:
    assert found("the migrants were slammed") == [("migrant", False), ("slam", True)]


def test_the_longest_entry_at_a_place_is_taken() -> None:
    assert found("an asylum seeker") == [("asylum seeker", False)]
    assert found("they lashed out at it") == [("lash out", True)]


def test_a_noun_after_to_is_a_verb_and_no_noun() -> None:
    assert found("the attack") == [("attack", False)]
    assert found("to attack") == []


def test_a_verb_after_an_article_is_no_verb() -> None:
    assert found("the slam") == []
    assert found("we slam it") == [("slam", True)]


def test_words_inside_a_barred_run_are_passed_over() -> None:
    assert found("a heart attack") == []


@pytest.mark.parametrize(
    ("noun", "many"),
    [("migrant", "migrants"), ("clash", "clashes"), ("party", "parties"), ("gunman", "gunmen")],
)
def test_the_plural_of_a_noun(noun: str, many: str) -> None:
    assert plural(noun) == many
