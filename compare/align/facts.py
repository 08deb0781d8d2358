"""Groups of statements to facts, and the statements nobody else has to facts of their own."""

from __future__ import annotations

from dataclasses import dataclass

from compare.align.fact_core import distinctive_cores, fact_core
from compare.align.fact_ids import fact_ids, in_order
from compare.align.fact_labels import fact_labels, shown_label
from compare.align.groups import Group, Grouping
from compare.align.links import links_of_group
from compare.align.mentions import mentions
from compare.align.verified_marks import mark_verdicts
from compare.model.facts import Detail, Fact, Mention
from compare.model.letters import index


@dataclass(frozen=True, slots=True)
class GroupedFact:
    """A fact, the numbers of the statements that make it, and those of its details."""

    fact: Fact
    group: Group
    details: tuple[Group, ...] = ()


def facts(grouping: Grouping, *, link_floor: float = 0.0) -> tuple[GroupedFact, ...]:
    """Return all facts of a story, those that most articles state first, then by place.

    Every story sentence is in at least one fact or detail. Ids come from the words of the fact's
    earliest statement, so that a re-run keeps them; ordinals count the facts of this comparison.
    Links that score below `link_floor` are left out; what is one fact does not depend on them.
    """
    scores, story = grouping.scores, grouping.scores.story
    under = {group for each in grouping.details.values() for group in each}
    ordered = [
        group for group in in_order(story, [*grouping.groups, *sorted(under)]) if group not in under
    ]
    ids = fact_ids(story, ordered)
    cores = {group: fact_core(story, group) for group in [*ordered, *sorted(under)]}
    own, named = distinctive_cores(cores), fact_labels(story, cores)

    def mentions_of(group: Group) -> tuple[Mention, ...]:
        """The mentions of a group, in the order of the input."""
        is_alone = len({story.document(number) for number in group}) == 1
        verdicts = (
            {}
            if is_alone
            else mark_verdicts(scores, group, cores[group], named[group], grouping.read)
        )
        found = mentions(story, group, own[group], verdicts)
        return tuple(sorted(found, key=lambda m: (index(m.article), m.span)))

    return tuple(
        GroupedFact(
            Fact(
                id=ids[group],
                ordinal=f"f{n}",
                label=shown_label(story, group, named[group]),
                mentions=mentions_of(group),
                links=links_of_group(scores, group, link_floor, grouping.read.fuller),
                details=tuple(
                    Detail(label=shown_label(story, each, named[each]), mentions=mentions_of(each))
                    for each in grouping.details.get(group, ())
                ),
            ),
            group,
            tuple(grouping.details.get(group, ())),
        )
        for n, group in enumerate(ordered, 1)
    )
