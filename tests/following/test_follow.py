"""A story over time: new, changed, corrected, contradicted, dropped, and claims by state."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest

import compare
from compare.errors import TooFewArticles
from compare.model.articles import Document
from compare.model.follows import ClaimState, Follow, StepKind
from tests import bundled

FIRST = (
    "A fire broke out in a hotel at Port Lessing on Monday night. At least four people were killed "
    "in the hotel fire, police said. The hotel was built in 1911 and has 80 rooms. A guest said "
    "that the alarm in the hotel had not sounded."
)
LATER = (
    "Six people were killed in the hotel fire at Port Lessing, police said on Tuesday. The fire "
    "broke out in the hotel on Monday night. The owner of the hotel, Ines Harrow, blamed a cable "
    "in the kitchen. Rescuers searched 31 rooms."
)
AMENDED = (
    "A fire broke out in a hotel at Port Lessing on Monday night. Six people were killed "
    "in the hotel fire, police said. The hotel was built in 1921 and has 80 rooms.\n\n"
    "An earlier version of this article said that the hotel was built in 1911."
)


def report(text: str, outlet: str, hour: int, url: str | None = None) -> Document:
    """An article of 6 May 2031."""
    moment = datetime(2031, 5, 6, hour, tzinfo=UTC).isoformat()
    return compare.document(text, outlet=outlet, published=moment, url=url)


def documents() -> list[Document]:
    return [
        report(FIRST, "Quay Gazette", 6, "https://quay.example/fire"),
        report(LATER, "The Lessing Bell", 9),
        report(AMENDED, "Quay Gazette", 12, "https://quay.example/fire"),
    ]


def followed(*, since: datetime | None = None) -> Follow:
    return compare.follow(documents(), since=since)


def test_articles_come_in_the_order_of_time_whatever_that_of_the_input() -> None:
    whole = followed()
    assert [a.document.published for a in whole.articles] == sorted(
        a.document.published for a in whole.articles if a.document.published
    )
    assert all(compare.follow(list(order)) == whole for order in permutations(documents()))


def test_a_later_version_of_an_article_is_known_by_its_address() -> None:
    assert followed().versions == (("A", "C"),)


def test_a_figure_that_grew_is_one_line_with_its_steps() -> None:
    lines = {line.question: line for line in followed().figures}
    (killed,) = [line for question, line in lines.items() if "killed" in question]
    assert [(s.value, s.article) for s in killed.steps][:2] == [
        ("At least four", "A"),
        ("Six", "B"),
    ]
    changed = [step for step in killed.steps if step.kind is StepKind.CHANGED]
    assert changed
    assert changed[0].before is not None
    assert "four" in changed[0].before.text


def test_what_a_version_no_longer_has_is_dropped_or_corrected_with_the_notice() -> None:
    whole = followed()
    gone = {
        step.before.text: step
        for step in whole.steps()
        if step.kind in (StepKind.DROPPED, StepKind.CORRECTED) and step.before
    }
    assert any("alarm" in text for text in gone)
    assert [notice.article for notice in whole.notices] == ["C"]


def test_a_claim_has_a_state_and_a_receipt_for_each_step() -> None:
    whole = followed()
    for claim in whole.claims:
        assert claim.steps[0].kind is StepKind.NEW
        assert claim.state in ClaimState
        for step in claim.steps:
            assert step.evidence or step.before
    states = {claim.label: claim.state for claim in whole.claims}
    assert any(state is ClaimState.CORROBORATED_IN_PART for state in states.values())


@pytest.mark.parametrize(
    ("label", "state", "in_part"),
    [
        ("A mayday call was received", ClaimState.CORROBORATED, [False, False]),
        ("Haunted mate Corrie, his hands", ClaimState.CORROBORATED_IN_PART, [True, True]),
        ("Hero skipper Wilf Ansty", ClaimState.CORROBORATED, [False, False]),
    ],
)
def test_who_states_part_of_a_claim_corroborates_part_of_it(
    label: str, state: ClaimState, in_part: list[bool]
) -> None:
    whole = compare.follow(bundled.documents("demo"))
    claim = next(one for one in whole.claims if one.label.startswith(label))
    assert (claim.state, [step.in_part for step in claim.steps]) == (state, in_part)


def test_a_claim_that_is_corroborated_is_stated_in_full_by_two() -> None:
    for claim in compare.follow(bundled.documents("demo")).claims:
        full = [step for step in claim.steps if step.evidence and not step.in_part]
        assert claim.state is not ClaimState.CORROBORATED or len(full) > 1


def test_copies_of_one_text_count_once() -> None:
    copied = [
        report(FIRST, "Quay Gazette", 6),
        report(FIRST, "Copy of the Gazette", 7),
        report(LATER, "The Lessing Bell", 9),
    ]
    for claim in compare.follow(copied).claims:
        if {step.article for step in claim.steps} == {"A", "B"}:
            assert claim.outlets == 1
            assert claim.state is not ClaimState.CORROBORATED


def test_the_same_text_of_the_same_outlet_counts_once_and_is_told() -> None:
    twice = [*documents(), report(FIRST, "Quay Gazette", 7)]
    whole = compare.follow(twice)
    assert len(whole.articles) == 3
    assert any("twice" in warning for warning in whole.warnings)


def test_what_is_new_is_the_newest_article_or_what_came_after_a_time() -> None:
    assert followed().fresh == ("C",)
    assert followed(since=datetime(2031, 5, 6, 7, tzinfo=UTC)).fresh == ("B", "C")
    assert followed(since=datetime(2031, 5, 7, tzinfo=UTC)).fresh == ()


def test_a_figure_that_no_earlier_article_has_is_a_new_figure() -> None:
    fresh = followed(since=datetime(2031, 5, 6, 7, tzinfo=UTC)).new_figures
    assert "31" in [each.figure for each in fresh]
    assert "80" not in [each.figure for each in fresh]


def test_one_article_is_too_few() -> None:
    with pytest.raises(TooFewArticles):
        compare.follow(documents()[:1])


def test_an_article_without_a_time_comes_last_with_a_warning() -> None:
    unknown = compare.document(LATER.replace("31", "32"), outlet="Nobody Knows")
    whole = compare.follow([*documents(), unknown])
    assert whole.articles[-1].document.outlet == "Nobody Knows"
    assert any("not known" in warning for warning in whole.warnings)
