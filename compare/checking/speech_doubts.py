"""Who says it? Quotations, their speakers, and attributions and reserves that were dropped."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.align.utterances import PRONOUNS
from compare.checking.matching import Clause, PlaceMatch, PreparedClaim
from compare.checking.source_index import SourceIndex, SourcePlace, SourceWord, stands_in_row
from compare.english.hedges import HELD
from compare.english.word_lists import word_list
from compare.model.checks import CheckedQuote, Doubt, DoubtKind, QuoteFate
from compare.model.quotes import Quote, QuoteKind, Speaker
from compare.model.spans import Span
from compare.model.verification import Outcome
from compare.text.fold import folded_text
from compare.text.hedges import hedges
from compare.text.persons import same_person
from compare.text.spelling import spelling_key
from compare.text.words import STOP, words
from compare.verify.figure_agreement import agrees
from compare.verify.quotes import verify_given_to_another

# Words in marks of fewer than so many are a name or the writer's own irony.
_FEWEST_QUOTED = 3
# So many words in a row are somebody's own, whoever is named by a pronoun beside them.
_FEW_VERBATIM = 5
# What a quotation has in order of a source's words: so much makes it that one, altered.
_ALTERED = 0.6
# Reported words carry a clause with this part of its weight, ...
_REPORTED = 0.7
# ... and a place that tells it in its own voice must have this part of what the best one has.
_OWN_VOICE, _SURELY_TOLD, _WITH_FIGURE = 0.82, 0.7, 0.3
# Reported words of a source are those of the text with this part of their weight.
_SAME_SAYING = 0.6
_RESERVE = re.compile(
    r"\b(?:may|might|could|perhaps|maybe|possibly|probably|likely|unlikely|potentially|reportedly"
    r"|allegedly|alleged|purported(?:ly)?|supposed(?:ly)?|apparent(?:ly)?|suspected|presumably"
    r"|unconfirmed|rumou?red|believed|thought|understood|feared|expected|considering|suggest(?:s|ed)?"
    r"|appear(?:s|ed)? to|seem(?:s|ed)?|claim(?:s|ed)?|accused|whether|not yet|preliminary"
    r"|initial|plan(?:s|ned)? to|hope(?:s|d)? to|due to|proposed|consider(?:s|ed)?)\b",
    re.IGNORECASE,
)
_STRONG_RESERVE = re.compile(
    r"\b(?:may|might|could|perhaps|maybe|possibly|probably|likely|potentially|reportedly"
    r"|allegedly|alleged|purported(?:ly)?|apparently|suspected|presumably|unconfirmed|rumou?red"
    rf"|(?:is|are|was|were|been) (?:also )?{HELD} (?:that|to)|appear(?:s|ed)? to|seem(?:s|ed)? to"
    r"|it is (?:believed|thought|understood|feared))\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:—–()]|,(?!\d)")
_TOLD = re.compile(
    r"\b(?:according to|in the words of|by the account of|said|says|told|reported(?:ly)?"
    r"|claim(?:s|ed)?|alleg(?:e[sd]?|ing|edly)|accus(?:es?|ed|ing)|insist(?:s|ed)?|argu(?:es?|ed)"
    r"|stat(?:es|ed)|believ(?:es?|ed)|thinks?|thought|maintain(?:s|ed)?|reckon(?:s|ed)?|suspects?"
    r"|estimat(?:es?|ed)|suggest(?:s|ed)?|complain(?:s|ed)?|promis(?:es?|ed)|vow(?:s|ed)?"
    r"|pledg(?:es?|ed)|announc(?:es?|ed)|demand(?:s|ed)?|urg(?:es?|ed)|threaten(?:s|ed)?"
    r"|(?:warn(?:s|ed)?|deni(?:es|ed)|admit(?:s|ted)?|call(?:s|ed)|describ(?:es?|ed)"
    r"|confirm(?:s|ed)?"
    r"|recall(?:s|ed)?|add(?:s|ed)|acknowledg(?:es?|ed)|found|show(?:s|ed)?|heard)"
    r"(?= (?:that|how|to|it|them|him|her|the \w+ (?:that|as))\b))\b",
    re.IGNORECASE,
)
# "The chamber reckons that", "Teddy Lannigan, a guitarist, said on a podcast that".
_FRAME = re.compile(
    r"(?P<who>[A-Z][^.;:“”\"]{2,120}?)\s(?:reckons?|reckoned|estimates?|estimated|believes?|believed"
    r"|thinks?|suspects?|says?|said|claims?|claimed|argues?|argued|told)\b(?:[^.;:“”\"]{0,60}?\bthat\b)"
)
_MOSTLY = 0.8
_VOUCHING = frozenset("confirm reveal acknowledge admit concede confess announce disclose".split())


def speaker_doubts(ground: SourceIndex, claim: PreparedClaim) -> tuple[Doubt, ...]:
    """What the text gives to a speaker and a source gives to somebody else."""
    found = []
    for quote in claim.quotes:
        speaker, place = quote.speaker, quote.speaker_span
        if speaker is None or place is None or not claim.sentence.span.contains(place):
            continue
        outlet = _words_of(speaker) - STOP <= ground.outlets
        if folded_text(speaker.name) in PRONOUNS or not _is_name(speaker) or outlet:
            continue
        other = _other_speaker(ground, claim, quote, speaker)
        if other:
            name, where = other
            found.append(
                Doubt(
                    kind=DoubtKind.SPEAKER if name else DoubtKind.CONNECTION,
                    span=place,
                    text=place.of(claim.text),
                    detail=name,
                    evidence=(ground.evidence(where),) if name else (),
                )
            )
    return tuple(found)


def _other_speaker(
    ground: SourceIndex, claim: PreparedClaim, quote: Quote, speaker: Speaker
) -> tuple[str, SourcePlace] | None:
    """The speaker that the sources give for the same words, None where some give the same one.

    The name is empty where it is not sure that both are persons who said it.
    """
    parts = [part for part in quote.parts if claim.sentence.span.overlaps(part)]
    tokens = [t for part in parts for t in ground.tokens(claim.text, part) if part.contains(t.span)]
    if len(tokens) < 2:
        return None
    whole = math.fsum(token.weight for token in tokens)
    others: list[tuple[float, int, str, SourcePlace]] = []
    for place in ground.candidates(tokens):
        shared = math.fsum(t.weight * place.share_of(t) for t in tokens) / whole
        if shared < _SAME_SAYING:
            continue
        if _names_speaker(claim, quote, speaker, place):
            return None
        for said in place.quotes:
            name = said.speaker.name if said.speaker else ""
            inside = _inside(tokens, place, [said]) / whole
            if inside < _SAME_SAYING:
                continue
            if (
                not name
                or folded_text(name) in PRONOUNS
                or (said.speaker and said.speaker.anonymous)
            ):
                if _is_near(ground, speaker, place):
                    return None
                continue
            if _one_speaker(speaker, said.speaker):
                return None
            if not _is_name(said.speaker):
                continue
            verdict = verify_given_to_another(
                claim.text, quote, place.text, said, verbatim=_is_verbatim(claim, quote, place)
            )
            if verdict.outcome is not Outcome.KEPT:
                name = ""
            others.append((-inside, place.number, name, place))
    best = min(others, key=lambda one: (not one[2], *one[:3]), default=None)
    return (best[2], best[3]) if best else None


def _is_verbatim(claim: PreparedClaim, quote: Quote, place: SourcePlace) -> bool:
    """True when a place has the words in marks of a quotation in a row, and they are not few."""
    theirs = _keys(place.text, place.span)
    said = [_keys(claim.text, part) for part in quote.marked]
    return any(len(keys) >= _FEW_VERBATIM and stands_in_row(keys, theirs) for keys in said)


def _is_name(speaker: Speaker | None) -> bool:
    """True for a speaker known by name, not only by a role or as a paper."""
    return speaker is not None and any(word[:1].isupper() for word in speaker.name.split())


def _names_speaker(
    claim: PreparedClaim, quote: Quote, speaker: Speaker, place: SourcePlace
) -> bool:
    """True when a place has the words that name the speaker in the text."""
    assert quote.speaker_span is not None
    printed = {
        folded_text(span.of(claim.text)).removesuffix("'s")
        for span in words(claim.text, quote.speaker_span)
    }
    named = {
        w for w in (*printed, *(folded_text(w) for w in speaker.name.split())) if w not in STOP
    }
    named -= word_list("titles") | {"mr", "mrs", "ms"}
    last = folded_text(speaker.name.split()[-1]) if speaker.name.split() else ""
    return bool(named) and (last in place.lows or named <= place.lows)


def _is_near(ground: SourceIndex, speaker: Speaker, place: SourcePlace) -> bool:
    """True when the speaker is named shortly before a place."""
    last = folded_text(speaker.name.split()[-1])
    return any(last in near.lows for near in ground.around(place, 3, 1))


def _one_speaker(one: Speaker, other: Speaker | None) -> bool:
    """True when two speakers may be one: the same person, or a body and who speaks for it."""
    if other is None:
        return True
    names = (one.name, other.name)
    if same_person(*names):
        return True
    told = [
        {
            folded_text(w).removesuffix("'s")
            for w in (*s.name.split(), *(s.role or "").split(), *s.aliases)
        }
        for s in (one, other)
    ]
    shared = (told[0] & told[1]) - STOP - word_list("titles")
    return bool(shared)


def _words_of(speaker: Speaker) -> frozenset[str]:
    """The words of a speaker's name, role and other names, folded."""
    said = (*speaker.name.split(), *(speaker.role or "").split(), *speaker.aliases)
    return frozenset(folded_text(word).removesuffix("'s") for word in said)


