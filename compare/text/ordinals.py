"""Ordinals that count: "the fourth person charged", not "First Avenue" or "at first"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from compare.english.ordinals import FIRST_TEN, TEENS
from compare.text.fold import lower_case

_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_VALUES = {word: value for value, word in enumerate([*FIRST_TEN, *TEENS], start=1)}
for _place, _stem in enumerate(_TENS, start=2):
    _VALUES[f"{_stem}ieth"] = 10 * _place
    for _value, _word in enumerate(FIRST_TEN[:9], start=1):
        _VALUES[f"{_stem}y-{_word}"] = 10 * _place + _value
_VALUES["hundredth"] = 100

_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"(?<![\w.,$-])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}}){{0,9}})(?:st|nd|rd|th)"
    rf"|(?:the|his|her|its|their|our|my|an?)\s+(?:only\s+)?(?P<words>{_WORDS}))(?![\w-])",
    re.IGNORECASE,
)
# The place of a room in a house is a figure with and without an article: "a second-floor flat".
_FLOOR = re.compile(
    rf"(?<![\w.,$-])(?P<digits>\d{{1,3}})(?:st|nd|rd|th)(?=[-\s](?:floor|storey)(?!\w))"
    rf"|(?<![\w-])(?P<words>{_WORDS})(?=[-\s](?:floor|storey)(?!\w))",
    re.IGNORECASE,
)
_STOREY = re.compile(r"floor|storey", re.IGNORECASE)
_IDIOM = re.compile(
    r"\s+(?:time|times|place|step|steps|lady|glance|sight|half|name|names|family|responders?|hand"
    r"|thoughts?|thing|things|quarter|floor|grade|grader|party|parties|world|class|of\b|and\b|or\b"
    r"|degree|cousin|base|gear|rate|instance|impression|language|baby|child|chance|to\b|round"
    r"|century|day|week|month|year|season|week's|amendment|reich|estate|edition|kind|priority"
    r"|mate|officer|minister|secretary|lieutenant|sergeant|violin|vice"
    r"|weekend|nature|move|pitch|base|down|love|wave|person\s+(?:view|shooter|singular))(?!\w)"
    r"|\s+[A-Z]|\s*[.,;:!?)”\"’]|\s*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """A place in an order, as printed at `start`:`end`."""

    start: int
    end: int
    value: int


def ordinals(text: str) -> Iterator[Ordinal]:
    """The ordinals of a text that count something, those of floors last; never raises."""
    found = [m for m in _ORDINAL.finditer(text) if not _IDIOM.match(text, m.end())]
    floors = _FLOOR.finditer(text) if _STOREY.search(text) else ()
    for match in (*found, *floors):
        group = "digits" if match["digits"] else "words"
        printed = lower_case(match[group])
        value = int(printed.replace(",", "")) if group == "digits" else _VALUES[printed]
        if value:
            end = match.end()
            yield Ordinal(start=match.start(group), end=end, value=value)
