"""The page for several people: the command, the container file, and clients that never finish."""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from uvicorn.server import ServerState

from compare.app.slow_clients import ImpatientProtocol
from compare.cli.front import COMMANDS
from tests.app.articles import FIRST
from tests.docs.pages import ROOT
from tests.loops import finished

LINES = (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()


def instructions(kind: str) -> list[str]:
    return [line.removeprefix(kind).strip() for line in LINES if line.startswith(f"{kind} ")]


def command(*arguments: str, text: str = "", env: dict[str, str] | None = None) -> Any:
    return subprocess.run(
        [sys.executable, "-m", "compare", "serve", *arguments],
        input=text,
        text=True,
        capture_output=True,
        check=False,
        env={**os.environ, **(env or {})},
    )


def test_the_container_serves_each_user_and_nobody_else(tmp_path: Path) -> None:
    assert instructions("ENTRYPOINT") == ['["storydiff"]']
    assert instructions("CMD") == ['["serve"]']
    given = dict(pair.partition("=")[::2] for pair in shlex.split(instructions("ENV")[0]))
    env = {name: value.replace("/stories", str(tmp_path)) for name, value in given.items()}
    env |= {"STORYDIFF_HOST": "127.0.0.1", "STORYDIFF_PORT": "0", "STORYDIFF_NAMES": "s.example"}
    assert command("--add-user", "ada", text="correct horse\n", env=env).returncode == 0
    process = subprocess.Popen(
        [sys.executable, "-m", "compare", "serve"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **env},
    )
    assert process.stderr is not None
    try:
        address = re.findall(r"http://[\d.:]+/", process.stderr.readline())[0]
        with httpx.Client(base_url=address, headers={"host": "s.example"}, trust_env=False) as one:
            assert one.get("/").status_code == 401
            one.auth = ("ada", "correct horse")
            assert "Signed in as ada." in one.get("/").text
            assert one.get("/", headers={"host": "evil.example"}).status_code == 421
            sent = one.post(
                "/stories", data={"text": FIRST}, headers={"origin": "http://s.example"}
            )
            assert one.get(f"{sent.headers['location']}/progress/compare").status_code == 200
        assert (tmp_path / "libraries" / "ada").is_dir()
    finally:
        process.terminate()
        process.wait()
        # Nothing is logged, of texts or of anything else.
        assert process.stderr.read() == ""
        process.stderr.close()


def test_the_container_file_copies_what_is_there_and_runs_as_nobody_special() -> None:
    for line in instructions("COPY"):
        for name in line.split()[:-1]:
            assert (ROOT / name).exists()
    assert instructions("USER") == ["storydiff"]
    known = {"FROM", "COPY", "RUN", "USER", "VOLUME", "ENV", "EXPOSE", "ENTRYPOINT", "CMD"}
    assert {line.split()[0] for line in LINES if line and not line.startswith("#")} == known
    assert "serve" in COMMANDS
    extras = re.findall(r"/build\[([\w,]+)\]", "\n".join(LINES))[0].split(",")
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert all(f"\n{extra} = [" in declared for extra in extras)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Name the --library and the --name"),
        (
            ["--library", "x", "--name", "a.example"],
            "Name the file of --users, or the --user-header",
        ),
        (["--library", "x", "--name", "a", "--users", "none"], "none cannot be read"),
        (["--users", "file", "--add-user", "ada"], "fewer than 8 characters"),
        (["--users", "file", "--add-user", "../ada"], "is no name of a user"),
    ],
    ids=range(5),
)
def test_what_is_missing_is_told(tmp_path: Path, arguments: list[str], words: str) -> None:
    text = "a long password\n" if "../ada" in arguments else "short\n"
    here = [str(tmp_path / one) if one in ("x", "file", "none") else one for one in arguments]
    found = command(*here, text=text)
    assert found.returncode == 2
    assert words in " ".join(found.stderr.split())


def test_a_user_is_put_into_no_file_of_another_kind(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("A bakery burned in Hollen.\n", encoding="utf-8")
    found = command("--users", str(file), "--add-user", "ada", text="correct horse\n")
    assert (found.returncode, "Line 1 of the users is none" in found.stderr) == (2, True)
    assert file.read_text(encoding="utf-8") == "A bakery burned in Hollen.\n"


class _Transport(asyncio.Transport):
    """The other end of a connection that sends nothing."""

    closed = aborted = False
    waiting = 0

    def get_write_buffer_size(self) -> int:
        return self.waiting

    def abort(self) -> None:
        self.closed = self.aborted = True

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return ("127.0.0.1", 1) if name in ("peername", "sockname") else default

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Nobody reads it."""


def test_a_client_that_never_finishes_its_request_is_let_go() -> None:
    async def asked(scope: Any, receive: Any, send: Any) -> None:  # noqa: ARG001
        if scope["path"] == "/long":
            await asyncio.Event().wait()
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def looks(*sent: bytes) -> list[bool]:
        """Whether the connection is closed at each look, with one more than was sent."""
        protocol = ImpatientProtocol(uvicorn.Config(asked, lifespan="off"), ServerState(), {})
        transport = _Transport()
        protocol.connection_made(transport)
        seen = []
        for data in (*sent, b""):
            protocol.data_received(data) if data else None
            for _ in range(3):
                await asyncio.sleep(0)
            protocol.look()
            seen.append(transport.closed)
        protocol.connection_lost(None)
        for task in protocol.tasks:
            task.cancel()
        return seen

    short, long = (f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode() for path in ("/", "/long"))
    assert finished(looks(short[:-2])) == [False, True]
    assert finished(looks(short[:9], short[9:-2])) == [False, True, True]
    assert finished(looks(long)) == [False, False]
    assert finished(looks(short, short, short)) == [False, False, False, True]


@pytest.mark.parametrize(
    ("waiting", "broken_off"),
    [
        ([0, 0, 0], [False, False, False]),
        ([600_000, 600_000, 600_000], [False, True, True]),
        ([600_000, 595_000, 590_000], [False, True, True]),
        # A reader on a slow line, who takes four kilobytes a second.
        ([600_000, 520_000, 440_000], [False, False, False]),
        ([5_000, 0, 5_000], [False, False, False]),
        ([600_000, 520_000, 519_000], [False, False, True]),
    ],
)
def test_a_client_that_hardly_reads_its_answer_is_let_go(
    waiting: list[int], broken_off: list[bool]
) -> None:
    async def asked(scope: Any, receive: Any, send: Any) -> None: ...

    async def looks() -> list[bool]:
        protocol = ImpatientProtocol(uvicorn.Config(asked, lifespan="off"), ServerState(), {})
        transport = _Transport()
        protocol.connection_made(transport)
        seen = []
        for transport.waiting in waiting:
            protocol.look()
            seen.append(transport.aborted)
        protocol.connection_lost(None)
        return seen

    assert finished(looks()) == broken_off
