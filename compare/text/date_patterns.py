"""The written forms of dates, as one pattern whose outer groups name the rules."""

from __future__ import annotations

import re

from compare.english.calendar import MONTH, SHORT_MONTHS, SPAN_OF_TIME, SURE_MONTHS, WEEKDAY, one_of
from compare.english.numerals import ONE_TO_TWELVE

_MONTH = rf"(?:{MONTH}|{one_of(SHORT_MONTHS)}\.?)"
_MONTH_SURE = one_of(SURE_MONTHS)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,]\d|\w)"
_YEAR = r"(?:1[89]|20)\d\d(?![\d,]\d|\w|\.\d)"
_WEEKDAY_ANY = rf"(?:{WEEKDAY}|Mon\.?|Tues?\.?|Wed\.?|Thurs?\.?|Fri\.?|Sat\.?|Sun\.?)"
_PART = (
    r"(?:[Ee]arly|[Mm]id|[Ll]ate|(?:the\s+)?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\s+of)"
    r"(?:\s+in)?[-\s]+"
)
_DAYTIME = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|lunchtime|noon)s?)?"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"
_COUNT = (
    rf"(?:\d{{1,3}}|an?|{one_of(ONE_TO_TWELVE)}|several"
    r"|a\s+few|some|a\s+couple\s+of|many)"
)
_WHICH = (
    r"(?:[Ll]ast|[Nn]ext|[Tt]his\s+past|[Tt]his\s+coming|[Tt]his|[Aa]ll|[Ee]arlier\s+this"
    r"|[Ll]ater\s+this)"
)

