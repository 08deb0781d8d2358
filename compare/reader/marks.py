"""What a person marked in a story: the facts that several articles state, and their figures.

The form is that of the marked stories of the project: a JSON object with `facts`, each with
`members`, for each outlet the words that state the fact, and `strict` (False for one that need not
be found); and `figures`, each with `readings` (`outlet` and `key`, the words with the figure) and
the `relation` of these.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import BadMarks
from compare.model.articles import Document
from compare.model.findings import FigureRelation

_RELATIONS = {
    "agree": FigureRelation.AGREE,
    "compatible": FigureRelation.COMPATIBLE,
    "later_count": FigureRelation.LATER,
    "different_scope": FigureRelation.SCOPE,
    "conflict": FigureRelation.CLASH,
}
_ADVICE = "docs/reader.md shows the form"
LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """Marked words: the index of their article, and where in its text they are."""

    document: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class StoryMarks:
    """The marks of a story: for each fact its places; for each question of figures its places too.

    `loose` are facts that need not be found; where found they are no mistake.
    """

    facts: tuple[tuple[MarkedPlace, ...], ...]
    loose: tuple[tuple[MarkedPlace, ...], ...]
    figures: tuple[tuple[FigureRelation, tuple[MarkedPlace, ...]], ...]


def read_marks(path: Path, documents: Sequence[Document]) -> StoryMarks:
    """Return the marks in a file; BadMarks names the key that is wrong and why.

    All words must stand in the article of their outlet just once.
    """
    try:
        with path.open("rb") as stream:
            tree = json.loads(stream.read(LARGEST))
    except OSError as wrong:
        raise BadMarks(f"{path} cannot be read: {wrong.strerror or wrong}. Correct it.") from wrong
    except (ValueError, RecursionError) as wrong:
        raise BadMarks(f"{path} is no JSON. {_ADVICE}.") from wrong
    return _Reader(path, documents).marks(tree)


class _Reader:
    """The marks of one file, held against the articles."""

    def __init__(self, path: Path, documents: Sequence[Document]) -> None:
        self._path = path
        self._documents = documents
        self._index = {document.outlet: k for k, document in enumerate(documents)}

    def marks(self, tree: object) -> StoryMarks:
        """All marks of the file."""
        facts: list[tuple[MarkedPlace, ...]] = []
        loose: list[tuple[MarkedPlace, ...]] = []
        for number, fact in enumerate(self._several(tree, "facts"), 1):
            where = f"fact {number}"
            members = fact.get("members")
            if not isinstance(members, dict):
                raise self._wrong(where, "it has no members")
            places = tuple(
                self._place(where, outlet, key)
                for outlet, keys in members.items()
                for key in (keys if isinstance(keys, list) else [keys])
            )
            (facts if fact.get("strict", True) else loose).append(places)
        figures = []
        for number, figure in enumerate(self._several(tree, "figures"), 1):
            where = f"figure {number}"
            relation = _RELATIONS.get(str(figure.get("relation")))
            if relation is None:
                raise self._wrong(where, f"its relation is none of {', '.join(_RELATIONS)}")
            readings = tuple(
                self._place(where, reading.get("outlet"), reading.get("key"))
                for reading in self._several(figure, "readings")
            )
            figures.append((relation, readings))
        return StoryMarks(tuple(facts), tuple(loose), tuple(figures))

    def _several(self, tree: object, name: str) -> Iterator[dict[str, Any]]:
        found = tree.get(name, []) if isinstance(tree, dict) else None
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self._wrong(name, "it is no list of objects")
        yield from found

    def _place(self, where: str, outlet: object, key: object) -> MarkedPlace:
        if not isinstance(outlet, str) or outlet not in self._index:
            raise self._wrong(where, f"there is no article of {outlet}")
        at = self._index[outlet]
        count = self._documents[at].text.count(key) if isinstance(key, str) and key else 0
        if not isinstance(key, str) or count != 1:
            raise self._wrong(where, f"{outlet} has {key!r} {count} times, not once")
        start = self._documents[at].text.index(key)
        return MarkedPlace(at, start, start + len(key))

    def _wrong(self, where: str, reason: str) -> BadMarks:
        return BadMarks(f"{self._path}, {where}: {reason}. {_ADVICE}.")
