"""Every output of some stories, saved to a folder, so that two trees compare with `diff -r`.

`python -m tools.save_outputs TARGET FOLDER...`, a folder for each story.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import compare
from compare.formats.registry import FORMATS, FormatOptions, render
from compare.formats.summary.sections import SECTION_NAMES
from compare.model.options import Options

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


def main(arguments: Sequence[str]) -> int:
    """Save the outputs of the stories in the folders that `arguments` name after the target."""
    target, *stories = map(Path, arguments)
    for story in stories:
        save_outputs(story, target / story.name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
