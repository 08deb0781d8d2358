"""Every output of some stories, saved to a folder, so that two trees compare with `diff -r`.

`python -m tools.save_outputs TARGET FOLDER...`, a folder for each story.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import compare
from compare.errors import CompareError
from compare.formats.registry import FORMATS, FormatOptions, render
from compare.formats.summary.sections import SECTION_NAMES
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.teach import lesson, pack
from compare.teach.question_choice import Wish

# No story is refused: outputs are compared here, not stories.
_OPTIONS = Options(force=True)


def save_outputs(story: Path, target: Path) -> None:
    """Write the comparison of a story to `target`, in every format and with all sections."""
    target.mkdir(parents=True, exist_ok=True)
    comparison = compare.compare_story(compare.load_story(story), _OPTIONS)
    whole = FormatOptions(only=tuple(SECTION_NAMES))
    for name in FORMATS:
        (target / f"story.{name}").write_bytes(render(comparison, name))
    for name in ("md", "txt"):
        (target / f"sections.{name}").write_bytes(render(comparison, name, options=whole))
    without_text = render(comparison, "json", options=FormatOptions(text=False))
    (target / "without-text.json").write_bytes(without_text)
    for plain in (False, True):
        _save_lesson(comparison, target, plain=plain)


def _save_lesson(comparison: Comparison, target: Path, *, plain: bool) -> None:
    """Write the lesson of a comparison: its text files, and all that is known of its questions.

    Word files are left out, since they hold the time they were made at.
    """
    folder = target / ("lesson-plain" if plain else "lesson")
    folder.mkdir(exist_ok=True)
    try:
        made = lesson.lesson(comparison, Wish(plain=plain))
        # Every question that could be asked, those that are not on the sheet too.
        every = "\n\n".join(map(repr, (*made.questions, *made.spare)))
        (folder / "questions.txt").write_text(every, encoding="utf-8")
        (folder / "activities.txt").write_text(repr(made.activities), encoding="utf-8")
        written = {name: writer(made) for name, writer in (pack.BLIND | pack.NAMED).items()}
    except CompareError as refused:
        (folder / "refused.txt").write_text(str(refused), encoding="utf-8")
        return
    for name, data in written.items():
        data = data.encode() if isinstance(data, str) else data
        (folder / name.replace("/", "-")).write_bytes(data)


def main(arguments: Sequence[str]) -> int:
    """Save the outputs of the stories in the folders that `arguments` name after the target."""
    target, *stories = map(Path, arguments)
    for story in stories:
        save_outputs(story, target / story.name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
