"""What a page is when it is no article, or not a whole one: named, with advice, not worked around.

The names rest on what the page itself shows: its title and headings, its forms, how it describes
itself to machines, and how little text it has.
"""

from __future__ import annotations

import re
from enum import StrEnum

from compare.errors import NoArticleFound
from compare.sources.consent_requests import asks_for_consent, tells_of_other
from compare.sources.metadata import Metadata, site_name
from compare.sources.page_signs import GALLERIES, PageSigns

SAVE = "Open the page in your browser, save it once the article is shown, and give the saved file"
FEW = 25  # words of article below which there is none
SHORT = 180  # words below which a page that calls itself something else is taken at its word
STUB = 120  # words below which an article that asks for a subscription is taken for its beginning
MANY_LINKS = 30
LIST = 5  # lines of a list of articles
HARDLY_ANY = 400  # words on a whole page
OFFER_NOTE = 250  # words up to which an offer behind the text may mean that the text is cut


class ReadingOutcome(StrEnum):
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
    ReadingOutcome.BLOCKED: ("the site refuses to show this page to programs", SAVE),
    ReadingOutcome.CAPTCHA: ("the site asks whether a person is reading", SAVE),
    ReadingOutcome.CONSENT: (
        "the site shows its question about cookies instead of the article",
        SAVE,
    ),
    ReadingOutcome.PAYWALL: (
        "only the beginning of the article is shown without a subscription",
        "If you subscribe, save the page in your browser and give the saved file",
    ),
    ReadingOutcome.LOGIN: (
        "the site asks to log in",
        "If you have an account, save the page in your browser and give the saved file",
    ),
    ReadingOutcome.MISSING: (
        "the site says that there is no such page",
        "Check the address, or try --archived for a copy in the Wayback Machine",
    ),
    ReadingOutcome.SCRIPT: ("the page shows its article only when scripts run", SAVE),
    ReadingOutcome.VIDEO: (
        "this is a page around a video, with hardly any text",
        "Give a written report",
    ),
    ReadingOutcome.GALLERY: (
        "this is a page of pictures, with hardly any text",
        "Give a written report",
    ),
    ReadingOutcome.INDEX: (
        "this is a front page or a list of articles, not one article",
        "Open one of its articles and give that address",
    ),
    ReadingOutcome.NONE: (
        "no article text was found on this page",
        "Save the page once it is fully shown, or paste its text into a .txt file",
    ),
}

