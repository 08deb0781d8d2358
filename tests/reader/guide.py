"""A reader that answers from the marks of the invented stories, and what goes wrong with others.

It sees nothing but the prompt, as a model does: it finds the marked words in the numbered texts.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from compare.sources.load import load_story

ROOT = Path(__file__).resolve().parents[2]
_PART = re.compile(r"\[(\d+)\] ")
_FIGURE = re.compile(r"(\d+): .*, in \[(\d+)\]")
_SPACE = re.compile(r"\s+")
_RELATIONS = {"agree": 1, "compatible": 2, "later_count": 3, "different_scope": 4, "conflict": 5}


@dataclass(frozen=True)
class Numbered:
    """A text of a prompt without its white space, and where each numbered part of it begins."""

    text: str
    starts: tuple[tuple[int, int], ...]

    def shared(self, key: str) -> dict[int, int]:
        """How much of some words each numbered part has; parts without any left out."""
        at = self.text.find(key)
        end = at + len(key) if at >= 0 else at
        ends = [start for start, _ in self.starts[1:]] + [len(self.text)]
        found = {
            number: min(end, stop) - max(at, start)
            for (start, number), stop in zip(self.starts, ends, strict=True)
        }
        return {number: common for number, common in found.items() if common > 0}

    def best(self, key: str) -> int:
        """The number of the part that has most of some words, 0 where they do not stand there."""
        shared = self.shared(key)
        return max(shared, key=lambda number: (shared[number], -number), default=0)

    def assigned(self, keys: Sequence[tuple[int, str]]) -> dict[int, set[int]]:
        """A number of its own for each key where that can be, by fact.

        `keys` are the words of facts. A key takes the part that has most of it, unless another one
        has nothing else (bipartite matching by augmenting paths).
        """
        wanted = [
            sorted(shared, key=lambda n: (-shared[n], n))
            for _, key in keys
            for shared in [self.shared(key)]
        ]
        owner: dict[int, int] = {}

        def find(at: int, tried: set[int]) -> bool:
            for number in wanted[at]:
                if number not in tried:
                    tried.add(number)
                    if number not in owner or find(owner[number], tried):
                        owner[number] = at
                        return True
            return False

        for at in sorted(range(len(keys)), key=lambda at: len(wanted[at])):
            find(at, set())
        found: dict[int, set[int]] = defaultdict(set)
        for number, at in owner.items():
            found[keys[at][0]].add(number)
        return found


def numbered(lines: Sequence[str]) -> Numbered:
    text, starts = "", []
    for line in lines:
        pieces = _PART.split(line)[1:]
        for number, words in zip(pieces[::2], pieces[1::2], strict=True):
            starts.append((len(text), int(number)))
            text += _squeezed(words)
    return Numbered(text, tuple(starts))


def _squeezed(words: str) -> str:
    return _SPACE.sub("", words.translate(str.maketrans("[]", "()")))


@dataclass(frozen=True)
class Marks:
    """The marks of one story with the squeezed text of each outlet."""

    texts: Mapping[str, str]
    facts: Sequence[Mapping[str, Sequence[str]]]
    figures: Sequence[tuple[int, Mapping[str, str]]]

    def outlet_of(self, text: str) -> str | None:
        return next((name for name, whole in self.texts.items() if text[:200] in whole), None)


@cache
def marked_stories() -> tuple[Marks, ...]:
    return tuple(_marks(path) for path in sorted((ROOT / "corpora" / "gold").glob("*.json")))


def _marks(path: Path) -> Marks:
    tree = json.loads(path.read_text(encoding="utf-8"))
    texts = {d.outlet: _squeezed(d.text) for d in load_story(ROOT / "corpora" / path.stem)}
    facts = [
        {outlet: [_squeezed(key) for key in keys] for outlet, keys in fact["members"].items()}
        for fact in sorted(tree["facts"], key=lambda fact: len(fact["members"]))
        if fact["strict"] and len(fact["members"]) > 1
    ]
    figures = [
        (_RELATIONS[one["relation"]], {r["outlet"]: _squeezed(r["key"]) for r in one["readings"]})
        for one in tree["figures"]
    ]
    return Marks(texts, facts, figures)


def guided(messages: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """The answer of a good reader to the messages of a request."""
    lines = messages[-1]["content"].split("\n")
    if not lines[0].startswith("Text 1"):
        return {"pronouns": []}
    second = next(k for k, line in enumerate(lines) if line.startswith("Text 2"))
    end = next((k for k, x in enumerate(lines) if x == "Figures of text 1"), len(lines))
    texts = [numbered(lines[1:second]), numbered(lines[second + 1 : end])]
    for story in marked_stories():
        outlets = [story.outlet_of(text.text) for text in texts]
        if None not in outlets:
            rows = list(_rows(story, [o or "" for o in outlets], texts))
            figures = list(_figures(story, [o or "" for o in outlets], texts, lines[end:]))
            return {"same": rows, "fuller": [], "figures": figures}
    raise AssertionError("the prompt holds no marked story")


def _rows(story: Marks, outlets: Sequence[str], texts: Sequence[Numbered]) -> Iterator[list[int]]:
    keys = [
        [(at, key) for at, fact in enumerate(story.facts) for key in fact.get(outlet, ())]
        for outlet in outlets
    ]
    one, other = (text.assigned(own) for text, own in zip(texts, keys, strict=True))
    for at in range(len(story.facts)):
        if one[at] and other[at]:
            yield sorted(one[at] | other[at])


def _figures(
    story: Marks, outlets: Sequence[str], texts: Sequence[Numbered], lines: Sequence[str]
) -> Iterator[list[int]]:
    held: dict[int, list[int]] = defaultdict(list)
    for line in lines:
        if match := _FIGURE.fullmatch(line):
            held[int(match[2])].append(int(match[1]))
    for relation, readings in story.figures:
        found = [
            held.get(text.best(readings[outlet]), []) if outlet in readings else []
            for outlet, text in zip(outlets, texts, strict=True)
        ]
        if all(found):
            yield [found[0][0], found[1][0], relation]


def sloppy(answer: Mapping[str, Any], seed: str, share: float = 0.05) -> dict[str, Any]:
    """An answer with so many of its numbers wrong, the same for the same seed."""
    chance = random.Random(seed)
    most = max((n for row in answer.get("same", ()) for n in row), default=1)

    def slip(number: int) -> int:
        return chance.randint(1, most + 5) if chance.random() < share else number

    return {key: [[slip(number) for number in row] for row in rows] for key, rows in answer.items()}
