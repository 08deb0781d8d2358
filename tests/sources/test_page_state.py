# ruff: noqa: E501 - the cases read best one a line
"""Pages whose article stands only in the data that their scripts would show it from."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from compare.errors import NoArticleFound
from compare.sources.html import read_html
from tests.sources.layouts import H1, HEADLINE, STORY

HTML = "".join(f"<p>{text}</p>" for text in STORY)
OTHER = [
    {
        "title": "Market traders fear an empty winter",
        "url": "/s/1",
        "body": HTML.replace("bridge", "market"),
    }
]


def state(article: Mapping[str, object], **beside: object) -> dict[str, object]:
    """The data of a page around an article, as the frameworks nest it."""
    return {
        "props": {
            "pageProps": {"article": {"headline": HEADLINE, **article}, "more": OTHER, **beside}
        }
    }


def page(*scripts: str, body: str = "<div id='root'></div>", title: str = HEADLINE) -> bytes:
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} | Quay Courier</title>"
        f"<meta property='og:title' content='{title}'><meta property='og:type' content='article'></head>"
        f"<body>{body}{''.join(scripts)}<script src='/app.js'></script></body></html>"
    ).encode()


def in_script(text: str) -> str:
    return text.replace("</", "<\\/")


def data(
    value: object,
    opening: str = "<script id='__NEXT_DATA__' type='application/json'>",
    end: str = "",
) -> str:
    return opening + in_script(json.dumps(value)) + end + "</script>"


BLOCKS = [{"type": "text", "_id": str(n), "content": text} for n, text in enumerate(STORY)]
PAGES = {
    "one text of HTML": page(data(state({"body": HTML}))),
    "one plain text": page(data(state({"content": "\n\n".join(STORY)}))),
    "blocks with their content": page(data({"headlines": {"basic": HEADLINE}, "content_elements": BLOCKS}, "<script>window.Fusion=window.Fusion||{};Fusion.globalContent=", ";Fusion.x={}")),
    "blocks with links in them": page(data(state({"blocks": [{"type": "paragraph", "html": text.replace("bridge", "<a href='/b'>bridge</a>")} for text in STORY]}))),
    "rich text, node by node": page(data(state({"body": {"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [{"nodeType": "text", "value": text[:20]}, {"nodeType": "text", "value": text[20:]}]} for text in STORY]}}))),
    "portable text": page(data(state({"content": [{"_type": "block", "style": "normal", "children": [{"_type": "span", "text": text}]} for text in STORY]}))),
    "a list of texts": page(data(state({"paragraphs": list(STORY)}))),
    "set to a variable": page(data(state({"body": HTML}), "<script>window.__INITIAL_STATE__ = ", ";")),
    "parsed from a text": page("<script>window.__STATE__ = JSON.parse(" + in_script(json.dumps(json.dumps(state({"body": HTML})))) + ");</script>"),
    "behind a headline that is shown": page(data(state({"body": HTML})), body=f"<main>{H1}<div id='story'></div></main>"),
    "behind a lead that is shown": page(data(state({"body": HTML})), body=f"<article>{H1}<p>{STORY[0]}</p></article>"),
    "beside a picture and a box": page(data(state({"content_elements": [BLOCKS[0], {"type": "image", "caption": "The quay.", "url": "/p.jpg"}, {"type": "promo", "title": "More", "url": "/m", "content": "Read more of the bridge."}, *BLOCKS[1:]]}))),
}  # fmt: skip
NOT_READ = {
    "no data": page(),
    "data without the text": page(data(state({"body": {"ref": "article:1"}}))),
    "only other articles": page(data({"props": {"more": OTHER}})),
    "broken data": page(
        "<script id='__NEXT_DATA__' type='application/json'>{\"props\": {</script>"
    ),
    "another page's data": page(
        data(state({"body": HTML})), title="Council tax rises by a tenth in Ellery"
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_read_from_the_data(name: str) -> None:
    document = read_html(PAGES[name])
    assert document.text.split("\n\n") == list(STORY)
    assert document.headline == HEADLINE


@pytest.mark.parametrize("name", NOT_READ)
def test_without_the_article_in_it_the_error_says_what_to_do(name: str) -> None:
    with pytest.raises(
        NoArticleFound, match=r"only when scripts run\. Open the page in your browser"
    ):
        read_html(NOT_READ[name])


def test_a_reader_is_told_that_the_page_shows_less() -> None:
    assert "data for machines" in " ".join(read_html(PAGES["behind a lead that is shown"]).notes)


def test_a_page_that_shows_its_article_is_read_as_it_is_shown() -> None:
    shown = "".join(f"<p>{text}</p>" for text in STORY[:5])
    other = {"body": HTML.replace("Thursday", "Friday")}
    document = read_html(page(data(state(other)), body=f"<article>{H1}{shown}</article>"))
    assert "Friday" not in document.text
