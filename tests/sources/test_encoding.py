from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import CompareError, UnreadableSource
from compare.sources.encoding import decode
from compare.sources.plain import read_plain

CHARSETS = [None, "utf-8", "cp1251", "utf-16", "shift_jis", "raw_unicode_escape", "punycode"]
LETTERS = "Škoda – “Zürich” €5"


def test_utf_8_is_read_with_and_without_a_byte_order_mark() -> None:
    assert decode(LETTERS.encode(), source="a") == LETTERS
    assert decode(codecs.BOM_UTF8 + LETTERS.encode(), source="a") == LETTERS


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_32_are_read_by_their_byte_order_mark(codec: str) -> None:
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    data = marks.get(codec, b"") + LETTERS.encode(codec)
    assert decode(data, source="a") == LETTERS


def test_bytes_that_are_no_utf_8_are_read_as_windows_1252() -> None:
    assert decode("“Zürich” €5".encode("cp1252"), source="a") == "“Zürich” €5"
    assert decode(b"a\x81b\xe9", source="a") == "a\x81bé"


@pytest.mark.parametrize(
    ("declared", "codec", "words"),
    [
        ('<meta charset="windows-1251">', "cp1251", "Пожар на пароме"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">',
            "iso8859-2",
            "Škoda řeka",
        ),
        ('<?xml version="1.0" encoding="Shift_JIS"?>', "cp932", "フェリー火災"),
        ("<meta charset=iso-2022-jp>", "iso2022_jp", "フェリー火災"),
        ("<meta charset=latin1>", "cp1252", "“Zürich” €5"),
        ("<meta charset=gb2312>", "gb18030", "渡轮火灾"),
    ],
)
def test_a_page_is_read_in_the_charset_it_declares(declared: str, codec: str, words: str) -> None:
    page = f"{declared}<p>{words}</p>"
    assert decode(page.encode(codec), source="a", markup=True) == page


def test_a_header_charset_goes_before_the_declared_one() -> None:
    page = '<meta charset="windows-1251"><p>řeka'
    assert decode(page.encode("cp1250"), source="a", charset="cp1250", markup=True) == page


def test_utf_8_goes_before_a_wrong_declaration() -> None:
    page = '<meta charset="iso-8859-1"><p>Zürich'
    assert decode(page.encode(), source="a", markup=True) == page


@pytest.mark.parametrize("label", ["no-such-charset", "base64", "hex", "utf-16", "idna", "x\x00y"])
def test_an_impossible_charset_is_passed_over(label: str) -> None:
    assert decode("<p>Zürich".encode("cp1252"), source="a", charset=label) == "<p>Zürich"


@pytest.mark.parametrize(
    "data",
    [
        b"text\0with NUL",
        b"%PDF-1.7 text",
        b"PK\x03\x04 zip",
        b"\x89PNG\r\n",
        bytes(range(1, 32)) * 20,
        "a\0b".encode("utf-16"),
    ],
)
def test_binary_files_are_refused_with_advice(data: bytes) -> None:
    with pytest.raises(UnreadableSource) as caught:
        decode(data, source="picture.txt")
    assert caught.value.source == "picture.txt"
    assert caught.value.advice


@settings(deadline=None)
@given(st.binary(), st.booleans(), st.sampled_from(CHARSETS))
def test_any_bytes_give_text_or_an_error_of_ours(
    data: bytes, markup: bool, charset: str | None
) -> None:
    try:
        text = decode(data, source="a", markup=markup, charset=charset)
    except CompareError:
        return
    assert text.encode().decode() == text
    assert "\0" not in text


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs", "Cc"])))
def test_utf_8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), source="a") == text


PLAIN = (
    "The mayor’s office said “no” — the café was shut on Thursday, and nobody was hurt there. " * 8
)
BAD = (b"\xff", b"\xfe", b"\x80", b"\xc3", b"\xe2\x80", b"\x92", b"\xf0\x9f", b"\xed\xa0\x80")


@pytest.mark.parametrize("charset", [None, "utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("where", [0, 40, 400, None])
def test_a_few_bad_bytes_do_not_change_the_rest(
    bad: bytes, where: int | None, charset: str | None
) -> None:
    data = PLAIN.encode()
    at = len(data) if where is None else data.index(b" ", where)
    text = decode(data[:at] + bad + data[at:], source="a.txt", charset=charset)
    assert text.replace("\ufffd", "") == PLAIN
    assert 1 <= text.count("\ufffd") <= len(bad)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", [PLAIN, "<html><body>" + PLAIN, "A short line.\n", "2031-11-06\n" * 9]
)
def test_utf_16_without_a_mark_is_recognised(codec: str, text: str) -> None:
    assert decode(text.encode(codec), source="a.txt") == text


@pytest.mark.parametrize(
    "data", [b"\0" * 40, b"PK\x03\x04" + b"\0a" * 9 + b"\0\0", bytes(range(256)) * 4]
)
def test_nul_bytes_of_other_files_are_no_utf_16(data: bytes) -> None:
    with pytest.raises(UnreadableSource):
        decode(data, source="a.bin")


def test_a_stray_nul_byte_does_not_cost_the_page() -> None:
    data = (PLAIN * 2).encode()
    assert decode(data[:90] + b"\0" + data[90:], source="a.txt").count("\ufffd") == 1


def test_characters_that_could_not_be_read_are_counted_in_a_note() -> None:
    data = PLAIN.encode().replace(b"Thursday", b"Thurs\xffday")
    document = read_plain(decode(data, source="a.txt"), outlet="Quay Courier")
    assert "8 characters of this text could not be read; each stands as \ufffd." in document.notes
