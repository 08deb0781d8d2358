"""Places in a text where another newsroom is named as the source of what is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from compare.model.spans import Span

_WORD = r"(?:[A-Z0-9][\w&’'-]*(?:\.(?=[\w])[\w]+)*)"
_NAME = rf"(?:(?:[Tt]he )?{_WORD}(?:(?: (?:of|and|de|du)(?: the)? | the | & | ){_WORD}){{0,5}})"
_KIND = (
    r"(?:(?:the|a|an) )?(?:\w+ ){0,3}?(?:news agency|agency|newspaper|daily|weekly|magazine"
    r"|broadcaster|website|news site|channel|station|network),? "
)
_ADVERB = r"(?:(?:first|also|later|previously|exclusively|earlier|originally|reportedly) )?"
_PAST = r"(?:report|reveal|publish|disclos|uncover|announc)(?:e?d)"
_PIECE = r"(?:report|story|article|investigation|account|dispatch)s?"
_SAYS = (
    rf"(?:(?:has|had|have) )?{_ADVERB}(?:{_PAST}|reports|reveals|publishes|said|says|wrote|writes"
    r"|broke the|quoted|quotes|cited|cites|put the|estimates|estimated|described|noted|carried)"
)
_BEFORE = re.compile(
    rf"\b(?P<cue>(?:{_PAST} |(?:seen|viewed|obtained|reviewed|verified|conducted|provided|cited"
    r"|quoted|carried) )(?:on \w+day )?(?:by|in|to)"
    rf"|[Aa]ccording to(?: (?:a|an|the)(?: \w+){{0,2}}? {_PIECE}(?: published)? (?:in|by|from|on))?"
    r"|told|tells|telling|[Ii]nterview(?:ed)? (?:with|by|given to|for|in|on)"
    r"|[Ii]n remarks to|[Ss]peaking to|[Ss]poke (?:to|with)|[Ww]rote in|[Ww]riting in"
    r"|(?:[Ee]mail|[Mm]essage|[Ss]tatement|[Cc]omments?) to|website of|report (?:by|in|from|on)"
    r"|story (?:by|in|from)|investigation by|[Rr]eporting (?:by|from)"
    rf"|[Cc]iting) (?:{_KIND})?(?P<name>{_NAME})"
)
_AFTER = re.compile(rf"(?P<name>{_NAME}),? (?P<cue>{_SAYS})(?!\w)")
_REPORT = re.compile(
    rf"(?P<name>{_NAME})(?:'s|’s|'|’)?(?: \w+)? (?P<cue>report(?:er|ers)?|investigation|story"
    r"|article|correspondent|journalists?|pictures|photographer)(?!\w)"
)
_BRACKETS = re.compile(rf"[(/](?P<name>{_NAME})[)/]")
_CREDIT = re.compile(
    r"(?:(?:[Ff]iles|[Rr]eporting|[Mm]aterial|[Rr]eports|[Ii]nputs?|[Cc]opy|[Ss]ource:|[Vv]ia) "
    rf"(?:from |by )?(?P<name>{_NAME})|(?P<giver>{_NAME}) contributed)"
)
_FILES = re.compile(rf"[Ff]iles from (?P<name>{_NAME})")
_OWN = re.compile(
    r"\b(?:(?:seen|obtained|reviewed|viewed|verified|interviewed) by|told|shown to|from"
    r"|in an interview with|speaking to|spoke to|spoke with) "
    r"(?:this (?:newspaper|website|paper|magazine|station|programme|program)|us\b)"
    r"|\b[Ww]e (?:have )?(?:asked|seen|obtained|reviewed)\b"
)


class OutletCue(NamedTuple):
    """`name` is the span of what may be the name of a newsroom, `whole` that of cue and name."""

    whole: Span
    name: Span


def outlet_cues_of(text: str, span: Span) -> Iterator[OutletCue]:
    """Every place in a sentence where something that looks like a name stands with a cue."""
    for pattern in (_BEFORE, _AFTER, _REPORT):
        for match in pattern.finditer(text, span.start, span.end):
            yield OutletCue(Span(*match.span()), Span(*match.span("name")))


def bracketed_names(text: str, span: Span) -> Iterator[OutletCue]:
    """Names in brackets or between strokes, as in "(Reuters)"."""
    for match in _BRACKETS.finditer(text, span.start, span.end):
        yield OutletCue(Span(*match.span()), Span(*match.span("name")))


def credited_names(text: str, span: Span) -> Iterator[OutletCue]:
    """Names in a credit line such as "With files from Sable Wire"."""
    for match in _CREDIT.finditer(text, span.start, span.end):
        name = "name" if match["name"] else "giver"
        yield OutletCue(Span(*match.span()), Span(*match.span(name)))


def files_from(text: str, span: Span) -> Iterator[OutletCue]:
    """What follows "files from" in a credit line: a newsroom even when its name does not say so."""
    for match in _FILES.finditer(text, span.start, span.end):
        yield OutletCue(Span(*match.span()), Span(*match.span("name")))


def own_reporting(text: str, span: Span) -> Iterator[Span]:
    """Words by which an article says that it found something out itself."""
    for match in _OWN.finditer(text, span.start, span.end):
        yield Span(*match.span())
