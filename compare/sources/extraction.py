"""The one place that calls trafilatura, quietly and without a clock: article body, page facts."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The date finder drops days after today unless told otherwise; results must not hang on a clock.
LAST_DAY = "2099-12-31"
LARGE_PAGE = 10_000  # elements; the second opinions that fast mode leaves out cost time squared
LOGGERS = ("trafilatura", "htmldate", "courlan", "readability", "justext")


def page_author(tree: HtmlElement) -> str | None:
    """Who wrote the article as trafilatura sees it, as "A; B" for several.

    This costs half as much as the article itself, so it is asked only where nothing else tells.
    """
    found = _quietly(_author, tree)
    return found if isinstance(found, str) else None


def page_date(tree: HtmlElement, *, url: str | None) -> str | None:
    """The day of first publication as htmldate finds it anywhere on the page, in ISO form."""
    from htmldate import find_date

    dates = {"original_date": True, "extensive_search": True, "max_date": LAST_DAY}
    found = _quietly(find_date, deepcopy(tree), url=url, **dates)
    return found if isinstance(found, str) else None


def article_body(tree: HtmlElement, *, url: str | None, precise: bool) -> HtmlElement | None:
    """trafilatura's article as a tree of its own elements (p, head, quote, list, table, lb).

    It works on a copy; the tree stays as it is.
    """
    from trafilatura import bare_extraction

    found = _quietly(
        bare_extraction,
        tree,
        url=url,
        fast=tree.xpath("count(//*)") > LARGE_PAGE,
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

    found = _quietly(baseline, tree)
    return found[0] if found else None


def _author(tree: HtmlElement) -> str | None:
    """The author alone of what `trafilatura.extract_metadata` gives, in half of its time."""
    from trafilatura.metadata import examine_meta, extract_author, extract_meta_json

    stated = examine_meta(tree)
    if stated.author and " " not in stated.author:
        stated.author = None
    return extract_meta_json(tree, stated).author or extract_author(tree)


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
