"""The whole article and nothing twice, however the page sets it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from compare.model.articles import Document
from compare.sources.html import read_html
from tests.sources import layouts
from tests.sources.layouts import STORY, whole_page


def read(body: str, data: Mapping[str, object] | None = None) -> Document:
    return read_html(whole_page(body, data=data), source="page.html")


def lines(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line]


@pytest.mark.parametrize("name", layouts.SPREAD)
def test_all_parts_of_a_text_that_is_spread_over_the_page_are_read(name: str) -> None:
    assert lines(read(layouts.SPREAD[name])) == list(STORY)


@pytest.mark.parametrize("name", layouts.TWICE)
def test_a_text_that_is_on_the_page_twice_is_read_once(name: str) -> None:
    assert lines(read(layouts.TWICE[name])) == list(STORY)


@pytest.mark.parametrize("name", layouts.APART)
def test_paragraphs_stand_apart_and_the_headline_outside(name: str) -> None:
    document = read(layouts.APART[name])
    assert lines(document) == list(STORY)
    assert document.headline == layouts.HEADLINE


@pytest.mark.parametrize("name", layouts.STATED)
def test_the_text_in_the_data_for_machines_is_used_where_it_is_more(name: str) -> None:
    body, data = layouts.STATED[name]
    assert lines(read(body, data)) == list(STORY)


def long_story() -> list[str]:
    """The paragraphs of an invented report of some length."""
    folder = Path(__file__).parents[2] / "corpora" / "tram-strike"
    texts = (path.read_text("utf-8") for path in sorted(folder.glob("*.txt")))
    blocks = max((text.split("\n\n") for text in texts), key=len)
    return [" ".join(block.split()) for block in blocks if len(block.split()) > 14]


@pytest.mark.parametrize("name", ["read-more-content", "related-text", "recommended", "read-next"])
def test_prose_behind_a_name_of_links_is_of_the_article(name: str) -> None:
    *first, one, other = long_story()
    rest = f"<div class='{name}'><p>{one}</p><p>{other}</p></div>"
    text = "".join(f"<p>{each}</p>" for each in first)
    found = lines(read(f"<main>{layouts.H1}<div class='entry'>{text}{rest}</div></main>"))
    assert found[-2:] == [one, other]


def test_cards_of_other_articles_behind_such_a_name_are_not() -> None:
    text = "".join(f"<p>{each}</p>" for each in long_story())
    cards = f"<div class='related'>{layouts.CARDS}</div>"
    found = read(f"<main>{layouts.H1}<div class='entry'>{text}{cards}</div></main>").text
    assert "winter market may stay shut" not in found


def test_a_whole_article_in_the_data_is_read_where_the_page_shows_a_short_other_text() -> None:
    told = long_story()
    other = "".join(f"<p>{text}</p>" for text in STORY[:3])
    document = read(
        f"<main>{layouts.H1}<div class='body'>{other}</div></main>",
        {"articleBody": "\n\n".join(told)},
    )
    assert lines(document) == told
    assert any("another text" in note for note in document.notes)


def test_several_paragraphs_above_the_text_are_of_it_and_a_summary_is_not() -> None:
    first, second, *rest = long_story()
    text = "".join(f"<p>{each}</p>" for each in rest)
    above = f"<p>{first}</p><p>{second}</p>"
    body = f"<article>{layouts.H1}<header>{above}</header><div class='text'>{text}</div></article>"
    assert lines(read(body)) == [first, second, *rest]
