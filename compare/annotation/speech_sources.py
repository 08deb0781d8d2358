"""What can be a source of words: a person, a body, a document or somebody described."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from compare.annotation import grammar
from compare.annotation.lines import Token
from compare.english.word_lists import sections, word_list
from compare.text.cardinals import ONES, TENS

_PRONOUNS = frozenset("he she they it we i you who his her their its my our".split())
# Words that stand for people nobody names; others that count or point at something stand for none.
_SOME = frozenset("others some many several most few both one another someone somebody".split())
_WRITTEN = frozenset(
    noun for kind, nouns in sections("speech-nouns").items() if kind for noun in nouns
) - frozenset(["answer", "question", "address", "words", "speech", "show", "television", "tv"])
_DOCUMENTS = frozenset(
    """
    poll figures record log audit guideline guidance rule constitution website site page sign
    banner placard notice label headline caption manifesto platform will contract agreement treaty
    resolution court-paper paper file dossier data research lawsuit account footnote piece
    message voice-over adage evidence findings document transcript recording video footage
    testimony map index ad advert advertisement commercial script spokesperson law legislation
    bill act charter bible koran quran slogan post tweet diary
    """.split()
)
_PEOPLE = frozenset(
    """
    people men women children police folk staff crew audience crowd public press media clergy
    elite establishment electorate majority minority couple duo trio mob youth gentlemen ladies
    white-house left right bosses side foe business industry mainstream polling respondent anyone
    advocate architect associate inmate partisan graduate publication child kid everyone nobody
    guy chief guard cop chef
    """.split()
)
_KNOWN = (
    grammar.ROLE
    | grammar.GROUP
    | grammar.TITLE
    | word_list("anonymous-words")
    | _WRITTEN
    | _DOCUMENTS
    | _PEOPLE
)
# Endings of nouns for people by what they do or where they come from.
_AGENT = (
    "er", "or", "ist", "ian", "eer", "man", "woman", "ee", "ant", "ent", "ite", "crat", "ess",
    "ese", "ic", "wright", "maker", "goer",
)  # fmt: skip
_NO_AGENT = frozenset(
    """
    number order matter offer letter paper power letter corner water river winter summer weather
    dinner border manner chapter center other after over under never ever either whether rather
    later former latter another however together answer error factor floor door color colour labor
    labour favor favour honor honour major minor prior terror horror mirror sector vector harbor
    tree fee degree guarantee coffee movement argument agreement moment government event percent
    amount want grant rant restaurant important point front comment statement document incident
    accident content extent intent recent current absent present different evident deficit fact
    logic topic music traffic public politic clinic panic metric ethic republic mechanic plastic
    business process success access press mess loss less unless congress progress
    site suite quite white despite favorite opposite appetite invite finite polite unite
    these cheese borrower-rate career pioneer-day year cheer beer steer sheer
    computer counter encounter disaster quarter semester shelter cover layer lawyer-fee prayer
    pressure corner danger anger hunger trigger finger bumper number timber chamber september
    """.split()
)
_AMOUNTS = frozenset([*ONES, *TENS]) | frozenset(
    """
    hundreds dozens thousands scores array group number handful handfuls bunch host range pair
    couple lot series part some
    """.split()
)
_AFTER_NOUN = frozenset("close familiar likely not also then quickly here there".split())
_LEADING = grammar.DETERMINER | frozenset(["of", "former", "senior", "one"])


_NEVER = grammar.DETERMINER | grammar.PRONOUN | grammar.ADVERB | grammar.TIME | grammar.CONJUNCTION
_THINGS = frozenset(
    """
    suit thing way reason fact problem day time year month week morning night hour minute deal cost
    dozen
    """.split()
)
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ing", "ship")
_SHARES = frozenset("percent percentage half third thirds quarter quarters majority".split())


def is_source(tokens: Sequence[Token], *, named: bool, told: bool = False) -> bool:
    """True when the words of a phrase can stand for somebody who speaks.

    `named`: a name heads the phrase. `told`: a verb of saying stands between it and words in
    quotation marks, so that a noun from no list ("the skater") may speak as well. "He", "the
    mayor", "a report", "engineers" are sources; "two", "that", "new suit" and "the" are none.
    """
    comma = next((at for at, t in enumerate(tokens) if at and t.text == ","), len(tokens))
    words = [t for t in tokens[:comma] if t.word]
    while len(words) > 1 and grammar.is_adverb(words[-1]):
        words.pop()
    if not words:
        return False
    if named or _names_somebody(words):
        return True
    if len(words) == 1:
        capital = words[0].capital and words[0].low not in _NEVER
        return words[0].low in _PRONOUNS | _SOME or _is_person_word(words[0]) or (told and capital)
    if words[0].low == "those" and words[1].low != "of":
        return True
    if (
        any(w.low in _SHARES for w in words[:4])
        or any(t.text == "%" for t in tokens[:4])
        or _is_poll_share(words)
    ):
        return True
    head = _head(words)
    if told and _may_speak(words, head):
        return True
    if words[0].low in _SOME and len(words) > 2 and words[1].low == "of":
        return words[2].capital or _is_person_word(_head(words[2:]))
    return _is_person_word(head)


def _may_speak(words: Sequence[Token], head: Token) -> bool:
    """True for a noun with its article, unless it is the name of an act or a state."""
    first = words[0]
    if first.low not in grammar.DETERMINER and not first.capital:
        return False
    if head.low in _THINGS or _singular(head.low) in _THINGS:
        return False
    return head.low not in _NEVER and not head.low.endswith(_ABSTRACT) and not head.text.isdigit()


def _names_somebody(words: Sequence[Token]) -> bool:
    """True for "columnist Ai Jun": a capital that no list knows after a noun for a person."""
    last = words[-1]
    beside = len(words) > 1 and words[-2].low in grammar.ROLE | grammar.TITLE
    return beside and last.capital and last.low not in grammar.TIME


def _is_poll_share(words: Sequence[Token]) -> bool:
    """True for "four in 10"."""
    return any(a.low == "in" and b.text[:1].isdigit() for a, b in pairwise(words))


def _head(words: Sequence[Token]) -> Token:
    """The noun that heads a phrase: aide in "an aide to the mayor", voters in "a group of voters".

    It is the last noun before a preposition, a relative or a participle.
    """
    end = next((at for at, word in enumerate(words) if at and _ends_head(words, at)), len(words))
    amount = end < len(words) - 1 and words[end].low == "of" and words[end - 1].low in _AMOUNTS
    if amount:
        return _head(words[end + 1 :])
    while end > 1 and _follows_noun(words[end - 1]):
        end -= 1
    return words[end - 1]


def _follows_noun(word: Token) -> bool:
    """True for "close" and "speaking" in "a source close" and "a source speaking"."""
    return word.low in _AFTER_NOUN or (word.low.endswith("ing") and not _is_person_word(word))


def _ends_head(words: Sequence[Token], at: int) -> bool:
    word = words[at]
    if words[at - 1].low in _LEADING and word.low != "of":
        return False
    participle = at > 1 and grammar.may_be_past(word) and not word.capital
    after_noun = at == 1 and grammar.may_be_past(word) and words[0].low.endswith("s")
    joined = word.low == "and" and _is_person_word(words[at - 1])
    return word.low in grammar.PREPOSITION | grammar.RELATIVE or participle or after_noun or joined


def _is_person_word(word: Token) -> bool:
    low = word.low.rpartition("-")[2] or word.low
    single = _singular(low)
    if low in _KNOWN or single in _KNOWN or word.low in _KNOWN or word.low.endswith("-old"):
        return True
    if low in grammar.DETERMINER or low in grammar.PRONOUN or low in _NO_AGENT:
        return False
    if single in _NO_AGENT or len(single) < 4:
        return False
    return single.endswith(_AGENT)


def _singular(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith("men"):
        return low[:-3] + "man"
    return low[:-1] if low.endswith("s") and not low.endswith("ss") else low
