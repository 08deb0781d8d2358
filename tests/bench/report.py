"""What the HTML report of a large story weighs, and how soon it is written and painted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from compare.formats.html import html
from compare.formats.json import dump
from compare.model.comparison import Comparison
from tests.formats.full_press import full_press
from tests.formats.press import press
from tests.report.browser import ARGUMENTS, CHROMIUM, missing_browser

RUNS = 5
# What the comparison itself has loaded by then is not the report's.
WRITE = """
import sys, time
from pathlib import Path
from compare.formats.json import read
import compare.pipeline
from compare.text.words import stem
story = read(Path(sys.argv[1]))
stem("story")
began = time.process_time()
from compare.formats.html import html
html(story)
print(time.process_time() - began)
"""
PAINTED = """() => new Promise((done) => {
  const first = () => performance.getEntriesByName("first-contentful-paint")[0];
  const wait = () => first() ? done(first().startTime) : setTimeout(wait, 20);
  wait();
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One report: bytes, seconds of the processor to write it in a fresh process, and to paint.

    `painted` is None where there is no Chromium; a budget is None where nothing was promised.
    """

    name: str
    weight: int
    heaviest: int
    written: float
    slowest: float | None
    painted: float | None

    @property
    def over(self) -> bool:
        """True if it weighs more or takes longer than it may."""
        late = self.slowest is not None and self.written >= self.slowest
        return self.weight >= self.heaviest or late or (self.painted or 0.0) >= PAINT


PAINT = 1.0


def report_costs(folder: Path) -> Iterator[Page]:
    """The reports of eight outlets with findings of every kind, and of fifty."""
    eight, fifty = full_press(8, shared=60, own=0), press(50, shared=120, own=20)
    yield _cost(folder, eight, "8 outlets x 60 facts", heaviest=610 * 1024, slowest=0.35)
    yield _cost(folder, fifty, "50 outlets x 120 facts", heaviest=6_000_000, slowest=None)


def _cost(
    folder: Path, story: Comparison, name: str, *, heaviest: int, slowest: float | None
) -> Page:
    page, stored = folder / "report.html", folder / "story.json"
    page.write_text(html(story), encoding="utf-8")
    stored.write_bytes(dump(story))
    return Page(
        name=name,
        weight=page.stat().st_size,
        heaviest=heaviest,
        written=min(_written(stored) for _ in range(RUNS if slowest else 1)),
        slowest=slowest,
        painted=_painted(page),
    )


def _written(stored: Path) -> float:
    command = [sys.executable, "-c", WRITE, str(stored)]
    return float(subprocess.run(command, check=True, capture_output=True).stdout)


def _painted(page: Path) -> float | None:
    """Seconds to the first paint with words in it, the least of a few."""
    if missing_browser():
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        times = []
        for _ in range(RUNS):
            tab = chromium.new_page(viewport={"width": 1280, "height": 900})
            tab.goto(page.as_uri(), wait_until="commit")
            times.append(float(tab.evaluate(PAINTED)) / 1000)
            tab.close()
        chromium.close()
    return min(times)
