"""Stretches of a plain text that are not part of the story: captions, bylines, datelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from compare.english.calendar import MONTH_IN_SHORT
from compare.model.articles import Aside, AsideKind, Document
from compare.model.spans import Span, SpanIndex
from compare.text.furniture import is_caption, line_kind, may_be_caption
from compare.text.page_marks import ENOUGH, PERSONAL, page_marks, speaks_to_reader

_AGENCY = r"(?:\([A-Z][\w .&/-]{1,30}\)|/[A-Z][\w .&-]{1,30}/)"
_DATE = rf"(?:,? (?:{MONTH_IN_SHORT} \d{{1,2}}|\d{{1,2}} {MONTH_IN_SHORT})(?:, \d{{4}})?)?"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_TITLED = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
_DASH = r"(?:(?:[—–―-]|--)(?=\s)|(?<=\s)(?:[—–―]|--)(?=[A-Z“\"]))"
_DATELINE = re.compile(
    rf"{_CAPITALS}(?:/{_CAPITALS})?{_REGION}{_DATE}(?: ?{_AGENCY})? ?{_DASH}"
    rf"|{_TITLED}{_REGION}{_DATE} ?{_AGENCY} ?(?:{_DASH}|:(?=\s))"
)
_WORDLESS = re.compile(r"[\W_]+")
_LIST_HEAD = re.compile(
    r"(?i:related|more on this|most read|top stories|you m(?:ay|ight) also like)\b[^.!?]*:?"
)
_PARTS = re.compile(r"\s*[|•·]\s*|(?<=[.!?])\s+|\s{2,}|\t")
_PART_WORDS = 6
_AUTHOR = re.compile(
    r"([A-Z][\w'’-]+(?: [A-Z][\w.'’-]*)+) (?:(?:covers|reports on|writes (?:on|about|for)|edits|"
    r"has (?:been )?(?:covered|covering|reporting|written|writing|worked)(?= .*\bsince \d{4})) "
    r"(?!h(?:er|is)\b)"
    r"|(?:is|has been) (?:[\w'’-]+ ){1,6}(?:reporter|correspondent|editor|columnist)\b(?! of\b))"
)
_TAIL = 400  # letters from the end in which a note on the author may stand
_LISTED = 120
# The least words of a first paragraph that is always of the story.
_LEAD = 16
# An article with this share of such paragraphs, and as many, speaks to its reader throughout.
_PERSONAL_SHARE = 0.15
_PERSONAL_LEAST = 3


def find_asides(document: Document, paragraphs: Sequence[Span]) -> tuple[Aside, ...]:
    """The asides of a document in text order: its own, and those its paragraphs show to be some.

    A dateline is a stretch at the head of a paragraph; every other aside found here is a whole
    paragraph. Paragraphs that the document's own asides touch are not looked at again.
    """
    text = document.text
    known = SpanIndex(aside.span for aside in document.asides)
    free = [p for p in paragraphs if not known.overlapping(p.start, p.end)]
    kinds = {p: kind for p in free if (kind := _kind(p.of(text)))}
    kinds.update(dict.fromkeys(_of_the_page(document, free, kinds), AsideKind.NOTE))
    kinds.update(dict.fromkeys(_captions(text, free, kinds), AsideKind.CAPTION))
    kinds.update(dict.fromkeys(_listed(text, free, kinds), AsideKind.RELATED))
    found = [Aside(span=span, kind=kind) for span, kind in kinds.items()]
    found += _datelines(text, [p for p in free if p not in kinds])
    return tuple(sorted((*document.asides, *found), key=lambda aside: aside.span))


def _kind(line: str) -> AsideKind | None:
    if _WORDLESS.fullmatch(line):
        return AsideKind.NOTE
    return line_kind(line) or (AsideKind.CAPTION if is_caption(line) else None)


def _of_the_page(
    document: Document, free: Sequence[Span], kinds: dict[Span, AsideKind]
) -> list[Span]:
    """Lines of no known wording that speak of the page, its newsroom or its reader."""
    lines = {line: line.of(document.text) for line in free if line not in kinds}
    first = next(iter(lines), None)
    if first is not None and len(lines[first].split()) >= _LEAD:
        del lines[first]  # a lead tells what happened, whatever its words
    outlet = document.outlet.lower().split()
    marks = {line: page_marks(words, outlet=outlet) for line, words in lines.items()}
    found = [
        line
        for line, weight in marks.items()
        if weight >= ENOUGH or _is_bar(lines[line]) or _is_on_author(line, document.text)
    ]
    if not found:
        return []
    personal = sum(speaks_to_reader(words) for line, words in lines.items() if line not in found)
    if personal < max(_PERSONAL_LEAST, _PERSONAL_SHARE * len(lines)):
        return found
    return [li for li in found if page_marks(lines[li], outlet=outlet, but=PERSONAL) >= ENOUGH]


def _is_bar(line: str) -> bool:
    """True for a bar of a page's controls: several short parts, each of them of the page."""
    parts = [part for part in _PARTS.split(line) if part.strip()]
    return len(parts) > 1 and all(
        len(part.split()) <= _PART_WORDS and (line_kind(part) or page_marks(part) >= ENOUGH)
        for part in parts
    )


def _is_on_author(line: Span, text: str) -> bool:
    """True for a last line on the work of someone whom the article does not name otherwise."""
    found = _AUTHOR.match(line.of(text))
    return (
        found is not None
        and line.end >= len(text.rstrip()) - _TAIL
        and text.count(found[1].split()[-1]) == line.of(text).count(found[1].split()[-1])
    )


def _captions(text: str, free: Sequence[Span], kinds: dict[Span, AsideKind]) -> list[Span]:
    """Paragraphs with a credit right below that read like a caption or share its block."""
    in_blocks = "\n\n" in text  # then a single line end divides what belongs together
    return [
        line
        for line, below in pairwise(free)
        if kinds.get(below) is AsideKind.CREDIT
        and line not in kinds
        and (
            may_be_caption(line.of(text))
            or (in_blocks and text.count("\n", line.end, below.start) == 1)
        )
    ]


def _listed(text: str, free: Sequence[Span], kinds: dict[Span, AsideKind]) -> list[Span]:
    """Headlines listed under a heading such as "Related stories"."""
    found: list[Span] = []
    in_list = False
    for line in free:
        words = line.of(text)
        if kinds.get(line) is AsideKind.RELATED:
            in_list = _LIST_HEAD.fullmatch(words) is not None
        elif in_list and line not in kinds and len(words) <= _LISTED and words[-1] not in '.!?”"':
            found.append(line)
        else:
            in_list = False
    return found


def _datelines(text: str, story: Sequence[Span]) -> list[Aside]:
    """A dateline opens one of the first paragraphs, and words follow it."""
    for paragraph in story[:3]:
        match = _DATELINE.match(text, paragraph.start, paragraph.end)
        if match and match.end() < paragraph.end:
            return [Aside(span=Span(match.start(), match.end()), kind=AsideKind.DATELINE)]
    return []
