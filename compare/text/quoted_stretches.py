"""Quotation marks paired by their kind and their surroundings, never by counting them off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from compare.model.spans import Span
from compare.text.quotation_marks import (
    DOUBLE,
    DOUBLE_CLOSING,
    DOUBLED,
    OPENING,
    SINGLE,
    SINGLE_CLOSING,
    any_of,
)
from compare.text.verbs import verb_table

_TICK = re.compile(rf"[{any_of(DOUBLE)}]|{'|'.join(DOUBLED)}|[{any_of(SINGLE)}]")
_SINGLE = re.compile("'")
_MARK_RUN = re.compile(rf"[{any_of(DOUBLE + SINGLE)}]+")
_DOUBLE = frozenset([*DOUBLE, *DOUBLED])
# ‟ and ’ stand at either end: the first is rare, the second is an apostrophe as well.
_OPENS = frozenset([*OPENING, "``", "‘‘"]) - {"‟"}
_CLOSES = frozenset([*DOUBLE_CLOSING, *SINGLE_CLOSING, "’’"]) - {"’"}
_GAPS = " \t\n\r\u00a0\u2002\u2003\u2009\u200a\u200b\u202f\ufeff"
_BEFORE = _GAPS + "([{—–―-/|>…:"
_AFTER = _GAPS + ".,;:?!)]}—–―-/|<…"
_ELIDED = re.compile(r"(?:\d0s|em|tis|twas|til|cause|bout|round|n|nuff|cuz)\b", re.IGNORECASE)
_FARTHEST = 6
# How far ahead the partner of a mark is looked for, in marks, and the words that tell who spoke
# after a mark that was lost, in letters; no quotation of an article is longer.
_MARKS_AHEAD = 200
_LETTERS_AHEAD = 4_000
_ENDED = ",.?!…—-"
_SUBJECT = r"(?:[\w.’'-]+\s+){1,7}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedStretch:
    """Words in quotation marks: `inner` without the marks, `outer` with them.

    `depth` is 0 outside any other pair. `opened` and `closed` are False where that mark was lost.
    `continues` and `runs_on`: the words go on from the paragraph before or in the one after.
    """

    outer: Span
    inner: Span
    single: bool = False
    depth: int = 0
    opened: bool = True
    closed: bool = True
    continues: bool = False
    runs_on: bool = False


@dataclass(slots=True)
class _Tick:
    """One mark as found; `lean` is open, close, either or none (an apostrophe)."""

    start: int
    end: int
    double: bool
    lean: str


def quoted_stretches(text: str, paragraphs: Sequence[Span]) -> tuple[QuotedStretch, ...]:
    """All stretches in quotation marks, in text order, nested ones after the one around them.

    Marks are paired inside each paragraph. A quotation that is open at the end of a paragraph runs
    on when the next one begins with a mark; otherwise its closing mark was lost, and it ends before
    the first words that look like "the mayor said", or with the paragraph.
    """
    found: list[QuotedStretch] = []
    open_before = False
    until = -1
    for at, paragraph in enumerate(paragraphs):
        if at <= until:
            found += _carried(text, paragraph, last=at == until)
            continue
        ahead = at + 1 < len(paragraphs) and _begins_open(text, paragraphs[at + 1])
        closer = None if ahead else _closed_below(text, paragraphs, at)
        walk = _Walk(text, paragraph, open_before)
        pieces = walk.pieces(ahead or closer is not None)
        if closer is not None and any(piece.runs_on for piece in pieces):
            until = closer
        open_before = any(piece.runs_on for piece in pieces)
        found += pieces
    return tuple(sorted(found, key=lambda m: (m.outer.start, -m.outer.end)))


def _closed_below(text: str, paragraphs: Sequence[Span], at: int) -> int | None:
    """The paragraph near below whose first mark closes, when none stands between."""
    for below in range(at + 1, min(len(paragraphs), at + _FARTHEST)):
        doubles = [t for t in _ticks(text, paragraphs[below]) if t.double]
        if doubles:
            return below if doubles[0].lean == "close" and len(doubles) == 1 else None
    return None


def _carried(text: str, span: Span, *, last: bool) -> list[QuotedStretch]:
    """A paragraph inside a quotation that runs over several without a mark at their heads."""
    ticks = [t for t in _ticks(text, span) if t.double]
    end = ticks[0].start if last and ticks else span.end
    outer = ticks[0].end if last and ticks else span.end
    if not text[span.start : end].strip(_GAPS):
        return []
    return [
        QuotedStretch(
            outer=Span(span.start, outer),
            inner=Span(span.start, end),
            opened=True,
            closed=last,
            continues=True,
            runs_on=not last,
        )
    ]


def _begins_open(text: str, span: Span) -> bool:
    tick = _TICK.match(text, span.start + _lead(text, span))
    if tick is None or tick.group() not in _DOUBLE:
        return False
    run = _MARK_RUN.match(text, tick.start(), span.end)
    right = text[run.end()] if run and run.end() < span.end else "\n"
    return _lean(text, tick, "\n", right) in ("open", "either")


def _lead(text: str, span: Span) -> int:
    piece = span.of(text)
    return len(piece) - len(piece.lstrip(_GAPS))


def _ticks(text: str, span: Span) -> list[_Tick]:
    """The marks of a paragraph; three straight ones in a row are a double and a single one."""
    found = []
    for run in _MARK_RUN.finditer(text, span.start, span.end):
        left = text[run.start() - 1] if run.start() > span.start else "\n"
        right = text[run.end()] if run.end() < span.end else "\n"
        at = run.start()
        while tick := _TICK.match(text, at, run.end()):
            triple = text[at : at + 3] == "'''"
            if triple and right in _AFTER:
                tick = _SINGLE.match(text, at) or tick
            lean = _lean(text, tick, left, right)
            found.append(_Tick(tick.start(), tick.end(), tick.group() in _DOUBLE, lean))
            at = tick.end()
    return found


def _lean(text: str, tick: re.Match[str], left: str, right: str) -> str:
    """Which way a mark faces, by its shape where the shape tells, else by its neighbours.

    `left` and `right` are the characters around the run of marks it stands in, a line end at the
    edge of the paragraph.
    """
    shape = tick.group()
    if shape not in _DOUBLE:
        return _single_lean(text, tick, left, right)
    opens = left in _BEFORE and right not in _GAPS
    closes = right in _AFTER and left not in _GAPS
    if shape in _OPENS:
        return "close" if closes and not opens else "open"
    if shape in _CLOSES:
        return "open" if opens and not closes and right.isalnum() else "close"
    if opens != closes:
        return "open" if opens else "close"
    return "either"


def _single_lean(text: str, tick: re.Match[str], left: str, right: str) -> str:
    inside_word = tick.start() > 0 and text[tick.start() - 1].isalnum()
    if inside_word and right.isalnum() and tick.end() < len(text) and text[tick.end()].isalnum():
        return "none"
    if left in _BEFORE and right not in _GAPS:
        elided = _ELIDED.match(text, tick.end())
        return "none" if elided or tick.group() == "’" else "open"
    if left not in _GAPS and (right in _AFTER or right in _GAPS):
        return "close" if tick.group() not in _OPENS else "none"
    return "none"


class _Walk:
    """One pass over the marks of a paragraph."""

    def __init__(self, text: str, span: Span, open_before: bool) -> None:
        self.text, self.span, self.open_before = text, span, open_before
        self.ticks = _ticks(text, span)
        self.found: list[QuotedStretch] = []
        self.double: list[int] = []
        self.skipped: set[int] = set()
        self.lead = span.start + _lead(text, span)
        self.seen_double = False

    def pieces(self, ahead: bool) -> list[QuotedStretch]:
        """The pairs of this paragraph; `ahead` when the next one begins with an opening mark."""
        for at, tick in enumerate(self.ticks):
            if at in self.skipped:
                continue
            if tick.double:
                self._on_double(at, tick)
                self.seen_double = True
            elif tick.lean == "open":
                self._on_single(at, tick)
        while self.double:
            at = self.double.pop()
            self._lost_close(at, self.span.end, runs_on=ahead and not self.double)
        return self.found

    def _on_double(self, at: int, tick: _Tick) -> None:
        lean = tick.lean
        if lean == "either":
            lean = "close" if self.double else "open"
        if lean == "open":
            if self.double and not self._nests(at):
                self._lost_close(self.double.pop(), tick.start)
            self.double.append(at)
        elif not self.double:
            self._lost_open(tick)
        elif not self._is_inch(at, tick):
            self._pair(self.double.pop(), at, depth=len(self.double))

    def _nests(self, at: int) -> bool:
        """An opening mark inside an open pair nests when two closing ones follow it."""
        level = 1 + len(self.double)
        for tick in self.ticks[at + 1 : at + _MARKS_AHEAD]:
            if tick.double and tick.lean != "either":
                level += 1 if tick.lean == "open" else -1
            if level == 0:
                return True
            if tick.double and tick.lean == "open" and level > 2:
                return False
        return False

    def _is_inch(self, at: int, tick: _Tick) -> bool:
        """A mark after a digit is an inch mark when another one closes the pair."""
        if not self.text[max(tick.start - 1, 0)].isdigit():
            return False
        ahead = (t.lean for t in self.ticks[at + 1 : at + _MARKS_AHEAD] if t.double)
        return next(ahead, "open") == "close"

    def _on_single(self, at: int, tick: _Tick) -> None:
        closer = self._single_closer(at)
        if closer is None:
            return
        if self.double or self.ticks[closer].start - tick.end > 1:
            self._pair(at, closer, depth=len(self.double), single=True)
        self.skipped.add(closer)
        if not self.double:
            inner = range(at + 1, closer)
            self.skipped.update(k for k in inner if not self.ticks[k].double)

    def _single_closer(self, at: int) -> int | None:
        """The closing mark of a single opening one; a plural's apostrophe is passed over."""
        candidates = []
        for k in range(at + 1, min(len(self.ticks), at + _MARKS_AHEAD)):
            tick = self.ticks[k]
            if tick.double and self.double and tick.lean != "open":
                break
            if not tick.double and tick.lean == "open":
                break
            if not tick.double and tick.lean == "close":
                candidates.append(k)
        for k, later in zip(candidates, [*candidates[1:], None], strict=False):
            if later is None or not self._is_plural(self.ticks[k]):
                return k
        return None

    def _is_plural(self, tick: _Tick) -> bool:
        tail = self.text[tick.end : tick.end + 2]
        return self.text[tick.start - 1] == "s" and tail[:1] in _GAPS and tail[1:].islower()

    def _pair(self, first: int, last: int, *, depth: int, single: bool = False) -> None:
        opening, closing = self.ticks[first], self.ticks[last]
        self._add(opening.start, opening.end, closing.start, closing.end, depth, single=single)

    def _add(
        self,
        start: int,
        inner: int,
        inner_end: int,
        end: int,
        depth: int = 0,
        *,
        single: bool = False,
        runs_on: bool = False,
    ) -> None:
        if inner_end <= inner or not self.text[inner:inner_end].strip(_GAPS):
            return
        first = start <= self.lead
        self.found.append(
            QuotedStretch(
                outer=Span(start, end),
                inner=Span(inner, inner_end),
                single=single,
                depth=depth,
                opened=inner > start,
                closed=end > inner_end,
                continues=first and self.open_before and not single and depth == 0,
                runs_on=runs_on,
            )
        )

    def _lost_close(self, at: int, limit: int, *, runs_on: bool = False) -> None:
        tick = self.ticks[at]
        end = limit if runs_on else self._told_at(tick.end, limit)
        while end > tick.end and self.text[end - 1] in _GAPS:
            end -= 1
        self._add(tick.start, tick.end, end, end, len(self.double), runs_on=runs_on)

    def _told_at(self, start: int, limit: int) -> int:
        """Where words that tell who spoke begin, or `limit`."""
        told = _told().search(self.text, start, min(limit, start + _LETTERS_AHEAD))
        return told.start() + 1 if told else limit

    def _lost_open(self, tick: _Tick) -> None:
        """A closing mark with none before it closes words that began with the paragraph."""
        if self.seen_double or tick.start <= self.lead:
            return
        if self.text[tick.start - 1] in _ENDED:
            self._add(self.lead, self.lead, tick.start, tick.end)


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    """A comma, a few words and a verb of saying in the past or present."""
    table = verb_table("reporting-verbs")
    words = sorted(w for w, readings in table.items() if readings[0].shape in ("past", "s"))
    return re.compile(rf"[,?!]\s+{_SUBJECT}(?:{'|'.join(words)})\b(?=\s*[.,]|\s+\w+day)")
