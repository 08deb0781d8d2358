"""`storydiff schema`: the JSON Schema of the files that this program writes."""

from __future__ import annotations

import click

from compare.assets import PACKAGE
from compare.cli.streams import print_result

FILES = {name: f"{name}-1.json" for name in ("comparison", "diff", "check", "follow")}


@click.command(name="schema", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("name", type=click.Choice(tuple(FILES)), default="comparison", metavar="[NAME]")
def command(name: str) -> int:
    """Print the JSON Schema (2020-12) of the files that --json makes.

    NAME is comparison, diff, check or follow; without it that of comparisons is printed.
    """
    print_result((PACKAGE / "schema" / FILES[name]).read_bytes())
    return 0
