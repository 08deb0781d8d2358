"""What the templates are given for the words that outlets have for what they share."""

from __future__ import annotations

from msgspec import Struct

from compare.formats.page_basics import FactRef, Ref


class Spot(Struct, frozen=True, kw_only=True, gc=False):
    """Some words with a little of their sentence before and after them, and all who print it so.

    Without `words` and anything around them `refs` are further places that are not spelt out.
    """

    before: str
    words: str
    after: str
    refs: tuple[Ref, ...]


class Reserve(Struct, frozen=True, kw_only=True, gc=False):
    """A statement held at arm's length: `mark` are the words that do so."""

    mark: str
    statement: str
    ref: Ref


class RungLine(Struct, frozen=True, kw_only=True, gc=False):
    """One wording: its words in columns, each with a flag for words that another has there too.

    A wording too different to be lined up has no cells but its `words` as a whole. `chips` name
    the grammar of an act told in it, and what holds it at arm's length.
    """

    letters: str
    ref: Ref
    cells: tuple[tuple[str, bool], ...]
    words: str
    chips: tuple[str, ...]


class Ladder(Struct, frozen=True, kw_only=True, gc=False):
    """The wordings of one fact in `width` columns; `chips` tells whether any has some.

    `flows` is true where there are too many columns to stand beside each other.
    """

    fact: FactRef
    width: int
    flows: bool
    rungs: tuple[RungLine, ...]
    chips: bool


class VariantLine(Struct, frozen=True, kw_only=True, gc=False):
    """One of the words that stand for each other; no `words` for those who do without."""

    letters: str
    words: str
    loaded: bool
    spots: tuple[Spot, ...]


class ContrastLine(Struct, frozen=True, kw_only=True, gc=False):
    """Different words for the same; `lexicon` is the name of the list that knows one of them."""

    id: str
    kind: str
    fact: FactRef
    variants: tuple[VariantLine, ...]
    lexicon: str


class LabelLine(Struct, frozen=True, kw_only=True, gc=False):
    """A label of one outlet, how often it stands there, and where first."""

    text: str
    count: int
    ref: Ref


class NamingCell(Struct, frozen=True, kw_only=True, gc=False):
    """The labels of one outlet; `introduced` are the first words where they say more."""

    labels: tuple[LabelLine, ...]
    introduced: str


class NamingLine(Struct, frozen=True, kw_only=True, gc=False):
    """Whom or what the outlets name differently, with a cell for each outlet, None for none."""

    name: str
    kind: str
    lexicon: str
    cells: tuple[NamingCell | None, ...]


class TellingLine(Struct, frozen=True, kw_only=True, gc=False):
    """How one outlet tells an act; no `actor` when none is named.

    `agentless` is true where the name of the `voice` says that already.
    """

    voice: str
    agentless: bool
    actor: str
    clause: str
    ref: Ref


class ActLine(Struct, frozen=True, kw_only=True, gc=False):
    """An act that outlets tell in different grammar; `act` is its verb."""

    fact: FactRef
    act: str
    tellings: tuple[TellingLine, ...]


class CertaintyLine(Struct, frozen=True, kw_only=True, gc=False):
    """A fact that some outlets hold at arm's length and others state plainly."""

    fact: FactRef
    kind: str
    reserved: tuple[Reserve, ...]
    plain: tuple[tuple[str, Ref], ...]


class Wordings(Struct, frozen=True, kw_only=True, gc=False):
    """Same fact, other words; `lists` are the lists that knew a word, each with its source."""

    contrasts: tuple[ContrastLine, ...]
    ladders: tuple[Ladder, ...]
    acts: tuple[ActLine, ...]
    naming: tuple[NamingLine, ...]
    certainty: tuple[CertaintyLine, ...]
    lists: tuple[tuple[str, str], ...]


class Counts(Struct, frozen=True, kw_only=True, gc=False):
    """Plain counts: `measures` are names and definitions, `rows` the values of each outlet."""

    measures: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]
