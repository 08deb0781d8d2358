"""Words in the student copies that may give an outlet away, for the teacher to decide on.

What is sure is replaced by `blind`; here stands what only a reader can tell: whether "C9" is a
channel or a road, whether somebody whom an outlet names as its own is part of the story, whether a
name with a capital is a programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compare.english.word_lists import sections, word_list
from compare.model.articles import Article, AsideKind
from compare.model.comparison import Comparison
from compare.teach.blind import Blinder, StudentCopy
from compare.teach.giveaways import TAKEN, numbered_initials, words_of_name
from compare.teach.spelling import as_digits, as_given, spelled_number, whole_word_pattern
from compare.teach.staff import CAPITAL
from compare.text.calendar import WEEKDAYS
from compare.text.fold import folded_text

_CAP = rf"[{CAPITAL}][\w’'&-]*"
_CAPS = rf"{_CAP}(?:[ \u00a0]+(?:(?:of|the|and|&)[ \u00a0]+)?{_CAP}){{0,4}}"
_SLOTS = frozenset(
    "tonight today breakfast newsnight drivetime weekend morning live daily sunrise nightly".split()
)
_OUTLETS_OWN = re.compile(rf"\bOutlet [A-Z][’'][sS]? (?P<what>{_CAPS})")
_PROGRAMME = re.compile(
    rf"\b(?P<what>{_CAPS}) (?:[a-z]+ )?"
    r"(?:[Pp]odcast|bulletin|newsletter|phone-in|newscast|broadcast)\b"
    rf"|\b(?:[Tt]old|[Oo]n|[Tt]o|[Ff]or|[Ii]n|[Bb]y|[Ww]ith|[Oo]f) (?:(?:the|its|their|our) )?"
    rf"(?P<air>{_CAPS}) (?:[a-z]+ )?(?:[Pp]rogramme|[Pp]rogram|[Ss]how|column|slot|series)\b"
    rf"|\b(?P<titled>{_CAPS} (?:Show|Podcast|Programme|Bulletin|Breakfast|Drivetime|Newshour))\b"
)
_ON_AIR = re.compile(
    r"\b(?:[Oo]n|[Tt]o|[Tt]old|[Ww]atch(?:es|ed|ing)?|[Cc]atch|[Hh]osts?|[Pp]resents?"
    rf"|[Ll]isten(?:s|ed|ing)? to|[Tt]une in to) (?P<what>{_CAPS})"
)
_NEWSROOM = re.compile(r"\b(?P<what>[A-Z][A-Z0-9]{1,4})(?:[’']s)? (?P<word>[a-z]+)\b")
_WE = re.compile(
    r"\b(?:[Hh]ere at|[Ww]e at|[Uu]s (?:at|on)|[Oo]ur (?:sister|partner|rival|stable) [a-z]+,?)"
    rf" (?:the )?(?P<what>{_CAPS})"
)
_PHONE = re.compile(r"(?<![\w.,])(?P<what>\+?\(?\d{2,5}\)?(?:[ -]?\d{2,4}){2,4})(?![\w.,]?\d)")
_FEWEST_DIGITS = 9
_FIRST_NAME = re.compile(
    r"\b[Oo]ur (?:own )?(?:[\w-]+ ){0,2}?(?:reporter|correspondent|editor|photographer|columnist"
    rf"|critic|presenter|colleague),? (?P<what>{_CAPS})"
)
# Two and more words with capitals, and the work of those who make news.
_PERSON = rf"(?!Outlet ){_CAP}(?:[ \u00a0]+(?!Outlet ){_CAP}){{1,3}}"
_MADE_BY = re.compile(
    rf"(?P<what>{_PERSON})[^.!?“”\"]{{0,60}}\b(?:editors?|reporters?|correspondents?|writes?|writers?"
    r"|writing|columnists?|presenters?|presents|photographers?|covers?|covering|reports?)\b"
    r"[^.!?“”\"]{0,40}\bOutlet [A-Z]\b"
)
_MADE_FOR = re.compile(
    r"\bOutlet [A-Z](?:[’'][sS]?)? [^.!?“”\"]{0,40}?\b(?:editor|reporter|correspondent|writer"
    rf"|columnist|presenter|photographer|host|anchor)[\w-]*,? (?P<what>{_PERSON})"
)
_ON_SCREEN = re.compile(
    r"\b(?:presenter|newsreader|anchor|correspondent|columnist|reporter|photographer),? "
    rf"(?P<what>{_PERSON})"
)
_SIGNED = re.compile(rf"\A\s*(?:[-–—]\s*)?(?P<what>{_PERSON})(?:,? Outlet [A-Z])?\s*\Z")
_GROUPS = (
    "Group Media Newspapers Publications Publishing Network Broadcasting Digital Online TV Radio"
)
_BRACKETED = re.compile(r"\(([^()]+)\)")
_AROUND = 40
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulWords:
    """Words to hide or to keep, why they may give an outlet away, and where they stand first."""

    words: str
    why: str
    line: str
    around: str


def doubtful_words(
    comparison: Comparison,
    blinder: Blinder,
    copies: Iterable[StudentCopy],
    keep: Iterable[str] = (),
) -> tuple[DoubtfulWords, ...]:
    """Everything to decide on, each words once; what the teacher keeps is left out."""
    kept = {folded_text(words) for words in keep}
    shown = tuple(copies)
    found: dict[str, DoubtfulWords] = {}
    known = [
        (words, why, re.compile(whole_word_pattern(as_given(words))))
        for words, why in _known(comparison, blinder)
    ]
    for copy in shown:
        for line, text in _lines(copy):
            for words, why in (*_patterns(text), *_whole_words(text, known)):
                if folded_text(words) not in kept:
                    around = _around(text, words)
                    doubt = DoubtfulWords(words=words, why=why, line=line, around=around)
                    found.setdefault(folded_text(words), doubt)
    return tuple(found.values())


def _lines(copy: StudentCopy) -> Iterator[tuple[str, str]]:
    yield f"the headline of {copy.letter}", copy.headline
    for paragraph in copy.paragraphs:
        for line in paragraph:
            yield f"{copy.letter}{line.number}", line.text


def _patterns(text: str) -> Iterator[tuple[str, str]]:
    """What the words around a name make doubtful."""
    for match in _OUTLETS_OWN.finditer(text):
        if match["what"].split()[0].lower() not in _no_names():
            yield match["what"], "an outlet has it as its own"
    for match in _PROGRAMME.finditer(text):
        named = match["what"] or match["air"] or match["titled"]
        what = _without_outlet(named)
        if what and what.lower() not in _no_names() and not what.endswith(("'s", "’s")):
            yield what, "it may be an outlet or a programme of one"
    for match in _ON_AIR.finditer(text):
        several = match["what"].split()
        if not _SLOTS.isdisjoint(map(str.lower, several)) and "Outlet" not in several:
            yield match["what"], "it may be an outlet or a programme of one"
    for match in _NEWSROOM.finditer(text):
        staffed = match["word"] in sections("newsroom-words")["after"]
        if staffed and match["what"].lower() not in TAKEN:
            yield match["what"], "it may be short for the name of an outlet"
    for match in _WE.finditer(text):
        if "Outlet" not in match["what"]:
            yield match["what"], "the article speaks of its own outlet there"
    for pattern in (_MADE_BY, _MADE_FOR, _ON_SCREEN, _SIGNED):
        for match in pattern.finditer(text):
            yield match["what"], "it may be the name of a reporter"
    for match in _FIRST_NAME.finditer(text):
        yield match["what"], "it may be the name of a reporter"
    for match in _PHONE.finditer(text):
        if sum(character.isdigit() for character in match["what"]) >= _FEWEST_DIGITS:
            yield match["what"], "it may be the telephone number of an outlet"


def _whole_words(
    text: str, known: Iterable[tuple[str, str, re.Pattern[str]]]
) -> Iterator[tuple[str, str]]:
    return ((words, why) for words, why, pattern in known if pattern.search(text))


def _known(comparison: Comparison, blinder: Blinder) -> Iterator[tuple[str, str]]:
    """Words that are doubtful wherever they stand: short forms, names of reporters, agencies."""
    for article in comparison.articles:
        name = words_of_name(article.document.outlet)
        for short in _short_forms(name):
            yield short, "it may be short for the name of an outlet, or its owner"
        for agency in _agencies(article):
            yield agency, "it stands in the place line of an article, or as the source of its text"
    for person in blinder.unsure:
        yield " ".join(person), "an outlet names this person as its own, and other articles too"
    for surname in dict.fromkeys(name[-1] for name in blinder.reporters):
        if len(surname) >= _SHORTEST_NAME:
            yield surname, "it is the family name of a reporter"


def _short_forms(name: list[str]) -> Iterator[str]:
    """Forms of a name that may also mean something else: "C9", "Nine News", "Post Group"."""
    if not name:
        return
    yield from (f"{name[-1]} {group}" for group in _GROUPS.split() if group not in name)
    if short := numbered_initials(name):
        yield short
        for number in (as_digits(name[-1]), name[-1].title(), spelled_number(name[-1])):
            yield from (f"{number}{gap}News" for gap in ("", " ") if number)
            yield from (f"{number}’s" for number in (number,) if number.isalpha())


def _agencies(article: Article) -> Iterator[str]:
    """Names in brackets in a place line, and the agency that the source itself names."""
    text = article.document.text
    for aside in article.asides:
        if aside.kind is AsideKind.DATELINE:
            yield from _BRACKETED.findall(aside.span.of(text))
    if article.document.wire:
        yield article.document.wire


def _without_outlet(words: str) -> str:
    """The name without the replaced name of an outlet before it."""
    return re.sub(r"\A(?:The )?Outlet [A-Z](?:[’']s?)?(?: |\Z)", "", words)


def _no_names() -> frozenset[str]:
    """Words with a capital that begin no name of a person or a programme."""
    times = word_list("time-words") | frozenset(WEEKDAYS)
    return times | word_list("stop") | word_list("function-words") | frozenset(["outlet"])


def _around(text: str, words: str) -> str:
    at = max(0, folded_text(text).find(folded_text(words)))
    start, end = max(0, at - _AROUND), at + len(words) + _AROUND
    before, after = "… " * (start > 0), " …" * (end < len(text))
    return f"{before}{text[start:end].strip()}{after}"
