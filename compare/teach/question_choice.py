"""All questions a story gives, each checked against the student copies, and the choice of some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from compare.errors import OptionError
from compare.model.teaching import TeachPlan
from compare.model.verification import Outcome
from compare.teach.material import Material
from compare.teach.question import Cite, Kind, Level, MissingKind, Question
from compare.teach.questions.beyond import lateral, predict
from compare.teach.questions.facts import find_it, placement
from compare.teach.questions.figures import both_right, why_differ
from compare.teach.questions.gaps import fill_number, fill_source
from compare.teach.questions.heard import missing_voice
from compare.teach.questions.only_here import only_here
from compare.teach.questions.placement import name_first, quote_first
from compare.teach.questions.quotations import the_cut
from compare.teach.questions.sources import names_a_source, own_sources, rests_on, shared_copy
from compare.teach.questions.voices import not_named, who_said
from compare.teach.questions.wording import (
    feeling_word,
    louder_word,
    names_the_actor,
    put_in_order,
    two_headlines,
    whose_label,
)
from compare.text.fold import folded_text
from compare.verify.answers import verify_even_answers

Maker = Callable[[Material], Iterator[Question]]
MAKERS: tuple[Maker, ...] = (
    find_it,
    only_here,
    fill_number,
    both_right,
    why_differ,
    who_said,
    not_named,
    missing_voice,
    the_cut,
    louder_word,
    feeling_word,
    whose_label,
    names_the_actor,
    put_in_order,
    two_headlines,
    placement,
    name_first,
    quote_first,
    names_a_source,
    fill_source,
    shared_copy,
    rests_on,
    own_sources,
    predict,
    lateral,
)
_WHY_MISSING = {
    Kind.FIND: "no fact is surely told in one article and surely not in another",
    Kind.FIGURES: "no two articles surely give a number for the same thing",
    Kind.SPEAKS: "too few people with a full name are quoted",
    Kind.CUT: "no quotation is surely printed longer in one article than in another",
    Kind.WORDING: "no two articles surely use different words for the same thing, and no two "
    "headlines differ",
    Kind.PLACEMENT: "nothing stands clearly further up in one article than in another",
    Kind.CONFIRMATION: "no two articles surely share words, and no source is surely named for a "
    "fact that another article states",
    Kind.PREDICT: "there are no articles to guess at",
    Kind.LATERAL: "no fact with a number and no quotation with a name stands out to be looked up",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a sheet should hold: how many questions, of which levels, in which language level."""

    count: int = 9
    levels: tuple[Level, ...] = tuple(Level)
    plain: bool = False


def all_questions(material: Material) -> tuple[Question, ...]:
    """Every question that can be answered from the student copies; ids are unique."""
    found: dict[str, Question] = {}
    prompts: set[str] = set()
    for maker in MAKERS:
        for question in maker(material):
            fresh = question.id not in found and question.prompt not in prompts
            if fresh and not question_faults(material, question):
                found[question.id] = question
                prompts.add(question.prompt)
    return tuple(found.values())


def missing_kinds(questions: Iterable[Question]) -> tuple[MissingKind, ...]:
    """The kinds of which a story gives no question, each with the reason."""
    made = {question.kind for question in questions}
    return tuple(
        MissingKind(kind=kind, why=_WHY_MISSING[kind]) for kind in Kind if kind not in made
    )


def question_faults(material: Material, question: Question) -> tuple[str, ...]:
    """Why a question cannot be answered from the student copies; empty when it can."""
    wrong = [
        f"{check.words!r} is {'not ' if check.there else ''}in the copy of {check.article}"
        for check in question.checks
        if (folded_text(check.words) in material.texts[check.article]) is not check.there
    ]
    wrong += [
        f"{cite.line} does not read {cite.text!r}"
        for cite in question.evidence
        if not _stands_at(material, cite)
    ]
    texts = [folded_text(option.text) for option in question.options]
    if question.options and not question.right:
        wrong.append("no option is right")
    if question.options and len(question.right) == len(question.options):
        wrong.append("no option is wrong")
    if not question.several and len(question.right) > 1:
        wrong.append("more than one option is right")
    if len(set(texts)) != len(texts):
        wrong.append("two options are the same")
    answers = [[o.text for o in question.options if o.right is right] for right in (True, False)]
    if not question.several and verify_even_answers(*answers).outcome is not Outcome.KEPT:
        wrong.append("the right option shows by its length")
    wrong += [f"it gives {leak!r} away" for leak in material.blinder.leaks(visible_words(question))]
    return tuple(wrong)


