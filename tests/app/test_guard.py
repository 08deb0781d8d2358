"""Who is let in, how much may be sent, and what every answer says to the browser."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.app.guard import Guard, Message, own_policy
from compare.app.settings import AppLimits, AppSettings
from tests.app.conftest import LOCAL, app_over, client_of
from tests.loops import finished

FORM = {"name": "demo"}


@pytest.mark.parametrize("host", ["evil.example", "evil.example:84", "127.0.0.1.evil.example",
                                  "localhost.evil.example", "", "10.1.1.5", "[::2]"])  # fmt: skip
def test_a_name_that_was_made_to_lead_here_is_refused(client: TestClient, host: str) -> None:
    got = client.get("/", headers={"host": host})
    assert got.status_code == 421
    assert "Your stories" not in got.text


@pytest.mark.parametrize("host", ["127.0.0.1:8420", "localhost:99", "LOCALHOST", "[::1]:8420"])
def test_the_names_of_this_machine_are_let_in(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://127.0.0.1:8420.evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {},
        {"content-type": "text/plain"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["/bundled", "/stories", "/stories/x/delete", "/api/v1/stories"])
def test_a_post_from_another_site_changes_nothing(
    client: TestClient, tmp_path: Path, path: str, headers: dict[str, str]
) -> None:
    bare = TestClient(client.app, base_url=LOCAL)
    assert bare.post(path, data=FORM, headers=headers).status_code == 403
    assert list((tmp_path / "library").iterdir()) == []


def test_a_program_without_a_browser_may_send_json_to_the_interface_alone(
    client: TestClient,
) -> None:
    bare = TestClient(client.app, base_url=LOCAL)
    assert bare.post("/api/v1/stories", json={"sources": 3}).status_code == 400
    assert bare.post("/stories", json={}).status_code == 403


def test_every_answer_has_a_strict_policy(client: TestClient) -> None:
    for path in ("/", "/no-such-page", "/stories/none", "/search?q=a", "/assets/app.js"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
        assert "unsafe" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers


def test_a_finished_page_is_shown_under_the_policy_that_it_states() -> None:
    page = b"<head><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"><title>"
    assert own_policy(page) == "default-src 'none'; frame-ancestors 'none'"
    assert "script-src" not in own_policy(b"<p>no policy of its own</p>")


def test_an_upload_that_says_that_it_is_too_large_is_not_read(tmp_path: Path) -> None:
    with client_of(app_over(tmp_path / "a", limits=AppLimits(body=2_000_000))) as client:
        got = client.post("/stories", files={"files": ("a.txt", b"x" * 2_100_000)})
    assert got.status_code == 413
    assert "More than 2 MB" in got.text


def test_an_upload_without_a_length_is_cut_off(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 100_000

    kind = {"content-type": "application/octet-stream"}
    with client_of(app_over(tmp_path / "a", limits=AppLimits(body=1_000_000))) as client:
        got = client.post("/api/v1/compare", content=pieces(), headers=kind)
    assert got.status_code == 413


def test_a_client_that_stops_sending_is_let_go() -> None:
    sent: list[Message] = []

    async def reads(_scope: Any, receive: Any, _send: Any) -> None:
        while (await receive()).get("more_body"):
            pass

    async def silent() -> Message:
        await asyncio.Event().wait()
        raise AssertionError("nothing ever comes")

    async def send(message: Message) -> None:
        sent.append(message)

    settings = AppSettings(library=Path(), cache=None, limits=AppLimits(silence=0.01))
    scope = {"type": "http", "method": "POST", "path": "/",
             "headers": [(b"host", b"localhost"), (b"origin", b"http://localhost")]}  # fmt: skip
    finished(Guard(reads, settings)(scope, silent, send))
    assert sent[0]["status"] == 408
