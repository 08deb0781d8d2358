from __future__ import annotations

import pytest

from compare.model.verification import Outcome, Rule
from compare.verify.figures import (
    GivenFigure,
    are_of_other_stages,
    are_of_other_wholes,
    are_other_members,
    are_other_places,
    are_single_readings,
    day_parts_between,
    is_counted_part,
    is_planned,
    place_of,
    verified_clash,
)


def given(sentence: str, printed: str, counts: str = "") -> GivenFigure:
    """The figure printed so in a sentence."""
    start = sentence.index(printed)
    return GivenFigure(sentence, start, start + len(printed), counts)


def test_a_clash_is_kept_with_the_rules_that_bear_it_out() -> None:
    one = given("The ferry carried 212 passengers.", "212", "passengers")
    other = given("There were 221 passengers on the ferry.", "221", "passengers")
    verdict = verified_clash(one, other)
    assert verdict.outcome is Outcome.KEPT
    assert Rule.ONE_COUNT in verdict.rules


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (
            given("Twelve people were killed in Karlow.", "Twelve", "people"),
            given("Fifteen people were killed in Dorn.", "Fifteen", "people"),
            Rule.OTHER_PLACE,
        ),
        (
            given("The storm killed 40 people in the province.", "40", "people"),
            given("The storm killed 60 people in three countries.", "60", "people"),
            Rule.OTHER_PLACE,
        ),
        (
            given("In Karlow district, 140 people were hurt.", "140", "people"),
            given("Nine people were hurt in Dorn.", "Nine", "people"),
            Rule.OTHER_PLACE,
        ),
        (
            given("The firm plans to hire 500 workers.", "500", "workers"),
            given("The firm hired 300 workers.", "300", "workers"),
            Rule.PLAN_AND_REPORT,
        ),
        (
            given("The wave could kill 80 people.", "80", "people"),
            given("The wave killed 60 people.", "60", "people"),
            Rule.PLAN_AND_REPORT,
        ),
        (
            given("Some 500 jobs would go at the plant.", "500", "jobs"),
            given("The plant cut 300 jobs.", "300", "jobs"),
            Rule.PLAN_AND_REPORT,
        ),
        (
            given("She faces one tax count.", "one", "tax count"),
            given("She faces three counts of fraud.", "three", "counts"),
            Rule.OTHER_COUNT,
        ),
        (
            given("Police seized 40 stolen cars.", "40", "stolen cars"),
            given("Police seized 30 police cars.", "30", "rented cars"),
            Rule.OTHER_COUNT,
        ),
    ],
)
def test_a_clash_that_fails_a_rule_is_weakened(
    one: GivenFigure, other: GivenFigure, rule: Rule
) -> None:
    for verdict in (verified_clash(one, other), verified_clash(other, one)):
        assert verdict.outcome is Outcome.WEAKENED
        assert verdict.rules == (rule,)


def test_a_sum_that_is_planned_in_one_report_is_the_same_sum() -> None:
    one = given("Repairs will cost $40 million.", "$40 million")
    other = given("The repairs cost $60 million.", "$60 million")
    assert verified_clash(one, other, counts=False).outcome is Outcome.KEPT


@pytest.mark.parametrize(
    ("sentence", "printed", "place"),
    [
        ("The flood killed 12 people in Karlow on Monday.", "12", "Karlow"),
        ("The flood killed 12 people in January.", "12", ""),
        ("The flood killed 12 people, and rain fell in Dorn.", "12", ""),
        ("In Karlow district, 12 people were killed.", "12", "Karlow district"),
        ("It killed 40 people across the province.", "40", "province"),
        ("It killed 40 people nationwide.", "40", "nationwide"),
        ("It killed 40 people in 13 countries.", "40", "13 countries"),
    ],
)
def test_the_place_of_a_figure_is_the_one_its_clause_names(
    sentence: str, printed: str, place: str
) -> None:
    assert place_of(given(sentence, printed)) == place


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Karlow", "Dorn", True),
        ("Karlow", "Karlow district", False),
        ("", "Dorn", False),
        ("", "", False),
    ],
)
def test_places_differ_only_where_both_are_named(one: str, other: str, apart: bool) -> None:
    assert are_other_places(one, other) is apart
    assert are_other_places(other, one) is apart


