"""The order of the facts of a story, and ids that come from their words."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Sequence
from datetime import UTC, datetime

from compare.align.groups import Group
from compare.align.mentions import runs_of
from compare.align.statements import is_statement
from compare.align.story import Story
from compare.model.spans import Span
from compare.text.fold import folded_text

# What is left over of a sentence with fewer content words says nothing by itself.
_FEWEST_WORDS = 3
_NEVER = datetime.max.replace(tzinfo=UTC)


def in_order(story: Story, shared: Iterable[Group]) -> list[Group]:
    """Return all groups of a story, those of most articles first, then by place in the story.

    What is in none of the given groups comes as groups of its own: all statements of a sentence, or
    each run of them beside shared ones that says something by itself.
    """
    shared = list(shared)
    held = {number for group in shared for number in group}
    alone = [
        group
        for sentence in range(len(story.sentences))
        for group in _left_over(story, sentence, held)
    ]
    return sorted([*shared, *alone], key=lambda group: _rank(story, group))


def _left_over(story: Story, sentence: int, held: Container[int]) -> list[Group]:
    numbers = story.statements_of(sentence)
    left = tuple(number for number in numbers if number not in held)
    if len(left) == len(numbers):
        return [left]
    return [tuple(run) for run in runs_of(story, left) if _says_something(story, run)]


def _says_something(story: Story, run: Sequence[int]) -> bool:
    """True for a whole statement of a few content words: what is left may be a mere scrap."""
    article = story.articles[story.document(run[0])]
    span = Span(story.statements[run[0]].span.start, story.statements[run[-1]].span.end)
    words_held = frozenset().union(*(story.statements[n].view.content for n in run))
    return len(words_held) >= _FEWEST_WORDS and is_statement(article.words_of(span))


def fact_ids(story: Story, ordered: Sequence[Group]) -> dict[Group, str]:
    """Return an id for each group, from its earliest statement; further ones settle a tie."""
    found: dict[Group, str] = {}
    taken: set[str] = set()
    for group in ordered:
        lines = [_words_of(story, number) for number in sorted(group, key=lambda n: _age(story, n))]
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
        view = story.statements[number].view
        firsts.setdefault(view.document, view.place)
    return (-len(firsts), sum(firsts.values()) / len(firsts), _words(story, group))


def _words(story: Story, group: Iterable[int]) -> str:
    return "\n".join(sorted(_words_of(story, number) for number in group))


def _words_of(story: Story, number: int) -> str:
    return folded_text(story.words_of(number))


def _age(story: Story, number: int) -> tuple[datetime, float, str]:
    """Earliest published first, then highest in its story."""
    view = story.statements[number].view
    published = story.articles[view.document].document.published
    moment = _NEVER if published is None else _aware(published)
    return (moment, view.place, _words_of(story, number))


def _aware(moment: datetime) -> datetime:
    """A time without a zone is taken as UTC, for the order only."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _digest(words: str) -> str:
    return "f-" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _free(lines: list[str], taken: set[str]) -> str:
    """The first free id for a fact whose statements another fact has word for word."""
    count = 2
    while (name := _digest("\n".join([*lines, str(count)]))) in taken:
        count += 1
    return name
