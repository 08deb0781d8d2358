"""What a figure counts: the noun beside it and, for people, what became of them."""

from __future__ import annotations

import re

from compare.english.word_lists import word_list
from compare.model.figures import FigureKind, Quantity
from compare.text.outcomes import OUTCOMES, outcome

_WORD = re.compile(
    r"[-\s\u00a0]*(?P<word>(?:[A-Za-z]\.){2,}|[A-Za-z][\w.’'-]*\w|[A-Za-z])[’']?(?=\W|$)"
)
_FUNCTION = word_list("function-words") | frozenset({
    "said", "says", "told", "per", "remain", "remained", "became", "become", "took", "take", "got",
    "get", "made", "make", "went", "go", "came", "come", "according", "including", "since",
    "ahead", "later", "earlier", "ago", "comes", "goes", "shows", "remains", "includes",
    "upstream", "downstream", "upriver", "downriver", "inland", "offshore", "away", "apart",
    "north", "south", "east", "west", "north-east", "north-west", "south-east", "south-west",
    "northeast", "northwest", "southeast", "southwest",
})  # fmt: skip
# "Nine of the 15 members" counts members.
_OF = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|their\s+|those\s+|these\s+|all\s+|his\s+|her\s+)?"
    r"(?:(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s[a-z]))?"
)
# How large a thing is in one direction, in one word for each.
_SHAPES = {
    "across": "wide", "wide": "wide", "width": "wide", "diameter": "wide", "deep": "deep",
    "depth": "deep", "high": "high", "tall": "high", "height": "high", "long": "long",
    "length": "long", "thick": "thick",
}  # fmt: skip
_SHAPE = re.compile(rf"(?P<gap>[-\s]|\s+in\s+)(?P<shape>{'|'.join(_SHAPES)})(?!\w)")
# "The hole was 40 feet across and 30 feet deep."
_SHAPED_BEFORE = re.compile(
    rf"(?<![\w-])(?P<noun>[a-z]+)\s+(?:was|is|measured|measures)\s[^.;,]{{3,40}}"
    rf"(?:{'|'.join(_SHAPES)})\s+and\s+$"
)
# Nouns before a bare number that say what it counts: "a crowd of 500".
_COLLECTIVE = frozenset(
    "crowd audience congregation turnout population group fleet herd flock queue staff workforce"
    " convoy crew majority".split()
)
_NOT_NOUN_ING = re.compile(
    r"(?!(?:meeting|hearing|briefing|shooting|bombing|building|opening|evening|morning|spring"
    r"|offering|ruling|sitting|funding|spending|sentencing|wedding|landing|sailing|screening"
    r"|reading|closing|filing|listing|training|hanging|killing|crossing|being)$)\w+ing$"
)
_MANY = frozenset({
    "people", "men", "women", "children", "police", "troops", "cattle", "staff", "personnel",
})  # fmt: skip
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous)$|^(?:u\.s|always|perhaps|years)$")
_LEFT_NOUN = re.compile(
    r"(?<![\w-])(?P<noun>[a-z][a-z-]+)\s+(?:rate\s+)?(?:(?:of|at|to|is|was|were|by|reached|hit|than|totaled"
    r"|totalled|stood|rose|fell|exceeding|topping|worth|from|gusting|up)\s+){1,3}$"
)
_NOT_LEFT_NOUN = re.compile(
    r"[a-z]+ed|[a-z]+ly|grown|risen|fallen|shrunk|sunk|had|has|have|been|be|was|were|is|are|it|they"
    r"|now|still|already|put|cut|set|run|kept|held|fell|rose|grew"
)
_DATE_KINDS = (FigureKind.DATE, FigureKind.TIME)
_PREPOSITION = re.compile(r"(?<!\w)(?:on|in|since|at|by|until)\s+$", re.IGNORECASE)
# The name an age belongs to stands before it ("Jane Doe, who is 34") or behind ("a man, Jim Roe,").
_NAMED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+)(?:,\s(?:who\s(?:is|was|turned)\s)?(?:now\s)?(?:aged?\s)?|\s\("
    r"(?:aged?\s)?|\s(?:is|was|turned|turns)\s(?:now\s)?(?:aged?\s)?)$"
)
_NAMED_BESIDE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+),\s(?:an?|the)\s[a-z][^,.;:]{2,50}(?:,|,?\saged?)\s$"
)
# "Ada Finch, a 38-year-old cleaner".
_NAMED_RIGHT_BEFORE = re.compile(r"(?P<name>[A-Z][\w’'-]+),\s(?:an?|the|now)\s$")
_NAMED_BEHIND = re.compile(
    r"\s(?:(?:[a-z][\w-]*\s){0,3}?(?:[a-z][\w-]*,\s|(?:named|called|identified\sas)\s))?"
    r"(?:[A-Z][\w.’'-]+\s){1,2}(?P<name>[A-Z][\w’'-]+)"
    r"(?=[,.;:]|$|\s(?:was|is|were|has|had|said|who|and|died|from|of|in|as|on|to)(?!\w))"
)
# "Dead: 14", "Rescued by boat: 42": a label before a colon says what the figure behind it counts.
_LABEL = re.compile(r"(?:^|[.;,\n]\s*|[•*-]\s+)(?P<label>[A-Za-z][\w’' -]{2,40}?)\s*:\s*$")
_LABELLED = re.compile(r"\s*(?:[;,.\n]|$)")
# Words that an amount for each share may be of, and the noun for each.
_PER_SHARE = {
    "earned": "earnings", "earnings": "earnings", "earns": "earnings", "profit": "earnings",
    "profits": "earnings", "lost": "loss", "loss": "loss", "dividend": "dividend",
    "dividends": "dividend", "payout": "dividend", "offer": "offer", "offered": "offer",
}  # fmt: skip
_OF_SHARE = re.compile(rf"(?<![\w-])(?:{'|'.join(_PER_SHARE)})(?![\w-])", re.IGNORECASE)
# "One tram in ten".
_RATIO = re.compile(r"\s(?P<noun>[a-z]+)\s+(?:in|out\s+of)\s")
_AGED = re.compile(r"(?<![\w-])(?P<noun>[a-z]+)\s+aged\s+(?:about\s+|just\s+)?$")
_NO_PERSON = frozenset(["He", "She", "Who", "It", "The"])
_LEAVING = frozenset("left fled died went came attended marched gathered".split())
_REACH = 6
_VERB = re.compile(r"(?<![\w-])[a-z]+(?:ed|ied)(?![\w-])")
_IRREGULAR = re.compile(
    r"(?<![\w-])(?:said|told|met|held|began|won|lost|left|made|took|gave|went|came|saw|hit|broke|fell"
    r"|rose|shot|found|sent|spoke|wrote|fought|struck|sank|flew|led|quit|put|set|sold|bought|paid"
    r"|brought|sued|sues|filed|died|dies|born|drew|rang|stood|sat|heard|kept|built|ran|grew|cut)"
    r"(?![\w-])"
)


