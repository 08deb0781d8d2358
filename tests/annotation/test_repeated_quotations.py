"""Words that an article prints twice, and by whose name only once."""

from __future__ import annotations

import compare

WORDS = "The harbour was never told that the pumps had failed"


def _speakers(*paragraphs: str) -> list[str | None]:
    article = compare.annotate(compare.document("\n\n".join(paragraphs), outlet="Harbour Times"))
    return [quote.speaker.name if quote.speaker else None for quote in article.quotes]


def test_a_pull_quote_has_the_speaker_of_the_sentence_it_was_pulled_from() -> None:
    assert _speakers(
        "“We will look at every log of that night,” the minister Lea Moore wrote on Friday.",
        f"“{WORDS}.”",
        f"“{WORDS},” said Ansel Corrie, the mate, on the quay.",
    ) == ["Lea Moore", "Ansel Corrie", "Ansel Corrie"]


def test_a_few_words_may_be_said_by_two_people() -> None:
    said = _speakers(
        "“We will look at every log of that night,” the minister Lea Moore wrote on Friday.",
        "“It was bad.”",
        "“It was bad,” said Ansel Corrie, the mate, on the quay.",
    )
    assert said[1] != "Ansel Corrie"


def test_words_given_to_somebody_where_they_stand_stay_with_them() -> None:
    assert _speakers(
        f"“{WORDS},” said Lea Moore, the minister, on Friday.",
        f"“{WORDS},” said Ansel Corrie, the mate, on the quay.",
    ) == ["Lea Moore", "Ansel Corrie"]
