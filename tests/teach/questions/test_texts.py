"""The bank of question texts: all of it is asked, and each gap in it gets its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import Any

import msgspec
import pytest

from compare.model.comparison import Comparison
from compare.model.findings import Evidence
from compare.model.verification import Rule
from compare.model.words import Telling, Voice
from compare.teach.blind import Blinder
from compare.teach.material import Material
from compare.teach.question import Kind, Question
from compare.teach.question_choice import all_questions
from compare.teach.questions import texts as question_texts
from compare.teach.questions.texts import BANK, QuestionText, question_text
from compare.teach.questions.voices import first_line_of
from tests import bundled
from tests.formats.story import market_hall
from tests.teach.conftest import material_of

FIELDS = ("prompt", "plain", "answer", "why", "look_for", "misreading")
BANKED = question_texts.question_texts()


def gaps(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


class Asked:
    """Every question and phrase that is asked for, with the words it got, by its text."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names = {id(text): name for name, text in BANKED.items()}
        self.words: dict[str, set[str]] = {}
        self.phrases: dict[tuple[str, str], set[str]] = {}
        question, phrase = QuestionText.question, QuestionText.phrase

        def asked(text: QuestionText, key: str, words: Mapping[str, str], **rest: Any) -> Question:
            self.words.setdefault(self.names[id(text)], set(words)).update(words)
            return question(text, key, words, **rest)

        def told(text: QuestionText, name: str, /, **words: str) -> str:
            self.phrases.setdefault((self.names[id(text)], name), set(words)).update(words)
            return phrase(text, name, **words)

        monkeypatch.setattr(QuestionText, "question", asked)
        monkeypatch.setattr(QuestionText, "phrase", told)


@pytest.fixture(scope="module")
def asked() -> Asked:
    """What the questions of all invented stories ask the bank for."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        found = Asked(monkeypatch)
        for material in (*map(material_of, bundled.STORIES), Material(*with_agency(), seed=1)):
            all_questions(material)
        # A name that no paragraph has, which is so rare that no invented story shows it.
        assert first_line_of(material, "A", "Nobody Known") == "the headline of A"
    return found


def with_agency() -> tuple[Comparison, Blinder]:
    """A story that tells one act in three grammars, each telling verified."""
    story = market_hall()
    (agency,) = story.agency
    place = story.facts[0].mentions[0]
    words = Evidence(article=place.article, span=place.span, text=story.text_of(place))
    by_another = Telling(article=place.article, voice=Voice.PASSIVE, act=words, clause=words)
    tellings = (*agency.tellings, by_another)
    agency = replace(agency, tellings=tellings, verified_by=(Rule.SAME_ACT,))
    story = replace(story, agency=(agency,))
    return story, Blinder(story)


def test_every_text_is_asked_in_some_invented_story_and_each_gap_gets_its_words(
    asked: Asked,
) -> None:
    wanted = {
        name: set().union(*(gaps(getattr(text, field)) for field in FIELDS))
        for name, text in BANKED.items()
    }
    assert asked.words == wanted


def test_every_phrase_is_used_in_some_invented_story_and_each_gap_gets_its_words(
    asked: Asked,
) -> None:
    for (name, phrase), words in asked.phrases.items():
        assert gaps(BANKED[name].phrases[phrase]) <= words
    banked = {(name, phrase) for name, text in BANKED.items() for phrase in text.phrases}
    assert set(asked.phrases) == banked


def test_every_kind_has_a_text() -> None:
    assert {text.kind for text in BANKED.values()} == set(Kind)


def sentences(text: QuestionText) -> Sequence[str]:
    return [getattr(text, field) for field in FIELDS]


@pytest.mark.parametrize("name", sorted(BANKED))
def test_a_text_ends_as_sentences_do_and_holds_no_stray_spaces(name: str) -> None:
    for told in sentences(BANKED[name]):
        assert told == told.strip()
        assert "  " not in told
        assert told.endswith((".", "?", "}"))


def test_words_of_an_article_are_never_taken_for_gaps() -> None:
    text = replace(question_text("which_readers"), prompt="Read {line}.")
    made = text.question("predict-1", {"line": "{prompt} {0} {{"}, worth=0.5)
    assert made.prompt == "Read {prompt} {0} {{."


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ('kind = "predict"\n', "level"),
        ('kind = "riddle"\nlevel = "find"\n', "kind"),
    ],
)
def test_a_bank_that_is_not_as_it_should_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str, wrong: str
) -> None:
    (tmp_path / BANK.name).write_text(f"[one]\n{changed}", encoding="utf-8")
    monkeypatch.setattr(question_texts, "BANK", tmp_path / BANK.name)
    question_texts.question_texts.cache_clear()
    try:
        with pytest.raises(msgspec.ValidationError, match=wrong):
            question_texts.question_texts()
    finally:
        question_texts.question_texts.cache_clear()
