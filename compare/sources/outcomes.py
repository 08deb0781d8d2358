"""What a page is when it is no article, or not a whole one: named, with advice, not worked around.

The names rest on what the page itself shows: its title and headings, its forms, how it describes
itself to machines, and how little text it has.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from compare.errors import NoArticleFound
from compare.sources.linked_data import ARTICLE_TYPES
from compare.sources.metadata import Metadata, site_name
from compare.sources.page import parse, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SAVE = "Open the page in your browser, save it once the article is shown, and give the saved file"
FEW = 25  # words of article below which there is none
SHORT = 180  # words below which a page that calls itself something else is taken at its word
STUB = 120  # words below which an article that asks for a subscription is taken for its beginning
MANY_LINKS = 30
ENGLISH = frozenset("the of and to that for with by from is it said".split())
LEAST_ENGLISH = 0.07  # English news has .13 to .30
LEAST_SAMPLE = 60


class Outcome(StrEnum):
    """What was found instead of an article."""

    BLOCKED = "blocked"
    CAPTCHA = "captcha"
    CONSENT = "consent wall"
    PAYWALL = "paywall"
    LOGIN = "login"
    MISSING = "missing"
    UNREACHABLE = "unreachable"
    SCRIPT = "needs scripts"
    VIDEO = "video page"
    GALLERY = "gallery"
    INDEX = "index page"
    NONE = "no article"


TOLD = {
    Outcome.BLOCKED: ("the site refuses to show this page to programs", SAVE),
    Outcome.CAPTCHA: ("the site asks whether a person is reading", SAVE),
    Outcome.CONSENT: ("the site shows its question about cookies instead of the article", SAVE),
    Outcome.PAYWALL: (
        "only the beginning of the article is shown without a subscription",
        "If you subscribe, save the page in your browser and give the saved file",
    ),
    Outcome.LOGIN: (
        "the site asks to log in",
        "If you have an account, save the page in your browser and give the saved file",
    ),
    Outcome.MISSING: (
        "the site says that there is no such page",
        "Check the address, or try --archived for a copy in the Wayback Machine",
    ),
    Outcome.SCRIPT: ("the page shows its article only when scripts run", SAVE),
    Outcome.VIDEO: ("this is a page around a video, with hardly any text", "Give a written report"),
    Outcome.GALLERY: ("this is a page of pictures, with hardly any text", "Give a written report"),
    Outcome.INDEX: (
        "this is a front page or a list of articles, not one article",
        "Open one of its articles and give that address",
    ),
    Outcome.NONE: (
        "no article text was found on this page",
        "Save the page once it is fully shown, or paste its text into a .txt file",
    ),
}

# Titles and main headings, each from its beginning.
HEADINGS = (
    (Outcome.CAPTCHA, re.compile(
        r"just a moment\b|are you (?:a|not a) (?:ro)?bot|verify (?:that )?you are (?:a )?human|"
        r"human verification|security check|one more step|checking your browser", re.I)),
    (Outcome.BLOCKED, re.compile(
        r"access (?:to this page )?(?:has been )?denied|request blocked|attention required|"
        r"(?:403 )?forbidden|you have been blocked|pardon our interruption|not available in your "
        r"(?:country|region)|unavailable (?:in your|for legal)|451\b", re.I)),
    (Outcome.MISSING, re.compile(
        r"(?:error )?404\b|(?:sorry,? )?(?:this |the |that )?(?:page|article|story)(?: you.{0,40})?"
        r" (?:was |is |could |can)?(?: ?not|n[’']t) (?:be )?(?:found|available|exist)|"
        r"page not found|not found$|(?:this )?(?:page|article|story) (?:is )?"
        r"(?:no longer (?:available|exists)|has been (?:removed|deleted)|doesn[’']t exist)", re.I)),
    (Outcome.CONSENT, re.compile(
        r"before you continue|we value your privacy|your privacy(?: choices| matters)?$|"
        r"(?:cookie|privacy) (?:consent|settings|preferences)|your (?:data|cookie)", re.I)),
    (Outcome.LOGIN, re.compile(
        r"(?:please )?(?:log|sign)[ -]?in\b(?: (?:to|or|for|\|)|$)|"
        r"create (?:a free|an|your) account|register to (?:read|continue)", re.I)),
    (Outcome.PAYWALL, re.compile(
        r"subscribe (?:to|now|for)|become a subscriber|subscribers only", re.I)),
)  # fmt: skip
# Anywhere in the visible words of a page that has hardly any.
WORDS = (
    (Outcome.CAPTCHA, re.compile(
        r"\b(?:captcha|not a robot|are a human|unusual (?:traffic|activity)|automated (?:access|"
        r"requests|traffic)|ray id|press (?:and|&) hold)\b", re.I)),
    (Outcome.BLOCKED, re.compile(
        r"access denied|don[’']t have permission to access|request (?:was|has been) blocked|"
        r"not available in your (?:country|region)|ad ?blocker", re.I)),
    (Outcome.PAYWALL, re.compile(
        r"(?:subscribe|subscription|become a (?:member|subscriber))[^.]{0,60}\b(?:to (?:continue|"
        r"keep|read|unlock)|required)|(?:continue|keep|finish) reading[^.]{0,60}subscri|"
        r"already a (?:subscriber|member)|for subscribers only|free articles? (?:left|remaining)|"
        r"reached your (?:free )?(?:article )?limit", re.I)),
    (Outcome.CONSENT, re.compile(
        r"(?:accept|agree|consent|reject)[^.]{0,80}\bcookies|we (?:and our (?:\d+ )?partners|use "
        r"cookies)|manage (?:my |your )?(?:cookie|privacy|consent)", re.I)),
    (Outcome.LOGIN, re.compile(
        r"(?:log|sign) ?in (?:to|or register)|forgot(?:ten)? (?:your )?password", re.I)),
    (Outcome.MISSING, re.compile(
        r"page (?:you (?:were|are) looking for|(?:was|could) not (?:be )?found|not found)|"
        r"\b404\b|no longer available", re.I)),
    (Outcome.SCRIPT, re.compile(
        r"(?:enable|turn on|requires?|need)[^.]{0,30}javascript|javascript (?:is )?(?:disabled|"
        r"required)", re.I)),
)  # fmt: skip
CHALLENGE = re.compile(
    r"cf-(?:challenge|chl)|px-captcha|g-recaptcha|h-captcha|captcha-delivery|/_incapsula_|distil_r_captcha",
    re.I,
)
GALLERIES = frozenset({"ImageGallery", "MediaGallery"})
FRONT_PAGE = re.compile(r"https?://[^/?#]+/?")
LIVE_HEADING = re.compile(
    r"\b(?:live(?: blog| updates?| coverage)?\s*[:–—|-]|as it happened)", re.I
)


class _Look:
    """What a page shows of itself, each part looked for when it is first asked for."""

    def __init__(self, markup: str, found: Metadata, *, source: str) -> None:
        self._markup = markup
        self._source = source
        self.free = found.free
        self.gallery = bool(found.types & GALLERIES)
        self.article = found.kind == "article" or any(map(ARTICLE_TYPES.search, found.types))
        self.film = found.kind.startswith("video") or (
            "VideoObject" in found.types and not self.article
        )

    @cached_property
    def headings(self) -> tuple[str, ...]:
        titles = [words(element) for element in self._tree.iter("title", "h1")]
        return tuple(title for title in titles if title)[:6]

    @cached_property
    def visible(self) -> str:
        body = self._tree.find("body")
        return words(body) if body is not None else ""

    @property
    def password(self) -> bool:
        return any((f.get("type") or "").lower() == "password" for f in self._tree.iter("input"))

    @cached_property
    def links(self) -> int:
        """The links of four words and more, such as headlines are."""
        return sum(1 for link in self._tree.iter("a") if len(words(link).split()) > 3)

    def count(self, tag: str) -> int:
        return sum(1 for _ in self._tree.iter(tag))

    @property
    def challenge(self) -> bool:
        return bool(CHALLENGE.search(self._markup))

    @cached_property
    def _tree(self) -> HtmlElement:
        return parse(self._markup, source=self._source)


def refusal(
    markup: str, found: Metadata, text: str, *, source: str, address: str | None
) -> NoArticleFound | None:
    """The error for a page that is no article, or None for an article.

    `text` is what was found on the page, `found` what it says about itself, `address` where it
    came from if that is known.
    """
    count, front = len(text.split()), bool(FRONT_PAGE.fullmatch(address or ""))
    if count >= SHORT and not front:
        return None
    outcome = _outcome(_Look(markup, found, source=source), count, front=front)
    if outcome is None:
        return None
    reason, advice = TOLD[outcome]
    return NoArticleFound(source, reason, advice, outcome=outcome.value)


def notes_on(found: Metadata, text: str) -> tuple[str, ...]:
    """Sentences on what a reader of this article must know before its text is compared."""
    notes = []
    if "LiveBlogPosting" in found.types or LIVE_HEADING.search(found.headline or ""):
        notes.append("This is a live page, many short entries in one; it goes on changing.")
    if found.free is False:
        notes.append("The publisher marks this page as not free to read; its text may be cut.")
    if found.types & GALLERIES:
        notes.append("This is a page of pictures; the words under them are no whole article.")
    if found.url and found.canonical and site_name(found.url) != site_name(found.canonical):
        notes.append(f"The page names {found.canonical} as the address of its article.")
    if not looks_english(text):
        notes.append("The text does not seem to be English; little of it can be compared.")
    return tuple(notes)


def looks_english(text: str) -> bool:
    """False for a text of some length in which the commonest English words are rare."""
    tokens = re.findall(r"[^\W\d_]+", text.casefold())[:2_000]
    if len(tokens) < LEAST_SAMPLE:
        return not tokens or any(ord(letter) < 0x250 for letter in text if letter.isalpha())
    return sum(token in ENGLISH for token in tokens) >= LEAST_ENGLISH * len(tokens)


def _outcome(look: _Look, count: int, *, front: bool) -> Outcome | None:
    doubtful = count < FEW or (count < SHORT and not look.article)
    if doubtful and (said := _heading(look)):
        return said
    if count < STUB and (look.free is False or count < FEW) and _says(Outcome.PAYWALL, look):
        return Outcome.PAYWALL
    if count < STUB and (look.film or look.gallery):
        return Outcome.VIDEO if look.film else Outcome.GALLERY
    if front and not look.article and (look.links >= MANY_LINKS or count < FEW):
        return Outcome.INDEX
    return None if count >= FEW else _without_article(look)


def _heading(look: _Look) -> Outcome | None:
    for heading in look.headings:
        for outcome, pattern in HEADINGS:
            if pattern.match(heading):
                return outcome
    return None


def _says(outcome: Outcome, look: _Look) -> bool:
    return any(kind is outcome and pattern.search(look.visible) for kind, pattern in WORDS)


def _without_article(look: _Look) -> Outcome:
    if look.challenge:
        return Outcome.CAPTCHA
    if len(look.visible.split()) < 400:
        for outcome, pattern in WORDS:
            if pattern.search(look.visible):
                return outcome
        if look.password:
            return Outcome.LOGIN
    if look.count("video"):
        return Outcome.VIDEO
    if look.count("figure") > 5:
        return Outcome.GALLERY
    return Outcome.INDEX if look.links >= MANY_LINKS else Outcome.NONE
