from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import CompareError, NoArticleFound, UnreadableSource
from compare.model.articles import AsideKind, Document
from compare.sources.html import UNNAMED, read_html

PAGE = (Path(__file__).parent / "pages" / "ferry.html").read_bytes()
SENTENCES = (
    "The ferry Ostrey Star drifted for three hours off Port Ellery on Tuesday after a fire.",
    "All 212 passengers were taken off by lifeboat, and nine were treated for smoke.",
    "The operator said that the cause was not known and that an inquiry would begin.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(body: str = BODY, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def extras(document: Document, kind: AsideKind) -> list[str]:
    return [extra.text for extra in document.extras if extra.kind is kind]


def test_the_text_is_the_article_and_nothing_else() -> None:
    text = read_html(PAGE).text
    assert text.split("\n\n") == [
        "The ferry Ostrey Star drifted for three hours off Port Ellery on Tuesday after a fire in "
        "her engine room, and 212 passengers were taken off by lifeboat.",
        "Nobody was killed, but nine people were treated for smoke, the coastguard said in a "
        "statement shortly before midnight.",
        "“We heard a bang and then the lights went out,” said Jonas Fell, a teacher who was "
        "crossing with his class of 24 children.",
        "The crew did what they had been trained to do, and they did it quickly.",
        "— Petra Lindqvist, harbour master",
        "Second fire in two years",
        "It was the second fire on the ship in two years. The operator, Ostrey Lines, said that "
        "the cause was not known and that an inquiry would begin on Wednesday.",
        "The ship was built in 2009.",
        "She carries up to 640 passengers.",
        "Correction: an earlier version of this report gave the number of children as 42.",
    ]


def test_side_matter_is_kept_apart_under_its_kind() -> None:
    document = read_html(PAGE)
    assert extras(document, AsideKind.CAPTION) == [
        "Smoke rises from the Ostrey Star on Tuesday evening."
    ]
    assert extras(document, AsideKind.CREDIT) == ["Photo: Ilse Rand"]
    assert extras(document, AsideKind.PULL_QUOTE) == [
        "We heard a bang and then the lights went out"
    ]
    assert any("fined over safety" in text for text in extras(document, AsideKind.RELATED))
    assert any("Read more" in text for text in extras(document, AsideKind.RELATED))


def test_the_metadata_carries_where_it_was_found() -> None:
    document = read_html(PAGE)
    assert document.headline == "Ferry adrift off Port Ellery after engine fire"
    assert document.byline == "Mara Quill, Otto Brandt"
    assert document.outlet == "Harbour Times"
    assert document.url == "https://harbour-times.example/news/ferry-adrift"
    assert document.published == datetime(2031, 10, 14, 19, 5, tzinfo=UTC)
    assert document.updated is not None
    assert document.updated - document.published == timedelta(minutes=95)
    assert document.language == "en"
    found = {item.field: item.source for item in document.provenance}
    assert found == {
        "headline": "h1",
        "byline": "JSON-LD",
        "outlet": "JSON-LD",
        "published": "JSON-LD",
        "updated": "JSON-LD",
        "url": "canonical link",
    }


def test_the_same_page_gives_the_same_document() -> None:
    assert read_html(PAGE) == read_html(PAGE)


def test_an_address_that_is_given_goes_before_the_page() -> None:
    assert read_html(PAGE, "https://mirror.example/1").url == "https://mirror.example/1"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("<title>Ferry adrift | Harbour Times</title>", "Ferry adrift"),
        ("<title>Fire on the ferry Ostrey Star - The Long Standing Courier</title>", None),
        (
            '<meta property="og:title" content="Ferry adrift after a fire">'
            "<title>Ferry adrift after a fire - Harbour Times</title>",
            "Ferry adrift after a fire",
        ),
    ],
)
def test_without_a_heading_the_page_title_gives_the_headline(
    head: str, headline: str | None
) -> None:
    found = read_html(page(head=head + '<meta property="og:site_name" content="Harbour Times">'))
    assert found.headline == headline or (headline is None and "Ostrey Star" in str(found.headline))


