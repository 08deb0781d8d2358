"""Everything on words in one section: contrasts, ladders, acts, names and certainty."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from compare.formats.grid import letters
from compare.formats.outlet_names import outlet_name
from compare.formats.report.basics import FactRef, Ref
from compare.formats.report.contrast_ids import contrast_ids
from compare.formats.report.references import References
from compare.formats.report.wording_ladders import Ladder, ladders
from compare.formats.screen import shorten, unquoted_text
from compare.formats.withheld_words import NOT_SHOWN
from compare.formats.word_lines import firsts, measure_text, surroundings
from compare.model.comparison import Comparison
from compare.model.findings import Evidence
from compare.model.words import (
    Agency,
    Certainty,
    Contrast,
    ContrastKind,
    Guarded,
    Naming,
    OutletNaming,
    Variant,
    Voice,
)


class WordsInContext(Struct, frozen=True, kw_only=True, gc=False):
    """Some words with a little of their sentence before and after them, and all who print it so.

    Without `words` and anything around them `refs` are further places that are not spelt out.
    """

    before: str
    words: str
    after: str
    refs: tuple[Ref, ...]


class ReserveLine(Struct, frozen=True, kw_only=True, gc=False):
    """A statement held at arm's length: `mark` are the words that do so."""

    mark: str
    statement: str
    ref: Ref


class VariantLine(Struct, frozen=True, kw_only=True, gc=False):
    """One of the words that stand for each other; no `words` for those who do without."""

    letters: str
    words: str
    loaded: bool
    spots: tuple[WordsInContext, ...]


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
    reserved: tuple[ReserveLine, ...]
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


# Words that a list knows say most at a glance; what only its place sets apart comes last.
_ORDER = (
    ContrastKind.LOADED,
    ContrastKind.SAYING,
    ContrastKind.EMOTIVE,
    ContrastKind.SUBSTITUTION,
)
# Characters on either side of the words.
_ROOM = 32
# So many surroundings show how a word is used.
_SPOTS = 4
# Characters of a statement; its whole sentence is one press away.
_STATEMENT = 160


def wordings(comparison: Comparison, refs: References) -> Wordings:
    """What is shown of words; contrasts that a list knows first, then in their own order."""
    named = zip(contrast_ids(comparison), comparison.contrasts, strict=True)
    found = sorted(named, key=lambda pair: _ORDER.index(pair[1].kind))
    return Wordings(
        contrasts=tuple(_contrast(comparison, refs, name, one) for name, one in found),
        ladders=ladders(comparison, refs),
        acts=tuple(_act(refs, agency) for agency in comparison.agency),
        naming=tuple(_naming(comparison, refs, one) for one in comparison.naming if one.differs),
        certainty=tuple(_certainty(refs, one) for one in comparison.certainty),
        lists=tuple(sorted(set(_lists(comparison)))),
    )


def counts(comparison: Comparison) -> Counts:
    """The plain counts of each article as a table; without rows when none was counted."""
    profiles = comparison.profiles
    return Counts(
        measures=tuple((m.name, m.definition) for m in profiles[0].measures) if profiles else (),
        rows=tuple(
            (
                profile.article,
                outlet_name(comparison.article(profile.article)),
                tuple(measure_text(measure) for measure in profile.measures),
            )
            for profile in profiles
        ),
    )


def reserve(refs: References, guarded: Guarded) -> ReserveLine:
    """A guarded statement as the reader sees it."""
    return ReserveLine(
        mark=unquoted_text(guarded.mark.text),
        statement=shorten(guarded.statement.text, limit=_STATEMENT),
        ref=refs.evidence(guarded.mark),
    )


def _lists(comparison: Comparison) -> Iterator[tuple[str, str]]:
    known = [contrast.lexicon for contrast in comparison.contrasts]
    known += [naming.lexicon for naming in comparison.naming if naming.differs]
    for lexicon in known:
        if lexicon is not None:
            yield lexicon.name, lexicon.source


def _contrast(
    comparison: Comparison, refs: References, name: str, contrast: Contrast
) -> ContrastLine:
    return ContrastLine(
        id=name,
        kind=contrast.kind.value,
        fact=refs.fact(contrast.facts[0]),
        variants=tuple(_variant(comparison, refs, variant) for variant in contrast.variants),
        lexicon=contrast.lexicon.name if contrast.lexicon else "",
    )


def _variant(comparison: Comparison, refs: References, variant: Variant) -> VariantLine:
    return VariantLine(
        letters=letters(variant.articles),
        words=variant.words,
        loaded=variant.loaded,
        spots=tuple(_spots(comparison, refs, variant)),
    )


def _spots(comparison: Comparison, refs: References, variant: Variant) -> Iterator[WordsInContext]:
    """Each different surrounding once, a few of them; the other places follow without words."""
    found: dict[tuple[str, str, str], list[Ref]] = {}
    for evidence in firsts(variant):
        words = (
            surroundings(comparison, evidence, room=_ROOM) if variant.words else _whole(evidence)
        )
        found.setdefault(words, []).append(refs.evidence(evidence))
    spelt = [
        WordsInContext(before=b, words=w, after=a, refs=tuple(at))
        for (b, w, a), at in found.items()
    ]
    yield from spelt[:_SPOTS]
    if rest := tuple(ref for spot in spelt[_SPOTS:] for ref in spot.refs):
        yield WordsInContext(before="", words="", after="", refs=rest)


def _whole(evidence: Evidence) -> tuple[str, str, str]:
    """A statement that does without a word, in which there is nothing to mark."""
    return shorten(evidence.text, limit=_STATEMENT), "", ""


def _act(refs: References, agency: Agency) -> ActLine:
    return ActLine(
        fact=refs.fact(agency.fact),
        act=agency.act,
        tellings=tuple(
            TellingLine(
                voice=telling.voice.value,
                agentless=telling.voice is Voice.AGENTLESS,
                actor=_flat(telling.actor.text) if telling.actor else "",
                clause=_flat(telling.clause.text),
                ref=refs.evidence(telling.act),
            )
            for telling in agency.tellings
        ),
    )


def _naming(comparison: Comparison, refs: References, naming: Naming) -> NamingLine:
    named = {outlet.article: outlet for outlet in naming.outlets}
    return NamingLine(
        name=naming.name,
        kind=naming.kind.value,
        lexicon=naming.lexicon.name if naming.lexicon else "",
        cells=tuple(
            _cell(refs, named[article.letter]) if article.letter in named else None
            for article in comparison.articles
        ),
    )


def _cell(refs: References, outlet: OutletNaming) -> NamingCell:
    first = shorten(outlet.introduced.text)
    return NamingCell(
        labels=tuple(
            LabelLine(text=label.text, count=label.count, ref=refs.evidence(label.first))
            for label in outlet.labels
        ),
        introduced="" if first in (NOT_SHOWN, *(label.text for label in outlet.labels)) else first,
    )


def _certainty(refs: References, one: Certainty) -> CertaintyLine:
    return CertaintyLine(
        fact=refs.fact(one.fact),
        kind=one.kind.value,
        reserved=tuple(reserve(refs, guarded) for guarded in one.guarded),
        plain=tuple(
            (shorten(plain.text, limit=_STATEMENT), refs.evidence(plain)) for plain in one.plain
        ),
    )


def _flat(words: str) -> str:
    return " ".join(words.split())
