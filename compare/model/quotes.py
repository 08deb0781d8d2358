"""Quotations, and who is given as having said them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from compare.model.ids import QuoteId
from compare.model.spans import Span
from compare.model.verification import Rule


class QuoteKind(StrEnum):
    """How speech is reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What a reporting verb implies about the words it introduces."""

    NEUTRAL = "neutral"
    DOUBTING = "doubting"
    ASSERTING = "asserting"


class Channel(StrEnum):
    """By what way the words reached the public."""

    SPEECH = "speech"
    STATEMENT = "statement"
    POST = "post"
    LETTER = "letter"
    REPORT = "report"
    COURT = "court filing"
    BROADCAST = "broadcast"
    INTERVIEW = "interview"


class SpeakerGroup(StrEnum):
    """What kind of voice a speaker is."""

    OFFICIAL = "official"
    EXPERT = "expert"
    WITNESS = "witness"
    AFFECTED = "affected"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is given as the source of words, under the fullest name the article has for them.

    `anonymous` sources are described, never named. `how` tells by what the name was found: name,
    pronoun, alias, description or inherited. `group_evidence` are the words of the article that
    put the speaker into the group, `group_span` where they stand.
    """

    name: str
    role: str | None = None
    anonymous: bool = False
    aliases: tuple[str, ...] = ()
    group: SpeakerGroup = SpeakerGroup.OTHER
    group_evidence: str | None = None
    how: str = "name"
    group_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words given to a speaker; `id` is like "B.q3".

    `parts` are the words said, in order, without quotation marks for direct speech; words under one
    attribution that are interrupted, or that run over several paragraphs, are several parts.
    `marked` are the stretches that stand in quotation marks, also without the marks.
    `via` names who carried the words to the outlet ("according to TASS", "told Reuters").
    `rule` names the rule that found the speaker, `confidence` is its measured precision, 0..1.
    `speaker_span` are the words that name the speaker; with no `speaker` beside them nothing bore
    out that they do. `verified_by` are the rules that bore the speaker out; in an article outside a
    comparison nothing is verified yet.
    """

    id: QuoteId
    parts: tuple[Span, ...]
    kind: QuoteKind
    speaker: Speaker | None = None
    speaker_span: Span | None = None
    cue: Span | None = None
    cue_lemma: str | None = None
    stance: Stance = Stance.NEUTRAL
    negated: bool = False
    marked: tuple[Span, ...] = ()
    via: tuple[str, ...] = ()
    channel: Channel = Channel.SPEECH
    flags: tuple[str, ...] = ()
    rule: str = ""
    confidence: float = 0.0
    verified_by: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError(f"quote {self.id} has no words")
        for before, after in zip(self.parts, self.parts[1:], strict=False):
            if after.start < before.end:
                raise ValueError(f"the parts of quote {self.id} overlap or are out of order")
