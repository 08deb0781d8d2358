"""The words of the questions, from the bank beside this module, which a teacher can proof-read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import msgspec

from compare.teach.question import AnswerCheck, Cite, Kind, Level, Option, Question, question_id

BANK = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionText:
    """What one question says, with names in braces for what differs from story to story.

    The fields are those of a `Question`; `phrases` are further words by their name: options, notes
    and parts of sentences.
    """

    kind: Kind
    level: Level
    minutes: int
    prompt: str
    plain: str
    answer: str
    why: str
    look_for: str
    misreading: str
    phrases: dict[str, str] = field(default_factory=dict)

    def id_of(self, *parts: str) -> str:
        """Return the id of the question that is about `parts`."""
        return question_id(self.kind, *parts)

    def phrase(self, name: str, /, **words: str) -> str:
        """Return the phrase of this name with its gaps filled; KeyError if a word is missing."""
        return self.phrases[name].format_map(words)

    def question(
        self,
        key: str,
        words: Mapping[str, str],
        *,
        worth: float,
        evidence: Sequence[Cite] = (),
        checks: Sequence[AnswerCheck] = (),
        options: Sequence[Option] = (),
        several: bool = False,
    ) -> Question:
        """Return the question with `words` in the gaps and `key` as its id.

        KeyError if a gap has no word.
        """
        return Question(
            id=key,
            kind=self.kind,
            level=self.level,
            prompt=self.prompt.format_map(words),
            plain=self.plain.format_map(words),
            answer=self.answer.format_map(words),
            why=self.why.format_map(words),
            look_for=self.look_for.format_map(words),
            misreading=self.misreading.format_map(words),
            evidence=tuple(evidence),
            checks=tuple(checks),
            options=tuple(options),
            several=several,
            minutes=self.minutes,
            worth=worth,
        )


@cache
def question_texts() -> dict[str, QuestionText]:
    """Return every text of the bank by its name; ValidationError if one is not as it should be."""
    return msgspec.toml.decode(BANK.read_bytes(), type=dict[str, QuestionText])


def question_text(name: str) -> QuestionText:
    """Return the text of this name; KeyError if the bank has none."""
    return question_texts()[name]
