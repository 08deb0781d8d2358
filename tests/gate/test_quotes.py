"""The score of quotations: versions joined, names, and what was changed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from compare.model.findings import QuoteChange
from compare.model.quotes import Quote, QuoteKind, Speaker
from compare.model.spans import Span
from compare.sources.document import document
from tests.gate.gold import GoldStory
from tests.gate.quotes import score_quotes

LONG = "“We close the pier tonight and open it in May,” Una Marsh said. “It is old,” she said."
SHORT = "“We close the pier tonight,” Una Marsh said. “It is old,” she said."
DOCUMENTS = (document(LONG, outlet="Weir Gazette"), document(SHORT, outlet="Port Globe"))


def marked(edit: str = "trimmed") -> GoldStory:
    versions = [
        {"outlet": "Weir Gazette", "key": "We close the pier tonight and open it in May"},
        {"outlet": "Port Globe", "key": "We close the pier tonight"},
    ]
    quotes = [{"id": "Q1", "speaker": "Una Marsh", "edit": edit, "versions": versions}]
    marks = {"id": "pier", "facts": [], "figures": [], "quotes": quotes}
    return GoldStory(marks=marks, documents=DOCUMENTS)


def quote(identifier: str, text: str, words: str, name: str, *, kind: QuoteKind) -> Quote:
    start = text.index(words)
    part = Span(start, start + len(words))
    return Quote(id=identifier, parts=(part,), kind=kind, speaker=Speaker(name=name))


def program(
    *groups: list[str],
    name: str = "Una Marsh",
    kind: QuoteKind = QuoteKind.DIRECT,
    change: QuoteChange = QuoteChange.CUT_END,
) -> Any:
    """A program that finds four quotations and joins those given."""
    articles = []
    for letter, found in zip("AB", DOCUMENTS, strict=True):
        words = found.text.split("”")[0].strip("“,")
        quotes = (
            quote(f"{letter}.q1", found.text, words, name, kind=kind),
            quote(f"{letter}.q2", found.text, "It is old", name, kind=kind),
        )
        articles.append(SimpleNamespace(document=SimpleNamespace(letter=letter, text=found.text)))
        articles[-1].quotes = quotes
    joined = [
        SimpleNamespace(
            members=[SimpleNamespace(quote=q, article=q[0]) for q in group], change=change
        )
        for group in groups
    ]
    result = SimpleNamespace(articles=articles, quote_groups=joined)
    return SimpleNamespace(document=lambda text, **_: text, compare_story=lambda _documents: result)


def scores(api: Any, story: GoldStory) -> dict[str, float]:
    return {metric.split(".")[1]: value for metric, value in score_quotes(api, [story])}


def test_versions_put_together_with_the_right_name_and_edit_score_one() -> None:
    assert set(scores(program(["A.q1", "B.q1"]), marked()).values()) == {1.0}


def test_versions_left_apart_score_no_recall() -> None:
    found = scores(program(), marked())
    assert (found["recall"], found["f1"], found["change_accuracy"]) == (0.0, 0.0, 0.0)


def test_a_joined_pair_that_the_marks_do_not_have_costs_precision() -> None:
    found = scores(program(["A.q1", "B.q1"], ["A.q2", "B.q2"]), marked())
    assert (found["precision"], found["recall"]) == (0.5, 1.0)


def test_a_joined_pair_of_indirect_speech_is_left_out_of_account() -> None:
    api = program(["A.q1", "B.q1"], ["A.q2", "B.q2"], kind=QuoteKind.INDIRECT)
    assert scores(api, marked())["precision"] == 1.0


def test_marks_that_share_one_long_quotation_are_not_held_against_each_other() -> None:
    story = marked()
    (first,) = story.marks["quotes"]
    halves = [("We close", "We close"), ("the pier tonight and", "the pier tonight")]
    quotes = [
        {
            **first,
            "id": f"Q{n}",
            "versions": [
                {"outlet": outlet, "key": key}
                for outlet, key in zip(("Weir Gazette", "Port Globe"), keys, strict=True)
            ],
        }
        for n, keys in enumerate(halves)
    ]
    whole = GoldStory(marks={**story.marks, "quotes": quotes}, documents=DOCUMENTS)
    assert scores(program(["A.q1", "B.q1"]), whole)["precision"] == 1.0


def test_another_name_costs_name_accuracy_unless_the_marks_say_that_outlets_differ() -> None:
    api = program(["A.q1", "B.q1"], name="Theo Lund")
    assert scores(api, marked())["name_accuracy"] == 0.0
    assert list(score_quotes(api, [marked("reattributed")]))[3] == ("gold_quotes.name_accuracy", 0)


@pytest.mark.parametrize(
    ("change", "right"), [(QuoteChange.ELLIPSIS, 1.0), (QuoteChange.ALTERED, 0.0)]
)
def test_the_edit_is_right_when_it_is_of_the_marked_kind(change: QuoteChange, right: float) -> None:
    assert scores(program(["A.q1", "B.q1"], change=change), marked())["change_accuracy"] == right
