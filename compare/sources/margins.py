"""Lines inside an extracted article that are not part of it, told by their words or their links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.model.articles import AsideKind, Extra
from compare.sources.page import fold
from compare.sources.page_body import PageBlock
from compare.sources.page_lines import TEASER
from compare.text.furniture import page_line_kind
from compare.text.story_sentences import is_story_sentence

_PLATFORM = (
    r"(?:twitter|facebook|instagram|youtube|linkedin|threads|bluesky|mastodon|tiktok|whatsapp|x\b)"
)
# Each pattern must open the line; those lines are short, so that no sentence of a story is taken.
OPENINGS = (
    (AsideKind.RELATED, 40, (
        r"(?:read|see|watch|listen|hear|learn)\s+(?:more|also|next|this|it)\b\s*[:|»>–—-]",
        r"(?:also|must)\s+(?:read|see|watch)\b\s*[:|»>–—-]?",
        r"(?:related|recommended|more|watch|read|listen|see also|see more|"
        r"further reading|explore)\s*:",
        r"(?:related|recommended|more|top|popular|latest)\s+(?:articles?|stor(?:y|ies)|posts?|news|"
        r"coverage|reading|links|videos?|content|topics?)\b[^.]{0,20}$",
        r"(?:read|see|view)\s+(?:more|all|full)\b[^.]{0,40}$",
        r"(?:don.?t|do not)\s+miss\b",
        r"most\s+(?:read|popular|viewed|shared)\b",
        r"you (?:may|might) also (?:like|be interested)",
        r"more (?:from|on|about|in) [^.]{1,50}$",
    )),
    (AsideKind.PROMO, 60, (
        r"(?:advertisement|advertisment|sponsored(?: content)?|story continues(?: below.*)?|"
        r"article continues(?: (?:after|below).*)?|continue reading.*|skip (?:to|past).*|loading.*|"
        r"print(?: this)?|e?mail(?: this)?|share|tweet|comments?|reply|close)\W*$",
        r"(?:sign|signing) up (?:for|to|now|here|today)\b.*(?:news-?letter|inbox|"
        r"e-?mail|alert|updates?|daily|free|account|brief)",
        r"subscribe\b.*(?:news|channel|podcast|us\b|today|now|here|access|free|magazine|online|"
        r"unlimited)",
        r"get (?:the|our|your|all|breaking|daily|more|unlimited)\b.*(?:news-?letters?|inbox|"
        r"e-?mail|alerts?|app\b|delivered|access|subscription)",
        r"(?:news-?letter|newsletters)\b.{0,40}$",
        rf"(?:like|follow|join|find|friend) (?:us|me|him|her|them|@\w+|"
        r"[\w.’'-]+(?: [\w.’'-]+){0,4})"
        rf",? (?:on|at|via) (?:\w+,? (?:and |& )?){{0,2}}{_PLATFORM}",
        r"share (?:this|on|via|with|your)\b.{0,80}$",
        r"click (?:here|on|below)\b",
        r"tap here\b",
        r"download (?:our|the) .{0,60}\bapp\b",
        r"(?:\d[\d,.]* |view |post a |leave a |add a |join the |show )"
        r"(?:comments?|conversation|discussion|reply)\b.{0,40}$",
        r"(?:if you )?(?:enjoy(?:ed)?|like|liked|love) (?:this|our|what)\b.*(?:article|stor|"
        r"journalism|join|subscri|donat)",
        r"(?:please )?(?:support|help|donate to|consider)\b.*(?:journalism|newsroom|donat|"
        r"subscri|member)",
        r"(?:do you )?have (?:a|any) (?:tips?|stor(?:y|ies)|questions?|information|news)\b.*(?:\?|"
        r"contact|e-?mail|reach|send|let us)",
        r"(?:please )?let us know\b.{0,80}$",
        r"(?:tell us|send us|what do you think|got a (?:tip|story))\b.{0,80}$",
        r"(?:join|become) (?:now|today|a (?:member|subscriber))\b",
        r"listen (?:to|live|back)\b.{0,40}\b(?:live|podcast|here|app)\b",
        r"(?:already )?(?:a )?(?:subscriber|member)\?",
        r"(?:you can )?(?:reach|contact|e-?mail) [^.]{1,60}(?:@| at )[^\s]+@",
        r"(?:we need your support|support us)\W*$",
    )),
    (AsideKind.NOTE, 40, (
        r"(?:copyright (?:©|\(c\)|by\b|\d{4}|\w+ \d{4})|©|\(c\) )",
        r"all rights reserved(?=\W*$|[.,;|])",
        r"(?:filed under|tagged(?: with| under| in)?|tags?|topics?|categor(?:y|ies)|keywords?|"
        r"in this (?:article|story))\s*:",
        r"this (?:article|story|report|piece|post) (?:was )?(?:originally|first) "
        r"(?:appeared|published|ran)",
        r"(?:first |last |originally )?(?:updated|published|posted|created)\b\s*(?::|on|at|\d)"
        r"[^.]{0,60}(?:\b[ap]\.m\.)?[^.]{0,20}$",
        r"\d+ min(?:ute)?s? (?:read|ago)$",
    )),
    (AsideKind.CREDIT, 20, (
        r"(?:photos?|images?|pictures?|video|graphic|illustration)(?: credits?| courtesy| source)?"
        r"(?::| ©| (?:by|via):? (?-i:[A-Z\d@]))",
        r"(?:credit|source|foto|fotos|via):",
    )),
    (AsideKind.BYLINE, 12, (
        r"(?:by|von|par|por) (?-i:[A-Z][\w.’'-]*,?(?: (?:[A-Z][\w.’'-]*,?|and|&|of|for|the|in|"
        r"de|van|von|der))*)(?<!\.)$",
    )),
)  # fmt: skip
RULES = tuple(
    (kind, most, re.compile("|".join(f"(?:{opening})" for opening in openings), re.IGNORECASE))
    for kind, most, openings in OPENINGS
)
# At the end of a page, a note on the author invites to follow them somewhere in its middle.
TAIL = 4
FOLLOW = re.compile(
    rf"\b(?:follow|find|reach|contact|e-?mail)\b[^.]{{1,60}}\b(?:on|at)\b[^.]{{0,20}}(?:{_PLATFORM}|@)",
    re.IGNORECASE,
)
QUOTED = re.compile("^[\"“‘«„'].*[\"”’»“'][.,]?$", re.DOTALL)
PULL_QUOTE_WORDS = 5
BYLINE_WORDS = 14
LEAD_IN = re.compile(r"^[\W_]*")
LONGEST_LINE = 1_000
LEAST_TEASERS = 3
MAX_LINK_WORDS = 30
HEADLINE_WITHIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TrimmedArticle:
    """The article's own paragraphs, the lines told apart, and how many led to other articles."""

    blocks: tuple[PageBlock, ...]
    extras: tuple[Extra, ...]
    listed: int = 0


