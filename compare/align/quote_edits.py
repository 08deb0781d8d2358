"""What happened to an utterance between its fullest version and another one, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from compare.align.reversals import reversal
from compare.align.utterances import SpokenWord, Utterance, denials, is_hedged
from compare.model.findings import QuoteChange, QuoteEdit
from compare.model.quotes import QuoteKind
from compare.model.spans import Span
from compare.text.words import STOP

WEIGHT: tuple[QuoteChange, ...] = (
    QuoteChange.REATTRIBUTED,
    QuoteChange.NEGATION_LOST,
    QuoteChange.SPLICED,
    QuoteChange.ALTERED,
    QuoteChange.DROPPED,
    QuoteChange.HEDGE_LOST,
    QuoteChange.REWORDED,
    QuoteChange.BRACKETED,
    QuoteChange.ELLIPSIS,
    QuoteChange.CUT_MIDDLE,
    QuoteChange.CUT_END,
    QuoteChange.CUT_START,
    QuoteChange.PARAPHRASED,
    QuoteChange.DIVIDED,
    QuoteChange.RESPELT,
    QuoteChange.IDENTICAL,
    QuoteChange.FULLEST,
)
"""Changes from the weightiest to the lightest."""

CUTS = frozenset([QuoteChange.CUT_START, QuoteChange.CUT_MIDDLE, QuoteChange.CUT_END])
"""What is a cut at a place where the version shows its own beginning, break or end."""

TOLD_OF_HEADLINES = frozenset(
    [
        QuoteChange.REATTRIBUTED,
        QuoteChange.NEGATION_LOST,
        QuoteChange.RESPELT,
        QuoteChange.IDENTICAL,
    ]
)
"""What can be said of the few words that a headline quotes: it has no room for the whole."""

_SENTENCE_END = frozenset(".?!")
_LONG_GAP = 10
_EXTRA = 3
# Words equal on both sides of a gap can be matched on either: "the ... the first".
_SLACK = 2
_REWORDED = 0.6
# A report retells a sentence when it keeps so large a part of its content words.
_RETOLD = 0.5
Block = tuple[int, int, int]


@dataclass(slots=True)
class QuoteEdits:
    """The changes, weightiest first, with the words of the fullest version kept and lost."""

    changes: tuple[QuoteChange, ...]
    kept: tuple[Span, ...]
    lost: tuple[Span, ...]
    foreign: tuple[str, ...] = field(default=())
    edits: tuple[QuoteEdit, ...] = field(default=())


def quote_edits_of(text: str, full: Utterance, member: Utterance) -> QuoteEdits:
    """Compares a version with the fullest one; `text` is the document of the fullest.

    Only words in quotation marks can be cut or altered; the rest of a mixed quote and indirect
    speech are a report in other words. `foreign` are words in marks that the fullest lacks.
    """
    theirs = [w for w in member.words if w.marked] or list(member.words)
    if member.kind is QuoteKind.INDIRECT:
        theirs = list(member.words)
    blocks = equal_runs([_key(w) for w in full.words], [_key(w) for w in theirs])
    held = {i + k for i, _, n in blocks for k in range(n)}
    kept = _spans(full.words, held)
    spoken = {k for k, w in enumerate(full.words) if w.marked or full.kind is QuoteKind.INDIRECT}
    lost = _spans(full.words, spoken - held)
    edits: list[QuoteEdit] = []
    if member.kind is QuoteKind.INDIRECT:
        retold = full.kind is not QuoteKind.INDIRECT or full.lows != member.lows
        found = [QuoteChange.PARAPHRASED] if retold else []
    else:
        gaps = _Gaps(text, full, member, theirs, blocks)
        found, edits = gaps.changes(), gaps.edits
    found += _turned(text, full, member, blocks)
    respelt = _respelt(full, theirs, blocks)
    if not found:
        found = [QuoteChange.RESPELT if respelt else QuoteChange.IDENTICAL]
    ordered = tuple(sorted(set(found), key=WEIGHT.index))
    edits = sorted([*edits, *respelt], key=lambda one: (one.gone or one.put or Span(0, 0)).start)
    return QuoteEdits(ordered, kept, lost, _foreign(theirs, blocks), tuple(edits))


def _respelt(
    full: Utterance, theirs: Sequence[SpokenWord], blocks: Sequence[Block]
) -> list[QuoteEdit]:
    """The kept words that the two print in another spelling."""
    pairs = [(full.words[i + k], theirs[j + k]) for i, j, n in blocks for k in range(n)]
    return [
        QuoteEdit(change=QuoteChange.RESPELT, gone=one.span, put=other.span)
        for one, other in pairs
        if one.printed != other.printed and one.low == other.low and "*" not in one.low
    ]


def _key(word: SpokenWord) -> str:
    """A word in square brackets is the outlet's own and equals no word said."""
    return "[" + word.low if word.bracketed else word.low


