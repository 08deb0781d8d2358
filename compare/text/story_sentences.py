"""Sentences that tell of an event, however much their words are those of a page.

"Send us help, the crew radioed" begins as an invitation of a newsroom does, and "Support among
members fell" as an appeal. Who said something, or what has happened, makes them sentences of a
story.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compare.english.word_lists import sections
from compare.text.verbs import has_verb, verb_table

_OF_PAGE = ("page", "newsroom", "rights", "standards", "machine", "consent", "reader", "we")
_MUCH_MONEY = 2  # words of giving: a story has one of them as well
_SPOKEN = frozenset(
    "said says told tells heard held found ruled dared radioed phoned replied read".split()
)
_WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")
_ENDED = re.compile(r"(?<!\.\.)[.!?][\"”’»)\]]*$")
_LABELLED = re.compile(r"[^.!?,“\"]{1,40}[:|»›>]|\d+ ?[/|]|[\[(©→»▶►]")
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
# Where the words that say who spoke may begin: behind a comma or the end of a quotation.
_BEHIND = re.compile(r"(?:[,?!][\"”’']*|[”\"]) (?=\w)")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})[.!?][\"”’]* (?=[A-Z])")
_ON_ITSELF = re.compile(
    r"\b(?:this|these|our) (?:[\w-]+ ){0,3}?(?:article|stor(?:y|ies)|page|piece|report(?:er|ing)?|"
    r"writer|author|newsletter|podcast|newsroom|journalism|coverage|app|website|site|video)\b"
    r"|\b(?:version|draft|edition|headline) (?:of|on|in) (?:this|the|our)\b",
    re.IGNORECASE,
)
_NO_SPEAKER = frozenset(
    """
    you we us our your i who which that as to be been being is are was were story stories article
    report version page piece headline caption newsletter podcast video episode
    """.split()
)
_HEARD = frozenset("is are was were been being".split())
# A page says what is, may and will be; a story in the main what was.
_OF_NOW = frozenset(
    "am is are be been has have do does will would can could may might must".split()
)
_LISTENERS = frozenset("us you".split())
_MOST_BEFORE = 7
_MOST_LENGTH = 600


def is_story_sentence(line: str) -> bool:
    """True when a line names who said something, or tells what has happened and of no page.

    What speaks of itself as an article, and what is no whole sentence, never does.
    """
    plain = " ".join(line.replace("’", "'").split())
    if len(plain) > _MOST_LENGTH or not _ENDED.search(plain) or _ON_ITSELF.search(plain):
        return False
    if is_attributed_line(plain):
        return True
    if _LABELLED.match(plain):
        return False
    words = _lower(_QUOTED.sub(" ", plain))
    page, money = _page_words()
    if not page.isdisjoint(words) or len(money & {*words}) >= _MUCH_MONEY:
        return False
    return has_verb([word for word in words if word not in _OF_NOW])


def is_attributed_line(line: str) -> bool:
    """True when words behind a comma or a quotation, or the line itself, say who spoke."""
    plain = line.replace("’", "'")
    if not _ENDED.search(plain):
        return False
    clauses = [
        _lower(_SENTENCE_END.split(plain[found.end() :], maxsplit=1)[0])
        for found in _BEHIND.finditer(plain)
    ]
    if any(_names_speaker(words, most=_MOST_BEFORE, verbs=_reporting()) for words in clauses):
        return True
    outside = _QUOTED.sub(" ", plain)
    start = 0 if _LABELLED.match(outside) is None else len(outside)
    return _names_speaker(_lower(outside[start:]), most=_MOST_BEFORE, verbs=_SPOKEN)


def _names_speaker(words: list[str], *, most: int, verbs: frozenset[str]) -> bool:
    """True when a verb of speech stands behind someone who may speak, and tells it not to us."""
    for i, word in enumerate(words[: most + 1]):
        if word in _NO_SPEAKER and not (i and word in _HEARD):
            return False
        if i and word in verbs:
            return _LISTENERS.isdisjoint(words[i + 1 : i + 2])
    return False


def _lower(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


@lru_cache(maxsize=1)
def _reporting() -> frozenset[str]:
    """The forms of reporting verbs that a sentence about the past has."""
    forms = verb_table("reporting-verbs")
    told = (word for word, readings in forms.items() if any(r.shape == "past" for r in readings))
    return frozenset(told) | _SPOKEN


@lru_cache(maxsize=1)
def _page_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words by which a page speaks of itself or to its reader, and those for giving money."""
    table = sections("page-marks")
    return frozenset().union(*(table[name] for name in _OF_PAGE)), table["money"]
