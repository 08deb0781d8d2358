"""The slow tests, told apart by a rule, and one Chromium for all tests that need a browser."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.bundled import STORIES
from tests.report.browser import ARGUMENTS, CHROMIUM, missing_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# Each took about a second of processor time or more: a folder, a file, or tests by their name.
SLOW = (
    "align/test_accounts.py",
    "align/test_corrections.py",
    "align/test_facts.py",
    "align/test_likeness.py",
    "align/test_mixed_piles.py",
    "align/test_synthetic_edits.py",
    "annotation/test_figures.py::test_likeness_is_the_same_from_both_sides",
    "annotation/test_parsed_attributions.py",
    "app",
    "bench",
    "cli/test_batch.py",
    "cli/test_corrections.py",
    "cli/test_delivery.py",
    "cli/test_environment.py",
    "cli/test_fetch.py",
    "cli/test_hands_off.py",
    "cli/test_no_defect.py",
    "cli/test_process.py",
    "cli/test_reader.py",
    "cli/test_streams.py",
    "cli/test_teach.py",
    "cli/test_ways_out.py",
    "corpus",
    "diff/test_versions.py::test_both_texts_can_be_rebuilt_after_random_edits",
    "diff/test_versions.py::test_versions_are_told_from_articles_of_two_outlets",
    "docs/test_docs.py::test_the_lines_of_the_first_minute",
    "docs/test_research_pages.py::test_the_commands_of_the_notebook_page_write_what_they_name",
    "findings/test_figure_cases.py",
    "findings/test_figures.py",
    "findings/test_marked_words.py",
    "findings/test_rank.py",
    "formats/test_documents.py",
    "formats/test_excerpts.py",
    "formats/test_html.py",
    "formats/test_html_safety.py",
    "formats/test_lead.py",
    "formats/test_side_by_side.py::test_with_many_outlets_the_pairs_that_share_most_are_written_out",
    "fuzz",
    "gate",
    "hostile",
    "reader/test_no_word_of_a_reply.py",
    "reader/test_proof.py",
    "reader/test_reading.py",
    "report",
    "signals/test_blocks.py",
    "signals/test_scale.py",
    "signals/test_statement_signals.py",
    "signals/test_texts.py",
    "sources/test_bounded_reading.py",
    "sources/test_fetch.py",
    "sources/test_file_forms.py",
    "sources/test_furniture_lists.py",
    "sources/test_html.py",
    "sources/test_load.py",
    "sources/test_markup.py::test_no_markup_takes_time_beyond_its_size",
    "sources/test_outcomes.py",
    "sources/test_page_cache.py",
    "sources/test_pdf.py",
    "sources/test_warc.py",
    "teach",
    "test_any_story.py",
    "test_contract.py",
    "test_lowest_versions.py",
    "test_packaging.py",
    "test_pipeline.py",
    "text/test_furniture.py::test_on_a_page_such_a_line_is_not_in_the_compared_text",
)
_SLOW = tuple(
    slow if "::" in slow else f"{slow}{'::' if slow.endswith('.py') else '/'}" for slow in SLOW
)
_TESTS = Path(__file__).parent
FAST = "not slow"
# Made-up examples for each property: enough while one works, and the usual number for the whole.
FAST_EXAMPLES, EXAMPLES = 25, 100


def pytest_configure(config: pytest.Config) -> None:
    """The same examples in every run, so that a red run is red for the next one, too.

    The long fuzz mode is the place for fresh ones.
    """
    few = config.option.markexpr == FAST
    settings.register_profile(
        "repeatable", derandomize=True, max_examples=FAST_EXAMPLES if few else EXAMPLES
    )
    settings.load_profile("repeatable")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the slow folders and files unread where only the fast part is asked for."""
    if config.option.markexpr != FAST or not collection_path.is_relative_to(_TESTS):
        return None
    place = collection_path.relative_to(_TESTS).as_posix()
    return True if place in SLOW else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests, so that `-m "not slow"` leaves them out."""
    for item in items:
        if _is_slow(item):
            item.add_marker(pytest.mark.slow)


def pytest_collection_finish() -> None:
    """Keep the tests themselves out of the way of the garbage collector: a twelfth of the time."""
    gc.collect()
    gc.freeze()


def _is_slow(item: pytest.Item) -> bool:
    """True in a slow place, in a browser, and for an invented story other than the first."""
    place = f"{item.path.relative_to(_TESTS).as_posix()}::{item.name}"
    if place.startswith(_SLOW):
        return True
    if "browser" in getattr(item, "fixturenames", ()):
        return True
    spec = getattr(item, "callspec", None)
    values = spec.params.values() if spec else ()
    return any(isinstance(value, str) and value in STORIES and value != "demo" for value in values)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if why := missing_browser():
        pytest.skip(why)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield chromium
        chromium.close()
