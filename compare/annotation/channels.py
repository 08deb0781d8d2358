"""By what way words reached the public, and who carried them to the outlet."""

from __future__ import annotations

from compare.annotation.attribution import Attribution
from compare.annotation.lines import Line, Token
from compare.annotation.phrases import Phrase
from compare.english.word_lists import sections
from compare.model.quotes import Channel

_ORDER = ("statement", "post", "letter", "interview", "court filing", "broadcast", "report")
_BY_NOUN = [(Channel(name), sections("speech-nouns")[name]) for name in _ORDER]
_BY_VERB = {
    "tweet": Channel.POST,
    "post": Channel.POST,
    "blog": Channel.POST,
    "email": Channel.LETTER,
    "text": Channel.LETTER,
    "message": Channel.LETTER,
    "testify": Channel.COURT,
}
_INTRODUCING = frozenset(
    ["in", "a", "an", "the", "his", "her", "its", "their", "on", "from", "issued"]
)
_AGENCIES = sections("agencies")["agency"]
_OUTLETS = sections("agencies")["outlet"]


def channel_of(line: Line, told: Attribution) -> Channel:
    """Statement, post, letter and so on; speech when nothing says otherwise."""
    if told.lemma in _BY_VERB:
        return _BY_VERB[told.lemma]
    inside = {k for start, end in told.contents for k in range(start, end)}
    own = [t for k, t in enumerate(line.tokens) if k not in inside and t.word]
    for before, token in zip([None, *own], own, strict=False):
        if before is not None and (before.low in _INTRODUCING or before.low.endswith("ed")):
            found = next((c for c, nouns in _BY_NOUN if token.low in nouns), None)
            if found:
                return found
    if told.speaker:
        head = line.tokens[told.speaker[1] - 1].low
        return next((c for c, nouns in _BY_NOUN if head in nouns), Channel.SPEECH)
    return Channel.SPEECH


def carriers_of(text: str, line: Line, told: Attribution) -> tuple[str, ...]:
    """Agencies and outlets that brought the words: told Reuters, according to TASS."""
    phrases = list(told.via)
    if told.addressee and _is_outlet(line.tokens, told.addressee):
        phrases.append(told.addressee)
    return tuple(_words(text, line.tokens, phrase) for phrase in phrases)


def _is_outlet(tokens: list[Token], phrase: Phrase) -> bool:
    names = [t for t in tokens[phrase[0] : phrase[1]] if t.capital]
    if not names:
        return False
    return names[0].low in _AGENCIES or names[-1].low in _OUTLETS or names[-1].low in _AGENCIES or (
        len(names) < 3 and names[-1].text.isupper() and len(names[-1].text) > 1
    )  # fmt: skip


def _words(text: str, tokens: list[Token], phrase: Phrase) -> str:
    return " ".join(text[tokens[phrase[0]].start : tokens[phrase[1] - 1].end].split())
