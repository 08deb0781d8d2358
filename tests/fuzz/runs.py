"""Numbered attacks: the same number is the same input, so that a failure can be seen again."""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from compare.cli import exits
from tests.fuzz.grammar import article, told_again
from tests.fuzz.mutation import mutated
from tests.fuzz.targets import READERS, attack, exit_code

OUTPUTS = ("r.html", "r.json", "r.md", "r.csv", "r.txt")
EXTRAS = ((), ("--excerpts",), ("--no-text",), ("--fail-on", "clash"), ("--only", "words,names"))
CODES = (0, exits.FOUND, exits.UNREADABLE, exits.UNRELATED)


@dataclass(frozen=True)
class Failure:
    """An attack that got through, with what it takes to see it again."""

    target: str
    number: int
    trace: str

    def __str__(self) -> str:
        return f"{self.target}, number {self.number}:\n{self.trace}"


def attack_reader(name: str, number: int) -> Failure | None:
    """One mutated file for one reader."""
    reader, seeds = READERS[name]
    random = Random(f"{name} {number}")
    seed = random.choice(seeds)
    data = mutated(seed, random, also=random.choice(seeds))
    try:
        attack(reader, data)
    except Exception:
        return Failure(name, number, traceback.format_exc(limit=-6))
    return None


def articles(number: int) -> Iterator[str]:
    """Two or three articles of one story; some of them share their words."""
    random = Random(f"story {number}")
    first = article(random)
    yield first
    for _ in range(random.choice((1, 1, 2))):
        yield told_again(first, random) if random.random() < 0.7 else article(random)


def attack_story(number: int) -> Failure | None:
    """One story given to the command as files of any kind, written in one of its formats."""
    random = Random(f"files {number}")
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for place, text in enumerate(articles(number)):
            path = Path(folder) / f"outlet {place}{random.choice(('.txt', '.txt', '.md', '.html'))}"
            path.write_text(_marked_up(text) if path.suffix == ".html" else text, encoding="utf-8")
            paths.append(str(path))
        output = str(Path(folder) / random.choice(OUTPUTS))
        code, said = exit_code([*paths, "--force", "-v", "-o", output, *random.choice(EXTRAS)])
    return None if code in CODES else Failure("story", number, f"exit code {code}\n{said[-3000:]}")


def _marked_up(text: str) -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return f"<html><body><article><h1>Ferry</h1>{paragraphs}</article></body></html>"
