"""Who gets to speak: speakers as rows, outlets as columns, words as bars on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from compare.formats.report.basics import Ref
from compare.formats.report.quote_tracks import QuoteTrack, utterances
from compare.formats.report.references import References
from compare.model.comparison import Comparison
from compare.model.findings import LedgerRow, SpeakerCount
from compare.model.quotes import SpeakerGroup


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

    changed: tuple[QuoteTrack, ...]
    unchanged: tuple[QuoteTrack, ...]
    ledger: tuple[LedgerLine, ...]
    groups: tuple[tuple[str, int, str], ...]
    speakers: bool


_GROUPS = {
    SpeakerGroup.OFFICIAL: "officials",
    SpeakerGroup.EXPERT: "experts",
    SpeakerGroup.WITNESS: "witnesses",
    SpeakerGroup.AFFECTED: "affected people",
    SpeakerGroup.ORGANISATION: "organisations",
    SpeakerGroup.DOCUMENT: "documents",
    SpeakerGroup.ANONYMOUS: "unnamed sources",
    SpeakerGroup.OTHER: "others",
}


def voices(comparison: Comparison, refs: References) -> Voices:
    """Changed and unchanged quotations, the ledger, and the words of each kind of voice."""
    every = utterances(comparison, refs)
    longest = max((c.words for row in comparison.ledger for c in row.counts), default=0)
    return Voices(
        changed=tuple(utterance for utterance in every if utterance.changed),
        unchanged=tuple(utterance for utterance in every if not utterance.changed),
        ledger=tuple(_line(comparison, refs, row, longest) for row in comparison.ledger),
        groups=_totals(comparison.ledger),
        speakers=any(q.speaker for article in comparison.articles for q in article.quotes),
    )


def _line(comparison: Comparison, refs: References, row: LedgerRow, longest: int) -> LedgerLine:
    counts = {count.article: count for count in row.counts}
    return LedgerLine(
        speaker=_name(row),
        group=row.group.value,
        cells=tuple(
            _cell(refs, counts[a.letter], longest) if a.letter in counts else None
            for a in comparison.articles
        ),
        words=sum(count.words for count in row.counts),
    )


def _name(row: LedgerRow) -> str:
    """The name, with the other spellings that outlets print: "Ida Harlow (B: Ida Harrow)"."""
    others = "; ".join(f"{one.article}: {one.text}" for one in row.spellings)
    return f"{row.speaker} ({others})" if others else row.speaker


def _cell(refs: References, count: SpeakerCount, longest: int) -> LedgerCell:
    return LedgerCell(
        words=count.words,
        quotes=refs.each_once(refs.quote(quote) for quote in count.quotes),
        bar=_percent(count.words, longest),
    )


def _totals(ledger: Sequence[LedgerRow]) -> tuple[tuple[str, int, str], ...]:
    """Kind of voice, its words in all articles, and a bar; the most quoted first."""
    words: dict[SpeakerGroup, int] = {}
    for row in ledger:
        words[row.group] = words.get(row.group, 0) + sum(count.words for count in row.counts)
    most = max(words.values(), default=0)
    in_order = sorted(words.items(), key=lambda pair: (-pair[1], tuple(_GROUPS).index(pair[0])))
    return tuple((_GROUPS[group], number, _percent(number, most)) for group, number in in_order)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "0"
