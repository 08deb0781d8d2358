"""Quotations in their versions, with a track that shows what each version kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from compare.formats.correction_names import as_toml, quote_name
from compare.formats.quote_versions import UNCHANGED, change_words, is_retold, quoted_words
from compare.formats.report.basics import Ref
from compare.formats.report.references import References
from compare.formats.screen import shorten
from compare.model.comparison import Comparison
from compare.model.findings import QuoteChange, QuoteGroup, QuoteMember
from compare.model.spans import Span
from compare.text.persons import same_person


class TrackPart(Struct, frozen=True, kw_only=True, gc=False):
    """A part of a quotation's track: kept or not, and how much of the whole in per cent."""

    kept: bool
    width: str


class Version(Struct, frozen=True, kw_only=True, gc=False):
    """One outlet's version of an utterance; `words` is empty when the track tells it all.

    `name` is what a corrections file calls it. `speaker` is the one it is
    given to, if not the speaker of the utterance.
    """

    ref: Ref
    name: str
    speaker: str
    changes: str
    track: tuple[TrackPart, ...]
    words: str
    lost: str


class QuoteTrack(Struct, frozen=True, kw_only=True, gc=False):
    """Words that two or more outlets give, in full once, and what each made of them."""

    id: str
    speaker: str
    change: str
    changed: bool
    words: str
    versions: tuple[Version, ...]


def utterances(comparison: Comparison, refs: References) -> tuple[QuoteTrack, ...]:
    """One for each group of quotes, in their order."""
    return tuple(_utterance(comparison, refs, group) for group in comparison.quote_groups)


def _utterance(comparison: Comparison, refs: References, group: QuoteGroup) -> QuoteTrack:
    in_order = sorted(group.members, key=lambda member: member.quote != group.fullest)
    return QuoteTrack(
        id=f"u-{group.id}",
        speaker=group.speaker or "Unnamed speaker",
        change=group.change.value,
        changed=any(member.change not in UNCHANGED for member in group.members),
        words=quoted_words(comparison, group.fullest),
        versions=tuple(_version(comparison, refs, group, member) for member in in_order),
    )


def _version(
    comparison: Comparison, refs: References, group: QuoteGroup, member: QuoteMember
) -> Version:
    quote, home = (
        comparison.quote(member.quote),
        comparison.article(group.fullest.partition(".")[0]),
    )
    gone = () if is_retold(comparison, member) else member.lost
    own_words = member.quote != group.fullest and member.change is not QuoteChange.IDENTICAL
    return Version(
        ref=refs.quote(member.quote),
        name=as_toml(quote_name(comparison, member.quote)),
        speaker=_other_speaker(quote.speaker.name if quote.speaker else "", group),
        changes=change_words(comparison, group, member),
        track=_track(comparison.quote(group.fullest).parts, member),
        words=quoted_words(comparison, member.quote) if own_words else "",
        lost=" … ".join(shorten(home.words_of(span), limit=60) for span in gone),
    )


def _other_speaker(name: str, group: QuoteGroup) -> str:
    """The name, unless it is that of the group's speaker in another form, such as Corrie."""
    return "" if not group.speaker or same_person(name, group.speaker) else name


def _track(parts: Sequence[Span], member: QuoteMember) -> tuple[TrackPart, ...]:
    """The fullest version from left to right, in stretches that the member kept or did not."""
    if member.change in UNCHANGED:
        return (TrackPart(kept=True, width="100"),)
    kept = _covered(parts, member.kept)
    if not member.kept:
        gone = _covered(parts, member.lost)
        kept = [not lost for lost in gone]
    stretches: list[tuple[bool, int]] = []
    for flag in kept:
        if stretches and stretches[-1][0] is flag:
            stretches[-1] = (flag, stretches[-1][1] + 1)
        else:
            stretches.append((flag, 1))
    return tuple(
        TrackPart(kept=flag, width=f"{100 * length / len(kept):.2f}") for flag, length in stretches
    )


def _covered(parts: Sequence[Span], spans: Iterable[Span]) -> list[bool]:
    """For each character of the parts, whether one of the spans covers it."""
    known = list(spans)
    return [
        any(span.start <= at < span.end for span in known)
        for part in parts
        for at in range(part.start, part.end)
    ]
