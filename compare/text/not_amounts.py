"""Numbers that name a thing instead of counting: flights, dockets, addresses, phone numbers."""

from __future__ import annotations

import re

from compare.english.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS, one_of
from compare.english.numerals import ONE_TO_NINETEEN, TWO_TO_TEN
from compare.model.spans import Span

_STREET = (
    r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Dr\.?|Lane|Ln\.?|Way|Place"
    r"|Pl\.?|Court|Ct\.?|Square|Sq\.?|Terrace|Parkway|Pkwy|Highway|Hwy|Row|Close|Crescent|Quay)"
)
_NAMED = (
    r"Flight|Flt|Article|Section|Sec\.|Chapter|Title|Rule|Amendment|Route|Highway|Interstate|Exit"
    r"|Channel|Room|Suite|Apt\.?|Apartment|Unit|Gate|Terminal|Platform|Ward|District|Precinct|Zone"
    r"|Area|Block|Line|Lane|Pier|Level|Tier|Grade|Class|Phase|Type|Pool|Game|Week|Day|Round|Stage"
    r"|Race|Lap|Episode|Season|Part|Volume|Vol\.|Page|Figure|Fig\.|Table|Form|Schedule"
    r"|Proposition|Prop\.|Measure|Question|Bill|Act|Resolution|Order|Directive|Regulation|Case"
    r"|Docket|File|Number|No\.?|Nos\.?|Apollo|Boeing|Airbus|iPhone|Windows|PlayStation|Galaxy"
    r"|World\s+War|Super\s+Bowl|Formula|Studio|Mach|Category|Cat\.|Engine|Truck|Station|Local"
    r"|Battalion|Brigade|Division|Squadron|Bus|Train|Tram|Car|Runway|Reactor|Berth|Dock|Barrack"
    r"|Ladder|House\s+Bill|Senate\s+Bill|Lot|Count|Counts|Panel|Cell|Bay|Hangar|Appendix|Annex"
)
_SPELLED = one_of(ONE_TO_NINETEEN[:15])
_LINK = r"https?://\S+|www\.\S+"
_SECTION_MARK = r"§+\s?\d[\d.]*"
_ON_THE_MAP = r"(?i:latitude|longitude)\s+[\d.]+(?:\s+(?:north|south|east|west|[NSEW])(?!\w))?"
_NAMED_GROUP = (
    r"(?i:(?:group|gang|big|class|committee|party|squad|team)\s+of\s+(?:seven|eight|ten|five|six))"
)
_PATTERNS = (
    # What a noun is called by: a four-star general, a two-way street, a two-state solution.
    rf"(?i:(?<![\w-])(?:{_SPELLED}|\d)-(?:star|time|way|part|party|state|sided|fold|pronged|tier))(?!\w)",
    rf"{_LINK}|(?<![\w.+-])[\w.+-]{{1,64}}+@[\w-]+\.[\w.]+|(?<!\w)[#@]\w+",
    # Telephone numbers: international, North American and European groupings.
    r"(?<![\w-])(?:\+\d{1,3}[\s.-]?)(?:\(?\d{1,5}\)?[\s.-]?){2,5}\d",
    r"(?<![\w-])(?:1[-.\s])?\(?\d{3}\)?[-.\s]\d{3}[-.]\d{4}(?!\d)",
    r"(?<![\w-])0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}(?!\d)",
    r"(?<![\w-])1?-?8\d\d-[A-Z\d-]{6,}",
    # Several of them, "Wards 7 and 9"; no amount, whatever follows.
    r"(?<!\w)(?:Ward|Room|Flight|Article|Section|Route|Unit|Gate|Terminal|Platform|Block|Zone|Level"
    r"|Phase|Table|Chapter|Count|Reactor|Exit|Lane|District|Station|Line)s\s+\d+(?:,\s\d+)*,?"
    r"\s(?:and|or|to)\s\d+(?!\w)",
    # A capitalised noun and its number, in digits, in letters or in a word.
    rf"(?<!\w)(?:{_NAMED})[\s\u00a0-]+(?:[A-Z]{{1,3}}-?)?\d[\d,./-]*(?:[A-Z](?!\w))?(?!\w)",
    rf"(?<!\w)(?:{_NAMED}|number|phase|stage|level|category|grade|chapter|Day|square)\s+"
    rf"(?:{_SPELLED}|{one_of(tuple(map(str.title, ONE_TO_NINETEEN[:10])))})(?!\w)"
    rf"(?!\s+(?:people|men|women|children|were|was|are|of))",
    r"(?<!\w)(?:number|numbers|no\.|nos\.|line|page|pages|paragraph|verse|row|seat|bus|flight|room"
    r"|highway|route|exit|platform|grade|flat|lot|unit|apartment|section|article)\s+\d[\d,-]*(?!\w)",
    # Letters and digits in one token, section marks, dockets, versions.
    r"(?<![\w$€£¥₹])(?!(?:US|AU?|CA?|NZ|HK|S|NT|R|Rs|EUR|USD|GBP)\$?\d|mid-)[A-Za-z]{1,5}-?\d+"
    r"(?:-\d+)?[A-Za-z]{0,2}(?!\w)",
    rf"(?<![\w.,$€£])\d+\([a-z0-9]\)(?:\(\d+\))?|{_SECTION_MARK}",
    r"(?<![\w.])(?:\d{1,2}:)?\d{1,3}[-:][A-Za-z]{2,3}-\d{2,6}(?:-[A-Z]+)*",
    r"(?<![\w.])\d+\.\d+\.\d+(?:\.\d+)*(?!\w)",
    r"(?<![\w.,$€£])(?:[3-7][DG]|[48]K|[1-9]\d?[kK](?=\s+(?:run|race|walk)))(?!\w)",
    r"(?<![\w.,])(?:9/11|7/7|24/7|50[-/]50|20/20|11-M|1/6)(?!\w)",
    # Serial numbers with leading zeros, times with a stray space.
    r"(?<![\w.,$€£])(?<!\d[ '’])0\d+(?![\w.])|(?<![\w.])\d{1,2}:\s\d{2}(?!\d)",
    # Prices in fractions, places on the map.
    r"(?<![\w.])(?<!\d[\s-])\$?\d+(?:\.\d+)?/\d+(?:\.\d+)?(?!\w)",
    _ON_THE_MAP,
    # Addresses and postcodes.
    rf"(?<![\w.,$€£])\d{{1,5}}(?:\s+[NSEW]\.?)?(?:\s+[A-Z][\w.’'-]+){{1,3}}\s+{_STREET}(?!\w)",
    r"(?<![\w.,$€£])\d{3,5}\s+block(?=\s+of)|(?<!\w)10\s+Downing",
    r"(?<!\w)[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\d)|(?<!\w)[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?!\w)",
    # Named groups, idioms, makes and models.
    _NAMED_GROUP,
    r"(?<!\w)(?:(?:the\s+)?[Bb]ig\s+(?:three|four|five|six))(?=\s+[a-z]+)",
    r"(?i:(?<!\w)(?:(?:cut|split|broken?|snap(?:s|ped)|torn|sawn?|tore|divided)\s+(?:\w+\s+)?in\s+two"
    r"|no\s+one|one\s+another|one\s+day(?!\s+(?:after|before|later|earlier))"
    r"|at\s+one\s+point|one\s+by\s+one|from\s+one\s+\w+\s+to\s+another|one\s+of|one-on-one|two-way|one-way|one-time|one-sided"
    r"|two-thirds\s+majority|zero\s+tolerance|zero-tolerance|third[- ]part(?:y|ies)|million-to-one"
    r"|one\s+\w+\s+(?:and|to|or)\s+(?:the\s+(?:start|end|beginning)\s+of\s+)?(?:the\s+)?(?:next|another|other)"
    r"|one-off|first-hand|catch-22|open\s+one|square\s+one|day\s+one|one\s+thing|one\s+more\s+time"
    r"|two-faced|three-dimensional|one\s+hand|each\s+one|every\s+one|any\s+one|this\s+one"
    r"|that\s+one|the\s+one|which\s+one|million-dollar\s+question|four-letter|sixth\s+sense"
    r"|(?:two|three|four|six|eight)-wheel(?:er|ed|s)?|ten-point|nine-to-five|ten\s+to\s+one"
    rf"|{one_of(TWO_TO_TEN)}-(?:figure|time)"
    r"|two-state|two-tier|two-party|two-fold|twofold|seventh\s+heaven)(?!\w)"
    r"(?!\s+(?:hundred|thousand|million|billion)))",
    r"(?<!\w)(?!(?:In|On|At|By|For|From|With|Of|The|And|But|Or|Some|About|Over|Nearly|Almost|Only"
    r"|Another|All|At|Just|Up|More|Around|Roughly|When|While|After|Before|Since|Until|Between"
    r"|Under|That|Its|His|Her|Their|Our|These|Those|Aged|Age|Magnitude|Rs|Than|Last|Next|Past"
    r"|First|Another|Every|Each|EUR|USD|GBP|CHF|As|To|Not|If|Then|Now|Still)\b)"
    rf"(?!{one_of((*WEEKDAYS, *MONTHS, *SHORT_MONTHS))}\b)"
    r"[A-Z][a-zA-Z]+\s+\d{1,3}(?=[.,](?!\d)|[;:!?)’']|$|\s+(?:is|was|were|are|and|in|on|at|has|had|will"
    r"|jet|plane|aircraft|from|to|crashed|took)\b)",
)
# Those that may begin inside a word; most places of a text lie there, and only these are tried.
_INSIDE_WORDS = (_LINK, _SECTION_MARK, _ON_THE_MAP, _NAMED_GROUP)
_LABEL = re.compile(
    "|".join(
        f"{where}(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)})"
        for where, patterns in ((r"(?<!\w)", _PATTERNS), (r"(?<=\w)", _INSIDE_WORDS))
    )
)


def not_amounts(text: str) -> list[Span]:
    """The stretches of a text whose numbers are names, in order; never raises."""
    return [Span(match.start(), match.end()) for match in _LABEL.finditer(text)]
