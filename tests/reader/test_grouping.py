from __future__ import annotations

import random

import pytest

from compare.align.article_order import in_canonical_order, letter_documents
from compare.align.groups import Grouping, group_statements
from compare.align.scores import Scores, score_pairs
from compare.align.story import Story, story_of
from compare.annotation.article import annotate
from compare.reader.grouping import likeness_of, pieces_by_statement, regroup_statements
from compare.reader.numbering import finest_story
from compare.reader.rows import ReadRows
from tests.reader.stories import PIER, SHORE, documents


def ground(*texts: str) -> tuple[Scores, Grouping, Story]:
    articles = [annotate(each) for each in letter_documents(documents(*texts))]
    scores = score_pairs(story_of(in_canonical_order(articles)))
    return scores, group_statements(scores, 0.3), finest_story(scores.story)


SCORES, RULES, FINEST = ground(PIER, SHORE)


def number_of(words: str) -> int:
    (found,) = (n for n in range(len(FINEST.statements)) if FINEST.words_of(n) == words)
    return found


def words_of(grouping: Grouping) -> list[list[str]]:
    return [[grouping.scores.story.words_of(n) for n in group] for group in grouping.groups]


def test_a_statement_whose_parts_are_in_one_row_stays_whole() -> None:
    row = (number_of("Two children were hurt"), number_of("after two boys fell."))
    read = regroup_statements(RULES, SCORES, FINEST, ReadRows((tuple(sorted(row)),), frozenset()))
    assert ["Two children were hurt", "after two boys fell."] in words_of(read)
    assert read.scores.story.statements == SCORES.story.statements


def test_a_statement_is_cut_between_the_rows_that_have_its_parts() -> None:
    shut = [
        number_of("The harbour master closed the landing stage"),
        number_of("at Weir Sands shut"),
    ]
    day = [number_of("on Monday."), number_of("on Monday")]
    rows = tuple(sorted(tuple(sorted(row)) for row in (shut, day)))
    read = regroup_statements(RULES, SCORES, FINEST, ReadRows(rows, frozenset()))
    flat = {words for group in words_of(read) for words in group}
    assert {"The harbour master closed the landing stage", "on Monday."} <= flat
    assert {read.scores.story.words_of(n) for n in read.read.joined} == {
        "The harbour master closed the landing stage",
        "The pier at Weir Sands shut",
        "on Monday",
        "on Monday.",
    }


def test_only_a_row_of_the_rules_that_is_sure_stays_beside_those_of_the_reader() -> None:
    assert len(RULES.groups) == 2
    left = regroup_statements(RULES, SCORES, FINEST, ReadRows((), frozenset()))
    ((first, _),) = words_of(left)
    assert "40,000 crowns" in first


def test_a_row_of_the_rules_goes_where_the_reader_has_one_of_its_statements() -> None:
    row = (number_of("Two children were hurt"), number_of("The town will pay 40,000 crowns"))
    left = regroup_statements(RULES, SCORES, FINEST, ReadRows((row,), frozenset()))
    assert len(left.groups) == 1


@pytest.mark.parametrize("seed", range(25))
def test_whatever_the_rows_are_nothing_is_lost_and_nothing_is_in_two_groups(seed: int) -> None:
    chance = random.Random(seed)
    numbers = list(range(len(FINEST.statements)))
    chance.shuffle(numbers)
    rows = [tuple(sorted(numbers[k : k + 3])) for k in range(0, len(numbers) - 3, 3)]
    wide = tuple(row for row in rows if len({FINEST.document(n) for n in row}) > 1)
    read = regroup_statements(RULES, SCORES, FINEST, ReadRows(wide, frozenset()))
    flat = [number for group in read.groups for number in group]
    assert len(flat) == len(set(flat))
    story = read.scores.story
    for sentence in range(len(story.sentences)):
        told = "".join(story.words_of(n) for n in story.statements_of(sentence))
        whole = "".join(SCORES.story.words_of(n) for n in SCORES.story.statements_of(sentence))
        assert "".join(told.split()) == "".join(whole.split())


def test_likeness_is_that_of_the_statements_the_parts_are_of() -> None:
    pieces = pieces_by_statement(SCORES.story, FINEST)
    everything = frozenset(range(len(FINEST.statements)))
    likeness = likeness_of(SCORES, FINEST, everything)
    (a, b), score = next(
        (pair, score)
        for pair, score in SCORES.score.items()
        if SCORES.story.document(pair[0]) != SCORES.story.document(pair[1])
    )
    assert {likeness[x, y] for x in pieces[a] for y in pieces[b]} == {score}
    assert likeness_of(SCORES, FINEST, frozenset()) == {}
