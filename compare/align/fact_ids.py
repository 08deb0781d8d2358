"""The order of the facts of a story, and ids that come from their words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from compare.align.groups import Group
from compare.align.story import Story
from compare.text.fold import folded

_NEVER = datetime.max.replace(tzinfo=UTC)


def in_order(story: Story, shared: Iterable[Group]) -> list[Group]:
    """All groups of a story, those of most articles first, then by place in the story.

    Every sentence that is in none of the given groups comes as a group of its own.
    """
    shared = list(shared)
    held = {number for group in shared for number in group}
    alone = [(number,) for number in range(len(story.sentences)) if number not in held]
    return sorted([*shared, *alone], key=lambda group: _rank(story, group))


def fact_ids(story: Story, ordered: Sequence[Group]) -> dict[Group, str]:
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