# Titles and main headings that no article has, each from its beginning to its end or to a mark.
_END = r"(?=\s*(?:$|[|–—:.!?-]))"
HEADINGS = (
    (ReadingOutcome.CAPTCHA, re.compile(
        r"just a moment\b|are you (?:a|not a) (?:ro)?bot|robot check|"
        r"verify (?:that )?you are (?:a )?human|"
        rf"human verification|(?:security check|one more step){_END}|checking your browser", re.I)),
    (ReadingOutcome.BLOCKED, re.compile(
        rf"access (?:to this page )?(?:has been )?denied{_END}|request blocked|attention required!|"
        rf"(?:403 )?forbidden{_END}|(?:sorry, )?you have been blocked|pardon our interruption|"
        r"(?:this \w+ is )?(?:not available|unavailable) (?:in your|for legal)|"
        rf"451{_END}", re.I)),
    (ReadingOutcome.MISSING, re.compile(
        rf"(?:error |http )*404(?: error| not found| page not found)?{_END}|"
        r"(?:oops\W+|(?:we[’']re )?sorry\W+(?:but )?)?(?:we )?(?:could|can)(?:n?[’']t| ?not) "
        r"(?:seem to )?find (?:the|that|this|your) (?:page|article|story)|"
        r"(?:oops\W+|sorry\W+(?:but )?)?(?:this |the |that )?(?:page|article|story)(?: you.{0,40})?"
        r" (?:was |is |could |can)?(?: ?not|n[’']t) (?:be )?(?:found|available|exist)|"
        rf"page (?:not found|unavailable|missing){_END}|not found$|"
        r"(?:this )?(?:page|article|story) (?:is )?"
        r"(?:no longer (?:available|exists)|has been (?:removed|deleted)|doesn[’']t exist)", re.I)),
    (ReadingOutcome.CONSENT, re.compile(
        r"before you continue|(?:we value )?your privacy(?: choices| matters| is important.*)?$|"
        rf"(?:cookie|privacy) (?:consent|settings|preferences|choices){_END}|"
        rf"your (?:data|cookie)s?(?: settings| choices)?{_END}", re.I)),
    (ReadingOutcome.LOGIN, re.compile(
        r"(?:please )?(?:log|sign)[ -]?in\b(?: (?:to (?:your|harbou?r|continue|read)|or|\|)|"
        rf"{_END})|create (?:a free|an|your) account|register (?:for free )?to (?:read|continue|"
        r"keep)", re.I)),
    (ReadingOutcome.PAYWALL, re.compile(
        r"subscribe (?:to (?:read|continue|keep|unlock)|now)|become a subscriber|"
        rf"subscribers only{_END}", re.I)),
)  # fmt: skip
# Anywhere in the visible words of a page that has hardly any.
WORDS = (
    (ReadingOutcome.CAPTCHA, re.compile(
        r"\b(?:captcha|not a robot|(?:are a|are|you[’']re) human|unusual (?:traffic|activity)|"
        r"automated (?:access|requests|traffic)|ray id|press (?:and|&) hold|incident id)\b|"
        r"characters you see", re.I)),
    (ReadingOutcome.BLOCKED, re.compile(
        r"access denied|don[’']t have permission to access|request (?:was|has been) blocked|"
        r"not available in your (?:country|region)|ad ?blocker", re.I)),
    (ReadingOutcome.PAYWALL, re.compile(
        r"(?:subscribe|subscription|become a (?:member|subscriber))[^.]{0,60}\b(?:to (?:continue|"
        r"keep|read|unlock)|required)|(?:continue|keep|finish) reading[^.]{0,60}subscri|"
        r"already a (?:subscriber|member)|for subscribers only|free articles? (?:left|remaining)|"
        r"reached your (?:free )?(?:article )?limit", re.I)),
    (ReadingOutcome.CONSENT, re.compile(
        r"(?:accept|agree|consent|reject)[^.]{0,80}\bcookies|we (?:and our (?:\d+ )?partners|use "
        r"cookies)|manage (?:my |your )?(?:cookie|privacy|consent)", re.I)),
    (ReadingOutcome.LOGIN, re.compile(
        r"(?:log|sign) ?in (?:to|or register)|forgot(?:ten)? (?:your )?password|"
        r"code to (?:log|sign) ?in", re.I)),
    (ReadingOutcome.MISSING, re.compile(
        r"page (?:you (?:were|are) looking for|(?:was|could) not (?:be )?found|not found)|"
        r"\b404\b|no longer available", re.I)),
    (ReadingOutcome.SCRIPT, re.compile(
        r"(?:enable|turn on|requires?|need)[^.]{0,30}javascript|javascript (?:is )?(?:disabled|"
        r"required)", re.I)),
)  # fmt: skip
# What a site says to its readers behind the beginning of an article.
REGISTER = re.compile(
    r"(?:register|create an? (?:free )?account|sign up|log ?in|sign in)\b[^.]{0,40}\bto "
    r"(?:continue|keep|finish|read|unlock)\b", re.I
)  # fmt: skip
OFFER = re.compile(
    r"(?:this|the) (?:article|story|content) is (?:only )?(?:for|available to|reserved for|"
    r"exclusive to) (?:our )?(?:paying |premium )?(?:subscribers|members)|"
    r"(?:subscribe|subscription|become a (?:member|subscriber))\b[^.]{0,60}\bto (?:continue|keep|"
    r"finish|unlock|read (?:on|the (?:full|rest|whole)|this|more))|"
    r"(?:to )?(?:continue|keep|finish) reading\b[^.]{0,60}\bsubscri|"
    r"(?:reached|used up?|hit) your (?:monthly )?(?:limit|allowance|last) of (?:free )?articles|"
    r"you(?:[’']ve| have) (?:read all (?:of )?your|no|0|zero|used (?:up )?(?:all )?(?:of )?your) "
    r"free articles|(?:choose a plan|subscription) to continue reading|"
    r"keep reading with an? [^.]{0,30}subscription|(?:exclusive to|only for) (?:our )?subscribers|"
    r"reached your (?:free )?(?:article )?limit|"
    r"unlock (?:the rest of )?(?:this|the) (?:full )?(?:article|story)|"
    r"this is a (?:premium|plus|subscriber)[ -](?:only )?(?:article|story)|"
    r"(?:the )?(?:rest|remainder) of this (?:article|story) is", re.I
)  # fmt: skip
AD_BLOCKER = re.compile(
    r"(?:turn off|disable|pause|switch off|using) (?:your |an )?ad[ -]?blocker", re.I
)
FRONT_PAGE = re.compile(r"https?://[^/?#]+/?")
LIVE_HEADING = re.compile(
    r"\b(?:live(?: blog| updates?| coverage)?\s*[:–—|-]|as it happened)", re.I
)
CUT_NOTE = "The page offers a subscription right behind this text; the text may be cut."


