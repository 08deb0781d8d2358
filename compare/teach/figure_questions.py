"""Questions on figures: whether two can both be right, and why they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from compare.model.figures import Figure, FigureKind, Hedge, Quantity, compatible
from compare.model.findings import FigureGroup, FigureRelation, Reading
from compare.teach.material import Material
from compare.teach.question import Check, Kind, Level, Option, Question, question_id
from compare.text.fold import folded
from compare.text.meaning import numbers
from compare.text.words import words as words_of

_ASK = "How many: "
# These alone do not tell what is counted.
_VAGUE = frozenset("people person persons men women times years days hours members things".split())
_MEASURED = frozenset({FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE})
_DIFFER = (
    FigureRelation.LATER,
    FigureRelation.CLASH,
    FigureRelation.COMPATIBLE,
)


def both_right(material: Material) -> Iterator[Question]:
    """Can both be right? For two readings of one question that are not printed alike."""
    for group, counted in (*clear_groups(material), *_measures(material)):
        if group.relation not in _DIFFER:
            continue
        for a, b in combinations(group.readings, 2):
            if a.article == b.article or a.value == b.value or folded(a.text) == folded(b.text):
                continue
            question = _pair(material, group, counted, (a, b))
            if question is not None:
                yield question
                break


def _measures(material: Material) -> Iterator[tuple[FigureGroup, str]]:
    """Groups of amounts that are no counts and that sentences on one fact give."""
    for group in material.c.figures:
        fair = group.facts and not material.contested & {group.id, *group.facts}
        kinds = {_figure(material, reading).kind for reading in group.readings}
        plain = all("the" not in folded(reading.text).split() for reading in group.readings)
        one_each = len({r.article for r in group.readings}) == len(group.readings)
        if fair and plain and one_each and kinds <= _MEASURED and _one_fact(material, group):
            yield group, ""


def _one_fact(material: Material, group: FigureGroup) -> bool:
    """True when the sentences of all readings are mentions of one fact."""
    told = {reading.sentence for reading in group.readings}
    return any(
        told <= {mention.sentence for mention in material.c.fact(each).mentions}
        for each in group.facts
    )


def clear_groups(material: Material) -> Iterator[tuple[FigureGroup, str]]:
    """Groups that count something told in words, and that no other group counts as well."""
    asked = Counter(group.question for group in material.c.figures)
    for group in material.c.figures:
        counted = group.question.removeprefix(_ASK)
        fair = not material.contested & {group.id, *group.facts} and asked[group.question] == 1
        if fair and counted != group.question and _is_named(counted) and _is_one(material, group):
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
    if group.relation is FigureRelation.AGREE or len(group.question.removeprefix(_ASK).split()) > 1:
        return True
    found = []
    for reading in group.readings:
        cite = material.cite(reading.article, reading.span)
        after = cite.text.partition(reading.text)[2] if cite else ""
        follows = [folded(span.of(after)) for span in words_of(after)]
        own = numbers(reading.text)
        found.append((numbers(cite.text) - own if cite else frozenset(), follows[1:3]))
    (first, goes_on), *rest = found
    return all(first & other or goes_on == follows for other, follows in rest)


def _figure(material: Material, reading: Reading) -> Figure:
    figures = material.c.article(reading.article).figures
    return next(figure for figure in figures if figure.id == reading.figure)


def differing(material: Material, group: FigureGroup) -> tuple[Reading, ...]:
    """Two readings of two articles that exclude each other; empty when there are none."""
    for a, b in combinations(group.readings, 2):
        first, second = _figure(material, a).quantity, _figure(material, b).quantity
        if a.article != b.article and not compatible(first, second):
            return (a, b)
    return ()


def _pair(
    material: Material, group: FigureGroup, counted: str, pair: tuple[Reading, Reading]
) -> Question | None:
    a, b = pair
    evidence = material.cites((reading.article, reading.span) for reading in pair)
    if len(evidence) != len(pair):
        return None
    first, second = (_figure(material, reading).quantity for reading in pair)
    agree = compatible(first, second)
    guarded = _guarded(material, pair)
    vague = Hedge.VAGUE in (first.hedge, second.hedge)
    if vague or numbers(a.text) == numbers(b.text) or (agree and guarded is None):
        return None
    right, why, wrong = _agreeing(guarded) if agree and guarded else _differing(group, pair)
    texts = material.shuffled((right, *wrong), group.id)
    same = f"Both count {counted}." if counted else "Both tell of the same thing."
    ask = (
        f"Article {a.article} says “{a.text}” ({evidence[0].line}), article {b.article} says "
        f"“{b.text}” ({evidence[1].line}). {same}"
    )
    return Question(
        id=question_id(Kind.FIGURES, group.id, "both"),
        kind=Kind.FIGURES,
        level=Level.COMPARE,
        prompt=f"{ask} Can both be right?",
        plain=f"{ask} Can the two numbers both be right?",
        answer=right,
        why=why if agree else f"{why} {group.why}",
        look_for="The small words around the number, and the times of the two articles.",
        misreading="Calling the lower or the earlier number a mistake.",
        evidence=evidence,
        checks=tuple(Check(article=reading.article, words=reading.text) for reading in pair),
        options=tuple(Option(text=text, right=text == right, note=why) for text in texts),
        minutes=4,
        worth=1.0 if not agree else 0.8,
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


def _agreeing(guarded: Reading) -> tuple[str, str, tuple[str, ...]]:
    words = guarded.text
    return (
        f"Yes: “{words}” leaves room for the other number.",
        f"“{words}” does not name one exact number, and the other number fits in.",
        (
            "No: two articles with different numbers can never both be right.",
            f"No: “{words}” names one exact number.",
            "Yes, because all that is printed is right.",
        ),
    )


def _differing(
    group: FigureGroup, pair: tuple[Reading, Reading]
) -> tuple[str, str, tuple[str, ...]]:
    a, b = pair
    later = group.relation is FigureRelation.LATER
    right = (
        "Not for the same moment; but the later article may know more, or things changed meanwhile."
        if later
        else "Not if both count the same thing at the same time: here the articles differ."
    )
    return (
        right,
        f"“{a.text}” and “{b.text}” exclude each other for one moment.",
        (
            f"Yes: “{a.text}” and “{b.text}” are two ways to write the same number.",
            "Yes, because all that is printed is right.",
            "No: the higher number must be wrong, because numbers are always exaggerated.",
        ),
    )


def why_differ(material: Material) -> Iterator[Question]:
    """Why may the numbers differ? An open question for numbers that exclude each other."""
    for question in both_right(material):
        a, b = question.evidence[0], question.evidence[1]
        if not question.worth >= 1.0:
            continue
        times = [f"{c.article}: {material.copy(c.article).when or 'time unknown'}" for c in (a, b)]
        ask = question.prompt.removesuffix(" Can both be right?")
        yield Question(
            id=question_id(Kind.FIGURES, question.id, "why"),
            kind=Kind.FIGURES,
            level=Level.EXPLAIN,
            prompt=f"{ask} Give two reasons why honest reporters can print different numbers here.",
            plain=f"{ask} Why are the numbers different? Give two reasons. Nobody has to be lying.",
            answer=f"Open. The copies show when each was published – {'; '.join(times)}. Other "
            "good reasons, where a student finds words for them: different sources, or a "
            "different idea of what is counted.",
            why="A number is true for a moment and for those who are counted.",
            look_for="A time, a source or a word for what is counted, with the sentence number.",
            misreading="Deciding which article is wrong without a word as evidence.",
            evidence=question.evidence,
            checks=question.checks,
            minutes=4,
            worth=0.7,
        )
