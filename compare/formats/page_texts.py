"""What the templates are given for places, sources, texts and evidence."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.page_basics import FactRef, NearMiss, Outlet, Passage, Ref
from compare.formats.page_findings import Side


class Tick(Struct, frozen=True, kw_only=True, gc=False):
    """Where an outlet first states a fact: `fact` counts from 1, `at` is per cent of its story."""

    fact: int
    at: str


class Strip(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet's length as a bar; `lead` is the width of its first paragraph in per cent."""

    outlet: Outlet
    lead: str
    ticks: tuple[Tick, ...]


class Placing(Struct, frozen=True, kw_only=True, gc=False):
    """Where each outlet states one fact, None where it does not."""

    number: int
    fact: FactRef
    refs: tuple[Ref | None, ...]


class Contrast(Struct, frozen=True, kw_only=True, gc=False):
    """A fact that some outlets lead with and others have only at the end, in their letters."""

    fact: FactRef
    high: str
    low: str


class Order(Struct, frozen=True, kw_only=True, gc=False):
    """Where facts are placed."""

    contrasts: tuple[Contrast, ...]
    strips: tuple[Strip, ...]
    placings: tuple[Placing, ...]


class SourceLine(Struct, frozen=True, kw_only=True, gc=False):
    """A source and the outlets that name it, with the sentences."""

    source: str
    kind: str
    refs: tuple[Ref, ...]


class GraphLine(Struct, frozen=True, kw_only=True, gc=False):
    """A line of the source graph, in its own units; `width` grows with the sentences."""

    y1: int
    y2: int
    width: str


class Graph(Struct, frozen=True, kw_only=True, gc=False):
    """Outlets left, sources right, lines between."""

    outlets: tuple[Outlet, ...]
    sources: tuple[str, ...]
    lines: tuple[GraphLine, ...]
    height: int


class SharedCopy(Struct, frozen=True, kw_only=True, gc=False):
    """Articles that share copy nearly word for word, with the passages."""

    letters: str
    share: str
    passages: tuple[Side, ...]


class Sources(Struct, frozen=True, kw_only=True, gc=False):
    """Where it comes from."""

    copies: tuple[SharedCopy, ...]
    lines: tuple[SourceLine, ...]
    graph: Graph | None


class TextSentence(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence of a full article.

    `others` are the letters of other outlets that carry a fact of it, `aside` says why it is not
    part of the story, `gap` is the white space before it.
    """

    id: str
    gap: str
    pieces: Passage
    note: str
    others: str
    only_here: bool
    aside: str


class LeftOut(Struct, frozen=True, kw_only=True, gc=False):
    """Sentences in a row that an excerpt does not show; `gap` is the white space before them."""

    ids: tuple[str, ...]
    gap: str
    aside: str


class TextParagraph(Struct, frozen=True, kw_only=True, gc=False):
    """A paragraph: `number` counts those of the story, 0 for one that is no part of it.

    `above` and `below` count the sentences before and after it that state a fact.
    """

    number: int
    above: int
    below: int
    sentences: tuple[TextSentence | LeftOut, ...]


class AccountLine(Struct, frozen=True, kw_only=True, gc=False):
    """Where the sentences of one article went."""

    letter: str
    name: str
    total: int
    shared: int
    only_here: int
    quotation: int
    aside: int


class FullText(Struct, frozen=True, kw_only=True, gc=False):
    """One article with everything in its place."""

    outlet: Outlet
    language: str
    headline: Passage
    standfirst: str
    byline: str
    about: tuple[tuple[str, str], ...]
    paragraphs: tuple[TextParagraph, ...]
    extras: tuple[tuple[str, str], ...]
    account: AccountLine


class NotFoundLine(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet in which a fact was not found, or stands perhaps."""

    letter: str
    outlet: str
    perhaps: bool
    nearest: NearMiss | None


class NotFound(Struct, frozen=True, kw_only=True, gc=False):
    """The pop-up of a dash: where a fact was not found, and what came nearest there."""

    id: str
    fact: FactRef
    lines: tuple[NotFoundLine, ...]


class Joined(Struct, frozen=True, kw_only=True, gc=False):
    """Why a sentence was put beside one of another outlet."""

    ref: Ref
    score: str
    speaks_for: str
    speaks_against: str


class Note(Struct, frozen=True, kw_only=True, gc=False):
    """The evidence pop-up of one sentence; `at_outlet` is a link that finds it on the live page."""

    ref: Ref
    where: str
    when: str
    before: str
    pieces: Passage
    after: str
    facts: tuple[tuple[FactRef, str], ...]
    joined: tuple[Joined, ...]
    more: int
    at_outlet: str | None
