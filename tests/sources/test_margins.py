from __future__ import annotations

import pytest

from compare.model.articles import AsideKind
from compare.sources.margins import trim
from compare.sources.page_body import PageBlock

STORY = "The ferry drifted for three hours off Port Ellery on Tuesday night."


def kind_of(line: str) -> AsideKind | None:
    blocks = [
        PageBlock(kind="p", text=text) for text in (STORY, line, *[f"{STORY} {n}" for n in "abcd"])
    ]
    found = trim(blocks, headline=None, links=())
    return found.extras[0].kind if found.extras else None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read more: Ferry company fined last year", AsideKind.RELATED),
        ("RELATED STORIES", AsideKind.RELATED),
        ("More from Port Ellery", AsideKind.RELATED),
        ("Advertisement", AsideKind.PROMO),
        ("Sign up for our daily newsletter", AsideKind.PROMO),
        ("Follow Mara Quill on Facebook and Twitter.", AsideKind.PROMO),
        ("Please let us know if you have trouble with comments.", AsideKind.PROMO),
        ("Do you have a story? Contact the newsroom.", AsideKind.PROMO),
        ("12 comments", AsideKind.PROMO),
        ("© 2031 Harbour Times", AsideKind.NOTE),
        ("Filed under: Ferries", AsideKind.NOTE),
        ("Updated at 9:05 p.m.", AsideKind.NOTE),
        ("Photo by Ilse Rand", AsideKind.CREDIT),
        ("By Mara Quill", AsideKind.BYLINE),
    ],
)
def test_lines_that_are_no_story_are_told_by_their_words(line: str, kind: AsideKind) -> None:
    assert kind_of(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "Read has been mayor since 2019.",
        "Share prices fell by 3 percent on Tuesday.",
        "More from the inquiry is expected on Wednesday, the ministry said in a long statement.",
        "By Tuesday the fire was out.",
        "Follow the money, the senator told them on the steps of the court.",
        "Comments by the minister caused anger.",
        "Subscribe to that view, she said, and nothing will ever change in this harbour.",
        "Correction: an earlier version gave the number of passengers as 221.",
        "Updated figures put the number of missing at 12, the coastguard said.",
        "Video of the fire was shown to the jury.",
        "Get out of there, he shouted.",
        "“Sign up or leave,” they were told.",
        "Watch this space, the minister said.",
        "Photos show the ship listing to port.",
        "Related costs rose to $4 million, the auditors found.",
        "Support for the mayor is falling.",
        "Copyright was not the issue, the judge said.",
        "Print media were barred.",
    ],
)
def test_sentences_of_a_story_stay(line: str) -> None:
    assert kind_of(line) is None


def test_links_at_the_end_or_in_a_row_are_related() -> None:
    blocks = [
        PageBlock(kind="p", text=text) for text in (STORY, "One link", "Two link", STORY + "!")
    ]
    found = trim([*blocks, PageBlock(kind="p", text="Last link")], headline=None, links={
        "onelink", "twolink", "lastlink",
    })  # fmt: skip
    assert [block.text for block in found.blocks] == [STORY, STORY + "!"]
    assert {extra.kind for extra in found.extras} == {AsideKind.RELATED}


def test_a_single_link_inside_the_story_stays() -> None:
    blocks = [PageBlock(kind="p", text=text) for text in (STORY, "The full ruling", STORY + "!")]
    assert len(trim(blocks, headline=None, links={"thefullruling"}).blocks) == 3


def test_a_quotation_that_repeats_words_of_the_text_is_a_pull_quote() -> None:
    quote = PageBlock(kind="quote", text="We heard a bang and then nothing")
    body = PageBlock(
        kind="p", text="“We heard a bang and then nothing,” said Jonas Fell, a teacher."
    )
    found = trim([body, quote, body], headline=None, links=())
    assert [extra.kind for extra in found.extras] == [AsideKind.PULL_QUOTE]


def test_no_line_is_lost() -> None:
    lines = [STORY, "Advertisement", "Read more: x", STORY + "!", "A heading"]
    blocks = [PageBlock(kind="head" if line == "A heading" else "p", text=line) for line in lines]
    found = trim(blocks, headline=None, links=())
    kept = [block.text for block in found.blocks] + [extra.text for extra in found.extras]
    assert sorted(kept) == sorted(lines)
