"""Where results go: files, standard output, the browser, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from compare.cli.exits import FOUND
from compare.cli.flags import Flags
from compare.cli.outputs import check_output, check_standard_output, inputs_of
from compare.cli.streams import print_note, print_result, screen
from compare.errors import FormatError
from compare.formats.excerpts import excerpt_of
from compare.formats.quote_versions import UNCHANGED
from compare.formats.registry import (
    EVERY_FORMAT,
    FormatOptions,
    format_of,
    known_formats,
    render,
    write_bytes,
)
from compare.formats.summary.sections import chosen_sections
from compare.formats.summary.terminal import summary
from compare.model.comparison import Comparison
from compare.model.corrections import ignored_ids
from compare.model.findings import ConflictKind, QuoteChange, QuoteGroup

REPORT = "storydiff-report.html"
# Cuts, brackets and other wordings are changes too, but none of words put in a mouth.
_QUOTES = {
    "altered-quote": frozenset(
        (
            QuoteChange.ALTERED,
            QuoteChange.DROPPED,
            QuoteChange.SPLICED,
            QuoteChange.NEGATION_LOST,
            QuoteChange.HEDGE_LOST,
        )
    ),
    "reattributed": frozenset((QuoteChange.REATTRIBUTED,)),
    "quote": frozenset(QuoteChange) - frozenset(UNCHANGED),
}
KINDS = (*(kind.value for kind in ConflictKind), *_QUOTES, "absence", "headline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One thing to write: `path` is None for standard output."""

    path: Path | None
    format: str


def targets(flags: Flags, sources: Sequence[str] = ()) -> tuple[Target, ...]:
    """What to write, checked before any work is done.

    UsageError for what can never work or would touch what is read, FormatError for a folder that
    is not there.
    """
    found = [_target(output, flags.format_name) for output in flags.outputs]
    if flags.as_json:
        found.append(Target(path=None, format="json"))
    elif flags.format_name and not flags.outputs:
        found.append(Target(path=None, format=_named(flags.format_name)))
    if flags.open_report and not any(_is_page(target) for target in found):
        found.append(Target(path=Path(REPORT), format="html"))
    if sum(target.path is None for target in found) > 1:
        raise click.UsageError("Only one result can go to standard output; name files for the rest")
    inputs = inputs_of(sources, flags)
    check_standard_output(inputs)
    for target in found:
        if target.path is not None:
            check_output(target.path, inputs)
    chosen_sections(flags.only)
    _check_kinds(flags.fail_on)
    return tuple(found)


def deliver(comparison: Comparison, wanted: Iterable[Target], flags: Flags) -> int:
    """Writes everything that is wanted, then the summary; the exit code."""
    wanted = tuple(wanted)
    if flags.excerpts:
        comparison = excerpt_of(comparison)
    options = FormatOptions(text=not flags.no_text, only=flags.only, brief=flags.brief)
    for target in wanted:
        if target.path is not None:
            write_bytes(render(comparison, target.format, options=options), target.path)
    for target in wanted:
        if target.path is None and target.format == "txt":
            _put_summary(comparison, flags)
        elif target.path is None:
            print_result(render(comparison, target.format, options=options))
    if not any(target.path is None for target in wanted) and not (flags.quiet and wanted):
        _put_summary(comparison, flags)
    for target in wanted:
        if target.path is not None and not flags.quiet:
            print_note(f"Written: {target.path}")
    if flags.open_report:
        open_page(next(t.path for t in wanted if t.path is not None and _is_page(t)))
    return _verdict(comparison, flags)


def _target(output: str, format_name: str | None) -> Target:
    if output == "-":
        return Target(path=None, format=_named(format_name or "txt"))
    try:
        return Target(path=Path(output), format=format_of(Path(output)))
    except FormatError as unknown:
        if format_name is None:
            raise click.UsageError(str(unknown)) from unknown
        return Target(path=Path(output), format=_named(format_name))


def _named(name: str) -> str:
    if name.lower() not in EVERY_FORMAT:
        raise click.UsageError(f"There is no format {name!r}. Use one of {known_formats()}")
    return name.lower()


def _is_page(target: Target) -> bool:
    return target.path is not None and target.format == "html"


def _check_kinds(kinds: Sequence[str]) -> None:
    for kind in kinds:
        if kind not in KINDS:
            raise click.UsageError(f"There is no kind {kind!r}. Choose from {', '.join(KINDS)}")


def _put_summary(comparison: Comparison, flags: Flags) -> None:
    where = screen(width=flags.width, colour=not flags.no_color, everything=flags.verbose)
    print_result(
        summary(comparison, where, only=flags.only, brief=flags.brief), coloured=where.colour
    )


def open_page(page: Path) -> None:
    """Opens a report in the browser, or says that none could be started."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        print_note(f"No browser could be started. Open {page} yourself.")


def _verdict(comparison: Comparison, flags: Flags) -> int:
    found = [(kind, ref) for kind, ref in _findings(comparison) if kind in flags.fail_on]
    if not found:
        return 0
    listed = ", ".join(f"{kind} ({ref})" for kind, ref in found)
    print_note(f"--fail-on matched: {listed}. Look at the findings, or take the kind off the list.")
    return FOUND


def _findings(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Kind and reference of all that --fail-on can ask for and the user does not ignore."""
    ignored = ignored_ids(comparison.story.corrections)
    for conflict in comparison.conflicts:
        if conflict.fact not in ignored:
            fact = comparison.fact(conflict.fact).ordinal if conflict.fact else conflict.id
            yield conflict.kind.value, fact
            if conflict.kind is ConflictKind.ONE_SOURCE:
                yield ConflictKind.CLASH.value, fact
    for number, group in enumerate(comparison.quote_groups, 1):
        if group.id not in ignored:
            yield from ((kind, f"q{number}") for kind in _kinds_of(group))
    for absence in comparison.absences:
        if absence.fact not in ignored:
            yield "absence", f"{comparison.fact(absence.fact).ordinal} in {absence.article}"
    for headline in comparison.headlines:
        if headline.unmatched or headline.why or headline.unsupported:
            yield "headline", headline.article


def _kinds_of(group: QuoteGroup) -> Iterator[str]:
    """What happened to a quotation, in the kinds of --fail-on."""
    changes = {change for member in group.members for change in (member.change, *member.changes)}
    return (kind for kind, wanted in _QUOTES.items() if changes & wanted)
