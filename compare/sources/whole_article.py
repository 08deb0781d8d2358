"""The article as extraction found it, held against the page: what is glued, cut, twice or left out.

Extraction decides where the article is; the page has the words. Paragraphs that were run together
or lost words are read again from the page, copies of a paragraph go, and paragraphs that extraction
passed over are taken in where the page sets them like those it found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.sources.body import Block
from compare.sources.margins import line_kind
from compare.sources.page import LONGEST_MARKS, fold
from compare.sources.page_text import HEADINGS, PageParagraph

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEAST_COPY = 8  # words of a paragraph whose second copy is one; shorter ones may be said twice
LEAST_KEY = 12  # letters of a paragraph that is looked for again
STRONG = 25  # letters of a paragraph that are surely its own
ALIKE = 88  # of 100, by rapidfuzz: one paragraph that lost some words
COVERED = 0.8
PROSE = 8  # words
LONG_PROSE = 12
LONE_PROSE = 25
MOST_LINKED = 0.5
LONGEST_KEY = 20_000
MOST_REREAD = 100
TOLD_WORDS = 40  # words left out from which a reader is told
ENDED = re.compile(r"[.!?…:][\"”’»)\]]*$")
NUMBERS = re.compile(r"[\d_-]+")
ANOTHER = ("article",)
BEHIND_ENDS = re.compile(
    r"\W*(?:comments?\b|\d+ comments?|related|recommended|more (?:from|on|stories|news|in)\b|"
    r"most (?:read|popular|viewed)|read (?:next|more|also)|see also|latest|trending|top stories|"
    r"newsletter|sign up|about the (?:author|writer)|you (?:may|might) also|editors?['’] picks?|"
    r"what to read next|up next|keep reading|popular|share this|leave a|join the|topics?\b|tags?\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The paragraphs of the article, and how many words that look like its own are left out."""

    blocks: tuple[Block, ...]
    left_out: int = 0
    first_words: str = ""


def whole_article(
    blocks: Sequence[Block], page: Sequence[PageParagraph], *, headline: str | None
) -> Whole:
    """The blocks mended and completed from the paragraphs of the page, both in page order."""
    placed = _reread(_without_copies(blocks), page)
    taken = [place for place, _ in placed if place is not None]
    if not taken:
        return Whole(blocks=tuple(block for _, block in placed))
    added, left = _Missing(page, taken, placed, headline).find()
    merged = _merged(placed, page, added)
    count = sum(len(page[i].text.split()) for i in left)
    told = count >= TOLD_WORDS
    return Whole(
        blocks=tuple(merged),
        left_out=count if told else 0,
        first_words=" ".join(page[left[0]].text.split()[:8]) if told else "",
    )