def test_the_site_name_in_a_heading_is_not_the_headline() -> None:
    head = (
        '<meta property="og:site_name" content="Harbour Times">'
        '<meta property="og:title" content="Ferry adrift after a fire">'
    )
    body = f"<h1>Harbour Times</h1><h1>Ferry adrift after a fire</h1>{BODY}"
    assert read_html(page(body, head)).headline == "Ferry adrift after a fire"


def test_a_repeated_headline_is_not_part_of_the_text() -> None:
    document = read_html(page(f"<h1>Ferry adrift after a fire</h1>{BODY}"))
    assert document.headline == "Ferry adrift after a fire"
    assert document.text == "\n\n".join(SENTENCES)


def test_the_outlet_falls_back_to_the_address_and_then_to_the_caller() -> None:
    assert (
        read_html(page(), "https://www.harbour-times.example/1").outlet == "harbour-times.example"
    )
    assert read_html(page(), outlet="Saved page").outlet == "Saved page"
    assert read_html(page()).outlet == UNNAMED


def test_an_agency_as_publisher_is_the_wire_and_not_the_outlet() -> None:
    head = (
        '<meta property="og:site_name" content="Harbour Times">'
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "publisher": {"name": "Associated Press"}}</script>'
    )
    document = read_html(page(head=head))
    assert (document.outlet, document.wire) == ("Harbour Times", "Associated Press")


def test_a_published_time_in_a_meta_tag_is_read() -> None:
    head = '<meta property="article:published_time" content="2031-10-14T21:05:00Z">'
    assert read_html(page(head=head)).published == datetime(2031, 10, 14, 21, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "script",
    ["{", "[1, 2]", '{"@type": 5}', '{"@graph": {"@type": "Report", "author": [null, 3]}}', "null"],
)
def test_broken_linked_data_counts_as_absent(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert read_html(page(head=head)).text == "\n\n".join(SENTENCES)


def test_words_inside_a_sentence_are_never_cut_out() -> None:
    sentence = (
        'The captain, <span class="author-link"><a href="/x">Ilse Rand</a></span>, said the '
        '<em class="related">Ostrey Star</em> had <span class="share-x">no</span> power.'
    )
    text = read_html(page(f"{BODY}<p>{sentence}</p>")).text
    assert "The captain, Ilse Rand, said the Ostrey Star had no power." in text


def test_hidden_text_is_not_read() -> None:
    hidden = '<p style="display:none">Hidden words here.</p><p hidden>More hidden words.</p>'
    assert "idden words" not in read_html(page(BODY + hidden)).text


def test_line_breaks_of_the_page_stay_line_ends_and_two_of_them_part_paragraphs() -> None:
    body = f"<p>{SENTENCES[0]}<br>{SENTENCES[1]}<br><br>\n{SENTENCES[2]}</p>"
    first, second, third = SENTENCES
    assert read_html(page(body)).text == f"{first}\n{second}\n\n{third}"


def test_soft_hyphens_and_zero_width_spaces_vanish() -> None:
    body = BODY + "<p>The har\u00adbour master\u200b said that the pier had been closed.</p>"
    assert "The harbour master said" in read_html(page(body)).text


def test_an_embedded_post_stays_with_its_author() -> None:
    post = (
        '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>We are all safe and '
        "on our way home, thank you.</p>— Jonas Fell (@jfell)</blockquote></div>"
    )
    text = read_html(page(f"{BODY}{post}<p>{SENTENCES[0]} Again.</p>")).text
    assert "We are all safe and on our way home, thank you." in text


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_every_usual_encoding_of_a_page_is_read(codec: str) -> None:
    text = page(BODY.replace("Ostrey", "Østrey")).decode().encode(codec)
    assert "Østrey Star" in read_html(text).text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"<html></html>",
        b"<html><body><nav><a href=/>Home</a></nav></body></html>",
        b"<p>Too short.</p>",
        b"<frameset><frame src=a></frameset>",
        b"<html><body>" + b"<a href=/x>All the headlines here</a>" * 3,
        b"<!-- only a comment -->",
    ],
)
def test_a_page_without_an_article_says_what_to_do(data: bytes) -> None:
    with pytest.raises(CompareError) as caught:
        read_html(data, source="page.html")
    assert str(caught.value).startswith("page.html: ")
    assert "Save the page" in str(caught.value)
    assert isinstance(caught.value, NoArticleFound)


