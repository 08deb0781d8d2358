"""What one article alone reports, asked by its subject and not in the words of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from compare.english.word_lists import word_list
from compare.model.facts import Fact
from compare.model.figures import FigureKind
from compare.model.spans import Span
from compare.teach.material import Material
from compare.teach.question import (
    AnswerCheck,
    Cite,
    Option,
    Question,
    in_marks,
    list_of,
)
from compare.teach.questions.facts import is_silent_on, statement_of
from compare.teach.questions.texts import question_text
from compare.text.fold import folded_text
from compare.text.meaning import meaning, number_words, word_beginnings
from compare.text.verbs import irregular_verbs, verb_forms, verb_table
from compare.text.words import words
from compare.verify.answers import is_quoted_elsewhere

_MOST_LETTERS = 4
_MOST_ASKED = 8
_FEWEST_POINTS, _MOST_POINTS = 2, 3
_SHORTEST_POINT = 4
_NO_SUBJECT = ("ed", "ing", "ly")
# What an article gives with a figure of the kind, as the bank names it.
_GIVES = {
    FigureKind.MONEY: "money",
    FigureKind.PERCENT: "percent",
    FigureKind.COUNT: "count",
    FigureKind.MEASURE: "measure",
    FigureKind.DURATION: "duration",
}
_TEXT = "only_here"


def only_here(material: Material) -> Iterator[Question]:
    """Which single article reports this? One question for each fact that is surely nowhere else."""
    for digest in material.c.digests:
        for rank, fact_id in enumerate(digest.only_here[:_MOST_ASKED]):
            fact = material.c.fact(fact_id)
            statement = statement_of(material, fact) if material.is_open(fact) else None
            if statement is None or not surely_alone(material, fact, statement):
                continue
            points = _points(material, statement)
            if len(points) >= _FEWEST_POINTS:
                yield _which_one(material, fact, statement, points, 0.5 / (1 + rank))


def surely_alone(material: Material, fact: Fact, statement: Cite) -> bool:
    """True when no other article states it, comes near it, denies it or quotes who says it."""
    others = [letter for letter in material.letters if letter != statement.article]
    alone = len(fact.mentions) == 1 and len(others) > 0
    return alone and all(
        is_silent_on(material, fact, letter, statement)
        and not is_quoted_elsewhere(statement.text, _speakers(material, letter))
        for letter in others
    )


def _speakers(material: Material, letter: str) -> list[str]:
    quotes = material.c.article(letter).quotes
    return [quote.speaker.name for quote in quotes if quote.speaker is not None]


def _points(material: Material, statement: Cite) -> list[str]:
    """The rarest words for things in a statement that no other article has in one paragraph."""
    others = [letter for letter in material.letters if letter != statement.article]
    has = {letter: word_beginnings(meaning(material.texts[letter])) for letter in others}
    found = {
        folded_text(word): sum(bool(_roots(word) & has[letter]) for letter in others)
        for span in words(statement.text)
        if _names_a_thing(word := span.of(statement.text))
    }
    rarest = sorted(found, key=lambda word: (found[word], -len(word), word))[:_MOST_POINTS]
    return sorted(rarest) if _nowhere_together(material, rarest, others) else []


def _names_a_thing(word: str) -> bool:
    """True for a word that may stand for a thing: no name, number, time or form of a verb."""
    no_subject = word_list("stop") | word_list("function-words") | word_list("time-words")
    verbs = {form for base in irregular_verbs() for form in verb_forms(base)}
    return (
        word.isalpha()
        and word.islower()
        and len(word) >= _SHORTEST_POINT
        and not word.endswith(_NO_SUBJECT)
        and not number_words(word)
        and word not in no_subject | verbs
        and word not in verb_table("reporting-verbs")
    )


def _nowhere_together(material: Material, points: list[str], others: list[str]) -> bool:
    """True when no paragraph of another article has two of the words, in any form."""
    wanted = [_roots(point) for point in points]
    return not any(
        sum(bool(each & found) for each in wanted) >= _FEWEST_POINTS
        for letter in others
        for paragraph in material.copy(letter).paragraphs
        if (found := word_beginnings(meaning(" ".join(line.text for line in paragraph))))
    )


def _roots(word: str) -> frozenset[str]:
    return word_beginnings(meaning(word))


def _gives(material: Material, fact: Fact) -> str:
    """The phrase for what the statement has to tell, by the first of its figures."""
    (mention,) = fact.mentions
    figures = material.c.article(mention.article).figures
    inside = [figure for figure in figures if _within(figure.span, mention.span)]
    kinds = (figure.kind for figure in inside)
    return next((_GIVES[kind] for kind in kinds if kind in _GIVES), "anything")


def _within(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _which_one(
    material: Material, fact: Fact, statement: Cite, points: list[str], worth: float
) -> Question:
    text = question_text(_TEXT)
    key = text.id_of(fact.id, "alone")
    letter = statement.article
    others = material.shuffled((each for each in material.letters if each != letter), key)
    offered = sorted([letter, *others[: _MOST_LETTERS - 1]], key=material.letters.index)
    notes = {
        True: text.phrase("here", line=statement.line),
        False: text.phrase("elsewhere"),
    }
    words = {
        "gives": text.phrase(_gives(material, fact)),
        "points": list_of(map(in_marks, points)),
        "letter": letter,
        "line": statement.line,
        "sentence": in_marks(statement.text),
    }
    return text.question(
        key,
        words,
        worth=worth,
        evidence=(statement,),
        checks=(
            AnswerCheck(article=letter, words=statement.text),
            *(AnswerCheck(article=letter, words=point) for point in points),
            *(AnswerCheck(article=other, words=statement.text, there=False) for other in others),
        ),
        options=[
            Option(text=f"Article {each}", right=each == letter, note=notes[each == letter])
            for each in offered
        ],
    )
