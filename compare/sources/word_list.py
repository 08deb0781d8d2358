"""The user's own lists of loaded words, from plain text files."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from compare.english.word_lists import lines_of
from compare.errors import BadWordList, UnreadableSource
from compare.sources.files import read_file
from compare.text.tone import PARTS, ToneList, tone_list


def read_word_list(path: str | os.PathLike[str]) -> ToneList:
    """Return the list in the file of UTF-8 text at `path`, named after the file.

    The first line is a comment with the source and the licence, which every output repeats. Then
    headings ([people], [nouns], [verbs], [words], [unless]), and under them lines of plain words, a
    bar and loaded words. BadWordList says what is wrong with a file.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "mine.txt")
    ...     lines = ["# My class, CC0", "[nouns]", "plan | scheme plot"]
    ...     _ = path.write_text(chr(10).join(lines), encoding="utf-8")
    ...     found = read_word_list(path)
    >>> found.name, found.source
    ('mine', 'My class, CC0')
    """
    name = os.fspath(path)
    try:
        text = read_file(Path(name), source=name).decode("utf-8")
    except UnreadableSource as wrong:
        raise BadWordList(f"{name} cannot be read: {wrong.reason}. Give another file.") from wrong
    except UnicodeDecodeError as wrong:
        raise BadWordList(f"{name} cannot be read: it is not UTF-8. Give another file.") from wrong
    first, _, rest = text.lstrip("\ufeff").partition("\n")
    if not first.startswith("#") or not first.strip("# "):
        raise BadWordList(
            f"{name} does not say where it comes from. Write the source and the licence on its "
            "first line, after a #."
        )
    sections = {heading: lines for heading, lines in lines_of(rest).items() if lines}
    unknown = sorted(set(sections) - {*PARTS, "unless"})
    if unknown or not sections:
        found = f"[{unknown[0]}]" if unknown else "no words"
        raise BadWordList(
            f"{name} has {found}. Put its words under {', '.join(f'[{p}]' for p in PARTS)}."
        )
    _check_words(name, sections)
    return tone_list(Path(name).stem, first.strip("# "), sections)


def _check_words(name: str, sections: Mapping[str, Sequence[str]]) -> None:
    """BadWordList for a line of a list that has no word, or something in it that is none."""
    for heading, lines in sections.items():
        for line in lines:
            words = line.replace("|", " ").split()
            wrong = [word for word in words if not word[0].isalnum()]
            if wrong or not words:
                shown = f"{(wrong or [line])[0][:40]!r} under [{heading}]"
                raise BadWordList(f"{name} has {shown}, which is no word. Correct the line.")
