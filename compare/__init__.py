"""Show how several news outlets tell the same story, with the exact words as evidence.

import compare

result = compare.compare(["harbour-times.txt", "northern-ledger.html"])
compare.write(result, "report.html")
"""

from __future__ import annotations

import importlib
import sys
import types
import typing

if typing.TYPE_CHECKING:
    from compare import corpus
    from compare.align.events import group_events
    from compare.annotate.article import annotate
    from compare.errors import CompareError
    from compare.formats.registry import write
    from compare.model.comparison import Comparison
    from compare.model.options import Options
    from compare.pipeline import compare, compare_story, links
    from compare.signals.texts import similarity
    from compare.sources.corrections import read_corrections
    from compare.sources.document import document
    from compare.sources.html import read_html
    from compare.sources.load import load, load_story
    from compare.sources.word_list import read_word_list

# Each name is fetched when it is first asked for: the help of the command comes at once, and
# reading a page does not wait for what compares.
_HOMES = {
    "Comparison": "compare.model.comparison",
    "CompareError": "compare.errors",
    "Options": "compare.model.options",
    "annotate": "compare.annotate.article",
    "compare": "compare.pipeline",
    "compare_story": "compare.pipeline",
    "document": "compare.sources.document",
    "group_events": "compare.align.events",
    "links": "compare.pipeline",
    "load": "compare.sources.load",
    "load_story": "compare.sources.load",
    "read_corrections": "compare.sources.corrections",
    "read_html": "compare.sources.html",
    "read_word_list": "compare.sources.word_list",
    "similarity": "compare.signals.texts",
    "write": "compare.formats.registry",
}

__all__ = [
    "CompareError",
    "Comparison",
    "Options",
    "annotate",
    "compare",
    "compare_story",
    "corpus",
    "document",
    "group_events",
    "links",
    "load",
    "load_story",
    "read_corrections",
    "read_html",
    "read_word_list",
    "similarity",
    "write",
]


class _Door(types.ModuleType):
    """The package itself, where a public name wins over a folder of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        # Loading the folder `annotate` would otherwise hide the function of that name.
        if not (name in _HOMES and isinstance(value, types.ModuleType)):
            super().__setattr__(name, value)


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


sys.modules[__name__].__class__ = _Door
