"""Show how several news outlets tell the same story, with the exact words as evidence.

import compare

result = compare.compare(["harbour-times.txt", "northern-ledger.html"])
compare.write(result, "report.html")
compare.write(result, "saved.json")
again = compare.read("saved.json")

The values that these functions take and give back are here by name, too: `compare.Document`,
`compare.Fact`, `compare.Comparison` and so on.
"""

from __future__ import annotations

import importlib
import typing

if typing.TYPE_CHECKING:
    from compare import corpus
    from compare.align.events import group_events
    from compare.annotation.article import annotate
    from compare.checking.check import check
    from compare.errors import (
        CompareError,
        FormatError,
        MissingExtra,
        OptionError,
        SourceError,
        StoryError,
        UnrelatedStories,
    )
    from compare.following.follow import follow
    from compare.formats.json import read
    from compare.formats.registry import FormatOptions, write
    from compare.model.articles import Article, DateCertainty, Document, Extra, Provenance, Sentence
    from compare.model.checks import Check
    from compare.model.comparison import Comparison
    from compare.model.corrections import AppliedCorrection, Correction
    from compare.model.facts import Coverage, Fact, Link, Mention, Place, Reason
    from compare.model.figures import Figure
    from compare.model.findings import (
        Absence,
        Citation,
        Conflict,
        Evidence,
        FigureGroup,
        Headline,
        QuoteGroup,
        QuoteMember,
        Reading,
        Reuse,
        Wording,
    )
    from compare.model.follows import Follow
    from compare.model.options import Options
    from compare.model.quotes import Quote, Speaker
    from compare.model.reader import ReaderUse
    from compare.model.spans import Span
    from compare.model.story import Skipped, StoryDocuments, StoryInfo
    from compare.pipeline import compare, compare_story, links
    from compare.reader.settings import Reader
    from compare.signals.texts import similarity
    from compare.sources.corrections import read_corrections
    from compare.sources.document import document
    from compare.sources.fetch.settings import Fetching
    from compare.sources.html import read_html
    from compare.sources.load import load, load_story
    from compare.sources.word_list import read_word_list
    from compare.text.tone import ToneList

# Each name is fetched when it is first asked for: the help of the command comes at once, and
# reading a page does not wait for what compares.
_HOMES = {
    name: home
    for home, names in {
        "compare.align.events": "group_events",
        "compare.annotation.article": "annotate",
        "compare.checking.check": "check",
        "compare.errors": (
            "CompareError FormatError MissingExtra OptionError SourceError StoryError "
            "UnrelatedStories"
        ),
        "compare.following.follow": "follow",
        "compare.formats.json": "read",
        "compare.formats.registry": "FormatOptions write",
        "compare.model.articles": "Article DateCertainty Document Extra Provenance Sentence",
        "compare.model.checks": "Check",
        "compare.model.comparison": "Comparison",
        "compare.model.corrections": "AppliedCorrection Correction",
        "compare.model.facts": "Coverage Fact Link Mention Place Reason",
        "compare.model.figures": "Figure",
        "compare.model.findings": (
            "Absence Citation Conflict Evidence FigureGroup Headline QuoteGroup QuoteMember "
            "Reading Reuse Wording"
        ),
        "compare.model.follows": "Follow",
        "compare.model.options": "Options",
        "compare.model.quotes": "Quote Speaker",
        "compare.model.reader": "ReaderUse",
        "compare.model.spans": "Span",
        "compare.model.story": "Skipped StoryDocuments StoryInfo",
        "compare.pipeline": "compare compare_story links",
        "compare.reader.settings": "Reader",
        "compare.signals.texts": "similarity",
        "compare.sources.corrections": "read_corrections",
        "compare.sources.document": "document",
        "compare.sources.fetch.settings": "Fetching",
        "compare.sources.html": "read_html",
        "compare.sources.load": "load load_story",
        "compare.sources.word_list": "read_word_list",
        "compare.text.tone": "ToneList",
    }.items()
    for name in names.split()
}

__all__ = [
    "Absence",
    "AppliedCorrection",
    "Article",
    "Check",
    "Citation",
    "CompareError",
    "Comparison",
    "Conflict",
    "Correction",
    "Coverage",
    "DateCertainty",
    "Document",
    "Evidence",
    "Extra",
    "Fact",
    "Fetching",
    "Figure",
    "FigureGroup",
    "Follow",
    "FormatError",
    "FormatOptions",
    "Headline",
    "Link",
    "Mention",
    "MissingExtra",
    "OptionError",
    "Options",
    "Place",
    "Provenance",
    "Quote",
    "QuoteGroup",
    "QuoteMember",
    "Reader",
    "ReaderUse",
    "Reading",
    "Reason",
    "Reuse",
    "Sentence",
    "Skipped",
    "SourceError",
    "Span",
    "Speaker",
    "StoryDocuments",
    "StoryError",
    "StoryInfo",
    "ToneList",
    "UnrelatedStories",
    "Wording",
    "annotate",
    "check",
    "compare",
    "compare_story",
    "corpus",
    "document",
    "follow",
    "group_events",
    "links",
    "load",
    "load_story",
    "read",
    "read_corrections",
    "read_html",
    "read_word_list",
    "similarity",
    "write",
]


def __getattr__(name: str) -> object:
    if name == "corpus":
        return importlib.import_module("compare.corpus")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
