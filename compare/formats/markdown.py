"""The comparison as a Markdown report; no word of an article can turn into markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields

from compare.formats import moments
from compare.formats.correction_lines import correction_lines
from compare.formats.figure_lines import answers, numbered, question, why
from compare.formats.grid import (
    Cell,
    Sign,
    bare_line,
    copy_lines,
    letters,
    shared_count,
    shown_rows,
)
from compare.formats.highlights import highlights, nothing_found, skipped_text
from compare.formats.ladder_text import ladder, wording_of
from compare.formats.quote_versions import change_of, said
from compare.formats.terminal import account_text, check_sections
from compare.formats.withheld import shown_words
from compare.formats.word_lines import WORD_SECTIONS, WordSection, headline_lines
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.findings import Absence
from compare.text.control_characters import one_line

Part = Callable[[Comparison], Iterator[str]]

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!$^&])")
# At the start of a block these make lists, headings, rules and quotes.
_OPENING = re.compile(r"^(\d+)([.)])(?= |$)|^([-+=])")
# Addresses that some readers turn into links by themselves.
_ADDRESS = re.compile(r"(?i)(https?|ftp|mailto|xmpp)(:)|(www)(\.)")
# Columns of a wording ladder, which stands in a block of its own.
_LADDER = 100
_SIGNS = {
    Sign.STATED: "■",
    Sign.PARTLY: "◪",
    Sign.GUARDED: "◌",
    Sign.HEADLINE: "▀",
    Sign.PERHAPS: "?",
    Sign.NOT_FOUND: "–",
}


def dump(comparison: Comparison, *, only: Sequence[str] = ()) -> bytes:
    """The report as UTF-8, or the sections named in `only`; OptionError when one is unknown."""
    check_sections(only)
    blocks = [*_top(comparison)]
    for name, part in _PARTS.items():
        if not only or name in only:
            blocks += part(comparison)
    return ("\n".join(blocks).rstrip("\n") + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """The text on one line, with everything that Markdown would read as markup taken literally."""
    safe = _MARKUP.sub(r"\\\1", one_line(text))
    safe = _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)
    return _ADDRESS.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", safe)


def _top(comparison: Comparison) -> Iterator[str]:
    story = comparison.story
    yield f"# {escaped(story.title)}\n"
    shared = shared_count(comparison)
    yield f"{len(comparison.articles)} outlets, {len(comparison.facts)} facts, {shared} shared.\n"
    for line in filter(None, (story.notice, f"Licence: {story.licence}" if story.licence else "")):
        yield f"{escaped(line)}\n"
    yield "| | Outlet | Headline | Published |\n|---|---|---|---|"
    for article in comparison.articles:
        document = article.document
        published = _published(document)
        cells = (article.letter, document.outlet, document.headline or "", published)
        yield _cells(escaped(cell) for cell in cells)
    yield ""


def _published(document: Document) -> str:
    if document.published is None:
        return moments.published(document)
    return document.published.isoformat(" ", "minutes")


def _facts(comparison: Comparison) -> Iterator[str]:
    yield "## Who says what\n"
    named = [article.letter for article in comparison.articles]
    yield _cells(["", "Fact", *named, "Said by"])
    yield "|---|---|" + ":-:|" * len(named) + "---|"
    for row in shown_rows(comparison):
        cells = [_cell(cell) for cell in row.cells]
        label, said_by = escaped(row.fact.label), f"{row.count}{row.independent}"
        yield _cells([row.fact.ordinal, label, *cells, said_by])
    key = ", ".join(f"{_SIGNS[sign]} {sign.value}" for sign in Sign)
    yield f"\n{key}; ▲ figures differ.\n"
    for line in filter(None, (*copy_lines(comparison), bare_line(comparison))):
        yield f"{line}\n"


def _cell(cell: Cell) -> str:
    if cell.figure is None:
        return _SIGNS[cell.sign]
    return escaped(f"▲ {cell.figure}" if cell.clash else cell.figure)


def _look(comparison: Comparison) -> Iterator[str]:
    yield "## Worth a look\n"
    found = highlights(comparison)
    for one in found:
        ref = f"**{escaped(one.ref)}** " if one.ref else ""
        yield f"- {ref}{escaped(one.head)}"
        yield from (f"  - {escaped(more)}" for more in one.more)
    yield "" if found else f"{nothing_found(comparison)}\n"


def _figures(comparison: Comparison) -> Iterator[str]:
    yield "## Figures\n"
    found = numbered(comparison)
    for number, group in found:
        reason = f". {escaped(why(group))}" if why(group) else ""
        yield f"- **{number}** {escaped(question(group))}{reason}"
        for letter, words in answers(comparison, group):
            yield f"  - {letter}: {escaped(words)}"
    yield "" if found else "No question is answered with a figure by two outlets.\n"


def _quotes(comparison: Comparison) -> Iterator[str]:
    yield "## Quotes\n"
    for number, group in enumerate(comparison.quote_groups, 1):
        yield f"- **q{number}** {escaped(group.speaker or 'Unnamed speaker')}"
        for member in group.members:
            told = change_of(comparison, group, member)
            words = said(comparison, member.quote)
            yield f"  - {member.article}: {escaped(told)}: {escaped(words)}"
    yield "" if comparison.quote_groups else "No quote is in two outlets.\n"


def _absences(comparison: Comparison) -> Iterator[str]:
    yield "## Not found\n"
    for article in comparison.articles:
        missed = [one for one in comparison.absences if one.article == article.letter]
        if missed:
            yield f"- {article.letter}, {escaped(article.document.outlet)}"
            yield from (f"  - {_absence(comparison, one)}" for one in missed)
    yield "" if comparison.absences else "No fact of two or more outlets is missing in another.\n"


def _absence(comparison: Comparison, absence: Absence) -> str:
    fact = comparison.fact(absence.fact)
    text = f"{fact.ordinal} {escaped(fact.label)} (said by {letters(absence.said_by)}"
    if absence.hints:
        text += f"; possible reasons: {', '.join(hint.value for hint in absence.hints)}"
    if absence.nearest is None:
        return f"{text})"
    words = shown_words(comparison.article(absence.article), absence.nearest.span)
    return f"{text}); nearest, {absence.nearest.score:.2f}: “{escaped(words)}”"


def _headlines(comparison: Comparison) -> Iterator[str]:
    yield "## Headlines\n"
    for headline in comparison.headlines:
        facts = letters(comparison.fact(fact).ordinal for fact in headline.facts)
        rests = f"rests on {facts}" if facts else "no fact of its text was matched"
        rests += f". {escaped(headline.why)}" if headline.why else ""
        yield f"- {headline.article}: “{escaped(headline.text)}” ({rests})"
        for line in headline_lines(comparison, headline.article):
            yield f"  - {escaped(line)}"
    yield "" if comparison.headlines else "No article has a headline of its own.\n"


def _ladders(comparison: Comparison) -> Iterator[str]:
    yield "## Word by word\n"
    found = [(fact, wording_of(comparison, fact.id)) for fact in comparison.facts]
    for fact, wording in found:
        if wording is not None:
            lines = list(ladder(comparison, wording, width=_LADDER, say=one_line))
            # A fence must be longer than any row of the same marks inside.
            fence = "`" * max(3, 1 + max(map(len, re.findall("`+", "\n".join(lines))), default=0))
            yield f"**{fact.ordinal}** {escaped(fact.label)}\n"
            yield from (f"{fence}text", *lines, f"{fence}\n")
    if all(wording is None for _, wording in found):
        yield "No wordings line up.\n"


def _words(section: WordSection) -> Part:
    """The writing of a section on words."""

    def part(comparison: Comparison) -> Iterator[str]:
        yield f"## {section.heading}\n"
        entries = list(section.entries(comparison))
        for entry in entries:
            mark = f"**{escaped(entry.mark)}** " if entry.mark else ""
            yield f"- {mark}{escaped(entry.head)}"
            yield from (f"  - {escaped(more)}" for more in entry.more)
        yield "" if entries else f"{section.none}\n"

    return part


def _accounts(comparison: Comparison) -> Iterator[str]:
    yield "## Where every sentence went\n"
    for account in comparison.accounts:
        outlet = comparison.article(account.article).document.outlet
        yield f"- {account.article}, {escaped(outlet)}: {account_text(account)}"
    yield ""


def _notes(comparison: Comparison) -> Iterator[str]:
    story = comparison.story
    if story.skipped:
        yield "## Skipped\n"
        for one in story.skipped:
            yield f"- {escaped(skipped_text(one))}"
        yield ""
    if story.warnings:
        yield "## Keep in mind\n"
        yield from (f"- {escaped(warning)}" for warning in story.warnings)
        yield ""
    if story.corrections:
        yield "## Your corrections\n"
        yield from (f"- {escaped(line)}" for line in correction_lines(comparison))
        yield ""
    yield "## How this was made\n"
    yield (
        "Differences are not errors. An article can leave a fact out because it was short, early, "
        "or written for other readers.\n"
    )
    tool = comparison.tool
    yield f"{escaped(tool.name)} {escaped(tool.version)} with these options:\n"
    for option in fields(comparison.options):
        value = str(getattr(comparison.options, option.name))
        yield f"- {escaped(option.name)}: {escaped(value)}"


def _cells(cells: Sequence[str] | Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


_PARTS: dict[str, Part] = {
    "facts": _facts,
    "look": _look,
    "figures": _figures,
    "quotes": _quotes,
    "absences": _absences,
    "headlines": _headlines,
    "ladders": _ladders,
    **{name: _words(section) for name, section in WORD_SECTIONS.items()},
    "accounts": _accounts,
    "notes": _notes,
}