@pytest.mark.parametrize(
    "open_tag", ["<div>", "<b>", "<blockquote>", "<ul><li>", "<table><tr><td>"]
)
def test_deep_nesting_is_refused_and_not_a_crash(open_tag: str) -> None:
    with pytest.raises((UnreadableSource, NoArticleFound)):
        read_html(open_tag.encode() * 20_000 + b"words")


def test_a_page_of_nothing_but_tags_is_refused_quickly() -> None:
    with pytest.raises(UnreadableSource, match="more markup"):
        read_html(b"<i></i>" * 300_000)


def test_binary_data_is_no_page() -> None:
    with pytest.raises(UnreadableSource, match="NUL"):
        read_html(b"<html>\0\0</html>")


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    read_html(PAGE)
    with pytest.raises(NoArticleFound):
        read_html(b"<p>short</p>")
    assert not caplog.records


# fmt: off
TAGS = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<br>", "<li>",
    "<a href='x'>", "</a>", "<ul>", "<table>", "<tr>", "<td>", "<blockquote>", "<footer>", "<svg>",
    "</footer>", "<figure>", "<figcaption>", "<script>", "</script>", "<!--", "-->", "<![CDATA[",
    "]]>", "<title>", "<meta charset=utf-16>", "<base href='::'>", "&amp;", "&#1;", "&#xD800;",
    "&lt;p", "</html>", "<template>", "<time datetime='99'>", "<form>", "<p class='related'>",
])
# fmt: on


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(TAGS, st.text(max_size=8), st.just(SENTENCES[0])), max_size=30))
def test_any_markup_gives_a_document_or_an_error_of_ours(pieces: list[str]) -> None:
    _document_or_error("".join(pieces).encode("utf-8", "replace"))


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=200), st.integers(0, len(PAGE)))
def test_any_damage_to_a_page_gives_a_document_or_an_error_of_ours(data: bytes, at: int) -> None:
    _document_or_error(data)
    _document_or_error(PAGE[:at] + data + PAGE[at:])
    _document_or_error(PAGE[:at] + data)


def _document_or_error(data: bytes) -> None:
    try:
        document = read_html(data)
    except CompareError:
        return
    assert document.text.strip()
    assert document.text.encode()


def test_what_a_page_says_of_section_address_and_access_is_kept_and_not_trusted() -> None:
    data = '{"@type": "NewsArticle", "articleSection": "Harbour", "isAccessibleForFree": false}'
    head = (
        f"<script type='application/ld+json'>{data}</script>"
        "<link rel='canonical' href='https://elsewhere.example/x'>"
    )
    document = read_html(page(head=head), "https://harbour-times.example/ferry")
    assert document.section == "Harbour"
    assert document.free is False
    assert document.canonical == "https://elsewhere.example/x"
    assert document.url == "https://harbour-times.example/ferry"
    plain = read_html(page())
    assert (plain.section, plain.canonical, plain.free) == (None, None, None)


@pytest.mark.parametrize(
    ("value", "free"),
    [("true", True), ("false", False), ('"True"', True), ('"no"', None), ("0", None), ("[]", None)],
)
def test_access_is_told_by_true_and_false_in_whatever_spelling(
    value: str, free: bool | None
) -> None:
    data = f'{{"@type": "NewsArticle", "isAccessibleForFree": {value}}}'
    assert read_html(page(head=f"<script type='application/ld+json'>{data}</script>")).free is free
