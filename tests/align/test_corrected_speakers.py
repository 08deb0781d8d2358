"""Who spoke, as the user corrects it: a name that stands in the texts, or nobody."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from compare.annotation.quote_rules import QuoteRule
from compare.formats.correction_lines import correction_lines
from compare.formats.correction_names import as_toml, quote_name
from compare.formats.json import dump, parse
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.corrections import Correction, CorrectionKind, SentenceName
from compare.model.findings import QuoteChange
from compare.model.verification import Rule
from compare.pipeline import compare_story

FIRST = """The Orlen bakery in Hollen burned on Monday evening. Two bakers were hurt.

“We heard a bang and then everything was smoke,” said Tilda Marsh, who lives next door.

Jonas Aske, the mayor, said the street would stay closed until Wednesday.
"""
SECOND = """A fire destroyed the Orlen bakery in Hollen on Monday evening. Two bakers were hurt.

“We heard a bang and then everything was smoke,” said Jonas Aske, the mayor of Hollen.

Ivo Renn of the fire brigade said the street would stay closed until Wednesday.
"""
DOCUMENTS = (
    Document(text=FIRST, outlet="Hollen Herald"),
    Document(text=SECOND, outlet="Mill Post"),
)
BANG = SentenceName(outlet="Mill Post", text="We heard a bang")


def spoken(quote: SentenceName, speaker: str, note: str = "") -> Correction:
    return Correction(
        kind=CorrectionKind.SPEAKER,
        source="corrections.toml, speaker 1",
        quote=quote,
        speaker=speaker,
        note=note,
    )


def told(*corrections: Correction, documents: Sequence[Document] = DOCUMENTS) -> Comparison:
    return compare_story(documents, corrections=corrections)


PLAIN = told()


def speaker_of(comparison: Comparison, quote: str) -> str | None:
    found = comparison.quote(quote).speaker
    return found.name if found else None


def test_the_words_have_the_speaker_that_the_reader_names_and_the_correction_is_told() -> None:
    result = told(spoken(BANG, "Tilda Marsh", "She rang us."))
    quote = result.quote("B.q1")
    assert (speaker_of(PLAIN, "B.q1"), speaker_of(result, "B.q1")) == ("Jonas Aske", "Tilda Marsh")
    assert (quote.rule, quote.verified_by) == (QuoteRule.CORRECTED, (Rule.SPEAKER_CORRECTED,))
    (applied,) = result.story.corrections
    assert (applied.quotes, applied.speaker, applied.speaker_before) == (
        ("B.q1",),
        "Tilda Marsh",
        "Jonas Aske",
    )
    (line,) = correction_lines(result)
    assert line == (
        "corrections.toml, speaker 1: B ¶2 of 3 “We heard a bang and then everything was smoke,” "
        "is of Tilda Marsh, not of Jonas Aske. She rang us."
    )


def test_what_is_claimed_of_the_speakers_follows_the_correction() -> None:
    (before,) = PLAIN.quote_groups
    assert before.change is QuoteChange.REATTRIBUTED
    result = told(spoken(BANG, "Tilda Marsh"))
    (group,) = result.quote_groups
    assert (group.speaker, group.change) == ("Tilda Marsh", QuoteChange.IDENTICAL)
    (row,) = (row for row in result.ledger if row.speaker == "Tilda Marsh")
    assert {count.article for count in row.counts} == {"A", "B"}


def test_a_speaker_is_taken_away() -> None:
    result = told(spoken(BANG, "Unnamed"))
    assert speaker_of(result, "B.q1") is None
    assert result.quote("B.q1").verified_by == ()
    assert "is of nobody who is named, not of Jonas Aske." in next(correction_lines(result))


def test_the_place_of_the_name_is_the_nearest_one_of_the_same_article() -> None:
    result = told(spoken(BANG, "ivo  renn"))
    quote = result.quote("B.q1")
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(SECOND) == speaker_of(result, "B.q1") == "Ivo Renn"
    assert told(spoken(BANG, "Tilda Marsh")).quote("B.q1").speaker_span is None


def test_a_short_name_stands_for_the_full_one_that_the_article_knows() -> None:
    text = FIRST + "\n“It was loud,” Marsh said.\n"
    documents = (Document(text=text, outlet="Hollen Herald"), DOCUMENTS[1])
    name = SentenceName(outlet="Hollen Herald", text="would stay closed")
    result = told(spoken(name, "Marsh"), documents=documents)
    assert result.story.corrections[0].speaker == "Tilda Marsh"


@pytest.mark.parametrize(
    ("quote", "speaker", "reason"),
    [
        (BANG, "Wenda Crail", "no article has the name “Wenda Crail”"),
        (BANG, "ld", "no article has the name “ld”"),
        (SentenceName(outlet="Mill Post", text="a purple cow"), "Ivo Renn", "no quotation of Mill"),
        (SentenceName(outlet="The Moon", text="a bang"), "Ivo Renn", "no outlet is called"),
        (SentenceName(outlet="Mill Post", text="e"), "Ivo Renn", "2 quotations of Mill Post have"),
        (SentenceName(id="B.q99"), "Ivo Renn", "there is no quotation B.q99"),
    ],
    ids=["unknown name", "part of a name", "unknown words", "unknown outlet", "two", "unknown id"],
)
def test_what_matches_nothing_is_told_and_changes_nothing_else(
    quote: SentenceName, speaker: str, reason: str
) -> None:
    result = told(spoken(quote, speaker))
    (warning,) = result.story.warnings
    assert reason in warning
    assert warning.endswith(".")
    assert result.articles == PLAIN.articles
    assert result.story.corrections == ()


def test_two_corrections_of_the_same_words_are_not_both_applied() -> None:
    result = told(spoken(BANG, "Tilda Marsh"), spoken(SentenceName(id="B.q1"), "Ivo Renn"))
    assert speaker_of(result, "B.q1") == "Tilda Marsh"
    assert "Delete one of the two" in result.story.warnings[0]


def test_a_name_that_is_there_already_changes_no_finding() -> None:
    result = told(spoken(BANG, "Jonas Aske"))
    assert result.quote_groups == PLAIN.quote_groups
    assert "not of" not in next(correction_lines(result))


def test_the_order_of_the_articles_changes_nothing_and_the_file_comes_back() -> None:
    result = told(spoken(BANG, "Tilda Marsh"))
    turned = told(spoken(BANG, "Tilda Marsh"), documents=DOCUMENTS[::-1])
    assert speaker_of(turned, "A.q1") == "Tilda Marsh"
    assert [fact.id for fact in turned.facts] == [fact.id for fact in result.facts]
    assert parse(dump(result)).story.corrections == result.story.corrections


def test_every_quotation_has_a_name_that_finds_it_again() -> None:
    for article in PLAIN.articles:
        for quote in article.quotes:
            name = quote_name(PLAIN, quote.id)
            (applied,) = told(spoken(name, "unnamed")).story.corrections
            assert applied.quotes == (quote.id,)
    assert as_toml(quote_name(PLAIN, "B.q1")).startswith('{ outlet = "Mill Post", text = "We heard')


def test_a_quotation_of_one_of_two_articles_of_an_outlet_is_named_by_its_id() -> None:
    same = [Document(text=text, outlet="Hollen Herald") for text in (FIRST, SECOND)]
    assert quote_name(told(documents=same), "B.q1") == SentenceName(id="B.q1")
