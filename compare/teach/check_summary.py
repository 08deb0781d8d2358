"""A summary with two planted errors for students to find, and the key with the lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from compare.checking.check import check
from compare.model.articles import Article, Sentence
from compare.model.checks import CheckState
from compare.model.figures import FigureKind
from compare.teach.material import Material, stands_alone
from compare.text.calendar import WEEKDAYS
from compare.text.names import given_names, name_runs

ERRORS = 2
_LONGEST = 6
_FEWEST = 4
# So many pairs of errors are tried before the story is given up.
_TRIES = 8
_DIGITS = re.compile(r"(?<![\d.,])\d{2,3}(?![\d.,]*\d)")
_COUNTED = (FigureKind.COUNT, FigureKind.MEASURE, FigureKind.PERCENT)


@dataclass(frozen=True, slots=True)
class TakenSentence:
    """A sentence of an article that is in the summary, with the line students know it by.

    `numbers` are its counts and measures, as printed, with their places in it.
    """

    line: str
    text: str
    numbers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PlantedError:
    """A sentence with one error: what it has, and what its line has."""

    taken: TakenSentence
    text: str
    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class FaultySummary:
    """The sentences as students see them, and the key to each that is wrong, by its number."""

    sentences: tuple[str, ...]
    lines: tuple[str, ...]
    errors: tuple[tuple[int, PlantedError], ...]


def faulty_summary(material: Material) -> FaultySummary | None:
    """A summary of sentences of the articles, two of them with an error; None without material.

    It is only given where `check` bears out every other sentence and contradicts these two.
    """
    taken = list(islice(_sentences(material), _LONGEST))
    planted = [one for each in taken for one in islice(_errors(material, each), 1)]
    if len(taken) < _FEWEST:
        return None
    documents = [article.document for article in material.c.articles]
    # A number and a name make a better riddle than two numbers.
    pairs = sorted(
        combinations(planted, ERRORS),
        key=lambda pair: pair[0].right[0].isdigit() == pair[1].right[0].isdigit(),
    )
    for pair in pairs[:_TRIES]:
        wrong = {one.taken: one for one in pair}
        texts = [wrong[each].text if each in wrong else each.text for each in taken]
        found = check("\n\n".join(texts), documents).statements
        wanted = [CheckState.CONTRADICTED if each in wrong else CheckState.STATED for each in taken]
        if [one.state for one in found] == wanted:
            errors = tuple(
                (number, wrong[each]) for number, each in enumerate(taken, 1) if each in wrong
            )
            return FaultySummary(tuple(texts), tuple(each.line for each in taken), errors)
    return None


def _sentences(material: Material) -> Iterator[TakenSentence]:
    """Sentences that stand alone and tell what several articles tell, each fact once.

    Left out are those of which students see other words, or none.
    """
    seen: set[str] = set()
    for fact in material.sure(material.c.facts):
        if not (fact.shared and material.is_open(fact)):
            continue
        for mention in fact.mentions:
            article = material.c.article(mention.article)
            sentence = article.sentence(mention.sentence)
            one = _taken(material, article, sentence)
            if one and sentence.id not in seen:
                seen.add(sentence.id)
                yield one
                break


def _taken(material: Material, article: Article, sentence: Sentence) -> TakenSentence | None:
    words = article.words_of(sentence.span)
    line = material.line(sentence.id)
    shown = line and material.words(article.letter, sentence.span) == words
    if not shown or not stands_alone(words) or "\n" in words:
        return None
    counted = tuple(
        (figure.span.start - sentence.span.start, article.words_of(figure.span))
        for figure in article.figures
        if figure.kind in _COUNTED and sentence.span.contains(figure.span)
    )
    return TakenSentence(line, words, counted)


def _errors(material: Material, taken: TakenSentence) -> Iterator[PlantedError]:
    """The errors that can be planted in a sentence: a person, a number, a day."""
    for wrong, right, at in (*_persons(material, taken), *_numbers(taken), *_days(taken)):
        text = taken.text[:at] + wrong + taken.text[at + len(right) :]
        yield PlantedError(taken=taken, text=text, wrong=wrong, right=right)


def _numbers(taken: TakenSentence) -> Iterator[tuple[str, str, int]]:
    for at, printed in taken.numbers:
        digits = _DIGITS.search(printed)
        if digits:
            right = digits.group()
            turned = right[::-1]
            if turned == right or right.endswith("0"):
                turned = f"{int(right[0]) % 9 + 1}{right[1:]}"
            yield turned, right, at + digits.start()


def _persons(material: Material, taken: TakenSentence) -> Iterator[tuple[str, str, int]]:
    cast = _cast(material.c.articles)
    for name in cast:
        if taken.text.count(name) != 1:
            continue
        for other in cast:
            if other not in taken.text and other.split()[-1] != name.split()[-1]:
                yield other, name, taken.text.index(name)
                break


def _cast(articles: Sequence[Article]) -> list[str]:
    """The full names of persons, in the order in which the articles name them."""
    found: dict[str, None] = {}
    for article in articles:
        text = article.document.text
        for run in name_runs(text, [s.span for s in article.sentences]):
            if len(run.words) == 2 and run.first in given_names():
                found.setdefault(run.span.of(text))
    return list(found)


def _days(taken: TakenSentence) -> Iterator[tuple[str, str, int]]:
    days = [day.capitalize() for day in WEEKDAYS if len(day) > 5]
    for at, day in enumerate(days):
        if taken.text.count(day) == 1:
            yield days[(at + 3) % len(days)], day, taken.text.index(day)
