"""Figures that a reader of the user's own takes for answers to one question."""

from __future__ import annotations

from compare.annotation.article import annotate
from compare.findings.figures import figure_groups
from compare.model.articles import Article, Document
from compare.model.findings import FigureGroup, FigureRelation
from compare.model.reader import ReadFigures
from compare.model.verification import Rule


def articles(*texts: str) -> list[Article]:
    letters = "ABC"
    return [
        annotate(Document(text=text, outlet=f"Outlet {letter}", letter=letter))
        for letter, text in zip(letters, texts, strict=False)
    ]


def groups(*texts: str, read: ReadFigures) -> tuple[FigureGroup, ...]:
    return figure_groups(articles(*texts), (), read)


BOATS = "Fourteen boats set out before dawn."
FLEET = "The fleet that left numbered 14 in all."
LATE = "The fleet that left numbered 16 in all."
PAIR = ("A.n1", "B.n1")


def test_a_pair_that_words_do_not_show_stands_side_by_side_with_its_rule() -> None:
    assert groups(BOATS, FLEET, read={}) == ()
    (group,) = groups(BOATS, FLEET, read={PAIR: FigureRelation.AGREE})
    assert group.relation is FigureRelation.AGREE
    assert all(Rule.READ_AS_ONE_QUESTION in one.verified_by for one in group.readings)


def test_how_they_relate_is_worked_out_by_rule() -> None:
    (group,) = groups(BOATS, FLEET, read={PAIR: FigureRelation.CLASH})
    assert group.relation is FigureRelation.AGREE


def test_what_cannot_both_be_true_needs_one_relation_by_both() -> None:
    found = {
        relation: [group.relation for group in groups(BOATS, LATE, read={PAIR: relation})]
        for relation in FigureRelation
    }
    told = {relation: several for relation, several in found.items() if several}
    assert len(told) == 1
    assert all(several == [relation] for relation, several in told.items())


def test_a_pair_of_other_units_is_not_put_together() -> None:
    heavy = "The fleet that left weighed 14 tonnes."
    found = groups(BOATS, heavy, read={PAIR: FigureRelation.CLASH})
    assert not any(group.relation is FigureRelation.CLASH for group in found)


def test_an_id_that_is_not_there_changes_nothing() -> None:
    read = {("A.n1", "B.n9"): FigureRelation.AGREE, ("A.n7", "A.n8"): FigureRelation.AGREE}
    assert groups(BOATS, FLEET, read=read) == ()
