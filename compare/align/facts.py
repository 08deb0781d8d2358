"""Groups of sentences to facts, and the sentences nobody else has to facts of their own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from compare.align.core import Core, core
from compare.align.groups import Group, groups
from compare.align.labels import labels
from compare.align.links import link
from compare.align.mentions import mentions
from compare.align.scores import Scores
from compare.align.story import Story
from compare.model.facts import Fact, Link, Mention
from compare.model.letters import index
from compare.text.fold import folded

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Grouped:
    """A fact and the numbers of the sentences that state it."""

    fact: Fact
    group: Group


def facts(scores: Scores, floor: float, *, link_floor: float = 0.0) -> tuple[Grouped, ...]:
    """All facts of a story, those that most articles state first, then by place in the story.

    Every story sentence is in at least one fact. Ids come from the words of the fact's earliest
    sentence, so that a re-run keeps them; ordinals count the facts of this comparison. Links that
    score below `link_floor` are left out; what is one fact does not depend on them.
    """
    story = scores.story
    shared = groups(scores, floor)
    held = {number for group in shared for number in group}
    alone = [(number,) for number in range(len(story.sentences)) if number not in held]
    ordered = sorted([*shared, *alone], key=lambda group: _rank(story, group))
    ids = _ids(story, ordered)
    cores = {group: core(story, group) for group in ordered}
    named = labels(story, cores)
    return tuple(
        Grouped(
            Fact(
                id=ids[group],
                ordinal=f"f{n}",
                label=named[group],
                mentions=_mentions(story, group, of),
                links=_links(scores, group, link_floor),
            ),
            group,
        )
        for n, (group, of) in enumerate(cores.items(), 1)
    )


def _rank(story: Story, group: Group) -> tuple[int, float, str]:
    """Most articles first, then by mean first place, then by the words."""
    firsts: dict[int, float] = {}
    for number in group:
        view = story.sentences[number].view
        firsts.setdefault(view.document, view.place)
    return (-len(firsts), sum(firsts.values()) / len(firsts), _words(story, group))


def _words(story: Story, group: Iterable[int]) -> str:
    return "\n".join(sorted(_sentence(story, number) for number in group))


def _sentence(story: Story, number: int) -> str:
    view = story.sentences[number].view
    article = story.articles[view.document]
    return folded(article.words_of(article.sentences[view.index].span))


def _ids(story: Story, ordered: list[Group]) -> dict[Group, str]:
    """An id for each group, from its earliest sentence; further sentences settle a tie."""
    found: dict[Group, str] = {}
    taken: set[str] = set()
    for group in ordered:
        lines = [_sentence(story, number) for number in sorted(group, key=lambda n: _age(story, n))]
        for count in range(1, len(lines) + 1):
            name = _digest("\n".join(lines[:count]))
            if name not in taken:
                break
        else:
            name = _free(lines, taken)
        taken.add(name)
        found[group] = name
    return found


def _age(story: Story, number: int) -> tuple[datetime, float, str]:
    """Earliest published first, then highest in its story."""
    view = story.sentences[number].view
    published = story.articles[view.document].document.published
    moment = _NEVER if published is None else _aware(published)
    return (moment, view.place, _sentence(story, number))


def _aware(moment: datetime) -> datetime:
    """A time without a zone is taken as UTC, for the order only."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _digest(words: str) -> str:
    return "f-" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _free(lines: list[str], taken: set[str]) -> str:
    """The first free id for a fact whose sentences another fact has word for word."""
    count = 2
    while (name := _digest("\n".join([*lines, str(count)]))) in taken:
        count += 1
    return name


def _mentions(story: Story, group: Group, of: Core) -> tuple[Mention, ...]:
    """The mentions of a group, in the order of the input."""
    return tuple(sorted(mentions(story, group, of), key=lambda m: (index(m.article), m.span)))


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