def _inside(tokens: Sequence[SourceWord], place: SourcePlace, quotes: Sequence[Quote]) -> float:
    """The weight of the words that stand in reported words of a place."""
    parts = [part for quote in quotes for part in quote.parts]
    there = [t for t in place.matching(tokens) if any(part.contains(t.span) for part in parts)]
    found = [
        token.weight
        for token in tokens
        if any(
            not token.roots.isdisjoint(t.roots) or not token.acts.isdisjoint(t.acts) for t in there
        )
    ]
    return math.fsum(found)


@dataclass(frozen=True, slots=True)
class TellingPlace:
    """A place like a clause: who is given as saying it there, and the reserve it stands under."""

    match: PlaceMatch
    said_by: str | None
    reserve: Span | None


def telling_places(clause: Clause) -> list[TellingPlace]:
    """How each place that tells a clause tells it."""
    return [_telling(clause, match) for match in clause.good]


def _telling(clause: Clause, match: PlaceMatch) -> TellingPlace:
    place = match.place
    matched = math.fsum(t.weight for t in clause.tokens if place.share_of(t) > 0) or 1.0
    said_by = None
    for quote in place.quotes:
        vouched = quote.cue_lemma in _VOUCHING
        inside = _inside(clause.tokens, place, [quote]) / matched
        if inside >= _REPORTED and not vouched:
            said_by = quote.speaker.name if quote.speaker else "somebody"
            break
    return TellingPlace(match, said_by or _framed_by(clause, place), _reserve(clause, place))