def equal_runs(one: Sequence[str], other: Sequence[str]) -> list[Block]:
    """Equal runs of words in order (Ratcliff and Obershelp), stray single stop words left out."""
    found = [
        tuple(b) for b in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    ]
    blocks = [(i, j, n) for i, j, n in found if n]
    return [b for b in blocks if b[2] > 1 or len(blocks) == 1 or not _stray(one, other, b)]


def _stray(one: Sequence[str], other: Sequence[str], block: Block) -> bool:
    i, j, _ = block
    ends = (i, j) == (0, 0) or (i, j) == (len(one) - 1, len(other) - 1)
    if one[i] not in STOP or ends:
        return False
    near = one[max(0, i - 2) : i + 3]
    return len(set(near) & set(other[max(0, j - 2) : j + 3])) < 2


def _spans(words: Sequence[SpokenWord], chosen: set[int]) -> tuple[Span, ...]:
    """Runs of chosen words as spans, cut where a part of the quote ends."""
    runs: list[tuple[int, int]] = []
    for k in sorted(chosen):
        joined = runs and runs[-1][1] == k - 1 and words[k].part == words[k - 1].part
        if joined:
            runs[-1] = (runs[-1][0], k)
        else:
            runs.append((k, k))
    return tuple(Span(words[a].span.start, words[b].span.end) for a, b in runs)


def _foreign(words: Sequence[SpokenWord], blocks: Sequence[Block]) -> tuple[str, ...]:
    """The longest run of words that the fullest lacks, in a part that also has words of it."""
    held = {j + k for _, j, n in blocks for k in range(n)}
    beside = {words[k].part for k in held}
    best: list[str] = []
    run: list[str] = []
    for k, word in enumerate(words):
        apart = k in held or word.bracketed or word.part not in beside
        run = [] if apart else [*run, word.low]
        best = max(best, run, key=len)
    return tuple(best)


def _turned(
    text: str, full: Utterance, member: Utterance, blocks: Sequence[Block]
) -> list[QuoteChange]:
    """A negation or a hedge that the fullest has among the words kept, and this one has not."""
    if not blocks:
        return []
    first, last = blocks[0][0], blocks[-1][0] + blocks[-1][2]
    theirs = list(member.lows)
    region = [w.low for w in full.words[first:last]]
    if member.kind is not QuoteKind.DIRECT:
        region = _retold(text, full, blocks)
    found = []
    # "No one told us" keeps what "nobody told us" denies.
    denies_too = 0 < denials(theirs) >= denials(full.lows)
    if member.kind is not QuoteKind.INDIRECT and not denies_too:
        cut = reversal(text, full, member, (blocks[0][0], blocks[-1][0] + blocks[-1][2]))
        found += [cut] if cut else []
    if member.kind is QuoteKind.DIRECT:
        turned = not denies_too and _small_gap_denies(full, theirs, blocks)
    else:
        turned = denials(region) > 0 and denials(theirs) == 0 and not member.quote.negated
    if turned:
        found.append(QuoteChange.NEGATION_LOST)
    if is_hedged(region) and not is_hedged(theirs):
        found.append(QuoteChange.HEDGE_LOST)
    return found


