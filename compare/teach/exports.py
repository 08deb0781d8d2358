"""The questions in the forms that schools import: GIFT, Kahoot's table and Markdown."""

from __future__ import annotations

import csv
import io
import re

from compare.formats.csv import cell_text
from compare.teach.lesson import RUBRIC, Lesson
from compare.teach.question import Cite, Option, Question
from compare.text.control_characters import one_line

# What Kahoot's import takes at most: characters of a question and of an answer, and answers.
KAHOOT_QUESTION = 120
KAHOOT_ANSWER = 75
KAHOOT_ANSWERS = 4
_KAHOOT_ROWS = 15
_SECONDS = 60
_KAHOOT_HEAD = (
    f"Question - max {KAHOOT_QUESTION} characters",
    *(
        f"Answer {number} - max {KAHOOT_ANSWER} characters"
        for number in range(1, KAHOOT_ANSWERS + 1)
    ),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_GIFT_SPECIAL = re.compile(r"([~=#{}:\\])")
# At the start of a text these would be read as its share of the points or as its form.
_GIFT_START = ("%", "[")
_MARKDOWN_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def gift(lesson: Lesson) -> str:
    """Moodle's GIFT: closed questions as choices, open ones as essays.

    Form as in the Moodle documentation, "GIFT format".
    """
    return "\n\n".join(_gift(question) for question in lesson.questions) + "\n"


def kahoot(lesson: Lesson) -> str:
    """The rows of Kahoot's spreadsheet as CSV: the closed questions, then others of the story.

    What is too long for Kahoot is left out whole; nothing is cut to fit.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_KAHOOT_HEAD)
    spare = sorted(lesson.spare, key=lambda question: -question.worth)
    closed = (question for question in (*lesson.closed, *spare) if question.options)
    rows = [row for question in closed if (row := _for_kahoot(question)) is not None]
    writer.writerows(rows[:_KAHOOT_ROWS])
    return out.getvalue()


def too_long_for_kahoot(lesson: Lesson) -> tuple[Question, ...]:
    """The closed questions of the sheet that Kahoot has no room for."""
    return tuple(question for question in lesson.closed if _for_kahoot(question) is None)


def markdown(lesson: Lesson) -> str:
    """The questions as Markdown, with the key after a rule."""
    title = _md(lesson.title or "Several articles")
    asked = [_asked(number, question) for number, question in enumerate(lesson.questions, 1)]
    key = [
        f"{number}. **{_md(question.answer)}** {_md(question.why)}"
        f"{''.join(_quoted(cite) for cite in question.evidence)}"
        for number, question in enumerate(lesson.questions, 1)
    ]
    return "\n".join(
        (f"# {title}", "", _md(RUBRIC), "", *asked, "---", "", "## Key", "", "\n\n".join(key), "")
    )


def _gift(question: Question) -> str:
    head = f"::{_escaped(question.id)}::[plain]{_escaped(question.prompt)}"
    key = _g(f"{question.answer} {question.why}")
    if not question.options:
        return f"{head} {{####{key}}}"
    options = "".join(f"\n{_gift_option(question, option)}" for option in question.options)
    return f"{head} {{{options}\n####{key}\n}}"


def _gift_option(question: Question, option: Option) -> str:
    note = f"#{_g(option.note)}" if option.note else ""
    if not question.several:
        return f"{'=' if option.right else '~'}{_g(option.text)}{note}"
    right = len(question.right)
    part = right if option.right else right - len(question.options)
    share = 100 / part
    return f"~%{share:.5f}".rstrip("0").rstrip(".") + f"%{_g(option.text)}{note}"


def _g(text: str) -> str:
    """Words as GIFT takes them, and told to be words where they start like something else."""
    plain = _escaped(text)
    return f"[plain]{plain}" if plain.startswith(_GIFT_START) else plain


def _escaped(text: str) -> str:
    return _GIFT_SPECIAL.sub(r"\\\1", one_line(text))


def _for_kahoot(question: Question) -> list[str] | None:
    """The row of a question, asked in plain language where the usual is too long; or None."""
    texts = [cell_text(option.text) for option in question.options]
    prompts = [cell_text(prompt) for prompt in (question.prompt, question.plain) if prompt]
    asked = next((prompt for prompt in prompts if len(prompt) <= KAHOOT_QUESTION), None)
    fits = all(len(text) <= KAHOOT_ANSWER for text in texts)
    if asked is None or not fits or not 1 < len(texts) <= KAHOOT_ANSWERS:
        return None
    right = ",".join(str(at) for at, option in enumerate(question.options, 1) if option.right)
    blank = [""] * (KAHOOT_ANSWERS - len(texts))
    return [asked, *texts, *blank, str(_SECONDS), right]


def _asked(number: int, question: Question) -> str:
    options = "".join(f"   - [ ] {_md(option.text)}\n" for option in question.options)
    space = "" if question.options else "   …\n"
    return f"{number}. {_md(question.prompt)}\n\n{options}{space}"


def _quoted(cite: Cite) -> str:
    return f"\n   > {_md(cite.line)}: {_md(cite.text)}"


def _md(text: str) -> str:
    return _MARKDOWN_SPECIAL.sub(r"\\\1", one_line(text))
