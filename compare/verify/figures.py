"""Is a clash of two figures borne out by the clauses that give them?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.english.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS, one_of
from compare.model.verification import Outcome, Rule, Verdict
from compare.text.fold import folded_text
from compare.text.words import STOP, stem

_REACH, _NOUN_REACH = 90, 30
# So many words behind a figure still tell whether it is a plan: "500 jobs could go".
_SOON = 4
_BREAK = re.compile(
    r"[,;:()\[\]—–“”\"]\s|\s[—–-]\s|\s(?:and|but|while|whereas|when|after|before|that|which|who)\s"
)
_CLAUSE_END = re.compile(
    r"[,;:()—–“”\"](?=\s|$)|\s(?:and|but|while|whereas|when|after|before|that|which|who)\s"
)
_NAME = r"[A-Z][\w’'-]+(?:\s+(?:of\s+|the\s+)?[A-Z][\w’'-]+)*"
_AREA = (
    r"(?:province|region|district|city|town|village|state|county|capital|country|countries|world"
    r"|nation|neighbou?rhood|suburb|valley|island)s?"
)
# "In 13 countries", "across the province", "in Takengon", "at the Tarn arcade".
_PLACE = re.compile(
    rf"(?<!\w)(?:in|across|throughout|at|near|around|within|outside|over)\s+(?:the\s+|neighbou?ring\s+)?"
    rf"(?P<place>{_NAME}(?:\s+{_AREA}(?!\w))?|(?:\w+\s+)?{_AREA}(?!\w))|(?<!\w)(?P<all>nationwide|worldwide)(?!\w)"
)
_TIMES = re.compile(
    rf"(?:{one_of((*MONTHS, *SHORT_MONTHS, *WEEKDAYS))}|Christmas|Easter|Parliament|Congress|Court)"
    r"(?!\w)"
)
_OPENING = re.compile(
    rf"(?:In|At|Across|Near)\s+(?:the\s+|neighbou?ring\s+)?(?P<place>{_NAME}(?:\s+{_AREA}(?!\w))?)"
)
# What is not told as having happened: a plan, a fear, a bound that somebody set.
_PLANNED = re.compile(
    r"(?<!\w)(?:will|would|could|may|might|should|shall|if|unless|(?:is|are|was|were)\s+to|plans?|planned|planning|expects?"
    r"|expected|hopes?|hoped|aims?|target|targets|feared|fears?|proposed|proposes|forecast|estimates?d?"
    r"\s+that|set\s+to|due\s+to|capacity|maximum|wants?|wanted|seeks?|sought|demand(?:s|ed)?|pledged"
    r"|promised|budgeted|intends?|intended)(?!\w)",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"(?<!\w)(?:holds?|seats|can\s+(?:carry|hold|seat|take)|room\s+for|licensed\s+for|capacity\s+of"
    r"|built\s+for|designed\s+for)\s+(?:up\s+to\s+|about\s+|some\s+)?$",
    re.IGNORECASE,
)
_DEMANDED = re.compile(
    r"(?<!\w)(?:wants?|wanted|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|ask(?:s|ed|ing)?\s+for"
    r"|call(?:s|ed|ing)?\s+for|push(?:es|ed|ing)?\s+for)(?!\w)(?:[^.;]|\.\d)*$",
    re.IGNORECASE,
)
# "Passengers whose plans were upset" are no plan.
_OWN_PLANS = re.compile(
    r"(?<!\w)(?:whose|their|the)\s+(?:plans?|hopes?|fears?)(?!\w)", re.IGNORECASE
)
_DAY_PARTS = {
    "morning": 0, "noon": 1, "midday": 1, "lunchtime": 1, "afternoon": 2, "evening": 3, "night": 4,
    "tonight": 4, "overnight": 4,
}  # fmt: skip
# An amount for each day or head is none of the whole, and a share of the votes that are in is no
# share of the vote.
_RATE = re.compile(
    r"\W*(?:[\w’'-]+\s+){0,2}?(?:every\s+[\w-]+\s+(?:minute|hour|day|week|month|year)s"
    r"|(?:an?|per|each|every)\s+(?:hour|day|night|week|month|year|head|person)"
    r"|daily|weekly|monthly|annually|apiece)(?!\w)",
    re.IGNORECASE,
)
_PART_COUNTED = re.compile(
    r"\W*(?:per\s?cent|percent|pc)?\W*of\s+(?:the\s+)?(?:[\w’'-]+\s+){1,2}?"
    r"(?:in|counted|tallied|declared|reporting)(?=\W|$)",
    re.IGNORECASE,
)
_SO_FAR_COUNTED = re.compile(
    r"(?<![\w.,%’'-])(?P<part>(?:[\w.,%’'-]+\s+){1,4}?)of\s+(?:the\s+)?(?:vote|votes|ballots|ballot\s+papers"
    r"|precincts|polling\s+stations)\s+(?:in|counted|tallied|declared|reporting)(?!\w)"
)
_MORE_BY = re.compile(
    r"\s+(?:higher|lower|more|less|fewer|larger|smaller|greater|faster|rise|increase|fall|drop|cut"
    r"|gain|growth|decline)(?!\w)"
)
_GREW = re.compile(
    r"(?<!\w)(?:by|(?:rise|increase|fall|drop|cut|gain|decline)\s+of|(?:rose|fell|grew|up|down"
    r"|dropped|climbed|jumped))\s+(?:about\s+|nearly\s+|some\s+)?$"
)
# "41 per cent of the patients", "four in ten long nappers had".
_PART_OF = re.compile(
    r"\s+of\s+(?:the|its|their|all|those)\s|(?:\s+[a-z]+){1,3}\s+(?:had|have|has|were|are)\s"
)
_BEFORE = (
    r"(?:(?:an?|one|the)\s+(?:year|quarter|month)\s+(?:earlier|ago|before)"
    r"|the\s+(?:previous|prior|same)\s+(?:year|quarter|month|period)|(?:in\s+)?the\s+year-earlier)"
)
_PERIOD_BEFORE = re.compile(rf"(?:In\s+)?{_BEFORE}(?!\w)", re.IGNORECASE)
_BEFORE_BEHIND = re.compile(
    rf"(?:\s+(?!from|since|than|to|on|and)[\w’'-]+){{0,3}}\s+(?:in\s+)?{_BEFORE}(?!\w)"
)
_OF_MONTH = re.compile(
    rf"(?<!\w)(?:in|for|of)\s+(?:(?:early|late|mid)[\s-])?(?P<month>{one_of(MONTHS)})(?!\w)"
)
_INSTRUMENT = re.compile(
    r"(?<!\w)(?:gauge|sensor|weather\s+station|buoy|instrument|lookout|seismograph|thermometer)s?(?!\w)",
    re.IGNORECASE,
)
# "Passengers sent home", "people who had lost their homes"; a plain verb behind narrows nothing.
_NARROWED = re.compile(
    r"\s+(?P<what>(?:sent|left|kept|held|caught|turned|stranded|put)(?:\s+[a-z]+){0,2}"
    r"|(?:whose|who)\s+(?:[a-z’'-]+\s*){1,4})"
)
_DAY_PART = re.compile(rf"(?<!\w)(?:{'|'.join(_DAY_PARTS)})(?!\w)", re.IGNORECASE)
_COMPLEMENT = re.compile(
    r"\s+of\s+(?:the\s+|an?\s+)?(?P<what>(?!(?:the|an?|their|its|his|her|those|them|whom)\b)[a-z][\w-]+(?:\s+and\s+[a-z][\w-]+)?)"
)
_SAY_LITTLE = frozenset(
    "fake false counterfeit forged bogus"
    " additional other former new total local more people person said about first last small"
    " large".split()
)


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A figure at `start`:`end` of its sentence, with what it counts in words ("people killed")."""

    sentence: str
    start: int
    end: int
    counts: str = ""

    @property
    def clause(self) -> str:
        """The words of the clause that gives the figure; a comma inside a number ends none."""
        before = [m.end() for m in _BREAK.finditer(self.sentence, 0, self.start)]
        after = _BREAK.search(self.sentence, self.end)
        first = max(before[-1] if before else 0, self.start - _REACH)
        return self.sentence[first : after.start() if after else self.end + _REACH]

    @property
    def printed(self) -> str:
        """The figure as it is printed."""
        return self.sentence[self.start : self.end]


