"""The golden files of the formats, and the command that writes them anew.

`python -m tests.formats.golden` rewrites them and the JSON Schema; read the difference before you
commit it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from compare.formats.diff_json import DIFF_SCHEMA_FILE, diff_schema_text
from compare.formats.fact_text import fact_text
from compare.formats.registry import FormatOptions, render
from compare.formats.schema import SCHEMA_FILE, schema_text
from compare.formats.screen import Screen
from compare.formats.summary.sections import SECTION_NAMES
from compare.formats.summary.terminal import summary
from tests.formats.crowd import crowd
from tests.formats.page_parts import visible_text
from tests.formats.story import market_hall

FOLDER = Path(__file__).parents[1] / "golden"


def _terminal(width: int, encoding: str = "utf-8") -> bytes:
    return summary(market_hall(), Screen(width=width, encoding=encoding)).encode()


def _without_options(data: bytes) -> bytes:
    """The options are those of the model, and tuning one must not change these files."""
    text = re.sub(r'"options": \{.*?\}', '"options": {}', data.decode(), flags=re.DOTALL)
    return re.sub(r"(?<=these options:\n).*", "", text, flags=re.DOTALL).encode()


def _report_words() -> bytes:
    """The words of the HTML report, so that a change of its style sheet changes nothing here."""
    words = visible_text(render(market_hall(), "html").decode())
    return re.sub(r"(?<=\nOptions used\n).*?(?=\nMade on)", "", words, flags=re.DOTALL).encode()


def _crowd(outlets: int) -> bytes:
    return summary(crowd(outlets), only=["facts"]).encode()


def _fact(ordinal: int, width: int = 96) -> bytes:
    story = market_hall()
    return fact_text(story, story.facts[ordinal - 1], Screen(width=width)).encode()


CASES: dict[str, Callable[[], bytes]] = {
    "market-hall/terminal-96.txt": lambda: _terminal(96),
    "market-hall/terminal-48.txt": lambda: _terminal(48),
    "market-hall/terminal-40-ascii.txt": lambda: _terminal(40, "ascii"),
    "market-hall/terminal-96-ascii.txt": lambda: _terminal(96, "ascii"),
    "market-hall/every-section.txt": lambda: summary(
        market_hall(), only=list(SECTION_NAMES)
    ).encode(),
    "market-hall/show-f1.txt": lambda: _fact(1),
    "market-hall/show-f2-48.txt": lambda: _fact(2, 48),
    "market-hall/show-f3.txt": lambda: _fact(3),
    "market-hall/report.md": lambda: _without_options(render(market_hall(), "md")),
    "market-hall/report-words.txt": _report_words,
    "market-hall/mentions.csv": lambda: render(market_hall(), "csv"),
    "market-hall/comparison.json": lambda: _without_options(render(market_hall(), "json")),
    "market-hall/without-text.json": lambda: _without_options(
        render(market_hall(), "json", options=FormatOptions(text=False))
    ),
    "crowd/grid-8.txt": lambda: _crowd(8),
    "crowd/grid-20.txt": lambda: _crowd(20),
    "crowd/grid-50.txt": lambda: _crowd(50),
}


def main() -> None:
    """Writes every golden file and the schema."""
    for name, make in CASES.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make())
    SCHEMA_FILE.write_text(schema_text(), encoding="utf-8")
    DIFF_SCHEMA_FILE.write_text(diff_schema_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
