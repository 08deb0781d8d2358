"""The small values that every section of the report is made of.

Those of the page are structs: to define so many dataclasses takes longer than to fill a page.
"""

from __future__ import annotations

from msgspec import Struct


class Piece(Struct, frozen=True, kw_only=True, gc=False):
    """Some words under one set of marks; `marks` are CSS classes, `anchors` ids that begin here."""

    text: str
    marks: str = ""
    anchors: tuple[str, ...] = ()


Passage = tuple[Piece, ...]


class Ref(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence that can be opened: `note` is the id of its evidence, `place` like "¶2"."""

    letter: str
    outlet: str
    sentence: str
    note: str
    place: str


class FactRef(Struct, frozen=True, kw_only=True, gc=False):
    """A fact to link to: `href` leads to its wordings side by side, or to its only sentence.

    `brief` is the label for places that only point to the fact.
    """

    id: str
    label: str
    brief: str
    href: str


class OutletColumn(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet: `number` counts from 1 in column order, `since` like "1 h 25 min after C"."""

    number: int
    letter: str
    name: str
    moment: str
    since: str
    words: int
    url: str | None


class NearMiss(Struct, frozen=True, kw_only=True, gc=False):
    """The closest sentence of an article that does not state a fact; `score` like "0.21"."""

    ref: Ref
    words: str
    score: str


class DifferenceSide(Struct, frozen=True, kw_only=True, gc=False):
    """What one or more outlets say in a difference."""

    letters: str
    words: str
    refs: tuple[Ref, ...]
