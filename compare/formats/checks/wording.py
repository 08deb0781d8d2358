"""What a checked text says in words: said once, for the terminal, Markdown and the page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from compare.align.languages import in_language_of, is_in_read_language
from compare.formats.screen import shorten, unquoted_text
from compare.model.checks import (
    Check,
    CheckedQuote,
    CheckedStatement,
    CheckState,
    Doubt,
    DoubtKind,
    LeftOut,
    QuoteFate,
)
from compare.model.findings import Evidence
from compare.verify.left_out import why_not_asked

STATE_NAMES = {
    CheckState.STATED: "stated",
    CheckState.PARTLY: "partly stated",
    CheckState.ATTRIBUTED: "only as said by somebody",
    CheckState.CONTRADICTED: "contradicted",
    CheckState.NOT_FOUND: "not found",
    CheckState.NOT_CHECKABLE: "not checkable",
}
GLYPHS = {
    CheckState.STATED: "✓",
    CheckState.PARTLY: "◐",
    CheckState.ATTRIBUTED: "❝",
    CheckState.CONTRADICTED: "✗",
    CheckState.NOT_FOUND: "?",
    CheckState.NOT_CHECKABLE: "–",
}
PLAIN_GLYPHS = {
    CheckState.STATED: "+",
    CheckState.PARTLY: "/",
    CheckState.ATTRIBUTED: '"',
    CheckState.CONTRADICTED: "x",
    CheckState.NOT_FOUND: "?",
    CheckState.NOT_CHECKABLE: "-",
}
FATES = {
    QuoteFate.VERBATIM: "word for word in the sources",
    QuoteFate.CUT: "in the sources, with words left out here",
    QuoteFate.ALTERED: "in other words in the sources",
    QuoteFate.NOT_FOUND: "in no source",
    QuoteFate.OTHER_SPEAKER: "in the sources, said by somebody else",
}
_NONE_LEFT_OUT = "Nothing that the sources agree in reporting was missed in the text."
_SHOWN = 150


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """One remark on a statement, and the places that show it."""

    text: str
    places: tuple[Evidence, ...]


def title(check: Check) -> str:
    """The first line of every output."""
    count = len(check.sources)
    return f"Text checked against {count} article{'' if count == 1 else 's'}"


def tally(check: Check) -> str:
    """How many statements are in each state; states without any are left out."""
    counts = Counter(statement.state for statement in check.statements)
    told = [f"{counts[state]} {STATE_NAMES[state]}" for state in CheckState if counts[state]]
    noun = "statement" if len(check.statements) == 1 else "statements"
    return f"{len(check.statements)} {noun}: {', '.join(told) or 'none'}"


def state_words(statement: CheckedStatement) -> str:
    """The state of a statement, with who states it or why it is not checked."""
    name = STATE_NAMES[statement.state]
    if statement.stated_by:
        return f"{name}: {', '.join(statement.stated_by)}"
    return f"{name} ({statement.reason})" if statement.reason else name


def remarks(statement: CheckedStatement) -> tuple[RemarkLine, ...]:
    """What is told of a statement: doubts, quotations, other figures, the nearest place."""
    quoted = {doubt.span for doubt in statement.doubts}
    found = [_doubt_line(doubt) for doubt in statement.doubts]
    found += [_quote_line(quote) for quote in statement.quotes if quote.span not in quoted]
    if statement.against:
        found.append(RemarkLine("Other sources give another figure.", statement.against))
    if statement.nearest:
        near = statement.nearest
        place = Evidence(article=near.article, span=near.span, text=near.text)
        found.append(RemarkLine("The nearest statement in the sources.", (place,)))
    return tuple(found)


def none_left_out(check: Check) -> str:
    """What to say where nothing is told as left out: that nothing is, or that nobody looked."""
    usable = in_language_of(check.article, check.sources)
    if not is_in_read_language(check.article) or not usable:
        return "Not looked for: the text and its sources are not both in English."
    reason = why_not_asked(check.article, usable)
    return f"Not looked for: {reason}." if reason else _NONE_LEFT_OUT


def borne_out_by(statement: CheckedStatement) -> RemarkLine | None:
    """The places that bear a statement out, in full or in part."""
    places = tuple(
        Evidence(article=each.article, span=each.span, text=each.text)
        for each in statement.evidence
    )
    return RemarkLine("In the sources.", places) if places else None


def left_out_line(left: LeftOut) -> RemarkLine:
    """A fact that the text leaves out, with a place in each source that has it."""
    letters = ", ".join(each.article for each in left.evidence)
    return RemarkLine(f"{left.label} ({letters})", left.evidence)


def outlet_of(check: Check, letter: str) -> str:
    """The letter of a source with its outlet: "A Harbour Times"."""
    return f"{letter} {check.source(letter).document.outlet}"


def _doubt_line(doubt: Doubt) -> RemarkLine:
    words, other = _quoted(doubt.text), _quoted(doubt.detail)
    match doubt.kind:
        case DoubtKind.NO_NAME | DoubtKind.NO_FIGURE:
            told = f"{words} stands in no source."
        case DoubtKind.WORDS:
            told = f"{words}: not found in the sources."
        case DoubtKind.QUOTE:
            told = f"{words}: no source has this quotation."
        case DoubtKind.ALTERED:
            told = f"{words}: the quotation reads otherwise in the source."
        case DoubtKind.ATTRIBUTION:
            told = f"{words}: told as a fact; the sources give it as said by {_speaker(doubt)}."
        case DoubtKind.RESERVE:
            told = f"{words}: told without the reserve of the sources ({other})."
        case DoubtKind.GENERAL:
            part = f" ({other})" if doubt.detail else ""
            told = f"{words}: no source says it of all{part}."
        case DoubtKind.DENIAL:
            told = f"{words}: the source says the opposite ({other})."
        case DoubtKind.SPEAKER:
            told = f"{words}: the sources give these words to {doubt.detail}."
        case DoubtKind.ROLE:
            told = f"{words}: the sources give this role to {doubt.detail}."
        case _:
            told = f"{words}: the source has {other}."
    return RemarkLine(told, doubt.evidence)


def _speaker(doubt: Doubt) -> str:
    return doubt.detail if doubt.detail and doubt.detail != "somebody" else "somebody"


def _quote_line(quote: CheckedQuote) -> RemarkLine:
    told = f"{_quoted(quote.text)}: {FATES[quote.fate]}."
    return RemarkLine(told, quote.evidence)


def _quoted(words: str) -> str:
    return f"“{shorten(unquoted_text(words), limit=_SHOWN)}”" if words else ""