_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?:19|20)\d\d-\d\d-\d\d(?!\d)"),
    (
        "month_day",
        rf"(?:{_WEEKDAY_ANY},?\s+)?(?:the\s+)?{_MONTH}\s+{_DAY}"
        rf"(?:\s*(?:[-–—]|to|and|through)\s*{_DAY})?(?:,?\s+(?:of\s+|in\s+)?{_YEAR})?",
    ),
    (
        "day_month",
        rf"(?:{_WEEKDAY_ANY},?\s+)?(?:the\s+)?(?:{_DAY}\s*(?:[-–—]|to|and)\s*)?{_DAY}\s+(?:of\s+)?"
        rf"{_MONTH}(?!\w)(?:,?\s+{_YEAR})?",
    ),
    ("numeric", r"\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)(?:19|20)?\d\d(?![\d/])"),
    ("month_year", rf"(?:{_PART})?{_MONTH}(?!\w),?\s+(?:of\s+)?{_YEAR}"),
    ("season_year", rf"(?:{_PART})?{_SEASON}\s+(?:of\s+)?{_YEAR}"),
    (
        "share_year",
        r"(?:the\s+)?(?:first|second|latter|last|third|fourth)[-\s]+(?:half|quarter)\s+of\s+"
        rf"(?:the\s+year\s+|(?:last|this|next)\s+year|{_YEAR})",
    ),
    (
        "months",
        rf"(?:between\s+|from\s+){_MONTH}(?!\w)\s+{_YEAR}\s*(?:[-–]|to|and|until|through)\s*"
        rf"{_MONTH}(?!\w)\s+{_YEAR}",
    ),
    ("years", rf"(?:between\s+|from\s+)?{_YEAR}\s*(?:[-–]|to|and|until|through)\s*{_YEAR}"),
    ("season_years", rf"{_YEAR}[-–/]\d\d(?!\d)"),
    ("decade", rf"(?:{_PART})?(?:the\s+)?(?:(?:1[89]|20)\d0|[’'][1-9]0)[’']?s(?!\w)"),
    ("year", rf"(?:{_PART})?{_YEAR}"),
    (
        "month",
        rf"{_PART}{MONTH}(?!\w)"
        rf"|(?:{_WHICH}\s+)?{_MONTH_SURE}(?!\w)"
        rf"|(?:{_WHICH}|in|since|until|by|during|for|of)\s+(?:March|May)(?![\w’'-]|\s+[A-Z]|,?\s+(?:of\s+)?\d)",
    ),
    (
        "weekday",
        rf"(?:(?:[Ll]ast|[Nn]ext|[Tt]his\s+past|[Tt]his\s+coming|[Tt]his|[Cc]oming|[Ee]arly|[Ll]ate"
        rf"|[Ee]arlier(?:\s+on)?|[Ll]ater(?:\s+on)?)\s+)?{WEEKDAY}(?!\w){_DAYTIME}"
        r"(?:\s+(?:of\s+)?(?:last|next|this)\s+week(?!\w))?",
    ),
    (
        "ago",
        rf"(?:(?:about|around|nearly|almost|more\s+than|over|some|just)\s+)?{_COUNT}\s+"
        rf"{SPAN_OF_TIME}s?\s+(?:ago|earlier\s+this)(?!\w)",
    ),
    ("end_of", rf"(?:{_PART})(?:the|this|next|last)\s+(?:week|month|year)(?!\w)"),
    (
        "stretch",
        r"(?:in|over|during|for|within)\s+the\s+(?:last|past)\s+(?:week|month|year|weekend)(?!\w)",
    ),
    ("weekend", rf"(?:{_WHICH}|[Tt]he|[Oo]ver\s+the|a)\s+weekend(?!\w)"),
    ("period", rf"{_WHICH}\s+(?:week|month|year)(?!\w)(?:[’']s(?!\w))?"),
    ("season", rf"(?:{_WHICH}|in\s+(?:the\s+)?(?:early\s+|late\s+)?)\s*{_SEASON}(?!\w)"),
    (
        "today",
        # Not the programme: the “Today” show, NBC's "Today."
        r"(?:[Ee]arlier\s+|[Ll]ater\s+)?(?:(?<![“\"])[Tt]oday(?!\s+[Ss]how)"
        r"|(?<=[“\"])[Tt]oday(?![,.]?[”\"]|\s+[Ss]how)|[Yy]esterday|[Tt]omorrow|[Tt]onight"
        r"|[Ll]ast\s+night|overnight(?!\s+(?:stay|train|flight|bag))"
        r"|[Tt]his\s+(?:morning|afternoon|evening))(?!\w)(?:\s+(?:morning|afternoon|evening|night))?",
    ),
    (
        "holiday",
        r"(?:Christmas\s+(?:Day|Eve)|New\s+Year[’']s\s+(?:Day|Eve)|Boxing\s+Day|Halloween"
        r"|Valentine[’']s\s+Day|(?:the\s+)?Fourth\s+of\s+July|Independence\s+Day|Bastille\s+Day)",
    ),
)
DATE_RULES = re.compile(
    r"(?<![\w.,:$€£/#-])(?:" + "|".join(f"(?P<{name}>{rule})" for name, rule in _RULES) + ")"
)
LEADING_WORDS = re.compile(
    r"(?:in|since|until|by|during|for|of|over|within|between|from|a|the)\s+(?:the\s+)?",
    re.IGNORECASE,
)
# What may not follow: the number is a count, or the word part of a name or a longer token.
NOT_A_DATE = re.compile(
    r"[-–]?(?:million|billion)|\s+(?:million|billion|percent|per\s?cent|people|votes|dollars|euros"
    r"|miles|km|feet|acres|homes|jobs|troops|pounds|tons|tonnes|hours|hrs)(?!\w)|\s?%|-year"
)
_AHEAD = (
    r"(?:be|take|begin|start|hold|meet|open|vote|appear|return|arrive|leave|play|speak|visit"
    r"|decide)"
)
# "Closed by inspectors on Wednesday", "before a judge", "due to rain" and "announced plans on
# Wednesday" do not point ahead.
FUTURE = re.compile(
    r"(?<!\w)(?:(?:will|would|shall|set\s+(?:to|for)|scheduled|next(?!\s+to)|coming|upcoming"
    rf"|ahead\s+of|to\s+{_AHEAD}|going\s+to|slated|due(?!\s+to)|due\s+to\s+{_AHEAD}"
    r"|expect(?:s|ed)?(?=\s+(?:to|on|in|by|back|next|this))|plans?\s+(?:to|for)"
    r"|planned(?=\s+(?:to|for|on)))(?!\w)[^.!?]*|(?:until|by|before)\s+(?:the\s+(?:(?:elections?|vote|end|start|close|deadline|summit)"
    r"\s+(?:in|on|of)\s+)?)?)$"
)
LIMITS = re.compile(
    r"(?<!\w)(?<!not\s)(?<!and\s)(?P<soon>(?:shortly|just|soon|immediately)\s+)?"
    r"(?P<limit>before|after|by|around|about|circa)\s+$",
    re.IGNORECASE,
)
