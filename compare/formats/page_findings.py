"""What the templates are given for headlines, facts, figures, gaps and voices."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.page_basics import FactRef, NearMiss, Outlet, Passage, Ref
from compare.formats.page_words import Reserve


class HeadlineLine(Struct, frozen=True, kw_only=True, gc=False):
    """One headline: what it contains and the facts it rests on.

    `leads` is the kind of what it leads with (who, what, number, place, quotation, question), in
    the words `opens`; `also` are the other kinds in it. `nearest` is for one that rests on no fact;
    `why` tells what the text has instead of something the headline says, with `refs` to the
    sentences. `own` are words that no other headline has, `reserved` what its text holds at arm's
    length and it does not.
    """

    outlet: Outlet
    text: Passage
    length: int
    leads: str
    also: tuple[str, ...]
    facts: tuple[FactRef, ...]
    unmatched: bool
    nearest: NearMiss | None
    why: str
    refs: tuple[Ref, ...]
    opens: str
    own: tuple[str, ...]
    reserved: tuple[Reserve, ...]


class SharedWord(Struct, frozen=True, kw_only=True, gc=False):
    """A word of `number` headlines, as each prints it, in column order; empty where it is not."""

    number: int
    cells: tuple[str, ...]


class Headlines(Struct, frozen=True, kw_only=True, gc=False):
    """The headlines and the words that two or more of them have, the most widely used first."""

    lines: tuple[HeadlineLine, ...]
    shared: tuple[SharedWord, ...]


class SharedFact(Struct, frozen=True, kw_only=True, gc=False):
    """A fact of the common ground, with the sentence of each outlet that states it."""

    fact: FactRef
    count: str
    independent: str
    refs: tuple[Ref, ...]


class Shared(Struct, frozen=True, kw_only=True, gc=False):
    """The facts all outlets state, or, when there are none, those that most of them do."""

    by_all: bool
    facts: tuple[SharedFact, ...]


class GridCell(Struct, frozen=True, kw_only=True, gc=False):
    """One cell: `sign` names glyph and class, `opens` is a note, `href` leads to a headline."""

    id: str
    sign: str
    spoken: str
    figure: str
    opens: str
    href: str


class GridRow(Struct, frozen=True, kw_only=True, gc=False):
    """One fact over all outlets.

    `voices` is like "2 independent", empty when no copy is shared; `story` and `differs` are the
    places of the row in the other two orders.
    """

    fact: FactRef
    ordinal: str
    cells: tuple[GridCell, ...]
    count: str
    voices: str
    said: int
    story: int
    differs: int
    single: bool


class CopyBracket(Struct, frozen=True, kw_only=True, gc=False):
    """Outlets that share copy: one flag for each column, and how much, like "82 %"."""

    letters: str
    inside: tuple[bool, ...]
    share: str


class ColumnFoot(Struct, frozen=True, kw_only=True, gc=False):
    """Under a column: facts carried, and words in the article."""

    carried: int
    words: int


class Matrix(Struct, frozen=True, kw_only=True, gc=False):
    """Who says what: `left_out` counts facts of one outlet that are only listed under the gaps.

    `bare` is a sentence on those that are not shown at all, empty when there are none.
    """

    rows: tuple[GridRow, ...]
    brackets: tuple[CopyBracket, ...]
    feet: tuple[ColumnFoot, ...]
    singles: int
    show_singles: bool
    left_out: int
    bare: str


class Answer(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet's answer to a question about a figure.

    `qualified` is the hedge where `printed` does not show it, `at` and `to` are percentages of the
    axis, `shape` is point, from, upto, range or none, and `before` tells that the figure stands
    better to the left of its mark.
    """

    ref: Ref
    printed: str
    qualified: str
    counts: str
    source: str
    moment: str
    shape: str
    at: str
    to: str
    before: bool
    clash: bool


class Question(Struct, frozen=True, kw_only=True, gc=False):
    """A question that outlets answer with figures.

    `badge` is the `relation` in a few words, `why` what more there is to say of it, `first` who
    wrote first.
    """

    id: str
    text: str
    relation: str
    badge: str
    why: str
    first: str
    answers: tuple[Answer, ...]
    facts: tuple[FactRef, ...]


class Side(Struct, frozen=True, kw_only=True, gc=False):
    """What one or more outlets say in a difference."""

    letters: str
    words: str
    refs: tuple[Ref, ...]


class Difference(Struct, frozen=True, kw_only=True, gc=False):
    """A difference in substance with the words of each side."""

    id: str
    kind: str
    question: str
    why: str
    sides: tuple[Side, ...]
    fact: FactRef | None


class Agreed(Struct, frozen=True, kw_only=True, gc=False):
    """A question that all who answer it answer alike, if in other words."""

    id: str
    text: str
    sides: tuple[Side, ...]


class Figures(Struct, frozen=True, kw_only=True, gc=False):
    """Questions with differing answers, other differences, and questions all answer alike."""

    questions: tuple[Question, ...]
    differences: tuple[Difference, ...]
    agreed: tuple[Agreed, ...]


class Missed(Struct, frozen=True, kw_only=True, gc=False):
    """A fact others state that was not found in an article."""

    fact: FactRef
    said_by: str
    nearest: NearMiss | None
    hints: str


class OnlyHere(Struct, frozen=True, kw_only=True, gc=False):
    """A fact that one article alone states; `id` is its anchor unless the matrix holds it."""

    id: str
    fact: FactRef
    sentence: str
    place: str


class Gap(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet: what others state and it does not, and what it alone states.

    `bare` counts facts that it alone states and that are not shown; `hints` are innocent reasons
    that hold for all that was missed.
    """

    outlet: Outlet
    missed: tuple[Missed, ...]
    only_here: tuple[OnlyHere, ...]
    bare: int
    hints: str


class Stretch(Struct, frozen=True, kw_only=True, gc=False):
    """A part of a quotation's track: kept or not, and how much of the whole in per cent."""

    kept: bool
    width: str


class Version(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet's version of an utterance; `words` is empty when the track tells it all.

    `speaker` is the one it is given to, if not the speaker of the utterance.
    """

    ref: Ref
    speaker: str
    changes: str
    track: tuple[Stretch, ...]
    words: str
    lost: str


class Utterance(Struct, frozen=True, kw_only=True, gc=False):
    """Words that two or more outlets give, in full once, and what each made of them."""

    id: str
    speaker: str
    change: str
    changed: bool
    words: str
    versions: tuple[Version, ...]


class LedgerCell(Struct, frozen=True, kw_only=True, gc=False):
    """How one outlet quotes a speaker: `bar` is a share of the longest cell in per cent."""

    words: int
    quotes: tuple[Ref, ...]
    bar: str


class LedgerLine(Struct, frozen=True, kw_only=True, gc=False):
    """One speaker over all outlets."""

    speaker: str
    group: str
    cells: tuple[LedgerCell | None, ...]
    words: int


class Voices(Struct, frozen=True, kw_only=True, gc=False):
    """Quotations and who is quoted how much.

    `groups` are kinds of voices with their words and a bar; `speakers` tells whether any quotation
    has a speaker at all.
    """

    changed: tuple[Utterance, ...]
    unchanged: tuple[Utterance, ...]
    ledger: tuple[LedgerLine, ...]
    groups: tuple[tuple[str, int, str], ...]
    speakers: bool
