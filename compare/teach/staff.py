"""Names of people whom an article gives as its own: "our reporter X", "Photo: X", "X reports".

They are looked for in texts in which the names of outlets are replaced already, so that "Outlet C’s
Anna Lind" and "Anna Lind of Outlet C" can be known by their form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.english.word_lists import word_list
from compare.text.titles import title_words

Name = tuple[str, ...]
# The capitals of the Latin alphabets.
CAPITAL = "".join(chr(code) for code in range(0x180) if chr(code).isupper())
_WORD = rf"[{CAPITAL}](?:[\w’'-]*[^\W\d_])?\.?"
_PARTICLE = r"(?:(?:de|la|van|von|der|den|di|da|del|al|bin|el)\s+)*"
_ONE = rf"{_WORD}(?:[ \u00a0]+{_PARTICLE}{_WORD}){{1,3}}"
_NAMES = rf"(?P<names>{_ONE}(?:(?:\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+){_ONE})*)"
_ROLE = (
    r"(?:reporters?|correspondents?|editors?|journalists?|writers?|columnists?|critics?"
    r"|photographers?|photojournalists?|cameraman|camerawoman|colleagues?|presenters?|hosts?"
    r"|anchors?|team|producers?|cartoonists?|commentators?|stringers?|freelancers?|snappers?"
    r"|(?:man|woman|people)\s+(?:in|at|on)\s+(?:the\s+)?[\w’'-]+)"
)
_BETWEEN = r"(?:[\w’'-]+\s+){0,3}?"
_OWN = (
    r"(?:[Oo]ur(?:\s+own)?|[Tt]his\s+(?:newspaper|paper|website|site|channel|station|agency"
    r"|magazine|outlet|programme)[’'][sS]?|Outlet\s+[A-Z](?:[’'][sS]?)?)"
)
_WORK = (
    r"(?i:photo(?:graph)?s?|pictures?|pics?|images?|video|footage|film|words|text|graphics?"
    r"|illustrations?|credit|camera|additional\s+reporting|reporting|writing|editing|report)"
)
_BEFORE = (
    rf"\b{_OWN}\s+{_BETWEEN}{_ROLE}\s*[,:]?\s+{_NAMES}",
    rf"\bOutlet\s+[A-Z][’'][sS]?\s+{_NAMES}",
    rf"\b{_WORK}\s*(?::|\s[-–—]|/|\|)\s*(?i:by\s+)?{_NAMES}",
    rf"\b{_WORK}\s+(?i:by|courtesy\s+of|credit)\s*:?\s+{_NAMES}",
    rf"(?:©|\([Cc]\))\s*(?:\d{{4}}\s*)?{_NAMES}",
    rf"(?:\A|\n)\s*(?i:by|from|words)\s*:?\s+{_NAMES}\s*(?=\n|\Z|,|\|)",
)
_AFTER = (
    rf"\b{_NAMES}\s+reports?(?=\s+from\b|\s*[.:)]|\s*\Z)",
    rf"\b{_NAMES}\s*[,(]?\s*(?:of|for|from|at|with|writing\s+(?:in|for))\s+Outlet\s+[A-Z]\b",
    rf"\b{_NAMES},\s+(?:an?\s+|the\s+|our\s+|Outlet\s+[A-Z][’'][sS]?\s+){_BETWEEN}{_ROLE}\s+"
    rf"(?:of|for|at|with)\s+(?:Outlet\s+[A-Z]|this\s+\w+)\b",
    rf"\b{_NAMES},\s+(?:our|(?:an?\s+)?Outlet\s+[A-Z](?:[’'][sS]?)?)\s+{_BETWEEN}{_ROLE}\b",
    rf"\b{_NAMES}\s+(?:has|have)\s+(?:the|this|that|more)(?:\s+(?:full\s+)?(?:story|report|details))?"
    r"(?=[.\s]*(?:\Z|\n)|\s+on\b|[.]\s)",
    rf"\b(?:[Ww]atch|[Ss]ee|[Rr]ead|[Hh]ear)\s+{_NAMES}[’']s\s+(?:full\s+)?"
    r"(?:report|story|column|interview|dispatch|film|review)\b",
    rf"\b[A-Z]{{2,5}}\s?/\s?{_NAMES}",
    rf"\b{_NAMES}(?:/|\s*\()Outlet\s+[A-Z]\b",
)
_PATTERNS = tuple(re.compile(pattern) for pattern in (*_BEFORE, *_AFTER))
_JOINTS = re.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+")
_OWNS = ("'s", "’s", "'S", "’S")
_FEWEST = 2
_PROGRAMME = frozenset(
    "tonight today breakfast morning evening weekend live show hour report daily news newsnight "
    "drivetime podcast question questions programme program bulletin update line desk magazine "
    "sunday saturday friday monday night outlet agency press images".split()
)


def staff_names(text: str) -> Iterator[Name]:
    """The names of people whom a text gives as those who made it, each as its words."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            for piece in _JOINTS.split(match["names"]):
                name = _capitals(piece)
                if len(name) >= _FEWEST and not _PROGRAMME & {word.lower() for word in name}:
                    yield name


def _capitals(piece: str) -> Name:
    """The words of a name without titles, up to the first word that is none of a name."""
    found = [word.rstrip(".") if len(word) > 2 else word for word in piece.split()]
    owner = max((at for at, word in enumerate(found) if word.endswith(_OWNS)), default=-1)
    del found[: owner + 1]
    while found and found[0].lower() in title_words():
        del found[0]
    small = word_list("stop") | word_list("function-words")
    ends = (at for at, word in enumerate(found) if word[0].isupper() and word.lower() in small)
    return tuple(found[: next(ends, None)])