def _framed_by(clause: Clause, place: SourcePlace) -> str | None:
    """Who says, reckons or believes all that a place has of a clause, in words of any kind."""
    there = place.matching(clause.tokens)
    for frame in _FRAME.finditer(place.text, place.span.start, place.span.end):
        inside = [t for t in there if t.span.start >= frame.end()]
        if there and len(inside) >= _MOSTLY * len(there):
            return frame["who"].partition(",")[0].strip()
    return None


def _reserve(clause: Clause, place: SourcePlace) -> Span | None:
    """The words of a place that hold what it has of a clause at arm's length."""
    there = place.matching(clause.tokens)
    for found in _STRONG_RESERVE.finditer(place.text, place.span.start, place.span.end):
        after = [t for t in place.tokens if t.span.start >= found.end()][:2]
        cut = _BREAK.search(place.text, found.end(), after[0].span.start) if after else None
        if after and not cut and any(t in there for t in after):
            return Span(found.start(), found.end())
    return None


def dropped_reserve_doubts(ground: SourceIndex, claim: PreparedClaim) -> tuple[Doubt, ...]:
    """Clauses that the text tells as a fact and the sources only as said, or under a reserve."""
    found: list[Doubt] = []
    for clause in claim.clauses:
        told = telling_places(clause)
        if not told or told[0].match.share < _SURELY_TOLD:
            continue
        best = told[0].match.score
        near = [t for t in told if t.match.score >= _OWN_VOICE * best]
        near += [_telling(clause, m) for m in clause.matches if _counts_alike(claim, clause, m)]
        if not is_reported(claim, clause) and all(t.said_by for t in near):
            first = near[0]
            found.append(_dropped(ground, clause, claim, DoubtKind.ATTRIBUTION, first))
        if not _is_reserved(claim, clause) and all(t.reserve for t in near):
            found.append(_dropped(ground, clause, claim, DoubtKind.RESERVE, near[0]))
    return tuple(found)


def _counts_alike(claim: PreparedClaim, clause: Clause, match: PlaceMatch) -> bool:
    """True for a place with a figure of the clause that speaks of the same matter."""
    mine = [f for f in claim.figures if clause.span.contains(f.span)]
    same = any(agrees(f, other) for f in mine for other in match.place.figures)
    return match.has_figure or (same and match.share >= _WITH_FIGURE)


def is_reported(claim: PreparedClaim, clause: Clause) -> bool:
    """True when the text itself gives a clause as said by somebody."""
    spoken = [q for q in claim.quotes if q.speaker_span or q.cue]
    if any(part.overlaps(clause.span) for quote in spoken for part in quote.parts):
        return True
    sentence = claim.sentence.span
    return _TOLD.search(claim.text, sentence.start, sentence.end) is not None


