from __future__ import annotations

import pytest

from compare.text.second_counts import is_same_source, is_told_by_somebody, second_source


def who_gives(sentence: str, figure: str) -> str | None:
    start = sentence.rindex(figure)
    return second_source(sentence, start, start + len(figure))


@pytest.mark.parametrize(
    ("sentence", "figure", "who"),
    [
        ("Police put their number at 200, the union at 350.", "350", "the union"),
        ("The company spoke of 940.", "940", "The company"),
        (
            "A count by residents came up with 3,000, lorries included.",
            "3,000",
            "A count by residents",
        ),
        ("Organisers counted 2,000 people, police 600.", "600", "police"),
        ("By the company’s figures 640 stayed away and 765 by the union’s.", "765", "union"),
        (
            "Open Ford, an aid group with a kitchen at the site, put the figure at about 1,100.",
            "about 1,100",
            "Open Ford",
        ),
        (
            "The outgoing government had put the cost at 9 billion.",
            "9 billion",
            "The outgoing government",
        ),
    ],
)
def test_a_second_source_is_who_gives_a_count_of_its_own(
    sentence: str, figure: str, who: str
) -> None:
    assert who_gives(sentence, figure) == who


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        # What is counted stands behind; a candidate is no source; the same source, earlier.
        ("Police put their number at 200, the union has 350 members.", "350"),
        ("Brandt would win 46 per cent of the vote and Quill 40 per cent.", "40 per cent"),
        ("The ministry had earlier put the toll at 12.", "12"),
        ("It spoke of 940.", "940"),
        ("The council has 15 seats, the party 9.", "9"),
    ],
)
def test_other_numbers_are_no_second_count(sentence: str, figure: str) -> None:
    assert who_gives(sentence, figure) is None


def test_sources_are_compared_by_their_words_of_meaning() -> None:
    assert is_same_source("the transport union", "Union")
    assert not is_same_source("the police", "the union")


def test_a_count_is_told_by_somebody_where_a_verb_says_so() -> None:
    assert is_told_by_somebody("Police said 200 people came.")
    assert not is_told_by_somebody("There were 200 people.")
