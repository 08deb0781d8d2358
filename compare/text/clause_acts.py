"""The act that a time, a place or a doer in a sentence belongs to: its verb and who takes part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.english.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from compare.english.polarity_words import BEFORE_VERB
from compare.english.word_lists import word_list
from compare.model.spans import Span
from compare.text.fold import lower_case
from compare.text.outcomes import GENERIC_PEOPLE
from compare.text.verbs import acts_told, irregular_verbs
from compare.text.words import STOP, stem, words

# Marks and words at which another act begins; a comma may only set off an apposition.
_BREAK = re.compile(
    r"[;:!?()\[\]—–“”\"]|\s-\s|(?<!\w)(?:but|while|whereas|when|after|before|because|although|though"
    r"|as|until|if|where|since)(?=\s+[a-z])"
)
# Right of what is asked about, a comma or a relative pronoun ends the act as well.
_END = re.compile(rf"{_BREAK.pattern}|[,.](?=\s|$)|(?<!\w)(?:and|that|which|who|to)(?!\w)")
# "The truce, if it comes, will begin": set off by two commas, it parts nothing.
_ASIDE = re.compile(r",\s(?:if|when|although|though|as|where|since)\s[^,;.]{1,40},")
_NAME_BEHIND = re.compile(r"\s[A-Z]")
_REACH = 16
_SPEECH = word_list("plain-speech")
# A march is no month.
_NAMED_TIMES = frozenset((*WEEKDAYS, *MONTHS, *SHORT_MONTHS))
_TIMES = frozenset(
    stem(word)
    for word in (
        *"morning afternoon evening night day week month year today yesterday tomorrow noon midday"
        " midnight dawn early late last next".split(),
    )
)
# A second meeting, another meeting: one of several of a kind.
_ORDER = frozenset(
    "first second third fourth fifth another next again further previous earlier latest final"
    " last initial original old".split()
)
# Verbs that tell of anything, and those that only carry another.
_LIGHT = frozenset(
    "came come took take made make went go had have has did do does got get put set gave give is"
    " was were are be been being became seemed expected scheduled due used".split()
)
# Acts of the like list that happen on many days and in many places.
_OF_NO_DAY = ("say", "publish", "work", "give", "rise", "fall", "gain", "send")


@dataclass(frozen=True, slots=True)
class ClauseAct:
    """An act as a clause tells it.

    `acts` are the acts that the verb may tell, as text: numbers of `like-acts.txt` or the stem.
    `people` are the stems of the other words of meaning around it, `names` those with a capital,
    `order` words that pick one of several such acts. `verb` is where the verb stands, None where no
    verb was found.
    """

    acts: frozenset[str]
    people: frozenset[str]
    names: frozenset[str]
    order: frozenset[str]
    verb: Span | None


@lru_cache(maxsize=8192)
def clause_act(sentence: str, start: int, end: int) -> ClauseAct:
    """The act that the words from `start` to `end` of a sentence are the time, place or doer of.

    The verb is the nearest one before them in their clause, or else behind them. Linear in the
    words of the sentence.
    """
    before, after = _around(sentence, start, end)
    at = _verb(before[::-1]) or _verb(after)
    beside = [word for word in (*before, *after) if at is None or word[1] != at[1]]
    told = [(text, span) for text, span in beside if _is_of_meaning(text)]
    stems = {stem(lower_case(text)) for text, _ in told}
    return ClauseAct(
        acts=_acts_of(lower_case(at[0])) if at else frozenset(),
        people=frozenset(stems - _TIMES),
        names=frozenset(
            stem(lower_case(text))
            for text, span in told
            if text[:1].isupper() and (span.start > 0 or _NAME_BEHIND.match(sentence, span.end))
        )
        - _TIMES,
        order=_ORDER.intersection(
            lower_case(text)
            for text, span in beside
            if at is None or not _leads(sentence, span, at[1])
        ),
        verb=at[1] if at else None,
    )


def are_one_act(one: ClauseAct, other: ClauseAct, *, one_hour: bool = False) -> bool:
    """True where two clauses tell one act of the same people or things; symmetric.

    The verbs are of one act, and the clauses have two words of meaning in common, or one that is
    half of the shorter clause; the words of names count as one. A second and another act are no
    first one. With `one_hour` the clauses are known to tell of one hour: one shared word is enough
    then, and the verb of one may tell nothing ("came down"), where three words and half of the
    clause are shared.
    """
    if one.order != other.order:
        return False
    shared, names = one.people & other.people, one.names | other.names
    alike = _told(shared, names)
    fewest = min(_told(each.people, names) for each in (one, other))
    if one_hour and not (one.acts and other.acts):
        return alike >= _MUCH and 2 * alike >= fewest
    if not one.acts & other.acts:
        return False
    if one.names and other.names and not one.names & other.names and alike < _MUCH:
        return False
    if alike >= _ENOUGH or alike == fewest > 0 or (one_hour and alike):
        return True
    return bool(shared - names) and 2 * alike >= fewest


def _told(words: frozenset[str], names: frozenset[str]) -> int:
    """How many things words stand for; all names together are one, a person has two or three."""
    return len(words - names) + bool(words & names)


_ENOUGH, _MUCH = 2, 3


def _leads(sentence: str, word: Span, verb: Span) -> bool:
    """True for a word right before the verb: what was last inspected is no last inspection."""
    return sentence[word.end : verb.start].isspace()


def _around(
    sentence: str, start: int, end: int
) -> tuple[list[tuple[str, Span]], list[tuple[str, Span]]]:
    """The words of the clause before and behind a place, as printed, each with its span."""
    plain = _ASIDE.sub(lambda aside: " " * len(aside.group()), sentence[:start])
    breaks = [match.end() for match in _BREAK.finditer(plain)]
    stop = _END.search(sentence, end)
    spans = words(sentence)
    first = breaks[-1] if breaks else 0
    left = [s for s in spans if first <= s.start and s.end <= start and plain[s.start] != " "]
    right = [s for s in spans if s.start >= end and (stop is None or s.end <= stop.start())]
    return (
        [(span.of(sentence), span) for span in left[-_REACH:]],
        [(span.of(sentence), span) for span in right[:_REACH]],
    )


def _verb(near: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """The first of some words, the nearest first, that is a verb and tells an act."""
    for at, (text, span) in enumerate(near):
        word = lower_case(text)
        if text[:1].isupper() or word in _LIGHT or word in _SPEECH or word in STOP:
            continue
        beside = lower_case(near[at + 1][0]) if at + 1 < len(near) else ""
        if _is_verb(word, beside):
            return text, span
    return None


def _is_verb(word: str, beside: str) -> bool:
    if word.endswith("ed") and len(word) > 4:
        return True
    if word in _past_forms():
        return True
    return bool(acts_told([stem(word)])) or (beside in BEFORE_VERB and word.isalpha())


@lru_cache(maxsize=1)
def _past_forms() -> dict[str, str]:
    """The base of each irregular past and participle."""
    return {form: base for base, pair in irregular_verbs().items() for form in pair}


def _acts_of(verb: str) -> frozenset[str]:
    base = stem(_past_forms().get(verb, verb))
    told = acts_told([base, stem(verb)])
    if told & acts_told(_OF_NO_DAY):
        return frozenset()
    return frozenset(map(str, told)) | {base}


def _is_of_meaning(text: str) -> bool:
    word = lower_case(text)
    silent = (
        text in _NAMED_TIMES or word in STOP or word in _SPEECH or word in _LIGHT or word in _ORDER
    )
    return not silent and not word[0].isdigit() and stem(word) not in GENERIC_PEOPLE