def _is_reserved(claim: PreparedClaim, clause: Clause) -> bool:
    sentence = claim.sentence.span
    whole = _RESERVE.search(claim.text, sentence.start, sentence.end) is not None
    return whole or bool(hedges(claim.text, clause.span))


def _dropped(
    ground: SourceIndex, clause: Clause, claim: PreparedClaim, kind: DoubtKind, told: TellingPlace
) -> Doubt:
    reserve = told.reserve.of(told.match.place.text) if told.reserve else ""
    said_by = told.said_by or ""
    return Doubt(
        kind=kind,
        span=clause.span,
        text=clause.span.of(claim.text),
        detail=said_by if kind is DoubtKind.ATTRIBUTION else reserve,
        evidence=(ground.evidence(told.match.place),),
    )


def checked_quotes(ground: SourceIndex, claim: PreparedClaim) -> tuple[CheckedQuote, ...]:
    """The words in quotation marks of a statement, held against all words of the sources."""
    found = []
    for quote in claim.quotes:
        if quote.kind is QuoteKind.INDIRECT:
            continue
        for span in quote.marked:
            if (
                claim.sentence.span.contains(span)
                and len(words(claim.text, span)) >= _FEWEST_QUOTED
            ):
                found.append(_checked(ground, claim, quote, span))
    return tuple(found)


def _checked(ground: SourceIndex, claim: PreparedClaim, quote: Quote, span: Span) -> CheckedQuote:
    keys = _keys(claim.text, span)
    speaker = quote.speaker.name if quote.speaker else None
    best: tuple[float, int, SourcePlace] | None = None
    exact: SourcePlace | None = None
    for place in ground.places:
        theirs = place_keys(ground, place)
        share = min(_in_order(keys, theirs), _of_meaning(keys, theirs))
        if share >= 1.0 and stands_in_row(keys, theirs, within=len(_keys(place.text, place.span))):
            exact = exact or place
            break
        if best is None or share > best[0]:
            best = (share, place.number, place)
    said = [exact] if exact else [best[2]] if best and best[0] >= _ALTERED else []
    where = said[0] if said else None
    fate = QuoteFate.NOT_FOUND
    if exact:
        fate = QuoteFate.VERBATIM
    elif where and best:
        fate = QuoteFate.CUT if best[0] >= 1.0 else QuoteFate.ALTERED
    return CheckedQuote(
        span=span,
        text=span.of(claim.text),
        fate=fate,
        said_by=speaker,
        source_speaker=_speaker_there(where, keys) if where else None,
        evidence=(ground.evidence(where),) if where else (),
    )


def _speaker_there(place: SourcePlace, keys: Sequence[str]) -> str | None:
    for quote in place.quotes:
        theirs = [key for part in quote.parts for key in _keys(place.text, part)]
        if quote.speaker and _in_order(keys, theirs) >= _ALTERED:
            return quote.speaker.name
    return None


def place_keys(ground: SourceIndex, place: SourcePlace) -> list[str]:
    """The words of a place and of the two sentences after it, in one spelling."""
    last = ground.around(place, 0, 2)[-1]
    return _keys(place.text, Span(place.span.start, last.span.end))


def _keys(text: str, span: Span) -> list[str]:
    return [spelling_key(folded_text(word.of(text))) for word in words(text, span)]


def _in_order(keys: Sequence[str], theirs: Sequence[str]) -> float:
    """The part of some words, 0..1, that stand in others in the same order."""
    if len(set(keys) & set(theirs)) < _ALTERED * len(set(keys)):
        return 0.0
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(list(keys), list(theirs)) / len(keys) if keys else 0.0


def _of_meaning(keys: Sequence[str], theirs: Sequence[str]) -> float:
    """The part of the words of meaning, 0..1, that stand in others at all."""
    wanted = [key for key in keys if key not in STOP]
    there = set(theirs)
    return sum(key in there for key in wanted) / len(wanted) if wanted else 1.0


def is_copied(ground: SourceIndex, claim: PreparedClaim) -> bool:
    """True when a source has the whole sentence, word for word."""
    keys = _keys(claim.text, claim.sentence.span)
    matches = [m for clause in claim.clauses for m in clause.matches[:4]]
    return bool(keys) and any(stands_in_row(keys, place_keys(ground, m.place)) for m in matches)


def quote_doubts(quotes: Sequence[CheckedQuote]) -> Iterator[Doubt]:
    """The quotations that no source has, or has in other words."""
    kinds = {QuoteFate.NOT_FOUND: DoubtKind.QUOTE, QuoteFate.ALTERED: DoubtKind.ALTERED}
    for quote in quotes:
        if quote.fate in kinds:
            yield Doubt(
                kind=kinds[quote.fate], span=quote.span, text=quote.text, evidence=quote.evidence
            )
