"""`storydiff demo`: the bundled story."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from compare.cli.flags import Flags, output_flags, screen_flags
from compare.cli.outputs import check_output, inputs_of
from compare.cli.streams import print_note
from compare.errors import FormatError

if TYPE_CHECKING:
    from compare.model.comparison import Comparison

PAGE = "storydiff-demo.html"


@click.command(name="demo", context_settings={"help_option_names": ["-h", "--help"]})
@output_flags
@screen_flags
def command(**given: Any) -> int:  # noqa: ANN401 - what click hands over
    """Compare the bundled story, which is invented; nothing is downloaded.

    Prints the summary and writes the report to storydiff-demo.html, unless -o, --format or --json
    asks for something else.
    """
    from compare.cli.delivery import deliver, targets
    from compare.cli.reading import compare_bundled

    flags = Flags(**given)
    asked = bool(flags.outputs or flags.format_name or flags.as_json)
    flags_here = flags if asked else replace(flags, open_report=False)
    wanted = targets(flags_here)
    comparison = compare_bundled(flags)
    code = deliver(comparison, wanted, flags_here)
    if not asked:
        _write_page(comparison, flags)
    return code


def _write_page(comparison: Comparison, flags: Flags) -> None:
    """The report beside the summary; a folder that cannot be written to is no failure here."""
    from compare.cli.delivery import open_page
    from compare.formats.registry import FormatOptions, write

    try:
        check_output(Path(PAGE), inputs_of((), flags))
        write(comparison, PAGE, options=FormatOptions(excerpts=flags.excerpts, brief=flags.brief))
    except (FormatError, click.UsageError) as wrong:
        said = wrong.format_message() if isinstance(wrong, click.UsageError) else str(wrong)
        print_note(f"{said.rstrip('.')}. For example: storydiff demo -o FILE.html")
        return
    if not flags.quiet:
        print_note(f"Written: {PAGE}")
        print_note("Next: storydiff show f2, or two articles of your own: storydiff a.txt b.txt")
    if flags.open_report:
        open_page(Path(PAGE))
