# ruff: noqa: E501 - the cases read best one a line
"""What every command says of articles that are not in English, and never says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import compare
from compare.align.languages import languages_told
from compare.errors import SeveralLanguages
from compare.following.follow import follow
from compare.formats.result_registry import CHECK_FORMATS, FOLLOW_FORMATS
from compare.model.articles import Document
from compare.model.checks import CheckState
from compare.teach.lesson import lesson

GERMAN = (
    "Der Kreistag in Brackwater hat am Dienstag beschlossen, die alte Drehbrücke für den Verkehr zu sperren, nachdem bei einer Prüfung Risse in zwei Hauptträgern gefunden worden waren.\n\nDie 1911 gebaute Brücke wird täglich von etwa 9000 Fahrzeugen befahren.\n\n„Wir können nicht noch einen Winter abwarten“, sagte die Ratsvorsitzende Marta Quill nach der Sitzung.",
    "Die Drehbrücke von Brackwater wird für den Verkehr gesperrt, nachdem Prüfer Risse in drei Hauptträgern gefunden haben, beschloss der Kreistag am Dienstag.\n\nRund 8000 Fahrzeuge nutzen die Brücke am Tag, teilte die Straßenbehörde mit. Sie wurde 1911 gebaut.",
)
ENGLISH = (
    "The county council in Brackwater voted on Tuesday to close the old swing bridge to traffic after an inspection found cracks in two of its main girders.\n\nThe bridge, built in 1911, carries about 9,000 vehicles a day.",
    "Brackwater's swing bridge will close to traffic after inspectors found cracks in its main girders, the county council decided on Tuesday.\n\nThe bridge was built in 1911, the highways department said.",
)
NEVER = (
    "Nothing stands",
    "Nothing new",
    "Nothing that",
    "None of",
    "No figures differ",
    "No speaker",
    "No act is",
    "No person, group",
    "none differs",
    "was missed",
    "stands in no source",
    "No quotation",
    "no quotation",
    "leads with",
    "The text does not have",
    "Every fact that two",
    "too few people",
)


def documents(*texts: str) -> list[Document]:
    return [compare.document(text, outlet=f"Outlet {n}") for n, text in enumerate(texts)]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json"])
def test_no_form_of_a_comparison_says_that_nothing_was_found(tmp_path: Path, suffix: str) -> None:
    compare.write(compare.compare_story(documents(*GERMAN)), tmp_path / f"a{suffix}")
    told = (tmp_path / f"a{suffix}").read_text("utf-8")
    assert "storydiff reads English only" in told
    assert suffix == ".json" or not [words for words in NEVER if words in told]


def test_no_finding_is_made_of_a_headline_that_is_not_read() -> None:
    german = [
        compare.document(text, outlet=outlet, headline="Pferdebrücke brennt lichterloh")
        for text, outlet in zip(GERMAN, "AB", strict=True)
    ]
    found = compare.compare_story(german)
    assert not any(h.unmatched or h.unsupported or h.why for h in found.headlines)
    assert not found.headline_words


def test_german_quotation_marks_stay_as_they_are_in_the_name_of_a_fact() -> None:
    labels = [fact.label for fact in compare.compare_story(documents(*GERMAN)).facts]
    assert any(label.startswith("„") and label.count("“") == 1 for label in labels)
    assert not any("”" in label for label in labels)


def test_a_lesson_names_the_language_as_the_reason_for_what_it_lacks() -> None:
    found = lesson(compare.compare_story(documents(*GERMAN)))
    assert found.missing[0].startswith("Not looked at: A and B are not in English.")
    assert len(found.missing) < 4
    assert not [words for words in NEVER if words in " ".join(found.missing)]


def test_nobody_is_first_in_a_story_without_times() -> None:
    told = FOLLOW_FORMATS.render(follow(documents(*ENGLISH)), "txt").decode()
    assert "says it" in told
    assert "said first" not in told


@pytest.mark.parametrize("form", FOLLOW_FORMATS.writers)
def test_no_form_of_a_followed_story_does(form: str) -> None:
    told = FOLLOW_FORMATS.render(follow(documents(*GERMAN)), form).decode()
    assert "storydiff reads English only" in told
    assert not [words for words in NEVER if words in told]


@pytest.mark.parametrize("form", CHECK_FORMATS.writers)
@pytest.mark.parametrize(
    ("text", "sources"), [(GERMAN[0], ENGLISH), (ENGLISH[0], GERMAN), (GERMAN[0], GERMAN[1:])]
)
def test_no_form_of_a_check_does(text: str, sources: tuple[str, ...], form: str) -> None:
    found = compare.check(text, documents(*sources))
    assert {one.state for one in found.statements} == {CheckState.NOT_CHECKABLE}
    assert found.warnings
    told = CHECK_FORMATS.render(found, form).decode()
    assert all(warning in told.replace("\n  ", " ") for warning in found.warnings)
    assert not [words for words in NEVER if words in told]


def test_a_sentence_that_a_source_has_word_for_word_is_stated_in_any_language() -> None:
    sentence = GERMAN[1].rpartition(". ")[2]
    found = compare.check(
        sentence + " Die Reparatur kostet neun Millionen Dollar.", documents(*GERMAN)
    )
    assert [one.state for one in found.statements] == [CheckState.STATED, CheckState.NOT_CHECKABLE]
    assert found.statements[0].evidence[0].text == sentence


def test_a_source_in_another_language_is_told_and_the_others_are_read() -> None:
    found = compare.check("The bridge was built in 1911.", documents(ENGLISH[0], GERMAN[0]))
    assert "B (Outlet 1) is in German, the text in English; it is not looked at." in found.warnings
    assert found.statements[0].state is not CheckState.NOT_CHECKABLE


def test_two_languages_are_refused_as_one_story_and_told_where_articles_are_grouped() -> None:
    mixed = documents(ENGLISH[0], GERMAN[0])
    for refuse in (compare.compare_story, follow):
        with pytest.raises(SeveralLanguages, match="in 2 languages"):
            refuse(mixed)
    assert "in English (1) and German (1)" in languages_told(mixed)
    assert languages_told(mixed[:1]) == ""


def test_a_corpus_compares_those_of_one_language_and_tells_of_the_others(tmp_path: Path) -> None:
    for name, text in zip("abc", (*ENGLISH, GERMAN[0]), strict=True):
        (tmp_path / f"{name}.txt").write_text(text)
    corpus = compare.corpus.open(tmp_path / "pile")
    corpus.add([str(tmp_path / f"{name}.txt") for name in "abc"])
    corpus.compare()
    warnings = [row["warnings"] or "" for row in corpus.rows("comparisons")]
    assert len(warnings) == 1
    events = [event for event in corpus.events() if len(event.articles) == 3]
    assert not events or "those in English are compared" in json.dumps(warnings)
