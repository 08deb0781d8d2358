"""Articles that share people but no fact."""

from __future__ import annotations

import pytest

from compare.errors import UnrelatedStories
from compare.model.options import Options
from compare.pipeline import compare_story
from compare.sources.document import document

BRIDGE = document(
    "Mayor Ruth Penhale opened the new Sarn bridge on Monday. Thousands walked across. "
    "The engineer, Hew Lannick, said the cables were made in Dolmark. "
    "Ferries of the Ostrey Packet Company stop in June.",
    outlet="Harbour Times",
)
SCHOOL = document(
    "Teachers are angry about cuts at Tallis Grammar. Ruth Penhale declined to comment. "
    "The union leader, Orla Venning, called a ballot for Friday. "
    "Pupils in Brenn Valley and Aldmoor would stay at home.",
    outlet="Northern Ledger",
)


def test_the_same_people_without_a_common_fact_are_not_one_event() -> None:
    with pytest.raises(
        UnrelatedStories, match=r"No fact was found in more than one article\. Give"
    ):
        compare_story([BRIDGE, SCHOOL])


def test_with_force_a_missing_common_fact_is_a_warning() -> None:
    result = compare_story([BRIDGE, SCHOOL], Options(force=True))
    assert any("No fact was found" in warning for warning in result.story.warnings)
    assert not any(fact.shared for fact in result.facts)
