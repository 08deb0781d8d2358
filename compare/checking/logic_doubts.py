"""Does a source say the opposite, or less? Denials, states that exclude each other, and "all"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from compare.checking.matching import Clause, PlaceMatch, PreparedClaim
from compare.checking.source_index import SourceIndex, SourcePlace, SourceWord, covered_share
from compare.english.word_lists import line_sections
from compare.model.checks import Doubt, DoubtKind
from compare.model.spans import Span
from compare.text.word_forms import roots
from compare.verify.polarity import opposite_polarity

# A clause shares so much with a place before a denial in only one of them is looked at.
_ALIKE, _ONE_ACT, _NEAR_BEST, _WITH_FIGURE = 0.5, 0.6, 0.85, 0.3
_CUE = re.compile(
    r"\b(?:not|never|no(?!\. ?\d)|none|nobody|no one|nothing|neither|nor|without|cannot|\w+n[’']t"
    r"|(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))(?:(?: \w+){0,2}? to)?"
    r"|fail(?:s|ed|ing)?(?: \w+){0,2}? to|unable to"
    r"|den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing) out|reject(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_NO_CUE = re.compile(
    r"\b(?:not only|no more than|no fewer than|no less than|no doubt|not all|not every"
    r"|not to be (?:named|identified|quoted))\b",
    re.IGNORECASE,
)
# "The first since 1971" denies by its nature what came between.
_FIRST = re.compile(r"\b(?:first|last|since|until|again)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:not|never|no)\b[^.;]{0,60}\b(?:since|until|before)\b", re.IGNORECASE)
# A place with an opposite is more like the clause by so much than the best place without it.
_CLEARLY, _FEWEST = 0.05, 2
# A denial reaches so many words of meaning, unless its clause ends before.
_REACH = 3
_BREAK = re.compile(
    r"[;:—–()“”\"]|,(?!\d)|\b(?:but|and|while|although|because|when|after|before|which|who)\b"
)
_UNIVERSAL = re.compile(
    r"\b(?:all(?! but\b| in all\b)|every(?:one|body|thing)?|entire(?:ly)?|whole|always"
    r"|unanimous(?:ly)?|without exception)\b",
    re.IGNORECASE,
)
_NOT_UNIVERSAL = re.compile(
    r"\b(?:at all|after all|above all|first of all|all the same|all but|in all|all along"
    r"|every(?:day| day| week| month| year| hour| night| morning| two| three| four| few)"
    r"|each (?:day|week|month|year|other)"
    r"|not all|not every)\b",
    re.IGNORECASE,
)


def denial_doubts(ground: SourceIndex, claim: PreparedClaim) -> tuple[Doubt, ...]:
    """Clauses of which the sources say the opposite, and no source the same."""
    for clause in claim.clauses:
        found = _denial(ground, claim, clause)
        if found:
            return (found,)
    return ()


def _denial(ground: SourceIndex, claim: PreparedClaim, clause: Clause) -> Doubt | None:
    for matches in (_closest(clause), _with_figure(clause)):
        found = _opposed(ground, claim, clause, matches) or _one_sided(
            ground, claim, clause, matches
        )
        if found:
            return found
    return _nearer_opposite(ground, claim, clause)


def _nearer_opposite(ground: SourceIndex, claim: PreparedClaim, clause: Clause) -> Doubt | None:
    """A word whose opposite stands in a place that is more like the clause than any other is."""
    for token in clause.tokens:
        opposite = antonyms_of(token.word)
        rest = [t for t in clause.tokens if t is not token]
        if not opposite or len(rest) < _FEWEST:
            continue
        least = max(_ALIKE, max((m.share for m in clause.matches), default=0.0) + _CLEARLY)
        weight = token.weight / (token.weight + math.fsum(t.weight for t in rest))
        for place in ground.candidates(rest):
            share = weight + (1 - weight) * covered_share(rest, [place])
            turned = [t for t in place.tokens if not opposite.isdisjoint(t.roots)]
            if turned and share >= max(least, _ONE_ACT) and place.share_of(token) == 0:
                denied = _denied(place.text, place.span, place.tokens)
                if not denied and not _denied(claim.text, clause.span, clause.tokens):
                    words = turned[0].span.of(place.text)
                    return _made(ground, claim, token.span, place, words)
    return None


def _opposed(
    ground: SourceIndex, claim: PreparedClaim, clause: Clause, matches: Sequence[PlaceMatch]
) -> Doubt | None:
    """The doubt where every one of some places says the opposite."""
    opposed: tuple[SourcePlace, Span, str] | None = None
    for match in matches:
        one_act = match.has_figure or match.share >= _ONE_ACT
        against = _opposition(claim, clause, match.place, one_act=one_act)
        if against is None:
            return None
        opposed = opposed or (match.place, *against)
    if opposed is None:
        return None
    place, span, words = opposed
    return _made(ground, claim, span, place, words)


def _closest(clause: Clause) -> list[PlaceMatch]:
    """The places nearly as like a clause as the best one."""
    good = clause.good
    return [m for m in good if m.share >= _ALIKE and m.score >= _NEAR_BEST * good[0].score]


def _with_figure(clause: Clause) -> list[PlaceMatch]:
    """The places that have a figure of a clause, whatever else they have of it."""
    return [m for m in clause.matches if m.has_figure and m.share >= _WITH_FIGURE]


def _opposition(
    claim: PreparedClaim, clause: Clause, place: SourcePlace, *, one_act: bool
) -> tuple[Span, str] | None:
    """The words of the text and of a place that exclude each other; None where they do not."""
    mine = clause.span.of(claim.text)
    for no, yes in ((mine, place.words), (place.words, mine)):
        if _SINCE.search(no) and _FIRST.search(yes):
            return None
    for piece in place.pieces:
        shared = [t for t in place.matching(clause.tokens) if piece.contains(t.span)]
        if len(shared) < 2:
            continue
        found = opposite_polarity(claim.text, clause.span, place.text, piece, one_act=one_act)
        if found and not found.so_far:
            return _within(found.a, clause.span), found.b.of(place.text)
    if one_act:
        return _antonym(clause, place)
    return None


def _antonym(clause: Clause, place: SourcePlace) -> tuple[Span, str] | None:
    """A word of the text in whose stead a place has its opposite: higher, lower."""
    for token in clause.tokens:
        opposite = antonyms_of(token.word)
        if not opposite or place.share_of(token) > 0:
            continue
        mine = frozenset(root for t in clause.tokens for root in t.roots)
        for other in place.tokens:
            if not opposite.isdisjoint(roots(other.word)) and other.roots.isdisjoint(mine):
                return token.span, other.span.of(place.text)
    return None


@lru_cache(maxsize=4096)
def antonyms_of(word: str) -> frozenset[str]:
    """What the opposites of a word can come from; empty for a word without any."""
    mine = roots(word)
    found: set[str] = set()
    for one, other in _pairs():
        if not mine.isdisjoint(one):
            found |= other
        if not mine.isdisjoint(other):
            found |= one
    return frozenset(found)


@lru_cache(maxsize=1)
def _pairs() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Both sides of each line of the list, as what their words can come from."""
    found = []
    for line in line_sections("antonyms")[""]:
        sides = [frozenset(r for w in side.split() for r in roots(w)) for side in line.split("/")]
        found.append((sides[0], sides[1]))
    return tuple(found)


