"""The app for programs."""

from __future__ import annotations

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