def trim(
    blocks: Sequence[PageBlock],
    *,
    headline: str | None,
    links: Iterable[str],
    labelled: frozenset[str] = frozenset(),
    teasers: frozenset[str] = frozenset(),
    byline: str | None = None,
) -> TrimmedArticle:
    """Tells the lines that are not part of the story from the rest, which stays in its order.

    The headline repeated on top is left out, as the document has it; every other line that goes is
    in `extras` under its kind. `links` are the folded lines that are links, `labelled` those that
    are a link behind a label, `teasers` those that the headline of another article leads in; a row
    of these at the end is a list of articles.
    `byline` is the author as far as known.
    """
    links = frozenset(links)
    folded = [fold(block.text) for block in blocks]
    linked = [text in links and _short(block) for text, block in zip(folded, blocks, strict=True)]
    last = max((i for i, link in enumerate(linked) if not link), default=-1)
    leads = [text in teasers and not link for text, link in zip(folded, linked, strict=True)]
    others = _list_begins(blocks, leads, linked)
    kept: list[PageBlock] = []
    extras: list[Extra] = []
    for i, block in enumerate(blocks):
        if i < HEADLINE_WITHIN and headline and folded[i] == fold(headline):
            continue
        if i >= others or (linked[i] and (i > last or _in_a_row(linked, i))):
            kind: AsideKind | None = AsideKind.RELATED
        elif i >= len(blocks) - TAIL and _invites(block):
            kind = AsideKind.PROMO
        elif folded[i] in labelled:
            kind = AsideKind.RELATED
        elif byline and _is_byline(block.text, byline):
            kind = AsideKind.BYLINE
        elif _repeats(block, folded):
            kind = AsideKind.PULL_QUOTE
        else:
            kind = line_kind(block.text)
        if kind:
            extras.append(Extra(kind=kind, text=block.text))
        else:
            kept.append(block)
    return TrimmedArticle(
        blocks=_without_lone_heads(kept, extras),
        extras=tuple(extras),
        listed=sum(extra.kind is AsideKind.RELATED for extra in extras),
    )


