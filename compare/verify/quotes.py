"""Are the changes of a quotation borne out by the words of both articles?"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from compare.model.quotes import Quote, SpeakerGroup
from compare.model.spans import Span
from compare.model.verification import Outcome, Rule, Verdict
from compare.text.fold import folded_text
from compare.text.spelling import spelling_key
from compare.text.words import STOP
from compare.verify.speakers import verify_speaker

# A rule that may say that words were given to somebody else.
_SURE = 0.9
_BODIES = frozenset([SpeakerGroup.ORGANISATION, SpeakerGroup.DOCUMENT, SpeakerGroup.ANONYMOUS])
_BY_NAME = frozenset([Rule.SPEAKER_NAMED, Rule.SPEAKER_SHORTENED, Rule.SPEAKER_CORRECTED])
# The share of the words cut that must stand in one stretch elsewhere, and how loose it may be.
_MOST = 0.8
_FEWEST = 3
_LOOSE = 1.5
# So many words in a row make two versions one utterance.
_SHARED_RUN = 4
_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*|%")


def verify_given_to_another(
    text: str, quote: Quote, other_text: str, other: Quote, *, verbatim: bool = False
) -> Verdict:
    """Check "given to another speaker" against the words of the two articles.

    Kept only for two persons, each named in full in the article and put to the words by a sure
    rule: a body and who speaks for it, a capital and its government, an agency that relays, a role
    or a pronoun are no other speaker. Of words that are `verbatim` the same the other article may
    name its speaker by a pronoun.
    """
    by = _BY_NAME | {Rule.SPEAKER_BY_PRONOUN} if verbatim else _BY_NAME
    named = _is_surely_named(text, quote, _BY_NAME) and _is_surely_named(other_text, other, by)
    if not named or _related(text, quote, other_text, other):
        return Verdict(outcome=Outcome.WEAKENED, rules=(Rule.RULE_TOO_WEAK,))
    return Verdict(outcome=Outcome.KEPT, rules=(Rule.BOTH_SPEAKERS_NAMED,))


def _is_surely_named(text: str, quote: Quote, by: Collection[Rule]) -> bool:
    speaker = quote.speaker
    if speaker is None or speaker.group in _BODIES or quote.confidence < _SURE:
        return False
    words = speaker.name.split()
    full = len(words) > 1 and all(word[:1].isupper() for word in (words[0], words[-1]))
    return (
        full
        and not set(by).isdisjoint(verify_speaker(text, quote).rules)
        and folded_text(speaker.name) in folded_text(text)
    )


def _related(text: str, quote: Quote, other_text: str, other: Quote) -> bool:
    """True when the words that name one also name the other, or the names share a word."""
    assert quote.speaker is not None
    assert other.speaker is not None
    one, two = quote.speaker.name.split(), other.speaker.name.split()
    if {folded_text(word) for word in one} & {folded_text(word) for word in two}:
        return True
    spans = ((text, quote, two[-1]), (other_text, other, one[-1]))
    return any(
        q.speaker_span is not None and folded_text(name) in folded_text(q.speaker_span.of(t))
        for t, q, name in spans
    )


def verify_cut(page: str, lost: str) -> Verdict:
    """Check "cut" against the whole page that is said to have cut, headline and text.

    `lost` are the words that its quotation lacks. DROPPED when most of them stand elsewhere on the
    page, in order and close together. Fewer than three words are found anywhere by chance.
    """
    stretch = _keys(lost)
    if len(stretch) >= _FEWEST and _stands_in(_keys(page), stretch):
        return Verdict(outcome=Outcome.DROPPED, rules=(Rule.WORDS_ELSEWHERE,))
    return Verdict(outcome=Outcome.KEPT, rules=(Rule.WORDS_NOWHERE,))


def verify_one_utterance(text: str, kept: Sequence[Span]) -> Verdict:
    """Check that two versions are of one utterance, by the words that both have.

    `kept` are the words of the fullest version in `text` that the other has too. Kept when four of
    them follow each other; likeness alone may join two sayings on one subject.
    """
    longest = max((len(_keys(span.of(text))) for span in kept), default=0)
    if longest >= _SHARED_RUN:
        return Verdict(outcome=Outcome.KEPT, rules=(Rule.SHARED_RUN,))
    return Verdict(outcome=Outcome.DROPPED, rules=())


def _keys(text: str) -> list[str]:
    return [spelling_key(word.strip(".,")) for word in _WORD.findall(folded_text(text))]


def _stands_in(article: Sequence[str], stretch: Sequence[str]) -> bool:
    """True when most words of the stretch stand in the article in order within a short window."""
    from rapidfuzz.distance import LCSseq

    width = max(len(stretch) + 2, int(_LOOSE * len(stretch)))
    first = {key for key in stretch if key not in STOP}
    starts = [at for at, key in enumerate(article) if key in first]
    needed = len(stretch) if len(stretch) < 4 else _MOST * len(stretch)
    for at in starts:
        begin = max(0, at - 2)
        if LCSseq.similarity(stretch, article[begin : begin + width]) >= needed:
            return True
    return False
