"""Every question of every bundled story, held against the text that students have in hand."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest

from compare.teach.material import Material
from compare.teach.question import Kind, Level, Question
from compare.teach.question_choice import missing_kinds
from compare.teach.questions.gaps import GAP
from compare.text.fold import folded_text
from tests.bundled import STORIES
from tests.teach.conftest import material_of, questions_of

QUOTED = re.compile(r"“([^“”]*)”")
LINE = re.compile(r"\b([A-Z])(\d+)\b")


def lines(material: Material) -> dict[str, str]:
    """The numbered sentences of all student copies."""
    return {
        f"{copy.letter}{line.number}": line.text
        for copy in material.copies
        for paragraph in copy.paragraphs
        for line in paragraph
    }


def handed_out(material: Material) -> str:
    """Everything students can read, as one folded text."""
    return "\n".join(material.texts.values())


@pytest.mark.parametrize("story", STORIES)
def test_a_story_gives_nearly_every_kind_and_every_level(story: str) -> None:
    made = questions_of(story)
    absent = set(Kind) - {question.kind for question in made}
    assert len(absent) <= 3
    assert {missing.kind for missing in missing_kinds(made)} == absent
    assert {question.level for question in made} == set(Level)


def test_the_bundled_story_gives_all_kinds() -> None:
    assert missing_kinds(questions_of("demo")) == ()


@pytest.mark.parametrize("story", STORIES)
def test_the_evidence_stands_under_its_number_in_the_student_copy(story: str) -> None:
    numbered = lines(material_of(story))
    for question in questions_of(story):
        for cite in question.evidence:
            assert numbered[cite.line] == cite.text, question.id


@pytest.mark.parametrize("story", STORIES)
def test_every_number_a_question_cites_is_a_sentence_of_a_copy(story: str) -> None:
    numbered = lines(material_of(story))
    for question in questions_of(story):
        own = QUOTED.sub("", f"{question.prompt} {question.answer} {question.why}")
        for letter, number in LINE.findall(own):
            if letter in material_of(story).letters:
                assert f"{letter}{number}" in numbered, (question.id, own)


@pytest.mark.parametrize("story", STORIES)
def test_words_in_quotation_marks_are_words_of_a_copy(story: str) -> None:
    everything = unmarked(handed_out(material_of(story)))
    acts = {agency.act for agency in material_of(story).c.agency}
    for question in questions_of(story):
        for words in QUOTED.findall(question.prompt):
            if GAP not in words and words not in acts:
                assert unmarked(folded_text(words)) in everything, (question.id, words)


def unmarked(text: str) -> str:
    """The text with one sort of quotation mark; a question prints inner ones as single ones."""
    return re.sub(r"[“”\"‘’]", "'", text)


@pytest.mark.parametrize("story", STORIES)
def test_no_quotation_marks_stand_within_others(story: str) -> None:
    for question in questions_of(story):
        key = (question.answer, question.why, *(option.text for option in question.options))
        for text in (question.prompt, question.plain, *key):
            depths = accumulate({"“": 1, "”": -1}.get(mark, 0) for mark in text)
            assert set(depths) <= {0, 1}, (question.id, text)
            assert '"' not in text, (question.id, text)


@pytest.mark.parametrize("story", STORIES)
def test_exactly_one_option_is_right_and_no_two_are_alike(story: str) -> None:
    for question in questions_of(story):
        right = [option for option in question.options if option.right]
        if question.options:
            assert len(question.options) > 1
            assert right if question.several else len(right) == 1, question.id
            assert len(right) < len(question.options)
            texts = {folded_text(option.text) for option in question.options}
            assert len(texts) == len(question.options)


@pytest.mark.parametrize("story", STORIES)
def test_the_right_words_close_the_gap_and_no_wrong_ones_do(story: str) -> None:
    numbered = {folded_text(text) for text in lines(material_of(story)).values()}
    for question in questions_of(story):
        gap = next((words for words in QUOTED.findall(question.prompt) if GAP in words), None)
        for option in question.options if gap else ():
            closed = folded_text(str(gap).replace(GAP, option.text))
            assert (closed in numbered) is option.right, (question.id, option.text)


@pytest.mark.parametrize("story", STORIES)
def test_an_article_to_choose_holds_the_words_and_the_others_do_not(story: str) -> None:
    material = material_of(story)
    for question in questions_of(story):
        if not question.prompt.startswith("Only one article reports this"):
            continue
        (words,) = QUOTED.findall(question.prompt)
        holding = {letter for letter, text in material.texts.items() if folded_text(words) in text}
        (right,) = (option.text for option in question.options if option.right)
        assert {right} == {f"Article {letter}" for letter in holding}


@pytest.mark.parametrize("story", STORIES)
def test_the_first_article_is_the_first_by_its_paragraphs(story: str) -> None:
    for question in questions_of(story):
        if question.kind is Kind.PLACEMENT:
            at = {option.text: paragraph(option.note) for option in question.options}
            (right,) = (option.text for option in question.options if option.right)
            assert at[right] <= min(place for text, place in at.items() if text != right) - 2


def paragraph(note: str) -> int:
    """The number in "Paragraph 4."."""
    return int(note.removeprefix("Paragraph ").rstrip("."))


@pytest.mark.parametrize("story", STORIES)
def test_what_is_compared_comes_from_two_articles(story: str) -> None:
    for question in questions_of(story):
        if question.level is Level.COMPARE and question.evidence:
            assert len({cite.article for cite in question.evidence}) > 1, question.id


def letters(question: Question) -> set[str]:
    """The articles that options of a question name."""
    texts = (option.text for option in question.options)
    return {text[-1] for text in texts if text.startswith(("Article ", "Outlet "))}


@pytest.mark.parametrize("story", STORIES)
def test_options_name_articles_that_there_are(story: str) -> None:
    for question in questions_of(story):
        assert letters(question) <= set(material_of(story).letters)