def counted_things(text: str, start: int, end: int, quantity: Quantity, kind: FigureKind) -> str:
    """What the figure at `start`:`end` of a sentence counts, in its words; "" when unclear.

    For an age it is the name before it, if there is one; for dates and times the verb of what
    happened then, or the noun that follows.
    """
    if kind in _DATE_KINDS:
        return _dated(text, start, end)
    label = _LABEL.search(text, max(0, start - 50), start) if _LABELLED.match(text, end) else None
    if label is not None:
        return _labelled(label["label"], kind)
    if (quantity.unit or "").endswith("/share") and (noun := _of_share(text, start, end)):
        return noun
    if kind is FigureKind.AGE and (name := _whose_age(text, start, end)):
        return name
    if kind is FigureKind.MEASURE and (shape := _SHAPE.match(text, end)):
        hyphen = shape["gap"] == "-"
        noun = _noun_after(text, shape.end(), quantity) if hyphen else _noun_before(text, start)
        beside = None if noun else _SHAPED_BEFORE.search(text, max(0, start - 70), start)
        noun = beside["noun"] if beside else noun
        return f"{noun} {_SHAPES[shape['shape']]}".strip()
    inside = _RATIO.search(text, start, end) if kind is FigureKind.PERCENT else None
    if inside is not None:
        return inside["noun"]
    noun = _noun_after(text, end, quantity)
    if kind is FigureKind.AGE and not noun:
        aged = _AGED.search(text, max(0, start - 30), start)
        return aged["noun"] if aged else ""
    if kind is not FigureKind.COUNT:
        return noun or _noun_before(text, start)
    if text[start:end].lower() == "twice":
        return "times"
    before = _noun_before(text, start)
    return _with_fate(noun or (before if before in _COLLECTIVE else ""), outcome(text, start, end))


