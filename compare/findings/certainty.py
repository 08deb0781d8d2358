"""Where one outlet is surer than another: it asserts what others attribute, hedge or mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from compare.align.own_words import OwnWords
from compare.align.speakers import is_named
from compare.findings.linked_sentences import LinkedPair, LinkedSentences
from compare.model.articles import Article
from compare.model.findings import Evidence
from compare.model.letters import index
from compare.model.quotes import Quote, SpeakerGroup
from compare.model.spans import Span
from compare.model.verification import Rule
from compare.model.words import Certainty, CertaintyKind, Guarded
from compare.text.fold import folded_text
from compare.text.hedges import hedges
from compare.text.quoted_stretches import quoted_stretches
from compare.text.words import STOP
from compare.verify.reserve import is_doubted, is_same_claim

# Statements this alike say the same, so that what one adds to it is a reserve.
_SURE = 0.6
# Of the words they share this part must be inside, or outside, what is reported.
_INSIDE, _OUTSIDE = 0.8, 0.9
# Shared words of meaning that a comparison needs, and their part of the shorter statement's words.
_SHARED, _PART, _OF_LONGER = 3, 0.6, 0.35
# A condition belongs to what both say when so many shared words stand this few words before it.
_NEAR, _BEFORE = 12, 3
_CONDITION = re.compile(
    r"\b(?:if|unless|provided that|on condition(?: that)?|subject to|as long as|assuming)\b",
    re.IGNORECASE,
)
_SCARE_QUOTE = 3
# A participle before a noun is a hedge; the verb "alleged" is an attribution like another.
_VERBAL = re.compile(r"\b(?:alleged|suspected|purported)\Z", re.IGNORECASE)
_BEFORE_NOUN = re.compile(
    r"\b(?:the|an?|his|her|its|their|of|for|in|with|on|over|about)\s\Z", re.IGNORECASE
)
# These may speak of leave, or of what is planned.
_NO_DOUBT = re.compile(r"could be|\w+ expected to")
# How words begin that give a statement as somebody's charge.
_CHARGES = ("alleg", "accus", "claim", "purport")


def certainty(ground: LinkedSentences) -> tuple[Certainty, ...]:
    """Facts that linked statements of two articles state with and without reserve.

    Only words that both statements have are looked at: what one article asserts on its own account
    and another gives as somebody's words; hedges, quotation marks round a few words and conditions
    that stand near shared words in one statement and nowhere in the other.
    """
    found: dict[tuple[str, CertaintyKind], _Sides] = {}
    known: dict[str, _Statement] = {}
    for pair in ground.pairs:
        if pair.score >= _SURE:
            for kind, guarded, plain in _between(ground, pair, known):
                sides = found.setdefault((pair.facts[0], kind), _Sides())
                sides.guarded.setdefault(guarded.statement.article, guarded)
                sides.plain.setdefault(plain.article, plain)
    rank = {fact.id: n for n, fact in enumerate(ground.facts)}
    order = list(CertaintyKind)
    keys = sorted(found, key=lambda key: (rank[key[0]], order.index(key[1])))
    made = (_certainty(fact, kind, found[fact, kind]) for fact, kind in keys)
    return tuple(each for each in made if each.guarded and each.plain)


@dataclass(slots=True)
class _Sides:
    guarded: dict[str, Guarded] = field(default_factory=dict)
    plain: dict[str, Evidence] = field(default_factory=dict)


def _certainty(fact: str, kind: CertaintyKind, sides: _Sides) -> Certainty:
    """An article that is on both sides is left out of both."""
    both = sides.guarded.keys() & sides.plain.keys()
    guarded = sorted(sides.guarded.keys() - both, key=index)
    plain = sorted(sides.plain.keys() - both, key=index)
    return Certainty(
        fact=fact,
        kind=kind,
        guarded=tuple(sides.guarded[letter] for letter in guarded),
        plain=tuple(sides.plain[letter] for letter in plain),
        verified_by=(Rule.RESERVE_ON_CLAIM,),
    )


_Found = tuple[CertaintyKind, Guarded, Evidence]


def _between(
    ground: LinkedSentences, pair: LinkedPair, known: dict[str, _Statement]
) -> Iterator[_Found]:
    common = [m for m in ground.matches(pair) if pair.one.words[m[0]] not in STOP]
    if len(common) < _SHARED:
        return
    one, other = (_known(ground, own, known) for own in (pair.one, pair.other))
    sides = (
        _Side(one, tuple(pair.one.spans[m[0]] for m in common)),
        _Side(other, tuple(pair.other.spans[m[1]] for m in common)),
    )
    for a, b in (sides, sides[::-1]):
        if is_doubted(b.of.text, b.of.span):
            continue
        yield from _attributed(a, b)
        yield from _hedged(a, b)
        yield from _in_marks(a, b)
        yield from _conditional(a, b)


def _known(ground: LinkedSentences, own: OwnWords, known: dict[str, _Statement]) -> _Statement:
    if own.sentence.id not in known:
        known[own.sentence.id] = _Statement(ground, own)
    return known[own.sentence.id]


class _Statement:
    """One sentence with all that may hold it at arm's length, worked out once."""

    def __init__(self, ground: LinkedSentences, own: OwnWords) -> None:
        self.own = own
        self.article: Article = ground.article_of(own.sentence.id)
        self.text = text = self.article.document.text
        self.span = span = own.sentence.span
        self.quotes = [q for q in self.article.quotes if any(p.overlaps(span) for p in q.parts)]
        self.reported = [part for quote in self.quotes for part in quote.parts]
        self.cued = any(q.cue and span.contains(q.cue) for q in self.article.quotes)
        folded_words = [folded_text(s.of(text)) for s in own.spans]
        self.content = [s for s, w in zip(own.spans, folded_words, strict=True) if w not in STOP]
        self.charges = any(word.startswith(_CHARGES) for word in folded_words)
        self.hedges = [h for h in hedges(text, span) if _is_hedge(text, h)]
        opened = [] if is_doubted(text, span) else _CONDITION.finditer(text, span.start, span.end)
        self.conditions = [Span(*match.span()) for match in opened]
        self.marks = [m.outer for m in quoted_stretches(text, [span]) if m.depth == 0]
        self.figures = [f.span for f in self.article.figures if span.contains(f.span)]

    def weight(self, parts: Sequence[Span]) -> int:
        """How many words of meaning lie in the spans; in the whole sentence when there are none."""
        if not parts:
            return len(self.content)
        return sum(1 for word in self.content if any(p.contains(word) for p in parts))

    def evidence(self, span: Span | None = None) -> Evidence:
        """The whole sentence, or a span of it."""
        span = span or self.span
        return Evidence(article=self.article.letter, span=span, text=self.article.words_of(span))

    def guarded(self, mark: Span) -> Guarded:
        """The sentence with the words that hold it at arm's length."""
        return Guarded(statement=self.evidence(), mark=self.evidence(mark))