def _within(span: Span, clause: Span) -> Span:
    return Span(max(span.start, clause.start), min(span.end, clause.end))


def _one_sided(
    ground: SourceIndex, claim: PreparedClaim, clause: Clause, matches: Sequence[PlaceMatch]
) -> Doubt | None:
    """A word that is denied in the text and in no place that has it, or in all and not here."""
    mine = _denied(claim.text, clause.span, clause.tokens)
    affirmed = [t for t in clause.tokens if not any(t.span.overlaps(c) for c in mine.values())]
    places = [
        m.place
        for m in matches
        if m.has_figure or m.share >= _ONE_ACT or covered_share(affirmed, [m.place]) >= _ONE_ACT
    ]
    said = clause.span.of(claim.text)
    for token in clause.tokens if places else ():
        cue = mine.get(token.span)
        if token.capital or (mine and not cue):
            continue
        if any(_is_denied_alike(clause, mine, place) for place in places):
            return None
        found = [(place, *one) for place in places for one in _uses(place, token)]
        if not found:
            continue
        theirs = [their_cue for _, _, their_cue in found]
        place, word, their_cue = found[0]
        turned = (_SINCE.search(said) and _FIRST.search(place.words)) or (
            _SINCE.search(place.words) and _FIRST.search(said)
        )
        if turned:
            continue
        if cue and not any(theirs):
            span = Span(cue.start, max(cue.end, token.span.end))
            return _made(ground, claim, span, place, word.of(place.text))
        if not cue and all(theirs) and their_cue:
            words = Span(min(their_cue.start, word.start), max(their_cue.end, word.end))
            return _made(ground, claim, token.span, place, words.of(place.text))
    return None


