"""The act that a time, a place or a doer in a sentence belongs to: its verb and who takes part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from compare.english.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from compare.english.polarity_words import BEFORE_VERB
from compare.english.word_lists import line_sections, word_list
from compare.model.spans import Span
from compare.text.cardinals import ONES, TENS
from compare.text.fold import lower_case
from compare.text.outcomes import GENERIC_PEOPLE
from compare.text.verbs import acts_told, irregular_verbs, verb_forms
from compare.text.words import STOP, stem, words

# Marks and words at which another act begins; a comma may only set off an apposition.
_BREAK = re.compile(
    r"[;:!?()\[\]—–“”\"]|\s-\s|(?<!\w)(?:but|while|whereas|when|after|before|because|although|though"
    r"|as|until|if|where|since)(?=\s+[a-z])"
)
# Right of what is asked about, a comma or a relative pronoun ends the act as well.
_END = re.compile(rf"{_BREAK.pattern}|[,.](?=\s|$)|(?<!\w)(?:and|that|which|who|to)(?!\w)")
# "The truce, if it comes, will begin": set off by two commas, it parts nothing.
_ASIDE = re.compile(
    r",\s(?:if|when|although|though|as|where|since)\s[^,;.]{1,40},|,\s(?:which|who|whose)\s[^;.]{1,80}?,"
    r"(?=\s(?:will|would|is|are|was|were|has|have|had|can|could|may|must|[a-z]+ed)\s)"
)
# A participle between an article and a noun tells no act: "a televised debate".
_BEFORE_PARTICIPLE = re.compile(
    r"(?<!\w)(?:an?|the|his|her|its|their|this|that|some|any|no)\s+(?:\w+ly\s+)?$"
)
_ARTICLE = re.compile(r"(?<!\w)(?:[Aa]n?|[Tt]he|its|their)\s+$")
_CARRIED = re.compile(
    r"(?<!\w)(?:ha[ds]|have|having|holds?|held|made|makes?|gave|gives?|t[ao]kes?|took)\s+$"
)
_LAST_WORD = re.compile(r"(?P<word>[\w’'-]+)\s+$")
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:in|on|at|by|to|for|from|with|of|and|or|as|after|before)\s)[a-z]"
)
# "To debate on Tuesday", "the debate in early May": the noun right before a time or place.
_RIGHT_BEFORE = re.compile(
    r"(?<![\w-])(?P<noun>[a-z]{4,})\s+(?:(?:in|on|at|for|from|until|till|by|early|late|next|last|the)\s+)*$"
)
_PARTICLE = re.compile(r"\s+(?P<first>[a-z]+)(?:\s+(?P<second>[a-z]+))?(?:\s+(?P<third>[a-z]+))?")
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
# What is held on a day.
_HELD = frozenset(
    map(
        stem,
        "debate concert match game final trial hearing funeral march rally protest parade strike"
        " walkout premiere festival race inquest ceremony wedding auction launch opening referendum"
        " congress conference summit vote performance sentencing inauguration".split(),
    )
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
    at = _verb(sentence, before[::-1]) or _verb(sentence, after)
    noun = _RIGHT_BEFORE.search(sentence, 0, start)
    beside = [word for word in (*before, *after) if at is None or word[1] != at[1]]
    told = [(text, span) for text, span in beside if _is_of_meaning(text)]
    stems = {stem(lower_case(text)) for text, _ in told}
    return ClauseAct(
        acts=_acts(sentence, at, noun["noun"] if noun else "", [text for text, _ in told]),
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
    half of the shorter clause; the words of names count as one, but for what happens to one person
    once (`acts-once.txt`). A second and another act are no
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
    if _is_once_of_one_person(one, other):
        return True
    return bool(shared - names) and 2 * alike >= fewest


def _is_once_of_one_person(one: ClauseAct, other: ClauseAct) -> bool:
    """True for what happens to a person once, with two names in common: found, arrested, jailed."""
    once = one.acts & other.acts & _once_acts()
    return bool(once) and len(one.names & other.names) >= _ENOUGH


@lru_cache(maxsize=1)
def _once_acts() -> frozenset[str]:
    """The acts of `acts-once.txt`, as text: numbers of `like-acts.txt` and stems."""
    stems = {stem(verb) for verb in word_list("acts-once")}
    return frozenset(stems) | frozenset(
        str(number) for verb in sorted(stems) for number in acts_told([verb])
    )


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


def _verb(sentence: str, near: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """The first of some words, the nearest first, that is a verb and tells an act."""
    for text, span in near:
        word = lower_case(text)
        if text[:1].isupper() or word in STOP:
            continue
        if _phrasal(sentence, word, span):
            return text, span
        if word in _LIGHT or word in _SPEECH or _is_adjective(sentence, word, span):
            continue
        if _is_verb(word, _word_before(sentence, span)):
            return text, span
    return None


def _word_before(sentence: str, span: Span) -> str:
    """The word right before a word in small letters; "" where something else stands there."""
    found = _LAST_WORD.search(sentence, max(0, span.start - 20), span.start)
    return lower_case(found.group("word")) if found else ""


def _is_adjective(sentence: str, word: str, span: Span) -> bool:
    """True for a noun or an adjective behind an article: "a rise", "a televised debate"."""
    article = _ARTICLE.search(sentence, 0, span.start)
    if article is not None:
        return not _CARRIED.search(sentence, 0, article.start())  # "had a meeting"
    participle = word.endswith("ed") or word in _past_forms()
    return (
        participle
        and _BEFORE_PARTICIPLE.search(sentence, 0, span.start) is not None
        and _NOUN_BEHIND.match(sentence, span.end) is not None
    )


@lru_cache(maxsize=1)
def _phrasals() -> dict[str, str]:
    """From a verb in its base form and its particle ("set_out") to the verb for the act."""
    lines = (line.partition(":") for line in line_sections("phrasal-acts")[""])
    return {phrase: act for act, _, phrases in lines for phrase in phrases.split()}


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(phrase.partition("_")[2] for phrase in _phrasals())


@lru_cache(maxsize=1)
def _phrasal_verbs() -> dict[str, str]:
    """The base of every form of a verb that has a particle in the list."""
    bases = {phrase.partition("_")[0] for phrase in _phrasals()}
    return {form: base for base in sorted(bases) for form in verb_forms(base)}


def _phrasal(sentence: str, word: str, span: Span) -> str:
    """The verb for the act of a verb with a particle ("set out"), or nothing."""
    base = _phrasal_verbs().get(word)
    found = _PARTICLE.match(sentence, span.end) if base else None
    if found is None:
        return ""
    return next(
        (act for part in found.groups() if part and (act := _phrasals().get(f"{base}_{part}"))),
        "",
    )


def _is_verb(word: str, beside: str) -> bool:
    if word.endswith("ed") and len(word) > 4:
        return True
    if word in _past_forms():
        return True
    if beside == "to" and word in _particles():
        return False  # sent to prison
    return bool(acts_told([stem(word)])) or (beside in BEFORE_VERB and word.isalpha())


@lru_cache(maxsize=1)
def _past_forms() -> dict[str, str]:
    """The base of each irregular past and participle."""
    return {form: base for base, pair in irregular_verbs().items() for form in pair}


def _acts(
    sentence: str, at: tuple[str, Span] | None, noun: str, beside: list[str]
) -> frozenset[str]:
    """The acts of a verb and of the noun right before the place; of what is held, its own too."""
    found = (_acts_of(sentence, *at) if at else frozenset()) | _acts_of_noun(noun)
    if "hold" in found:
        found = found.union(*(_acts_of_noun(lower_case(word)) for word in beside))
    return found


def _acts_of(sentence: str, verb: str, span: Span) -> frozenset[str]:
    word = lower_case(verb)
    word = _phrasal(sentence, word, span) or word
    base = stem(_past_forms().get(word, word))
    told = acts_told([base, stem(word)])
    if told & acts_told(_OF_NO_DAY):
        return frozenset()
    return frozenset(map(str, told)) | {base}


def _acts_of_noun(noun: str) -> frozenset[str]:
    """The acts of a noun that tells one: "debate", "meeting"; none for other nouns."""
    if noun in STOP or noun in _LIGHT or noun in _SPEECH:
        return frozenset()
    told = acts_told([stem(noun)])
    if not (told or stem(noun) in _event_nouns()) or told & acts_told(_OF_NO_DAY):
        return frozenset()
    return frozenset(map(str, told)) | {stem(noun)}


@lru_cache(maxsize=1)
def _event_nouns() -> frozenset[str]:
    """The stems of the nouns of `acts.txt` and of what is held on a day."""
    nouns = (line.partition("|")[2].split() for line in line_sections("acts")[""])
    return frozenset(stem(word) for words in nouns for word in words) | _HELD


def _is_of_meaning(text: str) -> bool:
    word = lower_case(text)
    silent = (
        text in _NAMED_TIMES or word in STOP or word in _SPEECH or word in _LIGHT or word in _ORDER
    )
    number = word in ONES or word in TENS
    return not silent and not number and not word[0].isdigit() and stem(word) not in GENERIC_PEOPLE
