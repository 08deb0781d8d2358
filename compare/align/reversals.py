"""Cuts that turn the meaning of what is kept: "I never said that", "if", a question mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from compare.align.utterances import SpokenWord, Utterance, denials
from compare.model.findings import QuoteChange

_ENDS = frozenset(".?!")
_BREAKS = frozenset(",;:—–―()")
_JOINING = frozenset(["and", "but", "so", "yet", "because", "while"])
_DISPUTED = frozenset(
    """
    deny denied denies denying doubt doubts doubted doubtful wrong false untrue lie lies lied myth
    nonsense mistaken unlikely impossible dispute disputes disputed reject rejects rejected refuse
    refuses refused refute absurd ridiculous rubbish hoax rumor rumors
    """.split()
)
# What follows these is so, whether they are denied or not: "I did not know that ...".
_TAKEN_AS_TRUE = frozenset(
    """
    surprised sorry ashamed mind regret forget forgotten know knew known realize realized aware care
    understand understood remember notice noticed hide glad happy proud afraid told
    """.split()
)
_CONDITIONS = frozenset(["if", "unless", "whether", "perhaps", "maybe", "provided", "supposing"])
_DENYING_ANSWERS = frozenset(["no", "never", "not", "nonsense", "hardly", "absolutely"])
_NEAR = 6


def reversal(
    text: str, full: Utterance, member: Utterance, kept: tuple[int, int]
) -> QuoteChange | None:
    """What the cut before or after the kept words of the fullest version did to their meaning.

    `text` is the document of the fullest version, `kept` its first kept word and the one after the
    last. None where the words cut change nothing, or where the other outlet says the same in words
    of its own.
    """
    if denials([w.low for w in member.words if not w.marked]) or member.quote.negated:
        return None
    first, last = kept
    words = full.words
    before = _clause_before(text, words, first)
    after = _sentence_after(text, words, last)
    if _is_denied(before) or _is_denied(after[:_NEAR], follows=True):
        return QuoteChange.NEGATION_LOST
    if _asks(text, words, last) and not _asks_too(member):
        answer = words[last].low if last < len(words) else ""
        denied = answer in _DENYING_ANSWERS
        return QuoteChange.NEGATION_LOST if denied else QuoteChange.HEDGE_LOST
    opens = [w.low for w in before[:1]]
    closes = [w.low for w in after[:2] if w.low != "but"]
    if _CONDITIONS & {*opens, *closes[:1]} or closes[:2] == ["only", "if"]:
        return QuoteChange.HEDGE_LOST
    return None


def _clause_before(text: str, words: Sequence[SpokenWord], first: int) -> Sequence[SpokenWord]:
    """The words right before the kept ones that belong to the same clause."""
    start = first
    while start > 0 and words[start - 1].part == words[first - 1].part:
        gap = _between(text, words, start) if start < len(words) else ""
        if _breaks(gap) or words[start - 1].low in _JOINING:
            break
        start -= 1
    return words[start:first]


def _sentence_after(text: str, words: Sequence[SpokenWord], last: int) -> Sequence[SpokenWord]:
    """The words after the kept ones up to the end of the sentence."""
    end = last
    while end < len(words) and not _ENDS & set(_between(text, words, end)):
        end += 1
    return words[last:end]


def _between(text: str, words: Sequence[SpokenWord], at: int) -> str:
    """What stands between word `at` and the one before it."""
    return text[words[at - 1].span.end : words[at].span.start] if 0 < at < len(words) else ""


def _breaks(gap: str) -> bool:
    return bool((_ENDS | _BREAKS) & set(gap))


def _is_denied(words: Sequence[SpokenWord], *, follows: bool = False) -> bool:
    """True when the words deny what they lead to: an odd number of denials and disputes."""
    lows = [w.low for w in words]
    if follows and not {"is", "was", "are", "were", "would", "'s"} & set(lows[:1]):
        return False
    if _TAKEN_AS_TRUE & set(lows) and "nobody" not in lows and "never" not in lows:
        return False
    disputes = sum(low in _DISPUTED for low in lows)
    idioms = sum(a in ("no", "without") and b in ("doubt", "doubts") for a, b in pairwise(lows))
    return (denials(lows) + disputes - idioms) % 2 == 1


def _asks(text: str, words: Sequence[SpokenWord], last: int) -> bool:
    """True when the sentence of the last kept word ends in a question mark."""
    end = words[last].span.start if last < len(words) else words[-1].span.end + 2
    return "?" in text[words[last - 1].span.end : end]


def _asks_too(member: Utterance) -> bool:
    return "?" in member.text
