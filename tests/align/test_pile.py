"""A pile told apart into events, with outlets, times and copies of each."""

from __future__ import annotations

from datetime import UTC, datetime

from compare.align.events import group_events
from compare.align.pile import events_of
from compare.model.articles import Document
from tests.bundled import documents

STORIES = ("demo", "dam-evacuation", "nap-study")
PILE: tuple[Document, ...] = tuple(one for story in STORIES for one in documents(story))


def test_the_stories_of_a_pile_are_its_events() -> None:
    events = events_of(PILE)
    assert sorted(len(event.articles) for event in events) == [3, 4, 6]
    for event in events:
        licences = {PILE[index].source for index in event.articles}
        assert len({str(source).split("/")[-2] for source in licences}) == 1


def test_every_article_is_in_one_event_and_the_groups_are_those_of_group_events() -> None:
    events = events_of(PILE)
    assert sorted(list(event.articles) for event in events) == group_events(PILE)


def test_the_event_of_the_most_outlets_comes_first() -> None:
    counts = [len(event.outlets) for event in events_of(PILE)]
    assert counts == sorted(counts, reverse=True)


def test_the_title_is_the_headline_of_the_earliest_article() -> None:
    (event,) = events_of(documents("demo"))
    assert event.title == "At least 12 dead in ferry fire off Port Ellery"
    assert event.first == datetime(2031, 10, 14, 19, 40, tzinfo=UTC)
    assert event.last is not None
    assert event.last > event.first


def test_copies_are_given_by_their_place_in_the_pile() -> None:
    event = next(event for event in events_of(PILE) if event.copies)
    assert all(index in event.articles for group in event.copies for index in group)


def test_an_empty_pile_has_no_events() -> None:
    assert events_of([]) == ()
