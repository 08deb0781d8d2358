"""Quotations that no verb in their line claims: signatures, colons, unknown verbs, neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.annotation import grammar, phrases
from compare.annotation.attribution import Attribution, clause_start
from compare.annotation.cues import cues
from compare.annotation.lines import DASHES, Line, Token
from compare.annotation.phrases import Phrase
from compare.annotation.quote_rules import QuoteRule
from compare.annotation.subjects import subject_of
from compare.model.spans import Span

_CLOSING = ",?!—…"
_FEWEST = 3
_LABEL = re.compile(r"\s*([A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){0,3}):\s")
_HEADINGS = frozenset(
    """
    note update read more photo video watch editor editors warning caption source sources
    correction
    """.split()
)


@dataclass(slots=True)
class SpeechRow:
    """An attribution at its line."""

    line: Line
    what: Attribution
    speaker: Span | None

    @property
    def direct(self) -> bool:
        """True when the first words reported are a quotation."""
        start = self.what.contents[0][0]
        return self.line.tokens[start].quote is not None


def span_of(line: Line, phrase: Phrase | None) -> Span | None:
    """The characters of a phrase."""
    if phrase is None:
        return None
    return Span(line.tokens[phrase[0]].start, line.tokens[phrase[1] - 1].end)


def reported_speech(lines: list[Line], found: list[list[Attribution]]) -> list[SpeechRow]:
    """Everything reported, line by line, with a speaker for the quotations left over."""
    rows = [[SpeechRow(line, one, span_of(line, one.speaker)) for one in ones]
            for line, ones in zip(lines, found, strict=True)]  # fmt: skip
    for line, row in zip(lines, rows, strict=True):
        row += [SpeechRow(line, one, span_of(line, one.speaker)) for one in _in_line(line, row)]
    for at, line in enumerate(lines):
        rows[at] += _inherited(lines, rows, at, line)
    return [one for row in rows for one in row]


def unclaimed_quotations(line: Line, row: list[SpeechRow]) -> list[int]:
    """The quotations of a line that nothing claims, as token numbers."""
    covered = {k for one in row for start, end in one.what.contents for k in range(start, end)}
    return [k for k, token in enumerate(line.tokens) if token.quote and k not in covered]


def _in_line(line: Line, row: list[SpeechRow]) -> list[Attribution]:
    label = _labelled(line)
    if label and not row:
        return [label]
    found = []
    for at in unclaimed_quotations(line, row):
        if _is_title(line.tokens, at) and (at == 0 or line.tokens[at - 1].text != ":"):
            continue
        one = (
            _signed(line.tokens, at)
            or _headlined(line, at)
            or _unknown_verb(line.tokens, at)
            or _introduced(line, at)
        )
        if one:
            found.append(one)
    return found


def _labelled(line: Line) -> Attribution | None:
    """ROE: I never signed it. A name before a colon at the head of a line, as in a transcript."""
    tokens = line.tokens
    colon = next((k for k, t in enumerate(tokens[:5]) if t.text == ":"), 0)
    if not colon or colon + 1 >= len(tokens) or tokens[colon + 1].quote or line.capitals:
        return None
    names = tokens[:colon]
    known = all(t.capital and t.low not in grammar.DETERMINER for t in names if t.word)
    lone = len(names) == 1 and (names[0].low in grammar.TIME or names[0].low in _HEADINGS)
    if (
        not known
        or lone
        or not any(t.word for t in names)
        or not _sentence_like(tokens[colon + 1 :])
    ):
        return None
    end = len(tokens)
    return Attribution(QuoteRule.LABEL, (0, colon), None, "", [(colon + 1, end)])


def _sentence_like(tokens: list[Token]) -> bool:
    """True when words follow that somebody could have said: with I, you or a full stop."""
    said = {t.low for t in tokens} & {"i", "you", "we", "my", "your", "our", "me", "us"}
    return len(tokens) > 1 and bool(said)


def _headlined(line: Line, at: int) -> Attribution | None:
    """Roe 'to quit': words in single marks right after a name in a headline."""
    mark = line.tokens[at].quote
    if mark is None or not mark.single or not 0 < at < 4 or len(line.tokens) > 14:
        return None
    if not all(t.capital for t in line.tokens[:at]) or line.tokens[-1].text == ".":
        return None
    return Attribution(QuoteRule.HEADLINE, (0, at), None, "", [(at, at + 1)])


def _signed(tokens: list[Token], at: int) -> Attribution | None:
    """ "..." - Dana Roe, nurse."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in DASHES:
        return None
    if not tokens[at + 2].capital or len(tokens) - at > 16:
        return None
    end = at + 2
    while end < len(tokens) and (tokens[end].capital or tokens[end].text == "."):
        end += 1
    return Attribution(QuoteRule.SIGNATURE, (at + 2, end), None, "", [(at, at + 1)])


