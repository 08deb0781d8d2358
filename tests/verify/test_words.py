from __future__ import annotations

import pytest

from compare.model.spans import Span
from compare.verify.words import WordUse, brings_same_words, colours_shared_word, is_same_thing
from tests.findings.telling import article


def use(sentence: str, word: str) -> WordUse:
    start = sentence.index(word)
    return WordUse(sentence, Span(0, len(sentence)), Span(start, start + len(word)))


@pytest.mark.parametrize(
    ("one", "word", "other", "counterpart"),
    [
        (
            "Council President Ada Roe is in.",
            "President",
            "Council boss Ada Roe rules.",
            "boss",
        ),
        (
            "About 1,200 people were told to leave their homes.",
            "leave",
            "A thousand people have fled the valley.",
            "fled",
        ),
        (
            "A deckhand of the Wren, Joren Fell, died in custody.",
            "died",
            "Joren Fell, 24, perished behind bars.",
            "perished",
        ),
        ("Ada Roe, head of the Sleep Group, spoke.", "head", "Supremo Ada Roe spoke.", "Supremo"),
    ],
)
def test_words_of_one_actor_and_act_stand_for_one_thing(
    one: str, word: str, other: str, counterpart: str
) -> None:
    assert is_same_thing(use(one, word), use(other, counterpart))
    assert is_same_thing(use(other, counterpart), use(one, word))


@pytest.mark.parametrize(
    ("one", "word", "other", "counterpart"),
    [
        # Another person has the title.
        ("Then President Korvel left the hall.", "President", "Soon boss Eldrun left.", "boss"),
        # One of them is denied.
        (
            "He saw ties to the firm.",
            "ties",
            "He saw no collusion with the firm.",
            "collusion",
        ),
        # Another thing was damaged.
        (
            "Many houses were damaged and dozens were hurt.",
            "damaged",
            "It hit a region devastated by a flood in 2004.",
            "devastated",
        ),
        # Only a name in common.
        (
            "Police saw contacts in Orre.",
            "contacts",
            "Lawyers hid collusion in Orre.",
            "collusion",
        ),
    ],
)
def test_words_of_other_actors_or_acts_do_not(
    one: str, word: str, other: str, counterpart: str
) -> None:
    assert not is_same_thing(use(one, word), use(other, counterpart))
    assert not is_same_thing(use(other, counterpart), use(one, word))


@pytest.mark.parametrize(
    ("coloured", "word", "plain"),
    [
        ("Disgraced Mayor Roe quit.", "Disgraced", "Mayor Roe left office."),
        ("It is a savage form of fever.", "savage", "It is a form of fever."),
        ("A stunning free kick won it.", "stunning", "The free kick came late."),
        ("Haunted mate Roe spoke.", "Haunted", "The first mate, Roe, spoke."),
    ],
)
def test_what_an_emotive_word_colours_must_stand_bare_in_the_other(
    coloured: str, word: str, plain: str
) -> None:
    assert colours_shared_word(use(coloured, word), plain, Span(0, len(plain)))


@pytest.mark.parametrize(
    ("coloured", "word", "plain"),
    [
        # The other statement does not speak of what is coloured.
        (
            "He hauled shivering survivors up.",
            "shivering",
            "They said sorry, said the skipper.",
        ),
        # It has an adjective of its own there.
        ("A massive lawsuit was filed.", "massive", "An enormous lawsuit was filed."),
        # The word is somebody else's.
        ("She called it a “horror show” for elephants.", "horror", "She called it a show."),
        # A participle belongs to what was before it as well.
        ("The region was devastated by floods.", "devastated", "There were floods in 2004."),
    ],
)
def test_an_emotive_word_is_no_contrast_to_a_statement_of_something_else(
    coloured: str, word: str, plain: str
) -> None:
    assert not colours_shared_word(use(coloured, word), plain, Span(0, len(plain)))


def brings(one: str, other: str) -> bool:
    a, b = article("A", f"{one}\n\nIt rained."), article("B", f"{other}\n\nIt rained.")
    return brings_same_words(a.quotes[0], a.document.text, b.quotes[0], b.document.text)


def test_two_verbs_of_saying_are_set_side_by_side_for_the_same_words_alone() -> None:
    claim = "Ada Roe claimed that the stewards had skipped the searches."
    assert brings(claim, "Ada Roe said that stewards skipped searches at the gate.")
    assert not brings(claim, "Ada Roe said that 14 stations ran out of paper.")


def test_a_rounded_figure_is_the_same_word() -> None:
    one = "Ada Roe alleged that the city paid 6.3 million too much."
    assert brings(one, "Taxpayers lost 6 million, Ada Roe said.")
