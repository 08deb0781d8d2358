"""The pages of the documentation: their code blocks, links and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PAGES = [
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`[^`\n]+`")
LINK = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^()\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block and the language it is marked with."""

    language: str
    code: str


def read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [Block(language=m.group(1), code=m.group(2)) for m in FENCE.finditer(read(page))]


def commands(page: Path) -> Iterator[str]:
    """The lines of a page's shell blocks that call storydiff and nothing before it."""
    for block in blocks(page):
        if block.language in ("sh", "console"):
            for line in block.code.splitlines():
                if line.removeprefix("$ ").startswith("storydiff "):
                    yield line.removeprefix("$ ")


def links(page: Path) -> list[str]:
    """The targets of a page's links and pictures, outside code."""
    return LINK.findall(INLINE.sub("", FENCE.sub("", read(page))))


def anchors(page: Path) -> set[str]:
    """The names by which a page's headings can be linked to."""
    titles = HEADING.findall(FENCE.sub("", read(page)))
    bare = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return {title.strip().replace(" ", "-") for title in bare}