def refusal(signs: PageSigns, *, source: str, address: str | None) -> NoArticleFound | None:
    """The error for a page that is no article, or None for an article.

    `address` is where the page came from if that is known.
    """
    front = bool(FRONT_PAGE.fullmatch(address or ""))
    outcome = _outcome(signs, front=front)
    if outcome is None:
        return None
    reason, advice = TOLD[outcome]
    return NoArticleFound(source, reason, advice, outcome=outcome.value)


def notes_on(found: Metadata, signs: PageSigns) -> tuple[str, ...]:
    """Sentences on what a reader of this article must know before its text is compared."""
    notes = []
    if "LiveBlogPosting" in found.types or LIVE_HEADING.search(found.headline or ""):
        notes.append("This is a live page, many short entries in one; it goes on changing.")
    if found.free is False:
        notes.append("The publisher marks this page as not free to read; its text may be cut.")
    elif signs.count < OFFER_NOTE and OFFER.search(signs.behind):
        notes.append(CUT_NOTE)
    if found.types & GALLERIES:
        notes.append("This is a page of pictures; the words under them are no whole article.")
    if found.url and found.canonical and site_name(found.url) != site_name(found.canonical):
        notes.append(f"The page names {found.canonical} as the address of its article.")
    return tuple(notes)


def _outcome(signs: PageSigns, *, front: bool) -> ReadingOutcome | None:
    count = signs.count
    if (count < FEW or not signs.article) and (said := _heading(signs)):
        return said
    if count < STUB and (behind := _behind(signs)):
        return behind
    asked = not signs.article and asks_for_consent(signs.text)
    if asked and not tells_of_other(signs.paragraphs):
        return ReadingOutcome.CONSENT
    if count < STUB and (signs.film or signs.gallery):
        return ReadingOutcome.VIDEO if signs.film else ReadingOutcome.GALLERY
    if _is_list(signs, front=front):
        return ReadingOutcome.INDEX
    if count < STUB and not signs.article and AD_BLOCKER.search(signs.text):
        return ReadingOutcome.BLOCKED
    return None if count >= FEW else _without_article(signs)


def _heading(signs: PageSigns) -> ReadingOutcome | None:
    for heading in signs.headings:
        for outcome, pattern in HEADINGS:
            if pattern.match(heading):
                sure = outcome is ReadingOutcome.BLOCKED and signs.challenge
                return ReadingOutcome.CAPTCHA if sure else outcome
    return None


def _behind(signs: PageSigns) -> ReadingOutcome | None:
    """The wall that the words behind a short text speak of."""
    if signs.count < FEW or signs.free is False:
        prompts = dict(WORDS)[ReadingOutcome.PAYWALL]
        return ReadingOutcome.PAYWALL if prompts.search(signs.visible) else None
    if OFFER.search(signs.behind):
        return ReadingOutcome.PAYWALL
    return ReadingOutcome.LOGIN if REGISTER.search(signs.behind) else None


def _is_list(signs: PageSigns, *, front: bool) -> bool:
    if signs.described:
        return False
    if front and not signs.article and (signs.links >= MANY_LINKS or signs.count < FEW):
        return True
    return signs.count < FEW and signs.listed >= LIST


def _without_article(signs: PageSigns) -> ReadingOutcome:
    if signs.challenge:
        return ReadingOutcome.CAPTCHA
    if len(signs.visible.split()) < HARDLY_ANY:
        for outcome, pattern in WORDS:
            if pattern.search(signs.visible):
                return outcome
        if signs.password:
            return ReadingOutcome.LOGIN
    if signs.scripted and len(signs.visible.split()) < FEW:
        return ReadingOutcome.SCRIPT
    if signs.has("video"):
        return ReadingOutcome.VIDEO
    if signs.has("figure", more_than=5):
        return ReadingOutcome.GALLERY
    return ReadingOutcome.INDEX if signs.links >= MANY_LINKS else ReadingOutcome.NONE
