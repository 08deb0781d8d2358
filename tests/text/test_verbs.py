from __future__ import annotations

import pytest

from compare.text.verbs import verb_forms, verb_stances, verb_table


@pytest.mark.parametrize(
    ("lemma", "words"),
    [
        ("say", {"say", "says", "said", "saying"}),
        ("write", {"write", "writes", "wrote", "written", "writing"}),
        ("quip", {"quip", "quips", "quipped", "quipping"}),
        ("reply", {"reply", "replies", "replied", "replying"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("publish", {"publish", "publishes", "published", "publishing"}),
        ("point_out", {"point", "points", "pointed", "pointing"}),
    ],
)
def test_all_forms_of_a_verb_are_known(lemma: str, words: set[str]) -> None:
    assert set(verb_forms(lemma)) == words


def test_a_form_leads_back_to_its_verb() -> None:
    assert [(f.lemma, f.shape) for f in verb_table("reporting-verbs")["told"]] == [("tell", "past")]


def test_verbs_carry_what_they_imply() -> None:
    assert verb_stances()["claim"] == "doubting"
    assert verb_stances()["admit"] == "asserting"
    assert verb_stances()["say"] == "neutral"
