"""The words by which a site asks for leave to set cookies, on its own page or over an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from compare.sources.page import UNSEEN, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Sentences of one who asks for leave to count and to advertise; articles about that say "they".
ASKING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bwe and (?:our )?(?:\d+ )?(?:\w+ )?partners\b|\bwith \d+ partners\b",
        r"\b(?:you agree|your (?:consent|personal data|cookie choices))\b|"
        r"\byou (?:may|can) (?:accept|withdraw|object|change)\b",
        r"\bour (?:privacy|cookie) policy\b",
        r"\binformation (?:on a|from your) device\b",
        r"\bwe (?:may )?use (?:cookies|the data)\b",
        r"\b(?:accept|reject) all\b|\bby clicking\b",
        r"\bwithdraw (?:your|my) consent\b",
    )
)
LONGEST = 600  # words of the longest dialogs
SHORT = 180
MENTIONS = re.compile("partners|consent|cookies")
SUBJECT = re.compile(
    r"partner|consent|cookie|advert|\bads?\b|privacy|personal|device|data|prefer|setting|profile|"
    r"measure|content|website|\bsite\b|\byour?\b|\bwe\b|\bour\b",
    re.IGNORECASE,
)
PROSE = 8  # words
MANY = 3
DIALOGS = ("div", "section", "aside", "dialog", "form")


def asks_for_consent(text: str) -> bool:
    """True for a text that is a question about cookies."""
    count = len(text.split())
    if count > LONGEST:
        return False
    return sum(bool(pattern.search(text)) for pattern in ASKING) >= (2 if count < SHORT else 3)


def consent_dialogs(elements: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """The blocks of a page that are nothing but such a question, beside which an article stands."""
    blocks = {
        block
        for element in elements
        if element.tag not in UNSEEN and (text := element.text) and MENTIONS.search(text)
        for block in element.iterancestors(*DIALOGS)
        if next(block.iter("h1", "article"), None) is None
    }
    asking = {
        block
        for block in blocks
        if asks_for_consent(words(block)) and not tells_of_other(map(words, block.iter("p")))
    }
    for block in asking:
        if asking.isdisjoint(block.iterancestors(*DIALOGS)):
            yield block


def tells_of_other(paragraphs: Iterable[str]) -> bool:
    """True for several paragraphs of prose that speak of nothing that is asked for."""
    prose = (len(text.split()) >= PROSE and not SUBJECT.search(text) for text in paragraphs)
    return sum(prose) >= MANY
