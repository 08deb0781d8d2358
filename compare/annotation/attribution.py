"""An attribution, and where the words it reports begin and end."""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.annotation import grammar
from compare.annotation.cues import Cue
from compare.annotation.lines import Token
from compare.annotation.phrases import Phrase
from compare.annotation.quote_rules import QuoteRule


@dataclass(slots=True)
class Attribution:
    """One cue with its speaker and what it reports, all as tokens of one line."""

    rule: QuoteRule
    speaker: Phrase | None = None
    cue: Phrase | None = None
    lemma: str = ""
    contents: list[Phrase] = field(default_factory=list)
    addressee: Phrase | None = None
    negated: bool = False
    via: list[Phrase] = field(default_factory=list)
    nested: bool = False


def clause_start(tokens: list[Token], cue: Cue) -> int:
    """Where the clause of a verb may begin: after the last long quotation or semicolon."""
    for at in range(cue.first - 1, -1, -1):
        if tokens[at].text == ";" or (tokens[at].quote and len(tokens[at].text.split()) > 4):
            return at + 1
    return 0


def first_comma(tokens: list[Token], start: int, end: int) -> int:
    """The first comma or long dash of a stretch, or its end."""
    for at in range(start, end):
        if tokens[at].text in (",", "—", "–"):
            return at
    return end


def clause_end(tokens: list[Token], start: int, end: int) -> int:
    """Where reported words end: before the outlet goes on in its own voice."""
    for at in range(start + 1, end):
        text = tokens[at].text
        ahead = tokens[at + 1] if at + 1 < end else None
        if text == ";" or (ahead and _is_comma(tokens[at]) and _own_voice(tokens, at + 1)):
            end = at
            break
    while (
        end > start
        and not tokens[end - 1].word
        and tokens[end - 1].quote is None
        and (tokens[end - 1].text not in ")]%$€")
    ):
        end -= 1
    return end


def _is_comma(token: Token) -> bool:
    return token.text == "," or (token.quote is not None and token.closing == ",")


def _own_voice(tokens: list[Token], at: int) -> bool:
    """True for ", according to", ", adding that" and ", but X said"."""
    token = tokens[at]
    if token.low == "according":
        return True
    return token.low.endswith("ing") and grammar.is_speech(token)
