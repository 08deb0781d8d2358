"""Lines of tokens: one sentence of the outlet's own words, each quotation folded into one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.english.calendar import ABBREVIATED_MONTHS, one_of
from compare.english.titles import ABBREVIATED
from compare.english.word_lists import sections, word_list
from compare.model.spans import Span
from compare.text.names import (
    calendar_names,
    follows_a_date_word,
    given_names,
    is_calendar_word,
    is_named_before,
)
from compare.text.quoted_stretches import QuotedStretch
from compare.text.verbs import verb_table

_PIECE = re.compile(
    rf"(?P<word>{one_of((*ABBREVIATED, *ABBREVIATED_MONTHS))}\.|(?:[^\W\d_]\.){{2,}}"
    r"|[A-Z]\.(?=\s[A-Z])"
    r"|\d+(?:[,:]\d+)+(?:[.-][^\W_]+)*|[^\W_]+(?:[.&’'‐‑\u00ad\u200b\u2060-][^\W_]+)*)"
    r"|(?P<mark>\.{2,}|-{2,}|\S)"
)
_CLITIC = re.compile(r"[’'](?:s|re|ve|d|ll|m)$", re.IGNORECASE)
_ENDED = ".?!…"
DASHES = frozenset(["—", "–", "-", "--", "―", "‒"])
"""Dashes that may stand between clauses or before a signature."""

_TELLING = 17
# No sentence has as many; a longer line is a list or a table, and is read in parts.
_MOST_TOKENS = 300
_CLAUSE = frozenset("that which is was are were has had have will would if whether".split())
_BEGINS = frozenset(
    """
    the a an he she it they his her their its we i this these those there
    """.split()
)
_TITLED = frozenset("'s on of in by his her their from the at told with for".split())
_WORKS = word_list("works")
_ADVERBS = sections("function-words")["adverb"] | frozenset(["now", "then"])
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(slots=True)
class Token:
    """A word, a punctuation mark or a whole quotation.

    `low` is folded for look-ups; a word that is part of a name though it looks like a time or an
    adverb (Theresa May, Homes Now) keeps its capital there, so that no list has it.
    """

    start: int
    end: int
    text: str
    low: str
    quote: QuotedStretch | None = None
    word: bool = False

    @property
    def closing(self) -> str:
        """The last character of a quotation inside all marks: its comma, full stop or letter."""
        return self.text.rstrip(" \u00a0'’”\"»")[-1:]

    @property
    def capital(self) -> bool:
        """True for a word that begins with a capital letter or a digit inside a name."""
        return self.word and self.text[0].isupper()


@dataclass(slots=True)
class Line:
    """The tokens of one sentence; `paragraph` and `index` say where it stands.

    `nouns` are the tokens that a parser, where one is used, knows to be no verbs.
    """

    tokens: list[Token]
    paragraph: int
    index: int = 0
    capitals: bool = field(default=False)
    nouns: frozenset[int] = frozenset()

    @property
    def start(self) -> int:
        """Where the first token begins in the document."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the last token ends in the document."""
        return self.tokens[-1].end


def lines(
    text: str,
    sentences: Sequence[Span],
    paragraphs: Sequence[Span],
    quoted: Sequence[QuotedStretch],
) -> list[Line]:
    """The article as lines: cut where a sentence ends outside quotation marks.

    A line also ends at a quotation that ends a sentence when a capital follows, unless a few words
    that only tell who spoke follow it.
    """
    outer = [m for m in quoted if m.depth == 0]
    heads = [m.outer.start for m in outer]
    starts = {s.start for s in sentences}
    calendar = calendar_names(text)
    found: list[Line] = []
    for number, paragraph in enumerate(paragraphs):
        near = outer[bisect_left(heads, paragraph.start) : bisect_left(heads, paragraph.end)]
        tokens = _tokens(text, paragraph, near)
        for piece in _cut(tokens, starts):
            line = Line(piece, number, len(found), _shouts(piece))
            if not line.capitals:
                _keep_names(text, piece, calendar)
            found.append(line)
    return found


def _keep_names(text: str, tokens: list[Token], calendar: frozenset[str]) -> None:
    """Marks the words of names that the closed lists have as times or adverbs."""
    for at, token in enumerate(tokens):
        if token.capital and _is_in_name(text, tokens, at, calendar):
            token.low = token.text


def _is_in_name(text: str, tokens: list[Token], at: int, calendar: frozenset[str]) -> bool:
    token, before = tokens[at], tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    dated = after is not None and after.text[:1].isdigit()
    beside = before is not None and before.capital and before.end + 1 == token.start
    if is_calendar_word(token.low):
        if dated or follows_a_date_word(text, token.start):
            return False
        named = beside and before is not None and is_named_before(before.text)
        given = token.low in given_names() and after is not None and after.capital
        return token.low in calendar or named or (given and after is not None and not (
            is_calendar_word(after.low)))  # fmt: skip
    return token.low in _ADVERBS and beside and before is not None and before.low not in _ADVERBS


