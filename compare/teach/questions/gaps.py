"""Questions with a gap: a sentence of an article without its number, or without its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import log10

from compare.english.word_lists import word_list
from compare.model.figures import Figure, FigureKind, Hedge
from compare.model.findings import FigureGroup, FigureRelation, Reading
from compare.model.ids import letter_of
from compare.teach.material import Material, whole_word
from compare.teach.question import (
    AnswerCheck,
    Cite,
    Option,
    Question,
    in_marks,
    with_capital,
)
from compare.teach.questions.texts import question_text
from compare.teach.questions.voices import quoted_people
from compare.teach.voices_heard import named_bodies
from compare.text.cardinals import ONES, SCALES, TENS
from compare.text.fold import folded_text
from compare.text.meaning import meaning, word_beginnings
from compare.text.words import words

GAP = "____"
_LONGEST = 45
_WRONG = 3
_FEWEST_WRONG = 2
_ASKED = (
    FigureKind.COUNT,
    FigureKind.PERCENT,
    FigureKind.MONEY,
    FigureKind.MEASURE,
    FigureKind.DURATION,
)
_DIFFERS, _AGREES = 0.6, 0.1
_NEAREST = 5
_MOST_ASKED = 2
_LEAST = 2
_TINY = 1e-6
# Wrong numbers are within two powers of ten, so that size alone does not tell.
_FARTHEST = 2.0
_SHORTEST = 6
# With these a text is no number that another could replace.
_NO_AMOUNT = frozenset("the once twice thrice half".split())
_AMOUNT = re.compile(rf"[£$€]?\d|\b(?:{'|'.join([*ONES, *TENS, *SCALES])})\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d\.\d\d\b(?!\d* (?:million|billion))")


def fill_number(material: Material) -> Iterator[Question]:
    """Which number belongs in the sentence? Wrong options are other numbers of the same sort."""
    for group in material.sure(material.c.figures):
        if material.contested & {group.id, *group.facts}:
            continue
        for reading in _asked(group):
            cite = material.cite(reading.article, reading.span)
            figure = _figure(material, reading)
            if cite is None or figure.kind not in _ASKED or not _alike(figure, figure):
                continue
            right = bare_amount(reading.text)
            gap, wrong = with_gap(cite.text, right), _numbers(material, group, reading, cite)
            if right and gap and len(wrong) >= _FEWEST_WRONG:
                yield _number(material, group, (reading, right), cite, (gap, wrong))


def with_gap(sentence: str, piece: str) -> str:
    """The sentence with a gap for words that stand in it exactly once; empty when they do not."""
    found = list(re.finditer(rf"(?<![\w.,$€£-]){re.escape(piece)}(?![\w%-])(?![.,]\d)", sentence))
    count = len(sentence.split())
    long = count <= _LONGEST and count - len(piece.split()) >= _SHORTEST
    if len(found) != 1 or not long or any(mark in sentence for mark in '“”"['):
        return ""
    if sentence.rstrip()[-1:] not in ".!?":
        return ""
    at = found[0]
    return f"{sentence[: at.start()]}{GAP}{sentence[at.end() :]}"


def bare_amount(figure: str) -> str:
    """A figure as printed without what qualifies it: "200" of "more than 200"; or nothing.

    The words that qualify it stay in the sentence, so that they tell no option from the others.
    """
    found = _AMOUNT.search(figure)
    return figure[found.start() :] if found else ""


def _asked(group: FigureGroup) -> list[Reading]:
    """One reading for each value, two at most; a single one when all agree."""
    firsts = {reading.value: reading for reading in reversed(group.readings)}
    asked = sorted(firsts.values(), key=lambda reading: (reading.article, reading.figure))
    return asked[: _MOST_ASKED if group.relation is not FigureRelation.AGREE else 1]


def _figure(material: Material, reading: Reading) -> Figure:
    figures = material.c.article(reading.article).figures
    return next(figure for figure in figures if figure.id == reading.figure)


def _numbers(material: Material, group: FigureGroup, reading: Reading, cite: Cite) -> list[str]:
    """Other numbers of the same sort: of the group, then of the article, then of the others.

    Each value comes once, those of much the same size first; none stands in the sentence itself,
    and none is the right one in other words.
    """
    right = _figure(material, reading)
    near = [_figure(material, other) for other in group.readings]
    here = material.c.article(reading.article).figures
    away = [figure for article in material.c.articles for figure in article.figures]
    amount = right.quantity
    values = {(amount.low, amount.high), (amount.low, amount.low), (amount.high, amount.high)}
    taken = {folded_text(bare_amount(reading.text))}
    texts: list[str] = []
    for several in (near, here, away):
        fit = [
            each
            for each in several
            if _alike(each, right)
            and _fits(material, each, reading)
            and _apart(each, right) <= _FARTHEST
        ]
        fit.sort(key=lambda each: (_apart(each, right), _text(material, each)))
        for figure in sorted(fit[:_NEAREST], key=lambda each: material.drawn(each.id)):
            text, value = _text(material, figure), (figure.quantity.low, figure.quantity.high)
            if value not in values and folded_text(text) not in taken | {folded_text(cite.text)}:
                values.add(value)
                taken.add(folded_text(text))
                if not whole_word(text, folded_text(cite.text)):
                    texts.append(text)
    like = [text for text in texts if _has_digit(text) is _has_digit(bare_amount(reading.text))]
    return (like if len(like) >= _FEWEST_WRONG else texts)[:_WRONG]


def _alike(figure: Figure, right: Figure) -> bool:
    """True for a figure of the same sort that is more than a "one"."""
    amount = figure.quantity
    return (
        figure.kind is right.kind
        and amount.unit == right.quantity.unit
        and amount.hedge is not Hedge.VAGUE
        and not _is_small(figure)
    )


def _is_small(figure: Figure) -> bool:
    high = figure.quantity.high
    return figure.kind is FigureKind.COUNT and high is not None and high < _LEAST


def _fits(material: Material, figure: Figure, reading: Reading) -> bool:
    """True for plain words that are written like the right ones, in digits if these are."""
    text = _text(material, figure)
    if not text or (text.isupper() and not reading.text.isupper()):
        return False
    joined = ("-" in text) is ("-" in reading.text)
    plain = (
        not _NO_AMOUNT & set(folded_text(text).split()) and _CLOCK.search(text) is None and joined
    )
    digits = figure.kind is FigureKind.COUNT or _has_digit(text) is _has_digit(reading.text)
    return plain and digits


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _apart(figure: Figure, right: Figure) -> float:
    """How far two amounts are from each other, as the logarithm of their ratio."""
    one, other = (each.quantity.low or each.quantity.high or 0 for each in (figure, right))
    return abs(log10(max(float(one), _TINY) / max(float(other), _TINY)))


def _text(material: Material, figure: Figure) -> str:
    letter = letter_of(figure.id)
    return bare_amount(material.words(letter, figure.span))


def _number(
    material: Material,
    group: FigureGroup,
    asked: tuple[Reading, str],
    cite: Cite,
    parts: tuple[str, list[str]],
) -> Question:
    reading, right = asked
    gap, wrong = parts
    text = question_text("fill_number")
    key = text.id_of(group.id, reading.article, reading.value)
    differs = group.relation is not FigureRelation.AGREE
    letter = cite.article
    others = sorted({r.article for r in group.readings if r.value != reading.value} - {letter})
    lines = ", ".join(_lines(material, group, others))
    words = {
        "letter": letter,
        "gap": in_marks(gap),
        "right": in_marks(right),
        "line": cite.line,
        "compare": text.phrase("compare", lines=lines) if others else "",
    }
    return text.question(
        key,
        words,
        worth=_DIFFERS if differs else _AGREES,
        evidence=(cite,),
        checks=(AnswerCheck(article=letter, words=cite.text),),
        options=_options(material, right, wrong, key, text.phrase("note", line=cite.line)),
    )


def _options(
    material: Material, right: str, wrong: Sequence[str], key: str, note: str
) -> list[Option]:
    shuffled = material.shuffled((right, *wrong), key)
    return [Option(text=with_capital(each), right=each == right, note=note) for each in shuffled]


def _lines(material: Material, group: FigureGroup, letters: list[str]) -> list[str]:
    cites = (material.cite(r.article, r.span) for r in group.readings if r.article in letters)
    return list(dict.fromkeys(cite.line for cite in cites if cite is not None))


def fill_source(material: Material) -> Iterator[Question]:
    """On whose word does a sentence rest? Wrong options are other bodies the articles name."""
    heard = tuple(named_bodies(material))
    for name, cite in heard:
        gap, others = with_gap(cite.text, name), _others(material, name, cite, heard)
        if gap and len(others) >= _FEWEST_WRONG and _says_beside(cite.text, name):
            yield _source(material, cite, name, gap, others)


def _says_beside(sentence: str, name: str) -> bool:
    """True when a verb of saying, or "according to", stands right beside the name."""
    before, _, after = sentence.partition(name)
    first = [folded_text(span.of(after)) for span in words(after)][:2]
    last = [folded_text(span.of(before)) for span in words(before)][-2:]
    said = word_list("plain-speech") | {"said", "says", "say"}
    told = bool(first) and (first[0] in said or (first[0] in ("has", "have") and first[-1] in said))
    return (told and not after.lstrip().startswith(",")) or last == ["according", "to"]


def _others(
    material: Material, right: str, cite: Cite, heard: tuple[tuple[str, Cite], ...]
) -> list[str]:
    """Other bodies, then people who speak; none shares a word with the right one or another."""
    taken = word_beginnings(meaning(right))
    names = material.shuffled({name for name, _ in heard}, cite.line)
    people = material.shuffled(quoted_people(material), cite.line)
    found: list[str] = []
    for name in (*names, *people):
        own = word_beginnings(meaning(name))
        if own and not own & taken:
            found.append(name)
            taken |= own
    return found[:_WRONG]


def _source(material: Material, cite: Cite, name: str, gap: str, others: list[str]) -> Question:
    text = question_text("fill_source")
    key = text.id_of(folded_text(cite.text), folded_text(name))
    words = {
        "letter": cite.article,
        "gap": in_marks(gap),
        "right": with_capital(name),
        "line": cite.line,
    }
    return text.question(
        key,
        words,
        worth=0.6,
        evidence=(cite,),
        checks=(AnswerCheck(article=cite.article, words=cite.text),),
        options=_options(material, name, others, key, text.phrase("note", line=cite.line)),
    )
