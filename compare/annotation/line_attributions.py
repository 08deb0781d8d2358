"""Who is said to have said what, inside one line: cue, speaker and the stretches of words."""

from __future__ import annotations

from compare.annotation.attribution import Attribution, clause_end, clause_start, first_comma
from compare.annotation.attribution_frames import (
    add_according_to,
    add_as_reported,
    add_naming,
    add_nominal,
)
from compare.annotation.closing_attribution import closing_attribution
from compare.annotation.cues import Cue, cues
from compare.annotation.lines import Line, Token
from compare.annotation.phrases import Phrase
from compare.annotation.quote_rules import QuoteRule
from compare.annotation.reported_content import Complement, complement_of
from compare.annotation.subjects import subject_of


def attributions(line: Line) -> list[Attribution]:
    """All reported speech of a line, in text order, quotations without any cue left out."""
    found: list[Attribution] = []
    for cue in cues(line):
        one = _of_cue(line.tokens, cue, found)
        if one:
            found.append(one)
    add_as_reported(line.tokens, found)
    add_according_to(line.tokens, found)
    add_naming(line, found)
    add_nominal(line.tokens, found)
    _trim_overlaps(line.tokens, found)
    return sorted((a for a in found if a.contents), key=lambda a: a.contents[0])


def _of_cue(tokens: list[Token], cue: Cue, found: list[Attribution]) -> Attribution | None:
    if cue.shape == "passive":
        return _passive(tokens, cue)
    low = clause_start(tokens, cue)
    who = subject_of(tokens, cue, low)
    right = complement_of(tokens, cue)
    before = closing_attribution(tokens, cue, who, right)
    if before:
        return before
    if right is None:
        return None
    if who is None and cue.shape == "ing" and found:
        return _left_cue(tokens, cue, found[-1].speaker, right, QuoteRule.CUE_BEFORE_PARTICIPLE)
    if who is None:
        return None
    same = found[-1].speaker if found else None
    if (
        cue.shape == "ing"
        and who.rule in (QuoteRule.CUE_BEFORE_LEADING, QuoteRule.CUE_BEFORE_FAR)
        and same
        and same[0] >= who.phrase[0]
    ):
        return _left_cue(tokens, cue, same, right, QuoteRule.CUE_BEFORE_PARTICIPLE)
    return _left_cue(tokens, cue, who.phrase, right, who.rule)


def _passive(tokens: list[Token], cue: Cue) -> Attribution | None:
    """It was announced that ...: words without a speaker."""
    right = complement_of(tokens, cue)
    if right is None or right.joined != "that" or cue.lemma in ("tell", "show", "remind"):
        return None
    end = clause_end(tokens, right.start, len(tokens))
    return Attribution(
        QuoteRule.PASSIVE, None, (cue.first, cue.last), cue.lemma, [(right.start, end)]
    )


def _left_cue(
    tokens: list[Token], cue: Cue, speaker: Phrase | None, right: Complement, rule: QuoteRule
) -> Attribution | None:
    contents = _right_contents(tokens, right, rule, _is_subordinate(tokens, cue, speaker))
    if not contents or (speaker and speaker[0] >= contents[0][0]):
        return None
    return Attribution(
        rule,
        speaker,
        (cue.first, cue.last),
        cue.lemma,
        contents,
        right.addressee,
        cue.negated,
        _quoted_by(tokens, cue),
    )


def _quoted_by(tokens: list[Token], cue: Cue) -> list[Phrase]:
    """Who quoted: the agency in "was quoted by TASS as saying"."""
    if cue.shape != "ing" or cue.first < 3 or tokens[cue.first - 1].low != "as":
        return []
    for at in range(cue.first - 2, max(0, cue.first - 8), -1):
        if tokens[at].low == "by":
            return [(at + 1, cue.first - 1)]
    return []


def _is_subordinate(tokens: list[Token], cue: Cue, speaker: Phrase | None) -> bool:
    """True for "while the mayor says ..., ..." at the head of a line."""
    if not speaker or speaker[0] > cue.first:
        return False
    head = tokens[: speaker[0]]
    return any(t.low in ("while", "although", "though", "as", "if", "because", "since", "when")
               for t in head[-2:])  # fmt: skip


def _right_contents(
    tokens: list[Token], right: Complement, rule: QuoteRule, subordinate: bool
) -> list[Phrase]:
    if right.joined == "quote":
        return _quoted_run(tokens, right.start)
    end = clause_end(tokens, right.start, len(tokens))
    if rule in (QuoteRule.CUE_BEFORE_THING, QuoteRule.CUE_BEFORE_WHO) or subordinate:
        end = first_comma(tokens, right.start, end)
    return [(right.start, end)] if end > right.start else []


def _quoted_run(tokens: list[Token], at: int) -> list[Phrase]:
    """A quotation right after its cue; with what follows when it is a piece of a clause."""
    inner = tokens[at].text.strip()
    whole = inner[-1:] in ".?!,…" or at + 1 >= len(tokens) or tokens[at + 1].text in ".,;"
    if inner[:1].isupper() or whole:
        return [(at, at + 1)]
    return [(at, clause_end(tokens, at, len(tokens)))]


def _trim_overlaps(tokens: list[Token], found: list[Attribution]) -> None:
    """Ends each one's words before the next attribution that stands beside it, not inside it."""
    for one in found:
        if not (one.rule.is_cue_before or one.rule is QuoteRule.ACCORDING_TO):
            continue
        for other in found:
            if other is one or not other.cue or not other.speaker or not one.contents:
                continue
            if not _under(one, other):
                _trim(tokens, one, other)


def _under(one: Attribution, other: Attribution) -> bool:
    """Cuts words that reach into a cue after them: the vote was late, he said, aides said."""
    start, end = one.contents[-1]
    if not other.rule.is_cue_after or not other.contents:
        return False
    left = other.contents[0]
    if left[0] <= start and start < left[1] < end:
        one.contents[-1] = (start, left[1])
        return True
    return False


def _trim(tokens: list[Token], one: Attribution, other: Attribution) -> None:
    start, end = one.contents[-1]
    head = other.cue[0] if other.cue else end
    if other.speaker and start < other.speaker[0] < head:
        head = other.speaker[0]
    if not start < head < end:
        return
    for at in range(head - 1, start, -1):
        if at < head - 2:
            break
        if tokens[at].low in ("and", "but", "while") or tokens[at].text in (",", ";", "—", "–"):
            cut = at - 1 if tokens[at - 1].text == "," else at
            if cut > start and other.contents and other.contents[0][0] > head:
                one.contents[-1] = (start, cut)
                return
    other.nested = True
