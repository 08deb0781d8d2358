"""TEI is read by an XML parser, fits its schema, and its pointers lead to the exact words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from compare.formats.excerpts import excerpt_of
from compare.formats.tei import TEI, dump, pointer
from compare.model.spans import Span
from compare.pipeline import compare_story
from compare.sources.document import document
from tests.bundled import STORIES, comparison
from tests.formats.builder import Draft, plain

NAMES = {"t": TEI}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("tei-used.rng")))
POINTER = re.compile(r"#string-range\((\w+),(\d+),(\d+)\)")
ID = "{http://www.w3.org/XML/1998/namespace}id"


def read(data: bytes) -> etree._Element:
    tree = etree.fromstring(data)
    SCHEMA.assertValid(tree)
    return tree


def texts(tree: etree._Element) -> dict[str, str]:
    return {ab.get(ID, ""): ab.text or "" for ab in tree.iterfind(".//t:ab", NAMES)}


def words(tree: etree._Element, span: etree._Element) -> list[str]:
    """The words behind the pointers of a span, each counted in its own text."""
    found = POINTER.findall(span.get("target", ""))
    text_of = texts(tree)
    return [text_of[name][int(at) : int(at) + int(length)] for name, at, length in found]


@pytest.mark.parametrize("story", STORIES)
def test_every_text_is_there_letter_for_letter(story: str) -> None:
    made = comparison(story)
    found = texts(read(dump(made)))
    assert found == {article.letter: article.document.text for article in made.articles}


@pytest.mark.parametrize("story", STORIES)
def test_the_pointers_lead_to_mentions_quotations_and_sentences(story: str) -> None:
    made = comparison(story)
    tree = read(dump(made))
    spans = {
        kind: tree.xpath(f".//t:spanGrp[@type='{kind}']/t:span", namespaces=NAMES)
        for kind in ("fact", "quotation", "sentence", "difference")
    }
    assert [(s.get("ana"), words(tree, s)) for s in spans["fact"]] == [
        (f"#{fact.id}", [made.text_of(mention)]) for fact in made.facts for mention in fact.mentions
    ]
    assert [words(tree, s) for s in spans["quotation"]] == [
        [a.words_of(part) for part in q.parts] for a in made.articles for q in a.quotes
    ]
    assert [words(tree, s) for s in spans["sentence"]] == [
        [a.words_of(sentence.span)] for a in made.articles for sentence in a.sentences
    ]
    assert [words(tree, s) for s in spans["difference"]] == [
        [evidence.text for evidence in one.evidence] for one in made.conflicts
    ]


def test_every_reference_has_something_it_refers_to() -> None:
    tree = read(dump(comparison("demo")))
    known = {f"#{element.get(ID)}" for element in tree.iter() if element.get(ID)}
    assert {span.get("ana") for span in tree.iter(f"{{{TEI}}}span") if span.get("ana")} <= known


def test_characters_that_xml_cannot_carry_move_no_position() -> None:
    body = "The mayor\x0b of Norrow\x00 said “we\r\nwill \U0001f44d rebuild” on\ufffe Monday."
    pair = [document(f"{body} {n}", outlet=f"Outlet {n}\x07") for n in ("One.", "Two.")]
    made = compare_story(pair)
    tree = read(dump(made))
    for article in made.articles:
        found = texts(tree)[article.letter]
        assert len(found) == len(article.document.text)
        assert found == re.sub("[\x00\x0b\ufffe]", "\ufffd", article.document.text)


def test_a_day_is_a_day_and_nothing_known_is_left_out() -> None:
    made = comparison("demo")
    bare = tuple(
        replace(a, document=replace(a.document, published=None, byline=None, url=None))
        for a in made.articles
    )
    tree = read(dump(replace(made, articles=bare)))
    assert tree.find(".//t:bibl/t:date", NAMES) is None
    days = [document("Norrow votes on Monday.", outlet=n, published="2031-10-14") for n in "XY"]
    dates = read(dump(compare_story(days))).iterfind(".//t:date", NAMES)
    assert [date.get("when") for date in dates] == ["2031-10-14", "2031-10-14"]


def test_a_story_without_facts_is_valid() -> None:
    story = plain([Draft(letter, "Outlet", None, [["One."]]) for letter in "AB"], [])
    read(dump(replace(story, facts=(), coverage=())))


def test_an_excerpt_is_valid() -> None:
    read(dump(excerpt_of(comparison("demo"))))


def test_a_pointer_counts_from_nought() -> None:
    assert pointer("A", Span(0, 5)) == "#string-range(A,0,5)"
