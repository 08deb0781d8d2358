"""Small invented stories, their finest statements, and a reader that answers as it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.align.article_order import in_canonical_order, letter_documents
from compare.align.story import Story, story_of
from compare.annotation.article import annotate
from compare.model.articles import Document
from compare.reader.numbering import finest_story
from compare.reader.requests import Request, RequestKind, requests_of
from compare.sources.fetch.clock import Clock

PIER = (
    "The pier at Weir Sands shut on Monday after two boys fell. Harbour master Ida Stone ordered "
    "it. “The planks are rotten,” she said. The town will pay 40,000 crowns for repairs."
)
SHORE = (
    "Two children were hurt when boards gave way at Weir Sands. The harbour master closed the "
    "landing stage on Monday. Repairs are to cost the council 40,000 crowns."
)
BEACH = (
    "Visitors to Weir Sands found the landing stage barred on Tuesday. Two boys had fallen through "
    "it the day before. A fund for new planks has raised 3,000 crowns."
)


class Timeless(Clock):
    """A clock that waits for nothing; `waited` has the seconds that were asked for."""

    def __init__(self) -> None:
        self.waited: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)


def documents(*texts: str) -> list[Document]:
    return [Document(text=text, outlet=f"Outlet {n}") for n, text in enumerate(texts, 1)]


def finest(*texts: str) -> Story:
    articles = [annotate(each) for each in letter_documents(documents(*texts))]
    return finest_story(story_of(in_canonical_order(articles)))


def pairs_of(story: Story, longest: int = 6000) -> list[Request]:
    return [one for one in requests_of(story, longest) if one.kind is RequestKind.PAIR]


def changed(document: Document, text: str) -> Document:
    return replace(document, text=text, sha256="")


def words_of(request: Request, numbers: Sequence[int], story: Story) -> list[str]:
    return [story.words_of(request.numbers[number - 1]) for number in numbers]
