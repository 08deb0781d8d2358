"""What became of people: the words for killed, injured, missing and the like, as one word each."""

from __future__ import annotations

import re

from compare.english.calendar import one_of
from compare.english.numerals import ONE_TO_NINETEEN
from compare.text.fold import lower_case

# One line for each outcome; the first word is the one shown. Written for this package.
_WORDS = {
    "killed": "killed kill kills killing dead died die dies dying death deaths fatalities fatality "
    "slain perished slaughtered murdered toll lives bodies corpses drowned massacred victims",
    "injured": "injured injuring injure injures injuries injury wounded wounding wounds hurt "
    "hurting hospitalised hospitalized treated",
    "missing": "missing unaccounted disappeared vanished",
    "rescued": "rescued rescuing rescue saved survivors survived alive",
    "trapped": "trapped stranded entombed",
    "arrested": "arrested arresting arrests arrest detained detaining detentions detention custody "
    "apprehended",
    "charged": "charged indicted indictments indictment charges arraigned",
    "convicted": "convicted convictions sentenced",
    "evacuated": "evacuated evacuate evacuating evacuation evacuations evacuees displaced fled "
    "flee homeless",
    "infected": "infected infections cases sickened ill contracted",
    "destroyed": "destroyed destroying destroy razed burned burnt gutted damaged levelled leveled",
    "fired": "fired laid-off sacked dismissed cuts layoffs redundancies",
    "hired": "hired hire hiring recruit recruited",
    "gathered": "gathered gathering marched rallied protested protesting demonstrated crowd",
    "registered": "registered registering",
}
# Outcomes that are told in several words.
_PHRASES = {
    "injured": r"taken\s+to\s+(?:[\w’'.-]+\s+){0,3}(?:hospital|infirmary|clinic)s?|in\s+hospital",
    "evacuated": r"to\s+(?:leave|flee)(?=\s+(?:their|the\s+(?:area|town|city|village|valley)|before"
    r"|at|after|when|as|on|town)\b|[.,;]|$)|from\s+their\s+(?:homes|houses)"
    r"|(?:left|leave|leaving)\s+their\s+homes",
    "infected": r"test(?:ed|ing)?\s+positive|f(?:ell|allen|alling)\s+ill",
    "registered": r"signed\s+in|checked\s+in|spent\s+the\s+night|slept",
}
OUTCOMES = {word: name for name, words in _WORDS.items() for word in words.split()}
# Stems of words for people, which outlets use for one another.
PERSONS = frozenset({
    "peopl", "person", "men", "women", "man", "woman", "user", "resid", "passeng", "individu",
    "victim", "offici", "worker", "employe", "american", "citizen", "civilian", "protest",
    "demonstr", "student", "patient", "member", "adult", "other", "migrant", "refuge", "immigr",
    "account", "soldier", "troop", "custom", "famili", "guest", "visitor", "supporter", "miner",
    "villag", "tourist", "inmat", "prison", "holidaymak", "marcher", "firefight", "crew", "child",
    "children", "polic", "pupil", "teacher", "driver", "pedestrian", "bystand", "rescuer",
})  # fmt: skip
# Of these, the ones that say nothing of which people are meant.
GENERIC_PEOPLE = frozenset(
    {
        "peopl",
        "person",
        "men",
        "women",
        "man",
        "woman",
        "individu",
        "victim",
        "other",
        "bodi",
        "anyon",
        "one",
    }
)
_NAMES = "|".join([*_PHRASES.values(), *sorted(OUTCOMES, key=len, reverse=True)])
_OUTCOME = re.compile(rf"(?<![\w-])({_NAMES})(?![\w-])", re.IGNORECASE)
_PAIRED = re.compile(
    rf"(?<![\w-])({_NAMES})\s+(?:and|or|and/or)\s+(?:(?:were|was|are)\s+)?({_NAMES})(?![\w-])",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r",\s+(?:including|among\s+them|most\s+of|many\s+of|some\s+of)[^,.;]*(?:,|$)"
)
_STOP_RIGHT = re.compile(r"[;:—–―()]|,|\b(?:and|but|while|when|after|before|as)\b|\.\s|\d")
_STOP_LEFT = re.compile(r"[;:—–―()]|,|\b(?:and|but|while|when)\b|\d")
# "Houses and shops were damaged": both were.
_COORDINATE = re.compile(
    r"^\s+(?:[a-z-]+\s+){0,2}[a-z-]+s\s+and\s+(?:[a-z-]+\s+)?[a-z-]+s(?=\s+(?:were|was|are|have)\s)"
)
_REACH_RIGHT, _REACH_LEFT = 70, 45
_HAS_OBJECT = re.compile(
    r"\s+(?:(?:the|an?|his|her|their|its|all)\s+(?!(?:day|night|week|month|year|evening|morning|previous"
    r"|same|following|next|fire|blast|attack|crash|storm)(?!\w))[a-z]|\d"
    rf"|(?:{one_of(ONE_TO_NINETEEN[1:12])}|dozens|hundreds)\s)"
)
_PASSIVE = re.compile(r"(?<!\w)(?:was|were|been|being|is|are|be|who|that|which)\s+(?:\w+ly\s+)?$")
_TO_OTHERS = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!are )(?<!is )(?<![\w-])"
    r"(?:[a-z]+ed|flew|took|brought|carry|carries|sent|drove|saw|led|met|bore)\s+(?:the\s+|some\s+)?$"
)
_AS_OBJECTS = frozenset("survivors victims bodies corpses fatalities evacuees survivor".split())


def outcome(text: str, start: int, end: int) -> str:
    """The outcome that a count at `start`:`end` goes with: "killed", "killed or missing", or ""."""
    return _right_of(text, end) or _left_of(text, start)


def _right_of(text: str, end: int) -> str:
    window = _INCLUDING.sub(" ", text[end : end + _REACH_RIGHT])
    window = _COORDINATE.sub(lambda both: " " * len(both.group()), window)
    paired = _PAIRED.search(window)
    stop = _STOP_RIGHT.search(window)
    reach = stop.start() if stop else len(window)
    if paired is not None and paired.start() < reach:
        names = [_name(paired[1]), _name(paired[2])]
        return " or ".join(dict.fromkeys(names))
    found = _OUTCOME.search(window, 0, reach)
    if found is None or _is_done_to_others(window, found):
        return ""
    return _name(found[1])


def _is_done_to_others(window: str, found: re.Match[str]) -> bool:
    """True for "60 firefighters rescued the guests" and "two helicopters flew the injured".

    What the counted do to others, or with others, did not become of them.
    """
    before = window[: found.start()]
    if _HAS_OBJECT.match(window, found.end()) and not _PASSIVE.search(before):
        return found[1].lower().endswith("ed")
    return _TO_OTHERS.search(before) is not None and (
        before.endswith("the ") or lower_case(found[1]) in _AS_OBJECTS
    )


def _left_of(text: str, start: int) -> str:
    window = text[max(0, start - _REACH_LEFT) : start]
    stops = [stop.end() for stop in _STOP_LEFT.finditer(window)]
    found = _OUTCOME.findall(window, stops[-1] if stops else 0)
    return _name(found[-1]) if found else ""


def _name(words: str) -> str:
    """The one word for an outcome in any of its words."""
    known = OUTCOMES.get(lower_case(words))
    if known is not None:
        return known
    return next(
        name for name, phrase in _PHRASES.items() if re.match(phrase, words + ".", re.IGNORECASE)
    )
