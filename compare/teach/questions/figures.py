"""Questions on figures: whether two can both be right, and why they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from compare.model.figures import Figure, FigureKind, Hedge, Quantity, compatible
from compare.model.findings import FigureGroup, FigureRelation, Reading
from compare.model.verification import Outcome
from compare.teach.material import Material
from compare.teach.question import AnswerCheck, Cite, Option, Question, in_marks
from compare.teach.questions.texts import question_text
from compare.text.fold import folded_text
from compare.text.meaning import number_words
from compare.text.words import words as words_of
from compare.verify.answers import CountedNumber, verify_same_count

# These alone do not tell what is counted.
_VAGUE = frozenset("people person persons men women times years days hours members things".split())
_MEASURED = frozenset({FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE})
_DIFFER = (
    FigureRelation.LATER,
    FigureRelation.CLASH,
    FigureRelation.COMPATIBLE,
    FigureRelation.SCOPE,
)


class BothRight(StrEnum):
    """Why two numbers can both be right, or why they cannot; the names of phrases of the bank."""

    OPEN = "open"
    WRITTEN = "written"
    SCOPE = "scope"
    LATER = "later"
    NO = "no"
    NO_MOMENT = "no_moment"


_TEXT = "both_right"
# With each right answer go those that are surely wrong beside it.
_OFFERED = {
    BothRight.OPEN: (BothRight.OPEN, BothRight.WRITTEN, BothRight.SCOPE, BothRight.NO),
    BothRight.SCOPE: (BothRight.SCOPE, BothRight.WRITTEN, BothRight.OPEN, BothRight.NO),
    BothRight.LATER: (BothRight.LATER, BothRight.WRITTEN, BothRight.SCOPE, BothRight.NO_MOMENT),
    BothRight.NO: (BothRight.NO, BothRight.WRITTEN, BothRight.SCOPE, BothRight.OPEN),
}
_WORTH = {BothRight.OPEN: 0.8, BothRight.SCOPE: 0.9, BothRight.LATER: 1.0, BothRight.NO: 1.0}


def both_right(material: Material) -> Iterator[Question]:
    """Can both be right? For two readings of one question that are not printed alike."""
    return (question for _, question in _pairs(material))


def _pairs(material: Material) -> Iterator[tuple[tuple[Reading, Reading], Question]]:
    """Two readings for each question of figures that can be asked, with the question."""
    for group in (*(group for group, _ in clear_groups(material)), *_measures(material)):
        if group.relation not in _DIFFER:
            continue
        for a, b in combinations(group.readings, 2):
            if (
                a.article == b.article
                or a.value == b.value
                or folded_text(a.text) == folded_text(b.text)
            ):
                continue
            question = _pair(material, group, (a, b))
            if question is not None:
                yield (a, b), question
                break


def _measures(material: Material) -> Iterator[FigureGroup]:
    """Groups of amounts that are no counts and that sentences on one fact give."""
    for group in material.sure(material.c.figures):
        fair = group.facts and not material.contested & {group.id, *group.facts}
        kinds = {_figure(material, reading).kind for reading in group.readings}
        plain = all("the" not in folded_text(reading.text).split() for reading in group.readings)
        one_each = len({r.article for r in group.readings}) == len(group.readings)
        if fair and plain and one_each and kinds <= _MEASURED and _one_fact(material, group):
            yield group


def _one_fact(material: Material, group: FigureGroup) -> bool:
    """True when the sentences of all readings are mentions of one fact."""
    told = {reading.sentence for reading in group.readings}
    return any(
        told <= {mention.sentence for mention in material.c.fact(each).mentions}
        for each in group.facts
    )


def clear_groups(material: Material) -> Iterator[tuple[FigureGroup, str]]:
    """Groups that count something told in words, and that no other group counts as well."""
    asked = Counter(group.question for group in material.sure(material.c.figures))
    for group in material.sure(material.c.figures):
        counted = group.counts
        fair = not material.contested & {group.id, *group.facts} and asked[group.question] == 1
        if fair and counted and _is_named(counted) and _is_one(material, group):
            yield group, counted


def _is_named(counted: str) -> bool:
    """True when the words say what is counted, in the plural: "passengers", "people missing"."""
    words = counted.split()
    several = any(word in _VAGUE or word.endswith("s") or word == "crew" for word in words)
    return several and not set(words) <= _VAGUE and "“" not in counted


def _is_one(material: Material, group: FigureGroup) -> bool:
    """False when the readings may count different people or things.

    One word such as "miners" can stand for those who died and for those who are missing. Then the
    sentences must have another number in common, or go on with the same word.
    """
    if group.relation is FigureRelation.AGREE or len(group.counts.split()) > 1:
        return True
    found = []
    for reading in group.readings:
        cite = material.cite(reading.article, reading.span)
        after = cite.text.partition(reading.text)[2] if cite else ""
        follows = [folded_text(span.of(after)) for span in words_of(after)]
        own = number_words(reading.text)
        found.append((number_words(cite.text) - own if cite else frozenset(), follows[1:3]))
    (first, goes_on), *rest = found
    return all(first & other or goes_on == follows for other, follows in rest)


def _figure(material: Material, reading: Reading) -> Figure:
    figures = material.c.article(reading.article).figures
    return next(figure for figure in figures if figure.id == reading.figure)


def differing_readings(material: Material, group: FigureGroup) -> tuple[Reading, ...]:
    """Two readings of two articles that surely exclude each other; empty when there are none.

    A group in which one reading is a part of another counts several things, so that it has none.
    """
    found: list[tuple[Reading, ...]] = []
    for a, b in combinations(group.readings, 2):
        cites = material.cites((reading.article, reading.span) for reading in (a, b))
        if a.article == b.article or a.value == b.value or len(cites) != len((a, b)):
            continue
        answer = _answer(material, group, (a, b), (cites[0].text, cites[1].text))
        if answer is not None and answer[0] is BothRight.SCOPE:
            return ()
        if answer is not None and answer[0] in (BothRight.NO, BothRight.LATER):
            found.append((a, b))
    return found[0] if found else ()


def _pair(material: Material, group: FigureGroup, pair: tuple[Reading, Reading]) -> Question | None:
    """Can both be right? None where the words leave more than one answer open."""
    a, b = pair
    evidence = material.cites((reading.article, reading.span) for reading in pair)
    hedges = {_figure(material, reading).quantity.hedge for reading in pair}
    alike = number_words(a.text) == number_words(b.text)
    if len(evidence) != len(pair) or Hedge.VAGUE in hedges or alike:
        return None
    found = _answer(material, group, pair, (evidence[0].text, evidence[1].text))
    if found is None:
        return None
    right, why = found
    offered = _OFFERED[right]
    text = question_text(_TEXT)
    inexact = in_marks((_guarded(material, pair) or a).text)
    told = {each: text.phrase(each, figure=inexact) for each in offered}
    words = {
        "readings": _readings(pair, evidence),
        "right": told[right],
        "reason": why,
    }
    return text.question(
        text.id_of(group.id, "both"),
        words,
        worth=_WORTH[right],
        evidence=evidence,
        checks=[AnswerCheck(article=reading.article, words=reading.text) for reading in pair],
        options=[
            Option(text=each, right=each == told[right], note=why)
            for each in material.shuffled(told.values(), group.id)
        ],
    )


def _readings(pair: tuple[Reading, Reading], evidence: Sequence[Cite]) -> str:
    """A sentence with what the two articles say, and where."""
    a, b = pair
    return question_text(_TEXT).phrase(
        "readings",
        a=a.article,
        one=in_marks(a.text),
        line_a=evidence[0].line,
        b=b.article,
        other=in_marks(b.text),
        line_b=evidence[1].line,
    )


def _answer(
    material: Material,
    group: FigureGroup,
    pair: tuple[Reading, Reading],
    sentences: tuple[str, str],
) -> tuple[BothRight, str] | None:
    """What is surely so of two numbers, and why; None when that is not sure."""
    a, b = pair
    one, other = (
        CountedNumber(text=r.text, sentence=s) for r, s in zip(pair, sentences, strict=True)
    )
    verdict = verify_same_count(one, other)
    text = question_text(_TEXT)
    if verdict.outcome is Outcome.WEAKENED:
        return BothRight.SCOPE, text.phrase("why_scope")
    if group.relation is FigureRelation.SCOPE or verdict.outcome is Outcome.DROPPED:
        return None
    first, second = (_figure(material, reading).quantity for reading in pair)
    if compatible(first, second):
        guarded = _guarded(material, pair)
        if guarded is None or group.relation is not FigureRelation.COMPATIBLE:
            return None
        return BothRight.OPEN, text.phrase("why_open", figure=in_marks(guarded.text))
    if group.relation is FigureRelation.CLASH:
        return BothRight.NO, text.phrase("why_no", one=in_marks(a.text), other=in_marks(b.text))
    times = [material.copy(reading.article).when for reading in pair]
    if group.relation is not FigureRelation.LATER or not all(times) or times[0] == times[1]:
        return None
    return BothRight.LATER, text.phrase(
        "why_later", a=a.article, time_a=times[0], b=b.article, time_b=times[1]
    )


def _guarded(material: Material, pair: tuple[Reading, Reading]) -> Reading | None:
    """The reading that says of itself that it is not exact and that the other one fits into."""
    both = [(reading, _figure(material, reading).quantity) for reading in pair]
    sides = ((both[0], both[1]), (both[1], both[0]))
    fit = [
        (quantity.low is not None and quantity.high is not None, reading)
        for (reading, quantity), (_, other) in sides
        if quantity.hedge is not Hedge.NONE and _holds(quantity, _middle(other))
    ]
    return min(fit, key=lambda each: each[0])[1] if fit else None


def _middle(quantity: Quantity) -> Decimal:
    """The value that stands for an amount: its middle, or the bound of one that is open."""
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends, Decimal(0)) / max(1, len(ends))


def _holds(quantity: Quantity, value: Decimal) -> bool:
    above = quantity.low is None or value > quantity.low or quantity.hedge is Hedge.AT_LEAST
    below = quantity.high is None or value < quantity.high or quantity.hedge is Hedge.AT_MOST
    inside = (quantity.low is None or value >= quantity.low) and (
        quantity.high is None or value <= quantity.high
    )
    return above and below and inside


def why_differ(material: Material) -> Iterator[Question]:
    """Why may the numbers differ? An open question for numbers that exclude each other."""
    text = question_text("why_differ")
    for pair, question in _pairs(material):
        if question.worth < _WORTH[BothRight.LATER]:
            continue
        unknown = text.phrase("no_time")
        times = [
            f"{c.article}: {material.copy(c.article).when or unknown}" for c in question.evidence
        ]
        yield text.question(
            text.id_of(question.id, "why"),
            {"readings": _readings(pair, question.evidence), "times": "; ".join(times)},
            worth=0.7,
            evidence=question.evidence,
            checks=question.checks,
        )
