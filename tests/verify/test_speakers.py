"""A speaker stands only where the words that introduce the quotation bear it out."""

from __future__ import annotations

import pytest

from compare.model.articles import Article
from compare.model.verification import Outcome, Rule
from compare.verify.speakers import verify_speaker, with_verified_speakers
from tests.align.small import article


def verified(text: str) -> Article:
    return with_verified_speakers(article(text, "A"))


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        ("“The gate is shut,” said Ida Rowe.", "Ida Rowe", Rule.SPEAKER_NAMED),
        ("Ida Rowe spoke. “The gate is shut,” Rowe said.", "Ida Rowe", Rule.SPEAKER_SHORTENED),
        ("Ida Rowe spoke. “The gate is shut,” she said.", "Ida Rowe", Rule.SPEAKER_BY_PRONOUN),
        ("Ida Rowe, the mayor, spoke. “The gate is shut,” the mayor said.", "Ida Rowe",
         Rule.SPEAKER_BY_ROLE),
        ("“The gate is shut,” residents said.", "residents", Rule.SPEAKER_DESCRIBED),
    ],
)  # fmt: skip
def test_the_rule_that_bore_a_speaker_out_is_kept(text: str, name: str, rule: Rule) -> None:
    quote = verified(text).quotes[-1]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.verified_by) == (name, (rule,))


@pytest.mark.parametrize(
    "text",
    [
        "Ida Rowe left the hall. A door stood open in the rain.\n\n“We had ten minutes, no more.”",
        "Ida Rowe likes the gate that “holds for the whole winter” and the old dam.",
        "“The gate is shut,” it said.",
    ],
)
def test_a_guess_stays_unnamed_in_a_comparison(text: str) -> None:
    assert all(quote.speaker is None for quote in verified(text).quotes)


def test_words_that_go_on_keep_the_speaker_of_the_sentence_before() -> None:
    quotes = verified("“The gate is shut.” “It was shut at noon,” said Ida Rowe. “Ask me.”").quotes
    assert {q.speaker.name for q in quotes if q.speaker} == {"Ida Rowe"}


def test_the_words_that_may_name_the_speaker_stay_with_a_quote_left_unnamed() -> None:
    text = "“The gate is shut,” he said. “It was shut at noon.”"
    found = verified(text)
    assert [q.speaker for q in found.quotes] == [None] * len(found.quotes)
    assert found.quotes[0].speaker_span is not None


def test_a_quote_without_a_speaker_has_nothing_to_verify() -> None:
    text = "“We had ten minutes, no more.”"
    (quote,) = article(text, "A").quotes
    assert verify_speaker(text, quote).outcome is Outcome.WEAKENED


def test_verifying_twice_changes_nothing() -> None:
    once = verified("Ida Rowe spoke. “The gate is shut,” she said. “It is safe.”")
    assert with_verified_speakers(once) == once
