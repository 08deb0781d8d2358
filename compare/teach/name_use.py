"""Whether a word that may be the short name of an outlet stands for it in a text.

"The Post" names a newspaper, "post office" and "Post Office" do not.
"""

from __future__ import annotations

import re
from enum import StrEnum

from compare.english.word_lists import sections, word_list
from compare.text.calendar import WEEKDAYS


class NameUse(StrEnum):
    """How sure it is that a name with a capital stands for its outlet.

    ANY: always. ALONE: unless it is part of a longer name. COMMON: for an ordinary word, which may
    also have its capital from the start of a sentence. CUED: only beside words that newsrooms use
    of themselves.
    """

    ANY = "any"
    ALONE = "alone"
    COMMON = "common"
    CUED = "cued"


_NEAR = 60
_BEFORE = re.compile(r"([^\W_][\w.’'-]*)\s+\Z")
_STARTS = re.compile(r"(?:\A|[.!?:;\n][”’\"')\]]*\s*|[“‘\"(\[]|\s[-–—]\s*)\Z")
_HYPHENATED = re.compile(r"[-‐‑][^\W_]")
_OWN_WORK = re.compile(r"[-‐‑](?:commissioned|owned|backed|branded|sponsored)\b")
_CREDITED = re.compile(
    r"(?i:\b(?:photo|photograph|picture|pictures|image|video|credit|source):\s+)\Z"
)
_POSSESSIVE = r"(?:['’]s?)?"
_NEXT = re.compile(rf"{_POSSESSIVE}\s+([^\W\d_]+)")
_CLOSED = re.compile(r"\s*[)\]]")
_LINE_START = re.compile(r"(?:\A|\n)[ \t]*(?:[Tt]he\s+)?\Z")
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")
_LABEL = re.compile(r"[ \t]*[:|]|\s+[-–—]\s")
_RULED_OFF = re.compile(r"(?:[|·•]|\s[-–—])\s+(?:[Tt]he\s+)?\Z")


def names_an_outlet(text: str, start: int, end: int, use: NameUse) -> bool:
    """True when the word of `text` from `start` to `end` stands for an outlet."""
    if use is NameUse.ANY:
        return True
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    word = text[start:end]
    if _newsroom_word(after) or _told(before) or _credit(before, after) or _OWN_WORK.match(after):
        return True
    if use is NameUse.CUED or _in_longer_name(word, before, after):
        return False
    return use is NameUse.ALONE or _STARTS.search(before) is None


def is_ordinary_word(word: str) -> bool:
    """True for a word that is not only a name, such as "post"."""
    small = word.lower()
    lists = sections("agencies")["outlet"] | word_list("masthead-words") | word_list("mastheads")
    return small in lists or small in word_list("stop") | word_list("function-words")


def _newsroom_word(after: str) -> bool:
    """ "reporters", "exclusive", "understands": what stands after the name of an outlet."""
    match = _NEXT.match(after)
    if match is None:
        return False
    words, small = sections("newsroom-words"), match[1].lower()
    if small == "file":
        return _newsroom_word(after[match.end() :])
    if small in words["helping"]:
        second = _NEXT.match(after, match.end())
        return second is not None and second[1].lower() in words["helped"]
    return small in words["after"] | words["verbs"]


def _told(before: str) -> bool:
    """ "told", "seen by", "spoke to": what stands before the name of an outlet."""
    last = [word.lower() for word in before.split()[-3:]]
    if last and last[-1] == "the":
        last.pop()
    words = sections("newsroom-words")
    if not last:
        return False
    two = last[-2] if len(last) > 1 else ""
    return (
        last[-1] in words["before"]
        or (last[-1] == "by" and two in words["by"])
        or (last[-1] in ("to", "with") and two in words["to"])
    )


def _credit(before: str, after: str) -> bool:
    """True for a name in brackets or after "Photo:", and for one that labels or has a line."""
    if _CREDITED.search(before):
        return True
    if before[-1:] in ("(", "[", "/"):
        return before[-1] == "/" or _CLOSED.match(after) is not None
    starts, ends = _LINE_START.search(before), _LINE_END.match(after)
    label = starts is not None and _LABEL.match(after) is not None
    last = ends is not None and (starts is not None or _RULED_OFF.search(before) is not None)
    return label or last


def _in_longer_name(word: str, before: str, after: str) -> bool:
    """True for "Post" in "Post Office", "Post-war" and "Aldmoor Post"."""
    if _HYPHENATED.match(after):
        return True
    following = _NEXT.match(after)
    if following and _capital(following[1], word) and after[:1] not in "'’":
        return True
    previous = _BEFORE.search(before)
    return (
        previous is not None
        and _capital(previous[1], word)
        and not previous[1].endswith(("'s", "’s", "."))
    )


def _capital(neighbour: str, word: str) -> bool:
    """True when the capital of a neighbour shows it to belong to the same name."""
    if not neighbour[0].isupper() or (word.isupper() and neighbour.isupper() and len(word) > 1):
        return False
    small = neighbour.lower()
    loose = word_list("stop") | word_list("function-words") | frozenset(WEEKDAYS)
    return small not in loose
