"""An app over a library of its own, inside this process and as the command starts it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="needs storydiff[app]")

with warnings.catch_warnings():
    # It would rather have a later httpx, which the program itself does not need.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

from compare.app.guard import Guard
from compare.app.settings import AppSettings
from compare.app.site import create_app

LOCAL = "http://127.0.0.1:8420"
HEADERS = {"origin": LOCAL}


def app_over(library: Path, **settings: object) -> Guard:
    """An app that keeps no pages."""
    return create_app(AppSettings(library=library, cache=None, **settings))  # type: ignore[arg-type]


def client_of(app: Guard) -> TestClient:
    """A client that asks as a browser of this machine does."""
    return TestClient(app, base_url=LOCAL, headers=HEADERS, follow_redirects=False)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with client_of(app_over(tmp_path / "library")) as found:
        yield found


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("app") / "library"


@pytest.fixture(scope="module")
def shared(library: Path) -> Iterator[TestClient]:
    """One client for a module, so that a story is compared once."""
    with client_of(app_over(library, class_address="127.0.0.1")) as found:
        yield found


def finished(client: TestClient, slug: str, kind: str = "compare") -> str:
    """Follow the events of a story to their end; all of them as text."""
    return str(client.get(f"/stories/{slug}/progress/{kind}").text)


@pytest.fixture(scope="module")
def running() -> list[subprocess.Popen[str]]:
    """The apps that `start` has started."""
    return []


@pytest.fixture
def kill(running: list[subprocess.Popen[str]]) -> Callable[[], None]:
    """Kills the app that was started last, as a machine does that goes down."""

    def killer() -> None:
        running[-1].kill()
        running[-1].wait()

    return killer


@pytest.fixture(scope="module")
def start(
    tmp_path_factory: pytest.TempPathFactory, running: list[subprocess.Popen[str]]
) -> Iterator[Callable[..., str]]:
    """Starts the command with these arguments and gives back the address that it prints."""

    def starter(library: Path, *arguments: str) -> str:
        cache = tmp_path_factory.mktemp("cache")
        process = subprocess.Popen(
            [sys.executable, "-m", "compare", "app", "--library", str(library), "--port", "0",
             "--no-browser", *arguments],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        )  # fmt: skip
        running.append(process)
        assert process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+", process.stderr.readline())
        assert found
        return found[0]

    yield starter
    for process in running:
        process.terminate()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()
