from __future__ import annotations

from compare.findings.loaded_words import emotive_contrasts, saying_contrasts
from compare.model.words import ContrastKind
from compare.text.tone import emotive_list
from tests.findings.ground import ground


def test_an_emotive_word_is_shown_with_a_statement_that_does_without() -> None:
    told = ground(
        A="Disgraced mayor Ida Moss resigned over the harbour contract.",
        B="The mayor, Ida Moss, resigned over the harbour contract.",
    )
    (contrast,) = emotive_contrasts(told, [emotive_list()])
    assert contrast.kind is ContrastKind.EMOTIVE
    assert [(v.words, v.articles, v.loaded) for v in contrast.variants] == [
        ("disgraced", ("A",), True),
        ("", ("B",), False),
    ]
    assert contrast.variants[1].evidence[0].text.startswith("The mayor")


def test_no_contrast_when_the_other_is_emotive_as_well() -> None:
    told = ground(
        A="Disgraced mayor Ida Moss resigned over the harbour contract.",
        B="The embattled mayor, Ida Moss, resigned over the harbour contract.",
    )
    assert not emotive_contrasts(told, [emotive_list()])


def test_an_emotive_word_far_from_what_both_say_is_not_shown() -> None:
    told = ground(
        A="Ida Moss resigned, and nobody in the whole grey town called the long night shocking.",
        B="Ida Moss resigned.",
    )
    assert not emotive_contrasts(told, [emotive_list()])


def test_a_coloured_verb_of_saying_is_set_against_a_plain_one() -> None:
    told = ground(
        A="“The dam is safe for now,” Ida Moss said.",
        B="Ida Moss insisted that the dam was safe for now.",
    )
    (contrast,) = saying_contrasts(told, list(told.articles.values()))
    assert contrast.kind is ContrastKind.SAYING
    assert {v.words: v.loaded for v in contrast.variants} == {"say": False, "insist": True}


def test_verbs_of_different_speakers_are_not_compared() -> None:
    told = ground(
        A="“The dam is safe for now,” Ida Moss said.",
        B="Tom Ferrand insisted that the dam was safe for now.",
    )
    assert not saying_contrasts(told, list(told.articles.values()))
