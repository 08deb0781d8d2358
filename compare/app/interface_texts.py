"""The texts of the interface: all of them stand in one file, to be proof-read and translated."""

from __future__ import annotations

import tomllib
from functools import cache

from compare.assets import asset
from compare.errors import CompareError, UnreadableSource


@cache
def interface_words() -> dict[str, dict[str, str]]:
    """The texts of the interface, by page and name."""
    return tomllib.loads(asset("templates", "app/words.toml").read_text(encoding="utf-8"))


def problem(name: str, /, **values: object) -> tuple[str, str]:
    """Why something did not work and what to do next, for an error that names a source.

    >>> problem("no_report")
    ('it is not compared yet', 'Compare it first')
    """
    told = interface_words()["problems"]
    return told[name].format(**values), told[f"{name}_do"].format(**values)


def refusal(name: str, /, **values: object) -> str:
    """A whole message with what to do next.

    >>> refusal("empty_check")
    'The text to check is empty. Give one.'
    """
    return interface_words()["refusals"][name].format(**values)


class PathNotFound(UnreadableSource):
    """What a path names is not there."""


class StoryBusy(CompareError):
    """The story is being worked on, or too many others wait."""


class LibraryFull(CompareError):
    """The library of a user has as much as it may have."""
