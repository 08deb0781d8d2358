"""Versions of an utterance: who is given it, and what each kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.formats.report.quote_tracks import utterances
from compare.formats.report.references import References
from compare.model.comparison import Comparison
from compare.model.quotes import Speaker
from tests.formats.story import market_hall


def _given_to(name: str) -> Comparison:
    """The story with its first utterance by Ilse Varnham, given to `name` by the second outlet."""
    story = market_hall()
    group = story.quote_groups[0]
    other = next(member.quote for member in group.members if member.quote != group.fullest)
    articles = tuple(
        replace(
            article,
            quotes=tuple(
                replace(quote, speaker=Speaker(name=name)) if quote.id == other else quote
                for quote in article.quotes
            ),
        )
        for article in story.articles
    )
    groups = (replace(group, speaker="Ilse Varnham"), *story.quote_groups[1:])
    return replace(story, articles=articles, quote_groups=groups)


@pytest.mark.parametrize("name", ["Varnham", "Ms Varnham", "Ilse Varnham"])
def test_a_short_form_of_the_name_is_no_other_speaker(name: str) -> None:
    story = _given_to(name)
    told = [version.speaker for version in utterances(story, References(story))[0].versions]
    assert name not in told


def test_another_speaker_is_named() -> None:
    story = _given_to("Tom Ashgrove")
    told = [version.speaker for version in utterances(story, References(story))[0].versions]
    assert told.count("Tom Ashgrove") == 1


def test_a_track_is_as_wide_as_the_fullest_version() -> None:
    story = market_hall()
    for utterance in utterances(story, References(story)):
        for version in utterance.versions:
            assert sum(float(one.width) for one in version.track) == pytest.approx(100, abs=0.1)
