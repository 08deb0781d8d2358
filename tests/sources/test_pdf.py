# ruff: noqa: E501 - the cases read best one a line
"""PDF files: paragraphs, broken words, running heads, and files that are none."""

from __future__ import annotations

import contextlib
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import CompareError, NoArticleFound, UnreadableSource
from compare.model.articles import Document
from compare.sources.load import load
from compare.sources.pdf import read_pdf
from tests.sources.layouts import HEADLINE, STORY
from tests.sources.pdf_pages import Line, pdf

HEAD = Line("Harbour Times, 14 October", down=10, size=8)
TITLE = Line("Ferry adrift off Port Ellery", down=40, size=20)
INFO = "/Title (Ferry adrift off Port Ellery) /Author (Mara Quill) /CreationDate (D:20311014210500)"
FIRST = [
    Line("The ferry drifted for three hours off the coast on Tuesday and the engi-", down=40),
    Line("neers could not start her again, the operator said late that night."),
    Line("All 212 passengers were taken off by lifeboat."),
    Line("Nine were treated for smoke, a spokeswoman of the hospital told reporters", x=90),
    Line("who waited on the quay, and a well-known captain spoke of a well-"),
    Line("known risk that nobody had wanted to hear about, least of all the"),
]
SECOND = [
    Line("owners of the ship.", down=30),
    Line("An inquiry begins on Wednesday in the town hall of Port Ellery, where", down=40),
    Line("the harbour master will be heard."),
]
THIRD = [
    Line("The ship was built in 2009 and can carry more than six hundred people.", down=30),
    Line("She will stay in port for at least a month while her engines are taken"),
    Line("apart."),
]


def foot(number: int) -> Line:
    return Line(f"Page {number} of 3", down=70, size=8)


WHOLE = pdf(
    [[HEAD, TITLE, *FIRST, foot(1)], [HEAD, *SECOND, foot(2)], [HEAD, *THIRD, foot(3)]], info=INFO
)


def read(data: bytes) -> Document:
    return read_pdf(data, source="ferry.pdf", outlet="Harbour Times")


def test_paragraphs_are_put_together_from_lines_over_the_ends_of_pages() -> None:
    assert read(WHOLE).text.split("\n\n") == [
        "The ferry drifted for three hours off the coast on Tuesday and the engineers could not "
        "start her again, the operator said late that night.",
        "All 212 passengers were taken off by lifeboat.",
        "Nine were treated for smoke, a spokeswoman of the hospital told reporters who waited on "
        "the quay, and a well-known captain spoke of a well-known risk that nobody had wanted to "
        "hear about, least of all the owners of the ship.",
        "An inquiry begins on Wednesday in the town hall of Port Ellery, where the harbour master "
        "will be heard.",
        "The ship was built in 2009 and can carry more than six hundred people. She will stay in "
        "port for at least a month while her engines are taken apart.",
    ]


def test_running_heads_are_kept_beside_the_text() -> None:
    assert [extra.text for extra in read(WHOLE).extras] == [
        "Harbour Times, 14 October",
        "Page 1 of 3",
    ]


def test_what_the_file_says_of_itself_is_carried_with_its_source() -> None:
    document = read(WHOLE)
    assert document.headline == "Ferry adrift off Port Ellery"
    assert document.byline == "Mara Quill"
    assert document.published is None
    assert document.published_guess == datetime(2031, 10, 14, tzinfo=UTC)
    assert {item.field: item.source for item in document.provenance} == {
        "headline": "PDF",
        "byline": "PDF",
        "published_guess": "PDF",
        "outlet": "file name",
    }


def test_a_pdf_is_marked_as_less_to_be_trusted() -> None:
    assert read(WHOLE).notes == ("Read from a PDF: where its paragraphs begin is a guess.",)


def test_a_title_that_the_page_does_not_show_is_no_headline() -> None:
    data = pdf([[TITLE, *FIRST]], info="/Title (Microsoft Word - draft7.doc)")
    assert read(data).headline == "Ferry adrift off Port Ellery"
    assert read(pdf([FIRST], info="/Title (draft7)")).headline is None


@pytest.mark.parametrize("day", ["D:20319999", "D:2031", "yesterday", ""])
def test_a_day_that_does_not_exist_is_left_out(day: str) -> None:
    assert read(pdf([FIRST], info=f"/CreationDate ({day})")).published is None


def test_a_file_is_known_by_its_first_bytes_whatever_it_is_called(tmp_path: Path) -> None:
    for name in ("harbour-times.pdf", "harbour-times", "harbour-times.html"):
        path = tmp_path / name
        path.write_bytes(WHOLE)
        document = load(path)
        assert document.text == read(WHOLE).text
        assert document.outlet == "Harbour Times"


@pytest.mark.parametrize(
    ("data", "error", "why"),
    [
        (b"%PDF-1.4\nnothing", UnreadableSource, "this PDF is damaged"),
        (WHOLE[:200], UnreadableSource, "this PDF is damaged"),
        (pdf([[TITLE]]), NoArticleFound, "hardly any text"),
        (pdf([]), UnreadableSource, "damaged"),
        (pdf([[]] * 101), UnreadableSource, "101 pages"),
    ],
)
def test_a_pdf_without_an_article_says_why(
    data: bytes, error: type[CompareError], why: str
) -> None:
    with pytest.raises(error, match=why):
        read(data)


def test_without_the_package_the_command_that_installs_it_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UnreadableSource, match=r"pip install 'storydiff\[pdf\]'"):
        read(WHOLE)


@settings(deadline=None, max_examples=12)
@given(at=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_any_damage_gives_a_document_or_an_error_of_ours(at: int, byte: int, cut: bool) -> None:
    data = WHOLE[:at] if cut else WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    with contextlib.suppress(CompareError):
        assert read(data).text.strip()


def columns(count: int) -> list[list[tuple[str, float, float]]]:
    """The story of `layouts` in columns: each line with its place."""
    width, step = 86 // count, 500 / count
    each = -(-len(STORY) // count)
    placed = []
    for number in range(count):
        y, column = 760.0, []
        for text in STORY[number * each : (number + 1) * each]:
            for i, line in enumerate(textwrap.wrap(text, width)):
                y -= 14 if i else 24
                column.append((line, 50 + number * step, y))
        placed.append(column)
    return placed


ORDERS: dict[str, Callable[[list[list[tuple[str, float, float]]]], list[tuple[str, float, float]]]] = {
    "column by column": lambda cs: [line for column in cs for line in column],
    "the last column first": lambda cs: [line for column in cs[::-1] for line in column],
    "row by row": lambda cs: sorted((x for c in cs for x in c), key=lambda x: (-x[2], x[1])),
    "row by row from the right": lambda cs: sorted((x for c in cs for x in c), key=lambda x: (-x[2], -x[1])),
    "in turns": lambda cs: [x for row in zip_longest(*cs) for x in row if x],
    "from the foot": lambda cs: [line for column in cs for line in column][::-1],
}  # fmt: skip


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("order", ORDERS)
def test_columns_are_read_one_by_one_however_they_are_drawn(order: str, count: int) -> None:
    drawn = [(HEADLINE, 50.0, 790.0), *ORDERS[order](columns(count))]
    lines, last = [], 800.0
    for text, x, y in drawn:
        lines.append(Line(text, down=last - y, x=x, size=18 if text == HEADLINE else 9))
        last = y
    document = read_pdf(pdf([lines]), source="a.pdf", outlet="Quay Courier")
    assert document.text.split("\n\n") == list(STORY)
    assert document.headline == HEADLINE