def verified_clash(a: GivenFigure, b: GivenFigure, *, counts: bool = True) -> Verdict:
    """Whether two figures that cannot both be true may be called a clash; symmetric.

    Kept with the rules that bear it out, weakened to a difference in scope with the rule that it
    failed: other places, an amount a day against one in all, the reading of one gauge, members
    picked by another clause and, where the figures are `counts`, a plan against a report or a
    qualified noun against another one. A sum or a length may be planned in one report and told in
    the other.
    """
    if are_other_places(place_of(a), place_of(b)):
        return Verdict(outcome=Outcome.WEAKENED, rules=(Rule.OTHER_PLACE,))
    if are_of_other_wholes(a, b) or are_other_members(a, b) or are_single_readings(a, b):
        return Verdict(outcome=Outcome.WEAKENED, rules=(Rule.OTHER_COUNT,))
    if counts and is_planned(a) != is_planned(b):
        return Verdict(outcome=Outcome.WEAKENED, rules=(Rule.PLAN_AND_REPORT,))
    if counts and have_other_qualifiers(a, b):
        return Verdict(outcome=Outcome.WEAKENED, rules=(Rule.OTHER_COUNT,))
    return Verdict(
        outcome=Outcome.KEPT, rules=(Rule.ONE_COUNT, Rule.ONE_PLACE, Rule.ONE_KIND_OF_FACT)
    )


