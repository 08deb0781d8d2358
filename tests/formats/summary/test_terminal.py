"""The summary: any width, any encoding, any number of outlets."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from compare.errors import OptionError
from compare.formats.highlights import highlights
from compare.formats.screen import Screen
from compare.formats.summary.sections import SECTION_NAMES, account_text
from compare.formats.summary.terminal import summary
from compare.model.comparison import Account, Comparison
from tests.formats.builder import Draft, plain
from tests.formats.crowd import crowd
from tests.formats.story import market_hall

EVERY = list(SECTION_NAMES)


@pytest.mark.parametrize("width", [24, 40, 48, 72, 96, 200])
@pytest.mark.parametrize("outlets", [2, 8, 13, 50])
def test_no_line_is_wider_than_the_screen(width: int, outlets: int) -> None:
    for line in summary(crowd(outlets), Screen(width=width), only=EVERY).splitlines():
        assert cell_len(line) <= width, line


@pytest.mark.parametrize("width", [24, 40, 48, 72, 96])
def test_no_word_of_the_summary_is_lost_on_a_narrow_screen(width: int) -> None:
    only = ["look", "figures", "quotes"]
    narrow = summary(market_hall(), Screen(width=width, lines=None), only=only)
    wide = summary(market_hall(), Screen(width=400, lines=None), only=only)
    assert "".join(narrow.split()) == "".join(wide.split())


def test_without_colour_there_are_no_control_codes() -> None:
    assert "\x1b" not in summary(market_hall(), only=EVERY)


def test_colour_changes_no_word() -> None:
    coloured = summary(market_hall(), Screen(colour=True), only=EVERY)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert coloured != bare
    assert [line.rstrip() for line in bare.splitlines()] == summary(
        market_hall(), only=EVERY
    ).splitlines()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "latin-1"])
def test_every_character_can_be_encoded(encoding: str) -> None:
    summary(market_hall(), Screen(encoding=encoding), only=EVERY).encode(encoding)


def test_words_of_an_article_cannot_steer_the_terminal_or_the_markup_of_rich() -> None:
    nasty = "[bold]Pay\x1b]0;title\x07 [/red] :smile: now[/bold]"
    drafts = [Draft(letter, nasty, nasty, [[f"{nasty} please."]]) for letter in "AB"]
    shown = summary(plain(drafts, [], title=nasty), only=EVERY)
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[bold]Pay]0;title [/red] :smile: now[/bold]" in shown


def test_facts_beyond_the_limit_are_counted_and_none_are_left_out_without_one() -> None:
    story = crowd(8)
    capped = summary(story, Screen(facts=10), only=["facts"])
    assert "… and 30 more facts, of one outlet each: --verbose, or -o report.html" in capped
    whole = summary(story, Screen(facts=None), only=["facts"])
    assert "more facts" not in whole
    assert whole.count("Statement number") == 40


def test_findings_beyond_the_lines_there_are_for_them_are_counted() -> None:
    story, found = crowd(8), len(highlights(crowd(8)))
    for lines in (1, 3, 12):
        shown = summary(story, Screen(lines=lines), only=["look"])
        body = shown[shown.index("Worth a look") :].splitlines()[1:]
        told = int(body.pop().split()[1] if "… and" in body[-1] else 0)
        assert len(body) <= max(lines, 2)
        assert 0 <= told < found
    assert "… and" not in summary(story, Screen(lines=None), only=["look"])


def test_shared_copy_is_told_below_the_grid() -> None:
    shown = summary(crowd(8), only=["facts"])
    assert "A and B share copy (at least 82% of their words); count them as one voice." in shown


def test_a_skipped_source_and_a_warning_are_in_the_summary() -> None:
    shown = summary(market_hall())
    assert "notes.txt: 9 words: too short to be an article. Give the whole text." in shown
    assert "C was published before A" in shown


@pytest.mark.parametrize("section", EVERY)
def test_a_section_with_nothing_to_show_says_so(section: str) -> None:
    drafts = [Draft(letter, "Outlet", None, [["One sentence."]]) for letter in "AB"]
    lines = summary(plain(drafts, []), only=[section]).splitlines()
    assert section == "notes" or len(lines) > 2


def test_only_the_named_sections_are_printed() -> None:
    shown = summary(market_hall(), only=["quotes"])
    assert "Quotes" in shown
    assert "Worth a look" not in shown


def test_an_unknown_section_is_an_error() -> None:
    with pytest.raises(OptionError, match=r"There is no section 'quote'\. Choose from lead"):
        summary(market_hall(), only=["quote"])


@pytest.mark.parametrize("make", [market_hall, lambda: crowd(5)])
def test_the_parts_of_every_account_add_up(make: Callable[[], Comparison]) -> None:
    for account in make().accounts:
        total, *parts = map(int, re.findall(r"\d+", account_text(account)))
        assert total == sum(parts) == account.total


def test_an_empty_account_is_told_too() -> None:
    empty = Account(article="A", shared=(), only_here=(), quotation=(), aside=())
    assert account_text(empty) == "0 sentences = none"


def test_a_title_that_leaves_no_room_gets_its_own_line() -> None:
    story = market_hall()
    long = replace(story, story=replace(story.story, title="A very long title " * 6))
    assert "3 outlets" not in summary(long).splitlines()[0]
