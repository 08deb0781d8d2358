"""Words said that stand before their cue, as in "...," she said."""

from __future__ import annotations

from compare.annotation import grammar, phrases
from compare.annotation.attribution import Attribution, clause_end
from compare.annotation.cues import Cue
from compare.annotation.lines import DASHES, Token
from compare.annotation.phrases import Phrase
from compare.annotation.quote_rules import QuoteRule
from compare.annotation.reported_content import Complement, addressee_of
from compare.annotation.subjects import Subject

_CLOSING = ",.?!…—-"
_ASIDES = frozenset("who which according a an as when after before while in on at".split())
_TAILS = frozenset(
    """
    in on at during after before as when while to about of by via through from over with for
    into who adding
    """.split()
)


def closing_attribution(
    tokens: list[Token], cue: Cue, who: Subject | None, right: Complement | None
) -> Attribution | None:
    """Words said that stand before their cue: "...," she said."""
    if cue.shape in ("ing", "to"):
        return None
    if _may_invert(tokens, cue, who, right):
        follower = phrases.phrase_after(tokens, cue.last)
        if follower:
            return _closed(
                tokens, cue, follower, cue.first, follower[1], QuoteRule.CUE_AFTER_INVERTED
            )
    if who is None or who.rule not in (QuoteRule.CUE_BEFORE, QuoteRule.CUE_BEFORE_COMMA):
        return None
    start = _with_leads(tokens, who.start)
    if not _stands_free(tokens, start):
        return None
    if right and not _goes_on(tokens, start - 1, right):
        return None
    stop = right.addressee[1] if right and right.addressee else cue.last
    return _closed(tokens, cue, who.phrase, start, stop, QuoteRule.CUE_AFTER)


def _may_invert(
    tokens: list[Token], cue: Cue, who: Subject | None, right: Complement | None
) -> bool:
    """True for "...," said Roe; not for "Lund, who left, said the talks failed"."""
    if not _stands_free(tokens, cue.first):
        return False
    if right and right.joined in ("that", "quote"):
        return False
    after_quote = tokens[cue.first - 1].quote or _quote_comma(tokens, cue.first - 1)
    if who is None and right and _name_follows(tokens, cue.last):
        return True
    return bool(after_quote) or (right is None and who is None)


def _name_follows(tokens: list[Token], at: int) -> bool:
    """True for "said Ada Lund, who ...": the name is whole before a comma or the end."""
    if at >= len(tokens) or not tokens[at].capital:
        return False
    while at < len(tokens) and tokens[at].capital:
        at += 1
    return at >= len(tokens) or tokens[at].text in (",", ".") or tokens[at].low == "who"


def _goes_on(tokens: list[Token], at: int, right: Complement) -> bool:
    """True when words before the cue and words after it are one utterance."""
    if tokens[at].quote or _quote_comma(tokens, at):
        return True
    if right.joined != "quote" or not tokens[right.start].text.strip()[:1].islower():
        return False
    return any(grammar.is_finite(t) for t in tokens[:at] if t.word)


def _with_leads(tokens: list[Token], start: int) -> int:
    """Takes in "later" or "on Monday" between the words said and the subject."""
    while start > 1 and tokens[start - 1].word and grammar.is_adverb(tokens[start - 1]):
        start -= 1
    return start


def _stands_free(tokens: list[Token], start: int) -> bool:
    """True when a comma or the end of a quotation is right before the token."""
    if start == 0:
        return False
    before = tokens[start - 1]
    if before.quote:
        long = len(before.text.split()) > 2 and before.text.strip()[:1].isupper()
        return before.closing in _CLOSING or long
    return before.text == "," or (before.text in DASHES and start > 1 and _dashed(tokens, start))


def _dashed(tokens: list[Token], start: int) -> bool:
    """True when a quotation is before the dash, or another dash follows near."""
    ahead = [t.text for t in tokens[start : start + 8]]
    return tokens[start - 2].quote is not None or any(text in DASHES for text in ahead)


def _quote_comma(tokens: list[Token], at: int) -> bool:
    return tokens[at].text == "," and at > 0 and tokens[at - 1].quote is not None


