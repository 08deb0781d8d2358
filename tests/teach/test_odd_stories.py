"""Odd stories make a lesson or a clear error, and tell which kinds of question they do not give."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import UnrelatedStories
from compare.model.articles import Document
from compare.pipeline import compare_story
from compare.sources.document import document
from compare.teach.lesson import Lesson, lesson
from compare.teach.material import Material
from compare.teach.pack import lesson_files
from compare.teach.question import Kind
from compare.teach.question_choice import Wish, question_faults

FIRST = (
    "A barge sank in the Orm canal on Monday. Three sailors were rescued by the lock keeper. "
    "The canal is closed until Friday."
)
SECOND = (
    "Three sailors were saved on Monday when a barge sank in the Orm canal. The lock keeper "
    "pulled them out. Traffic on the canal will stop until Friday."
)
LONG = (
    "A barge sank in the Orm canal on Monday, the Canal Board of Orm said.\n\n"
    "Three sailors were rescued by the lock keeper, Mara Tolle, 52. “I saw the lamp go out and I "
    "ran to the gate,” Mara Tolle said.\n\n"
    "The canal is closed until Friday. About 40 ships are waiting at the lock.\n\n"
    "“We will raise the barge tomorrow,” said Pers Aldane, the head of the Canal Board of Orm."
)
GERMAN = (
    "Ein Lastkahn ist am Montag im Ormkanal gesunken. Drei Matrosen wurden gerettet. „Ich sah "
    "das Licht ausgehen“, sagte Mara Tolle. Der Kanal bleibt bis Freitag gesperrt.",
    "Drei Matrosen sind am Montag gerettet worden, als ein Lastkahn im Ormkanal sank. Der Kanal "
    "ist bis Freitag gesperrt. 40 Schiffe warten.",
)
PIECES = (
    "A barge sank in the Orm canal on Monday.",
    "The barge sank in the Orm canal shortly after 9 p.m. on Monday.",
    "Three sailors were rescued.",
    "At least two sailors were rescued, the Canal Board of Orm said.",
    "“I saw the lamp go out, and I ran to the gate,” Mara Tolle said.",
    "“I saw the lamp go out,” said Mara Tolle, the lock keeper.",
    "Mara Tolle, the lock keeper, ran to the gate.",
    "The canal is closed until Friday.",
    "About 40 ships are waiting at the lock.",
    "Pers Aldane said 52 ships were waiting.",
    "It did not rain. “Nobody knows,” he said.",
    "Costs are put at $1.2 million!",
    "?!",
)


def outlets(
    *texts: str, language: str = "en", headline: str | None = "Barge sinks"
) -> list[Document]:
    """One article for each text, without a date."""
    return [
        document(text, outlet=f"{name} Courier", headline=headline, language=language)
        for name, text in zip(NAMES, texts, strict=False)
    ]


NAMES = "Ash Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Kelp Larch".split()


def made(articles: list[Document]) -> Lesson:
    """The whole lesson of a story, checked and with all its files."""
    found = compare_story(articles)
    whole = lesson(found, Wish(count=40))
    material = Material(found, whole.blinder, seed=1)
    for question in (*whole.questions, *whole.spare):
        assert question_faults(material, question) == ()
        assert question.plain
        assert question.why
    lesson_files(whole, word=False)
    return whole


def kinds(whole: Lesson) -> set[Kind]:
    return {question.kind for question in (*whole.questions, *whole.spare)}


@pytest.mark.parametrize(
    "articles",
    [
        outlets(FIRST, SECOND),
        outlets(FIRST, SECOND, headline=None),
        outlets(FIRST, FIRST),
        outlets(LONG, LONG),
        outlets(*(LONG.replace("40", str(40 + at)) for at in range(len(NAMES)))),
    ],
    ids=["tiny", "no headline", "the same twice", "the same, longer", "twelve outlets"],
)
def test_an_odd_story_gives_a_lesson_that_tells_what_it_lacks(articles: list[Document]) -> None:
    whole = made(articles)
    told = [reason for reason in whole.missing if "No question of the kind" in reason]
    assert len(told) == len(set(Kind) - kinds(whole))
    assert all(", because " in reason and reason.endswith(".") for reason in told)


def test_articles_in_another_language_are_told_of() -> None:
    missing = made(outlets(*GERMAN, language="de")).missing
    assert any("not in English" in reason for reason in missing)
    # That is the one reason for every kind of question.
    assert not any("No question of the kind" in reason for reason in missing)
    assert not any("English" in reason for reason in made(outlets(FIRST, SECOND)).missing)


def test_two_copies_of_one_text_give_no_question_of_difference() -> None:
    whole = made(outlets(LONG, LONG))
    assert not kinds(whole) & {Kind.FIND, Kind.CUT, Kind.PLACEMENT, Kind.WORDING}
    assert Kind.SPEAKS in kinds(whole)


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), min_size=2, max_size=4))
@settings(deadline=None, max_examples=12)
def test_any_story_gives_a_sound_lesson_or_a_clear_error(stories: list[list[str]]) -> None:
    with suppress(UnrelatedStories):
        made(outlets(*("\n\n".join(pieces) for pieces in stories)))
