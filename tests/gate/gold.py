"""Our own marked stories in the form that the scorer reads, and the check of their keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.model.articles import Article, Document
from compare.sources.load import load_story


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """Words of one article that a mark stands on."""

    where: str
    outlet: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStory:
    """A story, its marks as they stand in the file, and its documents as the program reads them."""

    marks: dict[str, Any]
    documents: tuple[Document, ...]

    @property
    def name(self) -> str:
        """The name of the story's folder."""
        return str(self.marks["id"])

    def row(self) -> dict[str, Any]:
        """One line of fact_stories.jsonl."""
        articles = [
            {"outlet": d.outlet, "headline": d.headline, "text": d.text} for d in self.documents
        ]
        return {**self.marks, "articles": articles}

    def all_keys(self) -> Iterator[Key]:
        """Every key of facts, figures and quotes."""
        for fact in self.marks["facts"]:
            for outlet, several in fact["members"].items():
                for words in several:
                    yield Key(where=fact["id"], outlet=outlet, words=words)
        for figure in self.marks["figures"]:
            for reading in figure["readings"]:
                yield Key(where=figure["what"], outlet=reading["outlet"], words=reading["key"])
        for quote in self.marks["quotes"]:
            for version in quote["versions"]:
                yield Key(where=quote["id"], outlet=version["outlet"], words=version["key"])


def read_gold(path: Path, *, corpora: Path) -> GoldStory:
    """The marks in a file with the story of the same name."""
    marks = json.loads(path.read_text(encoding="utf-8"))
    return GoldStory(marks=marks, documents=tuple(load_story(corpora / path.stem)))


def problems(story: GoldStory, annotate: Callable[[Document], Article]) -> list[str]:
    """One sentence for each key that is not found once, inside one sentence of its article."""
    articles = {document.outlet: annotate(document) for document in story.documents}
    found = []
    for key in story.all_keys():
        at = f"{story.name} {key.where}: {key.outlet}: {key.words!r}"
        if key.outlet not in articles:
            found.append(f"{at}: the story has no such outlet")
            continue
        article = articles[key.outlet]
        count = article.document.text.count(key.words)
        if count != 1:
            found.append(f"{at}: found {count} times, not once")
        elif not _in_one_sentence(article, key.words):
            found.append(f"{at}: not inside one sentence")
    return found


def _in_one_sentence(article: Article, words: str) -> bool:
    start = article.document.text.index(words)
    return any(
        s.span.start <= start and start + len(words) <= s.span.end for s in article.sentences
    )
