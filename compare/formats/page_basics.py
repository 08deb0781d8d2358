"""The small values that every section of the report is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words under one set of marks; `marks` are CSS classes, `anchors` ids that begin here."""

    text: str
    marks: str = ""
    anchors: tuple[str, ...] = ()


Passage = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A sentence that can be opened: `note` is the id of its evidence, `place` like "¶2"."""

    letter: str
    outlet: str
    sentence: str
    note: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRef:
    """A fact to link to: `href` leads to its wordings side by side, or to its only sentence.

    `brief` is the label for places that only point to the fact.
    """

    id: str
    label: str
    brief: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One outlet: `number` counts from 1 in column order, `since` like "1 h 25 min after C"."""

    number: int
    letter: str
    name: str
    moment: str
    since: str
    words: int
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """The closest sentence of an article that does not state a fact; `score` like "0.21"."""

    ref: Ref
    words: str
    score: str