def _unknown_verb(tokens: list[Token], at: int) -> Attribution | None:
    """ "...," she barked: any finite verb after a quotation that a comma closes."""
    closed = tokens[at].closing in _CLOSING
    first = at + 1
    if first < len(tokens) and tokens[first].text == ",":
        closed, first = True, first + 1
    if not closed or first >= len(tokens) or not tokens[first].word:
        return None
    if grammar.may_be_past(tokens[first]) and not grammar.is_finite(tokens[first]):
        follower = phrases.phrase_after(tokens, first + 1)
        if follower:
            return Attribution(
                QuoteRule.VERB_AFTER,
                follower,
                (first, first + 1),
                tokens[first].low,
                [(at, at + 1)],
            )
    for verb in range(first + 1, min(len(tokens), first + 12)):
        token = tokens[verb]
        if not token.word or token.low in grammar.SUBORDINATOR:
            break
        if _verbish(tokens, first, verb):
            who = phrases.phrase_before(tokens, verb, first)
            saying = _as_saying(tokens, verb)
            if who and saying:
                carried = Attribution(
                    QuoteRule.VERB_AFTER,
                    (verb + 1, saying),
                    (verb, saying + 2),
                    "quote",
                    [(at, at + 1)],
                )
                carried.via.append(who)
                return carried
            if who and _is_someone(tokens, who):
                return Attribution(
                    QuoteRule.VERB_AFTER, who, (verb, verb + 1), token.low, [(at, at + 1)]
                )
    return None


def _as_saying(tokens: list[Token], verb: int) -> int | None:
    """Where "as saying" begins after "an agency quoted somebody"."""
    if tokens[verb].low not in ("quoted", "cited", "quotes", "cites"):
        return None
    for at in range(verb + 2, min(len(tokens) - 1, verb + 14)):
        if tokens[at].low == "as" and tokens[at + 1].low in ("saying", "telling"):
            return at
    return None


def _is_someone(tokens: list[Token], who: Phrase) -> bool:
    """False for "a somewhat", as in "a somewhat muted reply"."""
    first, last = tokens[who[0]], tokens[who[1] - 1]
    if first.low in ("a", "an"):
        return last.low in grammar.ROLE or last.capital
    return not grammar.is_adverb(last) or last.low in grammar.PRONOUN


def _verbish(tokens: list[Token], first: int, at: int) -> bool:
    token = tokens[at]
    if token.capital or token.low in grammar.PREPOSITION or token.low == "news":
        return False
    named = tokens[at - 1].capital or tokens[at - 1].low in grammar.SUBJECT_PRONOUN
    present = named and token.low.endswith("s") and token.low not in grammar.ROLE and (
        at - first < 5 and token.low != "'s"
    )  # fmt: skip
    return present or (grammar.may_be_past(token) and tokens[at - 1].low not in grammar.DETERMINER)


def _introduced(line: Line, at: int) -> Attribution | None:
    """She shrugged: "..."; he wants to "...": the subject of the clause around the marks."""
    tokens = line.tokens
    colon = at > 0 and tokens[at - 1].text in (":", ",")
    if len(tokens[at].text.split()) < (1 if colon else _FEWEST) or at == 0 or _is_title(tokens, at):
        return None
    start = _clause(tokens, at)
    if colon and tokens[start].low == "as" and start + 1 < at:
        start += 1
    near = _just_before(tokens, at) or (_told_by(line, at) if tokens[at - 1].text == ":" else None)
    who = near or phrases.leading_subject(tokens, start, at)
    if who is None or (at - who[1] < 1 and not colon):
        return None
    if colon:
        rule = QuoteRule.COLON if near or tokens[at - 1].text == ":" else QuoteRule.COMMA
        return Attribution(rule, who, None, "", [(at, at + 1)])
    return Attribution(
        QuoteRule.CLAUSE, who, None, "", [(_object_start(tokens, who[1], at), at + 1)]
    )