def _small_gap_denies(full: Utterance, theirs: Sequence[str], blocks: Sequence[Block]) -> bool:
    """True when a "not" is gone from between words that stayed."""
    for (i, j, n), (i2, j2, _) in pairwise(blocks):
        ours = [w.low for w in full.words[i + n : i2]]
        small = len(ours) <= _EXTRA
        if small and denials(ours) > denials(theirs[j + n : j2]):
            return True
    return False


def _retold(text: str, full: Utterance, blocks: Sequence[Block]) -> list[str]:
    """The words of those sentences of the fullest version of which most content words are kept.

    A "not" in another sentence of it was not lost: it was said of something else.
    """
    held = {i + k for i, _, n in blocks for k in range(n)}
    starts = [0, *(k for k in range(1, len(full.words)) if _ends_before(text, full, k))]
    found: list[str] = []
    for start, end in pairwise([*starts, len(full.words)]):
        telling = [k for k in range(start, end) if full.words[k].low not in STOP]
        if telling and sum(k in held for k in telling) >= _RETOLD * len(telling):
            found += [word.low for word in full.words[start:end]]
    return found


def _ends_before(text: str, full: Utterance, at: int) -> bool:
    """True when a sentence ends between a word and the one before it."""
    between = text[full.words[at - 1].span.end : full.words[at].span.start]
    return not _SENTENCE_END.isdisjoint(between)


def _stretch(words: Sequence[SpokenWord]) -> Span | None:
    """From the first word to the last of the same part; None for no words."""
    own = [word for word in words if word.part == words[0].part]
    return Span(own[0].span.start, own[-1].span.end) if own else None