def _is_denied_alike(clause: Clause, mine: dict[Span, Span], place: SourcePlace) -> bool:
    """True when the text and a place deny one word in common."""
    theirs = _denied(place.text, place.span, place.tokens)
    first = {cue: token for token in reversed(clause.tokens) if (cue := mine.get(token.span))}
    there = frozenset(r for t in place.tokens if t.span in theirs for r in t.roots)
    return any(not token.roots.isdisjoint(there) for token in first.values())


def _uses(place: SourcePlace, token: SourceWord) -> list[tuple[Span, Span | None]]:
    """Where a place has a word in some form, or another for the same act, and what denies it."""
    denied = _denied(place.text, place.span, place.tokens)
    same = [t for t in place.tokens if not t.roots.isdisjoint(token.roots)]
    same = same or [t for t in place.tokens if not t.acts.isdisjoint(token.acts)]
    return [(t.span, denied.get(t.span)) for t in same]


def _made(
    ground: SourceIndex, claim: PreparedClaim, span: Span, place: SourcePlace, words: str
) -> Doubt:
    return Doubt(
        kind=DoubtKind.DENIAL,
        span=span,
        text=span.of(claim.text),
        detail=words,
        evidence=(ground.evidence(place),),
    )


def _denied(text: str, span: Span, tokens: tuple[SourceWord, ...]) -> dict[Span, Span]:
    """The words of meaning that a denial reaches, each with the denial."""
    found: dict[Span, Span] = {}
    for cue in _CUE.finditer(text, span.start, span.end):
        if _NO_CUE.match(text, cue.start()):
            continue
        after = [t for t in tokens if t.span.start >= cue.end()][:_REACH]
        at = cue.end()
        for token in after:
            if _BREAK.search(text, at, token.span.start):
                break
            found[token.span] = Span(cue.start(), cue.end())
            at = token.span.end
    return found


def quantifier_doubts(ground: SourceIndex, claim: PreparedClaim) -> tuple[Doubt, ...]:
    """Words such as "all" that no place which tells the same has."""
    general = [
        span for span in _general(claim.text, claim.sentence.span)
        if not any(mark.overlaps(span) for quote in claim.quotes for mark in quote.marked)
    ]  # fmt: skip
    for span in general[-1:]:
        clause = claim.clause_at(span)
        good = clause.good
        most = max((len(_general(m.place.text, m.place.span)) for m in good), default=0)
        if not good or most >= len(general):
            continue
        noun = [t for t in clause.tokens if t.span.start >= span.end][:1]
        doubt = Doubt(
            kind=DoubtKind.GENERAL,
            span=span,
            text=span.of(claim.text),
            detail=_part(good[0].place, noun),
            evidence=(ground.evidence(good[0].place),),
        )
        return (doubt,)
    return ()


def _general(text: str, whole: Span) -> list[Span]:
    """The words of a stretch that leave nobody and nothing out."""
    found = (Span(m.start(), m.end()) for m in _UNIVERSAL.finditer(text, whole.start, whole.end))
    return [span for span in found if not _is_phrase(text, span)]


def _is_phrase(text: str, span: Span) -> bool:
    return any(
        m.start() <= span.start < m.end()
        for m in _NOT_UNIVERSAL.finditer(text, max(0, span.start - 15), span.end + 12)
    )


_PART = re.compile(
    r"\b(?:some|most|many|several|few|half|part|a number|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|nearly all|almost all|\d[\d,.]*)\b(?:\s+of)?(?:\s+(?:the|its|their))?\s*",
    re.IGNORECASE,
)


def _part(place: SourcePlace, noun: list[SourceWord]) -> str:
    """The words by which a place tells of how many: "most of the passengers"."""
    wanted = frozenset(root for token in noun for root in token.roots)
    for found in _PART.finditer(place.text, place.span.start, place.span.end):
        following = [t for t in place.tokens if t.span.start >= found.end()][:1]
        if following and not wanted.isdisjoint(roots(following[0].word)):
            return Span(found.start(), following[0].span.end).of(place.text)
    return ""
