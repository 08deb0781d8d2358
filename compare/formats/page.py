"""What the report's templates are given: plain, typed values, with no markup in them."""

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
    """A fact to link to: `href` leads to its wordings side by side, or to its only sentence."""

    id: str
    label: str
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
class Count:
    """A number of the first screen, with the words that follow it and where it leads."""

    value: int
    label: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One thing worth a look, and where to look."""

    head: str
    more: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedLine:
    """A source that was not used, why, and what to do."""

    source: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Top:
    """The first screen."""

    title: str
    kicker: str
    notice: str
    counts: tuple[Count, ...]
    looks: tuple[Look, ...]
    warnings: tuple[str, ...]
    skipped: tuple[SkippedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineLine:
    """One headline: what it contains, the facts it rests on, the nearest sentence if on none."""

    outlet: Outlet
    text: Passage
    length: int
    chips: tuple[str, ...]
    facts: tuple[FactRef, ...]
    unmatched: bool
    nearest: NearMiss | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """The closest sentence of an article that does not state a fact; `score` like "0.21"."""

    ref: Ref
    words: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFact:
    """A fact of the common ground, with the sentence of each outlet that states it."""

    fact: FactRef
    count: str
    independent: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The facts all outlets state, or, when there are none, those that most of them do."""

    by_all: bool
    facts: tuple[SharedFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One cell: `sign` names glyph and class, `opens` is a note, `href` leads to a headline."""

    id: str
    sign: str
    spoken: str
    figure: str
    opens: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One fact over all outlets; `story` and `differs` are its places in the other two orders."""

    fact: FactRef
    ordinal: str
    cells: tuple[GridCell, ...]
    count: str
    independent: str
    said: int
    story: int
    differs: int
    single: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyBracket:
    """Outlets that share copy: one flag for each column, and how much, like "82 %"."""

    letters: str
    inside: tuple[bool, ...]
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFoot:
    """Under a column: facts carried, and words in the article."""

    carried: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Who says what: `left_out` counts facts of one outlet that are only listed under the gaps."""

    rows: tuple[GridRow, ...]
    brackets: tuple[CopyBracket, ...]
    feet: tuple[ColumnFoot, ...]
    singles: int
    show_singles: bool
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One outlet's answer to a question about a figure.

    `at` and `to` are percentages of the axis, `shape` is point, from, upto or range.
    """

    ref: Ref
    value: str
    printed: str
    hedge: str
    counts: str
    source: str
    moment: str
    shape: str
    at: str
    to: str
    clash: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that outlets answer with figures; `first` tells who wrote first."""

    id: str
    text: str
    relation: str
    spoken: str
    why: str
    first: str
    answers: tuple[Answer, ...]
    facts: tuple[FactRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one or more outlets say in a difference."""

    letters: str
    words: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A difference in substance with the words of each side."""

    id: str
    kind: str
    question: str
    why: str
    sides: tuple[Side, ...]
    fact: FactRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Questions with differing answers, other differences, and questions all answer alike."""

    questions: tuple[Question, ...]
    differences: tuple[Difference, ...]
    agreed: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A fact others state that was not found in an article."""

    fact: FactRef
    said_by: str
    nearest: NearMiss | None
    hints: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyHere:
    """A fact that one article alone states; `id` is its anchor unless the matrix holds it."""

    id: str
    fact: FactRef
    ref: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One outlet: what others state and it does not, and what it alone states."""

    outlet: Outlet
    missed: tuple[Missed, ...]
    only_here: tuple[OnlyHere, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFound:
    """The pop-up of a dash: where a fact was not found, and what came nearest there."""

    id: str
    fact: FactRef
    lines: tuple[NotFoundLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundLine:
    """One outlet in which a fact was not found."""

    letter: str
    outlet: str
    nearest: NearMiss | None
    hints: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RungLine:
    """One wording, its words in columns; a column that all share has `same`."""

    letters: str
    ref: Ref
    cells: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The wordings of one fact."""

    fact: FactRef
    rungs: tuple[RungLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a quotation's track: kept or not, and how much of the whole in per cent."""

    kept: bool
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One outlet's version of an utterance; `words` is empty when the track tells it all."""

    ref: Ref
    speaker: str
    changes: str
    track: tuple[Stretch, ...]
    words: str
    lost: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """Words that two or more outlets give, in full once, and what each made of them."""

    id: str
    speaker: str
    change: str
    changed: bool
    words: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCell:
    """How one outlet quotes a speaker: `bar` is a share of the longest cell in per cent."""

    words: int
    quotes: tuple[Ref, ...]
    bar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One speaker over all outlets."""

    speaker: str
    group: str
    cells: tuple[LedgerCell | None, ...]
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Quotations and who is quoted how much; `groups` are kinds of voices with their words."""

    changed: tuple[Utterance, ...]
    unchanged: tuple[Utterance, ...]
    ledger: tuple[LedgerLine, ...]
    groups: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Where an outlet first states a fact: `fact` counts from 1, `at` is per cent of its story."""

    fact: int
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One outlet's length as a bar; `lead` is the width of its first paragraph in per cent."""

    outlet: Outlet
    lead: str
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where each outlet states one fact, None where it does not."""

    number: int
    fact: FactRef
    refs: tuple[Ref | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Where facts are placed."""

    strips: tuple[Strip, ...]
    placings: tuple[Placing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source and the outlets that name it, with the sentences."""

    source: str
    kind: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphLine:
    """A line of the source graph, in its own units; `width` grows with the sentences."""

    y1: int
    y2: int
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Outlets left, sources right, lines between."""

    outlets: tuple[Outlet, ...]
    sources: tuple[str, ...]
    lines: tuple[GraphLine, ...]
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedCopy:
    """Articles that share copy nearly word for word, with the passages."""

    letters: str
    share: str
    passages: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where it comes from."""

    copies: tuple[SharedCopy, ...]
    lines: tuple[SourceLine, ...]
    graph: Graph | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadCell:
    """The words of one outlet on a fact; several when several of its sentences state it."""

    said: tuple[tuple[Passage, Ref], ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadRow:
    """One fact, side by side."""

    id: str
    fact: FactRef
    count: str
    cells: tuple[SpreadCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The sentences side by side; `shown` are the columns shown at first, counted from 1."""

    rows: tuple[SpreadRow, ...]
    shown: tuple[int, ...]
    with_singles: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSentence:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FullText:
    """One article with everything in its place."""

    outlet: Outlet
    language: str
    headline: Passage
    standfirst: str
    byline: str
    about: tuple[tuple[str, str], ...]
    paragraphs: tuple[tuple[TextSentence, ...], ...]
    extras: tuple[tuple[str, str], ...]
    account: AccountLine


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """Where the sentences of one article went."""

    letter: str
    name: str
    total: int
    shared: int
    only_here: int
    quotation: int
    aside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Why a sentence was put beside one of another outlet."""

    ref: Ref
    score: str
    speaks_for: str
    speaks_against: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """What was used to make the page."""

    tool: str
    options: tuple[tuple[str, str, str], ...]
    accounts: tuple[AccountLine, ...]
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The whole page, one value for each section."""

    outlets: tuple[Outlet, ...]
    top: Top
    headlines: tuple[HeadlineLine, ...]
    shared: Shared
    matrix: Matrix
    figures: Figures
    gaps: tuple[Gap, ...]
    wording: tuple[Ladder, ...]
    voices: Voices
    order: Order
    sources: Sources
    spread: Spread
    articles: tuple[FullText, ...]
    not_found: tuple[NotFound, ...]
    notes: tuple[Note, ...]
    method: Method