def are_other_places(one: str, other: str) -> bool:
    """True for the names of two places that have no word in common; False where one is ""."""
    if not one or not other:
        return False
    return not set(folded_text(one).split()) & set(folded_text(other).split())


def place_of(given: GivenFigure) -> str:
    """The place a figure is for, named behind it in its clause or at the head of its sentence."""
    stop = _CLAUSE_END.search(given.sentence, given.end)
    end = min(stop.start() if stop else len(given.sentence), given.end + _REACH)
    for found in _PLACE.finditer(given.sentence, given.end, end):
        place = found["place"] or found["all"]
        if not _TIMES.match(place):
            return place
    opening = _OPENING.match(given.sentence)
    return opening["place"] if opening and not _TIMES.match(opening["place"]) else ""


def is_planned(given: GivenFigure) -> bool:
    """True for a figure of a plan, a fear or a forecast rather than of what happened."""
    clause, at = given.clause, given.clause.find(given.printed)
    if at < 0:
        return False
    behind = " ".join(clause[at + len(given.printed) :].split()[:_SOON])
    return bool(_PLANNED.search(clause[:at]) or _PLANNED.search(_OWN_PLANS.sub("", behind)))


def is_capacity(given: GivenFigure) -> bool:
    """True for how many there is room for: "the ferry holds 900 passengers"."""
    return _ROOM.search(given.sentence, max(0, given.start - 30), given.start) is not None


def is_demanded(given: GivenFigure) -> bool:
    """True for a figure that somebody wants or asks for in its sentence."""
    return _DEMANDED.search(given.sentence, 0, given.start) is not None


def have_other_qualifiers(a: GivenFigure, b: GivenFigure) -> bool:
    """True for one noun that each statement narrows in its own way: tax counts, counts of fraud."""
    one, other = _qualifiers(a), _qualifiers(b)
    return bool(one and other) and one.isdisjoint(other)


def are_of_other_wholes(a: GivenFigure, b: GivenFigure) -> bool:
    """True for an amount a day against one in all, and for a share of what is counted so far."""
    return any(_followed_by(each, a) != _followed_by(each, b) for each in (_RATE, _PART_COUNTED))


def is_of_period_before(given: GivenFigure) -> bool:
    """True for a figure of the year or quarter before, told to set another one against it.

    "A year earlier it earned 55 cents", "against 55 cents a year ago"; a rise "from a year ago" is
    of this year.
    """
    if _PERIOD_BEFORE.match(given.sentence):
        return True
    return _BEFORE_BEHIND.match(given.sentence, given.end) is not None


