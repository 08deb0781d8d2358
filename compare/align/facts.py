"""Groups of sentences to facts, and the sentences nobody else has to facts of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.align.core import Core, core, own_core
from compare.align.fact_ids import fact_ids, in_order
from compare.align.groups import Group, groups
from compare.align.labels import labels
from compare.align.links import link
from compare.align.mentions import mentions
from compare.align.scores import Scores
from compare.align.story import Story
from compare.model.facts import Fact, Link, Mention
from compare.model.letters import index


@dataclass(frozen=True, slots=True)
class Grouped:
    """A fact and the numbers of the sentences that state it."""

    fact: Fact
    group: Group


def facts(
    scores: Scores,
    floor: float,
    *,
    link_floor: float = 0.0,
    shared: Iterable[Group] | None = None,
) -> tuple[Grouped, ...]:
    """All facts of a story, those that most articles state first, then by place in the story.

    Every story sentence is in at least one fact. `shared` are the groups of sentences that state
    one fact, found here when they are not given. Ids come from the words of the fact's earliest
    sentence, so that a re-run keeps them; ordinals count the facts of this comparison. Links that
    score below `link_floor` are left out; what is one fact does not depend on them.
    """
    story = scores.story
    ordered = in_order(story, groups(scores, floor) if shared is None else shared)
    ids = fact_ids(story, ordered)
    cores = {group: core(story, group) for group in ordered}
    own, named = own_core(cores), labels(story, cores)
    return tuple(
        Grouped(
            Fact(
                id=ids[group],
                ordinal=f"f{n}",
                label=named[group],
                mentions=_mentions(story, group, of, own=own[group]),
                links=_links(scores, group, link_floor),
            ),
            group,
        )
        for n, (group, of) in enumerate(cores.items(), 1)
    )


def _mentions(story: Story, group: Group, of: Core, *, own: Core) -> tuple[Mention, ...]:
    """The mentions of a group, in the order of the input."""
    found = mentions(story, group, of, own=own)
    return tuple(sorted(found, key=lambda m: (index(m.article), m.span)))


def _links(scores: Scores, group: Group, floor: float) -> tuple[Link, ...]:
    """The links between the sentences of a group, in the order of the input."""
    document = scores.story.document
    found = [
        link(scores, a, b)
        for k, a in enumerate(group)
        for b in group[k + 1 :]
        if document(a) != document(b) and scores.score.get((a, b), -1.0) >= floor
    ]
    return tuple(sorted(found, key=lambda x: (x.a.document, x.b.document, x.a.span, x.b.span)))
