"""A number that a second source gives for what was counted before: "the union at 350"."""

from __future__ import annotations

import re

from compare.english.word_lists import word_list
from compare.text.fold import lower_case
from compare.text.words import stem

_THING = (
    r"(?:figure|number|numbers|total|count|toll|tally|turnout|attendance|crowd|cost|damage|loss"
    r"|losses|share|bill|length|height|depth|speed)"
)
_WHO = r"(?P<who>[^\W\d_][^,.;:“”\"\d]{1,70}?)"
# "Open Ford, which runs a kitchen at the site, put the figure at".
_WHO_ASIDE = rf"{_WHO}(?:,\s(?:an?|the|which|who|whose)\s[^.;:“”\"]{{3,80}},)?"
_ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|only|just|at\s+least|more\s+than|over|up\s+to)\s+)?"
)
_START = r"(?:^|[,;:]\s|(?<!\w)(?:while|but|and|though|although|whereas)\s)"
# "The company spoke of 940", "a count commissioned by residents came up with 3,000".
_GIVES = re.compile(
    rf"{_START}{_WHO_ASIDE}\s+(?:(?:had|has|have)\s+)?(?:"
    rf"(?:put|puts)\s+(?:the|their|its|that|this)\s+(?:\w+\s+)?{_THING}\s+(?:\w+\s+)?at"
    r"|(?:speaks?|spoke|talks?|talked)\s+of|(?:put|puts|made|makes|reckons?|reckoned)\s+it\s+(?:at\s+)?"
    rf"|came\s+up\s+with|(?:counts?|counted|estimates?|estimated|gives?|gave)(?:\s+(?:the|their|its)\s+{_THING}\s+at)?"
    rf"|(?:says?|said)\s+(?:it|there|they)\s+(?:was|were|is|are))\s*{_ABOUT}$",
)
# "The union’s figure was 350".
_OWN_FIGURE = re.compile(
    rf"{_START}{_WHO}(?:’s|'s|s’|s')\s+(?:own\s+)?(?:figure|number|count|estimate|tally)\s+"
    rf"(?:is|was)\s+{_ABOUT}$"
)
# "Police put their number at 200, the union at 350."
_ELLIPTIC = re.compile(
    rf"(?:,|;|,?\s+(?:and|while|but))\s+{_WHO_ASIDE},?\s+(?:at\s+|as\s+|of\s+)?{_ABOUT}$"
)
# What stands before the first of two such numbers.
_COUNTING = re.compile(
    rf"(?<!\w)(?:puts?\s+(?:the|their|its|that|this)\s+(?:\w+\s+)?{_THING}\s+(?:\w+\s+)?at"
    rf"|counts?|counted|estimates?|estimated|reckons?|reckoned|claims?|claimed)\s+[^;]*$"
)
# "640 by the company’s figures and 765 by the union’s."
_BY = re.compile(
    r"\s+(?:by|according\s+to|on)\s+(?:the\s+)?(?P<who>[\w’' -]{3,40}?)(?:’s|'s|s’|s')"
    r"(?:\s+(?:own\s+)?(?:figures?|count|estimates?|reckoning|numbers))?(?=[.,;]|$)"
)
_ENDS = re.compile(r"\s*(?:[.,;:)—–”\"]|$)|\s+(?:and|but|while|including|of\s+them)(?!\w)")
# What a source gave before is its own count of another hour.
_EARLIER = re.compile(
    r"(?<!\w)(?:earlier|initially|first|originally|previously|last|later|now|since|before)(?!\w)",
    re.IGNORECASE,
)
# Words that show that a number is somebody's count.
_TOLD = re.compile(
    r"(?<!\w)(?:said|says?|according\s+to|estimat\w+|count(?:s|ed)?|forecasts?|puts?|reports?|reported"
    r"|figures|claim(?:s|ed)?|spoke|speaks?)(?!\w)",
    re.IGNORECASE,
)
_SOURCES = word_list("roles") | word_list("group-words") | word_list("agencies")
_NOBODY = frozenset("it he she they who which that this these those we you i".split())
_SAY_LITTLE = frozenset("the a an of own that its their local".split())


def second_source(text: str, start: int, end: int) -> str | None:
    """Return who gives the figure at `start`:`end` of `text` as a count of their own.

    None unless the words say that it is a count of what was counted before by somebody else:
    "the union at 350", "the company spoke of 940", "765 by the union's". Nothing may stand behind
    the figure that it would count instead.
    """
    by = _BY.match(text, end)
    if by is not None:
        return by["who"]
    if not _ENDS.match(text, end):
        return None
    before = text[max(0, start - 220) : start]
    for pattern in (_GIVES, _OWN_FIGURE):
        found = pattern.search(before)
        if found is not None and _is_somebody(found["who"], strict=False):
            return None if _EARLIER.search(found.group()) else found["who"]
    found = _ELLIPTIC.search(before)
    if found is not None and _is_somebody(found["who"], strict=True):
        counted = _COUNTING.search(before, 0, found.start())
        return found["who"] if counted else None
    return None


def is_told_by_somebody(sentence: str) -> bool:
    """True where a sentence shows that its number is what somebody says or counts."""
    return _TOLD.search(sentence) is not None


def is_same_source(one: str, other: str) -> bool:
    """True for two descriptions of a source with a word of meaning in common."""
    return bool(_meaning(one) & _meaning(other))


def _meaning(who: str) -> set[str]:
    found = re.findall(r"[^\W_]+", lower_case(who))
    return {stem(word) for word in found if word not in _SAY_LITTLE and len(word) > 1}


def _is_somebody(who: str, *, strict: bool) -> bool:
    """False for a pronoun; a `strict` source is a noun for people or a body."""
    words = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", who)
    if not words or lower_case(words[0]) in _NOBODY:
        return False
    if not strict:
        return True
    head = re.split(r"\s+(?:of|for|in|at|from)\s+", who)[0].split()[-1]
    low = lower_case(head)
    return head == low and not _SOURCES.isdisjoint((low, low.removesuffix("s")))
