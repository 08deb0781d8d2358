from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from compare.findings.absence_hints import hours_earlier
from compare.model.articles import Document, Precision

NOON = datetime(2031, 5, 6, 12, tzinfo=UTC)


def published(at: datetime | None, precision: Precision = Precision.MINUTE) -> Document:
    return Document(text="It rained.", outlet="A", published=at, published_precision=precision)


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        (published(NOON), published(NOON + timedelta(hours=5)), 5.0),
        (published(NOON + timedelta(minutes=30)), published(NOON), -0.5),
        (published(NOON.astimezone(timezone(timedelta(hours=-6)))), published(NOON), 0.0),
        (published(NOON.replace(tzinfo=None)), published(NOON + timedelta(hours=2)), 2.0),
        (published(NOON, Precision.DAY), published(NOON + timedelta(hours=9)), 0.0),
        (published(NOON, Precision.DAY), published(NOON + timedelta(days=1)), 24.0),
        (published(None), published(NOON), None),
    ],
)
def test_hours_between_two_publications(
    one: Document, other: Document, hours: float | None
) -> None:
    assert hours_earlier(one, other) == hours
