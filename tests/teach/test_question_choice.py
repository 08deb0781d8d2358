"""Questions can be answered from the student copies, and the choice of them can be foreseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare.errors import OptionError
from compare.model.teaching import TeachPlan
from compare.teach.blind import Blinder
from compare.teach.lesson import lesson
from compare.teach.material import Material
from compare.teach.question import AnswerCheck, Kind, Level, Option, Question, question_id
from compare.teach.question_choice import Wish, all_questions, choose_questions, question_faults
from compare.teach.questions.beyond import open_matters
from compare.teach.questions.voices import quoted_people
from compare.text.fold import folded_text
from tests.bundled import STORIES, comparison
from tests.teach.conftest import lesson_of, material_of, questions_of


@pytest.mark.parametrize("story", STORIES)
def test_every_question_is_answerable_and_has_a_whole_key(story: str) -> None:
    material = material_of(story)
    found = questions_of(story)
    assert found
    assert len({question.id for question in found}) == len(found)
    for question in found:
        assert question_faults(material, question) == ()
        assert all((question.answer, question.why, question.look_for, question.misreading))
        assert question.checks or question.kind is Kind.PREDICT


def test_the_bundled_story_gives_all_nine_kinds_and_all_three_levels() -> None:
    found = questions_of("demo")
    assert {question.kind for question in found} == set(Kind)
    assert {question.level for question in found} == set(Level)
    assert [question.kind for question in lesson_of("demo").questions] == list(Kind)


def broken(**change: object) -> Question:
    """A sound question of the bundled story, spoilt in one respect."""
    sound = next(q for q in questions_of("demo") if q.options and not q.several)
    return replace(sound, **change)  # type: ignore[arg-type] # fields of a question


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        ({"checks": (AnswerCheck(article="A", words="a purple elephant"),)}, "is not in the copy"),
        ({"checks": (AnswerCheck(article="A", words="Tuesday", there=False),)}, "is in the copy"),
        ({"options": (Option(text="x", right=False),)}, "no option is right"),
        ({"options": (Option(text="x", right=True),)}, "no option is wrong"),
        (
            {"options": tuple(Option(text=t, right=t != "z") for t in "xyz")},
            "more than one option is right",
        ),
        (
            {"options": (Option(text="x", right=True), Option(text="X", right=False))},
            "two options are the same",
        ),
        ({"prompt": "What does the Harbour Times say?"}, "away"),
    ],
)
def test_a_question_with_a_fault_is_told(spoilt: dict[str, object], why: str) -> None:
    assert any(why in fault for fault in question_faults(material_of("demo"), broken(**spoilt)))


def test_the_same_seed_draws_the_same_sheet_and_another_seed_another() -> None:
    again = lesson(comparison("demo"))
    assert again.questions == lesson_of("demo").questions
    drawn = {tuple(q.id for q in lesson(comparison("demo"), seed=s).questions) for s in range(5)}
    assert len(drawn) > 1


@pytest.mark.parametrize("level", list(Level))
def test_a_level_holds_for_every_question(level: Level) -> None:
    made = lesson(comparison("demo"), Wish(levels=(level,)))
    assert {question.level for question in made.questions} == {level}


@pytest.mark.parametrize("count", [1, 5, 12])
def test_as_many_questions_come_as_are_asked_for(count: int) -> None:
    assert len(lesson(comparison("demo"), Wish(count=count)).questions) == count


def test_plain_language_asks_in_shorter_sentences() -> None:
    plain = lesson(comparison("demo"), Wish(plain=True)).questions
    usual = lesson_of("demo").questions
    assert [each.id for each in plain] == [each.id for each in usual]
    assert all(question.prompt == question.plain for question in plain)
    assert sum(len(each.prompt) for each in plain) < sum(len(each.prompt) for each in usual)


def test_the_teacher_pins_drops_and_rewrites() -> None:
    usual = lesson_of("demo")
    pinned, dropped = usual.spare[0], usual.questions[0]
    plan = TeachPlan(
        pin=(pinned.id,),
        drop=(dropped.id,),
        rewrite=((pinned.id, "What does the Harbour Times say?"),),
        standards=(("figures", "our own 4.2"),),
    )
    made = lesson(comparison("demo"), plan=plan)
    ids = [question.id for question in made.questions]
    assert pinned.id in ids
    assert dropped.id not in ids
    changed = next(question for question in made.questions if question.id == pinned.id)
    assert changed.prompt == "What does Outlet A say?"
    assert "our own 4.2" in {skill.standard for skill in made.skills}


def test_an_id_that_no_question_has_is_an_error_with_advice() -> None:
    with pytest.raises(OptionError, match=r"teacher\.html"):
        choose_questions(material_of("demo"), (), Wish(), TeachPlan(pin=("cut-ffffff",)))


def test_pins_stay_beyond_the_count_and_come_once() -> None:
    every = questions_of("demo")
    pins = tuple(question.id for question in every[:4])
    plan = TeachPlan(pin=(*pins, *pins))
    made = choose_questions(material_of("demo"), every, Wish(count=2), plan)
    assert sorted(question.id for question in made) == sorted(pins)


def test_a_question_both_pinned_and_dropped_is_an_error_with_advice() -> None:
    every = questions_of("demo")
    plan = TeachPlan(pin=(every[0].id,), drop=(every[0].id,))
    with pytest.raises(OptionError, match="Take it out of one"):
        choose_questions(material_of("demo"), every, Wish(), plan)


def test_a_standard_for_a_kind_that_is_none_is_an_error_that_lists_the_kinds() -> None:
    with pytest.raises(OptionError, match="figures, who speaks"):
        lesson(comparison("demo"), plan=TeachPlan(standards=(("figure", "4.2"),)))


@pytest.mark.parametrize("story", ["demo", "tariff-summit"])
def test_the_ids_of_a_story_are_the_same_for_every_seed(story: str) -> None:
    ids = {question.id for question in questions_of(story)}
    for seed in (2, 3):
        material = Material(comparison(story), material_of(story).blinder, seed=seed)
        assert {question.id for question in all_questions(material)} == ids


@pytest.mark.parametrize("story", STORIES)
def test_two_seeds_draw_two_sheets_from_every_story(story: str) -> None:
    every = questions_of(story)
    drawn = set()
    for seed in (1, 2, 3):
        material = Material(comparison(story), material_of(story).blinder, seed=seed)
        drawn.add(tuple(q.id for q in choose_questions(material, every, Wish(), TeachPlan())))
    assert len(drawn) > 1


def test_a_contested_finding_gives_no_question() -> None:
    from compare.model.corrections import AppliedCorrection, CorrectionKind

    found = comparison("demo")
    facts = tuple(fact.id for fact in found.facts)
    figures = tuple(group.id for group in found.figures)
    quotes = tuple(group.id for group in found.quote_groups)
    ignored = (*facts, *figures, *quotes)
    one = AppliedCorrection(kind=CorrectionKind.IGNORE, source="x", ignored=ignored)
    doubted = replace(found, story=replace(found.story, corrections=(one,)))
    material = Material(doubted, Blinder(doubted), seed=1)
    asked = all_questions(material)
    assert not {q.kind for q in asked} & {Kind.FIND, Kind.FIGURES, Kind.CUT}
    named = {question_id(Kind.PLACEMENT, folded_text(name)) for name in quoted_people(material)}
    assert {q.id for q in asked if q.kind is Kind.PLACEMENT} <= named
    assert not any(matter for matter in open_matters(material))


@pytest.mark.parametrize("story", STORIES)
def test_activities_come_with_words_and_a_model_answer(story: str) -> None:
    made = lesson_of(story).activities
    assert {"Headline workshop", "Who is missing?"} <= {activity.title for activity in made}
    assert all(activity.task and activity.model for activity in made)


def test_a_claim_that_was_not_verified_gives_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    import compare.teach.material
    import compare.teach.questions.quotations

    for module in (compare.teach.material, compare.teach.questions.quotations):
        monkeypatch.setattr(module, "is_verified", lambda _: False)
    found = comparison("demo")
    asked = all_questions(Material(found, Blinder(found), seed=1))
    # What is left is settled by the letters of the headlines, or is open.
    assert {question.kind for question in asked} <= {Kind.WORDING, Kind.PREDICT}
    assert not any(question.options for question in asked)
