"""What became of people: the words for killed, injured, missing and the like, as one word each."""

from __future__ import annotations

import re

# One line for each outcome; the first word is the one shown. Written for this package.
_WORDS = {
    "killed": "killed kill kills killing dead died die dies dying death deaths fatalities fatality "
    "slain perished slaughtered murdered toll lives bodies corpses drowned massacred victims",
    "injured": "injured injuring injure injures injuries injury wounded wounding wounds hurt "
    "hurting hospitalised hospitalized",
    "missing": "missing unaccounted disappeared vanished",
    "rescued": "rescued rescuing rescue saved survivors survived",
    "arrested": "arrested arresting arrests arrest detained detaining detentions detention custody "
    "apprehended",
    "charged": "charged indicted indictments indictment charges arraigned",
    "convicted": "convicted convictions sentenced",
    "evacuated": "evacuated evacuate evacuating evacuations evacuees displaced fled flee homeless",
    "infected": "infected infections cases sickened ill contracted",
    "destroyed": "destroyed destroying destroy razed burned burnt gutted damaged levelled leveled",
    "fired": "fired laid-off sacked dismissed cuts layoffs redundancies",
    "hired": "hired hire hiring recruit recruited",
}
OUTCOMES = {word: name for name, words in _WORDS.items() for word in words.split()}
_NAMES = "|".join(sorted(OUTCOMES, key=len, reverse=True))
_OUTCOME = re.compile(rf"(?<![\w-])({_NAMES})(?![\w-])", re.IGNORECASE)
_PAIRED = re.compile(
    rf"(?<![\w-])({_NAMES})\s+(?:and|or|and/or)\s+(?:(?:were|was|are)\s+)?({_NAMES})(?![\w-])",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r",\s+(?:including|among\s+them|most\s+of|many\s+of|some\s+of)[^,.;]*(?:,|$)"
)
_STOP_RIGHT = re.compile(r"[;:—–()]|,|\b(?:and|but|while|when|after|before|as)\b|\.\s|\d")
_STOP_LEFT = re.compile(r"[;:—–()]|,|\b(?:and|but|while|when)\b|\d")
_REACH_RIGHT, _REACH_LEFT = 70, 45


def outcome(text: str, start: int, end: int) -> str:
    """The outcome that a count at `start`:`end` goes with: "killed", "killed or missing", or ""."""
    return _right_of(text, end) or _left_of(text, start)


def _right_of(text: str, end: int) -> str:
    window = _INCLUDING.sub(" ", text[end : end + _REACH_RIGHT])
    paired = _PAIRED.search(window)
    stop = _STOP_RIGHT.search(window)
    reach = stop.start() if stop else len(window)
    if paired is not None and paired.start() < reach:
        names = [OUTCOMES[paired[1].lower()], OUTCOMES[paired[2].lower()]]
        return " or ".join(dict.fromkeys(names))
    found = _OUTCOME.search(window, 0, reach)
    return OUTCOMES[found[1].lower()] if found else ""


def _left_of(text: str, start: int) -> str:
    window = text[max(0, start - _REACH_LEFT) : start]
    stops = [stop.end() for stop in _STOP_LEFT.finditer(window)]
    found = _OUTCOME.findall(window, stops[-1] if stops else 0)
    return OUTCOMES[found[-1].lower()] if found else ""
