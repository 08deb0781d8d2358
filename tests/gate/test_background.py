"""The table of common stems, made from shares of words."""

from __future__ import annotations

from compare.english.word_lists import lines_of, sections
from tests.gate.background import HEAD, table


def levels(told: str) -> dict[str, set[str]]:
    return {n: set(" ".join(lines).split()) for n, lines in lines_of(told).items() if n}


def test_a_stem_stands_at_the_level_of_all_its_words_together() -> None:
    found = levels(table({"bridge": 0.0001, "bridges": 0.0001, "otter": 0.0001}))
    assert found == {"8": {"bridg"}, "11": {"otter"}}


def test_rare_words_grammar_figures_and_phrases_are_left_out() -> None:
    assert levels(table({"quorm": 1e-9, "the": 0.05, "1,200": 0.001, "long-awaited": 0.001})) == {}


def test_the_order_of_the_words_changes_nothing() -> None:
    words = {"bridge": 0.0003, "bridges": 0.0001, "otter": 0.0002, "fire": 0.0002}
    assert table(words) == table(dict(reversed(words.items())))
    assert table(words).startswith(HEAD)


def test_the_shipped_table_has_the_stems_of_a_large_list() -> None:
    assert sum(map(len, sections("background").values())) > 17_000