def _labelled(label: str, kind: FigureKind) -> str:
    """What the label before a colon counts: "people killed" for "Dead", else its own words."""
    words = [word for word in label.lower().split() if word not in _FUNCTION]
    if kind is not FigureKind.COUNT:
        return " ".join(words[-2:])
    fate = next((OUTCOMES[word] for word in words if word in OUTCOMES), "")
    nouns = [word for word in words if _is_plural(word) and word not in OUTCOMES]
    return _with_fate(" ".join(nouns[:1]) or ("" if fate else " ".join(words[-2:])), fate)


def _of_share(text: str, start: int, end: int) -> str:
    """What an amount for each share is: earnings, a dividend; "" where no word near it tells."""
    before = text[max(0, start - 60) : start].rsplit(",", 1)[-1].rsplit(" and ", 1)[-1]
    found = [*_OF_SHARE.finditer(before)]
    behind = _OF_SHARE.search(text[end : end + 25].split(",")[0])
    word = found[-1].group() if found else behind.group() if behind else ""
    return _PER_SHARE.get(word.lower(), "")


def _whose_age(text: str, start: int, end: int) -> str:
    """The last name of the person whose age it is, or nothing."""
    named = (
        _NAMED.search(text, max(0, start - 40), start)
        or _NAMED_BESIDE.search(text, max(0, start - 80), start)
        or _NAMED_RIGHT_BEFORE.search(text, max(0, start - 40), start)
    )
    if named is not None and named["name"] not in _NO_PERSON:
        return named["name"]
    behind = _NAMED_BEHIND.match(text, end)
    return behind["name"] if behind else ""


def _with_fate(noun: str, fate: str) -> str:
    words = [word for word in noun.split() if OUTCOMES.get(word) is None or not fate]
    if fate and not words:
        words = ["people"]
    return " ".join([*words, fate] if fate else words)


def _noun_after(text: str, end: int, quantity: Quantity) -> str:
    """The noun phrase to the right, up to its head."""
    of = _OF.match(text, end)
    at = of.end() if of else end
    one = quantity.low == quantity.high == 1 or quantity.unit is not None
    words: list[str] = []
    for _ in range(_REACH):
        match = _WORD.match(text, at)
        if match is None or match["word"].lower() in _FUNCTION:
            break
        word = match["word"].lower()
        if not words and quantity.unit is None and word in _LEAVING:  # "about 900 left their homes"
            break
        if (
            words
            and one
            and quantity.unit != "place"
            and (_VERB.fullmatch(word) or _IRREGULAR.fullmatch(word))
        ):
            break
        at = match.end()
        if word.endswith(("’s", "'s")):  # "of the club's members" counts members
            continue
        words.append(word)
        if not one and _is_plural(word):
            break
    else:
        words = words[:2] if one else []
    return " ".join(words[-3:])


def _is_plural(word: str) -> bool:
    return word in _MANY or (word.endswith("s") and not _NOT_PLURAL.search(word))


def _noun_before(text: str, start: int) -> str:
    found = _LEFT_NOUN.search(text, max(0, start - 50), start)
    noun = found["noun"] if found else ""
    return "" if noun in _FUNCTION or _NOT_LEFT_NOUN.fullmatch(noun) else noun


def _dated(text: str, start: int, end: int) -> str:
    """The noun right behind ("2016 election") or else the nearest verb of the clause."""
    if text[end : end + 1] in (" ", "-", "’", "'") and not _PREPOSITION.search(
        text, max(0, start - 8), start
    ):
        words = _plain_words(text, end)
        if words:
            return " ".join(words[-2:])
    return _nearest_verb(text, start, end)


def _plain_words(text: str, at: int) -> list[str]:
    words: list[str] = []
    if text[at : at + 2] in ("’s", "'s"):
        at += 2
    for _ in range(4):
        match = _WORD.match(text, at)
        word = match["word"].lower() if match else ""
        if match is None or word in _FUNCTION or _VERB.match(word) or _IRREGULAR.match(word):
            break
        if not words and _NOT_NOUN_ING.match(word):
            break
        words.append(word)
        at = match.end()
    return words


def _nearest_verb(text: str, start: int, end: int) -> str:
    left = text[max(0, start - 80) : start]
    right = text[end : end + 60]
    left = re.split(r"[;:()—]|,\s", left)[-1] if "," in left[-40:] else left
    before = [*_VERB.finditer(left), *_IRREGULAR.finditer(left)]
    after = [*_VERB.finditer(right), *_IRREGULAR.finditer(right)]
    ranked = [(len(left) - m.end(), m.group()) for m in before]
    ranked += [(m.start() + 1, m.group()) for m in after]
    return min(ranked)[1] if ranked else ""
