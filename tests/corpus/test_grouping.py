"""Events keep their names from run to run, and every change is told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.corpus.grouping import NamedEvents, name_events

Groups = list[list[str]]


def names(found: NamedEvents) -> dict[str, str]:
    return {str(article): str(event) for event, article, _ in found.events}


def runs(*days: Groups) -> list[NamedEvents]:
    """Each day grouped with what the day before left."""
    made: list[NamedEvents] = []
    before: dict[str, tuple[str, int]] = {}
    for number, day in enumerate(days, 1):
        made.append(name_events(day, before, number))
        before = {str(a): (str(e), int(run or 0)) for e, a, run in made[-1].events}
    return made


def kinds(found: NamedEvents) -> list[str]:
    return [str(change[1]) for change in found.changes]


def test_an_event_that_grows_keeps_its_name_and_tells_what_came() -> None:
    first, second = runs([["a", "b"]], [["a", "b", "c"]])
    assert set(names(first).values()) == set(names(second).values())
    (event,) = set(names(second).values())
    assert second.changes == [(2, "grown", event, None, "c")]
    assert [run for _, _, run in second.events] == [1, 1, 2]


def test_a_day_that_changes_nothing_has_no_changes() -> None:
    assert runs([["a", "b"], ["c"]], [["c"], ["b", "a"]])[1].changes == []


def test_the_larger_part_of_a_split_event_keeps_the_name() -> None:
    first, second = runs([["a", "b", "c"]], [["a", "b"], ["c"]])
    (old,) = set(names(first).values())
    assert names(second)["a"] == old
    fresh = names(second)["c"]
    assert (2, "split", fresh, old, None) in second.changes
    assert (2, "new", fresh, None, None) in second.changes


def test_the_larger_of_two_merged_events_keeps_its_name() -> None:
    first, second = runs([["a", "b", "c"], ["d", "e"]], [["a", "b", "c", "d", "e"]])
    assert set(names(second).values()) == {names(first)["a"]}
    assert second.changes == [(2, "merged", names(first)["a"], names(first)["d"], None)]


def test_an_event_without_articles_has_ended() -> None:
    first, second = runs([["a", "b"], ["c"]], [["a", "b"]])
    assert second.changes == [(2, "ended", names(first)["c"], None, None)]


def test_the_first_run_has_new_events_alone() -> None:
    (first,) = runs([["a", "b"], ["c"]])
    assert kinds(first) == ["new", "new"]


ARTICLES = "abcdefgh"
DAYS = st.lists(st.lists(st.integers(0, 3), min_size=8, max_size=8), min_size=1, max_size=4)


def day(places: list[int]) -> Groups:
    groups = [[a for a, p in zip(ARTICLES, places, strict=True) if p == n] for n in range(4)]
    return [group for group in groups if group]


@settings(max_examples=150, deadline=None)
@given(DAYS)
def test_every_article_is_in_one_event_and_groups_are_told_apart(days: list[list[int]]) -> None:
    for places, found in zip(days, runs(*map(day, days)), strict=True):
        assert sorted(names(found)) == list(ARTICLES)
        by_event: dict[str, set[str]] = {}
        for article, event in names(found).items():
            by_event.setdefault(event, set()).add(article)
        assert sorted(map(sorted, by_event.values())) == sorted(map(sorted, day(places)))


@settings(max_examples=100, deadline=None)
@given(DAYS)
def test_the_order_of_the_groups_changes_nothing(days: list[list[int]]) -> None:
    forward = runs(*[day(places) for places in days])
    backward = runs(*[[list(reversed(g)) for g in reversed(day(places))] for places in days])
    assert [found.events for found in forward] == [found.events for found in backward]
    assert [found.changes for found in forward] == [found.changes for found in backward]