def are_of_other_months(a: GivenFigure, b: GivenFigure) -> bool:
    """True where one clause names the month that its figure is of, the other another or none."""
    one, other = (_OF_MONTH.findall(each.clause) for each in (a, b))
    return bool(one or other) and one != other


def is_counted_part(given: GivenFigure) -> bool:
    """True for a share of what is counted so far: "46 per cent of the votes in"."""
    return _followed_by(_PART_COUNTED, given)


def are_rise_and_part(a: GivenFigure, b: GivenFigure) -> bool:
    """True where one share is how much something grew or is larger, the other a part of a whole."""
    return any(
        _is_rise(one) and _PART_OF.match(other.sentence, other.end) is not None
        for one, other in ((a, b), (b, a))
    )


def _is_rise(given: GivenFigure) -> bool:
    behind = _MORE_BY.match(given.sentence, given.end)
    return behind is not None or _GREW.search(given.sentence, 0, given.start) is not None


def are_of_other_stages(a: GivenFigure, b: GivenFigure) -> bool:
    """True where each sentence tells how much was counted by then, and it is not the same."""
    one, other = (_counted_so_far(each.sentence) for each in (a, b))
    return bool(one and other) and one.isdisjoint(other)


def _counted_so_far(sentence: str) -> frozenset[str]:
    """How much of the whole had been counted, in the words of a sentence, in small letters."""
    found = _SO_FAR_COUNTED.finditer(sentence)
    return frozenset(" ".join(match["part"].lower().split()) for match in found)


def are_single_readings(a: GivenFigure, b: GivenFigure) -> bool:
    """True where one figure is what a single instrument showed and the other is no such reading."""
    return bool(_INSTRUMENT.search(a.clause)) != bool(_INSTRUMENT.search(b.clause))


def are_other_members(a: GivenFigure, b: GivenFigure) -> bool:
    """True where each statement narrows what it counts by a clause of its own.

    "Passengers sent home" are not the "passengers whose plans were upset".
    """
    one, other = (_narrowing(each) for each in (a, b))
    return bool(one and other) and one.isdisjoint(other)


def _narrowing(given: GivenFigure) -> frozenset[str]:
    """The stems of the participle or the clause that narrows the noun behind a figure."""
    head = given.counts.lower().split()[-1:]
    at = given.sentence.lower().find(head[0], given.end) if head else -1
    if not 0 <= at - given.end <= _NOUN_REACH:
        return frozenset()
    found = _NARROWED.match(given.sentence, at + len(head[0]))
    words = re.findall(r"[a-z][\w-]+", found["what"]) if found else []
    return frozenset(stem(word) for word in words if word not in STOP)


def _followed_by(words: re.Pattern[str], given: GivenFigure) -> bool:
    """True when a figure stands before such words in its clause."""
    rest = given.clause[given.clause.find(given.printed) + len(given.printed) :]
    return words.match(rest) is not None


def _qualifiers(given: GivenFigure) -> frozenset[str]:
    words = [word for word in given.counts.lower().split() if word not in _SAY_LITTLE]
    head = given.counts.lower().split()[-1:] if given.counts else []
    behind = given.sentence.lower().find(head[0], given.end) if head else -1
    found = set(words[:-1])
    if 0 <= behind - given.end <= _NOUN_REACH:
        what = _COMPLEMENT.match(given.sentence, behind + len(head[0]))
        found |= set(what["what"].split()) - {"and"} if what else set()
    return frozenset(stem(word) for word in found)


def day_parts_between(a: GivenFigure, b: GivenFigure) -> int:
    """How many parts of the day lie between two dates: 1 for afternoon and evening, 0 if unsaid."""
    parts = [_DAY_PART.search(given.printed) for given in (a, b)]
    if parts[0] is None or parts[1] is None:
        return 0
    one, other = (_DAY_PARTS[part.group().lower()] for part in parts if part)
    return abs(one - other)
