"""The readable text of a Markdown article: its words and paragraphs without the marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

HEADING = re.compile(r"(#{1,6})[ \t]+(.+)$")
HEADING_END = re.compile(r"(?<![ \t])[ \t]+#+$")
UNDERLINE = re.compile(r"(=+|-+)$")
RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}$")
BULLET = re.compile(r"[-*+][ \t]+")
NUMBER = re.compile(r"\d{1,3}[.)][ \t]+")
# An address and a title at most (CommonMark 4.7); words behind a name in brackets are words.
DEFINITION = re.compile(
    r"\[[^\]\n]+\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$"
)
PICTURE = re.compile(r"!\[([^\]\n]{0,500})\](?:\([^()\n]{0,1000}\)|\[[^\]\n]*\])")
LINK = re.compile(r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\])+)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
REFERENCE = re.compile(r"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]")
ADDRESS = re.compile(r"<(https?://[^<>\s]+)>")
STRONG = re.compile(
    r"(?<![\w*])\*\*(?=\S)(.{1,1500}?)(?<=\S)\*\*(?![\w*])|(?<!\w)__(?=\S)(.{1,1500}?)(?<=\S)__(?!\w)"
)
EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])(.{1,1500}?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\S)(.{1,1500}?)(?<=\S)_(?!\w)"
)
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>-])")
KEPT = re.compile("\ue000(\\d+)\ue001")
HARD_BREAK = re.compile(r"(?:\\ {2,}|(?<! ) {2,}|\\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """The text, the title of a heading on top if there was one, and the captions of pictures."""

    text: str
    title: str | None
    captions: tuple[str, ...]


def readable(source: str) -> Readable:
    """Markdown with "\\n" line ends as plain paragraphs, set apart by blank lines.

    Lines of one paragraph are joined as a reader sees them; a hard break stays a line end. List
    items and headings become paragraphs. Words are never added or dropped, but for the alternative
    text of pictures, which goes to `captions`, and the addresses of links.
    """
    captions = tuple(found[1].strip() for found in PICTURE.finditer(source) if found[1].strip())
    blocks = [block for block in _blocks(PICTURE.sub("", source)) if block]
    title = None
    if blocks and (found := HEADING.match(blocks[0])) and len(found[1]) == 1:
        title = _plain(HEADING_END.sub("", found[2]))
        blocks = blocks[1:]
    texts = [_plain(_unmarked(block)) for block in blocks]
    return Readable(text="\n\n".join(filter(None, texts)), title=title, captions=captions)


def _blocks(source: str) -> list[str]:
    """Paragraphs, list items and headings, each with its soft line ends joined."""
    blocks: list[list[str]] = [[]]
    for raw in source.split("\n"):
        line = re.sub(r"^[ \t]*(?:>[ \t]?)+", "", raw).strip(" \t") + _hard_end(raw)
        bare = line.strip()
        block = blocks[-1]
        if block and UNDERLINE.match(bare) and len(bare) > 1 and not _is_broken(block):
            block.insert(0, "#" if bare[0] == "=" else "##")
            blocks.append([])
        elif not bare or RULE.match(bare) or DEFINITION.match(bare):
            blocks.append([])
        elif HEADING.match(bare):
            blocks += [[bare], []]
        elif BULLET.match(bare):
            blocks.append([BULLET.sub("", bare, count=1)])
        elif NUMBER.match(bare) and not block:
            blocks.append([bare])
        else:
            block.append(line.lstrip())
    return [_joined(block) for block in blocks]


def _is_broken(block: Sequence[str]) -> bool:
    """True when a line of the block but the last ends in a hard break."""
    return any(HARD_BREAK.search(line) for line in block[:-1])


def _hard_end(raw: str) -> str:
    return "  " if HARD_BREAK.search(raw) else ""


def _joined(lines: Sequence[str]) -> str:
    """The lines of a block as one text; a hard break stays a line end."""
    parts = []
    for line in lines[:-1]:
        parts += [HARD_BREAK.sub("", line), "\n"] if HARD_BREAK.search(line) else [line, " "]
    return "".join([*parts, *lines[-1:]]).strip()


def _unmarked(block: str) -> str:
    """A heading without its marks; any other block as it is."""
    found = HEADING.match(block)
    return HEADING_END.sub("", found[2]) if found else block


def _plain(text: str) -> str:
    """The words of one block without inline marks; escaped marks stay as the marks they are."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1])
        return f"\ue000{len(kept) - 1}\ue001"

    text = ESCAPE.sub(keep, re.sub("([\ue000\ue001])", keep, text))
    text = CODE.sub(keep, text)
    text = ADDRESS.sub(keep, REFERENCE.sub(r"\1", LINK.sub(r"\1", text)))
    for pattern in (STRONG, EMPHASIS):
        text = pattern.sub(lambda found: found[1] or found[2], text)
    return re.sub(r"(?<![ \t])[ \t]++(?=\n|$)", "", _restored(text, kept)).strip()


def _restored(text: str, kept: list[str]) -> str:
    """The text with what was kept in its place again; kept code may hold kept escapes."""
    return KEPT.sub(lambda found: _restored(kept[int(found[1])], kept), text)
