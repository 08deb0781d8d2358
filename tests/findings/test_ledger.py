from __future__ import annotations

import pytest

from compare.findings.ledger import ledger
from compare.model.quotes import SpeakerGroup
from tests.align.stories import articles

ONE = (
    'Finance Minister Ada Lund said the plan was sound. "It will hold," she said.\n\n'
    '"It will not," said Erik Roe, a geologist.'
)
OTHER = "Minister Lund said the plan was sound. A source close to the talks said it was not."


def test_a_speaker_has_one_row_with_a_count_for_each_article() -> None:
    rows = {row.speaker: row for row in ledger(articles(ONE, OTHER))}
    lund = rows["Ada Lund"]
    assert [(c.article, len(c.quotes), c.words) for c in lund.counts] == [("A", 2, 7), ("B", 1, 4)]


def test_shares_are_of_all_words_the_article_quotes() -> None:
    rows = ledger(articles(ONE, OTHER))
    for letter in "AB":
        assert sum(c.share for row in rows for c in row.counts if c.article == letter) == (
            pytest.approx(1.0, abs=0.001)
        )


def test_groups_rest_on_words_of_an_article() -> None:
    story = articles(ONE, OTHER)
    rows = {row.speaker: row for row in ledger(story)}
    assert rows["Ada Lund"].group is SpeakerGroup.OFFICIAL
    assert rows["Erik Roe"].group is SpeakerGroup.EXPERT
    assert rows["source close to the talks"].group is SpeakerGroup.ANONYMOUS
    for row in rows.values():
        if row.evidence:
            text = next(a for a in story if a.letter == row.evidence.article).document.text
            assert row.evidence.span.of(text) == row.evidence.text


def test_speakers_with_most_words_come_first() -> None:
    amounts = [sum(c.words for c in row.counts) for row in ledger(articles(ONE, OTHER))]
    assert amounts == sorted(amounts, reverse=True)


def test_a_report_inside_a_report_is_counted_once() -> None:
    rows = ledger(articles("Lund said the mayor told him the dam was safe.", "Rain fell."))
    assert sum(c.words for row in rows for c in row.counts) == 8


def test_the_order_of_outlets_does_not_change_the_rows() -> None:
    one = [(r.speaker, r.group) for r in ledger(articles(ONE, OTHER))]
    other = [(r.speaker, r.group) for r in ledger(articles(OTHER, ONE))]
    assert one == other


def test_a_pronoun_that_nobody_was_found_for_has_no_row() -> None:
    told = articles("It said the road was shut. Mara Quill said the bridge was open.")
    assert [row.speaker for row in ledger(told)] == ["Mara Quill"]
