"""A small reader of Moodle's GIFT, written from the documentation of the format alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Characters that a backslash takes the meaning from stand aside while the marks are read.
_ASIDE = {rf"\{mark}": chr(0xE000 + at) for at, mark in enumerate("\\~=#{}:")}
_BACK = {aside: mark[1] for mark, aside in _ASIDE.items()}
_BLOCK = re.compile(
    r"\A::(?P<title>.*?)::(?:\[(?P<form>\w+)\])?(?P<prompt>[^{]*)\{(?P<answers>[^}]*)\}\Z", re.S
)
_ANSWER = re.compile(r"([=~])(?:%(-?\d+(?:\.\d+)?)%)?([^=~#]*)(?:#([^=~#]*))?", re.S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to choose; `share` is the part of the points in percent."""

    text: str
    share: float
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftQuestion:
    """One question; without answers it is an essay."""

    title: str
    prompt: str
    answers: tuple[Answer, ...]
    feedback: str


def read_gift(text: str) -> list[GiftQuestion]:
    """The questions of a file; ValueError for a block that is not in the form."""
    return [_question(block) for block in re.split(r"\n\s*\n", text.strip())]


def _question(block: str) -> GiftQuestion:
    for mark, aside in _ASIDE.items():
        block = block.replace(mark, aside)
    match = _BLOCK.match(block)
    if match is None or match["form"] not in (None, "plain"):
        raise ValueError(f"no GIFT question: {block[:60]!r}")
    answers, _, feedback = match["answers"].partition("####")
    found = tuple(_answer(each) for each in _ANSWER.finditer(answers))
    if answers.strip() and (not found or _ANSWER.sub("", answers).strip()):
        raise ValueError(f"words outside the answers: {answers!r}")
    return GiftQuestion(
        title=_text(match["title"]),
        prompt=_text(match["prompt"]),
        answers=found,
        feedback=_text(feedback),
    )


def _answer(match: re.Match[str]) -> Answer:
    mark, share, text, note = match.groups()
    usual = 100.0 if mark == "=" else 0.0
    return Answer(text=_text(text), share=float(share) if share else usual, note=_text(note or ""))


def _text(part: str) -> str:
    part = re.sub(r"\A\s*\[(?:plain|html|moodle|markdown)\]", "", part)
    for aside, mark in _BACK.items():
        part = part.replace(aside, mark)
    return part.strip()
