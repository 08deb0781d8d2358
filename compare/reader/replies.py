"""What comes back from the reader, read as numbers: whatever else stands in it is passed over.

A model may put its JSON into prose, a fence or behind its thoughts; the first object with the field
that was asked for is taken. Of that only numbers are kept which the request has given out. What
names an unknown number, names one twice or breaks a rule is dropped and counted. No character of a
reply goes any further than this module.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from compare.reader.requests import Request, RequestKind

LONGEST = 400_000
"""Characters of a reply that are looked at."""

# Places where an object may begin that are tried; prose with more braces holds no answer.
_TRIED = 50
# Numbers of one text in one row: one fact takes a few clauses, never most of an article.
_FEW, _MOST_OF_TEXT = 3, 8
# Rows, or pairs, of one reply that are looked at.
_MOST_ROWS = 2000
_RELATIONS = range(1, 6)
_NUMBER = re.compile(r"\s*\[?(\d{1,6})\]?\s*")
_OBJECT = re.compile(r"\{")
_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_DECODER = json.JSONDecoder()


class UnusableReply(Exception):
    """A reply without an answer in it; the message says why, in words of this program."""


@dataclass(frozen=True, slots=True)
class ReaderAnswer:
    """What a reply says, as the numbers of its request; `dropped` counts what was not kept.

    `rows` hold numbers of both texts, no number is in two; `fuller` are pairs of a row, the fuller
    one first; `figures` are a figure of text 1, one of text 2 and a relation from 1 to 5;
    `pronouns` are a pronoun and a name.
    """

    rows: tuple[tuple[int, ...], ...] = ()
    fuller: tuple[tuple[int, int], ...] = ()
    figures: tuple[tuple[int, int, int], ...] = ()
    pronouns: tuple[tuple[int, int], ...] = ()
    dropped: int = 0


def answer_in(reply: str, request: Request) -> ReaderAnswer:
    """Return the answer in the text of a reply.

    UnusableReply where there is none, or where more of it breaks the rules than keeps them.
    """
    tree = _object(reply, request.keys[0])
    desk = _Desk(request)
    answer = desk.pair(tree) if request.kind is RequestKind.PAIR else desk.speakers(tree)
    if desk.dropped > desk.kept:
        raise UnusableReply("more of its answer breaks the rules than keeps them")
    return answer


def _object(reply: str, key: str) -> dict[str, Any]:
    """The first JSON object in a text that has the key, with a list for it."""
    text = _THOUGHT.sub("", reply[:LONGEST])
    for start in list(_OBJECT.finditer(text))[:_TRIED]:
        try:
            found, _ = _DECODER.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict) and isinstance(found.get(key), list):
            return found
    raise UnusableReply("there is no answer in it")


class _Desk:
    """The numbers of one reply while they are looked through."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.kept = 0
        self.dropped = 0

    def pair(self, tree: dict[str, Any]) -> ReaderAnswer:
        """The answer about two texts."""
        rows = tuple(self._rows(tree["same"]))
        row_of = {number: k for k, row in enumerate(rows) for number in row}
        fuller = [
            (a, b)
            for a, b in self._tuples(tree.get("fuller"), 2)
            if self._holds(a in row_of and row_of.get(a) == row_of.get(b) and a != b)
        ]
        return ReaderAnswer(
            rows=rows,
            fuller=tuple(dict.fromkeys(fuller)),
            figures=tuple(self._figures(tree.get("figures"))),
            dropped=self.dropped,
        )

    def speakers(self, tree: dict[str, Any]) -> ReaderAnswer:
        """The answer about the pronouns of a text."""
        found: dict[int, int] = {}
        request = self._request
        for pronoun, name in self._tuples(tree["pronouns"], 2):
            known = 1 <= pronoun <= len(request.pronouns) and 1 <= name <= len(request.names)
            if self._holds(known and pronoun not in found):
                found[pronoun] = name
        return ReaderAnswer(pronouns=tuple(found.items()), dropped=self.dropped)

    def _rows(self, several: list[Any]) -> Iterator[tuple[int, ...]]:
        """Rows that hold statements of both texts, and not a whole text; no number comes twice."""
        used: set[int] = set()
        request = self._request
        for given in self._lists(several):
            row: list[int] = []
            for value in given[: len(request.numbers)]:
                number = _number(value)
                known = number is not None and 1 <= number <= len(request.numbers)
                if number is not None and self._holds(
                    known and number not in used and number not in row
                ):
                    row.append(number)
                elif number is None:
                    self.dropped += 1
            of_first = sum(number <= request.first for number in row)
            of_second = len(row) - of_first
            whole = len(request.numbers) - request.first
            if 0 < of_first <= _most(request.first) and 0 < of_second <= _most(whole):
                used.update(row)
                yield tuple(sorted(row))
            else:
                self.kept -= len(row)
                self.dropped += max(1, len(row))

    def _figures(self, several: Any) -> Iterator[tuple[int, int, int]]:  # noqa: ANN401 - JSON
        seen: set[tuple[int, int]] = set()
        first, count = self._request.first_figures, len(self._request.figures)
        for a, b, relation in self._tuples(several, 3):
            a, b = sorted((a, b))
            right = 1 <= a <= first < b <= count and relation in _RELATIONS
            if self._holds(right and (a, b) not in seen):
                seen.add((a, b))
                yield a, b, relation

    def _tuples(self, several: Any, size: int) -> Iterator[tuple[int, ...]]:  # noqa: ANN401 - JSON
        """The lists of so many numbers; a missing field has none."""
        for given in self._lists(several if isinstance(several, list) else []):
            numbers = [_number(value) for value in given[: size + 1]]
            if len(numbers) == size and None not in numbers:
                yield tuple(number for number in numbers if number is not None)
            else:
                self.dropped += 1

    def _lists(self, several: Sequence[Any]) -> Iterator[list[Any]]:
        for given in several[:_MOST_ROWS]:
            if isinstance(given, list):
                yield given
            else:
                self.dropped += 1
        self.dropped += len(several[_MOST_ROWS:])

    def _holds(self, right: bool) -> bool:
        """Counts what is kept and what is dropped; gives back the same."""
        self.kept += right
        self.dropped += not right
        return right


def _most(numbers: int) -> int:
    """How many of the numbers of a text one row may hold."""
    return max(_FEW, min(_MOST_OF_TEXT, numbers // 2))


def _number(value: object) -> int | None:
    """The number that a value of JSON stands for, as 12, 12.0, "12" or "[12]"."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e6 else None
    found = _NUMBER.fullmatch(value) if isinstance(value, str) else None
    return int(found[1]) if found else None
