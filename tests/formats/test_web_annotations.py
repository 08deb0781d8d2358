"""Web Annotations are read by an RDF parser, and their positions lead to the exact words."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from compare.formats.excerpts import excerpt_of
from compare.formats.web_annotations import CONTEXT, dump, source_of
from compare.model.comparison import Comparison
from tests.bundled import STORIES, comparison

rdflib = pytest.importorskip("rdflib", reason="no rdflib: pip install -e '.[dev]'")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
RDF = rdflib.RDF
# The parser makes a graph of a class that rdflib itself is about to replace.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
USED = json.loads(Path(__file__).with_name("anno-used.json").read_text(encoding="utf-8"))


def graph(data: bytes) -> Any:
    """The annotations as RDF, read with the terms of the vocabulary beside this file."""
    tree = json.loads(data)
    assert tree["@context"] == CONTEXT
    tree["@context"] = USED["@context"]
    return rdflib.Graph().parse(data=json.dumps(tree), format="json-ld")


def items(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(data)["first"]["items"]
    return found


def texts(story: Comparison) -> dict[str, str]:
    return {source_of(article): article.document.text for article in story.articles}


@pytest.mark.parametrize("story", STORIES)
def test_an_rdf_parser_finds_every_annotation_with_its_words_at_its_place(story: str) -> None:
    made = comparison(story)
    read = graph(dump(made))
    text_of = texts(made)
    targets = list(read.subject_objects(OA.hasTarget))
    assert targets
    for _, target in targets:
        source = str(read.value(target, OA.hasSource))
        by_type = {read.value(s, RDF.type): s for s in read.objects(target, OA.hasSelector)}
        position, quote = by_type[OA.TextPositionSelector], by_type[OA.TextQuoteSelector]
        start, end = (int(str(read.value(position, name))) for name in (OA.start, OA.end))
        text = text_of[source]
        assert text[start:end] == str(read.value(quote, OA.exact))
        assert text[:start].endswith(str(read.value(quote, OA.prefix)))
        assert text[end:].startswith(str(read.value(quote, OA.suffix)))


@pytest.mark.parametrize("story", STORIES)
def test_every_mention_quotation_and_difference_is_annotated_once(story: str) -> None:
    made = comparison(story)
    names = [item["id"] for item in items(dump(made))]
    assert len(names) == len(set(names))
    assert len(names) == (
        sum(len(fact.mentions) for fact in made.facts)
        + sum(len(article.quotes) for article in made.articles)
        + len(made.conflicts)
    )
    assert json.loads(dump(made))["total"] == len(names)


def test_every_term_that_is_written_belongs_to_the_vocabulary() -> None:
    def terms(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(terms, value.values()))
        return set().union(*map(terms, value)) if isinstance(value, list) else set()

    assert terms(json.loads(dump(comparison("demo")))) <= {*USED["@context"], "@context"}


def test_an_article_without_an_address_is_named_by_its_text() -> None:
    made = comparison("demo")
    bare = tuple(replace(a, document=replace(a.document, url=None)) for a in made.articles)
    sources = {t["source"] for i in items(dump(replace(made, articles=bare))) for t in i["target"]}
    assert sources == {f"urn:sha256:{article.document.sha256}" for article in made.articles}


def test_without_text_the_positions_stand_alone() -> None:
    data = dump(comparison("demo"), text=False)
    assert b"TextQuoteSelector" not in data
    assert b"TextPositionSelector" in data


def test_an_excerpt_gives_no_words_around_its_evidence() -> None:
    data = dump(excerpt_of(comparison("demo")))
    assert "░" not in data.decode()
    assert b'"prefix"' not in data
