"""One form for the spellings that houses write one word in: colour and color, ten and 10.

The form is a key to compare words by, not a word to print.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compare.english.ordinals import FIRST_TEN
from compare.english.word_lists import word_list
from compare.text.cardinals import ONES, TENS

_ENDINGS = ("", "s", "ed", "ing", "er", "ers", "ful", "able", "hood", "ist", "ite", "ly", "less")
_ISE = re.compile(r"is(e[drs]?|ing|ers|ations?)$")
_YSE = re.compile(r"ys(e[drs]?|ing|ers)$")
_DOUBLED = re.compile(
    r"^(travel|cancel|level|label|model|signal|fuel|counsel|quarrel|marvel|total|dial|rival|channel"
    r"|panel|tunnel|shovel|duel|initial|fulfil|patrol|control|enrol)l(?=ed$|ing$|ers?$)"
)
_ORDINALS = {
    word: f"{number}{'th' if number > 3 else ('st', 'nd', 'rd')[number - 1]}"
    for number, word in enumerate(FIRST_TEN, start=1)
}
_JOINED = re.compile(r"^(?:re|co|pre|non|anti|multi|semi|sub|un|over|under)-(?=[a-z])")
_CLOCK = re.compile(r"^(\d{1,2})(?:[.:](\d\d))?\s?([ap])\.?\s?m\.?$")
_SHARE = re.compile(r"^(?:%|per\s?cent|pc)$")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """The key of a folded word, the same for all its spellings; most words are their own key."""
    if _SHARE.match(word):
        return "percent"
    clock = _CLOCK.match(word)
    if clock:
        hour, minute, half = clock.groups()
        return f"{hour}:{minute}{half}m" if minute and minute != "00" else f"{hour}{half}m"
    number = ONES.get(word, TENS.get(word))
    # "One" is more often a pronoun than a figure.
    if number is not None and number > 1:
        return str(number)
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word[:1].isdigit():
        return _GROUPED.sub("", word)
    return _american(_JOINED.sub(lambda prefix: prefix.group()[:-1], word))


def _american(word: str) -> str:
    if word in _pairs():
        return _pairs()[word]
    if len(word) > 6:
        word = _YSE.sub(r"yz\1", _ISE.sub(r"iz\1", word))
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=1)
def _pairs() -> dict[str, str]:
    """From a British spelling, also with an ending, to the American one."""
    split = (entry.split("/") for entry in word_list("spellings"))
    return {british + end: american + end for british, american in split for end in _ENDINGS}
