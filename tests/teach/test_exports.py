"""Exports have the form that their readers want, and hold every question they can."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from compare.formats.archive import xml_text
from compare.teach.exports import (
    KAHOOT_ANSWER,
    KAHOOT_QUESTION,
    gift,
    kahoot,
    markdown,
    too_long_for_kahoot,
)
from compare.teach.pages import teacher_page
from compare.teach.qti import PACKAGE, QTI, item, qti
from compare.teach.question import Option, Question
from tests.bundled import STORIES
from tests.teach.conftest import files_of, lesson_of
from tests.teach.gift import GiftQuestion, read_gift

STORY = "hospital-outbreak"
Q = f"{{{QTI}}}"
P = f"{{{PACKAGE}}}"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("qti-2.1-used.rng")))
KAHOOT_SECONDS = ("5", "10", "20", "30", "60", "90", "120", "240")


@pytest.mark.parametrize("story", STORIES)
def test_gift_is_read_back_as_it_was_asked(story: str) -> None:
    made = lesson_of(story)
    found = read_gift(gift(made))
    assert len(found) == len(made.questions)
    for read, question in zip(found, made.questions, strict=True):
        same(read, question)


def same(read: GiftQuestion, question: Question) -> None:
    assert read.title == question.id
    assert read.prompt == plain(question.prompt)
    assert read.feedback == plain(f"{question.answer} {question.why}")
    assert [answer.text for answer in read.answers] == [plain(o.text) for o in question.options]
    for answer, option in zip(read.answers, question.options, strict=True):
        assert (answer.share > 0) is option.right
    if question.options:
        assert sum(a.share for a in read.answers if a.share > 0) == pytest.approx(100, abs=0.01)


def plain(text: str) -> str:
    return " ".join(text.split())


HOSTILE = st.text(alphabet="ab ~=#{}:\\%[]0\n->/<&\"'“é", min_size=1, max_size=24).filter(
    lambda text: any(character.isalnum() for character in text)
)


@given(st.lists(HOSTILE, min_size=3, max_size=5, unique_by=plain), HOSTILE, st.booleans())
@settings(deadline=None, max_examples=150)
def test_gift_keeps_its_own_marks_out_of_the_words(
    texts: list[str], prompt: str, several: bool
) -> None:
    options = tuple(Option(text=text, right=at == 0) for at, text in enumerate(texts))
    question = replace(asked(), prompt=prompt, options=options, several=several, why=texts[0])
    (read,) = read_gift(gift(replace(lesson_of("demo"), questions=(question,))))
    same(read, question)


def asked() -> Question:
    return lesson_of("demo").questions[0]


@pytest.mark.parametrize("broken", ["::a::b", "::a::b {=c d} e", "::a::b {c =d ~e}"])
def test_the_reader_of_gift_takes_only_gift(broken: str) -> None:
    with pytest.raises(ValueError, match=r"GIFT|outside"):
        read_gift(broken)


def test_several_right_answers_share_the_points() -> None:
    options = tuple(Option(text=text, right=text in "abc") for text in "abcde")
    question = replace(asked(), options=options, several=True)
    (read,) = read_gift(gift(replace(lesson_of("demo"), questions=(question,))))
    assert [answer.share for answer in read.answers] == [33.33333] * 3 + [-50.0] * 2


def test_kahoot_takes_what_is_short_enough_and_names_the_right_answers() -> None:
    made = lesson_of(STORY)
    head, *rows = csv.reader(io.StringIO(kahoot(made)))
    assert rows
    known = {q.prompt: q for q in (*made.questions, *made.spare)}
    known |= {q.plain: q for q in (*made.questions, *made.spare)}
    for row in rows:
        assert len(row) == len(head)
        assert len(row[0]) <= KAHOOT_QUESTION
        assert all(len(answer) <= KAHOOT_ANSWER for answer in row[1:5])
        right = {row[int(number)] for number in row[6].split(",")}
        assert right == {option.text for option in known[row[0]].right}


def test_a_question_that_kahoot_has_no_room_for_is_left_out_whole_and_told() -> None:
    made = lesson_of(STORY)
    long = replace(asked(), id="find-long", prompt="w" * 121, plain="w" * 121)
    wide = replace(
        asked(), id="find-wide", options=(*asked().options, Option(text="v" * 76, right=False))
    )
    short = replace(asked(), id="find-plain", prompt="w" * 121, plain="Who?")
    made = replace(made, questions=(long, wide, short), spare=())
    assert [question.id for question in too_long_for_kahoot(made)] == ["find-long", "find-wide"]
    assert [row[0] for row in csv.reader(io.StringIO(kahoot(made)))][1:] == ["Who?"]
    page = teacher_page(made)
    assert "without find-long, find-wide: Kahoot takes 120 characters" in page


def test_no_cell_is_a_formula_and_excel_is_told_the_encoding() -> None:
    formula = replace(asked(), prompt="=1+1", plain="=1+1")
    (_, row) = csv.reader(
        io.StringIO(kahoot(replace(lesson_of("demo"), questions=(formula,), spare=())))
    )
    assert row[0] == "'=1+1"
    assert row[5] in KAHOOT_SECONDS
    assert files_of("demo")["teacher/quiz-kahoot.csv"].startswith(b"\xef\xbb\xbfQuestion")


def test_markdown_has_every_question_and_its_answer() -> None:
    made = lesson_of(STORY)
    asked, _, key = markdown(made).partition("\n## Key\n")
    for number, question in enumerate(made.questions, 1):
        assert f"\n{number}. " in asked
        assert question.answer[:20].split("“")[0].strip() in key


def test_the_package_lists_every_file_and_every_file_is_xml() -> None:
    made = lesson_of(STORY)
    with zipfile.ZipFile(io.BytesIO(qti(made))) as packed:
        manifest = etree.fromstring(packed.read("imsmanifest.xml"))
        named = {file.get("href") for file in manifest.iter(f"{P}file")}
        assert named == set(packed.namelist()) - {"imsmanifest.xml"}
        ids = {resource.get("identifier") for resource in manifest.iter(f"{P}resource")}
        needed = {each.get("identifierref") for each in manifest.iter(f"{P}dependency")}
        assert needed <= ids
        inside = [etree.fromstring(packed.read(name)).get("identifier") for name in named]
        assert ids.isdisjoint(inside)
        assert len(set(inside)) == len(inside)
        assert len(needed) == len(made.questions)
        test = etree.fromstring(packed.read("test.xml"))
        linked = [each.get("href") for each in test.iter(f"{Q}assessmentItemRef")]
        assert set(linked) <= set(packed.namelist())
        assert len(linked) == len(made.questions)


@pytest.mark.parametrize("story", STORIES)
def test_every_file_of_the_package_keeps_to_the_part_of_qti_that_is_used(story: str) -> None:
    made = lesson_of(story)
    with zipfile.ZipFile(io.BytesIO(qti(made))) as packed:
        for name in packed.namelist():
            SCHEMA.assertValid(etree.fromstring(packed.read(name)))
    for question in made.spare:
        SCHEMA.assertValid(etree.fromstring(item(question)))


@pytest.mark.parametrize(
    ("spoilt", "with_what"),
    [
        (b'identifier="q-', b'identifier="1 '),
        (b"<correctResponse>", b"<correctResponse/><correctResponse>"),
        (b'cardinality="single" baseType="identifier"', b'cardinality="one" baseType="identifier"'),
        (b"match_correct", b"map_response"),
        (b"</prompt>", b"</prompt><p/>"),
        (b' title="', b' titel="'),
    ],
)
def test_the_hand_made_schema_finds_what_is_wrong(spoilt: bytes, with_what: bytes) -> None:
    sound = item(closed())
    assert spoilt in sound
    assert SCHEMA.validate(etree.fromstring(sound))
    assert not SCHEMA.validate(etree.fromstring(sound.replace(spoilt, with_what)))


def closed() -> Question:
    return next(each for each in lesson_of("demo").closed if not each.several)


@pytest.mark.parametrize("story", STORIES)
def test_an_item_asks_what_was_asked_and_knows_what_is_right(story: str) -> None:
    made = lesson_of(story)
    for question in (*made.questions, *made.spare):
        meant(etree.fromstring(item(question)), question)


def meant(root: etree._Element, question: Question) -> None:
    declared = root.find(f"{Q}responseDeclaration")
    interaction = root.find(f"{Q}itemBody")[0]
    assert interaction.get("responseIdentifier") == declared.get("identifier")
    assert interaction.findtext(f"{Q}prompt") == question.prompt
    offered = {each.get("identifier"): each.text for each in root.iter(f"{Q}simpleChoice")}
    assert list(offered.values()) == [option.text for option in question.options]
    right = [offered[value.text] for value in root.iter(f"{Q}value")]
    assert right == [option.text for option in question.right]
    if question.options:
        most = {"single": "1", "multiple": "0"}[declared.get("cardinality")]
        assert interaction.get("maxChoices") == most
        assert len(right) == 1 or most == "0"


TEXT = st.text(max_size=30).filter(lambda text: bool(text.strip()))


@given(TEXT, TEXT)
@settings(deadline=None, max_examples=100)
def test_any_text_stays_text_in_an_item(prompt: str, wrong: str) -> None:
    options = (Option(text="<b>&amp;]]>", right=True), Option(text=wrong, right=False))
    root = etree.fromstring(item(replace(closed(), prompt=prompt, options=options)))
    assert SCHEMA.validate(root), SCHEMA.error_log
    assert root.findtext(f".//{Q}prompt") == xml_text(prompt)
    assert next(each.text for each in root.iter(f"{Q}simpleChoice")) == "<b>&amp;]]>"


def test_the_package_is_the_same_bytes_on_any_day_and_machine() -> None:
    data = qti(lesson_of(STORY))
    assert qti(lesson_of(STORY)) == data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.namelist()[0] == "imsmanifest.xml"
        told = {(e.date_time, e.create_system, e.compress_type) for e in packed.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 3, zipfile.ZIP_STORED)}