def test_what_the_members_would_do_makes_their_number_no_plan() -> None:
    said = given("Nine of the 15 members told him that they would vote for it.", "Nine", "members")
    assert not is_planned(said)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Tuesday afternoon", "Tuesday afternoon", 0),
        ("Tuesday afternoon", "Tuesday evening", 1),
        ("Tuesday evening", "Tuesday night", 1),
        ("Tuesday morning", "Tuesday night", 4),
        ("Tuesday", "Tuesday night", 0),
    ],
)
def test_parts_of_a_day_lie_so_far_apart(one: str, other: str, apart: int) -> None:
    sentences = [given(f"It fell on {words}.", words) for words in (one, other)]
    assert day_parts_between(*sentences) == apart


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("put its loss at [four million] marks a day", "a damage of [nine million] marks", True),
        ("a loss of [40,000] crowns per week", "lost [90,000] crowns in all", True),
        ("it costs [300] florins each month", "it will cost [3,600] florins", True),
        ("earns [12] marks daily", "earns [80] marks", True),
        ("With [46] per cent of the votes in", "the Compact has [43.8] per cent", True),
        ("with [94] per cent of votes counted", "won with [44] per cent of the vote", True),
        ("a loss of [four million] marks a day", "lost [five million] marks a day", False),
        ("carried [212] passengers", "had [221] passengers on board", False),
        ("won with [44] per cent of the vote", "took [46] per cent of the vote", False),
        ("fell by [three] per cent in a day of trading", "fell by [four] per cent", False),
    ],
)
def test_an_amount_a_day_and_a_share_of_what_is_counted_are_of_other_wholes(
    one: str, other: str, differ: bool
) -> None:
    def given(marked: str) -> GivenFigure:
        start, end = marked.index("["), marked.index("]") - 1
        return GivenFigure(marked.replace("[", "").replace("]", ""), start, end)

    assert are_of_other_wholes(given(one), given(other)) is differ
    assert are_of_other_wholes(given(other), given(one)) is differ


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("40 guests left on the roof waved.", "60 guests who had fled came back.", True),
        ("40 guests sent home were paid.", "60 guests whose rooms burned were paid.", True),
        ("40 guests left on the roof waved.", "60 guests left on the roof waved.", False),
        ("40 guests left on the roof waved.", "60 guests were paid.", False),
    ],
)
def test_a_clause_that_narrows_what_is_counted_makes_other_members(
    one: str, other: str, *, apart: bool
) -> None:
    a, b = given(one, one[:2], "guests"), given(other, other[:2], "guests")
    assert are_other_members(a, b) is are_other_members(b, a) is apart
    assert (verified_clash(a, b).outcome is Outcome.WEAKENED) is apart


def test_shares_of_two_stages_of_a_count_are_told_apart() -> None:
    early = given("With 20 per cent of the votes counted, the League has 45.2.", "45.2")
    late = given("The League has 44.3, with 94 per cent of votes in.", "44.3")
    unsaid = given("The League has 44.3 per cent.", "44.3")
    assert are_of_other_stages(early, late)
    assert not are_of_other_stages(early, early)
    assert not are_of_other_stages(early, unsaid)


def test_a_share_of_the_votes_that_are_in_is_no_share_of_the_vote() -> None:
    text = "With 46 per cent of the votes in, the League has 44 per cent of the vote."
    assert is_counted_part(given(text, "46 per cent"))
    assert not is_counted_part(given(text, "44 per cent"))


def test_what_one_gauge_shows_is_no_figure_for_the_whole() -> None:
    gauge = given("A gauge on Mill Hill showed a gust of 61 mph.", "61 mph")
    storm = given("Winds of 90 mph tore down the hall.", "90 mph")
    assert are_single_readings(gauge, storm)
    assert not are_single_readings(gauge, gauge)
    assert verified_clash(gauge, storm, counts=False).rules == (Rule.OTHER_COUNT,)


def test_passengers_whose_plans_were_upset_are_no_plan() -> None:
    assert not is_planned(given("The strike hit 58 people whose plans were upset.", "58"))
    assert is_planned(given("Some 58 people are planned to move.", "58"))