@dataclass(frozen=True, slots=True)
class _Side:
    """One statement of a pair with the words of meaning in it that the other has as well."""

    of: _Statement
    shared: tuple[Span, ...]

    def inside(self, parts: Sequence[Span]) -> float:
        """The share of the shared words that lie in one of the spans."""
        held = sum(1 for span in self.shared if any(p.contains(span) for p in parts))
        return held / len(self.shared)

    def next_is_shared(self, mark: Span) -> bool:
        """True when the next word of meaning after a mark is one that both statements have."""
        word = next((s for s in self.of.content if s.start >= mark.end), None)
        return word in self.shared

    def shared_before(self, mark: Span) -> int:
        """How many shared words stand among the last few before a mark."""
        before = [s for s in self.of.own.spans if s.end <= mark.start][-_NEAR:]
        return sum(1 for s in before if s in self.shared)

    def other_figures(self) -> bool:
        """True when a figure of the sentence holds no shared word."""
        return any(not any(s.overlaps(f) for s in self.shared) for f in self.of.figures)


def _attributed(a: _Side, b: _Side) -> Iterator[_Found]:
    """`a` reports as somebody's words what `b` says on its own account."""
    if b.of.hedges or b.of.charges or b.of.cued or b.inside(b.of.reported) > 1 - _OUTSIDE:
        return
    quote = max(a.of.quotes, key=lambda q: a.inside(q.parts), default=None)
    if quote is None or a.inside(quote.parts) < _INSIDE or not _is_known(quote):
        return
    mark = _mark_in(a.of, quote)
    if mark and _is_same(a, quote.parts, b) and _claims_same(a, quote, b):
        yield CertaintyKind.ATTRIBUTION, a.of.guarded(mark), b.of.evidence()


