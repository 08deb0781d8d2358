"""How much of the extractor is asked, and that it leaves what it is given as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from compare.sources import html, metadata
from compare.sources.extraction import all_paragraphs, article_body, page_author, page_date
from compare.sources.html import read_html
from compare.sources.page import fold, folded_words, parse, words

PAGE = (Path(__file__).parent / "pages" / "ferry.html").read_text(encoding="utf-8")
PIECES = ["<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<script>", "</script>", "<br>", "<svg>"]


def test_the_extractor_works_on_copies() -> None:
    tree = parse(PAGE, source="page")
    before = etree.tostring(tree)
    for precise in (True, False):
        assert article_body(tree, url=None, precise=precise) is not None
    assert all_paragraphs(tree) is not None
    page_author(tree)
    page_date(tree, url=None)
    assert etree.tostring(tree) == before


def test_the_extractor_is_not_asked_for_what_the_page_states(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_args: object, **_named: object) -> None:
        raise AssertionError("asked in vain")

    monkeypatch.setattr(metadata, "page_author", never)
    monkeypatch.setattr(html, "guessed_day", never)
    assert read_html(PAGE.encode()).byline == "Mara Quill, Otto Brandt"


def test_author_and_date_of_a_page_that_states_nothing_are_looked_for() -> None:
    start, end = PAGE.index("<script"), PAGE.index("</script>")
    shown = '<p class="byline">By Mara Quill and Otto Brandt</p><time>14 October 2031</time>'
    bare = PAGE[:start] + PAGE[end:]
    bare = bare.replace('<p class="byline">By Mara Quill and Otto Brandt</p>', shown)
    document = read_html(bare.encode())
    assert document.byline == "Mara Quill, Otto Brandt"
    assert document.published is not None
    assert document.published.date().isoformat() == "2031-10-14"
    found = {item.field: item.source for item in document.provenance}
    assert (found["byline"], found["published"]) == ("page", "page")


@settings(deadline=None)
@given(
    st.lists(
        st.one_of(st.sampled_from(PIECES), st.text("ab É\u00ad\u200b_1,\n", max_size=5)),
        max_size=30,
    )
)
def test_words_fold_alike_on_either_way(pieces: list[str]) -> None:
    tree = parse(f"<html><body>{''.join(pieces)}</body></html>", source="page")
    for element in tree.iter("*"):
        assert folded_words(element) == fold(words(element))
