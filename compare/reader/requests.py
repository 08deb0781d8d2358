"""What the reader is asked: numbered texts and the form of the answer, as messages of a chat.

Two kinds of request. One holds two texts side by side and asks what they state alike; one holds a
single text and asks whom its pronouns mean. No request holds more than two articles, so that what
stands in an article can spoil the answers about it and no others. Each is built from the words of
its articles alone: an article that changed changes the requests that it is in, and the rest stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

from compare.align.story import Story
from compare.model.articles import Article
from compare.model.figures import Figure, FigureKind
from compare.model.spans import Span
from compare.reader.numbering import StatementStretch, sentences_of, stretches_of
from compare.text.control_characters import one_line
from compare.verify.speakers import is_pronoun

# Figures of one text that are numbered; a table of results has more and is no question.
_MOST_FIGURES = 60
_MOST_NAMES = 80
# Letters of English for each token, and tokens for each number of an answer, both on the safe side.
_LETTERS, _PER_NUMBER, _FRAME = 3, 3, 60
# Room for an answer: beyond it a reader that does not end is cut off.
_ROOM = 4096
_BRACKETS = str.maketrans("[]", "()")
_LINES = re.compile(r"\s+")

_NUMBERS: dict[str, Any] = {
    "type": "array",
    "items": {"type": "array", "items": {"type": "integer"}},
}


class RequestKind(StrEnum):
    """What a request asks for."""

    PAIR = "pair"
    SPEAKERS = "speakers"


@dataclass(frozen=True)
class Request:
    """One question to the reader.

    `numbers` has for each number of the prompt, from 1 on, the statement of the finest story;
    `first` of them are of text 1. `figures` and `first_figures` are the same for figures, by id.
    `pronouns` are ids of quotations whose speaker is a pronoun, `names` the places of names in the
    article with the index `document`; both have numbers from 1 on.
    """

    kind: RequestKind
    prompt: str
    numbers: tuple[int, ...]
    first: int
    figures: tuple[str, ...] = ()
    first_figures: int = 0
    document: int = -1
    pronouns: tuple[str, ...] = ()
    names: tuple[Span, ...] = field(default=())

    @property
    def keys(self) -> tuple[str, ...]:
        """The fields of an answer, the one that has to be there first."""
        return ("same", "fuller", "figures") if self.kind is RequestKind.PAIR else ("pronouns",)

    @property
    def messages(self) -> list[dict[str, str]]:
        """The messages of the chat."""
        return [
            {"role": "system", "content": _instructions(self.kind)},
            {"role": "user", "content": self.prompt},
        ]

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of an answer."""
        return {
            "type": "object",
            "properties": dict.fromkeys(self.keys, _NUMBERS),
            "required": list(self.keys),
            "additionalProperties": False,
        }

    @property
    def room(self) -> int:
        """The tokens that an answer may have."""
        return _ROOM + _PER_NUMBER * 3 * len(self.numbers)

    @property
    def estimate(self) -> int:
        """About how many tokens the question and a plain answer have together."""
        letters = sum(len(message["content"]) for message in self.messages)
        return letters // _LETTERS + _PER_NUMBER * len(self.numbers) + _FRAME

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the messages."""
        words = "\0".join(message["content"] for message in self.messages)
        return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def requests_of(story: Story, longest: int) -> tuple[Request, ...]:
    """Return all that is to be asked about the finest story; articles in their canonical order.

    Each stretch of an article meets each stretch of every other article once.
    """
    cut = stretches_of(story, longest)
    found = [
        _pair(story, one, other)
        for first, second in combinations(cut, 2)
        for one in first
        for other in second
    ]
    found += [r for part in cut for each in part if (r := _speakers(story, each)) is not None]
    return tuple(found)


@cache
def _instructions(kind: RequestKind) -> str:
    """What the reader is told to do, from the text file of that name."""
    path = Path(__file__).with_name(f"{kind.value}.txt")
    return path.read_text(encoding="utf-8").strip()


def _pair(story: Story, one: StatementStretch, other: StatementStretch) -> Request:
    lines: list[str] = []
    at = 1
    for number, stretch in enumerate((one, other), 1):
        lines += [_heading(number, story.articles[stretch.document]), *_text(story, stretch, at)]
        at += len(stretch.numbers)
    figures = [_figures(story, stretch) for stretch in (one, other)]
    if all(figures):
        places = _places(story, (*one.numbers, *other.numbers))
        number = 0
        for text, part in enumerate(figures, 1):
            lines.append(f"Figures of text {text}")
            for document, figure in part:
                number += 1
                words = _plain(story.articles[document].words_of(figure.span))
                lines.append(f"{number}: {words}, in [{_number_at(places, document, figure.span)}]")
    else:
        figures = [[], []]
    return Request(
        kind=RequestKind.PAIR,
        prompt="\n".join(lines),
        numbers=(*one.numbers, *other.numbers),
        first=len(one.numbers),
        figures=tuple(figure.id for part in figures for _, figure in part),
        first_figures=len(figures[0]),
    )


def _speakers(story: Story, stretch: StatementStretch) -> Request | None:
    """The request about the pronouns of a stretch; None where there is nothing to ask."""
    article = story.articles[stretch.document]
    places = _places(story, stretch.numbers)
    held = {
        quote.id: (quote.speaker_span, at)
        for quote in article.quotes
        if quote.speaker_span
        and is_pronoun(article.words_of(quote.speaker_span))
        and (at := _number_at(places, stretch.document, quote.speaker_span))
    }
    names = _names(article, [story.statements[n].span for n in stretch.numbers])
    if not held or not names:
        return None
    lines = ["Text", *_text(story, stretch, 1), "Pronouns"]
    for number, (span, at) in enumerate(held.values(), 1):
        lines.append(f"{number}: {_plain(article.words_of(span))}, in [{at}]")
    lines.append("Names")
    lines += [f"{n}: {_plain(article.words_of(span))}" for n, span in enumerate(names, 1)]
    return Request(
        kind=RequestKind.SPEAKERS,
        prompt="\n".join(lines),
        numbers=stretch.numbers,
        first=len(stretch.numbers),
        document=stretch.document,
        pronouns=tuple(held),
        names=names,
    )


def _names(article: Article, inside: Sequence[Span]) -> tuple[Span, ...]:
    """The first place of each name in some statements; a part of a fuller one is left out."""
    found: dict[str, Span] = {}
    for name in article.names:
        if any(span.contains(name.span) for span in inside):
            found.setdefault(name.text, name.span)
    words = {text: set(text.split()) for text in found}
    fullest = [t for t in found if not any(words[t] < words[other] for other in found)]
    return tuple(found[text] for text in fullest[:_MOST_NAMES])


def _heading(number: int, article: Article) -> str:
    published = article.document.published
    return f"Text {number}" + (f", published {published:%Y-%m-%d %H:%M}" if published else "")


def _text(story: Story, stretch: StatementStretch, first: int) -> Iterator[str]:
    """A line for each sentence, a number before each part; no line of it begins otherwise."""
    at = first
    for sentence in sentences_of(story, stretch):
        parts = [f"[{at + k}] {_plain(story.words_of(n))}" for k, n in enumerate(sentence)]
        at += len(sentence)
        yield " ".join(parts)


def _plain(words: str) -> str:
    """Words of an article in one line, without brackets: these are for numbers alone."""
    return _LINES.sub(" ", one_line(words.translate(_BRACKETS))).strip()


def _figures(story: Story, stretch: StatementStretch) -> list[tuple[int, Figure]]:
    """The figures of a stretch that may answer a question, with the index of their article."""
    inside = [story.statements[n].span for n in stretch.numbers]
    found = [
        (stretch.document, figure)
        for figure in story.articles[stretch.document].figures
        if figure.kind is not FigureKind.ORDINAL
        and any(span.contains(figure.span) for span in inside)
    ]
    return found[:_MOST_FIGURES]


def _places(story: Story, numbers: Sequence[int]) -> list[tuple[int, Span]]:
    """The article and the place of each numbered statement."""
    return [(story.document(n), story.statements[n].span) for n in numbers]


def _number_at(places: Sequence[tuple[int, Span]], document: int, span: Span) -> int:
    """The number of the statement in which a span begins, 0 if it is in none."""
    for number, (home, whole) in enumerate(places, 1):
        if home == document and whole.start <= span.start < whole.end:
            return number
    return 0
