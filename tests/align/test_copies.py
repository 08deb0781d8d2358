"""Articles with most of their words in the same order are copies of each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from compare.align.copies import copies
from compare.sources.document import document
from tests.bundled import documents

SENTENCES = [
    f"The {thing} at {place} was {state} before the council met on {day}."
    for thing, place, state, day in [
        ("bridge", "Norrow", "closed", "Monday"),
        ("harbour", "Ellery", "flooded", "Tuesday"),
        ("school", "Quern", "emptied", "Wednesday"),
        ("market", "Brant", "searched", "Thursday"),
        ("station", "Vallen", "guarded", "Friday"),
        ("library", "Osmere", "locked", "Saturday"),
        ("mill", "Hask", "sold", "Sunday"),
        ("tower", "Dolmark", "lit", "last night"),
    ]
]


def article(*numbers: int) -> str:
    return " ".join(SENTENCES[number] for number in numbers)


def groups_of(*texts: str) -> list[list[int]]:
    return copies([document(text, outlet=f"Outlet {n}") for n, text in enumerate(texts)])


def test_a_text_given_twice_is_a_copy() -> None:
    assert groups_of(article(0, 1, 2), article(5, 6, 7), article(0, 1, 2)) == [[0, 2]]


def test_a_shortened_text_is_a_copy_of_the_long_one() -> None:
    assert groups_of(article(0, 1, 2, 3, 4, 5), article(1, 2, 3)) == [[0, 1]]


def test_half_of_the_words_are_a_copy_and_a_quarter_are_not() -> None:
    assert groups_of(article(0, 1, 2, 3), article(0, 1, 2, 6)) == [[0, 1]]
    assert groups_of(article(0, 1, 2, 3), article(0, 5, 6, 7)) == []


def test_other_quotation_marks_and_capitals_make_no_other_text() -> None:
    text = article(0, 1, 2).replace("bridge", "“bridge”")
    assert groups_of(text, text.replace("“", '"').replace("”", '"').upper()) == [[0, 1]]


def test_a_text_of_a_few_words_is_no_copy() -> None:
    assert groups_of("Read more on our page.", "Read more on our page.") == []


def test_the_reports_of_a_story_are_not_copies_of_each_other() -> None:
    assert copies(documents("mine-rescue")) == []


def test_the_reprint_of_an_agency_is_found() -> None:
    story = documents("dam-evacuation")
    found = copies(story)
    assert [len(group) for group in found] == [2]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 7), min_size=1, max_size=6), min_size=1, max_size=6),
)
def test_groups_do_not_depend_on_the_order_and_hold_each_article_once(
    pile: list[list[int]],
) -> None:
    texts = [article(*numbers) for numbers in pile]
    found = groups_of(*texts)
    backwards = groups_of(*reversed(texts))
    turned = [sorted(len(texts) - 1 - index for index in group) for group in backwards]
    assert sorted(turned) == sorted(found)
    listed = [index for group in found for index in group]
    assert len(listed) == len(set(listed))
    assert all(len(group) > 1 for group in found)
