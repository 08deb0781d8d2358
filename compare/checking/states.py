"""From what is doubtful in a statement to its state, with the places that bear it out."""

from __future__ import annotations

import re
from dataclasses import replace

from compare.checking.figure_doubts import figure_findings
from compare.checking.known_names import KnownNames
from compare.checking.logic_doubts import denial_doubts, quantifier_doubts
from compare.checking.matching import PreparedClaim
from compare.checking.name_doubts import name_doubts
from compare.checking.source_index import SourceIndex
from compare.checking.speech_doubts import (
    checked_quotes,
    dropped_reserve_doubts,
    is_copied,
    quote_doubts,
    speaker_doubts,
    telling_places,
)
from compare.model.checks import (
    CONTRADICTING,
    Bearing,
    CheckedQuote,
    CheckedStatement,
    CheckState,
    Doubt,
    DoubtKind,
    QuoteFate,
)
from compare.model.spans import Span
from compare.verify.fact_lines import no_fact

# A statement is found with this part of its weight; a clause below the second is not borne out.
_FOUND, _CLAUSE_FOUND = 0.42, 0.34
# A clause of fewer words of meaning is not marked by itself.
_FEWEST = 3
_OPINION = re.compile(
    r"\b(?:should|ought to|must be|I (?:think|believe|feel|hope)|we (?:must|should|need|think|hope)"
    r"|in (?:my|our) (?:view|opinion)|arguably|surely|unfortunately|sadly|thankfully|hopefully"
    r"|let us|let[’']s|it is (?:a |high |about )?(?:shame|time|wrong|outrageous|scandal)"
    r"|(?:a|an) (?:disgrace|scandal|outrage|shame))\b",
    re.IGNORECASE,
)


def checked_statement(
    ground: SourceIndex, claim: PreparedClaim, cast: KnownNames
) -> CheckedStatement:
    """A sentence of the text with its state, its doubts, and the places of the sources."""
    span = claim.sentence.span
    kept = no_fact(claim.article, claim.sentence)
    if kept is not None:
        return _plain(claim, CheckState.NOT_CHECKABLE, reason=kept.value)
    if not claim.tokens and not claim.figures:
        return _plain(claim, CheckState.NOT_CHECKABLE, reason="too few words")
    if _is_opinion(claim):
        return _plain(claim, CheckState.NOT_CHECKABLE, reason="opinion")
    quotes = checked_quotes(ground, claim)
    copied = is_copied(ground, claim)
    figures = figure_findings(ground, claim)
    support = claim.support
    doubts: list[Doubt] = []
    if not copied:
        doubts = [*figures.doubts, *name_doubts(ground, claim, cast), *quote_doubts(quotes)]
    if copied:
        doubts += [
            d for d in dropped_reserve_doubts(ground, claim) if d.kind is DoubtKind.ATTRIBUTION
        ]
    elif support >= _FOUND:
        spoken = speaker_doubts(ground, claim)
        quotes = tuple(_with_speaker(quote, spoken) for quote in quotes)
        doubts += spoken
        doubts += quantifier_doubts(ground, claim)
        doubts += denial_doubts(ground, claim)
        doubts += dropped_reserve_doubts(ground, claim)
        doubts += _unborne(claim, doubts)
    state = _state(support, doubts)
    evidence = _bearings(ground, claim)
    if not evidence and state is not CheckState.CONTRADICTED:
        state = CheckState.NOT_FOUND
    found = state not in (CheckState.NOT_FOUND, CheckState.NOT_CHECKABLE)
    stated = state in (CheckState.STATED, CheckState.ATTRIBUTED)
    return CheckedStatement(
        id=claim.sentence.id,
        span=span,
        text=span.of(claim.text),
        state=state,
        stated_by=_letters(evidence) if stated else (),
        evidence=evidence if found else (),
        doubts=tuple(sorted(doubts, key=lambda d: (d.span, d.kind.value))),
        quotes=quotes,
        against=figures.against if found else (),
        nearest=None if found else _nearest(ground, claim),
    )


def _plain(claim: PreparedClaim, state: CheckState, *, reason: str) -> CheckedStatement:
    span = claim.sentence.span
    return CheckedStatement(
        id=claim.sentence.id, span=span, text=span.of(claim.text), state=state, reason=reason
    )


def _is_opinion(claim: PreparedClaim) -> bool:
    """True for what the text itself holds good or bad, and no source says in such words."""
    said = any(q.speaker_span or q.cue for q in claim.quotes)
    if said or not _OPINION.search(claim.sentence.span.of(claim.text)):
        return False
    places = [m.place for clause in claim.clauses for m in clause.good]
    return not any(_OPINION.search(place.words) for place in places)


def _with_speaker(quote: CheckedQuote, doubts: tuple[Doubt, ...]) -> CheckedQuote:
    """The quotation as given to another speaker, where the sources say so."""
    swapped = quote.fate in (QuoteFate.VERBATIM, QuoteFate.CUT) and doubts
    return replace(quote, fate=QuoteFate.OTHER_SPEAKER) if swapped else quote


def _unborne(claim: PreparedClaim, doubts: list[Doubt]) -> list[Doubt]:
    """The clauses of a statement that is found of which no place has much."""
    marked = [d.span for d in doubts]
    found = []
    for clause in claim.clauses:
        if len(claim.clauses) < 2 or len(clause.tokens) < _FEWEST:
            continue
        if clause.support >= _CLAUSE_FOUND or any(m.overlaps(clause.span) for m in marked):
            continue
        found.append(Doubt(kind=DoubtKind.WORDS, span=clause.span, text=clause.span.of(claim.text)))
    return found


def _state(support: float, doubts: list[Doubt]) -> CheckState:
    kinds = {doubt.kind for doubt in doubts}
    contradicted = any(d.kind in CONTRADICTING for d in doubts)
    if contradicted and (support >= _FOUND or kinds & CONTRADICTING):
        return CheckState.CONTRADICTED
    if support < _FOUND:
        return CheckState.NOT_FOUND
    if kinds - {DoubtKind.ATTRIBUTION}:
        return CheckState.PARTLY
    return CheckState.ATTRIBUTED if kinds else CheckState.STATED


def _bearings(ground: SourceIndex, claim: PreparedClaim) -> tuple[Bearing, ...]:
    """The best place of each source for each clause, sources in the order of their letters."""
    best: dict[tuple[str, Span], Bearing] = {}
    for clause in claim.clauses:
        seen: set[int] = set()
        for told in telling_places(clause):
            place = told.match.place
            if place.article in seen:
                continue
            seen.add(place.article)
            letter = ground.articles[place.article].letter
            known = best.get((letter, place.span))
            if known is None or known.share < told.match.share:
                best[letter, place.span] = Bearing(
                    article=letter,
                    sentence=place.sentence.id,
                    span=place.span,
                    text=place.words,
                    share=round(told.match.share, 3),
                    said_by=told.said_by,
                )
    return tuple(sorted(best.values(), key=lambda b: (len(b.article), b.article, b.span)))


def _letters(evidence: tuple[Bearing, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.article for each in evidence))


def _nearest(ground: SourceIndex, claim: PreparedClaim) -> Bearing | None:
    """The place that has most of a statement that was not found."""
    matches = [m for clause in claim.clauses for m in clause.matches[:1]]
    if not matches:
        return None
    best = max(matches, key=lambda m: (m.score, -m.place.number))
    return Bearing(
        article=ground.articles[best.place.article].letter,
        sentence=best.place.sentence.id,
        span=best.place.span,
        text=best.place.words,
        share=round(best.share, 3),
    )
