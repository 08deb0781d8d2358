"""`python -m tests.bench app`: the first page, and many users of `storydiff serve` at once."""

from __future__ import annotations

import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx

from compare.app.sign_in import password_line
from tests.app.articles import TEXTS

USERS, STARTS = 50, 5
FIRST_PAGE, PAGE_P95 = 1.0, 1.0
_PASSWORD = "correct horse"
_THINKING = (0.5, 2.0)
_NAME = "storydiff.example"


def main(arguments: Sequence[str]) -> int:
    """Prints the numbers; 1 where one is over its budget or a request failed."""
    users = int(arguments[0]) if arguments else USERS
    with tempfile.TemporaryDirectory() as folder:
        first = median(_first_page(Path(folder, str(number))) for number in range(STARTS))
        print(f"storydiff app, start to first page: {first:.2f} s (budget {FIRST_PAGE:.0f})")
        with _server(Path(folder), users) as address:
            began = time.monotonic()
            found = asyncio.run(_all(address, users))
            took = time.monotonic() - began
    times = sorted(seconds for one in found for seconds in one.pages)
    wrong = [code for one in found for code in one.wrong]
    waits = sorted(one.waited for one in found)
    p95 = times[int(0.95 * len(times))]
    print(f"{users} users at once, {took:.0f} s: {len(times)} pages, {len(wrong)} failed")
    print(f"a page: median {median(times):.3f} s, p95 {p95:.3f}, longest {times[-1]:.3f}")
    placed = sum(one.placed for one in found)
    print(f"a comparison: median {median(waits):.1f} s, longest {waits[-1]:.1f}")
    print(f"{placed} users saw their place in the queue")
    return int(first > FIRST_PAGE or p95 > PAGE_P95 or bool(wrong))


class _User:
    """One user, with the time of each page, what failed, and how long the comparison took."""

    def __init__(self, client: httpx.AsyncClient, number: int) -> None:
        self._client = client
        self._random = random.Random(number)
        self.pages: list[float] = []
        self.wrong: list[int] = []
        self.waited = 0.0
        self.placed = False

    async def work(self) -> None:
        """Give three articles, wait, and read what comes of them."""
        await self._page("/")
        began = time.monotonic()
        files = [("files", (name, text.encode())) for name, text in TEXTS.items()]
        made = await self._client.post("/stories", files=files)
        self._note(made, 303)
        here = made.headers["location"]
        while 'data-progress="' in (text := await self._page(here)):
            self.placed = self.placed or "come first" in text or "comes first" in text
        self.waited = time.monotonic() - began
        for path in ("/report", "/brief", "/correct", "/lesson", "/diff?a=A&b=B"):
            await self._page(here + path)
        await self._page("/search?q=bakery")

    async def _page(self, path: str) -> str:
        await asyncio.sleep(self._random.uniform(*_THINKING))
        began = time.monotonic()
        got = await self._client.get(path)
        self.pages.append(time.monotonic() - began)
        self._note(got, 200)
        return got.text

    def _note(self, got: httpx.Response, expected: int) -> None:
        if got.status_code != expected:
            self.wrong.append(got.status_code)


async def _all(address: str, users: int) -> list[_User]:
    made = []
    async with asyncio.TaskGroup() as group:
        for number in range(users):
            client = httpx.AsyncClient(
                base_url=address,
                auth=(f"user{number}", _PASSWORD),
                headers={"host": _NAME, "origin": f"http://{_NAME}"},
                timeout=120,
                trust_env=False,
            )
            made.append(_User(client, number))
            group.create_task(made[-1].work())
    return made


def _first_page(library: Path) -> float:
    began = time.monotonic()
    with _started("app", "--library", str(library), "--port", "0", "--no-browser") as address:
        assert httpx.get(address, trust_env=False).status_code == 200
        return time.monotonic() - began


@contextmanager
def _server(folder: Path, users: int) -> Iterator[str]:
    lines = [password_line(f"user{number}", _PASSWORD) for number in range(users)]
    Path(folder, "users").write_text("\n".join(lines), encoding="utf-8")
    with _started("serve", "--library", str(folder / "all"), "--users", str(folder / "users"),
                  "--name", _NAME, "--port", "0") as address:  # fmt: skip
        yield address


@contextmanager
def _started(*arguments: str) -> Iterator[str]:
    """The address of the command while it runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "compare", *arguments],
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )
    assert process.stderr is not None
    try:
        yield re.findall(r"http://[\d.:]+/", process.stderr.readline())[0]
    finally:
        process.terminate()
        process.wait()
        process.stderr.close()
