"""What a comparison is about, what made it, and the sources it could not use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compare.model.articles import Document
from compare.model.corrections import AppliedCorrection


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolInfo:
    """The program that made a comparison."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A source that could not be used, with the reason and what to do next."""

    source: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryInfo:
    """What the comparison is about; `warnings` are plain sentences for the reader."""

    title: str
    invented: bool = False
    licence: str | None = None
    notice: str | None = None
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    corrections: tuple[AppliedCorrection, ...] = ()


class StoryDocuments(list[Document]):
    """The documents of a story as a list, with what is known of the story in `story`."""

    def __init__(self, documents: Iterable[Document], story: StoryInfo) -> None:
        super().__init__(documents)
        self.story = story
