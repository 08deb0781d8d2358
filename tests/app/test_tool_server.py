"""The tools for a language model, asked by the client of the official SDK."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

pytest.importorskip("mcp", reason="needs storydiff[mcp]")

from mcp import Client, StdioServerParameters

from compare.app.tool_server import MOST, tool_server
from compare.sources.fetch.settings import Fetching
from tests.app.articles import FIRST, SECOND, THIRD
from tests.loops import finished

SOURCES = [
    {"text": FIRST, "outlet": "Hollen Herald"},
    {"text": SECOND, "outlet": "Mill Post"},
    {"text": THIRD, "outlet": "Valley Radio"},
]
TOOLS = {"compare", "facts", "figures", "quotes", "sources_of_fact", "check_text"}


def spans_in(value: Any) -> list[dict[str, Any]]:
    """Everything in an answer that names an article and a place in it."""
    if isinstance(value, dict):
        inner = [found for each in value.values() for found in spans_in(each)]
        return [value, *inner] if {"article", "span", "text"} <= set(value) else inner
    return [found for each in value for found in spans_in(each)] if isinstance(value, list) else []


def asked(*calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The answers to calls one after the other; "$" stands for the name of the comparison."""

    async def run() -> list[Any]:
        answers: list[Any] = []
        async with Client(tool_server(Fetching(cache=None))) as client:
            assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS
            for name, values in calls:
                given = {k: answers[0]["comparison"] if v == "$" else v for k, v in values.items()}
                got = await client.call_tool(name, given)
                text = "".join(getattr(part, "text", "") for part in got.content)
                answers.append(text if got.is_error else json.loads(text))
        return answers

    return finished(run())


def test_every_span_is_an_exact_range_of_its_article() -> None:
    answers = asked(
        ("compare", {"sources": SOURCES}),
        ("facts", {"comparison": "$"}),
        ("figures", {"comparison": "$"}),
        ("quotes", {"comparison": "$"}),
        ("check_text", {"text": "Two bakers were hurt in Hollen.", "sources": SOURCES}),
    )
    texts = dict(zip("ABC", (source["text"] for source in SOURCES), strict=True))
    found = spans_in(answers)
    assert len(found) > 8
    for one in found:
        span = one["span"]
        words = texts[one["article"]][span["start"] : span["end"]]
        assert words.split() == one["text"].split()
    assert answers[1]["left_off"] == 0
    assert len(answers[1]["facts"]) > 3


def test_a_fact_is_followed_to_its_sources() -> None:
    comparison, facts = asked(("compare", {"sources": SOURCES}), ("facts", {"comparison": "$"}))
    shared = next(fact for fact in facts["facts"] if len(fact["stated_by"]) > 1)
    (_, places) = asked(
        ("compare", {"sources": SOURCES}),
        ("sources_of_fact", {"comparison": "$", "fact": shared["fact"]}),
    )
    assert {place["article"] for place in places["places"]} == set(shared["stated_by"])
    assert {place["extent"] for place in places["places"]} <= {"full", "partial"}
    assert comparison["comparison"]


# Each tool with what it is asked, and where its entries are.
ENTRIES: dict[str, tuple[dict[str, Any], str]] = {
    "compare": ({"sources": SOURCES}, "differences"),
    "facts": ({"comparison": "$"}, "facts"),
    "figures": ({"comparison": "$"}, "figures"),
    "quotes": ({"comparison": "$"}, "quotes"),
    "sources_of_fact": ({"comparison": "$", "fact": "*"}, "places"),
    "check_text": ({"text": f"{FIRST} {SECOND}", "sources": SOURCES}, "statements"),
}


@pytest.mark.parametrize("budget", [500, 2_000, 10**9])
def test_no_tool_answers_with_more_than_its_budget_and_what_is_left_off_is_counted(
    budget: int,
) -> None:
    assert set(ENTRIES) == TOOLS
    (_, facts) = asked(("compare", {"sources": SOURCES}), ("facts", {"comparison": "$"}))
    fact = max(facts["facts"], key=lambda one: len(one["stated_by"]))["fact"]
    calls: list[tuple[str, dict[str, Any]]] = [("compare", {"sources": SOURCES})]
    for name, (values, _) in ENTRIES.items():
        given = {key: fact if value == "*" else value for key, value in values.items()}
        calls += [(name, {**given, "budget": size}) for size in (MOST, budget)]
    answers = asked(*calls)[1:]
    for (_, where), whole, cut in zip(ENTRIES.values(), answers[::2], answers[1::2], strict=True):
        assert len(json.dumps(cut, ensure_ascii=False)) <= min(budget, MOST)
        assert whole["left_off"] == 0
        assert len(cut[where]) + cut["left_off"] == len(whole[where])
    assert sum(cut["left_off"] for cut in answers[1::2]) > 0 or budget > MOST


def test_a_budget_that_is_too_small_for_any_answer_is_told() -> None:
    long = [{"text": text, "outlet": "Herald " * 60} for text in (FIRST, SECOND)]
    (answer,) = asked(("compare", {"sources": long, "budget": 500}))
    assert "Ask for that budget" in answer


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("compare", {"sources": SOURCES[:1]}, "two are needed"),
        ("compare", {"sources": [{"url": "/etc/passwd"}, SOURCES[0]]}, "begins with https://"),
        ("compare", {"sources": [{"url": "http://127.0.0.1/"}, SOURCES[0]]}, "this computer"),
        ("facts", {"comparison": "none"}, "Call compare again."),
        ("check_text", {"text": " ", "sources": SOURCES}, "is empty"),
    ],
    ids=range(5),
)
def test_an_error_is_told_in_its_own_words(name: str, values: dict[str, Any], words: str) -> None:
    (answer,) = asked((name, values))
    assert words in answer


def test_the_command_serves_on_standard_input_and_output() -> None:
    async def run() -> set[str]:
        there = StdioServerParameters(command=sys.executable, args=["-m", "compare", "mcp"])
        async with Client(there) as client:
            return {tool.name for tool in (await client.list_tools()).tools}

    assert finished(run()) == TOOLS
