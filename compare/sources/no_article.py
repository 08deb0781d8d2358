"""Files that could be read as an article and are none: our own results, links, saved mails."""

from __future__ import annotations

import re

from compare.errors import NoArticleFound

OWN_PDF = b"% made by storydiff\n"
"""Stands behind the end of a PDF that this program made; viewers pass it over."""

_HEAD = 4096
_OWN_PICTURE = re.compile(
    rb"\s*<svg [^>]*>\s*<!-- storydiff -->|\x89PNG.{29}.{4}iTXtSoftware\0\0\0en\0\0storydiff ", re.S
)
# The properties of a Word file are not compressed.
_OWN_WORD = re.compile(rb"PK\x03\x04.*<dc:creator>storydiff</dc:creator>", re.S)
_OWN_PAGE = re.compile(rb'<meta name="?generator"? content="?storydiff ')
_OWN_DATA = re.compile(
    rb'\s*\{\s*"(?:schema|@context)":\s*"(?:http://www\.w3\.org/ns/anno\.jsonld",\s*"id":\s*")?'
    rb"urn:storydiff:"
)
_OWN_TEI = re.compile(rb'<application ident="storydiff"')
_OWN_COLUMNS = re.compile(rb"(?:PAR1|ARROW1).*storydiff:table", re.S)
_OWN_MARKDOWN = re.compile(
    rb"^## How this was made\n.*^storydiff \S+ with these options:$", re.S | re.M
)
_OWN_SUMMARY = re.compile(rb"^Worth a look\n.*^Where every sentence went\n", re.S | re.M)
_OWN_DIFF = re.compile(rb"\A(?:Two versions of one article|Two articles on one event)\n[A-Z]+ ")
_OWN_TABLE = re.compile(
    rb"\xef\xbb\xbf(?:fact,number,label,said_by,|section,number,fact,kind,article,"
    rb"|fact,article,outlet,state,|figure,number,question,|quote,utterance,|conflict,kind,)"
)
_OWN_HEAD = re.compile(
    rb"(?:# )?(?:Text checked against \d+ articles?"
    rb"|A story over time: \d+ articles of \d+ outlets)\n"
)
_ADDRESSES = re.compile(r"\s*(?:https?://\S+\s*)+", re.IGNORECASE)
_SHORTCUT = re.compile(r"\s*(?:\[InternetShortcut\]|\[Desktop Entry\])|.*<key>URL</key>", re.S)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_HEADERS = re.compile(r"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+\n")
_MAIL = re.compile(r"^(?:MIME-Version|Message-ID|Received):", re.MULTILINE | re.IGNORECASE)


def is_own_result(data: bytes) -> bool:
    """True for a report, a summary, a table, a picture or a file that this program wrote."""
    head = data[:_HEAD]
    if any(one.search(head) for one in (_OWN_PAGE, _OWN_TEI, _OWN_DIFF)):
        return True
    if any(one.match(head) for one in (_OWN_DATA, _OWN_TABLE, _OWN_HEAD, _OWN_PICTURE)):
        return True
    if _OWN_COLUMNS.match(data) or data.endswith(OWN_PDF):
        return True
    if data[:2] == b"PK" and _OWN_WORD.match(data):
        return True
    return bool(_OWN_MARKDOWN.search(data) or _OWN_SUMMARY.search(data))


def refuse_no_article(text: str, *, source: str) -> None:
    """NoArticleFound when the text is a link, a list of addresses or a saved mail."""
    if _ADDRESSES.fullmatch(text) or _SHORTCUT.match(text[:_HEAD]):
        found = _ADDRESS.search(text)
        advice = f"Give the address itself: {found[0]}" if found else "Give the address itself"
        raise NoArticleFound(source, "it holds only a link, not the article", advice)
    headers = _HEADERS.match(text)
    if headers and _MAIL.search(headers[0]):
        advice = "Paste the article in it into a .txt file and give that"
        raise NoArticleFound(source, "this is a saved mail, not an article", advice)


def refuse_own_result(data: bytes, *, source: str) -> None:
    """NoArticleFound when this program wrote the bytes itself."""
    if is_own_result(data):
        advice = "Name the articles themselves, or a comparison file (.json) alone"
        raise NoArticleFound(source, "this is a result of storydiff, not an article", advice)
