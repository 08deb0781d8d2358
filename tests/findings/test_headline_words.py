from __future__ import annotations

import pytest

from compare.findings.headline_words import headline_words
from compare.model.findings import Headline
from compare.model.words import HeadlineForm, HeadlineWords
from tests.findings.ground import articles


def set_beside(
    headlines: dict[str, str], texts: dict[str, str] | None = None
) -> list[HeadlineWords]:
    told = articles(texts or dict.fromkeys(headlines, "It rained."), headlines)
    given = [
        Headline(article=letter, text=text, facts=(), unmatched=False)
        for letter, text in headlines.items()
    ]
    return list(headline_words(told, given))


def own(words: HeadlineWords) -> list[str]:
    return [span.of(words.text) for span in words.own]


def test_words_that_no_other_headline_has_in_any_form() -> None:
    first, second = set_beside({"A": "Police clear border camp", "B": "Order restored at camps"})
    assert own(first) == ["Police", "clear", "border"]
    assert own(second) == ["Order", "restored"]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Halver mayor resigns over contract", "Halver mayor"),
        ("Fourteen dead as ferry burns", "Fourteen dead"),
        ("Water cannon at dawn: the crackdown", "Water cannon"),
        ("Order restored at Orlin", "Order"),
    ],
)
def test_a_headline_opens_with_the_words_before_its_verb(text: str, opens: str) -> None:
    (words,) = set_beside({"A": text})
    assert words.opens.of(text) == opens


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Who pays for the field?", (HeadlineForm.QUESTION,)),
        ("‘The whole hill was moving’", (HeadlineForm.QUOTE,)),
        ("Fourteen dead in ferry fire", (HeadlineForm.NUMBER,)),
        ("Democrats sue over 2016 vote", ()),
    ],
)
def test_the_forms_of_a_headline(text: str, forms: tuple[HeadlineForm, ...]) -> None:
    (words,) = set_beside({"A": text})
    assert words.forms == forms


def test_a_flat_headline_whose_text_attributes_the_claim() -> None:
    text = "Twelve sailors died in the ferry fire off Orlin, the coastguard said. It rained."
    (words,) = set_beside({"A": "Twelve sailors died in ferry fire"}, {"A": text})
    (guarded,) = words.guarded
    assert guarded.mark.text == "said"
    assert guarded.statement.text.startswith("Twelve sailors died")


def test_a_headline_that_attributes_is_not_held_against_its_text() -> None:
    text = "Twelve sailors died in the ferry fire off Orlin, the coastguard said."
    (words,) = set_beside({"A": "Twelve sailors died in ferry fire, coastguard says"}, {"A": text})
    assert words.guarded == ()
