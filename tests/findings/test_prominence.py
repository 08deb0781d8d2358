from __future__ import annotations

from compare.findings.headlines import headlines
from compare.findings.prominence import is_high, is_low, placements, prominence
from compare.model.articles import Article, Part
from compare.model.facts import Fact
from compare.model.findings import Headline, Prominence
from tests.findings.telling import article, fact, mention

TOLL = "Nine bridges in the county have no railings at all."


def paragraphs(count: int, *, at: int, letter: str, lead: str = "") -> Article:
    """An article of `count` paragraphs with the toll in the one counted from 1."""
    blocks = [f"Paragraph {n} of {letter} is about the weather." for n in range(1, count + 1)]
    blocks[at - 1] = TOLL
    return article(letter, "\n\n".join([lead, *blocks] if lead else blocks))


def placed(*homes: Article, titles: tuple[Headline, ...] = ()) -> tuple[Prominence, ...]:
    toll = fact("f", *(mention(home, TOLL) for home in homes))
    return prominence(homes, (toll,), titles)


def test_a_fact_in_the_first_paragraph_stands_in_the_lead() -> None:
    (found,) = placed(paragraphs(8, at=1, letter="A"))
    assert (found.part, found.paragraph, found.paragraphs) == (Part.LEAD, 1, 8)
    assert is_high(found)


def test_paragraphs_are_those_of_the_story_without_credit_lines() -> None:
    home = paragraphs(8, at=3, letter="A", lead="By Ada Roe, Staff Writer")
    (found,) = placed(home)
    assert (found.part, found.paragraph, found.paragraphs) == (Part.BODY, 3, 8)


def test_the_share_counts_overlapping_statements_once() -> None:
    home = paragraphs(4, at=2, letter="A")
    twice = fact("f", mention(home, TOLL), mention(home, "Nine bridges in the county"))
    (found,) = prominence((home,), (twice,), ())
    words = len(home.document.text.split())
    assert found.share == round(len(TOLL.split()) / words, 3)


def test_a_fact_that_the_headline_rests_on_stands_in_the_headline() -> None:
    text = f"It rained.\n\n{TOLL}\n\nIt stopped."
    home = article("A", text, headline="Nine bridges have no railings")
    toll = fact("f", mention(home, TOLL), headlines="A")
    titles = headlines((home,), (toll,))
    (found,) = prominence((home,), (toll,), titles)
    assert (found.part, found.paragraph) == (Part.HEADLINE, 2)


def test_an_article_that_does_not_state_a_fact_has_no_place_for_it() -> None:
    home, other = paragraphs(4, at=2, letter="A"), article("B", "It rained all day.")
    toll = fact("f", mention(home, TOLL))
    assert [place.article for place in prominence((home, other), (toll,), ())] == ["A"]


def test_a_fact_led_with_by_one_and_at_the_end_of_another_is_a_placement() -> None:
    homes = (
        paragraphs(8, at=1, letter="A"),
        paragraphs(8, at=4, letter="B"),
        paragraphs(8, at=7, letter="C"),
    )
    (found,) = placements(placed(*homes))
    assert (found.fact, found.high, found.low) == ("f", ("A",), ("C",))


def test_a_short_article_has_no_end_to_speak_of() -> None:
    found = placed(paragraphs(8, at=1, letter="A"), paragraphs(4, at=4, letter="B"))
    assert not is_low(found[1])
    assert placements(found) == ()


def test_a_fact_that_is_repeated_at_the_end_stands_where_it_first_comes() -> None:
    home = article("A", "\n\n".join([TOLL, *["It rained again."] * 7, "Railings are missing."]))
    twice: Fact = fact("f", mention(home, TOLL), mention(home, "Railings are missing."))
    (found,) = prominence((home,), (twice,), ())
    assert found.paragraph == 1
    assert not is_low(found)


def test_placements_with_more_outlets_on_both_sides_come_first() -> None:
    def place(name: str, letter: str, paragraph: int) -> Prominence:
        return Prominence(
            fact=name,
            article=letter,
            part=Part.LEAD if paragraph == 1 else Part.BODY,
            paragraph=paragraph,
            paragraphs=10,
            share=0.1,
        )

    one = [place("f1", "A", 1), place("f1", "B", 9)]
    two = [place("f2", letter, n) for letter, n in (("A", 1), ("B", 9), ("C", 1), ("D", 10))]
    assert [found.fact for found in placements([*one, *two])] == ["f2", "f1"]
