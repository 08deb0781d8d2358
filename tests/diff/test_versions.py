"""Two versions of one article: nothing lost, and each edit comes out as what it was."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.diff.versions import are_versions, diff_versions
from compare.model.articles import Document
from compare.model.diff import ChangeKind, Diff, Field, Row, RowKind
from tests.bundled import comparison
from tests.diff.random_edits import NEW, articles, edited, pieces

# Each kind of edit comes many times, alone and beside others; more runs found nothing new.
RUNS = 60
LETTERS = st.text(alphabet="ab .\n“”’,7\u200b-é", min_size=1, max_size=60)


def version_of(text: str, headline: str | None = "Bridge closed") -> Document:
    return Document(text=text, outlet="Harbour Times", headline=headline)


def text_rows(diff: Diff) -> list[Row]:
    return [row for row in diff.rows if row.field is Field.TEXT]


@pytest.mark.parametrize("number", range(RUNS))
def test_both_texts_can_be_rebuilt_after_random_edits(number: int) -> None:
    rng = random.Random(number)
    old = articles()[number % len(articles())]
    count = rng.randint(1, 12)
    new = edited(old, rng, count)
    diff = diff_versions(old, new)
    assert diff.left_text() == old.text
    assert diff.right_text() == new.text
    for row in diff.rows:
        for side, words in ((row.left, row.words_left()), (row.right, row.words_right())):
            assert bool(side) is bool(words)
    # What was left alone is not told as changed: few edits touch few rows.
    quiet = sum(row.is_quiet for row in text_rows(diff))
    assert quiet >= len(pieces(old)) - 2 * count


@settings(max_examples=150, deadline=None)
@given(LETTERS, LETTERS)
def test_any_two_texts_are_rebuilt_and_their_places_are_exact(one: str, other: str) -> None:
    diff = diff_versions(version_of(one), version_of(other))
    assert (diff.left_text(), diff.right_text()) == (one, other)
    for row in text_rows(diff):
        for words in row.words_left():
            assert words.span.of(one) == words.text
        for words in row.words_right():
            assert words.span.of(other) == words.text


@settings(max_examples=60, deadline=None)
@given(LETTERS)
def test_a_text_beside_itself_is_all_quiet(text: str) -> None:
    diff = diff_versions(version_of(text), version_of(text))
    assert all(row.is_quiet for row in diff.rows)
    assert diff.changes == ()


@pytest.mark.parametrize("at", [0, 3, 7])
def test_a_sentence_put_in_is_the_only_difference(at: int) -> None:
    old = articles()[0]
    said = list(pieces(old))
    said.insert(at, f"{NEW[0]} ")
    rows = text_rows(diff_versions(old, replace(old, text="".join(said), sha256="")))
    loud = [row for row in rows if not row.is_quiet]
    assert [row.kind for row in loud] == [RowKind.ADDED]
    assert loud[0].words_right()[0].text.strip() == NEW[0]
    assert rows.index(loud[0]) == at


@pytest.mark.parametrize("at", [1, 4, 6])
def test_a_sentence_taken_out_is_the_only_difference(at: int) -> None:
    old = articles()[0]
    said = list(pieces(old))
    gone = said.pop(at)
    rows = text_rows(diff_versions(old, replace(old, text="".join(said), sha256="")))
    loud = [row for row in rows if not row.is_quiet]
    assert [row.kind for row in loud] == [RowKind.REMOVED]
    assert loud[0].words_left()[0].text == gone


def test_a_sentence_that_moved_is_told_as_moved_and_nothing_else_is() -> None:
    old = articles()[0]
    said = list(pieces(old))
    longest = max(range(2, len(said)), key=lambda at: len(said[at]))
    moved = said.pop(longest)
    said.insert(0 if longest > 4 else len(said), moved)
    rows = text_rows(diff_versions(old, replace(old, text="".join(said), sha256="")))
    (loud,) = [row for row in rows if not row.is_quiet]
    assert loud.moved
    assert loud.words_left()[0].text == moved
    assert rows.index(loud) == longest


OLD = (
    "Two people were hurt when a bridge fell on Monday. The mayor said it had been checked in "
    "May, and nobody had seen a crack.\n\n“We will find out why,” Ines Dorr said. Trains to Dell "
    "will not run before Friday."
)


def test_changed_figures_quotations_and_headline_are_named() -> None:
    new = OLD.replace("Two people", "Three people").replace("find out why", "ask the builder why")
    diff = diff_versions(version_of(OLD), version_of(new, "Bridge falls, three hurt"))
    named = [
        (one.kind, one.left and one.left.text, one.right and one.right.text) for one in diff.changes
    ]
    assert named == [
        (ChangeKind.HEADLINE, "Bridge closed", "Bridge falls, three hurt"),
        (ChangeKind.FIGURE, "Two", "Three"),
        (ChangeKind.QUOTATION, "We will find out why,", "We will ask the builder why,"),
    ]


def test_a_quotation_that_goes_with_its_sentence_is_named() -> None:
    new = OLD.replace("“We will find out why,” Ines Dorr said. ", "")
    (change,) = diff_versions(version_of(OLD), version_of(new)).changes
    assert change.kind is ChangeKind.QUOTATION
    assert change.left is not None
    assert change.left.text.startswith("We will find out why")
    assert change.right is None


def test_the_same_number_in_other_words_is_told_as_such() -> None:
    diff = diff_versions(version_of(OLD), version_of(OLD.replace("Two people", "2 people")))
    assert [change.note for change in diff.changes] == ["the same value in other words"]


def test_a_sentence_cut_in_two_stays_one_row() -> None:
    new = OLD.replace("in May, and nobody had", "in May. Nobody had")
    rows = text_rows(diff_versions(version_of(OLD), version_of(new)))
    (row,) = [row for row in rows if not row.is_quiet]
    assert row.right is not None
    assert len(row.right.sentences) == 2
    assert "checked" in "".join(words.text for words in row.words_right())


def test_other_marks_and_line_ends_are_no_change_of_words() -> None:
    new = OLD.replace("“", '"').replace("”", '"').replace("\n\n", " ")
    diff = diff_versions(version_of(OLD), version_of(new))
    assert {row.kind for row in diff.rows} == {RowKind.SAME}
    assert diff.right_text() == new


def test_grammar_between_two_changes_is_taken_into_the_change() -> None:
    diff = diff_versions(
        version_of("The mayor of the city resigned."), version_of("The owner of the club resigned.")
    )
    (row,) = text_rows(diff)
    kinds = [(edit.kind.value, edit.left and edit.left.text) for edit in row.edits]
    assert kinds == [("same", "The "), ("replaced", "mayor of the city "), ("same", "resigned.")]


def test_versions_are_told_from_articles_of_two_outlets() -> None:
    rng = random.Random(5)
    for old in articles():
        assert are_versions(old, edited(old, rng, 4))
    for story in ("demo", "mine-rescue", "mayor-resigns"):
        one, other, *_ = (article.document for article in comparison(story).articles)
        assert not are_versions(one, other)


def test_a_diff_that_lost_a_row_cannot_be_made() -> None:
    diff = diff_versions(version_of(OLD), version_of(OLD))
    with pytest.raises(ValueError, match=r"hold the whole text|in no row"):
        replace(diff, rows=diff.rows[:-1])


def test_a_text_without_a_character_stands_beside_another() -> None:
    diff = diff_versions(version_of(""), version_of(OLD))
    assert (diff.left_text(), diff.right_text()) == ("", OLD)
    assert {row.kind for row in text_rows(diff)} == {RowKind.ADDED}
    assert text_rows(diff_versions(version_of(""), version_of(""))) == []
