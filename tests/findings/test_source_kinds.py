from __future__ import annotations

import pytest

from compare.findings.source_kinds import kind_of, short_name
from compare.model.findings import CitationKind as K
from compare.model.quotes import Speaker, SpeakerGroup


def kind(
    name: str, printed: str | None = None, group: SpeakerGroup = SpeakerGroup.OTHER
) -> K | None:
    return kind_of(Speaker(name=name, group=group), printed or name)


@pytest.mark.parametrize(
    ("name", "printed", "wanted"),
    [
        ("Lowmoor Coastguard", "the Lowmoor Coastguard", K.ORGANISATION),
        ("Telmark", "the company Telmark", K.ORGANISATION),
        ("county", "The county", K.ORGANISATION),
        ("inspection report dated 9", "an inspection report dated 9", K.DOCUMENT),
        ("official report four years", "An official report four years", K.DOCUMENT),
        ("commander", "its commander", K.PERSON),
        ("Ada Fenn", "she", K.PERSON),
        ("nine of the 15 members", "Nine of the 15 members", K.ANONYMOUS),
        ("one of her officers", "one of her officers", K.ANONYMOUS),
        ("Bosses", "Bosses", K.ANONYMOUS),
        ("prosecutors", "Prosecutors", K.ANONYMOUS),
        ("two bridges", "two bridges", None),
        ("it", "it", None),
        ("furious over the delay", "furious over the delay", None),
    ],
)
def test_the_head_noun_tells_the_kind(name: str, printed: str, wanted: K | None) -> None:
    assert kind(name, printed) is wanted


def test_the_group_of_a_capitalised_speaker_decides_where_words_do_not() -> None:
    assert kind("Facegram", group=SpeakerGroup.ORGANISATION) is K.ORGANISATION
    assert kind("Facegram") is K.PERSON


def test_an_anonymous_speaker_stays_so_whatever_the_words() -> None:
    assert kind_of(Speaker(name="Deep Well", anonymous=True), "Deep Well") is K.ANONYMOUS


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("District Prosecutor Ada Fenn", "Ada Fenn"),
        ("Marlow Data CEO Rolf Aske", "Rolf Aske"),
        ("Ada Fenn", "Ada Fenn"),
        ("the county sheriff", "county sheriff"),
        ("maintenance log kept by the firm", "maintenance log"),
        ("Rolf J. Aske Jr.", "Rolf J. Aske Jr."),
    ],
)
def test_a_name_is_shown_without_titles_and_tails(name: str, short: str) -> None:
    assert short_name(name) == short
