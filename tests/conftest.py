"""The slow tests, told apart by a rule, and one Chromium for all tests that need a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.bundled import STORIES
from tests.report.browser import ARGUMENTS, CHROMIUM, missing_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# The same examples in every run, so that a red run is red for the next one, too; the long fuzz mode
# is the place for fresh ones.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")

# Each took about a second of processor time or more: a folder, a file, or tests by their name.
SLOW = (
    "app",
    "align/test_accounts.py",
    "align/test_corrections.py",
    "align/test_facts.py",
    "align/test_likeness.py",
    "align/test_mixed_piles.py",
    "align/test_synthetic_edits.py",
    "annotation/test_parsed.py",
    "bench",
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
    "docs/test_docs.py::test_the_lines_of_the_first_minute",
    "findings/test_figures.py",
    "findings/test_marked_words.py",
    "findings/test_rank.py",
    "formats/test_documents.py",
    "formats/test_excerpts.py",
    "formats/test_html.py",
    "formats/test_lead.py",
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
    "sources/test_bounded.py",
    "sources/test_fetch.py",
    "sources/test_html.py",
    "sources/test_load.py",
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
)
_SLOW = tuple(
    slow if "::" in slow else f"{slow}{'::' if slow.endswith('.py') else '/'}" for slow in SLOW
)
_TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the slow tests, so that `-m "not slow"` leaves them out."""
    for item in items:
        if _is_slow(item):
            item.add_marker(pytest.mark.slow)


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
