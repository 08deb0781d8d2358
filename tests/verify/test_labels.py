from __future__ import annotations

import pytest

from compare.model.spans import Span
from compare.verify.labels import (
    is_adjective,
    is_common_word,
    is_label_of,
    is_title_of,
    label_span,
    same_but_for_title,
)


def printed(text: str, label: str, name: str) -> str:
    at = text.index(label)
    start = text.index(name, at)
    span = label_span(text, Span(at, at + len(label)), Span(start, start + len(name)))
    return span.of(text)


@pytest.mark.parametrize(
    ("text", "label", "wanted"),
    [
        ("It may satisfy Justice Ada Roe.", "satisfy Justice Ada Roe", "Justice Ada Roe"),
        ("Two witnesses District Attorney Ada Roe called.", "witnesses District Attorney Ada Roe",
         "District Attorney Ada Roe"),
        ("They met to discuss then-adviser and friend Ada Roe.",
         "discuss then-adviser and friend Ada Roe", "then-adviser and friend Ada Roe"),
        ("The former F.B.I. director Ada Roe left.", "director Ada Roe",
         "former F.B.I. director Ada Roe"),
        ("It was sent to former President Ada Roe.", "former President Ada Roe",
         "former President Ada Roe"),
        ("So said disgraced Mayor Ada Roe.", "disgraced Mayor Ada Roe", "disgraced Mayor Ada Roe"),
        ("President Ada Roe left.", "President Ada Roe", "President Ada Roe"),
    ],
)  # fmt: skip
def test_a_label_is_printed_without_what_only_stands_before_it(
    text: str, label: str, wanted: str
) -> None:
    assert printed(text, label, "Ada Roe") == wanted


def test_a_courtesy_must_agree_with_the_given_name() -> None:
    assert is_label_of("Mr Drenn", "John Drenn", shared_family=False)
    assert not is_label_of("Mrs Drenn", "John Drenn", shared_family=False)
    assert is_label_of("Mrs Drenn", "Xul Drenn", shared_family=False)


def test_a_bare_family_name_that_two_have_is_nobodys() -> None:
    assert not is_label_of("Drenn", "John Drenn", shared_family=True)
    assert not is_label_of("Mr Drenn", "John Drenn", shared_family=True)
    assert is_label_of("John Drenn", "John Drenn", shared_family=True)
    assert is_label_of("Drenn", "John Drenn", shared_family=False)


def test_a_title_must_fit_what_it_is_given_to() -> None:
    assert is_title_of("first mate", "", 0, person=True)
    assert not is_title_of("dairy farmer", "", 0, person=False) or is_title_of(
        "party", "", 0, person=False
    )
    assert not is_title_of("spokesman", "", 0, person=False)
    assert not is_title_of("man", "", 0, person=True)


def test_the_next_name_of_a_list_takes_its_title_along() -> None:
    text = "President Ada Roe, former Secretary of State Ben Lowe and others"
    after = text.index(" of State")
    assert not is_title_of("former Secretary", text, after, person=True)
    assert is_title_of("skipper", "Ada Roe, skipper of the Wren, left", 16, person=True)


def test_a_word_that_opens_a_sentence_and_is_written_small_elsewhere_is_no_name() -> None:
    text = "It rained. Stroke patients waited."
    label = Span(text.index("Stroke"), text.index("Stroke") + 6)
    assert is_common_word(text, label, {"stroke"})
    assert not is_common_word(text, label, set())


def test_an_adjective_before_a_noun_is_no_name() -> None:
    assert is_adjective("a Democratic donor", Span(2, 12))
    assert not is_adjective("the Atlantic and the sea", Span(4, 12))


def test_names_that_differ_in_a_title_alone_are_one() -> None:
    assert same_but_for_title("Cllr Ada Roe", "Ada Roe")
    assert same_but_for_title("Ada Roe", "Mayor Ada Roe")
    assert not same_but_for_title("Ada Roe", "Ben Roe")
    assert not same_but_for_title("Roe", "Mayor Roe")


def test_a_name_that_ends_the_text_is_no_adjective() -> None:
    text = "The bridge fell, said Ada Roe"
    assert not is_adjective(text, Span(text.index("Ada"), len(text)))
