"""The article as extraction found it, held against the page: what is glued, cut, twice or left out.

Extraction decides where the article is; the page has the words. Paragraphs that were run together
or lost words are read again from the page, copies of a paragraph go, and paragraphs that extraction
passed over are taken in where the page sets them like those it found.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from compare.english.calendar import WEEKDAY
from compare.sources.margins import line_kind
from compare.sources.page import LONGEST_MARKS, fold
from compare.sources.page_body import PageBlock
from compare.sources.page_text import HEADINGS, PageParagraph

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Holders = frozenset["HtmlElement"]
Rows = frozenset[tuple["HtmlElement | None", str]]
"""Paragraphs of one parent that are marked alike, as it and the marks."""
LEAST_COPY = 8  # words of a paragraph whose second copy is one; shorter ones may be said twice
LONG_COPY = 60
LEAST_KEY = 12  # letters of a paragraph that is looked for again
STRONG = 25  # letters of a paragraph that are surely its own
ALIKE = 88  # of 100, by rapidfuzz: one paragraph that lost some words
COVERED = 0.8
PROSE = 8  # words
LONG_PROSE = 12
LONE_PROSE = 25
MORE_PROSE = 40
MORE_SHARE = 0.3  # of the article's words, from which less prose behind a short one is of it
LEAD = 18
MOST_LINKED = 0.5
LONGEST_KEY = 20_000
MOST_REREAD = 100
MOST_WORK = 3_000_000_000  # letters of one text times those of the others, about a second of it
ENDED = re.compile(r"[.!?…:][\"”’»)\]]*$")
NUMBERS = re.compile(r"[_-]?\d+")
REPORTS = re.compile(rf"\b(?:said|says?|told|according to|reported|announced|{WEEKDAY})\b")
SUMMARY = re.compile(
    r"\b\w*(?:dek|deck|summary|descr?|sub-?(?:head|title|line)|standfirst|teaser|excerpt|abstract|"
    r"quote|caption)\w*|(?:heading|header)-des",
    re.IGNORECASE,
)
# Blocks whose names say that they hold no text of the article.
ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(comments?|disqus|respond|footer|side-?bar|menu|nav(?:igation|bar)?|bread-?crumbs?|"
    r"author-?(?:bio|box|info|card|details)|bio|byline|about-the-author|caption|credit|cards?|"
    r"teasers?|tease|promo|widget|recirc\w*|carousel|slider|gallery|tags?|topics?|share|sharing|"
    r"social|legal|disclaimer|copyright|cookie\w*|consent|banner|masthead|toolbar|modal|popup|"
    r"login|register|subscri\w*|newsletter\w*|paywall|survey|poll|quiz|player|transcript|ads?|"
    r"advert\w*|sponsor\w*|related\w*|read-?more|more-?(?:stories|news|from|on)|most-?\w+|latest|trending|"
    r"recommend\w*|feed|river|stream|list|listing|archive|headlines?|print-only|timestamps?|meta|"
    r"correction|dateline|kicker|eyebrow|label|tooltip|infobox|fact-?box|poster|feedback|forums?|"
    r"ad-?block\w*|messenger|trend\w*|event|print-block|text-muted|seo|login|alert)(?:$|[\s_-])",
    re.IGNORECASE,
)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
BEHIND_ENDS = re.compile(
    r"\W*(?:comments?\b|\d+ comments?|related|recommended|more (?:from|on|stories|news|in)\b|"
    r"most (?:read|popular|viewed)|read (?:next|more|also)|see also|latest|trending|top stories|"
    r"newsletter|sign up|about the (?:author|writer)|you (?:may|might) also|editors?['’] picks?|"
    r"what to read next|up next|keep reading|popular|share this|leave a|join the|topics?\b|"
    r"tags?\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeArticle:
    """The paragraphs of the article, and texts near it that may be of it and are not taken in.

    `reach` are the places on the page of its heading, its first paragraph of prose and its last.
    """

    blocks: tuple[PageBlock, ...]
    above: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    reach: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """Places on a page that extraction passed over: taken in, above the article, behind it."""

    added: Sequence[int]
    above: Sequence[int]
    behind: Sequence[int]


def whole_article(
    blocks: Sequence[PageBlock], page: Sequence[PageParagraph], *, headline: str | None
) -> WholeArticle:
    """The blocks mended and completed from the paragraphs of the page, both in page order."""
    placed = _reread(_without_copies(blocks), page)
    taken = [place for place, _ in placed if place is not None]
    if not taken:
        return WholeArticle(blocks=tuple(block for _, block in placed))
    search = _Missing(page, taken, placed, headline)
    missing = search.find()
    return WholeArticle(
        blocks=tuple(_merged(placed, page, missing.added)),
        above=tuple(page[i].text for i in missing.above),
        behind=tuple(page[i].text for i in missing.behind),
        reach=search.reach,
    )


def _without_copies(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks without a second copy of the text: repeated runs, and a lead that is set twice.

    A paragraph alone may be repeated with reason, as in a list.
    """
    first: dict[str, int] = {}
    copies: dict[int, int] = {}
    keys = [fold(block.text) for block in blocks]
    for i, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        if key in first and len(block.text.split()) >= LEAST_COPY:
            copies[i] = first[key]
        elif i - 1 in copies and keys[copies[i - 1] + 1] == key:
            copies[i] = copies[i - 1] + 1  # a short one behind the copy of the one before it
        first.setdefault(key, i)
    gone: set[int] = set()
    for run in _runs(copies):
        size = sum(len(blocks[i].text.split()) for i in run)
        prose = all(blocks[i].kind == "p" for i in run)
        right_behind = run[0] - copies[run[0]] == len(run)
        if copies[run[0]] == 0 or right_behind or (len(run) > 2 and size >= LONG_COPY and prose):
            gone.update(run)
    return [block for i, block in enumerate(blocks) if i not in gone]


