"""The kind of voice that a speaker is."""

from __future__ import annotations

import pytest

from compare.annotation.article import annotate
from compare.english.titles import ROLE_OF_SHORT
from compare.model.quotes import SpeakerGroup
from compare.sources.document import document


def group_of(title: str) -> SpeakerGroup:
    """The group of a speaker with this title."""
    said = f"{title} Ada Roe said that the harbour at Sarn was closed."
    (quote,) = annotate(document(said, outlet="Sarn Echo")).quotes
    assert quote.speaker is not None
    return quote.speaker.group


@pytest.mark.parametrize(("short", "role"), ROLE_OF_SHORT.items())
def test_a_short_title_is_the_kind_of_voice_that_its_role_is(short: str, role: str) -> None:
    assert group_of(f"{short}.") is group_of(role.title())


def test_a_word_like_a_short_title_is_no_title_where_no_name_follows() -> None:
    (quote,) = annotate(document("Her rep said that she was well.", outlet="Echo")).quotes
    assert quote.speaker is not None
    assert quote.speaker.group is SpeakerGroup.OTHER
