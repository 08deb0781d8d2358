"""The same article in sixteen layouts: each paragraph is read once, or its loss is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.sources.html import read_html
from compare.sources.page import fold
from tests.sources.moved_text import WAYS, moved, paragraphs_of
from tests.sources.ordinary_pages import AROUND

FOLDER = Path(__file__).parents[2] / "corpora"
STORIES = ("tram-strike", "dam-evacuation")


def story(name: str) -> list[str]:
    """The paragraphs of the longest invented report of a story."""
    texts = (path.read_text("utf-8") for path in sorted((FOLDER / name).glob("*.txt")))
    blocks = max((text.split("\n\n") for text in texts), key=len)
    return [" ".join(block.split()) for block in blocks if len(block.split()) > 9]


def page(texts: list[str], around: str) -> bytes:
    above, below = AROUND[around]
    title = "A long night at the quay and what came of it"
    body = "".join(f"<p>{text}</p>" for text in texts)
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta property='og:type' content='article'></head><body><header><nav><a href='/'>Home</a>"
        f"</nav></header>{above}<main><article><h1>{title}</h1><div class='article-body'>{body}"
        f"</div></article></main>{below}<footer><p>About us</p></footer></body></html>"
    ).encode()


@pytest.mark.parametrize("around", ["nothing", "other stories", "comments", "everything"])
@pytest.mark.parametrize("way", WAYS)
def test_each_paragraph_is_read_once_however_it_is_set(way: str, around: str) -> None:
    for name in STORIES:
        texts = story(name)
        plain = page(texts, around)
        told = [fold(line) for line in read_html(plain).text.split("\n") if line]
        assert told == [fold(text) for text in texts]
        document = read_html(moved(plain, texts, WAYS[way]))
        assert [fold(line) for line in document.text.split("\n") if line] == told


def test_paragraphs_of_a_page_are_found_by_their_text() -> None:
    from lxml import html

    texts = story(STORIES[0])
    tree = html.document_fromstring(page(texts, "nothing"))
    assert len(paragraphs_of(tree, texts)) == len(texts)
