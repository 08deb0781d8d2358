"""The marks of a fact, held against its label: which statements bear it out, and how fully."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from compare.align.fact_core import Core, fact_core, weight_of
from compare.align.fact_labels import fact_labels
from compare.align.groups import NOTHING_READ, Group, Grouping, ReadStatements, strength
from compare.align.scores import Scores
from compare.align.story import Story
from compare.model.figures import FigureKind
from compare.model.verification import Outcome, Verdict
from compare.signals.views import fact_stems
from compare.text.outcomes import outcome
from compare.verify.marks import verify_mark
from compare.verify.polarity import OppositionKind, opposite_polarity

# Labels are alike when one has so large a part of the words of the shorter.
_ALIKE = 1.0


def with_verified_marks(grouping: Grouping) -> Grouping:
    """Return the grouping without the statements that do not bear out the label of their group.

    A group that is left with the statements of one article is no shared fact any more.
    """
    scores = grouping.scores
    agreed = {
        camp: group for group in grouping.groups for camp in without_opposing_camps(scores, group)
    }
    cores = {group: fact_core(scores.story, group) for group in sorted(agreed)}
    named = fact_labels(scores.story, cores)
    kept: dict[Group, Group] = {}
    for group, of in cores.items():
        found = mark_verdicts(scores, group, of, named[group], grouping.read)
        left = tuple(n for n in group if found[n].outcome is not Outcome.DROPPED)
        if len({scores.story.document(number) for number in left}) > 1:
            kept[group] = left
    over = _twins(scores, kept, named, grouping.read)
    details: dict[Group, list[Group]] = {}
    for group, left in kept.items():
        # Details stay with the camp that holds the group's first statement.
        whole = agreed[group]
        finer = grouping.details.get(whole, ()) if whole[0] in group else ()
        under = [*finer, *([left] if group in over else [])]
        if under:
            details.setdefault(kept[over.get(group, group)], []).extend(under)
    return replace(
        grouping,
        groups=tuple(sorted(left for group, left in kept.items() if group not in over)),
        details={group: tuple(sorted(under)) for group, under in sorted(details.items())},
    )


def without_opposing_camps(scores: Scores, group: Group) -> list[Group]:
    """The group without what the rest of it denies, and what does so in two articles or more.

    No one was killed and two people were killed are never one fact.
    """
    story = scores.story
    against: dict[int, set[int]] = {}
    for k, a in enumerate(group):
        for b in group[k + 1 :]:
            if _are_opposed(story, a, b):
                against.setdefault(a, set()).add(b)
                against.setdefault(b, set()).add(a)
    left, others = list(group), []
    while against:
        worst = max(
            against, key=lambda n: (len(against[n]), -sum(scores.of(n, m) for m in group), n)
        )
        left.remove(worst)
        others.append(worst)
        for other in against.pop(worst):
            against[other].discard(worst)
        against = {number: those for number, those in against.items() if those}
    camps = (tuple(left), tuple(sorted(others)))
    return [camp for camp in camps if len({story.document(number) for number in camp}) > 1]


def _are_opposed(story: Story, a: int, b: int) -> bool:
    """True when one statement denies what the other affirms, or both name states that exclude."""
    one, other = story.statements[a], story.statements[b]
    texts = [story.articles[x.view.document].document.text for x in (one, other)]
    found = opposite_polarity(texts[0], one.span, texts[1], other.span)
    return found is not None and found.kind is not OppositionKind.DISPUTED


def _twins(
    scores: Scores, kept: Mapping[Group, Group], named: Mapping[Group, str], read: ReadStatements
) -> dict[Group, Group]:
    """For each group that would read like another one, the one that it goes under.

    Two groups read alike when the label of one says nearly all that the other's does and a sentence
    of theirs is the same. The one of more articles stays, then the one that fits better. Two groups
    that a reader of the user's own told apart are one only where their labels have the same words.
    """
    story = scores.story
    stems = {group: fact_stems(named[group]) for group in kept}
    sentences = {g: {story.statements[n].sentence for n in left} for g, left in kept.items()}
    articles = {g: len({story.document(n) for n in left}) for g, left in kept.items()}
    ranked = sorted(kept, key=lambda g: (-articles[g], -strength(scores, kept[g]), g))
    over: dict[Group, Group] = {}
    main: list[Group] = []
    for group in ranked:
        for other in main:
            fewer = min(len(stems[group]), len(stems[other]))
            common = len(stems[group] & stems[other])
            if read.joined.issuperset((*group, *other)) and stems[group] != stems[other]:
                continue
            if common >= _ALIKE * fewer > 0 and not sentences[group].isdisjoint(sentences[other]):
                over[group] = other
                break
        else:
            main.append(group)
    return over


def mark_verdicts(
    scores: Scores, group: Group, of: Core, label: str, read: ReadStatements = NOTHING_READ
) -> dict[int, Verdict]:
    """Return for each statement of a group whether it bears out the label."""
    story = scores.story
    whole = math.fsum(of.values())
    stems = fact_stems(label)
    weight = story.rarity.of(stems)
    plain = stems - story.names
    plain_weight = story.rarity.of(plain)
    counted = {number: _counted(story, number) for number in group}
    found: dict[int, Verdict] = {}
    for number in group:
        said = story.statements[number].view.content
        home = story.document(number)
        others = [n for n in group if story.document(n) != home]
        found[number] = verify_mark(
            closest=max((scores.of(number, n) for n in others), default=0.0),
            label_share=story.rarity.of(stems & said) / weight if weight else 0.0,
            plain_share=story.rarity.of(plain & said) / plain_weight if plain_weight else 1.0,
            core_share=weight_of(said, of) / whole if whole else 0.0,
            same_count=any(counted[number] & counted[n] for n in others),
            read_as_same=number in read.joined and not read.joined.isdisjoint(others),
        )
    return found


def _counted(story: Story, number: int) -> frozenset[str]:
    """What becomes of the people that a statement counts: "killed", "missing", "arrested"."""
    statement = story.statements[number]
    article = story.articles[statement.view.document]
    text = article.document.text
    found = (
        outcome(text, figure.span.start, figure.span.end)
        for figure in article.figures
        if figure.kind is FigureKind.COUNT and statement.span.contains(figure.span)
    )
    return frozenset(one for one in found if one)
