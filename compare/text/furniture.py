"""What kind of line is this? Bylines, credits, promotion and the like, told by their wording."""

from __future__ import annotations

import re
from functools import lru_cache

from compare.english.word_lists import line_sections
from compare.model.articles import AsideKind
from compare.text.story_sentences import is_story_sentence

_LONGEST = {
    AsideKind.BYLINE: 160,
    AsideKind.CREDIT: 160,
    AsideKind.RELATED: 220,
    AsideKind.PROMO: 320,
    AsideKind.CONTRIBUTORS: 320,
}
# Of these kinds are the wordings that a sentence of a story may begin with as well.
_MAY_BE_TOLD = frozenset((AsideKind.RELATED, AsideKind.PROMO))
_LONGEST_NOTE = 500
_LONGEST_CAPTION = 500
_PART = re.compile(r"<([A-Z]+)>")
_SIGNATURE = re.compile(r"\A[—–-]+ ?")
_LABEL = re.compile(r"\A(?:[^\W\d_]+ ){0,2}[^\W\d_]+: ")
_DASH = re.compile(r"[—–]")
_MOST_NAMES = 8
_NAME_WORD = re.compile(r"[^\W_][^\s|•·,;:/()]*")
_BESIDE_NAMES = frozenset(
    """
    by on at of for and in from the am pm a.m p.m first last published posted updated written
    """.split()
)
_SAID = re.compile(r"\b(?:said|says|told|according to)\b|\A[\"“]")


def line_kind(line: str) -> AsideKind | None:
    """Why the paragraph `line` is not part of the story; None when it may be."""
    if kind := page_line_kind(line):
        return kind
    plain = _plain(line)
    noted = len(plain) <= _LONGEST_NOTE and _patterns("note").fullmatch(plain)
    return AsideKind.NOTE if noted and not is_story_sentence(plain) else None


def page_line_kind(line: str) -> AsideKind | None:
    """The same for what belongs to the page alone; notes on the article itself are None."""
    plain = _plain(line)
    for kind, longest in _LONGEST.items():
        words = _SIGNATURE.sub("", plain) if kind is AsideKind.CONTRIBUTORS else plain
        if len(plain) <= longest and _patterns(kind.value).fullmatch(words):
            return None if kind in _MAY_BE_TOLD and is_story_sentence(plain) else kind
    if _is_dated_line(plain):
        return AsideKind.BYLINE
    if len(plain) > _LONGEST_NOTE or not _patterns("page note").fullmatch(plain):
        return None
    return None if is_story_sentence(plain) else AsideKind.NOTE


def _is_dated_line(plain: str) -> bool:
    """True for a date with a time or a year and names: "Ada Pell | Times | 4 May 2031"."""
    if len(plain) > _LONGEST[AsideKind.BYLINE] or plain[-1:] in ".?!" or _DASH.search(plain):
        return False
    dated, count = _patterns("dated").subn(" ", _LABEL.sub("", plain))
    if not count:
        return False
    words = [word for word in _NAME_WORD.findall(dated) if word.lower() not in _BESIDE_NAMES]
    names = [word for word in words if word[0].isalpha()]
    return len(names) <= _MOST_NAMES and all(not word[0].islower() for word in words)


def is_caption(line: str) -> bool:
    """True for a picture caption that shows itself as one by its words or its own credit."""
    plain = _plain(line)
    if len(plain) > _LONGEST_CAPTION or _SAID.search(plain):
        return False
    places = _patterns("caption places").search(plain)
    return bool(
        _patterns("caption heads").match(plain)
        or _patterns("caption cues").search(plain)
        or _ending("caption credits").search(plain)
        or (places and _patterns("caption dates").search(plain))
    )


def may_be_caption(line: str) -> bool:
    """True for words that fit a caption, though a story could use them: believe a credit below."""
    plain = _plain(line)
    if len(plain) > _LONGEST_CAPTION or _SAID.search(plain):
        return False
    cues = ("caption places", "caption dates")
    return is_caption(plain) or any(_patterns(cue).search(plain) for cue in cues)


def _plain(line: str) -> str:
    """The line with straight apostrophes and single spaces."""
    return " ".join(line.replace("’", "'").split())


@lru_cache(maxsize=16)
def _patterns(section: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in _expanded(section)))


@lru_cache(maxsize=2)
def _ending(section: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_expanded(section))})\Z")


def _expanded(section: str) -> list[str]:
    lines = _lines()
    parts = dict(line.split(" ", 1) for line in lines["parts"])

    def expand(pattern: str) -> str:
        return _PART.sub(lambda match: expand(parts[match[1]]), pattern)

    return [expand(line) for line in lines[section]]


@lru_cache(maxsize=1)
def _lines() -> dict[str, tuple[str, ...]]:
    return line_sections("furniture")
