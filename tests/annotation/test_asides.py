import pytest

from compare.annotation.asides import find_asides
from compare.model.articles import Aside, AsideKind, Document
from compare.model.spans import Span
from compare.text.paragraphs import paragraphs

COPIED = """Ferry strikes wall at Port Ellery

The ferry Morning Star, left, and the lifeboat Ada, right, lie at Port Ellery, Monday, May 12, 2031.
Nora Whitfield/Harbour Wire via AP

By Nora Whitfield, Staff Writer
Published 4:05 p.m., 12 May 2031

PORT ELLERY, May 12 /Harbour Wire/ - A ferry struck the harbour wall on Monday. All are safe.

The captain, left alone on the bridge, said the engines had failed.

Read more: Five things to know about the ferry

[Image via Harbour Wire]

Follow Nora Whitfield on Twitter and Facebook.

Please let us know if you see something wrong.

Tom Okafor contributed to this report.

An earlier version of this article gave the wrong day.

Related stories
Harbour wall to be rebuilt
Ferry firm names new chief
"""


def found(text: str, asides: tuple[Aside, ...] = ()) -> dict[str, AsideKind]:
    document = Document(text=text, outlet="Harbour Times", asides=asides)
    return {a.span.of(text): a.kind for a in find_asides(document, paragraphs(text))}


def test_a_page_copied_as_plain_text_is_told_apart_from_its_story() -> None:
    kinds = {words[:22]: kind.value for words, kind in found(COPIED).items()}
    assert kinds == {
        "The ferry Morning Star": "caption",
        "Nora Whitfield/Harbour": "credit",
        "By Nora Whitfield, Sta": "byline",
        "Published 4:05 p.m., 1": "byline",
        "PORT ELLERY, May 12 /H": "dateline",
        "Read more: Five things": "related",
        "[Image via Harbour Wir": "credit",
        "Follow Nora Whitfield ": "promo",
        "Please let us know if ": "promo",
        "Tom Okafor contributed": "contributors",
        "An earlier version of ": "note",
        "Related stories": "related",
        "Harbour wall to be reb": "related",
        "Ferry firm names new c": "related",
    }


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Nora Whitfield and Tom Okafor", AsideKind.BYLINE),
        ("Nora Whitfield | Political Editor", AsideKind.BYLINE),
        ("Updated 10:14 AM EDT, Mon May 13, 2031", AsideKind.BYLINE),
        ("Monday, 13 May 2031", AsideKind.BYLINE),
        ("5 min read", AsideKind.BYLINE),
        ("Photo by Nora Whitfield", AsideKind.CREDIT),
        ("Image: Nora Whitfield/Harbour Wire", AsideKind.CREDIT),
        ("Getty Images", AsideKind.CREDIT),
        ("Rescuers search the shore. (AP Photo/Nora Whitfield)", AsideKind.CAPTION),
        ("The old bridge in this file photo from 2010.", AsideKind.CAPTION),
        ("Related: Ferry firm fined", AsideKind.RELATED),
        ("WATCH: The moment the bridge fell", AsideKind.RELATED),
        ("Sign up for our newsletter.", AsideKind.PROMO),
        ("Click here to send us a tip.", AsideKind.PROMO),
        ("ADVERTISEMENT", AsideKind.PROMO),
        ("Share this article", AsideKind.PROMO),
        ("Copyright 2031 Harbour Times. All rights reserved.", AsideKind.PROMO),
        ("With files from The Ellery Press", AsideKind.CONTRIBUTORS),
        ("(Reporting by Nora Whitfield; editing by Tom Okafor)", AsideKind.CONTRIBUTORS),
        ("Whitfield reported from Port Ellery.", AsideKind.CONTRIBUTORS),
        ("Correction: The ferry is 40 years old, not 14.", AsideKind.NOTE),
        ("This story has been updated.", AsideKind.NOTE),
        ("* * *", AsideKind.NOTE),
    ],
)
def test_a_line_beside_the_story_is_an_aside(line: str, kind: AsideKind) -> None:
    story = "The ferry struck the wall on Monday, the harbour master said."
    assert found(f"{story}\n\n{line}\n\n{story}") == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the water had risen by a metre.",
        "By Tuesday Night Harbour Police Had Closed The Road",
        "Updated figures show 12 dead.",
        "Posted by the union on Monday, the letter says workers were told nothing.",
        "Photographs by officials show the bridge.",
        "Video shows the boat sinking.",
        "More than 20 people died.",
        "More from the mayor came later on Monday.",
        "Share prices fell by a tenth.",
        "Reporting by the Harbour Times led to his arrest.",
        "The storm contributed to the collapse.",
        "Correction officers walked out on Monday.",
        "This story was first told in 1990.",
        "Follow the coast on foot and you reach the pier.",
        "Reyes, left, and Hale, right, were arrested on Monday, police records show.",
        "The mayor turned left and ran into the bus.",
        "“Click here,” the message said.",
        "The firm sold 1,200/1,300 tickets.",
        "Subscribers to the line fell by half.",
    ],
)
def test_a_sentence_of_the_story_is_no_aside(line: str) -> None:
    story = "The ferry struck the wall on Monday, the harbour master said."
    assert found(f"{story}\n\n{line}\n\n{story}") == {}


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ELLERY, July 24 /Harbour Wire/ -",
        "PORT ELLERY (AP) —",
        "WASHINGTON —",
        "Port Ellery (AFP) –",
        "PORT ELLERY, Va. --",
        "NORTH COVE/PORT ELLERY (Harbour Wire) -",
    ],
)
def test_a_dateline_is_the_head_of_the_first_paragraph(dateline: str) -> None:
    assert found(f"{dateline} A ferry struck a wall.") == {dateline: AsideKind.DATELINE}


@pytest.mark.parametrize("dash", ["―", "—", "–", "--"])
def test_a_dateline_may_stand_close_to_its_story(dash: str) -> None:
    text = f"PORT ELLERY {dash}Ada Roe struck a wall."
    assert found(text) == {f"PORT ELLERY {dash}": AsideKind.DATELINE}


@pytest.mark.parametrize("head", ["NATO — the alliance", "Ellery - the port", "REYES: I"])
def test_only_what_reads_like_a_dateline_is_one(head: str) -> None:
    kinds = found(f"Elsewhere on Monday.\n\nMore of it.\n\nAnd more.\n\n{head} was there.")
    assert kinds == {}


def test_the_asides_of_the_document_are_kept_and_not_found_twice() -> None:
    text = "Photo by Nora Whitfield\n\nThe ferry struck a wall."
    own = Aside(span=Span(0, 23), kind=AsideKind.CAPTION)
    assert found(text, (own,)) == {"Photo by Nora Whitfield": AsideKind.CAPTION}


def test_a_first_paragraph_of_some_length_is_of_the_story() -> None:
    lead = (
        "Our newsroom was told in an email that this page of the port's log was removed, and our "
        "reporters have asked the harbour for the video and the audio recording."
    )
    assert lead not in found(f"{lead}\n\nThe ferry struck the wall on Monday, the captain said.")
