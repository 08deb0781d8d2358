"""Lighthouse gives the report of the bundled story full marks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.report.browser import CHROMIUM, LIGHTHOUSE

_NODE = shutil.which("node")
_CATEGORIES = ("accessibility", "best-practices")
# Lighthouse alone takes some ten seconds; a machine that does much else takes far longer.
_SECONDS = 300


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing of what was asked for."""


@pytest.fixture
def address(reports: dict[str, Path]) -> Iterator[str]:
    """Lighthouse opens no file, so the report is served to this machine alone."""
    folder = str(reports["demo"].parent)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=folder))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/demo.html"
    server.shutdown()
    thread.join()
    server.server_close()


def test_accessibility_and_best_practices_have_full_marks(address: str, tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium: apt-get install chromium")
    if _NODE is None or not LIGHTHOUSE.is_file():
        pytest.skip(
            f"Lighthouse is not at {LIGHTHOUSE}: npm install lighthouse@12, or set LIGHTHOUSE"
        )
    result = tmp_path / "lighthouse.json"
    subprocess.run(
        [
            _NODE,
            str(LIGHTHOUSE),
            address,
            "--quiet",
            "--no-enable-error-reporting",
            f"--only-categories={','.join(_CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic",
            "--output=json",
            f"--output-path={result}",
        ],
        env={**os.environ, "CHROME_PATH": CHROMIUM},
        check=True,
        timeout=_SECONDS,
    )
    told: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    wrong = [
        (name, audit["title"])
        for name, audit in told["audits"].items()
        if audit["score"] is not None and audit["score"] < 1
    ]
    assert {name: told["categories"][name]["score"] for name in _CATEGORIES} == {
        "accessibility": 1,
        "best-practices": 1,
    }, wrong
