"""Two counts of one thing in one report, each by a source of its own."""

from __future__ import annotations

import pytest

from compare.model.findings import FigureGroup, FigureRelation
from compare.model.verification import Rule
from compare.pipeline import compare_story
from tests.findings.test_figure_cases import FIRST, SECOND, story


def groups(one: str, other: str) -> tuple[FigureGroup, ...]:
    documents = [story(one, FIRST, "Alpha Post"), story(other, SECOND, "Beta News")]
    return compare_story(documents).figures


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Police counted 600 people at the vigil, the union 2,000.",
            "Some 2,000 people took part in the vigil.",
        ),
        (
            "About 150 people were in the hall, police said. The organisers put the number at 400.",
            "About 400 people were in the hall.",
        ),
        (
            "The study forecasts 1,900 vehicle trips a day. A count of ours came up with 3,000.",
            "A study found that there would be 1,900 vehicle trips a day.",
        ),
    ],
)
def test_two_sources_of_one_report_clash_in_the_row_that_another_shares(
    one: str, other: str
) -> None:
    (clash,) = [g for g in groups(one, other) if g.relation is FigureRelation.CLASH]
    assert clash.verified_by == (Rule.TWO_SOURCES,)
    assert "each from a source of its own" in clash.why
    assert {reading.article for reading in clash.readings} == {"A", "B"}
    assert [g.why for g in groups(other, one) if g.relation is FigureRelation.CLASH] == [clash.why]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A count of one source at two hours, a part, and what another outlet does not count.
        (
            "The ministry said 40 people were hurt. The ministry had earlier put the number at 25.",
            "The ministry said 40 people were hurt.",
        ),
        (
            "The poll found 46 per cent for Brandt and 40 per cent for Quill.",
            "Brandt had 46 per cent in the poll.",
        ),
        (
            "Police counted 600 people at the vigil, the union 2,000.",
            "The council met in the evening.",
        ),
    ],
)
def test_no_two_sources_no_clash(one: str, other: str) -> None:
    assert not [g for g in groups(one, other) if g.relation is FigureRelation.CLASH]
