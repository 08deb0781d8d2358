"""One voice under the names that several outlets give it."""

from __future__ import annotations

from compare.align.speakers import heard_speakers
from tests.align.stories import articles


def names(*texts: str) -> list[tuple[str, list[str]]]:
    return [
        (v.name, sorted({letter for letter, _ in v.quotes}))
        for v in heard_speakers(articles(*texts))
    ]


def test_spellings_of_one_name_are_one_voice_under_the_fullest() -> None:
    assert names("Yury Ushanov said it was late.", "Yuri A. Ushanov said it was dark.") == [
        ("Yuri A. Ushanov", ["A", "B"])
    ]


def test_a_family_name_joins_its_full_name() -> None:
    assert names("Mr. Roe said it was late.", "Erik Roe said it was dark.") == [
        ("Erik Roe", ["A", "B"])
    ]


def test_a_family_name_that_two_people_bear_stays_apart() -> None:
    found = names(
        "Roe said it was late.", "Erik Roe said it was dark.", "Ada Roe said it was cold."
    )
    assert found == [("Ada Roe", ["C"]), ("Erik Roe", ["B"]), ("Roe", ["A"])]


def test_an_acronym_joins_its_words() -> None:
    found = names("The MSA said it was late.", "The Marine Safety Agency said it was dark.")
    assert found == [("Marine Safety Agency", ["A", "B"])]


def test_anonymous_sources_join_only_the_same_description() -> None:
    found = names(
        "A source close to the talks said it was late.",
        "A source close to the talks said it was dark.",
        "One of the officials said it was cold.",
    )
    assert found == [("one of the officials", ["C"]), ("source close to the talks", ["A", "B"])]


def test_a_person_and_a_body_stay_apart() -> None:
    found = names("The Roe Company said it was late.", "Erik Roe said it was dark.")
    assert found == [("Erik Roe", ["B"]), ("Roe Company", ["A"])]


def test_pronouns_of_two_articles_are_not_one_voice() -> None:
    assert names("She said it was late.", "She said it was dark.") == [
        ("She", ["A"]),
        ("She", ["B"]),
    ]


def test_a_body_goes_under_the_name_most_articles_give_it() -> None:
    found = names(
        "The Ostrand Packet Company said it was late.",
        "Bosses at the Ostrand Packet Company said it was dark.",
    )
    assert found == [("Ostrand Packet Company", ["A", "B"])]


def test_a_role_is_the_one_named_person_of_another_article_who_has_it() -> None:
    named = "The first mate, Ilse Carrow, said the deck was empty."
    found = names(named, "The ferry's mate said that nobody was there.")
    assert found == [("Ilse Carrow", ["A", "B"])]


def test_a_role_that_many_may_have_joins_nobody() -> None:
    named = "Ilse Carrow, a passenger, said the deck was empty."
    found = names(named, "The passenger said that nobody was there.")
    assert len(found) == 2
