"""The one place that calls trafilatura, quietly and without a clock: article body, page facts."""

from __future__ import annotations

import logging
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The date finder drops days after today unless told otherwise; results must not hang on a clock.
LAST_DAY = "2099-12-31"
LARGE_PAGE = 10_000  # elements; the second opinions that fast mode leaves out cost time squared
LOGGERS = ("trafilatura", "htmldate", "courlan", "readability", "justext")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """Author, as "A; B" for several, and day of first publication, as the extractor sees them."""

    author: str | None
    date: str | None


def page_facts(tree: HtmlElement, *, url: str | None) -> PageFacts:
    """What trafilatura and its date finder read from a page."""
    from trafilatura.metadata import extract_metadata

    dates = {"original_date": True, "extensive_search": True, "max_date": LAST_DAY}
    found = _quietly(extract_metadata, deepcopy(tree), url, dates)
    return PageFacts(author=getattr(found, "author", None), date=getattr(found, "date", None))


def article_body(tree: HtmlElement, *, url: str | None, precise: bool) -> HtmlElement | None:
    """trafilatura's article as a tree of its own elements (p, head, quote, list, table, lb)."""
    from trafilatura import bare_extraction

    found = _quietly(
        bare_extraction,
        deepcopy(tree),
        url=url,
        fast=sum(1 for _ in tree.iter()) > LARGE_PAGE,
        output_format="xml",
        favor_precision=precise,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_images=False,
        include_links=False,
        deduplicate=False,
        with_metadata=False,
    )
    return getattr(found, "body", None)


def all_paragraphs(tree: HtmlElement) -> HtmlElement | None:
    """trafilatura's plain way: what looks like a paragraph anywhere on the page."""
    from trafilatura import baseline

    found = _quietly(baseline, deepcopy(tree))
    return found[0] if found else None


def _quietly(extract: Any, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - any extractor
    """The result of an extractor, or None where it fails; it logs nothing.

    Pages are hostile input, and an extractor may raise whatever its parts raise on one.
    """
    loggers = [logging.getLogger(name) for name in LOGGERS]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        return extract(*args, **options)
    except Exception:
        return None
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
