"""What kind of source a speaker is, told from the words that name it."""

from __future__ import annotations

import re
from functools import lru_cache

from compare.english.numerals import TWO_TO_TEN
from compare.english.word_lists import sections, word_list
from compare.model.findings import CitationKind
from compare.model.quotes import Speaker, SpeakerGroup
from compare.text.fold import folded_text
from compare.text.titles import title_words

# Words that end the head of a phrase: "report | published on Monday", "spokesman | for the mayor".
_ENDS = frozenset(
    """of for in at from over between among who that which with close familiar briefed on by to
    about whose said seen kept has had have is are was were ago this two three four""".split()
)
_SMALL = frozenset(["the", "a", "an", "its", "his", "her", "their", "our", "some"])
_UNNAMED_BY = frozenset(
    ("one", *TWO_TO_TEN, *"a an some several many another other both few most".split())
)
# Roles that many have at once, besides the words of the lexicon.
_COMMON = frozenset(
    """spokesman spokeswoman spokesperson assistant volunteer reporter protester voter
    surveyor""".split()
)
_WORD = re.compile(r"[^\W_]+(?:[.&’'-][^\W_]+)*\.?")
_GROUPS = {
    SpeakerGroup.DOCUMENT: CitationKind.DOCUMENT,
    SpeakerGroup.ORGANISATION: CitationKind.ORGANISATION,
    SpeakerGroup.ANONYMOUS: CitationKind.ANONYMOUS,
}


def kind_of(speaker: Speaker, printed: str) -> CitationKind | None:
    """The kind of a speaker that is no newsroom; None for words that name no source at all.

    `printed` are the words of the article that name the speaker there. Persons known only by a role
    that many may have ("a spokesman", "officials") are anonymous; one by a role that one person has
    ("the county sheriff") is a person.
    """
    if speaker.anonymous:
        return CitationKind.ANONYMOUS
    head = _head(speaker.name)
    if not head:
        return None
    last = folded_text(head[-1]).rstrip(".")
    forms = {last, _singular(last)}
    if last in _pronouns():
        return None
    if forms & _documents():
        return CitationKind.DOCUMENT
    if forms & (word_list("group-words") | {"police"}):
        return CitationKind.ORGANISATION
    if folded_text(head[0]) in _UNNAMED_BY or head[0].isdigit():
        return CitationKind.ANONYMOUS if _has_persons(speaker.name) else None
    if forms & _persons():
        return _by_role(head, printed)
    if head[-1][0].isupper():
        return _by_name(speaker, head, printed)
    return None


def short_name(name: str) -> str:
    """The name without an article in front and without what follows its head noun.

    Titles and roles before a person's name go too: "District Prosecutor Ada Roe" is Ada Roe.
    """
    head = _head(name)
    if head and _singular(folded_text(head[-1])) in _documents():
        return " ".join(head)
    words = name.split()
    capitals = next((k for k, word in enumerate(reversed(words)) if not word[0].isupper()), None)
    named = words if capitals is None else words[len(words) - capitals :]
    titles = [k for k, word in enumerate(named[:-2]) if _is_title(word)]
    if titles:
        return " ".join(named[titles[-1] + 1 :])
    bare = words[1:] if words and words[0].lower() in _SMALL else words
    # "Some said" has no more of a name than that.
    return " ".join(bare or words)


def _has_persons(name: str) -> bool:
    """True for "nine of the 15 members" and "one of them"."""
    words = [folded_text(word) for word in name.split()]
    return any(_singular(word) in _persons() or word == "them" for word in words)


def _by_role(head: list[str], printed: str) -> CitationKind:
    """A person when a name belongs to the role, or when only one can have it."""
    last = folded_text(head[-1])
    if len(head) > 1 and head[-1][0].isupper() and head[-2][0].isupper():
        return CitationKind.PERSON
    first = (folded_text(printed).split() or [""])[0]
    many = last != _singular(last) or last == "people" or first in _UNNAMED_BY
    common = _singular(last) in word_list("anonymous-words") | _COMMON
    return CitationKind.ANONYMOUS if many or common else CitationKind.PERSON


def _by_name(speaker: Speaker, head: list[str], printed: str) -> CitationKind:
    """A body, after "the" with nothing but capitals, or after a word such as "company"."""
    if speaker.group in _GROUPS:
        return _GROUPS[speaker.group]
    words = printed.split()
    before = words[-len(head) - 1 : -len(head)]
    if before and folded_text(before[0]) in word_list("group-words"):
        return CitationKind.ORGANISATION
    is_body = folded_text(printed).startswith("the ") and all(w[0].isupper() for w in words[1:])
    if is_body and not any(_is_title(word) for word in head):
        return CitationKind.ORGANISATION
    return CitationKind.PERSON


def _head(name: str) -> list[str]:
    """The words up to the head noun, without an article in front."""
    head: list[str] = []
    for word in _WORD.findall(name):
        low = folded_text(word)
        if head and (low in _ENDS or (word[0].islower() and low.endswith("ed"))):
            break
        if head or low not in _SMALL:
            head.append(word)
    return head


def _is_title(word: str) -> bool:
    low = folded_text(word).rstrip(".")
    return low in title_words() or low in word_list("roles") or low in _SMALL


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1)
def _documents() -> frozenset[str]:
    found = sections("speech-nouns")
    more = frozenset("log register charter law form notice file alert memo letter email".split())
    return (found["report"] | found["court filing"] | found["statement"] | more) - {"opinion"}


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    return word_list("roles") | word_list("anonymous-words") | _COMMON


@lru_cache(maxsize=1)
def _pronouns() -> frozenset[str]:
    return frozenset("he she they it we i you who them him her this that those these".split())
