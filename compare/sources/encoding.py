"""Bytes of a file or a page, read as text."""

from __future__ import annotations

import codecs
import re

from compare.errors import UnreadableSource

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The WHATWG Encoding Standard reads these labels as their Windows supersets, as browsers do.
BROWSER_READS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    # A declaration that can be read byte by byte cannot be true for these.
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
    "utf-7": "utf-8",
}
# Python's own codecs that no page is written in.
NO_CHARSETS = frozenset({"unicode_escape", "raw_unicode_escape", "punycode", "idna", "undefined"})
DECLARED = (
    re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE),
)
DECLARED_WITHIN = 4096  # browsers look at the first 1,024 bytes; many pages declare it later
SIGNATURES = (
    (b"%PDF-", "a PDF file", "Save its text as .txt and give that"),
    (b"PK\x03\x04", "a packed file (.zip, .docx or the like)", "Unpack it, or save it as .txt"),
    (b"\x1f\x8b", "a compressed file", "Unpack it first"),
    (b"bplist00", "a web archive in a binary form", "Save the page as HTML instead"),
    (b"\x89PNG", "a picture", "Give the article as text or as a saved page"),
    (b"\xff\xd8\xff", "a picture", "Give the article as text or as a saved page"),
    (b"GIF8", "a picture", "Give the article as text or as a saved page"),
    (b"\xd0\xcf\x11\xe0", "an old Office file or an Outlook mail", "Save it as .docx or .eml"),
    (b"{\\rtf", "a rich-text file", "Save it as .txt and give that"),
)
HIGH_HALF = {
    byte: bytes((byte,)).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
CONTROL = bytes({*range(32), 0x7F} - {*b"\t\n\v\f\r\x1b"})
SAMPLE = 65_536  # bytes
LEAST_WIDE = 0.4  # share of NULs in every second byte of UTF-16 in the letters of English
MOST_STRAY = 0.02
STRAY_NULS = 0.001  # share of a text that a fault put in; binary files have far more
SURELY = 3  # characters that fit for each bad byte
CONTROL_SHARE = 0.02  # text files hold none; compressed and compiled ones far more


def decode(data: bytes, *, source: str, charset: str | None = None, markup: bool = False) -> str:
    """The text of `data`, without a byte-order mark; UnreadableSource when it is not text.

    In this order: a byte-order mark; UTF-16 by its NUL bytes; strict UTF-8; the given `charset` (as
    of an HTTP header); a charset that `markup` declares in its head; UTF-8 or one of these with a
    few bytes that do not fit, each read as U+FFFD; Windows-1252, as browsers do. Strict UTF-8 goes
    before a declaration, because pages that declare Latin-1 and are UTF-8 are common, while legacy
    text that is valid UTF-8 by chance is not.
    """
    if wide := _unmarked_utf16(data):
        return _checked(data.decode(wide, "replace"), source)
    refuse_binary(data, source=source)
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(name, "replace"), source)
    declared = [
        codec
        for label in (charset, _declared(data) if markup else None)
        if (codec := _codec(label))
    ]
    # ISO-2022-JP is ASCII with escapes, so it is valid UTF-8 as well.
    escaped = data.isascii() and b"\x1b" in data
    order = [*declared, "utf-8"] if escaped else ["utf-8", *declared]
    text = None if escaped else _strict(data, "utf-8")
    # Any bytes are valid in most charsets of one byte, so UTF-8 with a fault is looked for first.
    if text is None and not escaped:
        text = _nearly(data, "utf-8", surely=True)
    for read in (_strict, _nearly):
        for codec in order:
            text = read(data, codec) if text is None else text
    return _checked(windows_1252(data) if text is None else text, source)


def windows_1252(data: bytes) -> str:
    """Every byte as a character: Windows-1252 with its five holes filled as browsers fill them."""
    return data.decode("latin-1").translate(HIGH_HALF)


def refuse_binary(data: bytes, *, source: str) -> None:
    """UnreadableSource, with its kind where known, if `data` is no text in any encoding we read."""
    for signature, what, advice in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource(source, f"this is {what}, not text", advice)
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS[1:]):
        return
    advice = "Save the article as plain text (UTF-8) or as an HTML page"
    if data.count(0) > STRAY_NULS * len(data):
        raise UnreadableSource(source, "it holds NUL bytes, so it is not a text file", advice)
    head = data[:SAMPLE]
    if len(head) - len(head.translate(None, CONTROL)) > CONTROL_SHARE * len(head):
        raise UnreadableSource(source, "it is a binary file, not text", advice)


def _declared(data: bytes) -> str | None:
    for pattern in DECLARED:
        if found := pattern.search(data[:DECLARED_WITHIN]):
            return found[1].decode("ascii", "ignore")
    return None


def _codec(name: str | None) -> str | None:
    """Python's name of a text codec, as browsers read the label; None if there is none."""
    if not name:
        return None
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
        "".encode(found.name)
    except (LookupError, ValueError):
        return None
    if found.name.replace("-", "_") in NO_CHARSETS:
        return None
    return BROWSER_READS.get(found.name, found.name)


def _strict(data: bytes, codec: str) -> str | None:
    if codec == "cp1252":
        return windows_1252(data)
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError):
        return None


def _nearly(data: bytes, codec: str, *, surely: bool = False) -> str | None:
    """The text with U+FFFD for the bytes that do not fit, if others show that the codec is right.

    Letters beyond ASCII that are valid by chance are rare, so as many of them as bad bytes will do.
    """
    text = data.decode(codec, "replace")
    bad = text.count("\ufffd")
    good = sum(character > "\x7f" for character in text) - bad
    return text if (SURELY if surely else 1) * bad <= good else None


def _unmarked_utf16(data: bytes) -> str | None:
    """The UTF-16 of a text without a byte-order mark, by where its ASCII characters have NULs."""
    head = data[: SAMPLE - SAMPLE % 2]
    if len(head) < 4 or b"\0" not in head or data.startswith(tuple(m for m, _ in BYTE_ORDER_MARKS)):
        return None
    even, odd = (head[start::2].count(0) / (len(head) / 2) for start in (0, 1))
    if odd >= LEAST_WIDE and even <= MOST_STRAY:
        return "utf-16-le"
    return "utf-16-be" if even >= LEAST_WIDE and odd <= MOST_STRAY else None


def _checked(text: str, source: str) -> str:
    if text.count("\0") > STRAY_NULS * len(text):
        raise UnreadableSource(
            source,
            "it holds NUL characters, so it is not a text file",
            "Save the article as plain text (UTF-8) or as an HTML page",
        )
    return text.removeprefix("\ufeff").replace("\0", "\ufffd")
