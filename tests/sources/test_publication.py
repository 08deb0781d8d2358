# ruff: noqa: E501 - the cases read best one a line
"""When an article was published: stated, shown, or a guess that nothing is worked out from."""

from __future__ import annotations

import pytest

import compare
from compare.model.articles import DateCertainty, Document
from compare.sources.html import read_html
from tests.sources.layouts import H1, STORY, paragraphs, whole_page

NO_DATE: dict[str, object] = {"datePublished": None}


def read(above: str = "", *, behind: str = "", head: str = "", data: object = None) -> Document:
    body = f"<main><article>{H1}{above}{paragraphs()}</article></main>{behind}"
    facts = {"datePublished": data} if data else NO_DATE
    return read_html(whole_page(body, head=head, data=facts), source="quay.html")


@pytest.mark.parametrize(
    ("stated", "when"),
    [
        ("2031-11-06T09:20:00+01:00", "2031-11-06T09:20:00+01:00"),
        (1951726800, "2031-11-06T10:20:00+00:00"),
        ("1951726800", "2031-11-06T10:20:00+00:00"),
        (1951726800000, "2031-11-06T10:20:00+00:00"),
        ("2031-11-06T09:20:00+01:00[Europe/Berlin]", "2031-11-06T09:20:00+01:00"),
        ("2031-11-06T09:20[Europe/Berlin]", "2031-11-06T09:20:00+01:00"),
        ("2031-11-06T09:20:00Z[UTC]", "2031-11-06T09:20:00+00:00"),
        ("November 6, 2031 9:20 a.m. ET", "2031-11-06T09:20:00-05:00"),
        ("July 6, 2031 9:20 a.m. ET", "2031-07-06T09:20:00-04:00"),
        ("6 Nov 2031 09:20 AEDT", "2031-11-06T09:20:00+11:00"),
        ("2031-11-06 09:20 CET", "2031-11-06T09:20:00+01:00"),
        ("2031-11-06 09:20 GMT+2", "2031-11-06T09:20:00+02:00"),
        ("2031-11-06 09:20 UTC-05:00", "2031-11-06T09:20:00-05:00"),
        ("Thu Nov 06 2031 09:20:00 GMT+0100", "2031-11-06T09:20:00+01:00"),
        ("20311106092000", "2031-11-06T09:20:00+00:00"),
        ({"@value": "2031-11-06T09:20:00Z"}, "2031-11-06T09:20:00+00:00"),
        (["2031-11-06T09:20:00Z"], "2031-11-06T09:20:00+00:00"),
    ],
)
def test_a_stated_time_is_read_however_it_is_written(stated: object, when: str) -> None:
    document = read(data=stated)
    assert document.published
    assert document.published.isoformat() == when
    assert document.published_certainty is DateCertainty.STATED


def test_an_hour_in_a_zone_of_many_names_is_known_to_the_day_alone() -> None:
    document = read(data="2031-11-06 09:20 IST")
    assert document.published_precision == "day"


@pytest.mark.parametrize(
    ("shown", "published", "updated"),
    [
        ("<p>Published 6 November 2031</p>", "2031-11-06", None),
        ("<div class='date'>November 6, 2031 9:20 a.m. ET</div>", "2031-11-06", None),
        ("<span>27/10/2031 01:57 | Updated 28/10/2031 19:20</span>", "2031-10-27", "2031-10-28"),
        ("<p>Updated 28 October 2031, first published 27 October 2031</p>", "2031-10-27", "2031-10-28"),
        ("<p>Last modified on Tue 28 Oct 2031 21.05 GMT</p><p>First published on Mon 27 Oct 2031 10.20 GMT</p>", "2031-10-27", "2031-10-28"),
        ("<p>Posted: 27.10.2031, 09:20 &bull; Modified: 28.10.2031, 11:00</p>", "2031-10-27", "2031-10-28"),
        ("<time datetime='2031-11-06T09:20Z'>3 hours ago</time>", "2031-11-06", None),
        ("<p>By Ines Calder, <time datetime='2031-11-06T09:20Z'>today</time></p>", "2031-11-06", None),
        ("<p>By Ines Calder | 6th Nov 2031</p>", "2031-11-06", None),
        ("<ul><li>Ines Calder</li><li>2031-11-06</li></ul>", "2031-11-06", None),
        ("<p>10/27/2031 9:20 a.m.</p>", "2031-10-27", None),
        ("<p>Updated 28 October 2031</p>", None, "2031-10-28"),
    ],
)  # fmt: skip
def test_a_date_beside_the_headline_is_shown_not_guessed(
    shown: str, published: str | None, updated: str | None
) -> None:
    document = read(shown)
    days = [when and when.date().isoformat() for when in (document.published, document.updated)]
    assert days == [published, updated]
    if published:
        assert document.published_certainty is DateCertainty.SHOWN
    assert document.text.split("\n\n") == list(STORY)


def test_a_date_behind_the_article_counts_where_it_says_what_it_is() -> None:
    assert read(behind="<p>Published on 6 November 2031</p>").published
    assert not read(behind="<p>The Quay Courier, 6 November 2031</p>").published


@pytest.mark.parametrize(
    ("behind", "head"),
    [
        ("<p>© 2031</p>", ""),
        ("<div class='build'>Build 2031-11-02T04:00:00Z</div>", ""),
        ("<a href='/2031/10/02/storm-on-the-quay'>Storm on the quay</a>", ""),
        ("<p>As of 1 May 2031 all our pages are made of recycled words.</p>", ""),
        ("<script>var page = {'generated': '2031-11-05'};</script>", ""),
        ("<!-- cached 2031-11-05 04:12:00 -->", ""),
        ("<aside><p>12 October 2031: Market opens</p></aside>", ""),
        ("", "<link rel='canonical' href='https://quay.example/2031/11/06/bridge'>"),
        ("", "<meta name='build-date' content='2031-11-05'>"),
        ("", "<meta property='article:modified_time' content='2031-11-08T10:00:00Z'>"),
        ("", "<meta property='og:updated_time' content='2031-11-08T10:00:00Z'>"),
    ],
)
def test_a_date_that_nobody_gives_as_the_one_of_publication_is_a_guess_at_most(
    behind: str, head: str
) -> None:
    document = read(behind=behind, head=head)
    assert document.published is None
    assert document.published_certainty is None
    assert document.published_precision is None


def test_a_day_in_the_address_is_kept_as_a_guess() -> None:
    head = "<link rel='canonical' href='https://quay.example/2031/11/06/bridge'>"
    document = read(head=head)
    assert document.published_guess
    assert document.published_guess.date().isoformat() == "2031-11-06"


def test_a_day_in_numbers_that_can_be_two_days_is_not_taken() -> None:
    assert read("<p>10/11/2031</p>").published is None


def test_nothing_is_later_by_a_guess() -> None:
    dated = compare.document(
        "\n\n".join(STORY).replace("340", "310"),
        outlet="The Lantern",
        published="2031-11-06T12:00Z",
    )
    head = "<link rel='canonical' href='https://quay.example/2031/11/09/bridge'>"
    result = compare.compare_story([read(head=head), dated])
    assert all(group.relation != "later" for group in result.figures)
