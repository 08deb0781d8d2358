"""The JSON Schema: up to date, valid, and true of what is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from compare.formats.json import dump, dump_without_text
from compare.formats.record import ArticleRecord, ComparisonRecord
from compare.model.articles import Article, Document
from compare.model.comparison import Comparison
from tests.formats.crowd import crowd
from tests.formats.story import market_hall
from tools.json_schemas import FOLDER, SCHEMAS, comparison_schema, schema_text

ROOT = Path(__file__).parents[2]


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with no room for fields it does not name."""
    bodies = [schema, *schema["$defs"].values()]
    for body in bodies:
        if "properties" in body:
            body["additionalProperties"] = False
    return schema


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_the_one_the_model_gives(name: str) -> None:
    kept = (FOLDER / f"{name}-1.json").read_text(encoding="utf-8")
    assert kept == schema_text(name), "run python -m tools.json_schemas and read the difference"


def test_the_schema_is_valid_json_schema_of_2020_12() -> None:
    schema = comparison_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("write", [dump, dump_without_text])
@pytest.mark.parametrize("make", [market_hall, lambda: crowd(3)])
def test_output_is_valid_and_has_no_field_the_schema_does_not_name(
    write: Callable[[Comparison], bytes], make: Callable[[], Comparison]
) -> None:
    validator = Draft202012Validator(
        closed(comparison_schema()), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    validator.validate(json.loads(write(make())))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("facts", 0, "mentions"), []),
        (("articles", 0, "sha256"), "0" * 63),
        (("coverage", 0, "state"), "omitted"),
        (("schema",), "urn:storydiff:comparison:2.0"),
        (("offset_unit",), "byte"),
        (("facts", 0, "mentions", 0, "span", "start"), -1),
        (("facts", 0, "links", 0, "score"), 1.5),
    ],
)
def test_the_schema_refuses_what_a_comparison_cannot_hold(
    path: tuple[Any, ...], value: object
) -> None:
    tree = json.loads(dump(market_hall()))
    place = tree
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(comparison_schema()).validate(tree)


def test_every_field_of_the_model_has_its_place_in_the_file() -> None:
    in_article = {spec.name for spec in fields(ArticleRecord)}
    of_document = {spec.name for spec in fields(Document)}
    of_article = {spec.name for spec in fields(Article) if spec.init} - {"document"}
    assert (of_document | of_article) - in_article == set()
    in_file = {spec.name for spec in fields(ComparisonRecord)}
    of_comparison = {spec.name for spec in fields(Comparison) if spec.init} - {"accounts"}
    assert of_comparison - in_file == set()


def test_every_field_is_documented() -> None:
    documentation = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    schema = comparison_schema()
    bodies = {"Comparison": schema, **schema["$defs"]}
    missing = [
        f"{name}.{field}"
        for name, body in bodies.items()
        if name != "Options"
        for field in body.get("properties", {})
        if f"`{field}`" not in documentation
    ]
    assert missing == []
