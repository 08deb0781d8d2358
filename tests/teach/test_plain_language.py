"""Plain language is plain: short sentences and short words around what articles say."""

from __future__ import annotations

import re

import pytest

from compare.teach.question import Question
from tests.bundled import STORIES
from tests.teach.conftest import questions_of

QUOTED = re.compile(r"“(?:[^“”]|“[^”]*”)*”|\([^)]*\)")  # a sentence may quote
SENTENCE = re.compile(r"[^.?!:]*\w[^.?!:]*")
WORD = re.compile(r"[A-Za-z']+")
JARGON = re.compile(
    r"attribut|corrobor|lateral|verbatim|rhetor|passive|finding|cluster|source", re.I
)
LONGEST = 12
GRADE = 9.0
AVERAGE = 4.0


def own_words(question: Question) -> str:
    """The plain wording without the words of articles, which no one can make simpler."""
    return QUOTED.sub("it", question.plain)


def grade(text: str) -> float:
    """The school year in the United States for which a text is, by Flesch and Kincaid (1975)."""
    sentences, words = SENTENCE.findall(text), WORD.findall(text)
    beats = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * beats / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out."""
    small = word.lower()
    groups = len(re.findall(r"[aeiouy]+", small))
    silent = small.endswith("e") and not small.endswith("le") and groups > 1
    return max(1, groups - silent)


@pytest.mark.parametrize(("word", "count"), [("article", 3), ("see", 1), ("once", 1), ("use", 1)])
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("story", STORIES)
def test_sentences_of_plain_questions_are_short(story: str) -> None:
    for question in questions_of(story):
        longest = max(len(WORD.findall(each)) for each in SENTENCE.findall(own_words(question)))
        assert longest <= LONGEST, question.plain


@pytest.mark.parametrize("story", STORIES)
def test_plain_questions_are_easy_to_read_and_without_jargon(story: str) -> None:
    grades = [grade(own_words(question)) for question in questions_of(story)]
    assert max(grades) <= GRADE
    assert sum(grades) / len(grades) <= AVERAGE
    for question in questions_of(story):
        assert not JARGON.search(own_words(question)), question.plain
