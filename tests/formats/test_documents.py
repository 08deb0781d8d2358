"""A comparison for people who do not read HTML: Word and PDF files, pictures of the grid."""

from __future__ import annotations

import io
import struct
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import docx
import pypdfium2
import pytest

from compare.errors import FormatError, MissingExtra
from compare.formats import browser
from compare.formats.grid import Sign, shown_rows
from compare.formats.grid_picture import grid_svg, picture
from compare.formats.handout import Handout, HandoutGrid, HandoutSection, handout
from compare.formats.registry import DOCUMENTS, render
from compare.formats.word_file import word_file
from compare.formats.word_lines import SectionEntry
from compare.model.comparison import Comparison
from compare.sources.no_article import is_own_result
from tests.bundled import comparison
from tests.formats.crowd import crowd
from tests.formats.hostile import hostile_story
from tests.formats.press import press
from tests.formats.story import market_hall
from tests.report.browser import missing_browser

needs_browser = pytest.mark.skipif(bool(missing_browser()), reason=missing_browser() or "there")
STORIES: dict[str, Callable[[], Comparison]] = {
    "demo": lambda: comparison("demo"),
    "three": market_hall,
    "twenty": lambda: press(20, shared=10, own=1),
    "fifty": lambda: crowd(50),
}
SVG = "{http://www.w3.org/2000/svg}"


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG, each with a checksum that is right."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        body = png[at + 4 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(body)
        yield body[:4], body[4:]
        at += 12 + length


def test_a_word_file_has_headings_lists_and_a_table_with_a_header() -> None:
    made = docx.Document(io.BytesIO(render(comparison("demo"), "docx")))
    headings = [
        p.text for p in made.paragraphs if ((p.style and p.style.name) or "").startswith("Head")
    ]
    assert headings[:2] == ["In short", "Outlets"]
    assert any(p.style and p.style.name == "List Bullet" for p in made.paragraphs)
    (table,) = made.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Fact", "A", "B", "C", "D"]
    assert "tblHeader" in table.rows[0]._tr.xml
    assert [cell.text for cell in table.rows[1].cells][1:] == ["14", "14", "≥12", "15"]


def test_every_word_of_a_handout_is_in_its_word_file() -> None:
    made = Handout(
        title="A title",
        notice="Invented.",
        sections=(
            HandoutSection(
                heading="In short",
                entries=(SectionEntry(mark="A", head="One thing.", more=("Its evidence.",)),),
                none_found="",
            ),
            HandoutSection(heading="Quotes", entries=(), none_found="None was changed."),
        ),
        grid=HandoutGrid(letters=("A", "B"), rows=(("It fell", ("yes", "–")),), left_out="2 more."),
        source="Made by hand.",
    )
    document = docx.Document(io.BytesIO(word_file(made)))
    said = [p.text for p in document.paragraphs]
    assert said == [
        *("A title", "Invented.", "In short", "A One thing.", "Its evidence."),
        *("Quotes", "None was changed.", "Who says what", "2 more.", "Made by hand."),
    ]
    assert [[c.text for c in row.cells] for row in document.tables[0].rows] == [
        ["Fact", "A", "B"],
        ["It fell", "yes", "–"],
    ]


@pytest.mark.parametrize("name", ["docx", "svg"])
@pytest.mark.parametrize("story", STORIES)
def test_a_file_is_the_same_each_time_and_is_known_as_ours(name: str, story: str) -> None:
    data = render(STORIES[story](), name)
    assert data == render(STORIES[story](), name)
    assert is_own_result(data)


def test_a_word_file_names_no_day_and_nobody() -> None:
    data = render(comparison("demo"), "docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "1980-01-01" in core
    assert "python-docx" not in core


@pytest.mark.parametrize("story", STORIES)
def test_a_picture_is_well_formed_and_tells_its_grid_in_words(story: str) -> None:
    found = STORIES[story]()
    tree = ET.fromstring(grid_svg(found))
    told = tree.findtext(f"{SVG}desc") or ""
    for row in shown_rows(found)[:4]:
        if len(row.said_by) > 1:
            for cell in row.cells:
                word = "not found" if cell.sign is Sign.NOT_FOUND else cell.article
                assert f"{cell.article} " in told
                assert word in told
    assert tree.findtext(f"{SVG}title")
    assert tree.get("role") == "img"


@pytest.mark.parametrize("story", STORIES)
def test_nothing_stands_outside_the_picture(story: str) -> None:
    made = picture(STORIES[story]())
    assert all(x < made.width - 60 for x, _ in made.heads)
    assert all(row.y < made.height for row in made.rows)
    assert all(y < made.height - 30 for y, _ in made.names)


def test_text_from_an_article_cannot_become_markup() -> None:
    for name in ("svg", "docx"):
        data = render(hostile_story("<script>alert(1)</script>\x00\x0b", "a & b"), name)
        if name == "svg":
            assert b"<script" not in data


@needs_browser
def test_a_pdf_is_short_tagged_and_the_same_on_any_day() -> None:
    data = render(comparison("demo"), "pdf")
    assert data == render(comparison("demo"), "pdf")
    assert is_own_result(data)
    document = pypdfium2.PdfDocument(data)
    assert 1 <= len(document) <= 3
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert "How many passengers?" in text
    assert b"/MarkInfo" in data
    document.close()


@needs_browser
def test_a_png_has_the_size_of_its_picture_and_its_words() -> None:
    data = render(market_hall(), "png")
    assert is_own_result(data)
    parts = dict(chunks(data))
    made = picture(market_hall())
    assert struct.unpack(">II", parts[b"IHDR"][:8]) == (2 * made.width, 2 * made.height)
    assert made.alternative.encode() in data
    assert b"IEND" in parts


@pytest.mark.parametrize("name", ["pdf", "png"])
def test_without_a_browser_it_says_what_to_install(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "_NAMES", ())
    monkeypatch.setattr(browser, "_PLACES", ())
    with pytest.raises(MissingExtra, match=r"Install one, or write \.html"):
        render(market_hall(), name)


def test_a_browser_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_NAMES", ("false",))
    with pytest.raises(FormatError, match="could not make the file"):
        render(market_hall(), "pdf")


def test_an_excerpt_shows_nothing_more_in_a_handout() -> None:
    from compare.formats.excerpts import excerpt_of

    story = excerpt_of(comparison("demo"))
    hidden = [
        story.article(a.letter).words_of(s.span)
        for a in story.articles
        for s in a.sentences
        if "░" in story.article(a.letter).words_of(s.span)
    ]
    assert hidden
    assert "░" not in str(handout(story))
    assert "░" not in grid_svg(replace(story))
    assert set(DOCUMENTS) == {"docx", "pdf", "svg", "png"}
