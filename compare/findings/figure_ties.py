"""What ties a figure to the question it is said to answer, held against the other readings."""

from __future__ import annotations

from collections.abc import Sequence

from compare.annotation.figure_values import ValueRelation, value_relation
from compare.findings.figure_readings import DATES, FigureItem
from compare.model.reader import NO_FIGURES_READ, ReadFigures
from compare.model.verification import Rule
from compare.text.nouns import are_one_count

# Words of the clause that two readings must have in common where nothing else ties them.
_LEAST = 1


def tying_rules(
    item: FigureItem, group: Sequence[FigureItem], read: ReadFigures = NO_FIGURES_READ
) -> tuple[Rule, ...]:
    """The rules that tie one reading to a reading of another article, in the order of `Rule`.

    A shared fact, the same thing counted, or the same value in a clause with a word in common; a
    value alone ties nothing, for a number is found in many places. `read` are the pairs that a
    reader of the user's own put together; such a pair is tied.
    """
    found: set[Rule] = set()
    for other in group:
        if other.article.letter != item.article.letter:
            found |= _between(item, other)
            first, second = sorted((item.figure.id, other.figure.id))
            found |= {Rule.READ_AS_ONE_QUESTION} if (first, second) in read else set()
    strong = found - {Rule.SAME_VALUE}
    return tuple(rule for rule in Rule if rule in found) if strong else ()


def _between(a: FigureItem, b: FigureItem) -> set[Rule]:
    found: set[Rule] = set()
    if a.facts & b.facts:
        found.add(Rule.SHARED_FACT)
    if have_one_count(a, b):
        found.add(Rule.ONE_COUNT)
    if value_relation(a.figure, b.figure) is ValueRelation.EQUAL:
        found.add(Rule.SAME_VALUE)
    if len(a.near & b.near) >= _LEAST or len(a.stems & b.stems) > _LEAST:
        found.add(Rule.LIKE_WORDS)
    return found


def have_one_count(a: FigureItem, b: FigureItem) -> bool:
    """True where the noun, the outcome or, for a date, the act is one."""
    if a.figure.kind in DATES:
        return bool(a.nouns & b.nouns or a.acts & b.acts)
    if a.fate or b.fate:
        return a.fate == b.fate
    return bool(a.nouns & b.nouns) or (bool(a.noun and b.noun) and are_one_count(a.noun, b.noun))