def _tokens(text: str, span: Span, outer: Sequence[QuotedStretch]) -> list[Token]:
    tokens: list[Token] = []
    at = span.start
    inside = [m for m in outer if span.contains(m.outer)]
    for mark in [*inside, None]:
        end = mark.outer.start if mark else span.end
        for piece in _PIECE.finditer(text, at, max(at, end)):
            tokens += _split(piece)
        if mark and mark.outer.start >= at:
            tokens.append(_folded(text, mark, tokens))
            at = mark.outer.end
    return tokens


def _folded(text: str, mark: QuotedStretch, before: list[Token]) -> Token:
    """A quotation as one token; the title of a work is a word among words."""
    words = mark.inner.of(text)
    if before and _is_title(words, before[-1]):
        return Token(mark.outer.start, mark.outer.end, words, words.lower(), None, True)
    return Token(mark.outer.start, mark.outer.end, words, "", mark)


def _is_title(words: str, before: Token) -> bool:
    """True for capitals on all long words after "film", "author of", "told" or a possessive."""
    parts = words.strip(" ,.;").split()
    if not 1 <= len(parts) <= 8 or not parts[0][:1].isupper() or words.strip()[-1:] in "!?.":
        return False
    if not all(w[:1].isupper() or not w[:1].isalpha() for w in parts if len(w) > 3):
        return False
    named = before.low in _WORKS
    return named or (before.low in _TITLED and len(parts) > 1)


def _split(piece: re.Match[str]) -> list[Token]:
    """A word and the 's, 're or 'll that hangs on it, apart."""
    word, start = piece.group(), piece.start()
    is_word = piece.lastgroup == "word"
    clitic = _CLITIC.search(word) if is_word else None
    cut = clitic.start() if clitic else len(word)
    parts = [(start, word[:cut])] + ([(start + cut, word[cut:])] if clitic else [])
    return [Token(s, s + len(w), w, _low(w), None, is_word) for s, w in parts]


def _low(word: str) -> str:
    plain = word.lower().replace("’", "'").translate(_INVISIBLE)
    return plain.replace("‑", "-").replace("‐", "-").rstrip(".")


def _cut(tokens: list[Token], starts: set[int]) -> list[list[Token]]:
    pieces: list[list[Token]] = []
    for at, token in enumerate(tokens):
        if at == 0 or len(pieces[-1]) >= _MOST_TOKENS or _begins(tokens, at, starts):
            pieces.append([])
        pieces[-1].append(token)
    return pieces


def _begins(tokens: list[Token], at: int, starts: set[int]) -> bool:
    """True when a new line begins with the token."""
    before, token = tokens[at - 1], tokens[at]
    if before.quote is None:
        return token.start in starts
    if token.text in DASHES:
        return False
    shut = before.closing in _ENDED
    fresh = token.quote is not None or token.text[0].isupper() or token.text[0] == "["
    if not shut or not fresh:
        return token.start in starts and not token.text[0].islower() and shut
    asks = before.closing in "?!"
    return token.quote is not None or not _only_tells(tokens[at : at + _TELLING], strict=not asks)


def _only_tells(rest: list[Token], *, strict: bool) -> bool:
    """True for "Smith asked." or "the mayor of Tor, now 60, shouted at reporters.".

    `strict`: nothing but the verb may follow the name.
    """
    for at, token in enumerate(rest[: _TELLING - 1]):
        if not token.word and token.text not in ",.":
            return False
        if at and _is_told(token):
            follow = rest[at + 1] if at + 1 < len(rest) else None
            if strict and follow and follow.text != ".":
                return False
            return follow is None or not ((follow.word and _goes_on(follow)) or follow.quote)
        if token.low in _CLAUSE:
            return False
    return False


def _is_told(token: Token) -> bool:
    readings = verb_table("reporting-verbs").get(token.low, ())
    return any(reading.shape in ("past", "s") for reading in readings)


def _goes_on(token: Token) -> bool:
    """True for a word that begins what was said."""
    return token.capital or token.low in _CLAUSE or token.low in _BEGINS


def _shouts(tokens: list[Token]) -> bool:
    """True for a line in capitals or with a capital on nearly every long word."""
    long = [t for t in tokens if t.word and len(t.text) > 3]
    return (len(long) > 3 or (len(long) > 1 and all(t.text.isupper() for t in long))) and sum(
        t.text[0].isupper() for t in long
    ) > 0.8 * len(long)