def _without_copies(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without those that repeat an earlier one word for word."""
    seen: set[str] = set()
    kept: list[Block] = []
    for block in blocks:
        key = fold(block.text)
        if key in seen and len(block.text.split()) >= LEAST_COPY:
            continue
        seen.add(key)
        kept.append(block)
    return kept


Placed = list[tuple[int | None, Block]]


def _reread(blocks: Sequence[Block], page: Sequence[PageParagraph]) -> Placed:
    """Each block with its place on the page; those that are on none are read from it again."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, paragraph in enumerate(page):
        places[paragraph.key].append(i)
    keys = [fold(block.text) for block in blocks]
    known = [_next_place(places.get(key, ()), 0) for key in keys]
    used = {place for place in known if place is not None}
    placed: Placed = []
    last, rereads = -1, 0
    for block, key, place in zip(blocks, keys, known, strict=True):
        if place is not None:
            place = last = _next_place(places[key], last + 1)
            placed.append((place, block))
            continue
        again: list[int] = []
        if LEAST_KEY <= len(key) <= LONGEST_KEY and rereads < MOST_REREAD:
            rereads += 1
            again = _glued(key, page, used) or _cut(key, page, used)
        used.update(again)
        placed += [(i, Block(kind=page[i].kind, text=page[i].text)) for i in again] or [
            (None, block)
        ]
        last = max([last, *again])
    return placed


def _next_place(places: Sequence[int], after: int) -> int | None:
    """The first place from `after` on, or else the first of all; None without any."""
    return next((place for place in places if place >= after), places[0] if places else None)


def _glued(key: str, page: Sequence[PageParagraph], used: set[int]) -> list[int]:
    """The paragraphs that together are exactly this text, in their order."""
    for start, paragraph in enumerate(page):
        if start in used or not key.startswith(paragraph.key):
            continue
        chain, at = [start], len(paragraph.key)
        for i in range(start + 1, len(page)):
            if at >= len(key):
                break
            if i not in used and key.startswith(page[i].key, at):
                chain.append(i)
                at += len(page[i].key)
        if at == len(key) and len(chain) > 1:
            return chain
    return []


def _cut(key: str, page: Sequence[PageParagraph], used: set[int]) -> list[int]:
    """The paragraphs of which this text has nearly all words, when they make up nearly all of it."""
    from rapidfuzz import fuzz

    found = [
        i
        for i, paragraph in enumerate(page)
        if i not in used
        and STRONG <= len(paragraph.key) <= LONGEST_KEY
        and len(paragraph.key) <= 1.6 * len(key)
        and (paragraph.key in key or fuzz.partial_ratio(paragraph.key, key) >= ALIKE)
    ]
    size = sum(len(page[i].key) for i in found)
    if len(found) == 1 and fuzz.ratio(page[found[0]].key, key) < ALIKE:
        return []
    return found if COVERED * len(key) <= size <= 1.6 * len(key) else []


class _Missing:
    """The paragraphs of a page that extraction passed over, and what becomes of each."""

    def __init__(
        self,
        page: Sequence[PageParagraph],
        taken: Sequence[int],
        placed: Placed,
        headline: str | None,
    ) -> None:
        self._page = page
        self._taken = frozenset(taken)
        self._first, self._last = min(taken), max(taken)
        self._text = "".join(fold(block.text) + "\n" for _, block in placed)
        self._headline = fold(headline or "")
        self._around: set[HtmlElement] = set()
        self._marks: set[str] = set()
        for holder in {page[i].holder for i in taken}:
            for element in (holder, *holder.iterancestors()):
                if element not in self._around:
                    self._around.add(element)
                    self._marks.add(_marks(element))
        self._marks.discard("")
        named = sum(page[i].elsewhere for i in taken)
        self._names_tell = named < 0.5 * len(taken)

    def find(self) -> tuple[list[int], list[int]]:
        """The places to take in, and those of text that may belong to the article and does not."""
        added: list[int] = []
        left: list[int] = []
        seen: set[str] = set()
        for i in range(self._heading() + 1, self._last):
            if i not in self._taken and self._is_new(i, seen):
                same = self._is_set_alike(i)
                if same or self._is_prose(i):
                    added.append(i)
        behind = [i for i in self._behind() if self._is_new(i, seen)]
        alike = {i for i in behind if self._is_set_alike(i) or self._is_bare(i)}
        prose = [i for i in behind if self._is_prose(i, LONG_PROSE)]
        words = sum(len(self._page[i].text.split()) for i in prose)
        enough = words >= LONE_PROSE
        for i in behind:
            if i in alike or (i in prose and enough):
                added.append(i)
        return added, left

    def _heading(self) -> int:
        """The place of the heading above the article, or the one before its first paragraph."""
        for i in range(self._first - 1, -1, -1):
            paragraph = self._page[i]
            if paragraph.key == self._headline or paragraph.holder.tag == "h1":
                return i
        return self._first - 1

    def _behind(self) -> list[int]:
        """The places behind the article, up to where something else begins."""
        found: list[int] = []
        for i in range(self._last + 1, len(self._page)):
            paragraph = self._page[i]
            words = len(paragraph.text.split())
            if words <= PROSE and BEHIND_ENDS.match(paragraph.text):
                break
            if paragraph.holder.tag in HEADINGS and paragraph.linked > MOST_LINKED:
                break
            found.append(i)
        return found

    def _is_new(self, i: int, seen: set[str]) -> bool:
        """True for a paragraph that is not in the article, nor a shorter copy of one that is."""
        paragraph = self._page[i]
        if paragraph.key in seen or paragraph.key == self._headline:
            return False
        if paragraph.linked > MOST_LINKED or line_kind(paragraph.text):
            return False
        if len(paragraph.key) >= LEAST_KEY and paragraph.key in self._text:
            return False
        if self._in_another(paragraph.holder):
            return False
        if len(paragraph.key) >= STRONG and self._is_copy(paragraph.key):
            return False
        seen.add(paragraph.key)
        return True

    def _is_copy(self, key: str) -> bool:
        from rapidfuzz import fuzz, process

        return process.extractOne(
            key, self._text.split("\n"), scorer=fuzz.ratio, score_cutoff=ALIKE
        ) is not None  # fmt: skip

    def _in_another(self, holder: HtmlElement) -> bool:
        """True inside an article element with a heading of its own and none of this article."""
        for article in holder.iterancestors(*ANOTHER):
            if article not in self._around:
                return next(article.iter(*HEADINGS), None) is not None
        return False

    def _is_set_alike(self, i: int) -> bool:
        """True for text in a block that is named as one of the article's own blocks is."""
        paragraph = self._page[i]
        if len(paragraph.text.split()) < 4:
            return False
        for element in (paragraph.holder, *paragraph.holder.iterancestors()):
            if element in self._around:
                return False
            if (marks := _marks(element)) and marks in self._marks:
                return True
        return False

    def _is_bare(self, i: int) -> bool:
        """True for prose in a plain paragraph right in a block that also holds the article."""
        paragraph = self._page[i]
        holder = paragraph.holder
        plain = holder.tag == "p" and not _marks(holder)
        return plain and holder.getparent() in self._around and self._is_prose(i)

    def _is_prose(self, i: int, least: int = PROSE) -> bool:
        paragraph = self._page[i]
        if self._names_tell and paragraph.elsewhere:
            return False
        return len(paragraph.text.split()) >= least and bool(ENDED.search(paragraph.text))


def _marks(element: HtmlElement) -> str:
    """What names the kind of a block: tag, class and property, without the numbers in them."""
    named = f"{element.get('class', '')} {element.get('itemprop', '')}"[:LONGEST_MARKS].strip()
    return f"{element.tag} {NUMBERS.sub('', named)}" if named else ""


def _merged(placed: Placed, page: Sequence[PageParagraph], added: Sequence[int]) -> list[Block]:
    """The blocks in their order, each added paragraph before the first that stands behind it."""
    waiting = sorted(added)
    merged: list[Block] = []
    for place, block in placed:
        while place is not None and waiting and waiting[0] < place:
            merged.append(_block(page[waiting.pop(0)]))
        merged.append(block)
    return [*merged, *(_block(page[i]) for i in waiting)]


def _block(paragraph: PageParagraph) -> Block:
    return Block(kind=paragraph.kind, text=paragraph.text)
