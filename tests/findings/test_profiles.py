from __future__ import annotations

from compare.findings.profiles import profiles
from compare.model.words import Measure
from tests.findings.ground import articles, facts


def measures(**texts: str) -> dict[str, dict[str, Measure]]:
    told = articles(texts)
    found = profiles(told, facts(told))
    return {p.article: {m.name: m for m in p.measures} for p in found}


def test_words_and_sentences_of_the_story_are_counted() -> None:
    mine = measures(A="The ferry sank. Nobody was hurt.", B="It sank.")["A"]
    assert mine["words"].value == 6
    assert mine["sentences"].value == 2


def test_quoted_words_are_a_share_of_all_words() -> None:
    text = "“We saw the ferry sink,” said Ida Moss. Nobody on the quay was hurt at all."
    mine = measures(A=text, B="It sank.")["A"]["quoted words"]
    assert (mine.count, mine.of, mine.value) == (5, 16, 31.2)


def test_sentences_with_an_unnamed_source_are_counted() -> None:
    text = "Two people familiar with the plan said the dam was weak. Ida Moss said it held."
    mine = measures(A=text, B="It sank.")["A"]["unnamed sources"]
    assert (mine.count, mine.of) == (1, 2)


def test_facts_that_nobody_else_has_depend_on_the_other_articles() -> None:
    told = articles({"A": "The ferry sank. Nobody was hurt.", "B": "The ferry sank."})
    shared = facts(told)
    alone = facts(articles({"A": "The ferry sank. Nobody was hurt."}))[1]
    (mine, _) = profiles(told, (*shared, alone))
    share = next(m for m in mine.measures if m.name == "facts only here")
    assert (share.count, share.of, share.value) == (1, 2, 50.0)


def test_adverbs_are_words_in_ly_that_are_nothing_else() -> None:
    text = "The family quickly left the only early ferry, and Emily slowly followed."
    mine = measures(A=text, B="It sank.")["A"]["adverbs in -ly"]
    assert mine.count == 2


def test_every_measure_has_a_definition_and_all_articles_have_the_same_ones() -> None:
    found = measures(A="The ferry sank.", B="It sank.")
    assert list(found["A"]) == list(found["B"])
    assert all(m.definition.endswith(".") for mine in found.values() for m in mine.values())
