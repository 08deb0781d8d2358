"""Exports have the form that their readers want, and hold every question they can."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from compare.teach.exports import KAHOOT_ANSWER, KAHOOT_QUESTION, gift, kahoot, markdown
from compare.teach.qti import PACKAGE, QTI, item, qti
from tests.teach.conftest import lesson_of

STORY = "hospital-outbreak"
Q = f"{{{QTI}}}"
P = f"{{{PACKAGE}}}"


def test_gift_has_one_block_for_each_question_with_balanced_braces() -> None:
    made = lesson_of(STORY)
    blocks = gift(made).strip().split("\n\n")
    assert len(blocks) == len(made.questions)
    for block, question in zip(blocks, made.questions, strict=True):
        bare = re.sub(r"\\.", "", block)
        assert bare.count("{") == bare.count("}") == 1
        assert block.startswith(f"::{question.id}::")
        if question.options and not question.several:
            lines = [line for line in bare.splitlines() if line[:1] in "=~"]
            assert sum(line[0] == "=" for line in lines) == 1
            assert len(lines) == len(question.options)


@given(st.text(alphabet="a ~=#{}:\\", min_size=1, max_size=20))
@settings(deadline=None, max_examples=50)
def test_gift_keeps_its_own_marks_out_of_the_words(text: str) -> None:
    made = lesson_of("demo")
    block = gift(replace(made, questions=(replace(made.questions[0], prompt=text),)))
    assert re.sub(r"\\.", "", block).count("{") == 1


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
        assert len(needed) == len(made.questions)
        test = etree.fromstring(packed.read("test.xml"))
        linked = [each.get("href") for each in test.iter(f"{Q}assessmentItemRef")]
        assert set(linked) <= set(packed.namelist())
        assert len(linked) == len(made.questions)


@pytest.mark.parametrize("story", ["demo", STORY])
def test_an_item_is_built_as_the_information_model_wants_it(story: str) -> None:
    made = lesson_of(story)
    for question in (*made.questions, *made.spare):
        root = etree.fromstring(item(question))
        order = [etree.QName(child).localname for child in root]
        wanted = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing"]
        assert order == (wanted if question.options else wanted[:3])
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", root.get("identifier") or "")
        assert {"title", "adaptive", "timeDependent"} <= set(root.attrib)
        if question.options:
            offered = {each.get("identifier"): each.text for each in root.iter(f"{Q}simpleChoice")}
            right = {offered[value.text] for value in root.iter(f"{Q}value")}
            assert right == {option.text for option in question.right}