def _stands_at(material: Material, cite: Cite) -> bool:
    """True when the numbered line of the student copy reads exactly so."""
    return any(
        f"{cite.article}{line.number}" == cite.line and line.text == cite.text
        for paragraph in material.copy(cite.article).paragraphs
        for line in paragraph
    )


def visible_words(question: Question) -> str:
    """Everything of a question that students may see, with its key, as one text."""
    options = (f"{option.text} {option.note}" for option in question.options)
    key = (question.answer, question.why, question.look_for, question.misreading)
    cites = (cite.text for cite in question.evidence)
    return "\n".join((question.prompt, question.plain, *options, *key, *cites))


def choose_questions(
    material: Material, questions: Sequence[Question], wish: Wish, plan: TeachPlan
) -> tuple[Question, ...]:
    """The questions of the sheet: all pinned ones, then one of each kind in turn, best first.

    The seed decides among questions of much the same worth. OptionError names an id of the plan
    that no question has, or that is both pinned and dropped.
    """
    _check_ids(questions, plan)
    by_id = {question.id: question for question in questions}
    pinned = [by_id[wanted] for wanted in dict.fromkeys(plan.pin)]
    rest = [
        question
        for question in questions
        if question.level in wish.levels and question.id not in (*plan.drop, *plan.pin)
    ]
    taken = [*pinned, *_in_turn(material, rest, wish.count - len(pinned))]
    taken.sort(key=lambda question: list(Kind).index(question.kind))
    return tuple(_reworded(material, question, wish, plan) for question in taken)


def _check_ids(questions: Sequence[Question], plan: TeachPlan) -> None:
    known = {question.id for question in questions}
    for wanted in (*plan.pin, *plan.drop, *(name for name, _ in plan.rewrite)):
        if wanted not in known:
            raise OptionError(
                f"There is no question {wanted!r} in this story. "
                "teacher.html lists the ids of all questions; correct [teach] in story.toml."
            )
    for wanted in plan.pin:
        if wanted in plan.drop:
            raise OptionError(
                f"{wanted!r} is in pin and in drop. Take it out of one of them in story.toml."
            )


def _in_turn(material: Material, questions: Iterable[Question], count: int) -> list[Question]:
    """One question of each kind in turn until there are enough or none are left."""
    by_kind: dict[Kind, list[Question]] = {kind: [] for kind in Kind}
    for question in questions:
        by_kind[question.kind].append(question)
    for several in by_kind.values():
        several.sort(key=lambda each: (-round(each.worth, 1), material.drawn(each.id)))
    found: list[Question] = []
    while len(found) < count and any(by_kind.values()):
        for kind, several in by_kind.items():
            if several and len(found) < count:
                best = _fresh(several, [each for each in found if each.kind is kind])
                several.remove(best)
                found.append(best)
    return found


def _fresh(several: Sequence[Question], before: Sequence[Question]) -> Question:
    """The best question that asks for something else than those before it, if there is one."""
    used = {cite.line for each in before for cite in each.evidence}
    levels = {each.level for each in before}
    fresh = [q for q in several if not used & {cite.line for cite in q.evidence}]
    other = [q for q in fresh if q.level not in levels]
    return (other or fresh or list(several))[0]


def _reworded(material: Material, question: Question, wish: Wish, plan: TeachPlan) -> Question:
    own = dict(plan.rewrite).get(question.id)
    if own is not None:
        blind = material.blinder.text(own)
        return replace(question, prompt=blind, plain=blind)
    return replace(question, prompt=question.plain) if wish.plain else question
