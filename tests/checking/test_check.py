"""Each sentence of a text gets one state, with exact places in the text and in the sources."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import compare
from compare.errors import CompareError, TooFewSources, TooManyArticles
from compare.model.checks import Check, CheckState, QuoteFate
from compare.model.options import Options
from tests.checking.small import ROWS, checked, documents

TEXT = " ".join(row["text"] for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:50] for row in ROWS])
def test_a_sentence_is_in_the_state_that_the_articles_leave_it(row: dict[str, Any]) -> None:
    statements = checked(row["text"]).statements
    worst = statements[-1] if len(statements) == 1 else max(statements, key=lambda s: len(s.doubts))
    assert (worst.state.value, [doubt.kind.value for doubt in worst.doubts]) == (
        row["state"],
        row.get("doubts", []),
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:50] for row in ROWS])
def test_evidence_is_shown_for_what_is_stated_and_for_what_is_contradicted(
    row: dict[str, Any],
) -> None:
    for statement in checked(row["text"]).statements:
        if statement.state in (CheckState.STATED, CheckState.ATTRIBUTED):
            assert statement.stated_by
            assert statement.evidence
        if statement.state is CheckState.CONTRADICTED:
            assert any(doubt.evidence for doubt in statement.doubts)
        if statement.state is CheckState.NOT_FOUND:
            assert not statement.evidence


def test_every_sentence_of_the_text_is_in_exactly_one_state() -> None:
    found = checked(TEXT)
    assert [one.span for one in found.statements] == [s.span for s in found.article.sentences]
    assert "".join(one.text for one in found.statements).replace(" ", "") == TEXT.replace(" ", "")


def test_a_figure_that_a_source_gives_otherwise_is_told_beside_the_one_borne_out() -> None:
    sources = [
        compare.document("Nine people died in the fire at Orre.", outlet="One"),
        compare.document("Twelve people died in the fire at Orre.", outlet="Two"),
    ]
    (statement,) = compare.check("Nine people died in the fire at Orre.", sources).statements
    assert statement.state is CheckState.STATED
    assert statement.stated_by[0] == "A"
    assert [place.article for place in statement.against] == ["B"]


def test_a_quotation_is_verbatim_cut_altered_or_nowhere() -> None:
    fates = {
        "“I heard a crack and I ran,” said Orla Dunmore.": QuoteFate.VERBATIM,
        "“I heard a crack,” said Orla Dunmore.": QuoteFate.VERBATIM,
        "“I heard a loud crack and I ran,” said Orla Dunmore.": QuoteFate.ALTERED,
        "“We shall all drown in this harbour,” said Orla Dunmore.": QuoteFate.NOT_FOUND,
        "“I heard a crack and I ran,” said Tomas Veck.": QuoteFate.OTHER_SPEAKER,
    }
    for text, fate in fates.items():
        quotes = [quote for one in checked(text).statements for quote in one.quotes]
        assert [quote.fate for quote in quotes] == [fate], text


def test_what_all_sources_report_and_the_text_leaves_out_is_listed() -> None:
    text = "Rents at the market rose by 12 per cent. The market was built in 1911. It is long."
    labels = " ".join(left.label for left in checked(text).left_out)
    assert "crane" in labels
    for left in checked(text).left_out:
        assert {place.article for place in left.evidence} == {"A", "B"}


def test_a_claim_of_one_sentence_leaves_nothing_out() -> None:
    assert checked("The market was built in 1911.").left_out == ()


def test_one_source_is_enough_and_none_is_not() -> None:
    assert compare.check("Nine people were hurt.", [documents()[0]]).statements
    with pytest.raises(TooFewSources, match="Add a file"):
        compare.check("Nine people were hurt.", [])
    with pytest.raises(TooManyArticles):
        compare.check("Nine.", [*documents(), *documents()], Options(max_articles=2))


@pytest.mark.parametrize("text", ["It was.", "He did so.", "And?", "Yes!"])
def test_words_without_meaning_are_never_called_stated(text: str) -> None:
    (statement,) = checked(text).statements
    assert statement.state in (CheckState.NOT_CHECKABLE, CheckState.NOT_FOUND)


def test_an_empty_text_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(CompareError, match=r"\w"):
        compare.check("  \n ", list(documents()))


def told(found: Check) -> list[tuple[Any, ...]]:
    """A check without letters: states, doubts, and the words of all places with their outlets."""
    outlet = {s.letter: s.document.outlet for s in found.sources}
    return [
        (
            one.text,
            one.state,
            sorted((outlet[e.article], e.text, e.share) for e in one.evidence),
            [(d.kind, d.span, d.detail, [(outlet[e.article], e.text) for e in d.evidence])
             for d in one.doubts],
            [(q.fate, q.span, q.source_speaker) for q in one.quotes],
            sorted((outlet[e.article], e.text) for e in one.against),
        )
        for one in found.statements
    ]  # fmt: skip


def test_the_order_of_the_sources_changes_letters_only() -> None:
    sources = compare.load_story(["corpora/demo"])
    text = (
        "Fourteen people died when a ferry caught fire off Port Ellery. Captain Ruth Venning sent "
        "a mayday. The fire began in a lorry. “We went back in twice,” said Ansel Corrie. "
        "All of the passengers were taken to hospital."
    )
    whole = [told(compare.check(text, list(order))) for order in list(permutations(sources))[::7]]
    assert all(each == whole[0] for each in whole)


WORDS = st.sampled_from(
    "Nine people were hurt not all crane fell Tuesday Port Lessing “That was sound” said Veck "
    "12 per cent the mayor ? . ! , may have 120 feet \n\n".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30))
def test_any_text_is_tiled_by_statements_with_exact_marks(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not text.strip():
        return
    # Building a Check holds every span of the text and of the sources against the words.
    found = compare.check(text, list(documents()))
    assert len({one.id for one in found.statements}) == len(found.statements)
    for one in found.statements:
        assert bool(one.stated_by) is (one.state in (CheckState.STATED, CheckState.ATTRIBUTED))
        assert one.evidence or one.state not in (CheckState.STATED, CheckState.PARTLY)


def test_the_same_input_gives_the_same_check() -> None:
    again = compare.check(TEXT, list(documents()))
    assert again == checked(TEXT)
