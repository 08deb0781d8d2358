"""The order in which what is worth a look is shown."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.align.reuse import is_dependent
from compare.align.statements import is_statement
from compare.findings.highlight_places import HighlightKind, Places
from compare.findings.second_looks import SecondLooks, second_looks
from compare.model.articles import Article
from compare.model.comparison import Comparison
from compare.model.corrections import ignored_ids
from compare.model.facts import Mode
from compare.model.findings import Conflict, ConflictKind, Headline, QuoteChange, QuoteGroup
from compare.model.verification import Outcome
from compare.model.words import ContrastKind
from compare.verify.quotes import verify_one_utterance

# How much each kind is worth by itself, 0..1. What cannot both be true comes before what changed
# with time or is counted in another way, and that before what one outlet has and another has not.
_CONFLICTS = {
    ConflictKind.CLASH: 0.95,
    ConflictKind.ONE_SOURCE: 0.95,
    ConflictKind.OPPOSITE: 0.95,
    ConflictKind.WHO: 0.9,
    ConflictKind.WHERE: 0.85,
    ConflictKind.WHAT: 0.8,
    ConflictKind.WHEN: 0.8,
    ConflictKind.LATER: 0.65,
    ConflictKind.SCOPE: 0.6,
    ConflictKind.CERTAINTY: 0.6,
}
_QUOTES = {
    QuoteChange.REATTRIBUTED: 0.9,
    QuoteChange.NEGATION_LOST: 0.9,
    QuoteChange.SPLICED: 0.85,
    QuoteChange.HEDGE_LOST: 0.75,
    QuoteChange.ALTERED: 0.75,
    QuoteChange.DROPPED: 0.7,
    QuoteChange.CUT_MIDDLE: 0.6,
    QuoteChange.BRACKETED: 0.5,
    QuoteChange.CUT_START: 0.45,
    QuoteChange.CUT_END: 0.45,
    QuoteChange.ELLIPSIS: 0.4,
    QuoteChange.PARAPHRASED: 0.3,
    QuoteChange.REWORDED: 0.3,
    QuoteChange.DIVIDED: 0.1,
    QuoteChange.RESPELT: 0.05,
}
_SAID_OTHERWISE, _LACKING = 0.85, 0.7
_MISSED, _EACH_WORDING, _MOST_MISSED = 0.4, 0.1, 0.8
# Of what an article has alone so many are tried until one stands a second look.
_TRIED = 6
_PLACED, _SHARED_COPY, _LOADED, _ALONE = 0.55, 0.55, 0.5, 0.35
# A fact that is nothing but somebody's words, or that one outlet in two has, weighs less.
_ONLY_SAID, _EVEN = 0.75, 0.85
# That somebody did not speak is seldom news, that somebody denied often is.
_SILENT = 0.6
_SILENCE = re.compile(
    r"(?<!\w)(?:declined\s+to|did\s+not\s+(?:respond|reply|return|answer)|could\s+not\s+be\s+reached"
    r"|was\s+not\s+available|refused\s+to\s+(?:comment|say))(?!\w)",
    re.IGNORECASE,
)
# A line that opens like this needs the sentence before it.
_POINTS_BACK = re.compile(
    r"\W*(?:(?:instead|however|meanwhile|still|also|then|later|moreover|besides|nevertheless|rather"
    r"|in (?:addition|fact|turn|response)|for (?:example|instance)|as a result|at the time),?\s+)?"
    r"(?:it|he|she|they|this|that|these|those|him|her|his|its|their|one|some|both|but|and|so)\b",
    re.IGNORECASE,
)
# So does one that ends like this.
_ENDS_POINTING = re.compile(r"\b(?:it|this|that|them|there|so)\W*\Z", re.IGNORECASE)
_DENIAL = re.compile(
    r"(?<!\w)(?:den(?:y|ied|ies|ying)|reject(?:s|ed)?|no\s+such|never|untrue|not\s+true|disput\w+)(?!\w)",
    re.IGNORECASE,
)
# Placed high by one outlet and low by one, not by several.
_ONE_AND_ONE = 0.8
# What stands at the end of the articles weighs this much of what stands at their top.
_AT_THE_END = 0.7
# Each further thing of one kind weighs this much of the one before it, so that kinds alternate;
# what cannot both be true is never worth much less for standing beside another such.
_AGAIN, _CLASH_AGAIN = 0.8, 0.97
# What stands in the sentences of something weightier, and so shows it twice.
_REPEATED = 0.5
_SAME_SENTENCES = 0.5
_ERRORS = (
    ConflictKind.CLASH,
    ConflictKind.ONE_SOURCE,
    ConflictKind.OPPOSITE,
    ConflictKind.WHO,
    ConflictKind.WHEN,
)


@dataclass(frozen=True, slots=True)
class RankedHighlight:
    """One thing worth a look and its weight, 0..1."""

    kind: HighlightKind
    ref: str
    weight: float


def worth_a_look(comparison: Comparison) -> tuple[RankedHighlight, ...]:
    """Everything worth a look, the weightiest first, kinds alternating; ties fall by content.

    Weight comes from the kind, from how near the top of the articles it stands, and for facts that
    were not found from the number of independent wordings behind them. What stands in the sentences
    of something weightier comes lower. What the user ignores is left out, and so is what was not
    verified: conflicts, headlines and words by the rules they keep, missing facts by a second look.
    """
    ignored = ignored_ids(comparison.story.corrections)
    looks = (look for look in _looks(comparison, ignored) if look.ref not in ignored)
    places = Places(comparison)
    seen: Counter[str] = Counter()
    shown: list[frozenset[str]] = []
    lowered = []
    for look in sorted(looks, key=lambda look: -look.weight):
        sentences, kind = places.of(look.kind, look.ref), _shelf(look, comparison)
        weight = look.weight * (_CLASH_AGAIN if kind in _ERRORS else _AGAIN) ** seen[kind]
        if look.kind is not HighlightKind.CONFLICT and any(
            _is_repeat(sentences, one) for one in shown
        ):
            weight *= _REPEATED
        seen[kind] += 1
        shown.append(sentences)
        lowered.append((weight, look))
    return tuple(look for _, look in sorted(lowered, key=lambda pair: -pair[0]))


def _shelf(look: RankedHighlight, comparison: Comparison) -> str:
    """What counts as one kind: clashes do not stand for tolls that rose."""
    if look.kind is not HighlightKind.CONFLICT:
        return look.kind
    return next(one.kind for one in comparison.conflicts if one.id == look.ref)


def _is_repeat(sentences: frozenset[str], shown: frozenset[str]) -> bool:
    shared = len(sentences & shown)
    return shared > 0 and shared >= _SAME_SENTENCES * min(len(sentences), len(shown))


def ranked_conflicts(
    conflicts: Sequence[Conflict], articles: Sequence[Article]
) -> tuple[Conflict, ...]:
    """The conflicts by kind and by how near the top of the articles their words stand."""
    held = {article.letter: article for article in articles}
    return tuple(sorted(conflicts, key=lambda one: -_conflict_weight(one, held)))


def _looks(comparison: Comparison, ignored: frozenset[str]) -> Iterator[RankedHighlight]:
    held = {article.letter: article for article in comparison.articles}
    told = (one for one in comparison.conflicts if one.verified_by and one.fact not in ignored)
    for conflict in told:
        yield RankedHighlight(HighlightKind.CONFLICT, conflict.id, _conflict_weight(conflict, held))
    for group in comparison.quote_groups:
        if (weight := _quote_weight(group)) > 0 and _is_one_utterance(comparison, group):
            yield RankedHighlight(HighlightKind.QUOTE, group.id, weight)
    for headline in sorted(comparison.headlines, key=lambda one: one.text):
        if headline.verified_by and (weight := _headline_weight(headline)) > 0:
            yield RankedHighlight(HighlightKind.HEADLINE, headline.article, weight)
    again = second_looks(comparison)
    yield from _missed(comparison, again)
    for placement in comparison.placements:
        several = min(len(placement.high), len(placement.low)) > 1
        worth = _PLACED * (1.0 if several else _ONE_AND_ONE) * _by_voice(comparison, placement.fact)
        yield RankedHighlight(HighlightKind.PLACED, placement.fact, worth)
    for one in comparison.reuse:
        if is_dependent(one):
            yield RankedHighlight(HighlightKind.SHARED_COPY, " ".join(one.articles), _SHARED_COPY)
    for place, contrast in enumerate(comparison.contrasts):
        is_told = contrast.kind is ContrastKind.LOADED and contrast.verified_by
        if is_told and ignored.isdisjoint(contrast.facts):
            yield RankedHighlight(HighlightKind.WORDS, str(place), _LOADED)
    for digest in sorted(comparison.digests, key=lambda one: one.only_here):
        fact = next((one for one in digest.only_here[:_TRIED] if one not in ignored
                     and stands_alone(comparison.fact(one).label)
                     and again.is_alone(comparison.fact(one))), None)  # fmt: skip
        if fact:
            first = comparison.cell(fact, digest.article).first
            worth = _ALONE * _by_voice(comparison, fact)
            yield RankedHighlight(HighlightKind.ONLY_HERE, fact, worth * _by_place(first or 0.0))


def stands_alone(label: str) -> bool:
    """True when a reader who sees nothing else can tell what a line states, and of whom."""
    points = _POINTS_BACK.match(label) or _ENDS_POINTING.search(label)
    return is_statement(label) and points is None and not label.startswith("…")


def _missed(comparison: Comparison, again: SecondLooks) -> Iterator[RankedHighlight]:
    """One look for each fact that articles lack, also on a second look, whatever their number."""
    lacking: dict[str, list[str]] = {}
    for each in comparison.absences:
        lacking.setdefault(each.fact, []).append(each.article)
    for fact, letters in lacking.items():
        told = comparison.fact(fact)
        if not (stands_alone(told.label) and again.is_missing(told, letters)):
            continue
        absence = next(one for one in comparison.absences if one.fact == fact)
        wordings = absence.wordings or len(absence.said_by)
        firsts = [comparison.cell(fact, letter).first or 0.0 for letter in absence.said_by]
        worth = min(_MOST_MISSED, _MISSED + _EACH_WORDING * (wordings - 1))
        worth *= _by_voice(comparison, fact)
        if 2 * len(absence.said_by) <= len(comparison.articles):
            worth *= _EVEN
        # An exact sum does not depend on the order of the letters.
        yield RankedHighlight(
            HighlightKind.NOT_FOUND, fact, worth * _by_place(math.fsum(firsts) / len(firsts))
        )


def _by_voice(comparison: Comparison, fact: str) -> float:
    """Less than 1 for a fact that is only somebody's words, and no denial, or that nobody spoke."""
    told = comparison.fact(fact)
    if _SILENCE.search(told.label):
        return _SILENT
    said = (Mode.QUOTED, Mode.ATTRIBUTED)
    only_said = all(mention.mode in said for mention in told.mentions)
    return _ONLY_SAID if only_said and not _DENIAL.search(told.label) else 1.0


def _conflict_weight(conflict: Conflict, held: dict[str, Article]) -> float:
    firsts = [
        evidence.span.start / len(held[evidence.article].document.text)
        for evidence in conflict.evidence
    ]
    return _CONFLICTS[conflict.kind] * _by_place(min(firsts, default=1.0))


def _quote_weight(group: QuoteGroup) -> float:
    return _QUOTES.get(group.change, 0.0) * group.confidence


def _is_one_utterance(comparison: Comparison, group: QuoteGroup) -> bool:
    """True when a version with the change that is told surely is of the same words."""
    text = comparison.article(next(m.article for m in group.members if m.quote == group.fullest))
    return any(
        verify_one_utterance(text.document.text, member.kept).outcome is Outcome.KEPT
        for member in group.members
        if member.change is group.change
    )


def _headline_weight(headline: Headline) -> float:
    if headline.why:
        return _SAID_OTHERWISE
    if headline.unsupported:
        return _LACKING
    return 0.0


def _by_place(first: float) -> float:
    """1 at the top of a story, falling evenly to its end."""
    return 1 - (1 - _AT_THE_END) * first
