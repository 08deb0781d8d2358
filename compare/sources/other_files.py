"""Files that hold something else than an article: feeds, lists, tables, subtitles and the like."""

from __future__ import annotations

import re
from pathlib import PurePath

from compare.errors import NoArticleFound

HEAD = 65_536
ROOT = re.compile(
    r"\A\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>\s*)*<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL,
)
FIND = "List its articles with: storydiff find WORDS --from FILE; then give their addresses"
TEXT = "Give the article as text or as a saved page"
LISTS = {
    "rss": "a feed",
    "feed": "a feed",
    "rdf": "a feed",
    "urlset": "a sitemap",
    "sitemapindex": "a list of sitemaps",
    "opml": "a list of feeds (OPML)",
}
# Other forms of XML, by their outermost element.
XML = {
    "tt": "a file of subtitles",
    "svg": "a picture",
    "kml": "a map",
    "gpx": "a map",
    "plist": "a file of settings",
    "xliff": "a file of translations",
    "score-partwise": "music",
}
SUBTITLES = re.compile(
    r"\A\s*(?:WEBVTT\b|\[Script Info\]|\d+\s*\n\s*\d{1,2}:\d\d:\d\d[,.]\d{3}\s*-->|"
    r"\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3}\s*\n|\{\d+\}\{\d+\})"
)
SUFFIXES = {
    ".srt": "a file of subtitles",
    ".vtt": "a file of subtitles",
    ".ass": "a file of subtitles",
    ".ssa": "a file of subtitles",
    ".sbv": "a file of subtitles",
    ".csv": "a table",
    ".tsv": "a table",
    ".tab": "a table",
    ".ics": "a calendar",
    ".vcf": "a list of addresses",
    ".bib": "a list of references",
    ".ris": "a list of references",
    ".rss": "a feed",
    ".atom": "a feed",
    ".opml": "a list of feeds (OPML)",
}
OPENINGS = (
    (re.compile(r"\A\s*BEGIN:VCALENDAR"), "a calendar"),
    (re.compile(r"\A\s*BEGIN:VCARD"), "a list of addresses"),
    (re.compile(r"\A\s*\{[^{}]{0,2000}\"version\"\s*:\s*\"https://jsonfeed\.org/"), "a feed"),
    (
        re.compile(r"\A\s*\{[^{}]{0,200}\"log\"\s*:\s*\{[^{}]{0,200}\"version\"", re.S),
        "a log of a browser (HAR)",
    ),
)
STORY_TABLE = re.compile(r"^\s*\[\[\s*articles\s*\]\]\s*$", re.MULTILINE)
SUBTITLE_ADVICE = "Subtitles have no paragraphs and no headline; give the written report"
TABLE_ADVICE = "Give the articles themselves, or a .jsonl file with one article a line"
LEAST_ROWS = 4
LEAST_COLUMNS = 3
LONG_CELL = 120  # letters; cells of tables are shorter than sentences of a text with semicolons


def refuse_other_file(text: str, *, name: str, source: str) -> None:
    """NoArticleFound, with what to do instead, for a text that is surely something else.

    `name` is the file's name, as far as there is one.
    """
    head = text[:HEAD]
    suffix = PurePath(name).suffix.lower()
    if suffix == ".toml" or (STORY_TABLE.search(head) and not head.lstrip().startswith("<")):
        advice = "Name the folder that it lies in, not the file"
        raise NoArticleFound(source, "this is the description of a story, not an article", advice)
    if what := _kind(head, suffix):
        raise NoArticleFound(source, f"this is {what}, not an article", _advice(what))


def xml_root_name(text: str) -> str:
    """The name of the outermost element of an XML text without its namespace; "" for other text."""
    found = ROOT.match(text[:HEAD])
    return found[1] if found else ""


def _kind(head: str, suffix: str) -> str:
    root = xml_root_name(head).lower()
    if root in LISTS:
        return LISTS[root]
    if root in XML:
        return XML[root]
    if SUBTITLES.match(head):
        return "a file of subtitles"
    for opening, what in OPENINGS:
        if opening.match(head):
            return what
    if suffix in SUFFIXES and not root:
        return SUFFIXES[suffix]
    if (head.lstrip().startswith("<?xml") or suffix == ".xml") and root not in (
        "html",
        "tei",
        "teicorpus",
    ):
        return f"an XML file ({root})"
    return "a table" if _is_table(head) else ""


def _is_table(head: str) -> bool:
    """True for lines of short cells, each with as many as the others."""
    lines = [line for line in head.split("\n")[:40] if line.strip()]
    if len(lines) < LEAST_ROWS:
        return False
    for mark in ("\t", ";", ",", "|"):
        counts = {line.strip("|").count(mark) for line in lines[:-1]}
        short = all(len(cell) < LONG_CELL for line in lines for cell in line.split(mark))
        if len(counts) == 1 and counts.pop() >= LEAST_COLUMNS - 1 and short:
            return not any(line.rstrip().endswith(('."', ".”", ".")) for line in lines)
    return False


def _advice(what: str) -> str:
    if what in LISTS.values():
        return FIND
    if "subtitles" in what:
        return SUBTITLE_ADVICE
    return TABLE_ADVICE if what == "a table" else TEXT