def _claims_same(a: _Side, quote: Quote, b: _Side) -> bool:
    """True when what `a` reports in this sentence is what `b` says."""
    parts = [part for part in quote.parts if part.overlaps(a.of.span)]
    said = Span(max(parts[0].start, a.of.span.start), min(parts[-1].end, a.of.span.end))
    return not _counts_apart(a, b) and is_same_claim(a.of.text, said, b.of.text, b.of.span)


def _is_same(a: _Side, parts: Sequence[Span], b: _Side) -> bool:
    """True when what they share is most of the shorter statement, and a good part of the other."""
    short, long = sorted((a.of.weight(parts), b.of.weight(())))
    return len(a.shared) >= _PART * short and len(a.shared) >= _OF_LONGER * long


def _counts_apart(a: _Side, b: _Side) -> bool:
    """True when each has a figure the other lacks: they may tell different things."""
    return a.other_figures() and b.other_figures()


def _is_known(quote: Quote) -> bool:
    """True for a speaker with a name or a kind; a bare number or pronoun is none."""
    speaker = quote.speaker
    return speaker is not None and (
        is_named(speaker.name) or speaker.group is not SpeakerGroup.OTHER
    )


def _mark_in(a: _Statement, quote: Quote) -> Span | None:
    """The cue with the speaker beside it; the one that is in the sentence when they stand apart."""
    spans = [s for s in (quote.cue, quote.speaker_span) if s and a.span.contains(s)]
    if len(spans) == 2 and _gap(*spans) <= 2:
        return Span(min(s.start for s in spans), max(s.end for s in spans))
    return spans[0] if spans else None


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _hedged(a: _Side, b: _Side) -> Iterator[_Found]:
    marks = [mark for mark in a.of.hedges if a.next_is_shared(mark)]
    alike = _is_same(a, (), b) and is_same_claim(a.of.text, a.of.span, b.of.text, b.of.span)
    if marks and not b.of.hedges and alike and b.inside(b.of.reported) < 1:
        yield CertaintyKind.HEDGE, a.of.guarded(marks[0]), b.of.evidence()


def _is_hedge(text: str, mark: Span) -> bool:
    """False for "could be", which may be leave, and for "alleged" and the like as verbs."""
    said = folded_text(mark.of(text))
    if _NO_DOUBT.fullmatch(said):
        return False
    return not _VERBAL.search(said) or bool(_BEFORE_NOUN.search(text[: mark.start][-12:]))


def _in_marks(a: _Side, b: _Side) -> Iterator[_Found]:
    """A few words in quotation marks that `b` writes without them."""
    for mark in a.of.marks:
        said = [s for s in a.of.own.spans if mark.contains(s)]
        held = [s for s in a.shared if mark.contains(s)]
        content = sum(1 for s in a.of.content if mark.contains(s))
        if not held or len(said) > _SCARE_QUOTE or len(held) < content:
            continue
        if len(held) > 1 and all(a.of.text[s.start].isupper() for s in held):
            continue  # the title of a work, or a name
        places = [b.shared[a.shared.index(s)] for s in held]
        if not any(m.overlaps(p) for m in b.of.marks for p in places):
            yield CertaintyKind.SCARE_QUOTES, a.of.guarded(mark), b.of.evidence()


def _conditional(a: _Side, b: _Side) -> Iterator[_Found]:
    marks = [mark for mark in a.of.conditions if a.shared_before(mark) >= _BEFORE]
    if marks and not b.of.conditions:
        yield CertaintyKind.CONDITION, a.of.guarded(marks[0]), b.of.evidence()
