"""How questions are laid out on two sides of A4: what fits, and how much room to write there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from compare.teach.question import Level, Question

# Millimetres, for text of 10.5 points with margins of 13 mm, measured a little high; a side is that
# of Letter paper, which is the lower one, so that the sheet prints on both.
_LINE = 5.0
_CHARACTERS = 92
_OPTION = 5.5
_OPTION_CHARACTERS = 40
_RULE = 8.0
_GAP = 4.3
_EVIDENCE = 7.4
_SIDE = 249.0
_HEAD = 29.0
_FOOT = 11.0
_SIDES = 2
_LEAST = {Level.FIND: 0, Level.COMPARE: 1, Level.EXPLAIN: 2}
_MOST = {Level.FIND: 2, Level.COMPARE: 4, Level.EXPLAIN: 8}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSlot:
    """A question on the sheet: its number and how many ruled lines follow it."""

    number: int
    question: Question
    lines: int

    @property
    def narrow(self) -> bool:
        """True when its options are short enough to stand side by side."""
        return all(len(option.text) <= _OPTION_CHARACTERS for option in self.question.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The sides of a worksheet, and the questions there is no room for."""

    sides: tuple[tuple[SheetSlot, ...], ...]
    over: tuple[Question, ...] = ()


def sheet(questions: Sequence[Question]) -> Sheet:
    """The questions on at most two sides of A4, in their order."""
    rooms = [_SIDE - _HEAD, _SIDE - _FOOT]
    sides: list[list[SheetSlot]] = [[]]
    over: list[Question] = []
    left = rooms[0]
    for number, question in enumerate(questions, 1):
        height = _height(question, _LEAST[question.level])
        if height > left and len(sides) < _SIDES:
            left = rooms[len(sides)]
            sides.append([])
        if height > left:
            over.append(question)
            continue
        left -= height
        sides[-1].append(SheetSlot(number=number, question=question, lines=_LEAST[question.level]))
    full = [_filled(slots, room) for slots, room in zip(sides, rooms, strict=False)]
    return Sheet(sides=tuple(full), over=tuple(over))


def large_sheet(questions: Sequence[Question]) -> Sheet:
    """The same for large print, which takes as many sides as it needs."""
    slots = (
        SheetSlot(number=number, question=question, lines=_LEAST[question.level] + 1)
        for number, question in enumerate(questions, 1)
    )
    return Sheet(sides=(tuple(slots),))


def _height(question: Question, lines: int) -> float:
    text = ceil((len(question.prompt) + 4) / _CHARACTERS) * _LINE
    narrow = all(len(option.text) <= _OPTION_CHARACTERS for option in question.options)
    per_row = 2 if narrow else 1
    options = sum(
        ceil((len(option.text) + 4) / (_CHARACTERS / per_row)) for option in question.options
    )
    return text + ceil(options / per_row) * _OPTION + lines * _RULE + _EVIDENCE + _GAP


def _filled(slots: Sequence[SheetSlot], room: float) -> tuple[SheetSlot, ...]:
    """The same slots with what is left of the side given out as ruled lines, in turn."""
    lines = [slot.lines for slot in slots]
    left = room - sum(_height(slot.question, slot.lines) for slot in slots)
    grown = True
    while grown:
        grown = False
        for place, slot in enumerate(slots):
            if left >= _RULE and lines[place] < _MOST[slot.question.level]:
                lines[place] += 1
                left -= _RULE
                grown = True
    return tuple(
        SheetSlot(number=slot.number, question=slot.question, lines=count)
        for slot, count in zip(slots, lines, strict=True)
    )