def _runs(copies: dict[int, int]) -> list[list[int]]:
    """The copies that follow each other as their originals do, together."""
    runs: list[list[int]] = []
    for i, origin in copies.items():
        if runs and runs[-1][-1] == i - 1 and copies[i - 1] == origin - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


Placed = list[tuple[int | None, PageBlock]]


def _reread(blocks: Sequence[PageBlock], page: Sequence[PageParagraph]) -> Placed:
    """Each block with its place on the page; those that are on none are read from it again."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, paragraph in enumerate(page):
        places[paragraph.key].append(i)
    keys = [fold(block.text) for block in blocks]
    known = [_next_place(places.get(key, ()), 0) for key in keys]
    used = {place for place in known if place is not None}
    placed: Placed = []
    last, rereads, work = -1, 0, 0
    size = sum(len(paragraph.key) for paragraph in page)
    for block, key, place in zip(blocks, keys, known, strict=True):
        if place is not None:
            place = _next_place(places[key], last + 1)
            last = last if place is None else place
            placed.append((place, block))
            continue
        again: list[int] = []
        work += len(key) * size
        fits = LEAST_KEY <= len(key) <= LONGEST_KEY and rereads < MOST_REREAD
        if block.kind != "row" and fits and work <= MOST_WORK:
            rereads += 1
            again = _glued(key, page, used) or _cut(key, page, used)
        used.update(again)
        placed += [(i, PageBlock(kind=page[i].kind, text=page[i].text)) for i in again] or [
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
    """The paragraphs of which this text has nearly all words, when they are nearly all of it."""
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
        order = sorted(taken)
        self._first = next(filter(self._is_text, order), order[0])
        self._last = next(filter(self._is_text, reversed(order)), order[-1])
        self._text = [fold(block.text) for _, block in placed]
        self._whole = "\n".join(self._text)
        self._headline = fold(headline or "")
        self._around = {
            element
            for holder in {page[i].holder for i in taken}
            for element in (holder, *holder.iterancestors())
        }
        sizes: Counter[str] = Counter()
        for i in taken:
            sizes[_named(page[i].holder)] += _count(page[i])
        self._names = {name for name, size in sizes.items() if name and size >= LONE_PROSE}
        self._own_names = frozenset().union(*map(_foreign_names, self._around))

    @property
    def reach(self) -> tuple[int, int, int]:
        """The places of the heading, the first paragraph of prose and the last."""
        return max(self._heading(), 0), self._first, self._last

    def find(self) -> PassedOver:
        """What to take in, what stands above the text without being of it, and what is left out."""
        seen: set[str] = set()
        above = [i for i in range(self._heading() + 1, self._first) if self._is_new(i, seen)]
        above = [i for i in above if self._is_prose(i, PROSE)]
        lead = [i for i in above if self._is_lead(i)]
        holders, rows = _set_in(self._page, [*self._taken, *lead])
        lead += [i for i in above if i not in lead and self._is_beside(i, holders, rows)]
        lead += self._begun(i for i in above if i not in lead)
        inside = [i for i in range(self._first + 1, self._last) if self._is_new(i, seen)]
        inside = [i for i in inside if self._is_set_alike(i) or self._is_prose(i, PROSE)]
        behind = [i for i in self._behind() if self._is_new(i, seen)]
        alike = [i for i in behind if self._is_set_alike(i) or self._is_bare(i)]
        prose = [i for i in behind if i not in alike and self._is_prose(i, LONG_PROSE)]
        words = sum(_count(self._page[i]) for i in prose)
        taken = sum(_count(self._page[i]) for i in self._taken)
        more = prose if len(prose) > 1 and words >= min(MORE_PROSE, MORE_SHARE * taken) else []
        return PassedOver(
            added=[*lead, *inside, *alike, *more],
            above=[i for i in above if i not in lead],
            behind=[] if more else prose,
        )

    def _begun(self, above: Iterable[int]) -> list[int]:
        """The paragraphs above the text, where a block has several and more than a summary."""
        rows: defaultdict[HtmlElement | None, list[int]] = defaultdict(list)
        for i in above:
            holder = self._page[i].holder
            if holder.tag == "p" and not self._is_summary(holder):
                rows[holder.getparent()].append(i)
        return [
            i
            for row in rows.values()
            if len(row) > 1 and sum(_count(self._page[i]) for i in row) >= MORE_PROSE
            for i in row
        ]

    def _is_summary(self, holder: HtmlElement) -> bool:
        return bool(SUMMARY.search(f"{_marks(holder)} {_marks(holder.getparent())}"))

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
            if self._is_elsewhere(i):
                continue
            if _count(paragraph) <= PROSE and BEHIND_ENDS.match(paragraph.text):
                break
            if paragraph.holder.tag in HEADINGS and paragraph.linked > MOST_LINKED:
                break
            found.append(i)
        return found

    def _is_new(self, i: int, seen: set[str]) -> bool:
        """True for text of its own that is not in the article, nor a copy of some that is."""
        paragraph = self._page[i]
        key = paragraph.key
        if i in self._taken or key in seen or key == self._headline or self._is_elsewhere(i):
            return False
        if paragraph.linked > MOST_LINKED or line_kind(paragraph.text):
            return False
        if (len(key) >= LEAST_KEY and key in self._whole) or self._in_another(paragraph.holder):
            return False
        if len(key) >= STRONG and self._is_copy(key):
            return False
        seen.add(key)
        return True

    def _is_copy(self, key: str) -> bool:
        from rapidfuzz import fuzz, process

        alike = process.extractOne(key, self._text, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return alike is not None

    def _in_another(self, holder: HtmlElement) -> bool:
        """True inside an article element with a heading of its own and none of this article."""
        for article in holder.iterancestors("article"):
            if article not in self._around:
                return next(article.iter(*HEADINGS), None) is not None
        return False

    def _is_elsewhere(self, i: int) -> bool:
        """True in a block that by its name, which no block around the article has, is not of it."""
        holder = self._page[i].holder
        for element in (holder, *holder.iterancestors()):
            if element in self._around:
                return False
            if element.tag == "aside" or not _foreign_names(element) <= self._own_names:
                return True
        return False

    def _is_set_alike(self, i: int) -> bool:
        """True for text in a block that is named as one with much of the article is."""
        return _count(self._page[i]) >= 4 and _named(self._page[i].holder) in self._names

    def _is_bare(self, i: int) -> bool:
        """True for prose in a plain paragraph right in a block that also holds the article."""
        holder = self._page[i].holder
        plain = holder.tag == "p" and not _marks(holder)
        return plain and holder.getparent() in self._around and self._is_prose(i, PROSE)

    def _is_beside(self, i: int, holders: Holders, rows: Rows) -> bool:
        """True for prose in the very block that holds the article, set like paragraphs of it."""
        holder = self._page[i].holder
        if SUMMARY.search(_marks(holder)):
            return False
        return holder in holders or (
            holder.tag == "p" and (holder.getparent(), _marks(holder)) in rows
        )

    def _is_text(self, i: int) -> bool:
        return self._page[i].kind != "head" and self._is_prose(i, PROSE)

    def _is_prose(self, i: int, least: int) -> bool:
        paragraph = self._page[i]
        long = _count(paragraph) >= least and ENDED.search(paragraph.text)
        return bool(long) and not line_kind(paragraph.text)

    def _is_lead(self, i: int) -> bool:
        """True for the first paragraph of a report, and not for the summary under a headline."""
        paragraph = self._page[i]
        report = _count(paragraph) >= LEAD and REPORTS.search(paragraph.text)
        return bool(report) and paragraph.kind == "p" and not self._is_summary(paragraph.holder)


def _set_in(page: Sequence[PageParagraph], places: Sequence[int]) -> tuple[Holders, Rows]:
    """The blocks that hold text of the article themselves, and the rows of its paragraphs."""
    holders = [page[i].holder for i in places if page[i].kind != "head"]
    rows = {(each.getparent(), _marks(each)) for each in holders if each.tag == "p"}
    return frozenset(each for each in holders if each.tag != "p"), frozenset(rows)


def _foreign_names(element: HtmlElement) -> frozenset[str]:
    """The words in the names of a block by which blocks that hold no article are known."""
    return _foreign(f"{element.get('class', '')} {element.get('id', '')}"[:LONGEST_MARKS])


@lru_cache(maxsize=4_096)
def _foreign(names: str) -> frozenset[str]:
    return frozenset(ELSEWHERE.findall(CAMEL.sub("-", names).lower()))


def _count(paragraph: PageParagraph) -> int:
    return len(paragraph.text.split())


def _named(element: HtmlElement | None) -> str:
    """What names the nearest block with a name, the element itself first."""
    while element is not None and element.tag != "body":
        if marks := _marks(element):
            return marks
        element = element.getparent()
    return ""


def _marks(element: HtmlElement | None) -> str:
    """What names the kind of a block: tag, class and property, without the numbers in them."""
    if element is None:
        return ""
    named = f"{element.get('class', '')} {element.get('itemprop', '')}"[:LONGEST_MARKS].strip()
    return f"{element.tag} {NUMBERS.sub('', named)}" if named else ""


def _merged(placed: Placed, page: Sequence[PageParagraph], added: Sequence[int]) -> list[PageBlock]:
    """The blocks in their order, each added paragraph before the first that stands behind it."""
    waiting = sorted(added)
    merged: list[PageBlock] = []
    for place, block in placed:
        while place is not None and waiting and waiting[0] < place:
            merged.append(_block(page[waiting.pop(0)]))
        merged.append(block)
    return [*merged, *(_block(page[i]) for i in waiting)]


def _block(paragraph: PageParagraph) -> PageBlock:
    return PageBlock(kind=paragraph.kind, text=paragraph.text)
