"""Addresses of words that stand for each other stay the same."""

from __future__ import annotations

from dataclasses import replace

from compare.formats.html import html
from compare.formats.report.wording import contrast_ids
from tests.formats.page_parts import parsed
from tests.formats.story import market_hall

STORY = market_hall()


def test_every_contrast_has_an_address_of_its_own_on_the_page() -> None:
    names = contrast_ids(STORY)
    on_page = {e.attributes.get("id") for e in parsed(html(STORY)).walk()}
    assert len(names) == len(STORY.contrasts) > 0
    assert set(names) <= on_page


def test_the_order_of_outlets_and_of_contrasts_changes_no_address() -> None:
    turned = replace(
        STORY,
        contrasts=tuple(
            replace(one, variants=tuple(reversed(one.variants)), facts=tuple(reversed(one.facts)))
            for one in reversed(STORY.contrasts)
        ),
    )
    assert set(contrast_ids(turned)) == set(contrast_ids(STORY))


def test_the_same_contrast_twice_has_two_addresses() -> None:
    twice = replace(STORY, contrasts=(STORY.contrasts[0], STORY.contrasts[0]))
    first, second = contrast_ids(twice)
    assert second == f"{first}.2"
