"""What is numbered for the reader: the finest statements of a story, in stretches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from compare.align.story import Story, recut
from compare.annotation.statements import finest_statements

# Sentences that a stretch has in common with the one before it, so that what a pronoun stands for
# is read with it.
_OVERLAP = 2


@dataclass(frozen=True, slots=True)
class StatementStretch:
    """Some sentences of an article in a row: the numbers of their statements in the story."""

    document: int
    numbers: tuple[int, ...]


def finest_story(story: Story) -> Story:
    """Return the story with each statement cut wherever it can be.

    A clause can hold two facts, such as what happened and when; the reader is to tell them apart.
    """
    pieces = {
        number: finest_statements(story.articles[one.view.document], one.span)
        for number, one in enumerate(story.statements)
    }
    return recut(story, pieces)


def stretches_of(story: Story, longest: int) -> tuple[tuple[StatementStretch, ...], ...]:
    """Return the stretches of each article, in text order, each of about `longest` characters.

    A longer article has several; two neighbours share two sentences. Nothing is left out.
    """
    numbered: list[list[tuple[int, ...]]] = [[] for _ in story.articles]
    for sentence, view in enumerate(story.sentences):
        numbered[view.document].append(tuple(story.statements_of(sentence)))
    return tuple(
        tuple(
            StatementStretch(document, tuple(n for sentence in part for n in sentence))
            for part in _parts(story, sentences, longest)
        )
        for document, sentences in enumerate(numbered)
    )


def sentences_of(story: Story, stretch: StatementStretch) -> Iterator[tuple[int, ...]]:
    """Yield the numbers of the statements of each sentence of a stretch."""
    for _, run in groupby(stretch.numbers, key=lambda n: story.statements[n].sentence):
        yield tuple(run)


def _parts(
    story: Story, sentences: Sequence[tuple[int, ...]], longest: int
) -> Iterator[Sequence[tuple[int, ...]]]:
    """The sentences of an article in parts; a longer sentence is a part of its own."""
    lengths = [sum(len(story.words_of(n)) for n in sentence) for sentence in sentences]
    start = 0
    while start < len(sentences):
        end, size = start, 0
        while end < len(sentences) and (end == start or size + lengths[end] <= longest):
            size += lengths[end]
            end += 1
        yield sentences[start:end]
        start = end if end == len(sentences) else max(start + 1, end - _OVERLAP)