class _Gaps:
    """The stretches between equal runs, and what each of them means."""

    def __init__(
        self,
        text: str,
        full: Utterance,
        member: Utterance,
        theirs: Sequence[SpokenWord],
        blocks: Sequence[Block],
    ) -> None:
        self.text, self.full, self.member = text, full, member
        self.theirs, self.blocks = theirs, blocks
        self.found: list[QuoteChange] = []
        self.edits: list[QuoteEdit] = []

    def changes(self) -> list[QuoteChange]:
        """All changes of the words in marks, each once or more."""
        if not self.blocks:
            return [QuoteChange.REWORDED if self._direct() else QuoteChange.PARAPHRASED]
        first, last = self.blocks[0], self.blocks[-1]
        self._edge(0, first[0], 0, first[1], QuoteChange.CUT_START)
        for (i, j, n), (i2, j2, _) in zip(self.blocks, self.blocks[1:], strict=False):
            self._gap(i + n, i2, j + n, j2)
        end = last[0] + last[2], last[1] + last[2]
        self._edge(end[0], len(self.full.words), end[1], len(self.theirs), QuoteChange.CUT_END)
        if QuoteChange.ALTERED in self.found and self._is_reworded():
            self.found = [c for c in self.found if c is not QuoteChange.ALTERED]
            self.found.append(QuoteChange.REWORDED)
        own = [w for w in self.member.words if not w.marked]
        reported = self.member.kind is QuoteKind.MIXED and self.full.kind is QuoteKind.DIRECT
        if reported and len(own) > len(self.theirs):
            self.found.append(QuoteChange.PARAPHRASED)
        return self.found

    def _direct(self) -> bool:
        return self.member.kind is QuoteKind.DIRECT

    def _is_reworded(self) -> bool:
        """True when most words differ though the statement is the same."""
        same = sum(n for _, _, n in self.blocks)
        shorter = min(len(self.full.words), len(self.theirs))
        whole = max(len(self.full.words), len(self.theirs)) < 2 * shorter
        return whole and same < _REWORDED * shorter and self._direct()

    def _edge(self, i: int, i2: int, j: int, j2: int, cut: QuoteChange) -> None:
        known = len(self.found)
        self._judge_edge(i, i2, j, j2, cut)
        self._record(known, (i, i2), (j, j2))

    def _gap(self, i: int, i2: int, j: int, j2: int) -> None:
        known = len(self.found)
        self._judge_gap(i, i2, j, j2)
        self._record(known, (i, i2), (j, j2))

    def _record(self, known: int, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
        """Notes the words behind a change that was found, if any was since `known`."""
        if len(self.found) > known:
            change = min(self.found[known:], key=WEIGHT.index)
            gone, put = (
                _stretch(self.full.words[slice(*ours)]),
                _stretch(self.theirs[slice(*theirs)]),
            )
            self.edits.append(QuoteEdit(change=change, gone=gone, put=put))

    def _judge_edge(self, i: int, i2: int, j: int, j2: int, cut: QuoteChange) -> None:
        theirs = self.theirs[j:j2]
        ours = [
            w for w in self.full.words[i:i2] if w.marked or self.full.kind is QuoteKind.INDIRECT
        ]
        if theirs and all(w.bracketed for w in theirs):
            self.found.append(QuoteChange.BRACKETED)
            if len(ours) > 4:
                self.found.append(cut)
        elif theirs and ours:
            if len(theirs) <= _EXTRA:
                self.found.append(QuoteChange.ALTERED)
            if len(theirs) > _EXTRA or len(ours) > len(theirs) + _EXTRA:
                self.found.append(cut)
        elif ours:
            self.found.append(QuoteChange.BRACKETED if all(w.bracketed for w in ours) else cut)
        elif theirs and len(theirs) < _EXTRA and self._direct():
            self.found.append(QuoteChange.ALTERED)

    def _judge_gap(self, i: int, i2: int, j: int, j2: int) -> None:
        ours, theirs = self.full.words[i:i2], self.theirs[j:j2]
        near = range(max(0, j - _SLACK), j2 + _SLACK + 1)
        shown = any(self._ellipsis(k) for k in near)
        if theirs:
            bracketed = all(w.bracketed for w in theirs) or (
                bool(ours) and all(w.bracketed for w in ours)
            )
            self.found.append(QuoteChange.BRACKETED if bracketed else QuoteChange.ALTERED)
            if shown and ours:
                self.found.append(QuoteChange.ELLIPSIS)
        elif ours:
            self.found.append(self._left_out(ours, j, i2, shown=shown))

    def _left_out(self, ours: Sequence[SpokenWord], j: int, i2: int, *, shown: bool) -> QuoteChange:
        if shown:
            return QuoteChange.ELLIPSIS
        if all(w.bracketed for w in ours):
            return QuoteChange.BRACKETED
        if self.theirs[j - 1].part != self.theirs[j].part or self._apart(j):
            return QuoteChange.CUT_MIDDLE
        after = self.full.words[i2]
        between = self.text[ours[0].span.start : after.span.start]
        if len(ours) >= _LONG_GAP or (len(ours) > 3 and _SENTENCE_END & set(between)):
            return QuoteChange.SPLICED
        return QuoteChange.DROPPED

    def _apart(self, j: int) -> bool:
        """True when the two words stand in different pairs of marks."""
        before, after = self.theirs[j - 1].span, self.theirs[j].span
        marks: Iterable[Span] = self.member.quote.marked
        return not any(m.contains(before) and m.contains(after) for m in marks)

    def _ellipsis(self, k: int) -> bool:
        """True when an ellipsis stands before word k of theirs."""
        if k >= len(self.theirs):
            return len(self.member.words) in self.member.gaps
        place = self.theirs[k].span.start
        return any(
            g < len(self.member.words) and self.member.words[g].span.start == place
            for g in self.member.gaps
        )
