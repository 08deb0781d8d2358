# ruff: noqa: E501 - the cases read best one a line
"""The files that people keep articles in, and those that hold no article."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from compare.errors import CompareError, NoArticleFound, UnreadableSource
from compare.sources.article_file import SUFFIXES, read_article_file
from compare.sources.load import load, load_all, load_story
from tests.sources.layouts import HEADLINE, STORY
from tests.sources.made_files import FILES, OTHERS, epub, mail, odt, zipped

# Forms whose files stand in test_records, test_pdf, test_warc and test_markdown.
ELSEWHERE = {"json", "lines", "pdf", "archive", "markdown"}


def test_every_form_that_a_suffix_stands_for_is_read_in_a_test() -> None:
    here = {SUFFIXES.get(Path(name).suffix) for name in FILES}
    assert set(SUFFIXES.values()) - ELSEWHERE <= here


@pytest.mark.parametrize("name", FILES)
def test_the_article_comes_out_of_the_file_with_its_headline(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    document = load(tmp_path / name)
    lines = [line for line in re.split(r"\n+", document.text) if line != HEADLINE]
    assert lines == list(STORY)
    assert document.headline == HEADLINE


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_that_holds_no_article_is_called_what_it_is(tmp_path: Path, name: str) -> None:
    data, what = OTHERS[name]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(CompareError, match=re.escape(what)):
        load(tmp_path / name)


@pytest.mark.parametrize("name", ["feed.xml", "sitemap.xml", "feeds.opml"])
def test_a_list_of_articles_is_answered_with_how_to_use_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OTHERS[name][0])
    with pytest.raises(NoArticleFound, match="storydiff find WORDS --from FILE"):
        load(tmp_path / name)


@pytest.mark.parametrize("name", OTHERS)
def test_such_a_file_takes_no_article_with_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(OTHERS[name][0])
    for good in ("quay.txt", "lantern.txt"):
        (tmp_path / good).write_text("\n\n".join(STORY))
    loaded = load_all([str(tmp_path / one) for one in ("quay.txt", name, "lantern.txt")])
    assert [document.outlet for document in loaded.documents] == ["Quay", "Lantern"]
    assert len(loaded.skipped) == 1


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(STORY),
        "Results\n\nAlder 3, Birch 1\nCedar 2, Damson 2\nElm 0, Fir 1\nThe season goes on.",
        "1\n\nThe first chapter of the report begins with a storm.\n\n2\n\nThe second ends it.",
        "The price rose, the yield fell, and nobody knew why.\nBanks said so, dealers said so, and "
        "so did I.\nIt was cold, wet, and late.\nThen it was warm, dry, and early.",
    ],
)
def test_a_text_that_looks_a_little_like_one_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert load(tmp_path / "a.txt").text.strip() == text.strip()


def test_a_newsletter_is_of_its_sender_and_of_the_day_it_was_sent(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(FILES["newsletter.eml"])
    document = load(tmp_path / "a.eml")
    assert document.outlet == "Quay Courier"
    assert document.published
    assert document.published.date() == date(2031, 11, 6)


def test_the_making_of_a_file_is_a_guess_at_its_publication(tmp_path: Path) -> None:
    for name in ("headed.odt", "headed.docx"):
        (tmp_path / name).write_bytes(FILES[name])
        document = load(tmp_path / name)
        assert document.published is None
        assert document.published_guess is not None


def test_an_edition_states_its_outlet_and_day(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(FILES["body.xml"])
    document = load(tmp_path / "a.xml")
    assert (document.outlet, document.byline) == ("Quay Courier", "Ines Calder")
    assert document.published
    assert document.published.date() == date(2031, 11, 6)


def test_an_e_book_of_several_articles_gives_each(tmp_path: Path) -> None:
    bodies = [
        f"<h1>{name}</h1>" + "".join(f"<p>{t}</p>" for t in STORY) for name in ("A storm", "A calm")
    ]
    (tmp_path / "week.epub").write_bytes(epub(*bodies, title="The week"))
    documents = load_story(tmp_path / "week.epub")
    assert [document.headline for document in documents] == ["A storm", "A calm"]
    assert all(document.outlet == "Quay Courier" for document in documents)


def bomb(name: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        with archive.open(name, "w") as stream:
            for _ in range(90):
                stream.write(b" " * 1_000_000)
    return out.getvalue()


ODT = "application/vnd.oasis.opendocument.text"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>'
)
STOLEN = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", bomb("word/document.xml")),
        ("a.odt", bomb("content.xml", ODT)),
        ("a.epub", bomb("META-INF/container.xml")),
        ("a.wacz", zipped({"datapackage.json": "{}", "archive/a.warc.gz": "no archive"})),
        ("a.wacz", zipped({"datapackage.json": "{}"})),
        ("a.docx", b"PK\x03\x04" + b"broken" * 50),
        ("a.docx", zipped({"word/document.xml": "<a>"})),
        ("a.odt", zipped({"mimetype": ODT, "content.xml": "<a>"})),
        ("a.odt", zipped({"mimetype": ODT})),
        ("a.epub", zipped({"META-INF/container.xml": "<a/>"})),
        ("a.epub", epub("<p>Few words.</p>")),
        ("a.rtf", b"{\\rtf1 }"),
        ("a.rtf", b"{\\rtf1 " + b"{" * 200_000),
        ("a.eml", b"Subject: x\nMIME-Version: 1.0\n\n"),
        ("a.eml", b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 9_000),
        ("a.tei", b"<TEI><teiHeader/></TEI>"),
        ("a.tei", b"<TEI><text><body></body></text>"),
        ("a.tei", (LAUGHS + "<TEI><text><body><p>&e;</p></body></text></TEI>").encode()),
        ("a.tei", b"<TEI>" + b"<text>" * 50_000),
    ],
)  # fmt: skip
def test_a_damaged_or_hostile_file_is_refused_within_bounds(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises((UnreadableSource, NoArticleFound)):
        load_story(tmp_path / name)


def test_no_other_file_is_read_through_an_entity(tmp_path: Path) -> None:
    body = f"<TEI><text><body><p>&x;</p><p>{STORY[0]}</p></body></text></TEI>"
    (tmp_path / "a.tei").write_bytes((STOLEN + body).encode())
    assert load(tmp_path / "a.tei").text == STORY[0]


def test_a_mail_without_its_page_is_read_by_its_text() -> None:
    data = mail("<html><body><img src='a.png'></body></html>", "\n\n".join(STORY))
    records = read_article_file(data, name="a.eml", source="a.eml")
    assert records.documents[0].text.split("\n\n") == list(STORY)


def test_the_page_of_a_text_keeps_deleted_words_out() -> None:
    inside = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p>"
        f"</text:deletion></text:changed-region></text:tracked-changes><text:p>{STORY[0]}</text:p>"
    )
    records = read_article_file(odt(inside), name="a.odt", source="a.odt")
    assert records.documents[0].text == STORY[0]
