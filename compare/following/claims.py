"""The life of each claim: who said it first, who took it up, who corrected or denied it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.following.timeline import Timeline
from compare.model.comparison import Comparison
from compare.model.facts import Extent, Fact, Mention, State
from compare.model.findings import Conflict, ConflictKind, Evidence, FigureRelation
from compare.model.follows import Claim, ClaimState, Step, StepKind
from compare.signals.rarity import rarity
from compare.signals.views import views
from compare.verify.only_here import (
    LookedFor,
    Searched,
    look_again,
    places_searched,
    sought_statement,
)

_AGAINST = frozenset(
    [ConflictKind.CLASH, ConflictKind.OPPOSITE, ConflictKind.WHO, ConflictKind.WHEN,
     ConflictKind.WHERE, ConflictKind.WHAT]
)  # fmt: skip


def claims(
    comparison: Comparison, line: Timeline, notices: Mapping[str, Sequence[Evidence]]
) -> tuple[Claim, ...]:
    """Every fact as a claim with its steps, facts in their order.

    `notices` are the sentences in which an article corrects itself, by letter.
    """
    looked = {letter: places_searched(comparison.article(letter)) for letter in line.version_of}
    weights = rarity([v for k, a in enumerate(line.articles) for v in views(a, k)]).stems
    against: dict[str, list[Conflict]] = {}
    for conflict in comparison.conflicts:
        if conflict.fact and conflict.kind in _AGAINST:
            against.setdefault(conflict.fact, []).append(conflict)
    found = []
    for fact in comparison.facts:
        denied = _contradictions(line, against.get(fact.id, ()))
        deniers = {step.article for step in denied}
        steps = [
            # An article that contradicts a claim does not corroborate it.
            *(
                step
                for step in _statements(comparison, line, fact)
                if step.kind is StepKind.NEW or step.article not in deniers
            ),
            *denied,
            *_dropped(comparison, line, fact, looked, weights, notices),
        ]
        steps.sort(key=lambda step: _place(line, step))
        found.append(
            Claim(
                fact=fact.id,
                label=fact.label,
                state=_state(comparison, line, fact, steps),
                steps=tuple(steps),
                outlets=line.voices(fact, fact.articles),
            )
        )
    return tuple(found)


def evidence_of(comparison: Comparison, mention: Mention) -> Evidence:
    """The whole sentence of a mention as evidence."""
    article = comparison.article(mention.article)
    span = article.sentence(mention.sentence).span
    return Evidence(article=article.letter, span=span, text=article.words_of(span))


def claim_step(
    line: Timeline,
    kind: StepKind,
    letter: str,
    evidence: Evidence | None,
    before: Evidence | None = None,
    value: str = "",
    *,
    in_part: bool = False,
) -> Step:
    """A step of an article, with its outlet and time."""
    return Step(
        kind=kind,
        article=letter,
        outlet=line.outlet(letter),
        published=line.published(letter),
        evidence=evidence,
        before=before,
        value=value,
        in_part=in_part,
    )


def _statements(comparison: Comparison, line: Timeline, fact: Fact) -> list[Step]:
    """The articles that state a fact: the first one, those that add a voice, those that repeat."""
    first: dict[str, Mention] = {}
    # What states the whole of it goes before what states part of it.
    for mention in sorted(fact.mentions, key=lambda one: one.extent is Extent.PARTIAL):
        first.setdefault(mention.article, mention)
    values = _values(comparison, fact)
    found: list[Step] = []
    so_far: list[str] = []
    for letter in (a.letter for a in line.articles if a.letter in first):
        evidence = evidence_of(comparison, first[letter])
        kind, before = StepKind.NEW, None
        if so_far:
            more = line.voices(fact, [*so_far, letter]) > line.voices(fact, so_far)
            kind = StepKind.CORROBORATED if more else StepKind.REPEATED
            others = [each for each in so_far if each in values]
            if letter in values and others and values[others[-1]].isdisjoint(values[letter]):
                kind = StepKind.CHANGED
                before = evidence_of(comparison, first[others[-1]])
        so_far.append(letter)
        in_part = first[letter].extent is Extent.PARTIAL
        found.append(claim_step(line, kind, letter, evidence, before, in_part=in_part))
    return found


def _values(comparison: Comparison, fact: Fact) -> dict[str, frozenset[str]]:
    """What each article gives for the figures of a fact that grew or fell over time."""
    found: dict[str, frozenset[str]] = {}
    for group in comparison.figures:
        if fact.id in group.facts and group.relation is FigureRelation.LATER:
            for reading in group.readings:
                known = found.get(reading.article, frozenset())
                found[reading.article] = known | {reading.value}
    return found


def _contradictions(line: Timeline, conflicts: Sequence[Conflict]) -> list[Step]:
    """For each conflict, the latest article in it, against the earliest."""
    order = {article.letter: at for at, article in enumerate(line.articles)}
    found = []
    for conflict in conflicts:
        places = sorted(conflict.evidence, key=lambda e: (order[e.article], e.span))
        first, last = places[0], places[-1]
        if first.article != last.article:
            found.append(claim_step(line, StepKind.CONTRADICTED, last.article, last, first))
    return found


def _dropped(
    comparison: Comparison,
    line: Timeline,
    fact: Fact,
    looked: Mapping[str, Searched],
    weights: Mapping[str, float],
    notices: Mapping[str, Sequence[Evidence]],
) -> list[Step]:
    """The versions that no longer have what an earlier version of theirs stated.

    It is corrected where the version says that it corrects itself in that matter.
    """
    here = set(fact.articles)
    found = []
    for later, earlier in line.version_of.items():
        if earlier not in here or later in here:
            continue
        mention = next(m for m in fact.mentions if m.article == earlier)
        statement = sought_statement(comparison.article(earlier), mention.span)
        if look_again(statement, looked[later], weights).answer is not LookedFor.NOT_FOUND:
            continue
        before = evidence_of(comparison, mention)
        notice = _notice_on(before, notices.get(later, ()))
        kind = StepKind.CORRECTED if notice else StepKind.DROPPED
        found.append(claim_step(line, kind, later, notice, before))
    return found


def _notice_on(before: Evidence, notices: Sequence[Evidence]) -> Evidence | None:
    """The notice that shares words of meaning with what was said before."""
    from compare.signals.views import content_of

    wanted = set(content_of(before.text))
    return next((n for n in notices if len(wanted & set(content_of(n.text))) > 1), None)


def _state(comparison: Comparison, line: Timeline, fact: Fact, steps: Sequence[Step]) -> ClaimState:
    kinds = [each.kind for each in steps]
    if StepKind.CORRECTED in kinds:
        return ClaimState.CORRECTED
    if StepKind.CONTRADICTED in kinds:
        return ClaimState.CONTRADICTED
    if line.voices(fact, fact.articles) > 1:
        full = {one.article for one in fact.mentions if one.extent is Extent.FULL}
        stating = [letter for letter in fact.articles if letter in full]
        if len(stating) > 1 and line.voices(fact, stating) > 1:
            return ClaimState.CORROBORATED
        return ClaimState.CORROBORATED_IN_PART
    last = fact.articles[-1]
    cells = {cell.article: cell.state for cell in comparison.coverage if cell.fact == fact.id}
    later = [a.letter for a in line.articles if line.is_later(a.letter, last)]
    gone = bool(later) and all(cells[letter] is State.NOT_FOUND for letter in later)
    return ClaimState.NOT_REPEATED if gone else ClaimState.SAID_ONCE


def _place(line: Timeline, one: Step) -> tuple[int, int]:
    letters = [article.letter for article in line.articles]
    return letters.index(one.article), list(StepKind).index(one.kind)
