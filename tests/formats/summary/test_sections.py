"""Every section is said once and printed by every format."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from compare.formats.screen import Screen
from compare.formats.summary.markdown import dump
from compare.formats.summary.sections import SECTIONS, Section
from compare.formats.summary.terminal import summary
from tests.formats.story import market_hall

_LISTS = [one for one in SECTIONS if one.entries is not None]


def _read(markdown: str) -> str:
    """The words that a reader of the Markdown sees, without white space."""
    tokens = (t for block in MarkdownIt().parse(markdown) for t in (block.children or [block]))
    return "".join("".join(token.content.split()) for token in tokens)


@pytest.mark.parametrize("section", _LISTS, ids=lambda one: one.heading)
def test_terminal_and_markdown_print_the_same_lines(section: Section) -> None:
    story = market_hall()
    assert section.entries is not None
    entries = tuple(section.entries(story))
    wide = "".join(summary(story, Screen(width=1000, lines=None), only=[section.name]).split())
    marked = _read(dump(story, only=[section.name]).decode())
    for line in [line for entry in entries for line in (entry.head, *entry.more)]:
        assert "".join(line.split()) in wide
        assert "".join(line.split()) in marked
    assert bool(entries) or section.none_found in summary(story, only=[section.name])


def test_a_section_has_a_heading_of_its_own() -> None:
    assert len({section.heading for section in SECTIONS}) == len(SECTIONS)
