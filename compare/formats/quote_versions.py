"""The versions of a quotation in words: what each outlet prints, and what happened to it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from compare.formats.grid import letters
from compare.formats.screen import shorten
from compare.formats.withheld_words import with_filler_noted
from compare.model.comparison import Comparison
from compare.model.findings import QuoteChange, QuoteGroup, QuoteMember
from compare.model.quotes import Quote, QuoteKind, Stance
from compare.model.spans import Span
from compare.text.control_characters import one_line

UNCHANGED = (
    QuoteChange.FULLEST,
    QuoteChange.IDENTICAL,
    QuoteChange.RESPELT,
    QuoteChange.DIVIDED,
)
RETOLD = "told in other words"
# Room for "that" between a verb of saying and its words, in characters.
_NEAR = 8

# Of a sentence that turns a quotation into indirect speech it says little what it leaves out.
_CUTS = {
    QuoteChange.CUT_START: "start",
    QuoteChange.CUT_MIDDLE: "middle",
    QuoteChange.CUT_END: "end",
}
_SLIGHT = (*_CUTS, QuoteChange.PARAPHRASED)
_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"))


def quoted_words(comparison: Comparison, quote_id: str, *, limit: int | None = None) -> str:
    """The words of a quotation on one line, its parts joined by an ellipsis.

    Words that the outlet prints in quotation marks stand in them; a report stands without, for it
    has its own where it quotes. A report of what was denied or alleged begins with that verb. More
    than `limit` characters are cut between words.
    """
    quote = comparison.quote(quote_id)
    text = comparison.article(quote_id.partition(".")[0]).document.text
    direct = quote.kind is QuoteKind.DIRECT or all(
        any(mark.contains(part) for mark in quote.marked) for part in quote.parts
    )
    parts = (part.of(text) if direct else _closed(text, part) for part in quote.parts)
    lead = "" if direct else _guarding(text, quote)
    words = with_filler_noted(one_line(lead + " … ".join(parts)))
    words = words if limit is None else shorten(words, limit=limit)
    return f"“{words}”" if direct else words


def change_of(comparison: Comparison, group: QuoteGroup, member: QuoteMember) -> str:
    """Like "cut at the start and at the end, without “We trained for this”", on one line.

    What indirect speech leaves out is not listed. Of altered words those that were replaced are
    told, not those cut away before and after them.
    """
    told = change_words(comparison, group, member)
    if not member.lost or is_retold(comparison, member):
        return told
    gone = _replaced(member) if QuoteChange.ALTERED in member.changes else ()
    words = _on_one_line(comparison, group, gone or member.lost)
    return f"{told}, without “{shorten(words, limit=60)}”"


def telling_versions(group: QuoteGroup) -> tuple[QuoteMember, ...]:
    """The versions that say what an outlet did with the words; never none if any was changed.

    A cut or a report counts for little where the same outlet prints more of the words elsewhere.
    """
    changed = [member for member in group.members if member.change not in UNCHANGED]
    most: dict[str, int] = {}
    for member in group.members:
        most[member.article] = max(most.get(member.article, 0), _kept(member))
    found = [m for m in changed if m.change not in _SLIGHT or _kept(m) == most[m.article]]
    return tuple(found or changed)


def change_words(comparison: Comparison, group: QuoteGroup, member: QuoteMember) -> str:
    """Like "altered words, cut at the start" or "given to Lea Moore"."""
    cuts = [f"at the {where}" for change, where in _CUTS.items() if change in member.changes]
    told = [
        _told(comparison, group, member, change) for change in member.changes if change not in _CUTS
    ]
    if cuts and not is_retold(comparison, member):
        told.append(f"cut {letters(cuts)}")
    return ", ".join(told) or _told(comparison, group, member, QuoteChange.PARAPHRASED)


def lost_words(comparison: Comparison, group: QuoteGroup, member: QuoteMember) -> str:
    """The words of the fullest version that the member has not, on one line."""
    return _on_one_line(comparison, group, member.lost)


def _on_one_line(comparison: Comparison, group: QuoteGroup, spans: Iterable[Span]) -> str:
    home = comparison.article(group.fullest.partition(".")[0])
    return with_filler_noted(one_line(" … ".join(home.words_of(span) for span in spans)))


def is_retold(comparison: Comparison, member: QuoteMember) -> bool:
    """True for a report in the outlet's own words, even if it quotes some."""
    indirect = comparison.quote(member.quote).kind is QuoteKind.INDIRECT
    return indirect or QuoteChange.PARAPHRASED in member.changes


def _replaced(member: QuoteMember) -> tuple[Span, ...]:
    """What is lost between words that are kept."""
    starts = [span.start for span in member.kept]
    if not starts:
        return ()
    return tuple(span for span in member.lost if min(starts) < span.start < max(starts))


def _kept(member: QuoteMember) -> int:
    if member.change in UNCHANGED:
        return sys.maxsize
    return sum(span.end - span.start for span in member.kept)


def _told(
    comparison: Comparison, group: QuoteGroup, member: QuoteMember, change: QuoteChange
) -> str:
    if change is QuoteChange.REATTRIBUTED:
        speaker = comparison.quote(member.quote).speaker
        return f"given to {speaker.name}" if speaker else change.value
    fullest = comparison.quote(group.fullest).kind
    if change is QuoteChange.PARAPHRASED and fullest is QuoteKind.INDIRECT:
        return RETOLD
    return change.value


def _guarding(text: str, quote: Quote) -> str:
    """The "denied that" before a report, without which the outlet would say the opposite."""
    cue, first = quote.cue, quote.parts[0]
    guards = quote.negated or quote.stance is Stance.DOUBTING
    near = cue is not None and 0 <= first.start - cue.end <= _NEAR
    return text[cue.start : first.start] if cue and guards and near else ""


def _closed(text: str, span: Span) -> str:
    """The words, with the mark after them where it closes a quotation inside them."""
    words, mark = span.of(text), text[span.end : span.end + 1]
    pairs = [opens for opens, closes in _PAIRS if closes == mark]
    if pairs and words.count(pairs[0]) > words.count(mark):
        return words + mark
    return words + mark if mark == '"' and words.count('"') % 2 else words
