"""The app for programs."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from compare.app import api
from tests.app.articles import FIRST, SECOND, THIRD
from tests.app.conftest import finished

SOURCES = [
    {"text": FIRST, "outlet": "Hollen Herald"},
    {"text": SECOND, "outlet": "Mill Post", "published": "2031-03-05"},
]


def test_articles_are_compared_and_nothing_is_kept(shared: TestClient) -> None:
    got = shared.post("/api/v1/compare", json={"sources": SOURCES, "title": "Bakery"})
    found = got.json()
    assert found["schema"].startswith("urn:storydiff:comparison:")
    articles = found["articles"]
    assert [one["outlet"] for one in articles] == ["Hollen Herald", "Mill Post"]
    for article, source in zip(articles, SOURCES, strict=True):
        assert article["text"].split() == source["text"].split()
    assert shared.get("/api/v1/stories").json() == {"stories": []}


def test_a_text_is_checked(shared: TestClient) -> None:
    body = {"text": "Two bakers were hurt. Nine bakers were hurt.", "sources": SOURCES}
    found = shared.post("/api/v1/check", json=body).json()
    assert len(found["statements"]) == 2


@pytest.mark.parametrize("path", ["check", "compare"])
def test_a_link_that_cannot_be_read_is_told_and_takes_nothing_with_it(
    shared: TestClient, path: str
) -> None:
    link = "http://127.0.0.1/gone"
    body = {"sources": [*SOURCES, {"url": link}]}
    text = {"text": "Two bakers were hurt."} if path == "check" else {}
    found = shared.post(f"/api/v1/{path}", json=body | text).json()
    told = found["warnings"] if path == "check" else found["story"]["skipped"]
    assert len(found.get("sources") or found["articles"]) == len(SOURCES)
    assert link in json.dumps(told)


def test_a_story_of_the_library_is_made_followed_and_shown(shared: TestClient) -> None:
    body = {"sources": [*SOURCES, {"text": THIRD}], "title": "Bakery"}
    made = shared.post("/api/v1/stories", json=body)
    assert made.status_code == 202
    slug = made.json()["id"]
    finished(shared, slug)
    state = shared.get(f"/api/v1/stories/{slug}").json()
    assert (state["state"], len(state["articles"])) == ("done", 3)
    assert shared.get(state["links"]["comparison"]).json()["facts"]
    assert "Mill Street" in shared.get(f"/api/v1/stories/{slug}/show/A").json()["text"]
    unknown = shared.get(f"/api/v1/stories/{slug}/show/f999")
    assert unknown.status_code == 400
    assert unknown.json()["problem"]
    assert shared.get(f"/api/v1/stories/{slug}/diff/A/C").json()["right"]["letter"] == "C"
    assert shared.get(f"/api/v1/stories/{slug}/diff/A/A").status_code == 404
    assert shared.get(f"/api/v1/stories/{slug}/lesson").json()["questions"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"sources": 3},
        {"sources": [{}]},
        {"sources": [{"text": "a", "url": "https://a.example"}]},
        {"sources": [{"text": "a", "path": "/etc/passwd"}]},
        {"sources": SOURCES[:1]},
        {"sources": [{"text": FIRST, "published": "soon"}, SOURCES[1]]},
    ],
    ids=range(7),
)
def test_wrong_input_gets_a_problem_that_says_what_to_do(
    shared: TestClient, body: dict[str, Any]
) -> None:
    got = shared.post("/api/v1/compare", json=body)
    assert got.status_code == 400
    assert got.json()["problem"].rstrip().endswith(".")


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://169.254.169.254/latest",
                                     "http://[::1]/", "http://10.0.0.1/"])  # fmt: skip
def test_a_link_to_this_machine_or_its_network_is_not_fetched(
    shared: TestClient, address: str
) -> None:
    got = shared.post("/api/v1/stories", json={"sources": [{"url": address}]}).json()
    finished(shared, got["id"])
    (article,) = shared.get(f"/api/v1/stories/{got['id']}").json()["articles"]
    assert "leads to" in article["problem"]


def test_the_document_describes_every_path_and_every_reference_is_there(shared: TestClient) -> None:
    found = shared.get("/api/v1/openapi.json").json()
    assert found["openapi"].startswith("3.1")
    assert set(found["paths"]) == {route.path for route in api.ROUTES}
    schemas = found["components"]["schemas"]
    assert {"NewStory", "Source", "StoryState", "TextToCheck"} <= set(schemas)
    for name in msgspec.json.encode(found).decode().split('"#/components/schemas/')[1:]:
        assert name.partition('"')[0] in schemas


def test_two_articles_are_set_side_by_side_and_nothing_is_kept(shared: TestClient) -> None:
    before = shared.get("/api/v1/stories").json()
    found = shared.post("/api/v1/diff", json={"sources": SOURCES}).json()
    assert (found["kind"], found["left"]["outlet"]) == (
        "two articles on one event",
        "Hollen Herald",
    )
    edited = [{"text": FIRST}, {"text": FIRST.replace("Two bakers", "Three bakers")}]
    found = shared.post("/api/v1/diff", json={"sources": edited}).json()
    assert found["kind"] == "two versions of one article"
    assert any("Three" in json.dumps(row) for row in found["rows"])
    assert shared.post("/api/v1/diff", json={"sources": SOURCES[:1]}).status_code == 400
    assert shared.get("/api/v1/stories").json() == before


def test_a_lesson_comes_with_its_key_and_every_line_that_is_cited(shared: TestClient) -> None:
    body = {"sources": [*SOURCES, {"text": THIRD, "outlet": "Valley Radio"}], "count": 4}
    found = shared.post("/api/v1/lesson", json=body).json()
    assert 0 < len(found["questions"]) <= 4
    assert [one["outlet"] for one in found["key"]] == ["Hollen Herald", "Mill Post", "Valley Radio"]
    lines = {line["line"] for copy in found["copies"] for line in copy["lines"]}
    cited = {cite["line"] for one in found["questions"] for cite in one["evidence"]}
    assert {line for line in cited if line[1:].isdigit()} <= lines
    assert "Herald" not in json.dumps([found["copies"], found["questions"]])
    wrong = {**body, "levels": ["hard"]}
    assert shared.post("/api/v1/lesson", json=wrong).status_code == 400
