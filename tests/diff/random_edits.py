"""Articles of the invented stories, edited at random the way an outlet edits after publishing."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache

from compare.annotation.article import annotate
from compare.model.articles import Document
from tests.bundled import STORIES, documents

NEW = (
    "A spokeswoman for the harbour board declined to say when the inquiry would report.",
    "The figure was given as 4,310 in the first edition of this article.",
    "“Nobody had asked us before Thursday,” said Lena Marsh, who keeps the register.",
)
_WORD = re.compile(r"[a-z]{4,}")
_NUMBER = re.compile(r"\d+")
Edit = Callable[[random.Random, list[str]], None]


@cache
def articles() -> tuple[Document, ...]:
    """Every article of the invented stories."""
    return tuple(document for story in STORIES for document in documents(story))


@cache
def pieces(document: Document) -> tuple[str, ...]:
    """The sentences of a text with the white space behind them; they join to the text."""
    text = document.text
    starts = [sentence.span.start for sentence in annotate(document).sentences]
    return tuple(text[a:b] for a, b in zip([0, *starts[1:]], [*starts[1:], len(text)], strict=True))


def drop(rng: random.Random, said: list[str]) -> None:
    if len(said) > 2:
        del said[rng.randrange(len(said))]


def insert(rng: random.Random, said: list[str]) -> None:
    said.insert(rng.randrange(len(said)), f"{rng.choice(NEW)} ")


def move(rng: random.Random, said: list[str]) -> None:
    said.insert(rng.randrange(len(said)), said.pop(rng.randrange(len(said))))


def swap_words(rng: random.Random, said: list[str]) -> None:
    at = rng.randrange(len(said))
    said[at] = _WORD.sub("altered", said[at], count=rng.randint(1, 3))


def change_number(rng: random.Random, said: list[str]) -> None:
    at = rng.randrange(len(said))
    said[at] = _NUMBER.sub(lambda m: str(int(m.group()) + 1), said[at])


def cut_words(rng: random.Random, said: list[str]) -> None:
    at = rng.randrange(len(said))
    words = said[at].split(" ")
    start = rng.randrange(len(words))
    said[at] = " ".join(words[:start] + words[start + rng.randint(1, 4) :]) or "."


def respell(rng: random.Random, said: list[str]) -> None:
    at = rng.randrange(len(said))
    said[at] = said[at].replace("“", '"').replace("”", '"').replace("’", "'").replace(" ", "\n", 1)


def split(rng: random.Random, said: list[str]) -> None:
    at = rng.randrange(len(said))
    said[at] = said[at].replace(", and ", ". And ", 1)


def merge_paragraphs(rng: random.Random, said: list[str]) -> None:
    at = rng.randrange(len(said))
    said[at] = said[at].replace("\n\n", " ")


EDITS: tuple[Edit, ...] = (
    drop, insert, move, swap_words, change_number, cut_words, respell, split, merge_paragraphs,
)  # fmt: skip


def edited(document: Document, rng: random.Random, count: int) -> Document:
    """The article after some edits, as another document of the outlet."""
    said = list(pieces(document))
    for _ in range(count):
        rng.choice(EDITS)(rng, said)
    return Document(text="".join(said), outlet=document.outlet, headline=document.headline)
