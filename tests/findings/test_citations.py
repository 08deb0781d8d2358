from __future__ import annotations

import pytest

from compare.findings.citations import citations
from compare.model.articles import Article
from compare.model.findings import Citation, CitationKind
from tests.findings.telling import article

K = CitationKind


def cited(*articles: Article, letter: str = "A") -> dict[str, Citation]:
    return {c.source: c for c in citations(articles) if c.article == letter}


def kinds(text: str, *, outlet: str = "Outlet A", others: tuple[str, ...] = ()) -> dict[str, K]:
    homes = [article("A", text, outlet=outlet)]
    homes += [
        article("BCDE"[n], "Something else happened here.", outlet=name)
        for n, name in enumerate(others)
    ]
    return {source: one.kind for source, one in cited(*homes).items()}


@pytest.mark.parametrize(
    "text",
    [
        "The leak was first reported by the Lowmoor Post.",
        "The Lowmoor Post first reported the leak on Monday.",
        "According to the Lowmoor Post, the leak began on Monday.",
        "According to a report in the Lowmoor Post, the leak began on Monday.",
        "“It began on Monday,” Ada Fenn told the Lowmoor Post.",
        "The photographs were obtained by the Lowmoor Post.",
        "In an interview with the Lowmoor Post, Ada Fenn denied it.",
        "A reader showed the plan to a Lowmoor Post reporter.",
    ],
)
def test_another_outlet_is_found_by_its_cue(text: str) -> None:
    (kind,) = [kind for source, kind in kinds(text).items() if source.endswith("Lowmoor Post")]
    assert kind is K.OUTLET


def test_an_outlet_among_those_compared_is_cited_by_its_letter_and_its_full_name() -> None:
    home = article("A", "The Post also reported on Monday that the gate was open.")
    other = article("B", "The gate was open.", outlet="The Lowmoor Post")
    found = cited(home, other)["The Lowmoor Post"]
    assert (found.kind, found.cited) == (K.OUTLET, "B")


def test_an_outlet_known_by_its_domain_is_the_one_that_the_text_names() -> None:
    home = article("A", "The New Lowmoor Times reported on Monday that the gate was open.")
    other = article("B", "The gate was open.", outlet="nltimes.example")
    assert cited(home, other)["nltimes.example"].cited == "B"


def test_what_an_article_was_told_itself_is_its_own_reporting() -> None:
    text = (
        "Ada Fenn told the Post that the gate was open. A plan seen by this newspaper shows it too."
    )
    found = cited(article("A", text, outlet="Lowmoor Post"))["Lowmoor Post"]
    assert found.kind is K.OWN
    assert found.sentences == ("A.s1", "A.s2")
    assert found.evidence.text == "told the Post"


def test_us_in_the_words_of_a_person_is_not_the_newsroom() -> None:
    assert K.OWN not in kinds("“They told us to bring one bag,” said Ada Fenn.").values()


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("LOWMOOR, May 6 (Strand) — A gate was left open on Monday.", "Strand"),
        ("The gate was open, Ada Fenn told Reuters.", "Reuters"),
        ("The gate was open, according to TASS.", "TASS"),
        ("The gate was open, according to Russian news agency TASS.", "TASS"),
        ("A gate was left open.\n\nWith files from Strand", "Strand"),
        ("A gate was left open.\n\nStrand Wire contributed to this report.", "Strand Wire"),
        ("A gate was left open on Monday, police said. (AP)", "Associated Press"),
    ],
)
def test_agencies_are_found_in_text_datelines_and_credit_lines(text: str, agency: str) -> None:
    assert kinds(text)[agency] is K.AGENCY


def test_the_dateline_of_an_agency_does_not_cite_itself() -> None:
    text = "LOWMOOR, May 6 (Strand) — A gate was left open on Monday."
    assert kinds(text, outlet="Strand Wire") == {}


def test_an_agency_that_is_compared_is_known_by_its_short_name() -> None:
    home = article("A", "LOWMOOR, May 6 (Strand) — A gate was left open on Monday.")
    other = article("B", "The gate was open.", outlet="Strand Wire")
    assert cited(home, other)["Strand Wire"].cited == "B"


def test_a_fire_service_or_a_health_agency_is_no_newsroom() -> None:
    text = "The Lowmoor Fire Service said the gate was open. The Lowmoor Health Agency said so too."
    found = kinds(text, others=("Lowmoor Ledger",))
    assert not {K.OUTLET, K.AGENCY} & set(found.values())


def test_two_outlets_joined_by_and_are_two_sources() -> None:
    found = kinds("The Lowmoor Post and the Harrow Times reported on Monday that it was open.")
    outlets = {source for source, kind in found.items() if kind is K.OUTLET}
    assert {name.removeprefix("The ").removeprefix("the ") for name in outlets} == {
        "Lowmoor Post",
        "Harrow Times",
    }


def test_the_post_is_the_post_that_the_article_named_before() -> None:
    text = (
        "The Lowmoor Post reported the leak on Monday. The Post reported a second one on Tuesday."
    )
    found = cited(article("A", text))
    assert [len(one.sentences) for name, one in found.items() if name.endswith("Post")] == [2]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Police said the gate was open.", "Police", K.ORGANISATION),
        ("The Harbour Ministry said the gate was open.", "Harbour Ministry", K.ORGANISATION),
        ("Sheriff Ada Fenn said the gate was open.", "Ada Fenn", K.PERSON),
        ("The county sheriff said the gate was open.", "county sheriff", K.PERSON),
        ("A person close to the mayor said it was open.", "person close to the mayor", K.ANONYMOUS),
        ("Two officials said the gate was open.", "two officials", K.ANONYMOUS),
        ("A spokesman for the port said it was open.", "spokesman for the port", K.ANONYMOUS),
        ("The audit said that the gate had been left open.", "audit", K.DOCUMENT),
    ],
)
def test_speakers_are_sorted_by_the_words_that_name_them(text: str, source: str, kind: K) -> None:
    found = {name.lower(): one for name, one in kinds(text).items()}
    assert found[source.lower()] is kind


def test_a_person_is_one_source_under_the_fuller_name() -> None:
    text = "Ada Fenn said the gate was open. “It was wide open,” Fenn said. She said it was late."
    found = cited(article("A", text))
    assert list(found) == ["Ada Fenn"]
    assert found["Ada Fenn"].evidence.text == "Ada Fenn"


def test_citations_stand_in_letter_order_whatever_the_order_of_the_articles() -> None:
    one = article("A", "Ada Fenn said the gate was open.")
    other = article("B", "Police said that the gate was open.")
    assert citations([other, one]) == citations([one, other])
    assert [c.article for c in citations([other, one])] == ["A", "B"]
