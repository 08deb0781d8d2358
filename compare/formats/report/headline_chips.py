"""What a headline leads with and what else it holds, in one word each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from compare.english.calendar import one_of
from compare.english.numerals import ONE_TO_NINETEEN
from compare.model.comparison import Comparison
from compare.model.words import EntityKind, HeadlineForm, HeadlineWords
from compare.text.fold import folded_text
from compare.text.words import STOP, words

# A year names the time of something: "the 2016 election" counts nothing.
_NUMBER = re.compile(
    r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d"
    rf"|\b(?:{one_of(ONE_TO_NINETEEN[1:])}|twenty|dozens?|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“”„«»\"]|(?<!\w)['‘].+['’](?!\w)")
_OPENS_QUOTED = re.compile(r"\s*[“„«»\"‘']")


class HeadlineChips:
    """Knows the people, groups and places of a comparison, to find them in its headlines."""

    def __init__(self, comparison: Comparison) -> None:
        self._people: set[str] = set()
        self._names: list[tuple[str, tuple[str, ...]]] = []
        for naming in comparison.naming:
            labels = [label.text for outlet in naming.outlets for label in outlet.labels]
            if naming.kind is EntityKind.PERSON:
                self._people.update(word for label in labels for word in _folded(label))
            elif naming.kind in (EntityKind.GROUP, EntityKind.PLACE):
                kind = "who" if naming.kind is EntityKind.GROUP else "place"
                self._names += ((kind, _folded(label)) for label in labels)

    def leads(self, headline: HeadlineWords) -> str:
        """One of quotation, number, who, place, question and what."""
        opening = headline.opens.of(headline.text)
        if _OPENS_QUOTED.match(headline.text):
            return "quotation"
        if _NUMBER.search(opening):
            return "number"
        named = list(self._named(opening))
        if named:
            return named[0]
        return "question" if headline.text.rstrip().endswith("?") else "what"

    def also(self, headline: HeadlineWords) -> tuple[str, ...]:
        """What stands elsewhere in it, of the same kinds, without what it leads with."""
        return tuple(
            kind for kind in dict.fromkeys(self._held(headline)) if kind != self.leads(headline)
        )

    def _held(self, headline: HeadlineWords) -> Iterator[str]:
        yield from self._named(headline.text)
        if HeadlineForm.NUMBER in headline.forms or _NUMBER.search(headline.text):
            yield "number"
        if HeadlineForm.QUOTE in headline.forms or _QUOTED.search(headline.text):
            yield "quotation"
        if "?" in headline.text:
            yield "question"

    def _named(self, text: str) -> Iterator[str]:
        said = _folded(text)
        if self._people & set(said):
            yield "who"
        for kind, name in self._names:
            if name and _holds(said, name):
                yield kind


def _folded(text: str) -> tuple[str, ...]:
    return tuple(w for span in words(text) if (w := folded_text(span.of(text))) not in STOP)


def _holds(said: tuple[str, ...], name: Iterable[str]) -> bool:
    sought = tuple(name)
    return any(said[at : at + len(sought)] == sought for at in range(len(said)))
