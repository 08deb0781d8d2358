"""Invented piles: two events given as one, look-alikes, and one event told over days."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import permutations
from pathlib import Path

import pytest

from compare.align.article_order import in_canonical_order, letter_documents
from compare.align.event import check_same_event
from compare.align.events import group_events
from compare.annotation.article import annotate
from compare.errors import UnrelatedStories
from compare.model.articles import Article, Document
from compare.model.options import Options
from compare.sources.document import document
from compare.sources.load import load_story

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
STORIES = sorted(path.parent.name for path in CORPORA.glob("*/story.toml"))
MIXED = [(a, STORIES[(k + step) % len(STORIES)]) for k, a in enumerate(STORIES) for step in (1, 4)]

SARN = [
    "A ferry caught fire off Port Ellery on Tuesday evening and eleven people died. The Lady "
    "Ostrey was carrying 140 passengers from Sarn when smoke was seen on the car deck, said "
    "Commander Ruth Venning of the coastguard. Lifeboats from Port Ellery took most of them off.",
    "Eleven passengers of the Lady Ostrey were killed when the ferry burned near Port Ellery. "
    "Commander Ruth Venning said the fire began on the car deck. The ship had left Sarn with 140 "
    "people on board; fishermen brought many of them ashore.",
    "The Ostrey company has named the eleven who died on the Lady Ostrey. Ruth Venning, who led "
    "the rescue off Port Ellery, praised the crews of the lifeboats. The ferry from Sarn was "
    "inspected in March, the company said, and its car deck was found in order.",
]
MOLVEN = [
    "Three people are missing after a ferry burned on Lake Quill on Sunday morning. The Heron was "
    "on its way from Dolmark to Hallin with 26 people, the lake police said. Sergeant Piet Orsk "
    "said a heater in the galley had probably set the wood of the cabin alight.",
    "A fire on the Heron, a small ferry on Lake Quill, has left three missing. Sergeant Piet Orsk "
    "of the lake police said it began at a heater in the galley. Divers from Hallin will search "
    "near the Dolmark pier today. There were 26 people on board.",
    "Divers found no trace of the three people missing since the Heron burned on Lake Quill. "
    "The owner, from Dolmark, said the heater in the galley was new. Piet Orsk said that the "
    "search would go on as far as Hallin.",
]
DAYS = [
    "The dam above Bramwick cracked on Monday night and 4,000 people were told to leave.",
    "Engineers lowered the water behind the cracked Bramwick dam on Wednesday; 4,000 are away.",
    "People of Bramwick wait in a school at Anglemere. The dam holds, said engineer Tova Lind.",
    "Tova Lind, the engineer at Bramwick, said on Friday that the crack in the dam is stable.",
    "A week on, the first of 4,000 went home to Bramwick below the cracked dam.",
    "Anglemere closes the school where people of Bramwick slept after the dam cracked.",
    "Two weeks after the dam at Bramwick cracked, Tova Lind told a hearing of a wet joint.",
    "The minister will rebuild the Bramwick dam. Its crack drove 4,000 people from their homes.",
]


@lru_cache(maxsize=1)
def stories() -> dict[str, tuple[Document, ...]]:
    return {name: tuple(load_story(CORPORA / name)) for name in STORIES}


def articles(*documents: Document) -> tuple[Article, ...]:
    return in_canonical_order([annotate(each) for each in letter_documents(documents)])


def told(texts: list[str], outlet: str = "Outlet") -> list[Document]:
    return [document(text, outlet=f"{outlet} {n}") for n, text in enumerate(texts, 1)]


def groups(*documents: Document) -> tuple[tuple[str, ...], ...]:
    """The groups with which the documents are refused."""
    with pytest.raises(UnrelatedStories) as refused:
        check_same_event(articles(*documents), Options())
    return refused.value.groups


def letters(*sizes: int) -> tuple[tuple[str, ...], ...]:
    """The first letters in runs of these sizes."""
    found, start = [], 0
    for size in sizes:
        found.append(tuple("ABCDEFGHIJKLMNOP"[start : start + size]))
        start += size
    return tuple(found)


@pytest.mark.parametrize("name", STORIES)
def test_one_event_is_not_refused_nor_doubted(name: str) -> None:
    assert check_same_event(articles(*stories()[name]), Options()) == ()


@pytest.mark.parametrize(("one", "other"), MIXED)
@pytest.mark.parametrize(("few", "more"), [(2, 2), (3, 2), (2, 3), (9, 2)])
def test_articles_of_two_events_are_refused_and_told_apart(
    one: str, other: str, few: int, more: int
) -> None:
    first, second = stories()[one][:few], stories()[other][:more]
    assert groups(*first, *second) == letters(len(first), len(second))


def test_three_events_are_three_groups() -> None:
    pile = [each for name in STORIES[:3] for each in stories()[name][:2]]
    assert groups(*pile) == letters(2, 2, 2)


@pytest.mark.parametrize(("few", "more"), [(3, 3), (2, 2), (3, 2), (2, 3)])
def test_look_alike_events_are_told_apart(few: int, more: int) -> None:
    assert groups(*told(SARN[:few]), *told(MOLVEN[:more])) == letters(few, more)


@pytest.mark.parametrize("texts", [SARN, MOLVEN, SARN[:2], MOLVEN[1:]])
def test_each_of_the_look_alikes_is_one_event(texts: list[str]) -> None:
    assert check_same_event(articles(*told(texts)), Options()) == ()


def test_the_order_of_the_outlets_changes_the_letters_only() -> None:
    pile = [*told(SARN[:2], "Sarn"), *told(MOLVEN[:2], "Molven")]
    for order in permutations(pile):
        outlets = {one.letter: one.outlet for one in letter_documents(order)}
        found = {frozenset(outlets[letter] for letter in group) for group in groups(*order)}
        assert found == {frozenset(("Sarn 1", "Sarn 2")), frozenset(("Molven 1", "Molven 2"))}


def test_the_refusal_names_letters_and_outlets_of_each_event() -> None:
    pile = [told(SARN, "Sarn"), told(MOLVEN, "Molven")]
    mixed = [pile[0][0], pile[1][0], pile[0][1], pile[0][2], pile[1][1]]
    with pytest.raises(UnrelatedStories) as refused:
        check_same_event(articles(*mixed), Options())
    assert str(refused.value).startswith(
        "The articles do not seem to be about one event: A (Sarn 1), C (Sarn 2) and D (Sarn 3) are "
        "about one; B (Molven 1) and E (Molven 2) about another. "
    )
    assert refused.value.groups == (("A", "C", "D"), ("B", "E"))


def test_with_force_the_groups_are_a_warning_without_letters() -> None:
    pile = articles(*told(SARN[:2], "Sarn"), *told(MOLVEN[:2], "Molven"))
    (warning,) = check_same_event(pile, Options(force=True))
    assert "Molven 1 and Molven 2 are about one; Sarn 1 and Sarn 2 about another." in warning
    assert "(" not in warning


def test_one_event_told_over_two_weeks_is_one_event() -> None:
    days = [1, 3, 4, 5, 8, 10, 15, 16]
    pile = [
        replace(one, published=document("x y", outlet="x", published=f"2031-03-{day:02}").published)
        for one, day in zip(told(DAYS), days, strict=True)
    ]
    assert check_same_event(articles(*pile), Options()) == ()


def test_one_event_of_many_articles_of_any_length_is_one_event() -> None:
    pile = [each for name in ("hospital-outbreak",) for each in stories()[name]]
    short = [
        replace(each, text=re.split(r"\n\n", each.text)[0], asides=(), sha256="") for each in pile
    ]
    assert check_same_event(articles(*pile, *short[:3]), Options()) == ()


@pytest.mark.parametrize("count", [1, 3, 8])
def test_a_pile_of_whole_stories_falls_into_these_stories(count: int) -> None:
    pile = [(name, each) for name in STORIES[:count] for each in stories()[name]]
    undated = [replace(each, published=None, published_precision=None) for _, each in pile]
    found = group_events(undated)
    assert [{pile[n][0] for n in group} for group in found] == [{name} for name in STORIES[:count]]
