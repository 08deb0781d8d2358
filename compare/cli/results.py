"""Where a result other than a comparison goes: files and standard output."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from compare.cli.flags import Flags
from compare.cli.outputs import check_output, check_standard_output, inputs_of
from compare.cli.streams import print_note, print_result
from compare.formats.registry import write_bytes

_SUFFIXES = {"htm": "html", "markdown": "md", "text": "txt"}


@dataclass(frozen=True, slots=True)
class WantedOutputs:
    """The files to write, each with its format, and the format for standard output, if any."""

    files: tuple[tuple[Path, str], ...]
    printed: str | None


def wanted_of(flags: Flags, formats: Sequence[str], inputs: Sequence[str]) -> WantedOutputs:
    """What the flags ask for, checked before any work is done.

    UsageError for a format that there is not and for a place that is read; FormatError where no
    file can be.
    """
    files = [
        (Path(name), _format_of(name, flags, formats)) for name in flags.outputs if name != "-"
    ]
    printed = [_known(flags.format_name or "txt", formats) for name in flags.outputs if name == "-"]
    printed += ["json"] if flags.as_json else []
    if flags.format_name and not flags.outputs and not flags.as_json:
        printed.append(_known(flags.format_name, formats))
    if len(printed) > 1:
        raise click.UsageError("Only one result can go to standard output; name files for the rest")
    read = inputs_of(inputs, flags)
    check_standard_output(read)
    for path, _ in files:
        check_output(path, read)
    return WantedOutputs(tuple(files), printed[0] if printed else None)


def write_results(
    wanted: WantedOutputs, flags: Flags, render: Callable[[str], bytes], summary: Callable[[], None]
) -> None:
    """Write what is wanted, and print the summary where nothing else goes to standard output."""
    for path, name in wanted.files:
        write_bytes(render(name), path)
    if wanted.printed:
        print_result(render(wanted.printed))
    elif not (flags.quiet and wanted.files):
        summary()
    for path, _ in wanted.files:
        if not flags.quiet:
            print_note(f"Written: {path}")


def check_kinds(asked: Sequence[str], known: Sequence[str]) -> None:
    """UsageError for a kind of --fail-on that there is not."""
    for kind in asked:
        if kind not in known:
            raise click.UsageError(f"There is no kind {kind!r}. Choose from {', '.join(known)}")


def _format_of(name: str, flags: Flags, formats: Sequence[str]) -> str:
    suffix = Path(name).suffix.lower().lstrip(".")
    suffix = _SUFFIXES.get(suffix, suffix)
    if suffix in formats:
        return suffix
    if flags.format_name:
        return _known(flags.format_name, formats)
    known = ", ".join(f".{each}" for each in formats)
    raise click.UsageError(f"{name}: its suffix names no format. Use one of {known}, or --format")


def _known(name: str, formats: Sequence[str]) -> str:
    if name.lower() not in formats:
        raise click.UsageError(f"There is no format {name!r}. Use one of {', '.join(formats)}")
    return name.lower()
