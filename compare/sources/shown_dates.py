"""The dates that a page shows beside its article: when it was published and when changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from compare.sources.dates import MONTHS, WrittenMoment, read_moment

if TYPE_CHECKING:
    from compare.sources.page_text import PageParagraph

ABOVE = 6  # paragraphs above the heading of an article that may name its date
BEHIND = 8
LONGEST = 40  # words of a line that names its date; a longer one is of the story
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|Z)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?|\s*[+-]\d{2}:?\d{2})"
_AFTER = rf"(?:\s*,?\s*(?:at\s+|[-–—|•·]\s*)?(?:{_CLOCK}){_ZONE}?)?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?"
_BEFORE = rf"(?:(?:{_CLOCK}){_ZONE}?\s*,?\s*(?:on\s+)?{_WEEKDAY})?"
DATE = re.compile(
    rf"{_BEFORE}(?:\b(?i:{_NAME})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?i:{_NAME})\.?,?\s+\d{{4}}\b"
    rf"|\b\d{{4}}-\d{{2}}-\d{{2}}(?:T\d{{2}}:\d{{2}}(?::\d{{2}})?)?"
    rf"|(?<![\d/.])\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}(?![\d/.])){_AFTER}"
)
NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?![\d/.])")
CLOCK_FIRST = re.compile(
    rf"(?P<clock>{_CLOCK})(?P<zone>{_ZONE})?\s*,?\s*(?:on\s+)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?(?P<day>.+)"
)
DAY_AND_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)[\s,|•·–—-]+(?:at\s+)?(?=\d)")
CHANGED = re.compile(r"updat|modif|edit|revis|chang|amend|refresh", re.IGNORECASE)
ISSUED = re.compile(r"publish|posted|issued|created|filed|first|\bdate\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDates:
    """When a page says that its article was published and last changed; None where it does not."""

    published: WrittenMoment | None = None
    updated: WrittenMoment | None = None


def dates_near(page: Sequence[PageParagraph], reach: tuple[int, int, int]) -> ShownDates:
    """The dates beside an article, from the paragraphs of its page and their places.

    `reach` holds the places of its heading, its first paragraph of prose and its last one.
    """
    heading, first, last = reach
    above = [*page[heading:first], *page[max(0, heading - ABOVE) : heading]]
    behind = page[last + 1 : last + 1 + BEHIND]
    return shown_dates([_dated(p) for p in above], [_dated(p) for p in behind])


def _dated(paragraph: PageParagraph) -> str:
    """The text of a paragraph, and behind it the time that its markup gives for words in it."""
    text = paragraph.text
    if DATE.search(text) or len(text.split()) > LONGEST:
        return text
    holder = paragraph.holder
    marked = [e.get("datetime") for e in (holder, *holder.iterdescendants()) if e.get("datetime")]
    return f"{text} {marked[0]}" if marked else text


def shown_dates(above: Sequence[str], behind: Sequence[str] = ()) -> ShownDates:
    """The dates in the lines above an article, and those behind it that say what they are.

    Without a word on what it is, the first date is that of publication. A date in numbers counts
    where its order is plain: from the numbers themselves or from other dates of the page.
    """
    lines = [line for line in above if len(line.split()) <= LONGEST]
    named = [line for line in behind if len(line.split()) <= LONGEST]
    day_first = _order([*lines, *named])
    found = list(_labelled(lines, day_first))
    found += [pair for pair in _labelled(named, day_first) if pair[0]]
    issued = [moment for label, moment in found if label == "published"]
    bare = [moment for label, moment in found if not label]
    changed = [moment for label, moment in found if label == "updated"]
    published = next(iter([*issued, *bare]), None)
    updated = next(iter(changed), None)
    if published and updated and updated.when <= published.when:
        updated = None
    return ShownDates(published=published, updated=updated)


def _labelled(lines: Iterable[str], day_first: bool | None) -> Iterator[tuple[str, WrittenMoment]]:
    """Each date of the lines, with "published", "updated" or nothing for what it is called."""
    for line in lines:
        at = 0
        for found in DATE.finditer(line):
            before, at = line[at : found.start()][-60:], found.end()
            if moment := _moment(found.group(), day_first):
                yield _label(before), moment


def _label(before: str) -> str:
    changed, issued = (list(pattern.finditer(before)) for pattern in (CHANGED, ISSUED))
    if changed and (not issued or issued[-1].start() < changed[-1].start()):
        return "updated"
    return "published" if issued else ""


def _order(lines: Iterable[str]) -> bool | None:
    """True for day before month in the dates in numbers, False for month first, None if unknown."""
    firsts = [(int(d[1]), int(d[2])) for line in lines for d in NUMERIC.finditer(line)]
    day_first = any(first > 12 >= second for first, second in firsts)
    month_first = any(second > 12 >= first for first, second in firsts)
    if day_first == month_first:
        return None
    return day_first


def _moment(text: str, day_first: bool | None) -> WrittenMoment | None:
    text = " ".join(text.replace("(", " ").replace(")", " ").split()).rstrip(",")
    if numbers := NUMERIC.search(text):
        first, second = int(numbers[1]), int(numbers[2])
        order = day_first if day_first is not None else (True if first == second else None)
        if order is None:
            return None
        day, month = (first, second) if order else (second, first)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        text = NUMERIC.sub(f"{numbers[3]}-{month:02}-{day:02}", text)
    text = DAY_AND_CLOCK.sub(r"\1 ", text)
    if clock := CLOCK_FIRST.fullmatch(text):
        text = f"{clock['day']} {clock['clock']}{clock['zone'] or ''}"
    text = re.sub(r"[|•·–—]|\s-\s", " ", text)
    try:
        return read_moment(text)
    except ValueError:
        day_alone = re.split(rf"\s*,?\s*(?:at\s+)?(?:{_CLOCK})", text)[0]
        try:
            return read_moment(day_alone)
        except ValueError:
            return None