def _just_before(tokens: list[Token], at: int) -> Phrase | None:
    """The name of "A headline - Ada Lund: "..."" and "more from Lund: "..."."""
    if tokens[at - 1].text != ":":
        return None
    start = at - 1
    while start > 0 and (tokens[start - 1].capital or tokens[start - 1].low == "and"):
        start -= 1
    if start == at - 1 or start == 0:
        return None
    before = tokens[start - 1]
    return (start, at - 1) if before.text in DASHES or before.low in ("from", "by") else None


def _object_start(tokens: list[Token], start: int, at: int) -> int:
    """Where the words that hold the marks begin: after the first verb of the clause."""
    verb = next((k for k in range(start, at) if tokens[k].word and _is_verb(tokens[k])), None)
    if verb is None:
        return at
    first = verb + 1
    while first < at and (not tokens[first].word or grammar.is_adverb(tokens[first])):
        first += 1
    return first


def _is_verb(token: Token) -> bool:
    low = token.low
    return not token.capital and (grammar.may_be_past(token) or low.endswith("ing"))


def _clause(tokens: list[Token], at: int) -> int:
    for k in range(at - 1, -1, -1):
        if tokens[k].text == ";" or (tokens[k].quote and len(tokens[k].text.split()) > 4):
            return k + 1
    return 0


def _is_title(tokens: list[Token], at: int) -> bool:
    """True for the title of a work: capitals on its words, a work named beside it."""
    words = [w for w in tokens[at].text.split() if w[:1].isalpha() and len(w) > 3]
    capitals = sum(w[0].isupper() for w in words)
    return bool(words) and capitals == len(words) and len(words) < 9


def _inherited(
    lines: list[Line], rows: list[list[SpeechRow]], at: int, line: Line
) -> list[SpeechRow]:
    """Quotations that stand alone: who speaks right after, before, or in the paragraph before."""
    found = []
    for k in unclaimed_quotations(line, rows[at]):
        if len(line.tokens[k].text.split()) < _FEWEST and not _alone(line):
            continue
        if _is_title(line.tokens, k) and not _alone(line):
            continue
        speaker, rule = _neighbour(lines, rows, at, line.tokens[k])
        one = Attribution(rule, None, None, "", [(k, k + 1)])
        row = SpeechRow(line, one, speaker)
        found.append(row)
    return found


def _alone(line: Line) -> bool:
    return sum(t.word for t in line.tokens) == 0


def _neighbour(
    lines: list[Line], rows: list[list[SpeechRow]], at: int, token: Token
) -> tuple[Span | None, QuoteRule]:
    here = lines[at].paragraph
    goes_on = token.quote is not None and token.quote.continues
    if rows[at]:
        return rows[at][-1].speaker, QuoteRule.SAME_LINE
    label = _own_label(token)
    if label:
        return label, QuoteRule.LABEL
    signed = _signed_below(lines, at)
    if signed:
        return signed, QuoteRule.SIGNATURE
    led = _led_in(lines, at)
    if led:
        return led, QuoteRule.COLON_BEFORE
    after = _first_after(lines, rows, at)
    before = next((o for o in reversed(_rows_before(lines, rows, at, here))), None)
    if before and before.speaker and (before.direct or not after):
        return before.speaker, QuoteRule.LINE_BEFORE
    if after and after.speaker:
        return after.speaker, QuoteRule.LINE_AFTER
    if at and lines[at - 1].paragraph == here:
        return _told_before(lines, rows, at)
    if not goes_on and _narrative_between(lines, rows, at):
        tokens = lines[at + 1].tokens
        who = phrases.leading_subject(tokens, 0, len(tokens))
        if who:
            return span_of(lines[at + 1], who), QuoteRule.SUBJECT_AFTER
    return _paragraph_before(lines, rows, at, goes_on)


