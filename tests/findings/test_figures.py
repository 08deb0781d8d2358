"""The figures ledger and what is worth a look in it."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.findings.figures import figure_conflicts, figure_groups
from compare.model.articles import Document
from compare.model.findings import ConflictKind, FigureRelation
from compare.model.options import Options
from compare.pipeline import compare_story
from tests.findings.story import article, one_fact

STORIES = tomllib.loads((Path(__file__).parent / "figure_stories.toml").read_text("utf-8"))


def story_rows() -> list[Any]:
    return [
        pytest.param(a, b, relation, *section.get("published", (None, None)), id=f"{a} / {b}")
        for section in STORIES.values()
        for a, b, relation in section["pairs"]
    ]


def relations(a: str, b: str, first: datetime | None, second: datetime | None) -> set[str]:
    articles = [article(a, "A", first), article(b, "B", second)]
    groups = figure_groups(articles, one_fact(articles))
    return {group.relation.value for group in groups} or {"none"}


@pytest.mark.parametrize(("a", "b", "relation", "first", "second"), story_rows())
def test_the_figures_of_one_fact_relate_as_the_table_says(
    a: str, b: str, relation: str, first: datetime | None, second: datetime | None
) -> None:
    assert relation in relations(a, b, first, second)
    assert relation in relations(b, a, second, first)
    if relation != "clash":
        assert "clash" not in relations(a, b, first, second)


DEAD = "Twelve people were killed when the mill at Orle burned down."
MORE = "Fourteen people were killed when the mill at Orle burned down."
NOON, EVENING = datetime(2031, 3, 5, 12, tzinfo=UTC), datetime(2031, 3, 5, 18, tzinfo=UTC)


def test_a_row_holds_the_exact_words_and_where_they_stand() -> None:
    articles = [article(DEAD, "A", NOON), article(MORE, "B", EVENING)]
    (group,) = figure_groups(articles, one_fact(articles))
    assert [(r.article, r.text, r.value) for r in group.readings] == [
        ("A", "Twelve", "12"),
        ("B", "Fourteen", "14"),
    ]
    assert group.question == "How many people were killed?"
    assert group.facts == ("f-1",)
    assert group.readings[0].published == NOON


def test_a_toll_that_rose_is_worth_a_look_with_both_sentences_as_evidence() -> None:
    articles = [article(DEAD, "A", NOON), article(MORE, "B", EVENING)]
    groups = figure_groups(articles, one_fact(articles))
    (conflict,) = figure_conflicts(groups, articles)
    assert conflict.kind is ConflictKind.LATER
    assert [e.text for e in conflict.evidence] == [DEAD, MORE]
    assert conflict.why == "The later report gives the higher figure: “Twelve”, then “Fourteen”."


def test_days_that_differ_by_one_may_be_a_time_zone() -> None:
    texts = (
        "The ceasefire began on Nov. 28 at the border.",
        "The ceasefire began on Nov. 29 at the border.",
    )
    articles = [article(text, letter, EVENING) for text, letter in zip(texts, "AB", strict=True)]
    groups = figure_groups(articles, one_fact(articles))
    (conflict,) = figure_conflicts(groups, articles)
    assert conflict.kind is ConflictKind.WHEN
    assert "time zone" in conflict.why


def test_a_rounded_figure_is_compatible_and_told_as_rounded() -> None:
    exact = article("The council ordered 1,187 people to leave Brackwater.", "A")
    others = {
        "The council ordered 1,200 people to leave Brackwater.": True,
        "The council ordered at least 1,100 people to leave Brackwater.": False,
    }
    for text, rounded in others.items():
        pair = [exact, article(text, "B")]
        (group,) = figure_groups(pair, one_fact(pair))
        assert (group.relation, group.rounded) == (FigureRelation.COMPATIBLE, rounded)
        assert ("rounding" in group.why) is rounded


def test_agreeing_figures_are_a_row_but_not_worth_a_look() -> None:
    articles = [article(DEAD, "A"), article(DEAD, "B")]
    groups = figure_groups(articles, one_fact(articles))
    assert [group.relation for group in groups] == [FigureRelation.AGREE]
    assert figure_conflicts(groups, articles) == ()


def test_the_same_figure_is_found_although_no_fact_joins_the_sentences() -> None:
    articles = [
        article("Some 270,000 people downloaded the quiz.", "A"),
        article("The quiz was downloaded by about 270,000 people.", "B"),
    ]
    (group,) = figure_groups(articles, ())
    assert group.relation is FigureRelation.AGREE
    assert group.facts == ()


def test_two_figures_of_one_sentence_are_never_one_row() -> None:
    text = "Three people were killed and three people were injured in the blast."
    articles = [article(text, "A"), article(text, "B")]
    for group in figure_groups(articles, one_fact(articles)):
        assert len({r.sentence for r in group.readings}) == len(group.readings)


@pytest.mark.parametrize("letters", ["AB", "BA"])
def test_letters_do_not_change_the_rows(letters: str) -> None:
    articles = [
        article(text, letter, NOON) for text, letter in zip((DEAD, MORE), letters, strict=True)
    ]
    (group,) = figure_groups(articles, one_fact(articles))
    assert {r.text for r in group.readings} == {"Twelve", "Fourteen"}
    assert [r.article for r in group.readings] == ["A", "B"]
    assert (group.id, group.why) == _plain_row()


def _plain_row() -> tuple[str, str]:
    articles = [article(DEAD, "A", NOON), article(MORE, "B", NOON)]
    (group,) = figure_groups(articles, one_fact(articles))
    return group.id, group.why


PIECES = (
    "12", "14", "about", "at least", "people", "killed", "on Friday", ",", "in 2016", "$1.3bn",
    "60 mph", "a dozen", "said", ".",
)  # fmt: skip
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(WORDS, WORDS)
def test_any_two_texts_give_rows_with_exact_spans_that_swap_without_change(a: str, b: str) -> None:
    articles = [article(a, "A"), article(b, "B")]
    swapped = [article(b, "A"), article(a, "B")]
    groups = figure_groups(articles, one_fact(articles))
    for group in groups:
        for reading in group.readings:
            text = articles["AB".index(reading.article)].document.text
            assert reading.span.of(text) == reading.text
    turned = figure_groups(swapped, one_fact(swapped))
    assert sorted((g.id, g.relation, g.why) for g in groups) == sorted(
        (g.id, g.relation, g.why) for g in turned
    )


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "The ferry burned four miles off Port Vell.",
            "What distance or length: “The ferry burned four miles off Port Vell”",
        ),
        (
            "The fire grew fast, and it took four hours.",
            "How long: “The fire grew fast, and it took four hours”",
        ),
        (
            "Shares of Torvald rose 7.2 percent on Friday.",
            "What share: “Shares of Torvald rose 7.2 percent on Friday”",
        ),
    ],
)
def test_where_nothing_is_counted_the_question_has_words_of_an_article(
    text: str, question: str
) -> None:
    articles = [article(text, "A"), article(text, "B")]
    questions = [group.question for group in figure_groups(articles, one_fact(articles))]
    assert question in questions


def test_a_day_and_a_stretch_before_an_article_of_unknown_date_are_not_put_side_by_side() -> None:
    day = "The Ledger story on the bridge was published on Friday."
    stretch = "The Ledger story on the bridge was published earlier this week."
    assert relations(day, stretch, None, None) == {"none"}
    assert relations(day, day, None, None) == {"agree"}


def test_a_list_of_results_is_set_against_nothing_and_the_reader_is_told() -> None:
    results = "Results: " + "Harn 3 Bexley 2, Tor 4 Ash 1, " * 30
    documents = [
        Document(text=f"{results}\n\nThe club paid 40 players.", outlet="Lantern"),
        Document(text=f"{results}\n\nThe club paid 35 players.", outlet="Gazette"),
        Document(text="The club paid 40 players. Harn won 3-2.", outlet="Echo"),
    ]
    found = compare_story(documents, Options(force=True))
    told = [warning for warning in found.story.warnings if "more than 40 figures" in warning]
    assert [warning.split()[0] for warning in told] == ["Gazette", "Lantern"]