def _closed(
    tokens: list[Token], cue: Cue, speaker: Phrase, start: int, stop: int, rule: QuoteRule
) -> Attribution | None:
    quoted = tokens[start - 1].quote is not None or _quote_comma(tokens, start - 1)
    after = (
        _second_half(tokens, stop)
        if quoted
        else _after_interruption(tokens, stop, quoted=rule is QuoteRule.CUE_AFTER_INVERTED)
    )
    left = _left_contents(tokens, start, interrupted=after is not None)
    if left is None:
        return None
    if after is None and not _at_rest(tokens, stop) and tokens[left[1] - 1].quote is None:
        return None
    contents = [left] + ([after] if after else [])
    hearer = addressee_of(tokens, cue) if rule is QuoteRule.CUE_AFTER else None
    return Attribution(
        rule,
        speaker,
        (cue.first, cue.last),
        cue.lemma,
        contents,
        hearer,
        cue.negated,
    )


def _left_contents(tokens: list[Token], start: int, *, interrupted: bool) -> Phrase | None:
    end = start
    while (
        end > 0
        and tokens[end - 1].quote is None
        and not tokens[end - 1].word
        and (tokens[end - 1].text not in ")%")
    ):
        end -= 1
    if end == 0:
        return None
    begin = 0
    for at in range(end - 1, -1, -1):
        if tokens[at].text == ";":
            begin = at + 1
            break
    while begin < end and tokens[begin].low in grammar.CONJUNCTION:
        begin += 1
    if begin >= end:
        return None
    if any(t.quote for t in tokens[begin:end]):
        return begin, end
    verb = any(grammar.may_be_past(t) or t.low == "'s" for t in tokens[begin:end] if t.word)
    adjunct = _adjunct(tokens[begin]) and not interrupted
    return (begin, end) if verb or ((interrupted or end - begin > 2) and not adjunct) else None


def _adjunct(token: Token) -> bool:
    return token.low in grammar.PREPOSITION or token.low in ("as", "when", "asked", "if")


def _second_half(tokens: list[Token], stop: int) -> Phrase | None:
    """The quotation after "she said, her voice breaking,": only words in marks are hers.

    Between the halves stand no other speaker and no end of a sentence.
    """
    for at in range(stop, min(len(tokens), stop + 40)):
        token, before = tokens[at], tokens[at - 1]
        if token.quote:
            joined = before.text in (",", ":", *DASHES) or at == stop
            lower = token.text.strip()[:1].islower()
            if not (joined or lower) or (at - stop > 8 and not lower):
                return None
            return at, clause_end(tokens, at, len(tokens))
        verb = grammar.is_speech(token) and not token.low.endswith("ing") and not token.capital
        if verb or (token.text in ".;" and not token.word):
            return None
    return None


def _after_interruption(tokens: list[Token], stop: int, *, quoted: bool) -> Phrase | None:
    """Words that go on after ", she said,"; only a quotation when `quoted`."""
    at = stop
    while at < len(tokens) and tokens[at].word and grammar.is_adverb(tokens[at]):
        at += 1
    comma = _first_break(tokens, at)
    if comma is None or comma + 1 >= len(tokens):
        return None
    first = tokens[comma + 1]
    if not first.quote and (quoted or _own_words(first) or (comma > stop and comma - at > 6)):
        return None
    end = clause_end(tokens, comma + 1, len(tokens))
    return (comma + 1, end) if end > comma + 1 else None


def _own_words(token: Token) -> bool:
    """True for a word by which the outlet goes on: who, adding, after."""
    return token.low in _ASIDES or token.low.endswith("ing")


def _first_break(tokens: list[Token], at: int) -> int | None:
    for k in range(at, min(len(tokens), at + 30)):
        if tokens[k].quote:
            return k - 1
        if tokens[k].text in (",", ":") and (
            k == at or (k + 1 < len(tokens) and tokens[k + 1].quote)
        ):
            return k
        if tokens[k].text in ".;" and not tokens[k].word:
            return None
    return None


def _at_rest(tokens: list[Token], stop: int) -> bool:
    """True when nothing but the end, a time or a place follows."""
    while stop < len(tokens) and tokens[stop].word and grammar.is_adverb(tokens[stop]):
        stop += 1
    return stop >= len(tokens) or not tokens[stop].word or tokens[stop].low in _TAILS
