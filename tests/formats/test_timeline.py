"""The story in the order of publication."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.formats.grid import said_by
from compare.formats.timeline import timeline
from tests.bundled import STORIES, comparison

every_story = pytest.mark.parametrize("story", STORIES)


@every_story
def test_every_fact_of_a_timed_article_is_new_in_the_earliest_that_has_it(story: str) -> None:
    found = comparison(story)
    reports = timeline(found).reports
    new = [fact.id for report in reports for fact in report.new]
    timed = {report.article for report in reports}
    carried = {fact.id for fact in found.facts if timed & set(said_by(found, fact))}
    assert set(new) == (carried if reports else set())
    for report in reports:
        assert set(report.first) <= set(report.new)
        for fact in report.again_missing:
            assert not found.cell(fact.id, report.article).state.carries


@every_story
def test_figures_go_through_time(story: str) -> None:
    found = comparison(story)
    for course in timeline(found).figures:
        dates = [found.article(one.article).document.published for one in course.readings]
        known = [one for one in dates if one is not None]
        assert known == sorted(known)
        assert len(known) == len(dates)


def test_reports_of_unknown_time_have_no_order() -> None:
    found = comparison("demo")
    articles = tuple(
        replace(a, document=replace(a.document, published=None, published_precision=None))
        for a in found.articles
    )
    bare = timeline(replace(found, articles=articles))
    assert bare.reports == ()
    assert bare.figures == ()
