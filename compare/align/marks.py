"""The marks of a fact, held against its label: which statements bear it out, and how fully."""

from __future__ import annotations

import math

from compare.align.core import Core, core, weight_of
from compare.align.groups import Group, Grouping
from compare.align.labels import labels
from compare.align.scores import Scores
from compare.model.verification import Outcome, Verdict
from compare.signals.views import content_of
from compare.verify.marks import verify_mark


def with_verified_marks(grouping: Grouping) -> Grouping:
    """Return the grouping without the statements that do not bear out the label of their group.

    A group that is left with the statements of one article is no shared fact any more.
    """
    scores = grouping.scores
    cores = {group: core(scores.story, group) for group in grouping.groups}
    named = labels(scores.story, cores)
    kept: dict[Group, Group] = {}
    for group, of in cores.items():
        found = mark_verdicts(scores, group, of, named[group])
        left = tuple(n for n in group if found[n].outcome is not Outcome.DROPPED)
        if len({scores.story.document(number) for number in left}) > 1:
            kept[group] = left
    return Grouping(
        scores=scores,
        groups=tuple(sorted(kept.values())),
        details={kept[g]: under for g, under in grouping.details.items() if g in kept},
    )


def mark_verdicts(scores: Scores, group: Group, of: Core, label: str) -> dict[int, Verdict]:
    """Return for each statement of a group whether it bears out the label."""
    story = scores.story
    whole = math.fsum(of.values())
    stems = frozenset(content_of(label))
    weight = story.rarity.of(stems)
    found: dict[int, Verdict] = {}
    for number in group:
        statement = story.statements[number]
        said = story.sentences[statement.sentence].content
        home = story.document(number)
        others = [scores.of(number, n) for n in group if story.document(n) != home]
        found[number] = verify_mark(
            closest=max(others, default=0.0),
            label_share=story.rarity.of(stems & said) / weight if weight else 0.0,
            core_share=weight_of(statement.view.content, of) / whole if whole else 0.0,
        )
    return found