def _list_begins(
    blocks: Sequence[PageBlock], teasers: Sequence[bool], linked: Sequence[bool]
) -> int:
    """Where the teasers begin that reach to the end, short lines and links not minded."""
    begin, count = len(blocks), 0
    for i in range(len(blocks) - 1, -1, -1):
        if teasers[i]:
            begin, count = i, count + 1
        elif len(blocks[i].text.split()) >= TEASER and not linked[i]:
            break
    return begin if count >= LEAST_TEASERS else len(blocks)


@lru_cache(maxsize=4_096)
def line_kind(text: str) -> AsideKind | None:
    """Why a line of a page is not part of the story, by its words; None when it may be."""
    bare = LEAD_IN.sub("", text) if text[:1] not in "©" else text
    count = len(text.split())
    if len(text) > LONGEST_LINE:
        return None
    for kind, most, rule in RULES:
        if count <= most and rule.match(bare):
            return None if is_story_sentence(text) else kind
    return page_line_kind(text)


def _is_byline(text: str, byline: str) -> bool:
    """True for a short line that begins with the author's name and is no sentence."""
    bare = re.sub(r"^\W*(?:(?:words|story|report) )?(?:by )?", "", text, flags=re.IGNORECASE)
    first = re.split(r", | and ", byline)[0]
    short = len(text.split()) <= BYLINE_WORDS and text.rstrip()[-1:] not in '.?!”"'
    return short and len(first.split()) > 1 and bare.casefold().startswith(first.casefold())


def _invites(block: PageBlock) -> bool:
    short = len(block.text.split()) <= 80
    return short and bool(FOLLOW.search(block.text)) and not is_story_sentence(block.text)


def _repeats(block: PageBlock, folded: Sequence[str]) -> bool:
    """True for a quotation set out of the text, whose words stand in a longer paragraph too."""
    if block.kind not in ("quote", "head") and not QUOTED.match(block.text):
        return False
    words_of = fold(block.text)
    if len(block.text.split()) < PULL_QUOTE_WORDS:
        return False
    return any(words_of in other for other in folded if len(other) > len(words_of))


def _short(block: PageBlock) -> bool:
    return len(block.text.split()) <= MAX_LINK_WORDS


def _in_a_row(linked: Sequence[bool], i: int) -> bool:
    return (i > 0 and linked[i - 1]) or (i + 1 < len(linked) and linked[i + 1])


def _without_lone_heads(kept: list[PageBlock], extras: list[Extra]) -> tuple[PageBlock, ...]:
    """Drop headings at the very end, as what stood under them was told apart."""
    while len(kept) > 1 and kept[-1].kind == "head":
        extras.append(Extra(kind=AsideKind.RELATED, text=kept.pop().text))
    return tuple(kept)