def _told_before(
    lines: list[Line], rows: list[list[SpeechRow]], at: int
) -> tuple[Span | None, QuoteRule]:
    """After the outlet's own sentence: its subject if that is somebody, else who spoke before."""
    tokens = lines[at - 1].tokens
    lead = phrases.leading_subject(tokens, 0, len(tokens))
    someone = lead is not None and (
        tokens[lead[0]].low in grammar.SUBJECT_PRONOUN
        or any(t.capital for t in tokens[lead[0] + 1 : lead[1]])
        or tokens[lead[1] - 1].low in grammar.ROLE
        or (tokens[lead[0]].capital and tokens[lead[0]].low not in grammar.DETERMINER)
    )
    spoke = [row for k in range(at - 1) if lines[k].paragraph == lines[at].paragraph
             for row in rows[k] if row.direct and row.speaker]  # fmt: skip
    if spoke and not someone:
        return spoke[-1].speaker, QuoteRule.LINE_BEFORE
    return span_of(lines[at - 1], lead), QuoteRule.SUBJECT_BEFORE


def _own_label(token: Token) -> Span | None:
    """The name in capitals at the head of the words, as in a transcript put in marks."""
    label = _LABEL.match(token.text)
    if label is None or token.quote is None:
        return None
    start = token.quote.inner.start + label.start(1)
    return Span(start, start + len(label.group(1)))


def _narrative_between(lines: list[Line], rows: list[list[SpeechRow]], at: int) -> bool:
    """True when the outlet tells something and then more words in marks follow."""
    ahead = [line for line in lines[at + 1 : at + 3] if line.paragraph == lines[at].paragraph]
    return len(ahead) == 2 and not rows[at + 1] and _alone(ahead[1])


def _signed_below(lines: list[Line], at: int) -> Span | None:
    """The name on a line of its own after a dash."""
    if at + 1 >= len(lines) or lines[at + 1].tokens[0].text not in DASHES:
        return None
    below = lines[at + 1]
    names = [t for t in below.tokens[1:] if t.word]
    if not names or len(below.tokens) > 12 or not names[0].capital:
        return None
    end = 1 + next((k for k, t in enumerate(below.tokens[1:]) if not t.capital), len(names))
    return span_of(below, (1, end)) if end > 1 else None


def _led_in(lines: list[Line], at: int) -> Span | None:
    """The subject of a line before that ends in a colon."""
    if at == 0 or lines[at].tokens[0].quote is None or lines[at - 1].tokens[-1].text != ":":
        return None
    tokens = lines[at - 1].tokens
    end = len(tokens)
    return span_of(
        lines[at - 1], _told_by(lines[at - 1], end) or phrases.leading_subject(tokens, 0, end)
    )


def _told_by(line: Line, end: int) -> Phrase | None:
    """Whose verb of saying stands last before token `end`."""
    for cue in reversed(cues(line)):
        if cue.last <= end and cue.shape not in ("passive", "to"):
            who = subject_of(line.tokens, cue, clause_start(line.tokens, cue))
            return who.phrase if who else None
    return None


def _rows_before(
    lines: list[Line], rows: list[list[SpeechRow]], at: int, paragraph: int
) -> list[SpeechRow]:
    """What the line before reports, if it stands in the same paragraph."""
    if at == 0 or lines[at - 1].paragraph != paragraph:
        return []
    return rows[at - 1]


def _first_after(lines: list[Line], rows: list[list[SpeechRow]], at: int) -> SpeechRow | None:
    for k in range(at + 1, len(lines)):
        if lines[k].paragraph != lines[at].paragraph or lines[k].tokens[0].quote is None:
            return None
        if rows[k]:
            return rows[k][0] if _names_what_follows(rows[k][0]) else None
    return None


def _names_what_follows(row: SpeechRow) -> bool:
    return row.what.rule.is_cue_after or row.what.rule is QuoteRule.VERB_AFTER


def _paragraph_before(
    lines: list[Line], rows: list[list[SpeechRow]], at: int, goes_on: bool
) -> tuple[Span | None, QuoteRule]:
    for k in range(at - 1, max(-1, at - 12), -1):
        if rows[k] and rows[k][-1].speaker:
            return rows[k][-1].speaker, QuoteRule.RUNS_ON if goes_on else QuoteRule.PARAGRAPH_BEFORE
        if not goes_on and lines[k].paragraph < lines[at].paragraph - 1:
            break
    return None, QuoteRule.NO_SPEAKER
