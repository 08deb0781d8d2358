"""The text in rich-text files (RTF), read in a process of its own.

A reader of the format gives the words of the text itself. Footnotes, text boxes, comments, deleted
and hidden words are groups of their own in it, and are taken out before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compare.sources.bounded_reading import RefusedFile
from compare.sources.typed_text import TypedParagraph, TypedText, changes_told
from compare.sources.zip_files import AGAIN, DAMAGED, MAX_UNPACKED

_TITLE = re.compile(r"{\\title ([^{}\\]{1,300})}")
_MADE = re.compile(r"{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_MARK = re.compile(r"\\[^a-z]|[{}]")
_OPENING = re.compile(r"{\s*(?:\\\*)?(?:\s*\\[a-z]+-?\d* ?){1,40}")
_WORD = re.compile(r"\\([a-z]+)(-?\d*)")
_HEAD = re.compile(r"{\\rtf1[^{}]*")
_NOTE = re.compile(r"\\footnote\b ?(?:\\ftnalt\b ?)?")
_BOX = re.compile(r"\\shptxt\b ?")
_PARAGRAPH = "\\par "


@dataclass(slots=True)
class _Apart:
    """What was taken out of the text: the words of notes, and how many of what else."""

    notes: list[str] = field(default_factory=list)
    comments: int = 0
    deleted: int = 0
    hidden: int = 0


def rtf_text(data: bytes) -> TypedText:
    """The paragraphs of a rich-text file, with those of its text boxes and its notes apart."""
    if len(data) > MAX_UNPACKED:
        raise RefusedFile("it is too large", "Give the article alone")
    markup = data.decode("latin-1")
    apart = _Apart()
    head = _HEAD.match(markup)
    try:
        text = _plain(_without(markup, apart))
        opening = head[0] if head else "{\\rtf1"
        notes = [_plain(f"{opening} {note}}}") for note in apart.notes]
    except Exception as wrong:
        raise RefusedFile(DAMAGED, AGAIN) from wrong
    title, made = _TITLE.search(markup), _MADE.search(markup)
    return TypedText(
        paragraphs=[
            *(TypedParagraph(text=_line(line)) for line in text.split("\n")),
            *(TypedParagraph(text=" ".join(note.split()), kind="note") for note in notes),
        ],
        title=title[1].encode("latin-1").decode("cp1252", "replace") if title else "",
        made="-".join(f"{int(part):02}" for part in made.groups()) if made else "",
        notes=changes_told(deleted=apart.deleted, hidden=apart.hidden, comments=apart.comments),
    )


def _line(text: str) -> str:
    """A paragraph on one line, the cells of a table row with a bar between them."""
    cells = text.rstrip().removesuffix("|").split("|") if text.rstrip().endswith("|") else [text]
    return " | ".join(filter(None, (" ".join(cell.split()) for cell in cells)))


def _plain(markup: str) -> str:
    from striprtf.striprtf import rtf_to_text

    return str(rtf_to_text(markup, errors="replace"))  # type: ignore[no-untyped-call]


def _without(markup: str, apart: _Apart) -> str:
    """The markup without the groups that are not of the running text; boxes become paragraphs."""
    pieces: list[str] = []
    stack: list[tuple[str, int]] = []  # of open groups: what they are, and where the pieces began
    at = 0
    for mark in _MARK.finditer(markup):
        if mark[0] == "{":
            pieces.append(markup[at : mark.start()])
            stack.append((_kind(markup, mark.start()), len(pieces)))
            pieces.append("{")
        elif mark[0] == "}" and stack:
            pieces.append(markup[at : mark.end()])
            kind, begin = stack.pop()
            if kind:
                group = "".join(pieces[begin:])
                del pieces[begin:]
                pieces.append(_replaced(kind, group, apart))
        else:
            continue
        at = mark.end()
    return "".join(pieces) + markup[at:]


def _kind(markup: str, start: int) -> str:
    """What the group that opens at `start` is, where it is not of the running text."""
    opening = _OPENING.match(markup, start)
    words = dict(_WORD.findall(opening[0])) if opening else {}
    for kind in ("footnote", "annotation", "shptxt", "shprslt", "deleted"):
        if kind in words and words[kind] != "0":
            return kind
    return "v" if "v" in words and words["v"] != "0" else "shp" if "shp" in words else ""


def _replaced(kind: str, group: str, apart: _Apart) -> str:
    """What stands in the running text for a group, whose words are kept or counted."""
    words = bool(_plain(f"{{\\rtf1 {group}}}").strip()) if kind in ("deleted", "v") else True
    if kind == "footnote":
        apart.notes.append(_NOTE.sub("", group, count=1))
    elif kind == "annotation":
        apart.comments += 1
    elif kind == "deleted":
        apart.deleted += words
    elif kind == "v":
        apart.hidden += words
    elif kind == "shptxt":
        return "\0" + _BOX.sub("", group, count=1) + "\0"
    elif kind == "shp":  # its other groups are measures; only the text in it is shown
        return "".join(f"{_PARAGRAPH}{text}{_PARAGRAPH}" for text in group.split("\0")[1::2])
    return ""
