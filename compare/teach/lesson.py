"""One lesson from one comparison: everything the pages, sheets and exports are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.align.languages import not_looked_at
from compare.errors import OptionError, StoryError
from compare.model.comparison import Comparison
from compare.model.teaching import TeachPlan
from compare.teach.activities import Activity, activities, missing_activities, missing_titles
from compare.teach.blind import Blinder, StudentCopy
from compare.teach.doubtful_words import DoubtfulWords, doubtful_words
from compare.teach.material import Material
from compare.teach.question import Kind, Question, in_marks, list_of
from compare.teach.question_choice import Wish, all_questions, choose_questions, missing_kinds
from compare.teach.sheet import Sheet, large_sheet, sheet
from compare.teach.timetable import timetable

RUBRIC = "A good answer points at words: it gives the number of a sentence, such as B7."
CANNOT_SEE = (
    "photos, captions, page design and where an article stood on the front page",
    "what no outlet reported",
    "whether anything is true; it compares words with words",
    "why somebody wrote or did not write something",
    "the same statement in wholly other words: “not found” means that the program did not find it",
)
SKILLS: tuple[tuple[Kind, str, str], ...] = (
    (Kind.FIND, "Finds evidence in a text and cites it", "CCSS RI.8.1"),
    (Kind.FIGURES, "Sees where texts disagree on facts", "CCSS RI.8.9"),
    (Kind.SPEAKS, "Tells whose point of view is given", "CCSS RI.8.6"),
    (Kind.CUT, "Quotes without changing the meaning", "CCSS W.8.8"),
    (Kind.WORDING, "Sees what a choice of words does", "CCSS RI.8.4"),
    (Kind.PLACEMENT, "Sees how a text is built", "CCSS RI.8.5"),
    (Kind.CONFIRMATION, "Weighs the evidence behind a claim", "CCSS RI.8.8"),
    (Kind.PREDICT, "Infers from a text and gives reasons", "CCSS RI.8.1"),
    (Kind.LATERAL, "Gathers from several sources and weighs them", "CCSS W.8.8"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletKey:
    """What a letter stands for; only the teacher sees it."""

    letter: str
    outlet: str
    headline: str
    byline: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """What one kind of question trains, and the standard the teacher files it under."""

    kind: Kind
    skill: str
    standard: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson; `questions` are those of the sheet, `spare` all others that could be pinned.

    `missing` tells in a sentence each which kinds of question and which activities the story does
    not give, and why. `doubts` are words that the teacher has to decide on before anything is
    given out.
    """

    title: str
    notice: str
    copies: tuple[StudentCopy, ...]
    questions: tuple[Question, ...]
    spare: tuple[Question, ...]
    activities: tuple[Activity, ...]
    missing: tuple[str, ...]
    sheet: Sheet
    large: Sheet
    key: tuple[OutletKey, ...]
    skills: tuple[Skill, ...]
    seed: int
    blinder: Blinder
    doubts: tuple[DoubtfulWords, ...]

    @property
    def closed(self) -> tuple[Question, ...]:
        """The questions of the sheet that a program can mark."""
        return tuple(question for question in self.questions if question.options)

    @property
    def minutes(self) -> int:
        """How long the questions of the sheet take."""
        return sum(question.minutes for question in self.questions)

    @property
    def stages(self) -> tuple[tuple[int, str], ...]:
        """The stages of one period: minutes, and what is done in them."""
        return timetable(self.questions)


def lesson(
    comparison: Comparison,
    wish: Wish | None = None,
    *,
    seed: int = 1,
    plan: TeachPlan | None = None,
) -> Lesson:
    """The lesson of a comparison; the same input and seed always give the same lesson.

    StoryError when the story gives no question, OptionError when the plan names unknown ones.
    """
    wish, plan = wish or Wish(), plan or TeachPlan()
    blinder = Blinder(comparison, plan.hide)
    material = Material(comparison, blinder, seed=seed)
    every = all_questions(material)
    picked = choose_questions(material, every, wish, plan)
    if not picked:
        raise StoryError(
            "No question of this level can be made from these articles with certainty. "
            "Try other levels, drop fewer questions, or give articles that share more."
        )
    taken = {question.id for question in picked}
    made = activities(material)
    return Lesson(
        title=blinder.text(comparison.story.title),
        notice=blinder.text(comparison.story.notice or ""),
        copies=material.copies,
        questions=picked,
        spare=tuple(question for question in every if question.id not in taken),
        activities=made,
        missing=_missing(comparison, every, made),
        sheet=sheet(picked),
        large=large_sheet(picked),
        key=_key(comparison),
        skills=_skills(picked, plan),
        seed=seed,
        blinder=blinder,
        doubts=doubtful_words(comparison, blinder, material.copies, plan.keep),
    )


def _missing(
    comparison: Comparison, every: Sequence[Question], made: Sequence[Activity]
) -> tuple[str, ...]:
    """The kinds of question and the activities that the story does not give, with the reason.

    For articles that are not English that is the reason for all of them, whatever else is so.
    """
    unread = not_looked_at(comparison.articles)
    kinds = missing_kinds(every)
    if not unread:
        return (*(each.told for each in kinds), *missing_activities(made))
    told = [
        f"{unread} Speakers, quotations, figures in words, tone and differences are not looked for "
        "there, so a lesson has fewer questions, and all of them ask in English."
    ]
    if kinds:
        names = list_of(in_marks(each.kind.value) for each in kinds)
        told.append(f"So there is none of these kinds: {names}.")
    if titles := missing_titles(made):
        told.append(f"Nor are there these activities: {list_of(map(in_marks, titles))}.")
    return tuple(told)


def _key(comparison: Comparison) -> tuple[OutletKey, ...]:
    return tuple(
        OutletKey(
            letter=article.letter,
            outlet=article.document.outlet,
            headline=article.document.headline or "",
            byline=article.document.byline or "",
            url=article.document.url or "",
        )
        for article in comparison.articles
    )


def _skills(questions: Sequence[Question], plan: TeachPlan) -> tuple[Skill, ...]:
    """The skills that the sheet trains, with the teacher's own standards where given."""
    own = dict(plan.standards)
    for name in own:
        if name not in set(Kind):
            raise OptionError(
                f"There is no kind of question {name!r}, so it can have no standard. The kinds are "
                f"{list_of(kind.value for kind in Kind)}; correct [teach.standards] in story.toml."
            )
    kinds = {question.kind for question in questions}
    return tuple(
        Skill(kind=kind, skill=skill, standard=own.get(kind.value, standard))
        for kind, skill, standard in SKILLS
        if kind in kinds
    )
